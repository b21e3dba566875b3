-- What a session can do to its own caches (cache.c, noted.c, registry.c): what
-- was read before a savepoint, around a function, a change of a table or of the
-- rules is never taken for what is there now.  The registry as a whole, judged
-- anew (verify_registry), is the measure.
\set registry caches
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset tuples_only

create function pg_temp.answer(statement text) returns text
language sql
as $$select split_part(pg_temp.try(statement), E'\n', 1)$$;
-- the same without the subtransaction that forgets everything: "done", or an error
create function pg_temp.run(statement text) returns void language plpgsql
as $$begin execute statement; end$$;
create view broken as select id, item, rule from governance.verify_registry('caches');
create view decided as
select meeting_id as meeting, string_agg(position || '.' || point, ' ' order by position, point) as decisions
from decision group by meeting_id order by meeting_id;

-- Seven at the table in meetings 1 and 2, four in 3, three in 4: four are needed.
select pg_temp.meeting(m, day, 3) from (values (1, date '2025-03-12'), (2, '2025-04-09'), (3, '2025-05-14'), (4, '2025-06-11')) v(m, day);
delete from attendance where (meeting_id = 3 and person_id > 4) or (meeting_id = 4 and person_id > 3);
update agenda_item set opened_at = null, decided_at = null;

-- ---- subtransactions that abort ----
-- what was read before, and followed row by row inside, is as it was
begin;
insert into decision (meeting_id, position, text) values (3, 1, 'four');
savepoint s;
insert into attendance (meeting_id, person_id, capacity) values (3, 5, 'serving_member');
delete from attendance where meeting_id = 3 and person_id = 4;
insert into decision (meeting_id, position, text) values (3, 2, 'four others');
rollback to s;
select pg_temp.answer($$delete from attendance where meeting_id = 3 and person_id = 4$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 2, 'four')$$);
table broken;
-- one leaves inside: outside she is there
savepoint s;
delete from decision where meeting_id = 3;
delete from attendance where meeting_id = 3 and person_id = 4;
\set ON_ERROR_STOP off
\set VERBOSITY terse
insert into decision (meeting_id, position, text) values (3, 3, 'three');
rollback to s;
insert into decision (meeting_id, position, text) values (3, 3, 'four');
table broken;
-- the other way round
savepoint s;
insert into attendance (meeting_id, person_id, capacity) values (4, 4, 'serving_member');
rollback to s;
insert into decision (meeting_id, position, text) values (4, 1, 'three');
rollback;

-- a meeting that was inserted, and undone: the same, otherwise
begin;
insert into decision (meeting_id, position, text) values (1, 1, 'warm');
savepoint s;
select pg_temp.meeting(5, '2025-08-13', 2);
insert into decision (meeting_id, position, text) values (5, 1, 'seven');
rollback to s;
select pg_temp.meeting(5, '2025-08-20', 1);
delete from attendance where meeting_id = 5 and person_id > 3;
savepoint s;
insert into decision (meeting_id, position, text) values (5, 1, 'three');
rollback to s;
insert into attendance (meeting_id, person_id, capacity) values (5, 8, 'serving_member');
rollback to s;
insert into attendance (meeting_id, person_id, capacity, serves_for) values (5, 8, 'serving_substitute', 4);
insert into decision (meeting_id, position, text) values (5, 1, 'four');
table broken;
-- it is taken away and made anew: no row of the old one is left
delete from decision where meeting_id = 5;
with a as (delete from attendance where meeting_id = 5), b as (delete from presiding where meeting_id = 5),
	c as (delete from agenda_item where meeting_id = 5)
