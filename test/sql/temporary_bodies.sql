-- Bodies with an end: what ends them, what they owe and what they leave open,
-- and what hangs on who takes their place (rules.md E3, E5, E6, E10, I17, I18;
-- body_extension, body_dissolution, body_report, presidium_distinct,
-- open_at_end).
\set registry temporary_bodies
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset fieldsep ' | '
\pset footer off
-- the refusal without the wording that it cites
create function pg_temp.refused(statement text) returns text
language sql as $$select regexp_replace(pg_temp.try(statement), ': "[^"]*"', '')$$;
create function pg_temp.meets(id bigint, body bigint, day date) returns text
language sql as $$
select pg_temp.refused(format('insert into meeting (id, body_id, day, place, starts_at, opened_at) values (%s, %s, %L, %L, %L, %5$L)', id, body, day, 'Rådhuset', day + time '09:00'))
$$;
-- what is due of bodies on a day
create function pg_temp.due(day date) returns table (rule text, body bigint, what text, object text, object_id bigint, due date, ruled_on date, citation text)
language plpgsql as $$
begin
	perform set_config('governance.as_of', day::text, true);
	return query select d.rule, d.body_id, d.what, d.object, d.object_id, d.due, d.ruled_on, s.citation
	from body_duty d
	left join lateral setting_on(d.body_id, d.ruled_on, d.rule) s on true
	where d.rule <> 'secretariat' order by 1, 4, 5, 3;
	perform set_config('governance.as_of', '', true);
end
$$;

-- Alingsås: a working group of the council, to the end of August 2018
insert into body (id, name, kind) values (3, 'Kommunfullmäktige', 'council');
insert into body (id, name, kind, parent_id, valid) values
	(4, 'Arbetsgruppen', 'working_group', 3, '[2018-01-01,2018-09-01)');
insert into matter (id, body_id, number, title, opened_on) values (1, 3, 'KS 2017/700', 'Arbetsgrupp för integration', '2017-11-29');
insert into document (matter_id, number, kind, direction, title, dated_on) values
	(1, 1, 'report', 'drawn_up', 'Slutrapport', '2018-06-20');

-- E3 (body_lifetime): the upper bound is no day of the body
select pg_temp.meets(41, 4, '2018-08-31') as "E3 ✓ meets on 08-31", pg_temp.meets(42, 4, '2018-09-01') as "E3 ✗ on 09-01";
update meeting set cancelled_at = '2018-08-01', opened_at = null where id = 41;
select body_id, first_day, last_day, ended, extended_on, dissolved_on, reported_on, successor_id, heir_id from body_end;

-- I18 (body_extension): only by a decision dated before expiry, each time by
-- another one
begin;
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-10-01)' where id = 4$$) as "I18 ✗ no decision";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-10-01)', extended_on = '2018-09-01' where id = 4$$) as "I18 ✗ the day after the last";
select pg_temp.refused($$update body set valid = '[2018-01-01,)', extended_on = '2018-09-01' where id = 4$$) as "I18 ✗ nor for ever";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-10-01)', extended_on = '2018-08-31' where id = 4$$) as "I18 ✓ the last day";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-11-01)' where id = 4$$) as "I18 ✗ the same decision again";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-11-01)', extended_on = '2018-09-30' where id = 4$$) as "I18 ✓ another, on the new last day";
set governance.as_of = '2018-09-29';
select last_day, ended, extended_on as "not yet" from body_end where body_id = 4;
set governance.as_of = '2018-09-30';
select last_day, ended, extended_on from body_end where body_id = 4;
reset governance.as_of;
rollback;

-- E5 (body_dissolution, body_report): not before its time without a report
begin;
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-07-01)' where id = 4$$) as "E5 ✗ by no decision";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-07-01)', dissolved_on = '2018-09-01' where id = 4$$) as "E5 ✗ decided when it had ended";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-07-01)', dissolved_on = '2018-06-18' where id = 4$$) as "E5 ✗ no report";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-07-01)', dissolved_on = '2018-06-18',
	report_matter_id = 1, report_number = 1, reported_on = '2018-07-01' where id = 4$$) as "E5 ✗ reported on the day after the last";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-07-01)', dissolved_on = '2018-06-18',
	report_matter_id = 1, report_number = 2, reported_on = '2018-06-20' where id = 4$$) as "E5 ✗ no such document";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-07-01)', dissolved_on = '2018-06-18',
	report_matter_id = 1, report_number = 1, reported_on = null where id = 4$$) as "E5 ✗ on no day";
