-- Items and decisions: area, order of handling, times, kinds, mandate, items
-- that come back (rules.md A1, A22, C4, I1, I3, I17, I21, I23, I27).
\set registry decisions
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned

select pg_temp.meeting(1, '2025-03-12', 4) \g /dev/null

-- A1: four main areas
select 'A1 ✓ area 3', pg_temp.try($$update agenda_item set area = 3 where meeting_id = 1 and position = 1$$);
select 'A1 ✓ area 1 and 4', pg_temp.try($$update agenda_item set area = case position when 2 then 1 else 4 end where meeting_id = 1 and position in (2, 3)$$);
select 'A1 ✗ area 5', pg_temp.try($$update agenda_item set area = 5 where meeting_id = 1 and position = 1$$);
select 'A1 ✗ area 0', pg_temp.try($$update agenda_item set area = 0 where meeting_id = 1 and position = 1$$);
select * from untagged_item;
select position, status, finding from explain_meeting(1) where rule = 'item_area';

-- I3: the order of handling is another than the agenda's
select 'I3 ✓ two items change places', pg_temp.try($$update agenda_item
	set handled = 5 - handled, opened_at = null, decided_at = null where meeting_id = 1 and position in (1, 4)$$);
select 'I3 ✗ two in one place (handled_once)', pg_temp.try($$update agenda_item set handled = 2 where meeting_id = 1 and position = 4$$);
select 'I3 ✓ a gap', pg_temp.try($$update agenda_item set handled = 9 where meeting_id = 1 and position = 1$$);
select 'I3 ✓ back', pg_temp.try($$update agenda_item
	set handled = position, opened_at = '2025-03-12 09:00'::timestamp + position * interval '5 min',
	decided_at = '2025-03-12 09:04'::timestamp + position * interval '5 min' where meeting_id = 1$$);

-- I23: stated times are compared, not the order of writing (handling_times)
select 'I23 ✓ opened when the one before was through', pg_temp.try($$update agenda_item set opened_at = '2025-03-12 09:09' where meeting_id = 1 and position = 2$$);
select 'I23 ✗ opened before that', pg_temp.try($$update agenda_item set opened_at = '2025-03-12 09:08' where meeting_id = 1 and position = 2$$);
select 'I23 ✗ before the meeting (times_in_meeting)', pg_temp.try($$update agenda_item set opened_at = '2025-03-12 08:59' where meeting_id = 1 and position = 1$$);
select 'I23 ✓ closed when the last was through', pg_temp.try($$update meeting set closed_at = '2025-03-12 09:24' where id = 1$$);
select 'I23 ✗ closed before (times_in_meeting)', pg_temp.try($$update meeting set closed_at = '2025-03-12 09:23' where id = 1$$);
select 'I23 ✓ decided within the item', pg_temp.try($$insert into decision (meeting_id, position, text, decided_at) values (1, 1, 'bifall', '2025-03-12 09:05')$$);
select 'I23 ✗ decided when the item was through', pg_temp.try($$update decision set decided_at = '2025-03-12 09:10' where meeting_id = 1$$);
select 'I23 ✗ decided before it was opened', pg_temp.try($$update decision set decided_at = '2025-03-12 09:04' where meeting_id = 1$$);
update meeting set closed_at = null;

-- A22, I1: a decision needs an item that was taken up
insert into agenda_item (meeting_id, position, title) values (1, 5, 'Ej upptaget ärende');
select 'A22 ✗ not taken up', pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 5, 'bifall')$$);
select 'A22 ✓ taken up', pg_temp.try($$update agenda_item set handled = 5 where meeting_id = 1 and position = 5$$);
select 'A22 ✓ decided', pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 5, 'bifall')$$);
select 'A22 ✓ a second point', pg_temp.try($$insert into decision (meeting_id, position, point, text) values (1, 5, 2, 'omedelbar justering')$$);
select 'A22 ✗ no longer taken up', pg_temp.try($$update agenda_item set handled = null where meeting_id = 1 and position = 5$$);
delete from decision;
select 'A22 ✓ nothing decided there', pg_temp.try($$update agenda_item set handled = null where meeting_id = 1 and position = 5$$);
insert into meeting (id, body_id, day, place, starts_at, called_by, cancelled_at)
values (9, 2, '2025-06-11', 'Stadshuset', '2025-06-11 09:00', 1, '2025-06-10 12:00');
select 'A22 ✗ at a cancelled meeting (meeting_cancelled)', pg_temp.try($$insert into agenda_item (meeting_id, position, title, handled) values (9, 1, 'Ärende', 1)$$);

