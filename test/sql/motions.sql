-- Motions: who raises them, how they are prepared, who decides them, and what
-- others may say (rules.md C1-C3, E1, E8, L10, L20): motion_raised, mover_entitled,
-- motion_prepared, motion_board_heard, unprepared_agreed, motion_decided,
-- opinion_recommends, motion_concluded, decision_statement, statement_in_matter.
\set registry motions
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql
\i :srcdir/data/council.sql
set client_min_messages = error;
insert into matter (id, body_id, number, title, opened_on)
select n, 1, format('KS 2016/%s', n)::governance.case_number, 'Ärende ' || n, '2016-02-01' from generate_series(1, 30) n;
-- what a decision of an item is refused with; what is allowed is undone
create function pg_temp.decide(meeting bigint, item integer, kind text default 'settling', outcome text default 'rejected',
	text text default 'Motionen avslås.', undo boolean default true) returns text
language plpgsql
as $$
declare
	answer text := pg_temp.try(format('insert into decision (meeting_id, position, kind, outcome, text) values (%s, %s, %L, %L, %L)',
		meeting, item, kind, outcome, text));
begin
	if undo and answer = 'done' then
		delete from decision d where d.meeting_id = decide.meeting and d.position = item;
	end if;
	return answer;
end
$$;
\set raise 'insert into motion (matter_id, council_id, dated_on, raised_on, section) values'

-- C1, E1, L20: raised in the council, on a day that is not the one on the paper
select 'L20 ✗ raised in a board' as test, pg_temp.try(:'raise' || $$ (1, 1, '2016-02-15', '2016-02-15', null)$$);
select 'C1 ✗ raised the day before its date' as test, pg_temp.try(:'raise' || $$ (1, 3, '2016-02-15', '2016-02-14', null)$$);
select 'C1 ✓ raised on the day of its date' as test, pg_temp.try(:'raise' || $$ (1, 3, '2016-02-15', '2016-02-15', null)$$);
select 'C1 ✗ its date is moved on' as test, pg_temp.try($$update motion set dated_on = '2016-02-16'$$);
select 'C1 ✓ raised a month later' as test, pg_temp.try($$update motion set raised_on = '2016-03-14'$$);
select 'C1 ✓ without a date' as test, pg_temp.try($$update motion set dated_on = null, raised_on = '2016-02-15'$$);
select 'E1 ✗ a section of another year' as test, pg_temp.try(:'raise' || $$ (2, 3, '2017-11-20', '2017-11-29', 'KF § 243/2016')$$);
select 'E1 ✗ a section of another day' as test, pg_temp.try(:'raise' || $$ (2, 3, '2017-11-20', '2017-11-29', 'den 28 november 2017, § 243')$$);
select 'E1 ✓ 29 November 2017, § 243' as test, pg_temp.try(:'raise' || $$ (2, 3, '2017-11-20', '2017-11-29', 'den 29 november 2017, § 243')$$);
select rule, status, finding from explain_matter(2) where rule like 'motion%' or rule = 'mover_entitled' order by rule;

-- L10: members raise motions
\set move 'insert into motion_mover values'
select rule, status, finding from explain_matter(1) where rule = 'mover_entitled';
select 'L10 ✓ a member' as test, pg_temp.try(:'move' || '(1, 105)');
select 'L10 ✗ somebody without a seat' as test, pg_temp.try(:'move' || '(1, 18)');
insert into membership (id, body_id, person_id, role, valid) values (900, 3, 18, 'member', '[2016-02-16,2027-01-01)');
select 'L10 ✗ a member from the day after' as test, pg_temp.try(:'move' || '(1, 18)');
update membership set valid = '[2016-02-15,2027-01-01)' where id = 900;
select 'L10 ✓ a member from that day' as test, pg_temp.try(:'move' || '(1, 18)');
delete from motion_mover where person_id = 18;
update membership set valid = '[2016-01-01,2016-02-15)' where id = 900;
select 'L10 ✗ a member until the day before' as test, pg_temp.try(:'move' || '(1, 18)');
delete from membership where id = 900;
-- the council has decided about it before it is said to be raised
select pg_temp.hold(1, 3, '2017-11-29', 2, 3);
insert into decision (meeting_id, position, kind, outcome, text) values (1, 1, 'procedural', 'other', 'Motionen remitteras till kommunstyrelsen.');
select 'C1 ✗ raised after the council referred it' as test, pg_temp.try($$update motion set raised_on = '2017-11-30', section = null where matter_id = 2$$);
select 'C1 ✗ the meeting turns out to be earlier' as test, pg_temp.try($$
	update meeting set day = '2017-11-28', starts_at = '2017-11-28 18:00', opened_at = '2017-11-28 18:00' where id = 1$$);
