-- Cases of rules.md that belong to no other test, by row.
\set registry rows
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset fieldsep ' | '
\pset footer off
-- the refusal without the wording that it cites
create function pg_temp.refused(statement text) returns text
language sql as $$select regexp_replace(pg_temp.try(statement), ': "[^"]*"', '')$$;

-- I7: several leave the board in one statement, each on a day of their own;
-- what rests on each seat ends with it
create view seats as
	select person_id as person, body_id as body, 'seat: ' || role as what, valid from membership
	union all
	select person_id, body_id, 'office: ' || kind, valid from office;
begin;
select 'I7 ✓ chair, vice chair, a member and a substitute' as test, pg_temp.refused($$
	update membership set valid = daterange(lower(valid), date '2025-06-01' + person_id::integer)
	where body_id = 1 and person_id in (1, 2, 7, 14)$$);
select * from seats where person in (1, 2, 7, 14) order by 1, 2, 3;
rollback;
begin;
select 'I7 ✓ chair and vice chair leave the committee' as test, pg_temp.refused($$
	update membership set valid = daterange(lower(valid), '2025-06-01') where body_id = 2 and person_id in (1, 2)$$);
select * from seats where person in (1, 2) order by 1, 2, 3;
rollback;
begin;
select 'I7 ✗ one of two whose seat would have nothing left' as test, pg_temp.refused($$
	update membership set valid = '[2025-01-01,2027-01-01)' where body_id = 1 and person_id in (6, 7)$$);
rollback;

-- I20, of a body: what is recorded is one breach, not the rule
begin;
select id as own from regulation where body_id = 2 \gset
update rule_setting set mode = 'record' where rule = 'chosen_from_parent' and regulation_id = :own;
update membership set valid = '[2023-01-01,2025-06-01)' where body_id = 1 and person_id = 8;
update rule_setting set mode = 'enforce' where rule = 'chosen_from_parent' and regulation_id = :own;
select body_id, meeting_id, rule, citation, found from deviation;
select 'I20 ✗ another person, the rule enforced again' as test, pg_temp.refused($$
	insert into membership (body_id, person_id, role, valid, decided_by) values (2, 18, 'substitute', '[2027-01-01,2027-02-01)', 1)$$);
select 'I20 ✓ somebody else leaves the board, and the recorded seat stays' as test, pg_temp.refused($$
	update membership set valid = '[2023-01-01,2025-07-01)' where body_id = 1 and person_id = 9$$);
select * from seats where person in (8, 9) order by 1, 2, 3;
select rule, finding from governance.verify_registry('rows');
rollback;

-- I2: agreeing by acclamation are those who serve, less the recused, those who
-- take no part and those who reserve themselves
select pg_temp.meeting(1, '2025-03-12', 2) \g /dev/null
insert into recusal (meeting_id, position, person_id, ground, self_declared) values (1, 1, 7, 'närstående', true);
insert into decision (meeting_id, position, text) values (1, 1, 'bifall');
insert into abstention (meeting_id, position, person_id) values (1, 1, 6);
insert into reservation (meeting_id, position, person_id, announced_at) values (1, 1, 5, '2025-03-12 09:09');
select 'I2 ✓ 7 - 1 - 1 - 1 = 4' as test, status, finding from explain_item(1, 1) where rule = 'agreement_kept';
insert into reservation (meeting_id, position, person_id, announced_at) values (1, 1, 4, '2025-03-12 09:09');
select 'I2 ✗ 7 - 1 - 1 - 2 = 3' as test, status, finding from explain_item(1, 1) where rule = 'agreement_kept';
-- without reservations the same number is refused at once (A21)
delete from reservation;
select 'A21 ✓ 7 - 1 - 2 = 4' as test, pg_temp.refused($$insert into abstention (meeting_id, position, person_id) values (1, 1, 5)$$);
select 'A21 ✗ 7 - 1 - 3 = 3' as test, pg_temp.refused($$insert into abstention (meeting_id, position, person_id) values (1, 1, 4)$$);

