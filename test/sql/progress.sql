-- How far the functions have come that look at everything.
\set registry progress
\set srcdir `echo "$PG_ABS_SRCDIR"`
-- soon done: nothing is told
set governance.progress_interval = '1h';
\i :srcdir/data/committee.sql
select pg_temp.meeting(1, '2025-03-12', 4);
select pg_temp.meeting(2, '2025-03-13', 4);
update agenda_item set section = position + 10 * meeting_id where handled is not null;
update meeting set closed_at = day + time '12:00';
insert into minutes (meeting_id, responsible_id) values (1, 1), (2, 1);
insert into adjuster (meeting_id, person_id, position) values (1, 3, 1), (2, 3, 1);
insert into attestation (meeting_id, person_id, role, signed_at) values
	(1, 1, 'chair', '2025-03-14 10:00'), (1, 3, 'adjuster', '2025-03-14 10:00'),
	(2, 1, 'chair', '2025-03-14 10:00'), (2, 3, 'adjuster', '2025-03-14 10:00');
insert into matter (id, body_id, number, title, opened_on) values (1, 2, 'IU 2025/1', 'Ärende', '2025-01-02');
select count(*) from governance.verify_registry('progress');
select count(*) from verify_seals();
-- every step
set governance.progress_interval = 0;
select count(*) from governance.verify_registry('progress');
select count(*) from verify_seals();
-- a statement that writes to many meetings, as loads do
insert into meeting (id, body_id, day, starts_at, place)
select n, 2, date '2025-01-01' + n, timestamp '2025-01-01 09:00' + n * interval '1 day', 'Stadshuset' from generate_series(101, 250) n;
select governance.create_registry('progress_2', '0160');
select governance.upgrade_registry('progress_2');
-- never
set governance.progress_interval = -1;
select count(*) from governance.verify_registry('progress');
reset governance.progress_interval;
select boot_val, unit from pg_settings where name = 'governance.progress_interval';
select governance.progress('nothing', 0, 1);
reset search_path;
set client_min_messages = error;
select governance.drop_registry('progress_2', 'progress_2');
select governance.drop_registry('progress', 'progress');
