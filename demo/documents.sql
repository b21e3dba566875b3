-- A spring of a committee, told as data, with something of everything that
-- documents show: what it prints stands in docs/guide/documents.md.  The
-- reglemente is Stockholm's; people and matters are made up.
--
--     psql -f demo/documents.sql
\ir show.sql
\if :{?registry}
\else
	\set registry documents
\endif

select governance.create_registry(:'registry', '0180') \g /dev/null
set search_path = :"registry", governance, public;

insert into body (id, name, kind, founded_by) values
	(1, 'Kommunstyrelsen', 'executive_board', 'Kommunallagen'),
	(3, 'Juridiska avdelningen, kommunfullmäktiges och kommunstyrelsens kansli', 'unit', 'Kommunstyrelsen'),
	(4, 'Socialnämnden', 'board', 'Kommunfullmäktige');
insert into body (id, name, kind, parent_id, founded_by, secretariat_id) values
	(2, 'Integrationsutskottet', 'committee', 1, 'Kommunstyrelsen § 12/2023', 3);
insert into term (body_id, valid) values (1, '[2023-01-01,2027-01-01)');

\set document `cat test/data/reglemente_integrationsutskottet.txt`
select governance.apply_ready_settings(:'registry',
	import_regulation(2, 'Reglemente för integrationsutskottet', :'document', '[2023-01-01,)'),
	'integrationsutskottet') \g /dev/null

-- ---- who sits where ----
insert into party (id, name, abbreviation) values
	(1, 'Arbetarepartiet Socialdemokraterna', 'S'), (2, 'Moderata samlingspartiet', 'M'), (3, 'Centerpartiet', 'C'),
	(4, 'Vänsterpartiet', 'V'), (5, 'Liberalerna', 'L');
insert into person (id, name) values
	(1, 'Anna Ek'), (2, 'Per Lind'), (3, 'Karin Öberg'), (4, 'Ali Sand'), (5, 'Lars Berg'), (6, 'Eva Ström'), (7, 'Maria Dahl'),
	(8, 'Jonas Holm'), (9, 'Sara Nyström'), (10, 'Erik Åberg'), (11, 'Leila Lund'), (12, 'Nils Falk'), (13, 'Ida Hedin'), (14, 'Olof Vik'),
	(15, 'Birgitta Frid'), (16, 'Mats Alm'), (17, 'Helena Roth'), (18, 'Yusuf Nord');
insert into membership (body_id, person_id, role, party_id, valid)
select 1, p, case when p <= 7 then 'member' else 'substitute' end, 1 + p % 5, '[2023-01-01,2027-01-01)'
from generate_series(1, 14) p;
insert into membership (body_id, person_id, role, party_id, valid, decided_by)
select 2, p, case when p <= 7 then 'member' else 'substitute' end, 1 + p % 5, '[2023-01-01,2027-01-01)', 1
from generate_series(1, 14) p;
insert into office (body_id, person_id, kind, valid, decided_by) values
	(2, 1, 'chair', '[2023-01-01,2027-01-01)', 1), (2, 2, 'vice_chair', '[2023-01-01,2027-01-01)', 1),
	(2, 15, 'secretary', '[2023-01-01,2027-01-01)', 1), (2, 16, 'city_director', '[2023-01-01,2027-01-01)', 1);
insert into office (body_id, person_id, kind, valid, appointed_by) values
	(2, 17, 'presenter', '[2023-01-01,2027-01-01)', 1);
insert into substitution_order (body_id, substitute_id, rank)
select 2, p, p - 7 from generate_series(8, 14) p;
insert into attendance_right (body_id, person_id, ground, may_deliberate, valid) values
	(2, 16, 'city_director', true, '[2023-01-01,2027-01-01)'), (2, 17, 'presenter', true, '[2023-01-01,2027-01-01)');
insert into delegation (id, body_id, from_body_id, subject, number, valid) values
	(1, 2, 1, 'Bidrag till föreningar', '4.1', '[2023-01-01,2027-01-01)');
