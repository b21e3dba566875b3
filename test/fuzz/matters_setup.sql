-- A municipality for random histories of matters, after committee.sql: bodies of
-- every kind, meetings of those that meet with items that can be decided.  In the
-- registry :registry; "floor" loses the triggers that ask the rules.
set search_path = :registry, public;

insert into body (id, name, kind, parent_id, founded_by) values
	(3, 'Kommunfullmäktige', 'council', null, null),
	(4, 'Utbildningsnämnden', 'board', 3, 'Kommunfullmäktige'),
	(5, 'Integrationsrådet', 'advisory_council', 1, 'Kommunstyrelsen'),
	(6, 'Stadsledningskontoret', 'unit', null, null),
	(7, 'Röda korset', 'external', null, null),
	(8, 'Demokratiberedningen', 'preparation', 3, 'Kommunfullmäktige');
insert into body (id, name, kind, parent_id, founded_by, valid) values
	(9, 'Arbetsgruppen', 'working_group', 3, 'Kommunfullmäktige', '[2025-01-01,2025-06-01)'),
	(10, 'Ungdomsrådet', 'advisory_council', 1, 'Kommunstyrelsen', '[2025-01-01,2025-06-01)');
insert into term (body_id, valid) values (4, '[2023-01-01,2027-01-01)');
insert into membership (body_id, person_id, valid, decided_by)
select b, p, '[2023-01-01,2027-01-01)', case b when 4 then 3 when 5 then 1 when 8 then 3 end
from unnest('{3,4,5,8}'::integer[]) b, generate_series(1, 7) p;
insert into office (body_id, person_id, kind, valid, decided_by)
select b, p, k, '[2023-01-01,2027-01-01)', case b when 4 then 3 end
from (values (1), (3), (4), (5), (8)) b(b), (values (1, 'chair'), (2, 'vice_chair')) o(p, k);
insert into office (body_id, person_id, kind, valid) values
	(1, 15, 'secretary', '[2023-01-01,2027-01-01)'), (4, 15, 'secretary', '[2023-01-01,2025-04-01)'),
	(2, 5, 'signer', '[2023-01-01,2027-01-01)');
-- people whose seats come and go: a substitute of the council, members late
insert into membership (id, body_id, person_id, role, valid, decided_by) values
	(901, 3, 8, 'substitute', '[2023-01-01,2027-01-01)', null), (902, 3, 9, 'member', '[2025-03-10,2027-01-01)', null),
	(903, 4, 18, 'member', '[2025-03-10,2027-01-01)', 3);

-- rules that are in force from a day on: the council has admitted citizen
-- proposals, a board wants to know what things cost
insert into regulation (id, body_id, title, valid) values
	(300, 3, 'Arbetsordning', '[2025-03-10,)'), (400, 4, 'Reglemente', '[2025-04-01,)');
insert into provision (regulation_id, citation, ordinal, wording) values
	(300, '9 §', 1, 'Medborgarförslag får väckas.'), (400, '3 §', 1, 'Kostnader ska redovisas.');
insert into rule_setting (regulation_id, rule, value, citation) values
	(300, 'citizen_proposals', 'true', '9 §'), (400, 'costs_stated', null, '3 §');

-- three meetings of each, a month apart, each of four items
insert into meeting (id, body_id, day, place, starts_at, ground, called_by, opened_at, closed_at)
select 10 * b + n, b, d, 'Stadshuset', d + time '09:00', 'plan', 1, d + time '09:00', d + time '15:00'
from unnest('{1,2,3,4,5,8}'::integer[]) b, lateral (select n, date '2025-02-12' + 28 * n + b from generate_series(1, 3) n) m(n, d);
insert into meeting_document (meeting_id, kind, issued_at, responsible_id)
select id, 'announcement', starts_at - interval '14 days', 1 from meeting where body_id = 3;
insert into summons (meeting_id, person_id, told_at)
select m.id, s.person_id, m.starts_at - interval '14 days'
from meeting m join membership s on s.body_id = m.body_id and s.valid @> m.day;
insert into agenda_item (meeting_id, position, title, handled, opened_at, decided_at)
select id, p, 'Ärende ' || p, p, starts_at + p * interval '5 min', starts_at + (5 * p + 4) * interval '1 min'
from meeting, generate_series(1, 4) p;
insert into presiding (meeting_id, person_id) select id, 1 from meeting;
insert into attendance (meeting_id, person_id, capacity)
select id, p, 'serving_member' from meeting, generate_series(1, 7) p
where not (id = 31 and p = 7);
-- somebody goes home, and a substitute serves
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item, to_item) values
	(31, 7, 'serving_member', null, 1, 2), (31, 8, 'serving_substitute', 7, 3, 4);

insert into area_set (id, name) values (1, 'Stadsdelar'), (2, 'Kommundelar');
insert into area (area_set_id, code, name) values (1, 'a', 'Kista'), (1, 'b', 'Farsta'), (2, 'a', 'Norr');

-- matters, each with a statement and a referral, and what is delegated
insert into matter (id, body_id, title, opened_on) select m, case m when 3 then 4 else 1 end, 'Ärende', '2025-03-01' from generate_series(1, 3) m;
insert into document (matter_id, number, kind, direction, title, dated_on)
select m, 1, 'statement', 'drawn_up', 'Tjänsteutlåtande', '2025-03-01' from generate_series(1, 3) m;
insert into referral (matter_id, number, sender_id, sent_on) select m, 1, 1, '2025-03-01' from generate_series(1, 3) m;
insert into delegation (id, body_id, from_body_id, person_id, subject, urgent, valid) values
	(2, 1, 1, 1, 'Brådskande', true, '[2023-01-01,2027-01-01)'),
	(3, 2, 1, 2, 'Remissvar', false, '[2025-03-14,2025-05-08)');
insert into delegation (id, body_id, from_body_id, office, employee, subject, valid) values
	(4, 1, 1, null, 'handläggaren', 'Inköp', '[2023-01-01,2027-01-01)'), (5, 4, 4, 'chair', null, 'Ekonomi', '[2023-01-01,2027-01-01)');

select :'registry' = 'floor' as floor \gset
\if :floor
do $$
declare
	trigger record;
begin
	for trigger in
		select tgname, tgrelid::regclass as tab from pg_trigger
		where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'floor'::regnamespace)
	loop
		execute format('drop trigger %I on %s', trigger.tgname, trigger.tab);
	end loop;
end
$$;
\endif
