-- A meeting and a matter while the server forgets its catalog caches wherever it
-- may.  test/sanitize/run --caches has DISCARD=1 and a server that can; elsewhere
-- the same is done with caches.
\set registry discarded
\set srcdir `echo "$PG_ABS_SRCDIR"`
\set discard `echo "${DISCARD:-0}"`
\i :srcdir/data/committee.sql
\pset format unaligned
-- a meeting, and a decision on an item that is not there
select set_config(name, :'discard', false) from pg_settings where name = 'debug_discard_caches' \g /dev/null
select pg_temp.meeting(1, '2025-03-12', 3);
select pg_temp.try('insert into decision (meeting_id, position, text) values (1, 1, ''bifall''), (1, 9, ''intet'')');
-- the rules change
begin;
update rule_setting set value = '8' where rule = 'quorum_present' and body_kind is null;
select pg_temp.try('insert into decision (meeting_id, position, text) values (1, 3, ''bifall'')');
rollback;
-- fewer at the table, and a savepoint
begin;
savepoint s;
delete from attendance where meeting_id = 1 and person_id > 3;
select pg_temp.try('insert into decision (meeting_id, position, text) values (1, 1, ''bifall'')');
rollback to s;
insert into vote_event (meeting_id, position, number) values (1, 1, 1);
insert into vote (meeting_id, position, number, person_id, choice)
select 1, 1, 1, p, case when p < 6 then 'yes' else 'no' end from generate_series(1, 7) p;
copy decision (meeting_id, position, text) from stdin;
1	1	bifall
1	2	bifall
\.
commit;
-- the tables change in the middle of a transaction
begin;
alter table decision add column remark text;
update decision set remark = 'x' where meeting_id = 1 and position = 1;
alter table decision drop column remark;
select pg_temp.try('update decision set position = 3 where meeting_id = 1');
commit;
-- sealed
update agenda_item set section = position where meeting_id = 1;
insert into election (meeting_id, position, purpose) values (1, 3, 'justerare');
insert into candidate (meeting_id, position, person_id) values (1, 3, 3);
insert into decision (meeting_id, position, kind, outcome, text) values (1, 3, 'election', 'elected', 'Öberg väljs att justera protokollet.');
update meeting set closed_at = '2025-03-12 10:00' where id = 1;
insert into minutes (meeting_id, responsible_id) values (1, 1);
insert into adjuster (meeting_id, person_id, position) values (1, 3, 3);
insert into attestation (meeting_id, person_id, role, signed_at) values (1, 1, 'chair', '2025-03-14 10:00'), (1, 3, 'adjuster', '2025-03-14 11:00');
select pg_temp.try('update decision set text = ''avslag'' where meeting_id = 1 and position = 1');
select content from seal;
select finding from verify_seals();
-- a matter
insert into matter (id, body_id, number, title, opened_on) values (1, 2, 'IU 2025/1', 'Ärende', '2025-01-02');
select pg_temp.try('insert into letter (matter_id, number, body_id, title, dated_on, dispatched_on) values (1, 1, 2, ''Skrivelse'', ''2025-03-13'', ''2025-03-14'')');
-- a seat too many
select pg_temp.try('insert into membership (body_id, person_id, role, valid, decided_by) values (2, 18, ''member'', ''[2025-01-01,2026-01-01)'', 1)');
-- what is told afterwards
select rule, status, finding from explain_item(1, 1) where status <> 'not applicable';
select count(*) from governance.verify_registry('discarded');
select set_config(name, '0', false) from pg_settings where name = 'debug_discard_caches' \g /dev/null
select governance.drop_registry('discarded', 'discarded');