select 'C1 ✗ a matter that the council has decided about is a motion of a later day' as test, pg_temp.try($$
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 2, 'procedural', 'other', 'Remitteras.');
	insert into motion (matter_id, council_id, raised_on) values (3, 3, '2017-12-13')$$);
select 'C1 ✓ the decision was withdrawn' as test, pg_temp.try($$
	update decision set withdrawn_at = '2017-11-29 18:30' where meeting_id = 1;
	update motion set raised_on = '2017-11-30', section = null where matter_id = 2;
	update motion set raised_on = '2017-11-29' where matter_id = 2;
	update decision set withdrawn_at = null where meeting_id = 1$$);

-- L10: substitutes while they serve
select 'L10 ✗ a substitute, and nothing shows that he served' as test, pg_temp.try(:'move' || '(2, 106)');
insert into attendance (meeting_id, person_id, capacity) values (1, 106, 'non_serving_substitute');
select 'L10 ✗ a substitute who does not serve' as test, pg_temp.try(:'move' || '(2, 106)');
delete from attendance where meeting_id = 1 and person_id in (105, 106);
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item) values (1, 106, 'serving_substitute', 105, 2);
select 'L10 ✗ a substitute who served at the next item' as test, pg_temp.try(:'move' || '(2, 106)');
update attendance set from_item = 1 where meeting_id = 1 and person_id = 106;
select 'L10 ✓ a substitute who served' as test, pg_temp.try(:'move' || '(2, 106)');
select 'L10 ✗ two movers at once, one of them without a seat' as test, pg_temp.try(:'move' || '(2, 101), (2, 18)');
select rule, status, finding from explain_matter(2) where rule = 'mover_entitled';
-- from every side
select 'L10 ✗ it turns out that he did not serve' as test, pg_temp.try($$delete from attendance where meeting_id = 1 and person_id = 106$$);
select 'L10 ✗ ... only later' as test, pg_temp.try($$update attendance set from_item = 2 where meeting_id = 1 and person_id = 106$$);
select 'L10 ✗ the item was about another matter' as test, pg_temp.try($$update agenda_item set matter_id = 3 where meeting_id = 1 and position = 1$$);
select 'L10 ✗ the motion was raised another day' as test, pg_temp.try($$update motion set raised_on = '2017-11-27', section = null where matter_id = 2$$);
select 'L10 ✗ somebody else raised it' as test, pg_temp.try($$update motion_mover set person_id = 18 where matter_id = 2$$);
select 'L10 ✓ what is learned of a seat afterwards is recorded' as test, pg_temp.try($$
	update membership set valid = '[2016-02-16,2027-01-01)' where body_id = 3 and person_id = 105$$);
select matter_id, rule, found, reason from deviation;
update membership set valid = '[2014-01-01,2027-01-01)' where body_id = 3 and person_id = 105;
delete from motion_mover where matter_id = 2;

-- C2: the board proposes, the council decides
insert into motion (matter_id, council_id, raised_on) select n, 3, '2016-02-15' from generate_series(4, 9) n;
select pg_temp.hold(2, 1, '2016-10-17', 1, 4, 5, 6);
select pg_temp.hold(3, 3, '2016-11-28', 1, 4, 5, 6, 7);
select 'C2 ✗ the board decides' as test, pg_temp.decide(2, 1);
-- L20: mandatory preparation (KL 5:26), the executive board is always heard (5:28)
update agenda_item set handled = null where meeting_id = 2;
select 'L20 ✗ nobody has prepared it' as test, pg_temp.decide(3, 1);
select 'L20 ✓ a procedural decision' as test, pg_temp.decide(3, 1, 'procedural', 'referred_back', 'Ärendet återremitteras.');
update agenda_item set handled = position where meeting_id = 2;
select 'L20 ✗ prepared, but no opinion given' as test, pg_temp.decide(3, 1);
update agenda_item set kind = 'information' where meeting_id = 2;
select 'L20 ✗ only information' as test, split_part(pg_temp.decide(3, 1), E'\n', 1);
update agenda_item set kind = 'preparation' where meeting_id = 2;
select 'C2 ✓ the board proposes' as test, pg_temp.decide(2, 1, 'opinion', 'rejected',
	E'Kommunstyrelsen föreslår kommunfullmäktige besluta:\nMotionen avslås med hänvisning till vad som framförs i tjänsteutlåtande.', false);
