-- Access: who reads and writes what, by levels that roles have at bodies.
\set registry access
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\i :srcdir/data/secrets.sql
set governance.as_of = '2025-03-20';
\pset format unaligned
\pset fieldsep ' | '
\pset footer off
create role regress_access_reader;
create role regress_access_auditor;
create role regress_access_secretary;
create role regress_access_administrator;
create role regress_access_other;
create role regress_access_nobody;
create role regress_access_group;
create role regress_access_grouped in role regress_access_group;
select grant_access('regress_access_reader', 'reader', 2);
select grant_access('regress_access_auditor', 'auditor', 2);
select grant_access('regress_access_secretary', 'secretary', 2);
select grant_access('regress_access_administrator', 'administrator', 2);
select grant_access('regress_access_other', 'secretary', 10);
select grant_access('regress_access_group', 'reader', 2);
grant usage on schema access to regress_access_nobody;
grant select on all tables in schema access to regress_access_nobody;
select role, body_id, level, granted_by = session_user as by_us from access order by id;

-- ---- what is given ----
select pg_temp.try($$select grant_access('regress_access_reader', 'king', 2)$$);
select pg_temp.try($$select grant_access('regress_no_such_role', 'reader', 2)$$);
select pg_temp.try($$select grant_access('regress_access_reader', 'reader', 77)$$);
select pg_temp.try($$select grant_access(null, 'reader', 2)$$);
select pg_temp.try($$select revoke_access('regress_access_reader', 10)$$);
-- the same again changes nothing, another level replaces it
select grant_access('regress_access_reader', 'secretary', 2);
select grant_access('regress_access_reader', 'reader', 2);
select grant_access('regress_access_reader', 'reader', 2);
select role, body_id, level from access where role = 'regress_access_reader';
select has_table_privilege('regress_access_reader', 'decision', 'insert') as inserts,
	has_table_privilege('regress_access_reader', 'decision', 'select') as selects;
-- every table has its row in governance.table_access(), and the policies that follow from it
select relname from pg_class
where relnamespace = 'access'::regnamespace and relkind = 'r'
	and (not relrowsecurity or not exists (
		select from governance.table_access() t where t.tab = relname)
		or not exists (select from pg_policy p where p.polrelid = pg_class.oid and p.polname = 'governance_read'));

-- ---- in which relations, and functions over them, a word is seen ----
-- (names of bodies and persons, and regulations, are open to all who have access)
create function pg_temp.seen(word text) returns table (relation text, "rows" bigint)
language plpgsql
as $$
declare
	source text;
	n bigint;
begin
	for source in
		select quote_ident(relname) from pg_class
		where relnamespace = 'access'::regnamespace and relkind in ('r', 'v')
		union all
		select format('%I(%L)', proname, '2025-03-20') from pg_proc
		where pronamespace = 'access'::regnamespace and proname ~ '_as_of$'
		union all
		select unnest(array['explain_meeting(1)', 'explain_meeting(2)', 'explain_item(1, 2)', 'explain_item(2, 1)',
			'explain_matter(2)', 'explain_matter(3)', 'explain_matter(1)', 'explain_body(10)',
			'minutes_text(1)', 'minutes_text(2)', 'minutes_document(1)', $q$minutes_document(1, 'text')$q$, 'minutes_document(2)',
			'summons_document(1)', $q$summons_document(1, 'text')$q$, 'summons_document(2)', 'notice_document(1)', 'notice_document(2)',
			'letter_document(1, 1)', 'letter_document(2, 1)', 'letter_document(3, 1)',
			'delegation_report_document(1, 1)', 'delegation_report_document(2, 1)', 'delegation_report_document(3, 1)',
			'notice_board_page()', $q$notice_board_page('text')$q$, 'todo_page()', $q$todo_page('text')$q$,
			'review_policy(2)', 'review_policy(3)',
			'verify_seals()', 'seal_drift()', $q$governance.verify_registry('access')$q$])
		union all
		-- exports: every list, and objects that lists may leave out
		select format('oparl(%L, %L)', 'https://x.example', p)
		from (
			select list from governance.export_kinds()
			union
			select unnest(array['', 'body/0180', 'organization/2/meeting', 'organization/10/meeting', 'organization/10/consultation',
				'meeting/1', 'meeting/2', 'agendaitem/1.1', 'agendaitem/1.2', 'agendaitem/2.1', 'paper/1', 'paper/2', 'paper/3',
				'document/1.9', 'document/2.1', 'document/3.1', 'location/2', 'popolo/voteevent/1.2.1', 'popolo/voteevent/2.1.1'])) q(p)
		order by 1
	loop
		begin
			execute format('select count(*) from %s x where x::text ~ $1', source) into n using word;
		exception when insufficient_privilege or no_data_found then
			n := 0;
		end;
		if n > 0 then
			relation := source;
			"rows" := n;
			return next;
		end if;
	end loop;
