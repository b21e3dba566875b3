-- Who may be entered on the roll, and in which capacity (rules.md A7, A8, A26,
-- A27, A28, L11, L16, I3, I7).
\set registry attendance_rules
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset tuples_only on

select pg_temp.meeting(1, '2025-03-12', 3);

-- A7, A28, L11: members and substitutes hold their seats
select 'A28 ✓ a substitute who does not serve attends', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity) values (1, 8, 'non_serving_substitute')$$);
select 'A7 ✗ an outsider as member', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity) values (1, 18, 'serving_member')$$);
select 'A28 ✗ an outsider as substitute', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity) values (1, 18, 'non_serving_substitute')$$);
select 'A7 ✗ a substitute as member', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity) values (1, 9, 'serving_member')$$);
delete from attendance where person_id in (6, 7);
select 'A7 ✗ a member as substitute', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, serves_for) values (1, 6, 'serving_substitute', 7)$$);
select 'A7 ✗ serves for somebody who is no member', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, serves_for) values (1, 9, 'serving_substitute', 18)$$);
select 'A7 ✓ serves for a member who is absent', pg_temp.try($$
	update attendance set capacity = 'serving_substitute', serves_for = 7 where person_id = 8$$);
-- L16: called in
select 'L16 ✓ called in', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity)
	values (1, 18, 'guest'), (1, 15, 'secretary')$$);

-- A8: a commissioner with the duty to present
select 'A8 ✓ attends', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity) values (1, 17, 'commissioner')$$);
delete from attendance where person_id = 18;
select 'A8 ✗ without the duty', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity) values (1, 18, 'commissioner')$$);
select 'A8 ✗ the right of another ground', pg_temp.try($$
	update attendance set person_id = 16 where person_id = 17$$);
-- A26: the city director
select 'A26 ✓ takes part', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity) values (1, 16, 'city_director')$$);
select 'A26 ✗ somebody else', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity) values (1, 18, 'city_director')$$);

-- the rights are judged on the day of the meeting, and again when they change
select 'A8 ✗ the right is taken back from before the meeting', pg_temp.try($$
	update attendance_right set valid = '[2023-01-01,2025-03-12)' where person_id = 17$$);
select 'A8 ✓ the right ends the day after the meeting', pg_temp.try($$
	update attendance_right set valid = '[2023-01-01,2025-03-13)' where person_id = 17$$);
select 'A8 ✗ the meeting moves to a day without the right', pg_temp.try($$
	update agenda_item set opened_at = null, decided_at = null where meeting_id = 1;
	update meeting set day = '2025-03-13', starts_at = '2025-03-13 09:00', opened_at = '2025-03-13 09:00' where id = 1$$);
select 'A26 ✓ the right remains while the office ends', pg_temp.try($$
	delete from office where kind = 'city_director'$$);
select 'A26 ✗ office and right end', pg_temp.try($$
	delete from attendance_right where person_id = 16$$);
select 'I7 ✗ the seat ends before the meeting', pg_temp.try($$
	update membership set valid = '[2023-01-01,2025-03-12)' where body_id = 2 and person_id = 4$$);
select 'I7 ✓ the seat ends the day after the meeting', pg_temp.try($$
	update membership set valid = '[2023-01-01,2025-03-13)' where body_id = 2 and person_id = 4$$);
update membership set valid = '[2023-01-01,2027-01-01)' where body_id = 2 and person_id = 4;

-- A27: the presenter
select 'A27 ✗ appointed by nobody', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity) values (1, 18, 'presenter')$$);
select 'A27 ✗ appointed by the secretary', pg_temp.try($$
	insert into office (body_id, person_id, kind, valid, appointed_by) values (2, 18, 'presenter', '[2025-03-01,2025-04-01)', 15)$$);
select 'A27 ✗ appointed, nobody says by whom', pg_temp.try($$
	insert into office (body_id, person_id, kind, valid) values (2, 18, 'presenter', '[2025-03-01,2025-04-01)')$$);
select 'A27 ✗ appointed by the vice chair while the chair serves', pg_temp.try($$
	insert into office (body_id, person_id, kind, valid, appointed_by) values (2, 18, 'presenter', '[2025-03-01,2025-04-01)', 2)$$);
insert into hindrance (id, body_id, person_id, valid, reason) values (1, 2, 1, '[2025-03-01,2025-03-02)', 'Sjuk');
select 'A27 ✓ appointed by the vice chair while the chair was prevented', pg_temp.try($$
	insert into office (body_id, person_id, kind, valid, appointed_by) values (2, 18, 'presenter', '[2025-03-01,2025-04-01)', 2);
	insert into attendance (meeting_id, person_id, capacity) values (1, 18, 'presenter')$$);
