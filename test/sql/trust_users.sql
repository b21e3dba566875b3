-- A check does not depend on who writes: neither on the search path, nor on what
-- the user may read, nor on row security; and what is rolled back is forgotten.
\set registry trust_users
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
create role regress_trust_writer;
create role regress_trust_reader;
create function pg_temp.decide() returns text
language sql
as $$select pg_temp.try($q$insert into trust_users.decision (meeting_id, position, text) values (1, 1, 'beslut')$q$)$$;
select pg_temp.meeting(1, '2025-03-12', 2);
delete from attendance where person_id > 3;

-- ---- a hostile search path ----
create role regress_trust_hostile;
create schema trust_hostile authorization regress_trust_hostile;
grant all on schema trust_users to regress_trust_hostile;
select grant_access('regress_trust_hostile', 'administrator');
grant all on all tables in schema trust_users to regress_trust_hostile;
grant temporary on database :"DBNAME" to regress_trust_hostile;
set role regress_trust_hostile;
-- Each trap springs when another than the user who set it runs it.
create function trust_hostile.sprung() returns boolean language plpgsql as $$
begin
	if current_user operator(pg_catalog.<>) 'regress_trust_hostile' then
		raise warning 'trapped as %', current_user;
	end if;
	return false;
end
$$;
create function trust_hostile.trap_day(date, date) returns boolean language sql as 'select trust_hostile.sprung()';
create function trust_hostile.trap_range(date, daterange) returns boolean language sql as 'select trust_hostile.sprung()';
create function trust_hostile.trap_text(text, text) returns boolean language sql as 'select trust_hostile.sprung()';
create function trust_hostile.trap_id(bigint, bigint) returns boolean language sql as 'select trust_hostile.sprung()';
create operator trust_hostile.>= (leftarg = date, rightarg = date, function = trust_hostile.trap_day);
create operator trust_hostile.<= (leftarg = date, rightarg = date, function = trust_hostile.trap_day);
create operator trust_hostile.<@ (leftarg = date, rightarg = daterange, function = trust_hostile.trap_range);
create operator trust_hostile.= (leftarg = text, rightarg = text, function = trust_hostile.trap_text);
create operator trust_hostile.= (leftarg = bigint, rightarg = bigint, function = trust_hostile.trap_id);
create operator trust_hostile.<> (leftarg = bigint, rightarg = bigint, function = trust_hostile.trap_id);
create function trust_hostile.make_date(int, int, int) returns date language sql as 'select case when trust_hostile.sprung() then null end::date';
create function trust_hostile.date_part(text, date) returns double precision language sql as 'select case when trust_hostile.sprung() then 0 end::double precision';
create table trust_hostile.meeting (like meeting including all);
create table trust_hostile.attendance (like attendance including all);
create table trust_hostile.regulation (like regulation including all);
create table trust_hostile.rule_setting (like rule_setting including all);
create temp table rule_setting (like trust_users.rule_setting including all);
create temp table person (id bigint, name text);
create temp table decision (like trust_users.decision including all);
set search_path = trust_hostile, pg_temp, pg_catalog;
select pg_temp.decide();
insert into trust_users.attendance (meeting_id, person_id, capacity) values (1, 4, 'serving_member');
select pg_temp.decide();
update trust_users.agenda_item set section = position;
select pg_temp.try($$update trust_users.rule_setting set mode = 'off' where rule operator(pg_catalog.=) 'quorum_present'$$);
select pg_temp.try($$delete from trust_users.attendance where person_id = 4$$);
select pg_temp.try($$update trust_users.membership set valid = '[2023-01-01,2026-01-01)' where person_id = 4$$);
select rule, status, finding from trust_users.explain_item(1, 1) where rule operator(pg_catalog.=) 'quorum_present';
select * from governance.verify_registry('trust_users');
reset role;
select governance.upgrade_registry('trust_users');
set search_path = trust_users, public;
drop table pg_temp.rule_setting, pg_temp.person, pg_temp.decision;
drop schema trust_hostile cascade;
drop owned by regress_trust_hostile;
drop role regress_trust_hostile;
delete from decision;
delete from attendance where person_id = 4;

-- ---- a user who may write and not read ----
grant usage on schema trust_users to regress_trust_writer, regress_trust_reader;
select grant_access('regress_trust_writer', 'administrator');
revoke all on all tables in schema trust_users from regress_trust_writer;
grant insert on all tables in schema trust_users to regress_trust_writer;
set role regress_trust_writer;
select pg_temp.try('table decision');
select pg_temp.decide();
select pg_temp.try($$insert into rule_setting (regulation_id, rule, value) values (1, 'seats', '9')$$);
select pg_temp.try('select * from explain_item(1, 1)');
select pg_temp.try($$select * from governance.verify_registry('trust_users')$$);
insert into attendance (meeting_id, person_id, capacity) values (1, 4, 'serving_member');
select pg_temp.decide();
reset role;
select meeting_id, position, text from decision;
delete from decision;
delete from attendance where person_id = 4;
-- one who may also read names is told them
grant select on person to regress_trust_writer;
set role regress_trust_writer;
select pg_temp.decide();
reset role;

-- ---- row security does not blind a check ----
grant select, update, delete on all tables in schema trust_users to regress_trust_writer;
create policy nothing on attendance as restrictive using (false) with check (true);
create policy nothing on rule_setting as restrictive using (false);
create policy nothing on regulation as restrictive using (false);
alter table attendance force row level security;
alter table decision force row level security;
alter table rule_setting force row level security;
alter table regulation force row level security;
set role regress_trust_writer;
select count(*) from attendance;
select pg_temp.decide();
insert into attendance (meeting_id, person_id, capacity) values (1, 4, 'serving_member');
select pg_temp.decide();
reset role;
do $$
declare
	tab name;
