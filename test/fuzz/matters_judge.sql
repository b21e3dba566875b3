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

-- documents: authorities register the day (the council is none)
create view document_arrival as
select 'matter' as root, d.matter_id as id, d.number as item
from document d join matter m on m.id = d.matter_id join body b on b.id = m.body_id
where b.kind in ('executive_board', 'board', 'committee', 'unit')
	and case d.direction when 'received' then d.arrived_on else d.dated_on end is null;

-- referrals and their recipients, with whom the sender acts for
create view asking as
select r.matter_id, r.number, r.sender_id, s.kind as sender_kind, r.sent_on, r.answer_by, t.body_id, t.answer_by as extended_to,
	t.extended_on, t.received_on, coalesce(t.received_on, r.sent_on) as known_on,
	array[s.id] || case when s.kind in ('committee', 'preparation', 'working_group', 'unit') then s.parent_id end as acts_for,
	s.kind not in ('advisory_council', 'company', 'external') as bound
from referral r
join body s on s.id = r.sender_id
join referral_recipient t on (t.matter_id, t.number) = (r.matter_id, r.number);

create view referral_not_self as
select distinct 'matter' as root, matter_id as id, number as item from asking where bound and body_id = sender_id;

create view referral_dates as
select distinct 'matter' as root, matter_id as id, number as item from asking
where bound and (received_on < sent_on or extended_on < sent_on or extended_to <= answer_by);

create view referral_recipient_exists as
select distinct 'matter' as root, a.matter_id as id, a.number as item from asking a join body b on b.id = a.body_id
where a.bound and (not b.valid @> a.sent_on
	or exists (select from body_succession s where s.predecessor_id = b.id and s.day <= a.sent_on));

create view referral_chain as
with recursive asked as (
	select r.matter_id, r.number, by.number as by_number, by.sent_on < r.sent_on as before
	from asking r
	join asking by on by.matter_id = r.matter_id and by.number <> r.number and by.body_id = any (r.acts_for) and by.known_on <= r.sent_on
), lawful as (
	-- of its own accord, or asked on an earlier day
	select r.matter_id, r.number
	from asking r join matter m on m.id = r.matter_id join body h on h.id = m.body_id
	where r.sender_kind in ('council', 'company', 'external') or m.body_id = any (r.acts_for) or h.parent_id = r.sender_id
		or exists (select from asked a where (a.matter_id, a.number) = (r.matter_id, r.number) and a.before)
		or not exists (select from asked a where (a.matter_id, a.number) = (r.matter_id, r.number))
			and exists (select from asking l where l.matter_id = r.matter_id and l.sender_id = r.sender_id
				and l.body_id = m.body_id and l.sent_on >= r.sent_on)
	union
	-- asked on the same day by one of these
	select a.matter_id, a.number
	from asked a join lawful l on (l.matter_id, l.number) = (a.matter_id, a.by_number)
)
select distinct 'matter' as root, r.matter_id as id, r.number as item from asking r
where r.bound and r.sender_kind <> 'council' and not exists (select from lawful l where (l.matter_id, l.number) = (r.matter_id, r.number));

-- answers of those whom the law binds
create view binding_answer as
select a.*, b.kind as body_kind from referral_answer a join body b on b.id = a.body_id
where b.kind not in ('council', 'company', 'external');

create view answer_asked as
select distinct 'matter' as root, a.matter_id as id, a.number as item
from binding_answer a join referral r on (r.matter_id, r.number) = (a.matter_id, a.number)
left join referral_recipient t on (t.matter_id, t.number, t.body_id) = (a.matter_id, a.number, a.body_id)
where t.body_id is null or a.answered_on < r.sent_on;

create view answer_decided as
select distinct 'matter' as root, a.matter_id as id, a.number as item
from binding_answer a
where a.kind = 'decided' and not exists (
	select from handled h
	where (h.matter_id, h.meeting_id, h.position) = (a.matter_id, a.meeting_id, a.position)
		and a.body_id in (h.body_id, h.on_behalf_of) and h.kind in ('settling', 'opinion', 'noting') and h.day <= a.answered_on);

create view answer_statement as
select distinct 'matter' as root, a.matter_id as id, a.number as item
from binding_answer a
left join document d on (d.matter_id, d.number) = (a.matter_id, a.statement_number) and d.kind = 'statement'
where a.statement_number is not null and (d.number is null or d.dated_on > a.answered_on
	or a.kind = 'decided' and exists (
		select from handled h
		where (h.matter_id, h.meeting_id, h.position) = (a.matter_id, a.meeting_id, a.position)
			and a.body_id in (h.body_id, h.on_behalf_of) and h.kind in ('settling', 'opinion', 'noting') and h.day < d.dated_on));

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
