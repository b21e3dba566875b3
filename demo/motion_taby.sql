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
	('{motion,matter 1,referral 1}', 'when the motion was raised in the council, from which its year runs, and given to the executive board to prepare',
		'2016-02-15, the date on the paper'),
	('{assignment 2/1,matter 2}', 'since when the executive board is informed of its work, and how often a year accounts are closed',
		'since the day of the statement; twice, the whole year and a part'),
	(null, 'who takes part in the VIDA project for the municipality', 'the executive board'),
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
insert into assignment_body (matter_id, number, body_id) values (2, 1, 3), (3, 1, 2);

\ir course.sql

\pset format unaligned
\pset tuples_only on
\echo
\echo '━━ 2. The executive board proposes, the council decides ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
select pg_temp.refused('the executive board settles the motion itself', $$update decision set kind = 'settling'$$);
select pg_temp.refused('it refers to a statement that is dated the day after the meeting',
	$$update document set dated_on = '2016-10-18' where number = 2$$);
select pg_temp.refused('it refers to a statement that is missing', $$update decision set statement_number = 3$$);
select pg_temp.allowed('it proposes the council to approve',
	$$update decision set outcome = 'approved', text = 'Kommunstyrelsen föreslår kommunfullmäktige besluta: Motionen bifalls'$$);
\echo
\echo '━━ 3. What the rules say of the motion ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
\set matter 1
\ir judged.sql

\echo '━━ 4. How the motion stands, from day to day ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
\set day 2016-10-18
\ir motion.sql
\ir due.sql
\set day 2017-02-15
\ir motion.sql
\set day 2017-02-16
\ir motion.sql
\ir due.sql
\echo '   … and had the council been told on the last day what the preparation had shown (undone):'
\echo
begin;
insert into motion_report (matter_id, reported_on) values (1, '2017-02-15');
\ir motion.sql
rollback;
\set day 2019-02-16
\ir due.sql

\echo '━━ 5. Had the council been set up: what a body of mixed parties may do ━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
\echo '   "Rådet som partsammansatt organ har inget eget mandat att besluta om praktiskt'
\echo '   genomförande av insatser." (undone afterwards)'
\echo
begin;
insert into body (id, name, kind, parent_id, founded_by) values
	(5, 'Integrationsrådet', 'advisory_council', 2, 'Kommunfullmäktige');
insert into seat_category (body_id, name) values
	(5, 'förtroendevalda'), (5, 'kommunala tjänstemän'), (5, 'föreningar och frivilligorganisationer'), (5, 'lokalt näringsliv');
insert into membership (body_id, person_id, seat_category, valid) values
	(5, 1, 'förtroendevalda', '[2018-01-01,2019-01-01)'),
	(5, 2, 'kommunala tjänstemän', '[2018-01-01,2019-01-01)');
insert into meeting (id, body_id, day, place, starts_at, opened_at) values
	(2, 5, '2018-03-01', 'Täby', '2018-03-01 09:00', '2018-03-01 09:00');
insert into agenda_item (meeting_id, position, title, kind, handled, opened_at, decided_at) values
	(2, 1, 'Val av justerare', 'decision', 1, '2018-03-01 09:00', '2018-03-01 09:05'),
	(2, 2, 'Information från kommunens samordningsansvarige för nyanlända', 'information', 2, '2018-03-01 09:05', '2018-03-01 09:30'),
	(2, 3, 'Mötesplatsen på Kemistvägen', 'preparation', 3, '2018-03-01 09:30', '2018-03-01 10:00'),
	(2, 4, 'Information om VIDA-projektet', 'information', 4, '2018-03-01 10:00', '2018-03-01 10:20'),
	(2, 5, 'Information om den lokala överenskommelsen (LÖK)', 'information', 5, '2018-03-01 10:20', '2018-03-01 10:30');
\pset format unaligned
\pset tuples_only on
select pg_temp.refused('the council decides on an activity',
	$$insert into decision (meeting_id, position, text) values (2, 3, 'Mötesplatsen får 100 000 kronor.')$$);
select pg_temp.refused('the executive board delegates to it',
	$$insert into delegation (body_id, from_body_id, subject, valid)
	  values (5, 2, 'Insatser för integration', '[2018-01-01,)')$$);
select pg_temp.allowed('it notes the information',
	$$insert into decision (meeting_id, position, kind, outcome, text) values (2, 2, 'noting', 'noted', 'Informationen antecknas.')$$);
select pg_temp.allowed('it gives its opinion',
	$$insert into decision (meeting_id, position, kind, outcome, text) values (2, 3, 'opinion', 'other', 'Rådet föreslår att mötesplatsen behålls.')$$);
\echo
\set day 2018-03-02
\ir due.sql
\echo '   How much of it is information, as the statement found of such councils (informationsärenden):'
\echo
set local governance.as_of = '2018-12-31';
select body, year, items, information, preparation, decision, information_share as "share of information"
from item_kind_share where body_id = 5;
rollback;