insert into delegation (id, body_id, from_body_id, office, subject, number, valid) values
	(2, 2, 1, 'chair', 'Mindre bidrag', '4.2', '[2023-01-01,2027-01-01)');
insert into delegation (id, body_id, from_body_id, employee, subject, number, reported, valid) values
	(3, 1, 1, 'Enhetschef', 'Utlämnande av handling', '5.1', false, '[2023-01-01,2027-01-01)');

-- ---- the matters ----
insert into matter (id, body_id, number, title, opened_on) values
	(1, 2, 'IU 2025/11', 'Överenskommelse om samverkan med ideell sektor', '2025-01-14'),
	(2, 2, 'IU 2025/12', 'Språkstöd i ytterstaden', '2025-01-20'),
	(3, 1, 'KS 2025/40', 'Näringslivets roll i etableringen', '2025-01-22'),
	(4, 2, 'IU 2025/13', 'Delegationsbeslut första kvartalet', '2025-01-02'),
	(5, 2, 'IU 2025/14', 'Föreningsbidrag', '2025-02-03');
insert into document (matter_id, number, kind, direction, title, dated_on) values
	(1, 1, 'statement', 'drawn_up', 'Tjänsteutlåtande om samverkan med ideell sektor', '2025-02-24'),
	(2, 1, 'statement', 'drawn_up', 'Tjänsteutlåtande om språkstöd', '2025-02-26'),
	(1, 2, 'letter', 'drawn_up', 'Inbjudan till samverkan', '2025-03-24');

-- ---- 12 February: an item is tabled ----
insert into meeting (id, body_id, day, place, starts_at, ground, called_by, opened_at)
values (1, 2, '2025-02-12', 'Stadshuset, rum 214', '2025-02-12 09:00', 'plan', 1, '2025-02-12 09:00');
insert into agenda_item (meeting_id, position, title, kind, area, handled, section, opened_at, decided_at, matter_id) values
	(1, 1, 'Val av justerare', 'decision', 1, 1, 11, '2025-02-12 09:02', '2025-02-12 09:04', null),
	(1, 2, 'Remiss om näringslivets roll', 'decision', 2, 2, 12, '2025-02-12 09:05', '2025-02-12 09:20', null);
insert into presiding (meeting_id, person_id) values (1, 1);
insert into attendance (meeting_id, person_id, capacity)
select 1, p, 'serving_member' from generate_series(1, 7) p;
insert into election (meeting_id, position, purpose) values (1, 1, 'Justerare');
insert into candidate (meeting_id, position, person_id) values (1, 1, 2);
insert into decision (meeting_id, position, kind, outcome, text) values
	(1, 1, 'election', 'elected', 'Per Lind utses att justera protokollet.'),
	(1, 2, 'procedural', 'tabled', 'Ärendet bordläggs.');
update meeting set closed_at = '2025-02-12 09:30' where id = 1;
insert into adjuster (meeting_id, person_id, position) values (1, 2, 1);
insert into minutes (meeting_id, responsible_id, drawn_up_on) values (1, 1, '2025-02-14');

-- ---- 12 March: a meeting with something of everything ----
insert into meeting (id, body_id, day, place, starts_at, ground, called_by, called_on)
values (2, 2, '2025-03-12', 'Stadshuset, rum 214', '2025-03-12 09:00', 'chair', 1, '2025-03-01');
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values
	(2, 'summons', '2025-03-04 10:00', 1), (2, 'agenda', '2025-03-04 10:00', 1), (2, 'announcement', '2025-03-04 10:00', 1);
