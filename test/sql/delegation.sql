-- What may be delegated, by whom and to whom, and what is decided by it at
-- meetings and outside (rules.md A29, C4, L3, L4).
\set registry delegation
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql

-- the wording of a provision, which is long, only by its beginning
create function pg_temp.cut(answer text) returns text
language sql
as $$select regexp_replace(answer, ': "([^"]{50})[^"]*"', ': "\1 …"', 'g')$$;

insert into body (id, name, kind) values (3, 'Kommunfullmäktige', 'council');
update membership set decided_by = 3 where body_id = 1;
update body set parent_id = 3 where id = 1;
insert into body (id, name, kind, parent_id, founded_by, valid) values
	(4, 'Integrationsrådet', 'advisory_council', 1, 'Kommunstyrelsen', '[2023-01-01,2027-01-01)'),
	(5, 'Arbetsgruppen', 'working_group', 1, 'Kommunstyrelsen', '[2023-01-01,2027-01-01)'),
	(6, 'Beredningen', 'preparation', 1, 'Kommunstyrelsen', '[2023-01-01,2027-01-01)');
insert into body (id, name, kind, parent_id) values
	(7, 'Kansliet', 'unit', 1), (8, 'Bolaget', 'company', 3), (9, 'Miljönämnden', 'board', 3);
insert into office (body_id, person_id, kind, valid, decided_by) values
	(1, 1, 'chair', '[2023-01-01,2025-07-01)', 3), (1, 3, 'chair', '[2025-07-01,2027-01-01)', 3),
	(1, 2, 'vice_chair', '[2023-01-01,2027-01-01)', 3);
insert into person (id, name) values (20, 'Handläggare');

create function pg_temp.delegate(body bigint, from_body bigint, rest text) returns text
language plpgsql
as $$
declare
	answer text := pg_temp.try(format('insert into delegation (id, body_id, from_body_id, subject, valid%s) values (%s, %s, %s, ''Ärenden'', ''[2023-01-01,2027-01-01)''%s)',
		(select string_agg(', ' || k, '') from regexp_split_to_table(nullif(rest, ''), ', ') a, split_part(a, '=', 1) k),
		99, body, from_body,
		(select string_agg(', ' || v, '') from regexp_split_to_table(nullif(rest, ''), ', ') a, split_part(a, '=', 2) v)));
begin
	delete from delegation where id = 99;
	return pg_temp.cut(answer);
end
$$;

