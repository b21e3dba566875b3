-- Decisions by delegation: which were made, in which report each stands, whether
-- reports come as often as they should, and what is due.  Days are those of the
-- setting governance.as_of, or today's.

-- A report is there from the day on which it was handed over or received.
create or replace view delegation_report_line with (security_barrier) as
select i.matter_id, i.number, i.line, r.body_id, r.to_body_id, r.period,
	r.handed_over_on, case when r.received_on <= a.as_of then r.received_on end as received_on,
	i.decided_matter_id, i.decided_number, i.meeting_id, i.position, i.point
from delegation_report_item i
join delegation_report r on r.matter_id = i.matter_id and r.number = i.number
cross join governance.as_of() a(as_of)
where least(r.handed_over_on, r.received_on) <= a.as_of and governance.may_read_matter('registry'::regclass, i.matter_id);
comment on view delegation_report_line is
'The lines of reports of decisions by delegation (anmälan av delegationsbeslut) that have been handed over, and when they were received.';
comment on column delegation_report_line.matter_id is 'The matter of the report (ärende).';
comment on column delegation_report_line.number is 'The report''s number in it.';
comment on column delegation_report_line.line is 'The line.';
comment on column delegation_report_line.body_id is 'Who reports.';
comment on column delegation_report_line.to_body_id is 'To whom: the body that delegated.';
comment on column delegation_report_line.period is 'The days that the report is about.';
comment on column delegation_report_line.handed_over_on is 'The day it was handed over.';
comment on column delegation_report_line.received_on is 'The day it was received (anmäld); null: not yet, or it was tabled.';
comment on column delegation_report_line.decided_matter_id is 'The matter of a decision made outside meetings.';
comment on column delegation_report_line.decided_number is 'Its number there.';
comment on column delegation_report_line.meeting_id is 'The meeting of a decision made there.';
comment on column delegation_report_line.position is 'Its item.';
comment on column delegation_report_line.point is 'Its point.';

-- A delegation that the decision does not name is any that was in force; if one
-- of several has its decisions reported, so are all.
create or replace view delegated with (security_barrier) as
select d.body_id, d.to_body_id, g.id as delegation_id, d.decided_on, d.person_id, d.subject, d.text,
	d.appealable, coalesce(g.urgent, false) as urgent, w.to_report,
	d.meeting_id, d.position, d.point, d.matter_id, d.number,
	r.matter_id as report_matter_id, r.number as report_number, r.line as report_line,
	r.handed_over_on, r.received_on, u.next_meeting_on,
	coalesce(coalesce(r.received_on, governance.as_of()) > u.next_meeting_on, false) as skipped
from (
	select m.body_id, coalesce(o.on_behalf_of, g.from_body_id) as to_body_id, o.delegation_id, m.day as decided_on,
		null::bigint as person_id, o.subject, o.text, coalesce(o.appealable, o.kind in ('settling', 'election')) as appealable,
		o.meeting_id, o.position, o.point, null::bigint as matter_id, null::integer as number
	from decision o
	join meeting m on m.id = o.meeting_id
	left join delegation g on g.id = o.delegation_id
	where (o.on_behalf_of is not null or o.delegation_id is not null) and o.withdrawn_at is null
	union all
	select e.body_id, g.from_body_id, e.delegation_id, e.decided_on,
		e.person_id, e.subject, e.text, coalesce(e.appealable, true),
		null, null, null, e.matter_id, e.number
	from delegated_decision e
	join delegation g on g.id = e.delegation_id) d
left join lateral (
	select g.id, g.urgent, g.reported
	from delegation g
	where g.body_id = d.body_id
		and (g.id = d.delegation_id
			or d.delegation_id is null and g.from_body_id = d.to_body_id and g.valid @> d.decided_on
				and num_nonnulls(g.person_id, g.office, g.employee) = 0)
	order by g.reported is distinct from false desc, g.id
	limit 1) g on true
left join lateral (
	select case
		when g.urgent then true
		when g.reported is not null then g.reported
		-- where no regulation says otherwise, which is asked once
		when not (select exists (select from rule_setting s where s.rule = 'delegation_reported' and s.value <> 'true')) then true
		else coalesce((select s.value::boolean from setting_on(d.body_id, d.decided_on, 'delegation_reported') s), true)
	end as to_report
	having true) w on true
