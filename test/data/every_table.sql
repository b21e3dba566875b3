-- A registry with rows in every table, small: a committee whose meetings are
-- attested and sealed, bodies of every kind, and what matters lead to; and with
-- rights for the roles clerk and reporter.  In the registry :registry, by its
-- owner; psql runs with :srcdir as in committee.sql.
--
-- What is lawful without effort is written lawfully; the rest is imported, so
-- that deviations are on record too.
\set ECHO none
\ir committee.sql
\set ECHO none
\ir ../fuzz/matters_setup.sql
insert into extra_day values ('2025-05-30', 'Klämdag');
-- 0.1.0, which is filled with these rows too, delivers nothing
select to_regclass('endpoint') is not null as delivers \gset
\if :delivers
insert into endpoint (name, url, kinds, secret) values
	('Anslagstavlan', 'https://anslag.example/hook', '{minutes_announced,report_handed_over}', 'anslag');
\endif

-- ---- five meetings of the committee, four of them attested and sealed ----
select pg_temp.meeting(m, date '2025-08-06' + 14 * m::integer, 4) from generate_series(1, 5) m \g /dev/null
insert into statement (meeting_id, position, number, person_id, kind, text) values
	(1, 1, 1, 3, 'note', E'Öberg noterar:\n"å, ä, ö och \\"');
insert into proposal (meeting_id, position, number, person_id, text) values
	(1, 2, 1, 3, 'bifall till förslaget'), (1, 2, 2, 4, 'avslag');
insert into vote_event (meeting_id, position, yes_proposal, no_proposal) values (1, 2, 1, 2);
insert into vote (meeting_id, position, person_id, choice)
select 1, 2, p, case when p < 6 then 'yes' else 'no' end from generate_series(1, 7) p;
insert into decision (meeting_id, position, text, vote_number, proposal_number)
select m, p, 'bifall', case when (m, p) = (1, 2) then 1 end, case when (m, p) = (1, 2) then 1 end
from generate_series(1, 5) m, generate_series(1, 3) p;
insert into reservation (meeting_id, position, person_id, announced_at)
select meeting_id, 2, 7, decided_at from agenda_item where (meeting_id, position) = (1, 2);
insert into abstention (meeting_id, position, person_id) values (2, 1, 6);
delete from attendance where meeting_id = 5 and person_id > 4;
select admit_deviation(5, 4, 'quorum_present', 'en ledamot hade gått') \g /dev/null
insert into election (meeting_id, position, purpose) select m, 4, 'Justerare' from generate_series(1, 4) m;
insert into candidate (meeting_id, position, person_id) select m, 4, 2 from generate_series(1, 4) m;
insert into decision (meeting_id, position, kind, outcome, text)
select m, 4, 'election', 'elected', 'Lind utses.' from generate_series(1, 4) m;
update agenda_item set section = meeting_id * 4 + handled where meeting_id <= 4;
update meeting set closed_at = day + time '12:00' where id <= 4;
insert into adjuster (meeting_id, person_id, position) select m, 2, 4 from generate_series(1, 4) m;
insert into minutes (meeting_id, responsible_id) select m, 1 from generate_series(1, 4) m;
insert into attestation (meeting_id, person_id, role, signed_at)
select id, p, case p when 1 then 'chair' else 'adjuster' end, day + 5 + time '10:00'
from meeting, generate_series(1, 2) p where id <= 4;
insert into public_notice (meeting_id, posted_on, kept_at) select id, day + 6, 'Stadshuset' from meeting where id <= 4;
insert into correction (meeting_id, position, old_text, new_text, reason, corrected_by, corrected_at)
values (1, 1, 'bifal', 'bifall', 'skrivfel', 1, '2025-09-01 10:00');
insert into appeal (meeting_id, position, filed_on, court) values (1, 1, '2025-09-02', 'Förvaltningsrätten');

