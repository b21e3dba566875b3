-- Fees: rates by body, role, unit and period, and the basis for payment derived
-- from the roll (rules.md C6, E4).
\set registry fees
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset fieldsep ' | '
\pset footer off

-- Wednesday 12 March 2025, 9 to 11: items opened at 9.05, 9.10, 9.15 and 9.20,
-- each decided four minutes later
select pg_temp.meeting(1, '2025-03-12', 4) \g /dev/null
-- 1 chair all the time; 2 vice chair, gone for a recusal at item 2; 3 recused at
-- item 2, and no row of the roll ends for it
update attendance set to_item = 1, left_for = 'recusal' where person_id = 2;
insert into attendance (meeting_id, person_id, capacity, from_item) values (1, 2, 'serving_member', 3);
insert into recusal (meeting_id, position, person_id, ground, self_declared) values
	(1, 2, 2, 'närstående', true), (1, 2, 3, 'närstående', true);
-- 6 is not there, and 8 serves; 4 comes at item 3, and 9 has served until then,
-- and stays
delete from attendance where person_id = 6;
update attendance set from_item = 3 where person_id = 4;
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item, to_item) values
	(1, 8, 'serving_substitute', 6, 1, null),
	(1, 9, 'serving_substitute', 4, 1, 2), (1, 9, 'non_serving_substitute', null, 3, null);
-- 5 leaves after item 2 and comes back when item 4 has been decided
update attendance set to_item = 2, left_for = 'other' where person_id = 5;
insert into attendance (meeting_id, person_id, capacity, from_item, from_point) values (1, 5, 'serving_member', 4, 'decided');
-- 7 leaves when item 2 is opened
update attendance set to_item = 2, to_point = 'opened' where person_id = 7;
-- 10 only attends; the secretary and a guest are paid otherwise
insert into attendance (meeting_id, person_id, capacity) values
	(1, 10, 'non_serving_substitute'), (1, 15, 'secretary'), (1, 18, 'guest');

prepare basis(bigint) as
select person, role, days, attended, unit, rate, amount from fee_basis where meeting_id = $1 order by person_id, unit;

\echo C6: before the meeting nobody, while it is open nobody knows how long
set governance.as_of = '2025-03-11';
execute basis(1);
set governance.as_of = '2025-03-12';
execute basis(1);
update meeting set closed_at = '2025-03-12 11:00' where id = 1;
\echo C6: when it is closed
execute basis(1);

-- rates for all bodies, of a year; the vice chair is paid as a member
insert into fee_rate (id, role, amount, valid) values
	(1, 'chair', 1000, '[2025-01-01,2026-01-01)'), (2, 'member', 600, '[2025-01-01,2026-01-01)'),
	(3, 'serving_substitute', 600.50, '[2025-01-01,2026-01-01)'), (4, 'non_serving_substitute', 0, '[2025-01-01,2026-01-01)');
\echo C6, E4: by the meeting, each once
execute basis(1);
select sum(amount) from fee_basis where meeting_id = 1;

-- the body's own go before, role by role, whatever their unit
begin;
insert into fee_rate (id, body_id, role, unit, amount, valid) values
	(11, 2, 'member', 'hour', 333.33, '[2025-01-01,2026-01-01)'), (12, 1, 'member', 'meeting', 9999, '[2025-01-01,2026-01-01)'),
	(13, 2, 'serving_substitute', 'hour', 333.33, '[2025-03-12,2025-03-13)'), (14, 2, 'serving_substitute', 'meeting', 100, '[2025-03-12,2025-03-13)');
\echo C6: hours of members; a fee and hours of serving substitutes
execute basis(1);
\echo C6: a rate of vice chairs for all, and none of the body
insert into fee_rate (id, role, amount, valid) values (15, 'vice_chair', 800, '[2025-01-01,2026-01-01)');
select person, role, fee_rate_id, unit, amount from fee_basis where meeting_id = 1 and person_id in (1, 2, 3) order by 1;
rollback;

-- which rate: of the day
begin;
update fee_rate set valid = '[2025-01-01,2025-03-12)' where id = 2;
select fee_rate_id, amount as "no rate on the day after its last" from fee_basis where meeting_id = 1 and person_id = 3;
insert into fee_rate (id, role, amount, valid) values (5, 'member', 650, '[2025-03-12,2026-01-01)');
select fee_rate_id, amount as "a new rate on its first day" from fee_basis where meeting_id = 1 and person_id = 3;
select pg_temp.try($$insert into fee_rate (role, amount, valid) values ('member', 700, '[2025-12-31,2027-01-01)')$$) as "✗ two rates on a day";
select pg_temp.try($$insert into fee_rate (role, unit, amount, valid) values ('member', 'day', 700, '[2025-12-31,2027-01-01)')$$) as "✓ of another unit";
select pg_temp.try($$insert into fee_rate (body_id, role, amount, valid) values (2, 'member', 700, '[2025-12-31,2027-01-01)')$$) as "✓ of a body";
select pg_temp.try($$insert into fee_rate (id, role, amount, valid) values (99, 'member', -1, '[2030-01-01,2031-01-01)')$$) as "✗ less than nothing";
rollback;

