-- What is to be done of meetings, from their call to the end of the period for an
-- appeal, as of any day, and how it is known which meetings are done (rules.md A1,
-- A3, A10, A18, A19, I11, I14, I16, I18, L13, L18, L19, L22, L24).  That todo finds
-- everything, test/checks/todo shows with random meetings.
\set registry todo
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset fieldsep ' | '
\pset footer off

insert into body (id, name, kind, parent_id) values (3, 'Kommunfullmäktige', 'council', null), (4, 'Socialnämnden', 'board', 3);
insert into term (body_id, valid) values (3, '[2023-01-01,2027-01-01)'), (4, '[2023-01-01,2027-01-01)');
insert into membership (body_id, person_id, role, valid, decided_by)
select b, p, case when p <= 5 then 'member' else 'substitute' end, '[2023-01-01,2027-01-01)', case b when 4 then 3 end
from generate_series(3, 4) b, generate_series(1, 7) p;

prepare due(bigint, date) as
select rule, what, due, days_left, status from todo_as_of($2) where object = 'meeting' and object_id = $1 order by rule, due, what;

-- L22: the council is announced and summoned to a week ahead
insert into meeting (id, body_id, day, place, starts_at, called_on) values (10, 3, '2026-03-18', 'Rådhuset', '2026-03-18 18:00', '2026-02-20');
\echo L22: nothing before it was called; then until the 11th, late on the 12th
execute due(10, '2026-02-19');
execute due(10, '2026-02-20');
execute due(10, '2026-03-11');
execute due(10, '2026-03-12');
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values (10, 'announcement', '2026-03-10 12:00', 1);
insert into summons (meeting_id, person_id, told_at) select 10, p, '2026-03-10 12:00' from generate_series(1, 6) p;
insert into summons (meeting_id, person_id, told_at) values (10, 7, '2026-03-12 12:00');
\echo L22 ✓ announced on the 10th; one is summoned on the 12th: not done on the days before
execute due(10, '2026-03-09');
execute due(10, '2026-03-10');
execute due(10, '2026-03-11');
execute due(10, '2026-03-12');
-- urgent: by the weekday before, which a Saturday is and Easter Day and Monday are not
insert into meeting (id, body_id, day, place, starts_at, urgent, called_on) values (11, 3, '2026-04-07', 'Rådhuset', '2026-04-07 18:00', true, '2026-04-03');
\echo L22: urgent, after Easter: until Saturday the 4th
execute due(11, '2026-04-04');
execute due(11, '2026-04-05');
-- it is not told when this was called
insert into meeting (id, body_id, day, place, starts_at) values (12, 3, '2026-06-17', 'Rådhuset', '2026-06-17 18:00');
\echo L22: from a month before the meeting to its day, after which the documents are missing
execute due(12, '2026-05-17');
execute due(12, '2026-05-18');
execute due(12, '2026-06-17');
execute due(12, '2026-06-18');
update meeting set cancelled_at = '2026-06-01 08:00' where id = 12;
\echo I26: cancelled on 1 June: due until then
execute due(12, '2026-05-31');
execute due(12, '2026-06-01');
execute due(12, '2026-06-18');
update meeting set cancelled_at = null where id = 12;
\echo I26: it takes place after all
execute due(12, '2026-06-01');

-- L11: substitutes of a board are told, at the latest when it meets
insert into meeting (id, body_id, day, place, starts_at, called_on) values (20, 4, '2026-03-25', 'Rådhuset', '2026-03-25 09:00', '2026-03-01');
insert into summons (meeting_id, person_id, told_at) values (20, 6, '2026-03-05 12:00');
\echo L11: one of two substitutes is told on the 5th
execute due(20, '2026-03-04');
execute due(20, '2026-03-05');
execute due(20, '2026-03-25');
update meeting set opened_at = '2026-03-25 09:00' where id = 20;
\echo L11: it has begun
execute due(20, '2026-03-25');

-- A18: of a past meeting, the documents of that day
update rule_setting set mode = 'warn' where rule = 'meeting_place' and body_kind is null;
select pg_temp.meeting(1, '2025-11-05', 2) \g /dev/null
update meeting set place = null where id = 1;
update agenda_item set area = 1, section = handled where meeting_id = 1;
insert into decision (meeting_id, position, text, on_behalf_of) values (1, 1, 'bifall', null), (1, 2, 'bifall', null);
update meeting set closed_at = '2025-11-05 11:00' where id = 1;
insert into adjuster (meeting_id, person_id, position) values (1, 3, 1);
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values
	(1, 'summons', '2025-10-29 12:00', 1), (1, 'agenda', '2025-11-07 12:00', 1);
