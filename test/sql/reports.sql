-- What is decided and what is due, as of the days around one meeting: the views
-- todo and decision_register, and the same as of any day (rules.md A1, A3, A10,
-- A18, A19, I11, I14, I16, I19, I20, L18, L19, L24).
\set registry reports
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset fieldsep ' | '
\pset footer off

-- what is due of the committee on a day
prepare due(date) as
select rule, what, due, days_left, status from todo_as_of($1) where body_id = 2 and object <> 'body' order by rule, due, what;
-- what is decided, and how far it has come
prepare decided(date) as
select position as item, point, attested_on, posted_on, appealable, appeal_until, appeal_pending, legal_force_on
from decision_register_as_of($1) where meeting_id = 1 order by 1, 2;

-- Wednesday 10 December 2025: an election, a decision on the board's behalf, a
-- tabling, and one that is withdrawn at the table
select pg_temp.meeting(1, '2025-12-10', 3) \g /dev/null
update agenda_item set section = handled, area = 1;
update agenda_item set kind = 'preparation' where position = 3;
insert into election (meeting_id, position, purpose) values (1, 1, 'justerare');
insert into candidate (meeting_id, position, person_id) values (1, 1, 3);
insert into decision (meeting_id, position, point, kind, outcome, text, on_behalf_of, withdrawn_at) values
	(1, 1, 1, 'election', 'elected', 'Öberg väljs att justera protokollet.', null, null),
	(1, 2, 1, 'settling', 'approved', 'Utskottet beslutar på styrelsens vägnar.', 1, null),
	(1, 2, 2, 'settling', 'rejected', 'Utskottet avslår på styrelsens vägnar.', 1, '2025-12-10 09:14'),
	(1, 3, 1, 'procedural', 'tabled', 'Ärendet bordläggs.', null, null);
update meeting set closed_at = '2025-12-10 11:00' where id = 1;

\echo A18: the day before, the day, the day after
execute due('2025-12-09');
execute due('2025-12-10');
execute due('2025-12-11');
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values
	(1, 'summons', '2025-12-03 12:00', 1), (1, 'agenda', '2025-12-03 12:00', 1);
\echo A18: only the minutes lack
execute due('2025-12-11');
insert into minutes (meeting_id, responsible_id) values (1, 1);
insert into adjuster (meeting_id, person_id, position) values (1, 3, 1);

\echo L18: nothing before the meeting; 14 days from it are Christmas Eve: until 29 December
execute due('2025-12-09');
execute decided('2025-12-09');
execute due('2025-12-10');
execute decided('2025-12-10');
\echo L18 ✓ in time on the 29th, ✗ late on the 30th
execute due('2025-12-29');
execute due('2025-12-30');
select citation, wording, object, object_id from todo_as_of('2025-12-30') where rule = 'attestation_days';

-- attested on Thursday the 18th: announced by Saturday, which is Monday
insert into attestation (meeting_id, person_id, role, signed_at) values
	(1, 1, 'chair', '2025-12-18 10:00'), (1, 3, 'adjuster', '2025-12-18 11:00');
\echo L18: not attested the day before
execute due('2025-12-17');
execute decided('2025-12-17');
\echo A19, L19: attested, to be announced; what cannot be appealed has legal force
execute due('2025-12-18');
execute decided('2025-12-18');
\echo L19 ✓ in time on the 22nd, ✗ late on the 23rd
execute due('2025-12-22');
execute due('2025-12-23');
select citation, wording from todo_as_of('2025-12-23') where rule = 'notice_days';

insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-12-19', 'Stadshuset');
\echo L24: not announced on the 18th, announced on the 19th, appealable until 9 January
execute due('2025-12-18');
execute due('2025-12-19');
execute decided('2025-12-19');
execute due('2026-01-09');
execute decided('2026-01-09');
\echo L24: the day after, the notice may go and the decisions have legal force
execute due('2026-01-10');
execute decided('2026-01-10');
update public_notice set taken_down_on = '2026-01-10';
\echo I16 ✓ taken down the day after
execute due('2026-01-10');
execute decided('2026-01-10');

update public_notice set taken_down_on = '2026-01-09';
\echo I16 ✗ taken down on the last day; the day before it is still there
execute due('2026-01-08');
execute due('2026-01-09');
execute decided('2026-01-10');

insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2026-01-14', 'Stadshuset');
\echo I14: a new notice, and its own clock; the day before it, none
execute due('2026-01-13');
execute due('2026-01-14');
execute decided('2026-02-04');
execute decided('2026-02-05');

insert into appeal (meeting_id, position, filed_on, court) values (1, 2, '2026-02-04', 'Förvaltningsrätten i Stockholm');
\echo L24: appealed on the last day; not of the day before, and no legal force after
execute decided('2026-02-03');
execute decided('2026-02-05');
update appeal set outcome = 'rejected', concluded_on = '2026-05-04';
\echo L24: rejected on 4 May
execute decided('2026-05-03');
execute decided('2026-05-04');
update appeal set filed_on = '2026-02-05';
\echo L24: a late appeal changes nothing
execute decided('2026-02-05');

-- the whole row, once
select * from decision_register_as_of('2026-05-04') where position = 2 \gx

-- I20: what was admitted for the item or the whole meeting is shown; the other
-- items do not show the item's
select admit_deviation(1, 2, 'agreement_kept', 'klubbat'), admit_deviation(1, null, 'meeting_place', 'lokalen ej angiven') \g /dev/null
select position, deviations from decision_register_as_of('2026-05-04') order by 1;

