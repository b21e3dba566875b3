-- Alingsås 2017–2018: a motion for a temporary parliamentary working group
-- (tillfällig parlamentarisk arbetsgrupp), on its way from the council through
-- the executive board and its working committee to two boards, one of which
-- "rejects" what it was only asked about.  Told after the officials' answer.
--
--     ./quickstart motion_alingsas
\set registry alingsas
\set municipality 1489
\ir story.sql

insert into body (id, name, kind, parent_id, founded_by) values
	(1, 'Kommunfullmäktige', 'council', null, null),
	(2, 'Kommunstyrelsen', 'executive_board', 1, null),
	(3, 'Kommunstyrelsens arbetsutskott', 'committee', 2, 'Kommunstyrelsen'),
	(4, 'Socialnämnden', 'board', 1, null),
	(5, 'Utbildningsnämnden', 'board', 1, null),
	(6, 'Kultur- och fritidsnämnden', 'board', 1, null),
	(7, 'Kommunledningskontoret', 'unit', 2, null),
	(8, 'Utbildningsnämndens förvaltning', 'unit', 5, null),
	(9, 'Barn- och ungdomsförvaltningen', 'unit', null, null),
	(10, 'Socialförvaltningen', 'unit', 4, null);
-- "Från och med 2019 kommer de två nämnderna också att slås samman (KF § 87/2018)"
insert into body (id, name, kind, parent_id, valid, founded_by) values
	(11, 'Den sammanslagna nämnden', 'board', 1, '[2019-01-01,)', 'KF § 87/2018');
insert into body_succession (predecessor_id, successor_id, day) values
	(5, 11, '2019-01-01'), (6, 11, '2019-01-01');
insert into person (id, name) values
	(1, 'Staffan Albinsson'), (2, 'Åsa Holmstrand'), (3, 'Pernilla Melin');
insert into party (id, name, abbreviation) values (1, 'Centerpartiet', 'C');

insert into unsaid values
	('{matter 1}', 'the number of the matter, and when it was registered', 'none; the day of the motion'),
	('{matter 2,meeting 1/2,assignment 2/1}', 'when the council decided KF § 251/2017',
		'on the day of § 243: the numbers of a year rise'),
	('{referral 2,referral 3}', 'when the executive board and its working committee passed the motion on, and until when the boards were to answer',
		'the day after the council''s meeting; no last day'),
	('{document 2,meeting 2/1,answer 3}', 'when Utbildningsnämnden met about it, and that it decided as proposed',
		'15 June 2018: some day after the two sections of that year that it cites'),
	(null, 'who founded the working committee', 'the executive board'),
	(null, 'which term and seat Staffan Albinsson had', 'a seat on that day'),
	(null, 'the name of the merged board', 'Den sammanslagna nämnden'),
	(null, 'what Socialnämnden answered', null),
	(null, 'what the executive board proposed and the council decided', null),
	(null, 'whether the decision was sent to the working committee', null);
insert into membership (body_id, person_id, party_id, valid) values (1, 1, 1, '[2017-11-29,2017-11-30)');

insert into matter (id, body_id, title, opened_on) values
	(1, 2, 'Motion angående tillfällig parlamentarisk arbetsgrupp för kommunens integrationsinsatser', '2017-11-29'),
	(2, 2, 'Flerårsstrategi 2018–2020', '2017-11-29');
insert into document (matter_id, number, kind, direction, title, dated_on, arrived_on, counterpart, signatories) values
	(1, 1, 'motion', 'received', 'Motion om inrättande av en tillfällig parlamentarisk arbetsgrupp', null, '2017-11-29', 'Staffan Albinsson (C)', null),
	(1, 2, 'statement', 'drawn_up', 'Svar på motion angående tillfällig parlamentarisk arbetsgrupp för kommunens integrationsinsatser',
		'2018-06-15', null, null, 2);
