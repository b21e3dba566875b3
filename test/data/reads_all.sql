-- Does a query read all of a table, by the plan that is made for it now?
--
--     \i :srcdir/data/reads_all.sql
--     select pg_temp.reads_all('select ...', 'letter');
\set ECHO none
create function pg_temp.reads_all(query text, tab text) returns boolean
language plpgsql
as $$
declare
	line text;
begin
	for line in execute 'explain (costs off) ' || query
	loop
		if line ~ ('Seq Scan on ' || tab || '( |$)') then
			return true;
		end if;
	end loop;
	return false;
end
$$;
\set ECHO all
