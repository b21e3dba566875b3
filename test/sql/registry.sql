-- The life of a registry: made, renamed, upgraded, dropped; and two side by side.
\set SHOW_CONTEXT never
\pset null '-'
set client_min_messages = warning;
create function pg_temp.try(statement text) returns text
language plpgsql
as $$
declare
	detail text;
	hint text;
begin
	execute statement;
	return 'done';
exception when others then
	get stacked diagnostics detail = pg_exception_detail, hint = pg_exception_hint;
	return concat_ws(E'\n', sqlstate || ': ' || sqlerrm, nullif(detail, ''), nullif(hint, ''));
end
$$;

-- ---- names and municipalities ----
select pg_temp.try($$select governance.create_registry(null, '0180')$$);
select pg_temp.try($$select governance.create_registry('', '0180')$$);
select pg_temp.try($$select governance.create_registry(' ', '0180')$$);
select pg_temp.try(format('select governance.create_registry(%L, %L)', repeat('å', 32), '0180'));
select pg_temp.try($$select governance.create_registry('pg_stockholm', '0180')$$);
select pg_temp.try($$select governance.create_registry('governance', '0180')$$);
select pg_temp.try($$select governance.create_registry('information_schema', '0180')$$);
select pg_temp.try($$select governance.create_registry('public', '0180')$$);
select municipality, pg_temp.try(format('select governance.create_registry(%L, %L)', 'registry_bad', municipality))
from unnest(array[null, '', '180', '01800', '0000', '9000', 'abcd', '018O', ' 0180', '-180']) municipality;
select count(*) from pg_namespace where nspname = 'registry_bad';
create role regress_registry_nobody;
set role regress_registry_nobody;
select pg_temp.try($$select governance.create_registry('registry_bad', '0180')$$);
reset role;

-- names that need quotes, the longest, the highest code; ids from the code on
create function pg_temp.first_ids(name text) returns table (sequences bigint, first bigint, last bigint)
language sql
as $$
select count(*), min(start_value), max(max_value) from pg_sequences where schemaname = name
$$;
create function pg_temp.life(name text, municipality text) returns text
language plpgsql
as $$
declare
	body bigint;
	rules text;
begin
	perform governance.create_registry(name, municipality);
	execute format('insert into %I.body (name, kind, founded_by) values (''Nämnden'', ''board'', ''Kommunfullmäktige'') returning id', name) into body;
	execute format('insert into %I.meeting (id, body_id, day, place, starts_at, called_by) values (1, %s, ''2025-03-12'', ''Stadshuset'', ''2025-03-12 09:00'', null)', name, body);
	execute format('insert into %I.agenda_item (meeting_id, position, title) values (1, 1, ''Ärende'')', name);
	execute format('select string_agg(distinct rule, '' '') from %I.explain_item(1, 1) where rule = ''quorum_present''', name) into rules;
	execute format('select count(*) || '' '' || %L from governance.verify_registry(%L) where id is null', rules, name) into rules;
	perform governance.upgrade_registry(name);
	return body || ' ' || rules || ' ' || (select first from pg_temp.first_ids(name));
end
$$;
create function pg_temp.drop_quietly(name text) returns text
language sql
as $$select pg_temp.try(format('select governance.drop_registry(%1$L, %1$L)', name))$$;
-- (one in a transaction: to make or drop a schema locks everything in it)
create temp table names as
select name, n from unnest(array['Stockholms stad', 'a"b''c;--', '%s $1 $$ @.x', 'select', repeat('å', 31) || 'x', 'UPPER', E'tab\tand\\'])
	with ordinality u(name, n);
select format('select %L as name, pg_temp.life(%1$L, %L)', name, '8999') from names order by n \gexec
select format('select pg_temp.drop_quietly(%L)', name) from names order by n \gexec

-- ---- what create_registry leaves of the session's settings ----
begin;
select current_setting('search_path') as path, current_setting('check_function_bodies') as bodies \gset before_
select governance.create_registry('registry_a', '0180') \g /dev/null
select current_setting('search_path') = :'before_path' as path, current_setting('check_function_bodies') = :'before_bodies' as bodies;
rollback;