select 'L20 ✓ prepared and heard' as test, pg_temp.decide(3, 1, undo => false);
select item, rule, status, finding, citation from explain_item(3, 1) e, lateral (select 1 as item) i
where rule like 'motion%' or rule in ('opinion_recommends', 'claim_decided', 'unprepared_agreed') order by rule;
-- from every side
select 'L20 ✗ the opinion is taken away' as test, pg_temp.try($$delete from decision where meeting_id = 2$$);
select 'L20 ✗ ... withdrawn' as test, pg_temp.try($$update decision set withdrawn_at = '2016-10-17 19:00' where meeting_id = 2$$);
select 'L20 ✗ ... was about another matter' as test, pg_temp.try($$update agenda_item set matter_id = 9 where meeting_id = 2 and position = 1$$);
select 'L20 ✗ ... moves to another item' as test, pg_temp.try($$update decision set position = 2 where meeting_id = 2$$);
select 'L20 ✗ the board meets the day after the council' as test, pg_temp.try($$
	update meeting set day = '2016-11-29', starts_at = '2016-11-29 18:00', opened_at = '2016-11-29 18:00' where id = 2$$);
select 'L20 ✓ the board meets on the same day' as test, pg_temp.try($$
	update meeting set day = '2016-11-28', starts_at = '2016-11-28 08:00', opened_at = '2016-11-28 08:00' where id = 2$$);
update decision set decided_at = '2016-11-28 18:20' where meeting_id = 3;
select 'L20 ✗ ... after the council, as the times are stated' as test, pg_temp.try($$
	update decision set decided_at = '2016-11-28 18:30' where meeting_id = 2$$);
select 'L20 ✓ ... before it' as test, pg_temp.try($$update decision set decided_at = '2016-11-28 09:00' where meeting_id = 2$$);
select 'L20 ✗ what was settled becomes a motion' as test, pg_temp.try($$
	update agenda_item set matter_id = 10 where meeting_id = 3 and position = 5;
	insert into decision (meeting_id, position, text) values (3, 5, 'Beslut');
	insert into motion (matter_id, council_id, raised_on) values (10, 3, '2016-02-15')$$);
delete from decision where meeting_id = 3 and position = 5;
update agenda_item set matter_id = 7 where meeting_id = 3 and position = 5;

-- prepared by others: a board's answer to a referral; the executive board asked in vain
insert into referral (matter_id, number, sender_id, sent_on, answer_by) values (4, 1, 1, '2016-05-02', '2016-08-31');
insert into referral_recipient (matter_id, number, body_id) values (4, 1, 4), (4, 1, 6);
update agenda_item set matter_id = 8 where meeting_id = 2 and position = 2;
insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (4, 1, 6, 'office', '2016-08-01');
select 'L20 ✗ an office has answered' as test, split_part(pg_temp.decide(3, 2), E'\n', 1);
insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (4, 1, 4, 'declined', '2016-08-01');
select 'L20 ✗ a board has declined' as test, split_part(pg_temp.decide(3, 2), E'\n', 1);
update referral_answer set kind = 'opinion', answered_on = '2016-11-29' where body_id = 4;
select 'L20 ✗ it answered the day after' as test, split_part(pg_temp.decide(3, 2), E'\n', 1);
update referral_answer set answered_on = '2016-11-28' where body_id = 4;
select 'L20 ✗ it answered on the same day, and the executive board was not heard' as test, pg_temp.decide(3, 2);
insert into referral (matter_id, number, sender_id, sent_on, answer_by) values (4, 2, 3, '2016-09-01', '2016-11-28');
insert into referral_recipient (matter_id, number, body_id) values (4, 2, 1);
select 'L20 ✗ the executive board was asked, and has this day left' as test, split_part(pg_temp.decide(3, 2), E'\n', 1);
update referral set answer_by = '2016-11-27' where matter_id = 4 and number = 2;
select 'L20 ✓ its time has passed' as test, pg_temp.decide(3, 2, undo => false);
select 'L20 ✗ it is given more time' as test, split_part(pg_temp.try($$
	update referral_recipient set answer_by = '2016-12-31', extended_on = '2016-11-20' where matter_id = 4 and number = 2$$), E'\n', 1);
