-- Following up a policy: progress towards each target, gaps between areas and
-- between groups, who is late, which main areas are covered.

-- How far each indicator has come, and each area, group and body that it is
-- measured for.  The target is set for the whole; what its parts show is change.
create or replace view indicator_progress with (security_barrier) as
select i.matter_id, i.number as indicator, i.goal, i.name, i.unit,
	v.area_code, v.group_name, v.body_id, d.direction,
	s.baseline, s.baseline_on, v.value, v.measured_on,
	v.value - s.baseline as change,
	case when v.measured_on > s.baseline_on
		then round((v.value - s.baseline) * 365.25 / (v.measured_on - s.baseline_on), 4) end as change_a_year,
	t.target, t.target_on, e.expected,
	case d.direction when 'up' then v.value >= e.expected when 'down' then v.value <= e.expected end as on_course,
	case when e.expected is not null then
		format('%s + (%s - %s) * %s/%s days = %s by %s; %s is %s', s.baseline, t.target, s.baseline,
			least(v.measured_on, t.target_on) - s.baseline_on, t.target_on - s.baseline_on,
			round(e.expected, 2), v.measured_on, v.value,
			case when v.value > e.expected then 'more' when v.value < e.expected then 'less' else 'as much' end) end as arithmetic
from indicator i
left join lateral (
	-- the latest of each part
	select distinct on (m.area_code, m.group_name, m.body_id)
		m.area_code, m.group_name, m.body_id, m.value, m.measured_on
	from measurement m
	where m.matter_id = i.matter_id and m.indicator = i.number and m.measured_on <= governance.as_of()
	order by m.area_code, m.group_name, m.body_id, m.measured_on desc) v on true
cross join lateral (
	select coalesce(i.direction, case when i.target > i.baseline then 'up' when i.target < i.baseline then 'down' end)) d(direction)
cross join lateral (
	select num_nonnulls(v.area_code, v.group_name, v.body_id) = 0) w(whole)
left join lateral (
	select i.baseline, i.baseline_on where w.whole
	union all
	-- a part begins where it was first measured
	(select m.value, m.measured_on
	from measurement m
	where not w.whole and m.matter_id = i.matter_id and m.indicator = i.number
		and m.area_code is not distinct from v.area_code and m.group_name is not distinct from v.group_name
		and m.body_id is not distinct from v.body_id
	order by m.measured_on limit 1)) s(baseline, baseline_on) on true
left join lateral (
	select i.target, i.target_on where w.whole) t(target, target_on) on true
left join lateral (
	-- along a straight line from the baseline to the target
	select s.baseline + (t.target - s.baseline)
		* least(v.measured_on - s.baseline_on, t.target_on - s.baseline_on) / (t.target_on - s.baseline_on)
	where v.measured_on >= s.baseline_on and t.target_on > s.baseline_on) e(expected) on true
where governance.may_read_matter('registry'::regclass, i.matter_id);
comment on view indicator_progress is
'How far each indicator has come (måluppfyllelse), as a whole and for each area, group and body measured: the latest value on the day of governance.as_of, change since the baseline, and whether it is on course for its target, with the arithmetic.';
comment on column indicator_progress.matter_id is 'The policy''s matter.';
comment on column indicator_progress.indicator is 'The indicator (nyckeltal).';
comment on column indicator_progress.goal is 'The goal that it measures.';
comment on column indicator_progress.name is 'What is measured.';
comment on column indicator_progress.unit is 'Unit.';
comment on column indicator_progress.area_code is 'The area; null: all.';
comment on column indicator_progress.group_name is 'The group; null: all.';
comment on column indicator_progress.body_id is 'The board or company; null: all.';
comment on column indicator_progress.direction is 'Which is better: up or down, as it says or as the target lies.';
comment on column indicator_progress.baseline is 'Value at the start (utgångsvärde); of a part its first measurement.';
comment on column indicator_progress.baseline_on is 'Its day.';
comment on column indicator_progress.value is 'Latest value; null: none has been measured.';
comment on column indicator_progress.measured_on is 'Its day.';
comment on column indicator_progress.change is 'Change since the baseline.';
comment on column indicator_progress.change_a_year is 'The same for a year (trend).';
comment on column indicator_progress.target is 'Value to be reached (målvärde), of the whole.';
comment on column indicator_progress.target_on is 'Day by which it is to be reached.';
comment on column indicator_progress.expected is 'What it should be on the day measured, along a straight line from baseline to target.';
comment on column indicator_progress.on_course is 'Is it at least there? Null: nothing to compare.';
comment on column indicator_progress.arithmetic is 'How that was reckoned.';

