-- A committee meets under its reglemente: run by ./quickstart on a private
-- server.  Everything is plain SQL; what the rules forbid is refused.
\ir show.sql

\echo
\echo '━━ 1. The reglemente of Stockholm''s integration committee, in its own words ━━━━━━━━━━━━━━━━━━'
\echo
select governance.create_registry('stockholm', '0180') \g /dev/null
set search_path = stockholm, governance, public;

insert into body (id, name, kind, founded_by) values (1, 'Kommunstyrelsen', 'executive_board', 'Kommunallagen');
insert into body (id, name, kind, parent_id, founded_by) values
	(2, 'Integrationsutskottet', 'committee', 1, 'Kommunstyrelsen § 12/2023');
insert into term (body_id, valid) values (1, '[2023-01-01,2027-01-01)');

\set document `cat test/data/reglemente_integrationsutskottet.txt`
select import_regulation(2, 'Reglemente för integrationsutskottet', :'document', '[2023-01-01,)') as regulation \gset
select governance.apply_ready_settings('stockholm', :regulation, 'integrationsutskottet') \g /dev/null
select s.citation as "§", s.rule, pg_temp.fold(s.value, 34) as value, left(p.wording, 46) || ' …' as wording
from rule_setting s join provision p using (regulation_id, citation)
where s.regulation_id = :regulation and s.value is not null
order by s.citation, s.rule;

\echo '━━ 2. The board composes the committee ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
insert into person (id, name) values
	(1, 'Ek'), (2, 'Lind'), (3, 'Öberg'), (4, 'Sand'), (5, 'Berg'), (6, 'Ström'), (7, 'Dahl'),
	(8, 'Holm'), (9, 'Nyström'), (10, 'Åberg'), (11, 'Lund'), (12, 'Falk'), (13, 'Hedin'), (14, 'Vik'),
	(15, 'Frid'), (16, 'Alm'), (17, 'Roth'), (18, 'Nord');
insert into membership (body_id, person_id, role, valid)
select 1, p, case when p <= 7 then 'member' else 'substitute' end, '[2023-01-01,2027-01-01)'
from generate_series(1, 14) p;
insert into membership (body_id, person_id, role, valid, decided_by)
select 2, p, case when p <= 7 then 'member' else 'substitute' end, '[2023-01-01,2027-01-01)', 1
from generate_series(1, 14) p;
insert into office (body_id, person_id, kind, valid, decided_by) values
	(2, 1, 'chair', '[2023-01-01,2027-01-01)', 1),
	(2, 2, 'vice_chair', '[2023-01-01,2027-01-01)', 1),
	(2, 15, 'secretary', '[2023-01-01,2027-01-01)', 1),
	(2, 16, 'city_director', '[2023-01-01,2027-01-01)', 1);
insert into substitution_order (body_id, substitute_id, rank)
select 2, p, p - 7 from generate_series(8, 14) p;
insert into delegation (body_id, from_body_id, subject, valid) values
	(2, 1, 'Bidrag till föreningar', '[2023-01-01,2027-01-01)');

\pset format unaligned
\pset tuples_only on
select pg_temp.refused('an eighth member',
	$$insert into membership (body_id, person_id, valid, decided_by) values (2, 18, '[2025-01-01,2026-01-01)', 1)$$);
select pg_temp.refused('the committee chooses a second chair itself',
	$$insert into office (body_id, person_id, kind, valid, decided_by) values (2, 3, 'chair', '[2025-01-01,2026-01-01)', 2)$$);

\echo '━━ 3. The meeting is called; Dahl wants to take part at a distance ━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
select pg_temp.refused('a meeting nowhere',
	$$insert into meeting (id, body_id, day, starts_at, ground, opened_at)
	  values (1, 2, '2025-03-12', '2025-03-12 09:00', 'plan', '2025-03-12 09:00')$$);
select pg_temp.refused('the vice chair calls one while the chair is there',
	$$insert into meeting (id, body_id, day, starts_at, place, ground, called_by)
	  values (1, 2, '2025-03-12', '2025-03-12 09:00', 'Stadshuset', 'chair', 2)$$);