insert into document_signatory (matter_id, number, person_id, title, acting) values
	(1, 2, 2, 'Tf förvaltningschef', true),
	(1, 2, 3, 'Kvalitets- och nämndcontroller', false);
insert into document_author (matter_id, number, body_id, lead) values (1, 2, 8, true);

insert into motion (matter_id, council_id, raised_on, section) values (1, 1, '2017-11-29', 'KF den 29 november 2017, § 243');
insert into motion_mover (matter_id, person_id) values (1, 1);
-- "Motionären yrkar att:"
insert into claim (matter_id, number, text, expires_on) values
	(1, 1, 'en tillfällig parlamentarisk arbetsgrupp för Alingsås kommuns integrationsarbete inrättas', null),
	(1, 2, 'arbetsgruppen ska återkomma med rapport och förslag till förbättringsåtgärder', null),
	(1, 3, 'arbetsgruppen upphör vid utgången av augusti 2018', '2018-08-31'),
	(1, 4, 'kommunstyrelsen får i uppdrag att ta fram förslag till reglemente, inklusive arvodering, för den tillfälliga arbetsgruppen senast under januari 2018', '2018-01-31'),
	(1, 5, 'kommunstyrelsen ges i uppdrag att genom kommunledningskontoret bistå med tjänstemannastöd', null),
	(1, 6, 'kommunfullmäktiges valberedning ges i uppdrag att återkomma med förslag till ledamöter och ersättare, tillika sammankallande och vice sammankallande', null),
	(1, 7, 'finansiering av den tillfälliga arbetsgruppen beaktas i flerårsstrategi 2018-2020', null);

-- KF § 243 and § 251/2017
insert into meeting (id, body_id, day, starts_at) values (1, 1, '2017-11-29', '2017-11-29');
insert into agenda_item (meeting_id, position, title, handled, section, matter_id) values
	(1, 1, 'Motion angående tillfällig parlamentarisk arbetsgrupp', 1, 243, 1),
	(1, 2, 'Flerårsstrategi 2018–2020', 2, 251, 2);
insert into decision (meeting_id, position, kind, outcome, text) values
	(1, 1, 'procedural', 'other', 'Motionen lämnas till kommunstyrelsen för beredning.'),
	(1, 2, 'settling', 'approved', 'Flerårsstrategi 2018–2020 fastställs.');
insert into assignment (matter_id, number, text, given_by_id, given_on, meeting_id, position) values
	(2, 1, 'genom samverkan med det civila samhället och näringslivet arbeta vidare med en framgångsrik integration i syfte att öka andelen i arbete samt delaktigheten i samhället',
		1, '2017-11-29', 1, 2);
insert into assignment_body (matter_id, number, body_id) values (2, 1, 5), (2, 1, 6);

-- the council, the executive board, its working committee, two boards
insert into referral (matter_id, number, sender_id, document_number, decided_on, sent_on) values
	(1, 1, 1, 1, '2017-11-29', '2017-11-29'),
	(1, 2, 2, 1, null, '2017-11-30'),
	(1, 3, 3, 1, null, '2017-11-30');
insert into referral_recipient (matter_id, number, body_id) values (1, 1, 2), (1, 2, 3), (1, 3, 4), (1, 3, 5);

-- The meeting of the board: who was there, and when, the document does not say.
-- So it is admitted as a deviation that the decision is stored without.
insert into meeting (id, body_id, day, starts_at) values (2, 5, '2018-06-15', '2018-06-15');
insert into agenda_item (meeting_id, position, title, matter_id) values
	(2, 1, 'Svar på motion angående tillfällig parlamentarisk arbetsgrupp för kommunens integrationsinsatser', 1);
