-- What bulk loads are loaded into: :committees committees that meet once a week,
-- :attended times each; 20 items at the first :decided meetings, 4 at the others,
-- the first 5 items of the first :voted meetings to be voted on.  Lawful; written
-- past every trigger, the same way in every variant.
set session_replication_role = replica;

insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at, closed_at)
select body * 10000 + week, body, day, 'Stadshuset', day + time '09:00', 1, day + time '09:00', day + time '11:00'
from generate_series(2, 1 + :committees) body, generate_series(1, :attended) week,
	lateral (select date '2020-01-06' + week * 7) d (day);
insert into agenda_item (meeting_id, position, title, handled, opened_at, decided_at, section)
select id, i, 'Ärende ' || i, i, starts_at + i * interval '5 min', starts_at + i * interval '5 min' + interval '4 min',
	id % 10000 * 20 + i
from meeting, lateral generate_series(1, case when id % 10000 <= :decided then 20 else 4 end) i
order by id, i;
insert into presiding (meeting_id, person_id) select id, 1 from meeting order by id;
insert into vote_event (meeting_id, position)
select id, i from meeting, generate_series(1, 5) i where id % 10000 <= :voted order by id, i;