begin
	foreach tab in array array['attendance', 'decision', 'rule_setting', 'regulation'] loop
		execute format('alter table %I no force row level security', tab);
		execute format('drop policy if exists nothing on %I', tab);
	end loop;
end
$$;
delete from decision;
delete from attendance where person_id = 4;

-- ---- a view and a function with another's rights ----
create view trust_view as select * from decision;
alter view trust_view owner to regress_trust_writer;
grant insert on trust_view to regress_trust_reader;
create function trust_define() returns void language sql security definer set search_path = trust_users, pg_temp as
	$$insert into decision (meeting_id, position, text) values (1, 1, 'beslut')$$;
set role regress_trust_reader;
select pg_temp.try($$insert into trust_view (meeting_id, position, text) values (1, 1, 'beslut')$$);
select pg_temp.try('select trust_define()');
reset role;
drop view trust_view;
drop function trust_define();

-- ---- a trigger of somebody else's does not get the owner's rights ----
-- (columns of a type whose cast is a function of theirs would run it)
create temp table lent (id bigint);
alter table lent owner to regress_trust_writer;
set role regress_trust_writer;
select p.proname as function, pg_temp.try(format('create trigger t after insert on lent for each row execute function %s()', p.proname))
from pg_proc p where pronamespace = 'trust_users'::regnamespace and prosecdef order by p.proname collate "C";
reset role;
drop table lent;

-- ---- what is rolled back is forgotten ----
begin;
savepoint s;
insert into attendance (meeting_id, person_id, capacity) values (1, 4, 'serving_member');
insert into decision (meeting_id, position, text) values (1, 1, 'beslut');
rollback to s;
select pg_temp.decide();
commit;
begin;
savepoint s;
insert into attendance (meeting_id, person_id, capacity) values (1, 4, 'serving_member');
insert into decision (meeting_id, position, text) values (1, 2, 'beslut');
release s;
select pg_temp.decide();
delete from decision where position = 1;
rollback;
-- a body and a meeting made, read, rolled back, and made again otherwise
begin;
savepoint s;
insert into body (id, name, kind, founded_by) values (50, 'Nämnden', 'board', 'Kommunfullmäktige');
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at) values (50, 50, '2025-04-01', 'Stadshuset', '2025-04-01 09:00', 1, '2025-04-01 09:00');
insert into agenda_item (meeting_id, position, title, handled) values (50, 1, 'Ärende', 1);
insert into attendance (meeting_id, person_id, capacity) values (50, 1, 'guest');
rollback to s;
insert into body (id, name, kind, parent_id, founded_by) values (50, 'Gruppen', 'working_group', 1, 'Kommunstyrelsen');
select pg_temp.try($$insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at) values (50, 50, '2025-04-01', 'Stadshuset', '2025-04-01 09:00', 1, '2025-04-01 09:00')$$);
select pg_temp.try($$insert into agenda_item (meeting_id, position, title, handled) values (50, 1, 'Ärende', 1)$$);
select rule, status from explain_meeting(50) where rule = 'quorum_present';
rollback;
-- settings changed, compiled, and rolled back
begin;
update rule_setting set value = '3' where rule in ('quorum_present', 'decision_agreement') and body_kind is null;
select pg_temp.decide();
rollback;
select pg_temp.decide();
begin;
savepoint s;
update rule_setting set mode = 'off' where rule in ('quorum_present', 'decision_agreement') and body_kind is null;
select pg_temp.decide();
rollback to s;
select pg_temp.decide();
commit;
-- a change of the rules and a decision in one statement pass each other in no way
select pg_temp.try($$with c as (update rule_setting set value = '3' where rule in ('quorum_present', 'decision_agreement') and body_kind is null)
	insert into decision (meeting_id, position, text) values (1, 1, 'beslut')$$);
insert into attendance (meeting_id, person_id, capacity) values (1, 4, 'serving_member');
select pg_temp.try($$with c as (update rule_setting set value = '5' where rule = 'quorum_present' and body_kind is null)
	insert into decision (meeting_id, position, text) values (1, 1, 'beslut')$$);
delete from attendance where person_id = 4;
select count(*) from decision;
-- and what the rules were in it is forgotten when it is refused, also where they
-- had to be read anew for it
select pg_temp.try($$update rule_setting set value = 'x' where rule = 'quorum_present' and body_kind is null$$);
select pg_temp.try($$with c as (update rule_setting set value = '2' where rule = 'quorum_present' and body_kind is null)
	insert into decision (meeting_id, position, text) values (1, 1, 'beslut')$$);
select pg_temp.decide();

-- ---- past the triggers: found afterwards ----
begin;
set local session_replication_role = replica;
insert into decision (meeting_id, position, text) values (1, 1, 'beslut');
update rule_setting set mode = 'warn' where rule = 'decision_agreement' and body_kind is null;
set local session_replication_role = origin;
select id, item, rule, finding from governance.verify_registry('trust_users') where rule in ('quorum_present', 'decision_agreement');
set local session_replication_role = replica;
insert into meeting (id, body_id, day, starts_at) values (98, 77, '2025-01-01', '2025-01-01 09:00');
set local session_replication_role = origin;
select id, item, rule, finding from governance.verify_registry('trust_users') where id = 98;
select * from explain_meeting(98);
rollback;
select pg_temp.try('truncate rule_setting');
set session_replication_role = replica;
select pg_temp.try('truncate rule_setting');
reset session_replication_role;

reset search_path;
drop owned by regress_trust_writer, regress_trust_reader;
drop role regress_trust_writer, regress_trust_reader;
