-- Motions and citizen proposals.
set search_path = floor, public;

-- C1, E1, L20: in the council, after it was written, before it was decided
create view motion_raised as
select 'matter' as root, m.matter_id as id, null::integer as item, m.council_id as law_body, m.raised_on as law_day
from motion m join body b on b.id = m.council_id
where b.kind <> 'council' or m.dated_on > m.raised_on
	or exists (select from handled h where h.matter_id = m.matter_id and h.body_id = m.council_id
		and h.point is not null and h.day < m.raised_on);

-- L10: who was a member, or a substitute who served at an item about it that day
create view mover_entitled as
select 'matter' as root, m.matter_id as id, null::integer as item, m.council_id as law_body, m.raised_on as law_day
from motion m join motion_mover v on v.matter_id = m.matter_id
where m.kind = 'motion'
	and not exists (
		select from membership s
		where s.body_id = m.council_id and s.person_id = v.person_id and s.role = 'member' and s.valid @> m.raised_on)
	and not exists (
		select from membership s
		join handled h on h.matter_id = m.matter_id and h.body_id = m.council_id and h.day = m.raised_on
		join agenda_item i on (i.meeting_id, i.position) = (h.meeting_id, h.position)
		join attendance a on a.meeting_id = h.meeting_id and a.person_id = v.person_id and a.capacity = 'serving_substitute'
		where s.body_id = m.council_id and s.person_id = v.person_id and s.role = 'substitute' and s.valid @> m.raised_on
			and i.handled between a.from_item and coalesce(a.to_item, i.handled));

-- L21
create view citizen_proposals as
select 'matter' as root, m.matter_id as id, null::integer as item, m.council_id as law_body, m.raised_on as law_day
from motion m
where m.kind = 'citizen_proposal'
	and (select s.value from setting_on(m.council_id, m.raised_on, 'citizen_proposals') s) = 'false';

-- what the council settles after preparation
create view to_be_prepared as
select h.*, m.raised_on
from handled h join motion m on m.matter_id = h.matter_id and m.council_id = h.body_id
where h.kind = 'settling' and h.outcome <> 'written_off' and not h.unprepared;

-- L20, KL 5:26
create view motion_prepared as
select 'meeting' as root, h.meeting_id as id, h.position as item, h.body_id as law_body, h.day as law_day
from to_be_prepared h
where not exists (
		select from handled p
		where p.matter_id = h.matter_id and coalesce(p.decided_at <= h.decided_at, p.day <= h.day)
			and (p.body_kind in ('executive_board', 'board') or p.body_kind = 'preparation' and p.parent_id = h.body_id))
	and not exists (
		select from referral_answer a join body b on b.id = a.body_id
		where a.matter_id = h.matter_id and a.kind <> 'declined' and a.answered_on <= h.day
			and (b.kind in ('executive_board', 'board') or b.kind = 'preparation' and b.parent_id = h.body_id));

-- L20, C2, KL 5:28: it had the opportunity
create view motion_board_heard as
select 'meeting' as root, h.meeting_id as id, h.position as item, h.body_id as law_body, h.day as law_day
from to_be_prepared h
where not exists (
		select from handled p
		where p.matter_id = h.matter_id and p.body_kind = 'executive_board' and p.kind in ('opinion', 'settling')
			and coalesce(p.decided_at <= h.decided_at, p.day <= h.day))
	and not exists (
		select from referral_answer a join body b on b.id = a.body_id and b.kind = 'executive_board'
		where a.matter_id = h.matter_id and a.answered_on <= h.day)
	and not exists (
		select from asking r join body b on b.id = r.body_id and b.kind = 'executive_board'
		where r.matter_id = h.matter_id and coalesce(r.extended_to, r.answer_by) < h.day);

-- L20, KL 5:33: who abstains does not agree
create view unprepared_agreed as
select 'meeting' as root, d.meeting_id as id, d.position as item, m.body_id as law_body, m.day as law_day
from decision d
join agenda_item i on (i.meeting_id, i.position) = (d.meeting_id, d.position)
join meeting m on m.id = d.meeting_id
where i.unprepared and d.kind = 'settling' and d.withdrawn_at is null
	and exists (select from abstention a where (a.meeting_id, a.position, a.point) = (d.meeting_id, d.position, d.point));

-- C2, L20, L21
create view motion_decided as
select 'meeting' as root, h.meeting_id as id, h.position as item, h.body_id as law_body, h.day as law_day
from handled h join motion m on m.matter_id = h.matter_id
where h.kind = 'settling' and h.body_id <> m.council_id
	and not (m.kind = 'citizen_proposal' and m.decided_by_id is not distinct from h.body_id);

-- decisions that settle it, of whoever may
create view motion_settled as
select m.matter_id, h.meeting_id, h.position, h.point, h.day, h.body_id, h.outcome, h.body_id = m.council_id as by_council
from motion m join handled h on h.matter_id = m.matter_id and h.kind = 'settling'
	and (h.body_id = m.council_id or m.kind = 'citizen_proposal' and h.body_id = m.decided_by_id);

-- L20: told where the decision was made, or where there is none that stands, at the claim
create view claim_decided as
select case when h.meeting_id is null then 'matter' else 'meeting' end as root,
	coalesce(h.meeting_id, c.matter_id) as id, coalesce(h.position, c.number) as item,
	case when h.meeting_id is null then o.council_id else h.body_id end as law_body,
	coalesce(h.day, (select greatest(o.raised_on, max(a.day)) from handled a where a.matter_id = c.matter_id)) as law_day
from (select * from claim where outcome is not null) c
join motion o on o.matter_id = c.matter_id
left join handled h on (h.matter_id, h.meeting_id, h.position, h.point) = (c.matter_id, c.meeting_id, c.position, c.point)
where not exists (
	select from motion_settled s
	where (s.matter_id, s.meeting_id, s.position, s.point) = (c.matter_id, c.meeting_id, c.position, c.point)
		and s.outcome in (c.outcome, 'other') and (c.outcome <> 'written_off' or s.by_council));

-- L20: not before it is decided, in every claim if in any, or withdrawn
create view motion_concluded as
select 'matter' as root, t.id, null::integer as item, m.council_id as law_body, t.closed_on as law_day
from matter t join motion m on m.matter_id = t.id
where t.closed_on is not null and (m.withdrawn_on <= t.closed_on) is not true
	and (not exists (select from motion_settled s where s.matter_id = t.id and s.day <= t.closed_on)
		or exists (
			select from claim c left join meeting g on g.id = c.meeting_id
			where c.matter_id = t.id and (g.day <= t.closed_on) is not true)
			and exists (select from claim c where c.matter_id = t.id and c.outcome is not null));
