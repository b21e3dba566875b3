-- The extension as a whole: what creating it takes, what it leaves.
\set VERBOSITY default
\set SHOW_CONTEXT never
create database regress_extension;
\c regress_extension

-- it says what it needs, and brings it when asked
create extension governance;
create role regress_extension_user;
grant create on database regress_extension to regress_extension_user;
set role regress_extension_user;
create extension governance cascade;
reset role;
create extension governance cascade;
select extname, extnamespace::regnamespace as schema, extrelocatable
  from pg_extension where extname in ('btree_gist', 'governance') order by extname;

-- names and laws are written in UTF-8
create database regress_extension_latin1 template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C';
\c regress_extension_latin1
create extension governance cascade;
\c regress_extension
drop database regress_extension_latin1;

-- everything has its place in one schema, which others may use but not fill
select o.type, o.identity
  from pg_depend d, pg_identify_object(d.classid, d.objid, 0) o
 where d.refclassid = 'pg_extension'::regclass and d.deptype = 'e'
   and d.refobjid = (select oid from pg_extension where extname = 'governance')
   and o.schema is distinct from 'governance'
   and o.type not in ('schema', 'cast')
 order by 1, 2;
select has_schema_privilege('regress_extension_user', 'governance', 'usage') as use,
       has_schema_privilege('regress_extension_user', 'governance', 'create') as fill;
alter extension governance set schema public;

-- code only: nothing a dump would have to carry
select c.relname, c.relkind
  from pg_class c
 where c.relnamespace = 'governance'::regnamespace and c.relkind in ('r', 'p', 'm', 'S', 'f')
 order by 1;

-- dropped without a trace but the empty schema, and welcome back
drop extension governance;
select (select count(*) from pg_proc where pronamespace = s) as functions,
       (select count(*) from pg_type where typnamespace = s) as types,
       (select count(*) from pg_class where relnamespace = s) as relations,
       (select count(*) from pg_operator where oprnamespace = s) as operators
  from (values ('governance'::regnamespace)) v (s);
create extension governance;

\c regression
drop database regress_extension;
drop role regress_extension_user;
