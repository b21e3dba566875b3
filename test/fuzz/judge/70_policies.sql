-- Policies and what is measured by them (rules.md F).
set search_path = floor, public;

-- B7
create view policy_in_force as
select 'matter' as root, p.matter_id as id, null::integer as item, p.adopted_by_id as law_body, lower(p.valid) as law_day
from policy_document p
join policy_document q on q.domain = p.domain and q.matter_id <> p.matter_id and q.valid && p.valid;

-- B7: an earlier one, so that none supersedes itself in the end
create view policy_supersedes as
select 'matter' as root, p.matter_id as id, null::integer as item, p.adopted_by_id as law_body, lower(p.valid) as law_day
from policy_document p join policy_document q on q.matter_id = p.supersedes_id
where q.domain <> p.domain or lower(q.valid) >= lower(p.valid) or q.valid && p.valid;

-- L3, L27: a policy that names no decision has not been adopted yet
create view policy_adopted as
select 'matter' as root, p.matter_id as id, null::integer as item, p.adopted_by_id as law_body, lower(p.valid) as law_day
from policy_document p
where p.meeting_id is not null and not exists (
	select from handled h
	where (h.matter_id, h.meeting_id, h.position, h.point) = (p.matter_id, p.meeting_id, p.position, p.point)
		and h.kind = 'settling' and h.outcome = 'approved' and h.day <= lower(p.valid)
		and h.body_id = p.adopted_by_id
		and (num_nonnulls(h.on_behalf_of, h.delegation_id) = 0
			or not exists (select from goal g where g.matter_id = p.matter_id)));

create view defined as
select i.*, p.adopted_by_id, lower(p.valid) as day
from indicator i join policy_document p on p.matter_id = i.matter_id;

create view target_after_baseline as
select 'matter' as root, i.matter_id as id, i.number as item, i.adopted_by_id as law_body, i.day as law_day
from defined i
where i.target_on <= i.baseline_on;

-- a body ends with its life, or when another takes over; what has no end of its
-- own ends with it
create view responsible_exists as
select 'matter' as root, a.matter_id as id, a.number as item, p.adopted_by_id as law_body, lower(p.valid) as law_day
from activity a
join policy_document p on p.matter_id = a.matter_id
join body b on b.id = a.responsible_id
cross join lateral (
	select b.valid * daterange(null, min(s.day)) as valid from body_succession s where s.predecessor_id = b.id) l
where not l.valid @> case when upper_inf(a.valid) then daterange(lower(a.valid), lower(a.valid) + 1) else a.valid end;

create view measurement_defined as
select 'matter' as root, m.matter_id as id, m.indicator as item, i.adopted_by_id as law_body, i.day as law_day
from measurement m join defined i on (i.matter_id, i.number) = (m.matter_id, m.indicator)
where m.area_set_id is not null and m.area_set_id is distinct from i.area_set_id
	or m.group_name is not null and (m.group_name in (i.group_a, i.group_b)) is not true
	or m.value < i.least or m.value > i.greatest;

-- the same, from the other side
create view definition_kept as
table measurement_defined;