insert into meeting (id, body_id, day, place, starts_at, ground, called_by)
values (1, 2, '2025-03-12', 'Stadshuset', '2025-03-12 09:00', 'chair', 1);
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values
	(1, 'summons', '2025-03-04 10:00', 1), (1, 'agenda', '2025-03-04 10:00', 1);
select summon(1, '2025-03-04 10:00') \g /dev/null
insert into agenda_item (meeting_id, position, title, kind, area) values
	(1, 1, 'Val av justerare', 'decision', null),
	(1, 2, 'Information om etableringen', 'information', 4),
	(1, 3, 'Samverkan med ideell sektor', 'decision', 1),
	(1, 4, 'Språkstöd i ytterstaden', 'decision', 3),
	(1, 5, 'Remiss om näringslivets roll', 'decision', 2);

insert into remote_notice (meeting_id, person_id, notified_on, reason, sound_and_picture, equal_terms, premises_secure)
values (1, 7, '2025-03-10', 'Tjänsteresa', true, true, true);

\echo '━━ 4. At the table: Ström is away, Sand has an interest in item 4 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
update meeting set opened_at = '2025-03-12 09:00' where id = 1;
insert into presiding (meeting_id, person_id, ground) values (1, 1, 'chair');
select pg_temp.refused('notice on Monday for a meeting on Wednesday, and nobody has decided',
	$$insert into attendance (meeting_id, person_id, capacity, mode) values (1, 7, 'serving_member', 'remote')$$);
update remote_notice set notified_on = '2025-03-07', consulted_id = 2, consulted_at = '2025-03-07 13:00',
	decided_by = 1, decided_at = '2025-03-07 14:00', granted = true;

insert into attendance (meeting_id, person_id, capacity, mode)
select 1, p, 'serving_member', case p when 7 then 'remote' else 'on_site' end
from unnest(array[1, 2, 3, 4, 5, 7]) p;
insert into attendance (meeting_id, person_id, capacity) values
	(1, 8, 'non_serving_substitute'), (1, 10, 'non_serving_substitute'),
	(1, 15, 'secretary'), (1, 16, 'city_director');
update agenda_item set handled = position, section = position + 20,
	opened_at = timestamp '2025-03-12 09:00' + position * interval '10 min',
	decided_at = timestamp '2025-03-12 09:08' + position * interval '10 min';

select pg_temp.refused('Åberg, third in order, serves while Holm, first in order, is free',
	$$update attendance set capacity = 'serving_substitute', serves_for = 6 where person_id = 10$$);
update attendance set capacity = 'serving_substitute', serves_for = 6 where person_id = 8;
select pg_temp.refused('a second substitute in Ström''s seat',
	$$update attendance set capacity = 'serving_substitute', serves_for = 6 where person_id = 10$$);
insert into recusal (meeting_id, position, person_id, ground, self_declared) values (1, 4, 4, 'Styrelseledamot i föreningen', true);

\echo '━━ 5. Votes and decisions ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
insert into election (meeting_id, position, purpose) values (1, 1, 'Justerare');
insert into candidate (meeting_id, position, person_id) values (1, 1, 3);
insert into decision (meeting_id, position, kind, outcome, text) values
	(1, 1, 'election', 'elected', 'Öberg utses att justera protokollet.'),
	(1, 2, 'noting', 'noted', 'Informationen antecknas.');

insert into proposal (meeting_id, position, number, person_id, kind, text) values
	(1, 3, 1, 1, 'approve', 'Bifall till kontorets förslag'), (1, 3, 2, 5, 'reject', 'Avslag');
select pg_temp.refused('the city director proposes',
	$$insert into proposal (meeting_id, position, number, person_id, kind, text) values (1, 3, 3, 16, 'amend', 'Tillägg')$$);
insert into vote_event (meeting_id, position, number, yes_proposal, no_proposal, called_at)
values (1, 3, 1, 1, 2, '2025-03-12 09:35');
insert into vote (meeting_id, position, person_id, choice) values
	(1, 3, 1, 'yes'), (1, 3, 2, 'yes'), (1, 3, 3, 'yes'), (1, 3, 4, 'no'), (1, 3, 5, 'no'), (1, 3, 7, 'no');
