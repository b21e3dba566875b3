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
	and (select count(distinct s.role) from letter_signature s where (s.matter_id, s.number) = (l.matter_id, l.number)) < 2;

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
