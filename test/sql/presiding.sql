-- Who presides (rules.md I8, A25 in so far as it is about presiding):
-- presiding_named, presiding_single, presiding_present, presiding_order.
\set registry presiding
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset fieldsep ' | '
\pset footer off

select pg_temp.meeting(1, '2025-03-12', 5);
select 'I8 ✓ chair' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (1, 1, 'ordföranden leder')$$);
select 'I8 ✗ nobody' as test, pg_temp.try($$delete from presiding$$);
select 'I8 ✗ nobody at item 1' as test, pg_temp.try($$update presiding set from_item = 2$$);
select 'I8 ✗ vice chair while the chair is there' as test, pg_temp.try($$
	update presiding set person_id = 2, ground = 'vice_chair'$$);
select 'I8 ✗ vice chair calls herself chair' as test, pg_temp.try($$update presiding set person_id = 2$$);
select 'I8 ✗ a member is designated while the chair is there' as test, pg_temp.try($$
	update presiding set person_id = 3, ground = 'designated'$$);

-- two at once
select 'I8 ✗ two at once' as test, pg_temp.try($$
	insert into presiding (meeting_id, from_item, person_id, ground) values (1, 3, 2, 'vice_chair')$$);
select 'I8 ✗ two at item 3' as test, pg_temp.try($$
	update presiding set to_item = 3;
	insert into presiding (meeting_id, from_item, person_id, ground) values (1, 3, 2, 'vice_chair')$$);
select 'I8 ✓ one after the other' as test, pg_temp.try($$
	update presiding set to_item = 2;
	insert into presiding (meeting_id, from_item, person_id, ground) values (1, 3, 2, 'vice_chair')$$);

-- the chair leaves after item 2
select 'I8 ✗ the chair is still there' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (1, 3, 'vice ordföranden leder')$$);
update attendance set to_item = 2, left_for = 'other' where person_id = 1;
select 'I8 ✓ the chair has left' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (1, 3, 'vice ordföranden leder')$$);
select 'I8 ✗ the chair turns out to have stayed' as test, pg_temp.try($$update attendance set to_item = null where person_id = 1$$);
select 'I8 ✓ the chair left during item 3' as test, pg_temp.try($$
	update attendance set to_item = 3, to_point = 'opened' where person_id = 1$$);
select 'I8 ✗ the vice chair had left too' as test, pg_temp.try($$update attendance set to_item = 2 where person_id = 2$$);

-- recusal: item 4
update attendance set to_item = null, to_point = 'decided' where person_id = 2;
insert into recusal (meeting_id, position, person_id, ground, self_declared) values (1, 4, 2, 'part i ärendet', true);
select 'I8 ✗ the one who presides is recused' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (1, 4, 'jävig leder')$$);
update presiding set to_item = 3 where from_item = 3;
insert into presiding (meeting_id, from_item, to_item, person_id, ground) values (1, 4, 4, 3, 'designated');
select 'I8 ✓ designated: chair absent, vice chair recused' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (1, 4, 'utsedd leder')$$);
select 'I8 ✗ designated, and the recusal withdrawn' as test, pg_temp.try($$delete from recusal$$);
select 'I8 ✗ designated, without a seat' as test, pg_temp.try($$update presiding set person_id = 18 where from_item = 4$$);
select 'I8 ✗ designated, a substitute who does not serve' as test, pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity) values (1, 9, 'non_serving_substitute');
	update presiding set person_id = 9 where from_item = 4$$);
select position, rule, status, finding from explain_meeting(1) where rule like 'presiding%' order by rule, position;

-- the office changes hands: the meetings it touches are judged again
select 'I8 ✗ the office was another''s on the day of the meeting' as test, pg_temp.try($$
	update office set valid = '[2025-03-13,2027-01-01)' where body_id = 2 and kind = 'chair'$$);
select 'I8 ✓ it changes after the meeting' as test, pg_temp.try($$
	update office set valid = '[2023-01-01,2025-03-13)' where body_id = 2 and kind = 'chair'$$);

-- a chair who is in the room with a recorded hindrance does not preside
select pg_temp.meeting(2, '2025-03-05', 1);
update presiding set person_id = 2, ground = 'vice_chair' where meeting_id = 2;
select 'I8 ✗ no hindrance' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (2, 1, 'rösten borta')$$);
insert into hindrance (body_id, person_id, valid, reason) values (2, 1, '[2025-03-05,2025-03-06)', 'rösten borta');
select 'I8 ✓ hindrance' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (2, 1, 'rösten borta')$$);
select 'I8 ✗ the hindrance taken away' as test, pg_temp.try($$delete from hindrance$$);
select * from governance.verify_registry(:'registry');