-- ---- numbers of matters ----
update registry set case_number_shape = 'code-serial-yy';
select next_case_number('KS', 2025) from generate_series(1, 3) \g /dev/null
update matter set number = (array['KS 2016/36-01', 'Dnr 102-274-04', U&'S\2013Dp\00A02002-11922-54'])[id]::text::governance.case_number
where id in (1, 3);
update matter set number = governance.case_number('Dnr 102-274-04', 'code-serial-yy') where id = 2;

-- ---- the rest, as history ----
begin;
select begin_import() \g /dev/null
insert into party (name, abbreviation) values ('Folkets väl', 'FV'), ('Framåt', null);
update membership set party_id = (select min(id) from party) where body_id = 3 and person_id < 4;
insert into seat_category values (5, 'Föreningar');
insert into hindrance (body_id, person_id, valid, reason) values (1, 2, '[2025-06-02,2025-06-09)', 'sjuk');
insert into body (id, name, kind, parent_id, founded_by, valid) values
	(101, 'Arbetsgruppen', 'working_group', 1, 'Kommunstyrelsen', '[2023-01-01,2025-01-01)'),
	(102, 'Nya arbetsgruppen', 'working_group', 1, 'Kommunstyrelsen', '[2025-01-01,)');
insert into body_succession values (101, 102, '2025-01-01');
insert into meeting_request (id, body_id, requested_on, subject) values (101, 1, '2025-05-01', 'Ekonomi');
insert into meeting_requester values (101, 2), (101, 3);
insert into sitting (meeting_id, number, opened_at, closed_at, first_item) values (31, 1, '2025-03-15 09:00', '2025-03-15 15:00', 1);
insert into remote_notice (meeting_id, person_id, notified_on, reason) values (32, 4, '2025-04-01', 'resa');
insert into recusal (meeting_id, position, person_id, ground, self_declared, ruling) values (32, 2, 5, 'släkt', true, 'upheld');
insert into exclusion (meeting_id, position, person_id, reason) values (32, 3, 6, 'jäv');
insert into vote_event (meeting_id, position, kind, subject) values (31, 1, 'closed', 'election');
insert into ballot_tally (meeting_id, position, line, choice, person_id, ballots) values
	(31, 1, 1, 'candidate', 3, 6), (31, 1, 2, 'blank', null, 1);
insert into election (meeting_id, position, purpose, method, vote_number) values (31, 1, 'Revisor', 'majority', 1);
insert into candidate (meeting_id, position, person_id) values (31, 1, 3);
insert into decision (meeting_id, position, kind, outcome, text) values
	(31, 1, 'election', 'elected', 'Öberg väljs'), (31, 2, 'settling', 'rejected', 'Motionen avslås'),
	(11, 1, 'settling', 'approved', 'Beslut på delegation');
insert into matter (id, body_id, title, opened_on, secret) values
	(104, 3, 'Motion om cykelvägar', '2025-01-15', false), (105, 1, 'Integrationspolicy', '2025-01-15', true),
	(106, 1, 'Delegationsbeslut', '2025-01-15', false);
insert into document (matter_id, number, kind, direction, title, dated_on, secret, costs, page_mark, signatories) values
	(104, 1, 'motion', 'received', 'Motion', '2025-01-10', false, null, 'SID. 1 (2)', 1),
	(105, 1, 'proposal', 'drawn_up', 'Förslag till policy', '2025-01-20', true, 'ryms i budget', null, null);
insert into document (matter_id, number, kind, direction, title, appendix_of) values (105, 2, 'appendix', 'drawn_up', 'Bilaga', 1);
insert into document_signatory values (104, 1, 3, 'ledamot', false);
insert into document_author values (105, 1, 6, true);
insert into referral_recipient (matter_id, number, body_id, received_on) values (1, 1, 4, '2025-03-02'), (1, 1, 7, null);
insert into referral_answer (matter_id, number, body_id, kind, answered_on, recommendation, wording) values
	(1, 1, 4, 'office', '2025-04-01', 'approve', 'Förvaltningen tillstyrker.');
