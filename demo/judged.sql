-- Prints what the rules say of a matter (psql variable "matter"), and of the
-- meetings that handled it; of findings that differ in a name only, the first.
\pset format aligned
\pset tuples_only off
select item as nr, rule, status,
	pg_temp.fold(min(concat_ws(' | ', finding, hint)) || case when count(*) > 3 then ' (and ' || count(*) - 1 || ' more)' else '' end, 64) as finding,
	pg_temp.fold(citation, 34) as basis
from (
	select e.*, count(*) over (partition by e.id, e.item, e.rule, e.status) > 3 as many
	from explain_matter(:matter) e where e.status <> 'not applicable') e
group by id, item, rule, status, citation, case when not many then finding end
order by status = 'met', rule, item, min(finding);
