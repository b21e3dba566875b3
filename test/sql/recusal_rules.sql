-- Recusal (rules.md L17, L6, I4).
\set registry recusal_rules
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset tuples_only on

-- only self-declared or upheld recusal takes presence away
select pg_temp.meeting(1, '2025-03-12', 4);
delete from attendance where person_id > 4;
select 'L17 ✓ raised, before the decision', pg_temp.try($$
	insert into recusal (meeting_id, position, person_id, ground) values (1, 1, 4, 'Anhörig till sökanden')$$);
select rule, status, finding from explain_item(1, 1) where rule in ('recusal_ruled', 'recusal_in_room');
select 'L17 ✗ decided without a ruling', pg_temp.try($$
	insert into decision (meeting_id, position, text) values (1, 1, 'Bifall')$$);
update recusal set ruling = 'rejected';
select 'L17 ✓ rejected: four are present', pg_temp.try($$
	insert into decision (meeting_id, position, text) values (1, 1, 'Bifall')$$);
select 'L17 ✓ disregarded: four are present', pg_temp.try($$update recusal set ruling = 'disregarded'$$);
select 'L17 ✗ upheld: three are present', pg_temp.try($$update recusal set ruling = 'upheld'$$);
select 'L17 ✗ the ruling is taken back after the decision', pg_temp.try($$update recusal set ruling = null$$);
select 'L17 ✗ self-declared, no ruling: three are present', pg_temp.try($$update recusal set ruling = null, self_declared = true$$);
select 'L17 ✓ self-declared, but rejected', pg_temp.try($$update recusal set ruling = 'rejected', self_declared = true$$);
select 'A20 ✗ recusal learned after the decision', pg_temp.try($$
	insert into recusal (meeting_id, position, person_id, ground, self_declared) values (1, 1, 3, 'Granne', true)$$);
select 'I4 ✓ recusal holds for its item only', pg_temp.try($$
	insert into recusal (meeting_id, position, person_id, ground, self_declared) values (1, 2, 3, 'Granne', true);
	insert into decision (meeting_id, position, text) values (1, 3, 'Bifall')$$);
-- raised against somebody whose place another has taken (KL 6:30 3 st)
update attendance set to_item = 3 where person_id = 4;
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item) values (1, 8, 'serving_substitute', 4, 4);
insert into recusal (meeting_id, position, person_id, ground) values (1, 4, 4, 'Anhörig');
select 'L17 ✓ another has taken the place', pg_temp.try($$
	insert into decision (meeting_id, position, text) values (1, 4, 'Bifall')$$);

-- board: not in the room
select 'L17 ✗ stays in the room', pg_temp.try($$
	update recusal set in_room = true where position = 2 and person_id = 3$$);
select 'L17 ✓ an act that nobody else can do (KL 6:30)', pg_temp.try($$
	update recusal set in_room = true, indispensable_act = 'Undertecknar avtalet' where position = 2 and person_id = 3$$);
select 'L17 ✗ nothing but blanks', pg_temp.try($$update recusal set indispensable_act = ' ' where position = 2$$);
select 'L17 ✓ a rejected recusal keeps nobody out', pg_temp.try($$
	update recusal set in_room = true where position = 1$$);

-- the executive board, on the ground layer alone
insert into meeting (id, body_id, day, place, starts_at, opened_at)
values (2, 1, '2025-03-05', 'Stadshuset', '2025-03-05 13:00', '2025-03-05 13:00');
insert into agenda_item (meeting_id, position, title, handled) values (2, 1, 'Ärende', 1);
insert into attendance (meeting_id, person_id, capacity) select 2, p, 'serving_member' from generate_series(1, 7) p;
select 'L17 ✗ board: stays in the room', pg_temp.try($$
	insert into recusal (meeting_id, position, person_id, ground, self_declared, in_room) values (2, 1, 3, 'Granne', true, true)$$);

-- the council: takes no part, but may stay
insert into body (id, name, kind) values (3, 'Kommunfullmäktige', 'council');
insert into membership (body_id, person_id, role, valid) select 3, p, 'member', '[2023-01-01,2027-01-01)' from generate_series(1, 7) p;
insert into meeting (id, body_id, day, place, starts_at, opened_at)
values (3, 3, '2025-03-03', 'Rådssalen', '2025-03-03 16:00', '2025-03-03 16:00');
insert into agenda_item (meeting_id, position, title, handled) values (3, 1, 'Ärende', 1);
insert into office (body_id, person_id, kind, valid) values (3, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into presiding (meeting_id, person_id) values (3, 1);
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values (3, 'announcement', '2025-02-20 12:00', 1);
select summon(3, '2025-02-20 12:00') \g /dev/null
insert into attendance (meeting_id, person_id, capacity) select 3, p, 'serving_member' from generate_series(1, 7) p;
select 'L17 ✓ council: stays', pg_temp.try($$
	insert into recusal (meeting_id, position, person_id, ground, self_declared, in_room) values (3, 1, 3, 'Granne', true, true)$$);
select 'L17 ✓ council: raised', pg_temp.try($$
	insert into recusal (meeting_id, position, person_id, ground) values (3, 1, 4, 'Granne')$$);
select 'L17 ✗ council: decided without a ruling', pg_temp.try($$
	insert into decision (meeting_id, position, text) values (3, 1, 'Bifall')$$);

select rule, status, finding from explain_meeting(1) where rule like 'recusal%';
select id, item, rule, finding from governance.verify_registry('recusal_rules');
