-- Who attests the minutes, and when (rules.md A23, A28, I8, I9, I13, I22).
\set registry attestation
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql

-- Öberg (3) leaves before item 2; Holm (8) serves for Öberg from then on;
-- Nyström (9) is there and does not serve; Sand (4) is recused at item 3; the
-- chair presides over items 1 and 2 and leaves, the vice chair over 3 and 4
create function pg_temp.prepare(meeting bigint, day date, first integer) returns void
language sql
as $$
select pg_temp.meeting(meeting, day, 4);
update agenda_item i set section = first + handled - 1 where i.meeting_id = meeting;
update presiding p set to_item = 2 where p.meeting_id = meeting;
insert into presiding (meeting_id, from_item, person_id, ground) values (meeting, 3, 2, 'vice_chair');
update attendance a set to_item = case person_id when 3 then 1 else 2 end where a.meeting_id = meeting and person_id in (1, 3);
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item) values
	(meeting, 8, 'serving_substitute', 3, 2);
insert into attendance (meeting_id, person_id, capacity) values (meeting, 9, 'non_serving_substitute');
insert into recusal (meeting_id, position, person_id, ground, self_declared, ruling) values
	(meeting, 3, 4, 'släkting till sökanden', true, 'upheld');
$$;
select pg_temp.prepare(1, '2025-03-12', 1) \g /dev/null
select pg_temp.prepare(2, '2025-05-14', 11) \g /dev/null
update meeting set closed_at = day + time '11:00';

-- A23: elected each time among those who serve
select pg_temp.try($$insert into adjuster (meeting_id, person_id, position) values (1, 5, 1)$$) as "A23 ✓ a member";
select pg_temp.try($$insert into adjuster (meeting_id, person_id, position) values (1, 8, 2)$$) as "A23 ✓ a serving substitute (KL 4:22)";
select pg_temp.try($$insert into adjuster (meeting_id, person_id, position) values (1, 10, 1)$$) as "A23 ✗ somebody absent";
select pg_temp.try($$insert into adjuster (meeting_id, person_id, position) values (1, 3, 2)$$) as "A23 ✗ somebody who has left";
select pg_temp.try($$insert into adjuster (meeting_id, person_id, position) values (1, 9, 1)$$) as "A28 ✗ a non-serving substitute";
select pg_temp.try($$insert into adjuster (meeting_id, person_id, position) values (1, 4, 3)$$) as "A23 ✗ somebody recused";
select pg_temp.try($$insert into adjuster (meeting_id, person_id, position) values (1, 6, 9)$$) as "A23 ✗ at no item of the meeting";
select pg_temp.try($$update attendance set capacity = 'non_serving_substitute', serves_for = null
	where meeting_id = 1 and person_id = 8$$) as "A23 ✗ what made the election lawful changes";
delete from adjuster where person_id = 8;

-- the two signatures
insert into minutes (meeting_id, responsible_id) values (1, 1), (2, 1);
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at)
	values (1, 1, 'chair', '2025-03-12 10:59')$$) as "A23 ✗ before the close";
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at)
	values (1, 1, 'chair', '2025-03-12 11:00')$$) as "A23 ✓ at the close";
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at)
	values (1, 1, 'adjuster', '2025-03-14 10:00')$$) as "A23 ✗ the chair twice";
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at)
	values (1, 7, 'chair', '2025-03-14 10:00')$$) as "I8 ✗ presided over nothing";
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at)
	values (1, 6, 'adjuster', '2025-03-14 10:00')$$) as "A23 ✗ not elected";
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at)
	values (2, 5, 'adjuster', '2025-05-16 10:00')$$) as "A23 ✗ last meeting's election";
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at)
	values (1, 5, 'adjuster', '2025-03-14 10:00')$$) as "A23 ✓ the adjuster";
-- I9: each chair attests the sections they presided over
select handled, section, chair_id, chair_signed, adjusters_signed, attested from minutes_section where meeting_id = 1 order by handled;
select count(*) as seals from seal;
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at)
	values (1, 2, 'chair', '2025-03-14 11:00')$$) as "I9 ✓ the chair of the other sections";
select meeting_id, number, attested_on from seal;