-- Gaps, each time that something was measured: between the greatest and the
-- least of the areas, and between the two groups that an indicator compares.
create or replace view indicator_gap with (security_barrier) as
with value as (
	select m.matter_id, m.indicator, m.measured_on, m.area_code, m.group_name, m.value
	from measurement m
	where m.body_id is null and m.measured_on <= governance.as_of() and governance.may_read_matter('registry'::regclass, m.matter_id)
), gap (matter_id, indicator, between_what, part, measured_on, high, high_value, low, low_value) as (
	select v.matter_id, v.indicator, 'areas', v.group_name, v.measured_on,
		(array_agg(v.area_code order by v.value desc, v.area_code))[1], max(v.value),
		(array_agg(v.area_code order by v.value, v.area_code))[1], min(v.value)
	from value v
	where v.area_code is not null
	group by v.matter_id, v.indicator, v.group_name, v.measured_on
	having count(*) > 1
	union all
	select a.matter_id, a.indicator, 'groups', a.area_code, a.measured_on,
		a.group_name, a.value, b.group_name, b.value
	from indicator i
	join value a on a.matter_id = i.matter_id and a.indicator = i.number and a.group_name = i.group_a
	join value b on b.matter_id = i.matter_id and b.indicator = i.number and b.group_name = i.group_b
		and b.measured_on = a.measured_on and b.area_code is not distinct from a.area_code
)
select g.matter_id, g.indicator, g.between_what, g.part, g.measured_on,
	g.high, g.high_value, g.low, g.low_value,
	g.high_value - g.low_value as gap,
	round(g.high_value / nullif(g.low_value, 0), 4) as relative_gap,
	first_value(g.high_value - g.low_value) over since as first_gap,
	first_value(g.measured_on) over since as first_on,
	(g.high_value - g.low_value) - first_value(g.high_value - g.low_value) over since as change,
	abs(g.high_value - g.low_value) < abs(first_value(g.high_value - g.low_value) over since) as narrower
from gap g
window since as (partition by g.matter_id, g.indicator, g.between_what, g.part order by g.measured_on);
comment on view indicator_gap is
'Gaps (skillnader, klyftor) between areas, and between the two groups that an indicator compares, each day measured: absolute and relative, and the change since the first.';
comment on column indicator_gap.matter_id is 'The policy''s matter.';
comment on column indicator_gap.indicator is 'The indicator.';
comment on column indicator_gap.between_what is 'areas or groups.';
comment on column indicator_gap.part is 'Between areas: of which group; between groups: in which area; null: all.';
comment on column indicator_gap.measured_on is 'The day.';
comment on column indicator_gap.high is 'The area with the greatest value; between groups the first of the two.';
comment on column indicator_gap.high_value is 'Its value.';
comment on column indicator_gap.low is 'The area with the least value; between groups the second.';
comment on column indicator_gap.low_value is 'Its value.';
comment on column indicator_gap.gap is 'The difference (absolut skillnad).';
comment on column indicator_gap.relative_gap is 'How many times the one the other is (relativ skillnad).';
comment on column indicator_gap.first_gap is 'The difference when it was first measured.';
comment on column indicator_gap.first_on is 'When that was.';
comment on column indicator_gap.change is 'The difference now less the first.';
comment on column indicator_gap.narrower is 'Is it smaller than at first?';

