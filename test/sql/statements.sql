-- Every way of writing is judged alike, and what a transaction has read of a
-- meeting is never older than what it wrote (cache.c).
\set registry statements
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql

-- the first line is enough here
create function pg_temp.answer(statement text) returns text
language sql
as $$select split_part(pg_temp.try(statement), E'\n', 1)$$;

-- a rule of the registry's own, for the end
create function statements.two_proposals(meeting bigint, pos integer) returns text
language sql stable set search_path = statements as $$
select 'more than two proposals' from proposal where meeting_id = meeting and position = pos having count(*) > 2
$$;
insert into rule_setting (regulation_id, rule, procedure)
select id, 'two_proposals', 'statements.two_proposals' from regulation where body_id = 2;

-- Meetings 1 and 2 with seven at the table, 3 with four, 4 with three.
select pg_temp.meeting(m, day, 3)
from (values (1, date '2025-03-12'), (2, '2025-04-09'), (3, '2025-05-14'), (4, '2025-06-11')) v(m, day);
delete from attendance where (meeting_id = 3 and person_id > 4) or (meeting_id = 4 and person_id > 3);
-- nobody noted the time
update agenda_item set opened_at = null, decided_at = null;
create view standing as
select meeting_id, string_agg(position || '.' || point, ' ' order by position, point) as decisions
from decision group by meeting_id order by meeting_id;

-- ---- the forms of INSERT: four are enough, three are not ----
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 1, 'a'), (3, 2, 'b'), (1, 1, 'c')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (1, 2, 'a'), (3, 3, 'b'), (4, 1, 'c')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) select meeting_id, position, title from agenda_item where meeting_id = 4$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) select 2, position, title from agenda_item where meeting_id = 2$$);
\set ON_ERROR_STOP off
\set VERBOSITY terse
copy decision (meeting_id, position, text) from stdin;
1	2	a
4	1	b
\.
copy decision (meeting_id, position, text) from stdin;
1	2	a
1	3	b
\.
table standing;
delete from decision;

-- ---- a correction of several rows is judged as a whole ----
insert into decision (meeting_id, position, text) values (3, 1, 'a');
-- one leaves and another comes: as two statements unlawful, as one lawful
select pg_temp.answer($$delete from attendance where meeting_id = 3 and person_id = 4$$);
select pg_temp.answer($$update attendance set person_id = 5 where meeting_id = 3 and person_id = 4$$);
select pg_temp.answer($$
with gone as (delete from attendance where meeting_id = 3 and person_id = 5 returning meeting_id)
insert into attendance (meeting_id, person_id, capacity) select meeting_id, 6, 'serving_member' from gone$$);
select pg_temp.answer($$
with come as (insert into attendance (meeting_id, person_id, capacity) values (3, 5, 'serving_member') returning meeting_id)
delete from attendance where meeting_id = (select meeting_id from come) and person_id = 6$$);
-- decision and attendance in one statement, whichever is written first
select pg_temp.answer($$
with decided as (insert into decision (meeting_id, position, text) values (4, 1, 'a') returning meeting_id)
insert into attendance (meeting_id, person_id, capacity) select meeting_id, 7, 'serving_member' from decided$$);
select pg_temp.answer($$
with gone as (delete from attendance where meeting_id = 4 and person_id = 7 returning meeting_id)
insert into decision (meeting_id, position, text) select meeting_id, 2, 'b' from gone$$);
select pg_temp.answer($$
with decided as (delete from decision where meeting_id = 4 returning meeting_id)
delete from attendance where meeting_id = (select meeting_id from decided limit 1) and person_id = 7$$);

