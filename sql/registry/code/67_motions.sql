-- Motions and citizen proposals: how each stands, what becomes of its claims,
-- and what is to be done.  Days are those of the setting governance.as_of, or
-- today's.

create or replace function months_after(day date, months integer) returns date
language sql immutable strict parallel safe
set search_path from current
as $$
-- of days that the calendar does not know, no holiday is known
select case when day between '1990-01-01' and '2150-12-31'
	then governance.statutory_deadline(day, make_interval(months => months))
	else (day + make_interval(months => months))::date end
$$;
comment on function months_after(date, integer) is
'The last day of a period of so many months after a day (lag 1930:173); a Saturday, Sunday, holiday or eve moves to the next weekday.';

create or replace function ruled_on(day date) returns date
language sql stable strict parallel restricted
set search_path from current
as $$
select case when exists (select from regulation r where r.body_id is null and r.valid @> ruled_on.day)
	then ruled_on.day
	else coalesce((select min(lower(r.valid)) from regulation r
		where r.body_id is null and lower(r.valid) > ruled_on.day), ruled_on.day) end
$$;
comment on function ruled_on(date) is
'The day whose rules are asked for what runs from a day: the day itself, or where the registry knows no law of that time, the first day of the first law after it.';

create or replace view claim_status with (security_barrier) as
select c.matter_id, c.number, c.text, c.expires_on, o.outcome, o.decided_on,
	coalesce(c.expires_on < coalesce(o.decided_on, m.withdrawn_on, d.as_of), false) as obsolete
from claim c
cross join governance.as_of() d(as_of)
join lateral (
	select case when n.withdrawn_on <= d.as_of then n.withdrawn_on end as withdrawn_on
	from motion n
	where n.matter_id = c.matter_id and n.raised_on <= d.as_of) m on true
left join lateral (
	select c.outcome, coalesce(o.decided_at, i.decided_at, e.day)::date as decided_on
	from decision o
	join agenda_item i on i.meeting_id = o.meeting_id and i.position = o.position
	join meeting e on e.id = o.meeting_id
	where o.meeting_id = c.meeting_id and o.position = c.position and o.point = c.point
		and coalesce(o.decided_at, i.decided_at, e.day)::date <= d.as_of
		and coalesce(o.withdrawn_at::date > d.as_of, true)) o on true
where governance.may_read_matter('registry'::regclass, c.matter_id);
comment on view claim_status is
'What became of each claim (att-sats, yrkande) of a motion: its outcome, and whether it had expired before it was decided.';
comment on column claim_status.matter_id is 'The matter of the motion (ärende).';
comment on column claim_status.number is 'The claim''s number in the motion.';
comment on column claim_status.text is 'Its wording.';
comment on column claim_status.expires_on is 'Last day on which it can be done as it asks; null: any day.';
comment on column claim_status.outcome is 'approved (bifall), rejected (avslag), answered (besvarad), written_off (avskriven); null: not decided.';
comment on column claim_status.decided_on is 'Day of the decision.';
comment on column claim_status.obsolete is 'That day had passed when it was decided, or the motion withdrawn, or has passed while it is not (överspelad).';

create or replace view motion_status with (security_barrier) as
select m.matter_id, m.kind, t.number, t.body_id, m.council_id, m.decided_by_id, t.closed_on,
	m.dated_on, m.raised_on, m.section, x.decide_by,
	b.prepared_by, h.board_heard_on, r.referred_to, r.answered as referrals_answered,
	s.decided_on, case when s.decided_on is not null then s.decided_in end as decided_in,
	w.withdrawn_on, w.informed_on,
	c.claims, c.approved, c.rejected, c.answered, c.written_off, c.undecided, c.obsolete,
	n.reports, n.first_reported_on, n.reported_on,
	case when s.decided_on is null and w.withdrawn_on is null then y.report_by end as report_by,
	least(s.decided_on, w.withdrawn_on, n.first_reported_on, d.as_of) > x.decide_by
		or s.decided_on is null and w.withdrawn_on is null and d.as_of > y.report_by as late
from motion m
join matter t on t.id = m.matter_id
cross join governance.as_of() d(as_of)
cross join lateral (
	select case when m.withdrawn_on <= d.as_of then m.withdrawn_on end as withdrawn_on,
		case when m.informed_on <= d.as_of then m.informed_on end as informed_on) w
left join lateral (
	select count(*)::integer as claims,
		count(*) filter (where c.outcome = 'approved')::integer as approved,
		count(*) filter (where c.outcome = 'rejected')::integer as rejected,
		count(*) filter (where c.outcome = 'answered')::integer as answered,
		count(*) filter (where c.outcome = 'written_off')::integer as written_off,
		count(*) filter (where c.outcome is null)::integer as undecided,
		coalesce(array_agg(c.number order by c.number) filter (where c.obsolete), '{}') as obsolete
	from claim_status c
	where c.matter_id = m.matter_id
	having true) c on true
