-- Referrals and their answers.
set search_path = floor, public;

-- referrals and their recipients, with whom the sender acts for
create view asking as
select r.matter_id, r.number, r.sender_id, s.kind as sender_kind, r.sent_on, r.answer_by, t.body_id, t.answer_by as extended_to,
	t.extended_on, t.received_on, coalesce(t.received_on, r.sent_on) as known_on,
	array[s.id] || case when s.kind in ('committee', 'preparation', 'working_group', 'unit') then s.parent_id end as acts_for
from referral r
join body s on s.id = r.sender_id
join referral_recipient t on (t.matter_id, t.number) = (r.matter_id, r.number);

-- B4
create view referral_not_self as
select 'matter' as root, matter_id as id, number as item, sender_id as law_body, sent_on as law_day
from asking where body_id = sender_id;

-- B3
create view referral_dates as
select 'matter' as root, matter_id as id, number as item, sender_id as law_body, sent_on as law_day
from asking where received_on < sent_on or extended_on < sent_on or extended_to <= answer_by;

-- B4, E10
create view referral_recipient_exists as
select 'matter' as root, a.matter_id as id, a.number as item, a.sender_id as law_body, a.sent_on as law_day
from asking a join body b on b.id = a.body_id
where not b.valid @> a.sent_on
	or exists (select from body_succession s where s.predecessor_id = b.id and s.day <= a.sent_on);

-- E2: of its own accord, or because it was asked
create view referral_chain as
with recursive asked as (
	select r.matter_id, r.number, by.number as by_number, by.sent_on < r.sent_on as before
	from asking r
	join asking by on by.matter_id = r.matter_id and by.number <> r.number and by.body_id = any (r.acts_for) and by.known_on <= r.sent_on
), lawful as (
	-- whoever handles it, or hands it over to who does; or was asked on an earlier day
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
select 'matter' as root, r.matter_id as id, r.number as item, r.sender_id as law_body, r.sent_on as law_day
from asking r
where not exists (select from lawful l where (l.matter_id, l.number) = (r.matter_id, r.number));

-- E2, B4
create view answer_asked as
select 'matter' as root, a.matter_id as id, a.number as item, a.body_id as law_body, a.answered_on as law_day
from referral_answer a join referral r on (r.matter_id, r.number) = (a.matter_id, a.number)
left join referral_recipient t on (t.matter_id, t.number, t.body_id) = (a.matter_id, a.number, a.body_id)
where t.body_id is null or a.answered_on < r.sent_on;

-- decisions that answers which a body decided rest on: its own, or in its place
create view answer_rests_on as
select a.matter_id, a.number, a.body_id, a.answered_on, h.day, h.kind
from referral_answer a
join handled h on (h.matter_id, h.meeting_id, h.position) = (a.matter_id, a.meeting_id, a.position)
where a.kind = 'decided' and a.body_id in (h.body_id, h.on_behalf_of) and h.kind in ('settling', 'opinion', 'noting');

-- B1, B4
create view answer_decided as
select 'matter' as root, a.matter_id as id, a.number as item, a.body_id as law_body, a.answered_on as law_day
from referral_answer a
where a.kind = 'decided' and not exists (
	select from answer_rests_on o
	where (o.matter_id, o.number, o.body_id) = (a.matter_id, a.number, a.body_id) and o.day <= a.answered_on);

-- B1, C3
create view answer_statement as
select 'matter' as root, a.matter_id as id, a.number as item, a.body_id as law_body, a.answered_on as law_day
from referral_answer a
left join document d on (d.matter_id, d.number) = (a.matter_id, a.statement_number) and d.kind = 'statement'
where a.statement_number is not null and (d.number is null or d.dated_on > a.answered_on or exists (
	select from answer_rests_on o
	where (o.matter_id, o.number, o.body_id) = (a.matter_id, a.number, a.body_id) and o.day < d.dated_on));
