-- What somebody would write by hand for the same answers, as simply as what is
-- stored here allows: no closed votes, no points within items, no appeals, one
-- of the minutes and one of the notices a meeting, decisions that all can be
-- appealed.  Deadlines by the extension's calendar.
create schema by_hand;

create view by_hand.decision_register as
with present as (
	select i.meeting_id, i.position, count(*) as present
	from agenda_item i
	join attendance a on a.meeting_id = i.meeting_id and a.capacity in ('serving_member', 'serving_substitute')
		and a.from_item <= i.handled and (a.to_item is null or a.to_item >= i.handled)
	where not exists (select from recusal r where r.meeting_id = i.meeting_id and r.position = i.position
		and r.person_id = a.person_id and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))
	group by i.meeting_id, i.position
), result as (
	select meeting_id, position, number, count(*) filter (where choice = 'yes') as yes,
		count(*) filter (where choice = 'no') as no, count(*) filter (where choice = 'abstain') as abstain
	from vote group by meeting_id, position, number
)
select m.body_id, b.name as body, o.meeting_id, m.day, o.position, o.point, i.section,
	i.title, o.kind, o.outcome, o.text, p.present, v.yes, v.no, v.abstain, o.on_behalf_of,
	(select array_agg(distinct d.rule order by d.rule) from deviation d
		where d.meeting_id = o.meeting_id and coalesce(d.position, o.position) = o.position) as deviations,
	s.attested_on, n.posted_on, case when w.meeting_id is not null then true end as appealable,
	governance.statutory_deadline(n.posted_on, interval '21 days') as appeal_until,
	case when w.meeting_id is not null then false end as appeal_pending,
	case when governance.statutory_deadline(n.posted_on, interval '21 days') < governance.as_of()
		then governance.statutory_deadline(n.posted_on, interval '21 days') + 1 end as legal_force_on
from decision o
join agenda_item i on i.meeting_id = o.meeting_id and i.position = o.position
join meeting m on m.id = o.meeting_id
join body b on b.id = m.body_id
left join present p on p.meeting_id = o.meeting_id and p.position = o.position
left join result v on v.meeting_id = o.meeting_id and v.position = o.position and v.number = o.vote_number
left join minutes w on w.meeting_id = o.meeting_id
left join seal s on s.meeting_id = w.meeting_id and s.number = w.number
left join public_notice n on n.meeting_id = w.meeting_id and n.number = w.number
where o.withdrawn_at is null and m.day <= governance.as_of();

create view by_hand.meeting_duty as
select 'meeting_documents' as rule, m.body_id, m.id as object_id, m.day as due
from meeting m, unnest(array['summons', 'agenda']) k (kind)
where m.day < governance.as_of()
	and not exists (select from meeting_document d where d.meeting_id = m.id and d.kind = k.kind)
union all
select 'meeting_documents', m.body_id, m.id, m.day
from meeting m
where m.day < governance.as_of() and not exists (select from minutes x where x.meeting_id = m.id)
union all
select 'item_area', m.body_id, m.id, null
from agenda_item i join meeting m on m.id = i.meeting_id
where i.area is null and m.day <= governance.as_of()
union all
select 'attestation_days', m.body_id, m.id, governance.statutory_deadline(m.day, interval '14 days')
from minutes w join meeting m on m.id = w.meeting_id
where not exists (select from seal s where s.meeting_id = w.meeting_id and s.number = w.number)
union all
select 'notice_days', m.body_id, m.id, governance.statutory_deadline(s.attested_on, interval '2 days')
from seal s join meeting m on m.id = s.meeting_id
where exists (select from decision o where o.meeting_id = m.id and o.on_behalf_of is not null)
	and not exists (select from public_notice n where n.meeting_id = m.id)
union all
select 'appeal_days', m.body_id, m.id, governance.statutory_deadline(n.posted_on, interval '21 days')
from public_notice n join meeting m on m.id = n.meeting_id
where n.taken_down_on is null and governance.statutory_deadline(n.posted_on, interval '21 days') >= governance.as_of();

-- Two rules of the many that a verification asks: enough present, enough agree.
create view by_hand.broken as
with needed as (
	select m.id as meeting_id, max(s.value::integer) filter (where s.rule = 'quorum_present') as present,
		max(s.value::integer) filter (where s.rule = 'decision_agreement') as agree
	from meeting m
	join regulation r on r.body_id = m.body_id and r.valid @> m.day
	join rule_setting s on s.regulation_id = r.id and s.rule in ('quorum_present', 'decision_agreement')
	group by m.id
), roll as (
	select i.meeting_id, i.position, count(a.person_id) as present
	from agenda_item i
	left join attendance a on a.meeting_id = i.meeting_id and a.capacity in ('serving_member', 'serving_substitute')
		and a.from_item <= i.handled and (a.to_item is null or a.to_item >= i.handled)
		and not exists (select from recusal r where r.meeting_id = i.meeting_id and r.position = i.position
			and r.person_id = a.person_id and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))
	group by i.meeting_id, i.position
), result as (
	select meeting_id, position, number, greatest(count(*) filter (where choice = 'yes'), count(*) filter (where choice = 'no')) as agree
	from vote group by meeting_id, position, number
)
select o.meeting_id, o.position, b.rule
from decision o
join needed n on n.meeting_id = o.meeting_id
join roll l on l.meeting_id = o.meeting_id and l.position = o.position
left join result v on v.meeting_id = o.meeting_id and v.position = o.position and v.number = o.vote_number
cross join lateral (values ('quorum_present', l.present < n.present),
	('decision_agreement', o.kind = 'settling' and coalesce(v.agree, l.present) < n.agree)) b (rule, broken)
where o.withdrawn_at is null and b.broken;

-- The same two about one item at a time.
create view by_hand.item as
select i.meeting_id, i.position, l.present >= (
		select s.value::integer from regulation r join rule_setting s on s.regulation_id = r.id
		where r.body_id = m.body_id and r.valid @> m.day and s.rule = 'quorum_present') as quorum_present,
	o.kind <> 'settling' or case when o.vote_number is null then l.present else (
		select greatest(count(*) filter (where choice = 'yes'), count(*) filter (where choice = 'no'))
		from vote v where v.meeting_id = o.meeting_id and v.position = o.position and v.number = o.vote_number) end >= (
		select s.value::integer from regulation r join rule_setting s on s.regulation_id = r.id
		where r.body_id = m.body_id and r.valid @> m.day and s.rule = 'decision_agreement') as decision_agreement
from agenda_item i
join meeting m on m.id = i.meeting_id
join decision o on o.meeting_id = i.meeting_id and o.position = i.position
cross join lateral (
	select count(*) as present from attendance a
	where a.meeting_id = i.meeting_id and a.capacity in ('serving_member', 'serving_substitute')
		and a.from_item <= i.handled and (a.to_item is null or a.to_item >= i.handled)
		and not exists (select from recusal r where r.meeting_id = i.meeting_id and r.position = i.position
			and r.person_id = a.person_id and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))) l
where o.withdrawn_at is null;
