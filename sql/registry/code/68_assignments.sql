-- Assignments: whether they are done, and reported as often as they say.  Days
-- are those of the setting governance.as_of, or today's.

create or replace view assignment_status with (security_barrier) as
select a.matter_id, a.number, a.text, a.given_by_id, a.given_on, a.meeting_id, a.position,
	b.bodies, a.support_id, nullif(btrim(a.financing), '') as financing, a.due_on, a.every_months,
	r.reports, r.last_reported_on, n.report_by, d.done_on,
	coalesce(coalesce(d.done_on, governance.as_of()) > a.due_on, false) as late,
	coalesce(n.report_by < governance.as_of(), false) as report_late,
	coalesce(a.done_on, 'infinity') > governance.as_of() as open
from assignment a
left join lateral (select case when a.done_on <= governance.as_of() then a.done_on end
	having true) d(done_on) on true
left join lateral (
	select array_agg(b.body_id order by b.body_id)
	from assignment_body b
	where b.matter_id = a.matter_id and b.number = a.number) b(bodies) on true
left join lateral (
	select count(*)::integer, max(r.reported_on)
	from assignment_report r
	where r.matter_id = a.matter_id and r.number = a.number
		and r.reported_on <= governance.as_of()) r(reports, last_reported_on) on true
left join lateral (
	select case when d.done_on is null
		then (greatest(a.given_on, r.last_reported_on) + make_interval(months => a.every_months))::date end
	having true) n(report_by) on true
where a.given_on <= governance.as_of() and governance.may_read_matter('registry'::regclass, a.matter_id);
comment on view assignment_status is
'Assignments (uppdrag): who answers for each, by when it must be done or reported again, what it does not say of support (tjänstemannastöd) and financing (finansiering).';
comment on column assignment_status.matter_id is 'the matter (ärende)';
comment on column assignment_status.number is 'number within the matter';
comment on column assignment_status.text is 'what is to be done';
comment on column assignment_status.given_by_id is 'the body that gave it';
comment on column assignment_status.given_on is 'the day';
comment on column assignment_status.meeting_id is 'the meeting where it was decided';
comment on column assignment_status.position is 'the item there';
comment on column assignment_status.bodies is 'the bodies that answer for it (ansvariga organ); null: none is named';
comment on column assignment_status.support_id is 'the office whose officials support it; null: it does not say';
comment on column assignment_status.financing is 'how it is paid for; null: it does not say';
comment on column assignment_status.due_on is 'the last day to have it done; null: none is set';
comment on column assignment_status.every_months is 'how often it is reported (återrapportering), in months; null: not regularly';
comment on column assignment_status.reports is 'how many reports there are';
comment on column assignment_status.last_reported_on is 'the day of the last one';
comment on column assignment_status.report_by is 'the last day for the next one: so many months from the last, or from when it was given; null: none is due';
comment on column assignment_status.done_on is 'the day it was done; null: it is not';
comment on column assignment_status.late is 'it was done after the last day, or is not done and the day has passed';
comment on column assignment_status.report_late is 'the next report should have been there';
comment on column assignment_status.open is 'it is not done';

-- An assignment that is only reported regularly goes on until it is said to be
-- done; so nothing but the reports is due.
create or replace view assignment_duty with (security_barrier) as
with open_assignment as (
	select s.*, pg_catalog.format('assignment %s of matter %s: %s',
		s.number, coalesce(m.number::text, m.id::text), s.text) as assignment
	from assignment_status s
	join matter m on m.id = s.matter_id
	where s.open
), accountable as (
	-- where nobody is named, who gave it
	select s.*, b.body_id
	from open_assignment s
	cross join lateral unnest(coalesce(s.bodies, array[s.given_by_id])) b(body_id)
)
select d.rule, d.body_id, d.what, 'matter' as object, d.matter_id as object_id, d.due, d.given_on as ruled_on
from (
	select 'assignment_done', s.body_id, 'carry out ' || s.assignment, s.matter_id, s.due_on, s.given_on
	from accountable s
	where s.due_on is not null or s.every_months is null
	union all
	select 'assignment_reported', s.body_id, 'report on ' || s.assignment, s.matter_id, s.report_by, s.given_on
	from accountable s
	where s.every_months is not null
	union all
	select 'assignment_accountable', s.given_by_id, 'say who answers for ' || s.assignment, s.matter_id, null, s.given_on
	from open_assignment s
	where s.bodies is null
	union all
	select 'assignment_supported', s.given_by_id, 'say whose officials support ' || s.assignment, s.matter_id, null, s.given_on
	from open_assignment s
	where s.support_id is null
	union all
	select 'assignment_financed', s.given_by_id, 'say how to pay for ' || s.assignment, s.matter_id, null, s.given_on
	from open_assignment s
	where s.financing is null) d(rule, body_id, what, matter_id, due, given_on);
comment on view assignment_duty is
'What assignments (uppdrag) leave to be done: that they are done, and reported regularly, by the bodies that answer for them; and by who gave them, to say who answers for them, whose officials support them and how they are paid for.';
comment on column assignment_duty.rule is 'the rule''s code';
comment on column assignment_duty.body_id is 'the body responsible';
comment on column assignment_duty.what is 'what is to be done';
comment on column assignment_duty.object is 'the table of what it is about';
comment on column assignment_duty.object_id is 'its id there';
comment on column assignment_duty.due is 'the last day; null: none is set';
comment on column assignment_duty.ruled_on is 'the day it was given';
