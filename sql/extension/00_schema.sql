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
