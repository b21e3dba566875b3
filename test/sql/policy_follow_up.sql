-- Following up a policy: what is due, how it stands, which main areas of the
-- committee are covered (rules.md A1, A2, B8, B9, F).
\set registry policy_follow_up
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql

insert into body (id, name, kind, parent_id, founded_by, valid) values
	(3, 'Arbetsmarknadsnämnden', 'board', null, 'Kommunfullmäktige', '(,)'),
	(4, 'Svenska Bostäder', 'company', null, null, '(,)');
insert into matter (id, body_id, title, opened_on) values (1, 1, 'Policy', '2024-01-07');
insert into policy_document (matter_id, domain, title, adopted_by_id, valid, followed_up_by_id)
values (1, 'integration', 'Integrationspolicy', 1, '[2025-01-01,)', 2);

-- A2: the four main areas whose goals have no values yet
insert into goal (matter_id, number, text, main_area)
select 1, n, 'Huvudområde ' || n, n from generate_series(1, 4) n;
select area, goals, indicators, status, citation from area_status_as_of('2025-01-01') where body_id = 2;

insert into area_set (id, name) values (1, 'Stadsdelsområden');
insert into area values (1, 'RI', 'Rinkeby'), (1, 'OM', 'Östermalm');
insert into indicator (matter_id, number, goal, name, unit, area_set_id, group_a, group_b, baseline, baseline_on, baseline_source, target, target_on, every_months) values
	(1, 1, 1, 'Jobb genom samverkan', 'procent', 1, 'inrikes födda', 'utrikes födda', 30, '2024-12-31', 'SCB', 60, '2034-12-31', 12),
	(1, 2, 2, 'Arbetslösa', 'procent', null, null, null, 10, '2024-12-31', 'SCB', 5, '2025-12-31', null),
	(1, 3, 3, 'Nöjda med dialogen', 'procent', null, null, null, null, null, null, null, null, null);
insert into activity (matter_id, number, goal, text, responsible_id, valid, due_on, done_on) values
	(1, 1, 1, 'Jobbtorg', 3, '[2025-01-01,)', '2025-06-30', null),
	(1, 2, 1, 'Trygghetsvandring', 4, '[2025-01-01,)', '2025-06-30', '2025-06-30'),
	(1, 3, 2, 'Språkkaféer', null, '[2025-03-01,)', null, null);
insert into follow_up (matter_id, number, period, due_on, responsible_id, done_on, assessment) values
	(1, 1, '[2025-01-01,2025-07-01)', '2025-09-01', 2, '2025-09-02', 'Ökar för sakta'),
	(1, 2, '[2025-07-01,2026-01-01)', '2026-02-01', 2, null, null);
insert into measurement (matter_id, indicator, number, measured_on, area_set_id, area_code, group_name, value) values
	(1, 1, 1, '2024-12-31', null, null, null, 30), (1, 1, 2, '2025-12-31', null, null, null, 33),
	(1, 1, 3, '2024-12-31', 1, 'RI', null, 20), (1, 1, 4, '2024-12-31', 1, 'OM', null, 50),
	(1, 1, 5, '2025-12-31', 1, 'RI', null, 26), (1, 1, 6, '2025-12-31', 1, 'OM', null, 51),
	(1, 1, 7, '2025-12-31', null, null, 'inrikes födda', 45), (1, 1, 8, '2025-12-31', null, null, 'utrikes födda', 22.5),
	(1, 2, 1, '2025-12-30', null, null, null, 5), (1, 2, 2, '2025-12-31', null, null, null, 5.01);

-- progress: on course exactly where the line is, falling targets too
set governance.as_of = '2025-12-31';
select indicator, area_code, group_name, value, change, change_a_year, round(expected, 4) as expected, on_course, arithmetic
from indicator_progress order by 1, 2 nulls first, 3 nulls first;
set governance.as_of = '2025-12-30';
select indicator, value, round(expected, 4) as expected, on_course from indicator_progress where area_code is null order by 1;
set governance.as_of = '2025-12-31';
select indicator, between_what, part, measured_on, high, high_value, low, low_value, gap, relative_gap, change, narrower
from indicator_gap order by 1, 2, 3 nulls first, 4;

-- the policy as a whole, and whose it is
select title, goals, indicators, measured, on_course, off_course, activities, activities_done, activities_late,
	follow_ups, follow_ups_done, follow_ups_late, last_follow_up, funded from policy_status;
select body, goals, activities, activities_done, activities_late, follow_ups_late from policy_responsibility order by body collate "C";
select area, goals, activities, activities_done, indicators, indicators_with_baseline, indicators_measured, status from area_status where body_id = 2;

-- A1: items by area
select pg_temp.meeting(1, '2025-03-12', 3) \g /dev/null
update agenda_item set area = 3 where meeting_id = 1 and position < 3;
select area, items, items_last_year from area_status where body_id = 2;
set governance.as_of = '2026-03-12';
select area, items, items_last_year from area_status where body_id = 2 and items > 0;

-- what is due: B8 goal 4 has no indicator; the last day, the day after
create function pg_temp.due(day date) returns table (rule text, body text, what text, due date) language plpgsql as $$
begin
	perform set_config('governance.as_of', day::text, true);
	return query select d.rule, b.name, d.what, d.due from policy_duty d join body b on b.id = d.body_id
		order by d.rule collate "C", d.object_id, d.what collate "C";
end
$$;
select * from pg_temp.due('2025-01-01');
select * from pg_temp.due('2025-06-30');
select * from pg_temp.due('2025-09-02');
select * from pg_temp.due('2026-12-31');
-- nothing is due of a policy that is in force no longer, but what was planned to be followed up
update policy_document set valid = '[2025-01-01,2026-01-01)';
select * from pg_temp.due('2026-12-31');

-- B9: to be reported during 2005: the last day of it, and the day after
insert into matter (id, body_id, title, opened_on) values (2, 1, 'Riktlinjer och nyckeltal', '2004-12-22');
insert into policy_document (matter_id, domain, title, adopted_by_id, valid) values (2, 'nyckeltal', 'Riktlinjer', 1, '[2004-12-22,2007-01-01)');
insert into follow_up (matter_id, number, period, due_on, responsible_id) values (2, 1, '[2005-01-01,2006-01-01)', '2005-12-31', 1);
select what, due, days_left, status from todo_as_of('2005-12-31') where rule = 'policy_follow_up';
select what, due, days_left, status from todo_as_of('2006-01-01') where rule = 'policy_follow_up';
update follow_up set done_on = '2006-01-01', assessment = 'Redovisat' where matter_id = 2;
select count(*) from todo_as_of('2006-01-01') where rule = 'policy_follow_up' and object_id = 2;
select follow_ups_done, follow_ups_late from policy_status_as_of('2006-01-01') where matter_id = 2;
drop schema policy_follow_up cascade;
