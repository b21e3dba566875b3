-- Rules of a registry's own: functions in SQL, named and owned by the registry's
-- owner, run with its rights and nothing of the user's.
\set registry own_rule
\set srcdir `echo "$PG_ABS_SRCDIR"`
create role regress_own_owner;
create role regress_own_writer;
select format('grant create on database %I to regress_own_owner', current_database()) \gexec
set role regress_own_owner;
\i :srcdir/data/committee.sql
select id as regulation from regulation where body_id = 2 \gset
create schema own_rules;
grant usage on schema own_rules to public;
select grant_access('regress_own_writer', 'administrator');
create function pg_temp.name_rule(code text, procedure text, mode text default 'enforce') returns text
language sql
as $$
select pg_temp.try(format('insert into own_rule.rule_setting (regulation_id, rule, procedure, mode, citation) select id, %L, %L, %L, %L from own_rule.regulation where body_id = 2',
	code, procedure, mode, '11 §'))
$$;
select pg_temp.meeting(1, '2025-03-12', 4);
reset role;
create table own_rules.witness (line text);
grant all on own_rules.witness to public;
set role regress_own_owner;

-- ---- a rule: no decision without the word "beslut" ----
create function own_rules.says_beslut(meeting_id bigint, "position" integer) returns text
language sql stable
as $$
select 'item ' || $2 || ' does not say what is decided'
where exists (select from own_rule.decision d where d.meeting_id = $1 and d.position = $2 and d.text !~ 'beslut')
$$;
select pg_temp.name_rule('says_beslut', 'own_rules.says_beslut');
select rule, status, finding from explain_item(1, 1) where rule = 'says_beslut';
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'ett beslut')$$);
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 2, 'något annat')$$);
select pg_temp.try($$update decision set text = 'något annat'$$);
select position, rule, status, finding, citation from explain_meeting(1) where rule = 'says_beslut' and status <> 'pending';
select id, item, rule, finding from governance.verify_registry('own_rule');
-- whoever writes, and whatever they may read
set role regress_own_writer;
select pg_temp.try($$insert into own_rule.decision (meeting_id, position, text) values (1, 2, 'något annat')$$);
set role regress_own_owner;
delete from decision;
-- in the other modes
update rule_setting set mode = 'warn' where rule = 'says_beslut';
insert into decision (meeting_id, position, text) values (1, 2, 'något annat');
delete from decision;
update rule_setting set mode = 'record' where rule = 'says_beslut';
insert into decision (meeting_id, position, text) values (1, 4, 'något annat');
select position, rule, citation, found from deviation;
delete from decision;
update rule_setting set mode = 'off' where rule = 'says_beslut';
insert into decision (meeting_id, position, text) values (1, 3, 'något annat');
select rule, status from explain_item(1, 3) where rule = 'says_beslut';
delete from decision;
update rule_setting set mode = 'enforce' where rule = 'says_beslut';
-- the body's own setting of it takes the place of the ground layer's
insert into rule_setting (regulation_id, rule, procedure) select id, 'says_beslut', 'own_rules.says_beslut' from regulation where law = 'KL';
select count(*) from explain_item(1, 1) where rule = 'says_beslut';
delete from rule_setting where rule = 'says_beslut';

