-- Delivery: which registries send what is in their outbox, and from where.

create function governance.is_importing(registry regclass) returns boolean
language c stable strict parallel restricted
as 'MODULE_PATHNAME', 'governance_is_importing';
comment on function governance.is_importing(regclass) is
'Whether this transaction imports history into the registry with that table (governance.begin_import).';

create function governance.delivery_backlog() returns bigint
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$select 100000::bigint$$;
comment on function governance.delivery_backlog() is
'So many events wait for an endpoint at most; what comes then is kept as given up.';

create function governance.control_file_number() returns bigint
language c volatile strict parallel safe
as 'MODULE_PATHNAME', 'governance_control_file_number';
comment on function governance.control_file_number() is
'The number of the server''s control file in its file system: a copy of the files has another.';

create function governance.delivery_place() returns text
language sql volatile parallel restricted
set search_path = pg_catalog, pg_temp
as $$
-- a copy has another system or database, a standby that was promoted another timeline,
-- and a base backup that is started where it was put other files
select format('%s/%s/%s/%s', (select s.system_identifier from pg_control_system() s),
	left(pg_walfile_name(pg_current_wal_lsn()), 8), d.oid, governance.control_file_number())
from pg_database d
where d.datname = current_database() and not pg_is_in_recovery()
$$;
comment on function governance.delivery_place() is
'Which server and database this is: its system identifier, timeline and oid, and the number of its control file; null on a standby.';

create function governance.delivery_setting() returns text[]
language sql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
select coalesce(array_agg(n.name order by n.name), '{}')
from pg_db_role_setting s
join pg_database d on d.oid = s.setdatabase and d.datname = current_database()
cross join unnest(s.setconfig) c(line)
cross join lateral regexp_split_to_table(substr(c.line, length('governance.delivery=') + 1), '\s*,\s*') n(name)
where s.setrole = 0 and c.line like 'governance.delivery=%' and n.name <> ''
$$;
comment on function governance.delivery_setting() is
'The registries of this database that may send, as its owner has said: alter database … set governance.delivery = ''name, name''.';

create function governance.delivers_here(registry regclass) returns boolean
language plpgsql volatile parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
	place text;
	name text;
begin
	select n.nspname::text into name
	from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = registry;
	execute format('select delivers_at from %s', registry) into place;
	return coalesce(place = governance.delivery_place(), false) and name = any (governance.delivery_setting());
end
$$;
comment on function governance.delivers_here(regclass) is
'Whether what the registry with that table sends is delivered from this server and database: both its owner (enable_delivery) and the database''s (setting governance.delivery) have said so.';

create function governance.set_delivery_setting(names text[]) returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
	if names = '{}' then
		execute format('alter database %I reset governance.delivery', current_database());
	else
		execute format('alter database %I set governance.delivery = %L', current_database(), array_to_string(names, ', '));
	end if;
exception when insufficient_privilege then
	raise insufficient_privilege using
		message = format(governance.translated('which registries send is for the owner of database "%s" to say'), current_database()),
		hint = format(governance.translated('As that role: alter database %I set governance.delivery = %L.'), current_database(), array_to_string(names, ', '));
end
$$;
comment on function governance.set_delivery_setting(text[]) is
'Sets which registries of this database may send. By the database''s owner.';

create function governance.enable_delivery(registry text) returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
	names text[] := governance.delivery_setting();
begin
	perform governance.require_owner(registry);
	if registry ~ '[,\s]' then
		raise invalid_parameter_value using
			message = format(governance.translated('registry "%s" cannot be named in the setting governance.delivery'), registry),
			hint = governance.translated('Rename its schema, without commas and spaces.');
	end if;
	if not registry = any (names) then
		perform governance.set_delivery_setting(names || registry);
	end if;
	execute format('update %I.registry set delivers_at = governance.delivery_place()', registry);
end
$$;
comment on function governance.enable_delivery(text) is
'Delivers what the registry sends from this server and this database, and from no copy of them. By the registry''s owner; the database''s owner names it in the setting governance.delivery, which this does too where it may.';

create function governance.disable_delivery(registry text) returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
	perform governance.require_owner(registry);
	execute format('update %I.registry set delivers_at = null', registry);
end
$$;
comment on function governance.disable_delivery(text) is
'Delivers nothing more of what the registry sends; it stays in its outbox. By the registry''s owner.';

create function governance.delivering_registries(out registry text, out owner oid) returns setof record
language sql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
-- who delivers may be a superuser, so nothing is read here that belongs to others
select n.nspname::text, c.relowner
from unnest(governance.delivery_setting()) s(name)
join pg_namespace n on n.nspname = s.name
join pg_class c on c.relnamespace = n.oid and c.relname = 'registry' and c.relkind = 'r'
where pg_has_role(c.relowner, 'usage')
order by n.nspname
$$;
comment on function governance.delivering_registries() is
'The registries of this database that its owner lets send and whose rights the current user has. Whether they are delivered from here is asked of each with its owner''s rights.';

create procedure governance.deliver_pending(most integer default 1000)
language c
as '$libdir/governance_delivery', 'governance_deliver_pending';
comment on procedure governance.deliver_pending(integer) is
'Delivers what is due, at most so many events, of each registry of this database that sends and belongs to the current user; without a worker, from a session or a scheduler. Commits as it goes, and waits for no answer in a transaction.';
