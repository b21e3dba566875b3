-- A registry to measure with, in schema :registry: a board (1) and :committees
-- committees (2, 3, …) under the reglemente of the tests, each with seven
-- members and seven substitutes, who are the same persons in all of them: 1-7
-- (1 chair, 2 vice chair) and 8-14.  15 is secretary.  Terms and seats last
-- forty years, so that a committee that meets once a week has 2,080 meetings.
\set ON_ERROR_STOP on
\set valid '\'[2020-01-01,2060-01-01)\''

select governance.create_registry(:'registry', '0180') \g /dev/null
set search_path = :registry, public;

insert into body (id, name, kind, founded_by) values (1, 'Kommunstyrelsen', 'executive_board', 'Kommunfullmäktige');
insert into term (body_id, valid) values (1, :valid);
insert into person (id, name) select p, 'Person ' || p from generate_series(1, 15) p;
insert into membership (body_id, person_id, role, valid)
select 1, p, case when p <= 7 then 'member' else 'substitute' end, :valid from generate_series(1, 14) p;

insert into body (id, name, kind, parent_id, founded_by)
select 1 + c, 'Utskott ' || c, 'committee', 1, 'Kommunstyrelsen' from generate_series(1, :committees) c;
select count(governance.apply_ready_settings(:'registry',
	governance.import_regulation(:'registry', 1 + c, 'Reglemente för utskott ' || c, :'document', '[2020-01-01,)'),
	'integrationsutskottet'))
from generate_series(1, :committees) c \g /dev/null
insert into membership (body_id, person_id, role, valid, decided_by)
select 1 + c, p, case when p <= 7 then 'member' else 'substitute' end, :valid, 1
from generate_series(1, :committees) c, generate_series(1, 14) p;
insert into office (body_id, person_id, kind, valid, decided_by)
select 1 + c, o.person_id, o.kind, :valid, 1
from generate_series(1, :committees) c, (values (1, 'chair'), (2, 'vice_chair'), (15, 'secretary')) o (person_id, kind);
insert into substitution_order (body_id, substitute_id, rank)
select 1 + c, p, p - 7 from generate_series(1, :committees) c, generate_series(8, 14) p;
insert into delegation (body_id, from_body_id, subject, valid)
select 1 + c, 1, 'Bidrag', :valid from generate_series(1, :committees) c;