delete from meeting where id = 5;
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at)
values (5, 2, '2025-08-27', 'Stadshuset', '2025-08-27 09:00', 1, '2025-08-27 09:00');
insert into agenda_item (meeting_id, position, title, handled) values (5, 1, 'Ärende', 1);
insert into presiding (meeting_id, person_id) values (5, 1);
insert into decision (meeting_id, position, text) values (5, 1, 'nobody');
rollback;
-- ... in another body, whose rules ask for less
begin;
insert into body (id, name, kind, founded_by) values (3, 'Nämnden', 'board', 'Kommunfullmäktige');
insert into membership (body_id, person_id, role, valid) select 3, p, 'member', '[2023-01-01,2027-01-01)' from generate_series(1, 5) p;
insert into office (body_id, person_id, kind, valid) values (3, 1, 'chair', '[2023-01-01,2027-01-01)');
select pg_temp.meeting(6, '2025-09-10', 1);
delete from attendance where meeting_id = 6 and person_id > 3;
savepoint s;
insert into decision (meeting_id, position, text) values (6, 1, 'three of seven');
rollback to s;
with a as (delete from attendance where meeting_id = 6), b as (delete from presiding where meeting_id = 6),
	c as (delete from agenda_item where meeting_id = 6)
delete from meeting where id = 6;
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at)
values (6, 3, '2025-09-10', 'Stadshuset', '2025-09-10 09:00', 1, '2025-09-10 09:00');
insert into agenda_item (meeting_id, position, title, handled) values (6, 1, 'Ärende', 1), (6, 2, 'Ärende', 2);
insert into presiding (meeting_id, person_id) values (6, 1);
insert into attendance (meeting_id, person_id, capacity) select 6, p, 'serving_member' from generate_series(1, 3) p;
insert into decision (meeting_id, position, text) values (6, 1, 'three of five');
table broken;
savepoint s;
delete from attendance where meeting_id = 6 and person_id = 3;
rollback to s;
-- ... and back within one statement
with d as (delete from decision where meeting_id = 6), a as (delete from attendance where meeting_id = 6),
	b as (delete from presiding where meeting_id = 6), c as (delete from agenda_item where meeting_id = 6)
delete from meeting where id = 6;
select pg_temp.meeting(6, '2025-09-10', 1);
delete from attendance where meeting_id = 6 and person_id > 3;
insert into decision (meeting_id, position, text) values (6, 1, 'three of seven');
rollback;

-- plpgsql: every exception block is a subtransaction
do $$
begin
	insert into decision (meeting_id, position, text) values (3, 1, 'four');
	begin
		insert into attendance (meeting_id, person_id, capacity) values (3, 5, 'serving_member'), (4, 5, 'serving_member');
		insert into decision (meeting_id, position, text) values (4, 1, 'four');
		perform 1 / 0;
	exception when division_by_zero then null;
	end;
	begin
		insert into decision (meeting_id, position, text) values (4, 1, 'three');
		raise warning 'three decided';
	exception when check_violation then
		raise warning '%', sqlerrm;
	end;
	begin
		delete from attendance where meeting_id = 3 and person_id = 4;
		raise warning 'three are left';
	exception when check_violation then
		raise warning '%', sqlerrm;
	end;
end
$$;
table decided;
delete from decision;

-- ---- the rules change, and the change is undone ----
begin;
insert into decision (meeting_id, position, text) values (3, 1, 'four');
delete from decision where meeting_id = 3;
savepoint s;
update rule_setting set value = '3' where rule = 'quorum_present' and regulation_id = (select id from regulation where body_id = 2);
insert into decision (meeting_id, position, kind, text) values (4, 1, 'procedural', 'three are enough');
table broken;
rollback to s;
insert into decision (meeting_id, position, kind, text) values (4, 1, 'procedural', 'three are not');
rollback to s;
update rule_setting set value = '5' where rule = 'quorum_present' and regulation_id = (select id from regulation where body_id = 2);
insert into decision (meeting_id, position, text) values (3, 1, 'four are not');
rollback to s;
insert into decision (meeting_id, position, text) values (3, 1, 'four are enough');
table broken;
rollback;
-- while the meeting is kept
begin;
update agenda_item set title = 'warm' where meeting_id in (3, 4);
update rule_setting set value = '3' where rule = 'quorum_present' and regulation_id = (select id from regulation where body_id = 2);
insert into decision (meeting_id, position, kind, text) values (4, 1, 'procedural', 'three are enough');
delete from decision;
update rule_setting set value = '5' where rule = 'quorum_present' and regulation_id = (select id from regulation where body_id = 2);
insert into decision (meeting_id, position, text) values (3, 1, 'four are not');
rollback;
-- in one block that fails, compiled in it and used after it
do $$
begin
	begin
		update rule_setting set value = '3' where rule = 'quorum_present' and regulation_id = (select id from regulation where body_id = 2);
		insert into decision (meeting_id, position, kind, text) values (4, 1, 'procedural', 'three');
		perform 1 / 0;
	exception when division_by_zero then null;
	end;
	insert into decision (meeting_id, position, kind, text) values (4, 1, 'procedural', 'three');
