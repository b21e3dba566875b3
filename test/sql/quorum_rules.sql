-- How many must be present, and how many must agree (rules.md A20, A21, L5,
-- L6, I1, I3, I6).
\set registry quorum_rules
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset tuples_only on

-- A20: four of seven
select pg_temp.meeting(1, '2025-03-12', 6);
delete from attendance where person_id > 4;
select 'A20 ✓ 4', pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'Bifall')$$);
select 'A20 ✗ one leaves the decided item', pg_temp.try($$delete from attendance where person_id = 4$$);
delete from decision;
delete from attendance where person_id = 4;
insert into attendance (meeting_id, person_id, capacity) values
	(1, 9, 'non_serving_substitute'), (1, 10, 'non_serving_substitute');
select 'A20 ✗ 3 and two who do not serve', pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'Bifall')$$);
select rule, status, finding, hint from explain_item(1, 1) where rule in ('quorum_present', 'decision_agreement');
select 'A20 ✗ every kind of decision needs them', pg_temp.try($$
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 1, 'noting', 'noted', 'Noteras')$$);
select 'A20 ✓ the next in order serves', pg_temp.try($$
	update attendance set capacity = 'serving_substitute', serves_for = 4 where person_id = 9;
	insert into decision (meeting_id, position, text) values (1, 1, 'Bifall')$$);
-- withdrawn decisions are none
select 'I2 ✓ the decision is withdrawn, and one leaves', pg_temp.try($$
	update decision set withdrawn_at = '2025-03-12 09:20';
	update attendance set from_item = 2 where person_id = 3$$);
select 'A20 ✗ it cannot come back', pg_temp.try($$update decision set withdrawn_at = null$$);
select rule, status, finding from explain_item(1, 1) where rule = 'quorum_present';

-- I3: both points of the item
select 'I3 ✓ leaves when item 2 is decided', pg_temp.try($$
	update attendance set to_item = 2 where person_id = 3;
	insert into decision (meeting_id, position, text) values (1, 2, 'Bifall')$$);
select 'I3 ✗ left during item 2', pg_temp.try($$update attendance set to_point = 'opened' where person_id = 3$$);
select 'I3 ✗ 3 from item 3 on', pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 3, 'Bifall')$$);
insert into attendance (meeting_id, person_id, capacity, from_item, from_point) values (1, 5, 'serving_member', 3, 'decided');
select 'I3 ✗ came during item 3', pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 3, 'Bifall')$$);
select 'I3 ✓ came before item 4', pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 4, 'Bifall')$$);
select 'I3 ✗ item 3 was taken up between 4 and 5', pg_temp.try($$
	update agenda_item i set handled = o.handled, opened_at = o.opened_at, decided_at = o.decided_at
	from agenda_item o where (o.meeting_id, o.position) = (1, 7 - i.position) and i.position in (3, 4)$$);
-- an item that was not taken up
update agenda_item set handled = null, opened_at = null, decided_at = null where position = 6;
select rule, status, finding from explain_item(1, 6) where rule = 'quorum_present';

-- A20: recusal
select pg_temp.meeting(2, '2025-04-09', 1);
delete from attendance where meeting_id = 2 and person_id > 5;
insert into recusal (meeting_id, position, person_id, ground, self_declared) values (2, 1, 4, 'Granne', true);
select 'A20 ✓ 5 of whom 1 is recused', pg_temp.try($$insert into decision (meeting_id, position, text) values (2, 1, 'Bifall')$$);
select 'A20 ✗ 5 of whom 2 are recused', pg_temp.try($$
	insert into recusal (meeting_id, position, person_id, ground, self_declared) values (2, 1, 5, 'Anhörig', true)$$);

-- who comes next: the list of the empty seat, the recused skipped
delete from decision where meeting_id = 2;
delete from attendance where meeting_id = 2 and person_id = 3;
insert into attendance (meeting_id, person_id, capacity) select 2, p, 'non_serving_substitute' from generate_series(8, 11) p;
insert into recusal (meeting_id, position, person_id, ground, self_declared) values (2, 1, 8, 'Granne', true);
select 'A20 ✗ next is rank 2', pg_temp.try($$insert into decision (meeting_id, position, kind, text) values (2, 1, 'procedural', 'Bordläggs')$$);
update membership set valid = '[2023-01-01,2025-04-01)' where body_id = 2 and person_id = 6;
insert into substitution_order (body_id, member_id, substitute_id, rank) values (2, 3, 11, 1);
select 'A20 ✗ next is the first of the seat''s own list', pg_temp.try($$insert into decision (meeting_id, position, kind, text) values (2, 1, 'procedural', 'Bordläggs')$$);
delete from substitution_order;
select 'A20 ✗ no order: whoever is free', pg_temp.try($$insert into decision (meeting_id, position, kind, text) values (2, 1, 'procedural', 'Bordläggs')$$);
delete from attendance where meeting_id = 2 and capacity = 'non_serving_substitute' and person_id > 8;
select 'A20 ✗ nobody is free', pg_temp.try($$insert into decision (meeting_id, position, kind, text) values (2, 1, 'procedural', 'Bordläggs')$$);