-- I21: kinds of decision and their outcomes
create temp table tried (kind text, outcome text, answer text);
-- decides item 1 of a meeting, with an election where one is decided, and
-- takes everything back
create function pg_temp.decide(meeting bigint, kind text, outcome text, parent bigint default null) returns text
language sql
as $$
select pg_temp.try(case kind when 'election' then format('
	insert into election (meeting_id, position, purpose) values (%1$s, 1, ''justerare'');
	insert into candidate (meeting_id, position, person_id) values (%1$s, 1, 2);', meeting) else '' end ||
	format('
	insert into decision (meeting_id, position, kind, outcome, text, on_behalf_of) values (%1$s, 1, %2$L, %3$L, ''beslut'', %4$L);
	delete from decision where meeting_id = %1$s;
	delete from candidate where meeting_id = %1$s;
	delete from election where meeting_id = %1$s', meeting, kind, outcome, parent))
$$;
insert into tried select k, o, split_part(pg_temp.decide(1, k, o), ':', 1)
from unnest(array['settling', 'procedural', 'election', 'opinion', 'noting']) k,
	unnest(array['approved', 'rejected', 'tabled', 'referred_back', 'adjourned', 'elected', 'noted', 'answered', 'written_off', 'other']) o;
select kind, string_agg(outcome, ' ' order by outcome) filter (where answer = 'done') as "I21 ✓",
	string_agg(outcome, ' ' order by outcome) filter (where answer = '23514 decision_kind') as "I21 ✗",
	count(*) filter (where answer not in ('done', '23514 decision_kind')) as others
from tried group by kind order by kind;
select 'I21 ✗ tabling settles', pg_temp.try($$insert into decision (meeting_id, position, outcome, text) values (1, 1, 'tabled', 'bordläggs')$$);
update agenda_item set kind = 'information' where meeting_id = 1 and position = 2;
select 'I21 ✗ information settled', pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 2, 'bifall')$$);
select 'C8 ✓ information noted', pg_temp.try($$insert into decision (meeting_id, position, kind, outcome, text) values (1, 2, 'noting', 'noted', 'antecknas')$$);
select 'I21 ✓ a decision item settled', pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'bifall')$$);
select 'I21 ✗ then made one for information', pg_temp.try($$update agenda_item set kind = 'information' where meeting_id = 1 and position = 1$$);

-- I1: how items ended
insert into decision (meeting_id, position, kind, outcome, text) values (1, 3, 'procedural', 'tabled', 'bordläggs');
select * from item_outcome where meeting_id = 1 order by position;
update decision set withdrawn_at = '2025-03-12 09:08' where meeting_id = 1 and position = 1;
select position, outcome as "I1 withdrawn: undecided" from item_outcome where meeting_id = 1 and position = 1;
select status, finding from explain_item(1, 1) where rule = 'decision_handled';
update decision set withdrawn_at = null;

-- I27: items that come back
select pg_temp.meeting(2, '2025-04-09', 3) \g /dev/null
select 'I27 ✓ the tabled item', pg_temp.try($$update agenda_item set continues_meeting_id = 1, continues_position = 3 where meeting_id = 2 and position = 1$$);
select 'I27 ✓ one that was not taken up', pg_temp.try($$update agenda_item set continues_meeting_id = 1, continues_position = 5 where meeting_id = 2 and position = 2$$);
select 'I27 ✗ a settled one', pg_temp.try($$update agenda_item set continues_meeting_id = 1, continues_position = 1 where meeting_id = 2 and position = 3$$);
select 'I27 ✗ one of the same meeting', pg_temp.try($$update agenda_item set continues_meeting_id = 2, continues_position = 1 where meeting_id = 2 and position = 3$$);
select 'I27 ✗ one of a later meeting', pg_temp.try($$update agenda_item set continues_meeting_id = 2, continues_position = 3 where meeting_id = 1 and position = 4$$);
select 'I27 ✗ settled there afterwards', pg_temp.try($$insert into decision (meeting_id, position, point, text) values (1, 3, 2, 'bifall')$$);
select 'I27 ✗ the meeting is moved before it', pg_temp.try($$update meeting set day = '2025-01-08', starts_at = '2025-01-08 09:00', opened_at = null where id = 2$$);
select 'I27 ✗ the earlier one is moved after it', pg_temp.try($$update meeting set day = '2025-05-07', starts_at = '2025-05-07 09:00', opened_at = null where id = 1$$);
select 'I27 ✗ half a reference', pg_temp.try($$update agenda_item set continues_meeting_id = 1 where meeting_id = 2 and position = 3$$);
insert into decision (meeting_id, position, kind, outcome, text) values (2, 1, 'procedural', 'referred_back', 'återremitteras');
select pg_temp.meeting(3, '2025-05-14', 1) \g /dev/null
update agenda_item set continues_meeting_id = 2, continues_position = 1 where meeting_id = 3 and position = 1;
insert into decision (meeting_id, position, text) values (3, 1, 'bifall');
select * from item_chain where first_meeting_id = 1 and first_position in (3, 5) order by first_position, step;
select status, finding from explain_item(2, 1) where rule = 'item_continues';
select status, finding from explain_item(3, 1) where rule = 'item_continues';
-- in one transaction, both ends
begin;
update agenda_item set continues_meeting_id = null, continues_position = null where meeting_id = 2 and position = 2;
insert into decision (meeting_id, position, kind, outcome, text) values (1, 4, 'settling', 'approved', 'bifall');
select 'I27 ✗ settled in this transaction', pg_temp.try($$update agenda_item set continues_meeting_id = 1, continues_position = 4 where meeting_id = 2 and position = 2$$);
update decision set withdrawn_at = '2025-03-12 09:23' where meeting_id = 1 and position = 4;
select 'I27 ✓ withdrawn in this transaction', pg_temp.try($$update agenda_item set continues_meeting_id = 1, continues_position = 4 where meeting_id = 2 and position = 2$$);
select 'I27 ✗ and not any more', pg_temp.try($$update decision set withdrawn_at = null where meeting_id = 1 and position = 4$$);
rollback;
-- of another body, and of one that took its place
insert into body (id, name, kind, parent_id, founded_by) values
	(3, 'Utskottet för etablering', 'committee', 1, 'Kommunstyrelsen');
