-- Taking part at a distance (rules.md A12-A17, L15, I10): remote_allowed,
-- remote_notice, remote_clear_days, remote_reason, remote_sound_and_picture,
-- remote_equal_terms, remote_premises, remote_decision.
\set registry remote
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset fieldsep ' | '
\pset footer off

-- Dahl (7) wishes to take part at a distance in the meeting of Wednesday
-- 2025-03-12.  Each case changes one thing of a lawful notice.
create function pg_temp.case(change text default 'true') returns text
language plpgsql
as $$
declare
	answer text;
begin
	insert into remote_notice values (1, 7, '2025-03-07', 'vård av barn', true, true, true,
		2, '2025-03-10 09:00', 1, '2025-03-10 10:00', true);
	if change <> 'true' then
		execute 'update remote_notice set ' || change;
	end if;
	answer := pg_temp.try($q$update attendance set mode = 'remote' where meeting_id = 1 and person_id = 7$q$);
	update attendance set mode = 'on_site';
	delete from remote_notice;
	return answer;
end
$$;
select pg_temp.meeting(1, '2025-03-12', 5);

select 'A12-A16 ✓' as test, pg_temp.case();
select 'A12 ✗ no notice at all' as test, pg_temp.try($$
	update attendance set mode = 'remote' where meeting_id = 1 and person_id = 7$$);
select 'A12 ✗ no reason' as test, pg_temp.case('reason = null');
select 'A12 ✗ empty reason' as test, pg_temp.case($$reason = '  '$$);
select 'A13 ✗ sound only' as test, pg_temp.case('sound_and_picture = false');
select 'A13 ✗ not on equal terms' as test, pg_temp.case('equal_terms = false');
select 'A14 ✗ premises not confirmed' as test, pg_temp.case('premises_secure = false');

-- A15, I10
select 'A15 ✗ Monday' as test, pg_temp.case($$notified_on = '2025-03-10'$$);
select 'A15 ✗ Saturday' as test, pg_temp.case($$notified_on = '2025-03-08'$$);
select 'A15 ✓ Thursday' as test, pg_temp.case($$notified_on = '2025-03-06'$$);
insert into extra_day values ('2025-03-11', 'kansliet stängt');
select 'A15 ✗ Friday, the office is closed on Tuesday' as test, pg_temp.case();
select 'A15 ✓ Thursday, the office is closed on Tuesday' as test, pg_temp.case($$notified_on = '2025-03-06'$$);
delete from extra_day;
select 'A15 ✓ Friday, it is open again' as test, pg_temp.case();
insert into rule_setting (regulation_id, rule, value, citation)
select id, 'remote_clear_days', 'true', '3 § 2 st' from regulation where body_id = 2;
select 'I10 ✗ Friday, three whole days between' as test, pg_temp.case();
select 'I10 ✓ Thursday, three whole days between' as test, pg_temp.case($$notified_on = '2025-03-06'$$);
delete from rule_setting where rule = 'remote_clear_days';

-- A16
select 'A16 ✗ not decided' as test, pg_temp.case('granted = null');
select 'A16 ✗ refused' as test, pg_temp.case('granted = false');
select 'A16 ✗ no consultation' as test, pg_temp.case('consulted_id = null, consulted_at = null');
select 'A16 ✗ consultation without a time' as test, pg_temp.case('consulted_at = null');
select 'A16 ✗ consultation later' as test, pg_temp.case($$consulted_at = '2025-03-10 10:01'$$);
select 'A16 ✓ consultation at the same time' as test, pg_temp.case($$consulted_at = '2025-03-10 10:00'$$);
select 'A16 ✗ somebody else consulted' as test, pg_temp.case('consulted_id = 3');
select 'A16 ✗ decided by the vice chair while the chair serves' as test, pg_temp.case('decided_by = 2, consulted_id = 1');
select 'A16 ✗ decided after the start' as test, pg_temp.case($$decided_at = '2025-03-12 09:01'$$);
select 'A16 ✓ decided at the start' as test, pg_temp.case($$decided_at = '2025-03-12 09:00'$$);
insert into hindrance (body_id, person_id, valid, reason) values (2, 1, '[2025-03-10,2025-03-11)', 'sjuk');
select 'A16 ✗ decided by the chair while prevented' as test, pg_temp.case();
select 'A16 ✓ decided by the vice chair, nobody to consult' as test, pg_temp.case('decided_by = 2, consulted_id = null, consulted_at = null');
select 'A16 ✗ decided by a member while the vice chair serves' as test, pg_temp.case('decided_by = 3');
insert into office (body_id, person_id, kind, valid, decided_by) values (2, 3, 'second_vice_chair', '[2023-01-01,2027-01-01)', 1);
select 'A16 ✗ ... but now there is a second vice chair' as test, pg_temp.case('decided_by = 2, consulted_id = null, consulted_at = null');
select 'A16 ✓ who is consulted' as test, pg_temp.case('decided_by = 2, consulted_id = 3');
delete from office where kind = 'second_vice_chair';
insert into hindrance (body_id, person_id, valid, reason) values (2, 2, '[2025-03-10,2025-03-11)', 'resa');
select 'I8 ✓ both prevented: a member' as test, pg_temp.case('decided_by = 3, consulted_id = null, consulted_at = null');
select 'I8 ✗ both prevented: the secretary' as test, pg_temp.case('decided_by = 15, consulted_id = null, consulted_at = null');
delete from hindrance;
insert into remote_notice values (1, 7, '2025-03-07', 'vård av barn', true, true, true,
	2, '2025-03-10 09:00', 1, '2025-03-10 10:00', true);