end
$$;

-- ---- section numbers: what other meetings hold ----
update agenda_item set section = 10 + position where meeting_id = 2;
begin;
update agenda_item set section = position where meeting_id = 1;
-- in one statement both move: neither is judged by what the other was
update agenda_item set section = section + 10 where meeting_id in (1, 2);
table broken;
-- the later one goes, in a statement that leaves nothing to judge
with a as (delete from attendance where meeting_id = 2), b as (delete from presiding where meeting_id = 2),
	c as (delete from agenda_item where meeting_id = 2)
delete from meeting where id = 2;
update agenda_item set section = section + 100 where meeting_id = 1;
table broken;
-- ... and comes back
select pg_temp.meeting(2, '2025-04-09', 3);
update agenda_item set section = 10 + position where meeting_id = 2;
rollback;
-- another body numbers in the same series, and leaves it
begin;
insert into body (id, name, kind, founded_by, section_series_id) values (3, 'Nämnden', 'board', 'Kommunfullmäktige', 2);
insert into meeting (id, body_id, day, place, starts_at) values (6, 3, '2025-04-01', 'Stadshuset', '2025-04-01 09:00');
insert into agenda_item (meeting_id, position, title, section) values (6, 1, 'Ärende', 5);
update agenda_item set section = position where meeting_id = 1;
savepoint s;
update agenda_item set section = 5 + position where meeting_id = 1;
rollback to s;
update agenda_item set section = position where meeting_id = 1;
update body set section_series_id = null where id = 3;
update agenda_item set section = 5 + position where meeting_id = 1;
table broken;
rollback;
update agenda_item set section = null where meeting_id = 2;

-- ---- statements within statements ----
-- A statement calls a function before each row: what is judged there sees the
-- rows written so far, and no more.
create function arrive() returns trigger language plpgsql as $$
begin
	if not exists (select from meeting where id = new.meeting_id) then
		insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at)
		values (new.meeting_id, 2, '2025-08-13', 'Stadshuset', '2025-08-13 09:00', 1, '2025-08-13 09:00');
		insert into agenda_item (meeting_id, position, title, handled) values (new.meeting_id, 1, 'Ärende', 1);
		insert into presiding (meeting_id, person_id) values (new.meeting_id, 1);
	end if;
	if new.from_point = 'decided' then
		insert into decision (meeting_id, position, text) values (new.meeting_id, 1, 'before ' || new.person_id);
	else
		update agenda_item set title = 'Ärende ' || new.person_id where meeting_id = new.meeting_id and position = 1;
	end if;
	return new;
end
$$;
create trigger arrive before insert on attendance for each row when (new.meeting_id > 4) execute function arrive();
begin;
select pg_temp.run($$insert into attendance (meeting_id, person_id, capacity, from_point)
	select 7, p, 'serving_member', case p when 5 then 'decided' else 'opened' end from generate_series(1, 7) p$$);
table broken;
rollback;
begin;
select pg_temp.run($$insert into attendance (meeting_id, person_id, capacity, from_point)
	select 7, p, 'serving_member', case p when 4 then 'decided' else 'opened' end from generate_series(1, 7) p$$);
