-- Referrals (remisser): who was asked by whom, and who has answered.

-- By which referral each sender was asked itself: the last one before its own,
-- and rather one to itself than one to the body that it works for.  Who refers
-- the matter of its own accord was asked by others who do: the executive board by
-- the council, and not by a board that it has asked.  Compare the rule
-- referral_chain.
create or replace view referral_link with (security_barrier) as
with sender as not materialized (
	select r.matter_id, r.number, r.sender_id, r.sent_on, a.acts_for_id,
		s.kind in ('council', 'company', 'external') or s.id = h.id
			or a.acts_for_id is not distinct from h.id or h.parent_id is not distinct from s.id
			-- hands it over to the body that handles it
			or exists (
				select from referral l
				join referral_recipient t on t.matter_id = l.matter_id and t.number = l.number
				where l.matter_id = r.matter_id and l.sender_id = r.sender_id and l.sent_on >= r.sent_on
					and t.body_id = h.id)
			and not exists (
				select from referral l
				join referral_recipient t on t.matter_id = l.matter_id and t.number = l.number
				where l.matter_id = r.matter_id and l.number <> r.number
					and (t.body_id = r.sender_id or t.body_id = a.acts_for_id)
					and coalesce(t.received_on, l.sent_on) <= r.sent_on) as own
	from referral r
	join matter m on m.id = r.matter_id
	join body h on h.id = m.body_id
	join body s on s.id = r.sender_id
	cross join lateral (
		select case when s.kind in ('committee', 'preparation', 'working_group', 'unit') then s.parent_id end) a(acts_for_id)
)
select r.matter_id, r.number, r.sender_id, r.sent_on, r.own, (
	select p.number
	from sender p
	join referral_recipient t on t.matter_id = p.matter_id and t.number = p.number
	where p.matter_id = r.matter_id and p.number <> r.number and (p.own or not r.own)
		and (t.body_id = r.sender_id or t.body_id = r.acts_for_id)
		and coalesce(t.received_on, p.sent_on) <= r.sent_on
	order by t.body_id <> r.sender_id, p.sent_on desc, p.number desc
	limit 1) as asked_by
from sender r
where governance.may_read_matter('registry'::regclass, r.matter_id);
comment on view referral_link is
'How referrals (remisser) of a matter follow each other: from the council to the executive board, to its committee, to two boards.';
comment on column referral_link.matter_id is 'The matter (ärende).';
comment on column referral_link.number is 'The referral''s number in it.';
comment on column referral_link.sender_id is 'Who asks.';
comment on column referral_link.sent_on is 'The day it was sent.';
comment on column referral_link.own is 'Whether the sender refers it of its own accord: it handles the matter, or did until it referred it to the body that does; the council and those outside ask as they like.';
comment on column referral_link.asked_by is 'The referral by which the sender was asked itself; null: by none.';

create or replace view referral_status with (security_barrier) as
select t.matter_id, t.number, r.sender_id, t.body_id, b.name as body, b.kind = 'external' as outside,
	r.decided_on, r.sent_on,
	case when t.received_on <= o.as_of then t.received_on end as received_on,
	l.due, l.extended,
	a.kind as answer, a.answered_on, a.recommendation,
	case
		when a.kind = 'declined' then 'declined'
		when a.answered_on > l.due then 'late'
		when a.answered_on is not null then 'in time'
		when l.due < o.as_of then 'missing'
		else 'waiting'
	end as status,
	c.depth, c.asked_by
from referral_recipient t
join referral r on r.matter_id = t.matter_id and r.number = t.number
join body b on b.id = t.body_id
cross join governance.as_of() o(as_of)
cross join lateral (
	select coalesce(t.extended_on <= o.as_of, false),
		case when t.extended_on <= o.as_of then t.answer_by else r.answer_by end) l(extended, due)
left join referral_answer a on a.matter_id = t.matter_id and a.number = t.number and a.body_id = t.body_id
	and a.answered_on <= o.as_of
left join lateral (
	-- up the chain to one who had the matter
	with recursive up (number, own, asked_by, depth, path) as (
		select k.number, k.own, k.asked_by, 1, array[k.number]
		from referral_link k where k.matter_id = r.matter_id and k.number = r.number
		union all
		select k.number, k.own, k.asked_by, u.depth + 1, u.path || k.number
		from up u
		join referral_link k on k.number = u.asked_by
		where k.matter_id = r.matter_id and k.number <> all (u.path)
	)
	select case when bool_or(u.own) then max(u.depth) end as depth, max(u.asked_by) filter (where u.depth = 1) as asked_by
	from up u) c on true
where r.sent_on <= o.as_of and governance.may_read_matter('registry'::regclass, t.matter_id);
comment on view referral_status is
'Who was asked (remissinstanser), and how each answered: in time, late, declined (avstår), not yet, or not at all.';
comment on column referral_status.matter_id is 'The matter (ärende).';
comment on column referral_status.number is 'The referral''s number in it.';
comment on column referral_status.sender_id is 'Who asked.';
comment on column referral_status.body_id is 'Who was asked.';
comment on column referral_status.body is 'Its name.';
comment on column referral_status.outside is 'Whether it is outside the municipality.';
comment on column referral_status.decided_on is 'The day the referral was decided.';
comment on column referral_status.sent_on is 'The day it was sent.';
comment on column referral_status.received_on is 'The day it was received.';
comment on column referral_status.due is 'The last day to answer (remisstid), with an extension; null: none was set.';
comment on column referral_status.extended is 'Whether an extension (anstånd) was granted.';
comment on column referral_status.answer is 'How it answered: decided (by a decision of the body), opinion, office (by letter), declined; null: not yet.';
comment on column referral_status.answered_on is 'The day of the answer.';
comment on column referral_status.recommendation is 'What it recommends: approve (tillstyrka), reject (avstyrka), answered, none.';
comment on column referral_status.status is 'in time, late, declined, waiting, or missing: the last day has passed.';
comment on column referral_status.depth is 'How far down the chain: the council 1, the executive board that it asked 2, its committee 3; null: nobody in the chain asked of its own accord.';
comment on column referral_status.asked_by is 'The referral by which the sender was asked itself.';

