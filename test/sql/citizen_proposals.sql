-- Citizen proposals (rules.md L21; KL 5:23, 6:34, 8:1): citizen_proposals,
-- motion_decided, proposal_months, proposal_report_months, motion_duty.
\set registry citizen_proposals
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql
\i :srcdir/data/council.sql
set client_min_messages = error;
insert into matter (id, body_id, title, opened_on) select n, 1, 'Förslag ' || n, '2016-01-01' from generate_series(1, 9) n;
\set raise 'insert into motion (matter_id, kind, council_id, raised_on, decided_by_id) values'

-- L21: only where the council has decided that they may be raised, from that day
select 'L21 ✗ the law alone' as test, pg_temp.try(:'raise' || $$ (1, 'citizen_proposal', 3, '2017-03-01', null)$$);
insert into regulation (id, body_id, title, valid) values (90, 3, 'Arbetsordning för kommunfullmäktige', '[2017-03-01,)');
insert into provision values (90, '9 §', 1, 'Den som är folkbokförd i kommunen får väcka ärenden i fullmäktige (medborgarförslag).');
insert into rule_setting (regulation_id, rule, value, citation) values (90, 'citizen_proposals', 'true', '9 §');
select 'L21 ✗ the day before the council admits them' as test, split_part(pg_temp.try(:'raise' || $$ (1, 'citizen_proposal', 3, '2017-02-28', null)$$), E'\n', 1);
select 'L21 ✓ on that day' as test, pg_temp.try(:'raise' || $$ (1, 'citizen_proposal', 3, '2017-03-01', null)$$);
select 'L21 ✗ it was raised the day before' as test, split_part(pg_temp.try($$update motion set raised_on = '2017-02-28'$$), E'\n', 1);
select 'L21 ✓ by somebody without a seat' as test, pg_temp.try($$insert into motion_mover values (1, 18)$$);
select 'L10 ✗ it was a motion' as test, split_part(pg_temp.try($$update motion set kind = 'motion'$$), E'\n', 1);
select 'L21 ✗ a motion that a board decides' as test, pg_temp.try(:'raise' || $$ (2, 'motion', 3, '2017-03-01', 4)$$);

-- L21: prepared and decided as a motion is, or by the board that the council lets decide it
insert into motion (matter_id, kind, council_id, raised_on, decided_by_id) values
	(2, 'citizen_proposal', 3, '2017-03-01', 4), (3, 'citizen_proposal', 3, '2017-03-01', null), (4, 'citizen_proposal', 3, '2017-03-01', 4);
select pg_temp.hold(1, 4, '2018-02-14', 1, 2, 3);
select pg_temp.hold(2, 3, '2018-02-26', 1, 2);
\set decide 'insert into decision (meeting_id, position, outcome, text) values'
select 'L21 ✗ a board that was not let' as test, pg_temp.try(:'decide' || $$ (1, 1, 'approved', 'Bifalls.')$$);
select 'L21 ✓ the board that was let, without more ado' as test, pg_temp.try(:'decide' || $$ (1, 2, 'approved', 'Bifalls.')$$);
select 'L21 ✗ the council takes it back' as test, split_part(pg_temp.try($$update motion set decided_by_id = null where matter_id = 2$$), E'\n', 1);
select 'L21 ✗ another board was let' as test, split_part(pg_temp.try($$update motion set decided_by_id = 5 where matter_id = 2$$), E'\n', 1);
select 'L20 ✗ the council, unprepared' as test, split_part(pg_temp.try(:'decide' || $$ (2, 1, 'approved', 'Bifalls.')$$), E'\n', 1);
select 'L21 ✓ its claim rests on the board''s decision' as test, pg_temp.try($$
	insert into claim (matter_id, number, text, outcome, meeting_id, position, point) values (2, 1, 'en lekplats', 'approved', 1, 2, 1)$$);
select 'L20 ✗ which writes nothing off' as test, split_part(pg_temp.try($$
	insert into decision (meeting_id, position, point, outcome, text) values (1, 2, 2, 'other', 'Resten avskrivs.');
	insert into claim (matter_id, number, text, outcome, meeting_id, position, point) values (2, 2, 'en bänk', 'written_off', 1, 2, 2)$$), E'\n', 1);
-- a committee is no board, and nobody can delegate a citizen proposal to it (KL 5:23, 6:38)
select 'L21 ✗ handed over to a committee' as test, pg_temp.try($$update motion set decided_by_id = 2 where matter_id = 3$$);
select 'L21 ✓ handed over to the executive board' as test, pg_temp.try($$update motion set decided_by_id = 1 where matter_id = 3$$);
select rule, status, finding from explain_matter(3) where rule = 'motion_decided';

-- L21: within a year, and the council is told each year of what a board has decided
\set duty 'select body_id, rule, due, what, ruled_on from motion_duty where object_id in (1, 2) order by object_id'
set governance.as_of = '2017-02-28';
:duty;
set governance.as_of = '2017-03-01';
:duty;
set governance.as_of = '2018-02-14';
:duty;
set governance.as_of = '2019-02-15';
:duty;
select 'L21 ✗ told before it was raised' as test, pg_temp.try($$update motion set informed_on = '2017-02-28' where matter_id = 2$$);
select 'L21 ✗ told of what the council decides itself' as test, pg_temp.try($$update motion set informed_on = '2018-12-10' where matter_id = 1$$);
update motion set informed_on = '2018-12-10' where matter_id = 2;
set governance.as_of = '2018-12-09';
:duty;
set governance.as_of = '2018-12-10';
:duty;
-- what the board has not decided in time
select body_id, rule, due, what from motion_duty where object_id = 4;
insert into motion_report (matter_id, reported_on) values (4, '2018-03-01');
select body_id, rule, due, what from motion_duty where object_id = 4;
select matter_id, decided_by_id, decide_by, decided_on, decided_in, informed_on, reported_on, report_by, late from motion_status order by 1;
set governance.as_of = '2019-03-01';
select matter_id, report_by, late from motion_status where matter_id = 4;
set governance.as_of = '2019-03-02';
select matter_id, report_by, late from motion_status where matter_id = 4;
reset governance.as_of;

-- the council decides what it had let a board decide: nobody has to be told
insert into decision (meeting_id, position, kind, outcome, text) values (1, 1, 'opinion', 'approved', 'Socialnämnden tillstyrker.');
select pg_temp.hold(4, 1, '2018-05-07', 4);
select pg_temp.hold(5, 3, '2018-05-28', 4);
insert into decision (meeting_id, position, kind, outcome, text) values (4, 1, 'opinion', 'approved', 'Kommunstyrelsen tillstyrker.');
select 'L21 ✓ the council itself' as test, pg_temp.try(:'decide' || $$ (5, 1, 'approved', 'Bifalls.')$$);
select decided_on, decided_in, late from motion_status where matter_id = 4;
select count(*) from motion_duty where object_id = 4;
-- what the rules say of what is stored in the end
\set rules 'citizen_proposals'
\i :srcdir/data/verdicts.sql
drop schema citizen_proposals cascade;
