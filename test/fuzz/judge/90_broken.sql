-- The rules that are judged, and everything that is broken where they are in
-- force, in which mode.  A function keeps its plan, which takes longer to make than to carry out.
set search_path = floor, public;

create table judged as
select c.relname::text as rule
from pg_class c join governance.rules() r on r.code = c.relname
where c.relnamespace = 'floor'::regnamespace and c.relkind = 'v';

do $$
declare
	parts text;
begin
	select string_agg(format('select %L::text as rule, root::text, id::bigint, item::integer, law_body::bigint, law_day::date from %I',
		j.rule, j.rule), ' union all ' order by j.rule)
	into parts from judged j;
	execute 'create view suspected as ' || parts;
end
$$;

create function broken(out rule text, out root text, out id bigint, out item integer, out mode text) returns setof record
language plpgsql stable
set search_path from current set jit = off
as $$
begin
	return query
	select distinct s.rule, s.root, s.id, s.item, l.mode
	from suspected s cross join lateral setting_on(s.law_body, s.law_day, s.rule) l;
end
$$;