create or replace view referral_summary with (security_barrier) as
select r.matter_id, r.number, r.sender_id, r.decided_on, r.sent_on, r.answer_by, s.*
from referral r
cross join lateral (
	select max(s.due) as last_day,
		count(s.body_id)::integer as asked,
		count(*) filter (where s.outside)::integer as outside,
		count(s.answered_on)::integer as answered,
		count(*) filter (where s.status = 'in time')::integer as in_time,
		count(*) filter (where s.status = 'late')::integer as late,
		count(*) filter (where s.status = 'declined')::integer as declined,
		count(*) filter (where s.status = 'waiting')::integer as waiting,
		count(*) filter (where s.status = 'missing')::integer as missing
	from referral_status s
	where s.matter_id = r.matter_id and s.number = r.number) s
where r.sent_on <= governance.as_of() and governance.may_read_matter('registry'::regclass, r.matter_id);
comment on view referral_summary is
'Each referral (remiss): how many were asked, also outside the municipality, how many answered, in time, late, declined, and how many have not.';
comment on column referral_summary.matter_id is 'The matter (ärende).';
comment on column referral_summary.number is 'The referral''s number in it.';
comment on column referral_summary.sender_id is 'Who asked.';
comment on column referral_summary.decided_on is 'The day it was decided.';
comment on column referral_summary.sent_on is 'The day it was sent.';
comment on column referral_summary.answer_by is 'The last day to answer that it sets (remisstid).';
comment on column referral_summary.last_day is 'The last day that anybody has, with extensions (anstånd).';
comment on column referral_summary.asked is 'How many were asked.';
comment on column referral_summary.outside is 'How many of them are outside the municipality; 0 is worth a thought.';
comment on column referral_summary.answered is 'How many answered, those who declined too.';
comment on column referral_summary.in_time is 'How many answered in time.';
comment on column referral_summary.late is 'How many answered late.';
comment on column referral_summary.declined is 'How many declined to answer (avstår).';
comment on column referral_summary.waiting is 'How many still have time.';
comment on column referral_summary.missing is 'How many have not answered though their time has passed.';

-- What is due from those who were asked, in matters that are open.  offset 0: by
-- index for each of these, however many the planner thinks they are.
create or replace view referral_duty with (security_barrier) as
with open_referral as (
	select r.matter_id, r.number, r.sender_id, r.sent_on, r.answer_by, m.title, o.as_of
	from governance.as_of() o(as_of)
	join matter m on coalesce(m.closed_on, 'infinity') > governance.as_of() and m.opened_on <= o.as_of
	cross join lateral (select * from referral r where r.matter_id = m.id and r.sent_on <= o.as_of offset 0) r
	where governance.may_read_matter('registry'::regclass, m.id)
)
select 'referral_answered' as rule, t.body_id,
	pg_catalog.format('answer referral %s of %s, sent on %s: %s', r.number, s.name, r.sent_on, r.title) as what,
	'referral_recipient' as object, r.matter_id as object_id,
	case when t.extended_on <= r.as_of then t.answer_by else r.answer_by end as due, r.sent_on as ruled_on
from open_referral r
join body s on s.id = r.sender_id
join referral_recipient t on t.matter_id = r.matter_id and t.number = r.number
join body b on b.id = t.body_id
-- nobody outside the municipality has to answer
where b.kind <> 'external'
	and not exists (
		select from referral_answer a
		where a.matter_id = t.matter_id and a.number = t.number and a.body_id = t.body_id
			and a.answered_on <= r.as_of)
union all
select 'referral_outside', r.sender_id,
	pg_catalog.format('ask somebody outside the municipality too by referral %s: %s', r.number, r.title),
	'referral', r.matter_id, r.answer_by, r.sent_on
from open_referral r
where exists (select from rule_setting where rule = 'referral_outside')
	and coalesce(r.answer_by, r.as_of) >= r.as_of
	and not exists (
		select from referral_recipient t join body b on b.id = t.body_id
		where t.matter_id = r.matter_id and t.number = r.number and b.kind = 'external')
	and exists (select from setting_on(r.sender_id, r.sent_on, 'referral_outside'));
comment on view referral_duty is
'Referrals (remisser) of open matters that are to be answered (referral_answered), and where the body''s regulation wants it those that nobody outside the municipality was asked by (referral_outside).';
comment on column referral_duty.rule is 'The rule''s code (governance.rules()).';
comment on column referral_duty.body_id is 'The body responsible (ansvarigt organ).';
comment on column referral_duty.what is 'What is to be done.';
comment on column referral_duty.object is 'The table of what it is about.';
comment on column referral_duty.object_id is 'The matter.';
comment on column referral_duty.due is 'The last day; null: no day is set.';
comment on column referral_duty.ruled_on is 'The day whose rules it follows.';
