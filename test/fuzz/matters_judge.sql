-- The judge of random matters: what is broken in the registry "floor", which has
-- no rules, by plain SQL written from the clauses (rules.md), not from the code.
-- One view a rule: what it is about (root), its id, and the item or the number.
set search_path = floor, public;

create view handled as
select i.matter_id, i.meeting_id, i.position, m.body_id, b.kind as body_kind, m.day,
	d.point, d.kind, d.outcome, d.text, d.on_behalf_of, d.delegation_id, d.subject, d.statement_number
from agenda_item i
join meeting m on m.id = i.meeting_id
join body b on b.id = m.body_id
left join decision d on d.meeting_id = i.meeting_id and d.position = i.position and d.withdrawn_at is null
where i.matter_id is not null;

-- bodies that settle or prepare by the law: KL's rules are for them
create view lawful_body as
select id from body where kind not in ('unit', 'company', 'external');

create view motion_decided as
select 'meeting' as root, h.meeting_id as id, h.position as item
from handled h join motion m on m.matter_id = h.matter_id
where h.kind = 'settling' and h.body_id <> m.council_id
	and not (m.kind = 'citizen_proposal' and m.decided_by_id is not distinct from h.body_id);

create view letter_signed as
select 'matter' as root, l.matter_id as id, l.number as item
from letter l
where l.body_id = 2 and l.dispatched_on is not null
	and (select count(distinct s.role) filter (where s.signed_at::date <= l.dispatched_on)
		from letter_signature s where (s.matter_id, s.number) = (l.matter_id, l.number)) < 2;

-- the two signatures of the committee's letters that were sent
create view signing as
select s.*, s.signed_at::date as day
from letter l join letter_signature s on (s.matter_id, s.number) = (l.matter_id, l.number)
where l.body_id = 2 and l.dispatched_on is not null;

create view letter_order as
select 'matter' as root, c.matter_id as id, c.number as item
from signing c join signing s on (s.matter_id, s.number, s.role) = (c.matter_id, c.number, 'sign')
where c.role = 'countersign' and c.signed_at < s.signed_at;

create view letter_distinct as
select 'matter' as root, matter_id as id, number as item
from signing group by matter_id, number having count(*) = 2 and count(distinct person_id) = 1;

create view letter_countersigner as
select 'matter' as root, s.matter_id as id, s.number as item
from signing s
where s.role = 'countersign' and (s.ground <> 'secretary' or not exists (
	select from office o where o.body_id = 2 and o.kind = 'secretary' and o.person_id = s.person_id and o.valid @> s.day));

-- chair or vice chair on a day who is not prevented
create view able as
select d.day, o.kind
from (select distinct day from signing) d join office o on o.body_id = 2 and o.valid @> d.day
where not exists (select from hindrance h where h.body_id = 2 and h.person_id = o.person_id and h.valid @> d.day);

create view letter_signer as
select 'matter' as root, s.matter_id as id, s.number as item
from signing s
where s.role = 'sign' and not (case s.ground
	when 'chair' then true
	when 'vice_chair' then not exists (select from able a where a.day = s.day and a.kind = 'chair')
	when 'designated' then not exists (select from able a where a.day = s.day and a.kind in ('chair', 'vice_chair'))
		and exists (select from membership m where m.body_id = 2 and m.person_id = s.person_id and m.valid @> s.day)
	else false end
	and exists (select from office o where o.body_id = 2 and o.person_id = s.person_id and o.valid @> s.day
		and o.kind = case s.ground when 'designated' then 'signer' else s.ground end));

create view dispatch_decided as
select case when i.meeting_id is null then 'matter' else 'meeting' end as root,
	coalesce(i.meeting_id, s.matter_id) as id, case when i.meeting_id is null then s.number else s.position end as item
from dispatch s
left join agenda_item i on (i.meeting_id, i.position, i.matter_id) = (s.meeting_id, s.position, s.matter_id)
left join meeting m on m.id = i.meeting_id
where s.sent_on is not null and not exists (
	select from decision d where (d.meeting_id, d.position) = (i.meeting_id, i.position)
		and d.withdrawn_at is null and coalesce(d.decided_at, i.decided_at, m.day)::date <= s.sent_on);

create view delegate_mandate as
select 'body' as root, d.body_id as id, null::integer as item
from delegation d join body b on b.id = d.body_id
where b.kind not in ('executive_board', 'board', 'committee', 'council', 'unit', 'company', 'external')
	and num_nonnulls(d.person_id, d.office, d.employee) = 0;

-- the rules that are judged, and everything that is broken
do $$
declare
	rule text;
	parts text[] := '{}';
begin
	for rule in
		select c.relname from pg_class c join governance.rules() r on r.code = c.relname
		where c.relnamespace = 'floor'::regnamespace and c.relkind = 'v'
	loop
		parts := parts || format('select %L::text as rule, root::text, id::bigint, item::integer from %I', rule, rule);
	end loop;
	execute 'create view broken as ' || array_to_string(parts, ' union all ');
	execute format('create view judged as select unnest(%L::text[]) as rule', (
		select array_agg(c.relname::text) from pg_class c join governance.rules() r on r.code = c.relname
		where c.relnamespace = 'floor'::regnamespace and c.relkind = 'v'));
end
$$;
