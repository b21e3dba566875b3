-- Versions move apart: the library on disk, this script, each registry.

create function governance.version() returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$select '0.2.0'$$;
comment on function governance.version() is
'The version of the extension''s SQL, which a registry is made or upgraded to.';

create function governance.library_version() returns text
language c stable parallel safe
as 'MODULE_PATHNAME', 'governance_library_version';
comment on function governance.library_version() is
'The version of the library (governance.so) that this session has loaded.';

-- The library works with every earlier script, not with a later one.
do $$
begin
	if string_to_array(governance.library_version(), '.')::integer[]
		< string_to_array(governance.version(), '.')::integer[] then
		raise object_not_in_prerequisite_state using
			message = format('the library of governance is of version %s, its SQL of version %s',
				governance.library_version(), governance.version()),
			hint = 'Install both of one version, and begin a new session if the library was replaced while this one had it loaded.';
	end if;
end
$$;
