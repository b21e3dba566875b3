-- How a committee's meeting comes about (rules.md A9-A11, A18, L14, I11, I26):
-- meeting_place, meeting_called, requests_needed, request_max_days,
-- meeting_documents, sittings_in_order, meeting_cancelled, times_in_meeting.
\set registry calling
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset fieldsep ' | '
\pset footer off

-- A9: a meeting has a place, once it is opened or summoned
select 'A9 ✓ planned, no place yet' as test, pg_temp.try($$
	insert into meeting (id, body_id, day, starts_at) values (1, 2, '2025-01-15', '2025-01-15 09:00')$$);
select 'A9 ✗ opened without place' as test, pg_temp.try($$
	update meeting set opened_at = '2025-01-15 09:00' where id = 1$$);
select 'A9 ✗ somebody summoned without place' as test, pg_temp.try($$
	insert into summons values (1, 3, '2025-01-07 12:00')$$);
select 'A9 ✗ the place is blank' as test, pg_temp.try($$
	insert into meeting_document values (1, 'summons', '2025-01-07 12:00', 1);
	update meeting set place = '  ' where id = 1$$);
select 'A9 ✓ place and opened' as test, pg_temp.try($$
	update meeting set place = 'Stadshuset', opened_at = '2025-01-15 09:00' where id = 1$$);
select 'A9 ✗ the place taken away again' as test, pg_temp.try($$
	update meeting set place = null where id = 1$$);

-- A11: called by the one who serves as chair
\set meeting 'insert into meeting (id, body_id, day, place, starts_at, ground, called_by, called_on) values'
select 'A11 ✓ chair alone' as test, pg_temp.try(:'meeting' || $$
	(2, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'chair', 1, '2025-01-17')$$);
select 'A11 ✗ nobody named' as test, pg_temp.try(:'meeting' || $$
	(3, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'chair', null, null)$$);
select 'A11 ✗ vice chair while the chair is not prevented' as test, pg_temp.try(:'meeting' || $$
	(3, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'chair', 2, '2025-01-20')$$);
select 'A11 ✗ a member' as test, pg_temp.try(:'meeting' || $$
	(3, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'chair', 3, '2025-01-20')$$);
insert into hindrance (body_id, person_id, valid, reason) values (2, 1, '[2025-01-20,2025-01-22)', 'sjuk');
select 'A11 ✓ vice chair, first day of the chair''s hindrance' as test, pg_temp.try(:'meeting' || $$
	(3, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'chair', 2, '2025-01-20')$$);
select 'A11 ✗ vice chair, the day before the hindrance' as test, pg_temp.try(:'meeting' || $$
	(4, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'chair', 2, '2025-01-19')$$);
select 'A11 ✗ vice chair, the day after it' as test, pg_temp.try(:'meeting' || $$
	(4, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'chair', 2, '2025-01-22')$$);
select 'A11 ✗ the day of calling is not told: the day of the meeting counts' as test, pg_temp.try(:'meeting' || $$
	(4, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'chair', 2, null)$$);
select 'A11 ✗ the chair while prevented' as test, pg_temp.try(:'meeting' || $$
	(4, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'chair', 1, '2025-01-21')$$);
select 'A11 ✗ the hindrance taken away, on which a meeting rests two weeks later' as test, pg_temp.try($$
	delete from hindrance$$);
insert into hindrance (body_id, person_id, valid, reason) values (2, 2, '[2025-01-21,2025-01-22)', 'resa');
select 'I8 ✓ a member where chair and vice chair are prevented' as test, pg_temp.try(:'meeting' || $$
	(4, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'chair', 3, '2025-01-21')$$);
select 'I8 ✗ an outsider then' as test, pg_temp.try(:'meeting' || $$
	(5, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'chair', 18, '2025-01-21')$$);
select 'A11 ✗ only the council meets because another body asks' as test, pg_temp.try(:'meeting' || $$
	(5, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'parent', null, null)$$);
select 'structure ✗ called after the meeting' as test, pg_temp.try(:'meeting' || $$
	(5, 2, '2025-02-03', 'Stadshuset', '2025-02-03 09:00', 'chair', 1, '2025-02-04')$$);
delete from meeting where id in (2, 3, 4);

-- A10: two members ask for a meeting
insert into meeting_request (id, body_id, requested_on, subject) values
	(1, 2, '2025-02-10', 'Läget i ytterstaden'), (2, 2, '2025-02-10', 'Bara en ledamot'),
	(3, 2, '2025-02-10', 'Ledamot och ersättare'), (4, 1, '2025-02-10', 'Annat organ');
