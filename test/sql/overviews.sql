-- Overviews as of any day: how each meeting stands, who attends, what is on the
-- notice board (rules.md A19, I13, I14, I26, L4, L19, L22, L24).
\set registry overviews
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset fieldsep ' | '
\pset footer off

prepare overview(bigint) as
select day, state, present, serving, items, information, preparation, decision, decisions, votes, deviations, minutes
from meeting_overview where meeting_id = $1;
create function pg_temp.states(meeting bigint, variadic days date[]) returns table (as_of date, state text, minutes text)
language plpgsql as $$
begin
	foreach as_of in array days loop
		perform set_config('governance.as_of', as_of::text, true);
		select o.state, o.minutes into state, minutes from meeting_overview o where o.meeting_id = meeting;
		return next;
	end loop;
	perform set_config('governance.as_of', '', true);
end
$$;

-- a meeting of two days, called on 20 February, summoned to on 3 March
select pg_temp.meeting(1, '2025-03-12', 4) \g /dev/null
update meeting set called_on = '2025-02-20', closed_at = '2025-03-13 11:00' where id = 1;
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values
	(1, 'summons', '2025-03-03 12:00', 1), (1, 'agenda', '2025-03-03 12:00', 1);
insert into sitting (meeting_id, number, opened_at, closed_at, first_item) values
	(1, 1, '2025-03-12 09:00', '2025-03-12 12:00', 1), (1, 2, '2025-03-13 09:00', '2025-03-13 11:00', 4);
update agenda_item set opened_at = '2025-03-13 09:10', decided_at = '2025-03-13 09:40' where position = 4;
update agenda_item set section = handled;
update agenda_item set kind = 'information' where position = 1;
update agenda_item set kind = 'preparation' where position = 2;
delete from attendance where person_id = 7;
insert into attendance (meeting_id, person_id, capacity, serves_for) values (1, 8, 'serving_substitute', 7);
insert into attendance (meeting_id, person_id, capacity) values (1, 9, 'non_serving_substitute'), (1, 15, 'secretary');
insert into election (meeting_id, position, purpose) values (1, 3, 'justerare');
insert into candidate (meeting_id, position, person_id) values (1, 3, 3);
insert into decision (meeting_id, position, point, kind, outcome, text, decided_at, withdrawn_at, on_behalf_of) values
	(1, 1, 1, 'noting', 'noted', 'Informationen noteras.', '2025-03-12 09:08', null, null),
	(1, 3, 1, 'election', 'elected', 'Öberg väljs.', '2025-03-12 09:18', null, null),
	(1, 4, 1, 'settling', 'approved', 'Utskottet beviljar bidraget.', '2025-03-13 09:38', '2025-03-13 09:39', 1),
	(1, 4, 2, 'settling', 'approved', 'Utskottet beviljar halva bidraget.', '2025-03-13 09:39', null, 1);
insert into vote_event (meeting_id, position, subject, called_at) values (1, 4, 'settling', '2025-03-13 09:30');
select admit_deviation(1, 4, 'agreement_kept', 'klubbat') is not null as admitted;

\echo I26: not yet called, called, summoned, a sitting is over, closed
select * from pg_temp.states(1, '2025-02-19', '2025-02-20', '2025-03-02', '2025-03-03', '2025-03-11', '2025-03-12', '2025-03-13');
set governance.as_of = '2025-03-11';
execute overview(1);
\echo what is known after the first day, and after the second
set governance.as_of = '2025-03-12';
execute overview(1);
set governance.as_of = '2025-03-13';
execute overview(1);
reset governance.as_of;

-- open, once a second sitting has no end yet; summoned by word to each person
begin;
update meeting set closed_at = null, called_on = null where id = 1;
update sitting set closed_at = null where number = 2;
delete from meeting_document;
insert into summons (meeting_id, person_id, told_at) values (1, 3, '2025-03-05 23:59');
select * from pg_temp.states(1, '2024-12-31', '2025-03-04', '2025-03-05', '2025-03-12', '2025-03-13', '2025-03-14');
rollback;
-- cancelled after it was summoned to
insert into meeting (id, body_id, day, place, starts_at, cancelled_at) values (2, 2, '2025-04-09', 'Stadshuset', '2025-04-09 09:00', '2025-04-07 10:00');
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values (2, 'summons', '2025-04-02 12:00', 1);
select * from pg_temp.states(2, '2025-04-01', '2025-04-02', '2025-04-06', '2025-04-07', '2025-04-09');

-- how far the minutes have come: section 3 is attested at once, the rest later
insert into minutes (meeting_id, number, items, immediate, responsible_id, drawn_up_on) values
	(1, 1, '{3}', true, 1, '2025-03-13');
