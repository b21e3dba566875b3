-- The view item_roll counts as the rules do (rules.md I3).
\set registry item_roll
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned

-- everything that can happen to a seat: late, early, during an item, recused
-- with and without a substitute, a vacant seat, a range in two halves
update membership set valid = '[2023-01-01,2025-03-01)' where body_id = 2 and person_id = 7;
select pg_temp.meeting(1, '2025-02-12', 6);
insert into meeting (id, body_id, day, place, starts_at, ground, called_by, opened_at)
values (2, 2, '2025-03-12', 'Stadshuset', '2025-03-12 09:00', 'plan', 1, '2025-03-12 09:00');
insert into agenda_item (meeting_id, position, title, handled)
select 2, i, 'Ärende ' || i, case when i < 6 then 6 - i end from generate_series(1, 6) i;
insert into presiding (meeting_id, person_id) values (2, 1);
insert into recusal (meeting_id, position, person_id, ground, self_declared, ruling) values
	(2, 3, 2, 'Granne', true, null), (2, 2, 3, 'Granne', false, 'upheld'), (2, 4, 4, 'Granne', true, 'rejected');
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item, from_point, to_item, to_point) values
	(2, 1, 'serving_member', null, 1, 'opened', 2, 'opened'),
	(2, 1, 'serving_member', null, 2, 'decided', null, 'decided'),
	(2, 2, 'serving_member', null, 1, 'opened', null, 'decided'),
	(2, 3, 'serving_member', null, 2, 'decided', 5, 'opened'),
	(2, 4, 'serving_member', null, 1, 'opened', 3, 'decided'),
	(2, 5, 'serving_member', null, 3, 'opened', 5, 'opened'),
	(2, 8, 'serving_substitute', null, 1, 'opened', null, 'decided'),
	(2, 9, 'serving_substitute', 5, 1, 'opened', 2, 'decided'),
	(2, 9, 'serving_substitute', 2, 3, 'opened', 3, 'decided'),
	(2, 9, 'non_serving_substitute', null, 4, 'opened', null, 'decided'),
	(2, 16, 'city_director', null, 1, 'opened', null, 'decided');

select r.handled, r.position, m.name as member, p.name as served_by, r.capacity,
	r.present_when_opened as opened, r.present_when_decided as decided
from item_roll r
left join person m on m.id = r.member_id
left join person p on p.id = r.served_by
where r.meeting_id = 2
order by r.handled, r.member_id nulls last, r.served_by;

-- the same numbers as the rule of quorum finds; a decision makes it count
-- both points, and in warn mode it tells also what is too few
update rule_setting set mode = 'warn' where rule in ('quorum_present', 'decision_agreement');
set client_min_messages = error;
insert into decision (meeting_id, position, kind, outcome, text)
select meeting_id, position, 'noting', 'noted', 'Noteras' from agenda_item where handled is not null;
with counted as (
	select meeting_id, position, count(*) filter (where present_when_opened) as opened,
		count(*) filter (where present_when_decided) as decided
	from item_roll group by 1, 2
), found as (
	select m.id as meeting_id, e.position, substring(e.finding from '(opened|decided)(?:,|$)') as point,
		coalesce(substring(e.finding from '(\d+) members present when'),
			substring(e.finding from 'present, (\d+) were'))::bigint as n
	from meeting m cross join lateral explain_meeting(m.id) e
	where e.rule = 'quorum_present' and e.status in ('met', 'broken')
)
select count(*) as compared,
	count(*) filter (where f.n is distinct from case f.point when 'opened' then c.opened else c.decided end) as differ
from found f join counted c using (meeting_id, position);
