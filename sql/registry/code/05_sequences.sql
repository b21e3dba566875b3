-- No id is given twice: a copy that takes over from its original (logical
-- replication carries rows, not sequences) goes on after the ids that are there.

do $$
declare
	seq record;
	greatest_id bigint;
begin
	for seq in
		select c.oid::regclass as name, t.oid::regclass as tab, s.seqmin, s.seqmax
		from pg_class c
		join pg_sequence s on s.seqrelid = c.oid
		join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'a'
			and d.refclassid = 'pg_class'::regclass
		join pg_class t on t.oid = d.refobjid and c.relname = t.relname || '_id_seq'
		join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
			and a.attname = 'id' and a.atttypid = 'bigint'::regtype
		where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relkind = 'S'
	loop
		execute format('select max(id) from %s where id between $1 and $2', seq.tab)
		into greatest_id using seq.seqmin, seq.seqmax;
		execute format('select setval(%L, $1) from %s where last_value < $1 or last_value = $1 and not is_called',
			seq.name, seq.name)
		using greatest_id;
	end loop;
end
$$;