insert into adjuster (meeting_id, person_id, position) values (1, 3, 3);
insert into attestation (meeting_id, number, person_id, role, signed_at) values
	(1, 1, 1, 'chair', '2025-03-13 10:00'), (1, 1, 3, 'adjuster', '2025-03-13 10:00');
\echo I13: none, then minutes that do not cover all
select * from pg_temp.states(1, '2025-03-12', '2025-03-13', '2025-03-19');
insert into minutes (meeting_id, number, responsible_id, drawn_up_on) values (1, 2, 1, '2025-03-20');
insert into attestation (meeting_id, number, person_id, role, signed_at) values
	(1, 2, 1, 'chair', '2025-03-21 10:00'), (1, 2, 3, 'adjuster', '2025-03-24 11:00');
insert into public_notice (id, meeting_id, number, posted_on, kept_at) values
	(1, 1, 1, '2025-03-13', 'Stadshuset, kansliet'), (2, 1, 2, '2025-03-26', 'Stadshuset, kansliet');
\echo I13: drawn up, attested by the last signature, both announced
select * from pg_temp.states(1, '2025-03-20', '2025-03-23', '2025-03-24', '2025-03-25', '2025-03-26');

-- attendance: 7 leaves the committee, 18 takes the seat; meetings at the ends of years
update membership set valid = '[2023-01-01,2025-06-11)' where body_id = 1 and person_id = 7;
insert into membership (body_id, person_id, role, valid) values (1, 18, 'member', '[2025-06-11,2027-01-01)');
insert into membership (body_id, person_id, role, valid, decided_by) values (2, 18, 'member', '[2025-06-11,2027-01-01)', 1);
insert into meeting (id, body_id, day, place, starts_at, opened_at) values
	(3, 2, '2025-06-11', 'Stadshuset', '2025-06-11 09:00', '2025-06-11 09:00'), (4, 2, '2025-12-31', 'Stadshuset', '2025-12-31 09:00', '2025-12-31 09:00'),
	(5, 2, '2026-01-01', 'Stadshuset', '2026-01-01 09:00', '2026-01-01 09:00'), (6, 2, '2026-02-04', 'Stadshuset', '2026-02-04 09:00', null);
insert into agenda_item (meeting_id, position, title, handled) select m, i, 'Ärende', i from generate_series(3, 5) m, generate_series(1, 2) i;
insert into remote_notice (meeting_id, person_id, notified_on, reason, sound_and_picture, equal_terms, premises_secure, consulted_id, consulted_at, decided_by, decided_at, granted)
values (4, 3, '2025-12-01', 'resa', true, true, true, 2, '2025-12-02 09:00', 1, '2025-12-02 10:00', true);
insert into attendance (meeting_id, person_id, capacity, from_item, to_item) values
	(3, 1, 'serving_member', 1, 1), (3, 1, 'serving_member', 2, null), (3, 18, 'serving_member', 1, null), (3, 9, 'non_serving_substitute', 1, null),
	(4, 18, 'serving_member', 1, null), (5, 1, 'serving_member', 1, null);
-- somebody who is there as something else does not attend as what they are elected to
insert into attendance (meeting_id, person_id, capacity) values (4, 2, 'guest');
prepare attended(integer) as
select person, year, meetings, attended, served, remote, share from attendance_statistics
where body_id = 2 and year = $1 and person_id in (1, 2, 7, 8, 9, 18) order by person_id;
\echo a meeting counts from its day
set governance.as_of = '2025-03-11';
execute attended(2025);
set governance.as_of = '2025-03-12';
execute attended(2025);
\echo 7 held the seat until the day before the second meeting, 18 from that day
set governance.as_of = '2025-06-11';
execute attended(2025);
set governance.as_of = '2026-01-01';
execute attended(2025);
execute attended(2026);
\echo 7 has moved on to the seat of a substitute: one person, one row
begin;
insert into membership (body_id, person_id, role, valid) values (1, 7, 'substitute', '[2025-12-01,2027-01-01)');
delete from membership where person_id = 14;
insert into membership (body_id, person_id, role, valid, decided_by) values (2, 7, 'substitute', '[2025-12-01,2027-01-01)', 1);
execute attended(2025);
rollback;
select body, count(*), sum(meetings) as meetings from attendance_statistics group by 1;
reset governance.as_of;

-- at a distance
begin;
insert into attendance (meeting_id, person_id, capacity, mode) values (4, 3, 'serving_member', 'remote');
set governance.as_of = '2025-12-31';
select person, meetings, attended, served, remote, share from attendance_statistics where body_id = 2 and year = 2025 and person_id = 3;
rollback;