select 'L20 ✗ the referral goes' as test, split_part(pg_temp.try($$delete from referral_recipient where matter_id = 4 and number = 2$$), E'\n', 1);
select 'L20 ✓ it declined' as test, pg_temp.try($$
	insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (4, 2, 1, 'declined', '2016-11-20')$$);
select 'L20 ✗ the board''s answer goes' as test, split_part(pg_temp.try($$delete from referral_answer where matter_id = 4 and body_id = 4$$), E'\n', 1);
-- a preparation of the council prepares (KL 5:26), a committee of the board does not
select pg_temp.hold(4, 7, '2016-10-18', 7);
select 'L20 ✗ a preparation of the council, without the executive board' as test, split_part(pg_temp.decide(3, 5), E'\n', 1);

-- L20, KL 5:33: urgent and unprepared, if all present agree on the decision
update agenda_item set unprepared = true where meeting_id = 3 and position = 3;
update agenda_item set matter_id = 8 where meeting_id = 2 and position = 3;
select 'L20 ✓ urgent, all agree' as test, pg_temp.decide(3, 3, 'settling', 'approved', 'Motionen bifalls.', false);
select 'L20 ✗ it was not urgent' as test, split_part(pg_temp.try($$update agenda_item set unprepared = false where meeting_id = 3 and position = 3$$), E'\n', 1);
insert into reservation (meeting_id, position, point, person_id, announced_at) values (3, 3, 1, 104, '2016-11-28 19:00');
select 'L20 ✗ one reserves himself: the meeting cannot be closed' as test, pg_temp.try($$update meeting set closed_at = '2016-11-28 21:00' where id = 3$$);
delete from reservation;
select 'L20 ✗ one declares to take no part' as test, pg_temp.try($$insert into abstention values (3, 3, 1, 104)$$);
delete from decision where meeting_id = 3 and position = 3;
insert into proposal (meeting_id, position, number, person_id, kind, text) values
	(3, 3, 1, 102, 'approve', 'Bifall'), (3, 3, 2, 103, 'reject', 'Avslag');
insert into vote_event (meeting_id, position, yes_proposal, no_proposal) values (3, 3, 1, 2);
insert into vote (meeting_id, position, person_id, choice) select 3, 3, p, case when p = 104 then 'no' else 'yes' end from generate_series(101, 105) p;
\set vote 'insert into decision (meeting_id, position, outcome, text, vote_number, proposal_number) values (3, 3, ''approved'', ''Motionen bifalls.'', 1, 1)'
select 'L20 ✗ by four votes to one' as test, pg_temp.try(:'vote');
update vote set choice = 'abstain' where person_id = 104;
select 'L20 ✗ by four votes, one abstaining' as test, split_part(pg_temp.try(:'vote'), E'\n', 1);
update vote set choice = 'yes' where person_id = 104;
select 'L20 ✓ by all five' as test, pg_temp.try(:'vote');
select 'L20 ✗ a vote turns out to be against' as test, split_part(pg_temp.try($$update vote set choice = 'no' where person_id = 102$$), E'\n', 1);
select rule, status, finding from explain_item(3, 3) where rule in ('motion_prepared', 'motion_board_heard', 'unprepared_agreed') order by rule;

-- L23, I27: a motion that is tabled or referred back continues, and is settled later
insert into decision (meeting_id, position, kind, outcome, text) values
	(2, 4, 'opinion', 'approved', 'Kommunstyrelsen tillstyrker motionen.'),
	(3, 4, 'procedural', 'tabled', 'Ärendet bordläggs.');
select pg_temp.hold(5, 3, '2016-12-12', 6);
update agenda_item set continues_meeting_id = 3, continues_position = 4 where meeting_id = 5;
select 'L23 ✓ settled at the next meeting' as test, pg_temp.decide(5, 1, 'settling', 'approved', 'Motionen bifalls.', false);

