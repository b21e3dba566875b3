-- What each role may do at a meeting (rules.md A8, A26, A28, L8, L10, L16).
\set registry rights
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned

select pg_temp.meeting(1, '2025-03-12', 3) \g /dev/null
insert into person (id, name) values (19, 'Sten'), (20, 'Tjänsteman'), (21, 'Expert'), (22, 'Borta');
insert into attendance_right (body_id, person_id, ground, may_deliberate, valid) values
	(2, 20, 'called', false, '[2025-03-12,2025-03-13)'),
	(2, 21, 'called', true, '[2025-03-12,2025-03-13)'),
	(2, 18, 'other', false, '[2025-03-12,2025-03-13)'),
	(2, 19, 'presenter', false, '[2025-03-12,2025-03-13)');
insert into office (body_id, person_id, kind, valid, appointed_by) values (2, 19, 'presenter', '[2025-03-12,2025-03-13)', 1);
insert into attendance (meeting_id, person_id, capacity) values
	(1, 8, 'non_serving_substitute'), (1, 15, 'secretary'), (1, 16, 'city_director'),
	(1, 17, 'commissioner'), (1, 18, 'guest'), (1, 19, 'presenter'), (1, 20, 'official'), (1, 21, 'guest');

-- who may speak, present and be minuted in item 1
create temp table tried (person_id bigint, kind text, answer text);
insert into tried
select p.id, k, pg_temp.try(format('insert into statement (meeting_id, position, number, person_id, kind) values (1, 1, 1, %s, %L); delete from statement', p.id, k))
from person p, unnest(array['speech', 'presentation', 'note', 'special_statement']) k
where p.id in (1, 8, 9, 15, 16, 17, 18, 19, 20, 21);
select p.id, p.name, coalesce(a.capacity, 'absent') as capacity,
	string_agg(kind, ' ' order by kind) filter (where answer = 'done') as "✓",
	string_agg(kind, ' ' order by kind) filter (where answer like '23514 speaker_entitled%') as "✗"
from tried t join person p on p.id = t.person_id
left join attendance a on a.person_id = p.id
group by p.id, p.name, a.capacity order by p.id;
-- speaker_entitled: the refusals
select answer as "A8 ✗ the commissioner speaks" from tried where person_id = 17 and kind = 'speech';
select answer as "A28 ✗ a substitute is minuted" from tried where person_id = 8 and kind = 'note';
select answer as "absent" from tried where person_id = 9 and kind = 'speech';

-- A26: excluded in a particular case
update attendance set to_item = 1 where person_id = 16;
insert into attendance (meeting_id, person_id, capacity, from_item) values (1, 16, 'city_director', 3);
insert into exclusion (meeting_id, position, person_id, reason) values (1, 2, 16, 'personalärende');
select 'A26 ✓ takes part', pg_temp.try($$insert into statement (meeting_id, position, number, person_id) values (1, 1, 1, 16)$$);
select 'A26 ✗ excluded from item 2', pg_temp.try($$insert into statement (meeting_id, position, number, person_id) values (1, 2, 1, 16)$$);
select 'A26 ✗ excluded after having spoken', pg_temp.try($$insert into exclusion (meeting_id, position, person_id, reason) values (1, 1, 16, 'personalärende')$$);
-- L17: the recused take no part
insert into recusal (meeting_id, position, person_id, ground, self_declared) values (1, 3, 4, 'närstående', true);
select 'L17 ✗ a recused member speaks', pg_temp.try($$insert into statement (meeting_id, position, number, person_id) values (1, 3, 1, 4)$$);
select 'L17 ✗ a recused member proposes', pg_temp.try($$insert into proposal (meeting_id, position, number, person_id, text) values (1, 3, 1, 4, 'bifall')$$);
-- L16: what was decided of a person's right is a matter of record
insert into statement (meeting_id, position, number, person_id) values (1, 1, 2, 21);
select 'L16 ✗ the right is taken back', pg_temp.try($$update attendance_right set may_deliberate = false where person_id = 21$$);

-- A28, L10, A26: proposals by those who serve (proposer_entitled)
select format('%s %s', case when capacity like 'serving%' then '✓' else '✗' end, capacity),
	pg_temp.try(format('insert into proposal (meeting_id, position, number, person_id, text) values (1, 1, 1, %s, ''bifall''); delete from proposal', person_id))
from attendance where person_id in (1, 8, 16, 17, 20) and from_item = 1 order by person_id;
select 'L10 ✗ absent', pg_temp.try($$insert into proposal (meeting_id, position, number, person_id, text) values (1, 1, 1, 9, 'bifall')$$);
-- L10, KL 4:22: a substitute who serves has a member's rights, for that item
update attendance set to_item = 1 where person_id = 7;
update attendance set to_item = 1 where person_id = 8;
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item) values (1, 8, 'serving_substitute', 7, 2);
select 'L10 ✓ serves at item 2', pg_temp.try($$insert into proposal (meeting_id, position, number, person_id, text) values (1, 2, 1, 8, 'avslag')$$);
select 'L10 ✓ and is minuted there', pg_temp.try($$insert into statement (meeting_id, position, number, person_id, kind) values (1, 2, 1, 8, 'note')$$);
select 'L10 ✗ not at item 1', pg_temp.try($$insert into proposal (meeting_id, position, number, person_id, text) values (1, 1, 1, 8, 'avslag')$$);
select 'L10 ✗ the member left before item 2', pg_temp.try($$insert into proposal (meeting_id, position, number, person_id, text) values (1, 2, 2, 7, 'avslag')$$);
select 'L10 ✗ the proposer is made non-serving', pg_temp.try($$update attendance set capacity = 'non_serving_substitute', serves_for = null where person_id = 8 and from_item = 2$$);

