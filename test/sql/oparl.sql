-- Exports: a registry as objects of OParl 1.1 and Popolo.  That whole registries are
-- as the standards' schemas say: test/checks/exports; what roles see: access.sql.
\set registry oparl
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset tuples_only on
set governance.as_of = '2025-08-20';
\set base 'https://stockholm.example/oparl'
create function pg_temp.show(path text) returns text language sql as
	$$select jsonb_pretty(oparl('https://stockholm.example/oparl', path))$$;

-- ---- a registry with one of everything ----
insert into body (id, name, kind, valid, founded_by) values (3, 'Kommunfullmäktige', 'council', '[1971-01-01,)', 'KL 3:1');
insert into body (id, name, kind, parent_id, valid, secretariat_id, extended_on) values
	(4, 'Kansliet', 'unit', null, '(,)', null, null),
	(5, 'Framtidsberedningen', 'working_group', 1, '[2024-01-01,2026-01-01)', 4, '2024-12-01');
insert into body_succession values (5, 2, '2026-01-01');
insert into party (id, name, abbreviation) values (1, 'Folkets väl', 'FV'), (2, 'Framåt', null);
insert into person (id, name) values (19, 'Ask "Bo" \ Ü');
insert into membership (id, body_id, person_id, party_id, valid) values (1, 5, 19, 1, '[2024-01-01,2026-01-01)');
insert into office (id, body_id, person_id, kind, acting, valid, appointed_by) values
	(1, 5, 19, 'presenter', true, '[2024-01-01,2025-01-01)', 1);
update membership set party_id = 2 where body_id = 2 and person_id = 1;
insert into matter (id, body_id, number, title, opened_on) values (1, 2, 'IU 2025/7', 'Samverkan', '2025-06-02');
insert into document (matter_id, number, kind, direction, title, dated_on, arrived_on, counterpart) values
	(1, 1, 'proposal', 'drawn_up', 'Förslag om samverkan', '2025-07-01', null, null),
	(1, 2, 'letter', 'received', 'Skrivelse', null, '2025-06-02', 'Föreningen');
insert into document (matter_id, number, kind, direction, title, dated_on, appendix_of) values
	(1, 3, 'appendix', 'drawn_up', 'Kalkyl', '2025-07-01', 1);
insert into document_signatory (matter_id, number, person_id, title) values (1, 1, 16, 'stadsdirektör');
insert into document_author (matter_id, number, body_id, lead) values (1, 1, 4, true);
select pg_temp.meeting(1, '2025-08-06', 3);
update meeting set called_on = '2025-07-30', is_public = false where id = 1;
update agenda_item set matter_id = 1, area = 1 where position = 1;
update attendance set capacity = 'serving_member', to_item = 1 where person_id = 7;
delete from attendance where person_id = 6;
insert into attendance (meeting_id, person_id, capacity, serves_for) values (1, 8, 'serving_substitute', 6);
insert into recusal (meeting_id, position, person_id, ground, self_declared) values (1, 1, 5, 'delägare', true);
insert into proposal (meeting_id, position, number, person_id, kind, text) values
	(1, 1, 1, 1, 'approve', 'Bifall'), (1, 1, 2, 3, 'reject', 'Avslag');
insert into vote_event (meeting_id, position, yes_proposal, no_proposal, called_at) values (1, 1, 1, 2, '2025-08-06 09:07');
insert into vote (meeting_id, position, person_id, choice) values
	(1, 1, 1, 'yes'), (1, 1, 2, 'yes'), (1, 1, 4, 'yes'), (1, 1, 8, 'yes'), (1, 1, 3, 'no');
insert into decision (meeting_id, position, text, vote_number, proposal_number, on_behalf_of, decided_at, delegation_id)
values (1, 1, 'Förslaget bifalls.', 1, 1, 1, '2025-08-06 09:09', 1);
insert into reservation (meeting_id, position, person_id, announced_at, reasons, reasons_at)
values (1, 1, 3, '2025-08-06 09:10', 'För dyrt.', '2025-08-07 12:00');
insert into statement (meeting_id, position, number, person_id, kind, text) values (1, 2, 1, 3, 'note', 'Läget');