rollback;
-- ... of a meeting that others can see
begin;
select pg_temp.meeting(7, '2025-08-13', 1);
commit;
delete from attendance where meeting_id = 7;
begin;
select pg_temp.run($$insert into attendance (meeting_id, person_id, capacity, from_point)
	select 7, p, 'serving_member', case p when 5 then 'decided' else 'opened' end from generate_series(1, 7) p$$);
table broken;
rollback;
drop trigger arrive on attendance;

-- Functions with an exception block, before and after the rules' own triggers:
-- what they abort takes no row of the statement with it.
create function attempt() returns trigger language plpgsql as $$
begin
	begin
		insert into attendance (meeting_id, person_id, capacity) values (new.meeting_id, 6, 'serving_member');
		insert into decision (meeting_id, position, text) values (new.meeting_id, 3, 'attempt');
		raise division_by_zero;
	exception when division_by_zero then null;
	end;
	return new;
end
$$;
create trigger "A attempt" after insert on decision for each row when (new.text <> 'attempt') execute function attempt();
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (4, 1, 'three')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 1, 'four'), (4, 1, 'three')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (4, 1, 'three'), (3, 1, 'four')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 1, 'four'), (3, 2, 'four')$$);
delete from decision;
alter trigger "A attempt" on decision rename to "Z attempt";
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (4, 1, 'three')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 1, 'four'), (4, 1, 'three')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (4, 1, 'three'), (3, 1, 'four')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 1, 'four'), (3, 2, 'four')$$);
table broken;
delete from decision;
drop trigger "Z attempt" on decision;

-- The same without a block: what they write stays.  The statement's first row is
-- judged with it, the others when all is done.
create function replace_one() returns trigger language plpgsql as $$
begin
	delete from decision where meeting_id = new.meeting_id and position < new.position;
	update attendance set to_item = 1 where meeting_id = new.meeting_id and person_id = 7 and new.position = 2;
	return new;
end
$$;
create trigger "A replace" after insert on decision for each row execute function replace_one();
select pg_temp.answer($$insert into decision (meeting_id, position, text) select m, p, '-' from generate_series(1, 2) m, generate_series(1, 3) p$$);
table decided;
table broken;
delete from decision;
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (1, 1, '-'), (1, 2, '-'), (4, 3, '-'), (1, 3, '-')$$);
delete from decision;
alter trigger "A replace" on decision rename to "Z replace";
update attendance set to_item = null;
select pg_temp.answer($$insert into decision (meeting_id, position, text) select m, p, '-' from generate_series(1, 2) m, generate_series(1, 3) p$$);
table decided;
table broken;
delete from decision;
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (1, 1, '-'), (1, 2, '-'), (4, 3, '-'), (1, 3, '-')$$);
drop trigger "Z replace" on decision;
delete from decision;
update attendance set to_item = null;

-- A function in the statement writes another row of the same table.
create function and_also(meeting bigint, item integer) returns integer language plpgsql as $$
begin
	insert into decision (meeting_id, position, text) values (meeting, item, 'also');
	return item - 1;
end
$$;
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, and_also(3, 2), 'four')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) select 3, and_also(4, 2), 'three' where exists (select from decision)$$);
select pg_temp.answer($$with gone as (delete from attendance where meeting_id = 3 and person_id = 4 returning meeting_id)
	insert into decision (meeting_id, position, text) select meeting_id, and_also(1, 3) + 1, '-' from gone$$);
table decided;
table broken;
delete from decision;

