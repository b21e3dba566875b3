-- Stockholm 2004: a board answers the referral (remiss) of an integration
-- policy.  Told after the officials' statement, DNR 106-555/2004.
--
--     ./quickstart remiss
\set registry stockholm_2004
\set municipality 0180
\ir story.sql

insert into body (id, name, kind, parent_id, founded_by) values
	(1, 'Kommunfullmäktige', 'council', null, null),
	(2, 'Kommunstyrelsen', 'executive_board', 1, null),
	(3, 'Socialtjänstnämnden', 'board', 1, null),
	-- "Förslaget har utarbetats av stadsledningskontoret"
	(4, 'Stadsledningskontoret', 'unit', 2, null),
	-- "utarbetats inom kansliavdelningen i samarbete med …"
	(5, 'Kansliavdelningen', 'unit', 3, null),
	(6, 'Staben för utredning och projekt', 'unit', null, null),
	(7, 'Europaforum Stockholm', 'unit', null, null),
	(8, 'Precens', 'unit', null, null),
	-- "Förvaltningen anser …"
	(9, 'Förvaltningen', 'unit', 3, null),
	-- "Ärendet har även remitterats till stadsdelsnämnderna …"
	(11, 'Skarpnäcks stadsdelsnämnd', 'board', 1, null),
	(12, 'Östermalms stadsdelsnämnd', 'board', 1, null),
	(13, 'Rinkeby stadsdelsnämnd', 'board', 1, null),
	(14, 'Hägerstens stadsdelsnämnd', 'board', 1, null),
	(15, 'Skärholmens stadsdelsnämnd', 'board', 1, null),
	(16, 'Koncernstyrelsen', 'company', null, null),
	(17, 'Näringslivskontoret', 'unit', null, null),
	(18, 'Svenska Bostäder', 'company', null, null),
	(19, 'Stadsbyggnadsnämnden', 'board', 1, null),
	(20, 'Idrottsnämnden', 'board', 1, null),
	(21, 'Gatu- och fastighetsnämnden', 'board', 1, null),
	(22, 'Utbildningsnämnden', 'board', 1, null),
	(23, 'Kulturnämnden', 'board', 1, null),
	(24, 'Miljö- och hälsoskyddsnämnden', 'board', 1, null),
	(25, 'Kommunstyrelsens handikappråd', 'advisory_council', 2, null),
	(26, 'Jämställdhetsrådet', 'advisory_council', null, null);
insert into person (id, name) values (1, 'Dag Helin'), (2, 'Eddie Friberg');

insert into unsaid values
	('{matter 1,document 1,document 2,referral 1}', 'when the executive board referred the proposal, and when it arrived',
		'2004-12-01'),
	('{document 3}', 'the date of the statement', '2004-12-15: it names the 16th as a day to come'),
	('{meeting 1/1,answer 1}', 'when the board met about it, and that it decided as proposed',
		'2004-12-16, the one meeting of the board that the statement names'),
	('{matter 2,assignment 2/1}', 'when the council decided the budget for 2004, and whom the policy was assigned to',
		'the day before that year; the executive board, whose office drew it up'),
	('{matter 3,assignment 3/1}', 'that the plan for 2005 was adopted', 'at that meeting, which was to treat it'),
	(null, 'what the other sixteen answered', null),
	(null, 'when the statement was handed to the executive board', null);

insert into matter (id, body_id, number, title, opened_on) values
	(1, 3, 'DNR 106-555/2004', 'Förslag till integrationspolicy för Stockholms stad', '2004-12-01');
insert into document (matter_id, number, kind, direction, title, arrived_on, counterpart, dated_on,
	appendix_of, appendices, signatories, page_mark)
values
	(1, 1, 'proposal', 'received', 'Förslag till integrationspolicy för Stockholms stad',
		'2004-12-01', 'Kommunstyrelsen', null, 3, null, null, null),
	(1, 2, 'statement', 'received', 'Tjänsteutlåtande från stadsledningskontoret',
		'2004-12-01', 'Kommunstyrelsen', null, 3, null, null, null),
	-- pages 3 and 6 of the 7 are marked
	(1, 3, 'statement', 'drawn_up', 'Tjänsteutlåtande om förslag till integrationspolicy',
		null, null, '2004-12-15', null, 2, 2, 'SID. 3 (7)');
insert into document_signatory (matter_id, number, person_id) values (1, 3, 1), (1, 3, 2);
insert into document_author (matter_id, number, body_id, lead) values
	(1, 1, 4, true), (1, 2, 4, true),
	(1, 3, 5, true), (1, 3, 6, false), (1, 3, 7, false), (1, 3, 8, false);