-- which office: of the day; and only one
begin;
update office set valid = '[2023-01-01,2025-03-12)' where body_id = 2 and person_id = 1;
insert into office (body_id, person_id, kind, valid, decided_by) values (2, 3, 'chair', '[2025-03-12,2027-01-01)', 1);
select person, role, amount from fee_basis where meeting_id = 1 and person_id in (1, 3) order by person_id;
insert into office (body_id, person_id, kind, valid, decided_by) values (2, 1, 'convener', '[2025-01-01,2027-01-01)', 1);
insert into fee_rate (role, amount, valid) values ('convener', 700, '[2025-01-01,2026-01-01)');
select person, role, amount from fee_basis where meeting_id = 1 and person_id in (1, 3) order by person_id;
\echo the secretary holds an office, and is no member
select count(*) from fee_basis where meeting_id = 1 and person_id = 15;
rollback;

-- several days: two sittings, and somebody who was there on the second only
begin;
select pg_temp.meeting(2, '2025-06-10', 4) \g /dev/null
insert into sitting (meeting_id, number, opened_at, closed_at, first_item) values
	(2, 1, '2025-06-10 09:00', '2025-06-10 12:00', 1), (2, 2, '2025-06-11 13:00', null, 3);
update agenda_item set opened_at = opened_at + interval '28 hours', decided_at = decided_at + interval '28 hours'
	where meeting_id = 2 and position >= 3;
update meeting set closed_at = '2025-06-11 15:30' where id = 2;
update attendance set from_item = 3 where meeting_id = 2 and person_id = 2;
update attendance set to_item = 2 where meeting_id = 2 and person_id = 3;
update attendance set from_item = 2 where meeting_id = 2 and person_id = 4;
insert into fee_rate (body_id, role, unit, amount, valid) values
	(2, 'member', 'day', 500, '[2025-01-01,2026-01-01)'), (2, 'chair', 'hour', 100, '[2025-01-01,2026-01-01)');
set governance.as_of = '2025-06-10';
\echo after the first day
select person, role, days, attended, unit, amount from fee_basis where meeting_id = 2 and person_id <= 3 order by person_id;
set governance.as_of = '2025-06-11';
select person, role, days, attended, unit, amount from fee_basis where meeting_id = 2 and person_id <= 5 order by person_id;
rollback;

-- times that are not stated: how long is unknown, and that one attended is not
begin;
set governance.as_of = '2025-03-12';
update agenda_item set opened_at = null, decided_at = null where meeting_id = 1;
insert into fee_rate (body_id, role, unit, amount, valid) values (2, 'member', 'hour', 100, '[2025-01-01,2026-01-01)');
select person, days, attended, unit, amount from fee_basis where meeting_id = 1 and person_id in (2, 3, 4, 8, 9) order by person_id;
rollback;

-- a cancelled meeting, and one that nobody has opened
begin;
insert into meeting (id, body_id, day, place, starts_at, cancelled_at) values
	(3, 2, '2025-04-09', 'Stadshuset', '2025-04-09 09:00', '2025-04-01 09:00'), (4, 2, '2025-05-07', 'Stadshuset', '2025-05-07 09:00', null);
insert into attendance (meeting_id, person_id, capacity) select m, 1, 'serving_member' from generate_series(3, 4) m;
set governance.as_of = '2025-06-01';
select meeting_id, count(*) from fee_basis group by 1;
rollback;

-- E4: a temporary group's convener and vice convener
begin;
insert into body (id, name, kind, valid) values (4, 'Arbetsgruppen', 'working_group', '[2018-01-01,2018-09-01)');
insert into office (body_id, person_id, kind, valid) values
	(4, 1, 'convener', '[2018-01-01,2018-09-01)'), (4, 2, 'vice_convener', '[2018-01-01,2018-09-01)');
insert into membership (body_id, person_id, valid) select 4, p, '[2018-01-01,2018-09-01)' from generate_series(1, 3) p;
insert into meeting (id, body_id, day, place, starts_at, opened_at, closed_at) values
	(5, 4, '2018-03-07', 'Rådhuset', '2018-03-07 17:00', '2018-03-07 17:00', '2018-03-07 18:20');
insert into attendance (meeting_id, person_id, capacity) select 5, p, 'serving_member' from generate_series(1, 3) p;
insert into fee_rate (body_id, role, unit, amount, valid) values
	(4, 'convener', 'meeting', 900, '[2018-01-01,2018-09-01)'), (4, 'member', 'hour', 250, '[2018-01-01,2018-09-01)');
set governance.as_of = '2018-08-31';
execute basis(5);
rollback;
