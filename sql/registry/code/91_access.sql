-- Row-level security: who reads and writes which rows, as governance.table_access()
-- says.  The owner is not bound by it, and the rules look at all rows.

do $$
declare
	given record;
begin
	for given in
		select t.tab, replace(t.reads, '@', $q$'registry'::regclass$q$) as reads,
			replace(t.writes, '@', $q$'registry'::regclass$q$) as writes, t.writer
		from governance.table_access() t
	loop
		execute format('alter table %I enable row level security', given.tab);
		execute format('drop policy if exists governance_read on %I', given.tab);
		execute format('create policy governance_read on %I for select using (%s)', given.tab, given.reads);
		execute format('comment on policy governance_read on %I is %L', given.tab,
			'Which rows a role reads by its levels in access (behörighet att läsa).');
		execute format('drop policy if exists governance_write on %I', given.tab);
		if given.writes is not null then
			execute format('create policy governance_write on %I using (%s) with check (%2$s)', given.tab, given.writes);
			execute format('comment on policy governance_write on %I is %L', given.tab,
				format('Which rows a role writes that is at least %s there (behörighet att skriva).', given.writer));
		end if;
	end loop;
	drop trigger if exists "GOVERNANCE_tell" on access;
	create trigger "GOVERNANCE_tell" after insert or update or delete on access
		for each row execute function governance.tell_access();
	alter table access enable always trigger "GOVERNANCE_tell";
	-- views and functions that are new are for those who had access before
	perform governance.apply_access(current_schema()::text, r.role)
	from (select distinct a.role from access a) r;
end
$$;
