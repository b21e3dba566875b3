-- After committee.sql: a council that a motion can be raised in, a board and
-- their meetings, for days of the documents (2014 on).
--
-- Bodies: 1 the executive board, 3 the council, 4 and 5 boards, 6 an office, 7 a
-- preparation of the council.  Persons 101-105 are members of the council, 106
-- and 107 substitutes.  The law is taken to have been in force all that time.
\set ECHO none
update regulation set valid = '[2010-01-01,)' where body_id is null;
insert into body (id, name, kind) values
	(3, 'Kommunfullmäktige', 'council'), (4, 'Socialnämnden', 'board'), (5, 'Utbildningsnämnden', 'board'),
	(6, 'Näringslivskontoret', 'unit');
insert into body (id, name, kind, parent_id, founded_by) values (7, 'Demokratiberedningen', 'preparation', 3, 'Kommunfullmäktige');
insert into person (id, name) select 100 + n, 'Ledamot ' || n from generate_series(1, 7) n;
insert into membership (body_id, person_id, role, valid)
select b, 100 + n, case when n <= 5 then 'member' else 'substitute' end, '[2014-01-01,2027-01-01)'
from generate_series(1, 7) n, unnest(array[3, 4, 5, 7]) b where b = 3 or n <= 5;
insert into membership (body_id, person_id, role, valid)
select 1, 100 + n, 'member', '[2014-01-01,2023-01-01)' from generate_series(1, 5) n;
insert into office (body_id, person_id, kind, valid)
select b, 101, 'chair', '[2014-01-01,2027-01-01)' from unnest(array[3, 4, 5, 7]) b;
insert into office (body_id, person_id, kind, valid) values
	(1, 101, 'chair', '[2014-01-01,2023-01-01)'), (1, 1, 'chair', '[2023-01-01,2027-01-01)');

-- A meeting in the lawful way, with an item about each of these matters, all
-- members at the table and the chair presiding.
create function pg_temp.hold(meeting bigint, body bigint, day date, variadic matters bigint[]) returns void
language sql
as $$
insert into meeting (id, body_id, day, place, starts_at, opened_at)
values (meeting, body, day, 'Rådhuset', day + time '18:00', day + time '18:00');
insert into meeting_document
select meeting, 'announcement', day - 10 + time '08:00', 101 where body = 3;
insert into summons
select meeting, s.person_id, day - 10 + time '08:00' from membership s where s.body_id = body and s.valid @> day;
insert into agenda_item (meeting_id, position, title, handled, matter_id)
select meeting, i, 'Ärende ' || i, i, matters[i] from generate_subscripts(matters, 1) i;
insert into presiding (meeting_id, person_id)
select meeting, o.person_id from office o where o.body_id = body and o.kind = 'chair' and o.valid @> day;
insert into attendance (meeting_id, person_id, capacity)
select meeting, s.person_id, 'serving_member' from membership s
where s.body_id = body and s.role = 'member' and s.valid @> day;
$$;
\set ECHO all
\pset format unaligned
\pset fieldsep ' | '
\pset footer off