insert into minutes (meeting_id, responsible_id, drawn_up_on) values (1, 1, '2025-11-10');
\echo A18: the agenda is of the 7th, the minutes of the 10th
execute due(1, '2025-11-06');
execute due(1, '2025-11-07');
execute due(1, '2025-11-10');
select done_on as "not attested" from meeting where id = 1;
insert into attestation (meeting_id, person_id, role, signed_at) values (1, 1, 'chair', '2025-11-12 10:00'), (1, 3, 'adjuster', '2025-11-12 10:00');
\echo L18, I14: attested on the 12th, and no notice is due
execute due(1, '2025-11-11');
execute due(1, '2025-11-12');
select done_on as "attested" from meeting where id = 1;
insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-11-14', 'Stadshuset');
\echo L24: but one that is posted stays up for three weeks
execute due(1, '2025-11-13');
execute due(1, '2025-11-14');
execute due(1, '2025-12-05');
execute due(1, '2025-12-06');
select done_on as "the notice may go" from meeting where id = 1;

-- whatever changes what is left of a meeting moves the day
delete from meeting_document where meeting_id = 1 and kind = 'agenda';
select done_on as "no agenda" from meeting where id = 1;
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values (1, 'agenda', '2025-12-24 12:00', 1);
select done_on as "written late" from meeting where id = 1;
insert into agenda_item (meeting_id, position, title) values (1, 3, 'Glömt');
select done_on as "an item in no area" from meeting where id = 1;
delete from agenda_item where meeting_id = 1 and position = 3;
update public_notice set posted_on = '2026-01-09';
select done_on as "another notice" from meeting where id = 1;
delete from public_notice;
select done_on as "no notice" from meeting where id = 1;

-- nobody types it in
select pg_temp.try($$update meeting set done_on = '2020-01-01'$$);
select pg_temp.try($$insert into meeting (id, body_id, day, place, starts_at, done_on) values (2, 2, '2026-02-04', 'Stadshuset', '2026-02-04 09:00', '2020-01-01')$$);
select id, done_on from meeting order by id;
begin;
savepoint here;
update meeting set done_on = 'infinity' where id = 1;
select done_on from meeting where id = 1;
rollback to here;
select done_on from meeting where id = 1;
commit;
-- who may post a notice need not be allowed to change the meeting, and is not
-- told what was wrong with it before
create role todo_registrar;
select grant_access('todo_registrar', 'secretary');
revoke insert, update, delete on all tables in schema todo from todo_registrar;
grant insert on public_notice to todo_registrar;
set role todo_registrar;
set client_min_messages = notice;
insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-11-17', 'Stadshuset');
reset client_min_messages;
reset role;
set client_min_messages = warning;
select done_on as "posted" from meeting where id = 1;

-- A19, I16: on the board's behalf
select pg_temp.meeting(3, '2026-01-14', 1) \g /dev/null
update agenda_item set area = 1, section = handled where meeting_id = 3;
insert into decision (meeting_id, position, text, on_behalf_of, done_on) values (3, 1, 'bifall', 1, '2020-01-01');
update meeting set closed_at = '2026-01-14 11:00' where id = 3;
insert into adjuster (meeting_id, person_id, position) values (3, 3, 1);
insert into meeting_document (meeting_id, kind, issued_at, responsible_id)
select 3, k, '2026-01-07 12:00', 1 from unnest('{summons,agenda}'::text[]) k;
insert into minutes (meeting_id, responsible_id) values (3, 1);
insert into attestation (meeting_id, person_id, role, signed_at) values (3, 1, 'chair', '2026-01-15 10:00'), (3, 3, 'adjuster', '2026-01-15 10:00');
select done_on as "A19: not announced" from meeting where id = 3;
insert into public_notice (meeting_id, posted_on, kept_at, taken_down_on) values (3, '2026-01-16', 'Stadshuset', '2026-02-06');
select done_on as "I16: taken down on the last day" from meeting where id = 3;
execute due(3, '2026-02-05');
execute due(3, '2026-02-06');
insert into public_notice (meeting_id, posted_on, kept_at, taken_down_on) values (3, '2026-02-09', 'Stadshuset', '2026-03-03');
select done_on as "I14: posted again" from meeting where id = 3;
execute due(3, '2026-02-08');
execute due(3, '2026-02-09');
execute due(3, '2026-03-02');
execute due(3, '2026-03-03');

-- the same row is always called the same
select rule, citation, body, object, object_id, status from todo_as_of('2026-02-08') where object_id = 3;

-- I19: settings that no decision holds fast may change, and with them what is
-- due of meetings that were
insert into body (id, name, kind, parent_id, founded_by) values (5, 'Integrationsrådet', 'advisory_council', 1, 'Kommunstyrelsen');
insert into meeting (id, body_id, day, place, starts_at) values (30, 5, '2025-10-01', 'Stadshuset', '2025-10-01 09:00');
select done_on as "no rule asks for anything" from meeting where id = 30;
execute due(30, '2026-01-01');
insert into regulation (id, body_id, title, valid) values (90, 5, 'Reglemente för rådet', '[2025-01-01,)');
insert into provision (regulation_id, citation, ordinal, wording) values (90, '3 §', 1, 'Ordföranden svarar för föredragningslistan.');
insert into rule_setting (regulation_id, rule, value, citation) values (90, 'meeting_documents', 'agenda', '3 §');
select done_on as "a document is asked for" from meeting where id = 30;
execute due(30, '2026-01-01');
update regulation set valid = '[2025-10-02,)' where id = 90;
select done_on as "only from the day after" from meeting where id = 30;
execute due(30, '2026-01-01');

