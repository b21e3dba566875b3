-- A committee meets under its reglemente: run by ./quickstart on a private
-- server.  Everything is plain SQL; what the rules forbid is refused.
\set ON_ERROR_STOP 1
\pset footer off
\pset null ''
\pset linestyle unicode
\pset border 1
\set SHOW_CONTEXT never
set client_min_messages = warning;

create extension if not exists governance cascade;

-- Tries a statement that breaks a rule, and tells how it is answered.
create function pg_temp.refused(what text, statement text) returns text
language plpgsql
as $$
declare
	rule text;
	message text;
	detail text;
	hint text;
begin
	execute statement;
	raise exception 'not refused: %', statement;
exception when check_violation or warning then
	get stacked diagnostics rule = constraint_name, message = message_text,
		detail = pg_exception_detail, hint = pg_exception_hint;
	return concat_ws(E'\n',
		format(E'\n✗ %s', what),
		format('  ERROR   %s  [%s]', message, rule),
		'  DETAIL  ' || replace(nullif(detail, ''), E'\n', E'\n          '),
		'  HINT    ' || nullif(hint, ''));
end
$$;

\echo
\echo '━━ 1. The reglemente of Stockholm''s integrationsutskott, as the document says it ━━━━━━━━━━━━━━━'
select governance.create_registry('stockholm', '0180') \g /dev/null
set search_path = stockholm, public;

insert into body (id, name, kind, founded_by) values (1, 'Kommunstyrelsen', 'executive_board', 'Kommunfullmäktige');
insert into body (id, name, kind, parent_id, founded_by) values
	(2, 'Integrationsutskottet', 'committee', 1, 'Kommunstyrelsen');
insert into term (body_id, valid) values (1, '[2023-01-01,2027-01-01)');

\set document `cat test/data/reglemente_integrationsutskottet.txt`
select import_regulation(2, 'Reglemente för integrationsutskottet', :'document', '[2023-01-01,)') as regulation \gset
select governance.apply_ready_settings('stockholm', :regulation, 'integrationsutskottet') \g /dev/null
select s.citation, s.rule, s.value, left(p.wording, 70) || ' …' as wording
from rule_setting s join provision p using (regulation_id, citation)
where s.regulation_id = :regulation order by s.citation, s.rule limit 12;