-- ---- what cannot be a rule ----
select pg_temp.name_rule('nowhere', 'own_rules.nowhere');
select pg_temp.name_rule('unqualified', 'says_beslut');
select pg_temp.name_rule('garbled', 'own_rules.says_beslut(');
select pg_temp.name_rule('garbled', '');
select pg_temp.try($$insert into rule_setting (regulation_id, rule, procedure, body_kind) select id, 'quorum_present', 'own_rules.says_beslut', 'unit' from regulation where law = 'KL'$$);
create function own_rules.unstable(bigint, integer) returns text language sql volatile as 'select null::text';
create function own_rules.number(bigint, integer) returns integer language sql stable as 'select 1';
create function own_rules.many(bigint, integer) returns setof text language sql stable as 'select null::text';
create function own_rules.other_arguments(bigint, bigint) returns text language sql stable as 'select null::text';
reset role;
create function own_rules.anothers(bigint, integer) returns text language sql stable as 'select null::text';
set role regress_own_owner;
select name, pg_temp.name_rule(name, 'own_rules.' || name) from unnest(array['unstable', 'number', 'many', 'other_arguments', 'anothers']) name;
-- only the owner names one
set role regress_own_writer;
select pg_temp.name_rule('says_beslut', 'own_rules.says_beslut');
set role regress_own_owner;
select pg_temp.name_rule('says_beslut', 'own_rules.says_beslut');
set role regress_own_writer;
select pg_temp.try($$update own_rule.rule_setting set procedure = 'own_rules.unstable' where rule = 'says_beslut'$$);
set role regress_own_owner;
-- one that is gone, or was changed, is not met
drop function own_rules.says_beslut;
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'ett beslut')$$);
create function own_rules.says_beslut(bigint, integer) returns text language sql volatile as 'select null::text';
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'ett beslut')$$);
drop function own_rules.says_beslut;
delete from rule_setting where rule = 'says_beslut';

-- ---- what a rule may do while it is asked ----
create function own_rules.mischief(bigint, integer) returns text
language plpgsql stable
as $$
begin
	return own_rules.act();
exception when others then
	return format('%s %s', sqlstate, sqlerrm);
end
$$;
select pg_temp.name_rule('mischief', 'own_rules.mischief');
create function pg_temp.act(body text) returns text
language plpgsql
as $$
begin
	execute format('create or replace function own_rules.act() returns text language plpgsql as $act$begin %s end$act$', body);
	delete from own_rule.decision;
	execute 'set role regress_own_writer';
	return pg_temp.try($q$insert into own_rule.decision (meeting_id, position, text) values (1, 1, 'ett beslut')$q$)
		|| format(' [%s, %s]', current_user, current_setting('search_path'));
end
$$;
select pg_temp.act($$return current_user || ', ' || current_setting('search_path');$$);
set role regress_own_owner;
-- gaining the rights of another, for itself or for later
select pg_temp.act($$set role postgres; return 'role set';$$);
set role regress_own_owner;
select pg_temp.act($$reset role; return 'role reset';$$);
set role regress_own_owner;
select pg_temp.act($$set session authorization default; return 'authorization set';$$);
set role regress_own_owner;
select pg_temp.act($$perform set_config('role', 'postgres', false); return 'role set';$$);
set role regress_own_owner;
select pg_temp.act($$create temp table trap (x int); return 'table made';$$);
set role regress_own_owner;
select pg_temp.act($$perform set_config('search_path', 'own_rules', false); return null;$$);
set role regress_own_owner;
select pg_temp.act($$listen something; return 'listening';$$);
set role regress_own_owner;
select pg_temp.act($$raise exception 'a rule that fails';$$);
set role regress_own_owner;
-- writing: what the user could not write is written by the owner or not at all
select pg_temp.act($$insert into own_rules.witness values ('from a rule'); return null;$$);
set role regress_own_owner;
table own_rules.witness;
delete from decision;
-- a rule that writes in the same meeting, and asks itself
select pg_temp.act($$delete from own_rule.attendance where person_id > 3; return null;$$);
set role regress_own_owner;
select count(*) from attendance;
select count(*) from decision;
select pg_temp.act($$insert into own_rule.decision (meeting_id, position, text) values (1, 2, 'ett beslut till'); return null;$$);
set role regress_own_owner;
select count(*) from decision;
select item, rule, finding from governance.verify_registry('own_rule');
-- a function that only reads may not write at all
drop function own_rules.mischief;
create function own_rules.mischief(bigint, integer) returns text
language plpgsql stable
as $$
begin
	insert into own_rules.witness values ('stable');
	return null;
end
$$;
select pg_temp.try($$insert into own_rule.decision (meeting_id, position, text) values (1, 3, 'ett beslut')$$);

reset role;
reset search_path;
set client_min_messages = error;
drop schema own_rules cascade;
select governance.drop_registry('own_rule', 'own_rule') \g /dev/null
drop owned by regress_own_owner, regress_own_writer;
drop role regress_own_owner, regress_own_writer;