-- "Remisstiden går ut den 22 december 2004."
insert into referral (matter_id, number, sender_id, document_number, sent_on, answer_by)
values (1, 1, 2, 1, '2004-12-01', '2004-12-22');
insert into referral_recipient (matter_id, number, body_id)
select 1, 1, id from body where id = 3 or id between 11 and 26;

-- "Förslag till beslut": two points
insert into meeting (id, body_id, day, starts_at) values (1, 3, '2004-12-16', '2004-12-16');
insert into agenda_item (meeting_id, position, title, matter_id)
values (1, 1, 'Svar på remiss av förslag till integrationspolicy för Stockholms stad', 1);
insert into decision (meeting_id, position, point, kind, outcome, text, statement_number) values
	(1, 1, 1, 'opinion', 'answered', 'Socialtjänstnämnden hänvisar till tjänsteutlåtandet som svar på remissen.', 3),
	(1, 1, 2, 'procedural', 'other', 'Tjänsteutlåtandet överlämnas till kommunstyrelsen.', null);
insert into referral_answer (matter_id, number, body_id, kind, answered_on, statement_number, meeting_id, position,
	recommendation, wording)
values (1, 1, 3, 'decided', '2004-12-16', 3, 1, 1, 'none',
	'Socialtjänstnämnden hänvisar till tjänsteutlåtandet som svar på remissen.');
insert into dispatch (matter_id, number, meeting_id, position, recipient_id, document_number)
values (1, 1, 1, 1, 2, 3);

-- Assignments, each in the matter of the budget that gave it: "I budget för 2004
-- beslutade kommunfullmäktige …", "… ska redovisas till socialtjänstnämnden
-- under 2005"
insert into matter (id, body_id, title, opened_on) values
	(2, 2, 'Budget för 2004', '2003-12-31'),
	(3, 3, 'Budget/verksamhetsplan 2005 för socialtjänstnämnden', '2004-12-16');
insert into assignment (matter_id, number, text, given_by_id, given_on, due_on) values
	(2, 1, 'integrationsprogrammet ska ersättas med en integrationspolicy som ska vara ett stöd för integrationsarbetet inom stadens verksamheter',
		1, '2003-12-31', null),
	(3, 1, 'ett förslag till lokal handlingsplan med utgångspunkt från EU:s strategi och den svenska nationella handlingsplanen ”Mot fattigdom och social utestängning” ska redovisas till socialtjänstnämnden under 2005',
		3, '2004-12-16', '2005-12-31');
insert into assignment_body (matter_id, number, body_id) values (2, 1, 2), (3, 1, 9);

\ir course.sql

\pset format unaligned
\pset tuples_only on
\echo
\echo '━━ 2. An answer by reference to a statement: what is refused, what is not ━━━━━━━━━━━━━━━━━━━━━━'
\echo
select pg_temp.refused('the board decides by reference to a statement that is missing',
	$$update decision set statement_number = 4 where point = 1$$);
select pg_temp.refused('it answers by reference to a statement that is missing',
	$$update referral_answer set statement_number = 4$$);
select pg_temp.refused('it answers once more',
	$$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 1, 3, 'declined', '2004-12-20')$$);
select pg_temp.refused('a board that was not asked answers',
	$$insert into body (id, name, kind, parent_id) values (30, 'Äldrenämnden', 'board', 1);
	  insert into referral_answer (matter_id, number, body_id, kind, answered_on)
	  values (1, 1, 30, 'opinion', '2004-12-16')$$);
select pg_temp.refused('Svenska Bostäder is asked twice',
	$$insert into referral_recipient (matter_id, number, body_id) values (1, 1, 18)$$);
select pg_temp.refused('the executive board asks itself',
	$$insert into referral_recipient (matter_id, number, body_id) values (1, 1, 2)$$);
select pg_temp.refused('the statement is handed over before that is decided', $$update dispatch set sent_on = '2004-12-15'$$);
select pg_temp.refused('page 8 of 7', $$update document set page_mark = 'SID. 8 (7)' where number = 3$$);

select pg_temp.allowed('the board answers in words of its own, and by no statement',
	$$update referral_answer set statement_number = null, wording = 'Nämnden tillstyrker.'$$);
select pg_temp.allowed('Näringslivskontoret, an office, answers by letter on the last day',
	$$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 1, 17, 'office', '2004-12-22')$$);