update regulation set valid = '[2025-01-01,)' where id = 90;
update rule_setting set rule = 'item_area', value = '3' where regulation_id = 90;
select done_on as "areas, but no item" from meeting where id = 30;

-- A10: a request is done on the day that a meeting called on it is opened
insert into meeting_request (id, body_id, requested_on, subject, done_on) values (1, 2, '2026-04-01', 'Läget', '2020-01-01'), (2, 2, '2026-04-02', 'Mer', 'infinity');
insert into meeting_requester values (1, 3), (1, 4), (2, 5), (2, 6);
insert into meeting (id, body_id, day, place, starts_at, ground, request_id) values
	(5, 2, '2026-04-15', 'Stadshuset', '2026-04-15 09:00', 'members', 1), (6, 2, '2026-04-22', 'Stadshuset', '2026-04-22 09:00', 'members', 1);
select id, done_on as "planned" from meeting_request order by 1;
update meeting set opened_at = starts_at where id in (5, 6);
update meeting_request set done_on = 'infinity';
select id, done_on as "opened" from meeting_request order by 1;
select what, object_id from todo_as_of('2026-04-14') where rule = 'requests_needed' order by 2;
select what, object_id from todo_as_of('2026-04-15') where rule = 'requests_needed' order by 2;
update meeting set request_id = 2 where id = 5;
select id, done_on as "it was another one" from meeting_request order by 1;
delete from meeting where id = 6;
select id, done_on as "it was none" from meeting_request order by 1;

-- A29: a decision by delegation is done with when a report of it is received;
-- then its minutes may be attested long ago, and are not touched
insert into matter (id, body_id, title, opened_on) values (1, 2, 'Anmälan', '2026-03-01'), (2, 2, 'Bidrag', '2026-01-01');
insert into delegation (id, body_id, from_body_id, employee, subject, valid) values (9, 1, 1, 'Handläggaren', 'bidrag', '[2025-01-01,)');
insert into delegated_decision (matter_id, number, delegation_id, body_id, person_id, decided_on, text, done_on) values
	(2, 1, 9, 1, 15, '2026-02-02', 'Bidrag beviljas.', '2020-01-01');
select meeting_id, position, done_on as "not reported" from decision where on_behalf_of is not null;
select number, done_on as "not reported" from delegated_decision;
insert into meeting (id, body_id, day, place, starts_at, opened_at) values (7, 1, '2026-04-08', 'Stadshuset', '2026-04-08 13:00', '2026-04-08 13:00');
insert into agenda_item (meeting_id, position, title, matter_id) values (7, 1, 'Anmälan', 1);
-- how the board came to note it is not what is asked here
set session_replication_role = replica;
insert into decision (meeting_id, position, kind, outcome, text) values (7, 1, 'noting', 'noted', 'Noteras');
reset session_replication_role;
insert into delegation_report (matter_id, number, body_id, to_body_id, period, handed_over_on) values
	(1, 1, 1, 1, '[2026-01-01,2026-04-01)', '2026-04-02'), (1, 2, 2, 1, '[2026-01-01,2026-04-01)', '2026-04-02');
insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number) values (1, 1, 1, 2, 1);
insert into delegation_report_item (matter_id, number, line, meeting_id, position, point) values (1, 2, 1, 3, 1, 1);
select done_on as "handed over" from decision where meeting_id = 3 union all select done_on from delegated_decision;
update delegation_report set meeting_id = 7, position = 1, received_on = '2026-04-08';
select done_on as "received" from decision where meeting_id = 3 union all select done_on from delegated_decision;
update decision set done_on = 'infinity' where meeting_id = 3;
update delegated_decision set done_on = '2020-01-01';
select done_on as "typed in" from decision where meeting_id = 3 union all select done_on from delegated_decision;
delete from delegation_report_item where number = 1;
select done_on as "one in no report" from decision where meeting_id = 3 union all select done_on from delegated_decision;
update delegation_report set received_on = null, meeting_id = null, position = null;
select done_on as "tabled" from decision where meeting_id = 3 union all select done_on from delegated_decision;

-- A3, L13: a by-election
update membership set valid = '[2023-01-01,2026-05-01)' where body_id = 2 and person_id = 7;
select rule, what, due, status, object, object_id from todo_as_of('2026-04-30') where rule = 'seats';
select rule, what, due, status, object, object_id from todo_as_of('2026-05-01') where rule = 'seats';
-- every duty follows from a provision
select rule, what from todo_as_of('2026-06-30') where citation is null;
-- every duty is told in Swedish
select what from todo_as_of('2026-06-30') where governance.duty_in_swedish(what) = what;
drop owned by todo_registrar;
drop role todo_registrar;