-- ---- UPDATE of what a row belongs to ----
-- a decision, to another item and to another meeting
select pg_temp.answer($$update decision set position = 2 where meeting_id = 3$$);
select pg_temp.answer($$update decision set meeting_id = 4 where meeting_id = 3$$);
select pg_temp.answer($$update decision set meeting_id = 2 where meeting_id = 3$$);
select pg_temp.answer($$update decision set meeting_id = 3, position = 3 where meeting_id = 2$$);
-- attendance, away from a meeting that needs it
select pg_temp.answer($$update attendance set meeting_id = 4 where meeting_id = 3 and person_id = 5$$);
-- the order of handling: two leave after the first item, and three are left for those after it
insert into attendance (meeting_id, person_id, capacity) values (3, 6, 'serving_member');
select pg_temp.answer($$update decision set position = 1 where meeting_id = 3$$);
select pg_temp.answer($$update attendance set to_item = 1 where meeting_id = 3 and person_id in (5, 6)$$);
select pg_temp.answer($$update agenda_item set handled = 4 where meeting_id = 3 and position = 1$$);
select pg_temp.answer($$update agenda_item set handled = case position when 1 then 2 when 2 then 1 else 3 end where meeting_id = 3$$);
select pg_temp.answer($$update attendance set to_item = 2 where meeting_id = 3 and person_id in (5, 6)$$);
select pg_temp.answer($$update agenda_item set handled = case position when 1 then 2 when 2 then 1 else 3 end where meeting_id = 3$$);
table standing;

-- ---- ON CONFLICT ----
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 1, 'again'), (3, 3, 'new') on conflict do nothing$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 1, 'again'), (1, 3, 'new') on conflict do nothing$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 1, 'again')
	on conflict (meeting_id, position, point) do update set position = 3$$);
select pg_temp.answer($$insert into attendance (meeting_id, person_id, capacity) values (3, 2, 'guest')
	on conflict (meeting_id, person_id, from_item, from_point) do update set capacity = 'guest'
	where attendance.person_id = 2$$);
table standing;
delete from decision;

-- ---- one transaction, savepoints, several meetings in turn ----
begin;
insert into decision (meeting_id, position, text) values (1, 1, 'a');
savepoint before;
delete from decision;
delete from attendance where meeting_id = 1 and person_id > 3;
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (1, 2, 'three are there')$$);
rollback to before;
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (1, 2, 'seven are there')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (4, 1, 'three are there')$$);
savepoint more;
insert into attendance (meeting_id, person_id, capacity) values (4, 4, 'serving_member');
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (4, 1, 'four are there')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 1, 'four are there')$$);
rollback to more;
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (4, 1, 'three again')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 2, 'four still')$$);
savepoint kept;
insert into attendance (meeting_id, person_id, capacity) values (4, 4, 'serving_member');
release kept;
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (4, 1, 'four are there')$$);
select pg_temp.answer($$delete from attendance where meeting_id in (1, 4) and person_id = 4$$);
select pg_temp.answer($$delete from attendance where meeting_id = 1 and person_id = 4$$);
table standing;
commit;
delete from decision;
delete from attendance where meeting_id = 4 and person_id = 4;
insert into attendance (meeting_id, person_id, capacity) values (1, 4, 'serving_member');

-- ---- what a transaction made, it can take away again ----
begin;
insert into body (id, name, kind, parent_id, founded_by) values (3, 'Arbetsutskottet', 'committee', 1, 'Kommunstyrelsen');
delete from body where id = 3;
select pg_temp.meeting(5, '2025-08-13', 2);
delete from attendance where meeting_id = 5;
delete from presiding where meeting_id = 5;
delete from agenda_item where meeting_id = 5;
delete from meeting where id = 5;
select pg_temp.meeting(5, '2025-08-13', 2);
with a as (delete from attendance where meeting_id = 5),
	b as (delete from presiding where meeting_id = 5),
	c as (delete from agenda_item where meeting_id = 5)
delete from meeting where id = 5;
select pg_temp.meeting(5, '2025-08-13', 2);
update agenda_item set opened_at = null, decided_at = null;
select pg_temp.answer($$update meeting set id = 6 where id = 5$$);
select pg_temp.answer($$delete from meeting where id = 5$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (5, 1, 'a')$$);
commit;

-- ---- functions that write in the middle of a statement ----
-- each who comes to meeting 4 is named in a question of recusal at its second item
create function remark() returns trigger language plpgsql as $$
begin
	insert into recusal (meeting_id, position, person_id, ground, ruling) values (new.meeting_id, 2, new.person_id, '-', 'rejected');
	return new;
