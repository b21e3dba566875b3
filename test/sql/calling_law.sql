-- Calling under the law itself: a board and the council (rules.md L11, L14,
-- L16, L22): meeting_called, requests_needed, meeting_announced, summons_sent,
-- substitutes_told, item_announced, closed_doors, meeting_documents.
\set registry calling_law
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset fieldsep ' | '
\pset footer off

insert into body (id, name, kind) values (3, 'Kommunfullmäktige', 'council');
insert into person (id, name) select 100 + n, 'Ledamot ' || n from generate_series(1, 6) n;
insert into membership (body_id, person_id, role, valid)
select 3, 100 + n, case when n <= 5 then 'member' else 'substitute' end, '[2023-01-01,2027-01-01)'
from generate_series(1, 6) n;
insert into office (body_id, person_id, kind, valid) values (1, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into office (body_id, person_id, kind, valid) values (3, 101, 'chair', '[2023-01-01,2027-01-01)');

-- Opens a meeting with one item and its members at the table.
create function pg_temp.open(meeting bigint, body bigint, day date, urgent boolean default false) returns void
language sql
as $$
insert into meeting (id, body_id, day, place, starts_at, opened_at, urgent)
values (meeting, body, day, 'Rådhuset', day + time '18:00', day + time '18:00', urgent);
insert into agenda_item (meeting_id, position, title, handled) values (meeting, 1, 'Ärende', 1);
insert into presiding (meeting_id, person_id)
select meeting, o.person_id from office o where o.body_id = body and o.kind = 'chair';
insert into attendance (meeting_id, person_id, capacity)
select meeting, m.person_id, 'serving_member' from membership m where m.body_id = body and m.role = 'member';
$$;
\set decide 'insert into decision (meeting_id, position, text) values'

-- L14: a third of the members of a board: 7 → 3
insert into meeting_request (id, body_id, requested_on, subject) values (1, 1, '2025-02-10', 'Budget'), (2, 3, '2025-02-10', 'Budget');
insert into meeting_requester values (1, 3), (1, 4), (2, 102);
\set called 'insert into meeting (id, body_id, day, place, starts_at, ground, request_id) values'
select 'L14 ✗ two of seven' as test, pg_temp.try(:'called' || $$
	(90, 1, '2025-03-05', 'Rådhuset', '2025-03-05 09:00', 'members', 1)$$);
select 'L14 not open' as test, count(*) from open_meeting_request;
insert into meeting_requester values (1, 5);
select 'L14 open' as test, request_id, asked, needed, citation from open_meeting_request;
select 'L14 ✓ three of seven' as test, pg_temp.try(:'called' || $$
	(90, 1, '2025-03-05', 'Rådhuset', '2025-03-05 09:00', 'members', 1)$$);
select 'L14 ✗ the council, one of five' as test, pg_temp.try(:'called' || $$
	(91, 3, '2025-03-05', 'Rådhuset', '2025-03-05 09:00', 'members', 2)$$);
select 'L14 ✓ the council, asked by the executive board' as test, pg_temp.try(:'called' || $$
	(91, 3, '2025-03-05', 'Rådhuset', '2025-03-05 09:00', 'parent', null)$$);

-- L11: a board's substitutes are told before the meeting
select pg_temp.open(1, 1, '2025-03-12');
select 'L11 ✗ not told' as test, pg_temp.try(:'decide' || $$ (1, 1, 'ingen kallad')$$);
insert into summons select 1, p, '2025-03-11 12:00' from generate_series(8, 13) p;
select 'L11 ✗ one substitute not told' as test, pg_temp.try(:'decide' || $$ (1, 1, 'en saknas')$$);
insert into summons values (1, 14, '2025-03-12 18:00');
select 'L11 ✗ told when the meeting started' as test, pg_temp.try(:'decide' || $$ (1, 1, 'en för sent')$$);
update summons set told_at = '2025-03-12 17:59' where meeting_id = 1 and person_id = 14;
select 'L11 ✓ told' as test, pg_temp.try(:'decide' || $$ (1, 1, 'alla ersättare underrättade')$$);
select 'L11 ✗ the summons taken away' as test, pg_temp.try($$delete from summons where meeting_id = 1 and person_id = 9$$);
select 'L11 ✗ a substitute of that day turns up later' as test, pg_temp.try($$
	insert into membership (body_id, person_id, role, valid) values (1, 18, 'substitute', '[2025-03-01,2027-01-01)')$$);
select 'L11 ✓ a substitute from the day after' as test, pg_temp.try($$
	insert into membership (body_id, person_id, role, valid) values (1, 18, 'substitute', '[2025-03-13,2027-01-01)')$$);

-- L16: closed doors
select 'L16 ✗ a board''s public meeting' as test, pg_temp.try($$update meeting set is_public = true where id = 1$$);
select 'L16 ✗ a committee''s too' as test, pg_temp.try($$
	insert into meeting (id, body_id, day, place, starts_at, is_public) values (92, 2, '2025-03-12', 'Rådhuset', '2025-03-12 09:00', true)$$);
select 'L16 ✓ closed' as test, pg_temp.try($$update meeting set is_public = false where id = 1$$);
select 'L16 ✓ the council' as test, pg_temp.try($$update meeting set is_public = true where id = 91$$);
-- the council admits them from the day after meeting 1
insert into regulation (id, body_id, title, valid) values (98, 1, 'Reglemente för kommunstyrelsen', '[2025-03-13,)');
insert into provision values (98, '9 §', 1, 'Styrelsens sammanträden får vara offentliga.');
insert into rule_setting (regulation_id, rule, value, citation) values (98, 'closed_doors', 'false', '9 §');
select 'L16 ✗ the day before the council admits public meetings' as test, pg_temp.try($$update meeting set is_public = true where id = 1$$);
select 'L16 ✓ the council has admitted public meetings' as test, pg_temp.try($$
	insert into meeting (id, body_id, day, place, starts_at, is_public) values (93, 1, '2025-03-13', 'Rådhuset', '2025-03-13 09:00', true)$$);

-- L22: the council is announced and summoned a week before
select pg_temp.open(2, 3, '2025-03-17');
select 'L22 ✗ neither' as test, pg_temp.try(:'decide' || $$ (2, 1, 'varken eller')$$);
insert into meeting_document values (2, 'announcement', '2025-03-11 08:00', 101);
select 'L22 summoned' as test, summon(2, '2025-03-10 23:59');
select 'L22 ✗ announced six days before' as test, pg_temp.try(:'decide' || $$ (2, 1, 'sex dagar')$$);
update meeting_document set issued_at = '2025-03-10 23:59' where meeting_id = 2;
select 'L22 ✓ a week before' as test, pg_temp.try(:'decide' || $$ (2, 1, 'en vecka')$$);
select 'L22 ✗ one summoned six days before' as test, pg_temp.try($$
	update summons set told_at = '2025-03-11 00:00' where meeting_id = 2 and person_id = 106$$);
-- urgent: the weekday before; Monday 17 March, and Tuesday after Easter
select pg_temp.open(3, 3, '2025-03-17', urgent => true);
insert into meeting_document values (3, 'announcement', '2025-03-16 10:00', 101);
select 'L22 summoned' as test, summon(3, '2025-03-15 10:00');
select 'L22 ✗ urgent, announced on Sunday' as test, pg_temp.try(:'decide' || $$ (3, 1, 'söndag')$$);
update meeting_document set issued_at = '2025-03-15 10:00' where meeting_id = 3;
select 'L22 ✓ urgent, on Saturday' as test, pg_temp.try(:'decide' || $$ (3, 1, 'lördag')$$);
select pg_temp.open(4, 3, '2025-04-22', urgent => true);
insert into meeting_document values (4, 'announcement', '2025-04-19 10:00', 101);
select 'L22 summoned' as test, summon(4, '2025-04-20 10:00');
select 'L22 ✗ summoned on Easter Sunday' as test, pg_temp.try(:'decide' || $$ (4, 1, 'påskdagen')$$);
update summons set told_at = '2025-04-19 10:00' where meeting_id = 4;
select 'L22 ✓ on Easter Eve' as test, pg_temp.try(:'decide' || $$ (4, 1, 'påskafton')$$);

-- L22: an urgent item that was not announced (5:52)
insert into agenda_item (meeting_id, position, title, announced, handled) values (2, 2, 'Brådskande', false, 2);
select 'L22 ✗ settled without being taken up' as test, pg_temp.try(:'decide' || $$ (2, 2, 'genast')$$);
insert into decision (meeting_id, position, point, kind, text) values (2, 2, 1, 'procedural', 'Ärendet tas upp');
select 'L22 ✓ all present agree' as test, pg_temp.try($$
	insert into decision (meeting_id, position, point, text) values (2, 2, 2, 'Beslut')$$);
select 'L9 ✓ one reserves against taking it up: always stored' as test, pg_temp.try($$
	insert into reservation (meeting_id, position, point, person_id, announced_at) values (2, 2, 1, 105, '2025-03-17 18:30')$$);
select 'L22 ✗ ... and the meeting cannot be closed' as test, pg_temp.try($$
	update meeting set closed_at = '2025-03-17 20:00' where id = 2$$);
delete from reservation;
select 'L22 ✗ a reservation first, then the decision' as test, pg_temp.try($$
	update decision set withdrawn_at = '2025-03-17 18:40' where meeting_id = 2 and position = 2 and point = 2;
	insert into reservation (meeting_id, position, point, person_id, announced_at) values (2, 2, 1, 105, '2025-03-17 18:30');
	insert into decision (meeting_id, position, point, text) values (2, 2, 3, 'Beslut')$$);
select 'L22 ✓ one reserves against the decision itself' as test, pg_temp.try($$
	insert into reservation (meeting_id, position, point, person_id, announced_at) values (2, 2, 2, 105, '2025-03-17 18:30')$$);
select rule, status, finding from explain_item(2, 2) where rule = 'item_announced';
insert into agenda_item (meeting_id, position, title, announced, handled) values (2, 3, 'Brådskande, med omröstning', false, 3);
insert into proposal (meeting_id, position, number, person_id, kind, text) values (2, 3, 1, 102, 'approve', 'Ärendet tas upp');
insert into vote_event (meeting_id, position, subject, yes_proposal, called_at) values (2, 3, 'procedural', 1, '2025-03-17 18:40');
insert into vote (meeting_id, position, person_id, choice) select 2, 3, 100 + n, case n when 5 then 'no' else 'yes' end from generate_series(1, 5) n;
insert into decision (meeting_id, position, point, kind, text, vote_number, proposal_number) values (2, 3, 1, 'procedural', 'Ärendet tas upp', 1, 1);
select 'L22 ✗ one votes against' as test, pg_temp.try($$
	insert into decision (meeting_id, position, point, text) values (2, 3, 2, 'Beslut')$$);
select 'L22 ✓ not settled, tabled' as test, pg_temp.try($$
	insert into decision (meeting_id, position, point, kind, outcome, text) values (2, 3, 3, 'procedural', 'tabled', 'Bordläggs')$$);
insert into agenda_item (meeting_id, position, title, announced, handled) values (2, 4, 'Brådskande, alla röstar ja', false, 4);
insert into proposal (meeting_id, position, number, person_id, kind, text) values (2, 4, 1, 102, 'approve', 'Ärendet tas upp');
insert into vote_event (meeting_id, position, subject, yes_proposal, called_at) values (2, 4, 'procedural', 1, '2025-03-17 18:50');
insert into vote (meeting_id, position, person_id, choice) select 2, 4, 100 + n, 'yes' from generate_series(1, 5) n;
insert into decision (meeting_id, position, point, kind, text, vote_number, proposal_number) values (2, 4, 1, 'procedural', 'Ärendet tas upp', 1, 1);
select 'L22 ✓ all vote for' as test, pg_temp.try($$
	insert into decision (meeting_id, position, point, text) values (2, 4, 2, 'Beslut')$$);
select 'L22 ✗ a vote withheld afterwards' as test, pg_temp.try($$delete from vote where position = 4 and person_id = 103$$);
select meeting_id, document, citation from missing_document where body_id = 3 and meeting_id < 90 order by 1, 2;
select * from governance.verify_registry(:'registry');
