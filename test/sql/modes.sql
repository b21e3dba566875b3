-- How strictly a rule holds: enforce, warn, record, off; and the import of
-- history, which records whatever the mode (I20).
\set registry modes
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
create role regress_modes_writer;
create function pg_temp.mode(mode text) returns void
language sql
as $$update modes.rule_setting set mode = mode.mode where rule = 'quorum_present' and body_kind is null$$;
-- four of seven, so that the number who must agree is reached with three present
update rule_setting set value = '2' where rule = 'decision_agreement' and body_kind is null;
select pg_temp.meeting(1, '2025-03-12', 6);
delete from attendance where person_id > 3;
create view recorded as
select meeting_id, position, rule, reason, citation, left(wording, 40) as wording, found, admitted_by = session_user as by_session
from deviation order by id;

-- ---- enforce ----
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'enforce')$$);
table recorded;

-- ---- warn: stored, and said ----
select pg_temp.mode('warn');
insert into decision (meeting_id, position, text) values (1, 1, 'warn'), (1, 2, 'warn');
table recorded;
select item, rule, status, finding from governance.explain('modes', 1, 1) where rule = 'quorum_present';
select item, rule, finding from governance.verify_registry('modes');
delete from decision;

-- ---- record: stored, and a deviation with the citation, once ----
select pg_temp.mode('record');
insert into decision (meeting_id, position, text) values (1, 1, 'record');
table recorded;
update decision set text = 'record, corrected';
insert into decision (meeting_id, position, point, text) values (1, 1, 2, 'a second point');
insert into decision (meeting_id, position, text) values (1, 2, 'another item'), (1, 3, 'and another');
select position, rule, found from recorded;
select item, rule, finding from governance.verify_registry('modes');
select position, rule, status, hint from explain_meeting(1) where rule = 'quorum_present' and status = 'broken';
-- a recorded breach is known, and no longer refused
delete from decision where position > 1;
select pg_temp.try($$select pg_temp.mode('enforce')$$);
delete from decision;
select pg_temp.mode('enforce');
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 3, 'known')$$);
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 4, 'not known')$$);
delete from decision;

-- ---- off: not asked ----
select pg_temp.mode('off');
insert into decision (meeting_id, position, text) values (1, 4, 'off');
select rule, status from explain_item(1, 4) where rule = 'quorum_present';
delete from decision;
select pg_temp.mode('enforce');

-- ---- a deviation admitted beforehand (I20) ----
select split_part(pg_temp.try($$select admit_deviation(1, 5, 'quorum_present', ' ')$$), E'\n', 1) as admitted;
select pg_temp.try($$select admit_deviation(1, 5, 'no_such_rule', 'så blev det')$$);
select admit_deviation(1, 5, 'quorum_present', 'ordföranden klubbade med tre närvarande') > 0 as admitted;
insert into decision (meeting_id, position, text) values (1, 5, 'admitted');
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 6, 'another item')$$);
select position, rule, reason, citation, found from recorded where position = 5;
delete from decision;

-- ---- import of history (design: record mode for a transaction) ----
select pg_temp.meeting(2, '2025-04-09', 4);
delete from attendance where meeting_id = 2 and person_id > 3;
grant usage on schema modes to regress_modes_writer;
grant insert, select on all tables in schema modes to regress_modes_writer;
set role regress_modes_writer;
select pg_temp.try('select begin_import()');
select pg_temp.try($$select governance.begin_import('modes')$$);
reset role;
select pg_temp.try($$select governance.begin_import('public')$$);
begin;
select begin_import();
select begin_import();
insert into decision (meeting_id, position, text) values (2, 1, 'history'), (2, 2, 'history');
copy decision (meeting_id, position, text) from stdin;
2	3	history
\.
-- structure is not suspended, nor is what the regulation says of decided meetings
select pg_temp.try($$insert into decision (meeting_id, position, text) values (2, 99, 'no such item')$$);
select pg_temp.try($$insert into decision (meeting_id, position, text) values (2, 3, 'twice')$$);
select pg_temp.try($$insert into decision (meeting_id, position, text) values (2, 4, ' ')$$);
select pg_temp.try($$select pg_temp.mode('off')$$);
commit;
select position, rule, reason, citation, found from recorded where meeting_id = 2;
select count(*), bool_and(begun_by = session_user) from history_import;
select item, rule, finding from governance.verify_registry('modes');
-- over with the transaction
select pg_temp.try($$insert into decision (meeting_id, position, text) values (2, 4, 'after')$$);
-- and with the subtransaction that began it, if that is undone
begin;
savepoint s;
select begin_import();
savepoint t;
insert into decision (meeting_id, position, text) values (2, 4, 'history');
release t;
rollback to s;
select pg_temp.try($$insert into decision (meeting_id, position, text) values (2, 4, 'undone')$$);
savepoint s;
select begin_import();
release s;
select pg_temp.try($$insert into decision (meeting_id, position, text) values (2, 4, 'kept')$$);
rollback;
select pg_temp.try($$insert into decision (meeting_id, position, text) values (2, 4, 'after')$$);
select count(*) from history_import;
-- one registry's import is not another's
select governance.create_registry('modes_other', '0160') \g /dev/null
begin;
select governance.begin_import('modes_other');
select pg_temp.try($$insert into decision (meeting_id, position, text) values (2, 4, 'other')$$);
rollback;
set client_min_messages = error;
select governance.drop_registry('modes_other', 'modes_other') \g /dev/null
reset search_path;
drop owned by regress_modes_writer;
drop role regress_modes_writer;
