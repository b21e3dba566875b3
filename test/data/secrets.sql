-- Two bodies whose every text tells where it belongs: of the committee (body 2)
-- openly, of a matter of its that is secret ("HEMLIG"), and of another board (10,
-- "ANNAT").  Written past the rules: it is who reads it that matters here.
set session_replication_role = replica;

insert into body (id, name, kind, founded_by) values
	(3, 'Kommunfullmäktige', 'council', null), (10, 'Socialnämnden', 'board', 'Kommunfullmäktige');
insert into body (id, name, kind, valid) values (11, 'Ett råd som har upphört', 'working_group', '[2023-01-01,2025-01-01)');
insert into membership (body_id, person_id, valid) values (10, 1, '[2023-01-01,2027-01-01)');
insert into hindrance (body_id, person_id, valid, reason) values
	(2, 2, '[2025-03-01,2025-03-02)', 'resa'), (10, 1, '[2025-03-01,2025-03-02)', 'ANNAT skäl');

-- matters: 1 open, 2 secret, both of the committee; 3 of the board; 4 of the
-- ended group; in 5, of the board, the committee is asked for an opinion; 7 secret,
-- with nothing in it
insert into matter (id, body_id, number, title, opened_on, secret) values
	(1, 2, 'IU 2025/1', 'Öppet', '2025-01-02', false), (2, 2, 'IU 2025/2', 'HEMLIG', '2025-01-02', true),
	(3, 10, 'SN 2025/1', 'ANNAT', '2025-01-02', false), (4, 11, null, 'ANNAT som gruppen lämnade', '2024-01-02', false),
	(5, 10, 'SN 2025/2', 'Remitterat', '2025-01-02', false), (7, 2, 'IU 2025/7', 'HEMLIG', '2025-01-02', true);

create function pg_temp.fill_matter(matter bigint, body bigint, word text) returns void
language plpgsql
as $$
begin
	insert into document (matter_id, number, kind, direction, title, dated_on, counterpart, costs, signatories, appendices)
	values (matter, 1, 'statement', 'drawn_up', word, '2025-01-03', word, word, 2, 2),
		(matter, 2, 'proposal', 'drawn_up', word, '2025-01-03', word, null, 2, 2);
	insert into document_signatory (matter_id, number, person_id, title) values (matter, 1, 1, word);
	insert into document_author (matter_id, number, body_id, lead) values (matter, 1, body, true);
	insert into motion (matter_id, council_id, dated_on, raised_on) values (matter, 3, '2025-01-03', '2025-01-03');
	insert into motion_mover (matter_id, person_id) values (matter, 1);
	insert into motion_report (matter_id, reported_on) values (matter, '2025-02-03');
	insert into claim (matter_id, number, text) values (matter, 1, word);
	insert into referral (matter_id, number, sender_id, sent_on, answer_by) values (matter, 1, body, '2025-01-04', '2025-02-04');
	insert into referral_recipient (matter_id, number, body_id) values (matter, 1, body);
	insert into assignment (matter_id, number, text, given_by_id, given_on, financing, due_on)
	values (matter, 1, word, body, '2025-01-05', word, '2025-03-05'), (matter, 2, word, body, '2025-01-05', null, null);
	insert into assignment_body (matter_id, number, body_id) values (matter, 1, body);
	insert into assignment_report (matter_id, number, reported_on) values (matter, 1, '2025-02-05');
	insert into letter (matter_id, number, body_id, title, dated_on) values (matter, 1, body, word, '2025-01-06');
	insert into letter_signature (matter_id, number, role, person_id, ground, signed_at)
	values (matter, 1, 'sign', 1, 'chair', '2025-01-06 10:00');
	insert into delegation (id, body_id, from_body_id, subject, valid) values (100 + matter, body, 1, 'alla', '[2024-01-01,)');
	insert into delegated_decision (matter_id, number, delegation_id, body_id, person_id, decided_on, text, posted_on, minuted_on, taken_down_on)
	values (matter, 1, 100 + matter, body, 1, '2025-01-07', word, null, null, null), (matter, 2, 100 + matter, body, 1, '2025-01-07', word, '2025-03-10', '2025-03-10', '2025-04-20');
	insert into delegation_report (matter_id, number, body_id, to_body_id, period, handed_over_on)
	values (matter, 1, body, 1, '[2025-01-01,2025-02-01)', '2025-02-01');
	insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number) values (matter, 1, 1, matter, 1);
	insert into policy_document (matter_id, domain, title, adopted_by_id, valid, binding_scope, followed_up_by_id)
	values (matter, word, word, body, '[2025-01-01,)', word, body);
	insert into goal (matter_id, number, kind, text, place, domain, main_area) values (matter, 1, 'measurable', word, word, word, 1), (matter, 2, 'direction', word, word, word, 1);
	insert into indicator (matter_id, number, goal, name, unit, population, group_a, group_b, baseline, baseline_on, target, target_on, every_months)
	values (matter, 1, 1, word, word, word, word || ' a', word || ' b', 1, '2025-01-01', 2, '2025-12-31', 1);
	insert into measurement (matter_id, indicator, number, measured_on, group_name, value, source)
	values (matter, 1, 1, '2025-02-01', word || ' a', 1, word), (matter, 1, 2, '2025-02-01', word || ' b', 2, word), (matter, 1, 3, '2025-02-01', null, 2, word);
	insert into activity (matter_id, number, goal, text, valid, due_on, responsible_id) values (matter, 1, 1, word, '[2025-01-01,)', '2025-02-01', body);
	insert into funding (matter_id, number, amount, budget) values (matter, 1, 1, word);
	insert into follow_up (matter_id, number, period, due_on, responsible_id, assessment) values (matter, 1, '[2025-01-01,2025-02-01)', '2025-02-15', body, word);
	insert into term_definition (matter_id, term, definition) values (matter, word, word);
	insert into goal_link (matter_id, number, level, reference) values (matter, 1, 'national', word);
