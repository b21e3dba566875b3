-- Beside committee.sql: a board that meets, and a committee that decides in its
-- place.  board(id, day, position, matter) is a meeting of the board at which an
-- item of the matter is taken up; decide(id, day) one of the committee with a
-- decision on the board's behalf.
\set ECHO none
insert into office (body_id, person_id, kind, valid) values
	(1, 1, 'chair', '[2023-01-01,2027-01-01)'), (1, 2, 'vice_chair', '[2023-01-01,2027-01-01)');

-- the wording of a provision, which is long, only by its beginning
create function pg_temp.cut(answer text) returns text
language sql
as $$select regexp_replace(answer, ': "([^"]{50})[^"]*"', ': "\1 …"', 'g')$$;

create function pg_temp.board(meeting bigint, day date, items integer, matter bigint) returns void
language sql
as $$
insert into meeting (id, body_id, day, place, starts_at, ground, called_by, opened_at)
values (meeting, 1, day, 'Rådhuset', day + time '09:00', 'plan', 1, day + time '09:00');
insert into summons (meeting_id, person_id, told_at) select meeting, p, day - 7 + time '12:00' from generate_series(1, 14) p;
insert into agenda_item (meeting_id, position, title, handled, opened_at, decided_at, matter_id)
select meeting, i, 'Anmälan av delegationsbeslut', i, day + time '09:00' + i * interval '5 min',
	day + time '09:04' + i * interval '5 min', matter
from generate_series(1, items) i;
insert into presiding (meeting_id, person_id) values (meeting, 1);
insert into attendance (meeting_id, person_id, capacity)
select meeting, p, 'serving_member' from generate_series(1, 7) p;
$$;

create function pg_temp.decide(meeting bigint, day date) returns void
language sql
as $$
select pg_temp.meeting(meeting, day, 1);
insert into decision (meeting_id, position, text, on_behalf_of) values (meeting, 1, 'Bidrag beviljas', 1);
$$;
\set ECHO all