select pg_temp.allowed('Jämställdhetsrådet declines to answer (avstår)',
	$$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 1, 26, 'declined', '2004-12-22')$$);
select pg_temp.allowed('Idrottsnämnden is given more time (anstånd), to January',
	$$update referral_recipient set answer_by = '2005-01-14', extended_on = '2004-12-20' where body_id = 20$$);
select pg_temp.allowed('the statement is handed over the day after the decision', $$update dispatch set sent_on = '2004-12-17'$$);
select pg_temp.allowed('the last page is marked', $$update document set page_mark = 'SID. 7 (7)' where number = 3$$);
\echo
\echo '━━ 3. What the rules say of the matter ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
\set matter 1
\ir judged.sql

\echo '━━ 4. Who has answered ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
\echo '   On the last day, 22 December 2004:'
\echo
set governance.as_of = '2004-12-22';
select body, due, answer, answered_on as answered, status from referral_status
where matter_id = 1 order by answered_on, body_id;
\echo '   On the 23rd those that the document tells no answer of are missing:'
\echo
set governance.as_of = '2004-12-23';
select asked, outside as "outside the municipality", answered, in_time, late, declined, waiting, missing
from referral_summary where matter_id = 1;
\echo '   … and had Svenska Bostäder answered that day, and Idrottsnämnden been given more time (undone):'
\echo
begin;
insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 1, 18, 'office', '2004-12-23');
update referral_recipient set answer_by = '2005-01-14', extended_on = '2004-12-20' where body_id = 20;
select body, due, extended, answer, answered_on as answered, status from referral_status
where matter_id = 1 and body_id in (3, 18, 19, 20) order by body_id;
rollback;
reset governance.as_of;

\echo '━━ 5. What is due ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
\set day 2004-12-17
\ir due.sql
\set day 2004-12-23
\ir due.sql
\set day 2006-01-01
\ir due.sql

\echo '━━ 6. Had the policy been adopted as proposed ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━'
\echo
\echo '   It takes the place of the programme of 1997, has three goals and no indicator (undone afterwards):'
\echo
begin;
insert into matter (id, body_id, title, opened_on) values
	(4, 2, 'Integrationsprogram', '1997-01-01'), (5, 2, 'Integrationspolicy', '2004-12-01');
insert into policy_document (matter_id, domain, title, adopted_by_id, valid) values
	(4, 'integration', 'Integrationsprogram', 1, '[1997-01-01,)');
\pset format unaligned
\pset tuples_only on
select pg_temp.refused('the policy is in force beside the programme',
	$$insert into policy_document (matter_id, domain, title, adopted_by_id, valid, supersedes_id)
	  values (5, 'integration', 'Integrationspolicy', 1, '[2005-01-01,)', 4)$$);
update policy_document set valid = '[1997-01-01,2005-01-01)' where matter_id = 4;
insert into policy_document (matter_id, domain, title, adopted_by_id, valid, supersedes_id)
values (5, 'integration', 'Integrationspolicy', 1, '[2005-01-01,)', 4);
select pg_temp.refused('they supersede each other', $$update policy_document set supersedes_id = 5 where matter_id = 4$$);
insert into goal (matter_id, number, kind, text) values
	(5, 1, 'direction', 'Skapa förutsättningar för ökad hållbar tillväxt och ekonomisk utveckling i hela staden genom insatser i ytterstaden som rör boende och bostadsförsörjning, nya arbetsplatser och goda näringslivsvillkor samt fysisk och elektronisk infrastruktur.'),
	(5, 2, 'direction', 'Minska skillnaderna mellan olika delar av staden avseende sysselsättnings- och utbildningsnivåer, hälsa, trygghet och trivsel samt tillgång till service, kultur och fritidsaktiviteter.'),
	-- "moverka" is as the document has it
	(5, 3, 'direction', 'Utveckla metoder i syfte att synliggöra, moverka och bryta fördomar, rasism och diskriminerande strukturer.');
\pset format aligned
\pset tuples_only off
\echo '   The officials'' criticism, asked of these goals by review_policy:'
\echo
select pg_temp.fold(says, 50) as finding, string_agg(goal::text, ', ' order by goal) as goals, pg_temp.fold(criticism, 60) as "their words"
from (select distinct finding, says, goal, criticism from review_policy(5)) r
group by finding, says, criticism
order by (select c.ordinal from policy_criticism c where c.finding = r.finding);
\set day 2005-01-01
\ir due.sql
rollback;
