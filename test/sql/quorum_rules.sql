-- How many must be present, and how many must agree (rules.md A20, A21, L5, L6).
\set registry quorum_rules
\getenv srcdir PG_ABS_SRCDIR
\i :srcdir/data/committee.sql

-- A20: four of seven
select pg_temp.meeting(1, '2025-03-12', 3);
delete from attendance where person_id > 4;
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'fyra närvarande')$$);
delete from decision;
delete from attendance where person_id = 4;
insert into attendance (meeting_id, person_id, capacity) values (1, 9, 'non_serving_substitute');
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'tre närvarande')$$);
select rule, status, finding, hint from explain_item(1, 1) where rule in ('quorum_present', 'decision_agreement');
