-- Policies: which is in force, who adopted it, what is measured by what it
-- defines (rules.md F, B7, L3).
\set registry policies
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql

-- the code of the broken rule and what was found; the whole refusals are below
create function pg_temp.answer(statement text) returns text
language sql
as $$select split_part(pg_temp.try(statement), E'\n', 1)$$;

insert into body (id, name, kind, valid) values
	(3, 'Kommunfullmäktige', 'council', '(,)'),
	(4, 'Idrottsnämnden', 'board', '[2020-01-01,2026-01-01)');
insert into matter (id, body_id, number, title, opened_on)
select n, 1, format('KS 2025/%s', n)::governance.case_number, 'Integrationspolicy', '2025-01-07' from generate_series(1, 4) n;

-- B7 ✓ one, without an end
select pg_temp.answer($$insert into policy_document (matter_id, domain, title, adopted_by_id, valid)
	values (1, 'integration', 'Integrationsprogram', 1, '[2020-01-01,)')$$) as "B7 ✓";
-- B7 ✗ another that overlaps it
select pg_temp.answer($$insert into policy_document (matter_id, domain, title, adopted_by_id, valid)
	values (2, 'integration', 'Integrationspolicy', 1, '[2025-03-12,)')$$) as "B7 ✗ overlap";
-- B7 ✓ of another domain; and an earlier time
select pg_temp.answer($$insert into policy_document (matter_id, domain, title, adopted_by_id, valid)
	values (3, 'arbetsmarknad', 'Arbetsmarknadspolicy', 1, '[2025-03-12,)')$$) as "B7 ✓ other domain";
-- B7 ✓ adjacent, in one statement and in two
select pg_temp.answer($$update policy_document set valid = '[2020-01-01,2025-03-12)' where matter_id = 1$$) as "B7 ✓";
select pg_temp.answer($$insert into policy_document (matter_id, domain, title, adopted_by_id, valid, supersedes_id)
	values (2, 'integration', 'Integrationspolicy', 1, '[2025-03-12,)', 1)$$) as "B7 ✓ adjacent";
select pg_temp.answer($$update policy_document set valid = '[2020-01-01,2025-03-13)' where matter_id = 1$$) as "B7 ✗ one day";
select pg_temp.answer($$update policy_document set domain = 'integration' where matter_id = 3$$) as "B7 ✗ moved";
-- B7 ✗ a circle, another domain, what has not begun
select pg_temp.answer($$update policy_document set supersedes_id = 2 where matter_id = 1$$) as "B7 ✗ circle";
select pg_temp.answer($$update policy_document set supersedes_id = 3 where matter_id = 2$$) as "B7 ✗ other domain";
select pg_temp.answer($$update policy_document set supersedes_id = 2 where matter_id = 2$$) as "B7 ✗ itself";
select pg_temp.answer($$update policy_document set valid = case matter_id when 1 then daterange('2020-01-01', '2025-06-01')
	else daterange('2025-06-01', null) end where matter_id < 3$$) as "B7 ✓ both at once";
-- B7 ✗ what is superseded leaves the domain
select pg_temp.answer($$update policy_document set domain = 'kultur' where matter_id = 1$$) as "B7 ✗ superseded";

-- adopted by the body that it names
select pg_temp.meeting(1, '2025-05-14', 4);
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at) values
	(2, 1, '2025-05-21', 'Stadshuset', '2025-05-21 09:00', 1, '2025-05-21 09:00');
insert into agenda_item (meeting_id, position, title, handled, opened_at, decided_at)
	values (2, 1, 'Policy', 1, '2025-05-21 09:05', '2025-05-21 09:10');
insert into presiding (meeting_id, person_id) values (2, 1);
insert into attendance (meeting_id, person_id, capacity) select 2, p, 'serving_member' from generate_series(1, 7) p;
insert into office (body_id, person_id, kind, valid) values (1, 1, 'chair', '[2023-01-01,2027-01-01)');
select summon(2, '2025-05-07 12:00');
insert into decision (meeting_id, position, text) values (2, 1, 'Policyn antas');
select pg_temp.answer($$update policy_document set meeting_id = 2, position = 1, point = 1 where matter_id = 2$$) as "F ✗ not about it";
update agenda_item set matter_id = 2 where meeting_id = 2;
select pg_temp.answer($$update policy_document set meeting_id = 2, position = 1, point = 1 where matter_id = 2$$) as "F ✓ adopted";
select rule, status, finding from explain_matter(2) where rule ~ '^policy' order by rule;
select pg_temp.answer($$update policy_document set valid = case matter_id when 1 then daterange('2020-01-01', '2025-05-20')
	else daterange('2025-05-20', null) end where matter_id < 3$$) as "F ✗ in force before it was adopted";
