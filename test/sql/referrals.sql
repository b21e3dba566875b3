-- Referrals (remisser): the chain, whom they are sent to and when, and what an
-- answer rests on (B1, B3, B4, C3, E2, E8, E10).
\set registry referrals
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\i :srcdir/data/referrals.sql

insert into matter (id, body_id, number, title, opened_on) values
	(1, 1, 'KS 2025/1', 'Motion om integrationsråd', '2025-01-07'),
	(2, 1, 'KS 2025/2', 'Annat', '2025-01-07');

-- a referral and its recipients at once
create function pg_temp.refer(matter bigint, number integer, sender bigint, sent_on date, variadic recipients bigint[]) returns text
language sql
as $$
select pg_temp.try(format('with r as (insert into referral (matter_id, number, sender_id, sent_on) values (%1$s, %2$s, %3$s, %4$L))
	insert into referral_recipient (matter_id, number, body_id) select %1$s, %2$s, b from unnest(%5$L::bigint[]) b',
	matter, number, sender, sent_on, recipients))
$$;

-- ---- E2: the chain ----
-- ✓ from the council to the executive board, to its committee, to two boards
select pg_temp.try($$insert into referral (matter_id, number, sender_id, decided_on, sent_on) values (1, 1, 3, '2025-01-27', '2025-01-28')$$);
select pg_temp.try($$insert into referral_recipient (matter_id, number, body_id) values (1, 1, 1)$$);
select pg_temp.try($$insert into referral (matter_id, number, sender_id, sent_on) values (1, 2, 1, '2025-02-03')$$);
select pg_temp.try($$insert into referral_recipient (matter_id, number, body_id) values (1, 2, 2)$$);
select pg_temp.try($$insert into referral (matter_id, number, sender_id, sent_on, answer_by) values (1, 3, 2, '2025-02-10', '2025-03-31')$$);
select pg_temp.try($$insert into referral_recipient (matter_id, number, body_id) values (1, 3, 4), (1, 3, 5)$$);
select item, status, finding from explain_matter(1) where rule = 'referral_chain';
-- ✗ a board refers it onwards without having been asked
select pg_temp.refer(1, 4, 10, '2025-02-14', 6);
-- (the order of writing is free: what has no recipient was not sent)
select pg_temp.try($$insert into referral (matter_id, number, sender_id, sent_on) values (1, 4, 10, '2025-02-14')$$);
select status, finding from explain_matter(1) where rule = 'referral_chain' and item = 4;
select pg_temp.try($$insert into referral_recipient (matter_id, number, body_id) values (1, 4, 6)$$);
delete from referral where matter_id = 1 and number = 4;
-- ✗ one that was asked, the day before; ✓ on that day
select pg_temp.refer(1, 4, 4, '2025-02-09', 6);
select pg_temp.refer(1, 4, 4, '2025-02-10', 6);
-- the day of receipt counts where it is stated: ✗ a day later, ✓ the same
select pg_temp.try($$update referral_recipient set received_on = '2025-02-11' where (matter_id, number, body_id) = (1, 3, 4)$$);
select pg_temp.try($$update referral_recipient set received_on = '2025-02-10' where (matter_id, number, body_id) = (1, 3, 4)$$);
-- an office works for its board: ✓ its own, ✗ another's
insert into body (id, name, kind, parent_id) values (11, 'Socialkontoret', 'unit', 4), (12, 'Kulturkontoret', 'unit', 10);
select pg_temp.refer(1, 5, 11, '2025-02-17', 6);
select pg_temp.refer(1, 6, 12, '2025-02-17', 6);
-- ✗ what the chain rests on is taken away, moved or given another sender
select pg_temp.try($$delete from referral_recipient where (matter_id, number, body_id) = (1, 3, 4)$$);
select pg_temp.try($$update referral_recipient set body_id = 10 where (matter_id, number, body_id) = (1, 3, 4)$$);
select pg_temp.try($$update referral set sent_on = '2025-02-11' where (matter_id, number) = (1, 3)$$);
-- ✓ the last of the chain may go
select pg_temp.try($$delete from referral_recipient where matter_id = 1 and number = 5$$);
delete from referral where matter_id = 1 and number = 5;
-- ✗ two that nobody asked ask each other on one day
insert into body (id, name, kind) values (16, 'Idrottsnämnden', 'board');
select pg_temp.try($$with r as (insert into referral (matter_id, number, sender_id, sent_on) values (1, 6, 10, '2025-02-17'), (1, 7, 16, '2025-02-17'))
	insert into referral_recipient (matter_id, number, body_id) values (1, 6, 16), (1, 7, 10)$$);