left join lateral (
	select l.matter_id, l.number, l.line, l.handed_over_on, l.received_on
	from delegation_report_line l
	where l.meeting_id = d.meeting_id and l.position = d.position and l.point = d.point
	union all
	select l.matter_id, l.number, l.line, l.handed_over_on, l.received_on
	from delegation_report_line l
	where l.decided_matter_id = d.matter_id and l.decided_number = d.number
	order by received_on, handed_over_on desc, matter_id, number
	limit 1) r on true
left join lateral (
	select min(m.day) filter (where g.urgent) as next_meeting_on
	from meeting m
	where g.urgent and m.body_id = d.to_body_id and m.day > d.decided_on and m.cancelled_at is null) u on true
where d.decided_on <= governance.as_of()
	and case when d.matter_id is null then governance.may_read_item('registry'::regclass, d.meeting_id, d.position)
		else governance.may_read_matter('registry'::regclass, d.matter_id) end;
comment on view delegated is
'Every decision by delegation (delegationsbeslut, KL 6:37, 7:5), made at a meeting or outside: on what it rests, whether it is to be reported, and in which report it was received: in which it is, where it has not been.';
comment on column delegated.body_id is 'The body that decided, or in which the delegate acted.';
comment on column delegated.to_body_id is 'The body that delegated, to which it is reported.';
comment on column delegated.delegation_id is 'The delegation it rests on; where none is named, one that was in force.';
comment on column delegated.decided_on is 'The day of the decision.';
comment on column delegated.person_id is 'Who decided, outside meetings.';
comment on column delegated.subject is 'What it is about, in the words of KL 6:38.';
comment on column delegated.text is 'The decision''s wording.';
comment on column delegated.appealable is 'It can be appealed: as said; else as settling matters and elections can (KL 13:2).';
comment on column delegated.urgent is 'It could not wait for the body (KL 6:39).';
comment on column delegated.to_report is 'It is to be reported (KL 6:40): urgent, or as the delegation or the rule delegation_reported says.';
comment on column delegated.meeting_id is 'The meeting it was made at.';
comment on column delegated.position is 'The item.';
comment on column delegated.point is 'The point.';
comment on column delegated.matter_id is 'The matter in which it was made outside meetings.';
comment on column delegated.number is 'Its number there.';
comment on column delegated.report_matter_id is 'The matter of the report it is in; null: it is in none that has been handed over.';
comment on column delegated.report_number is 'That report''s number.';
comment on column delegated.report_line is 'The line there.';
comment on column delegated.handed_over_on is 'The day the report was handed over.';
comment on column delegated.received_on is 'The day the report was received (anmäld); null: it has not been.';
comment on column delegated.next_meeting_on is 'Of an urgent decision: the day of the next meeting of the body that delegated, at which it is to be reported (KL 6:40).';
comment on column delegated.skipped is 'That meeting has been held and the decision had not been received with it.';

-- ---- how often ----

-- So many equal parts of a year, in whole months.
create or replace function part_of_year(day date, parts integer) returns daterange
language sql immutable strict parallel safe
set search_path from current
as $$
select daterange(p.first, (p.first + make_interval(months => p.months))::date)
from (
	select m.months, (y.first + make_interval(months => m.months * ((extract(month from day)::integer - 1) / m.months)))::date as first
	from (select date_trunc('year', day::timestamp) as first) y,
		(select greatest(12 / greatest(parts, 1), 1) as months) m) p
$$;
comment on function part_of_year(date, integer) is
'The part of its year (4: the quarter, kvartal) that a day is in; parts are whole months.';

-- A year follows the rules of its first day on which there are any, and something
-- is delegated.
create or replace function delegation_reporting(body bigint, to_body bigint, day date,
	out ruled_on date, out reports integer, out reading text, out largest_gap integer,
	out nil_reports boolean, out citation text)
