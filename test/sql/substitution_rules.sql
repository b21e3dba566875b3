-- Who serves in whose seat and in which order (rules.md A7, L12, I4, I5, I6).
\set registry substitution_rules
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset tuples_only on

-- A meeting that lacks some members and has substitutes at the table.
create function pg_temp.meeting_without(id bigint, day date, items integer, absent bigint[], substitutes bigint[]) returns void
language sql
as $$
select pg_temp.meeting(id, day, items);
delete from attendance where meeting_id = id and person_id = any (absent);
insert into attendance (meeting_id, person_id, capacity)
select id, s, 'non_serving_substitute' from unnest(substitutes) s;
$$;
-- A substitute takes a seat from an item on.
create function pg_temp.serve(meeting bigint, substitute bigint, member bigint) returns text
language sql
as $$
select pg_temp.try(format('update attendance set capacity = ''serving_substitute'', serves_for = %L where meeting_id = %L and person_id = %L',
	member, meeting, substitute))
$$;

-- one person in a seat, one seat for a person
select pg_temp.meeting_without(1, '2025-03-12', 4, '{6,7}', '{8,9,10}');
select 'A7 ✗ for a member who is present', pg_temp.serve(1, 8, 1);
select 'A7 ✗ in a vacant seat where none is vacant', pg_temp.serve(1, 8, null);
select 'A7 ✗ rank 2 while rank 1 is free', pg_temp.serve(1, 9, 6);
select 'A7 ✓ rank 1', pg_temp.serve(1, 8, 6);
select 'A7 ✗ two for one member', pg_temp.serve(1, 9, 6);
select 'A7 ✓ rank 2 when rank 1 serves already', pg_temp.serve(1, 9, 7);
select 'A7 ✗ rank 3 where no seat is left', pg_temp.serve(1, 10, null);
delete from attendance where meeting_id = 1 and person_id = 9;
select 'A7 ✗ one substitute in two seats', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, serves_for, from_item) values (1, 8, 'serving_substitute', 7, 2)$$);
select 'A7 ✓ rank 3 when rank 2 is absent', pg_temp.serve(1, 10, 7);
select 'A7 ✗ rank 2 came after all', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity) values (1, 9, 'non_serving_substitute')$$);
select 'A7 ✓ rank 2 comes when the last item is decided, too late for it', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, from_item) values (1, 9, 'non_serving_substitute', 5)$$);
insert into attendance (meeting_id, person_id, capacity) values (1, 11, 'non_serving_substitute');
select 'A7 ✗ the order changes under the meeting', pg_temp.try($$
	update substitution_order set rank = case substitute_id when 8 then 4 else 1 end where substitute_id in (8, 11)$$);

-- the order of the day of the meeting (A7)
select pg_temp.meeting_without(2, '2025-04-09', 1, '{7}', '{8,9}');
select 'A7 ✓ a later order does not count', pg_temp.try($$
	update substitution_order set valid = '(,2025-04-10)' where substitute_id in (8, 9);
	insert into substitution_order (body_id, substitute_id, rank, valid) values (2, 9, 1, '[2025-04-10,)'), (2, 8, 2, '[2025-04-10,)')$$);
select 'A7 ✗ by the order of the day', pg_temp.serve(2, 9, 7);
select 'A7 ✓ by the order of the day', pg_temp.serve(2, 8, 7);
select pg_temp.meeting_without(3, '2025-04-10', 1, '{7}', '{8,9}');
select 'A7 ✗ by the later order', pg_temp.serve(3, 8, 7);
select 'A7 ✓ by the later order', pg_temp.serve(3, 9, 7);

-- a member comes late and takes the seat between items (L12, I5)
select pg_temp.meeting_without(4, '2025-05-14', 4, '{7}', '{9}');
select pg_temp.serve(4, 9, 7);
select 'L12 ✗ takes the seat and the substitute keeps it', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, from_item) values (4, 7, 'serving_member', 3)$$);
select 'I5 ✗ within an item', pg_temp.try($$
	with left_the_seat as (
		update attendance set to_item = 3, to_point = 'opened' where meeting_id = 4 and person_id = 9)
	insert into attendance (meeting_id, person_id, capacity, from_item, from_point) values (4, 7, 'serving_member', 3, 'decided')$$);
