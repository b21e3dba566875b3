-- The views motion_status and motion_duty (rules.md C1, E1, L20): within a year
-- of the day it was raised a motion is decided or reported to the council, and
-- then again each year.  motion_months, motion_report_months.
\set registry motion_status
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql

-- the law that a registry has is newer than the motions of the documents: they
-- follow it from its first day
insert into body (id, name, kind) values (30, 'Kommunfullmäktige', 'council');
insert into matter (id, body_id, title, opened_on) values (100, 1, 'Inrätta ett integrationsråd', '2016-02-15');
insert into motion (matter_id, council_id, dated_on, raised_on) values (100, 30, '2016-02-15', '2016-02-15');
select decide_by, ruled_on(raised_on) from motion_status;
delete from motion;
delete from matter;
delete from body where id = 30;
\i :srcdir/data/council.sql
set client_min_messages = error;
insert into matter (id, body_id, number, title, opened_on) values
	(1, 1, 'KS 2016/36-01', 'Inrätta ett integrationsråd', '2016-02-15'),
	(2, 1, 'KS 2017/243', 'Tillfällig parlamentarisk arbetsgrupp', '2017-11-29'),
	(3, 1, null, 'Skottdagen', '2016-02-29'), (4, 1, null, 'Nyårsafton', '2019-12-31'), (5, 1, null, 'Lördag', '2018-02-17'),
	(6, 1, null, 'Före kalendern', '1980-03-01');
insert into motion (matter_id, council_id, dated_on, raised_on, section) values
	(1, 3, '2016-02-15', '2016-02-15', null), (2, 3, null, '2017-11-29', 'KF § 243/2017');
\set status 'select matter_id as m, decide_by, decided_on, reported_on, report_by, late from motion_status where matter_id = %s'
\set duty 'select rule, body_id, what, object, object_id, due, ruled_on from motion_duty order by object_id, rule'

-- C1: raised 2016-02-15, on a Monday: ✓ 2017-02-15, the day after without notice to the council a breach
set governance.as_of = '2016-02-14';
select count(*) from motion_status;
:duty;
set governance.as_of = '2016-02-15';
select matter_id, kind, number, body_id, council_id, raised_on, decide_by, prepared_by, board_heard_on, decided_on, late from motion_status;
:duty;
set governance.as_of = '2017-02-15';
select decide_by, report_by, late from motion_status where matter_id = 1;
set governance.as_of = '2017-02-16';
select decide_by, report_by, late from motion_status where matter_id = 1;
-- decided on the last day, and on the day after
select pg_temp.hold(1, 1, '2016-10-17', 1);
insert into decision (meeting_id, position, kind, outcome, text) values (1, 1, 'opinion', 'rejected', 'Kommunstyrelsen föreslår avslag.');
select pg_temp.hold(2, 3, '2017-02-15', 1);
insert into decision (meeting_id, position, outcome, text) values (2, 1, 'rejected', 'Motionen avslås.');
set governance.as_of = '2017-02-14';
select decided_on, late from motion_status where matter_id = 1;
set governance.as_of = '2017-02-16';
select decided_on, decided_in, prepared_by, board_heard_on, late from motion_status where matter_id = 1;
:duty;
update meeting set day = '2017-02-16', starts_at = '2017-02-16 18:00', opened_at = '2017-02-16 18:00' where id = 2;
select decided_on, late from motion_status where matter_id = 1;
-- the council sat for two days, and decided on the second
update meeting set day = '2017-02-15', starts_at = '2017-02-15 18:00', opened_at = '2017-02-15 18:00' where id = 2;
insert into agenda_item (meeting_id, position, title, handled) values (2, 2, 'Annat', 2);
update agenda_item set handled = 3 - position where meeting_id = 2;
insert into sitting (meeting_id, number, opened_at, closed_at, first_item) values
	(2, 1, '2017-02-15 18:00', '2017-02-15 22:00', 1), (2, 2, '2017-02-16 09:00', null, 2);