returns setof record
language sql stable strict parallel restricted rows 1 cost 4000
set search_path from current
as $$
select f.ruled_on, n.value::integer, coalesce(r.value, 'quarter'), g.value::integer,
	coalesce(z.value::boolean, false), n.citation
from (
	select min(greatest(lower(v.valid * y.year), lower(g.valid * y.year))) as ruled_on
	from (select part_of_year(delegation_reporting.day, 1) as year) y
	join delegation g on g.body_id = delegation_reporting.body and g.from_body_id = delegation_reporting.to_body
		and g.valid && y.year
	join regulation v on (v.body_id = g.body_id or v.body_id is null) and v.valid && y.year and v.valid && g.valid
	where exists (select from rule_setting s
		where s.regulation_id = v.id and s.rule = 'delegation_reports_a_year' and s.mode <> 'off')) f
cross join lateral setting_on(delegation_reporting.body, f.ruled_on, 'delegation_reports_a_year') n
left join lateral setting_on(delegation_reporting.body, f.ruled_on, 'delegation_report_reading') r on true
left join lateral setting_on(delegation_reporting.body, f.ruled_on, 'delegation_largest_gap') g on true
left join lateral setting_on(delegation_reporting.body, f.ruled_on, 'delegation_nil_reports') z on true
$$;
comment on function delegation_reporting(bigint, bigint, date) is
'How often a body is to report what it decides by delegation from another, in the year of a day: the rules delegation_reports_a_year, delegation_report_reading, delegation_largest_gap, delegation_nil_reports; no row where nobody has said.';

-- Functions, so that the planner takes them for what they are: few rows, for
-- whose plans compiling machine code would take longer than all the rest.
create or replace function delegation_periods(
	out body_id bigint, out to_body_id bigint, out reading text, out period daterange, out due date,
	out decided integer, out reported integer, out received integer, out received_in_time integer,
	out in_no_report integer, out left_behind integer, out required integer, out reports integer,
	out reports_in_time integer, out year integer, out reports_a_year integer, out required_in_year integer,
	out reports_in_year integer, out late boolean, out too_few boolean, out breach boolean, out citation text)