-- ✓ asked and asking on one day, in whatever order they are written
select pg_temp.try($$with r as (insert into referral (matter_id, number, sender_id, sent_on) values (1, 6, 10, '2025-02-17'), (1, 7, 1, '2025-02-17'))
	insert into referral_recipient (matter_id, number, body_id) values (1, 6, 16), (1, 7, 10)$$);
select item, status, finding from explain_matter(1) where rule = 'referral_chain' and item in (6, 7);
delete from referral_recipient where number in (6, 7);
delete from referral where number in (6, 7);
-- ✓ somebody outside the municipality asks, bound by no regulation of ours
select pg_temp.refer(2, 1, 9, '2025-01-07', 1);
-- the matter goes to another body: ✗ as if that had always had it, ✓ once it is handed over
select pg_temp.refer(2, 2, 1, '2025-01-08', 6);
delete from referral_recipient where matter_id = 2 and number = 1;
select pg_temp.try($$update matter set body_id = 4 where id = 2$$);
select pg_temp.refer(2, 3, 1, '2025-01-07', 4);
select pg_temp.try($$update matter set body_id = 4 where id = 2$$) as "handed over before it was referred";
update referral set sent_on = '2025-01-08' where matter_id = 2 and number = 3;
select pg_temp.try($$update matter set body_id = 4 where id = 2$$) as "on the same day";
select pg_temp.refer(2, 4, 1, '2025-01-09', 6) as "afterwards";
-- a committee that comes to belong to another board: recorded, not undone
insert into body (id, name, kind, parent_id) values (13, 'Arbetsgruppen', 'working_group', 4);
select pg_temp.refer(2, 4, 13, '2025-01-09', 6);
update body set parent_id = 5 where id = 13;
select matter_id, position, rule, reason, found from deviation where rule = 'referral_chain';
delete from referral_recipient where matter_id = 2 and number = 4;

-- ---- B4: whom it is sent to ----
-- ✗ twice, ✗ the sender itself (from either side)
select pg_temp.try($$insert into referral_recipient (matter_id, number, body_id) values (1, 3, 5)$$);
select pg_temp.try($$insert into referral_recipient (matter_id, number, body_id) values (1, 3, 2)$$);
select pg_temp.try($$update referral set sender_id = 1 where matter_id = 1 and number = 1$$);
-- E10: a body that does not exist yet, or no longer: ✗ the day before, ✓ on the first day
insert into body (id, name, kind, valid) values (14, 'Bildningsnämnden', 'board', '[2025-02-11,2025-07-01)');
select pg_temp.try($$insert into referral_recipient (matter_id, number, body_id) values (1, 3, 14)$$);
insert into referral (matter_id, number, sender_id, sent_on) values (1, 6, 1, '2025-02-11'), (1, 7, 1, '2025-06-30'), (1, 8, 1, '2025-07-01');
select pg_temp.try($$insert into referral_recipient (matter_id, number, body_id) values (1, 6, 14)$$);
select pg_temp.try($$insert into referral_recipient (matter_id, number, body_id) values (1, 7, 14)$$);
select pg_temp.try($$insert into referral_recipient (matter_id, number, body_id) values (1, 8, 14)$$);
-- ✗ the referral moves to a day on which it does not
select pg_temp.try($$update referral set sent_on = '2025-07-01' where matter_id = 1 and number = 7$$);
-- ✗ whose place another has taken: from the day on
insert into body_succession values (10, 5, '2025-07-01');
select pg_temp.try($$insert into referral_recipient (matter_id, number, body_id) values (1, 7, 10)$$);
select pg_temp.try($$insert into referral_recipient (matter_id, number, body_id) values (1, 8, 10)$$);
-- what is learned late is recorded
update body set valid = '[2025-02-11,2025-06-30)' where id = 14;
insert into body_succession values (6, 5, '2025-01-01');
update body set name = 'Nämnden för bildning' where id = 14;
select matter_id, position, rule, found from deviation where rule = 'referral_recipient_exists' order by id;
delete from body_succession;
delete from referral_recipient where number in (6, 7, 8);
delete from referral where number in (6, 7, 8);