select 'A27 ✗ the chair was not prevented', pg_temp.try($$delete from hindrance$$);
select 'A27 ✓ appointed by the chair', pg_temp.try($$
	update office set appointed_by = 1 where kind = 'presenter';
	delete from hindrance$$);
select 'A27 ✗ the appointment is taken back', pg_temp.try($$delete from office where kind = 'presenter'$$);
select 'A27 ✗ and does not hold on the day', pg_temp.try($$
	update office set valid = '[2025-04-01,2025-05-01)' where kind = 'presenter'$$);
select 'A27 ✓ the deputy city director', pg_temp.try($$
	update office set kind = 'deputy_city_director', appointed_by = null where kind = 'presenter'$$);

-- I3: once at any point, in as many ranges as it takes
select pg_temp.meeting(2, '2025-04-09', 4);
update attendance set to_item = 2, to_point = 'opened' where meeting_id = 2 and person_id = 5;
select 'I3 ✓ comes back', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, from_item) values (2, 5, 'serving_member', 4)$$);
select 'I3 ✓ from the very next point', pg_temp.try($$
	update attendance set from_item = 2, from_point = 'decided' where meeting_id = 2 and person_id = 5 and from_item = 4$$);
select 'I3 ✗ twice at one point', pg_temp.try($$
	update attendance set to_point = 'decided' where meeting_id = 2 and person_id = 5 and from_item = 1$$);
select 'I3 ✗ also in another capacity', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, from_item) values (2, 1, 'guest', 3)$$);

-- A26: excluded case by case
insert into attendance (meeting_id, person_id, capacity) values (2, 16, 'city_director');
select 'A26 ✗ excluded, and present', pg_temp.try($$
	insert into exclusion (meeting_id, position, person_id, reason) values (2, 2, 16, 'Rör direktörens anställning')$$);
update attendance set to_item = 1 where meeting_id = 2 and person_id = 16;
insert into attendance (meeting_id, person_id, capacity, from_item) values (2, 16, 'city_director', 3);
select 'A26 ✓ excluded from one case', pg_temp.try($$
	insert into exclusion (meeting_id, position, person_id, reason) values (2, 2, 16, 'Rör direktörens anställning')$$);
select 'A26 ✗ present after all when it is decided', pg_temp.try($$
	update attendance set from_item = 2, from_point = 'decided' where meeting_id = 2 and person_id = 16 and from_item = 3$$);
select 'A26 ✗ without a reason', pg_temp.try($$
	update exclusion set reason = ' '$$);
delete from attendance where meeting_id = 2 and person_id = 16;
select 'A26 ✓ three of four', pg_temp.try($$
	insert into exclusion (meeting_id, position, person_id, reason) values (2, 1, 16, 'Skäl'), (2, 3, 16, 'Skäl')$$);
select 'A26 ✗ a blanket exclusion', pg_temp.try($$
	insert into exclusion (meeting_id, position, person_id, reason) values (2, 4, 16, 'Skäl')$$);
select 'A26 ✗ the only item left was the fourth', pg_temp.try($$
	delete from agenda_item where meeting_id = 2 and position = 4$$);
select 'L11 ✗ a substitute cannot be excluded', pg_temp.try($$
	insert into exclusion (meeting_id, position, person_id, reason) values (2, 1, 8, 'Skäl')$$);

-- the same as rows
select "position", rule, status, finding, citation from explain_meeting(2)
where rule in ('capacity_held', 'commissioner_right', 'city_director_right',
	'presenter_office', 'attendance_once', 'excluded_absent', 'exclusion_particular');
select rule, finding from explain_meeting(1)
where rule in ('capacity_held', 'commissioner_right', 'city_director_right', 'presenter_office');

-- I20: what is learned about a closed meeting is recorded, not refused
update meeting set closed_at = '2025-03-12 11:00' where id = 1;
select 'I20 ✓ the right was lost before the closed meeting', pg_temp.try($$
	update attendance_right set valid = '[2023-01-01,2025-03-12)' where person_id = 17$$);
select rule, found, reason from deviation;

-- what was stored without asking is found again: a presenter whom the
-- secretary appointed, a member who is a guest as well
set session_replication_role = replica;
insert into office (body_id, person_id, kind, valid, appointed_by) values (2, 18, 'presenter', '[2025-06-01,2025-07-01)', 15);
insert into attendance (meeting_id, person_id, capacity, from_item) values (2, 3, 'guest', 2);
reset session_replication_role;
select id, item, rule, finding from governance.verify_registry('attendance_rules')
where rule in ('presenter_appointed', 'attendance_once', 'commissioner_right');
