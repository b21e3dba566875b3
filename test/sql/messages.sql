-- Messages in Swedish (po/sv.po) where lc_messages is; what is stored is English, and
-- known again in any language.  test/checks/swedish shows every other message.
\set registry messages
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
-- three are too few to be present, and enough to agree
update rule_setting set value = '2' where rule = 'decision_agreement' and body_kind is null;
select pg_temp.meeting(1, '2025-03-12', 6);
delete from attendance where person_id > 3;
create function pg_temp.mode(mode text) returns void
language sql
as $$update messages.rule_setting set mode = mode.mode where rule = 'quorum_present' and body_kind is null$$;

-- ---- refused, warned, explained ----
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'bifall')$$);
set lc_messages = 'sv_SE.UTF-8';
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'bifall')$$);
select pg_temp.mode('warn');
\set VERBOSITY default
insert into decision (meeting_id, position, text) values (1, 1, 'varnat');
select rule, status, finding, detail, hint from explain_item(1, 1) where rule = 'quorum_present';
select item, rule, status, finding from governance.verify_registry('messages');
delete from decision;

-- ---- stored in English, and known again in both languages ----
select pg_temp.mode('record');
insert into decision (meeting_id, position, text) values (1, 1, 'antecknat');
select position, rule, reason, found from deviation;
set lc_messages = 'C';
update decision set text = 'antecknat, rättat';
set lc_messages = 'sv_SE.UTF-8';
update decision set text = 'antecknat, rättat igen';
select position, rule, reason, found from deviation;
select rule, status, finding, hint from explain_item(1, 1) where rule = 'quorum_present';
-- a breach of a body's rule is known by its words
delete from decision;
update rule_setting set mode = 'record' where rule = 'single_office' and body_kind is null;
insert into office (body_id, person_id, kind, valid, decided_by) values (2, 3, 'chair', '[2024-01-01,2025-01-01)', 1);
select rule, found from deviation where body_id is not null;
set lc_messages = 'C';
update office set valid = '[2024-01-01,2026-01-01)' where body_id = 2 and person_id = 3;
set lc_messages = 'sv_SE.UTF-8';
update office set valid = '[2024-01-01,2027-01-01)' where body_id = 2 and person_id = 3;
select rule, found from deviation where body_id is not null;
select rule, status, finding, hint from explain_body(2) where status = 'broken' and rule = 'single_office';
select pg_temp.mode('enforce');

-- ---- what users have written is told as it is, and formats nothing ----
create schema messages_own;
create function messages_own.rule(meeting_id bigint, "position" integer) returns text
language sql stable
as $$select 'item %d of %s: 100 % %n'$$;
insert into rule_setting (regulation_id, rule, procedure, citation)
select id, 'percent', 'messages_own.rule', '5 §' from regulation where body_id = 2;
select pg_temp.mode('off');
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 2, 'egen regel')$$);
delete from rule_setting where rule = 'percent';
drop schema messages_own cascade;
update body set name = 'Utskott %s %d' where id = 2;
select split_part(pg_temp.try($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 18, 'member', '[2025-01-01,2026-01-01)', 1)$$), E'\n', 1);
select pg_temp.mode('enforce');

-- ---- other messages: of types, of settings, of functions in C and in SQL ----
select '8 (7'::governance.section_ref;
select 'KL'::governance.citation;
update rule_setting set value = 'många' where rule = 'quorum_present' and body_kind is null;
select * from explain_item(99, 1);
select admit_deviation(1, 5, 'no_such_rule', 'så blev det');
select governance.create_registry('pg_swedish', '0180');
select governance.grant_access('messages', current_user, 'emperor');
select governance.translated(''), governance.translated('nothing of ours'), governance.translated(null);
-- where there is no catalogue, and no locale
set lc_messages = 'C';
select * from explain_item(99, 1);
reset lc_messages;

-- ---- names: of every rule, and of every word that a column or a view holds ----
create function pg_temp.name_of(word text, "column" text default null) returns text
language plpgsql
as $$
begin
	return case when "column" is null then governance.swedish(word) else governance.swedish(word, "column") end;
exception when object_not_in_prerequisite_state then
	return null;
end
$$;
create temp view words as
select c.conrelid::regclass || '.' || a.attname as "column", w[1] as word
from pg_constraint c
join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
cross join regexp_matches(pg_get_constraintdef(c.oid), '''([^'']*)''::text', 'g') w
where c.contype = 'c' and c.connamespace = 'messages'::regnamespace
	and pg_get_constraintdef(c.oid) ~ 'ANY \(\(?ARRAY\[' and cardinality(c.conkey) = 1
union
select v.oid::regclass::text, w[1]
from pg_class v
cross join regexp_matches(pg_get_viewdef(v.oid), '(?:THEN|ELSE) ''([a-z_ ]+)''::text', 'g') w
where v.relkind = 'v' and v.relnamespace = 'messages'::regnamespace
	-- sentences about duties are told by duty_in_swedish; what names a rule is no word
	and v.relname not like '%\_duty' and not exists (select from governance.rules() where code = w[1])
union
select 'rules', unnest(array[code, subject, value_type]) from governance.rules()
union
select 'access.level', level from governance.access_levels()
union
select 'explain', unnest(array['met', 'broken', 'pending', 'not applicable']);
select count(*) > 400 as many from words where word is not null;
select * from words where word is not null and pg_temp.name_of(word) is null;
-- no two rules share a name, and a rule shares none with a word
select code from governance.rules() where governance.swedish(code) in (
	select governance.swedish(word) from words where word is not null and word <> code);
select word, pg_temp.name_of(word) as name from words where word is not null group by word order by word;
select "column", word, governance.swedish(word) as name, governance.swedish(word, "column") as in_column
from words where governance.swedish(word) <> governance.swedish(word, "column") order by 1, 2;
select word, governance.swedish(word) as name, governance.swedish(word, 'meeting_overview.state') as in_column
from unnest(array['planned', 'summoned', 'open', 'adjourned', 'closed', 'cancelled']) word;
select governance.swedish('open', null), governance.swedish(null, 'a.b');
select governance.swedish('nothing of ours', 'a.b');

set client_min_messages = error;
select governance.drop_registry('messages', 'messages') \g /dev/null
reset search_path;