select admit_deviation(2, 1, 'decision_handled', 'The document does not say when the item was taken up, and who was present.') \g /dev/null
-- what is warned about in it is shown below
set client_min_messages = error;
insert into decision (meeting_id, position, kind, outcome, text, statement_number) values
	(2, 1, 'opinion', 'rejected', 'Utbildningsnämnden antar förvaltningens yttrande som sitt eget och avslår motionen med tillägg för de synpunkter som framgår av yttrandet.', 2);
-- "Beslutet ska skickas till"
insert into dispatch (matter_id, number, meeting_id, position, recipient_id, document_number) values (1, 1, 2, 1, 3, 2);

insert into referral_answer (matter_id, number, body_id, kind, answered_on, document_number, statement_number,
	meeting_id, position, recommendation, wording)
values (1, 3, 5, 'decided', '2018-06-15', null, 2, 2, 1, 'reject',
	'Utbildningsnämnden antar förvaltningens yttrande som sitt eget och avslår motionen med tillägg för de synpunkter som framgår av yttrandet.');
set client_min_messages = warning;
\ir course.sql

\pset format unaligned
\pset tuples_only on
\echo
\echo '━━ 2. A board that was asked may only recommend ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
\echo '   It writes that it rejects. The words are stored as they are, and whoever writes them is warned:'
\echo
update decision set text = text where meeting_id = 2;
update referral_answer set wording = wording;
\echo
select pg_temp.refused('the board settles the motion, as its words say',
	$$update decision set kind = 'settling' where meeting_id = 2$$);
select pg_temp.refused('Kultur- och fritidsnämnden answers without having been asked',
	$$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 3, 6, 'opinion', '2018-06-15')$$);
select pg_temp.allowed('Socialnämnden recommends to approve', $$insert into referral_answer
	(matter_id, number, body_id, kind, answered_on, recommendation, wording)
	values (1, 3, 4, 'opinion', '2018-06-15', 'approve', 'Socialnämnden tillstyrker motionen.')$$);
\echo
\echo '━━ 3. What the rules say of the motion ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
\set matter 1
\ir judged.sql
\echo '   Of the meeting of Utbildningsnämnden this is admitted as a deviation (avvikelse):'
\echo
select rule, reason, citation from deviation;

\echo '━━ 4. How the motion stands, from day to day ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
\echo '   Its claims (yrkanden), on 1 September 2018:'
\echo
set governance.as_of = '2018-09-01';
select number as nr, pg_temp.fold(text, 80) as "Motionären yrkar att", expires_on as "until", case when obsolete then 'obsolete' end as status
from claim_status order by matter_id, number;
\echo '   Who was asked, by whom, and who has answered:'
\echo
select r.number as nr, s.name as "asked by", r.body as asked, r.answer, r.recommendation, r.status, r.depth
from referral_status r join body s on s.id = r.sender_id order by r.number, r.body_id;
\set day 2018-02-01
\ir motion.sql
\set day 2018-09-01
\ir motion.sql
\ir due.sql
\set day 2018-11-29
\ir motion.sql
\set day 2018-11-30
\ir motion.sql
\ir due.sql

\echo '━━ 5. The sections that the text refers to ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
select r as "as written", organ(r), first_section(r) as section, year(r), day(r)
from unnest(array['KF § 251/2017', 'KF § 87/2018', 'UN § 39/2018', 'den 29 november 2017, § 243']::section_ref[]) r
order by r;
\pset format unaligned
\pset tuples_only on
select pg_temp.refused('a section that there cannot be', $$update motion set section = 'KF § 0/2017'$$);
select pg_temp.refused('a year of two digits', $$update motion set section = 'KF § 251/17'$$);

\echo '━━ 6. Two boards become one in 2019 (KF § 87/2018) ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
select pg_temp.allowed('Utbildningsnämnden meets on the last day of 2018',
	$$insert into meeting (body_id, day, place, starts_at) values (5, '2018-12-31', 'Alingsås', '2018-12-31 09:00')$$);