select pg_temp.refused($$update body set dissolved_on = '2018-06-18' where id = 4$$) as "E5 ✗ dissolved, on whatever day";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-07-01)', dissolved_on = '2018-06-18',
	report_matter_id = 1, report_number = 1, reported_on = '2018-06-30' where id = 4$$) as "E5 ✓ reported on the last day";
select pg_temp.meets(43, 4, '2018-06-30') as "E3 ✓ the new last day", pg_temp.meets(44, 4, '2018-07-01') as "E3 ✗ the day after";
select pg_temp.refused($$update body set report_matter_id = null, report_number = null where id = 4$$) as "E5 ✗ the report is taken away";
select pg_temp.refused($$update body set reported_on = '2018-07-01' where id = 4$$) as "E5 ✗ and moved";
select pg_temp.refused($$update body set reported_on = '2018-06-20' where id = 4$$) as "E5 ✓ to an earlier day";
select pg_temp.refused($$delete from document where matter_id = 1$$) as "E5 ✗ the document is deleted";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-06-01)', dissolved_on = '2018-05-18' where id = 4$$) as "E5 ✗ once more, before the report";
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-07-15)', extended_on = '2018-06-30' where id = 4$$) as "I18 ✓ and yet prolonged";
-- past the rules
select rule, finding from governance.verify_registry('temporary_bodies');
set local session_replication_role = replica;
update body set report_matter_id = null, report_number = null, reported_on = null where id = 4;
set local session_replication_role = origin;
select id, rule, finding, citation from governance.verify_registry('temporary_bodies');
rollback;
-- one that has no end is given one: no dissolution
begin;
insert into body (id, name, kind, parent_id, valid) values (9, 'Utan slut', 'working_group', 3, '[2018-01-01,)');
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-12-01)' where id = 9$$) as "E5 ✓ an end is set";
select pg_temp.refused($$update body set valid = '[2018-02-01,2018-12-01)' where id = 9$$) as "E5 ✓ a later beginning is no end";
select pg_temp.refused($$update body set valid = '[2018-02-01,2018-11-30)' where id = 9$$) as "E5 ✗ a day less";
rollback;
-- a body that a law says nothing of is dissolved as its regulation says
begin;
insert into body (id, name, kind, valid) values (9, 'Projektkontoret', 'unit', '[2018-01-01,2019-01-01)');
select pg_temp.refused($$update body set valid = '[2018-01-01,2018-07-01)' where id = 9$$) as "E5 ✓ no rule";
insert into regulation (id, body_id, title, valid) values (99, 9, 'Uppdrag', '[2018-01-01,)');
insert into provision values (99, '1 §', 1, 'Kontoret återkommer med rapport.');
insert into rule_setting (regulation_id, rule, citation, mode) values (99, 'body_report', '1 §', 'record');
select pg_temp.refused($$update body set dissolved_on = '2018-05-01' where id = 9$$) as "E5 in record mode";
select body_id, rule, citation, found from deviation;
rollback;

-- E5: at the end of its time it ends; the report is a duty, late from the day
-- after the last
select rule, body, what, due, citation from pg_temp.due('2017-12-31');
select rule, body, what, due, citation from pg_temp.due('2018-01-01');
select rule, body, what, due, citation from pg_temp.due('2018-08-31');
select rule, body, what, due, ruled_on, citation from pg_temp.due('2018-09-01');
update body set report_matter_id = 1, report_number = 1, reported_on = '2018-09-03' where id = 4;
select rule, body, what, due from pg_temp.due('2018-09-02');
select rule, body, what, due from pg_temp.due('2018-09-03');

