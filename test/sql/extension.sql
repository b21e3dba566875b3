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

-- not while a registry uses it; CASCADE takes from the registry what is of the
-- extension (triggers, columns of its types) and leaves the rest
set client_min_messages = warning;
select governance.create_registry('upplands_vasby', '0114');
\set VERBOSITY terse
drop extension governance;
\set VERBOSITY default
begin;
drop extension governance cascade;
select c.relname, count(*) as lost
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.attisdropped
 where c.relnamespace = 'upplands_vasby'::regnamespace and c.relname in ('provision', 'rule_setting')
 group by 1 order by 1;
select count(*) from pg_trigger where tgname like 'GOVERNANCE%';
select count(*) > 0 as kept from upplands_vasby.provision;
rollback;
select governance.drop_registry('upplands_vasby', 'upplands_vasby');

-- dropped without a trace, and welcome back; a schema that somebody has made
-- beforehand is not taken over
drop extension governance;
select count(*) from pg_namespace where nspname = 'governance';
create schema governance;
create extension governance;
drop schema governance;
create extension governance;

\c regression
drop database regress_extension;
drop role regress_extension_user;
