-- Prints the course of events of a story, and what its document does not say.
\pset format aligned
\pset tuples_only off
\echo
\echo '━━ 1. The course of events (≈: the day is not in the document) ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
select case when assumed then '≈ ' else '  ' end || day as day, pg_temp.fold(what, 90) as what
from course order by course.day, rank, key, ordinal;
\echo '   The documents of the matter:'
\echo
select d.number as nr, pg_temp.fold(d.title, 38) as title,
	(select string_agg(b.name, E'\n' order by a.lead desc, b.id)
		from document_author a join body b on b.id = a.body_id
		where a.matter_id = d.matter_id and a.number = d.number) as "drawn up by",
	(select string_agg(p.name || case when s.acting then ' (acting)' else '' end, E'\n' order by p.id)
		from document_signatory s join person p on p.id = s.person_id
		where s.matter_id = d.matter_id and s.number = d.number) as "signed by",
	(select string_agg(a.number::text, ', ' order by a.number)
		from document a where a.matter_id = d.matter_id and a.appendix_of = d.number) as appendices,
	d.page_mark as page, case when d.costs is not null then 'stated' end as costs
from document d
order by d.matter_id, d.number;
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
