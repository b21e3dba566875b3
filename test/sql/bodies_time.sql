-- How long a body lasts, what ends with a seat, and what never changes
-- (rules.md E3, E10, I7, I18, I20).
\set registry bodies_time
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset footer off
-- the refusal without the wording that it cites
create function pg_temp.refused(statement text) returns text
language sql as $$select regexp_replace(pg_temp.try(statement), ': "[^"]*"', '')$$;
create view seats as
	select body_id as body, 'seat: ' || role as what, person_id as person, valid from membership
	union all
	select body_id, 'office: ' || kind, person_id, valid from office;

-- I7 with meetings: nobody serves without a seat in a meeting that is open; of a
-- closed one it is recorded (I20)
begin;
select pg_temp.meeting(1, '2025-03-12', 1), pg_temp.meeting(2, '2025-06-11', 1) \g /dev/null
insert into decision (meeting_id, position, text) values (1, 1, 'Bifall'), (2, 1, 'Bifall');
update meeting set closed_at = '2025-03-12 10:00' where id = 1;
select pg_temp.refused($$update membership set valid = '[2023-01-01,2025-06-01)' where body_id = 1 and person_id = 7$$) as "I7 ✗ a member leaves the board, and served after that";
select pg_temp.refused($$update membership set valid = '[2023-01-01,2025-06-12)' where body_id = 1 and person_id = 7$$) as "I7 ✓ the day after the meeting";
select pg_temp.refused($$update membership set valid = '[2023-01-01,2025-06-11)' where body_id = 1 and person_id = 7$$) as "I7 ✗ the day of the meeting";
select pg_temp.refused($$with roll as (update attendance set person_id = 8, capacity = 'serving_substitute' where meeting_id = 2 and person_id = 7)
	update membership set valid = '[2023-01-01,2025-06-01)' where body_id = 1 and person_id = 7$$) as "I7 ✓ before it, and the roll of the meeting is corrected";
select * from seats where person = 7;
select meeting_id, person_id, capacity from attendance where person_id in (7, 8) order by 1;
select pg_temp.refused($$update membership set valid = '[2023-01-01,2025-03-01)' where body_id = 1 and person_id = 7$$) as "I7, I20 ✓ before the closed meeting too";
select * from seats where person = 7;
select pg_temp.refused($$update membership set valid = '[2023-01-01,2025-02-01)' where body_id = 1 and person_id = 7$$) as "recorded once, however often it is learned";
select meeting_id, "position", rule, found, reason, citation from deviation;
select * from governance.verify_registry('bodies_time');
-- the chair, too, was none in that meeting
select pg_temp.refused($$with roll as (update attendance set person_id = 9, capacity = 'serving_substitute' where meeting_id = 2 and person_id = 1)
	update membership set valid = '[2023-01-01,2025-02-01)' where body_id = 1 and person_id = 1$$) as "L13 ✗ presided after leaving";
select pg_temp.refused($$with roll as (update attendance set person_id = 9, capacity = 'serving_substitute' where meeting_id = 2 and person_id = 1),
		presides as (update presiding set person_id = 2, ground = 'vice_chair' where meeting_id = 2)
	update membership set valid = '[2023-01-01,2025-02-01)' where body_id = 1 and person_id = 1$$) as "L13 ✓ the vice chair had presided";
select * from seats where person = 1;
select meeting_id, "position", rule, found from deviation order by id;
rollback;

-- I7: leaving the board ends the committee seat, and the office in it
select pg_temp.try($$update membership set valid = '[2023-01-01,2025-06-01)' where body_id = 1 and person_id = 1$$) as "I7 the chair leaves the board";
select * from seats where person = 1;
-- a successor in the same statement; the person stays as substitute
select pg_temp.refused($$with a as (update membership set valid = '[2023-01-01,2025-06-01)' where body_id = 1 and person_id = 5)
	insert into membership (body_id, person_id, role, valid) values (1, 5, 'substitute', '[2025-06-01,2027-01-01)')$$) as "I7 ✓ from member to substitute of the board";
