-- C code trusts no table that it does not own: look-alikes, and a registry whose
-- tables were changed, are errors (55000), never a crash.
\set registry trust_tables
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
create role regress_trust_other;

-- ---- look-alikes ----
-- A copy of the registry's tables in a schema of its own, with our triggers;
-- one thing about it is changed, a vote is entered, and all is undone.
select pg_temp.meeting(1, '2025-03-12', 1);
create function pg_temp.lookalike(change text, act text default $$insert into fake.vote values (1, 1, 1, 1, 'yes')$$)
returns text
language plpgsql
as $$
declare
	tab name;
	answer text;
begin
	create schema fake;
	for tab in select relname from pg_class where relnamespace = 'trust_tables'::regnamespace and relkind = 'r' loop
		execute format('create table fake.%I (like trust_tables.%1$I including all)', tab);
		execute format('insert into fake.%I select * from trust_tables.%1$I', tab);
	end loop;
	create trigger b before insert on fake.vote for each statement execute function governance.begin_statement();
	create trigger c after insert on fake.vote for each row execute function governance.check_row();
	create trigger d after insert on fake.vote for each statement execute function governance.judge_statement();
	insert into fake.vote_event (meeting_id, position) values (1, 1);
	if change <> '' then
		execute change;
	end if;
	answer := pg_temp.try(act);
	raise exception using errcode = 'ZZ000', message = answer;
exception when sqlstate 'ZZ000' then
	get stacked diagnostics answer = message_text;
	return answer;
end
$$;
select pg_temp.lookalike('');
-- missing, retyped, generated
select pg_temp.lookalike('drop table fake.regulation');
select pg_temp.lookalike('drop table fake.attendance');
select pg_temp.lookalike('drop table fake.meeting');
select pg_temp.lookalike('drop table fake.body');
select pg_temp.lookalike('alter table fake.attendance drop column mode');
select pg_temp.lookalike('alter table fake.attendance alter person_id type integer');
select pg_temp.lookalike('alter table fake.attendance alter capacity type varchar(40)');
select pg_temp.lookalike('alter table fake.meeting alter body_id type numeric');
select pg_temp.lookalike('alter table fake.vote alter meeting_id type text');
select pg_temp.lookalike('alter table fake.vote drop constraint vote_choice_check, alter choice type "char"');
select pg_temp.lookalike('alter table fake.agenda_item drop column area; alter table fake.agenda_item add area integer generated always as (position * 2) stored');
-- no plain tables
select pg_temp.lookalike('drop table fake.attendance; create view fake.attendance as table trust_tables.attendance');
select pg_temp.lookalike('drop table fake.attendance; create materialized view fake.attendance as table trust_tables.attendance');
select pg_temp.lookalike('drop table fake.attendance; create table fake.attendance (like trust_tables.attendance) partition by hash (person_id)');
select pg_temp.lookalike('alter table fake.attendance set unlogged');
select pg_temp.lookalike('drop table fake.regulation; create view fake.regulation as table trust_tables.regulation');
select pg_temp.lookalike('alter table fake.rule_setting set unlogged');
select regexp_replace(pg_temp.lookalike('create temp table vote (like fake.vote including all);
	create trigger c after insert on pg_temp.vote for each row execute function governance.check_row();
	create trigger d after insert on pg_temp.vote for each statement execute function governance.judge_statement()',
	$$insert into pg_temp.vote values (1, 1, 1, 1, 'yes')$$), 'pg_temp_\d+', 'pg_temp_N') as lookalike;
-- another's
select pg_temp.lookalike('alter table fake.attendance owner to regress_trust_other');
select pg_temp.lookalike('alter table fake.regulation owner to regress_trust_other');
select pg_temp.lookalike('alter table fake.vote owner to regress_trust_other');
-- indexes that cannot be read by
select pg_temp.lookalike('alter table fake.attendance drop constraint attendance_pkey');
select pg_temp.lookalike('alter table fake.attendance drop constraint attendance_pkey; create index on fake.attendance using hash (meeting_id)');
select pg_temp.lookalike('alter table fake.attendance drop constraint attendance_pkey; create index on fake.attendance (meeting_id) where person_id > 1');
select pg_temp.lookalike('alter table fake.attendance drop constraint attendance_pkey; create index on fake.attendance ((meeting_id + 0))');
select pg_temp.lookalike('alter table fake.attendance drop constraint attendance_pkey; create index on fake.attendance (meeting_id, (person_id + 0))');
select pg_temp.lookalike('alter table fake.attendance drop constraint attendance_pkey; create index on fake.attendance (person_id, meeting_id)');
select pg_temp.lookalike('alter table fake.attendance drop constraint attendance_pkey; create index on fake.attendance using gist (meeting_id)');
create operator class trust_tables.odd for type bigint using btree as
	operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint8cmp(bigint, bigint);