-- L3: to whom (KL 6:37, 7:5)
select pg_temp.delegate(2, 1, '') as "L3 ✓ a committee";
select pg_temp.delegate(1, 1, 'office=''presidium''') as "L3 ✓ the presidium";
select pg_temp.delegate(1, 1, 'office=''vice_chair''') as "L3 ✓ the vice chair";
select pg_temp.delegate(1, 1, 'person_id=3') as "L3 ✓ a member";
select pg_temp.delegate(1, 1, 'person_id=8') as "L3 ✓ a substitute";
select pg_temp.delegate(1, 1, 'employee=''förvaltningschefen''') as "L3 ✓ an employee";
select pg_temp.delegate(1, 1, 'office=''automated''') as "L3 ✓ an automated function";
select pg_temp.delegate(2, 1, 'office=''chair''') as "L3 ✓ the chair of a committee, who has a seat in the board";
select pg_temp.delegate(2, 1, 'person_id=5') as "L3 ✓ a member of a committee";
select pg_temp.delegate(1, 3, '') as "KL 5:2 ✓ the council to a board";
select pg_temp.try($$insert into delegation (body_id, from_body_id, person_id, subject, valid) values (1, 1, 18, 'Ärenden', '[2023-01-01,2027-01-01)')$$) as "L3 ✗ a person outside";
select pg_temp.delegate(2, 1, 'person_id=15') as "L3 ✗ ... in a committee";
select pg_temp.delegate(4, 1, '') as "C4 ✗ an advisory council";
select pg_temp.delegate(5, 1, '') as "C4 ✗ a working group";
select pg_temp.delegate(6, 1, '') as "C4 ✗ a preparation";
select pg_temp.delegate(7, 1, '') as "C4 ✗ a unit";
select pg_temp.delegate(8, 1, '') as "C4 ✗ a company";
select pg_temp.delegate(3, 1, '') as "C4 ✗ the council";
select pg_temp.delegate(4, 4, 'office=''chair''') as "C4 ✗ the chair of an advisory council";
-- by whom
select pg_temp.delegate(1, 1, '') as "L3 ✗ a board to itself";
select pg_temp.delegate(2, 2, 'office=''chair''') as "L3 ✗ a committee passes on what was delegated";
select pg_temp.delegate(2, 9, '') as "L3 ✗ another board's committee";
select pg_temp.delegate(2, 1, 'employee=''sekreteraren''') as "L3 ✗ the employees of a board are recorded there";
select pg_temp.delegate(1, 3, 'person_id=1') as "L3 ✗ the council to one of the board";
-- what (KL 6:38)
select pg_temp.delegate(2, 1, 'subject_kind=''goals''') as "L3 ✗ goals";
select pg_temp.delegate(2, 1, 'subject_kind=''council_answer''') as "L3 ✗ answers to the council";
select pg_temp.delegate(1, 1, 'subject_kind=''principle'', employee=''handläggare''') as "L3 ✗ authority of principle";
select pg_temp.delegate(1, 1, 'subject_kind=''citizen_proposal'', person_id=3') as "L3 ✗ citizen proposals";
-- L4: urgent (KL 6:39), which the bar of 6:38 is not about
select pg_temp.delegate(1, 1, 'urgent=true, office=''chair''') as "L4 ✓ the chair";
select pg_temp.delegate(1, 1, 'urgent=true, person_id=3') as "L4 ✓ a designated member";
select pg_temp.delegate(1, 1, 'urgent=true, office=''chair'', subject_kind=''goals''') as "L4 ✓ about anything";
select pg_temp.delegate(1, 1, 'urgent=true, person_id=8') as "L4 ✗ a substitute";
select pg_temp.delegate(1, 1, 'urgent=true, office=''presidium''') as "L4 ✗ the presidium";
select pg_temp.delegate(1, 1, 'urgent=true, employee=''chefen''') as "L4 ✗ an employee";
select pg_temp.delegate(2, 1, 'urgent=true') as "L4 ✗ a committee";

-- a delegation lapses with the seat; without any day in common it is to an outsider
insert into membership (id, body_id, person_id, role, valid, decided_by) values (500, 1, 18, 'substitute', '[2025-01-01,2025-07-01)', 3);
insert into delegation (id, body_id, from_body_id, person_id, subject, valid) values (10, 1, 1, 18, 'Bidrag', '[2025-06-30,2026-01-01)');
select pg_temp.cut(pg_temp.try($$update membership set valid = '[2025-01-01,2025-06-30)' where id = 500$$)) as "L3 ✗ the seat ends before";
select pg_temp.cut(pg_temp.try($$update membership set valid = '[2025-01-01,2025-07-01)' where id = 500$$)) as "L3 ✓ it ends on the first day";
select pg_temp.cut(pg_temp.try($$update delegation set valid = '[2025-07-01,2026-01-01)' where id = 10$$)) as "L3 ✗ the delegation begins after it";
select pg_temp.cut(pg_temp.try($$update body set kind = 'working_group' where id = 2$$)) as "C4 ✗ the delegate's kind changes";
insert into body (id, name, kind, parent_id, founded_by) values (10, 'Kulturutskottet', 'committee', 1, 'Kommunstyrelsen');
insert into delegation (body_id, from_body_id, subject, valid) values (10, 1, 'Kulturstöd', '[2023-01-01,2027-01-01)');
select pg_temp.cut(pg_temp.try($$update body set parent_id = 9 where id = 10$$)) as "L3 ✗ the committee gets another parent";

-- ---- at meetings ----

