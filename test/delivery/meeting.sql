-- A committee with a meeting whose minutes are attested, so that notices of it can
-- be posted: each is an event.  In the registry :registry.
\ir ../data/committee.sql
\set ECHO none
select pg_temp.meeting(1, '2025-03-12', 3) \g /dev/null
insert into decision (meeting_id, position, text) select 1, p, 'bifall' from generate_series(1, 3) p;
update agenda_item set section = handled;
update meeting set closed_at = '2025-03-12 12:00';
insert into adjuster (meeting_id, person_id, position) values (1, 2, 3);
insert into minutes (meeting_id, responsible_id) values (1, 1);
insert into attestation (meeting_id, person_id, role, signed_at) values
	(1, 1, 'chair', '2025-03-14 10:00'), (1, 2, 'adjuster', '2025-03-14 10:00');