returns setof record
language sql stable parallel restricted rows 100 cost 10000
set search_path from current
set jit = off
as $$
with decided as (
	select d.body_id, d.to_body_id, d.decided_on, d.report_number is not null as reported, d.received_on
	from delegated d
	where d.to_report
), report as (
	select r.body_id, r.to_body_id, r.period, r.received_on
	from delegation_report r
	where r.received_on <= governance.as_of()
), pair as (
	select p.body_id, p.to_body_id, min(p.first_on) as first_on, max(p.end_on) as end_on,
		(select max(upper(r.period)) from report r
			where r.body_id = p.body_id and r.to_body_id = p.to_body_id) as reported_until
	from (
		select g.body_id, g.from_body_id, case when not lower_inf(g.valid) then lower(g.valid) end,
			coalesce(upper(g.valid), 'infinity')
		from delegation g
		where g.reported is distinct from false and coalesce(lower(g.valid), '-infinity') <= governance.as_of()
		union all
		select d.body_id, d.to_body_id, d.decided_on, d.decided_on + 1
		from decided d) p(body_id, to_body_id, first_on, end_on)
	group by p.body_id, p.to_body_id
), year as (
	select p.body_id, p.to_body_id, p.first_on, p.end_on, p.reported_until,
		y.first::date as first, (y.first + interval '1 year')::date as next,
		s.reports, s.reading, s.largest_gap, s.nil_reports, s.citation
	from pair p
	cross join lateral generate_series(date_trunc('year', p.first_on::timestamp),
		least(p.end_on - 1, governance.as_of())::timestamp, interval '1 year') y(first)
	left join lateral delegation_reporting(p.body_id, p.to_body_id, y.first::date) s on true
), stretch as (
	-- from the first day, or one report, to the next
	select b.body_id, b.to_body_id, b.day as first,
		lead(b.day) over (partition by b.body_id, b.to_body_id order by b.day) as next
	from (
		select p.body_id, p.to_body_id, p.first_on from pair p
		union
		select r.body_id, r.to_body_id, r.received_on from report r) b(body_id, to_body_id, day)
), part as (
	select y.*, q.part as period,
		case when y.reports > 0 then upper(part_of_year(upper(q.part), y.reports)) - 1 end as due
	from year y
	cross join lateral (
		select distinct part_of_year((y.first + make_interval(months => m))::date, coalesce(nullif(y.reports, 0), 4)) as part
		from generate_series(0, 11) m) q
	where coalesce(y.reading, 'quarter') = 'quarter' and q.part && daterange(y.first_on, y.end_on)
		and lower(q.part) <= governance.as_of()
	union all
	select y.*, daterange(y.first, y.next), y.next - 1
	from year y
	where y.reading = 'count'
	union all
	select y.*, daterange(s.first, s.next), s.first + y.largest_gap
	from year y
	join stretch s on s.body_id = y.body_id and s.to_body_id = y.to_body_id
		and s.first >= y.first and s.first < y.next and s.first < y.end_on
	where y.reading = 'gap'
), made as (
	select p.body_id, p.to_body_id, p.period, count(*)::integer as decided,
		count(*) filter (where d.reported)::integer as reported,
		count(d.received_on)::integer as received,
		count(*) filter (where d.received_on <= p.due)::integer as received_in_time,
		count(*) filter (where not d.reported and d.decided_on < p.reported_until)::integer as left_behind
	from part p
	join decided d on d.body_id = p.body_id and d.to_body_id = p.to_body_id and d.decided_on <@ p.period
	group by p.body_id, p.to_body_id, p.period
), told as (
	select t.body_id, t.to_body_id, t.period, count(*) filter (where t.counts)::integer as reports,
		count(*) filter (where t.counts and t.received_on <= t.due)::integer as reports_in_time,
		count(*) filter (where t.of_year)::integer as reports_in_year
	from (
		select p.body_id, p.to_body_id, p.period, p.due, r.received_on,
			case p.reading
				when 'count' then r.received_on <@ p.period
				when 'gap' then r.received_on = upper(p.period)
				else r.period && p.period
			end as counts,
			case when p.reading in ('count', 'gap') then r.received_on >= p.first and r.received_on < p.next
				else upper(r.period) > p.first and upper(r.period) <= p.next
			end as of_year
		from part p
		join report r on r.body_id = p.body_id and r.to_body_id = p.to_body_id) t
	group by t.body_id, t.to_body_id, t.period
), counted as (
	select p.body_id, p.to_body_id, p.first, p.reports as reports_a_year, p.reading, p.citation, p.period, p.due,
		n.decided, coalesce(d.reported, 0) as reported, coalesce(d.received, 0) as received,
		coalesce(d.received_in_time, 0) as received_in_time, coalesce(d.left_behind, 0) as left_behind,
		coalesce(t.reports, 0) as reports, coalesce(t.reports_in_time, 0) as reports_in_time,
		coalesce(t.reports_in_year, 0) as reports_in_year,
		case
			when p.reports is null then 0
			when p.reading <> 'count' then (n.decided > 0 or p.nil_reports)::integer
			when p.nil_reports then n.share
			else least(n.share, n.decided)
		end as required
	from part p
	left join made d on d.body_id = p.body_id and d.to_body_id = p.to_body_id and d.period = p.period
	left join told t on t.body_id = p.body_id and t.to_body_id = p.to_body_id and t.period = p.period
	cross join lateral (
		-- what falls on a year of which it is in force only in part
		select coalesce(d.decided, 0) as decided,
			round(p.reports * (least(p.next, p.end_on) - greatest(p.first, p.first_on)) / (p.next - p.first)::numeric)::integer as share) n
), judged as (
	select c.*,
		sum(case when c.reading = 'gap' then null else c.required end) over w::integer as required_in_year,
		max(c.due) over w < governance.as_of() as year_over
	from counted c
	window w as (partition by c.body_id, c.to_body_id, c.first)
)
select j.body_id, j.to_body_id, j.reading, j.period, j.due,
	j.decided, j.reported, j.received, j.received_in_time, j.decided - j.reported as in_no_report, j.left_behind,
	j.required, j.reports, j.reports_in_time, extract(year from j.first)::integer as year, j.reports_a_year,
	j.required_in_year, j.reports_in_year,
	b.late, b.too_few, b.late or b.too_few or j.left_behind > 0 as breach, j.citation
