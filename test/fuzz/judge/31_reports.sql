-- Reports of what was decided by delegation.
set search_path = floor, public;

-- what the lines of reports tell of
create view report_line as
select r.matter_id, r.number, i.line, r.body_id, r.to_body_id, r.period, r.received_on,
	coalesce(e.body_id, m.body_id) as decided_in, coalesce(e.decided_on, m.day) as decided_on,
	coalesce(d.from_body_id, o.on_behalf_of) as from_body_id,
	coalesce(e.matter_id || ' ' || e.number, o.meeting_id || ' ' || o.position || ' ' || o.point || ' at a meeting') as decision,
	coalesce(r.received_on, upper(r.period) - 1) as law_day
from delegation_report r
join delegation_report_item i on i.matter_id = r.matter_id and i.number = r.number
left join delegated_decision e on e.matter_id = i.decided_matter_id and e.number = i.decided_number
left join decision o on o.meeting_id = i.meeting_id and o.position = i.position and o.point = i.point
left join meeting m on m.id = o.meeting_id
left join delegation d on d.id = coalesce(e.delegation_id, o.delegation_id);

-- A29, L4
create view report_delegator as
select 'matter' as root, l.matter_id as id, l.number as item, l.body_id as law_body, l.law_day
from report_line l
where (l.from_body_id, l.decided_in) is distinct from (l.to_body_id, l.body_id);

-- A29, I12
create view report_period as
select 'matter' as root, l.matter_id as id, l.number as item, l.body_id as law_body, l.law_day
from report_line l
where not l.period @> l.decided_on;

create view report_once as
select 'matter' as root, l.matter_id as id, l.number as item, l.body_id as law_body, l.law_day
from report_line l join report_line x on x.decision = l.decision and (x.matter_id, x.number, x.line) <> (l.matter_id, l.number, l.line)
where l.received_on is not null and x.received_on is not null
	-- admitted of either (admitted is made by who judges)
	and not exists (select from floor.admitted d where (x.matter_id, x.number) <> (l.matter_id, l.number) and (d.rule, d.matter_id, d.position) = ('report_once', x.matter_id, x.number));

create view report_received as
select 'matter' as root, r.matter_id as id, r.number as item, r.body_id as law_body, r.received_on as law_day
from delegation_report r
where r.received_on is not null and (r.handed_over_on > r.received_on or not exists (
	select from handled h
	where (h.matter_id, h.meeting_id, h.position) = (r.matter_id, r.meeting_id, r.position)
		and h.body_id = r.to_body_id and h.kind in ('noting', 'settling') and h.decided_on = r.received_on));
