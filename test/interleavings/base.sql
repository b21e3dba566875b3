-- What the pairs are written over: the municipality of the random histories of
-- matters (test/fuzz/matters_setup.sql) in the registry :registry, with meetings
-- that are still open, and a board 9 with a committee 10 that has nothing yet.
\ir ../data/committee.sql
-- what only warns could not be seen to be refused
update rule_setting set mode = 'enforce' where mode <> 'enforce';
\ir ../fuzz/matters_setup.sql

-- six items each, all seven members at the table, the chair presiding
select pg_temp.meeting(24, '2025-06-11', 6);
insert into meeting (id, body_id, day, place, starts_at, ground, called_by, opened_at)
select m, m / 10, d, 'Stadshuset', d + time '09:00', 'plan', 1, d + time '09:00'
from (values (34, date '2025-06-16'), (44, '2025-06-17')) v(m, d);
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values (34, 'announcement', '2025-06-02 09:00', 1);
insert into summons (meeting_id, person_id, told_at)
select m.id, s.person_id, m.starts_at - interval '14 days'
from meeting m join membership s on s.body_id = m.body_id and s.valid @> m.day
where m.id in (24, 34, 44);
insert into agenda_item (meeting_id, position, title, handled, opened_at, decided_at)
select id, p, 'Ärende ' || p, p, starts_at + p * interval '5 min', starts_at + (5 * p + 4) * interval '1 min'
from meeting, generate_series(1, 6) p where id in (34, 44);
insert into presiding (meeting_id, person_id) values (34, 1), (44, 1);
insert into attendance (meeting_id, person_id, capacity)
select m, p, 'serving_member' from unnest('{34,44}'::integer[]) m, generate_series(1, 7) p;

-- one that has not begun
insert into meeting (id, body_id, day, place, starts_at, ground, called_by)
values (25, 2, '2025-07-02', 'Stadshuset', '2025-07-02 09:00', 'plan', 1);
insert into agenda_item (meeting_id, position, title) values (25, 1, 'Ärende'), (25, 2, 'Ärende');

insert into body (id, name, kind, parent_id, founded_by) values
	(9, 'Kulturnämnden', 'board', 3, 'Kommunfullmäktige'), (10, 'Arkivutskottet', 'committee', 9, 'Kulturnämnden');
insert into regulation (id, body_id, title, valid) values (500, 10, 'Reglemente', '[2020-01-01,)');
insert into rule_setting (regulation_id, rule, value) values (500, 'seats', '2');
insert into rule_setting (regulation_id, rule)
select 500, unnest('{seats_taken,seat_period,single_office,presidium_distinct,presidium_members,presidium_decided_by_parent}'::text[]);
insert into term (body_id, valid) values (9, '[2023-01-01,2027-01-01)');
insert into membership (body_id, person_id, valid, decided_by)
select 9, p, '[2023-01-01,2027-01-01)', 3 from generate_series(1, 14) p;

-- Between one interleaving and the next the rows are put back as they are now,
-- without the rules; what sessions have kept is told of as of any other change.
-- A table with as many rows as then, none of them younger, is as it was.
create schema kept;
create table public.untouched (tab name primary key, rows bigint, youngest bigint);

create procedure keep()
language plpgsql
set search_path from current
as $$
declare
	tab name;
begin
	for tab in
		select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'
	loop
		execute format('create table kept.%I as table %1$I', tab);
		execute format('insert into untouched select %L, count(*), max(xmin::text::bigint) from %1$I', tab);
	end loop;
end
$$;

create procedure restore()
language plpgsql
set search_path from current
set session_replication_role = replica
as $$
declare
	was record;
	now record;
begin
	for was in select * from untouched loop
		execute format('select count(*) as rows, max(xmin::text::bigint) as youngest from %I', was.tab) into now;
		continue when (now.rows, now.youngest) is not distinct from (was.rows, was.youngest);
		execute format('delete from %I t where not exists (select from kept.%1$I k where k = t)', was.tab);
		execute format('insert into %I select * from kept.%1$I k where not exists (select from %1$I t where t = k)', was.tab);
		execute format('update untouched set (rows, youngest) = (select count(*), max(xmin::text::bigint) from %I) where tab = %1$L', was.tab);
	end loop;
end
$$;
