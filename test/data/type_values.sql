-- Functions to test a type with, in the schema that comes first in the path:
--
--     \set type quorum
--     \set srcdir `echo "$PG_ABS_SRCDIR"`
--     \i :srcdir/data/type_values.sql
\set ECHO none
select set_config('test.type', :'type', false) \g /dev/null

-- what a text gives: the canonical text, or the error
create function given(written text) returns text
language plpgsql as $$
declare
  canonical text;
  detail text;
begin
  execute format('select %L::governance.%I', written, current_setting('test.type')) into canonical;
  return canonical;
exception when others then
  get stacked diagnostics detail = pg_exception_detail;
  return sqlstate || ': ' || sqlerrm || ' - ' || detail;
end $$;

-- sends all that a query gives, and receives it in a table (through a file in the
-- data directory, for want of a caller of the receive function)
create function copied(source text, target text) returns void
language plpgsql as $$
declare
  file text := current_setting('data_directory') || '/governance_test_' || current_setting('test.type');
begin
  execute format('copy (%s) to %L (format binary)', source, file);
  execute format('copy %s from %L (format binary)', target, file);
end $$;

-- what an image gives: the text, or the error
create function received(image bytea) returns text
language plpgsql as $$
declare
  file text := current_setting('data_directory') || '/governance_test_' || current_setting('test.type');
  stream oid := lo_from_bytea(0, '\x5047434f50590aff0d0a00'::bytea || '\x0000000000000000' ||
                  '\x0001'::bytea || int4send(octet_length(image)) || image || '\xffff'::bytea);
  result text;
begin
  perform lo_export(stream, file);
  perform lo_unlink(stream);
  execute format('create temp table received (v governance.%I)', current_setting('test.type'));
  execute format('copy received from %L (format binary)', file);
  execute 'select v from received' into result;
  drop table received;
  return result;
exception when others then
  return sqlstate || ': ' || sqlerrm;
end $$;
\set ECHO all
