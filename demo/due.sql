-- Prints what was due, late or missing on a day (psql variable "day"); of the
-- meetings themselves, whose minutes are not in the documents, nothing.
\pset format aligned
\pset tuples_only off
\echo '   On' :day 'this was due, late or missing:'
\echo
select body, pg_temp.fold(what, 60) as what, due, status, pg_temp.fold(rule || coalesce(', ' || citation, ''), 40) as rule
from todo_as_of(:'day') where object <> 'meeting' order by due nulls last, body, what;