select 'L12 ✓ between items', pg_temp.try($$
	with left_the_seat as (
		update attendance set to_item = 2 where meeting_id = 4 and person_id = 9)
	insert into attendance (meeting_id, person_id, capacity, serves_for, from_item)
	values (4, 7, 'serving_member', null, 3), (4, 9, 'non_serving_substitute', null, 3)$$);
select 'I3 ✓ comes within an item to a seat that was empty', pg_temp.try($$
	update attendance set from_item = 2, from_point = 'decided' where meeting_id = 4 and person_id = 6$$);

-- a committee has no rule of incumbency, and who loses the link may return
select pg_temp.meeting_without(5, '2025-01-15', 4, '{7}', '{9}');
select pg_temp.serve(5, 9, 7);
select 'L12 ✗ in a committee the better rank goes first, though the other has begun', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, from_item) values (5, 8, 'non_serving_substitute', 3)$$);
select 'L12 ✓ and takes the seat', pg_temp.try($$
	with out as (update attendance set to_item = 2 where meeting_id = 5 and person_id = 9)
	insert into attendance (meeting_id, person_id, capacity, serves_for, from_item)
	values (5, 8, 'serving_substitute', 7, 3), (5, 9, 'non_serving_substitute', null, 3)$$);
update attendance set to_item = 1, left_for = 'link_lost' where meeting_id = 5 and person_id = 6;
select 'L12 ✓ in a committee returns after a lost link', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, from_item) values (5, 6, 'serving_member', 3)$$);

-- recusal (I4): the seat is filled for the item, the recused substitute skipped
select pg_temp.meeting_without(6, '2025-02-12', 4, '{7}', '{8,9,10}');
select pg_temp.serve(6, 8, 7);
insert into recusal (meeting_id, position, person_id, ground, self_declared) values
	(6, 2, 6, 'Anhörig', true), (6, 2, 9, 'Delägare', true), (6, 3, 8, 'Granne', true);
update attendance set to_item = 1 where meeting_id = 6 and person_id = 10;
select 'I4 ✓ rank 3 serves for the recused member, since rank 2 is recused', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, serves_for, from_item, to_item) values (6, 10, 'serving_substitute', 6, 2, 2)$$);
select 'I4 ✗ and no longer than the item', pg_temp.try($$
	update attendance set to_item = 3 where meeting_id = 6 and person_id = 10 and from_item = 2$$);
select 'I4 ✗ rank 3 for the recused substitute, since rank 2 is free again', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, serves_for, from_item, to_item) values (6, 10, 'serving_substitute', 7, 3, 3)$$);
update attendance set to_item = 2 where meeting_id = 6 and person_id = 9;
select 'I4 ✓ rank 2 for the recused substitute; who returns for item 4', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, serves_for, from_item, to_item) values (6, 9, 'serving_substitute', 7, 3, 3)$$);
select 'I4 ✗ the recusal is rejected: the seat was never free', pg_temp.try($$
	update recusal set ruling = 'rejected' where meeting_id = 6 and person_id = 6$$);
select i.position, s.name as seat, p.name as served_by, r.present_when_opened
from agenda_item i join item_roll r using (meeting_id, position)
left join person s on s.id = r.member_id left join person p on p.id = r.served_by
where i.meeting_id = 6 and r.member_id in (6, 7) order by 1, s.id;

-- lists by member and by party, the more specific first (I5)
update substitution_order set valid = daterange(lower(valid), '2025-09-01') where body_id = 2 and upper_inf(valid);
insert into party (id, name) values (1, 'Blå'), (2, 'Gröna');
update membership set party_id = case when person_id % 2 = 1 then 1 else 2 end where body_id = 2;
insert into substitution_order (body_id, member_id, party_id, substitute_id, rank, valid) values
	(2, 7, null, 12, 1, '[2025-09-01,)'),
	(2, null, 1, 9, 1, '[2025-09-01,)'), (2, null, 1, 11, 2, '[2025-09-01,)'),
	(2, null, 2, 8, 1, '[2025-09-01,)'), (2, null, 2, 10, 2, '[2025-09-01,)'),
	(2, null, null, 14, 1, '[2025-09-01,)');
