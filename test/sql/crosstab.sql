-- Reports for a sheet of paper: psql's \crosstabview over the views of a registry, of
-- the committee in demo/documents.sql.  What it prints stands in docs/reporting.md.
\set ECHO none
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\cd :srcdir/..
\set registry crosstab
\i demo/documents.sql
set governance.as_of = '2025-06-01';

\echo '━━ 1. Who served in whose seat ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
select m.name as seat, format('§ %s', i.section) as section,
	case when not r.present_when_decided then '–' when r.served_by = r.member_id then '●' else s.name end as served
from item_roll r
join agenda_item i using (meeting_id, position)
join person m on m.id = r.member_id
left join person s on s.id = r.served_by
where r.meeting_id = 2
order by m.id, i.handled \crosstabview

\echo '━━ 2. Who voted how ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
select p.name, format('%s § %s', e.day, i.section) as vote, governance.swedish(v.choice) as choice
from vote v
join agenda_item i using (meeting_id, position)
join meeting e on e.id = v.meeting_id
join person p on p.id = v.person_id
order by p.id, e.day, i.section \crosstabview

\echo '━━ 3. What was decided in each month ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
select kind, to_char(day, 'YYYY-MM') as month, count(*)
from decision_register
group by 1, 2
order by 1, 2 \crosstabview

drop schema crosstab cascade;