-- ---- two side by side: the same ids, other rules ----
select governance.create_registry('registry_a', '0180') \g /dev/null
select governance.create_registry('registry_b', '0160') \g /dev/null
select * from pg_temp.first_ids('registry_a') a, pg_temp.first_ids('registry_b') b;
select pg_typeof(nextval('registry_a.person_id_seq'));
do $$
declare
	name text;
begin
	foreach name in array array['registry_a', 'registry_b'] loop
		perform set_config('search_path', name || ', public', true);
		insert into body (id, name, kind, founded_by) values (1, 'Nämnden', 'board', 'Kommunfullmäktige');
		insert into term (body_id, valid) values (1, '[2023-01-01,2027-01-01)');
		insert into person (id, name) select p, 'Person ' || p from generate_series(1, 5) p;
		insert into membership (body_id, person_id, valid) select 1, p, '[2023-01-01,2027-01-01)' from generate_series(1, 5) p;
		insert into office (body_id, person_id, kind, valid) values (1, 1, 'chair', '[2023-01-01,2027-01-01)');
		insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at)
		values (1, 1, '2025-03-12', 'Stadshuset', '2025-03-12 09:00', 1, '2025-03-12 09:00');
		insert into agenda_item (meeting_id, position, title, handled) values (1, 1, 'Ärende', 1);
		insert into presiding (meeting_id, person_id) values (1, 1);
		insert into attendance (meeting_id, person_id, capacity) select 1, p, 'serving_member' from generate_series(1, 3) p;
	end loop;
end
$$;
begin;
delete from registry_b.attendance where person_id > 2;
insert into registry_a.decision (meeting_id, position, text) values (1, 1, 'beslut');
savepoint s;
insert into registry_b.decision (meeting_id, position, text) values (1, 1, 'beslut');
rollback to s;
update registry_b.rule_setting set value = '2' where rule = 'quorum_present' and body_kind = 'board';
insert into registry_b.decision (meeting_id, position, text) values (1, 1, 'beslut');
savepoint s;
delete from registry_a.attendance where person_id > 2;
rollback to s;
commit;
select finding from registry_a.explain_item(1, 1) where rule = 'quorum_present';
select finding from registry_b.explain_item(1, 1) where rule = 'quorum_present';

-- ---- renamed and upgraded equals fresh ----
-- all that the catalogues say of a schema, with its name left out
create function pg_temp.contents(name text) returns setof text
language sql
set search_path = pg_catalog
as $$
with s as (select oid from pg_namespace where nspname = name),
c as (select c.* from pg_class c join s on relnamespace = s.oid)
select replace(replace(line, quote_ident(name), 'REGISTRY'), name, 'REGISTRY') from (
select format('relation %s %s %s %s %s %s', relname, relkind, relrowsecurity, relforcerowsecurity, reloptions, obj_description(oid, 'pg_class')) from c
union all select format('column %s.%s %s %s %s %s', relname, attname, format_type(atttypid, atttypmod), attnotnull,
		pg_get_expr(adbin, adrelid), col_description(c.oid, attnum))
	from c join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped left join pg_attrdef on adrelid = attrelid and adnum = attnum
union all select format('constraint %s on %s %s', conname, relname, pg_get_constraintdef(p.oid)) from pg_constraint p join c on c.oid = conrelid
union all select format('index %s', pg_get_indexdef(oid)) from c where relkind = 'i'
union all select format('view %s %s', relname, pg_get_viewdef(oid)) from c where relkind = 'v'
union all select format('sequence %s %s %s', relname, seqtypid::regtype, seqincrement) from c join pg_sequence p on seqrelid = c.oid
union all select format('trigger %s %s', tgenabled, pg_get_triggerdef(t.oid)) from pg_trigger t join c on c.oid = tgrelid where not tgisinternal
union all select format('function %s %s', pg_get_functiondef(p.oid), obj_description(p.oid, 'pg_proc')) from pg_proc p join s on pronamespace = s.oid
union all select format('type %s', typname) from pg_type t join s on typnamespace = s.oid
) v (line)
$$;
alter schema registry_a rename to "registry A";
select pg_temp.try('select * from "registry A".explain_item(1, 1)');
insert into "registry A".agenda_item (meeting_id, position, title, handled) values (1, 2, 'Ärende', 2);
select governance.upgrade_registry('registry A');
select finding from "registry A".explain_item(1, 1) where rule = 'quorum_present';
create temp table upgraded as select * from pg_temp.contents('registry A') line;
select governance.upgrade_registry('registry A');
select count(*) as changed_by_a_second_upgrade from (table upgraded except all select pg_temp.contents('registry A')) v;
alter schema "registry A" rename to registry_moved;
select governance.create_registry('registry A', '0180') \g /dev/null
select (select count(*) > 300 from upgraded) as compared;
(select 'only upgraded' as where, line from (table upgraded except all select pg_temp.contents('registry A')) v (line))
union all
(select 'only fresh', line from (select pg_temp.contents('registry A') except all table upgraded) v (line));
select pg_temp.drop_quietly('registry A');
select governance.upgrade_registry('registry_moved');
select item, rule, finding from governance.verify_registry('registry_moved');

