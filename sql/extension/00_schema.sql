-- The schema is made here, so that it belongs to the extension: it goes when the
-- extension goes, and one that somebody else has made beforehand is refused.
create schema governance;
comment on schema governance is
'Code of the extension governance; the data is in registries, each a schema of its own.';

-- The texts of laws and regulations, and Swedish names, need UTF-8.
do $$
begin
	if getdatabaseencoding() <> 'UTF8' then
		raise feature_not_supported using
			message = format('governance needs a database in UTF8, not in %s', getdatabaseencoding()),
			hint = 'Create the database with ENCODING ''UTF8''.';
	end if;
end
$$;

-- Rights: the schema's functions are for everybody unless a file below says
-- otherwise; tables it has none.
grant usage on schema governance to public;