insert into meeting_requester values (1, 3), (1, 4), (2, 3), (3, 3), (3, 8);
select 'A10 ✗ the same person twice' as test, pg_temp.try($$insert into meeting_requester values (2, 3)$$);
select request_id, body, requested_on, asked, needed, hold_by, late, citation from open_meeting_request;
\set called 'insert into meeting (id, body_id, day, place, starts_at, ground, request_id) values'
select 'A10 ✗ no request named' as test, pg_temp.try(:'called' || $$
	(5, 2, '2025-03-05', 'Stadshuset', '2025-03-05 09:00', 'members', null)$$);
select 'A10 ✗ one member' as test, pg_temp.try(:'called' || $$
	(5, 2, '2025-03-05', 'Stadshuset', '2025-03-05 09:00', 'members', 2)$$);
select 'A10 ✗ a member and a substitute' as test, pg_temp.try(:'called' || $$
	(5, 2, '2025-03-05', 'Stadshuset', '2025-03-05 09:00', 'members', 3)$$);
select 'A10 ✗ a request to another body' as test, pg_temp.try(:'called' || $$
	(5, 2, '2025-03-05', 'Stadshuset', '2025-03-05 09:00', 'members', 4)$$);
select 'A10 ✗ held before it was asked for' as test, pg_temp.try(:'called' || $$
	(5, 2, '2025-02-09', 'Stadshuset', '2025-02-09 09:00', 'members', 1)$$);
select 'A10 ✓ two members' as test, pg_temp.try(:'called' || $$
	(5, 2, '2025-03-05', 'Stadshuset', '2025-03-05 09:00', 'members', 1)$$);
select rule, status, finding from explain_meeting(5) where rule = 'meeting_called';
select 'A10 still open: not held' as test, request_id from open_meeting_request;
select 'A10 ✗ one of the two withdrawn' as test, pg_temp.try($$delete from meeting_requester where person_id = 4$$);
select 'A10 ✗ ... or moved to another request' as test, pg_temp.try($$
	update meeting_requester set request_id = 2 where request_id = 1 and person_id = 4$$);
select 'A10 ✗ the request dated after the meeting' as test, pg_temp.try($$
	update meeting_request set requested_on = '2025-03-06' where id = 1$$);
select 'A10 ✗ the meeting moved to a request of one' as test, pg_temp.try($$update meeting set request_id = 2 where id = 5$$);
select 'A10 ✗ not a member on the day of the request' as test, pg_temp.try($$
	update membership set valid = '[2025-02-11,2027-01-01)' where body_id = 2 and person_id = 4$$);
select 'A10 ✓ a third joins, one of the first leaves' as test, pg_temp.try($$
	insert into meeting_requester values (1, 5);
	delete from meeting_requester where request_id = 1 and person_id = 4$$);
-- a change of the request and of the meeting in one transaction
begin;
insert into meeting_requester values (2, 6);
select 'A10 ✓ now two' as test, pg_temp.try($$update meeting set request_id = 2 where id = 5$$);
select 'A10 ✗ one again' as test, pg_temp.try($$delete from meeting_requester where request_id = 2 and person_id = 6$$);
rollback;
-- I11: an optional maximum; open until held
insert into rule_setting (regulation_id, rule, value, citation)
select id, 'request_max_days', '30', '3 § 1 st' from regulation where body_id = 2;
set governance.as_of = '2025-03-12';
select 'I11 last day' as test, hold_by, late from open_meeting_request;
set governance.as_of = '2025-03-13';
select 'I11 late' as test, hold_by, late from open_meeting_request;
update meeting set opened_at = '2025-03-05 09:00' where id = 5;
select 'A10 held' as test, count(*) from open_meeting_request;
set governance.as_of = '2025-03-04';
select 'A10 not yet held on the day before' as test, count(*) from open_meeting_request;
set governance.as_of = '2025-02-09';
select 'A10 not yet asked for' as test, count(*) from open_meeting_request;

-- A18: three documents, and everybody told; reported, for a committee
set governance.as_of = '2025-03-06';
select meeting_id, document, responsible, citation from missing_document order by 1, 2;
select meeting_id, count(*), min(citation) as citation from missing_summons group by 1 order by 1;
insert into meeting_document values (5, 'summons', '2025-02-26 12:00', 1), (5, 'agenda', '2025-02-26 12:00', 1);
insert into minutes (meeting_id, responsible_id) values (5, 1);
insert into summons values (5, 7, '2025-03-05 09:00');
select 'A18 all but one are told' as test, summon(5, '2025-02-26 12:00');
select meeting_id, document from missing_document order by 1, 2;
select meeting_id, person, role, told_at from missing_summons where meeting_id = 5;
set governance.as_of = '2025-03-05';
select 'A18 today''s meeting is not past' as test, count(*) from missing_document where meeting_id = 5;
reset governance.as_of;

