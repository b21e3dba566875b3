-- Comments of what has no text of its own: a trigger says what its function says,
-- a sequence whose ids it gives, the schema what it is.

do $$
declare
	part record;
begin
	for part in
		select t.tgname as trigger, c.relname as relation, obj_description(p.oid, 'pg_proc') as says
		from pg_trigger t
		join pg_class c on c.oid = t.tgrelid
		join pg_proc p on p.oid = t.tgfoid
		where c.relnamespace = quote_ident(current_schema())::regnamespace and not t.tgisinternal
			and p.pronamespace in ('governance'::regnamespace, c.relnamespace)
			and obj_description(t.oid, 'pg_trigger') is null
	loop
		execute format('comment on trigger %I on %I is %L', part.trigger, part.relation, part.says);
	end loop;
	for part in
		select relname as sequence, regexp_replace(relname, '_id_seq$', '') as relation
		from pg_class
		where relnamespace = quote_ident(current_schema())::regnamespace and relkind = 'S'
			and relname ~ '_id_seq$' and obj_description(oid, 'pg_class') is null
	loop
		execute format('comment on sequence %I is %L', part.sequence,
			format('Ids of table %s, from the municipality''s code times 10^12 on.', part.relation));
	end loop;
	if obj_description(quote_ident(current_schema())::regnamespace, 'pg_namespace') is null then
		execute format('comment on schema %I is %L', current_schema(),
			format('A registry (register) of the extension governance, of municipality %s.', (select municipality from registry)));
	end if;
end
$$;
