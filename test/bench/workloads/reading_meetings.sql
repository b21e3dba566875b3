-- A registry to read: :committees committees that met once a week, :weeks times,
-- with 20 decisions each, on the day before the one that is asked about.
-- Lawful, but for a few meetings whose roll is missing a few members; written
-- past the triggers, apart from the signatures, which make the seals.
set session_replication_role = replica;

insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at, closed_at)
select body * 10000 + week, body, day, 'Stadshuset', day + time '09:00', 1, day + time '09:00', day + time '11:00'
from generate_series(1, :weeks) week, generate_series(2, 1 + :committees) body,
	lateral (select date '2020-01-06' + week * 7) d (day)
order by week, body;
-- every tenth week something lacks: a document of the meeting, the item's area
insert into meeting_document (meeting_id, kind, issued_at, responsible_id)
select id, kind, starts_at - interval '7 days', 1
from meeting, unnest(array['summons', 'agenda']) kind where kind = 'summons' or id % 10 <> 5;
insert into agenda_item (meeting_id, position, title, area, handled, opened_at, decided_at, section)
select id, i, 'Ärende ' || i, case when id % 10 <> 6 or i > 1 then 1 end, i,
	starts_at + i * interval '5 min', starts_at + i * interval '5 min' + interval '4 min', id % 10000 * 20 + i
from meeting, generate_series(1, 20) i;
-- somebody leaves before the last five items, a substitute takes the seat; four
-- are away from some of the meetings that are not attested yet
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item, to_item)
select id, p, case when p <= 7 then 'serving_member' when p = 8 then 'serving_substitute' else 'non_serving_substitute' end,
	case p when 8 then 7 end, case p when 8 then 16 else 1 end, case p when 7 then 15 end
from meeting, generate_series(1, 14) p
where not (p between 3 and 6 and id % 10000 > :weeks - 20 and id % 10 = 7);
insert into presiding (meeting_id, person_id) select id, 1 from meeting;
insert into vote_event (meeting_id, position) select id, i from meeting, generate_series(1, 5) i;
insert into vote (meeting_id, position, person_id, choice)
select e.meeting_id, e.position, a.person_id, case when a.person_id <= 5 then 'yes' else 'no' end
from vote_event e join attendance a using (meeting_id) where a.person_id <= 7;
insert into decision (meeting_id, position, text, vote_number, on_behalf_of)
select meeting_id, position, 'Utskottet beslutar i ärende ' || position || ' enligt förslaget.',
	case when position <= 5 then 1 end, case when meeting_id % 10 = 8 then 1 end
from agenda_item;
-- the last ten weeks' minutes are not written, those of the twenty before are not signed
insert into adjuster (meeting_id, person_id, position) select id, 3, 1 from meeting where id % 10000 <= :weeks - 10;
insert into minutes (meeting_id, responsible_id) select id, 1 from meeting where id % 10000 <= :weeks - 10;
reset session_replication_role;
vacuum analyze;
insert into attestation (meeting_id, person_id, role, signed_at)
select id, person, role, starts_at + interval '1 day'
from meeting, (values (1, 'chair'), (3, 'adjuster')) s (person, role)
where id % 10000 <= :weeks - 30 order by day, body_id;
insert into public_notice (meeting_id, posted_on, kept_at, taken_down_on)
select id, day + 2, 'Kansliet', day + 40 from meeting where id % 10 = 8 and id % 10000 <= :weeks - 40;
vacuum analyze;