select pg_temp.refused('it meets on the first of 2019',
	$$insert into meeting (body_id, day, place, starts_at) values (5, '2019-01-01', 'Alingsås', '2019-01-01 09:00')$$);
select pg_temp.allowed('the board that takes its place does',
	$$insert into meeting (body_id, day, place, starts_at) values (11, '2019-01-01', 'Alingsås', '2019-01-01 09:00')$$);
select pg_temp.refused('and not a day before',
	$$insert into meeting (body_id, day, place, starts_at) values (11, '2018-12-31', 'Alingsås', '2018-12-31 09:00')$$);

\echo
\echo '━━ 7. Had the motion been approved: a group that ends with August 2018 ━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
\echo '   Its claims would have become assignments, one of them to draw up this regulation (undone afterwards):'
\echo
begin;
insert into body (id, name, kind, parent_id, valid, founded_by, secretariat_id) values
	(12, 'Tillfälliga parlamentariska arbetsgruppen', 'working_group', 1, '[2018-02-01,2018-09-01)', 'Kommunfullmäktige', 7);
-- the regulation (reglemente) that the executive board was to propose
insert into regulation (id, body_id, title, valid)
values (1, 12, 'Förslag till reglemente för arbetsgruppen', '[2018-02-01,2018-09-01)');
insert into rule_setting (regulation_id, rule) values (1, 'single_office'), (1, 'presidium_distinct');
-- the claims as assignments
insert into body (id, name, kind, parent_id, founded_by)
values (13, 'Kommunfullmäktiges valberedning', 'preparation', 1, 'Kommunfullmäktige');
insert into assignment (matter_id, number, text, given_by_id, given_on, due_on, support_id, financing)
select matter_id, number, text, 1, '2017-12-20', case number when 2 then date '2018-08-31' else expires_on end,
	case number when 2 then 7 end, null
from claim where number in (2, 4, 6);
insert into assignment_body (matter_id, number, body_id) values (1, 2, 12), (1, 4, 2), (1, 6, 13);
insert into person (id, name) values (4, 'En ledamot'), (5, 'En annan ledamot');
insert into membership (body_id, person_id, valid) select 12, id, '[2018-02-01,2018-09-01)' from person where id in (1, 4, 5);
insert into office (body_id, person_id, kind, valid) values
	(12, 1, 'convener', '[2018-02-01,2018-09-01)'),
	(12, 4, 'vice_convener', '[2018-02-01,2018-09-01)');
select pg_temp.refused('a second convener (sammankallande)',
	$$insert into office (body_id, person_id, kind, valid) values (12, 5, 'convener', '[2018-03-01,2018-09-01)')$$);
select pg_temp.allowed('the group meets on 31 August',
	$$insert into meeting (body_id, day, place, starts_at) values (12, '2018-08-31', 'Alingsås', '2018-08-31 09:00')$$);
select pg_temp.refused('the group meets on 1 September',
	$$insert into meeting (body_id, day, place, starts_at) values (12, '2018-09-01', 'Alingsås', '2018-09-01 09:00')$$);
select pg_temp.refused('the group is dissolved in June, and has not reported',
	$$update membership set valid = '[2018-02-01,2018-07-01)' where body_id = 12;
	  update office set valid = '[2018-02-01,2018-07-01)' where body_id = 12;
	  update body set valid = '[2018-02-01,2018-07-01)', dissolved_on = '2018-06-18' where id = 12$$);
select pg_temp.allowed('its time is prolonged by a decision of 20 August',
	$$update body set valid = '[2018-02-01,2019-01-01)', extended_on = '2018-08-20' where id = 12$$);
select pg_temp.refused('its time is prolonged by a decision of 3 September',
	$$update body set valid = '[2018-02-01,2019-01-01)', extended_on = '2018-09-03' where id = 12$$);
\echo
\set day 2018-01-31
\ir due.sql
\set day 2018-02-01
\ir due.sql
\set day 2018-09-01
\ir due.sql
rollback;