update attendance set mode = 'remote' where meeting_id = 1 and person_id = 7;
select 'A16 ✗ another was chair when it was decided' as test, pg_temp.try($$update office set valid = '[2025-03-11,2027-01-01)' where body_id = 2 and kind = 'chair'$$);
select 'A12 ✗ the notice taken away' as test, pg_temp.try($$delete from remote_notice$$);
select rule, status, finding from explain_meeting(1) where rule like 'remote%';

-- A13: the link is lost during item 3: no longer present, and the quorum fails
delete from attendance where meeting_id = 1 and person_id in (4, 5, 6);
insert into decision (meeting_id, position, text) values (1, 1, 'fyra närvarande, en på distans');
update attendance set to_item = 3, to_point = 'opened', left_for = 'link_lost' where meeting_id = 1 and person_id = 7;
select 'A13 ✓ before the link was lost' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (1, 2, 'fyra närvarande')$$);
select 'A13 ✗ the link was lost before the decision' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (1, 3, 'tre kvar')$$);
select 'A13 ✗ back on site, the link lost for item 1 too' as test, pg_temp.try($$
	update attendance set to_item = 1 where meeting_id = 1 and person_id = 7$$);

-- substitutes who only attend confirm how, and need no leave
select 'A14 ✗ a substitute who only attends, premises not confirmed' as test, pg_temp.try($$
	insert into remote_notice (meeting_id, person_id, notified_on, sound_and_picture, equal_terms) values (1, 8, '2025-03-12', true, true);
	insert into attendance (meeting_id, person_id, capacity, mode) values (1, 8, 'non_serving_substitute', 'remote')$$);
select 'A14 ✓ confirmed' as test, pg_temp.try($$
	insert into remote_notice (meeting_id, person_id, notified_on, sound_and_picture, equal_terms, premises_secure) values (1, 8, '2025-03-12', true, true, true);
	insert into attendance (meeting_id, person_id, capacity, mode) values (1, 8, 'non_serving_substitute', 'remote')$$);
select 'A12 ✓ the city director needs no leave' as test, pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, mode) values (1, 16, 'city_director', 'remote')$$);
select 'A12 ✓ written before the meeting is opened: asked when it is' as test, pg_temp.try($$
	insert into meeting (id, body_id, day, place, starts_at) values (2, 2, '2025-03-19', 'Stadshuset', '2025-03-19 09:00');
	insert into attendance (meeting_id, person_id, capacity, mode) values (2, 7, 'serving_member', 'remote')$$);
select 'A12 ✗ opened' as test, pg_temp.try($$update meeting set opened_at = '2025-03-19 09:00' where id = 2$$);

-- A17: the committee decides more, from a day on; what was before stays
update regulation set valid = '[2020-01-01,2025-06-01)' where body_id = 2;
insert into regulation (id, body_id, title, valid) values (99, 2, 'Om deltagande på distans', '[2025-06-01,)');
insert into provision select 99, p.citation, p.ordinal, p.wording
from provision p join regulation r on r.id = p.regulation_id where r.body_id = 2 and r.id <> 99;
insert into rule_setting (regulation_id, rule, value, citation, mode)
select 99, s.rule, case s.rule when 'remote_notice' then '5' else s.value end, s.citation, s.mode
from rule_setting s join regulation r on r.id = s.regulation_id where r.body_id = 2 and r.id <> 99;
select pg_temp.meeting(3, '2025-06-11', 1);
insert into remote_notice values (3, 7, '2025-06-04', 'vård av barn', true, true, true,
	2, '2025-06-09 09:00', 1, '2025-06-09 10:00', true);
select 'A17 ✗ five working days now: Wednesday before' as test, pg_temp.try($$
	update attendance set mode = 'remote' where meeting_id = 3 and person_id = 7$$);
update remote_notice set notified_on = '2025-06-03' where meeting_id = 3;
select 'A17 ✓ Tuesday before (6 June is a holiday)' as test, pg_temp.try($$
	update attendance set mode = 'remote' where meeting_id = 3 and person_id = 7$$);
select 'I19 the meeting of March by three' as test, finding from explain_meeting(1) where rule = 'remote_notice';

-- A17, L15: a board, for which the council has decided nothing
insert into meeting (id, body_id, day, place, starts_at, opened_at)
values (4, 1, '2025-03-26', 'Stadshuset', '2025-03-26 09:00', '2025-03-26 09:00');
insert into remote_notice (meeting_id, person_id, notified_on, sound_and_picture, equal_terms) values (4, 7, '2025-03-20', true, true);
select 'L15 ✗ no council decision' as test, pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, mode) values (4, 7, 'serving_member', 'remote')$$);
insert into regulation (id, body_id, title, valid) values (98, 1, 'Reglemente för kommunstyrelsen', '[2020-01-01,)');
insert into provision values (98, '12 §', 1, 'Ledamöter får delta på distans.');
insert into rule_setting (regulation_id, rule, value, citation) values (98, 'remote_allowed', 'true', '12 §');
select 'L15 ✓ the council has decided' as test, pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, mode) values (4, 7, 'serving_member', 'remote')$$);
select 'L15 ✗ sound only, by the law itself' as test, pg_temp.try($$update remote_notice set sound_and_picture = false where meeting_id = 4$$);
select rule, status, finding, citation from explain_meeting(4) where rule like 'remote%';
select * from governance.verify_registry(:'registry');