update agenda_item set opened_at = '2017-02-16 09:10', decided_at = '2017-02-16 09:30' where meeting_id = 2 and position = 1;
select 'C1 decided on the second day' as test, decided_on, late from motion_status where matter_id = 1;
-- reported to the council instead
insert into motion_report (matter_id, reported_on) values (1, '2017-02-16');
select 'C1 ✗ reported the day after too' as test, late from motion_status where matter_id = 1;
update motion_report set reported_on = '2017-02-15';
select 'C1 ✓ reported on the last day' as test, first_reported_on, late from motion_status where matter_id = 1;
update motion_report set meeting_id = 1, position = 1;
select 'C1 ✗ but not to the council' as test, reports, late from motion_status where matter_id = 1;
update motion_report set reported_on = '2016-02-14', meeting_id = null, position = null;
select 'C1 ✗ before it was raised' as test, reports, late from motion_status where matter_id = 1;
select 'L20 ✗ a report to a meeting without an item' as test, pg_temp.try($$update motion_report set meeting_id = 1$$);
delete from motion_report;
-- the decision is withdrawn on a later day
update decision set withdrawn_at = '2017-02-16 10:00' where meeting_id = 2;
set governance.as_of = '2017-02-15';
select decided_on from motion_status where matter_id = 1;
set governance.as_of = '2017-02-16';
select decided_on, late from motion_status where matter_id = 1;

-- E1: raised 2017-11-29: ✓ 2018-11-29, the day after a breach; again each year
set governance.as_of = '2018-11-29';
select decide_by, late from motion_status where matter_id = 2;
set governance.as_of = '2018-11-30';
select decide_by, late from motion_status where matter_id = 2;
insert into motion_report (matter_id, reported_on) values (2, '2018-11-28');
select decide_by, reports, reported_on, report_by, late from motion_status where matter_id = 2;
select rule, what, due, ruled_on from motion_duty where object_id = 2;
set governance.as_of = '2019-11-28';
select report_by, late from motion_status where matter_id = 2;
set governance.as_of = '2019-11-29';
select report_by, late from motion_status where matter_id = 2;
insert into motion_report (matter_id, reported_on) values (2, '2019-11-29');
select reports, first_reported_on, reported_on, report_by, late from motion_status where matter_id = 2;
-- an early report counts, for a year
update motion_report set reported_on = '2017-12-13' where reported_on = '2018-11-28';
set governance.as_of = '2018-06-01';
select reported_on, report_by, late from motion_status where matter_id = 2;
delete from motion_report;

-- the calendar: 29 February, New Year's Eve, a Saturday; a day that it does not know
insert into motion (matter_id, council_id, raised_on) values (3, 3, '2016-02-29'), (4, 3, '2019-12-31'), (5, 3, '2018-02-17');
set session_replication_role = replica;
insert into motion (matter_id, council_id, raised_on) values (6, 3, '1980-03-01');
reset session_replication_role;
set governance.as_of = '2020-06-01';
select matter_id, raised_on, decide_by, to_char(decide_by, 'Dy') as weekday from motion_status where matter_id between 3 and 6 order by 1;
select 'not for ever' as test, pg_temp.try($$update motion set raised_on = 'infinity' where matter_id = 3$$);
delete from motion where matter_id > 2;

-- referred to others
set governance.as_of = '2018-03-31';
insert into referral (matter_id, number, sender_id, sent_on, answer_by) values (2, 1, 1, '2018-01-15', '2018-03-31');
insert into referral_recipient (matter_id, number, body_id) values (2, 1, 4), (2, 1, 5), (2, 1, 6);
insert into referral_answer (matter_id, number, body_id, kind, answered_on) values
	(2, 1, 4, 'declined', '2018-03-01'), (2, 1, 5, 'opinion', '2018-03-31'), (2, 1, 6, 'office', '2018-04-01');
select referred_to, referrals_answered, prepared_by, board_heard_on from motion_status where matter_id = 2;
set governance.as_of = '2018-04-01';
select referred_to, referrals_answered, prepared_by, board_heard_on from motion_status where matter_id = 2;
set governance.as_of = '2018-01-14';
select referred_to, referrals_answered, prepared_by, board_heard_on from motion_status where matter_id = 2;

-- claims: counted by outcome; obsolete; decided in part is not decided (L20; E3, E4)
insert into claim (matter_id, number, text, expires_on) values
	(2, 1, 'arbetsgrupp', '2018-08-31'), (2, 2, 'rapport', null), (2, 3, 'reglemente', '2018-01-31');