insert into delegation (id, body_id, from_body_id, subject, valid) values (11, 2, 1, 'Föreningsbidrag', '[2025-03-12,2025-04-09)');
insert into delegation (id, body_id, from_body_id, office, subject, valid) values (12, 2, 1, 'chair', 'Resor', '[2023-01-01,2027-01-01)');
insert into delegation (id, body_id, from_body_id, subject, valid) values (13, 9, 3, 'Taxor', '[2023-01-01,2027-01-01)');
select pg_temp.meeting(1, '2025-03-11', 3), pg_temp.meeting(2, '2025-03-12', 3), pg_temp.meeting(3, '2025-04-08', 3), pg_temp.meeting(4, '2025-04-09', 3);
create function pg_temp.decide(meeting bigint, behalf bigint, delegation bigint, subject text default 'ordinary', kind text default 'settling') returns text
language plpgsql
as $$
declare
	answer text := pg_temp.try(format('insert into decision (meeting_id, position, on_behalf_of, delegation_id, subject, kind, outcome, text) values (%s, 1, %L, %L, %L, %L, %L, ''Beslut'')',
		meeting, behalf, delegation, subject, kind, case kind when 'procedural' then 'tabled' when 'noting' then 'noted' else 'approved' end));
begin
	delete from decision where meeting_id = meeting and position = 1;
	return pg_temp.cut(answer);
end
$$;
select pg_temp.decide(1, 1, null) as "A29 ✓ any delegation";
select pg_temp.decide(2, 1, 11) as "A29 ✓ by one that is named";
select pg_temp.decide(3, 1, 11) as "A29 ✓ on its last day";
select pg_temp.decide(1, 1, 11) as "A29 ✗ on the day before the first";
select pg_temp.decide(4, 1, 11) as "A29 ✗ on the day after the last";
select pg_temp.decide(2, null, 11) as "A29 ✗ named without whom it is on behalf of";
select pg_temp.decide(2, 1, 12) as "A29 ✗ one to the chair";
select pg_temp.decide(2, 1, 13) as "A29 ✗ one to another body";
select pg_temp.decide(2, 3, null) as "A29 ✗ none from that body";
-- L3: whatever it rests on
select pg_temp.decide(2, 1, null, 'goals') as "L3 ✗ policy goals";
select pg_temp.decide(2, 1, 11, 'council_answer', 'opinion') as "L3 ✗ answers the council";
select pg_temp.decide(2, 1, null, 'principle') as "L3 ✗ principle";
select pg_temp.decide(2, 1, null, 'citizen_proposal') as "L3 ✗ a citizen proposal";
select pg_temp.decide(2, 1, null, 'goals', 'procedural') as "L3 ✓ tables it";
select pg_temp.decide(2, null, null, 'goals', 'opinion') as "L3 ✓ proposes it as itself";

-- without any delegation in force
begin;
update delegation set valid = '[2023-01-01,2025-04-09)' where id = 1;
select pg_temp.decide(3, 1, null) as "A29 ✓ the last day";
select pg_temp.decide(4, 1, null) as "A29 ✗ the day after";
rollback;

-- the delegation is changed afterwards: an open meeting refuses, a closed one tells
insert into decision (meeting_id, position, on_behalf_of, delegation_id, text) values (3, 1, 1, 11, 'Bidrag beviljas');
select pg_temp.cut(pg_temp.try($$update delegation set valid = '[2025-03-12,2025-04-08)' where id = 11$$)) as "A29 ✗ shortened";
select pg_temp.cut(pg_temp.try($$update delegation set person_id = 3 where id = 11$$)) as "A29 ✗ to another";
select pg_temp.cut(pg_temp.try($$delete from delegation where id = 11$$)) as "A29 ✗ taken away";
select pg_temp.cut(pg_temp.try($$update meeting set day = '2025-04-09', starts_at = '2025-04-09 09:00' where id = 3$$)) as "A29 ✗ the meeting is moved";
update meeting set closed_at = '2025-04-08 12:00' where id = 3;
select pg_temp.cut(pg_temp.try($$update delegation set valid = '[2025-03-12,2025-04-08)' where id = 11$$)) as "A29 recorded";
select meeting_id, position, rule, reason, found, citation from deviation;
select status, finding, hint from explain_item(3, 1) where rule = 'decision_delegated';
select rule, status, finding from explain_item(1, 1) where rule in ('decision_delegated', 'decision_delegable');

