-- A sequence goes with the column it feeds.

do $$
declare
	seq name;
begin
	for seq in
		select relname from pg_class
		where relnamespace = quote_ident(current_schema())::regnamespace and relkind = 'S'
	loop
		execute format('alter sequence %I owned by %I.id', seq, left(seq, -length('_id_seq')));
	end loop;
end
$$;