insert into meeting (id, body_id, day, place, starts_at, called_by)
values (4, 3, '2025-09-10', 'Stadshuset', '2025-09-10 09:00', 1);
select 'I27 ✗ of another body', pg_temp.try($$insert into agenda_item (meeting_id, position, title, continues_meeting_id, continues_position) values (4, 1, 'Ärende', 1, 5)$$);
update office set valid = '[2023-01-01,2025-09-01)' where body_id = 2;
update membership set valid = '[2023-01-01,2025-09-01)' where body_id = 2;
insert into body_succession (predecessor_id, successor_id, day) values (2, 3, '2025-09-01');
select 'I27 ✓ of its predecessor', pg_temp.try($$insert into agenda_item (meeting_id, position, title, continues_meeting_id, continues_position) values (4, 1, 'Ärende', 1, 5)$$);

-- C4, I17: kinds of body
insert into body (id, name, kind, parent_id, founded_by) values
	(5, 'Integrationsrådet', 'advisory_council', 1, 'Kommunstyrelsen'),
	(6, 'Arbetsgruppen', 'working_group', 1, 'Kommunfullmäktige'),
	(7, 'Beredningen', 'preparation', 1, 'Kommunfullmäktige'),
	(8, 'Socialförvaltningen', 'unit', 1, null),
	(9, 'Bostadsbolaget', 'company', 1, null),
	(10, 'Föreningen', 'external', null, null),
	(11, 'Kommunfullmäktige', 'council', null, null),
	(12, 'Skolnämnden', 'board', 11, 'Kommunfullmäktige');
insert into membership (body_id, person_id, valid, decided_by)
select b, p, '[2023-01-01,2027-01-01)', case b when 12 then 11 when 11 then null else 1 end
from generate_series(5, 12) b, generate_series(1, 7) p;
insert into office (body_id, person_id, kind, valid, decided_by)
select b, 1, 'chair', '[2023-01-01,2027-01-01)', case b when 12 then 11 when 11 then 11 else 1 end from generate_series(5, 12) b;
insert into meeting (id, body_id, day, place, starts_at, opened_at)
select b + 100, b, '2025-03-12', 'Stadshuset', '2025-03-12 09:00', '2025-03-12 09:00' from generate_series(5, 12) b;
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values (111, 'announcement', '2025-03-01 12:00', 1);
select summon(111, '2025-03-01 12:00') \g /dev/null
insert into agenda_item (meeting_id, position, title, handled)
select b + 100, 1, 'Ärende', 1 from generate_series(5, 12) b;
insert into attendance (meeting_id, person_id, capacity)
select b + 100, p, 'serving_member' from generate_series(5, 12) b, generate_series(1, 7) p;
insert into presiding (meeting_id, person_id) select b + 100, 1 from generate_series(5, 12) b;
truncate tried;
insert into tried
select format('%s %s', lpad(b::text, 2), (select kind from body where id = b)), k || case when f then ' for the board' else '' end,
	pg_temp.decide(b + 100, k, case k when 'election' then 'elected' when 'noting' then 'noted' else 'approved' end, case when f then 1 end)
from generate_series(5, 12) b, unnest(array['settling', 'procedural', 'election', 'opinion', 'noting']) k, unnest(array[false, true]) f
where not f or k in ('settling', 'opinion');
select kind, string_agg(outcome, ', ' order by outcome) filter (where answer = 'done') as "C4 ✓",
	string_agg(outcome, ', ' order by outcome) filter (where answer ~ 'mandate') as "C4 ✗"
from tried group by kind order by kind;
select string_agg(answer, E'\n' order by kind collate "C") as "C4 ✗" from tried
where answer <> 'done' and kind ~ 'adv|comp|council|board' and outcome in ('settling', 'opinion for the board');
-- A19: a committee decides on its board's behalf, not on another's
select 'A19 ✓ the board', pg_temp.try($$update decision set on_behalf_of = 1 where meeting_id = 1 and position = 1$$);
select 'A19 ✗ another board', pg_temp.try($$update decision set on_behalf_of = 12 where meeting_id = 1 and position = 1$$);
select 'C4 ✗ the body becomes one that may not (body_kind_fixed)', pg_temp.try($$update body set kind = 'advisory_council' where id = 2$$);

select * from governance.verify_registry('decisions');

-- what the rules say of what is stored in the end
\set rules 'decision_delegable decision_delegated item_area item_continues meeting_cancelled meeting_place'
\i :srcdir/data/verdicts.sql
