-- A rule of a registry's own, from the words of the reglemente to the refusal: what
-- it prints stands in docs/guide/own_rule.md.  The committee is that of documents.sql.
\set registry stockholm
\ir documents.sql
\pset format unaligned
\pset tuples_only on

\echo '━━ 1. The board adds a section to the reglemente, in force from 1 April ━━━━━━━━━━━━━━━━━━━━━━━'
update regulation set valid = daterange(lower(valid), '2025-04-01') where body_id = 2;
select import_regulation(2, 'Reglemente för integrationsutskottet',
	:'document' || E'\n12 §\nBeslut på styrelsens vägnar skall grundas på ett tjänsteutlåtande.\n',
	'[2025-04-01,)') as regulation \gset
select governance.apply_ready_settings('stockholm', :regulation, 'integrationsutskottet') \g /dev/null
select citation || '  ' || wording from provision where regulation_id = :regulation and citation = '12 §';

\echo
\echo '━━ 2. The rule, a function in a schema of its own ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
create schema stockholm_rules;
grant usage on schema stockholm_rules to public;
-- null: the rule is met; text: what was found
create function stockholm_rules.statement_needed(meeting_id bigint, "position" integer) returns text
language sql stable
as $$
select format('item %s point %s is decided for %s and rests on no statement', d.position, d.point, b.name)
from stockholm.decision d
join stockholm.body b on b.id = d.on_behalf_of
where d.meeting_id = $1 and d.position = $2 and d.statement_number is null
order by d.point
limit 1
$$;
comment on function stockholm_rules.statement_needed is 'Beslut på styrelsens vägnar skall grundas på ett tjänsteutlåtande; 12 § reglementet';
-- until it is named, nobody asks it
insert into rule_setting (regulation_id, rule, procedure, citation)
values (:regulation, 'statement_needed', 'stockholm_rules.statement_needed', '12 §');
select rule, procedure, mode, citation from rule_setting where procedure is not null \gx

\echo '━━ 3. It is asked with the others ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
update meeting set opened_at = '2025-04-09 09:00' where id = 3;
insert into presiding (meeting_id, person_id) values (3, 1);
insert into attendance (meeting_id, person_id, capacity) select 3, p, 'serving_member' from generate_series(1, 7) p;
update agenda_item set handled = position, section = position + 30, kind = 'decision',
	opened_at = timestamp '2025-04-09 09:00' + position * interval '10 min',
	decided_at = timestamp '2025-04-09 09:08' + position * interval '10 min'
where meeting_id = 3 and position = 3;
select pg_temp.refused('a decision for the board, without a statement',
	$$insert into decision (meeting_id, position, text, on_behalf_of)
	  values (3, 3, 'Bidragen för hösten fördelas enligt förslaget.', 1)$$);
insert into document (matter_id, number, kind, direction, title, dated_on) values
	(5, 9, 'statement', 'drawn_up', 'Tjänsteutlåtande om föreningsbidrag', '2025-04-02');
select pg_temp.allowed('the same decision, with one',
	$$insert into decision (meeting_id, position, text, on_behalf_of, statement_number)
	  values (3, 3, 'Bidragen för hösten fördelas enligt förslaget.', 1, 9)$$);
\pset format aligned
\pset tuples_only off
\echo
select rule, status, pg_temp.fold(finding, 60) as finding, citation
from explain_item(3, 3) where rule in ('statement_needed', 'decision_statement');

\echo '━━ 4. Only recorded ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
update rule_setting set mode = 'record' where rule = 'statement_needed';
insert into decision (meeting_id, position, text, on_behalf_of)
values (3, 3, 'Bidragen för hösten fördelas enligt förslaget.', 1);
select rule, pg_temp.fold(found, 40) as found, pg_temp.fold(reason, 24) as reason, pg_temp.fold(citation, 26) as citation
from deviation where meeting_id = 3;