-- Who answers for what, and what of it is late.
create or replace view policy_responsibility with (security_barrier) as
select p.matter_id, p.title, b.id as body_id, b.name as body,
	count(*) filter (where a.what = 'goal') as goals,
	count(*) filter (where a.what = 'goal' and a.due < d.as_of) as goals_past_due,
	count(*) filter (where a.what = 'activity') as activities,
	count(*) filter (where a.what = 'activity' and a.done) as activities_done,
	count(*) filter (where a.what = 'activity' and not a.done and a.due < d.as_of) as activities_late,
	count(*) filter (where a.what = 'follow_up' and not a.done and a.due < d.as_of) as follow_ups_late
from policy_document p
cross join governance.as_of() d(as_of)
cross join lateral (
	select 'goal', g.responsible_id, g.due_on, false from goal g where g.matter_id = p.matter_id
	union all
	select 'activity', c.responsible_id, c.due_on, coalesce(c.done_on <= d.as_of, false)
	from activity c where c.matter_id = p.matter_id and lower(c.valid) <= d.as_of
	union all
	select 'follow_up', f.responsible_id, f.due_on, coalesce(f.done_on <= d.as_of, false)
	from follow_up f where f.matter_id = p.matter_id and lower(f.period) <= d.as_of) a(what, responsible_id, due, done)
join body b on b.id = a.responsible_id
where p.valid @> d.as_of and governance.may_read_matter('registry'::regclass, p.matter_id)
group by p.matter_id, p.title, b.id, b.name;
comment on view policy_responsibility is
'Which boards and companies answer for a policy in force (ansvariga nämnder och bolag), and what of it is late.';
comment on column policy_responsibility.matter_id is 'The policy''s matter.';
comment on column policy_responsibility.title is 'Its title.';
comment on column policy_responsibility.body_id is 'The body.';
comment on column policy_responsibility.body is 'Its name.';
comment on column policy_responsibility.goals is 'Goals it answers for.';
comment on column policy_responsibility.goals_past_due is 'Those whose day has passed.';
comment on column policy_responsibility.activities is 'Activities it answers for, that have begun.';
comment on column policy_responsibility.activities_done is 'Those done.';
comment on column policy_responsibility.activities_late is 'Those not done whose day has passed.';
comment on column policy_responsibility.follow_ups_late is 'Follow-ups not done whose day has passed.';

create or replace view policy_status with (security_barrier) as
select p.matter_id, p.domain, p.title, p.adopted_by_id, p.valid, p.supersedes_id,
	p.valid @> d.as_of as in_force,
	g.goals, g.visions, g.measurable, i.indicators, i.measured, i.on_course, i.off_course,
	a.activities, a.activities_done, a.activities_late,
	f.follow_ups, f.follow_ups_done, f.follow_ups_late, f.last_follow_up, u.funded
from policy_document p
cross join governance.as_of() d(as_of)
left join lateral (
	select count(*) as goals, count(*) filter (where x.kind = 'vision') as visions,
		count(*) filter (where x.kind = 'measurable') as measurable
	from goal x where x.matter_id = p.matter_id) g on true
left join lateral (
	select (select count(*) from indicator x where x.matter_id = p.matter_id) as indicators,
		count(distinct x.indicator) filter (where x.value is not null) as measured,
		count(*) filter (where x.on_course) as on_course,
		count(*) filter (where not x.on_course) as off_course
	from indicator_progress x where x.matter_id = p.matter_id) i on true
left join lateral (
	select count(*) as activities, count(*) filter (where x.done_on <= d.as_of) as activities_done,
		count(*) filter (where x.due_on < d.as_of and coalesce(x.done_on > d.as_of, true)) as activities_late
	from activity x where x.matter_id = p.matter_id) a on true
left join lateral (
	select count(*) as follow_ups, count(*) filter (where x.done_on <= d.as_of) as follow_ups_done,
		count(*) filter (where x.due_on < d.as_of and coalesce(x.done_on > d.as_of, true)) as follow_ups_late,
		max(x.done_on) filter (where x.done_on <= d.as_of) as last_follow_up
	from follow_up x where x.matter_id = p.matter_id) f on true