from judged j
cross join lateral (
	select coalesce(j.due < governance.as_of() and (j.reports_in_time < j.required
			or j.reading = 'quarter' and j.received_in_time < j.decided), false) as late,
		coalesce(j.year_over and j.reports_in_year < j.required_in_year, false) as too_few) b
where j.reading is not null or j.decided > 0
$$;
comment on function delegation_periods() is
'The rows of the view delegation_status.';

create or replace view delegation_status with (security_barrier) as
select body_id, to_body_id, reading, period, due, decided, reported, received, received_in_time, in_no_report,
	left_behind, required, reports, reports_in_time, year, reports_a_year, required_in_year, reports_in_year,
	late, too_few, breach, citation
from delegation_periods()
where governance.may_read('registry'::regclass, body_id) or governance.may_read('registry'::regclass, to_body_id);
comment on view delegation_status is
'How decisions by delegation are reported (anmälan av delegationsbeslut, reglemente 10 §): for each body, the body that delegated, and each period in the reading that the rules prescribe, how many were decided, reported and received, and whether reports came as often as they should.';
comment on column delegation_status.body_id is 'The body that decides, or whose delegates do.';
comment on column delegation_status.to_body_id is 'The body that delegated.';
comment on column delegation_status.reading is 'How the times a year are counted: quarter (each equal part of the year), count, gap; null: no rule says how often, and the periods are quarters.';
comment on column delegation_status.period is 'The period: a quarter, a year, or from one report to the next.';
comment on column delegation_status.due is 'The last day: for a quarter the last of the next; for a year its last; for a gap the largest number of days after the report before. Null: no rule says how often.';
comment on column delegation_status.decided is 'Decisions by delegation in the period that are to be reported.';
comment on column delegation_status.reported is 'How many of them stand in a report that has been handed over.';
comment on column delegation_status.received is 'How many stand in one that has been received.';
comment on column delegation_status.received_in_time is 'How many in one that was received by the last day.';
comment on column delegation_status.in_no_report is 'How many stand in no report: decided less reported.';
comment on column delegation_status.left_behind is 'How many of those are older than what later reports, received since, are about.';
comment on column delegation_status.required is 'How many reports the period needs: none where nothing was decided and nil reports are not prescribed.';
comment on column delegation_status.reports is 'How many were received: about the quarter, in the year, or at the end of the gap.';
comment on column delegation_status.reports_in_time is 'How many of those by the last day.';
comment on column delegation_status.year is 'The calendar year.';
comment on column delegation_status.reports_a_year is 'How many reports a year the rules prescribe.';
comment on column delegation_status.required_in_year is 'How many the year''s periods need together; null in the reading gap.';
comment on column delegation_status.reports_in_year is 'How many were received about the year (in the readings count and gap: in it).';
comment on column delegation_status.late is 'The last day has passed and a report, or in the reading quarter a decision, had not been received by then.';
comment on column delegation_status.too_few is 'The last day of the whole year has passed, and reports_in_year is less than required_in_year.';
comment on column delegation_status.breach is 'Late, too few, or decisions were left behind.';
comment on column delegation_status.citation is 'The provision that says how often.';

-- ---- what is not reported ----

create or replace view unreported_decision with (security_barrier) as
select d.matter_id, d.number, d.body_id, d.to_body_id, d.person_id, d.decided_on, d.text,
	case when e.minuted_on <= a.as_of then e.minuted_on end as minuted_on,
	n.posted_on, n.taken_down_on, u.appeal_until,
	coalesce(n.taken_down_on <= u.appeal_until, false) as taken_down_early,
	case when not coalesce(n.taken_down_on <= u.appeal_until, false) and u.appeal_until < a.as_of
		then u.appeal_until + 1 end as appeal_over_on