select summon(2, '2025-03-04 10:00') \g /dev/null
insert into agenda_item (meeting_id, position, title, kind, area, matter_id, continues_meeting_id, continues_position) values
	(2, 1, 'Val av justerare', 'decision', 1, null, null, null),
	(2, 2, 'Information om etableringen', 'information', 4, null, null, null),
	(2, 3, 'Samverkan med ideell sektor', 'decision', 1, 1, null, null),
	(2, 4, 'Språkstöd i ytterstaden', 'decision', 3, 2, null, null),
	(2, 5, 'Val av ledamot i samrådsgruppen', 'decision', 1, null, null, null),
	(2, 6, 'Remiss om näringslivets roll', 'decision', 2, null, 1, 2),
	(2, 7, 'Utställning om mångfald', 'decision', 1, null, null, null),
	(2, 8, 'Extra medel till sommarskolan', 'decision', 3, null, null, null);
insert into remote_notice (meeting_id, person_id, notified_on, reason, sound_and_picture, equal_terms, premises_secure,
	consulted_id, consulted_at, decided_by, decided_at, granted)
values (2, 7, '2025-03-07', 'Tjänsteresa', true, true, true, 2, '2025-03-07 13:00', 1, '2025-03-07 14:00', true);

update meeting set opened_at = '2025-03-12 09:00' where id = 2;
update agenda_item set handled = position, section = position + 20,
	opened_at = timestamp '2025-03-12 09:00' + position * interval '10 min',
	decided_at = timestamp '2025-03-12 09:08' + position * interval '10 min'
where meeting_id = 2;
insert into presiding (meeting_id, person_id, ground, from_item, to_item) values
	(2, 1, 'chair', 1, 6), (2, 2, 'vice_chair', 7, null);
insert into attendance (meeting_id, person_id, capacity, mode, to_item, left_for) values
	(2, 1, 'serving_member', 'on_site', 6, 'other');
insert into attendance (meeting_id, person_id, capacity, mode)
select 2, p, 'serving_member', case p when 7 then 'remote' else 'on_site' end from unnest(array[2, 3, 4, 5, 7]) p;
-- Ström is away; for Ek, who leaves, and for Sand, who has an interest in an item
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item, to_item) values
	(2, 8, 'serving_substitute', 6, 1, null), (2, 9, 'non_serving_substitute', null, 1, 3);
insert into recusal (meeting_id, position, person_id, ground, self_declared)
values (2, 4, 4, 'styrelseledamot i föreningen', true);
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item, to_item) values
	(2, 9, 'serving_substitute', 4, 4, 4);
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item, to_item) values
	(2, 9, 'non_serving_substitute', null, 5, 6), (2, 10, 'non_serving_substitute', null, 1, null);
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item) values (2, 9, 'serving_substitute', 1, 7);
insert into attendance (meeting_id, person_id, capacity, to_item) values
	(2, 15, 'secretary', null), (2, 16, 'city_director', 7), (2, 17, 'presenter', 2);
insert into exclusion (meeting_id, position, person_id, reason) values (2, 8, 16, 'utskottet överlägger enskilt');

-- elections: by acclamation, and by ballots
insert into election (meeting_id, position, purpose) values (2, 1, 'Justerare');
insert into candidate (meeting_id, position, person_id) values (2, 1, 3);
insert into decision (meeting_id, position, kind, outcome, text) values
	(2, 1, 'election', 'elected', 'Karin Öberg utses att justera protokollet.'),
	(2, 2, 'noting', 'noted', 'Informationen antecknas till protokollet.');
insert into statement (meeting_id, position, number, person_id, kind) values (2, 2, 1, 17, 'presentation');

-- an open vote
insert into proposal (meeting_id, position, number, person_id, kind, text) values
	(2, 3, 1, 1, 'approve', 'Bifall till kontorets förslag.'), (2, 3, 2, 5, 'reject', 'Avslag på förslaget.');
insert into vote_event (meeting_id, position, number, yes_proposal, no_proposal, called_at)
values (2, 3, 1, 1, 2, '2025-03-12 09:35');
insert into vote (meeting_id, position, person_id, choice) values
	(2, 3, 1, 'yes'), (2, 3, 2, 'yes'), (2, 3, 3, 'yes'), (2, 3, 4, 'abstain'), (2, 3, 5, 'no'), (2, 3, 7, 'no'), (2, 3, 8, 'yes');
