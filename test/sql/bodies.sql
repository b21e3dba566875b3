-- Who may sit in a body, how many, since when and by whose decision (rules.md
-- A3-A6, L1, L13, E6, I17).
\set registry bodies
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset footer off
-- the refusal without the wording that it cites
create function pg_temp.refused(statement text) returns text
language sql as $$select regexp_replace(pg_temp.try(statement), ': "[^"]*"', '')$$;
insert into person (id, name) select p, 'P' || p from generate_series(21, 40) p;

-- A3: seven members and seven substitutes at any instant (seats_taken, with
-- seats and substitute_seats), nobody twice (single_seat)
insert into membership (body_id, person_id, role, valid) values (1, 21, 'member', '[2023-01-01,2027-01-01)'), (1, 22, 'substitute', '[2023-01-01,2027-01-01)');
select pg_temp.try($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 21, 'member', '[2025-06-01,2025-06-02)', 1)$$) as "A3 ✗ an eighth member, for a day";
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 22, 'substitute', '[2026-12-31,2027-01-01)', 1)$$) as "A3 ✗ an eighth substitute, on the last day";
select pg_temp.refused($$update membership set role = 'member' where body_id = 2 and person_id = 8$$) as "A3 ✗ a substitute made an eighth member";
select pg_temp.refused($$with a as (update membership set valid = '[2023-01-01,2025-06-01)' where body_id = 2 and person_id = 7)
	insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 21, 'member', '[2025-05-31,2027-01-01)', 1)$$) as "A3 ✗ the successor starts a day too early";
select pg_temp.refused($$with a as (update membership set valid = '[2023-01-01,2025-06-01)' where body_id = 2 and person_id = 7)
	insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 21, 'member', '[2025-06-01,2027-01-01)', 1)$$) as "A3 ✓ the successor starts the day the predecessor ends, one statement";
select pg_temp.refused($$update membership set role = case person_id when 6 then 'substitute' else 'member' end
	where body_id = 2 and person_id in (6, 8)$$) as "A3 ✓ a member and a substitute change places in one statement";
select pg_temp.refused($$update membership set person_id = case person_id when 6 then 8 else 6 end
	where body_id = 2 and person_id in (6, 8)$$) as "A3 ✓ and back, person by person";
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 21, 'substitute', '[2026-01-01,2026-02-01)', 1)$$) as "A3 ✗ the same person twice";
select pg_temp.refused($$update membership set person_id = 21 where body_id = 2 and person_id = 5$$) as "A3 ✗ the same person twice, by update";
select pg_temp.refused($$update membership set valid = 'empty' where body_id = 2 and person_id = 5$$) as "✗ an empty period";

-- A3: fewer is no breach but a vacancy
select * from vacancy;
set governance.as_of = '2024-12-31';
select * from vacancy;
update membership set valid = '[2023-01-01,2025-06-01)' where body_id = 2 and person_id in (3, 10, 11);
select body, role, since, seats, filled, missing from vacancy;
set governance.as_of = '2025-06-01';
select body, role, since, seats, filled, missing, citation, wording from vacancy;
update membership set valid = '[2023-01-01,2025-09-01)' where body_id = 2 and person_id = 4;
set governance.as_of = '2025-10-01';
select body, role, since, seats, filled, missing from vacancy;
-- L13: successors for the rest of the period
insert into membership (body_id, person_id, role, valid, decided_by) values
	(2, 22, 'member', '[2025-10-01,2027-01-01)', 1);
select body, role, since, seats, filled, missing from vacancy;
insert into membership (body_id, person_id, role, valid, decided_by) values
	(2, 4, 'member', '[2025-10-01,2027-01-01)', 1), (2, 3, 'substitute', '[2025-10-01,2027-01-01)', 1),
	(2, 10, 'substitute', '[2025-10-01,2027-01-01)', 1);
select body, role, since, seats, filled, missing from vacancy;
set governance.as_of = '2019-12-31';
select * from vacancy;	-- the regulation is not yet in force
set governance.as_of = '2027-01-01';
select body, role, since, seats, filled, missing from vacancy;
reset governance.as_of;

-- A4: chosen among the board's members and substitutes (chosen_from_parent)
delete from membership where body_id = 2 and person_id = 14;
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 18, 'substitute', '[2024-01-01,2026-01-01)', 1)$$) as "A4 ✗ an outsider";
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 14, 'substitute', '[2024-01-01,2027-01-02)', 1)$$) as "A4 ✗ outlasts the board term";
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 14, 'substitute', '[2022-12-31,2027-01-01)', 1)$$) as "A4 ✗ begins before the seat in the board";
insert into membership (body_id, person_id, role, valid) values
	(1, 23, 'substitute', '[2023-01-01,2024-06-01)'), (1, 23, 'member', '[2024-06-01,2027-01-01)'),
	(1, 24, 'member', '[2023-01-01,2024-06-01)'), (1, 24, 'member', '[2024-06-02,2027-01-01)');
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 23, 'substitute', '[2023-01-01,2027-01-01)', 1)$$) as "A4 ✓ two seats in the board cover it together";
delete from membership where body_id = 2 and person_id = 23;
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 24, 'substitute', '[2023-01-01,2027-01-01)', 1)$$) as "A4 ✗ a day between them is not covered";
select pg_temp.refused($$with board as (insert into membership (body_id, person_id, role, valid)
		values (1, 25, 'substitute', '[2023-01-01,2027-01-01)'))
	insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 25, 'substitute', '[2023-01-01,2027-01-01)', 1)$$) as "A4 ✓ a board substitute; board and committee in one statement";