from delegated d
join delegated_decision e on e.matter_id = d.matter_id and e.number = d.number
cross join governance.as_of() a(as_of)
cross join lateral (
	select case when e.posted_on <= a.as_of then e.posted_on end as posted_on,
		case when e.taken_down_on <= a.as_of then e.taken_down_on end as taken_down_on) n
left join lateral (
	select governance.statutory_deadline(n.posted_on, make_interval(days => (
		select s.value::integer from setting_on(d.body_id, n.posted_on, 'appeal_days') s)))
	having true) u(appeal_until) on true
where d.appealable and not d.to_report;
comment on view unreported_decision is
'Decisions by delegation outside meetings that are not reported and can be appealed: minuted by themselves (särskilt protokollförda, KL 6:40), announced (KL 8:10), and until when they can be appealed (KL 13:5).';
comment on column unreported_decision.matter_id is 'The matter (ärende).';
comment on column unreported_decision.number is 'The decision''s number in it.';
comment on column unreported_decision.body_id is 'The body in which the delegate acted.';
comment on column unreported_decision.to_body_id is 'The body that delegated.';
comment on column unreported_decision.person_id is 'Who decided.';
comment on column unreported_decision.decided_on is 'The day of the decision.';
comment on column unreported_decision.text is 'Its wording.';
comment on column unreported_decision.minuted_on is 'The day it was minuted by itself; null: it has not been.';
comment on column unreported_decision.posted_on is 'The day that was announced on the notice board (anslagstavla).';
comment on column unreported_decision.taken_down_on is 'The day the notice was taken down.';
comment on column unreported_decision.appeal_until is 'The last day for an appeal, if the notice stays up.';
comment on column unreported_decision.taken_down_early is 'It was taken down on or before that day, so the period has not run.';
comment on column unreported_decision.appeal_over_on is 'The first day after the period, once it has come.';

-- ---- what is due ----

-- It begins from the decisions that no received report tells of (done_on); only of these is asked what else there is to know (offset 0: one
-- by one).
create or replace function delegation_duties(
	out rule text, out body_id bigint, out what text, out object text, out object_id bigint, out due date, out ruled_on date)
returns setof record
language sql stable parallel restricted rows 100 cost 10000
set search_path from current
set jit = off
as $$
with open as (
	select o.meeting_id, o.position, o.point, null::bigint as matter_id, null::integer as number
	from decision o
	where (o.on_behalf_of is not null or o.delegation_id is not null) and o.withdrawn_at is null
		and o.done_on > governance.as_of()
	union all
	select null, null, null, e.matter_id, e.number
	from delegated_decision e
	where coalesce(e.posted_on > governance.as_of(), true) and e.done_on > governance.as_of()
), undone as (
	select d.*
	from open k
	cross join lateral (
		select d.* from delegated d
		where d.meeting_id = k.meeting_id and d.position = k.position and d.point = k.point
		union all
		select d.* from delegated d
		where d.matter_id = k.matter_id and d.number = k.number) d
), unreported as (
	select u.*
	from undone d
	cross join lateral (
		select u.* from unreported_decision u
		where u.matter_id = d.matter_id and u.number = d.number
		offset 0) u
	where d.appealable and not d.to_report
	union all
	select u.*
	from delegated_decision e
	cross join lateral (
		select u.* from unreported_decision u
		where u.matter_id = e.matter_id and u.number = e.number
		offset 0) u
	where e.posted_on is not null and e.posted_on <= governance.as_of()
), ruled as materialized (
	-- what the rules prescribe, asked once a year and body
	select p.body_id, p.to_body_id, p.year, r.ruled_on, r.reading, r.reports,
		r.largest_gap + coalesce(
			(select max(o.received_on) from delegation_report o
				where o.body_id = p.body_id and o.to_body_id = p.to_body_id and o.received_on <= governance.as_of()),
			(select min(lower(g.valid)) from delegation g
				where g.body_id = p.body_id and g.from_body_id = p.to_body_id)) as gap_until
	from (
		select distinct d.body_id, d.to_body_id, part_of_year(d.decided_on, 1) as year
		from undone d
		where d.to_report and not d.urgent) p
	cross join lateral delegation_reporting(p.body_id, p.to_body_id, lower(p.year)) r
	where r.reports > 0
), told as (
	-- by whom, to whom, about what days, by when
	select d.body_id, d.to_body_id, s.ruled_on, q.period,
		case s.reading
			when 'quarter' then upper(part_of_year(upper(q.period), s.reports)) - 1
			when 'count' then upper(part_of_year(governance.as_of(), 1)) - 1
			else s.gap_until
		end as due
	from undone d
	join ruled s on s.body_id = d.body_id and s.to_body_id = d.to_body_id and s.year @> d.decided_on
	cross join lateral (
		select case s.reading when 'quarter' then part_of_year(d.decided_on, s.reports) end as period) q
	where d.to_report and not d.urgent
)
select 'delegation_reports_a_year' as rule, t.body_id,
	pg_catalog.format('report to %s what was decided by delegation%s: %s %s', b.name,
		case when t.period is not null
			then pg_catalog.format(' from %s to %s', lower(t.period), upper(t.period) - 1) end,
		count(*), case count(*) when 1 then 'decision' else 'decisions' end) as what,
	'body' as object, t.body_id as object_id, t.due, min(t.ruled_on) as ruled_on
