-- Reports of decisions by delegation to the body that delegated: to whom, about
-- what days, when they are received, and that nothing is reported twice (rules.md
-- A29, I12, L4).
\set registry delegation_reports
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql
\i :srcdir/data/delegation.sql

-- the committee decides on the first and last day of a quarter and beside it
insert into person (id, name) values (20, 'Handläggare');
insert into body (id, name, kind) values (3, 'Miljönämnden', 'board');
insert into delegation (id, body_id, from_body_id, employee, subject, valid) values
	(2, 1, 1, 'handläggaren', 'Färdtjänst', '[2023-01-01,2027-01-01)'), (3, 3, 3, 'inspektören', 'Tillsyn', '[2023-01-01,2027-01-01)');
select pg_temp.decide(1, '2024-12-31'), pg_temp.decide(2, '2025-01-01'), pg_temp.decide(3, '2025-03-31'), pg_temp.decide(4, '2025-04-01');
insert into decision (meeting_id, position, point, kind, outcome, text) values (2, 1, 2, 'opinion', 'approved', 'Föreslår styrelsen');
insert into matter (id, body_id, number, title, opened_on) values
	(1, 2, 'KS 2025/10', 'Anmälan av delegationsbeslut', '2025-01-07'), (2, 1, 'KS 2025/11', 'Färdtjänst', '2025-01-07'),
	(3, 1, 'KS 2025/12', 'Anmälan av handläggarens beslut', '2025-01-07'), (4, 3, 'MN 2025/1', 'Tillsyn', '2025-01-07');
insert into delegated_decision (matter_id, number, delegation_id, body_id, person_id, decided_on, text) values
	(2, 1, 2, 1, 20, '2025-03-31', 'Färdtjänst beviljas'), (2, 2, 2, 1, 20, '2025-04-01', 'Färdtjänst avslås'), (4, 1, 3, 3, 20, '2025-02-01', 'Förbud');

-- A29: about whose decisions, of which days
insert into delegation_report (matter_id, number, body_id, to_body_id, period, handed_over_on) values
	(1, 1, 2, 1, '[2025-01-01,2025-04-01)', '2025-04-02'), (3, 1, 1, 1, '[2025-01-01,2025-04-01)', '2025-04-02');
select pg_temp.cut(pg_temp.try($$insert into delegation_report_item (matter_id, number, line, meeting_id, position, point) values (1, 1, 1, 2, 1, 1)$$)) as "A29 ✓ first day";
select pg_temp.cut(pg_temp.try($$insert into delegation_report_item (matter_id, number, line, meeting_id, position, point) values (1, 1, 2, 3, 1, 1)$$)) as "A29 ✓ last day";
select pg_temp.try($$insert into delegation_report_item (matter_id, number, line, meeting_id, position, point) values (1, 1, 3, 1, 1, 1)$$) as "A29 ✗ the day before";
select pg_temp.cut(pg_temp.try($$insert into delegation_report_item (matter_id, number, line, meeting_id, position, point) values (1, 1, 3, 4, 1, 1)$$)) as "A29 ✗ the day after";
select pg_temp.cut(pg_temp.try($$insert into delegation_report_item (matter_id, number, line, meeting_id, position, point) values (1, 1, 3, 2, 1, 2)$$)) as "A29 ✗ not by delegation";
select pg_temp.cut(pg_temp.try($$insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number) values (1, 1, 3, 2, 1)$$)) as "A29 ✗ another body's decision";
select pg_temp.cut(pg_temp.try($$insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number) values (3, 1, 1, 4, 1)$$)) as "A29 ✗ another body delegated";
select pg_temp.cut(pg_temp.try($$insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number) values (3, 1, 1, 2, 1)$$)) as "A29 ✓ the board's own delegate";
select pg_temp.cut(pg_temp.try($$insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number) values (3, 1, 2, 2, 2)$$)) as "A29 ✗ a day later";
select pg_temp.cut(pg_temp.try($$update delegation_report set period = '[2025-01-02,2025-04-01)' where matter_id = 1$$)) as "A29 ✗ the period is shortened";
select pg_temp.cut(pg_temp.try($$update delegation_report set to_body_id = 3 where matter_id = 1$$)) as "A29 ✗ to another body";
select pg_temp.cut(pg_temp.try($$update delegation_report set body_id = 1 where matter_id = 1$$)) as "A29 ✗ from another body";