-- ---- B3: days ----
-- received ✗ the day before it was sent, ✓ on the day
select pg_temp.try($$update referral_recipient set received_on = '2025-02-09' where (matter_id, number, body_id) = (1, 3, 5)$$);
select pg_temp.try($$update referral_recipient set received_on = '2025-02-10' where (matter_id, number, body_id) = (1, 3, 5)$$);
-- an extension: ✗ to the same last day, ✓ a day later, ✓ granted after the last day, ✗ before it was sent
select pg_temp.try($$update referral_recipient set answer_by = '2025-03-31', extended_on = '2025-03-20' where (matter_id, number, body_id) = (1, 3, 5)$$);
select pg_temp.try($$update referral_recipient set answer_by = '2025-04-01', extended_on = '2025-03-20' where (matter_id, number, body_id) = (1, 3, 5)$$);
select pg_temp.try($$update referral_recipient set answer_by = '2025-04-30', extended_on = '2025-04-02' where (matter_id, number, body_id) = (1, 3, 5)$$);
select pg_temp.try($$update referral_recipient set answer_by = '2025-04-30', extended_on = '2025-02-09' where (matter_id, number, body_id) = (1, 3, 5)$$);
select pg_temp.try($$update referral_recipient set answer_by = '2025-04-30', extended_on = null where (matter_id, number, body_id) = (1, 3, 5)$$);
-- ✗ the referral's own last day overtakes it, ✓ it sets none
select pg_temp.try($$update referral set answer_by = '2025-04-30' where matter_id = 1 and number = 3$$);
select pg_temp.try($$update referral set answer_by = null where matter_id = 1 and number = 3$$);
update referral set answer_by = '2025-03-31' where matter_id = 1 and number = 3;
-- ✗ decided after it was sent, ✗ a last day before that
select pg_temp.try($$update referral set decided_on = '2025-02-11' where matter_id = 1 and number = 3$$);
select pg_temp.try($$update referral set answer_by = '2025-02-09' where matter_id = 1 and number = 3$$);

-- ---- E2, B4: who answers ----
insert into referral_recipient (matter_id, number, body_id) values (1, 3, 6), (1, 3, 7), (1, 3, 8), (1, 3, 9);
-- ✗ a board answers without having been asked; ✗ asked by another referral
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 3, 10, 'opinion', '2025-03-10')$$);
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 2, 4, 'opinion', '2025-03-10')$$);
-- ✗ the day before it was sent; ✓ on that day; ✓ an office answers by letter
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 3, 6, 'office', '2025-02-09')$$);
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 3, 6, 'office', '2025-02-10')$$);
-- ✓ so does a company, late; an advisory council gives its opinion; somebody else declines
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values
	(1, 3, 7, 'office', '2025-04-01'), (1, 3, 8, 'opinion', '2025-03-31'), (1, 3, 9, 'declined', '2025-03-31')$$);
-- ✗ twice for the same body
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 3, 6, 'office', '2025-02-11')$$);
-- ✗ the question is taken from under the answer, or moved behind it
select pg_temp.try($$delete from referral_recipient where (matter_id, number, body_id) = (1, 3, 6)$$);
select pg_temp.try($$update referral set sent_on = '2025-02-11' where matter_id = 1 and number = 3$$);
-- ✓ both at once; then the answer alone
select pg_temp.try($$with a as (delete from referral_answer where (matter_id, number, body_id) = (1, 3, 6))
	delete from referral_recipient where (matter_id, number, body_id) = (1, 3, 6)$$);
-- ✓ nothing forbids somebody outside the municipality to answer unasked
insert into body (id, name, kind) values (15, 'Röda korset', 'external');
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 3, 15, 'opinion', '2025-03-10')$$);
delete from referral_answer where body_id = 15;
-- an unlawful one is admitted, as what it is
select admit_matter_deviation(1, 2, 'answer_asked', 'Svarade oombedd') is not null as admitted;
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 2, 4, 'opinion', '2025-03-10')$$);
select item, status, finding, hint from explain_matter(1) where rule = 'answer_asked' and item = 2;
delete from referral_answer where (matter_id, number, body_id) = (1, 2, 4);

