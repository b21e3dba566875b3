-- A committee to test with: Stockholm's integration committee under its own
-- reglemente, seven members and seven substitutes, in registry :registry.
--
--     \set registry voting
--     \set srcdir `echo "$PG_ABS_SRCDIR"`
--     \i :srcdir/data/committee.sql
--
-- Bodies: 1 the board, 2 the committee.  Persons: 1-7 members (1 chair, 2 vice
-- chair), 8-14 substitutes in that order, 15 secretary, 16 city director,
-- 17 commissioner, 18 a guest.  Terms and seats: 2023 to 2026.
\set ECHO none
\set SHOW_CONTEXT never
\pset null '-'
set client_min_messages = warning;

-- What a statement is answered: done, or the refusal as the user sees it.
create function pg_temp.try(statement text) returns text
language plpgsql
as $$
declare
	state text;
	name text;
	message text;
	detail text;
	hint text;
begin
	execute statement;
	return 'done';
exception when others then
	get stacked diagnostics state = returned_sqlstate, name = constraint_name,
		message = message_text, detail = pg_exception_detail, hint = pg_exception_hint;
	return concat_ws(E'\n', format('%s %s: %s', state, nullif(name, ''), message),
		'  ' || nullif(detail, ''), '  ' || nullif(hint, ''));
end
$$;

select governance.create_registry(:'registry', '0180') \g /dev/null
set search_path = :registry, public;

insert into body (id, name, kind, founded_by) values (1, 'Kommunstyrelsen', 'executive_board', 'Kommunfullmäktige');
insert into body (id, name, kind, parent_id, founded_by) values
	(2, 'Integrationsutskottet', 'committee', 1, 'Kommunstyrelsen');
insert into term (body_id, valid) values (1, '[2023-01-01,2027-01-01)');
insert into person (id, name) values
	(1, 'Ek'), (2, 'Lind'), (3, 'Öberg'), (4, 'Sand'), (5, 'Berg'), (6, 'Ström'), (7, 'Dahl'),
	(8, 'Holm'), (9, 'Nyström'), (10, 'Åberg'), (11, 'Lund'), (12, 'Falk'), (13, 'Hedin'), (14, 'Vik'),
	(15, 'Frid'), (16, 'Alm'), (17, 'Roth'), (18, 'Gäst');

\set document `cat "${PG_ABS_SRCDIR:-test}/data/reglemente_integrationsutskottet.txt"`
select governance.apply_ready_settings(:'registry',
	governance.import_regulation(:'registry', 2, 'Reglemente för integrationsutskottet', :'document', '[2020-01-01,)'),
	'integrationsutskottet') \g /dev/null

insert into membership (body_id, person_id, role, valid)
select 1, p, case when p <= 7 then 'member' else 'substitute' end, '[2023-01-01,2027-01-01)'
from generate_series(1, 14) p;
insert into membership (body_id, person_id, role, valid, decided_by)
select 2, p, case when p <= 7 then 'member' else 'substitute' end, '[2023-01-01,2027-01-01)', 1
from generate_series(1, 14) p;
insert into office (body_id, person_id, kind, valid, decided_by) values
	(2, 1, 'chair', '[2023-01-01,2027-01-01)', 1),
	(2, 2, 'vice_chair', '[2023-01-01,2027-01-01)', 1),
	(2, 15, 'secretary', '[2023-01-01,2027-01-01)', 1),
	(2, 16, 'city_director', '[2023-01-01,2027-01-01)', 1);
insert into substitution_order (body_id, substitute_id, rank)
select 2, p, p - 7 from generate_series(8, 14) p;
insert into attendance_right (body_id, person_id, ground, may_deliberate, valid) values
	(2, 16, 'city_director', true, '[2023-01-01,2027-01-01)'),
	(2, 17, 'commissioner', false, '[2023-01-01,2027-01-01)');
insert into delegation (id, body_id, from_body_id, subject, valid) values
	(1, 2, 1, 'Bidrag till föreningar', '[2023-01-01,2027-01-01)');

-- A meeting in the lawful way, with so many items taken up in their order, all
-- members at the table and the chair presiding.
create function pg_temp.meeting(id bigint, day date, items integer) returns void
language sql
as $$
insert into meeting (id, body_id, day, place, starts_at, ground, called_by, opened_at)
values (id, 2, day, 'Stadshuset', day + time '09:00', 'plan', 1, day + time '09:00');
insert into agenda_item (meeting_id, position, title, handled, opened_at, decided_at, section)
select id, i, 'Ärende ' || i, i, day + time '09:00' + i * interval '5 min',
	day + time '09:04' + i * interval '5 min', null
from generate_series(1, items) i;
insert into presiding (meeting_id, person_id) values (id, 1);
insert into attendance (meeting_id, person_id, capacity)
select id, p, 'serving_member' from generate_series(1, 7) p;
$$;
\set ECHO all