-- what was decided is changed beneath the report
select pg_temp.cut(pg_temp.try($$update delegated_decision set decided_on = '2025-04-01' where matter_id = 2 and number = 1$$)) as "A29 ✗ moved out of the period";
select pg_temp.cut(pg_temp.try($$update decision set on_behalf_of = null where meeting_id = 3$$)) as "A29 ✗ turns out not to be by delegation";
select pg_temp.cut(pg_temp.try($$delete from decision where meeting_id = 3$$)) as "A29 ✗ deleted";
select pg_temp.cut(pg_temp.try($$delete from delegated_decision where matter_id = 2 and number = 1$$)) as "A29 ✗ deleted, outside meetings";
begin;
update agenda_item set opened_at = null, decided_at = null where meeting_id = 3;
select pg_temp.cut(pg_temp.try($$update meeting set day = '2025-04-01', starts_at = '2025-04-01 09:00', opened_at = '2025-04-01 09:00' where id = 3$$)) as "A29 ✗ its meeting is moved";
rollback;

-- ---- received ----

select pg_temp.board(10, '2025-04-23', 3, 1), pg_temp.board(11, '2025-05-21', 3, 1), pg_temp.board(12, '2025-06-18', 3, 3);
insert into decision (meeting_id, position, kind, outcome, text) values (10, 1, 'procedural', 'tabled', 'Bordläggs'), (10, 2, 'noting', 'noted', 'Noteras'),
	(12, 1, 'noting', 'noted', 'Noteras');
insert into decision (meeting_id, position, text) values (11, 1, 'Anmälan godkänns');
create function pg_temp.receive(meeting bigint, pos integer, day date, handed_over date default '2025-04-02') returns text
language plpgsql
as $$
declare
	answer text;
begin
	answer := pg_temp.try(format('update delegation_report set meeting_id = %s, position = %s, received_on = %L, handed_over_on = %L where matter_id = 1 and number = 1',
		meeting, pos, day, handed_over));
	update delegation_report set received_on = null, meeting_id = null, position = null, handed_over_on = '2025-04-02' where matter_id = 1 and number = 1;
	return pg_temp.cut(answer);
end
$$;
select pg_temp.receive(10, 2, '2025-04-23') as "A29 ✓ noted";
select pg_temp.receive(11, 1, '2025-05-21') as "A29 ✓ settled";
select pg_temp.receive(10, 1, null) as "I12 ✓ taken up and tabled: not received";
select pg_temp.receive(10, 2, '2025-04-23', '2025-04-23') as "A29 ✓ handed over that day";
select pg_temp.receive(10, 2, '2025-04-23', null) as "A29 ✓ nobody has said when it was handed over";
select pg_temp.receive(10, 1, '2025-04-23') as "A29 ✗ tabled";
select pg_temp.receive(10, 3, '2025-04-23') as "A29 ✗ without a decision";
select pg_temp.receive(10, 2, '2025-04-22') as "A29 ✗ on another day";
select pg_temp.receive(10, 2, '2025-04-23', '2025-04-24') as "A29 ✗ handed over afterwards";
select pg_temp.receive(12, 1, '2025-06-18') as "A29 ✗ at an item of another matter";
select pg_temp.receive(3, 1, '2025-03-31') as "A29 ✗ at an item of no matter";
update agenda_item set matter_id = 1 where meeting_id = 4;
select pg_temp.receive(4, 1, '2025-04-01', null) as "A29 ✗ at the committee's own meeting";

-- and what it rests on does not change afterwards
update delegation_report set meeting_id = 10, position = 2, received_on = '2025-04-23' where matter_id = 1 and number = 1;
select pg_temp.cut(pg_temp.try($$update decision set withdrawn_at = '2025-04-23 10:00' where meeting_id = 10 and position = 2$$)) as "A29 ✗ withdrawn";
select pg_temp.cut(pg_temp.try($$update decision set kind = 'procedural', outcome = 'referred_back' where meeting_id = 10 and position = 2$$)) as "A29 ✗ referred back";
select pg_temp.cut(pg_temp.try($$update agenda_item set matter_id = null where meeting_id = 10 and position = 2$$)) as "A29 ✗ no longer about the matter";
select pg_temp.cut(pg_temp.try($$update agenda_item set matter_id = 3 where meeting_id = 10 and position = 2$$)) as "A29 ✗ about another";
select item, rule, status, finding from explain_matter(1) where rule like 'report%' and id = 1 order by 2, 4;