-- ---- OParl: an object of each type, each at its address ----
select pg_temp.show('');
select pg_temp.show('body');
select pg_temp.show('organization/3');
select pg_temp.show('organization/5');
select pg_temp.show('party/1');
select pg_temp.show('party/2');
select pg_temp.show('person/19');
select pg_temp.show('membership/1');
select pg_temp.show('office/1');
select pg_temp.show('legislativeterm/1.20230101');
select pg_temp.show('meeting/1');
select pg_temp.show('location/1');
select pg_temp.show('agendaitem/1.1');
select pg_temp.show('paper/1');
select pg_temp.show('document/1.1');
select pg_temp.show('document/1.3');
select pg_temp.show('consultation/1.1');

-- ---- Popolo: who voted, who did not, who was not there; item 1 is without the one recused ----
select pg_temp.show('popolo/voteevent/1.1.1');
select pg_temp.show('popolo/organization/5');
select pg_temp.show('popolo/party/1');
select pg_temp.show('popolo/party/2');
select pg_temp.show('popolo/person/19');
select pg_temp.show('popolo/membership/1');
select pg_temp.show('popolo/office/1');
-- a closed vote tells no more than the tellers do
insert into vote_event (meeting_id, position, number, kind, subject, lot) values (1, 3, 1, 'closed', 'election', null);
insert into vote (meeting_id, position, person_id, choice) values (1, 3, 1, 'ballot'), (1, 3, 2, 'ballot');
insert into ballot_tally (meeting_id, position, line, choice, person_id, ballots) values
	(1, 3, 1, 'candidate', 3, 1), (1, 3, 2, 'blank', null, 1);
select pg_temp.show('popolo/voteevent/1.3.1');

-- ---- times as stated, whatever the session's settings ----
select governance.stated_time('2025-03-30 01:30'), governance.stated_time('2025-03-30 03:30'),
	governance.stated_time('2025-10-26 02:30'), governance.stated_time('infinity') is null as never,
	governance.stated_date('2025-03-30'), governance.stated_date('-infinity') is null as never;
select md5(oparl(:'base', 'meeting/1')::text) as one \gset
set timezone = 'America/New_York';
set datestyle = 'German';
set intervalstyle = 'sql_standard';
select md5(oparl(:'base', 'meeting/1')::text) = :'one' as same;
reset timezone;
reset datestyle;
reset intervalstyle;

-- ---- lists ----
-- an object is in its list as it is at its address; a path may be whole
select list, oparl(:'base', list) #> '{data,0}' = oparl(:'base', oparl(:'base', list) #>> '{data,0,id}') as same,
	oparl(:'base', list) #>> '{pagination,totalElements}' as total
from (select distinct k.list from governance.export_kinds() k) k order by 1;
select oparl(:'base' || '/', '/meeting') = oparl(:'base', :'base' || '/meeting') as same;
select jsonb_pretty(oparl(:'base', 'organization/2/meeting') - 'data'), oparl(:'base', 'organization/2/meeting') #>> '{data,0,id}';
select jsonb_pretty(oparl(:'base', 'organization/3/consultation'));
select oparl(:'base', 'organization/2/consultation') #>> '{data,0,id}';
-- pages of a hundred; the first says how many there are in all
insert into person (id, name) select 1000 + p, 'Person ' || p from generate_series(1, 181) p;
create function pg_temp.pages(list text) returns table (page text, first text, last text, objects int, pagination jsonb, next text)
language plpgsql
as $$
declare
	base constant text := 'https://stockholm.example/oparl';
	o jsonb;