end
$$;
create trigger remark before insert on attendance for each row when (new.meeting_id = 4) execute function remark();
-- the decision's row is checked first; what was read for the recusals is older than the attendance
select pg_temp.answer($$
with decided as (insert into decision (meeting_id, position, text) values (4, 1, 'a') returning meeting_id)
insert into attendance (meeting_id, person_id, capacity) select meeting_id, p, 'serving_member' from decided, generate_series(4, 5) p$$);
drop trigger remark on attendance;
delete from decision;
-- one who decides takes somebody away while the statement runs
create function leave() returns trigger language plpgsql as $$
begin
	delete from attendance where meeting_id = new.meeting_id and person_id = 8 - new.position;
	return new;
end
$$;
create trigger leave before insert on decision for each row execute function leave();
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (1, 1, 'six'), (1, 2, 'five'), (1, 3, 'four')$$);
delete from decision where meeting_id = 1;
delete from attendance where meeting_id = 2 and person_id = 4;
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (2, 1, 'five'), (2, 2, 'four'), (2, 3, 'three')$$);
insert into attendance (meeting_id, person_id, capacity) values (2, 4, 'serving_member');
drop trigger leave on decision;
-- the same after the row, before the rules are asked
create trigger "A leave" after insert on decision for each row execute function leave();
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (2, 3, 'six'), (2, 2, 'five'), (2, 1, 'four')$$);
delete from attendance where meeting_id = 3 and person_id in (5, 6);
insert into attendance (meeting_id, person_id, capacity) values (3, 4, 'serving_member'), (3, 6, 'serving_member');
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 3, 'four')$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (3, 2, 'three')$$);
drop trigger "A leave" on decision;
table standing;

-- ---- a meeting on another day, under other rules ----
update regulation set valid = '[2020-01-01,2026-01-01)' where body_id = 2;
insert into regulation (body_id, title, valid) values (2, 'Nytt reglemente', '[2026-01-01,)');
insert into rule_setting (regulation_id, rule, value)
select id, v.rule, v.value from regulation, (values ('seats', '7'), ('quorum_present', '3')) v(rule, value)
where title = 'Nytt reglemente';
delete from attendance where meeting_id = 4 and person_id > 3;
select pg_temp.answer($$update meeting set day = '2026-06-10', starts_at = '2026-06-10 09:00', opened_at = '2026-06-10 09:00' where id = 4$$);
select pg_temp.answer($$insert into decision (meeting_id, position, text) values (4, 2, 'three are enough')$$);
select pg_temp.answer($$update meeting set day = '2025-06-11', starts_at = '2025-06-11 09:00', opened_at = '2025-06-11 09:00' where id = 4$$);

-- ---- a rule of the registry's own ----
begin;
insert into decision (meeting_id, position, text) values (5, 2, 'a');
insert into proposal (meeting_id, position, number, person_id, text) values (5, 2, 1, 1, 'a');
insert into proposal (meeting_id, position, number, person_id, text) values (5, 2, 2, 1, 'b');
select pg_temp.answer($$insert into proposal (meeting_id, position, number, person_id, text) values (5, 2, 3, 1, 'c')$$);
commit;

-- ---- a fact learned late is recorded, an unlawful act beside it is refused ----
select pg_temp.meeting(7, '2026-10-07', 2);
delete from attendance where meeting_id = 7 and person_id not in (1, 3);
update meeting set closed_at = '2026-10-07 12:00' where id = 7;
select pg_temp.answer($$
with decided as (insert into decision (meeting_id, position, text) values (7, 2, 'by two'))
update membership set valid = '[2023-01-01,2026-10-01)' where body_id = 2 and person_id = 3$$);
begin;
delete from attendance where false;
select pg_temp.answer($$update membership set valid = '[2023-01-01,2026-10-01)' where body_id = 2 and person_id = 3$$);
select meeting_id, rule, found from deviation where meeting_id = 7;
rollback;

-- nothing unlawful got in
select * from governance.verify_registry('statements');