-- L5, I6: more than half of the seats, filled or not
select n as seats, governance.required('>1/2', n) as needed from unnest('{6,7,13}'::integer[]) n;
insert into body (id, name, kind, founded_by) values (3, 'Byggnadsnämnden', 'board', 'Kommunfullmäktige');
insert into regulation (id, body_id, title, valid) values (100, 3, 'Reglemente för byggnadsnämnden', '[2020-01-01,)');
insert into provision (regulation_id, citation, ordinal, wording) values (100, '1 §', 1, 'Nämnden har ledamöter.');
insert into rule_setting (regulation_id, rule, value, citation) values (100, 'seats', '6', '1 §');
insert into membership (body_id, person_id, role, valid) select 3, p, 'member', '[2023-01-01,2027-01-01)' from generate_series(1, 5) p;
insert into office (body_id, person_id, kind, valid) values (3, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into meeting (id, body_id, day, place, starts_at, opened_at)
values (3, 3, '2025-03-05', 'Tekniska nämndhuset', '2025-03-05 13:00', '2025-03-05 13:00');
insert into agenda_item (meeting_id, position, title, handled) values (3, 1, 'Bygglov', 1);
insert into presiding (meeting_id, person_id) values (3, 1);
insert into attendance (meeting_id, person_id, capacity) select 3, p, 'serving_member' from generate_series(1, 3) p;
select 'L5 ✗ 3 of 6 seats, though 5 are filled', pg_temp.try($$insert into decision (meeting_id, position, text) values (3, 1, 'Bifall')$$);
insert into attendance (meeting_id, person_id, capacity) values (3, 4, 'serving_member');
select 'L5 ✓ 4 of 6', pg_temp.try($$insert into decision (meeting_id, position, text) values (3, 1, 'Bifall')$$);
select 'L6 ✗ no exemption in a board', pg_temp.try($$
	insert into recusal (meeting_id, position, person_id, ground, self_declared) values (3, 1, 4, 'Granne', true)$$);
-- where no regulation tells the seats, the members who hold one are counted
insert into body (id, name, kind, founded_by) values (5, 'Kulturnämnden', 'board', 'Kommunfullmäktige');
insert into membership (body_id, person_id, role, valid) select 5, p, 'member', '[2023-01-01,2027-01-01)' from generate_series(1, 5) p;
insert into office (body_id, person_id, kind, valid) values (5, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into meeting (id, body_id, day, place, starts_at, opened_at)
values (5, 5, '2025-03-06', 'Kulturhuset', '2025-03-06 13:00', '2025-03-06 13:00');
insert into agenda_item (meeting_id, position, title, handled) values (5, 1, 'Bidrag', 1);
insert into presiding (meeting_id, person_id) values (5, 1);
insert into attendance (meeting_id, person_id, capacity) select 5, p, 'serving_member' from generate_series(1, 3) p;
select 'I6 ✓ 3 of 5', pg_temp.try($$insert into decision (meeting_id, position, text) values (5, 1, 'Bifall')$$);
select 'I6 ✗ a sixth member is learned of', pg_temp.try($$
	insert into membership (body_id, person_id, role, valid) values (5, 6, 'member', '[2025-03-01,2027-01-01)')$$);

-- L6: the council's exemption for recusal
insert into body (id, name, kind) values (4, 'Kommunfullmäktige', 'council');
insert into membership (body_id, person_id, role, valid) select 4, p, case when p <= 13 then 'member' else 'substitute' end,
	'[2023-01-01,2027-01-01)' from generate_series(1, 14) p;
insert into office (body_id, person_id, kind, valid) values (4, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into meeting (id, body_id, day, place, starts_at, opened_at)
values (4, 4, '2025-03-03', 'Rådssalen', '2025-03-03 16:00', '2025-03-03 16:00');
insert into agenda_item (meeting_id, position, title, handled) select 4, i, 'Ärende', i from generate_series(1, 2) i;
insert into presiding (meeting_id, person_id) values (4, 1);
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values (4, 'announcement', '2025-02-20 12:00', 1);
select summon(4, '2025-02-20 12:00') \g /dev/null
insert into attendance (meeting_id, person_id, capacity) select 4, p, 'serving_member' from generate_series(1, 6) p;
select 'L5 ✗ council: 6 of 13', pg_temp.try($$insert into decision (meeting_id, position, text) values (4, 1, 'Bifall')$$);
insert into attendance (meeting_id, person_id, capacity) values (4, 7, 'serving_member');
select 'L5 ✓ council: 7 of 13', pg_temp.try($$insert into decision (meeting_id, position, text) values (4, 1, 'Bifall')$$);
select 'L6 ✓ council: two of the seven are recused', pg_temp.try($$
	insert into recusal (meeting_id, position, person_id, ground, self_declared, in_room) values
		(4, 1, 6, 'Granne', true, true), (4, 1, 7, 'Granne', true, false)$$);
select 'L6 ✓ council: and one leaves the room for it', pg_temp.try($$
	update agenda_item set handled = 3 - handled where meeting_id = 4;
	update attendance set to_item = 1, left_for = 'recusal' where meeting_id = 4 and person_id = 7$$);
select 'L6 ✗ council: left for another cause', pg_temp.try($$
	update attendance set left_for = 'other' where meeting_id = 4 and person_id = 7$$);
select 'L6 ✗ council: not for the item where nobody is recused', pg_temp.try($$
	delete from recusal where meeting_id = 4 and person_id = 7$$);
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item) values (4, 14, 'serving_substitute', 6, 2);
select rule, status, finding from explain_item(4, 1) where rule = 'quorum_present';
