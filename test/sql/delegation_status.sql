-- How decisions by delegation are reported: four times a year in each reading,
-- as of any day; what is not reported; what is due (rules.md A29, I12, L4, L24).
\set registry delegation_status
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql
\i :srcdir/data/delegation.sql

-- the committee decides on the first and last days of quarters
select pg_temp.decide(n, day) from (values (1, date '2025-01-01'), (2, '2025-03-31'), (3, '2025-04-01'), (4, '2025-06-30'),
	(5, '2025-07-15'), (6, '2025-10-01'), (7, '2025-12-31')) m(n, day) \g /dev/null
insert into matter (id, body_id, number, title, opened_on) values (1, 2, 'KS 2025/10', 'Anmälan av delegationsbeslut', '2025-01-07');

-- a report of all that was decided in a period, received on a day
create function pg_temp.report(report integer, period daterange, meeting bigint, received date) returns void
language sql
as $$
select pg_temp.board(meeting, received, 1, 1);
insert into decision (meeting_id, position, kind, outcome, text) values (meeting, 1, 'noting', 'noted', 'Noteras');
insert into delegation_report (matter_id, number, body_id, to_body_id, period, handed_over_on, meeting_id, position, received_on)
values (1, report, 2, 1, period, least(upper(period) + 6, received), meeting, 1, received);
insert into delegation_report_item (matter_id, number, line, meeting_id, position, point)
select 1, report, row_number() over (order by m.id), m.id, o.position, o.point
from decision o join meeting m on m.id = o.meeting_id
where m.body_id = 2 and m.day <@ period and o.on_behalf_of = 1;
$$;
\set status 'select period, due, decided, reported, received, received_in_time as in_time, in_no_report as in_none, left_behind, required, reports, reports_in_year || \'/\' || required_in_year as of_year, late, too_few, breach from delegation_status where body_id = 2 and year = 2025 order by 1'
\set duty 'select rule, what, object, object_id, due, ruled_on from delegation_duty order by due, rule, what'

-- A29 ✓ one report a quarter, each on the last day there is
begin;
select pg_temp.report(1, '[2025-01-01,2025-04-01)', 21, '2025-06-30'), pg_temp.report(2, '[2025-04-01,2025-07-01)', 22, '2025-09-30'),
	pg_temp.report(3, '[2025-07-01,2025-10-01)', 23, '2025-12-31'), pg_temp.report(4, '[2025-10-01,2026-01-01)', 24, '2026-03-31') \g /dev/null
set local governance.as_of = '2025-03-31';
:status; :duty;
set local governance.as_of = '2025-04-07';
:status; :duty;
set local governance.as_of = '2025-06-30';
:status; :duty;
set local governance.as_of = '2026-04-01';
:status; :duty;
select body_id, to_body_id, delegation_id, decided_on, text, to_report, meeting_id, report_number as report, report_line as line, handed_over_on, received_on
from delegated order by decided_on;
set local governance.as_of = '2025-07-01';
select decided_on, report_number as report, handed_over_on, received_on from delegated order by decided_on;
rollback;

-- A29 ✗ a day late
begin;
select pg_temp.report(1, '[2025-01-01,2025-04-01)', 21, '2025-07-01') \g /dev/null
set local governance.as_of = '2025-06-30';
:status; :duty;
set local governance.as_of = '2025-07-01';
:status; :duty;
rollback;

-- A29 ✗ three in a year: the last covers two quarters
begin;
select pg_temp.report(1, '[2025-01-01,2025-04-01)', 21, '2025-06-30'), pg_temp.report(2, '[2025-04-01,2025-07-01)', 22, '2025-09-30'),
	pg_temp.report(3, '[2025-07-01,2026-01-01)', 23, '2026-01-14') \g /dev/null
set local governance.as_of = '2026-04-01';
:status; :duty;
rollback;
-- ... also if it came in time for both
begin;
select pg_temp.report(1, '[2025-01-01,2025-04-01)', 21, '2025-06-30'), pg_temp.report(2, '[2025-04-01,2025-07-01)', 22, '2025-09-30'),
	pg_temp.report(3, '[2025-07-01,2026-01-01)', 23, '2025-12-31') \g /dev/null
set local governance.as_of = '2026-03-31';
:status;
set local governance.as_of = '2026-04-01';
:status;
rollback;

-- A29 ✗ a decision in no report, which a later one has passed over
begin;
select pg_temp.report(1, '[2025-01-01,2025-04-01)', 21, '2025-06-18') \g /dev/null
delete from delegation_report_item where matter_id = 1 and line = 2;
set local governance.as_of = '2025-06-18';
:status; :duty;
rollback;

