-- Reservations, and the agreement that they take away (rules.md L9, A28, I2,
-- I23).
\set registry reservations
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned

-- seven at the table, four must agree
select pg_temp.meeting(1, '2025-03-12', 5) \g /dev/null
insert into attendance (meeting_id, person_id, capacity) values (1, 8, 'non_serving_substitute'), (1, 16, 'city_director');
insert into recusal (meeting_id, position, person_id, ground, self_declared) values (1, 1, 7, 'närstående', true);
insert into decision (meeting_id, position, text) values (1, 1, 'bifall'), (1, 2, 'bifall');
insert into abstention (meeting_id, position, person_id) values (1, 1, 6);

-- L9: who took part (reservation_entitled)
select 'L9 ✓ took part', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 1, 2, '2025-03-12 09:09')$$);
select 'L9 ✗ declared to take no part', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 1, 6, '2025-03-12 09:09')$$);
select 'L9 ✗ recused', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 1, 7, '2025-03-12 09:09')$$);
select 'A28 ✗ a substitute who does not serve', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 1, 8, '2025-03-12 09:09')$$);
select 'A26 ✗ the city director', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 1, 16, '2025-03-12 09:09')$$);
select 'L9 ✗ absent', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 1, 9, '2025-03-12 09:09')$$);
select 'L9 ✗ declares it after having reserved', pg_temp.try($$insert into abstention (meeting_id, position, person_id) values (1, 1, 2)$$);
update attendance set to_item = 3, to_point = 'opened' where meeting_id = 1 and person_id = 5;
insert into decision (meeting_id, position, text) values (1, 3, 'bifall');
select 'L9 ✗ left before it was decided', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 3, 5, '2025-03-12 09:19')$$);
select 'L9 ✓ of what was decided before', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 2, 5, '2025-03-12 09:14')$$);
-- in a vote: yes, no, abstaining
insert into proposal (meeting_id, position, number, person_id, kind, text) values
	(1, 4, 1, 1, 'approve', 'bifall'), (1, 4, 2, 3, 'reject', 'avslag');
insert into vote_event (meeting_id, position, number, yes_proposal, no_proposal) values (1, 4, 1, 1, 2);
insert into vote (meeting_id, position, number, person_id, choice) values
	(1, 4, 1, 1, 'yes'), (1, 4, 1, 2, 'yes'), (1, 4, 1, 6, 'yes'), (1, 4, 1, 7, 'yes'),
	(1, 4, 1, 3, 'no'), (1, 4, 1, 4, 'abstain');
insert into decision (meeting_id, position, text, vote_number, proposal_number) values (1, 4, 'bifall', 1, 1);
select 'L9 ✓ voted no', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 4, 3, '2025-03-12 09:24')$$);
select 'L9 ✓ voted yes', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 4, 2, '2025-03-12 09:24')$$);
select 'L9 ✗ abstained in the vote', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 4, 4, '2025-03-12 09:24')$$);

-- L9, I23: announced before the meeting is closed, whenever it is written
-- (reservation_timely)
select 'L9 ✗ closed before the last announcement', pg_temp.try($$update meeting set closed_at = '2025-03-12 09:29' where id = 1;
	insert into reservation (meeting_id, position, person_id, announced_at) values (1, 2, 1, '2025-03-12 09:30')$$);
update meeting set closed_at = '2025-03-12 09:30' where id = 1;
select 'L9 ✗ a minute after the close', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 2, 1, '2025-03-12 09:31')$$);
select 'L9 ✓ in the minute of the close', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 2, 1, '2025-03-12 09:30')$$);
select 'L9 ✗ the close is moved before it', pg_temp.try($$update meeting set closed_at = '2025-03-12 09:29' where id = 1$$);
select position, person_id, announced_at::time from reservation order by 1, 2;

-- I2: a timely reservation is stored whatever it does to the number
select pg_temp.meeting(2, '2025-04-09', 3) \g /dev/null
insert into decision (meeting_id, position, text) values (2, 1, 'bifall'), (2, 2, 'bifall');
select 'I2 ✓ three of seven reserve', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at)
	select 2, 1, p, '2025-04-09 09:09' from generate_series(2, 4) p$$);
select status, finding from explain_item(2, 1) where rule = 'agreement_kept';
select 'I2 ✓ a fourth', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at) values (2, 1, 5, '2025-04-09 09:09')$$);
select rule, status, finding, detail, hint, citation from explain_item(2, 1) where rule in ('agreement_kept', 'decision_agreement');
select 'I2 ✗ closed', pg_temp.try($$update meeting set closed_at = '2025-04-09 10:00' where id = 2$$);
begin;
select 'I2 ✓ withdrawn', pg_temp.try($$update decision set withdrawn_at = '2025-04-09 09:30' where meeting_id = 2 and position = 1;
	update meeting set closed_at = '2025-04-09 10:00' where id = 2$$);
select 'I2 ✗ then not withdrawn after all', pg_temp.try($$update decision set withdrawn_at = null where meeting_id = 2 and position = 1$$);
rollback;
begin;
insert into proposal (meeting_id, position, number, person_id, kind, text) values
	(2, 1, 1, 1, 'approve', 'bifall'), (2, 1, 2, 2, 'reject', 'avslag');
insert into vote_event (meeting_id, position, number, yes_proposal, no_proposal) values (2, 1, 1, 1, 2);
insert into vote (meeting_id, position, number, person_id, choice)
select 2, 1, 1, p, case when p in (1, 5, 6, 7) then 'yes' else 'no' end from generate_series(1, 7) p;
select 'I2 ✓ put to a vote, 4-3', pg_temp.try($$update decision set vote_number = 1, proposal_number = 1 where meeting_id = 2 and position = 1;
	update meeting set closed_at = '2025-04-09 10:00' where id = 2$$);
