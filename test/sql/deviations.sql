-- What happened unlawfully is recorded as what it is (rules.md I20).
\set registry deviations
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned

-- gavelled at 3-1
select pg_temp.meeting(1, '2025-03-12', 2) \g /dev/null
insert into proposal (meeting_id, position, number, person_id, kind, text) values
	(1, 1, 1, 1, 'approve', 'bifall'), (1, 1, 2, 3, 'reject', 'avslag');
delete from attendance where meeting_id = 1 and person_id > 4;
insert into vote_event (meeting_id, position, number, yes_proposal, no_proposal) values (1, 1, 1, 1, 2);
insert into vote (meeting_id, position, number, person_id, choice) values
	(1, 1, 1, 1, 'yes'), (1, 1, 1, 2, 'yes'), (1, 1, 1, 4, 'yes'), (1, 1, 1, 3, 'no');
\set decide 'insert into decision (meeting_id, position, text, vote_number, proposal_number) values (1, 1, ''bifall'', 1, 1)'
select 'I20 ✗ 3-1', pg_temp.try(:'decide');
select 'I20 ✗ another rule is admitted', pg_temp.try('select admit_deviation(1, 1, ''quorum_present'', ''klubbat''); ' || :'decide');
select 'I20 ✗ another item is admitted', pg_temp.try('select admit_deviation(1, 2, ''decision_agreement'', ''klubbat''); ' || :'decide');
select 'I20 ✓ admitted', pg_temp.try('select admit_deviation(1, 1, ''decision_agreement'', ''klubbat vid 3-1''); ' || :'decide');
select status, finding, hint, citation from explain_item(1, 1) where rule = 'decision_agreement';
select position, rule, reason, citation, wording, admitted_by = session_user as by_me from deviation
where rule = 'decision_agreement' and position = 1;
select item, rule from governance.verify_registry('deviations');
select 'I20 ✗ the next item at three', pg_temp.try($$insert into abstention (meeting_id, position, person_id) values (1, 1, 4);
	insert into decision (meeting_id, position, text) values (1, 2, 'bifall');
	insert into abstention (meeting_id, position, person_id) values (1, 2, 4)$$) like '23514 decision_agreement: item 2%';

-- what it was found to be is kept, where it can be said
select pg_temp.meeting(2, '2025-04-09', 2) \g /dev/null
update meeting set closed_at = '2025-04-09 10:00' where id = 2;
insert into decision (meeting_id, position, text) values (2, 1, 'bifall');
insert into reservation (meeting_id, position, person_id, announced_at) select 2, 1, p, '2025-04-09 09:09' from generate_series(2, 5) p;
select admit_deviation(2, 1, 'agreement_kept', 'ingen begärde omröstning') is not null as admitted;
select rule, position, found from deviation where meeting_id = 2;

-- what can be admitted: a rule that is in force for the meeting, once for each
-- item
select 'no such rule', pg_temp.try($$select admit_deviation(1, 1, 'ingen_regel', 'skäl')$$);
select 'a parameter', pg_temp.try($$select admit_deviation(1, 1, 'seats', 'skäl')$$);
select 'without an item', pg_temp.try($$select admit_deviation(1, null, 'quorum_present', 'skäl')$$);
select 'without a reason', pg_temp.try($$select admit_deviation(1, 1, 'quorum_present', ' ')$$) like '23514 deviation_reason_check:%';
select 'no such item', pg_temp.try($$select admit_deviation(1, 9, 'quorum_present', 'skäl')$$);
select 'no such meeting', pg_temp.try($$select admit_deviation(99, 1, 'quorum_present', 'skäl')$$);
insert into meeting (id, body_id, day, place, starts_at, called_by) values (3, 1, '2025-03-19', 'Stadshuset', '2025-03-19 09:00', 1);
insert into agenda_item (meeting_id, position, title) values (3, 1, 'Ärende');
select 'not in force there', pg_temp.try($$select admit_deviation(3, 1, 'decision_agreement', 'skäl')$$);
select 'in force there', pg_temp.try($$select admit_deviation(3, 1, 'quorum_present', 'skäl')$$);
-- a rule of the registry's own
create function ends_well(meeting_id bigint, "position" integer) returns text
language sql stable set search_path from current
as $$select 'the text does not end well' from decision d
	where d.meeting_id = $1 and d.position = $2 and text !~ 'väl$'$$;
update regulation set valid = '[2020-01-01,2025-08-01)' where body_id = 2;
insert into regulation (id, body_id, title, valid) values (99, 2, 'Höstens reglemente', '[2025-08-01,)');
insert into provision values (99, '1 §', 1, 'Slutet gott, allting gott.');
insert into rule_setting (regulation_id, rule, citation, procedure) values (99, 'ends_well', '1 §', 'deviations.ends_well');
select pg_temp.meeting(5, '2025-08-13', 1) \g /dev/null
select 'own rule ✗', pg_temp.try($$insert into decision (meeting_id, position, text) values (5, 1, 'illa')$$);
select 'own rule ✓ admitted', pg_temp.try($$select admit_deviation(5, 1, 'ends_well', 'skäl');
	insert into decision (meeting_id, position, text) values (5, 1, 'illa')$$);
select status, finding, hint, citation from explain_item(5, 1) where rule = 'ends_well';

-- what is admitted stays
select 'I20 ✗ changed', pg_temp.try($$update deviation set reason = 'ett annat skäl' where meeting_id = 1$$);
select 'I20 ✗ deleted', pg_temp.try($$delete from deviation$$);
select 'I20 ✗ truncated', pg_temp.try($$truncate deviation$$);

-- a fact learned late about a closed meeting is accepted and recorded
select pg_temp.meeting(4, '2025-05-14', 2) \g /dev/null
insert into attendance_right (body_id, person_id, ground, may_deliberate, valid) values (2, 18, 'called', true, '[2025-01-01,2026-01-01)');
insert into attendance (meeting_id, person_id, capacity) values (4, 18, 'guest');
insert into statement (meeting_id, position, number, person_id) values (4, 2, 1, 18);
select 'I20 ✗ while it is open', pg_temp.try($$update attendance_right set valid = '[2025-01-01,2025-05-01)' where person_id = 18$$) like '23514 speaker_entitled:%';
update meeting set closed_at = '2025-05-14 10:00' where id = 4;
select 'I20 ✓ when it is closed', pg_temp.try($$update attendance_right set valid = '[2025-01-01,2025-05-01)' where person_id = 18$$);
select position, rule, reason, found, citation from deviation where meeting_id = 4;
select 'I20 ✓ recorded once', pg_temp.try($$update attendance_right set valid = '[2025-01-01,2025-05-02)' where person_id = 18$$);
select count(*) from deviation where meeting_id = 4;
select status, finding, hint from explain_item(4, 2) where rule = 'speaker_entitled';
select item, rule from governance.verify_registry('deviations');