-- I19: a duty cites the rules of the day of the meeting, though others are in
-- force when it falls due
update regulation set valid = '[2020-01-01,2025-12-20)' where body_id = 2;
insert into regulation (id, body_id, title, valid) values (99, 2, 'Nytt reglemente', '[2025-12-20,)');
insert into provision (regulation_id, citation, ordinal, wording) values (99, '9 §', 1, 'Utskottet har sju ledamöter och sju ersättare.');
insert into rule_setting (regulation_id, rule, value, citation)
select 99, r.rule, r.value, '9 §' from (values ('notice_days', '1'), ('seats', '7'), ('substitute_seats', '7'),
	('requests_needed', '2'), ('request_max_days', '30'), ('item_area', '4')) r(rule, value);
select rule, due, citation as "I19: the former" from todo_as_of('2025-12-22') where rule in ('attestation_days', 'notice_days');
update public_notice set taken_down_on = null;
delete from appeal;
delete from public_notice;
select rule, due, citation as "I19: the former" from todo_as_of('2025-12-22') where rule in ('attestation_days', 'notice_days');

-- A3: a seat falls vacant on the day it is not held any more, until it is filled
update membership set valid = '[2023-01-01,2026-02-01)' where body_id = 1 and person_id in (6, 7, 14);
\echo A3: all seats are filled, then 5 of 7 and 6 of 7
select rule, what, due, status, citation from todo_as_of('2026-01-31') where rule like '%seats' order by 1;
select rule, what, due, status, citation from todo_as_of('2026-02-01') where rule like '%seats' order by 1;
insert into membership (body_id, person_id, role, valid) values (1, 18, 'member', '[2026-03-01,2027-01-01)');
insert into membership (body_id, person_id, role, valid, decided_by) values (2, 18, 'member', '[2026-03-01,2027-01-01)', 1);
select rule, what from todo_as_of('2026-02-28') where rule like '%seats' order by 1;
select rule, what from todo_as_of('2026-03-01') where rule like '%seats' order by 1;

-- A10, I11: a meeting that two members ask for on 2 March is held within 30 days
insert into meeting_request (id, body_id, requested_on, subject) values (1, 2, '2026-03-02', 'Läget');
insert into meeting_requester values (1, 3), (1, 8);
\echo A10 ✗ a member and a substitute
select rule, what from todo_as_of('2026-03-02') where rule = 'requests_needed';
insert into meeting_requester values (1, 4);
\echo A10: open from the day of the request; I11: in time until 1 April, late on the 2nd
select rule, what, due, days_left, status from todo_as_of('2026-03-01') where rule = 'requests_needed';
select rule, what, due, days_left, status, citation from todo_as_of('2026-03-02') where rule = 'requests_needed';
select rule, what, due, days_left, status from todo_as_of('2026-04-01') where rule = 'requests_needed';
select rule, what, due, days_left, status from todo_as_of('2026-04-02') where rule = 'requests_needed';
insert into meeting (id, body_id, day, place, starts_at, ground, request_id) values
	(2, 2, '2026-04-07', 'Stadshuset', '2026-04-07 09:00', 'members', 1);
\echo A10: a meeting that is only planned is not held
select rule, what, due, days_left, status from todo_as_of('2026-04-07') where rule = 'requests_needed';
update meeting set opened_at = '2026-04-07 09:00' where id = 2;
select rule, what, due, days_left, status from todo_as_of('2026-04-06') where rule = 'requests_needed';
select rule, what, due, days_left, status from todo_as_of('2026-04-07') where rule = 'requests_needed';

-- A1: an item without an area, from the day of the meeting, unless it is cancelled
insert into meeting (id, body_id, day, place, starts_at) values (3, 2, '2026-05-13', 'Stadshuset', '2026-05-13 09:00');
insert into agenda_item (meeting_id, position, title) values (3, 1, 'Språkvän');
select rule, what, due, status from todo_as_of('2026-05-12') where rule = 'item_area';
select rule, what, due, status from todo_as_of('2026-05-13') where rule = 'item_area';
update meeting set cancelled_at = '2026-05-12 09:00' where id = 3;
\echo A1, A18: of a cancelled meeting nothing is due
select rule, what from todo_as_of('2026-06-01') where object = 'meeting' and object_id = 3;

-- I26: 14 days from the last sitting
insert into meeting (id, body_id, day, place, starts_at, opened_at) values
	(4, 2, '2026-06-10', 'Stadshuset', '2026-06-10 09:00', '2026-06-10 09:00');
insert into sitting (meeting_id, number, opened_at, closed_at, first_item) values
	(4, 1, '2026-06-10 09:00', '2026-06-10 17:00', 1), (4, 2, '2026-06-15 09:00', '2026-06-15 12:00', 2);
insert into minutes (meeting_id, responsible_id) values (4, 1);
select what, due, status from todo_as_of('2026-06-29') where rule = 'attestation_days' and object_id = 4;
select what, due, status from todo_as_of('2026-06-30') where rule = 'attestation_days' and object_id = 4;

-- the day asked for is of that call only, and may be set for the views
set governance.as_of = '2026-02-01';
select count(*) from todo_as_of('2025-12-09') where object <> 'body';
show governance.as_of;
select rule, what from todo where rule like '%seats' order by 1;
select count(*) from decision_register;
reset governance.as_of;
-- every duty follows from a provision
select rule, what from todo_as_of('2026-06-30') where citation is null;