-- E8: others recommend; what they write is kept, with a warning
set client_min_messages = warning;
\set VERBOSITY default
insert into motion (matter_id, council_id, raised_on) select n, 3, '2017-11-29' from generate_series(21, 27) n;
select pg_temp.hold(6, 5, '2018-03-14', 21, 22, 23, 24, 25, 26, 27, 20);
\set opinion 'insert into decision (meeting_id, position, kind, outcome, text) values'
-- E8 ✗ the document's own words
:opinion (6, 1, 'opinion', 'approved', 'Utbildningsnämnden antar förvaltningens yttrande som sitt eget och avslår motionen med tillägg för de synpunkter som framgår av yttrandet.');
select 'E8 stored as it is' as test, text from decision where meeting_id = 6;
-- E8 ✗ the outcome, in whatever words
:opinion (6, 2, 'opinion', 'rejected', 'Nämnden säger nej.');
-- E8 ✓ a recommendation, whatever its outcome
:opinion (6, 3, 'opinion', 'rejected', 'Nämnden avstyrker motionen.');
:opinion (6, 4, 'opinion', 'approved', 'Nämnden FÖRESLÅR att motionen bifalls.');
:opinion (6, 5, 'opinion', 'answered', 'Yrkande om avslag antecknas; avslappning och avskrivningar berörs inte.');
-- E8 ✗ capitals, å as two characters, a word for approval, one for writing off
:opinion (6, 6, 'opinion', 'approved', 'NÄMNDEN AVSLÅR MOTIONEN.');
update decision set text = E'Na\u0308mnden avsla\u030Ar motionen.' where meeting_id = 6 and position = 6;
update decision set text = 'Nämnden bifaller motionen, så som förvaltningen föreslår.' where meeting_id = 6 and position = 6;
update decision set text = 'Nämnden avskriver motionen.' where meeting_id = 6 and position = 6;
-- E8 ✓ corrected
update decision set text = 'Nämnden tillstyrker motionen.' where meeting_id = 6 and position = 6;
-- E8 ✓ another matter than a motion, ✗ the item turns out to be about one
:opinion (6, 8, 'opinion', 'rejected', 'Nämnden avslår framställningen.');
update agenda_item set matter_id = 2 where meeting_id = 6 and position = 8;
-- E8 ✗ the matter turns out to be a motion
set client_min_messages = error;
select pg_temp.hold(7, 4, '2018-03-15', 19);
:opinion (7, 1, 'opinion', 'approved', 'Socialnämnden bifaller förslaget.');
set client_min_messages = warning;
insert into motion (matter_id, council_id, raised_on) values (19, 3, '2017-11-29');
-- ... and only who writes it is warned
select pg_temp.hold(8, 1, '2018-03-19', 21);
:opinion (8, 1, 'opinion', 'rejected', 'Kommunstyrelsen föreslår avslag.');
-- E8, C2 ✗ it is no decision of theirs
select 'C2 ✗ a board settles it' as test, pg_temp.decide(6, 7);
select e.id, e.item, e.status, e.finding, e.hint
from generate_series(19, 27) m, governance.explain_matter('motions', m) e where rule = 'opinion_recommends' order by m, id, item;
set client_min_messages = error;

-- C3, B1: a statement that a decision refers to exists, and is not later than the meeting
insert into document (matter_id, number, kind, direction, title, dated_on) values
	(1, 1, 'statement', 'drawn_up', 'Tjänsteutlåtande', '2016-09-05'), (1, 2, 'letter', 'drawn_up', 'Skrivelse', '2016-09-05');
update meeting set day = '2016-10-17', starts_at = '2016-10-17 18:00', opened_at = '2016-10-17 18:00' where id = 2;
update decision set decided_at = null where meeting_id = 2;
\set refer 'update decision set statement_number = %s where meeting_id = 2 and position = 1'
select 'C3 ✓ dated 2016-09-05, meeting 2016-10-17' as test, pg_temp.try(format(:'refer', 1));
select 'B1 ✗ a statement that is missing' as test, pg_temp.try(format(:'refer', 3));
select 'B1 ✗ a document that is none' as test, pg_temp.try(format(:'refer', 2));
select 'C3 ✓ dated on the day of the meeting' as test, pg_temp.try($$update document set dated_on = '2016-10-17' where matter_id = 1 and number = 1$$);
select 'C3 ✗ dated the day after' as test, pg_temp.try($$update document set dated_on = '2016-10-18' where matter_id = 1 and number = 1$$);
select 'C3 ✗ the meeting turns out to be the day before' as test, split_part(pg_temp.try($$
	update meeting set day = '2016-10-16', starts_at = '2016-10-16 18:00', opened_at = '2016-10-16 18:00' where id = 2$$), E'\n', 1);