-- ---- outside meetings ----

insert into matter (id, body_id, number, title, opened_on) values (1, 1, 'KS 2025/1', 'Delegationsbeslut', '2025-01-01');
insert into delegation (id, body_id, from_body_id, person_id, office, employee, subject, urgent, valid) values
	(20, 1, 1, 3, null, null, 'Resor', false, '[2025-01-01,2025-07-01)'),
	(21, 1, 1, null, 'chair', null, 'Representation', false, '[2023-01-01,2027-01-01)'),
	(22, 1, 1, null, 'presidium', null, 'Yttranden', false, '[2023-01-01,2027-01-01)'),
	(23, 1, 1, null, null, 'stadsdirektören', 'Personal', false, '[2023-01-01,2027-01-01)'),
	(24, 1, 1, null, 'automated', null, 'Parkering', false, '[2023-01-01,2027-01-01)'),
	(25, 1, 1, null, 'chair', null, 'Brådskande', true, '[2023-01-01,2027-01-01)'),
	(26, 1, 1, 8, null, null, 'Besök', false, '[2023-01-01,2027-01-01)'),
	(27, 1, 1, 4, null, null, 'Brådskande', true, '[2023-01-01,2027-01-01)');
create function pg_temp.outside(delegation bigint, day date, person bigint, rest text default null) returns text
language plpgsql
as $$
declare
	answer text := pg_temp.try(format('insert into delegated_decision (matter_id, number, delegation_id, body_id, decided_on, person_id, text%s) select 1, 1, id, body_id, %L, %L, ''Beslut''%s from delegation where id = %s',
		', ' || split_part(rest, '=', 1), day, person, ', ' || split_part(rest, '=', 2), delegation));
begin
	delete from delegated_decision where matter_id = 1 and number = 1;
	return pg_temp.cut(answer);
end
$$;
select pg_temp.outside(20, '2025-01-01', 3) as "L3 ✓ first day";
select pg_temp.outside(20, '2025-06-30', 3) as "L3 ✓ last day";
select pg_temp.outside(20, '2024-12-31', 3) as "L3 ✗ before";
select pg_temp.outside(20, '2025-07-01', 3) as "L3 ✗ after";
select pg_temp.outside(20, '2025-03-01', 4) as "L3 ✗ by another";
select pg_temp.outside(20, '2025-03-01', null) as "L3 ✗ by nobody";
select pg_temp.outside(21, '2025-06-30', 1) as "L3 ✓ the chair on the last day";
select pg_temp.outside(21, '2025-07-01', 1) as "L3 ✗ the chair on the day after";
select pg_temp.outside(21, '2025-07-01', 3) as "L3 ✓ the next chair";
select pg_temp.outside(26, '2025-07-01', 8) as "L3 ✓ a substitute";
select pg_temp.outside(22, '2025-03-01', 2) as "L3 ✓ the vice chair for the presidium";
select pg_temp.outside(22, '2025-03-01', 3) as "L3 ✗ a member for the presidium";
select pg_temp.outside(23, '2025-03-01', 20) as "L3 ✓ an employee";
select pg_temp.outside(23, '2025-03-01', null) as "L3 ✗ an employee without a name";
select pg_temp.outside(24, '2025-03-01', null) as "L3 ✓ a machine";
select pg_temp.outside(24, '2025-03-01', 20) as "L3 ✗ somebody for the machine";
select pg_temp.outside(24, '2025-03-01', null, 'appealable=true') as "L3 ✗ a machine, what can be appealed";
select pg_temp.outside(1, '2025-03-01', 1) as "L3 ✗ a committee";
select pg_temp.outside(23, '2025-03-01', 20, 'subject=''goals''') as "L3 ✗ goals";
select pg_temp.outside(25, '2025-03-01', 1, 'subject=''goals''') as "L4 ✓ goals that could not wait";
select pg_temp.outside(25, '2025-03-01', 2) as "L4 ✗ the vice chair without being designated";