left join lateral (
	-- some claims have an outcome and others none: it is not decided yet
	select case when c.undecided > 0 and c.undecided < c.claims then null
		else max(coalesce(o.decided_at, i.decided_at, e.day)::date) end as decided_on,
		(array_agg(e.body_id order by coalesce(o.decided_at, i.decided_at, e.day) desc))[1] as decided_in
	from agenda_item i
	join meeting e on e.id = i.meeting_id and e.cancelled_at is null
		and (e.body_id = m.council_id or e.body_id = m.decided_by_id)
	join decision o on o.meeting_id = i.meeting_id and o.position = i.position and o.kind = 'settling'
	where i.matter_id = m.matter_id
		and coalesce(o.decided_at, i.decided_at, e.day)::date <= d.as_of
		and coalesce(o.withdrawn_at::date > d.as_of, true)
	having true) s on true
left join lateral (
	select array_agg(distinct p.body_id) as prepared_by
	from (
		select e.body_id
		from agenda_item i
		join meeting e on e.id = i.meeting_id and e.cancelled_at is null and e.day <= d.as_of
		where i.matter_id = m.matter_id and i.handled is not null and i.kind <> 'information'
			and e.body_id <> m.council_id
		union all
		select a.body_id from referral_answer a
		where a.matter_id = m.matter_id and a.kind <> 'declined' and a.answered_on <= d.as_of) p
	having true) b on true
left join lateral (
	select min(h.heard_on) as board_heard_on
	from (
		select e.body_id, coalesce(o.decided_at, i.decided_at, e.day)::date as heard_on
		from agenda_item i
		join meeting e on e.id = i.meeting_id and e.cancelled_at is null
		join decision o on o.meeting_id = i.meeting_id and o.position = i.position
			and o.kind in ('opinion', 'settling') and coalesce(o.withdrawn_at::date > d.as_of, true)
		where i.matter_id = m.matter_id
		union all
		select a.body_id, a.answered_on from referral_answer a where a.matter_id = m.matter_id) h
	join body k on k.id = h.body_id and k.kind = 'executive_board'
	where h.heard_on <= d.as_of
	having true) h on true
left join lateral (
	select count(*)::integer as referred_to, count(a.answered_on)::integer as answered
	from referral f
	join referral_recipient q on q.matter_id = f.matter_id and q.number = f.number
	left join referral_answer a on a.matter_id = q.matter_id and a.number = q.number
		and a.body_id = q.body_id and a.answered_on <= d.as_of
	where f.matter_id = m.matter_id and f.sent_on <= d.as_of
	having true) r on true
left join lateral (
	-- what the council was told, and not another body
	select count(*)::integer as reports, min(n.reported_on) as first_reported_on, max(n.reported_on) as reported_on
	from motion_report n
	left join meeting e on e.id = n.meeting_id
	where n.matter_id = m.matter_id and n.reported_on between m.raised_on and d.as_of
		and (e.id is null or e.body_id = m.council_id)
	having true) n on true
left join lateral (
	select case when m.decided_by_id is null
		then months_after(m.raised_on,
			(select v.value::integer from setting_on(m.council_id, ruled_on(m.raised_on), 'motion_months') v))
		else months_after(m.raised_on,
			(select v.value::integer from setting_on(m.decided_by_id, ruled_on(m.raised_on), 'proposal_months') v)) end
	having true) x(decide_by) on true
left join lateral (
	select greatest(x.decide_by, months_after(n.reported_on,
		(select v.value::integer from setting_on(m.council_id, ruled_on(n.reported_on), 'motion_report_months') v)))
	having true) y(report_by) on true
