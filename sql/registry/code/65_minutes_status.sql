-- What follows from attestation: announcement, appeal, legal force.  Days are
-- those of the setting governance.as_of, or today's.

-- Subqueries of one row have HAVING where what they compute is used more than
-- once: it keeps them apart, so that they are computed once, and is how the
-- planner knows that it can leave out those that a query does not ask for.

-- How each notice of attested minutes stands.
create or replace view notice_status with (security_barrier) as
select n.id, n.meeting_id, n.number, n.posted_on, n.kept_at, t.taken_down_on, u.appeal_until,
	coalesce(t.taken_down_on <= u.appeal_until, false) as taken_down_early
from public_notice n
cross join this_registry g
cross join governance.as_of() d(as_of)
cross join lateral (select case when n.taken_down_on <= d.as_of then n.taken_down_on end) t(taken_down_on)
left join lateral (select governance.statutory_deadline(n.posted_on,
	make_interval(days => (governance.setting(g.name, n.meeting_id, 'appeal_days')).value::integer)) having true) u(appeal_until) on true
where n.posted_on <= d.as_of and governance.may_read_item('registry'::regclass, n.meeting_id, null);
comment on view notice_status is
'The notices of attestation (tillkännagivanden, KL 8:12): until when a decision can be appealed if the notice stays up (KL 13:5), and whether it was taken down before that.';
comment on column notice_status.id is 'the notice';
comment on column notice_status.meeting_id is 'the meeting (sammanträde)';
comment on column notice_status.number is 'which of the meeting''s minutes (protokoll)';
comment on column notice_status.posted_on is 'the day it was posted on the notice board (anslagstavla)';
comment on column notice_status.kept_at is 'where the minutes are kept';
comment on column notice_status.taken_down_on is 'the day it was taken down, if it has been';
comment on column notice_status.appeal_until is 'the last day for an appeal (överklagande), if the notice stays up';
comment on column notice_status.taken_down_early is 'it was taken down on or before that day, so the period has not run';

create or replace view minutes_status with (security_barrier) as
select m.meeting_id, m.number, e.body_id, e.day, m.immediate, m.responsible_id,
	s.sections, s.chairs, s.chairs_signed, s.adjusters, s.adjusters_signed, s.unsigned,
	l.attested_on, a.attest_by,
	coalesce(l.attested_on, d.as_of) > a.attest_by as attested_late,
	w.notice_by, n.posted_on, n.taken_down_on,
	coalesce(n.posted_on, case when l.attested_on is not null then d.as_of end) > w.notice_by as notice_late,
	case when not n.taken_down_early then n.appeal_until end as appeal_until,
	coalesce(n.taken_down_early, false) as taken_down_early,
	case when not n.taken_down_early and n.appeal_until < d.as_of then n.appeal_until + 1 end as appeal_over_on
from minutes m
join meeting e on e.id = m.meeting_id
join body b on b.id = e.body_id
cross join this_registry g
cross join governance.as_of() d(as_of)
left join lateral (
	select array_agg(c.section order by c.handled) as sections,
		array_agg(distinct c.chair_id) as chairs,
		array_agg(distinct c.chair_id) filter (where c.chair_signed) as chairs_signed,
		(select array_agg(distinct j.person_id) from adjuster j
			where j.meeting_id = m.meeting_id and exists (
				select from minutes_section k
				where k.meeting_id = m.meeting_id and k.number = m.number
					and k.handled >= j.from_item and (j.to_item is null or k.handled <= j.to_item))) as adjusters,
		(select array_agg(distinct t.person_id) from attestation t
			where t.meeting_id = m.meeting_id and t.number = m.number and t.role = 'adjuster') as adjusters_signed,
		array_agg(c.section order by c.handled) filter (where not c.attested) as unsigned
	from minutes_section c
	where c.meeting_id = m.meeting_id and c.number = m.number) s on true
left join seal l on l.meeting_id = m.meeting_id and l.number = m.number and l.attested_on <= d.as_of
left join lateral (
	-- from the last day of the meeting
	select governance.statutory_deadline(
		greatest(e.day, e.closed_at::date, (select max(i.opened_at)::date from sitting i where i.meeting_id = e.id)),
		make_interval(days => (governance.setting(g.name, m.meeting_id, 'attestation_days')).value::integer))
	having true) a(attest_by) on true
left join lateral (
	-- offset 0: first the decisions, which are few, then where each stands
	select case when b.kind in ('council', 'executive_board', 'board') or exists (
			select from (
				select o.meeting_id, o.position
				from (
					select o.meeting_id, o.position, o.on_behalf_of
					from decision o
					where o.meeting_id = m.meeting_id and o.withdrawn_at is null
					offset 0) o
				where o.on_behalf_of is not null
				offset 0) o
			where exists (
					select from minutes_section c
					where c.meeting_id = o.meeting_id and c.position = o.position and c.number = m.number
					offset 0))
		then governance.statutory_deadline(l.attested_on,
			make_interval(days => (governance.setting(g.name, m.meeting_id, 'notice_days')).value::integer)) end
	having true) w(notice_by) on true
left join lateral (
	-- the notice that counts: the first that was not taken down early
	select o.posted_on, o.taken_down_on, o.appeal_until, o.taken_down_early
	from notice_status o
	where o.meeting_id = m.meeting_id and o.number = m.number
	order by o.taken_down_early,
		case when o.taken_down_early then null else o.posted_on end, o.posted_on desc, o.id
	limit 1) n on true
