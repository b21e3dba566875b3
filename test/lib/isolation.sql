-- What the isolation specs share: loaded by ./check into their database.

create schema test;

create procedure test.fresh_registry(name text)
language plpgsql
set search_path = pg_catalog, pg_temp
set session_replication_role = replica
set client_min_messages = warning
as $$
declare
	tab name;
	changed boolean;
begin
	if to_regnamespace(name) is null then
		set local session_replication_role = origin;
		perform governance.create_registry(name, '0180');
		return;
	end if;
	for tab in
		select relname from pg_class
		where relnamespace = name::regnamespace and relkind = 'r'
			and relname not in ('registry', 'regulation', 'provision', 'rule_setting')
	loop
		execute format('delete from %I.%I', name, tab);
	end loop;
	execute format('delete from %I.rule_setting s using %1$I.regulation r where r.id = s.regulation_id and r.law is null', name);
	execute format('delete from %I.provision p using %1$I.regulation r where r.id = p.regulation_id and r.law is null', name);
	execute format('delete from %I.regulation where law is null', name);
	execute format('select exists (
		(select rule, body_kind, value, citation::text, mode from %I.rule_setting
			except all select rule, body_kind, value, citation::text, mode from governance.ground_layer())
		union all
		(select rule, body_kind, value, citation::text, mode from governance.ground_layer()
			except all select rule, body_kind, value, citation::text, mode from %1$I.rule_setting))', name)
	into changed;
	if changed then
		raise 'a spec that changes the ground layer makes a registry of its own each time';
	end if;
	perform setval(format('%I.%I', s.schemaname, s.sequencename), s.start_value, false)
	from pg_sequences s
	where s.schemaname = name and s.last_value is not null;
	execute format('select setval(''%I.regulation_id_seq'', max(id)) from %1$I.regulation', name);
	execute format('select setval(''%I.rule_setting_id_seq'', max(id)) from %1$I.rule_setting', name);
end
$$;
comment on procedure test.fresh_registry(text) is
'A registry as create_registry makes it, for a spec whose permutations need not care whether it is new: made the first time, and then emptied, which takes a twentieth of the time. What sessions keep of it is theirs to forget: nothing is dropped.';