insert into motion (matter_id, council_id, dated_on, raised_on, section) values (104, 3, '2025-01-10', '2025-01-15', 'KF § 7/2025');
insert into motion_mover values (104, 3);
insert into motion_report (matter_id, reported_on) values (104, '2025-04-15');
insert into claim (matter_id, number, text, outcome, meeting_id, position, point) values
	(104, 1, 'att bygga cykelvägar', 'rejected', 31, 2, 1), (104, 2, 'att utreda fler', null, null, null, null);
insert into assignment (matter_id, number, text, given_by_id, given_on, due_on) values (1, 1, 'Utred', 1, '2025-03-10', '2025-06-01');
insert into assignment_body values (1, 1, 4);
insert into assignment_report values (1, 1, '2025-05-20', 1);
insert into dispatch (matter_id, number, meeting_id, position, recipient_id, send_by) values (104, 1, 31, 2, 4, '2025-04-01');
insert into letter (matter_id, number, body_id, title, dated_on) values (1, 1, 1, 'Skrivelse', '2025-04-10');
insert into letter_signature values (1, 1, 'sign', 1, 'chair', '2025-04-10 12:00');
insert into delegated_decision (matter_id, number, delegation_id, body_id, person_id, decided_on, text) values
	(106, 1, 2, 1, 1, '2025-02-10', 'Brådskande inköp');
insert into delegation_report (matter_id, number, body_id, to_body_id, period) values (106, 1, 1, 1, '[2025-01-01,2025-04-01)');
insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number) values (106, 1, 1, 106, 1);
insert into fee_rate (role, amount, valid) values ('member', 1234.50, '[2025-01-01,)');
insert into policy_document (matter_id, domain, title, adopted_by_id, valid) values (105, 'integration', 'Integrationspolicy', 3, '[2025-02-01,)');
insert into goal (matter_id, number, text, responsible_id) values (105, 1, 'Alla ska ha arbete', 4);
insert into indicator (matter_id, number, goal, name, unit, direction, area_set_id, baseline, baseline_on, target, target_on) values
	(105, 1, 1, 'Sysselsättning', '%', 'up', 1, 70.5, '2025-02-01', 80, '2027-02-01');
insert into measurement (matter_id, indicator, number, measured_on, area_set_id, area_code, value) values (105, 1, 1, '2025-06-01', 1, 'a', 71.25);
insert into activity (matter_id, number, goal, text, responsible_id, valid) values (105, 1, 1, 'Jobbmässa', 4, '[2025-03-01,2026-01-01)');
insert into funding (matter_id, number, goal, amount) values (105, 1, 1, 1000000.00);
insert into follow_up (matter_id, number, period, due_on, responsible_id) values (105, 1, '[2025-02-01,2026-02-01)', '2026-03-01', 1);
insert into term_definition values (105, 'integration', 'att delta på lika villkor');
insert into goal_link values (105, 1, 1, 'national', 'prop. 2008/09:24');
commit;

-- ---- what has been told to others ----
\if :delivers
update outbox set attempts = 1, state = 'delivered', due_at = null, ended_at = '2025-10-01 10:00+02'
where subject like 'public_notice/%1';
insert into delivery_attempt (outbox_id, number, began_at, took, status)
select id, 1, '2025-10-01 10:00+02', '0.25 s', 200 from outbox where state = 'delivered';
\endif

-- ---- rights, also on what an upgrade may make anew ----
grant usage on schema :"registry" to clerk, reporter;
grant select on meeting, agenda_item, attendance, decision, matter, document, meeting_overview, item_roll to clerk;
grant insert, update, delete on meeting, agenda_item, attendance, decision, matter, document to clerk;
grant select on person, body to clerk with grant option;
grant select on todo, decision_register, meeting_overview, minutes_status to reporter;
grant select on document_register to reporter with grant option;
grant select (matter_id, kind) on motion_status to reporter;
revoke execute on function begin_import() from public;
grant execute on function begin_import() to clerk;