from told t
join body b on b.id = t.to_body_id
group by t.body_id, t.to_body_id, b.name, t.period, t.due
union all
select 'delegation_nil_reports', s.body_id,
	pg_catalog.format('report to %s that nothing was decided by delegation from %s to %s', b.name,
		lower(s.period), upper(s.period) - 1),
	'body', s.body_id, s.due, upper(s.period) - 1
from delegation_status s
join body b on b.id = s.to_body_id
where (select exists (select from rule_setting n where n.rule = 'delegation_nil_reports'))
	and s.decided = 0 and s.reports < s.required and upper(s.period) <= governance.as_of()
union all
select 'urgent_reported', d.body_id,
	pg_catalog.format('report to the next meeting of %s what was decided as urgent on %s: %s', b.name, d.decided_on, d.text),
	'delegated_decision', d.matter_id, d.next_meeting_on, d.decided_on
from undone d
join body b on b.id = d.to_body_id
where d.urgent and d.matter_id is not null
union all
select 'unreported_minuted', u.body_id,
	pg_catalog.format('minute by itself the decision by delegation of %s, which is not reported: %s', u.decided_on, u.text),
	'delegated_decision', u.matter_id, null, u.decided_on
from unreported u
where u.minuted_on is null
union all
select 'unreported_announced', u.body_id,
	pg_catalog.format(case when u.taken_down_early
			then 'announce again the decision by delegation of %s: the notice was taken down early: %s'
			else 'announce the decision by delegation of %s, which is not reported: %s' end, u.decided_on, u.text),
	'delegated_decision', u.matter_id, null, u.decided_on
from unreported u
where u.minuted_on is not null and (u.posted_on is null or u.taken_down_early)
union all
select 'appeal_days', u.body_id,
	pg_catalog.format('keep the notice of the decision by delegation of %s on the board until %s has passed: %s',
		u.decided_on, u.appeal_until, u.text),
	'delegated_decision', u.matter_id, u.appeal_until, u.posted_on
from unreported u
where u.appeal_until >= governance.as_of() and u.taken_down_on is null
$$;
comment on function delegation_duties() is
'The rows of the view delegation_duty.';

create or replace view delegation_duty with (security_barrier) as
select rule, body_id, what, object, object_id, due, ruled_on
from delegation_duties();
comment on view delegation_duty is
'What is due about decisions by delegation: reports (reglemente 10 §), urgent ones at the next meeting (KL 6:40), minutes and notice of those that are not reported (KL 6:40, 8:10).';
comment on column delegation_duty.rule is 'The rule''s code (governance.rules()).';
comment on column delegation_duty.body_id is 'The body responsible.';
comment on column delegation_duty.what is 'What is to be done.';
comment on column delegation_duty.object is 'The table of what it is about.';
comment on column delegation_duty.object_id is 'Its id there; of a decision outside meetings, the matter''s.';
comment on column delegation_duty.due is 'The last day; null: no day is set.';
comment on column delegation_duty.ruled_on is 'The day whose rules it follows.';