select pg_temp.answer($$update policy_document set valid = case matter_id when 1 then daterange('2020-01-01', '2025-05-21')
	else daterange('2025-05-21', null) end where matter_id < 3$$) as "F ✓ the same day";
select pg_temp.answer($$update decision set outcome = 'rejected', text = 'Policyn avslås' where meeting_id = 2$$) as "F ✗ rejected after all";
select pg_temp.answer($$update decision set withdrawn_at = '2025-05-21 10:00' where meeting_id = 2$$) as "F ✗ withdrawn after all";
select pg_temp.answer($$update agenda_item set matter_id = 3 where meeting_id = 2$$) as "F ✗ about another matter after all";
select pg_temp.answer($$update policy_document set adopted_by_id = 3 where matter_id = 2$$) as "F ✗ another body";

-- L27, L3 ✗ goals are for the council and the board to set: a committee adopts them by delegation
update agenda_item set matter_id = 4 where meeting_id = 1 and position = 1;
insert into decision (meeting_id, position, text, on_behalf_of) values (1, 1, 'Policyn antas', 1);
select pg_temp.answer($$insert into policy_document (matter_id, domain, title, adopted_by_id, meeting_id, position, point, valid)
	values (4, 'dialog', 'Dialogpolicy', 2, 1, 1, 1, '[2025-06-01,)')$$) as "L3 ✓ no goals";
select pg_temp.answer($$insert into goal (matter_id, number, text) values (4, 1, 'Dialogen ska öka')$$) as "L3 ✗ goals";
update decision set on_behalf_of = null where meeting_id = 1;
select pg_temp.answer($$insert into goal (matter_id, number, text) values (4, 1, 'Dialogen ska öka')$$) as "L3 ✓ its own";
select pg_temp.answer($$update decision set on_behalf_of = 1 where meeting_id = 1$$) as "L3 ✗ by delegation after all";

-- F: target after baseline
insert into area_set (id, name) values (1, 'Stadsdelsområden'), (2, 'Skolområden');
insert into area values (1, 'RI', 'Rinkeby'), (1, 'OM', 'Östermalm'), (2, 'N', 'Norra');
insert into goal (matter_id, number, kind, text) values (2, 1, 'measurable', 'Sysselsättningen ska öka');
select pg_temp.answer($$insert into indicator (matter_id, number, goal, name, baseline_on, target_on)
	values (2, 1, 1, 'Sysselsatta', '2025-01-01', '2025-01-01')$$) as "F ✗ the same day";
select pg_temp.answer($$insert into indicator (matter_id, number, goal, name, unit, direction, least, greatest, area_set_id, group_a, group_b, baseline_on, target_on)
	values (2, 1, 1, 'Sysselsatta', 'procent', 'up', 0, 100, 1, 'inrikes födda', 'utrikes födda', '2025-01-01', '2025-01-02')$$) as "F ✓ the day after";
select pg_temp.answer($$update indicator set baseline_on = '2025-02-01' where matter_id = 2$$) as "F ✗ moved";
select pg_temp.answer($$update indicator set baseline_on = null where matter_id = 2$$) as "F ✓ no baseline yet";

-- F: a measurement within its indicator's definition, edge values included
select v, pg_temp.answer(format('insert into measurement (matter_id, indicator, number, measured_on, area_set_id, area_code, group_name, value) values (2, 1, %s, %L, %s)', n, '2025-12-31', v))
from (values (1, $$null, null, null, 0$$), (2, $$1, 'RI', null, 100$$), (3, $$1, 'RI', 'utrikes födda', 41.5$$),
	(4, $$1, 'OM', null, 100.01$$), (5, $$1, 'OM', null, -0.001$$), (6, $$2, 'N', null, 50$$), (7, $$1, 'XX', null, 50$$),
	(8, $$1, null, null, 50$$), (9, $$1, 'OM', 'alla', 50$$), (10, $$null, null, null, 1$$), (11, $$1, 'OM', null, 'NaN'$$)) t(n, v);
