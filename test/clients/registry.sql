-- What clients are tested with: a meeting where four of seven had left when item 2
-- was decided, one that nobody left, and the role :role, secretary everywhere.
\set ECHO none
set client_min_messages = warning;
create extension governance cascade;
\i :srcdir/data/committee.sql
\set ECHO none
select pg_temp.meeting(1, '2025-03-12', 4), pg_temp.meeting(2, '2025-04-09', 4);
update attendance set to_item = 2, to_point = 'opened' where meeting_id = 1 and person_id > 3;
select grant_access(:'role', 'secretary');