-- I12 a report that was tabled comes again
begin;
select pg_temp.report(1, '[2025-01-01,2025-04-01)', 21, '2025-05-21') \g /dev/null
update delegation_report set received_on = null where matter_id = 1;
update decision set kind = 'procedural', outcome = 'tabled' where meeting_id = 21;
set local governance.as_of = '2025-05-22';
:status; :duty;
select pg_temp.board(22, '2025-06-18', 1, 1);
insert into decision (meeting_id, position, kind, outcome, text) values (22, 1, 'noting', 'noted', 'Noteras');
update delegation_report set meeting_id = 22, received_on = '2025-06-18' where matter_id = 1;
set local governance.as_of = '2025-06-18';
:status; :duty;
rollback;

-- a decision is withdrawn, the delegation does not report, or ends
begin;
update decision set withdrawn_at = '2025-01-01 09:10' where meeting_id = 1;
delete from decision where meeting_id > 4;
update delegation set reported = false, valid = '[2023-01-01,2025-07-01)' where id = 1;
insert into delegation (id, body_id, from_body_id, subject, reported, valid) values (9, 2, 1, 'Bidrag', true, '[2025-04-01,2025-07-01)');
set local governance.as_of = '2025-12-31';
select decided_on, delegation_id, to_report from delegated order by 1;
:status;
rollback;

-- ---- the other readings (I12), by boards whose employees decide ----

insert into person (id, name) values (20, 'Handläggare');
insert into body (id, name, kind) select n, 'Nämnd ' || n, 'board' from generate_series(4, 8) n;
insert into regulation (id, body_id, title, valid) select n, n, 'Delegationsordning ' || n, '[2020-01-01,)' from generate_series(4, 8) n;
insert into provision select n, '1 §', 1, 'Beslut anmäls så här.' from generate_series(4, 8) n;
insert into rule_setting (regulation_id, rule, value, citation) values
	(4, 'delegation_reports_a_year', '4', '1 §'), (4, 'delegation_report_reading', 'count', '1 §'),
	(5, 'delegation_reports_a_year', '4', '1 §'), (5, 'delegation_report_reading', 'gap', '1 §'), (5, 'delegation_largest_gap', '100', '1 §'),
	(6, 'delegation_reports_a_year', '4', '1 §'), (6, 'delegation_nil_reports', 'true', '1 §'),
	(7, 'delegation_reports_a_year', '2', '1 §'), (8, 'delegation_reported', 'false', '1 §');
select pg_temp.try($$insert into rule_setting (regulation_id, rule, value, citation) values (7, 'delegation_report_reading', 'month', '1 §')$$);
insert into delegation (id, body_id, from_body_id, employee, subject, valid)
select n, n, n, 'handläggaren', 'Bidrag', case n when 4 then daterange('2025-04-01', null) else daterange('2025-01-01', null) end from generate_series(4, 8) n;
insert into matter (id, body_id, title, opened_on) select n, n, 'Beslut', '2025-01-01' from generate_series(4, 8) n;
insert into delegated_decision (matter_id, number, delegation_id, body_id, person_id, decided_on, text)
select n, k, n, n, 20, date '2025-01-10' + 30 * k, 'Beslut ' || k from generate_series(4, 7) n, generate_series(case n when 4 then 3 else 1 end, 6) k
where n <> 6 or k = 1;
-- what rules say of reports is not what is asked here
create function pg_temp.told(board bigint, report integer, period daterange, received date) returns void
language sql
as $$
insert into meeting (id, body_id, day, place, starts_at) values (board * 100 + report, board, received, 'Rådhuset', received + time '09:00');
insert into agenda_item (meeting_id, position, title) values (board * 100 + report, 1, 'Anmälan');
insert into delegation_report (matter_id, number, body_id, to_body_id, period, meeting_id, position, received_on)
values (board, report, board, board, period, board * 100 + report, 1, received);
insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number)
select board, report, row_number() over (order by e.number), board, e.number from delegated_decision e where e.matter_id = board and e.decided_on <@ period;
$$;
set session_replication_role = replica;
select pg_temp.told(4, 1, '[2025-04-01,2025-05-01)', '2025-05-14'), pg_temp.told(4, 2, '[2025-05-01,2025-07-01)', '2025-08-20'),
	pg_temp.told(5, 1, '[2025-01-01,2025-04-11)', '2025-04-11'), pg_temp.told(5, 2, '[2025-04-11,2025-07-21)', '2025-07-21'),
	pg_temp.told(6, 1, '[2025-01-01,2025-04-01)', '2025-04-16'), pg_temp.told(6, 2, '[2025-07-01,2025-10-01)', '2025-10-15'),
	pg_temp.told(7, 1, '[2025-01-01,2025-07-01)', '2025-12-31') \g /dev/null