select pg_temp.refused($$update membership set person_id = 18 where body_id = 2 and person_id = 25$$) as "A4 ✗ an outsider, by update of the person";
select pg_temp.refused($$update membership set body_id = 2 where body_id = 1 and person_id = 25$$) as "✗ the same person twice, by update of the body";

-- A5: for the time that the board decides (seat_period,
-- seat_decided_by_parent)
delete from membership where body_id = 2 and person_id = 25;
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 14, 'substitute', '(,)', 1)$$) as "A5 ✗ no period at all";
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 14, 'substitute', '[2024-01-01,)', 1)$$) as "A5 ✗ no end";
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 14, 'substitute', '[2024-01-01,infinity)', 1)$$) as "A5 ✗ infinity is no end";
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 14, 'substitute', '(,2024-01-01)', 1)$$) as "A5 ✗ no beginning";
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, decided_by)
	values (2, 14, 'substitute', '[2024-01-01,2027-01-01)', 2)$$) as "A5 ✗ decided by the committee itself";
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid)
	values (2, 14, 'substitute', '[2024-01-01,2027-01-01)')$$) as "A5 ✗ decided by nobody";
select pg_temp.refused($$insert into membership (body_id, person_id, role, valid, until_parent_term, decided_by)
	values (2, 14, 'substitute', '[2024-01-01,)', true, 1)$$) as "A5 ✓ until the board's term ends";
select valid, until_parent_term from membership where body_id = 2 and person_id = 14;
select pg_temp.refused($$update membership set valid = '[2024-01-01,2027-02-01)'
	where body_id = 2 and person_id = 14$$) as "A5 ✗ beyond the term";
select pg_temp.refused($$update membership set valid = '[2022-12-31,)'
	where body_id = 2 and person_id = 14$$) as "A5 ✗ no term then";

-- A6, L13: chair and vice chair (single_office, presidium_distinct,
-- presidium_members, presidium_decided_by_parent)
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid, decided_by)
	values (2, 5, 'chair', '[2026-12-31,2027-01-01)', 1)$$) as "A6 ✗ two chairs on one day";
select pg_temp.refused($$with a as (update office set valid = '[2023-01-01,2026-01-01)' where body_id = 2 and kind = 'chair')
	insert into office (body_id, person_id, kind, valid, decided_by)
	values (2, 5, 'chair', '[2026-01-01,2027-01-01)', 1)$$) as "A6 ✓ a new chair when the former ends, one statement";
select pg_temp.refused($$update office set person_id = 5 where body_id = 2 and kind = 'vice_chair'$$) as "A6 ✗ chair = vice chair";
select pg_temp.refused($$update office set person_id = 9 where body_id = 2 and kind = 'vice_chair'$$) as "A6 ✗ a substitute as vice chair";
select pg_temp.refused($$update office set valid = '[2023-01-01,2027-01-02)' where body_id = 2 and kind = 'vice_chair'$$) as "A6 ✗ the office outlasts the seat";
select pg_temp.refused($$update office set decided_by = 2 where body_id = 2 and kind = 'vice_chair'$$) as "A6 ✗ chosen by the committee";
select pg_temp.refused($$update office set decided_by = null where body_id = 2 and kind = 'vice_chair'$$) as "A6 ✗ chosen by nobody";
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid)
	values (2, 17, 'secretary', '[2024-01-01,2027-01-01)')$$) as "A6 ✓ officials are no members, and may be two";
select pg_temp.refused($$update office set body_id = 1 where body_id = 2 and kind = 'chair' and person_id = 1$$) as "A6 ✓ the office moves to the board, whose member he is";
-- L13: the board's and the council's own presidium
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid)
	values (1, 18, 'vice_chair', '[2023-01-01,2027-01-01)')$$) as "L13 ✗ an outsider presides over the board";
insert into body (id, name, kind) values (3, 'Kommunfullmäktige', 'council');
insert into membership (body_id, person_id, valid) values (3, 30, '[2022-10-15,2026-10-15)'), (3, 31, '[2022-10-15,2026-10-15)'), (3, 32, '[2022-10-15,2026-10-15)');
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid) values
	(3, 30, 'chair', '[2022-10-15,2026-10-15)'), (3, 31, 'vice_chair', '[2022-10-15,2026-10-15)'),
	(3, 32, 'vice_chair', '[2022-10-15,2026-10-15)')$$) as "L13 ✓ the council has one or more vice chairs";
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid) values
	(3, 32, 'chair', '[2026-10-14,2026-10-15)')$$) as "L13 ✗ but one chair";
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid) values
	(3, 18, 'second_vice_chair', '[2026-10-14,2026-10-15)')$$) as "L13 ✗ not a member of the council";