select * from seats where person = 5;
select pg_temp.refused($$update membership set valid = '[2023-06-01,2027-01-01)' where body_id = 1 and person_id = 6$$) as "I7 ✗ nothing would remain: the seat began before";
select pg_temp.refused($$delete from membership where body_id = 1 and person_id = 6$$) as "I7 ✗ nothing would remain of the seat";
select pg_temp.refused($$delete from membership where person_id = 6$$) as "I7 ✓ both deleted in one statement";
select pg_temp.refused($$update membership set person_id = 18 where body_id = 1 and person_id = 7$$) as "I7 ✗ another person in the seat from its first day";
-- leaving the committee only: the office in it ends
select pg_temp.refused($$update membership set valid = '[2023-01-01,2025-07-01)' where body_id = 2 and person_id = 2$$) as "L13 the vice chair leaves the committee";
select * from seats where person = 2;
-- the rule in another mode: nothing ends, the breach is told or recorded
select id as own from regulation where body_id = 2 \gset
update rule_setting set mode = 'record' where rule = 'chosen_from_parent' and regulation_id = :own;
select pg_temp.refused($$update membership set valid = '[2023-01-01,2025-06-01)' where body_id = 1 and person_id = 8$$) as "I7 in record mode";
select pg_temp.refused($$update membership set valid = '[2023-01-01,2025-06-01)' where body_id = 1 and person_id = 8$$) as "the same again is recorded once";
select * from seats where person = 8;
select body_id, rule, citation, found from deviation;
update rule_setting set mode = 'enforce' where rule = 'chosen_from_parent' and regulation_id = :own;
select rule, finding from governance.verify_registry('bodies_time');

-- a seat until the term's end follows the term
update membership set until_parent_term = true where body_id = 2 and person_id = 9;
select pg_temp.refused($$update term set valid = '[2023-01-01,2026-11-01)' where body_id = 1$$) as "A5 the term is cut short";
select * from seats where person = 9;
select pg_temp.refused($$update term set valid = '[2023-01-01,2027-01-01)' where body_id = 1$$) as "A5 and prolonged";
select * from seats where person = 9;
select pg_temp.refused($$update term set valid = '[2023-01-01,2027-02-01)' where body_id = 1$$) as "A5, A4 ✗ prolonged, but not the seat in the board";
select pg_temp.refused($$delete from term where body_id = 1$$) as "A5 ✗ the term is deleted";
select pg_temp.refused($$insert into term values (1, '[2026-12-01,2030-01-01)')$$) as "✗ terms do not overlap";

-- E3, I18: a temporary body (body_lifetime, body_extension,
-- seat_within_lifetime)
insert into body (id, name, kind, valid) values
	(4, 'Arbetsgruppen', 'working_group', '[2018-01-01,2018-09-01)');
insert into matter (id, body_id, title, opened_on) values (1, 4, 'Integration', '2018-01-01');
insert into document (matter_id, number, kind, direction, title, dated_on) values (1, 1, 'report', 'drawn_up', 'Rapport', '2018-07-01');
insert into membership (body_id, person_id, valid) values (4, 15, '[2018-01-01,2018-09-01)');
create function pg_temp.meets(id bigint, body bigint, day date) returns text
language sql as $$
select pg_temp.refused(format('insert into meeting (id, body_id, day, place, starts_at) values (%s, %s, %L, %L, %L)', id, body, day, 'Rådhuset', day + time '09:00'))
$$;
select pg_temp.meets(41, 4, '2018-08-31') as "E3 ✓ 08-31", pg_temp.meets(42, 4, '2018-09-01') as "E3 ✗ 09-01",
	pg_temp.meets(43, 4, '2018-01-01') as "E3 ✓ the first day";
select pg_temp.meets(44, 4, '2017-12-31') as "I19 ✓ before the law was in force";
delete from meeting where id = 44;
select pg_temp.refused($$update meeting set day = '2018-09-01', starts_at = '2018-09-01 09:00' where id = 41$$) as "E3 ✗ moved";
select pg_temp.refused($$insert into sitting values (41, 1, '2018-08-31 09:00', '2018-08-31 17:00', 1), (41, 2, '2018-09-01 09:00', null, 2)$$) as "E3 ✗ a second sitting on 09-01";
select pg_temp.refused($$update membership set valid = '[2018-01-01,2018-09-02)' where body_id = 4$$) as "I18 ✗ a seat outlasts the body";
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid) values (4, 15, 'convener', '[2017-12-01,2018-09-01)')$$) as "I18 ✗ an office before the body";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-08-01)', dissolved_on = '2018-07-01',
	report_matter_id = 1, report_number = 1, reported_on = '2018-07-01' where id = 4$$) as "I18 ✗ ends before its seats and meetings";
select pg_temp.refused($$update body set valid = '[2018-01-01,2019-01-01)' where id = 4$$) as "I18 ✗ extended by no decision";
select pg_temp.refused($$update body set valid = '[2018-01-01,2019-01-01)', extended_on = '2018-09-01' where id = 4$$) as "I18 ✗ decided after expiry";
select pg_temp.refused($$update body set valid = '[2018-01-01,2019-01-01)', extended_on = '2018-08-31' where id = 4$$) as "I18 ✓ decided on the last day";
select pg_temp.refused($$update body set valid = '[2018-01-01,2019-02-01)' where id = 4$$) as "I18 ✗ again, by the same decision";
select pg_temp.meets(42, 4, '2018-09-01') as "I18 ✓ 09-01";
-- a closed meeting is not undone: the breach is recorded (I20)
update meeting set opened_at = starts_at, closed_at = starts_at + interval '1 hour' where id = 42;
update membership set valid = '[2018-01-01,2018-09-01)' where body_id = 4;
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-09-01)', dissolved_on = '2018-08-31',
	report_matter_id = 1, report_number = 1, reported_on = '2018-07-01' where id = 4$$) as "I20 ✓ a closed meeting is not undone";
