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

-- motions: who raises them, when
create view motion_raised as
select 'matter' as root, m.matter_id as id, null::integer as item
from motion m
where m.dated_on > m.raised_on
	or exists (select from handled h where h.matter_id = m.matter_id and h.body_id = m.council_id
		and h.point is not null and h.day < m.raised_on);

create view mover_entitled as
select distinct 'matter' as root, m.matter_id as id, null::integer as item
from motion m join motion_mover v on v.matter_id = m.matter_id
where m.kind = 'motion' and not exists (
	select from membership s where s.body_id = m.council_id and s.person_id = v.person_id and s.valid @> m.raised_on);

-- ... what comes before the council's decision
create view settled_by_council as
select h.*, m.raised_on
from handled h join motion m on m.matter_id = h.matter_id and m.council_id = h.body_id
where h.kind = 'settling' and h.outcome <> 'written_off';

create view motion_prepared as
select 'meeting' as root, h.meeting_id as id, h.position as item
from settled_by_council h
where not exists (select from handled p where p.matter_id = h.matter_id and p.body_kind in ('executive_board', 'board') and p.day <= h.day)
	and not exists (
		select from referral_answer a join body b on b.id = a.body_id and b.kind in ('executive_board', 'board')
		where a.matter_id = h.matter_id and a.kind <> 'declined' and a.answered_on <= h.day);

create view motion_board_heard as
select 'meeting' as root, h.meeting_id as id, h.position as item
from settled_by_council h
where not exists (select from handled p where p.matter_id = h.matter_id and p.body_id = 1
		and p.kind in ('opinion', 'settling') and p.day <= h.day)
	and not exists (select from referral_answer a where a.matter_id = h.matter_id and a.body_id = 1 and a.answered_on <= h.day)
	and not exists (
		select from referral r join referral_recipient q using (matter_id, number)
		where r.matter_id = h.matter_id and q.body_id = 1 and coalesce(q.answer_by, r.answer_by) < h.day);

-- ... and what follows it
create view motion_settled as
select m.matter_id, h.meeting_id, h.position, h.point, h.day, h.body_id, h.outcome
from motion m join handled h on h.matter_id = m.matter_id and h.kind = 'settling'
	and (h.body_id = m.council_id or m.kind = 'citizen_proposal' and h.body_id = m.decided_by_id);

create view claim_decided as
select case when h.meeting_id is null then 'matter' else 'meeting' end as root,
	coalesce(h.meeting_id, c.matter_id) as id, coalesce(h.position, c.number) as item
from claim c
left join handled h on (h.matter_id, h.meeting_id, h.position, h.point) = (c.matter_id, c.meeting_id, c.position, c.point)
where c.outcome is not null and not exists (
	select from motion_settled s
	join motion m on m.matter_id = s.matter_id
	where (s.matter_id, s.meeting_id, s.position, s.point) = (c.matter_id, c.meeting_id, c.position, c.point)
		and s.outcome in (c.outcome, 'other') and (c.outcome <> 'written_off' or s.body_id = m.council_id));

create view motion_concluded as
select 'matter' as root, t.id, null::integer as item
from matter t join motion m on m.matter_id = t.id
where t.closed_on is not null
	and (not exists (select from motion_settled s where s.matter_id = t.id and s.day <= t.closed_on)
		or (select count(outcome) between 1 and count(*) - 1 from claim c where c.matter_id = t.id));

-- statements that decisions refer to
create view decision_statement as
select 'meeting' as root, h.meeting_id as id, h.position as item
from handled h
where h.point is not null and h.statement_number is not null and not exists (
	select from document d where (d.matter_id, d.number) = (h.matter_id, h.statement_number)
		and d.kind = 'statement' and coalesce(d.dated_on <= h.day, true));

create view statement_in_matter as
select 'meeting' as root, d.meeting_id as id, d.position as item
from decision d join agenda_item i using (meeting_id, position)
where d.withdrawn_at is null and d.statement_number is not null and i.matter_id is null;

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

-- ---- delegation ----

create view deciding_body as
select id, kind from body where kind in ('executive_board', 'board', 'committee');

create view delegated_to as
select d.*, b.kind as body_kind, b.parent_id, num_nonnulls(d.person_id, d.office, d.employee) = 0 as the_body,
	d.office in ('chair', 'vice_chair', 'second_vice_chair') is true as presides
from delegation d join body b on b.id = d.body_id;

create view delegate_mandate as
select 'body' as root, d.body_id as id, null::integer as item
from delegated_to d
where d.the_body and d.body_kind not in ('executive_board', 'board', 'committee');

create view delegation_source as
select 'body' as root, d.body_id as id, null::integer as item
from delegated_to d
where not case
	when d.from_body_id = d.body_id then d.body_kind in ('executive_board', 'board') and not d.the_body
	when d.from_body_id = d.parent_id then d.the_body or d.body_kind = 'committee' and (d.person_id is not null or d.presides)
	else false end;

