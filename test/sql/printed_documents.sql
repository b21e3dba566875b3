-- The documents that people read, of the committee in demo/documents.sql, which has
-- something of everything: all of them as plain text, and as HTML what is in them.
\set ECHO none
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\cd :srcdir/..
\set registry printed
\i demo/documents.sql
\set ON_ERROR_STOP 0
\set ECHO all
\pset format unaligned
\pset tuples_only on
set governance.as_of = '2025-04-02';

-- ---- minutes: attested and corrected, attested at once, a draft, none ----
select minutes_document(2, 'text');
select minutes_document(2, 'text', 2);
select minutes_document(1, 'text');
select minutes_document(3) is null, minutes_document(2, 'html', 9) is null, minutes_document(null) is null;

-- ---- the other documents ----
select notice_document(2, 'text');
select notice_document(2, 'text', 2);
select notice_document(1) is null, notice_document(77) is null;
select summons_document(3, 'text');
select letter_document(1, 1, 'text');
select letter_document(1, 2) is null;
select delegation_report_document(4, 1, 'text');
select delegation_report_document(4, 2) is null;

-- ---- pages ----
select notice_board_page('text');
select todo_page('text');
begin;
-- before anything was
set local governance.as_of = '2020-01-01';
select notice_board_page('text');
rollback;

-- ---- as HTML: the whole of one, of the others what is in their pages ----
select letter_document(1, 1);
create function pg_temp.body(html text) returns text language sql
	as $$select substring(html from '<main>\n(.*)\n</main>')$$;
select pg_temp.body(minutes_document(2));
select pg_temp.body(notice_document(2));
select pg_temp.body(summons_document(3));
select pg_temp.body(delegation_report_document(4, 1));
select pg_temp.body(notice_board_page());
select pg_temp.body(todo_page());

-- ---- what changes later ----
begin;
-- a notice taken down too early, and posted again
update public_notice set taken_down_on = '2025-04-01' where meeting_id = 2 and number = 1;
select (regexp_match(notice_document(2, 'text'), 'Anslaget sätts upp.*?Protokollet förvaras'))[1];
insert into public_notice (meeting_id, number, posted_on, kept_at) values (2, 1, '2025-04-02', 'Kansliet');
select (regexp_match(notice_document(2, 'text'), 'Anslaget sätts upp.*nedtaget [0-9-]+'))[1];
-- a name that is another than when it was sealed
update person set name = 'Anna Ek Lund' where id = 1;
select regexp_replace((regexp_match(minutes_document(2, 'text'), 'Sigill.*'))[1], '[0-9a-f]{64}', '…');
-- legal force, an appeal that is decided
update appeal set outcome = 'rejected', concluded_on = '2025-05-20';
set local governance.as_of = '2025-06-01';
select distinct regexp_matches(minutes_document(2, 'text'), 'Överklagande\n-+\n([^=]*?)\n\n', 'g');
rollback;
-- ---- what else there may be, written past the rules ----
begin;
set local session_replication_role = replica;
update delegation_report set meeting_id = 2, position = 6, received_on = '2025-04-01' where matter_id = 4;
delete from delegation_report_item where matter_id = 4;
select delegation_report_document(4, 1, 'text');
insert into letter_signature (matter_id, number, role, person_id, ground, signed_at) values
	(1, 1, 'countersign', 15, 'secretary', '2025-03-25 08:00');
update letter set dispatched_on = '2025-03-26' where matter_id = 1;
select letter_document(1, 1, 'text');
update meeting set cancelled_at = '2025-04-02 08:00', urgent = true, is_public = true where id = 3;
delete from office where kind = 'secretary';
select (regexp_match(summons_document(3, 'text'), '.*Föredragningslista'))[1];
-- minutes without items, a meeting of several sittings, questions of impartiality that were ruled on
insert into sitting (meeting_id, number, opened_at, closed_at) values
	(1, 1, '2025-02-12 09:00', '2025-02-12 09:15'), (1, 2, '2025-02-13 09:00', null);
insert into recusal (meeting_id, position, person_id, ground, ruling) values
	(1, 2, 3, 'granne', 'rejected'), (1, 2, 4, 'bror', 'upheld'), (1, 2, 5, 'förening', 'disregarded');
update attendance set to_item = 1 where meeting_id = 1 and person_id = 7;
update agenda_item set section = null where meeting_id = 1;
update decision set withdrawn_at = '2025-02-12 09:25' where meeting_id = 1 and position = 2;
insert into attestation (meeting_id, number, person_id, role, signed_at, hindrance, later_meeting_id) values
	(1, 1, 2, 'later_meeting', '2025-03-12 09:00', 'sjukdom', 2);
insert into deviation (meeting_id, rule, reason) values (1, 'meeting_documents', 'Kallelse saknades.');
select minutes_document(1, 'text');
insert into minutes (meeting_id, number, items) values (1, 2, '{}');
select minutes_document(1, 'text', 2);
rollback;

select governance.drop_registry('printed', 'printed');
