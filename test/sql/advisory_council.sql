-- A body without a mandate of its own, its composition, what it deals with, and
-- who keeps a secretariat (rules.md C4, C5, C8, I17, A30; mandate,
-- decision_kind, election_held, seat_categories, secretariat).
\set registry advisory_council
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset fieldsep ' | '
\pset footer off
-- the refusal without the wording that it cites
create function pg_temp.refused(statement text) returns text
language sql as $$select regexp_replace(pg_temp.try(statement), ': "[^"]*"', '')$$;
create function pg_temp.due(day date, code text) returns table (body bigint, what text, object text, object_id bigint, due date, ruled_on date, citation text)
language plpgsql as $$
begin
	perform set_config('governance.as_of', day::text, true);
	return query select d.body_id, d.what, d.object, d.object_id, d.due, d.ruled_on, s.citation
	from body_duty d
	left join lateral setting_on(d.body_id, d.ruled_on, d.rule) s on true
	where d.rule = code order by 1, 2;
	perform set_config('governance.as_of', '', true);
end
$$;

-- Täby: a council for integration under the board
insert into body (id, name, kind, parent_id, valid) values (5, 'Integrationsrådet', 'advisory_council', 1, '[2025-01-01,2027-01-01)');
insert into meeting (id, body_id, day, place, starts_at, opened_at) values
	(1, 5, '2025-03-12', 'Kemistvägen', '2025-03-12 09:00', '2025-03-12 09:00');
insert into agenda_item (meeting_id, position, title, kind, handled) values
	(1, 1, 'Val av justerare', 'decision', 1), (1, 2, 'Information om VIDA', 'information', 2),
	(1, 3, 'Yttrande över policyn', 'preparation', 3), (1, 4, 'Bidrag till föreningar', 'decision', 4),
	(1, 5, 'Information om praktik', 'information', 5);

-- C4 (mandate): it advises
insert into election (meeting_id, position, purpose) values (1, 1, 'justerare');
insert into candidate (meeting_id, position, person_id) values (1, 1, 3);
select pg_temp.refused($$insert into decision (meeting_id, position, kind, outcome, text)
	values (1, 1, 'election', 'elected', 'Öberg väljs.')$$) as "C4 ✓ elects its adjuster";
select pg_temp.refused($$insert into decision (meeting_id, position, kind, outcome, text)
	values (1, 2, 'noting', 'noted', 'Informationen noteras.')$$) as "C4 ✓ notes information";
select pg_temp.refused($$insert into decision (meeting_id, position, kind, outcome, text)
	values (1, 3, 'opinion', 'approved', 'Rådet tillstyrker.')$$) as "C4 ✓ an opinion";
select pg_temp.refused($$insert into decision (meeting_id, position, kind, outcome, text)
	values (1, 4, 'procedural', 'tabled', 'Ärendet bordläggs.')$$) as "C4 ✓ procedure";
select pg_temp.refused($$insert into decision (meeting_id, position, point, text)
	values (1, 4, 2, 'Bidraget beviljas.')$$) as "C4 ✗ settles a matter";
select pg_temp.refused($$update decision set kind = 'settling' where position = 3$$) as "C4 ✗ the opinion becomes a decision";
select pg_temp.refused($$insert into decision (meeting_id, position, point, kind, text, on_behalf_of)
	values (1, 3, 2, 'opinion', 'På styrelsens vägnar.', 1)$$) as "C4 ✗ on the board's behalf";
select pg_temp.refused($$insert into decision (meeting_id, position, point, text, withdrawn_at)
	values (1, 4, 2, 'Bidraget beviljas.', '2025-03-12 09:30')$$) as "C4 ✓ withdrawn at the table";
select pg_temp.refused($$insert into decision (meeting_id, position, kind, text)
	values (1, 5, 'settling', 'Beslutar om praktik.')$$) as "C4 ✗ nor in an item for information";
select rule, status, finding from explain_item(1, 4) where rule = 'mandate';
-- C4, I17: nor by delegation; the committee may
select pg_temp.refused($$insert into delegation (body_id, from_body_id, subject, valid)
	values (5, 1, 'Bidrag', '[2025-01-01,2026-01-01)')$$) as "C4 ✗ delegation to it";
select pg_temp.refused($$insert into delegation (body_id, from_body_id, subject, valid)
	values (2, 1, 'Bidrag', '[2025-01-01,2026-01-01)')$$) as "I17 ✓ to the committee";
-- I17: the same of a working group and a preparation; an office holds no meetings
select pg_temp.refused($$update body set kind = 'working_group' where id = 5$$) as "I17 ✗ the kind of a body that has met";
begin;
insert into body (id, name, kind, founded_by) values (6, 'Arbetsgruppen', 'working_group', null), (7, 'Beredningen', 'preparation', 'KS § 1/2025'), (8, 'Kontoret', 'unit', null);
insert into meeting (id, body_id, day, place, starts_at) select b, b, '2025-03-12', 'Rådhuset', '2025-03-12 09:00' from generate_series(6, 8) b;
insert into agenda_item (meeting_id, position, title, handled) select b, 1, 'Ärende', 1 from generate_series(6, 8) b;
select b.kind, o.kind as decision, pg_temp.refused(format($$insert into decision (meeting_id, position, kind, outcome, text) values (%s, 1, %L, %L, 'Beslut')$$, b.id, o.kind, o.outcome)) as "I17"
from body b cross join (values ('settling', 'approved'), ('opinion', 'approved')) o(kind, outcome)
where b.id in (6, 7, 8) order by b.id, o.kind desc;
rollback;