select number, area_code, group_name, value from measurement order by number;
select pg_temp.answer($$update measurement set value = 101 where number = 1$$) as "F ✗ changed";
select pg_temp.answer($$update indicator set greatest = 99 where matter_id = 2$$) as "F ✗ definition narrowed";
select pg_temp.answer($$update indicator set group_a = 'kvinnor', group_b = 'män' where matter_id = 2$$) as "F ✗ groups changed";
select pg_temp.answer($$update indicator set area_set_id = 2 where matter_id = 2$$) as "F ✗ areas changed";
select pg_temp.answer($$update indicator set greatest = 200 where matter_id = 2$$) as "F ✓ widened";
select rule, status, finding from explain_matter(2) where rule in ('definition_kept', 'target_after_baseline');

-- F: somebody outside defines as they like, until one of us adopts it; their
-- policy is not in force in the domain of ours
insert into body (id, name, kind) values (5, 'Föreningen', 'external');
insert into matter (id, body_id, title, opened_on) values (5, 1, 'Föreningens program', '2025-01-07');
select pg_temp.answer($$insert into policy_document (matter_id, domain, title, adopted_by_id, valid)
	values (5, 'kultur', 'Program', 5, '[2025-06-01,)')$$) as "F ✓ outside";
insert into goal (matter_id, number, text) values (5, 1, 'Mål');
select pg_temp.answer($$insert into indicator (matter_id, number, goal, name, baseline_on, target_on, greatest)
	values (5, 1, 1, 'Andel', '2025-02-01', '2025-02-01', 50)$$) as "F ✓ outside";
select pg_temp.answer($$update policy_document set adopted_by_id = 1 where matter_id = 5$$) as "F ✗ adopted";
update indicator set target_on = '2025-02-02' where matter_id = 5;
insert into measurement (matter_id, indicator, number, measured_on, value) values (5, 1, 1, '2025-03-01', 51);
select pg_temp.answer($$update policy_document set adopted_by_id = 1 where matter_id = 5$$) as "F ✗ adopted";
select pg_temp.answer($$update policy_document set domain = 'arbetsmarknad' where matter_id = 5$$) as "B7 ✗ from outside";
delete from measurement where matter_id = 5;
delete from indicator where matter_id = 5;
delete from goal where matter_id = 5;
delete from policy_document where matter_id = 5;
delete from matter where id = 5;

-- F: a responsible body that exists in the period
select pg_temp.answer($$insert into activity (matter_id, number, goal, text, responsible_id, valid)
	values (2, 1, 1, 'Språkkaféer', 4, '[2025-06-01,2026-01-01)')$$) as "F ✓ to its last day";
select pg_temp.answer($$update activity set valid = '[2025-06-01,2026-01-02)' where matter_id = 2$$) as "F ✗ one day more";
select pg_temp.answer($$update activity set valid = '[2019-12-31,2020-02-01)' where matter_id = 2$$) as "F ✗ before it was founded";
select pg_temp.answer($$update activity set valid = '[2025-06-01,)' where matter_id = 2$$) as "F ✓ until further notice";
begin;
update indicator set baseline_on = '2025-02-01', target_on = '2025-12-31' where matter_id = 2;
-- what the rules say of what is stored
\set rules 'policy_adopted policy_in_force policy_supersedes responsible_exists target_after_baseline'
\i :srcdir/data/verdicts.sql
rollback;
-- another takes its place: what was planned stands, the breach is recorded
update activity set valid = '[2025-06-01,2026-01-01)' where matter_id = 2;
insert into body_succession values (4, 1, '2025-10-01');
select matter_id, position, rule, found, citation from deviation;
select id, item, rule from governance.verify_registry('policies');

-- every refusal as a user sees it, once
select pg_temp.try($$update policy_document set valid = '[2020-01-01,)' where matter_id = 2$$);
select pg_temp.try($$update policy_document set supersedes_id = 2 where matter_id = 1$$);
select pg_temp.try($$update policy_document set adopted_by_id = 3 where matter_id = 2$$);
select pg_temp.try($$update indicator set baseline_on = '2025-02-01', target_on = '2025-02-01' where matter_id = 2$$);
select pg_temp.try($$update activity set valid = '[2019-12-31,2020-02-01)' where matter_id = 2$$);
select pg_temp.try($$update measurement set value = 201 where number = 1$$);
select pg_temp.try($$update indicator set greatest = 99 where matter_id = 2$$);
drop schema policies cascade;
