-- Making, upgrading and dropping a registry: a schema with ordinary tables,
-- views and triggers that belong to the caller.

create function governance.registry_tables() returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$select $ddl$
--@embed-dir registry/tables
$ddl$$function$;
comment on function governance.registry_tables() is
'The tables of a registry, as SQL.';

create function governance.registry_code() returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$select $ddl$
--@embed-dir registry/code
$ddl$$function$;
comment on function governance.registry_code() is
'The functions, views, triggers and comments of a registry, as SQL that can be run again.';

create function governance.create_registry(name text, municipality text)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
set check_function_bodies = off
set client_min_messages = warning
as $$
declare
	law record;
	ground bigint;
	steps constant integer := 3;	-- tables, code, ground layer
begin
	if name is null or name !~ '\S' then
		raise invalid_parameter_value using message = governance.translated('a registry needs a name');
	elsif octet_length(name) > 63 then
		raise name_too_long using
			message = format(governance.translated('registry name "%s" is too long'), name),
			hint = governance.translated('A schema''s name has at most 63 bytes.');
	elsif name ~ '^pg_' or name in ('governance', 'information_schema') then
		raise reserved_name using message = format(governance.translated('"%s" cannot be the name of a registry'), name);
	elsif municipality is null or municipality !~ '^[0-8][0-9]{3}$' or municipality = '0000' then
		raise invalid_parameter_value using
			message = case when municipality is null then governance.translated('a registry needs a municipality code')
				else format(governance.translated('invalid municipality code "%s"'), municipality) end,
			hint = governance.translated('A municipality has a code of four digits: 0180 is Stockholm.');
	end if;

	execute format('create schema %I', name);
	perform governance.checked_tables();	-- loads the library, which defines the settings
	perform governance.progress('create_registry', 0, steps);
	perform set_config('search_path', format('%I, governance, pg_temp', name), true);
	execute replace(governance.registry_tables(), '{municipality}', quote_literal(municipality));
	execute format('insert into %I.registry (version, municipality) values (%L, %L)',
		name, governance.version(), municipality);
	perform governance.progress('create_registry', 1, steps);
	execute governance.registry_code();
	perform governance.progress('create_registry', 2, steps);

	-- the ground layer
	for law in select * from governance.ground_laws() loop
		execute format('insert into %I.regulation (title, law, valid) values ($1, $2, $3) returning id', name)
		into ground using law.title, law.law, law.valid;
		execute format('insert into %I.provision (regulation_id, citation, ordinal, wording)
			select $1, (%L || s.citation)::governance.citation, s.ordinal, s.wording
			from governance.split_regulation($2) s', name, law.law || ' ')
		using ground, law.document;
		-- those whose wording is not known here
		execute format('insert into %I.provision (regulation_id, citation, ordinal)
			select $1, c.citation, c.ordinal from unnest($2) with ordinality c(citation, ordinal)', name)
		using ground, law.cited;
		execute format('insert into %I.rule_setting (regulation_id, rule, body_kind, value, citation, mode)
			select $1, g.rule, g.body_kind, g.value, g.citation, g.mode
			from governance.ground_layer() g where g.law = $2', name)
		using ground, law.law;
	end loop;
	perform governance.progress('create_registry', 3, steps);
end
$$;
comment on function governance.create_registry(text, text) is
'Makes a registry (register): a schema with the tables, views and triggers, owned by the caller, with the ground layer of kommunallagen and förvaltningslagen. Ids start at the municipality''s code times 10^12.';

create function governance.require_registry(name text) returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
	if name is null then
		raise invalid_parameter_value using message = governance.translated('a registry has a name');
	elsif to_regclass(format('%I.registry', name)) is null
		or to_regclass(format('%I.agenda_item', name)) is null then
		raise undefined_object using
			message = format(governance.translated('schema "%s" is not a registry'), name),
			hint = governance.translated('A registry is made with governance.create_registry.');
	end if;
end
$$;
comment on function governance.require_registry(text) is
'An error unless the schema is a registry.';

-- What leads from a version to this one: the tables, columns and constraints that
-- are new since, and the drop of views and functions whose columns are others now
-- (the code makes them again).  A step for each release, in their order.  A file
-- of tables that are all new is named beside the step, until they change again.
create function governance.registry_steps(version text) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $function$
with step(n, version, ddl) as (values
	(1, '0.1.0', $ddl$
--@embed upgrade/registry/0.1.0--0.2.0.sql registry/tables/74_access.sql registry/tables/75_delivery.sql
$ddl$))
select $ddl$
--@embed registry/tables/00_sequences.sql
$ddl$ || string_agg(s.ddl, chr(10) order by s.n) || $ddl$
--@embed registry/tables/99_sequence_owners.sql
$ddl$
from step f
join step s on s.n >= f.n
where f.version = $1
$function$;
comment on function governance.registry_steps(text) is
'What leads a registry of an earlier version to this one, as SQL, before governance.registry_code() is run; null where no step begins at that version.';

create function governance.registry_grants(name text,
	out id oid, out object text, out privilege text, out grantee text, out grantable boolean)
returns setof record
language sql stable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select o.id, o.object, g.privilege_type || o.columns,
	case g.grantee when 0 then 'public' else g.grantee::regrole::text end, g.is_grantable
from (
	select c.oid, format('table %I.%I', $1, c.relname), '', coalesce(c.relacl, acldefault('r', c.relowner))
	from pg_class c
	where c.relnamespace = quote_ident($1)::regnamespace and c.relkind = 'v'
	union all
	select c.oid, format('table %I.%I', $1, c.relname), format(' (%I)', a.attname), a.attacl
	from pg_class c
	join pg_attribute a on a.attrelid = c.oid and a.attacl is not null
	where c.relnamespace = quote_ident($1)::regnamespace and c.relkind = 'v'
	union all
	select p.oid, format('function %I.%I(%s)', $1, p.proname, pg_get_function_identity_arguments(p.oid)), '',
		coalesce(p.proacl, acldefault('f', p.proowner))
	from pg_proc p
	where p.pronamespace = quote_ident($1)::regnamespace and p.prokind = 'f'
	) o(id, object, columns, acl)
left join lateral aclexplode(o.acl) g on true
$$;
comment on function governance.registry_grants(text) is
'What is granted on the views and functions of a registry: those that an upgrade drops and makes again get it again.';

create function governance.upgrade_registry(name text) returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
set check_function_bodies = off
set client_min_messages = warning
as $$
declare
	owner name;
	other text;
	stored text;
	place integer;
	granted jsonb;
	statement text;
	detail text;
	steps constant integer := 3;	-- tables, code, grants
begin
	perform governance.require_registry(name);
	-- What the upgrade makes belongs to whoever runs it, and the registry's
	-- tables may have triggers of their owner's, which would run with our rights.
	select pg_get_userbyid(relowner) into owner
	from pg_class where oid = format('%I.registry', name)::regclass;
	if owner <> current_user then
		raise insufficient_privilege using
			message = format(governance.translated('registry "%s" belongs to role "%s"'), name, owner),
			hint = format(governance.translated('Upgrade it as that role: set role %I.'), owner);
	end if;
	select format(case relkind
			when 'S' then governance.translated('sequence %s of registry "%s" does not belong to role "%s"')
			when 'v' then governance.translated('view %s of registry "%s" does not belong to role "%s"')
			else governance.translated('table %s of registry "%s" does not belong to role "%s"') end,
		quote_ident(relname), name, owner) into other
	from pg_class
	where relnamespace = quote_ident(name)::regnamespace and relkind in ('r', 'v', 'S')
		and pg_get_userbyid(relowner) <> owner
	order by relname limit 1;
	if other is not null then
		raise object_not_in_prerequisite_state using
			message = other,
			hint = governance.translated('Everything in a registry belongs to one role.');
	end if;
	perform governance.checked_tables();	-- loads the library, which defines the settings
	perform governance.progress('upgrade_registry', 0, steps);

	-- one upgrade at a time
	execute format('lock table %I.registry in share row exclusive mode', name);
	execute format('select version, municipality::integer from %I.registry', name) into stored, place;
	if stored <> governance.version() and governance.registry_steps(stored) is null then
		raise object_not_in_prerequisite_state using
			message = format(governance.translated('registry "%s" is of version %s, from which nothing leads to %s'),
				name, stored, governance.version()),
			hint = governance.translated('A registry of a later version needs that version of the extension.');
	end if;
	select jsonb_agg(g) into granted from governance.registry_grants(name) g;
	perform set_config('search_path', format('%I, governance, pg_temp', name), true);
	if stored <> governance.version() then
		begin
			execute replace(governance.registry_steps(stored), '{municipality}', place::text);
		exception when dependent_objects_still_exist then
			get stacked diagnostics detail = pg_exception_detail;
			raise dependent_objects_still_exist using
				message = format(governance.translated('registry "%s" is not upgraded: %s'), name, sqlerrm),
				detail = detail,
				hint = governance.translated('The upgrade makes views and functions of the registry anew. Drop what is your own and rests on them, upgrade, and make it again.');
		end;
	end if;
	perform governance.progress('upgrade_registry', 1, steps);
	execute governance.registry_code();
	perform governance.progress('upgrade_registry', 2, steps);
	-- What was made anew is granted as it was; but a function that is not for
	-- everybody any more stays so.
	for statement in
		with was as (
			select * from jsonb_to_recordset(granted)
				w(id oid, object text, privilege text, grantee text, grantable boolean)),
		is_now as (select * from governance.registry_grants(name)),
		anew as (
			select distinct object from was join is_now using (object) where was.id <> is_now.id)
		select format('revoke %s on %s from %s', n.privilege, object, n.grantee)
		from anew
		join is_now n using (object)
		where n.privilege is not null and not exists (select from was w
			where w.object = n.object and w.privilege = n.privilege and w.grantee = n.grantee and w.grantable = n.grantable)
		union all
		select format('grant %s on %s to %s', w.privilege, object, w.grantee)
			|| case when w.grantable then ' with grant option' else '' end
		from anew
		join was w using (object)
		where w.privilege is not null and not exists (select from is_now n
				where w.object = n.object and w.privilege = n.privilege and w.grantee = n.grantee and w.grantable = n.grantable)
			and not (w.object like 'function %' and w.grantee = 'public')
		order by 1 desc		-- revoke before grant
	loop
		execute statement;
	end loop;
	execute format('update %I.registry set version = %L where version <> %2$L', name, governance.version());
	perform governance.progress('upgrade_registry', 3, steps);
end
$$;
comment on function governance.upgrade_registry(text) is
'Brings a registry to the installed version, from any earlier one, with the grants as they were, and mends what carries its name after the schema was renamed. Run by the registry''s owner.';

create function governance.drop_registry(name text, confirm text) returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
set client_min_messages = warning
as $$
begin
	perform governance.require_registry(name);
	if confirm is distinct from name then
		raise invalid_parameter_value using
			message = format(governance.translated('registry "%s" is not dropped'), name),
			detail = governance.translated('Everything in it would be lost.'),
			hint = format(governance.translated('Confirm by giving its name twice: governance.drop_registry(%L, %L).'), name, name);
	end if;
	execute format('drop schema %I cascade', name);
end
$$;
comment on function governance.drop_registry(text, text) is
'Drops a registry with everything in it. The name is given twice.';

create function governance.import_regulation(registry text, body bigint,
	title text, document text, valid daterange)
returns bigint
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
	id bigint;
	known boolean;
	former daterange;
begin
	perform governance.require_registry(registry);
	if body is null or title is null or document is null or valid is null then
		raise invalid_parameter_value using
			message = governance.translated('a regulation needs a body, a title, a text and a period');
	end if;
	execute format('select exists (select from %I.body where id = $1)', registry)
	into known using body;
	if not known then
		raise foreign_key_violation using
			message = format(governance.translated('body %s does not exist'), body),
			constraint = 'regulation_body_id_fkey';
	end if;
	execute format('select valid from %I.regulation where body_id = $1 and valid && $2 order by 1 limit 1', registry)
	into former using body, valid;
	if former is not null then
		raise exclusion_violation using
			message = format(governance.translated('body %s has a regulation that is in force in %s'), body, former),
			detail = format(governance.translated('The new version would be in force in %s; versions do not overlap.'), valid),
			hint = governance.translated('End the version in force on the day that the new one begins: update regulation set valid = ...'),
			constraint = 'regulation_body_id_valid_excl';
	end if;
	execute format('insert into %I.regulation (body_id, title, valid) values ($1, $2, $3) returning id', registry)
	into id using body, title, valid;
	execute format('insert into %I.provision (regulation_id, citation, ordinal, wording)
		select $1, s.citation::governance.citation, s.ordinal, s.wording
		from governance.split_regulation($2) s', registry)
	using id, document;
	return id;
end
$$;
comment on function governance.import_regulation(text, bigint, text, text, daterange) is
'Reads a regulation''s text (reglemente) into provisions with their exact wording, as a version in force for a body in a period; returns its id.';

create function governance.apply_ready_settings(registry text, regulation bigint, known text)
returns integer
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
	n integer;
begin
	perform governance.require_registry(registry);
	execute format('insert into %I.rule_setting (regulation_id, rule, value, citation)
		select $1, s.rule, s.value, s.citation from governance.ready_settings($2) s', registry)
	using regulation, known;
	get diagnostics n = row_count;
	if n = 0 then
		raise invalid_parameter_value using
			message = format(governance.translated('there are no ready settings called "%s"'), known);
	end if;
	return n;
end
$$;
comment on function governance.apply_ready_settings(text, bigint, text) is
'Gives an imported regulation the rule settings that come with the extension; returns how many.';