-- L24: a decision that only executes another cannot be appealed, whatever its
-- kind (KL 13:2); what says nothing of it is told by its kind
select pg_temp.meeting(2, '2025-04-09', 2) \g /dev/null
update agenda_item set section = handled where meeting_id = 2;
insert into decision (meeting_id, position, text, appealable) values (2, 1, 'bifall', false), (2, 2, 'bifall', null);
insert into adjuster (meeting_id, person_id, position) values (2, 3, 1);
insert into election (meeting_id, position, purpose) values (2, 1, 'justerare');
insert into candidate (meeting_id, position, person_id) values (2, 1, 3);
insert into decision (meeting_id, position, point, kind, outcome, text, appealable) values (2, 1, 2, 'election', 'elected', 'Öberg', false);
update meeting set closed_at = '2025-04-09 10:00' where id = 2;
insert into minutes (meeting_id, responsible_id) values (2, 1);
insert into attestation (meeting_id, person_id, role, signed_at) values (2, 1, 'chair', '2025-04-11 10:00'), (2, 3, 'adjuster', '2025-04-11 10:00');
select position, point, kind, appealable, legal_force_on as "L24" from decision_register_as_of('2025-06-01') where meeting_id = 2 order by 1, 2;

-- I13: minutes attested at once have clocks of their own for the notice and the
-- appeal; the others wait for theirs
select pg_temp.meeting(6, '2025-05-14', 3) \g /dev/null
update agenda_item set section = handled + 10, area = 1 where meeting_id = 6;
insert into election (meeting_id, position, purpose) values (6, 1, 'justerare');
insert into candidate (meeting_id, position, person_id) values (6, 1, 3);
insert into decision (meeting_id, position, kind, outcome, text, on_behalf_of) values
	(6, 1, 'election', 'elected', 'Öberg väljs.', null),
	(6, 2, 'settling', 'approved', 'Omedelbart, på styrelsens vägnar.', 1), (6, 3, 'settling', 'approved', 'På styrelsens vägnar.', 1);
insert into adjuster (meeting_id, person_id, position) values (6, 3, 1);
insert into minutes (meeting_id, number, items, immediate, responsible_id) values (6, 1, '{2}', true, 1), (6, 2, '{1,3}', false, 1);
insert into attestation (meeting_id, number, person_id, role, signed_at) values
	(6, 1, 1, 'chair', '2025-05-14 09:20'), (6, 1, 3, 'adjuster', '2025-05-14 09:20');
update meeting set closed_at = '2025-05-14 11:00' where id = 6;
insert into public_notice (meeting_id, number, posted_on, kept_at) values (6, 1, '2025-05-15', 'Stadshuset');
insert into attestation (meeting_id, number, person_id, role, signed_at) values
	(6, 2, 1, 'chair', '2025-05-28 10:00'), (6, 2, 3, 'adjuster', '2025-05-28 10:00');
prepare clocks(date) as
select $1 as "I13: as of", number, sections, attested_on, attest_by, notice_by, posted_on, notice_late, appeal_until, appeal_over_on
from minutes_status where meeting_id = 6 order by number;
prepare due(date) as
select rule, what, due, status from todo_as_of($1) where object = 'meeting' and object_id = 6
and rule not in ('meeting_documents') order by 1, 2;
set governance.as_of = '2025-05-20';
execute clocks('2025-05-20');
execute due('2025-05-20');
set governance.as_of = '2025-06-07';
execute clocks('2025-06-07');
execute due('2025-06-07');
reset governance.as_of;
select position, legal_force_on as "I13: item 2 alone" from decision_register_as_of('2025-06-07') where meeting_id = 6 order by 1;

