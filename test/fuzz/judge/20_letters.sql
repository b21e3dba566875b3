-- Letters, and what is sent after decisions.
set search_path = floor, public;

create view sent_letter as
select matter_id, number, body_id, dispatched_on from letter where dispatched_on is not null;

-- the two signatures of letters that were sent
create view signing as
select l.body_id, l.dispatched_on, s.*, s.signed_at::date as day
from sent_letter l join letter_signature s on (s.matter_id, s.number) = (l.matter_id, l.number);

-- A24
create view letter_signed as
select 'matter' as root, l.matter_id as id, l.number as item, l.body_id as law_body, l.dispatched_on as law_day
from sent_letter l
where (select count(*) from signing s where (s.matter_id, s.number) = (l.matter_id, l.number) and s.day <= l.dispatched_on) < 2;

create view letter_order as
select 'matter' as root, c.matter_id as id, c.number as item, c.body_id as law_body, c.dispatched_on as law_day
from signing c join signing s on (s.matter_id, s.number, s.role) = (c.matter_id, c.number, 'sign')
where c.role = 'countersign' and c.signed_at < s.signed_at;

create view letter_distinct as
select 'matter' as root, c.matter_id as id, c.number as item, c.body_id as law_body, c.dispatched_on as law_day
from signing c join signing s on (s.matter_id, s.number, s.role) = (c.matter_id, c.number, 'sign')
where c.role = 'countersign' and c.person_id = s.person_id;

create view letter_countersigner as
select 'matter' as root, s.matter_id as id, s.number as item, s.body_id as law_body, s.dispatched_on as law_day
from signing s
where s.role = 'countersign' and (s.ground <> 'secretary' or not exists (
	select from office o where o.body_id = s.body_id and o.kind = 'secretary' and o.person_id = s.person_id and o.valid @> s.day));

-- chair or vice chair on a day who is not prevented
create view able as
select d.body_id, d.day, o.kind
from (select distinct body_id, day from signing) d join office o on o.body_id = d.body_id and o.valid @> d.day
where not exists (select from hindrance h where h.body_id = d.body_id and h.person_id = o.person_id and h.valid @> d.day);

-- A25, I8
create view letter_signer as
select 'matter' as root, s.matter_id as id, s.number as item, s.body_id as law_body, s.dispatched_on as law_day
from signing s
where s.role = 'sign' and not (case s.ground
	when 'chair' then true
	when 'vice_chair' then not exists (select from able a where (a.body_id, a.day) = (s.body_id, s.day) and a.kind = 'chair')
	when 'designated' then
		not exists (select from able a where (a.body_id, a.day) = (s.body_id, s.day) and a.kind in ('chair', 'vice_chair'))
		and exists (select from membership m where m.body_id = s.body_id and m.person_id = s.person_id and m.valid @> s.day)
	else false end
	and exists (select from office o where o.body_id = s.body_id and o.person_id = s.person_id and o.valid @> s.day
		and o.kind = case s.ground when 'designated' then 'signer' else s.ground end));

-- B2, E11
create view dispatch_decided as
select case when i.meeting_id is null then 'matter' else 'meeting' end as root,
	coalesce(i.meeting_id, s.matter_id) as id, case when i.meeting_id is null then s.number else s.position end as item,
	m.body_id as law_body, m.day as law_day
from dispatch s
join meeting m on m.id = s.meeting_id
left join agenda_item i on (i.meeting_id, i.position, i.matter_id) = (s.meeting_id, s.position, s.matter_id)
where s.sent_on is not null and not exists (
	select from handled h
	where (h.matter_id, h.meeting_id, h.position) = (s.matter_id, s.meeting_id, s.position)
		and h.point is not null and h.decided_on <= s.sent_on);
