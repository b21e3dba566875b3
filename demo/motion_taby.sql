-- Täby 2016: a motion for an integration council (integrationsråd), which the
-- executive board proposes the council to reject.  Told after the officials'
-- statement, Dnr KS 2016/36-01.
--
--     ./quickstart motion_taby
\set registry taby
\set municipality 0160
\ir story.sql

insert into body (id, name, kind, parent_id, founded_by) values
	(1, 'Kommunfullmäktige', 'council', null, null),
	(2, 'Kommunstyrelsen', 'executive_board', 1, null),
	(3, 'Kommunledningskontoret', 'unit', 2, null),
	(4, 'Länsstyrelsen i Stockholms län', 'external', null, null);
insert into person (id, name) values
	(1, 'Annika Gryhed'), (2, 'Kerstin Stolt'), (3, 'Gunvor Lindberg'), (4, 'Leif Eriksson');
-- "den socialdemokratiska fullmäktigegruppen genom Annika Gryhed"
insert into party (id, name, abbreviation) values (1, 'Socialdemokraterna', 'S');

insert into unsaid values
	('motion', 'when the motion was raised in the council, from which its year runs', '2016-02-15, the date on the paper'),
	('matter 1', 'when it was registered, and when the paper arrived', 'the same day'),
	('referral 1', 'when the council let the executive board prepare it', 'the same day'),
	('assignment 2/1', 'since when the board is informed, and how often a year accounts are closed',
		'since the day of the statement; twice: the whole year and the half'),
	(null, 'which term and seat Annika Gryhed had', 'a seat on that day'),
	(null, 'what the council decided', null);

insert into membership (body_id, person_id, party_id, valid) values (1, 1, 1, '[2016-02-15,2016-02-16)');
insert into matter (id, body_id, number, title, opened_on) values
	(1, 2, 'KS 2016/36-01', 'Motion – Inrätta ett integrationsråd', '2016-02-15');
insert into document (matter_id, number, kind, direction, title, dated_on, arrived_on, counterpart, appendix_of,
	appendices, signatories, costs)
values
	(1, 1, 'motion', 'received', 'Motion Integrationsråd', '2016-02-15', '2016-02-15', 'Annika Gryhed', 2, null, null, null),
	(1, 2, 'statement', 'drawn_up', 'Tjänsteutlåtande: Motion – Inrätta ett integrationsråd', '2016-09-05', null, null, null,
		1, 2, 'Inrättande av ett integrationsråd innebär ökade kostnader i form av arbetstid som ska läggas på ytterligare mötesforum för berörda tjänstemän och för administration av rådets sammanträden samt kostnader för sammanträdesarvoden till företrädande och eventuellt arvode till ordförande i rådet.');
insert into document_signatory (matter_id, number, person_id, title, acting) values
	(1, 2, 3, 'Tf. Kommundirektör', true),
	(1, 2, 4, 'Näringslivs- och planeringschef', false);
insert into document_author (matter_id, number, body_id, lead) values (1, 2, 3, true);

insert into motion (matter_id, council_id, dated_on, raised_on) values (1, 1, '2016-02-15', '2016-02-15');
insert into motion_mover (matter_id, person_id) values (1, 1);
insert into claim (matter_id, number, text) values
	(1, 1, 'att ett integrationsråd inrättas under kommunstyrelsen'),
	(1, 2, 'Rådet föreslås få en sammansättning med förtroendevalda, kommunala tjänstemän och representanter från föreningar och frivilligorganisationer samt lokalt näringsliv.');
insert into referral (matter_id, number, sender_id, document_number, sent_on) values (1, 1, 1, 1, '2016-02-15');
insert into referral_recipient (matter_id, number, body_id) values (1, 1, 2);

-- "Kommunstyrelsen 2016-10-17"
insert into meeting (id, body_id, day, starts_at) values (1, 2, '2016-10-17', '2016-10-17');
insert into agenda_item (meeting_id, position, title, matter_id) values (1, 1, 'Motion – Inrätta ett integrationsråd', 1);

\pset format unaligned
\pset tuples_only on
\echo
\echo '━━ 1. The executive board proposes, the council decides ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
select pg_temp.refused('the executive board rejects the motion itself',
	$$insert into decision (meeting_id, position, kind, outcome, text, statement_number)
	  values (1, 1, 'settling', 'rejected', 'Motionen avslås med hänvisning till vad som framförs i tjänsteutlåtande daterat 2016-09-05', 2)$$);
select pg_temp.refused('it refers to a statement that is dated the day after the meeting',
	$$update document set dated_on = '2016-10-18' where number = 2;
	  insert into decision (meeting_id, position, kind, outcome, text, statement_number)
	  values (1, 1, 'opinion', 'rejected', 'Kommunstyrelsen föreslår kommunfullmäktige besluta: Motionen avslås', 2)$$);
insert into decision (meeting_id, position, kind, outcome, text, statement_number) values
	(1, 1, 'opinion', 'rejected', 'Kommunstyrelsen föreslår kommunfullmäktige besluta: Motionen avslås med hänvisning till vad som framförs i tjänsteutlåtande daterat 2016-09-05', 2);
insert into referral_answer (matter_id, number, body_id, kind, answered_on, statement_number, meeting_id, position,
	recommendation, wording)
values (1, 1, 2, 'decided', '2016-10-17', 2, 1, 1, 'reject',
	'Kommunstyrelsen föreslår kommunfullmäktige besluta: Motionen avslås med hänvisning till vad som framförs i tjänsteutlåtande daterat 2016-09-05');

-- "Projektet bedrivs under perioden 2016-08-15 – 2019-02-15", "under ledning av
-- Länsstyrelsen"; "Till kommunstyrelsen lämnas kontinuerligt information … i
-- samband med helårs- och delårsbokslut"
insert into matter (id, body_id, title, opened_on) values
	(2, 2, 'Information om integrationsarbetet', '2016-09-05'),
	(3, 2, 'VIDA-projektet (Välj Integration Delaktighet Aktivitet)', '2016-08-15');
insert into assignment (matter_id, number, text, given_by_id, given_on, due_on, every_months) values
	(2, 1, 'Till kommunstyrelsen lämnas kontinuerligt information i samband med helårs- och delårsbokslut',
		2, '2016-09-05', null, 6),
	(3, 1, 'Vid projekttidens slut ska det finnas ett system (modell) för samarbetet mellan kommunerna, Arbetsförmedlingen och de idéburna organisationerna',
		4, '2016-08-15', '2019-02-15', null);
insert into assignment_body (matter_id, number, body_id) values (2, 1, 3), (3, 1, 4);

\ir course.sql