-- ---- once ----

-- a tabled report comes again: its lines in another
insert into delegation_report (matter_id, number, body_id, to_body_id, period, handed_over_on) values (1, 2, 2, 1, '[2025-01-01,2025-07-01)', '2025-05-01');
select pg_temp.cut(pg_temp.try($$insert into delegation_report_item (matter_id, number, line, meeting_id, position, point) values (1, 2, 1, 2, 1, 1), (1, 2, 2, 4, 1, 1)$$)) as "I12 ✓ while it has not been received";
select item, rule, status, finding from explain_matter(1) where rule = 'report_once';
select pg_temp.try($$update delegation_report set meeting_id = 11, position = 1, received_on = '2025-05-21' where matter_id = 1 and number = 2$$) as "A29 ✗ reported twice";
begin;
update delegation_report set received_on = null where matter_id = 1 and number = 1;
select pg_temp.cut(pg_temp.try($$update delegation_report set meeting_id = 11, position = 1, received_on = '2025-05-21' where matter_id = 1 and number = 2$$)) as "I12 ✓ the first was tabled";
select pg_temp.cut(pg_temp.try($$update delegation_report set received_on = '2025-04-23' where matter_id = 1 and number = 1$$)) as "A29 ✗ reported twice, the other way round";
rollback;
select pg_temp.cut(pg_temp.try($$delete from delegation_report_item where matter_id = 1 and number = 2 and line = 1$$)) as "taken out";
select pg_temp.cut(pg_temp.try($$update delegation_report set meeting_id = 11, position = 1, received_on = '2025-05-21' where matter_id = 1 and number = 2$$)) as "A29 ✓ once";
select pg_temp.cut(pg_temp.try($$insert into delegation_report_item (matter_id, number, line, meeting_id, position, point) values (1, 2, 1, 2, 1, 1)$$)) as "A29 ✗ a line is added later";
select pg_temp.cut(pg_temp.try($$update delegation_report_item set meeting_id = 3 where matter_id = 1 and number = 2 and line = 2$$)) as "A29 ✗ a line is changed";
select pg_temp.cut(pg_temp.try($$insert into delegation_report_item (matter_id, number, line, meeting_id, position, point) values (1, 1, 3, 3, 1, 1)$$)) as "A29 ✗ twice in one report";

-- in reports of two matters
insert into delegation_report (matter_id, number, body_id, to_body_id, period) values (3, 2, 1, 1, '[2025-01-01,2025-07-01)');
insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number) values (3, 2, 1, 2, 1), (3, 2, 2, 2, 2);
select pg_temp.cut(pg_temp.try($$update delegation_report set meeting_id = 12, position = 1, received_on = '2025-06-18' where matter_id = 3$$)) as "A29 ✗ two reports at the same meeting";
select pg_temp.cut(pg_temp.try($$update delegation_report set meeting_id = 12, position = 1, received_on = '2025-06-18' where matter_id = 3 and number = 2$$)) as "A29 ✓ one of them";

-- what could not be undone is admitted of one of the two, and told
select count(admit_matter_deviation(3, 2, 'report_once', 'Anmäld två gånger av misstag')) as admitted;
select pg_temp.cut(pg_temp.try($$update delegation_report set meeting_id = 12, position = 1, received_on = '2025-06-18' where matter_id = 3 and number = 1$$)) as "A29 admitted";
select item, status, finding, hint from explain_matter(3) where rule = 'report_once';

-- past the rules
set session_replication_role = replica;
update delegated_decision set decided_on = '2025-07-01' where matter_id = 2 and number = 2;
update decision set kind = 'procedural', outcome = 'tabled' where meeting_id = 11 and position = 1;
update delegation_report_item set meeting_id = 2 where matter_id = 1 and number = 2;
reset session_replication_role;
select id, item, rule, finding from governance.verify_registry('delegation_reports') where rule like 'report%' order by 1, 2, 3;
-- what the rules say of what is stored in the end
\set rules 'report_delegator report_period report_received'
\i :srcdir/data/verdicts.sql
drop schema delegation_reports cascade;