insert into decision (meeting_id, position, point, text, vote_number, proposal_number, on_behalf_of, decided_at, statement_number) values
	(2, 3, 1, 'Överenskommelsen om samverkan med ideell sektor godkänns.', 1, 1, 1, '2025-03-12 09:38', 1);
insert into decision (meeting_id, position, point, kind, text, decided_at) values
	(2, 3, 2, 'procedural', 'Paragrafen redovisas för kommunstyrelsen.', '2025-03-12 09:38');
insert into reservation (meeting_id, position, point, person_id, announced_at, reasons, reasons_at)
values (2, 3, 1, 5, '2025-03-12 09:39', 'Finansiering saknas, och resultatet av den förra överenskommelsen är inte redovisat.', '2025-03-13 10:00');
insert into statement (meeting_id, position, number, person_id, kind, text) values
	(2, 3, 1, 7, 'special_statement', 'Vi hade gärna sett att även idrottsföreningarna omfattades.'),
	(2, 3, 2, 2, 'note', 'Uppföljningen bör ske redan i höst.');
insert into dispatch (matter_id, number, meeting_id, position, recipient_id, recipient) values
	(1, 1, 2, 3, 1, null), (1, 2, 2, 3, null, 'Föreningsrådet');

-- a recusal, no vote, and one who takes no part in the decision
insert into proposal (meeting_id, position, number, person_id, kind, text) values
	(2, 4, 1, 3, 'approve', 'Språkstödet förlängs.'), (2, 4, 2, 8, 'amend', 'Språkstödet förlängs ett halvår.');
insert into decision (meeting_id, position, text, on_behalf_of, proposal_number, statement_number)
values (2, 4, 'Språkstödet i ytterstaden förlängs till och med den 31 mars 2026.', 1, 1, 1);
insert into abstention (meeting_id, position, person_id) values (2, 4, 5);

-- a closed vote
insert into vote_event (meeting_id, position, number, kind, subject, called_at)
values (2, 5, 1, 'closed', 'election', '2025-03-12 09:52');
insert into vote (meeting_id, position, person_id, choice)
select 2, 5, p, 'ballot' from unnest(array[1, 2, 3, 4, 5, 7, 8]) p;
insert into election (meeting_id, position, purpose, method, vote_number) values (2, 5, 'Ledamot i samrådsgruppen', 'majority', 1);
insert into candidate (meeting_id, position, person_id) values (2, 5, 4), (2, 5, 7);
insert into ballot_tally (meeting_id, position, line, choice, person_id, ballots) values
	(2, 5, 1, 'candidate', 4, 4), (2, 5, 2, 'candidate', 7, 2), (2, 5, 3, 'blank', null, 1);
insert into decision (meeting_id, position, kind, outcome, text, vote_number)
values (2, 5, 'election', 'elected', 'Ali Sand väljs till ledamot i samrådsgruppen.', 1);

insert into decision (meeting_id, position, kind, outcome, text)
values (2, 6, 'procedural', 'referred_back', 'Ärendet återremitteras till kontoret för att beräkna kostnaderna.');
-- attested at once
insert into decision (meeting_id, position, point, text) values
	(2, 7, 1, 'Utställningen visas i stadshuset under maj.');
-- three against one: not lawful, and minuted all the same
insert into vote_event (meeting_id, position, number, called_at) values (2, 8, 1, '2025-03-12 10:25');
insert into vote (meeting_id, position, person_id, choice) values
	(2, 8, 2, 'yes'), (2, 8, 3, 'yes'), (2, 8, 4, 'yes'), (2, 8, 5, 'no'), (2, 8, 7, 'abstain'), (2, 8, 8, 'abstain'), (2, 8, 9, 'abstain');
select admit_deviation(2, 8, 'decision_agreement', 'Ordföranden klubbade beslutet trots att bara tre var ense.') \g /dev/null
insert into decision (meeting_id, position, text, vote_number) values (2, 8, 'Utskottet begär extra medel till sommarskolan.', 1);
update meeting set closed_at = '2025-03-12 10:40' where id = 2;