-- ---- B1: an answer that the body decided ----
select pg_temp.board_meeting(1, 4, '2025-03-12', 3, 1);
select pg_temp.board_meeting(2, 5, '2025-03-12', 1, 1);
-- ✗ no meeting, ✗ nothing decided there yet
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on) values (1, 3, 4, 'decided', '2025-03-12')$$);
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on, meeting_id, position) values (1, 3, 4, 'decided', '2025-03-12', 1, 1)$$);
-- ✗ an office has no meetings to decide at
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on, meeting_id, position) values (1, 4, 6, 'decided', '2025-03-12', 1, 1)$$);
-- ✗ only that it is put off
insert into decision (meeting_id, position, kind, outcome, text) values (1, 1, 'procedural', 'tabled', 'Bordläggs');
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on, meeting_id, position) values (1, 3, 4, 'decided', '2025-03-12', 1, 1)$$);
delete from decision where meeting_id = 1;
insert into decision (meeting_id, position, kind, text) values (1, 1, 'opinion', 'Nämnden tillstyrker motionen'), (1, 2, 'opinion', 'Om annat'), (2, 1, 'opinion', 'Nämnden avstyrker');
-- ✗ at an item about something else, ✗ at another body's meeting, ✗ the day before; ✓ on the day
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on, meeting_id, position) values (1, 3, 4, 'decided', '2025-03-12', 1, 2)$$);
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on, meeting_id, position) values (1, 3, 4, 'decided', '2025-03-12', 2, 1)$$);
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on, meeting_id, position) values (1, 3, 4, 'decided', '2025-03-11', 1, 1)$$);
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on, meeting_id, position) values (1, 3, 4, 'decided', '2025-03-12', 1, 1)$$);
-- ✗ what it rests on changes: withdrawn, deleted, about another matter, on a later day, cancelled
select pg_temp.try($$update decision set withdrawn_at = '2025-03-12 11:00' where meeting_id = 1 and position = 1$$);
select pg_temp.try($$delete from decision where meeting_id = 1 and position = 1$$);
select pg_temp.try($$update decision set kind = 'procedural', outcome = 'tabled' where meeting_id = 1 and position = 1$$);
select pg_temp.try($$update agenda_item set matter_id = 2 where meeting_id = 1 and position = 1$$);
select pg_temp.try($$update agenda_item set matter_id = null where meeting_id = 1 and position = 1$$);
select pg_temp.try($$update meeting set day = '2025-03-13', starts_at = '2025-03-13 09:00', opened_at = '2025-03-13 09:00' where id = 1$$);
-- ✗ it is written to another item, or day; ✓ it becomes an answer in its own words
select pg_temp.try($$update referral_answer set position = 3 where body_id = 4$$);
select pg_temp.try($$update referral_answer set answered_on = '2025-03-11' where body_id = 4$$);
select pg_temp.try($$update referral_answer set kind = 'opinion', meeting_id = null, position = null, wording = 'Nämnden har inget att invända.' where body_id = 4$$);
select pg_temp.try($$update decision set withdrawn_at = '2025-03-12 11:00' where meeting_id = 1 and position = 1$$);
-- ✓ its committee decides on its behalf
select pg_temp.meeting(3, '2025-03-19', 1);
update agenda_item set matter_id = 1 where meeting_id = 3;
insert into decision (meeting_id, position, kind, text) values (3, 1, 'opinion', 'Utskottet yttrar sig');
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on, meeting_id, position) values (1, 1, 1, 'decided', '2025-03-19', 3, 1)$$);
update decision set on_behalf_of = 1 where meeting_id = 3;
select pg_temp.try($$insert into referral_answer (matter_id, number, body_id, kind, answered_on, meeting_id, position) values (1, 1, 1, 'decided', '2025-03-19', 3, 1)$$);
select pg_temp.try($$update decision set on_behalf_of = null where meeting_id = 3$$);

-- ---- B1, C3: the officials' statement ----
insert into document (matter_id, number, kind, direction, title, dated_on) values
	(1, 1, 'statement', 'drawn_up', 'Tjänsteutlåtande', '2025-03-12'),
	(1, 2, 'report', 'drawn_up', 'Rapport', '2025-03-12'),
	(2, 3, 'statement', 'drawn_up', 'I ett annat ärende', '2025-03-12');
-- ✗ missing, ✗ there in another matter, ✗ no statement; ✓ dated on the day, ✗ the day after
select pg_temp.try($$update referral_answer set statement_number = 7 where body_id = 4$$);
select pg_temp.try($$update referral_answer set statement_number = 3 where body_id = 4$$);
select pg_temp.try($$update referral_answer set statement_number = 2 where body_id = 4$$);
select pg_temp.try($$update referral_answer set statement_number = 1 where body_id = 4$$);
select pg_temp.try($$update referral_answer set answered_on = '2025-03-11' where body_id = 4$$);
-- ✗ and from the other side: it goes, changes, gets a later date
select pg_temp.try($$delete from document where matter_id = 1 and number = 1$$);
select pg_temp.try($$update document set kind = 'letter' where matter_id = 1 and number = 1$$);
select pg_temp.try($$update document set dated_on = '2025-03-13' where matter_id = 1 and number = 1$$);
-- C3: nor later than the meeting that decided it: ✗ the day after, ✓ on the day
insert into document (matter_id, number, kind, direction, title, dated_on) values (1, 4, 'statement', 'drawn_up', 'Tjänsteutlåtande till styrelsen', '2025-03-20');
update referral_answer set answered_on = '2025-03-20' where body_id = 1;
select pg_temp.try($$update referral_answer set statement_number = 4 where body_id = 1$$);
update document set dated_on = '2025-03-19' where matter_id = 1 and number = 4;
select pg_temp.try($$update referral_answer set statement_number = 4 where body_id = 1$$);
select pg_temp.try($$update document set dated_on = '2025-03-20' where matter_id = 1 and number = 4$$);
-- ✓ what is not dated is not too late; ✓ declined needs none
select pg_temp.try($$update document set direction = 'received', dated_on = null, arrived_on = '2025-03-13' where matter_id = 1 and number = 1$$);
select status, finding from explain_matter(1) where rule = 'answer_statement' and finding ~ 'Socialnämnden';
select pg_temp.try($$update referral_answer set kind = 'declined', statement_number = null, wording = null where body_id = 4$$);