-- ---- one statement, several tables or the same one twice ----
begin;
insert into decision (meeting_id, position, text) values (1, 1, 'warm'), (3, 1, 'warm');
-- a meeting whose rows were written before it, by the same statement
with i as (insert into agenda_item (meeting_id, position, title, handled) values (8, 1, 'Ärende', 1) returning meeting_id),
	p as (insert into presiding (meeting_id, person_id) select meeting_id, 1 from i returning meeting_id),
	a as (insert into attendance (meeting_id, person_id, capacity) select meeting_id, n, 'serving_member' from p, generate_series(1, 4) n returning meeting_id)
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at)
select distinct meeting_id, 2, date '2025-10-08', 'Stadshuset', timestamp '2025-10-08 09:00', 1, timestamp '2025-10-08 09:00' from a;
insert into decision (meeting_id, position, text) values (8, 1, 'four');
savepoint s;
delete from attendance where meeting_id = 8 and person_id = 4;
rollback to s;
delete from decision where meeting_id = 8;
-- the same table twice: who comes and who goes, whichever is first
with gone as (delete from attendance where meeting_id = 3 and person_id = 4)
insert into attendance (meeting_id, person_id, capacity) values (3, 5, 'serving_member');
with come as (insert into attendance (meeting_id, person_id, capacity) values (3, 6, 'serving_member'))
update attendance set capacity = 'guest' where meeting_id = 3 and person_id = 5;
table broken;
savepoint s;
with come as (insert into attendance (meeting_id, person_id, capacity) values (3, 7, 'guest')),
	moved as (update attendance set meeting_id = 4 where meeting_id = 3 and person_id = 6)
delete from attendance where meeting_id = 1 and person_id = 7;
rollback to s;
-- three tables, two meetings
with come as (insert into attendance (meeting_id, person_id, capacity) values (4, 4, 'serving_member')),
	gone as (delete from decision where meeting_id = 3)
insert into decision (meeting_id, position, text) values (4, 2, 'four');
update decision set position = 3 where meeting_id = 4;
table broken;
savepoint s;
with gone as (delete from attendance where meeting_id = 4 and person_id = 4)
update decision set text = 'three' where meeting_id = 1;
rollback to s;
-- decisions move between meetings and items
update decision set meeting_id = 2, position = 1 where meeting_id = 1;
update decision set position = 4 - position;
table decided;
table broken;
-- ON CONFLICT: rows inserted and rows updated in one statement
insert into attendance (meeting_id, person_id, capacity) values (4, 4, 'serving_member'), (4, 5, 'serving_member')
	on conflict (meeting_id, person_id, from_item, from_point) do update set to_item = 1;
rollback;
begin;
insert into decision (meeting_id, position, text) values (3, 1, 'warm');
insert into attendance (meeting_id, person_id, capacity) values (3, 4, 'serving_member'), (3, 5, 'serving_member')
	on conflict (meeting_id, person_id, from_item, from_point) do update set capacity = 'guest';
table broken;
insert into attendance (meeting_id, person_id, capacity) values (3, 5, 'serving_member'), (3, 4, 'guest')
	on conflict (meeting_id, person_id, from_item, from_point) do update set capacity = 'guest';
rollback;

