-- A registry's tables change while a transaction keeps what it has read of them,
-- and while a session knows where they are (cache.c, registry.c).
\set registry caches_tables
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset tuples_only

create function pg_temp.answer(statement text) returns text
language sql
as $$select split_part(pg_temp.try(statement), E'\n', 1)$$;
create view broken as select id, item, rule from governance.verify_registry('caches_tables');
-- Seven at the table in meetings 1 and 2, four in 3, three in 4: four are needed.
select pg_temp.meeting(m, day, 3) from (values (1, date '2025-03-12'), (2, '2025-04-09'), (3, '2025-05-14'), (4, '2025-06-11')) v(m, day);
delete from attendance where (meeting_id = 3 and person_id > 4) or (meeting_id = 4 and person_id > 3);
update agenda_item set opened_at = null, decided_at = null;

\set ON_ERROR_STOP off
\set VERBOSITY terse

-- ---- tables are changed while facts are kept ----
begin;
insert into decision (meeting_id, position, text) values (3, 1, 'four');
alter table attendance add column remark text;
alter table decision add column remark text;
savepoint s;
delete from attendance where meeting_id = 3 and person_id = 4;
rollback to s;
-- rewritten: every row is somewhere else
alter table attendance alter remark type integer using 0;
alter table decision alter remark type integer using 0;
insert into attendance (meeting_id, person_id, capacity) values (3, 5, 'serving_member');
delete from attendance where meeting_id = 3 and person_id = 4;
insert into decision (meeting_id, position, text) values (3, 2, 'four');
table broken;
savepoint s;
delete from attendance where meeting_id = 3 and person_id = 5;
rollback to s;
cluster attendance using attendance_pkey;
cluster decision using decision_pkey;
cluster meeting using meeting_pkey;
cluster agenda_item using agenda_item_pkey;
update attendance set person_id = 6 where meeting_id = 3 and person_id = 5;
update attendance set capacity = 'guest' where meeting_id = 1 and person_id = 7;
insert into decision (meeting_id, position, text) values (3, 3, 'four'), (1, 1, 'six');
table broken;
savepoint s;
update attendance set capacity = 'guest' where meeting_id = 3 and person_id = 6;
rollback to s;
-- a column is renamed, and back
alter table attendance rename capacity to role;
insert into decision (meeting_id, position, text) values (1, 2, 'six');
rollback to s;
alter table attendance rename capacity to role;
alter table attendance rename role to capacity;
insert into decision (meeting_id, position, text) values (1, 2, 'six');
savepoint s;
alter table decision rename text to wording;
alter table decision add column text text;
insert into decision (meeting_id, position, text) values (1, 3, 'six');
rollback to s;
delete from attendance where meeting_id = 1 and person_id = 6;
table broken;
rollback;
-- the index that rows are read by: gone, and there again with another order
begin;
insert into decision (meeting_id, position, text) values (1, 1, 'seven'), (3, 1, 'four');
savepoint s;
alter table attendance drop constraint attendance_pkey;
insert into decision (meeting_id, position, text) values (1, 2, 'seven');
rollback to s;
alter table attendance drop constraint attendance_pkey;
create unique index on attendance (meeting_id, from_item, from_point, capacity desc, person_id);
delete from attendance where meeting_id = 1 and person_id in (5, 7);
insert into attendance (meeting_id, person_id, capacity) values (1, 7, 'serving_member');
update attendance set capacity = 'guest' where meeting_id = 1 and person_id in (4, 7);
insert into decision (meeting_id, position, text) values (1, 3, 'four');
table broken;
delete from attendance where meeting_id = 1 and person_id = 2;
rollback to s;
insert into decision (meeting_id, position, text) values (1, 3, 'seven');
table broken;
savepoint s;
delete from attendance where meeting_id = 1 and person_id in (2, 3, 4, 5);
rollback to s;
reindex table attendance;
delete from attendance where meeting_id = 1 and person_id in (2, 3, 4, 5);
rollback;
-- triggers are off for a while
begin;
insert into decision (meeting_id, position, text) values (3, 1, 'four');
alter table attendance disable trigger user;
delete from attendance where meeting_id = 3 and person_id = 4;
alter table attendance enable trigger user;
insert into decision (meeting_id, position, text) values (3, 2, 'three');
rollback;
-- the schema is called something else
begin;
insert into decision (meeting_id, position, text) values (3, 1, 'four');
alter schema caches_tables rename to caches_tables_renamed;
set local search_path = caches_tables_renamed, public;
insert into decision (meeting_id, position, text) values (3, 2, 'four');
select item, rule from governance.verify_registry('caches_tables_renamed');
delete from attendance where meeting_id = 3 and person_id = 4;
rollback;

-- ---- a registry is dropped and made anew ----
begin;
select governance.create_registry('caches_tables_again', '0180') \g /dev/null
set local search_path = caches_tables_again, public;
insert into body (id, name, kind, founded_by) values (2, 'Nämnden', 'board', 'Kommunfullmäktige');
insert into person (id, name) select p, 'Person ' || p from generate_series(1, 7) p;
insert into membership (body_id, person_id, role, valid) select 2, p, 'member', '[2023-01-01,2027-01-01)' from generate_series(1, 5) p;
insert into office (body_id, person_id, kind, valid) values (2, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into meeting select * from caches_tables.meeting where id = 1;
insert into agenda_item select * from caches_tables.agenda_item where meeting_id = 1;
insert into presiding select * from caches_tables.presiding where meeting_id = 1;
insert into attendance select * from caches_tables.attendance where meeting_id = 1 and person_id < 4;
commit;
set search_path = caches_tables_again, public;
insert into decision (meeting_id, position, text) values (1, 1, 'three of five');
begin;
select governance.drop_registry('caches_tables_again', 'caches_tables_again');
select governance.create_registry('caches_tables_again', '0180') \g /dev/null
insert into body (id, name, kind, founded_by) values (2, 'Nämnden', 'board', 'Kommunfullmäktige');
insert into person (id, name) select p, 'Person ' || p from generate_series(1, 7) p;
insert into membership (body_id, person_id, role, valid) select 2, p, 'member', '[2023-01-01,2027-01-01)' from generate_series(1, 7) p;
insert into office (body_id, person_id, kind, valid) values (2, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into meeting select * from caches_tables.meeting where id = 1;
insert into agenda_item select * from caches_tables.agenda_item where meeting_id = 1;
insert into presiding select * from caches_tables.presiding where meeting_id = 1;
insert into attendance select * from caches_tables.attendance where meeting_id = 1 and person_id < 4;
insert into decision (meeting_id, position, text) values (1, 1, 'three of seven');
rollback;
insert into decision (meeting_id, position, text) values (1, 2, 'three of five');
delete from attendance where person_id = 3;
select * from governance.verify_registry('caches_tables_again');
select governance.drop_registry('caches_tables_again', 'caches_tables_again');
set search_path = caches_tables, public;

select governance.drop_registry('caches_tables', 'caches_tables');