-- an upgrade mends what was lost, and is the owner's to make
drop trigger "GOVERNANCE_check" on registry_moved.vote;
drop function registry_moved.explain_item(bigint, integer);
alter table registry_moved.rule_setting disable trigger "GOVERNANCE_check";
select governance.upgrade_registry('registry_moved');
select version = governance.version() as current from registry_moved.registry;
select count(*) as lost from (select replace(line, 'registry A', 'registry_moved') from upgraded v (line) except all select pg_temp.contents('registry_moved')) v;
-- from a version that is not known nothing leads on
begin;
update registry_moved.registry set version = '0.0.1';
select regexp_replace(pg_temp.try($$select governance.upgrade_registry('registry_moved')$$), 'to [0-9.]+', 'to this one');
update registry_moved.registry set version = '999.0.0';
select regexp_replace(pg_temp.try($$select governance.upgrade_registry('registry_moved')$$), 'to [0-9.]+', 'to this one');
rollback;
grant usage on schema registry_moved to regress_registry_nobody;
set role regress_registry_nobody;
select pg_temp.try($$select governance.upgrade_registry('registry_moved')$$);
select pg_temp.try($$select governance.drop_registry('registry_moved', 'registry_moved')$$);
reset role;
select format('grant create on database %I to regress_registry_nobody', current_database()) \gexec
set role regress_registry_nobody;
select governance.create_registry('registry_own', '0184') \g /dev/null
select governance.upgrade_registry('registry_own');
reset role;
select pg_temp.try($$select governance.upgrade_registry('registry_own')$$);
create table registry_own.stray (id int);
set role regress_registry_nobody;
select pg_temp.try($$select governance.upgrade_registry('registry_own')$$);
reset role;
drop table registry_own.stray;
set role regress_registry_nobody;
select pg_temp.drop_quietly('registry_own');
reset role;

-- ---- dropping ----
select pg_temp.try($$select governance.drop_registry('registry_b', null)$$);
select pg_temp.try($$select governance.drop_registry('registry_b', 'registry_moved')$$);
select pg_temp.try($$select governance.drop_registry('public', 'public')$$);
select pg_temp.try($$select governance.drop_registry('nowhere', 'nowhere')$$);
select pg_temp.try($$select governance.upgrade_registry('nowhere')$$);
select pg_temp.try($$select governance.upgrade_registry(null)$$);
select split_part(pg_temp.try('drop extension governance'), E'\n', 1);
select count(*) from registry_b.decision;
select pg_temp.drop_quietly('registry_b');
select pg_temp.drop_quietly('registry_moved');
select nspname from pg_namespace where nspname like 'registry%';
select format('revoke create on database %I from regress_registry_nobody', current_database()) \gexec
drop role regress_registry_nobody;