end
$$;
-- the owner sees it wherever it is, which shows that the words are there to be found
select string_agg(relation, ' ') as open from pg_temp.seen('Öppet');
select string_agg(relation, ' ') as secret from pg_temp.seen('HEMLIG');
select string_agg(relation, ' ') as other from pg_temp.seen('ANNAT');
-- every duty is told in Swedish
select what from todo where governance.duty_in_swedish(what) = what;
set role regress_access_reader;
select string_agg(relation, ' ') as open from pg_temp.seen('Öppet');
select string_agg(relation, ' ') as secret from pg_temp.seen('HEMLIG');
select string_agg(relation, ' ') as other from pg_temp.seen('ANNAT');
reset role;
set role regress_access_grouped;
select string_agg(relation, ' ') as secret from pg_temp.seen('HEMLIG|ANNAT');
select count(*) as relations from pg_temp.seen('Öppet');
reset role;
set role regress_access_nobody;
select string_agg(relation, ' ') as seen from pg_temp.seen('HEMLIG|ANNAT|Öppet|Ek|Socialnämnden');
reset role;
set role regress_access_auditor;
select string_agg(relation, ' ') as secret from pg_temp.seen('HEMLIG');
select string_agg(relation, ' ') as other from pg_temp.seen('ANNAT');
reset role;
set role regress_access_other;
select string_agg(relation, ' ') as secret from pg_temp.seen('HEMLIG|Öppet');
select count(*) as relations from pg_temp.seen('ANNAT');
reset role;

