-- Many meetings and long statements: what is kept of meetings is dropped when it
-- gets too much, and a long statement is judged in parts (cache.c, noted.c).  No
-- unlawful row gets through among lawful ones.
\set registry caches_bulk
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset tuples_only

create function pg_temp.answer(statement text) returns text
language sql
as $$select split_part(pg_temp.try(statement), E'\n', 1)$$;
create view broken as select id, item, rule from governance.verify_registry('caches_bulk');
-- Seven at the table in meetings 1 and 2, four in 3, three in 4: four are needed.
select pg_temp.meeting(m, day, 3) from (values (1, date '2025-03-12'), (2, '2025-04-09'), (3, '2025-05-14'), (4, '2025-06-11')) v(m, day);
delete from attendance where (meeting_id = 3 and person_id > 4) or (meeting_id = 4 and person_id > 3);
update agenda_item set opened_at = null, decided_at = null;

-- 1,100 meetings more with four at the table, and eight items each; and a row for
-- each of the items, in no order
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at)
select 1000 + m, 2, d, 'Stadshuset', d + time '09:00', 1, d + time '09:00'
from generate_series(1, 1100) m, lateral (select date '2023-01-02' + m as d) v;
insert into presiding (meeting_id, person_id) select 1000 + m, 1 from generate_series(1, 1100) m;
insert into attendance (meeting_id, person_id, capacity) select 1000 + m, p, 'serving_member' from generate_series(1, 1100) m, generate_series(1, 4) p;
insert into agenda_item (meeting_id, position, title, handled) select 1000 + m, p, 'Ärende', p from generate_series(1, 1100) m, generate_series(1, 8) p;
create table bulk as
select row_number() over (order by md5(m || '.' || p)) as n, 1000 + m as meeting_id, p as position
from generate_series(1, 1100) m, generate_series(1, 8) p;
\set ON_ERROR_STOP off
\set VERBOSITY terse

-- ---- more meetings than are kept, in one transaction ----
begin;
insert into decision (meeting_id, position, text) select 1000 + m, 1, 'four' from generate_series(1, 1100) m;
table broken;
savepoint s;
delete from attendance where meeting_id = 1001 and person_id = 4;
rollback to s;
delete from attendance where meeting_id = 2100 and person_id = 4;
rollback to s;
update attendance set person_id = 5 where meeting_id > 1000 and person_id = 4;
table broken;
savepoint s;
update attendance set capacity = 'guest' where person_id = 5 and meeting_id in (1001, 1030, 2099);
rollback to s;
-- a function with an exception block, meeting by meeting
do $$
declare
	m bigint;
	refused integer = 0;
begin
	for m in select id from meeting where id > 1000 order by id loop
		begin
			update attendance set capacity = 'guest' where meeting_id = m and person_id = 5;
		exception when check_violation then
			refused = refused + 1;
		end;
	end loop;
	raise warning '% of 1100 refused', refused;
end
$$;
rollback;

-- ---- a long statement is judged in parts ----
set work_mem = '64kB';
-- one row among 8,800 is unlawful, of a meeting with three at the table: the
-- first of the statement, one in the middle, the last
create function pg_temp.hidden(unlawful bigint, statement text) returns text language plpgsql
as $$
declare
	answer text;
begin
	delete from attendance a using bulk b where b.n = unlawful and a.meeting_id = b.meeting_id and a.person_id = 4;
	answer = pg_temp.answer(replace(statement, '$1', unlawful::text));
	delete from decision where meeting_id > 1000;
	insert into attendance (meeting_id, person_id, capacity)
	select meeting_id, 4, 'serving_member' from bulk where n = unlawful;
	return answer;
end
$$;
select n, pg_temp.hidden(n, 'insert into decision (meeting_id, position, text)
	select b.meeting_id, b.position, b.n::text from bulk b, bulk u where u.n = $1 and (b.n = $1 or b.meeting_id <> u.meeting_id) order by b.n')
from unnest('{1,4400,8800}'::bigint[]) n;
-- ... all rows of the meeting, in its order
select n, pg_temp.hidden(n, 'insert into decision (meeting_id, position, text) select meeting_id, position, n::text from bulk order by meeting_id, position')
from unnest('{1,4400,8800}'::bigint[]) n;
-- ... many rows of an item, of which others tell the same
select pg_temp.hidden(8800, 'insert into decision (meeting_id, position, point, text)
	select b.meeting_id, b.position, p, b.n::text from bulk b, bulk u, generate_series(1, 3) p
	where u.n = $1 and (b.n = $1 or b.meeting_id <> u.meeting_id) order by p, b.n');
-- ... without it the statement is lawful
select pg_temp.hidden(8800, 'insert into decision (meeting_id, position, text)
	select b.meeting_id, b.position, b.n::text from bulk b, bulk u where u.n = $1 and b.meeting_id <> u.meeting_id order by b.n');
-- the same by COPY
begin;
delete from attendance where meeting_id = 2100 and person_id = 4;
savepoint s;
\copy decision (meeting_id, position, text) from program 'awk "BEGIN { for (p = 1; p < 9; p++) for (m = 1; m < 1101; m++) print 1000 + m \",\" p \",-\" }"' csv
rollback to s;
\copy decision (meeting_id, position, text) from program 'awk "BEGIN { for (p = 1; p < 9; p++) for (m = 1; m < 1100; m++) print 1000 + m \",\" p \",-\" }"' csv
select count(*) from decision;
table broken;
-- by UPDATE and DELETE of rows of every meeting
savepoint s;
update attendance set capacity = case meeting_id when 1500 then 'guest' else capacity end where meeting_id > 1000;
rollback to s;
update attendance set person_id = person_id + 3 where meeting_id > 1000 and person_id = 4;
update decision set point = 2, text = 'later' where position > 1;
table broken;
savepoint s;
delete from attendance where meeting_id > 1000 and (person_id = 17 or (meeting_id = 1001 and person_id = 7));
rollback to s;
-- a wrong row of another kind
update agenda_item set handled = case when meeting_id = 1500 and position = 8 then 7 else handled end, title = 'Annat';
rollback to s;
update agenda_item set title = 'Annat';
table broken;
-- statement by statement, judged in parts, with what a function aborts between
create function pg_temp.abort() returns trigger language plpgsql as $$
begin
	begin
		delete from attendance where meeting_id = new.meeting_id and person_id = 1;
		raise division_by_zero;
	exception when division_by_zero or check_violation then null;
	end;
	return null;
end
$$;
delete from decision;
create trigger "Z abort" after insert on decision for each row when (new.position = 3) execute function pg_temp.abort();
savepoint s;
insert into decision (meeting_id, position, text) select meeting_id, position, '-' from bulk where meeting_id <> 2100 or n = 8000 order by n;
table broken;
rollback to s;
insert into decision (meeting_id, position, text) select meeting_id, position, '-' from bulk order by n;
rollback;
reset work_mem;

-- ---- COPY by hand ----
\copy decision (meeting_id, position, text) from stdin
1	1	seven
4	1	three
3	1	four
\.
\copy decision (meeting_id, position, text) from stdin
1	1	seven
3	1	four
\.
select meeting_id, position from decision;
table broken;
select governance.drop_registry('caches_bulk', 'caches_bulk');
