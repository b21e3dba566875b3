-- The bodies that referrals are sent between, beside those of committee.sql: 3
-- the council, 4 and 5 boards with three members each, 6 an office, 7 a company,
-- 8 an advisory council, 9 an authority outside the municipality, 10 a board.
\set ECHO none
insert into body (id, name, kind) values
	(3, 'Kommunfullmäktige', 'council'), (4, 'Socialnämnden', 'board'), (5, 'Utbildningsnämnden', 'board'),
	(6, 'Näringslivskontoret', 'unit'), (7, 'Svenska Bostäder', 'company'), (9, 'Länsstyrelsen', 'external'),
	(10, 'Kulturnämnden', 'board');
insert into body (id, name, kind, parent_id, founded_by) values
	(8, 'Handikapprådet', 'advisory_council', 1, 'Kommunstyrelsen');
insert into term (body_id, valid) values (4, '[2023-01-01,2027-01-01)'), (5, '[2023-01-01,2027-01-01)');
insert into membership (body_id, person_id, role, valid)
select b, p, 'member', '[2023-01-01,2027-01-01)' from unnest(array[4, 5]) b, generate_series(1, 3) p;
insert into office (body_id, person_id, kind, valid) values
	(4, 1, 'chair', '[2023-01-01,2027-01-01)'), (5, 1, 'chair', '[2023-01-01,2027-01-01)');

-- A meeting of one of those boards, with so many items, the first about a matter.
create function pg_temp.board_meeting(id bigint, body bigint, day date, items integer, matter bigint) returns void
language sql
as $$
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at)
values (id, body, day, 'Stadshuset', day + time '09:00', 1, day + time '09:00');
insert into agenda_item (meeting_id, position, title, handled, matter_id)
select id, i, 'Ärende ' || i, i, case i when 1 then matter end from generate_series(1, items) i;
insert into presiding (meeting_id, person_id) values (id, 1);
insert into attendance (meeting_id, person_id, capacity)
select id, p, 'serving_member' from generate_series(1, 3) p;
$$;
\set ECHO all