select pg_temp.meeting_without(7, '2025-09-10', 2, '{5,6,7}', '{8,9,10,11,12,13,14}');
select 'I5 ✗ the party''s list before the member''s', pg_temp.serve(7, 9, 7);
select 'I5 ✓ the member''s list', pg_temp.serve(7, 12, 7);
select 'I5 ✗ the general list before the party''s', pg_temp.serve(7, 14, 5);
select 'I5 ✗ the other party''s substitute', pg_temp.serve(7, 8, 5);
select 'I5 ✗ the second of the party''s list', pg_temp.serve(7, 11, 5);
select 'I5 ✗ in no list at all', pg_temp.serve(7, 13, 5);
select 'I5 ✓ the first of the party''s list', pg_temp.serve(7, 9, 5);
delete from attendance where meeting_id = 7 and person_id in (8, 10);
select 'I5 ✓ the general list where the party''s is exhausted', pg_temp.serve(7, 14, 6);
-- where no order is prescribed, anybody may serve
update substitution_order set valid = daterange(lower(valid), '2025-10-01') where body_id = 2 and upper_inf(valid);
select pg_temp.meeting_without(8, '2025-10-08', 1, '{7}', '{8,13}');
select 'I5 ✓ no order', pg_temp.serve(8, 13, 7);

-- a vacant seat, while the number of seats is seven (I6)
select pg_temp.meeting_without(9, '2025-11-12', 2, '{6,7}', '{8,9}');
update membership set valid = '[2023-01-01,2025-11-01)' where body_id = 2 and person_id = 7;
select 'I6 ✓ one vacant seat', pg_temp.serve(9, 8, null);
select 'I6 ✗ there is no second one', pg_temp.serve(9, 9, null);
select 'I6 ✓ the absent member''s', pg_temp.serve(9, 9, 6);
select 'I6 ✗ not for the one who left', pg_temp.serve(9, 9, 7);
insert into membership (body_id, person_id, role, valid) values (1, 18, 'member', '[2025-11-01,2027-01-01)');
select 'A3 ✗ the seat is filled, and taken twice', pg_temp.try($$
	insert into membership (body_id, person_id, role, valid, decided_by) values (2, 18, 'member', '[2025-11-01,2027-01-01)', 1)$$);

-- the same as rows
select "position", rule, status, finding from explain_meeting(6)
where rule in ('seat_once', 'substitutes_in_order', 'swap_between_items', 'no_return_same_day');
select rule, status, finding from explain_item(2, 1) where rule = 'substitutes_in_order';

-- the council (L12: KL 5:17-21): its own body, on the ground layer
insert into body (id, name, kind) values (3, 'Kommunfullmäktige', 'council');
insert into regulation (id, body_id, title, valid) values (100, 3, 'Arbetsordning', '[2020-01-01,)');
insert into provision (regulation_id, citation, ordinal, wording) values (100, '1 §', 1, 'Fullmäktige har fem ledamöter.');
insert into rule_setting (regulation_id, rule, value, citation) values (100, 'seats', '5', '1 §');
insert into membership (body_id, person_id, role, valid)
select 3, p, case when p <= 5 then 'member' else 'substitute' end, '[2023-01-01,2027-01-01)' from generate_series(1, 9) p;
insert into substitution_order (body_id, substitute_id, rank) select 3, p, p - 5 from generate_series(6, 9) p;
create function pg_temp.council(id bigint, day date) returns void
language sql
as $$
insert into meeting (id, body_id, day, place, starts_at, opened_at)
values (id, 3, day, 'Rådssalen', day + time '16:00', day + time '16:00');
insert into agenda_item (meeting_id, position, title, handled) select id, i, 'Ärende ' || i, i from generate_series(1, 5) i;
insert into attendance (meeting_id, person_id, capacity) select id, p, 'serving_member' from generate_series(1, 4) p;
$$;
select pg_temp.council(20, '2025-02-03');
insert into attendance (meeting_id, person_id, capacity, serves_for) values (20, 7, 'serving_substitute', 5);
select 'L12 ✓ who has begun stays, though the better rank comes', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, from_item) values (20, 6, 'non_serving_substitute', 2)$$);
select 'L12 ✗ rotation', pg_temp.try($$
	with out as (update attendance set to_item = 2 where meeting_id = 20 and person_id = 7),
	back as (update attendance set to_item = 2 where meeting_id = 20 and person_id = 6)
	insert into attendance (meeting_id, person_id, capacity, serves_for, from_item)
	values (20, 6, 'serving_substitute', 5, 3), (20, 7, 'non_serving_substitute', null, 3)$$);
