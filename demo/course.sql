-- Prints the course of events of a story, and what its document does not say.
\pset format aligned
\pset tuples_only off
\echo
\echo '━━ 1. The course of events (≈: the day is not in the document) ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
select case when assumed then '≈ ' else '  ' end || day as day, pg_temp.fold(what, 90) as what
from course order by course.day, rank, key;
\echo '   What the document does not say, and what stands in its place:'
\echo
select pg_temp.fold(what, 45) as "not said", pg_temp.fold(instead, 60) as instead from unsaid;
do $$
begin
	if exists (select from pg_temp.unsaid u, unnest(u.keys) k(key)
		where k.key not in (select c.key from pg_temp.course c)) then
		raise exception 'a line of "unsaid" is about nothing in the course of events';
	end if;
end
$$;