select status, finding from explain_item(2, 1) where rule = 'agreement_kept';
rollback;
begin;
select 'I2 ✓ admitted' where admit_deviation(2, 1, 'agreement_kept', 'klubbat trots fyra reservationer') is not null;
select 'I2 ✓ and closed', pg_temp.try($$update meeting set closed_at = '2025-04-09 10:00' where id = 2$$);
select status, finding, hint from explain_item(2, 1) where rule = 'agreement_kept';
rollback;
select 'I2 ✗ admitted for another item', pg_temp.try($$select admit_deviation(2, 2, 'agreement_kept', 'fel ärende');
	update meeting set closed_at = '2025-04-09 10:00' where id = 2$$);
select 'I2 ✓ a procedural decision needs no number', pg_temp.try($$update decision set kind = 'procedural' where meeting_id = 2 and position = 1;
	update meeting set closed_at = '2025-04-09 10:00' where id = 2$$);

-- I23: written days later, the close first: the reservations are stored, and
-- the attestation asks
select pg_temp.meeting(3, '2025-05-14', 2) \g /dev/null
update meeting set closed_at = '2025-05-14 10:00' where id = 3;
insert into decision (meeting_id, position, text) values (3, 1, 'bifall');
select 'I23 ✓ all of them', pg_temp.try($$insert into reservation (meeting_id, position, person_id, announced_at)
	select 3, 1, p, '2025-05-14 09:09' from generate_series(2, 5) p$$);
select 'I23 ✓ another item''s decision', pg_temp.try($$insert into decision (meeting_id, position, text) values (3, 2, 'bifall')$$);
select rule, status, finding from explain_item(3, 1) where rule = 'agreement_kept';
select item, rule, finding from governance.verify_registry('reservations');
update agenda_item set section = 10 + handled where meeting_id = 3;
insert into minutes (meeting_id, responsible_id) values (3, 1);
select 'I2 ✗ attested', pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at) values (3, 1, 1, 'chair', '2025-05-20 12:00')$$);
update decision set withdrawn_at = '2025-05-14 09:50' where meeting_id = 3 and position = 1;
-- L9: written reasons before the minutes are attested
update reservation set reasons = 'Vi ville avslå.', reasons_at = '2025-05-20 12:00' where meeting_id = 3 and person_id = 2;
select 'L9 ✗ signed before they came', pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at) values (3, 1, 1, 'chair', '2025-05-20 11:59')$$);
select status, finding from explain_item(3, 1) where rule like 'reservation%' order by rule, finding;

-- I13: minutes name items by the order of handling; item 2 came first
select pg_temp.meeting(5, '2025-06-11', 2) \g /dev/null
update agenda_item set handled = 3 - handled, section = 23 - handled,
	opened_at = '2025-06-11 09:20'::timestamp - position * interval '5 min',
	decided_at = '2025-06-11 09:24'::timestamp - position * interval '5 min' where meeting_id = 5;
insert into decision (meeting_id, position, text) values (5, 1, 'bifall'), (5, 2, 'bifall');
insert into reservation (meeting_id, position, person_id, announced_at) select 5, 2, p, '2025-06-11 09:14' from generate_series(2, 5) p;
update reservation set reasons = 'Vi ville avslå.', reasons_at = '2025-06-11 09:41' where meeting_id = 5 and person_id = 2;
insert into adjuster (meeting_id, person_id, position) values (5, 3, 1);
insert into minutes (meeting_id, number, items, immediate) values (5, 1, '{2}', true), (5, 2, '{1}', true);
select 'I2 ✗ the minutes of item 2', pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at) values (5, 2, 1, 'chair', '2025-06-11 09:40')$$);
select 'I2 ✓ those of item 1', pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at) values (5, 1, 1, 'chair', '2025-06-11 09:40')$$);
update decision set withdrawn_at = '2025-06-11 09:39' where meeting_id = 5 and position = 2;
select 'L9 ✗ item 2 signed before the reasons came', pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at) values (5, 2, 1, 'chair', '2025-06-11 09:40')$$);
select 'L9 ✓ signed when they came', pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at) values (5, 2, 1, 'chair', '2025-06-11 09:41')$$);

-- in a body without a number of members who must agree, reservations change nothing
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at) values (4, 1, '2025-03-19', 'Stadshuset', '2025-03-19 09:00', 1, '2025-03-19 09:00');
insert into office (body_id, person_id, kind, valid) values (1, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into summons (meeting_id, person_id, told_at) select 4, p, '2025-03-12 09:00' from generate_series(8, 14) p;
insert into agenda_item (meeting_id, position, title, handled) values (4, 1, 'Ärende', 1);
insert into presiding (meeting_id, person_id) values (4, 1);
insert into attendance (meeting_id, person_id, capacity) select 4, p, 'serving_member' from generate_series(1, 7) p;
insert into decision (meeting_id, position, text) values (4, 1, 'bifall');
insert into reservation (meeting_id, position, person_id, announced_at) select 4, 1, p, '2025-03-19 09:09' from generate_series(2, 7) p;
select 'I2 ✓ closed', pg_temp.try($$update meeting set closed_at = '2025-03-19 10:00' where id = 4$$);
select item, rule, finding from governance.verify_registry('reservations');

-- what the rules say of what is stored in the end
\set rules 'abstention_entitled city_director_right body_lifetime reservation_entitled reservation_reasons reservation_timely'
\i :srcdir/data/verdicts.sql