-- ---- E8: a body that was asked recommends ----
-- ✓ recommends; ✗ "avslår": kept as it is written, with a warning
update referral_answer set kind = 'opinion', recommendation = 'reject', wording = 'Nämnden avstyrker motionen.' where body_id = 4;
update referral_answer set wording = 'Utbildningsnämnden antar förvaltningens yttrande som sitt eget och avslår motionen med tillägg för de synpunkter som framgår av yttrandet.' where body_id = 4;
select wording from referral_answer where body_id = 4;
select item, status, finding, detail from explain_matter(1) where rule = 'answer_recommends';
-- what decides, and what only proposes
set client_min_messages = error;
create function pg_temp.said(wording text) returns text
language plpgsql
as $$
begin
	update referral_answer a set wording = said.wording where a.body_id = 4;
	return (select status from explain_matter(1) where rule = 'answer_recommends' and finding ~ 'Socialnämnden');
end
$$;
select w as wording, pg_temp.said(w) from unnest(array[
	'Nämnden AVSLÅR motionen', 'Nämnden bifaller motionen', 'Motionen avslås', 'Motionen bifalles.',
	'Nämnden beslutar att avslå motionen', 'Nämnden beslutar' || chr(10) || '1. Att bifalla motionen',
	U&'Na\0308mnden avsla\030Ar motionen', 'Motionen' || chr(160) || 'avslås',
	'Nämnden tillstyrker punkt 1 och avslår punkt 2', 'Nämnden avslår motionen och föreslår att frågan utreds',
	'Nämnden föreslår en utredning. Nämnden avslår motionen.',
	'Kommunstyrelsen föreslår kommunfullmäktige besluta: Motionen avslås med hänvisning till tjänsteutlåtandet',
	'Nämnden föreslår fullmäktige besluta' || chr(10) || '1. Motionen avslås.' || chr(10) || '2. Uppdraget bifalls.',
	'Nämnden föreslår, bl.a. av kostnadsskäl, att fullmäktige avslår motionen', 'Motionen bör avslås',
	'Nämnden anser att motionen ska avslås', 'Nämnden tillstyrker att motionen bifalls', 'Nämndens förslag: motionen bifalls',
	'Nämnden avstyrker bifall till motionen', 'Fullmäktige avslog en liknande motion 2012', 'Avslaget bifallsyrkande',
	'avslårs', 'xavslår', '', ' ']) w;
-- nothing is said of it where nothing is written
select pg_temp.said(null);
set client_min_messages = warning;

-- ---- explain and verify ----
select item, rule, status, finding from explain_matter(1) where rule ~ '^(referral|answer)' order by rule, item, finding;
select id, item, rule, finding from governance.verify_registry('referrals') where id = 1;
-- what was written past the rules is found
set session_replication_role = replica;
insert into referral (matter_id, number, sender_id, sent_on, answer_by) values (1, 9, 10, '2025-02-14', '2025-03-14');
insert into referral_recipient (matter_id, number, body_id, received_on) values (1, 9, 10, '2025-02-13');
insert into referral_answer (matter_id, number, body_id, kind, answered_on, statement_number, wording) values
	(1, 9, 5, 'decided', '2025-02-13', 8, 'Bifalles');
set session_replication_role = origin;
select id, item, rule, finding, citation from governance.verify_registry('referrals') where id = 1 order by rule;
-- what the rules say of what is stored in the end
\set rules 'answer_decided referral_dates referral_not_self'
\i :srcdir/data/verdicts.sql
drop schema referrals cascade;