left join lateral (
	select sum(x.amount) as funded from funding x where x.matter_id = p.matter_id) u on true
where lower(p.valid) <= d.as_of and governance.may_read_matter('registry'::regclass, p.matter_id);
comment on view policy_status is
'How each policy stands (läget för varje styrdokument) on the day of governance.as_of: goals, indicators measured and on course, activities, follow-ups, funding.';
comment on column policy_status.matter_id is 'The policy''s matter.';
comment on column policy_status.domain is 'What it is about.';
comment on column policy_status.title is 'Its title.';
comment on column policy_status.adopted_by_id is 'The body that adopted it.';
comment on column policy_status.valid is 'When it is in force.';
comment on column policy_status.supersedes_id is 'The policy that it replaced.';
comment on column policy_status.in_force is 'Is it in force on the day?';
comment on column policy_status.goals is 'How many goals it has.';
comment on column policy_status.visions is 'Those that are visions.';
comment on column policy_status.measurable is 'Those that are measurable.';
comment on column policy_status.indicators is 'How many indicators it has.';
comment on column policy_status.measured is 'Those that have been measured.';
comment on column policy_status.on_course is 'Those on course for their target.';
comment on column policy_status.off_course is 'Those that are not.';
comment on column policy_status.activities is 'How many activities it has.';
comment on column policy_status.activities_done is 'Those done.';
comment on column policy_status.activities_late is 'Those not done whose day has passed.';
comment on column policy_status.follow_ups is 'How many follow-ups are planned.';
comment on column policy_status.follow_ups_done is 'Those done.';
comment on column policy_status.follow_ups_late is 'Those not done whose day has passed.';
comment on column policy_status.last_follow_up is 'When it was last followed up.';
comment on column policy_status.funded is 'What it is funded with, in kronor; null: nothing says.';

-- The main areas of a committee (its regulation says how many), and what is done
-- in each.
create or replace view area_status with (security_barrier) as
select b.id as body_id, b.name as body, n.area, w.citation,
	(select count(*) from meeting m join agenda_item i on i.meeting_id = m.id
		where m.body_id = b.id and m.day <= d.as_of and m.cancelled_at is null and i.area = n.area) as items,
	(select count(*) from meeting m join agenda_item i on i.meeting_id = m.id
		where m.body_id = b.id and m.day <= d.as_of and m.day > d.as_of - interval '1 year'
			and m.cancelled_at is null and i.area = n.area) as items_last_year,
	c.goals, c.activities, c.activities_done, c.indicators, c.indicators_with_baseline, c.indicators_measured,
	case when c.goals = 0 then 'no goal'
		when c.indicators_with_baseline = 0 then 'no baseline'
		when c.indicators_measured = 0 then 'not measured'
		when c.activities = 0 then 'no activity'
		else 'followed up' end as status
from body b
cross join governance.as_of() d(as_of)
cross join lateral setting_on(b.id, d.as_of, 'item_area') w
cross join lateral generate_series(1, w.value::integer) n(area)
left join lateral (
	select count(distinct g.number) as goals,
		count(distinct a.number) as activities,
		count(distinct a.number) filter (where a.done_on <= d.as_of) as activities_done,
		count(distinct i.number) as indicators,
		count(distinct i.number) filter (where i.baseline is not null and i.baseline_on <= d.as_of) as indicators_with_baseline,
		count(distinct i.number) filter (where exists (
			select from measurement m
			where m.matter_id = i.matter_id and m.indicator = i.number and m.measured_on <= d.as_of)) as indicators_measured
	from policy_document p
	join goal g on g.matter_id = p.matter_id and g.main_area = n.area
	left join activity a on a.matter_id = g.matter_id and a.goal = g.number and lower(a.valid) <= d.as_of
	left join indicator i on i.matter_id = g.matter_id and i.goal = g.number
	where p.followed_up_by_id = b.id and p.valid @> d.as_of) c on true