select 'B1 ✗ it goes' as test, split_part(pg_temp.try($$delete from document where matter_id = 1 and number = 1$$), E'\n', 1);
select 'B1 ✗ the item is about another matter, where there is none' as test, split_part(pg_temp.try($$
	update decision set text = 'Kommunstyrelsen föreslår avslag.' where meeting_id = 2 and position = 4;
	update decision set statement_number = 1 where meeting_id = 2 and position = 4$$), E'\n', 1);
select 'B1 ✗ or about none at all' as test, pg_temp.try($$
	insert into agenda_item (meeting_id, position, title, handled) values (2, 5, 'Övrigt', 5);
	insert into decision (meeting_id, position, kind, text, statement_number) values (2, 5, 'opinion', 'Enligt tjänsteutlåtandet.', 1)$$);
select rule, status, finding from explain_item(2, 1) where rule like '%statement%';
select 'B1 ✓ in its own words' as test, pg_temp.try(format(:'refer', 'null'));

-- L20: the matter is not concluded before the motion is decided or withdrawn
select 'L20 ✗ not decided' as test, pg_temp.try($$update matter set closed_on = '2018-12-31' where id = 2$$);
select 'L20 ✓ decided' as test, pg_temp.try($$update matter set closed_on = '2016-11-28' where id = 1$$);
select 'L20 ✗ concluded the day before' as test, split_part(pg_temp.try($$update matter set closed_on = '2016-11-27' where id = 1$$), E'\n', 1);
select 'L20 ✗ the decision was withdrawn' as test, split_part(pg_temp.try($$update decision set withdrawn_at = '2016-11-28 19:00' where meeting_id = 3 and position = 1$$), E'\n', 1);
select 'L20 ✓ the motion was withdrawn' as test, pg_temp.try($$
	update motion set withdrawn_on = '2018-12-31' where matter_id = 2;
	update matter set closed_on = '2018-12-31' where id = 2$$);
select 'L20 ✗ no, the day after' as test, split_part(pg_temp.try($$update motion set withdrawn_on = '2019-01-01' where matter_id = 2$$), E'\n', 1);
select 'L20 ✗ withdrawn before it was raised' as test, pg_temp.try($$update motion set withdrawn_on = '2017-11-28' where matter_id = 2$$);

-- what happened unlawfully is admitted (I20)
select 'C2 admitted' as test, admit_deviation(6, 7, 'motion_decided', 'Nämnden trodde att den fick') > 0 as admitted;
select 'C2 ✓ admitted' as test, pg_temp.decide(6, 7, undo => false);
select rule, status, finding, hint from explain_item(6, 7) where rule = 'motion_decided';

-- modes: a body's own regulation may be no looser where the law is a floor
insert into regulation (id, body_id, title, valid) values (90, 3, 'Arbetsordning för kommunfullmäktige', '[2020-01-01,)');
insert into provision values (90, '9 §', 1, 'Motioner bereds.');
select 'modes ✗ preparation is the law''s' as test, pg_temp.try($$
	insert into rule_setting (regulation_id, rule, mode, citation) values (90, 'motion_prepared', 'warn', '9 §')$$);
insert into rule_setting (regulation_id, rule, mode, citation) values
	(90, 'motion_raised', 'warn', '9 §'), (90, 'motion_concluded', 'record', '9 §');
set client_min_messages = warning;
insert into motion (matter_id, council_id, dated_on, raised_on) values (11, 3, '2021-02-02', '2021-02-01');
set client_min_messages = error;
update matter set closed_on = '2021-03-01' where id = 11;
select matter_id, position, rule, citation, found, reason from deviation where rule = 'motion_concluded';
select 'recorded once' as test, pg_temp.try($$update matter set closed_on = '2021-03-01' where id = 11$$), count(*) from deviation where rule = 'motion_concluded';

-- whatever was written past the rules
set session_replication_role = replica;
insert into motion (matter_id, council_id, dated_on, raised_on) values (12, 1, null, '2016-02-15'), (13, 3, '2016-02-16', '2016-02-15');
insert into motion_mover values (13, 18);
delete from decision where meeting_id = 2;
reset session_replication_role;
select id, item, rule, finding from governance.verify_registry('motions')
where rule like 'motion%' or rule like '%statement%' or rule in ('mover_entitled', 'opinion_recommends', 'unprepared_agreed') order by id, item, rule, finding;
drop schema motions cascade;