select meeting_id, rule, found, reason from deviation where meeting_id = 42;

-- E10: two boards merge from 2019 (succession_day)
insert into body (id, name, kind) values (5, 'Barnnämnden', 'board'), (6, 'Skolnämnden', 'board'), (7, 'Utbildningsnämnden', 'board');
insert into membership (body_id, person_id, valid) values (5, 15, '[2018-01-01,2019-01-01)'), (6, 16, '[2018-01-01,2020-01-01)');
select pg_temp.meets(51, 5, '2019-01-02') as "E10 ✓ while it has no successor";
select pg_temp.refused($$insert into body_succession values (5, 7, '2019-01-01')$$) as "E10 ✗ a meeting is planned on a later day";
select pg_temp.refused($$update meeting set cancelled_at = '2018-12-01' where id = 51$$) as "E10 it is cancelled";
select pg_temp.refused($$insert into body_succession values (5, 7, '2019-01-01')$$) as "E10 ✓ the merger";
select pg_temp.meets(52, 5, '2018-12-31') as "E10 ✓ 2018-12-31", pg_temp.meets(53, 5, '2019-01-01') as "E10 ✗ 2019-01-01",
	pg_temp.meets(54, 7, '2019-01-01') as "E10 ✓ the successor";
select pg_temp.refused($$update meeting set cancelled_at = null where id = 51$$) as "E10 ✗ the cancelled meeting again";
select pg_temp.refused($$insert into body_succession values (6, 7, '2019-01-01')$$) as "E10 ✗ a seat outlasts the board";
select pg_temp.refused($$update body_succession set day = '2018-12-31' where predecessor_id = 5$$) as "E10 ✗ an earlier day";

-- I19: each day is judged by the version in force on it
insert into body (id, name, kind) values (8, 'Kulturnämnden', 'board');
insert into regulation (id, body_id, title, valid) values
	(98, 8, 'Reglemente för kulturnämnden', '[2018-01-01,2019-01-01)'), (99, 8, 'Nytt reglemente för kulturnämnden', '[2019-01-01,)');
insert into provision values (98, '1 §', 1, 'Nämnden har två ledamöter.'), (99, '1 §', 1, 'Nämnden har en ledamot.');
insert into rule_setting (regulation_id, rule, value, citation)
select r, rule, case rule when 'seats' then 100 - r end, '1 §' from unnest(array[98, 99]) r, unnest(array['seats', 'seats_taken']) rule;
select pg_temp.refused($$insert into membership (body_id, person_id, valid) values (8, 15, '[2018-01-01,2019-07-01)'), (8, 16, '[2018-01-01,2019-01-02)')$$) as "I19 ✗ two seats on the first day of the new version";
select pg_temp.refused($$insert into membership (body_id, person_id, valid) values (8, 15, '[2018-01-01,2019-07-01)'), (8, 16, '[2018-01-01,2019-01-01)')$$) as "I19 ✓ two until then";
select pg_temp.refused($$insert into membership (body_id, person_id, valid) values (8, 17, '[2018-12-31,2019-01-01)')$$) as "I19 ✗ three on the last day of the old one";

-- what never changes (body_kind_fixed, meeting_body_fixed)
select pg_temp.refused($$update body set kind = 'preparation' where id = 4$$) as "✗ the kind of a body that has met";
select pg_temp.refused($$update body set kind = 'preparation', founded_by = 'KS' where id = 6$$) as "✓ of one that has not";
select pg_temp.refused($$update meeting set body_id = 7 where id = 52$$) as "✗ a meeting moves to another body";
begin;
insert into meeting (id, body_id, day, place, starts_at) values (60, 4, '2018-03-01', 'Rådhuset', '2018-03-01 09:00');
delete from meeting where id = 60;
insert into meeting (id, body_id, day, place, starts_at) values (60, 7, '2025-03-01', 'Rådhuset', '2025-03-01 09:00');
select pg_temp.refused($$update meeting set day = '2018-09-02', starts_at = '2018-09-02 09:00' where id = 60$$) as "✓ made anew in another body, and judged by that";
rollback;

-- what the rules say of what is stored in the end
\set rules 'body_report'
\i :srcdir/data/verdicts.sql