select pg_temp.hold(3, 1, '2018-05-07', 2);
insert into decision (meeting_id, position, kind, outcome, text) values (3, 1, 'opinion', 'other', 'Kommunstyrelsen tillstyrker att-sats 2.');
select pg_temp.hold(4, 3, '2018-05-28', 2);
insert into decision (meeting_id, position, point, outcome, text) values (4, 1, 1, 'approved', 'Att-sats 2 bifalls.');
insert into decision (meeting_id, position, point, kind, outcome, text) values (4, 1, 2, 'procedural', 'referred_back', 'Att-satserna 1 och 3 återremitteras.');
set governance.as_of = '2018-05-28';
select 'as a whole' as test, decided_on, claims, undecided from motion_status where matter_id = 2;
update claim set (outcome, meeting_id, position, point) = ('approved', 4, 1, 1) where number = 2;
select 'in part' as test, decided_on, decided_in, claims, approved, rejected, answered, written_off, undecided, obsolete from motion_status where matter_id = 2;
-- referred back, it comes again (L23, I27)
select pg_temp.hold(5, 3, '2018-09-24', 2);
insert into decision (meeting_id, position, point, outcome, text) values (5, 1, 1, 'rejected', 'Att-satserna 1 och 3 avslås.');
update claim set (outcome, meeting_id, position, point) = ('rejected', 5, 1, 1) where number in (1, 3);
set governance.as_of = '2018-09-23';
select decided_on, undecided, obsolete from motion_status where matter_id = 2;
select rule, due from motion_duty where object_id = 2;
set governance.as_of = '2018-09-24';
select decided_on, approved, rejected, undecided, obsolete, late from motion_status where matter_id = 2;
select count(*) from motion_duty where object_id = 2;

-- withdrawn, concluded, secret
insert into motion (matter_id, council_id, raised_on, withdrawn_on) values (5, 3, '2018-02-17', '2018-04-30');
set governance.as_of = '2018-04-29';
select withdrawn_on, report_by from motion_status where matter_id = 5;
select object_id, due, what from motion_duty where object_id = 5;
set governance.as_of = '2018-04-30';
select withdrawn_on, report_by, late from motion_status where matter_id = 5;
select count(*) from motion_duty where object_id = 5;
update matter set secret = true where id = 5;
set governance.as_of = '2018-04-29';
select what from motion_duty where object_id = 5;
update matter set closed_on = '2018-09-24' where id = 2;
set governance.as_of = '2018-09-23';
select 'open on that day' as test, object_id, due from motion_duty where object_id = 2;

-- another time, by the council's own standing orders: shorter, never longer
insert into regulation (id, body_id, title, valid) values (90, 3, 'Arbetsordning för kommunfullmäktige', '[2020-01-01,)');
insert into provision values (90, '9 §', 1, 'En motion bereds inom sex månader.');
select 'L20 ✗ two years' as test, pg_temp.try($$insert into rule_setting (regulation_id, rule, value, citation) values (90, 'motion_months', '24', '9 §')$$);
insert into rule_setting (regulation_id, rule, value, citation) values (90, 'motion_months', '6', '9 §');
insert into motion (matter_id, council_id, raised_on) values (3, 3, '2019-12-31'), (4, 3, '2020-01-01');
set governance.as_of = '2020-01-01';
select matter_id, raised_on, decide_by from motion_status where matter_id in (3, 4) order by 1;

-- what is open is found by index, however many are not
reset governance.as_of;
insert into matter (id, body_id, title, opened_on, closed_on)
select n, 1, 'Gammalt', '2010-01-01', '2011-01-01' from generate_series(1000, 3000) n;
analyze matter;
create table plan (line text);
do $$
declare
	line text;
begin
	for line in execute 'explain (costs off) select * from motion_status.motion_duty' loop
		insert into motion_status.plan values (line);
	end loop;
end
$$;
select line ~ 'Seq Scan' as scans_all, count(*) > 0 as found from plan where line ~ ' on matter\M|matter_open_idx' group by 1;
drop schema motion_status cascade;