-- MERGE, where there is one: inserted, updated and deleted rows in one statement
create function pg_temp.merge(came bigint[]) returns text language sql
as $$
select pg_temp.answer(format(case when current_setting('server_version_num')::integer >= 150000 then '
	merge into attendance a using unnest(%L::bigint[]) c(p) on a.meeting_id = 3 and a.person_id = c.p
	when matched and c.p = 4 then delete
	when matched then update set capacity = ''guest''
	when not matched then insert (meeting_id, person_id, capacity) values (3, c.p, ''serving_member'')'
else '
	with c as (select unnest(%L::bigint[]) as p),
		gone as (delete from attendance where meeting_id = 3 and person_id = 4 and person_id in (select p from c))
	insert into attendance (meeting_id, person_id, capacity) select 3, p, ''serving_member'' from c where p <> 4
	on conflict (meeting_id, person_id, from_item, from_point) do update set capacity = ''guest''' end, came))
$$;
begin;
insert into decision (meeting_id, position, text) values (3, 1, 'warm');
select pg_temp.merge('{4,5}');
select pg_temp.merge('{3,6}');
select pg_temp.merge('{1,2}');
select pg_temp.merge('{5}');
select pg_temp.merge('{2,7}');
table broken;
delete from attendance where meeting_id = 3 and person_id = 7;
rollback;

-- rows of two registries in one statement
select governance.create_registry('caches_beside', '0180') \g /dev/null
insert into caches_beside.body (id, name, kind, founded_by) values (2, 'Nämnden', 'board', 'Kommunfullmäktige');
insert into caches_beside.person (id, name) select id, name from person;
insert into caches_beside.membership (body_id, person_id, role, valid) select 2, p, 'member', '[2023-01-01,2027-01-01)' from generate_series(1, 5) p;
insert into caches_beside.office (body_id, person_id, kind, valid) values (2, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into caches_beside.meeting select * from meeting where id <= 4;
insert into caches_beside.agenda_item select * from agenda_item where meeting_id <= 4;
insert into caches_beside.presiding select * from presiding where meeting_id <= 4;
insert into caches_beside.attendance select * from attendance where meeting_id <= 4 and person_id <= 5;
begin;
-- three of five there, four of seven here
with there as (insert into caches_beside.decision (meeting_id, position, text) values (4, 1, 'three'))
insert into decision (meeting_id, position, text) values (3, 1, 'four');
select count(*) from governance.verify_registry('caches_beside');
table broken;
savepoint s;
with there as (insert into caches_beside.decision (meeting_id, position, text) values (4, 2, 'three'))
insert into decision (meeting_id, position, text) values (4, 1, 'three');
rollback to s;
with there as (delete from caches_beside.attendance where meeting_id = 4 and person_id = 3)
insert into decision (meeting_id, position, text) values (3, 2, 'four');
rollback to s;
with there as (delete from caches_beside.attendance where meeting_id = 3 and person_id = 3)
insert into decision (meeting_id, position, text) values (3, 2, 'four');
delete from attendance where meeting_id = 3 and person_id = 3;
rollback;
select governance.drop_registry('caches_beside', 'caches_beside');

-- ---- cursors ----
-- one that was opened before goes on over what was read then
begin;
insert into decision (meeting_id, position, text) values (3, 1, 'four');
declare members cursor for select * from attendance where meeting_id = 3 order by person_id desc for update;
fetch 1 from members;
savepoint s;
delete from attendance where current of members;
rollback to s;
insert into attendance (meeting_id, person_id, capacity) values (3, 7, 'serving_member');
update attendance set capacity = 'guest' where current of members;
table broken;
fetch 1 from members;
update attendance set capacity = 'guest' where current of members;
rollback;
-- a function that writes, row by row of a cursor
begin;
declare decisions cursor for select and_also(m, 1) from unnest('{1,3,2,4,1}'::bigint[]) m;
fetch 1 from decisions;
savepoint s;
fetch 1 from decisions;
delete from attendance where meeting_id = 3 and person_id = 4;
rollback to s;
fetch 1 from decisions;
fetch 1 from decisions;
rollback;
table decided;

-- ---- what a check looks at ----
-- Each table that is read costs; foreign keys look at those that are referred to.
-- (Bodies and regulations are read again when others' work makes them stale.)
create temp table looked_at (act text, tables text);
create view scans as
select relname, idx_scan as scans from pg_stat_xact_user_tables
where schemaname = 'caches' and relname <> all ('{body,body_succession,term,membership,office,hindrance,substitution_order,'
	'attendance_right,delegation,regulation,provision,rule_setting,extra_day}');
create function pg_temp.look_at(act text) returns void language plpgsql as $$
declare
	before jsonb := (select jsonb_object_agg(relname, scans) from scans);
	tables text;
begin
	execute act;
	select string_agg(relname, ' ' order by relname) into tables
	from scans where scans > coalesce((before ->> relname::text)::bigint, 0);
	raise exception using message = tables, errcode = 'ZZ000';
exception when sqlstate 'ZZ000' then
	insert into looked_at values (act, sqlerrm);
end
$$;
select pg_temp.look_at(act) from unnest(array[
	'insert into decision (meeting_id, position, text) values (1, 1, ''bifall'')',
	'insert into matter (id, body_id, number, title, opened_on) values (1, 2, ''IU 2025/1'', ''Ärende'', ''2025-01-02'')']) act \g /dev/null
table looked_at;

select governance.drop_registry('caches', 'caches');
