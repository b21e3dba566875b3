-- Matters: how their rules are asked, whichever side is written, what becomes
-- of a breach, and how it is explained.
\set registry matters
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql

insert into matter (id, body_id, number, title, opened_on) values
	(1, 2, 'KS 2025/1', 'Integrationsråd', '2025-01-07'),
	(2, 2, 'KS 2025/2', 'Skrivelse', '2025-01-08');

-- a change of the matter's own rows
select pg_temp.try($$insert into letter (matter_id, number, body_id, title, dated_on, dispatched_on)
	values (2, 1, 2, 'Till länsstyrelsen', '2025-02-03', '2025-02-04')$$);
insert into letter (matter_id, number, body_id, title, dated_on) values (2, 1, 2, 'Till länsstyrelsen', '2025-02-03');
select id, item, rule, status, finding, citation from explain_matter(2) where rule = 'letter_signed';
select pg_temp.try($$update letter set dispatched_on = '2025-02-04' where matter_id = 2$$);

-- a change of a meeting that handles it
insert into body (id, name, kind) values (3, 'Kommunfullmäktige', 'council');
select pg_temp.meeting(1, '2025-03-12', 2);
update agenda_item set matter_id = 1 where meeting_id = 1 and position = 1;
insert into motion (matter_id, council_id, raised_on) values (1, 3, '2025-01-07');
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'Motionen avslås')$$);
insert into decision (meeting_id, position, text) values (1, 2, 'Annat');
-- and the other way round: the item turns out to be about the motion
select pg_temp.try($$update agenda_item set matter_id = 1 where meeting_id = 1 and position = 2$$);
select pg_temp.try($$insert into decision (meeting_id, position, kind, text) values (1, 1, 'opinion', 'Föreslår avslag')$$);
-- the motion is entered after the decision
insert into matter (id, body_id, title, opened_on) values (3, 2, 'Utan motion', '2025-01-07');
update agenda_item set matter_id = 3 where meeting_id = 1 and position = 2;
select pg_temp.try($$insert into motion (matter_id, council_id, raised_on) values (3, 3, '2025-01-07')$$);

-- what cannot be undone is admitted, at the item
select admit_deviation(1, 2, 'motion_decided', 'Avgjordes av misstag') is not null as admitted;
select pg_temp.try($$insert into motion (matter_id, council_id, raised_on) values (3, 3, '2025-01-07')$$);
select item, rule, status, finding, hint from explain_item(1, 2) e, lateral (select 2 as item) i where rule = 'motion_decided';
select id, item, rule, finding from governance.verify_registry('matters') where rule = 'motion_decided';

-- in the matter itself: the thing with that number in it
select pg_temp.try($$select admit_matter_deviation(2, 1, 'quorum_present', 'x')$$);
select pg_temp.try($$select admit_matter_deviation(9, 1, 'letter_signed', 'x')$$);
select admit_matter_deviation(2, 1, 'letter_signed', 'Skickades osignerad') is not null as admitted;
update letter set dispatched_on = '2025-02-04' where matter_id = 2;
select matter_id, position, rule, reason, citation from deviation where matter_id is not null;
select pg_temp.try($$insert into letter (matter_id, number, body_id, title, dated_on, dispatched_on)
	values (2, 2, 2, 'Till länsstyrelsen', '2025-02-03', '2025-02-04')$$);

-- a statement with rows of several matters
select pg_temp.try($$insert into document (matter_id, number, direction, title, arrived_on)
	select m, n, 'received', 'Handling', case when m < 3 or n < 2 then date '2025-01-09' end
	from generate_series(1, 3) m, generate_series(1, 2) n$$);
select count(*) from document;
drop schema matters cascade;