create view delegate_seat as
select 'body' as root, d.body_id as id, null::integer as item
from delegated_to d
where d.person_id is not null
	and not exists (select from membership m where m.body_id = d.body_id and m.person_id = d.person_id and m.valid && d.valid);

create view delegation_urgent as
select 'body' as root, d.body_id as id, null::integer as item
from delegated_to d
where d.urgent and not (d.from_body_id = d.body_id and (d.presides
	or exists (select from membership m where m.body_id = d.body_id and m.person_id = d.person_id and m.role = 'member' and m.valid && d.valid)));

create view delegation_subject as
select 'body' as root, d.body_id as id, null::integer as item
from delegation d
where not d.urgent and d.subject_kind <> 'ordinary';

create view decision_delegated as
select 'meeting' as root, o.meeting_id as id, o.position as item
from decision o join meeting m on m.id = o.meeting_id join deciding_body b on b.id = m.body_id
where o.withdrawn_at is null and num_nonnulls(o.on_behalf_of, o.delegation_id) > 0
	and not exists (
		select from delegated_to d
		where d.the_body and d.body_id = m.body_id and d.from_body_id = o.on_behalf_of and d.valid @> m.day
			and d.id = coalesce(o.delegation_id, d.id));

create view decision_delegable as
select 'meeting' as root, o.meeting_id as id, o.position as item
from decision o join meeting m on m.id = o.meeting_id join deciding_body b on b.id = m.body_id
where o.withdrawn_at is null and num_nonnulls(o.on_behalf_of, o.delegation_id) > 0
	and o.subject <> 'ordinary' and o.kind in ('settling', 'election', 'opinion');

create view outside as
select e.*, d.from_body_id, d.person_id as delegate_id, d.office, d.urgent, d.the_body, d.valid
from delegated_decision e
join deciding_body b on b.id = e.body_id
join delegated_to d on d.id = e.delegation_id and d.body_id = e.body_id;

create view delegated_in_force as
select 'matter' as root, e.matter_id as id, e.number as item
from outside e
where not e.valid @> e.decided_on;

create view delegated_by as
select 'matter' as root, e.matter_id as id, e.number as item
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
select 'matter' as root, e.matter_id as id, e.number as item
from outside e
where not e.urgent and (e.subject <> 'ordinary' or exists (
		select from motion m where m.matter_id = e.matter_id and m.kind = 'citizen_proposal' and m.decided_by_id = e.from_body_id))
	or e.office = 'automated' and e.appealable;

-- ---- reports of it ----

create view report as
select r.* from delegation_report r join deciding_body b on b.id = r.body_id;

create view report_line as
select r.matter_id, r.number, i.line, r.body_id, r.to_body_id, r.period, r.received_on,
	coalesce(e.body_id, m.body_id) as decided_in, coalesce(e.decided_on, m.day) as decided_on,
	coalesce(d.from_body_id, o.on_behalf_of) as from_body_id,
	coalesce(e.matter_id || ' ' || e.number, o.meeting_id || ' ' || o.position || ' ' || o.point || ' at a meeting') as decision
from report r
join delegation_report_item i on i.matter_id = r.matter_id and i.number = r.number
left join delegated_decision e on e.matter_id = i.decided_matter_id and e.number = i.decided_number
left join decision o on o.meeting_id = i.meeting_id and o.position = i.position and o.point = i.point
left join meeting m on m.id = o.meeting_id
left join delegation d on d.id = coalesce(e.delegation_id, o.delegation_id);

create view report_delegator as
select 'matter' as root, l.matter_id as id, l.number as item
from report_line l
where (l.from_body_id, l.decided_in) is distinct from (l.to_body_id, l.body_id);

create view report_period as
select 'matter' as root, l.matter_id as id, l.number as item
from report_line l
where not l.period @> l.decided_on;

create view report_once as
select 'matter' as root, l.matter_id as id, l.number as item
from report_line l join report_line x on x.decision = l.decision and (x.matter_id, x.number, x.line) <> (l.matter_id, l.number, l.line)
where l.received_on is not null and x.received_on is not null;

create view report_received as
select 'matter' as root, r.matter_id as id, r.number as item
from report r
where r.received_on is not null and not exists (
	select from handled h join agenda_item i using (meeting_id, position) join decision d using (meeting_id, position, point)
	where h.matter_id = r.matter_id and h.meeting_id = r.meeting_id and h.position = r.position and h.body_id = r.to_body_id
		and h.kind in ('noting', 'settling')
		and r.received_on = coalesce(d.decided_at::date, i.decided_at::date, h.day)
		and (r.handed_over_on is null or r.handed_over_on <= r.received_on));

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
