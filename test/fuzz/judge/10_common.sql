-- The judge of random matters: what is broken in the registry "floor", which has
-- no rules, by plain SQL written from the clauses (rules.md, whose rows are named
-- by their ids; KL is kommunallagen) and not from the code.  A view named as a
-- rule says what breaks it: what that is about (root), its id, and the item or the
-- number; and by the law for which body on which day, so that 90_broken.sql can
-- leave out what is no rule there.
set search_path = floor, public;

-- items about a matter, with what was decided there and stands
create view handled as
select i.matter_id, i.meeting_id, i.position, i.unprepared, m.body_id, b.kind as body_kind, b.parent_id, m.day,
	d.point, d.kind, d.outcome, d.on_behalf_of, d.delegation_id, d.statement_number,
	coalesce(d.decided_at, i.decided_at, m.day)::date as decided_on, coalesce(d.decided_at, i.decided_at) as decided_at
from agenda_item i
join meeting m on m.id = i.meeting_id
join body b on b.id = m.body_id
left join decision d on d.meeting_id = i.meeting_id and d.position = i.position and d.withdrawn_at is null
where i.matter_id is not null;