-- L5: a board of seven, I6: a committee on the law alone
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at) values (3, 1, '2025-03-05', 'Stadshuset', '2025-03-05 13:00', 1, '2025-03-05 13:00');
select summon(3, '2025-02-26 09:00') \g /dev/null
insert into agenda_item (meeting_id, position, title, handled) values (3, 1, 'Ärende', 1);
insert into office (body_id, person_id, kind, valid) values (1, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into presiding (meeting_id, person_id) values (3, 1);
insert into attendance (meeting_id, person_id, capacity) select 3, p, 'serving_member' from generate_series(1, 3) p;
select 'L5 ✗ board: 3 of 7' as test, pg_temp.refused($$insert into decision (meeting_id, position, text) values (3, 1, 'bifall')$$);
insert into attendance (meeting_id, person_id, capacity) values (3, 4, 'serving_member');
select 'L5 ✓ board: 4 of 7' as test, pg_temp.refused($$insert into decision (meeting_id, position, text) values (3, 1, 'bifall')$$);
insert into body (id, name, kind, parent_id, founded_by) values (3, 'Personalutskottet', 'committee', 1, 'Kommunstyrelsen');
insert into membership (body_id, person_id, role, valid, decided_by) select 3, p, 'member', '[2023-01-01,2027-01-01)', 1 from generate_series(1, 5) p;
insert into meeting (id, body_id, day, place, starts_at, opened_at) values (4, 3, '2025-03-05', 'Stadshuset', '2025-03-05 13:00', '2025-03-05 13:00');
insert into agenda_item (meeting_id, position, title, handled) values (4, 1, 'Ärende', 1);
insert into attendance (meeting_id, person_id, capacity) select 4, p, 'serving_member' from generate_series(1, 2) p;
select 'I6 ✗ committee: 2 of 5' as test, pg_temp.refused($$insert into decision (meeting_id, position, text) values (4, 1, 'bifall')$$);
insert into attendance (meeting_id, person_id, capacity) values (4, 3, 'serving_member');
select 'I6 ✓ committee: 3 of 5, nobody else need agree' as test, pg_temp.refused($$
	insert into decision (meeting_id, position, text) values (4, 1, 'bifall');
	insert into abstention (meeting_id, position, person_id) values (4, 1, 3)$$);

-- L12, L17: the council
insert into body (id, name, kind) values (4, 'Kommunfullmäktige', 'council');
insert into membership (body_id, person_id, role, valid)
select 4, p, case when p <= 5 then 'member' else 'substitute' end, '[2023-01-01,2027-01-01)' from generate_series(1, 9) p;
insert into office (body_id, person_id, kind, valid) values (4, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into substitution_order (body_id, substitute_id, rank) select 4, p, p - 5 from generate_series(6, 9) p;
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at) values (5, 4, '2025-03-03', 'Rådssalen', '2025-03-03 16:00', 1, '2025-03-03 16:00');
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values (5, 'announcement', '2025-02-20 12:00', 1);
select summon(5, '2025-02-20 12:00') \g /dev/null
insert into agenda_item (meeting_id, position, title, handled) select 5, i, 'Ärende ' || i, i from generate_series(1, 3) i;
insert into presiding (meeting_id, person_id) values (5, 1);
insert into attendance (meeting_id, person_id, capacity, serves_for) values (5, 1, 'serving_member', null), (5, 2, 'serving_member', null),
	(5, 3, 'serving_member', null), (5, 4, 'serving_member', null), (5, 6, 'serving_substitute', 5);
insert into decision (meeting_id, position, text) values (5, 1, 'bifall'), (5, 2, 'bifall'), (5, 3, 'bifall');
select 'L12 ✗ a member comes late, and the substitute who has begun keeps the seat' as test, pg_temp.refused($$
	insert into attendance (meeting_id, person_id, capacity, from_item) values (5, 5, 'serving_member', 2)$$);
select 'L12 ✓ the member takes the seat' as test, pg_temp.refused($$
	with leaves as (update attendance set to_item = 1 where meeting_id = 5 and person_id = 6)
	insert into attendance (meeting_id, person_id, capacity, from_item)
	values (5, 5, 'serving_member', 2), (5, 6, 'non_serving_substitute', 2)$$);
delete from decision where meeting_id = 5 and position = 3;
insert into recusal (meeting_id, position, person_id, ground, self_declared, in_room) values (5, 3, 4, 'Granne', true, true);
insert into vote_event (meeting_id, position, number) values (5, 3, 1);
select 'L17 ✗ council: the recused stays, and votes' as test, pg_temp.refused($$insert into vote (meeting_id, position, number, person_id, choice) values (5, 3, 1, 4, 'yes')$$);
select 'L17 ✗ council: the recused stays, and speaks' as test, pg_temp.refused($$insert into statement (meeting_id, position, number, person_id) values (5, 3, 1, 4)$$);
select 'L17 ✗ council: the recused stays, and proposes' as test, pg_temp.refused($$insert into proposal (meeting_id, position, number, person_id, text) values (5, 3, 1, 4, 'avslag')$$);
select 'L17 ✓ council: the others vote' as test, pg_temp.refused($$insert into vote (meeting_id, position, number, person_id, choice) select 5, 3, 1, p, 'yes' from unnest('{1,2,3,5}'::integer[]) p$$);

select id, item, rule, finding from governance.verify_registry('rows');