end
$$;
select pg_temp.fill_matter(1, 2, 'Öppet'), pg_temp.fill_matter(2, 2, 'HEMLIG'), pg_temp.fill_matter(3, 10, 'ANNAT') \g /dev/null
-- a document that is secret in a matter that is not
insert into document (matter_id, number, kind, direction, title, dated_on, counterpart, costs, signatories, appendices, secret)
values (1, 9, 'proposal', 'drawn_up', 'HEMLIG', '2025-01-03', 'HEMLIG', null, 2, 2, true);
insert into document_signatory (matter_id, number, person_id, title) values (1, 9, 1, 'HEMLIG');
-- the board asks the committee
insert into referral (matter_id, number, sender_id, sent_on, answer_by) values (5, 1, 10, '2025-01-04', '2025-02-04');
insert into referral_recipient (matter_id, number, body_id) values (5, 1, 2);

-- meetings: 1 of the committee, its item 2 about the secret matter; 2 of the board
create function pg_temp.fill_item(meeting bigint, item integer, matter bigint, word text) returns void
language plpgsql
as $$
begin
	insert into agenda_item (meeting_id, position, title, handled, section, matter_id, opened_at, decided_at)
	values (meeting, item, word, item, item, matter, '2025-03-12 09:00', '2025-03-12 09:30');
	insert into recusal (meeting_id, position, person_id, ground, self_declared) values (meeting, item, 3, word, true);
	insert into exclusion (meeting_id, position, person_id, reason) values (meeting, item, 4, word);
	insert into statement (meeting_id, position, number, person_id, kind, text) values (meeting, item, 1, 1, 'note', word);
	insert into proposal (meeting_id, position, number, person_id, text) values (meeting, item, 1, 1, word);
	insert into vote_event (meeting_id, position, number) values (meeting, item, 1), (meeting, item, 2);
	update vote_event v set kind = 'closed', subject = 'election' where v.meeting_id = meeting and v.position = item and v.number = 2;
	insert into vote (meeting_id, position, number, person_id, choice) values (meeting, item, 1, 1, 'yes');
	insert into election (meeting_id, position, purpose, method, vote_number) values (meeting, item, word, 'proportional', 2);
	insert into candidate (meeting_id, position, number, person_id, list, rank) values (meeting, item, 1, 5, word, 1);
	insert into ballot_tally (meeting_id, position, number, line, choice, list, ballots) values (meeting, item, 2, 1, 'list', word, 7);
	insert into decision (meeting_id, position, text, vote_number, outcome) values (meeting, item, word, 1, 'tabled');
	insert into decision (meeting_id, position, point, text, kind) values (meeting, item, 2, word, 'settling');
	insert into abstention (meeting_id, position, person_id) values (meeting, item, 6);
	insert into reservation (meeting_id, position, person_id, announced_at, reasons) values (meeting, item, 6, '2025-03-12 09:30', word);
	insert into correction (meeting_id, position, old_text, new_text, reason, corrected_by, corrected_at)
	values (meeting, item, word, word, word, 1, '2025-03-20 09:00');
	insert into appeal (meeting_id, position, filed_on, court) values (meeting, item, '2025-03-25', word);
	insert into dispatch (matter_id, number, meeting_id, position, recipient) values (matter, 1, meeting, item, word);
	insert into deviation (meeting_id, position, rule, reason, found) values (meeting, item, 'quorum_present', word, word);
	insert into deviation (matter_id, position, rule, reason, found) values (matter, 1, 'letter_signed', word, word);
