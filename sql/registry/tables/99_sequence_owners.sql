-- A sequence goes with the column it feeds.

do $$
declare
	seq name;
begin
	for seq in
		select s.relname
		from pg_class s
		join pg_class t on t.relnamespace = s.relnamespace and t.relname = left(s.relname, -length('_id_seq'))
		join pg_attribute a on a.attrelid = t.oid and a.attname = 'id'
		where s.relnamespace = quote_ident(current_schema())::regnamespace and s.relkind = 'S'
			and s.relname like '%\_id\_seq'
			and not exists (select from pg_depend d
				where d.classid = 'pg_class'::regclass and d.objid = s.oid and d.deptype in ('a', 'i'))
	loop
		execute format('alter sequence %I owned by %I.id', seq, left(seq, -length('_id_seq')));
	end loop;
end
$$;