reset session_replication_role;
-- written past the triggers, so derived now (the trigger puts the day that is right)
update delegated_decision set done_on = '-infinity';
\set status 'select body_id as body, reading, period, due, decided, received, in_no_report as in_none, left_behind as behind, required, reports, reports_a_year as a_year, reports_in_year || \'/\' || coalesce(required_in_year::text, \'\') as of_year, late, too_few, breach from delegation_status where body_id > 2 order by 1, 3'
set governance.as_of = '2025-07-20';
:status; select d.* from delegation_duty d where body_id > 2 order by body_id, due, what;
set governance.as_of = '2026-01-01';
:status; select d.* from delegation_duty d where body_id > 2 order by body_id, due, what;
-- as many as a year that has begun in April needs: three
set session_replication_role = replica;
select pg_temp.told(4, 3, '[2025-07-01,2025-12-01)', '2025-12-31') \g /dev/null
reset session_replication_role;
select period, required, reports, late, too_few, breach from delegation_status where body_id = 4 and year = 2025;
-- parts of the year
select day, p as parts, part_of_year(day, p) from unnest(array['2025-01-01', '2025-03-31', '2025-04-01', '2024-02-29', '2025-12-31']::date[]) day, unnest(array[4, 2, 3, 5, 12, 24, 1, 0]) p order by 1, 2;

-- ---- L4: urgent, at the next meeting ----

insert into delegation (id, body_id, from_body_id, office, subject, urgent, valid) values (10, 1, 1, 'chair', 'Brådskande', true, '[2023-01-01,2027-01-01)');
insert into matter (id, body_id, title, opened_on) values (10, 1, 'Ordförandebeslut', '2025-01-01');
select pg_temp.board(31, '2025-02-12', 1, 10), pg_temp.board(32, '2025-02-19', 1, 10), pg_temp.board(33, '2025-03-12', 1, 10) \g /dev/null
insert into decision (meeting_id, position, kind, outcome, text) select m, 1, 'noting', 'noted', 'Noteras' from generate_series(31, 33) m;
insert into meeting (id, body_id, day, place, starts_at, cancelled_at) values (34, 1, '2025-02-13', 'Rådhuset', '2025-02-13 09:00', '2025-02-12 12:00');
insert into delegated_decision (matter_id, number, delegation_id, body_id, person_id, decided_on, text) values
	(10, 1, 10, 1, 1, '2025-02-11', 'Vattenskada'), (10, 2, 10, 1, 1, '2025-02-12', 'Stormskada'), (10, 3, 10, 1, 1, '2025-02-20', 'Elavbrott');
insert into delegation_report (matter_id, number, body_id, to_body_id, period, meeting_id, position, received_on) values
	(10, 1, 1, 1, '[2025-02-01,2025-02-12)', 31, 1, '2025-02-12'), (10, 2, 1, 1, '[2025-02-12,2025-02-19)', 33, 1, '2025-03-12');
insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number) values (10, 1, 1, 10, 1), (10, 2, 1, 10, 2);
\set urgent 'select number, decided_on, next_meeting_on, received_on, skipped from delegated where urgent order by 1'
\set duty 'select rule, what, object, object_id, due, ruled_on from delegation_duty where body_id = 1 order by due, rule, what'
set governance.as_of = '2025-02-19';
:urgent; :duty;
set governance.as_of = '2025-02-20';
:urgent; :duty;
set governance.as_of = '2025-03-13';
:urgent; :duty;

-- ---- L4: not reported, but can be appealed ----

insert into delegated_decision (matter_id, number, delegation_id, body_id, person_id, decided_on, text, appealable) values
	(8, 1, 8, 8, 20, '2025-11-26', 'Bidrag beviljas', true), (8, 2, 8, 8, 20, '2025-11-26', 'Bidrag avslås', null), (8, 3, 8, 8, 20, '2025-11-26', 'Remiss skickas', false);
\set unreported 'select number, decided_on, minuted_on, posted_on, taken_down_on, appeal_until, taken_down_early as early, appeal_over_on from unreported_decision order by 1'
\set duty 'select rule, what, object, object_id, due, ruled_on from delegation_duty where body_id = 8 order by due, rule, what'
set governance.as_of = '2025-11-27';
select number, appealable, to_report from delegated where body_id = 8 order by 1;
:unreported; :duty;
update delegated_decision set minuted_on = '2025-12-02' where matter_id = 8 and number < 3;
update delegated_decision set posted_on = '2025-12-03' where matter_id = 8 and number = 1;
set governance.as_of = '2025-12-02';
:unreported; :duty;
-- L24: announced on 2025-12-03, until 2025-12-24, which moves to 2025-12-29
set governance.as_of = '2025-12-29';
:unreported; :duty;
set governance.as_of = '2025-12-30';
:unreported; :duty;
-- I16: taken down on the last day it has not run, on the day after it has
update delegated_decision set taken_down_on = '2025-12-29' where matter_id = 8 and number = 1;
:unreported; :duty;
update delegated_decision set taken_down_on = '2025-12-30' where matter_id = 8 and number = 1;
:unreported; :duty;
-- posted again
update delegated_decision set posted_on = '2026-01-08', taken_down_on = null where matter_id = 8 and number = 1;
set governance.as_of = '2026-01-29';
:unreported; :duty;
drop schema delegation_status cascade;
