-- Prints what was due, late or missing on a day (psql variable "day") and has not
-- been printed with that status before.  Of the meetings themselves, whose minutes
-- are not in the documents, nothing.  Bodies that have the same to do share a line.
\pset format aligned
\pset tuples_only off
\echo '   On' :day 'this was due, late or missing (and is not told above):'
\echo
with line as (
	select case when count(*) <= 2 then string_agg(body, E'\n' order by body collate "C") else count(*) || ' bodies' end as body,
		what, due, status, rule || coalesce(', ' || citation, '') as rule
	from todo_as_of(:'day') where object <> 'meeting'
	group by what, due, status, rule, citation
), new as (
	insert into told select body, what, status, rule from line
	except select body, what, status, rule from told
	returning *
)
select l.body, pg_temp.fold(case when length(l.what) > 130 then regexp_replace(left(l.what, 130), '\S*$', '…') else l.what end, 66) as what,
	l.due, l.status, pg_temp.fold(l.rule, 36) as rule
from line l
join new using (body, what, status, rule)
order by l.due nulls last, l.what, l.rule;
