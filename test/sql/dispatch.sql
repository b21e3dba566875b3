-- What is sent after decisions: not before them, and no decision is withdrawn
-- that has been sent (rules.md B2, E11).
\set registry dispatch
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql

-- B2: the officials' statement is handed to the executive board
insert into matter (id, body_id, number, title, opened_on) values
	(1, 2, '106-555/2004', 'Remiss: integrationspolicy', '2025-01-07'), (2, 2, 'KS 2025/2', 'Annat', '2025-01-07');
insert into document (matter_id, number, kind, direction, title, dated_on) values (1, 1, 'statement', 'drawn_up', 'Tjänsteutlåtande', '2025-03-03');
select pg_temp.meeting(1, '2025-03-12', 4);
update agenda_item set matter_id = 1 where position <= 2;
insert into dispatch (matter_id, number, meeting_id, position, recipient_id, document_number, send_by, responsible_id)
values (1, 1, 1, 1, 1, 1, '2025-03-19', 15);

-- B2: dispatched before the decision: there is none, it is of another day
select item, rule, status, finding from explain_matter(1) where rule = 'dispatch_decided';
select pg_temp.try($$update dispatch set sent_on = '2025-03-12'$$);
insert into decision (meeting_id, position, kind, text) values (1, 1, 'opinion', 'Tjänsteutlåtandet överlämnas till kommunstyrelsen');
select pg_temp.try($$update dispatch set sent_on = '2025-03-11'$$);
-- on the same day; of a stated time only the day counts
select pg_temp.try($$update dispatch set sent_on = '2025-03-12'$$);
select pg_temp.try($$update decision set decided_at = '2025-03-12 09:08' where position = 1$$);
select id, item, rule, status, finding, citation from explain_matter(1) where rule = 'dispatch_decided';
select rule, status, finding from explain_item(1, 1) where rule = 'dispatch_decided';

-- from the meeting's side: withdrawn, deleted, decided later, in another matter
select pg_temp.try($$update decision set withdrawn_at = '2025-03-12 09:09' where position = 1$$);
select pg_temp.try($$delete from decision where position = 1$$);
select pg_temp.try($$update agenda_item set matter_id = 2 where position = 1$$);
select pg_temp.try($$update agenda_item set matter_id = null where position = 1$$);
begin;
insert into sitting (meeting_id, number, opened_at) values (1, 1, '2025-03-12 09:00'), (1, 2, '2025-03-13 09:00');
update agenda_item set matter_id = 1, opened_at = '2025-03-13 09:05', decided_at = '2025-03-13 09:10' where position = 4;
insert into decision (meeting_id, position, kind, text) values (1, 4, 'opinion', 'Andra dagen');
select pg_temp.try($$insert into dispatch (matter_id, number, meeting_id, position, recipient, sent_on) values (1, 8, 1, 4, 'Länsstyrelsen', '2025-03-12')$$);
select pg_temp.try($$insert into dispatch (matter_id, number, meeting_id, position, recipient, sent_on) values (1, 8, 1, 4, 'Länsstyrelsen', '2025-03-13')$$);
rollback;
-- a second decision of the item may go as long as one stands
insert into decision (meeting_id, position, point, kind, text) values (1, 1, 2, 'procedural', 'Omedelbar justering');
select pg_temp.try($$delete from decision where position = 1 and point = 2$$);
-- a decision that is swapped for another by one statement
select pg_temp.try($$with gone as (delete from decision where position = 1 and point = 1)
	insert into decision (meeting_id, position, point, kind, text) values (1, 1, 3, 'opinion', 'Nytt yttrande')$$);
-- the whole meeting on another day
select pg_temp.meeting(2, '2025-04-09', 1);
update agenda_item set matter_id = 1 where meeting_id = 2;
insert into decision (meeting_id, position, kind, text) values (2, 1, 'opinion', 'Kompletterar');
insert into dispatch (matter_id, number, meeting_id, position, recipient, sent_on) values (1, 2, 2, 1, 'Länsstyrelsen', '2025-04-10');
begin;
update decision set decided_at = null where meeting_id = 2;
update agenda_item set opened_at = null, decided_at = null where meeting_id = 2;
select pg_temp.try($$update meeting set day = '2025-04-10', starts_at = '2025-04-10 09:00', opened_at = '2025-04-10 09:00' where id = 2$$);
select pg_temp.try($$update meeting set day = '2025-04-11', starts_at = '2025-04-11 09:00', opened_at = '2025-04-11 09:00' where id = 2$$);
rollback;