-- L11 as a rule of the committee's own: enforced, or warned of
select pg_temp.meeting(8, '2025-03-26', 1);
insert into rule_setting (regulation_id, rule, citation) select id, 'summons_sent', '4 § 1 st' from regulation where body_id = 2;
select 'L11 ✗ nobody told' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (8, 1, 'ingen kallad')$$);
update rule_setting set mode = 'warn' where rule = 'summons_sent' and body_kind is null;
select 'L11 ✓ with a warning' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (8, 1, 'ingen kallad')$$);
delete from decision where meeting_id = 8;
delete from rule_setting where rule = 'summons_sent' and body_kind is null;

-- I26: sittings, cancellation, times
select pg_temp.meeting(6, '2025-03-12', 3);
select 'I26 ✓ closed' as test, pg_temp.try($$update meeting set closed_at = '2025-03-12 12:00' where id = 6$$);
select 'I26 ✗ closed before an item was decided' as test, pg_temp.try($$
	update meeting set closed_at = '2025-03-12 09:18' where id = 6$$);
select 'I26 ✓ closed when the last item was decided' as test, pg_temp.try($$
	update meeting set closed_at = '2025-03-12 09:19' where id = 6$$);
select 'I26 ✗ an item opened before the meeting' as test, pg_temp.try($$
	update agenda_item set opened_at = '2025-03-12 08:59' where meeting_id = 6 and position = 1$$);
select 'I26 ✓ opened with the meeting' as test, pg_temp.try($$
	update agenda_item set opened_at = '2025-03-12 09:00' where meeting_id = 6 and position = 1$$);
insert into agenda_item (meeting_id, position, title, handled) values (6, 4, 'Andra dagen', 4);
select 'I26 ✗ a decision after the close' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text, decided_at) values (6, 4, 'för sent', '2025-03-12 09:20')$$);
update meeting set closed_at = null where id = 6;
select 'I26 ✗ first sitting on another day' as test, pg_temp.try($$
	insert into sitting values (6, 1, '2025-03-13 09:00', '2025-03-13 10:00', 1)$$);
select 'I26 ✗ the items of the morning lie outside the sitting' as test, pg_temp.try($$
	insert into sitting values (6, 1, '2025-03-12 09:00', '2025-03-12 09:15', 1)$$);
select 'I26 ✓ two sittings' as test, pg_temp.try($$
	insert into sitting values (6, 1, '2025-03-12 09:00', '2025-03-12 10:00', 1);
	insert into sitting values (6, 2, '2025-03-13 09:00', null, 4)$$);
select 'I26 ✗ overlapping' as test, pg_temp.try($$
	update sitting set opened_at = '2025-03-12 09:59' where meeting_id = 6 and number = 2$$);
select 'I26 ✓ adjacent' as test, pg_temp.try($$
	update sitting set opened_at = '2025-03-12 10:00' where meeting_id = 6 and number = 2$$);
update sitting set opened_at = '2025-03-13 09:00' where meeting_id = 6 and number = 2;
select 'I26 ✗ the second begins with items of the first' as test, pg_temp.try($$
	update sitting set first_item = 1 where meeting_id = 6 and number = 2$$);
select 'I26 ✗ opened in the night between' as test, pg_temp.try($$
	update agenda_item set opened_at = '2025-03-12 23:00' where meeting_id = 6 and position = 4$$);
select 'I26 ✗ decided in the night between' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text, decided_at) values (6, 4, 'om natten', '2025-03-12 23:00')$$);
select 'I26 ✓ decided in the second sitting' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text, decided_at) values (6, 4, 'dagen efter', '2025-03-13 09:30')$$);
select 'I26 ✗ the meeting closed before its last sitting' as test, pg_temp.try($$
	update meeting set closed_at = '2025-03-12 12:00' where id = 6$$);
select 'I26 ✗ closed and never opened' as test, pg_temp.try($$
	insert into meeting (id, body_id, day, place, starts_at, closed_at)
	values (7, 2, '2025-03-19', 'Stadshuset', '2025-03-19 09:00', '2025-03-19 10:00')$$);
insert into meeting (id, body_id, day, place, starts_at) values (7, 2, '2025-03-19', 'Stadshuset', '2025-03-19 09:00');
insert into agenda_item (meeting_id, position, title) values (7, 1, 'Ett ärende');
select 'I26 ✓ cancelled' as test, pg_temp.try($$update meeting set cancelled_at = '2025-03-18 09:00' where id = 7$$);
select 'I26 ✗ handled in a cancelled meeting' as test, pg_temp.try($$
	update agenda_item set handled = 1 where meeting_id = 7$$);
select 'I26 ✗ decided in a cancelled meeting' as test, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (7, 1, 'inställt')$$);
select 'I26 ✗ a meeting that has handled items is cancelled' as test, pg_temp.try($$
	update meeting set opened_at = null, cancelled_at = '2025-03-12 09:00' where id = 6$$);
select * from governance.verify_registry(:'registry');