-- I9: who was absent or recused for a section does not attest it
select pg_temp.try($$insert into adjuster (meeting_id, person_id, position) values (2, 4, 1)$$) as "✓ Sand, recused at item 3";
select pg_temp.try($$insert into adjuster (meeting_id, person_id, position) values (2, 3, 1)$$) as "✓ Öberg, who leaves after item 1";
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at) values
	(2, 1, 'chair', '2025-05-15 10:00'), (2, 2, 'chair', '2025-05-15 10:00'),
	(2, 4, 'adjuster', '2025-05-15 10:00')$$) as "I9 ✓ all but item 3";
select handled, chair_signed, adjusters_signed, attested from minutes_section where meeting_id = 2 order by handled;
select unsigned, attested_on from minutes_status where meeting_id = 2;
select pg_temp.try($$insert into adjuster (meeting_id, person_id, position, alternate) values (2, 5, 1, true)$$) as "✗ elected under the signatures";
delete from attestation where meeting_id = 2;
select pg_temp.try($$insert into adjuster (meeting_id, person_id, position, alternate) values (2, 5, 1, true)$$) as "I22 ✓ an alternate";
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at) values
	(2, 1, 'chair', '2025-05-15 10:00'), (2, 2, 'chair', '2025-05-15 10:00'),
	(2, 4, 'adjuster', '2025-05-15 10:00'), (2, 5, 'adjuster', '2025-05-15 10:00')$$) as "I9 I22 ✓ another for item 3";
select handled, adjusters_signed, attested from minutes_section where meeting_id = 2 order by handled;
select meeting_id, attested_on from seal order by ordinal;

-- ranges: an adjuster elected for other sections, one who served at none
select pg_temp.prepare(3, '2025-06-11', 21) \g /dev/null
update meeting set closed_at = day + time '11:00' where id = 3;
insert into minutes (meeting_id, number, items) values (3, 1, '{1,2}'), (3, 2, '{3}'), (3, 3, '{4}');
insert into adjuster (meeting_id, person_id, position, from_item, to_item) values
	(3, 5, 1, 1, 2), (3, 4, 1, 3, 4), (3, 2, 1, 3, 4);
select pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at)
	values (3, 2, 5, 'adjuster', '2025-06-12 10:00')$$) as "✗ elected for other sections";
select pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at)
	values (3, 2, 4, 'adjuster', '2025-06-12 10:00')$$) as "I9 ✗ recused at the only section";
select pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at)
	values (3, 2, 2, 'adjuster', '2025-06-12 10:00')$$) as "A23 ✗ who presided over the section";
select pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at)
	values (3, 2, 1, 'chair', '2025-06-12 10:00')$$) as "I9 ✗ the chair of other sections";
select pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at)
	values (3, 3, 4, 'adjuster', '2025-06-12 10:00'), (3, 3, 2, 'chair', '2025-06-12 10:00')$$) as "✓ item 4";

-- I22: roles are those of the meeting, not of the day of signing
update membership set valid = '[2023-01-01,2025-07-01)' where person_id in (1, 5) and body_id in (1, 2);
update office set valid = '[2023-01-01,2025-07-01)' where person_id = 1;
select pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at)
	values (3, 1, 5, 'adjuster', '2025-08-01 10:00'), (3, 1, 1, 'chair', '2025-08-01 10:00')$$) as "I22 ✓ the terms have ended since";
select meeting_id, number, attested_on from seal where meeting_id = 3 order by ordinal;

update membership set valid = '[2023-01-01,2027-01-01)' where person_id in (1, 5) and body_id in (1, 2);
update office set valid = '[2023-01-01,2027-01-01)' where person_id = 1;

-- I13: attested at once, while the meeting goes on
select pg_temp.prepare(4, '2025-09-10', 31) \g /dev/null
insert into minutes (meeting_id, number, items, immediate) values (4, 1, '{2}', true);
insert into minutes (meeting_id, number) values (4, 2);
insert into adjuster (meeting_id, person_id, position) values (4, 5, 1);
select pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at)
	values (4, 1, 1, 'chair', '2025-09-10 09:13')$$) as "I13 ✗ before the item was done (09:14)";
select pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at)
	values (4, 1, 1, 'chair', '2025-09-10 09:14'), (4, 1, 5, 'adjuster', '2025-09-10 09:20')$$) as "I13 ✓ at the meeting";
select meeting_id, number, attested_on from seal where meeting_id = 4;
select pg_temp.try($$insert into attestation (meeting_id, number, person_id, role, signed_at)
	values (4, 2, 1, 'chair', '2025-09-10 09:20')$$) as "I13 ✗ the rest, before the close";
-- it freezes the roll of its section, not the attendance after it
select pg_temp.try($$update attendance set to_item = 2 where meeting_id = 4 and person_id = 6$$) as "I13 ✓ attendance ended after the section";
select pg_temp.try($$update attendance set to_item = 2, to_point = 'opened' where meeting_id = 4 and person_id = 6$$) as "I13 ✗ attendance ended within it";
select pg_temp.try($$insert into attendance (meeting_id, person_id, capacity, from_item) values (4, 6, 'serving_member', 4)$$) as "I13 ✓ attendance split after it";
select pg_temp.try($$insert into attendance (meeting_id, person_id, capacity) values (4, 17, 'commissioner')$$) as "I13 ✗ attendance added over it";
select pg_temp.try($$delete from attendance where meeting_id = 4 and person_id = 7$$) as "I13 ✗ attendance removed";
select pg_temp.try($$update attendance set to_item = 3 where meeting_id = 4 and person_id in (5, 7);
	update attendance set to_item = null where meeting_id = 4 and person_id in (5, 7)$$) as "I13 ✓ several at once";
select pg_temp.try($$update attendance set to_item = case person_id when 5 then 3 else 1 end
	where meeting_id = 4 and person_id in (5, 7)$$) as "I13 ✗ several, of which the second breaks it";
select pg_temp.try($$update presiding set to_item = 1 where meeting_id = 4 and from_item = 1$$) as "I13 ✗ who presided";
select pg_temp.try($$update agenda_item set title = 'Annat' where meeting_id = 4 and position = 2$$) as "I13 ✗ the section";
select pg_temp.try($$update agenda_item set title = 'Annat' where meeting_id = 4 and position = 3$$) as "I13 ✓ another section";
select pg_temp.try($$update meeting set closed_at = '2025-09-10 11:00' where id = 4$$) as "I13 ✓ the meeting is closed later";
select pg_temp.try($$update meeting set place = 'Rotundan' where id = 4$$) as "I13 ✗ the place";
insert into attestation (meeting_id, number, person_id, role, signed_at) values
	(4, 2, 1, 'chair', '2025-09-12 10:00'), (4, 2, 2, 'chair', '2025-09-12 10:00'), (4, 2, 5, 'adjuster', '2025-09-12 10:00');
select number, ordinal, attested_on from seal where meeting_id = 4 order by number;
select pg_temp.try($$update meeting set closed_at = '2025-09-10 12:00' where id = 4$$) as "I15 ✗ the close, once all is attested";

-- I22: a later meeting attests where those who should are hindered
select pg_temp.meeting(5, '2025-10-08', 1) \g /dev/null
update agenda_item set section = 41 where meeting_id = 5;
update meeting set closed_at = '2025-10-08 10:00' where id = 5;
insert into minutes (meeting_id) values (5);
insert into body (id, name, kind, parent_id, founded_by) values (4, 'Integrations- och arbetsmarknadsutskottet', 'committee', 1, 'Kommunstyrelsen'),
	(5, 'Ett annat utskott', 'committee', 1, 'Kommunstyrelsen');
insert into membership (body_id, person_id, role, valid, decided_by) values
	(4, 6, 'member', '[2023-01-01,2027-01-01)', 1), (5, 6, 'member', '[2023-01-01,2027-01-01)', 1);
insert into office (body_id, person_id, kind, valid, decided_by) values
	(4, 6, 'chair', '[2023-01-01,2027-01-01)', 1), (5, 6, 'chair', '[2023-01-01,2027-01-01)', 1);
