-- Rights: the schema's functions are for everybody unless a file below says
-- otherwise; tables it has none.
grant usage on schema governance to public;