begin
	page := list;
	while page is not null loop
		o := oparl(base, page);
		first := substr(o #>> '{data,0,id}', length(base) + 2);
		last := substr(o #>> '{data,-1,id}', length(base) + 2);
		objects := jsonb_array_length(o -> 'data');
		pagination := o -> 'pagination';
		next := substr(o #>> '{links,next}', length(base) + 2);
		return next;
		page := next;
	end loop;
end
$$;
\pset tuples_only off
\pset fieldsep ' | '
\pset footer off
-- 200 are two pages, and no third
select * from pg_temp.pages('person');
-- bodies are followed by parties, on the same page and on the next
insert into body (id, name, kind) select 100 + b, 'Enhet ' || b, 'unit' from generate_series(1, 94) b;
select * from pg_temp.pages('organization');
insert into body (id, name, kind) values (200, 'Enhet', 'unit'), (201, 'Enhet', 'unit');
select * from pg_temp.pages('organization');
insert into party (id, name) values (3, 'Mitten');
select * from pg_temp.pages('organization') offset 1;
-- what a page follows need not be there any more
delete from body where id = 200;
select * from pg_temp.pages('organization?after=organization/200');
select oparl(:'base', 'organization?after=organization/200') -> 'links' as links;
-- those of one body, keys of two numbers, and a kind that not every row is of
insert into meeting (id, body_id, day, starts_at, place, called_by)
select 100 + m, 2, date '2026-01-01' + m, date '2026-01-01' + m + time '09:00', case when m > 1 then 'Stadshuset' end, 1
from generate_series(1, 110) m;
insert into agenda_item (meeting_id, position, title) select 100 + m, i, 'Ärende' from generate_series(1, 2) m, generate_series(1, 60) i;
select * from pg_temp.pages('organization/2/meeting');
select * from pg_temp.pages('organization/3/meeting');
select * from pg_temp.pages('location');
select * from pg_temp.pages('agendaitem');
select * from pg_temp.pages('agendaitem?after=agendaitem/102.58');
-- what is no day has no place in JSON
insert into body (id, name, kind, valid) values (300, 'Evigheten', 'external', '[-infinity,infinity)');
select oparl(:'base', 'organization/300') as object;
-- nothing there yet
select governance.create_registry('oparl_empty', '0160');
select list, governance.oparl('oparl_empty', 'http://empty.example', list) as page from (values ('meeting'), ('organization')) l(list);

-- ---- what leads nowhere ----
select path, pg_temp.try(format('select oparl(%L, %L)', :'base', path)) from (values
	('meeting/7'), ('meeting/01'), ('meeting/1.1'), ('agendaitem/1'), ('agendaitem/1.9'), ('body/0160'), ('body/1'), ('location/7'),
	('consultation/1.2'), ('file/1'), ('king'), ('meeting/'), ('meeting/x'), ('meeting/1/agendaitem'), ('organization/2/person'),
	('organization/77/meeting'), ('meeting?after=person/1'), ('meeting?after=meeting/1.1'), ('person?page=2'),
	('meeting/9999999999999999999'), ('https://other.example/meeting/1'), (E'meeting/1\n'), ('meeting/1; drop table vote')) p(path);
select pg_temp.try('select oparl(null)');
select base, pg_temp.try(format('select oparl(%L)', base)) from (values (''), ('stockholm.example'), ('ftp://x.example'),
	('https://'), ('https://x.example/?a='), ('https://x "y')) b(base);
select oparl('http://localhost:3000') ->> 'body' as body;
select pg_temp.try($$select governance.oparl('no_registry', 'https://x.example')$$);
select pg_temp.try('select governance.oparl(null, null)');

-- ---- a registry that is renamed ----
alter schema oparl rename to oparl_renamed;
set search_path = oparl_renamed, public;
select governance.upgrade_registry('oparl_renamed');
select oparl(:'base') ->> 'name' as name, oparl(:'base', 'meeting/1') ->> 'id' as meeting;
select governance.drop_registry('oparl_renamed', 'oparl_renamed'), governance.drop_registry('oparl_empty', 'oparl_empty');