where b.valid @> d.as_of and governance.may_read('registry'::regclass, b.id);
comment on view area_status is
'The main areas (huvudområden) of each body whose regulation has such, and what is done in each: items of meetings, goals, activities and indicators of the policies that it follows up.';
comment on column area_status.body_id is 'The body.';
comment on column area_status.body is 'Its name.';
comment on column area_status.area is 'The main area.';
comment on column area_status.citation is 'The provision that says how many.';
comment on column area_status.items is 'Items of its meetings that are about the area.';
comment on column area_status.items_last_year is 'Those of the last year.';
comment on column area_status.goals is 'Goals about it in the policies in force that the body follows up.';
comment on column area_status.activities is 'Activities towards those goals, that have begun.';
comment on column area_status.activities_done is 'Those done.';
comment on column area_status.indicators is 'Indicators of those goals.';
comment on column area_status.indicators_with_baseline is 'Those with a value to begin from.';
comment on column area_status.indicators_measured is 'Those that have been measured.';
comment on column area_status.status is 'no goal, no baseline, not measured, no activity, or followed up.';


create or replace view policy_duty with (security_barrier) as
with policy as (
	select p.matter_id, p.title, lower(p.valid) as since, coalesce(p.followed_up_by_id, p.adopted_by_id) as body_id
	from policy_document p
	where p.valid @> governance.as_of() and governance.may_read_matter('registry'::regclass, p.matter_id)
)
select 'policy_follow_up' as rule, f.responsible_id as body_id,
	format('follow up the policy "%s" for %s to %s', p.title, lower(f.period), upper(f.period) - 1) as what,
	'follow_up' as object, f.matter_id as object_id, f.due_on as due, f.due_on as ruled_on
from follow_up f join policy_document p on p.matter_id = f.matter_id
where lower(f.period) <= governance.as_of() and (f.done_on is null or f.done_on > governance.as_of())
	and governance.may_read_matter('registry'::regclass, f.matter_id)
union all
select 'policy_activity', coalesce(a.responsible_id, p.body_id),
	format(case when a.responsible_id is null then 'say who answers for activity %s of the policy "%s": %s'
		else 'do activity %s of the policy "%s": %s' end, a.number, p.title, a.text),
	'activity', a.matter_id, a.due_on, coalesce(a.due_on, governance.as_of())
from activity a join policy p on p.matter_id = a.matter_id
where lower(a.valid) <= governance.as_of() and (a.done_on is null or a.done_on > governance.as_of())
	and (a.due_on is not null or a.responsible_id is null)
union all
select 'goal_indicator', coalesce(g.responsible_id, p.body_id),
	format('draw up an indicator for goal %s of the policy "%s"', g.number, p.title),
	'goal', g.matter_id, null, governance.as_of()
from goal g join policy p on p.matter_id = g.matter_id
where g.kind <> 'vision' and not exists (
	select from indicator i where i.matter_id = g.matter_id and i.goal = g.number)
union all
select 'indicator_measured', p.body_id,
	format('measure indicator %s of the policy "%s": %s', i.number, p.title, i.name),
	'indicator', i.matter_id, (coalesce(m.last_on, i.baseline_on) + make_interval(months => i.every_months))::date,
	governance.as_of()
from indicator i join policy p on p.matter_id = i.matter_id
left join lateral (
	select max(x.measured_on) from measurement x
	where x.matter_id = i.matter_id and x.indicator = i.number and x.measured_on <= governance.as_of()) m(last_on) on true
where m.last_on is null
	or (i.every_months is not null and m.last_on + make_interval(months => i.every_months) <= governance.as_of());
comment on view policy_duty is
'What is due of the policies in force (uppföljning av styrdokument): follow-ups, activities, goals without an indicator, indicators not measured.';
comment on column policy_duty.rule is 'The rule''s code (governance.rules()).';
comment on column policy_duty.body_id is 'The body that answers for it.';
comment on column policy_duty.what is 'What is to be done.';
comment on column policy_duty.object is 'The table of what it is about.';
comment on column policy_duty.object_id is 'Its matter.';
comment on column policy_duty.due is 'The last day; null: none is set.';
comment on column policy_duty.ruled_on is 'The day whose rules apply.';
