-- What follows from attestation: announced in time, appealed in time, legal
-- force (rules.md A19, L18, L19, L24, I13, I14, I16).
\set registry notice
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql

create function pg_temp.as_of(day date) returns void
language sql
as $$select set_config('governance.as_of', day::text, false)$$;

create function pg_temp.attest(meeting bigint, day date) returns void
language sql
as $$
insert into attestation (meeting_id, person_id, role, signed_at) values
	(meeting, 1, 'chair', day + time '10:00'), (meeting, 3, 'adjuster', day + time '10:00')
$$;

-- a meeting with three decisions: on the board's behalf or not, and one that
-- only prepares
create function pg_temp.decided(meeting bigint, day date, behalf bigint, first integer) returns void
language sql
as $$
select pg_temp.meeting(meeting, day, 3);
update agenda_item i set section = first + handled - 1 where i.meeting_id = meeting;
insert into election (meeting_id, position, purpose) values (meeting, 1, 'justerare');
insert into candidate (meeting_id, position, person_id) values (meeting, 1, 3);
insert into decision (meeting_id, position, kind, outcome, text, on_behalf_of) values
	(meeting, 1, 'election', 'elected', 'Öberg väljs att justera protokollet.', null),
	(meeting, 2, 'settling', 'approved', 'Utskottet beslutar enligt förslaget.', behalf),
	(meeting, 3, 'procedural', 'tabled', 'Ärendet bordläggs.', null);
update meeting m set closed_at = day + time '11:00' where m.id = meeting;
insert into minutes (meeting_id, responsible_id) values (meeting, 1);
insert into adjuster (meeting_id, person_id, position) values (meeting, 3, 1);
$$;

select pg_temp.decided(1, '2025-05-28', 1, 1) \g /dev/null
select pg_temp.decided(2, '2025-11-26', null, 11) \g /dev/null
select pg_temp.decided(3, '2025-12-10', 1, 21) \g /dev/null

-- L18: attested within 14 days, the last day moved off Christmas Eve
select meeting_id, attest_by from minutes_status order by meeting_id;
select pg_temp.as_of('2025-12-29') \g /dev/null
select attested_on, attest_by, attested_late as "L18 ✓ the last day" from minutes_status where meeting_id = 3;
select pg_temp.as_of('2025-12-30') \g /dev/null
select attested_on, attest_by, attested_late as "L18 ✗ not attested, the day after" from minutes_status where meeting_id = 3;
select pg_temp.try($$select pg_temp.attest(3, '2025-12-30')$$) as "L18: a late attestation is accepted, and reported";
select attested_on, attest_by, attested_late as "L18 ✗ late" from minutes_status where meeting_id = 3;
select pg_temp.as_of('2025-12-29') \g /dev/null
select attested_on, attested_late as "as of the day before: not attested yet" from minutes_status where meeting_id = 3;

-- I26: from the last sitting
select pg_temp.decided(4, '2026-02-11', 1, 1) \g /dev/null
update meeting set closed_at = '2026-02-12 12:00' where id = 4;
insert into sitting (meeting_id, number, opened_at, closed_at, first_item) values
	(4, 1, '2026-02-11 09:00', '2026-02-11 17:00', 1), (4, 2, '2026-02-12 09:00', '2026-02-12 12:00', 3);
select attest_by as "I26: from 12 February" from minutes_status where meeting_id = 4;