-- E6 (single_office, presidium_distinct): conveners
insert into regulation (id, body_id, title, valid) values (98, 4, 'Uppdrag för arbetsgruppen', '[2018-01-01,)');
insert into provision values (98, '2 §', 1, 'Gruppen har en sammankallande och en vice sammankallande.');
insert into rule_setting (regulation_id, rule, citation) values (98, 'single_office', '2 §'), (98, 'presidium_distinct', '2 §');
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid) values
	(4, 1, 'convener', '[2018-01-01,2018-05-01)'), (4, 2, 'vice_convener', '[2018-01-01,2018-09-01)')$$) as "E6 ✓ one of each";
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid) values (4, 3, 'convener', '[2018-04-30,2018-09-01)')$$) as "E6 ✗ two conveners on a day";
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid) values (4, 3, 'vice_convener', '[2018-08-31,2018-09-01)')$$) as "E6 ✗ two vice conveners";
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid) values (4, 2, 'convener', '[2018-05-01,2018-09-01)')$$) as "E6 ✗ both the same person";
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid) values (4, 2, 'secretary', '[2018-05-01,2018-09-01)')$$) as "E6 ✓ who may be secretary";
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid) values (4, 3, 'convener', '[2018-05-01,2018-09-01)')$$) as "E6 ✓ a successor";

-- I18: what is open at sunset
select pg_temp.meets(45, 4, '2018-08-15') \g /dev/null
insert into matter (id, body_id, title, opened_on, closed_on) values
	(2, 4, 'Boendefrågan', '2018-02-01', null), (3, 4, 'Praktikplatser', '2018-02-01', '2018-08-31'),
	(4, 4, 'Avslutas sedan', '2018-02-01', '2018-09-02'), (5, 3, 'Fullmäktiges ärende', '2018-02-01', null),
	(6, 3, 'Avslutat ärende', '2018-02-01', '2018-08-20');
insert into agenda_item (meeting_id, position, title, handled, matter_id) values
	(45, 1, 'Bordlagt', 1, null), (45, 2, 'Återremitterat', 2, 5), (45, 3, 'Gruppens eget', 3, 2),
	(45, 4, 'Noterat', 4, null), (45, 5, 'Bordlagt i avslutat ärende', 5, 6), (45, 6, 'Ajournerat', 6, null);
insert into decision (meeting_id, position, kind, outcome, text) values
	(45, 1, 'procedural', 'tabled', 'Bordläggs.'), (45, 2, 'procedural', 'referred_back', 'Återremitteras.'),
	(45, 3, 'procedural', 'tabled', 'Bordläggs.'), (45, 4, 'noting', 'noted', 'Noteras.'),
	(45, 5, 'procedural', 'tabled', 'Bordläggs.'), (45, 6, 'procedural', 'adjourned', 'Ajourneras.');
insert into assignment (matter_id, number, text, given_by_id, given_on, done_on) values
	(1, 1, 'Återkomma med rapport', 3, '2018-01-31', null), (1, 2, 'Kartlägga', 3, '2018-01-31', '2018-09-01'),
	(1, 3, 'Bjuda in', 3, '2018-01-31', '2018-09-02');
insert into assignment_body (matter_id, number, body_id) values (1, 1, 4), (1, 2, 4), (1, 3, 4), (1, 3, 1);
insert into referral (matter_id, number, sender_id, sent_on, answer_by) values
	(1, 1, 3, '2018-06-01', '2018-10-01'), (1, 2, 3, '2018-06-01', '2018-10-01');
insert into referral_recipient (matter_id, number, body_id) values (1, 1, 4), (1, 2, 4), (1, 1, 2);
insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 2, 4, 'office', '2018-09-01');
\echo I18: on its last day nothing is left, though much is open
set governance.as_of = '2018-08-31';
select body_id, last_day, kind, title, matter_id, meeting_id, number, heir_id, citation from left_open;
\echo I18: the day after; what was closed, done and answered that day is not open
set governance.as_of = '2018-09-01';
select body_id, last_day, kind, title, matter_id, meeting_id, number, heir_id, citation from left_open order by kind, matter_id, meeting_id, number;
select count(*) from left_open where body_id <> 4;
reset governance.as_of;
select * from pg_temp.due('2018-09-01') where rule = 'open_at_end';
\echo I18: a day later two more are closed
select what from pg_temp.due('2018-09-02') where rule = 'open_at_end';
-- handed over, one by one
update matter set body_id = 3 where id = 2;
update assignment_body set body_id = 1 where number = 1;
insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 1, 4, 'declined', '2018-09-03');
select what from pg_temp.due('2018-09-03') where rule = 'open_at_end';