select pg_temp.refused($$update body set parent_id = 3 where id = 1$$) as "L2 ✗ the council did not elect this board";
-- before kommunallagen (2018) nothing is said
select pg_temp.refused($$insert into membership (body_id, person_id, valid) values (3, 33, '(,2018-01-01)'), (3, 33, '(,2018-01-01)')$$) as "I19 ✓ before the rules are in force";
select pg_temp.refused($$update membership set valid = '(,2018-01-02)' where person_id = 33$$) as "I19 ✗ on their first day";

-- E6: two conveners, where the group's own regulation says one
insert into body (id, name, kind, parent_id, valid) values (4, 'Arbetsgruppen', 'working_group', 3, '[2018-01-01,2018-09-01)');
insert into regulation (id, body_id, title, valid) values (99, 4, 'Uppdrag för arbetsgruppen', '[2018-01-01,)');
insert into provision values (99, '1 §', 1, 'Gruppen är tillfällig.'), (99, '2 §', 2, 'Gruppen har en sammankallande och en vice sammankallande.');
insert into rule_setting (regulation_id, rule, citation) values (99, 'single_office', '2 §'), (99, 'body_sunset', '1 §');
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid) values
	(4, 30, 'convener', '[2018-01-01,2018-09-01)'), (4, 31, 'vice_convener', '[2018-01-01,2018-09-01)')$$) as "E6 ✓ a convener and a vice convener";
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid) values
	(4, 32, 'convener', '[2018-02-01,2018-03-01)')$$) as "E6 ✗ two conveners";
select pg_temp.refused($$update body set valid = '[2018-01-01,)', extended_on = '2018-08-01' where id = 4$$) as "I17 ✗ a temporary body without an end";

-- L1: a committee is founded by a decision, and of a board (founding_decision,
-- committee_parent)
select pg_temp.refused($$insert into body (name, kind, parent_id) values ('Personalutskottet', 'committee', 1)$$) as "L1 ✗ no founding decision";
select pg_temp.refused($$insert into body (name, kind, parent_id, founded_by) values ('Personalutskottet', 'committee', 1, ' ')$$) as "L1 ✗ blanks are none";
select pg_temp.refused($$update body set founded_by = null where id = 2$$) as "L1 ✗ taken away";
select pg_temp.refused($$insert into body (name, kind, founded_by) values ('Personalutskottet', 'committee', 'KS § 1/2023')$$) as "L1 ✗ of no board";
select pg_temp.refused($$insert into body (name, kind, parent_id, founded_by) values ('Personalutskottet', 'committee', 3, 'KS § 1/2023')$$) as "L1 ✗ of the council";
select pg_temp.refused($$insert into body (name, kind, parent_id, founded_by) values ('Personalutskottet', 'committee', 1, 'KS § 1/2023')$$) as "L1 ✓";
select pg_temp.refused($$update body set kind = 'company' where id = 1$$) as "L1 ✗ the board becomes something else under its committees";
select pg_temp.refused($$update body set parent_id = id where id = 1$$) as "✗ its own parent";

-- C4: a council of mixed parties has seats of another kind: nobody of a board,
-- no term, no number, one person for two associations, an official in the chair
insert into body (id, name, kind, parent_id) values (5, 'Integrationsrådet', 'advisory_council', 1);
insert into seat_category (body_id, name) values (5, 'elected'), (5, 'official'), (5, 'association'), (5, 'business');
select pg_temp.refused($$insert into membership (body_id, person_id, role, seat_category, valid)
	select 5, p, case when p < 40 then 'member' else 'substitute' end,
		(array['elected', 'official', 'association', 'business'])[1 + p % 4], '[2024-01-01,)'
	from generate_series(21, 40) p$$) as "C4 ✓ seats by category";
select seat_category, count(*) from membership where body_id = 5 group by 1 order by 1;
select pg_temp.refused($$insert into membership (body_id, person_id, seat_category, valid)
	values (5, 26, 'association', '[2024-01-01,)')$$) as "C4 ✓ two seats";
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid)
	values (5, 15, 'chair', '[2024-01-01,2027-01-01)')$$) as "C4 ✓ a chair who is no member";
select pg_temp.refused($$insert into office (body_id, person_id, kind, valid)
	values (5, 15, 'secretary', '[2023-01-01,2024-01-01)');
	update body set valid = '[2024-01-01,)' where id = 5$$) as "C4, I18 ✗ but an office before the council";

select rule, finding from governance.verify_registry('bodies');

-- what the rules say of what is stored in the end
\set rules 'body_sunset'
\i :srcdir/data/verdicts.sql