select 'L12 ✓ a second seat falls to the better rank', pg_temp.try($$
	with leaves as (update attendance set to_item = 2, left_for = 'other' where meeting_id = 20 and person_id = 4),
	waits as (update attendance set to_item = 2 where meeting_id = 20 and person_id = 6)
	insert into attendance (meeting_id, person_id, capacity, serves_for, from_item) values (20, 6, 'serving_substitute', 4, 3)$$);
select 'L12 ✗ no return to service the same day', pg_temp.try($$
	with out as (update attendance set to_item = 3 where meeting_id = 20 and person_id = 6 and from_item = 3)
	insert into attendance (meeting_id, person_id, capacity, from_item) values (20, 4, 'serving_member', 4)$$);
insert into sitting (meeting_id, number, opened_at, first_item) values (20, 1, '2025-02-03 16:00', 1), (20, 2, '2025-02-04 16:00', 4);
select 'L12 ✓ but the next day', pg_temp.try($$
	with out as (update attendance set to_item = 3 where meeting_id = 20 and person_id = 6 and from_item = 3)
	insert into attendance (meeting_id, person_id, capacity, from_item) values (20, 4, 'serving_member', 4)$$);
select 'L12 ✗ it was the same day after all', pg_temp.try($$
	update sitting set opened_at = '2025-02-03 18:00' where number = 2$$);

-- a substitute who was recused serves again (KL 5:18), who lost the link does not
select pg_temp.council(21, '2025-03-03');
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item, to_item, left_for)
values (21, 6, 'serving_substitute', 5, 1, 1, 'recusal'), (21, 7, 'serving_substitute', 5, 2, 2, null);
select 'L12 ✓ serves again after recusal', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, serves_for, from_item)
	values (21, 6, 'serving_substitute', 5, 3), (21, 7, 'non_serving_substitute', null, 3)$$);
select 'L12 ✗ nor after another cause', pg_temp.try($$
	update attendance set left_for = 'link_lost' where meeting_id = 21 and person_id = 6 and from_item = 1$$);
select 'L12 ✓ who may not return does not stand ahead', pg_temp.try($$
	with out as (update attendance set to_item = 1, left_for = 'link_lost' where meeting_id = 21 and person_id = 6 and from_item = 1),
	back as (update attendance set capacity = 'non_serving_substitute', serves_for = null where meeting_id = 21 and person_id = 6 and from_item = 3)
	update attendance set capacity = 'serving_substitute', serves_for = 5 where meeting_id = 21 and person_id = 7 and from_item = 3$$);

-- a body may set the same for itself, or the council leave it out
insert into rule_setting (regulation_id, rule, citation, mode) values (100, 'no_return_same_day', '1 §', 'off');
update attendance set to_item = 2, left_for = 'link_lost' where meeting_id = 21 and person_id = 4;
select 'L12 ✓ the council''s own order allows the return', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, from_item) values (21, 4, 'serving_member', 4)$$);


-- and a committee may set them for itself
select id as reglemente from regulation where body_id = 2 \gset
insert into rule_setting (regulation_id, rule, value, citation) values
	(:reglemente, 'incumbency_precedence', 'true', '2 § 3 st'), (:reglemente, 'no_return_same_day', null, '2 § 3 st');
select pg_temp.meeting_without(10, '2025-01-22', 4, '{7}', '{9}');
select pg_temp.serve(10, 9, 7);
select 'L12 ✓ a committee with incumbency: who has begun stays', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, from_item) values (10, 8, 'non_serving_substitute', 3)$$);
update attendance set to_item = 1, left_for = 'link_lost' where meeting_id = 10 and person_id = 6;
select 'L12 ✗ a committee with the setting: no return', pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, from_item) values (10, 6, 'serving_member', 3)$$);
delete from rule_setting where regulation_id = :reglemente and rule in ('incumbency_precedence', 'no_return_same_day');
delete from attendance where meeting_id = 10 and person_id = 8;

select id, item, rule, finding from governance.verify_registry('substitution_rules');