select pg_temp.lookalike('alter table fake.attendance drop constraint attendance_pkey; create index on fake.attendance (meeting_id trust_tables.odd)');
drop operator family trust_tables.odd using btree;
select pg_temp.lookalike($$update pg_index set indisvalid = false where indexrelid = 'fake.attendance_pkey'::regclass; alter table fake.attendance set (fillfactor = 90)$$);
-- and those that can
select pg_temp.lookalike('alter table fake.attendance drop constraint attendance_pkey; create index on fake.attendance (meeting_id desc)');
select pg_temp.lookalike('alter table fake.attendance drop constraint attendance_pkey; create index on fake.attendance (meeting_id) include (person_id)');
-- the regulation in another form than ours
select pg_temp.lookalike('drop table fake.rule_setting cascade; create table fake.rule_setting (id int, regulation_id bigint, rule int, body_kind text, value int, citation int, mode text, procedure text)');
select pg_temp.lookalike('alter table fake.regulation drop constraint regulation_body_id_valid_excl, drop constraint regulation_law_valid_excl, drop constraint regulation_valid_check, alter valid type text');
select pg_temp.lookalike($$update fake.rule_setting set mode = 'enforce', value = 'many' where rule = 'quorum_present'$$);
select pg_temp.lookalike('create trigger c after insert on fake.regulation for each row execute function governance.check_regulation();
	alter table fake.regulation drop constraint regulation_body_id_valid_excl, drop constraint regulation_law_valid_excl, drop constraint regulation_valid_check, alter valid type text',
	$$insert into fake.regulation (body_id, title, valid) values (1, 'x', 'y')$$);
select pg_temp.lookalike('create trigger c after insert on fake.rule_setting for each row execute function governance.check_regulation();
	alter table fake.rule_setting alter regulation_id type text',
	$$insert into fake.rule_setting (regulation_id, rule) values ('x', 'seats')$$);

-- called in another way than the registry does
select governance.check_row();
select governance.begin_statement();
select governance.begin_regulation();
select governance.check_regulation();
select governance.guard_truncate();
create table odd (id bigint);
create function pg_temp.misfired(timing text, function text) returns text
language plpgsql
as $$
begin
	execute format('create trigger t %s execute function governance.%s()', timing, function);
	raise exception using errcode = 'ZZ000', message = pg_temp.try('insert into trust_tables.odd values (1)');
exception when sqlstate 'ZZ000' then
	return sqlerrm;
end
$$;
select timing, function, pg_temp.misfired(timing, function)
from (values ('before insert on odd for each row', 'check_row'), ('after insert on odd for each statement', 'check_row'),
	('after insert on odd for each row', 'check_row'), ('after insert on odd for each row', 'begin_statement'),
	('before insert on odd for each statement', 'begin_statement'), ('after insert on odd for each row', 'begin_regulation'),
	('before insert on odd for each statement', 'begin_regulation'), ('before insert on odd for each row', 'check_regulation'),
	('after insert on odd for each row', 'check_regulation'), ('after insert on odd for each row', 'guard_truncate')) v(timing, function);
drop table odd;

-- ---- a registry whose tables are changed, and mended ----
create function pg_temp.decide() returns text
language plpgsql
as $$
declare
	answer text;
begin
	answer := pg_temp.try($q$insert into decision (meeting_id, position, text) values (1, 1, 'beslut')$q$);
	delete from decision;
	return answer;
