-- Assignments: what is due, and what they do not say (rules.md C7, C9, E4, E7,
-- E12).  They leave duties; no rule refuses them.
\set registry assignments
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql
insert into body (id, name, kind) values (3, 'Kommunfullmäktige', 'council'), (6, 'Kommunledningskontoret', 'unit');
insert into body (id, name, kind) values (4, 'Utbildningsnämnden', 'board'), (5, 'Kultur- och fritidsnämnden', 'board');

insert into matter (id, body_id, number, title, opened_on) values
	(1, 1, 'KS 2017/243', 'Tillfällig parlamentarisk arbetsgrupp', '2017-11-29'),
	(2, 1, 'KS 2016/36', 'Integrationsråd', '2016-02-15');
create function pg_temp.duties(day date) returns table (due date, days_left integer, duty text)
language plpgsql
as $$
begin
	perform set_config('governance.as_of', duties.day::text, true);
	return query select d.due, d.due - duties.day, concat_ws('|', d.rule, d.body_id, d.what, d.object, d.object_id, d.ruled_on)
		from assignment_duty d order by d.due, d.rule, d.body_id, d.what;
end
$$;
create function pg_temp.status(day date) returns table (matter_id bigint, number integer, bodies bigint[], reports integer, last_reported_on date, report_by date, done_on date, late boolean, report_late boolean, open boolean)
language plpgsql
as $$
begin
	perform set_config('governance.as_of', status.day::text, true);
	return query select s.matter_id, s.number, s.bodies, s.reports, s.last_reported_on, s.report_by, s.done_on, s.late, s.report_late, s.open
		from assignment_status s order by 1, 2;
end
$$;

-- E4: a proposal for the regulation of the group, with fees, during January 2018
insert into assignment (matter_id, number, text, given_by_id, given_on, due_on, support_id, financing) values
	(1, 1, 'ta fram förslag till reglemente, inklusive arvodering', 3, '2017-12-13', '2018-01-31', 6, 'flerårsstrategi 2018-2020');
insert into assignment_body values (1, 1, 1);
select * from pg_temp.duties('2017-12-12');
select * from pg_temp.duties('2017-12-13');
select * from pg_temp.duties('2018-01-31');
select * from pg_temp.duties('2018-02-01');
select * from pg_temp.status('2018-01-31');
select * from pg_temp.status('2018-02-01');
-- done on the last day, and on the day after
update assignment set done_on = '2018-01-31' where number = 1;
select * from pg_temp.status('2018-02-01');
update assignment set done_on = '2018-02-01' where number = 1;
select * from pg_temp.status('2018-01-31');
select * from pg_temp.status('2018-02-01');
select * from pg_temp.duties('2018-01-31');
select * from pg_temp.duties('2018-02-01');

-- E12: a directed assignment to two boards, each of which answers for it; to none
insert into assignment (matter_id, number, text, given_by_id, given_on, support_id, financing) values
	(1, 2, 'öka andelen i arbete genom samverkan', 3, '2018-03-01', 6, 'inom ram');
select * from pg_temp.duties('2018-03-01');
insert into assignment_body values (1, 2, 4), (1, 2, 5);
select * from pg_temp.duties('2018-03-01');
update assignment set done_on = '2018-03-01' where number = 2;
select * from pg_temp.duties('2018-03-01');

-- E7: support and financing that are not stated; blanks state nothing
insert into assignment (matter_id, number, text, given_by_id, given_on, due_on, financing) values
	(1, 3, 'bistå arbetsgruppen', 3, '2018-04-01', '2018-08-31', ' ');
insert into assignment_body values (1, 3, 1);
select * from pg_temp.duties('2018-04-01');
update assignment set financing = '0 kr', support_id = 6 where number = 3;
select * from pg_temp.duties('2018-04-01');
update assignment set done_on = '2018-08-31' where number = 3;