-- ---- minutes: a section attested at once, the others a week later ----
insert into adjuster (meeting_id, person_id, position) values (2, 3, 1);
insert into minutes (meeting_id, number, items, immediate, responsible_id, drawn_up_on) values
	(2, 1, null, false, 1, '2025-03-17'), (2, 2, '{7}', true, 1, '2025-03-12');
insert into attestation (meeting_id, number, person_id, role, signed_at) values
	(2, 2, 2, 'chair', '2025-03-12 10:38'), (2, 2, 3, 'adjuster', '2025-03-12 10:39');
insert into attestation (meeting_id, number, person_id, role, signed_at) values
	(2, 1, 1, 'chair', '2025-03-18 09:00'), (2, 1, 2, 'chair', '2025-03-18 09:10'), (2, 1, 3, 'adjuster', '2025-03-19 15:00');
insert into public_notice (meeting_id, number, posted_on, kept_at) values
	(2, 1, '2025-03-20', 'Kansliet, Stadshuset, rum 214');
insert into correction (meeting_id, position, old_text, new_text, reason, corrected_by, corrected_at)
values (2, 3, 'kontorets förslag', 'stadsledningskontorets förslag', 'Skrivfel.', 15, '2025-03-25 09:00');
insert into appeal (meeting_id, position, point, filed_on, court) values
	(2, 3, 1, '2025-04-01', 'Förvaltningsrätten i Stockholm');

-- ---- decisions by delegation, the report of them, a letter ----
insert into delegated_decision (matter_id, number, delegation_id, body_id, person_id, decided_on, text) values
	(5, 1, 2, 2, 1, '2025-02-10', 'Föreningen Läxhjälpen får 8000 kronor.'),
	(5, 2, 2, 2, 1, '2025-03-04', 'Språkkaféet får 5000 kronor.');
insert into delegated_decision (matter_id, number, delegation_id, body_id, person_id, decided_on, text, minuted_on, posted_on) values
	(3, 3, 3, 1, 18, '2025-03-21', 'Begäran om utlämnande av handling avslås.', '2025-03-24', '2025-03-24');
insert into delegation_report (matter_id, number, body_id, to_body_id, period, handed_over_on) values
	(4, 1, 2, 1, '[2025-01-01,2025-04-01)', '2025-04-01');
insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number) values
	(4, 1, 1, 5, 1), (4, 1, 2, 5, 2);
insert into delegation_report_item (matter_id, number, line, meeting_id, position, point) values
	(4, 1, 3, 2, 3, 1), (4, 1, 4, 2, 4, 1);
insert into letter (matter_id, number, body_id, title, dated_on, document_number) values
	(1, 1, 2, 'Inbjudan till samverkan', '2025-03-24', 2);
insert into letter_signature (matter_id, number, role, person_id, ground, signed_at) values
	(1, 1, 'sign', 1, 'chair', '2025-03-24 13:00');

-- ---- the next meeting is called ----
insert into meeting (id, body_id, day, place, starts_at, ground, called_by, called_on)
values (3, 2, '2025-04-09', 'Stadshuset, rum 214', '2025-04-09 09:00', 'plan', 1, '2025-04-01');
insert into agenda_item (meeting_id, position, title, kind, area, matter_id, continues_meeting_id, continues_position) values
	(3, 1, 'Val av justerare', 'decision', 1, null, null, null),
	(3, 2, 'Remiss om näringslivets roll', 'decision', 2, null, 2, 6),
	(3, 3, 'Föreningsbidrag för hösten', 'preparation', 1, 5, null, null),
	(3, 4, 'Information från stadsdelarna', 'information', 4, null, null, null);
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values
	(3, 'summons', '2025-04-01 10:00', 1), (3, 'agenda', '2025-04-01 10:00', 1), (3, 'announcement', '2025-04-01 10:00', 1);
select summon(3, '2025-04-01 10:00') \g /dev/null
