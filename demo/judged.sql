-- Prints what the rules say of a matter (psql variable "matter"), and of the
-- meetings that handled it.
\pset format aligned
\pset tuples_only off
select item as nr, rule, status, pg_temp.fold(concat_ws(' | ', finding, hint), 64) as finding, pg_temp.fold(citation, 34) as basis
from explain_matter(:matter) where status <> 'not applicable'
order by status = 'met', rule, item, finding;