update office set valid = daterange(lower(valid), '2026-01-01') where body_id = 2;
update membership set valid = daterange(lower(valid), '2026-01-01') where body_id = 2;
insert into body_succession (predecessor_id, successor_id, day) values (2, 4, '2026-01-01');
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at) values
	(6, 4, '2026-01-14', 'Stadshuset', '2026-01-14 09:00', 6, '2026-01-14 09:00'),
	(7, 5, '2026-01-14', 'Stadshuset', '2026-01-14 09:00', 6, '2026-01-14 09:00');
insert into presiding (meeting_id, person_id) values (6, 6), (7, 6);
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at, later_meeting_id)
	values (5, 6, 'later_meeting', '2026-01-14 10:00', 6)$$) as "I22 ✗ no hindrance";
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at, hindrance)
	values (5, 6, 'later_meeting', '2026-01-14 10:00', 'ordföranden har avlidit')$$) as "I22 ✗ no meeting";
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at, hindrance, later_meeting_id)
	values (5, 6, 'later_meeting', '2026-01-14 10:00', 'ordföranden har avlidit', 7)$$) as "I22 ✗ of another body";
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at, hindrance, later_meeting_id)
	values (5, 6, 'later_meeting', '2025-10-09 10:00', 'ordföranden har avlidit', 4)$$) as "I22 ✗ an earlier meeting";
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at, hindrance, later_meeting_id)
	values (5, 7, 'later_meeting', '2026-01-14 10:00', 'ordföranden har avlidit', 6)$$) as "I22 ✗ who does not preside there";
insert into attestation (meeting_id, person_id, role, signed_at, hindrance, later_meeting_id)
	values (5, 6, 'later_meeting', '2026-01-14 10:00', 'ordföranden har avlidit', 6);
select meeting_id, attested_on from seal where meeting_id = 5;
-- what it rests on at the later meeting stays
select pg_temp.try($$delete from presiding where meeting_id = 6$$) as "I22 ✗ nobody presided there after all";
select pg_temp.try($$update presiding set person_id = 7 where meeting_id = 6$$) as "I22 ✗ another presided there";
select pg_temp.try($$update meeting set opened_at = '2026-01-14 10:30' where id = 6$$) as "I22 ✗ it was opened after the signature";
select pg_temp.try($$update meeting set opened_at = '2026-01-14 09:30' where id = 6$$) as "I22 ✓ it was opened before the signature";

-- A18: who presided, or was chair on the day, answers for the minutes
select pg_temp.meeting(8, '2025-11-12', 1) \g /dev/null
update presiding set person_id = 2, ground = 'vice_chair' where meeting_id = 8;
select pg_temp.try($$insert into minutes (meeting_id, responsible_id) values (8, 3)$$) as "A18 ✗ a member";
select pg_temp.try($$insert into minutes (meeting_id, responsible_id) values (8, 1)$$) as "A18 ✓ the chair, who did not preside";
select pg_temp.try($$update office set valid = '[2023-01-01,2025-11-12)' where body_id = 2 and kind = 'chair'$$) as "A18 ✗ was not chair that day";
select pg_temp.try($$update office set valid = '[2023-01-01,2025-11-13)' where body_id = 2 and kind = 'chair'$$) as "A18 ✓ the last day as chair";
select pg_temp.try($$with items as (update agenda_item set opened_at = null, decided_at = null where meeting_id = 8)
	update meeting set day = '2025-11-13', starts_at = '2025-11-13 09:00', opened_at = '2025-11-13 09:00' where id = 8$$) as "A18 ✗ the meeting was a day later";

-- every rule of attestation, told for a meeting that is attested
select distinct rule, status, finding from explain_meeting(4)
where rule in ('adjuster_elected', 'attestation_entitled', 'attestation_time', 'attestation_later',
	'minutes_items', 'minutes_responsible', 'section_given', 'notice_after_attestation')
	and ("position" is null or "position" = 2)
order by rule, finding;
-- nothing is asked of acts long past, or of what is only a number
select code, subject, default_value from governance.rules()
where code in ('attested_frozen', 'correction_appended', 'seal_kept', 'adjusters', 'attestation_days', 'notice_days', 'appeal_days')
order by code;
select rule, finding from governance.verify_registry(:'registry') where rule ~ 'attest|adjust|minutes|section|notice';

-- what the rules say of what is stored in the end
\set rules 'minutes_responsible attestation_later'
\i :srcdir/data/verdicts.sql