end
$$;
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at, closed_at) values
	(1, 2, '2025-03-12', 'Stadshuset', '2025-03-12 09:00', 1, '2025-03-12 09:00', '2025-03-12 11:00'),
	(2, 10, '2025-03-13', 'ANNAT hus', '2025-03-13 09:00', 1, '2025-03-13 09:00', '2025-03-13 11:00');
select pg_temp.fill_item(1, 1, 1, 'Öppet'), pg_temp.fill_item(1, 2, 2, 'HEMLIG'), pg_temp.fill_item(2, 1, 3, 'ANNAT') \g /dev/null
insert into attendance (meeting_id, person_id, capacity)
select m, p, 'serving_member' from generate_series(1, 2) m, generate_series(1, 7) p;
insert into presiding (meeting_id, person_id) values (1, 1), (2, 1);
insert into remote_notice (meeting_id, person_id, notified_on, reason) values (1, 7, '2025-03-01', 'resa'), (2, 7, '2025-03-01', 'ANNAT skäl');
insert into meeting_request (id, body_id, requested_on, subject) values (1, 2, '2025-03-01', 'Öppet'), (2, 10, '2025-03-01', 'ANNAT');
insert into meeting_requester (request_id, person_id) values (1, 1), (1, 2), (1, 3), (2, 1);
insert into minutes (meeting_id, drawn_up_on) values (1, '2025-03-14'), (2, '2025-03-14');
insert into adjuster (meeting_id, person_id, position) values (1, 2, 1), (2, 2, 1);
insert into attestation (meeting_id, person_id, role, signed_at) values (1, 1, 'chair', '2025-03-15 09:00'), (2, 1, 'chair', '2025-03-15 09:00');
insert into seal (body_id, meeting_id, number, ordinal, format, attested_on, content, hash)
select c.body, c.meeting, 1, 1, 1, '2025-03-15', c.content, governance.seal_hash(null, c.content)
from (values (2, 1, 'Öppet HEMLIG'), (10, 2, 'ANNAT')) c(body, meeting, content);
insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-03-16', 'Öppet'), (2, '2025-03-16', 'ANNAT');
insert into deviation (body_id, rule, reason, found) values (2, 'seats', 'Öppet', 'Öppet'), (10, 'seats', 'ANNAT', 'ANNAT');
insert into fee_rate (body_id, role, amount, valid) values (2, 'member', 500, '[2023-01-01,)'), (10, 'member', 999, '[2023-01-01,)');
set session_replication_role = origin;