-- the notice board
create function pg_temp.board(variadic days date[]) returns table (as_of date, kind text, what text, posted date, until date, at text)
language plpgsql as $$
begin
	foreach as_of in array days loop
		perform set_config('governance.as_of', as_of::text, true);
		for kind, what, posted, until, at in
			select b.kind, concat_ws(' ', b.title, '(' || b.meeting_id || '.' || b.number || ')'), b.posted_on, b.until, b.read_at
			from notice_board b order by 1, 3, 2
		loop
			return next;
		end loop;
	end loop;
	perform set_config('governance.as_of', '', true);
end
$$;
\echo L19, L24: a notice from its day to the last day for an appeal, three weeks later
select * from pg_temp.board('2025-03-12', '2025-03-13', '2025-03-25', '2025-03-26', '2025-04-03', '2025-04-04', '2025-04-16', '2025-04-17');
\echo I16, I14: taken down early it is gone that day; another is posted; left longer it is there
update public_notice set taken_down_on = '2025-04-01' where id = 2;
insert into public_notice (id, meeting_id, number, posted_on, kept_at) values (3, 1, 2, '2025-04-03', 'Stadsarkivet');
update public_notice set taken_down_on = '2025-04-08' where id = 1;
select * from pg_temp.board('2025-03-31', '2025-04-01', '2025-04-02', '2025-04-03', '2025-04-07', '2025-04-08', '2025-04-24', '2025-04-25');
\echo L22: a meeting of the council is announced, until its day; not when it is cancelled
insert into body (id, name, kind) values (3, 'Kommunfullmäktige', 'council');
insert into meeting (id, body_id, day, place, starts_at) values (7, 3, '2025-05-26', 'Rådhuset', '2025-05-26 17:00');
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values
	(7, 'announcement', '2025-05-16 08:00', 1), (7, 'summons', '2025-05-15 08:00', 1);
select * from pg_temp.board('2025-05-15', '2025-05-16', '2025-05-26', '2025-05-27');
update meeting set cancelled_at = '2025-05-20 12:00' where id = 7;
select * from pg_temp.board('2025-05-19', '2025-05-20');
\echo L4: a decision by delegation that is not reported is announced by itself
insert into matter (id, body_id, title, opened_on) values (1, 1, 'Serveringstillstånd', '2025-08-01');
insert into delegation (id, body_id, from_body_id, employee, subject, reported, valid) values
	(101, 1, 1, 'förvaltningschefen', 'Serveringstillstånd', false, '[2025-01-01,2026-01-01)');
insert into delegated_decision (matter_id, number, delegation_id, body_id, person_id, decided_on, text, appealable, minuted_on, posted_on) values
	(1, 1, 101, 1, 1, '2025-08-04', 'Tillstånd beviljas.', true, '2025-08-04', '2025-08-05'),
	(1, 2, 101, 1, 1, '2025-08-05', 'Ej anslaget.', false, null, null);
select * from pg_temp.board('2025-08-04', '2025-08-05', '2025-08-26', '2025-08-27');
insert into body (id, name, kind) values (20, 'Kansliet', 'unit');
update body set secretariat_id = 20 where id = 1;
update delegated_decision set taken_down_on = '2025-09-01' where number = 1;
select * from pg_temp.board('2025-08-31', '2025-09-01');
\echo where no period for an appeal is set a notice stays three weeks too
insert into body (id, name, kind) values (5, 'Integrationsrådet', 'advisory_council');
insert into meeting (id, body_id, day, place, starts_at, opened_at, closed_at) values (8, 5, '2025-10-01', 'Rådhuset', '2025-10-01 09:00', '2025-10-01 09:00', '2025-10-01 10:00');
insert into agenda_item (meeting_id, position, title, handled, section) values (8, 1, 'Val av justerare', 1, 1);
insert into attendance (meeting_id, person_id, capacity) values (8, 1, 'serving_member'), (8, 2, 'serving_member');
insert into presiding (meeting_id, person_id) values (8, 1);
insert into adjuster (meeting_id, person_id, position) values (8, 2, 1);
insert into minutes (meeting_id) values (8);
insert into attestation (meeting_id, person_id, role, signed_at) values (8, 1, 'chair', '2025-10-02 09:00'), (8, 2, 'adjuster', '2025-10-02 09:00');
insert into public_notice (meeting_id, posted_on, kept_at) values (8, '2025-10-02', 'Kansliet');
select * from pg_temp.board('2025-10-23', '2025-10-24');

-- what the rules say of what is stored in the end
\set rules 'delegated_by delegated_in_force delegated_subject'
\i :srcdir/data/verdicts.sql