-- L8: to take no part (abstention_entitled, duty_to_decide)
insert into decision (meeting_id, position, text) values (1, 1, 'bifall'), (1, 2, 'bifall');
select 'L8 ✓ a member', pg_temp.try($$insert into abstention (meeting_id, position, person_id) values (1, 1, 3)$$);
select 'L8 ✗ a substitute who does not serve', pg_temp.try($$insert into abstention (meeting_id, position, person_id) values (1, 1, 8)$$);
select 'L8 ✗ not where authority is exercised', pg_temp.try($$update agenda_item set exercise_of_authority = true where meeting_id = 1 and position = 1$$);
delete from abstention;
select 'L8 ✓ nobody abstains', pg_temp.try($$update agenda_item set exercise_of_authority = true where meeting_id = 1 and position = 1$$);
select 'L8 ✗ a member', pg_temp.try($$insert into abstention (meeting_id, position, person_id) values (1, 1, 3)$$);
select status, finding from explain_item(1, 1) where rule = 'duty_to_decide';

-- ... nor by abstaining in the vote, unless one voted earlier in the item
delete from decision where position = 2;
insert into proposal (meeting_id, position, number, person_id, kind, text) values
	(1, 2, 2, 1, 'approve', 'bifall'), (1, 2, 3, 2, 'amend', 'ändring');
insert into vote_event (meeting_id, position, number, yes_proposal, no_proposal) values (1, 2, 1, 3, 1), (1, 2, 2, 2, 3);
insert into vote (meeting_id, position, number, person_id, choice)
select 1, 2, n, p, case when n = 2 and p = 3 then 'abstain' when p = 8 then 'no' else 'yes' end
from generate_series(1, 2) n, unnest(array[1, 2, 3, 4, 5, 6, 8]) p;
update agenda_item set exercise_of_authority = true where meeting_id = 1 and position = 2;
select 'L8 ✓ for one proposal only', pg_temp.try($$insert into decision (meeting_id, position, text, vote_number, proposal_number) values (1, 2, 'bifall', 2, 2)$$);
select 'L8 ✗ for none', pg_temp.try($$delete from vote where number = 1 and person_id = 3$$);
insert into vote_event (meeting_id, position, number, kind, subject) values (1, 2, 3, 'closed', 'election');
insert into vote (meeting_id, position, number, person_id, choice) values (1, 2, 3, 3, 'ballot');
select 'L8 ✗ for none, but in an election', pg_temp.try($$delete from vote where number = 1 and person_id = 3$$);
delete from vote where number = 3;
delete from vote_event where number = 3;

-- whoever speaks in an item that has not been taken up is judged when it is
insert into agenda_item (meeting_id, position, title) values (1, 4, 'Ärende 4');
insert into statement (meeting_id, position, number, person_id) values (1, 4, 1, 17);
select status, finding from explain_item(1, 4) where rule = 'speaker_entitled';
select 'A8 ✗ now', pg_temp.try($$update agenda_item set handled = 4 where meeting_id = 1 and position = 4$$);
delete from statement where position = 4;

-- another version of the regulation, from May: substitutes are minuted but do
-- not speak, the city director listens
update regulation set valid = '[2020-01-01,2025-05-01)' where body_id = 2;
insert into regulation (id, body_id, title, valid) values (99, 2, 'Reglemente 2025', '[2025-05-01,)');
insert into rule_setting (regulation_id, rule, value) values
	(99, 'seats', '7'), (99, 'substitute_may_note', 'true'), (99, 'substitute_may_speak', 'false'),
	(99, 'city_director_may_deliberate', 'false');
update attendance_right set may_deliberate = false where person_id = 16;
select pg_temp.meeting(3, '2025-05-14', 1) \g /dev/null
insert into attendance (meeting_id, person_id, capacity) values (3, 8, 'non_serving_substitute'), (3, 16, 'city_director');
select 'A28 ✗ speaks', pg_temp.try($$insert into statement (meeting_id, position, number, person_id) values (3, 1, 1, 8)$$);
select 'A28 ✓ is minuted', pg_temp.try($$insert into statement (meeting_id, position, number, person_id, kind) values (3, 1, 1, 8, 'note')$$);
select 'A26 ✗ takes part', pg_temp.try($$insert into statement (meeting_id, position, number, person_id) values (3, 1, 2, 16)$$);
select 'I19 ✓ in March he did', pg_temp.try($$insert into statement (meeting_id, position, number, person_id) values (1, 3, 1, 16)$$);

-- without a decision of its own (KL 6:17) substitutes do not speak: the board
insert into meeting (id, body_id, day, place, starts_at, called_by) values (2, 1, '2025-03-19', 'Stadshuset', '2025-03-19 09:00', 1);
insert into agenda_item (meeting_id, position, title, handled) values (2, 1, 'Ärende', 1);
insert into attendance (meeting_id, person_id, capacity)
select 2, p, case when p <= 7 then 'serving_member' else 'non_serving_substitute' end from generate_series(1, 8) p;
select 'A28 ✗ in a board that has not decided it', pg_temp.try($$insert into statement (meeting_id, position, number, person_id) values (2, 1, 1, 8)$$);

select * from governance.verify_registry('rights');

-- what the rules say of what is stored in the end
\set rules 'duty_to_decide presenter_appointed presenter_office speaker_entitled'
\i :srcdir/data/verdicts.sql