-- C7: the project must leave a working model behind by its end
insert into assignment (matter_id, number, text, given_by_id, given_on, due_on, support_id, financing) values
	(2, 1, 'VIDA: en fungerande modell', 1, '2016-08-15', '2019-02-15', 6, 'statsbidrag');
insert into assignment_body values (2, 1, 4);
select * from pg_temp.duties('2019-02-15');
select * from pg_temp.duties('2019-02-16');
select matter_id, number, late, open from pg_temp.status('2019-02-16') where matter_id = 2;

-- C9: information to the board continuously, here each quarter, and with the
-- accounts once a year: due again from the last report
insert into assignment (matter_id, number, text, given_by_id, given_on, every_months, support_id, financing) values
	(2, 2, 'löpande information till styrelsen', 1, '2016-11-30', 3, 6, 'inom ram'),
	(2, 3, 'information i samband med bokslut', 1, '2016-11-30', 12, 6, 'inom ram');
insert into assignment_body values (2, 2, 4), (2, 3, 4);
update assignment set done_on = '2017-02-01' where matter_id = 2 and number = 1;
-- three months from 30 November end with February
select * from pg_temp.duties('2017-02-28');
select * from pg_temp.duties('2017-03-01');
select matter_id, number, report_by, late, report_late from pg_temp.status('2017-03-01') where matter_id = 2;
insert into assignment_report values (2, 2, '2017-02-28'), (2, 3, '2017-11-30');
select * from pg_temp.duties('2017-02-27');
select * from pg_temp.duties('2017-02-28');
select * from pg_temp.duties('2017-11-30');
-- also by the end of a project that is to be done as well
update assignment set every_months = 6, done_on = null where matter_id = 2 and number = 1;
select * from pg_temp.duties('2017-02-28') where duty like '%VIDA%';
-- what is done is reported no more
update assignment set done_on = '2017-12-01' where matter_id = 2;
select * from pg_temp.status('2017-12-01') where matter_id = 2;
select * from pg_temp.duties('2017-12-01') where duty like '%KS 2016/36%';

-- the provisions that todo cites
select k.kind, r.rule, s.citation
from (values (1, 'executive_board'), (3, 'council'), (4, 'board'), (2, 'committee')) k(body, kind)
cross join (values ('dispatch_sent'), ('assignment_done'), ('assignment_reported'), ('assignment_accountable'), ('assignment_supported'), ('assignment_financed')) r(rule)
join lateral setting_on(k.body, '2018-01-31', r.rule) s on true
order by 1, 2;

-- structure: what no history can be
select pg_temp.try($$insert into assignment (matter_id, number, text, given_by_id, given_on, due_on) values (1, 9, 'x', 3, '2018-01-02', '2018-01-01')$$);
select pg_temp.try($$insert into assignment (matter_id, number, text, given_by_id, given_on, done_on) values (1, 9, 'x', 3, '2018-01-02', '2018-01-01')$$);
select pg_temp.try($$insert into assignment (matter_id, number, text, given_by_id, given_on, every_months) values (1, 9, 'x', 3, '2018-01-02', 0)$$);
select pg_temp.try($$insert into assignment (matter_id, number, text, given_by_id, given_on, meeting_id) values (1, 9, 'x', 3, '2018-01-02', 1)$$);
select pg_temp.try($$insert into assignment_body values (1, 3, 1)$$);

-- what is asked of many is found by what is open
insert into assignment (matter_id, number, text, given_by_id, given_on, done_on)
select 2, n, 'avslutat', 1, '2017-01-01', date '2017-01-02' + n % 300 from generate_series(10, 5000) n;
analyze assignment;
\i :srcdir/data/reads_all.sql
set governance.as_of = '2026-01-01';
select pg_temp.reads_all('select * from assignment_duty', 'assignment'), pg_temp.reads_all('select * from assignment_status', 'assignment') as status_does;
drop schema assignments cascade;
