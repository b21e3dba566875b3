-- Delegation, and what is decided by it.
set search_path = floor, public;

create view delegated_to as
select d.*, b.kind as body_kind, b.parent_id, f.kind as from_kind, lower(d.valid) as since,
	num_nonnulls(d.person_id, d.office, d.employee) = 0 as the_body,
	d.office in ('chair', 'vice_chair', 'second_vice_chair') is true as presides
from delegation d
join body b on b.id = d.body_id
join body f on f.id = d.from_body_id;

-- C4, I17
create view delegate_mandate as
select 'body' as root, d.body_id as id, null::integer as item, d.body_id as law_body, d.since as law_day
from delegated_to d
where d.the_body and d.body_kind not in ('executive_board', 'board', 'committee');

-- L3: a board to its own people (KL 6:37, 7:5) or to a committee of its own (6:41),
-- the council to a board of its own (5:2)
create view delegation_source as
select 'body' as root, d.body_id as id, null::integer as item, d.body_id as law_body, d.since as law_day
from delegated_to d
where not case
	when d.from_kind = 'council' then d.from_body_id is not distinct from d.parent_id and d.the_body and d.body_kind in ('executive_board', 'board')
	when d.from_kind not in ('executive_board', 'board') then false
	when d.from_body_id = d.body_id then not d.the_body
	when d.from_body_id = d.parent_id then d.the_body or d.body_kind = 'committee' and (d.person_id is not null or d.presides)
	else false end;

-- L3
create view delegate_seat as
select 'body' as root, d.body_id as id, null::integer as item, d.body_id as law_body, d.since as law_day
from delegated_to d
where d.person_id is not null
	and not exists (select from membership m where m.body_id = d.body_id and m.person_id = d.person_id and m.valid && d.valid);

-- L4
create view delegation_urgent as
select 'body' as root, d.body_id as id, null::integer as item, d.body_id as law_body, d.since as law_day
from delegated_to d
where d.urgent and not (d.from_body_id = d.body_id and (d.presides
	or exists (select from membership m where m.body_id = d.body_id and m.person_id = d.person_id and m.role = 'member' and m.valid && d.valid)));

-- L3; KL 6:38 bars nothing that 6:39 gives
create view delegation_subject as
select 'body' as root, d.body_id as id, null::integer as item, d.body_id as law_body, d.since as law_day
from delegated_to d
where not d.urgent and d.subject_kind <> 'ordinary';

-- what meetings decided in another body's place
create view on_behalf as
select d.*, m.body_id, m.day
from decision d join meeting m on m.id = d.meeting_id
where d.withdrawn_at is null and num_nonnulls(d.on_behalf_of, d.delegation_id) > 0;

-- A19, A29, L3
create view decision_delegated as
select 'meeting' as root, o.meeting_id as id, o.position as item, o.body_id as law_body, o.day as law_day
from on_behalf o
where not exists (
	select from delegated_to d
	where d.the_body and d.body_id = o.body_id and d.from_body_id = o.on_behalf_of and d.valid @> o.day
		and d.id = coalesce(o.delegation_id, d.id));

-- L3
create view decision_delegable as
select 'meeting' as root, o.meeting_id as id, o.position as item, o.body_id as law_body, o.day as law_day
from on_behalf o
where o.subject <> 'ordinary' and o.kind in ('settling', 'election', 'opinion');

-- decisions outside meetings, with what they rest on
create view outside as
select e.*, d.from_body_id, d.person_id as delegate_id, d.office, d.urgent, d.the_body, d.valid
from delegated_decision e
join delegated_to d on d.id = e.delegation_id and d.body_id = e.body_id;

create view delegated_in_force as
select 'matter' as root, e.matter_id as id, e.number as item, e.body_id as law_body, e.decided_on as law_day
from outside e
where not e.valid @> e.decided_on;

-- L3, L4
create view delegated_by as
select 'matter' as root, e.matter_id as id, e.number as item, e.body_id as law_body, e.decided_on as law_day
from outside e
where not case
	when e.the_body then false
	when e.office = 'automated' then e.person_id is null
	when e.person_id is null then false
	when e.delegate_id is not null then e.person_id = e.delegate_id and exists (
		select from membership m
		where m.body_id = e.body_id and m.person_id = e.person_id and m.valid @> e.decided_on and (m.role = 'member' or not e.urgent))
	when e.office is not null then exists (
		select from office o
		where o.body_id = e.body_id and o.person_id = e.person_id and o.valid @> e.decided_on
			and (o.kind = e.office or e.office = 'presidium' and o.kind in ('chair', 'vice_chair', 'second_vice_chair')))
	else true end;

create view delegated_subject as
select 'matter' as root, e.matter_id as id, e.number as item, e.body_id as law_body, e.decided_on as law_day
from outside e
where not e.urgent and (e.subject <> 'ordinary' or exists (
		select from motion m where m.matter_id = e.matter_id and m.kind = 'citizen_proposal' and m.decided_by_id = e.from_body_id))
	or e.office = 'automated' and e.appealable;