select pg_temp.refused('a substitute who does not serve votes',
	$$insert into vote (meeting_id, position, person_id, choice) values (1, 3, 10, 'yes')$$);
select pg_temp.refused('three against three: the chair''s casting vote decides, but only three agree',
	$$insert into decision (meeting_id, position, text, vote_number, proposal_number)
	  values (1, 3, 'Förslaget bifalls.', 1, 1)$$);
insert into vote (meeting_id, position, person_id, choice) values (1, 3, 8, 'yes');
insert into decision (meeting_id, position, text, vote_number, proposal_number, on_behalf_of, decided_at)
values (1, 3, 'Förslaget bifalls.', 1, 1, 1, '2025-03-12 09:38');
insert into reservation (meeting_id, position, person_id, announced_at, reasons, reasons_at)
values (1, 3, 5, '2025-03-12 09:39', 'Finansiering saknas.', '2025-03-13 10:00');

insert into decision (meeting_id, position, text, on_behalf_of) values (1, 4, 'Språkstödet förlängs ett år.', 1);
select pg_temp.refused('a vote after the gavel',
	$$insert into vote_event (meeting_id, position, called_at) values (1, 4, '2025-03-12 10:15')$$);
select pg_temp.refused('it turns out that Berg, Lind and Dahl had left when item 4 was decided',
	$$update attendance set to_item = 4, to_point = 'opened' where person_id in (2, 5, 7)$$);
insert into decision (meeting_id, position, kind, outcome, text) values (1, 5, 'procedural', 'tabled', 'Ärendet bordläggs.');
update meeting set closed_at = '2025-03-12 10:10' where id = 1;
select pg_temp.refused('a reservation announced after the close',
	$$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 3, 7, '2025-03-12 11:00')$$);

\echo '━━ 6. Minutes are attested and announced ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
insert into adjuster (meeting_id, person_id, position) values (1, 3, 1);
insert into minutes (meeting_id, responsible_id, drawn_up_on) values (1, 1, '2025-03-17');
select pg_temp.refused('Ström, who was not there, attests',
	$$insert into attestation (meeting_id, person_id, role, signed_at) values (1, 6, 'adjuster', '2025-03-18 09:00')$$);
select pg_temp.refused('the chair signs twice',
	$$insert into attestation (meeting_id, person_id, role, signed_at) values
	  (1, 1, 'chair', '2025-03-18 09:00'), (1, 1, 'adjuster', '2025-03-18 09:00')$$);
select pg_temp.refused('announced before it is attested',
	$$insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-03-17', 'Stadshuset, rum 214')$$);
insert into attestation (meeting_id, person_id, role, signed_at) values
	(1, 1, 'chair', '2025-03-18 09:00'), (1, 3, 'adjuster', '2025-03-19 15:00');
select pg_temp.refused('what is attested is changed',
	$$update decision set text = 'Språkstödet upphör.' where position = 4$$);

\echo '━━ 7. The minutes, as they are sealed ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
select content from seal;
select 'SHA-256 ' || encode(hash, 'hex') from seal;

\pset format aligned
\pset tuples_only off
\echo
\echo '━━ 8. explain_item: why the decision of item 3 stands ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
select rule, status, pg_temp.fold(finding, 62) as finding, citation from explain_item(1, 3) where status = 'met';

\echo '━━ 9. What is due on 20 March 2025 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
select pg_temp.fold(what, 44) as what, due, days_left as days, status, rule, pg_temp.fold(citation, 26) as citation from todo_as_of('2025-03-20') order by due nulls last, what;
insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-03-20', 'Stadshuset, rum 214');
\echo '   … and when the attestation has been announced that day:'
select pg_temp.fold(what, 44) as what, due, days_left as days, status, rule, pg_temp.fold(citation, 26) as citation from todo_as_of('2025-03-20') order by due nulls last, what;

\echo '━━ 10. The register on 1 May 2025, and everything stored judged again ━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
select section as "§", left(text, 36) as decision, kind, present, yes, no, attested_on, appeal_until, legal_force_on
from decision_register_as_of('2025-05-01') order by section;
select (select count(*) from governance.verify_registry('stockholm')) as "rules broken",
	(select count(*) from seal) as seals,
	(select count(*) from verify_seals()) as "seals that do not agree";
