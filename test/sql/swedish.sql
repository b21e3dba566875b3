-- Messages in Swedish (po/sv.po), where lc_messages is; what is stored is English.
\set registry swedish
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
select pg_temp.meeting(1, '2025-03-12', 6);
delete from attendance where person_id > 3;
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'bifall')$$);
set lc_messages = 'sv_SE.UTF-8';
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'bifall')$$);