-- a citizen proposal that the council has let the board decide is not delegated
insert into regulation (id, body_id, title, valid) values (99, 3, 'Arbetsordning för kommunfullmäktige', '[2020-01-01,)');
insert into provision values (99, '1 §', 1, 'Medborgarförslag får väckas.');
insert into rule_setting (regulation_id, rule, value, citation) values (99, 'citizen_proposals', 'true', '1 §');
insert into matter (id, body_id, number, title, opened_on) values (2, 1, 'KS 2025/2', 'Medborgarförslag om bänkar', '2025-01-01');
insert into delegated_decision (matter_id, number, delegation_id, body_id, decided_on, person_id, text) values (2, 1, 23, 1, '2025-03-01', 20, 'Bänkar köps in');
select pg_temp.cut(pg_temp.try($$insert into motion (matter_id, kind, council_id, raised_on, decided_by_id) values (2, 'citizen_proposal', 3, '2025-01-01', 1)$$)) as "L3 ✗ it is a citizen proposal";
select pg_temp.cut(pg_temp.try($$insert into motion (matter_id, kind, council_id, raised_on) values (2, 'citizen_proposal', 3, '2025-01-01')$$)) as "L3 ✓ that the council decides";
select pg_temp.cut(pg_temp.try($$update motion set decided_by_id = 1 where matter_id = 2$$)) as "L3 ✗ handed over to the board";

-- what is changed afterwards is recorded: the decision was made
insert into delegated_decision (matter_id, number, delegation_id, body_id, decided_on, person_id, text) values
	(1, 1, 20, 1, '2025-06-30', 3, 'Resa till Täby'), (1, 2, 21, 1, '2025-06-30', 1, 'Middag'), (1, 3, 26, 1, '2025-06-30', 8, 'Besök'),
	(1, 4, 27, 1, '2025-06-30', 4, 'Akut hjälp'), (1, 5, 22, 1, '2025-06-30', 2, 'Yttrande till länet');
select pg_temp.cut(pg_temp.try($$update delegation set valid = '[2025-01-01,2025-06-30)' where id = 20$$)) as "L3 recorded: shortened";
select pg_temp.cut(pg_temp.try($$update office set valid = '[2023-01-01,2025-06-30)' where body_id = 1 and person_id = 1$$)) as "L3 recorded: another was chair";
select pg_temp.cut(pg_temp.try($$update membership set valid = '[2023-01-01,2025-06-30)' where body_id = 1 and person_id = 8$$)) as "L3 recorded: the seat had ended";
select pg_temp.cut(pg_temp.try($$with gone as (update membership set valid = '[2023-01-01,2025-06-30)' where body_id = 1 and person_id = 4 returning 1)
	insert into membership (body_id, person_id, role, valid, decided_by) values (1, 4, 'substitute', '[2025-06-30,2027-01-01)', 3)$$)) as "L4 recorded: was no member";
select matter_id, position, rule, found, citation from deviation where matter_id is not null order by id;
select item, rule, status, finding, hint from explain_matter(1) where status = 'broken';
select pg_temp.cut(pg_temp.try($$update delegated_decision set decided_on = '2027-01-01' where matter_id = 1 and number = 5$$)) as "L3 ✗ moved to a day when it is not in force";
select pg_temp.cut(pg_temp.try($$delete from delegation where id = 20$$)) as "delegation in use";

-- past the rules
set session_replication_role = replica;
update delegated_decision set person_id = 5 where matter_id = 1 and number = 5;
insert into delegation (id, body_id, from_body_id, subject, valid) values (90, 4, 1, 'Allt', '[2025-01-01,2026-01-01)');
insert into decision (meeting_id, position, on_behalf_of, subject, text) values (2, 2, 1, 'goals', 'Mål antas');
reset session_replication_role;
select id, item, rule, finding from governance.verify_registry('delegation') order by 3, 1, 2;
-- what the rules say of what is stored in the end
\set rules 'delegate_mandate delegate_seat delegation_source delegation_subject delegation_urgent'
\i :srcdir/data/verdicts.sql
drop schema delegation cascade;