-- C5 (seat_categories): a category with nobody in it
insert into seat_category (body_id, name) values (5, 'förtroendevalda'), (5, 'tjänstemän'), (5, 'föreningar'), (5, 'näringsliv');
select pg_temp.refused($$insert into membership (body_id, person_id, seat_category, valid)
	values (5, 1, 'kyrkan', '[2025-01-01,2027-01-01)')$$) as "C5 ✗ there is no such category";
insert into membership (body_id, person_id, role, seat_category, valid) values
	(5, 1, 'member', 'förtroendevalda', '[2025-01-01,2027-01-01)'), (5, 15, 'member', 'tjänstemän', '[2025-01-01,2027-01-01)'),
	(5, 18, 'substitute', 'föreningar', '[2025-01-01,2025-07-01)'), (5, 17, 'member', null, '[2025-01-01,2027-01-01)');
\echo C5: one is empty on the first day; a substitute fills the other until the end of June
select * from pg_temp.due('2024-12-31', 'seat_categories');
select * from pg_temp.due('2025-01-01', 'seat_categories');
select what from pg_temp.due('2025-06-30', 'seat_categories');
select what from pg_temp.due('2025-07-01', 'seat_categories');
insert into membership (body_id, person_id, seat_category, valid) values
	(5, 16, 'näringsliv', '[2025-07-01,2027-01-01)'), (5, 14, 'föreningar', '[2025-07-01,2027-01-01)');
\echo C5 ✓ all are held
select what from pg_temp.due('2025-07-01', 'seat_categories');
select what from pg_temp.due('2025-06-30', 'seat_categories');
\echo a council that has ended, or has a successor, needs nobody
select what from pg_temp.due('2027-01-01', 'seat_categories');
begin;
delete from membership where body_id = 5;
insert into body_succession values (5, 2, '2025-09-01');
select what from pg_temp.due('2025-08-31', 'seat_categories');
select what from pg_temp.due('2025-09-01', 'seat_categories');
rollback;
\echo of a board the view tells, but nothing asks for it; a regulation of its own may waive it
insert into seat_category (body_id, name) values (1, 'föreningar');
select body, seat_category, citation from empty_seat_category where body_id = 1;
select what from pg_temp.due('2025-07-01', 'seat_categories');
insert into regulation (id, body_id, title, valid) values (99, 5, 'Reglemente för rådet', '[2026-01-01,)');
insert into provision values (99, '1 §', 1, 'Platserna får vara obesatta.');
insert into rule_setting (regulation_id, rule, value, citation) values (99, 'seat_categories', 'false', '1 §');
delete from membership where body_id = 5 and seat_category = 'näringsliv';
select what from pg_temp.due('2025-12-31', 'seat_categories');
select what from pg_temp.due('2026-01-01', 'seat_categories');

-- C8: mostly for information
insert into agenda_item (meeting_id, position, title, kind) values (1, 6, 'Ej upptaget', 'decision');
insert into meeting (id, body_id, day, place, starts_at, opened_at, cancelled_at) values
	(2, 5, '2025-12-31', 'Kemistvägen', '2025-12-31 09:00', '2025-12-31 09:00', null),
	(3, 5, '2026-01-01', 'Kemistvägen', '2026-01-01 09:00', '2026-01-01 09:00', null),
	(4, 5, '2025-06-11', 'Kemistvägen', '2025-06-11 09:00', null, '2025-06-10 09:00'),
	(5, 5, '2026-02-04', 'Kemistvägen', '2026-02-04 09:00', null, null);
insert into agenda_item (meeting_id, position, title, kind, handled) values
	(2, 1, 'Information', 'information', 1), (3, 1, 'Information', 'information', 1), (3, 2, 'Information', 'information', 2),
	(5, 1, 'Inte än', 'information', null);
\echo C8: on the last day of a year, and on the first of the next
set governance.as_of = '2025-12-30';
select * from item_kind_share;
set governance.as_of = '2026-01-01';
select * from item_kind_share order by year;
reset governance.as_of;

-- A30 (secretariat): the legal department's office of the council and the board
insert into body (id, name, kind) values
	(20, 'Juridiska avdelningen, kommunfullmäktiges och kommunstyrelsens kansli', 'unit'), (21, 'Stadsbyggnadskontoret', 'unit');
select prescribed, kept_by from wrong_secretariat;
select * from pg_temp.due('2025-07-01', 'secretariat');
\echo A30 ✗ another unit
update body set secretariat_id = 21 where id = 2;
select what from pg_temp.due('2025-07-01', 'secretariat');
\echo A30 ✓ that unit, whatever the case of its letters
update body set secretariat_id = 20 where id = 2;
select what from pg_temp.due('2025-07-01', 'secretariat');
\echo before its regulation nothing asks for one, nor where the rule is off
update body set secretariat_id = null where id = 2;
select what from pg_temp.due('2019-12-31', 'secretariat');
select what from pg_temp.due('2020-01-01', 'secretariat');
update rule_setting set mode = 'off' where rule = 'secretariat';
select what from pg_temp.due('2020-01-01', 'secretariat');

select rule, finding from governance.verify_registry('advisory_council');