end
$$;
select pg_temp.decide();
-- rows are read by the primary key, and by another index where that is gone
create index attendance_other on attendance (meeting_id);
alter table attendance drop constraint attendance_pkey;
select pg_temp.decide();
drop index attendance_other;
select pg_temp.decide();
alter table attendance add constraint attendance_pkey primary key (meeting_id, person_id, from_item, from_point);
select pg_temp.decide();
reindex table attendance;
select pg_temp.decide();
reindex table concurrently attendance;
select pg_temp.decide();
cluster attendance using attendance_pkey;
vacuum full attendance;
select pg_temp.decide();
alter table attendance rename column capacity to capability;
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'beslut')$$);
alter table attendance rename column capability to capacity;
select pg_temp.decide();
alter table attendance rename to presence;
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'beslut')$$);
select pg_temp.try($$delete from presence$$);
alter table presence rename to attendance;
select pg_temp.decide();
alter table attendance add column remark text default 'sent';
select pg_temp.decide();
alter table attendance drop column remark;
select pg_temp.decide();
alter table rule_setting rename to setting;
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'beslut')$$);
alter table setting rename to rule_setting;
delete from attendance where person_id > 3;
select pg_temp.decide();
-- the changes of a transaction are forgotten with it
begin;
alter table attendance rename to presence;
savepoint s;
insert into decision (meeting_id, position, text) values (1, 1, 'beslut');
rollback to s;
rollback;
select pg_temp.decide();

-- dropped and made again in one session, with the same ids
reset search_path;
set client_min_messages = warning;
select governance.drop_registry('trust_tables', 'trust_tables') \g /dev/null
select governance.create_registry('trust_tables', '0160') \g /dev/null
set search_path = trust_tables, public;
insert into body (id, name, kind) values (2, 'Nämnden', 'board');
insert into person (id, name) values (1, 'Ek'), (2, 'Lind');
insert into term (body_id, valid) values (2, '[2023-01-01,2027-01-01)');
insert into membership (body_id, person_id, valid) values (2, 1, '[2023-01-01,2027-01-01)'), (2, 2, '[2023-01-01,2027-01-01)');
insert into office (body_id, person_id, kind, valid) values (2, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at) values (1, 2, '2025-03-12', 'Stadshuset', '2025-03-12 09:00', 1, '2025-03-12 09:00');
insert into agenda_item (meeting_id, position, title, handled) values (1, 1, 'Ärende', 1);
insert into presiding (meeting_id, person_id) values (1, 1);
insert into attendance (meeting_id, person_id, capacity) values (1, 1, 'serving_member');
select pg_temp.decide();
insert into attendance (meeting_id, person_id, capacity) values (1, 2, 'serving_member');
select pg_temp.decide();

-- what is deleted in the transaction that made it
begin;
insert into meeting (id, body_id, day, place, starts_at, called_by) values (9, 2, '2025-05-05', 'Stadshuset', '2025-05-05 09:00', 1);
delete from meeting where id = 9;
insert into meeting (id, body_id, day, place, starts_at, called_by) values (9, 2, '2025-05-05', 'Stadshuset', '2025-05-05 09:00', 1);
insert into summons values (9, 1, '2025-05-01 09:00');
with d as (delete from summons) delete from meeting where id = 9;
insert into body (id, name, kind) values (9, 'kort', 'unit');
delete from body where id = 9;
rollback;

-- a schema that is no registry
select * from governance.verify_registry('public');
select * from governance.verify_registry('nowhere');
select * from governance.explain('public', 1, 1);
select * from governance.explain('trust_tables', 77, null);
select * from governance.explain('trust_tables', 1, 77);

drop role regress_trust_other;

-- a row that was written without asking the rules is not committed
begin;
alter table vote_event disable trigger "GOVERNANCE_judge";
insert into vote_event (meeting_id, position, number) values (1, 1, 9);
commit;
begin;
alter table vote_event disable trigger "GOVERNANCE_judge";
savepoint a;
insert into vote_event (meeting_id, position, number) values (1, 1, 9);
rollback to a;
commit;
alter table vote_event enable trigger "GOVERNANCE_judge";

-- no row has an id of 0, which the library takes for no id
select pg_temp.try($$insert into meeting (id, body_id, day, starts_at) values (0, 2, '2025-03-12', '2025-03-12 09:00')$$);
select pg_temp.try($$insert into person (id, name) values (0, 'Noll')$$);
select pg_temp.try($$insert into body (id, name, kind) values (-1, 'Minus', 'board')$$);