-- A19, L19: announced after attestation, no later than the second day after
select pg_temp.try($$insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-06-06', 'Kommunstyrelsens kansli')$$) as "A19 ✗ not attested";
select pg_temp.attest(1, '2025-06-05') \g /dev/null
select pg_temp.try($$insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-06-04', 'Kommunstyrelsens kansli')$$) as "A19 ✗ before the attestation";
select pg_temp.try($$insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-06-05', ' ')$$) as "L19 ✗ does not say where the minutes are";
select pg_temp.as_of('2025-06-09') \g /dev/null
select attested_on, notice_by, notice_late as "L19 ✓ Thursday's minutes on Monday" from minutes_status where meeting_id = 1;
select pg_temp.as_of('2025-06-10') \g /dev/null
select posted_on, notice_by, notice_late as "L19 ✗ on Tuesday" from minutes_status where meeting_id = 1;
select pg_temp.try($$insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-06-10', 'Kommunstyrelsens kansli')$$) as "L19: a late notice is accepted, and reported";
select posted_on, notice_late, appeal_until from minutes_status where meeting_id = 1;
select pg_temp.try($$update public_notice set posted_on = '2025-06-05' where meeting_id = 1$$) as "L19 ✓ the day of attestation";
select posted_on, notice_late, appeal_until from minutes_status where meeting_id = 1;
select (governance.setting(:'registry', 1, 'notice_days')).citation as "A19: cited";

-- I14: no decision on the board's behalf, no notice due
select pg_temp.as_of('2025-12-15') \g /dev/null
select pg_temp.attest(2, '2025-12-01') \g /dev/null
select attested_on, notice_by as "I14: none due", notice_late from minutes_status where meeting_id = 2;

-- L24: three weeks, if it stays up
insert into public_notice (meeting_id, posted_on, kept_at) values (2, '2025-12-03', 'Kommunstyrelsens kansli');
select appeal_until as "L24: 24 December moves to the 29th", appeal_over_on from minutes_status where meeting_id = 2;
select pg_temp.as_of('2025-12-29') \g /dev/null
select position, appealable, appeal_until, legal_force_on as "L24: the last day" from decision_force where meeting_id = 2 order by position;
select pg_temp.as_of('2025-12-30') \g /dev/null
select position, appealable, appeal_until, legal_force_on as "L24: the day after" from decision_force where meeting_id = 2 order by position;

-- I16: taken down on or before the last day
update public_notice set taken_down_on = '2025-12-29' where meeting_id = 2;
select taken_down_early as "I16 ✗ on the last day", appeal_until, appeal_over_on from minutes_status where meeting_id = 2;
select position, legal_force_on as "I16: not for what can be appealed" from decision_force where meeting_id = 2 order by position;
update public_notice set taken_down_on = '2025-12-30' where meeting_id = 2;
select taken_down_early as "I16 ✓ the day after", appeal_until, appeal_over_on from minutes_status where meeting_id = 2;
-- I14: a new notice, whose clock counts
update public_notice set taken_down_on = '2025-12-20' where meeting_id = 2;
insert into public_notice (meeting_id, posted_on, kept_at) values (2, '2026-01-07', 'Kommunstyrelsens kansli');
select posted_on, taken_down_early, appeal_until as "I16: before the new one", appeal_over_on from minutes_status where meeting_id = 2;
select pg_temp.as_of('2026-01-29') \g /dev/null
select posted_on, taken_down_early, appeal_until as "I14: the new one's clock", appeal_over_on from minutes_status where meeting_id = 2;
select posted_on, taken_down_on, taken_down_early, appeal_until from notice_status where meeting_id = 2 order by posted_on;

-- L24: no legal force while an appeal is pending; a late one changes nothing
insert into appeal (meeting_id, position, filed_on, court) values
	(2, 2, '2026-01-28', 'Förvaltningsrätten i Stockholm'), (2, 1, '2026-01-29', 'Förvaltningsrätten i Stockholm');
select position, filed_on, late, pending from appeal_status order by position;
select position, appeal_pending, legal_force_on from decision_force where meeting_id = 2 order by position;
update appeal set outcome = 'rejected', concluded_on = '2026-05-04' where position = 2;
select position, appeal_pending, legal_force_on as "before the court has spoken" from decision_force where meeting_id = 2 order by position;
select pg_temp.as_of('2026-05-04') \g /dev/null
select position, appeal_pending, legal_force_on as "and after" from decision_force where meeting_id = 2 order by position;
update appeal set outcome = 'annulled' where position = 2;
select position, appeal_pending, legal_force_on as "annulled: never" from decision_force where meeting_id = 2 and position = 2;
select pg_temp.try($$update appeal set concluded_on = '2026-01-01' where position = 2$$) as "✗ concluded before it was filed";
select pg_temp.try($$update appeal set outcome = null where position = 2$$) as "✗ concluded without outcome";

-- what the minutes of the board hold is always announced
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at, closed_at) values
	(5, 1, '2026-03-04', 'Stadshuset', '2026-03-04 09:00', 1, '2026-03-04 09:00', '2026-03-04 11:00');
select summon(5, '2026-02-20 09:00') \g /dev/null
insert into agenda_item (meeting_id, position, title, kind, handled, opened_at, section) values (5, 1, 'Information', 'information', 1, '2026-03-04 09:05', 1);
insert into presiding (meeting_id, person_id) values (5, 1);
insert into attendance (meeting_id, person_id, capacity) select 5, p, 'serving_member' from generate_series(1, 7) p;
insert into adjuster (meeting_id, person_id, position) values (5, 3, 1);
insert into minutes (meeting_id) values (5);
select pg_temp.attest(5, '2026-03-06') \g /dev/null
select sections, chairs, adjusters, unsigned, attested_on, notice_by as "the board: always due" from minutes_status where meeting_id = 5;

-- what the rules say of what is stored in the end
\set rules 'notice_after_attestation sittings_in_order'
\i :srcdir/data/verdicts.sql