-- an item about another matter, or about none
select pg_temp.try($$insert into dispatch (matter_id, number, meeting_id, position, recipient, sent_on) values (2, 1, 1, 2, 'Länsstyrelsen', '2025-03-13')$$);
insert into decision (meeting_id, position, kind, text) values (1, 3, 'opinion', 'Om något annat');
select pg_temp.try($$insert into dispatch (matter_id, number, meeting_id, position, recipient, sent_on) values (2, 1, 1, 3, 'Länsstyrelsen', '2025-03-13')$$);
insert into dispatch (matter_id, number, meeting_id, position, recipient) values (2, 1, 1, 3, 'Länsstyrelsen');
select id, item, rule, status, finding, hint from explain_matter(2) where rule = 'dispatch_decided';
update agenda_item set matter_id = 2 where meeting_id = 1 and position = 3;
select pg_temp.try($$update dispatch set sent_on = '2025-03-13' where matter_id = 2$$);
-- a dispatch that is moved to another item
select pg_temp.try($$update dispatch set position = 2 where matter_id = 1 and number = 1$$);

-- what happened all the same is admitted at the item
select admit_deviation(1, 3, 'dispatch_decided', 'Togs tillbaka sedan det expedierats') is not null as admitted;
select pg_temp.try($$update decision set withdrawn_at = '2025-03-12 10:00' where meeting_id = 1 and position = 3$$);
select id, item, rule, status, finding, hint from explain_matter(2) where rule = 'dispatch_decided';
select id, item, rule, finding from governance.verify_registry('dispatch') where rule = 'dispatch_decided';
-- and what was written past the rules is found
alter table decision disable trigger user;
update decision set withdrawn_at = '2025-03-12 10:00' where meeting_id = 1 and position = 1;
alter table decision enable trigger user;
select id, item, rule, finding from governance.verify_registry('dispatch') where rule = 'dispatch_decided';
update decision set withdrawn_at = null where meeting_id = 1 and position = 1;

-- structure
select pg_temp.try($$insert into dispatch (matter_id, number, meeting_id, position) values (2, 9, 1, 3)$$);
select pg_temp.try($$insert into dispatch (matter_id, number, meeting_id, position, recipient) values (2, 9, 1, 3, ' ')$$);
select pg_temp.try($$insert into dispatch (matter_id, number, meeting_id, position, recipient) values (2, 9, 1, 9, 'Någon')$$);
select pg_temp.try($$insert into dispatch (matter_id, number, meeting_id, position, recipient, sent_on) values (2, 9, 1, 3, 'Någon', '-infinity')$$);

-- E11: unsent, and when; B2: the day it was sent
insert into dispatch (matter_id, number, meeting_id, position, recipient_id, recipient, send_by) values
	(1, 3, 2, 1, 1, 'registrator', null), (1, 4, 2, 1, null, 'Motionären', '2025-04-16'), (1, 5, 1, 2, null, 'Länsstyrelsen', null);
create function pg_temp.on_day(day date) returns table (number integer, state text, decided_on date, recipient text, sent_on date, late boolean, unsent boolean)
language plpgsql
as $$
begin
	perform set_config('governance.as_of', on_day.day::text, true);
	return query select s.number, s.state, s.decided_on, s.recipient, s.sent_on, s.late, s.unsent from dispatch_status s where s.matter_id = 1 order by 1;
end
$$;
create function pg_temp.duties(day date) returns table (duty text)
language plpgsql
as $$
begin
	perform set_config('governance.as_of', duties.day::text, true);
	return query select concat_ws('|', d.rule, d.body_id, d.what, d.object, d.object_id, coalesce(d.due::text, 'no day'), d.ruled_on)
		from dispatch_duty d order by d.ruled_on, d.what;
end
$$;
select * from pg_temp.on_day('2025-03-11');
select * from pg_temp.on_day('2025-03-12');
select * from pg_temp.on_day('2025-04-09');
select * from pg_temp.on_day('2025-04-16');
select * from pg_temp.on_day('2025-04-17');
select * from pg_temp.duties('2025-03-11');
select * from pg_temp.duties('2025-04-09');
select * from pg_temp.duties('2025-04-17');
-- sent on the last day, and late
update dispatch set sent_on = '2025-04-16' where number = 4;
select number, late from pg_temp.on_day('2025-05-01') where number = 4;
update dispatch set sent_on = '2025-04-17' where number = 4;
select number, late from pg_temp.on_day('2025-05-01') where number = 4;
-- a decision that was withdrawn later was due until then
insert into decision (meeting_id, position, kind, text, withdrawn_at) values (1, 2, 'opinion', 'Återtaget', '2025-03-14 12:00');
select number, state from pg_temp.on_day('2025-03-13') where number = 5;
select number, state from pg_temp.on_day('2025-03-14') where number = 5;
-- what is open is found without the others
insert into dispatch (matter_id, number, meeting_id, position, recipient, sent_on)
select 1, n, 2, 1, 'Någon', date '2025-04-10' + n % 200 from generate_series(10, 3000) n;
analyze dispatch;
set governance.as_of = '2026-01-01';
\i :srcdir/data/reads_all.sql
select pg_temp.reads_all('select * from dispatch_duty', 'dispatch'), pg_temp.reads_all('select * from dispatch_status', 'dispatch') as status_does;
drop schema dispatch cascade;