-- E10: the council takes the group's place, and what was put off comes up there
select pg_temp.meets(46, 3, '2018-09-10') \g /dev/null
select pg_temp.refused($$insert into agenda_item (meeting_id, position, title, continues_meeting_id, continues_position)
	values (46, 1, 'Bordlagt', 45, 1)$$) as "E10 ✗ another body continues an item";
insert into body_succession values (4, 3, '2018-09-01');
select pg_temp.refused($$insert into agenda_item (meeting_id, position, title, continues_meeting_id, continues_position)
	values (46, 1, 'Bordlagt', 45, 1)$$) as "E10 ✓ its successor does";
insert into agenda_item (meeting_id, position, title, matter_id) values (46, 2, 'Fullmäktiges ärende', 5);
select what from pg_temp.due('2018-09-09') where rule = 'open_at_end';
select what from pg_temp.due('2018-09-10') where rule = 'open_at_end';
update meeting set opened_at = null, cancelled_at = '2018-09-09' where id = 46;
\echo not taken up at a meeting that was cancelled
select what from pg_temp.due('2018-09-10') where rule = 'open_at_end';
update meeting set opened_at = starts_at, cancelled_at = null where id = 46;
select pg_temp.refused($$delete from body_succession$$) as "E10 ✗ the succession is undone";
select pg_temp.refused($$update body_succession set successor_id = 1$$) as "E10 ✗ another takes its place";
select pg_temp.refused($$update body_succession set predecessor_id = 2$$) as "E10 ✗ it takes another's place";
select rule, finding from governance.verify_registry('temporary_bodies');
-- a line of two: what is between them goes
begin;
update agenda_item set continues_meeting_id = null, continues_position = null where meeting_id = 46;
delete from body_succession;
insert into body (id, name, kind, founded_by) values (7, 'Beredningen', 'preparation', 'KS § 1/2018'), (8, 'Nya beredningen', 'preparation', 'KS § 2/2018');
insert into body_succession values (4, 7, '2018-09-01'), (7, 8, '2018-11-01');
select pg_temp.meets(47, 8, '2018-11-05') \g /dev/null
select pg_temp.refused($$insert into agenda_item (meeting_id, position, title, continues_meeting_id, continues_position)
	values (47, 1, 'Bordlagt', 45, 1)$$) as "E10 ✓ the successor's successor";
select pg_temp.refused($$delete from body_succession where predecessor_id = 7$$) as "E10 ✗ the second step is undone";
select pg_temp.refused($$delete from body_succession where predecessor_id = 4$$) as "E10 ✗ and the first";
select pg_temp.refused($$with c as (update agenda_item set continues_meeting_id = null, continues_position = null where meeting_id = 47)
	delete from body_succession where predecessor_id = 7$$) as "E10 ✓ with the item";
rollback;

-- I22, E10: minutes that the successor attests
update meeting set closed_at = '2018-08-15 11:00' where id = 45;
insert into presiding (meeting_id, person_id) values (46, 5);
insert into minutes (meeting_id, responsible_id) values (45, 1);
begin;
update agenda_item set section = handled where meeting_id = 45;
insert into presiding (meeting_id, person_id) values (45, 1);
insert into attestation (meeting_id, person_id, role, signed_at, hindrance, later_meeting_id) values
	(45, 5, 'later_meeting', '2018-09-10 12:00', 'Gruppen har upphört.', 46);
select rule, found from deviation where meeting_id = 45;
update agenda_item set continues_meeting_id = null, continues_position = null where meeting_id = 46;
delete from body_succession;
\echo I20, I22: of a closed meeting it is recorded
select rule, found from deviation where meeting_id = 45;
rollback;

-- bodies without a parent or successor answer for themselves
begin;
insert into body (id, name, kind, valid) values (9, 'Samrådet', 'advisory_council', '[2018-01-01,2018-03-01)');
insert into matter (id, body_id, title, opened_on) values (9, 9, 'Lokaler', '2018-02-01');
select rule, body, what, due, ruled_on, citation from pg_temp.due('2018-03-01') where body = 9;
rollback;
