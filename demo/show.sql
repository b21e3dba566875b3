-- What the demos have in common: how they print, and how they try a statement.
\set ON_ERROR_STOP 1
\set SHOW_CONTEXT never
\pset footer off
\pset null ''
\pset linestyle unicode
\pset border 1
set client_min_messages = warning;

create extension if not exists governance cascade;

-- A text in lines of so many characters at most.
create function pg_temp.fold(text text, width integer) returns text
language sql immutable
as $$select rtrim(regexp_replace(text, format('(.{1,%s})(\s+|$)', width), E'\\1\n', 'g'), E'\n')$$;

-- Tries a statement that breaks a rule, a key or a type, and tells how it is
-- answered.  Of a provision that is a list it tells the first line; what is
-- warned about beside it is not told.
create function pg_temp.refused(what text, statement text) returns text
language plpgsql
set client_min_messages = error
as $$
declare
	rule text;
	message text;
	detail text;
	hint text;
begin
	begin
		execute statement;
	exception when integrity_constraint_violation or data_exception then
		get stacked diagnostics rule = constraint_name, message = message_text,
			detail = pg_exception_detail, hint = pg_exception_hint;
		detail := regexp_replace(detail, '\n1\. .*"', ' …"');
		return concat_ws(E'\n', '✗ ' || what,
			concat_ws('  ', '  ERROR ', message, '[' || nullif(rule, '') || ']'),
			'  DETAIL  ' || replace(nullif(detail, ''), E'\n', E'\n          '),
			'  HINT    ' || nullif(hint, ''), '');
	end;
	raise exception 'this should have been refused: %', statement;
end
$$;

-- Tries a statement that the rules allow, and undoes it.
create function pg_temp.allowed(what text, statement text) returns text
language plpgsql
set client_min_messages = error
as $$
begin
	begin
		execute statement;
		raise exception using errcode = 'ZZ000';
	exception when sqlstate 'ZZ000' then
		return '✓ ' || what;
	end;
end
$$;
