-- The numbers of sections, and which minutes an item stands in (rules.md A18,
-- A22, I9, I13, I25, N).
\set registry sections
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql

select pg_temp.meeting(1, '2025-03-12', 4) \g /dev/null
select pg_temp.meeting(2, '2025-05-14', 3) \g /dev/null
select pg_temp.meeting(3, '2025-09-10', 2) \g /dev/null
select pg_temp.meeting(4, '2026-01-14', 2) \g /dev/null

-- A22 N: numbers of their own, which rise from meeting to meeting
select pg_temp.try($$update agenda_item set section = handled where meeting_id = 1$$) as "A22 ✓ 1 to 4";
select pg_temp.try($$update agenda_item set section = 8 + handled where meeting_id = 3$$) as "N ✓ a gap: 9 and 10";
select pg_temp.try($$update agenda_item set section = 4 where meeting_id = 2 and position = 1$$) as "A22 ✗ the same number twice in series and year";
select pg_temp.try($$update agenda_item set section = 9 where meeting_id = 2 and position = 3$$) as "A22 ✗ the same number as later";
select pg_temp.try($$update agenda_item set section = 2 where meeting_id = 2 and position = 1$$) as "N ✗ falls";
select pg_temp.try($$update agenda_item set section = 11 where meeting_id = 2 and position = 3$$) as "N ✗ above a later meeting";
select pg_temp.try($$update agenda_item set section = 4 + handled where meeting_id = 2$$) as "N ✓ between them";
select pg_temp.try($$update agenda_item set section = handled where meeting_id = 4$$) as "A22 ✓ the same numbers next year";
select pg_temp.try($$update meeting set day = '2025-12-10', starts_at = '2025-12-10 09:00' where id = 4$$) as "A22 ✗ moved into the year";

-- within a meeting: in the order of handling, whatever the agenda's numbers
select pg_temp.try($$update agenda_item set section = 2 where meeting_id = 1 and position = 3$$) as "A22 ✗ twice in a meeting";
select pg_temp.try($$update agenda_item set section = 5 - handled where meeting_id = 1$$) as "N ✗ against the order of handling";
select pg_temp.try($$update agenda_item set section = null, opened_at = null, decided_at = null where meeting_id = 1;
	update agenda_item set handled = 5 - position where meeting_id = 1;
	update agenda_item set section = handled where meeting_id = 1$$) as "N ✓ items moved at the table";

-- A22: several decisions are points of one section (seed 002)
select pg_temp.try($$insert into decision (meeting_id, position, point, kind, outcome, text)
	values (1, 1, 1, 'settling', 'approved', 'Utskottet beslutar att avge yttrande.'),
	(1, 1, 2, 'settling', 'approved', 'Paragrafen justeras omedelbart.')$$) as "A22 ✓ points 1 and 2 in one section";

-- I25: one series for several bodies, each with meetings of its own
insert into body (id, name, kind, parent_id, founded_by, section_series_id) values
	(3, 'Personalutskottet', 'committee', 1, 'Kommunstyrelsen', 2);
insert into meeting (id, body_id, day, place, starts_at, called_by) values (5, 3, '2025-04-02', 'Stadshuset', '2025-04-02 09:00', 1);
select pg_temp.try($$insert into agenda_item (meeting_id, position, title, section) values (5, 1, 'Rekrytering', 4)$$) as "I25 ✗ a number of the series' other body";
select pg_temp.try($$insert into agenda_item (meeting_id, position, title, section) values (5, 1, 'Rekrytering', 11)$$) as "I25 ✗ above a later meeting of the other body";
select pg_temp.try($$update body set section_series_id = null where id = 3;
	insert into agenda_item (meeting_id, position, title, section) values (5, 1, 'Rekrytering', 4)$$) as "I25 ✓ a series of its own";
select pg_temp.try($$update body set section_series_id = 2 where id = 3$$) as "I25 ✗ joining the series with a number that is taken";

-- minutes over a set of items
select pg_temp.try($$insert into minutes (meeting_id, number, items, immediate) values (2, 1, '{1,2}', true)$$) as "I13 ✓ two items at once";
select pg_temp.try($$insert into minutes (meeting_id, number, items) values (2, 2, '{2,3}')$$) as "✗ an item in two minutes";
select pg_temp.try($$insert into minutes (meeting_id, number, items) values (2, 2, '{3,3}')$$) as "✗ an item twice";
select pg_temp.try($$insert into minutes (meeting_id, number, items) values (2, 2, '{}')$$) as "✗ no item";
select pg_temp.try($$insert into minutes (meeting_id, number, immediate) values (2, 2, true)$$) as "I13 ✗ at once, without items";
select pg_temp.try($$insert into minutes (meeting_id, number) values (2, 2)$$) as "✓ the rest";
select pg_temp.try($$insert into minutes (meeting_id, number) values (2, 3)$$) as "✗ the rest twice";
select number, handled, section from minutes_section order by number, handled;

-- A18: who answers for the minutes
select pg_temp.try($$update minutes set responsible_id = 3 where meeting_id = 2 and number = 1$$) as "A18 ✗ neither presided nor chair";
select pg_temp.try($$update minutes set responsible_id = 1 where meeting_id = 2$$) as "A18 ✓ the chair";

-- A22: every handled item has a section before the minutes are attested,
-- information items too
update agenda_item set kind = 'information', section = null where meeting_id = 2 and position = 3;
update meeting set closed_at = '2025-05-14 11:00' where id = 2;
select pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at)
	values (2, 2, 1, 'chair', '2025-05-15 10:00')$$) as "A22 ✗ an information item without section";
select rule, status, finding from explain_item(2, 3) where rule like 'section%' order by rule;
update agenda_item set section = 7 where meeting_id = 2 and position = 3;
select pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at)
	values (2, 2, 1, 'chair', '2025-05-15 10:00')$$) as "A22 ✓ with its section";
select rule, status, finding from explain_item(2, 3) where rule like 'section%' order by rule;

-- what the rules say of what is stored in the end
\set rules 'section_number'
\i :srcdir/data/verdicts.sql