-- ---- exports: how much there is in lists, and nothing is named that leads nowhere ----
create function pg_temp.exported_whole() returns table (level text, dangling bigint, unlike bigint, hidden bigint, counts text)
language plpgsql
as $$
begin
	perform pg_temp.export_all('https://x.example');
	select count(*) into dangling from pg_temp.dangling;
	select count(*) into unlike from pg_temp.unlike();
	select count(*) into hidden from pg_temp.exported e where e.object::text ~ 'HEMLIG|ANNAT';
	select string_agg(format('%s %s', k.list, e.object #>> '{pagination,totalElements}'), ', ' order by k.list) into counts
	from (select distinct list from governance.export_kinds()) k
	join pg_temp.exported e on e.url = 'https://x.example/' || k.list;
	level := replace(current_user, 'regress_access_', '');
	return next;
end
$$;
\set ECHO none
\i :srcdir/data/exported.sql
\set ECHO all
grant all on exported, dangling to public;
set role regress_access_reader;
select * from pg_temp.exported_whole();
select pg_temp.try($$select oparl('https://x.example', 'agendaitem/1.2')$$);
select pg_temp.try($$select oparl('https://x.example', 'agendaitem/1.7')$$);
select jsonb_array_length(oparl('https://x.example', 'meeting/1') -> 'agendaItem') as items;
reset role;
set role regress_access_auditor;
select * from pg_temp.exported_whole();
reset role;
set role regress_access_other;
select * from pg_temp.exported_whole();
reset role;
set role regress_access_nobody;
select pg_temp.try(format($$select oparl('https://x.example', %L)$$, p)) from unnest(array['body', 'body/0180', 'meeting/1', 'person/1']) p;
select oparl('https://x.example', 'person') -> 'pagination' as persons, oparl('https://x.example', 'meeting') -> 'pagination' as meetings;
reset role;

-- ---- what a user of one's own making is not told ----
set role regress_access_reader;
-- a cheap function is not asked before it is known what may be seen
create function pg_temp.tell(text) returns boolean language plpgsql cost 0.0001 as
	$$begin if $1 ~ 'HEMLIG|ANNAT' then raise exception 'told %', $1; end if; return true; end$$;
select count(*) > 0 as rows from decision_register where pg_temp.tell(text);
select count(*) > 0 as rows from todo where pg_temp.tell(what);
select count(*) > 0 as rows from decision where pg_temp.tell(text);
select count(*) > 0 as rows from document where pg_temp.tell(title);
select count(*) from pg_stats where schemaname = 'access' and tablename = 'matter';
set row_security = off;
select pg_temp.try('select count(*) from decision');
reset row_security;
-- a plan that another made
reset role;
prepare decisions as select count(*) filter (where text ~ 'HEMLIG') as secret, count(*) filter (where text ~ 'ANNAT') as other from decision;
prepare registered as select count(*) filter (where text ~ 'HEMLIG') as secret, count(*) filter (where text ~ 'ANNAT') as other from decision_register;
execute decisions;
execute registered;
set role regress_access_reader;
execute decisions;
execute registered;
reset role;
deallocate all;

-- ---- writing ----
create function pg_temp.counted(statement text) returns text
language plpgsql
as $$
declare
	n bigint;
begin
	execute statement;
	get diagnostics n = row_count;
	return n || ' rows';
exception when others then
	return sqlstate || ': ' || sqlerrm;
end
$$;
set role regress_access_reader;
select pg_temp.try($$insert into decision (meeting_id, position, point, text) values (1, 1, 3, 'beslut')$$);
select pg_temp.try($$select next_case_number('IU', 2025)$$);
reset role;
-- the secretary holds a meeting, and is told what is unlawful as anybody is
set role regress_access_secretary;
insert into meeting (body_id, day, place, starts_at, called_by, opened_at)
	values (2, '2025-04-02', 'Stadshuset', '2025-04-02 09:00', 1, '2025-04-02 09:00') returning body_id;
select max(id) as meeting from meeting \gset
insert into agenda_item (meeting_id, position, title, handled, matter_id)
	values (:meeting, 1, 'Ett ärende', 1, null), (:meeting, 2, 'Ett hemligt', 2, 7) returning position;
insert into presiding (meeting_id, person_id) values (:meeting, 1);
insert into attendance (meeting_id, person_id, capacity) select :meeting, p, 'serving_member' from generate_series(1, 3) p;
select pg_temp.try(format($$insert into decision (meeting_id, position, text) values (%s, 1, 'beslut')$$, :meeting));
insert into attendance (meeting_id, person_id, capacity) values (:meeting, 4, 'serving_member');
insert into decision (meeting_id, position, text) values (:meeting, 1, 'beslut');
update agenda_item set title = 'Ett annat ärende' where meeting_id = :meeting and position = 1;
delete from decision where meeting_id = :meeting;
insert into person (name) values ('En gäst');
select next_case_number('IU', 2025);
with m as (insert into meeting (body_id, day, starts_at, place, called_by) values (2, '2025-05-07', '2025-05-07 09:00', 'Stadshuset', 1) returning id)
	insert into agenda_item (meeting_id, position, title) select id, 1, 'I samma sats' from m;
-- not for another body, nor for a part of it
select pg_temp.try($$insert into decision (meeting_id, position, point, text) values (2, 1, 3, 'beslut')$$);
select pg_temp.try($$insert into meeting (body_id, day, starts_at) values (10, '2025-05-07', '2025-05-07 09:00')$$);
select pg_temp.try(format('update meeting set body_id = 10 where id = %s', :meeting));
select pg_temp.counted($$update meeting set place = 'Här' where id = 2$$);
select pg_temp.counted($$delete from hindrance where body_id = 10$$);
-- a matter is not read by putting it on the agenda
select pg_temp.try(format('insert into agenda_item (meeting_id, position, title, matter_id) values (%s, 3, $t$Ett ärende$t$, 3)', :meeting));
select pg_temp.try(format('update agenda_item set matter_id = 3 where meeting_id = %s and position = 1', :meeting));
-- asked for an opinion, the committee works in the matter, which stays the board's
insert into document (matter_id, number, kind, direction, title, dated_on) values (5, 1, 'statement', 'drawn_up', 'Yttrande', '2025-03-01');
select pg_temp.counted($$update matter set title = 'Vårt' where id = 5$$);
select pg_temp.try($$insert into document (matter_id, number, direction, title) values (3, 9, 'drawn_up', 'Yttrande')$$);
reset role;

-- ---- what no application does ----
create function pg_temp.attempts() returns table (attempt text, answer text)
language sql
as $$
select a, pg_temp.counted(a) from unnest(array[
	'alter table decision disable trigger "GOVERNANCE_check"',
	'alter table decision disable trigger all',
	'alter table decision disable row level security',
	'drop policy governance_write on decision',
	'create policy mine on decision using (true)',
	'create trigger mine before insert on decision for each row execute function pg_catalog.suppress_redundant_updates_trigger()',
	'drop trigger "GOVERNANCE_judge" on decision',
	'truncate attendance',
	'set session_replication_role = replica',
	'set local row_security = off; select count(*) from matter',
	$q$update rule_setting set mode = 'off'$q$,
	$q$insert into rule_setting (regulation_id, rule, value) select id, 'quorum_present', '1' from regulation limit 1$q$,
	$q$update regulation set valid = '[1900-01-01,1900-01-02)'$q$,
	$q$insert into extra_day values ('2025-06-02', 'Ledigt')$q$,
	$q$insert into deviation (meeting_id, position, rule, reason) values (1, 1, 'quorum_present', 'för att')$q$,
	$q$select admit_deviation(1, 1, 'quorum_present', 'för att')$q$,
	$q$update deviation set reason = 'x'$q$,
	$q$insert into seal (body_id, meeting_id, number, ordinal, format, attested_on, content, hash) values (2, 1, 2, 2, 1, '2025-03-16', '', '')$q$,
	$q$update seal set content = ''$q$,
	$q$insert into access (role, level) values (current_user, 'administrator')$q$,
	$q$update access set level = 'administrator'$q$,
	$q$select grant_access(current_user, 'administrator')$q$,
	$q$select governance.apply_access('access', current_user)$q$,
	$q$select revoke_access('regress_access_auditor', 2)$q$,
	$q$select begin_import()$q$,
	$q$select governance.upgrade_registry('access')$q$,
	$q$select governance.drop_registry('access', 'access')$q$,
	$q$update registry set version = '0'$q$,
	$q$select derive_done(null, '(,)')$q$,
	$q$create function access.mine() returns int language sql as 'select 1'$q$,
	$q$create table access.mine ()$q$]) a
$$;
set role regress_access_secretary;
select * from pg_temp.attempts();
reset role;
-- the administrator of one body
set role regress_access_administrator;
select * from pg_temp.attempts();
-- governs it, and not the law, nor another
select pg_temp.counted($$update rule_setting set value = '5' where rule = 'quorum_present' and regulation_id in (select id from regulation where body_id = 2)$$);
select pg_temp.counted($$update rule_setting set value = '1' where rule = 'seats' and regulation_id in (select id from regulation where body_id is null)$$);
select pg_temp.try($$insert into regulation (body_id, title, valid) values (10, 'Eget', '[2030-01-01,)')$$);
select pg_temp.counted($$update membership set valid = '[2023-01-01,2026-12-01)' where body_id = 2 and person_id = 14$$);
select pg_temp.counted($$update membership set valid = '[2023-01-01,2026-12-01)' where body_id = 10$$);
select pg_temp.try($$insert into body (name, kind) values ('Min nämnd', 'board')$$);
-- nor names a function that would run as the owner
create function pg_temp.own_rule(bigint, int) returns text language sql stable as $$select null::text$$;
select pg_temp.try($$insert into rule_setting (regulation_id, rule, procedure)
	select id, 'min_regel', 'pg_temp.own_rule' from regulation where body_id = 2$$);
-- admits deviations, in its own name
select admit_deviation(1, 1, 'decision_agreement', 'Det klubbades.') is not null as admitted;
select admitted_by = session_user as by_us, rule, position from deviation where reason = 'Det klubbades.';
select pg_temp.try($$insert into deviation (meeting_id, position, rule, reason, admitted_by) values (1, 1, 'quorum_present', 'för att', 'någon annan')$$);
select pg_temp.try($$insert into deviation (meeting_id, position, rule, reason) values (2, 1, 'quorum_present', 'för att')$$);
select pg_temp.try($$select admit_deviation(2, 1, 'quorum_present', 'för att')$$);
reset role;

-- ---- a refusal tells nothing that may not be read ----
-- who is let past the policies has no access for that
create role regress_access_past bypassrls;
grant usage on schema access to regress_access_past;
grant select, insert, update, delete on all tables in schema access to regress_access_past;
set role regress_access_past;
select count(*) > 0 as rows, (select count(*) from todo) as todo from matter where secret;
select minutes_document(1) is null and summons_document(1) is null and notice_document(1) is null
	and letter_document(1, 1) is null and delegation_report_document(1, 1) is null as nothing;
select pg_temp.try($$update agenda_item set handled = null where meeting_id = 2$$);
reset role;
select pg_temp.try($$update agenda_item set handled = null where meeting_id = 2$$);
-- who may not read is not asked what he may not know: there is no such thing
set role regress_access_reader;
select pg_temp.try('select * from explain_matter(2)');
select pg_temp.try('select * from explain_item(1, 2)');
select pg_temp.try('select * from explain_meeting(2)');
select pg_temp.try('select * from explain_body(10)');
select pg_temp.try('select minutes_text(1)');
select minutes_text(2) is null as nothing;
select minutes_document(2) is null and summons_document(2) is null and notice_document(2) is null
	and letter_document(2, 1) is null and delegation_report_document(2, 1) is null as nothing;
-- what is left out is said to be
select minutes_document(1) ~ 'med sekretess är inte med' as minutes, summons_document(1) ~ 'med sekretess är inte med' as summons;
select pg_temp.try('select * from verify_seals(2)');
select pg_temp.try('select * from verify_seals()');
select pg_temp.try('select * from seal_drift()');
select pg_temp.try($$select * from governance.verify_registry('access')$$);
select distinct "position" from explain_meeting(1) order by 1;
reset role;
set role regress_access_auditor;
select status from verify_seals(2);
select pg_temp.try('select * from verify_seals()');
select pg_temp.try($$select * from governance.verify_registry('access')$$);
select distinct "position" from explain_meeting(1) order by 1;
reset role;
select grant_access('regress_access_auditor', 'auditor');
set role regress_access_auditor;
select count(*) > 0 as found from governance.verify_registry('access');
select string_agg(relation, ' ') as other from pg_temp.seen('ANNAT') where relation in ('matter', 'todo', 'seal', 'hindrance');
reset role;

-- ---- a registry that only looks like one ----
create schema regress_access_false authorization regress_access_reader;
set role regress_access_reader;
create table regress_access_false.registry ();
create table regress_access_false.access (role name, body_id bigint, level text);
insert into regress_access_false.access values ('regress_access_reader', null, 'administrator');
select governance.may_administer('regress_access_false.registry', 2) as there,
	governance.may_administer('access.registry', 2) as here,
	governance.may_read_all('access.registry', 2) as secrets;
alter table regress_access_false.access alter level type int using 1;
-- its owner may do everything there, whatever the table says; another asks the table
reset role;
set role regress_access_other;
select pg_temp.try($$select governance.may_read('regress_access_false.registry', 2)$$);
select pg_temp.try($$select governance.may_read(0, 2)$$);
reset role;
drop schema regress_access_false cascade;

-- ---- one role after another ----
create role regress_access_both;
select grant_access('regress_access_both', 'reader');
select grant_access('regress_access_both', 'secretary', 2);
set role regress_access_reader;
select governance.may_read_item('access.registry', 1, 1) as reads, governance.may_write_meeting('access.registry', 1) as writes;
set role regress_access_both;
select governance.may_write_meeting('access.registry', 1) as writes, governance.may_write_meeting('access.registry', 2) as other,
	governance.may_read_item('access.registry', 2, 1) as reads_other, governance.may_read_item('access.registry', 1, 2) as secret;
reset role;

-- ---- a level ends when it is taken ----
set role regress_access_grouped;
select count(*) > 0 as reads from decision;
reset role;
revoke regress_access_group from regress_access_grouped;
grant usage on schema access to regress_access_grouped;
grant select on decision to regress_access_grouped;
set role regress_access_grouped;
select count(*) > 0 as reads from decision;
reset role;
begin isolation level repeatable read;
set role regress_access_secretary;
select count(*) > 0 as reads from decision;
reset role;
select revoke_access('regress_access_secretary', 2);
grant usage on schema access to regress_access_secretary;
grant select on decision to regress_access_secretary;
set role regress_access_secretary;
select count(*) > 0 as reads from decision;
reset role;
rollback;
set role regress_access_secretary;
select count(*) > 0 as reads from decision;
reset role;
-- one who is dropped leaves a row behind that gives nothing, and can be taken away
drop owned by regress_access_other;
drop role regress_access_other;
select revoke_access('regress_access_other', 10);
-- a name that follows the schema
alter schema access rename to access_renamed;
set search_path = access_renamed, public;
select governance.upgrade_registry('access_renamed');
set role regress_access_reader;
select count(*) filter (where text ~ 'HEMLIG|ANNAT') as hidden, count(*) > 0 as reads from decision_register;
reset role;
reset search_path;
select governance.drop_registry('access_renamed', 'access_renamed');
drop owned by regress_access_reader, regress_access_auditor, regress_access_secretary, regress_access_administrator,
	regress_access_nobody, regress_access_group, regress_access_grouped, regress_access_past, regress_access_both;
drop role regress_access_reader, regress_access_auditor, regress_access_secretary, regress_access_administrator,
	regress_access_nobody, regress_access_group, regress_access_grouped, regress_access_past, regress_access_both;