where e.cancelled_at is null and governance.may_read('registry'::regclass, e.body_id);
comment on view minutes_status is
'Each of the minutes (protokoll): whose signatures they have and need, when they were or must be attested (justerade, KL 5:69), and announced (tillkännagivna, KL 8:12) where they hold a decision on another body''s behalf, and until when decisions can be appealed (KL 13:5).';
comment on column minutes_status.meeting_id is 'the meeting (sammanträde)';
comment on column minutes_status.number is 'which of the meeting''s minutes';
comment on column minutes_status.body_id is 'the body (organ)';
comment on column minutes_status.day is 'the day of the meeting';
comment on column minutes_status.immediate is 'attested at once (omedelbar justering)';
comment on column minutes_status.responsible_id is 'who answers for the minutes; null: nobody is named';
comment on column minutes_status.sections is 'the sections (paragrafer) they cover';
comment on column minutes_status.chairs is 'who presided over them and is to sign';
comment on column minutes_status.chairs_signed is 'who of those has signed';
comment on column minutes_status.adjusters is 'the adjusters (justerare) elected for them, alternates too';
comment on column minutes_status.adjusters_signed is 'who has signed as adjuster';
comment on column minutes_status.unsigned is 'the sections that lack a signature';
comment on column minutes_status.attested_on is 'the day they were attested and sealed; null: not yet';
comment on column minutes_status.attest_by is 'the last day to attest them, fourteen days after the last sitting';
comment on column minutes_status.attested_late is 'they were attested later than that, or are not yet and it has passed';
comment on column minutes_status.notice_by is 'the last day to announce the attestation; null: no notice is due';
comment on column minutes_status.posted_on is 'the day of the notice that counts';
comment on column minutes_status.taken_down_on is 'the day it was taken down';
comment on column minutes_status.notice_late is 'it was posted later than it should, or is not yet and the day has passed';
comment on column minutes_status.appeal_until is 'the last day for an appeal (överklagande)';
comment on column minutes_status.taken_down_early is 'the notice was taken down too early and no other was posted: the period has not run';
comment on column minutes_status.appeal_over_on is 'the first day after the period for an appeal, once it has come';

create or replace view appeal_status with (security_barrier) as
select a.id, a.meeting_id, a.position, a.point, a.filed_on, a.court, a.stay,
	case when a.concluded_on <= d.as_of then a.outcome end as outcome,
	case when a.concluded_on <= d.as_of then a.concluded_on end as concluded_on,
	coalesce(a.filed_on > s.appeal_until, false) as late,
	coalesce(a.concluded_on > d.as_of, true) as pending
from appeal a
cross join governance.as_of() d(as_of)
left join minutes_section c on c.meeting_id = a.meeting_id and c.position = a.position
left join minutes_status s on s.meeting_id = c.meeting_id and s.number = c.number
where a.filed_on <= d.as_of and governance.may_read_item('registry'::regclass, a.meeting_id, a.position);
comment on view appeal_status is
'Appeals (överklaganden): whether each came in within the period (KL 13:5) and is still pending.';
comment on column appeal_status.id is 'the appeal';
comment on column appeal_status.meeting_id is 'the meeting of the decision';
comment on column appeal_status.position is 'its item';
comment on column appeal_status.point is 'the decision''s point within the item';
comment on column appeal_status.filed_on is 'the day it came in';
comment on column appeal_status.court is 'the court (förvaltningsrätt)';
comment on column appeal_status.stay is 'the court has stayed the decision (inhibition)';
comment on column appeal_status.outcome is 'how it ended';
comment on column appeal_status.concluded_on is 'when it ended';
comment on column appeal_status.late is 'it came in after the period';
comment on column appeal_status.pending is 'it has not ended';

create or replace view decision_force with (security_barrier) as
select o.meeting_id, o.position, o.point, c.number, c.section, p.appealable,
	s.attested_on, s.appeal_until,
	coalesce(q.pending, false) as appeal_pending,
	case
		when not p.appealable then s.attested_on
		when q.annulled or q.pending then null
		else greatest(s.appeal_over_on, q.concluded_on)
	end as legal_force_on,
	s.posted_on
from decision o
join minutes_section c on c.meeting_id = o.meeting_id and c.position = o.position
join minutes_status s on s.meeting_id = c.meeting_id and s.number = c.number
-- purely preparatory or executing decisions cannot be appealed
cross join lateral (select coalesce(o.appealable, o.kind in ('settling', 'election'))) p(appealable)
left join lateral (
	select bool_or(a.pending) as pending, bool_or(a.outcome = 'annulled') as annulled,
		max(a.concluded_on) as concluded_on
	from appeal_status a
	where a.meeting_id = o.meeting_id and a.position = o.position and a.point = o.point and not a.late) q on true
where o.withdrawn_at is null and governance.may_read_item('registry'::regclass, o.meeting_id, o.position);
comment on view decision_force is
'When each decision (beslut) gains legal force (laga kraft): after the period for an appeal, if no appeal is pending (KL 13:2, 13:5); a purely preparatory or executing one, which cannot be appealed, by its attestation.';
comment on column decision_force.meeting_id is 'the meeting';
comment on column decision_force.position is 'the item';
comment on column decision_force.point is 'the decision''s point within the item';
comment on column decision_force.number is 'the minutes it stands in';
comment on column decision_force.section is 'its section (paragraf)';
comment on column decision_force.appealable is 'it can be appealed: as said, or by its kind (KL 13:2)';
comment on column decision_force.attested_on is 'the day the minutes were attested';
comment on column decision_force.appeal_until is 'the last day for an appeal';
comment on column decision_force.appeal_pending is 'an appeal that came in time is pending';
comment on column decision_force.legal_force_on is 'the day it gained legal force; null: it has not';
comment on column decision_force.posted_on is 'the day of the notice that counts';