where m.raised_on <= d.as_of and governance.may_read_matter('registry'::regclass, m.matter_id);
comment on view motion_status is
'How each motion (motion) and citizen proposal (medborgarförslag) stands: by when it is to be decided (KL 5:35, 6:34), who prepared it, whether the executive board was heard (KL 5:28), what was decided on its claims, and what the council was told.';
comment on column motion_status.matter_id is 'The matter (ärende).';
comment on column motion_status.kind is 'motion or citizen_proposal (medborgarförslag).';
comment on column motion_status.number is 'Its case number (diarienummer).';
comment on column motion_status.body_id is 'The body that handles the matter (handläggande organ).';
comment on column motion_status.council_id is 'The council it was raised in.';
comment on column motion_status.decided_by_id is 'The board that the council lets decide it (KL 5:23); null: the council decides.';
comment on column motion_status.closed_on is 'Day the matter was concluded.';
comment on column motion_status.dated_on is 'Date on the paper.';
comment on column motion_status.raised_on is 'Day it was raised (väckt), from which the time runs.';
comment on column motion_status.section is 'Section of the council''s minutes.';
comment on column motion_status.decide_by is 'Last day to decide it, or to tell the council what its preparation has shown.';
comment on column motion_status.prepared_by is 'The bodies that prepared it: at a meeting, or by answering a referral; null: none yet.';
comment on column motion_status.board_heard_on is 'Day the executive board (styrelsen) gave its opinion.';
comment on column motion_status.referred_to is 'How many it was referred to (remissinstanser).';
comment on column motion_status.referrals_answered is 'How many of those have answered, or declined.';
comment on column motion_status.decided_on is 'Day it was decided; null: not yet, or not in every claim.';
comment on column motion_status.decided_in is 'The body that decided it.';
comment on column motion_status.withdrawn_on is 'Day it was withdrawn.';
comment on column motion_status.informed_on is 'Day the board told the council what it decided (KL 6:34).';
comment on column motion_status.claims is 'How many claims (att-satser) it has.';
comment on column motion_status.approved is 'How many were approved (bifallna).';
comment on column motion_status.rejected is 'How many were rejected (avslagna).';
comment on column motion_status.answered is 'How many were answered (besvarade).';
comment on column motion_status.written_off is 'How many were written off (avskrivna).';
comment on column motion_status.undecided is 'How many have no outcome.';
comment on column motion_status.obsolete is 'Which claims had expired before they were decided, or have while they are not (överspelade).';
comment on column motion_status.reports is 'How often the council was told that it is not decided.';
comment on column motion_status.first_reported_on is 'When it was told first.';
comment on column motion_status.reported_on is 'When it was told last.';
comment on column motion_status.report_by is 'Last day to decide it, or to tell the council (again); null: it is decided or withdrawn.';
comment on column motion_status.late is 'It was neither decided nor reported to the council in time, or the time to report it again has passed.';

-- What is to be done about motions; the columns are those that todo unites.
-- Matters that are open lead to what is not decided: a motion's matter is not
-- concluded before (rule motion_concluded).  Conditions that an index answers
-- stand apart, and lateral subqueries (offset 0 keeps them so) ask for one motion
-- at a time: so what is concluded costs nothing.
create or replace view motion_duty with (security_barrier) as
with unconcluded as (
	select m.matter_id
	from matter t
	join motion m on m.matter_id = t.id
	where coalesce(t.closed_on, 'infinity') > governance.as_of()
), uninformed as (
	select m.matter_id
	from motion m
	where m.decided_by_id is not null and m.informed_on is null
	union all
	select m.matter_id
	from motion m
	where m.informed_on > governance.as_of()
), duty (rule, body_id, what, matter_id, due, ruled_on) as (
	select case when s.reported_on is not null then 'motion_report_months'
			when s.decided_by_id is not null then 'proposal_months'
			else 'motion_months' end,
		s.body_id,
		pg_catalog.format(case when s.reported_on is null
				then 'decide the %s raised on %s, or tell the council what its preparation has shown'
				else 'decide the %s raised on %s, or tell the council again' end,
			replace(s.kind, '_', ' '), s.raised_on),
		s.matter_id, s.report_by, ruled_on(coalesce(s.reported_on, s.raised_on))
	from unconcluded u
	cross join lateral (
		select s.matter_id, s.kind, s.decided_by_id, s.raised_on, s.report_by, s.reported_on,
			coalesce(s.decided_by_id, s.body_id) as body_id
		from motion_status s
		where s.matter_id = u.matter_id and s.decided_on is null and s.withdrawn_on is null
		offset 0) s
	union all
	select 'proposal_report_months', s.decided_by_id,
		pg_catalog.format('tell the council what was decided on %s on the citizen proposal raised on %s',
			s.decided_on, s.raised_on),
		s.matter_id,
		months_after(s.decided_on,
			(select v.value::integer from setting_on(s.decided_by_id, ruled_on(s.decided_on), 'proposal_report_months') v)),
		ruled_on(s.decided_on)
	from uninformed u
	cross join lateral (
		select s.matter_id, s.decided_by_id, s.raised_on, s.decided_on
		from motion_status s
		where s.matter_id = u.matter_id and s.decided_in = s.decided_by_id
		offset 0) s
)
select d.rule, d.body_id,
	d.what || ': ' || t.title as what,
	'matter'::text as object, d.matter_id as object_id, d.due, d.ruled_on
from duty d
join matter t on t.id = d.matter_id;
comment on view motion_duty is
'What is to be done about motions and citizen proposals: to decide them or tell the council within a year, then again each year (KL 5:35), and to tell the council what a board decided (KL 6:34).';
comment on column motion_duty.rule is 'The rule''s code (governance.rules()).';
comment on column motion_duty.body_id is 'The body responsible: which handles the matter, or may decide it.';
comment on column motion_duty.what is 'What is to be done.';
comment on column motion_duty.object is 'The table of what it is about.';
comment on column motion_duty.object_id is 'Its id there.';
comment on column motion_duty.due is 'The last day.';
comment on column motion_duty.ruled_on is 'The day whose rules it follows.';
