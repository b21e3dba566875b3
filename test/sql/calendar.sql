-- The Swedish calendar: holidays, working days, statutory deadlines.
\set VERBOSITY default
\set SHOW_CONTEXT never
\pset null '(null)'
set client_min_messages = warning;
create extension if not exists governance cascade;
set datestyle = iso, ymd;
set intervalstyle = postgres;
set client_encoding = utf8;
set search_path = governance, public;

-- What a statement that must fail says.
create function pg_temp.failure(statement text) returns text
	language plpgsql as $$
declare
	message text;
	detail text;
	hint text;
begin
	execute statement;
	return 'NO ERROR';
exception when others then
	get stacked diagnostics message = message_text,
		detail = pg_exception_detail, hint = pg_exception_hint;
	return concat_ws(E'\n', sqlstate || ': ' || message,
		'detail: ' || nullif(detail, ''), 'hint: ' || nullif(hint, ''));
end $$;

-- Whether each day gives what it should; prints only what does not.
create function pg_temp.deadline_misses(cases text[][])
	returns table (start date, period interval, should_be date, is date)
	language sql as $$
	select c.start, c.period, c.due, statutory_deadline(c.start, c.period)
	from (select cases[i][1]::date as start, cases[i][2]::interval as period,
			cases[i][3]::date as due
		from generate_subscripts(cases, 1) i) c
	where c.due is distinct from statutory_deadline(c.start, c.period)
$$;


--
-- Holidays
--

-- one whole year
select d::date as day, to_char(d, 'Dy') as weekday, holiday_name(d::date)
from generate_series(date '2025-01-01', '2025-12-31', interval '1 day') d
where holiday_name(d::date) <> 'söndag'
order by d;
select count(*) as plain_sundays
from generate_series(date '2025-01-01', '2025-12-31', interval '1 day') d
where holiday_name(d::date) = 'söndag' and extract(isodow from d) = 7;

-- Whit Monday until 2004, National Day from 2005
select day, is_holiday(day), holiday_name(day), is_working_day(day)
from unnest('{2003-06-06, 2004-05-30, 2004-05-31, 2005-05-15,
	2005-05-16, 2005-06-06, 2006-06-06, 2024-06-06}'::date[]) day;

-- earliest and latest Easter of the period, each with the days that hang on it
select day - easter as from_easter, day, holiday_name(day), is_working_day(day)
from (values (date '2008-03-23'), (date '2038-04-25'), (date '2160-03-23'),
	(date '2190-04-25')) e(easter),
	unnest(array[easter - 3, easter - 2, easter - 1, easter, easter + 1,
		easter + 2, easter + 38, easter + 39, easter + 40, easter + 49,
		easter + 50]) day
order by easter, day;

-- Midsummer: 20 and 26 June, the first and the last possible Saturday
select day, to_char(day, 'Dy') as weekday, holiday_name(day), is_working_day(day)
from unnest('{1992-06-18, 1992-06-19, 1992-06-20, 1992-06-27,
	2020-06-19, 2020-06-20, 2021-06-19, 2021-06-24, 2021-06-25, 2021-06-26}'::date[]) day;

-- All Saints': 31 October and 6 November
select day, to_char(day, 'Dy') as weekday, holiday_name(day), is_working_day(day)
from unnest('{2020-10-30, 2020-10-31, 2020-11-07, 2021-10-30,
	2021-11-05, 2021-11-06}'::date[]) day;

-- Christmas and New Year: eves are no holidays and no working days
select day, to_char(day, 'Dy') as weekday, is_holiday(day), holiday_name(day),
	is_working_day(day)
from generate_series(date '2025-12-22', '2026-01-07', interval '1 day') d,
	date(d) day;

-- a named holiday on a Sunday keeps its name; two on one day are both named
select day, holiday_name(day)
from unnest('{2021-12-26, 2022-05-01, 2023-01-01, 2008-05-01,
	2049-06-06, 2160-05-01}'::date[]) day;

-- an Easter Eve or Whitsun Eve is a Saturday, no holiday
select day, is_holiday(day), holiday_name(day), is_working_day(day)
from unnest('{2025-04-19, 2025-06-07}'::date[]) day;

-- All days of 1990-2199 against a computation of its own, with Gauss's Easter.
create temporary table known_holiday as
with easter_number as (
	select y, y % 19 as a, y % 4 as b, y % 7 as c,
		(15 - (13 + 8 * (y / 100)) / 25 + y / 100 - y / 400) % 30 as m,
		(4 + y / 100 - y / 400) % 7 as n
	from generate_series(1990, 2199) y),
full_moon as (
	select y, a, b, c, m, n, (19 * a + m) % 30 as d from easter_number),
next_sunday as (
	select y, a, m, d, (2 * b + 4 * c + 6 * d + n) % 7 as e from full_moon),
easter as (
	select y, make_date(y, 3, 22) + d + e
		- case when d = 29 and e = 6
				or d = 28 and e = 6 and (11 * m + 11) % 30 < 19
			then 7 else 0 end as sunday
	from next_sunday)
select day, string_agg(name, ' och ' order by place) as name
from (
	select make_date(y, f.month, f.day) as day, f.name, f.place
	from generate_series(1990, 2199) y, (values
		(1, 1, 'nyårsdagen', 1), (1, 6, 'trettondedag jul', 2),
		(5, 1, 'första maj', 3), (6, 6, 'nationaldagen', 6),
		(12, 25, 'juldagen', 9), (12, 26, 'annandag jul', 10))
		f(month, day, name, place)
	where name <> 'nationaldagen' or y > 2004
	union all
	select sunday + m.offs, m.name, m.place
	from easter, (values
		(-2, 'långfredagen', 2), (0, 'påskdagen', 2), (1, 'annandag påsk', 2),
		(39, 'Kristi himmelsfärdsdag', 4), (49, 'pingstdagen', 5),
		(50, 'annandag pingst', 5)) m(offs, name, place)
	where name <> 'annandag pingst' or y < 2005
	union all
	select d::date, 'midsommardagen', 7
	from generate_series(date '1990-01-01', '2199-12-31', interval '1 day') d
	where to_char(d, 'MMDD') between '0620' and '0626'
		and extract(isodow from d) = 6
	union all
	select d::date, 'alla helgons dag', 8
	from generate_series(date '1990-01-01', '2199-12-31', interval '1 day') d
	where to_char(d, 'MMDD') between '1031' and '1106'
		and extract(isodow from d) = 6
	) named
group by day;

create temporary table known_day as
select d::date as day,
	coalesce(h.name, case when extract(isodow from d) = 7 then 'söndag' end)
		as holiday,
	extract(isodow from d) < 6 and h.name is null
		and to_char(d, 'MMDD') not in ('1224', '1231')
		and not (extract(isodow from d) = 5
			and to_char(d, 'MMDD') between '0619' and '0625') as working
from generate_series(date '1990-01-01', '2199-12-31', interval '1 day') d
	left join known_holiday h on h.day = d::date;

select count(*) as days, count(holiday) as holidays,
	count(*) filter (where working) as working_days,
	count(*) filter (where is_holiday(day) is distinct from (holiday is not null))
		as other_holiday,
	count(*) filter (where holiday_name(day) is distinct from holiday)
		as other_name,
	count(*) filter (where is_working_day(day) is distinct from working)
		as other_working_day
from known_day;

-- where those days coincide, and the span of Easter, read by a human
select day, name from known_holiday where name like '% och %' order by day;
select min(to_char(day, 'MM-DD')) as earliest, max(to_char(day, 'MM-DD')) as latest
from known_day where holiday_name(day) = 'påskdagen';


--
-- Working days
--

select n, add_working_days('2025-12-23', n) as from_tuesday,
	add_working_days('2025-12-27', n) as from_saturday
from generate_series(-3, 5) n;

-- the first day is not counted, the last one is; a day off adds nothing
select working_days_between('2025-12-23', '2025-12-29') as over_christmas,
	working_days_between('2025-12-29', '2025-12-23') as reversed,
	working_days_between('2025-12-24', '2025-12-28') as nothing,
	working_days_between('2025-12-23', '2025-12-23') as same_day,
	working_days_between('2025-12-27', '2025-12-29') as from_saturday,
	working_days_between('2025-12-29', '2026-01-10') as to_saturday,
	working_days_between('2024-12-31', '2025-12-31') as in_2025;

-- the whole calendar, in both directions
select working_days_between('1990-01-01', '2199-12-31') as all_days,
	working_days_between('2199-12-31', '1990-01-01') as reversed,
	(select count(*) from known_day where working) as counted,
	add_working_days('1990-01-01', 52743) as last_one,
	add_working_days('2199-12-31', -52743) as first_one;

-- Counting and adding undo each other, and both agree with counted rows, on
-- random days with random extra days off.  Every count of misses must be 0.
select setseed(0.1989253);
create temporary table trial as
select *, array(select day + (random() * 300)::int - 150
	from generate_series(1, 12)) as extra
from (select date '1992-01-01' + (random() * 74000)::int as day,
		date '1992-01-01' + (random() * 74000)::int as other_day,
		(random() * 400)::int - 200 as n
	from generate_series(1, 2000)) t;
select count(*) as trials,
	count(*) filter (where n > 0
		and working_days_between(day, add_working_days(day, n)) <> n)
		as forward,
	count(*) filter (where n < 0
		and working_days_between(add_working_days(day, n) - 1, day - 1) <> -n)
		as backward,
	count(*) filter (where is_working_day(day)
		and add_working_days(add_working_days(day, n), -n) <> day)
		as there_and_back,
	count(*) filter (where working_days_between(day, other_day)
		<> -working_days_between(other_day, day)) as not_antisymmetric,
	count(*) filter (where n <> 0
		and not is_working_day(add_working_days(day, n))) as on_a_day_off,
	count(*) filter (where n > 0 and working_days_between(day,
		add_working_days(day, n, extra), extra) <> n) as forward_extra,
	count(*) filter (where n < 0 and working_days_between(
		add_working_days(day, n, extra) - 1, day - 1, extra) <> -n)
		as backward_extra
from trial;
select count(*) filter (where working_days_between(t.day, t.day + abs(t.n), extra)
		<> (select count(*) from known_day k
			where k.working and k.day > t.day and k.day <= t.day + abs(t.n)
				and k.day <> all (extra))) as other_than_counted
from (select * from trial limit 100) t;

-- extra days off: order and repetition do not matter, a day that is off anyway
-- changes nothing
select is_working_day('2025-05-30') as plain,
	is_working_day('2025-05-30', '{2025-05-30}') as bridge_day,
	is_working_day('2025-05-30', '{2025-06-05, 2025-05-30, 2025-05-02}')
		as unordered,
	is_working_day('2025-05-28', '{2025-05-30}') as other_day,
	is_working_day('2025-06-01', '{2025-05-30}') as sunday,
	is_working_day('2025-05-30', '{-infinity, 1900-01-01, 2300-01-01, infinity}')
		as far_away;
select add_working_days('2025-05-28', 1) as plain,
	add_working_days('2025-05-28', 1, '{2025-05-30}') as forward,
	add_working_days('2025-06-02', -1, '{2025-05-30}') as backward,
	add_working_days('2025-05-28', 2, '{2025-06-02, 2025-05-30, 2025-05-30}')
		as unordered,
	add_working_days('2025-05-30', 0, '{2025-05-30}') as zero;
select working_days_between('2025-05-28', '2025-06-04') as plain,
	working_days_between('2025-05-28', '2025-06-04', '{2025-05-30}') as one,
	working_days_between('2025-06-04', '2025-05-28', '{2025-05-30}') as reversed,
	working_days_between('2025-05-28', '2025-06-04',
		'{2025-06-01, 2025-05-30, 2025-05-30}') as repeated,
	working_days_between('2025-05-28', '2025-06-04', '{2025-05-28}') as on_the_first;

-- a registry without extra days: array_agg gives null, array() gives {}
select is_working_day('2025-05-30', null) as agg,
	is_working_day('2025-05-30', '{}') as empty,
	add_working_days('2025-05-28', 1, null) as agg,
	working_days_between('2025-05-28', '2025-06-04', null) as agg,
	latest_notice('2025-03-12', 3, false, null) as agg;


--
-- Latest notice (A15, I10): on or before the N-th working day before
--

select meeting, to_char(meeting, 'Dy') as weekday,
	latest_notice(meeting, 3), latest_notice(meeting, 3, clear_days => true)
		as clear_days
from unnest('{2025-03-12, 2025-06-25, 2026-01-02, 2026-04-07,
	2025-03-13, 2025-03-16}'::date[]) meeting;
select latest_notice('2025-06-03', 3) as plain,
	latest_notice('2025-06-03', 3, extra => '{2025-05-30}') as bridge_day,
	latest_notice('2025-06-03', 3, true, '{2025-05-30}') as clear_days,
	latest_notice('2025-06-03', 0) as none,
	latest_notice('2025-06-03', 0, true) as none_clear;


--
-- Statutory deadlines
--

-- attested within 14 days (L18), announced the second day (L19), appeal within
-- three weeks (L24), motions within a year (C1, E1), the Act's own edges (D)
select start, period, statutory_deadline(start, period),
	to_char(statutory_deadline(start, period), 'Dy') as weekday
from (values
	(date '2025-12-10', interval '14 days'),
	('2025-06-05', '2 days'),
	('2025-12-03', '3 weeks'),
	('2016-02-15', '1 year'),
	('2017-11-29', '1 year'),
	('2016-02-29', '1 year'),
	('2016-02-29', '4 years'),
	('2020-12-31', '0 days'),
	('2019-12-31', '1 year'),
	('2025-01-31', '1 month'),
	('2024-01-31', '1 month'),
	('2025-03-31', '6 months'),
	('2025-12-31', '2 months'),
	('2025-08-31', '1 mon 14 days')) c(start, period);

-- each kind of day off moves to the next weekday; prints what is not as it
-- should be
select * from pg_temp.deadline_misses('{
	{2025-03-14, 1 day,   2025-03-17},
	{2025-03-15, 1 day,   2025-03-17},
	{2025-03-16, 1 day,   2025-03-17},
	{2025-12-31, 1 day,   2026-01-02},
	{2026-01-05, 1 day,   2026-01-07},
	{2026-04-02, 1 day,   2026-04-07},
	{2026-04-05, 1 day,   2026-04-07},
	{2025-04-30, 1 day,   2025-05-02},
	{2025-05-28, 1 day,   2025-05-30},
	{2004-05-28, 1 day,   2004-06-01},
	{2005-05-13, 1 day,   2005-05-16},
	{2024-06-05, 1 day,   2024-06-07},
	{2003-06-05, 1 day,   2003-06-06},
	{2025-06-19, 1 day,   2025-06-23},
	{2025-10-31, 1 day,   2025-11-03},
	{2024-12-23, 1 day,   2024-12-27},
	{2025-12-23, 1 day,   2025-12-29},
	{2024-12-30, 1 day,   2025-01-02},
	{2021-12-23, 1 day,   2021-12-27},
	{2027-12-23, 1 day,   2027-12-27},
	{2025-03-11, 1 day,   2025-03-12},
	{2024-02-29, 12 months, 2025-02-28},
	{2025-02-28, 1 month, 2025-03-28},
	{1990-01-01, 0 days,  1990-01-02}}');

-- weeks end on the same weekday, where that is a working day
select count(*) as weeks,
	count(*) filter (where extract(isodow from statutory_deadline(day, interval '3 weeks'))
		<> extract(isodow from day)) as other_weekday
from known_day
where day between '1990-01-01' and '2199-11-30' and is_working_day(day + 21);

-- a deadline is never earlier than the period, never on a day off, and never
-- later than the next working day; months agree with the server's own
select count(*) as deadlines,
	count(*) filter (where due <> (select min(k.day) from known_day k
		where k.working and k.day >= (t.day + period)::date)) as other
from (select day, make_interval(months => abs(n)) as period,
		statutory_deadline(day, make_interval(months => abs(n))) as due
	from trial where day < '2180-01-01' limit 300) t;


--
-- The calendar's ends, infinity, null, and what is refused
--

select is_holiday('1990-01-01'), is_holiday('2199-12-29'), is_working_day('2199-12-31'),
	holiday_name('1990-01-01'), add_working_days('1990-01-01', 0) as first_day,
	add_working_days('2199-12-30', 0) as last_day,
	working_days_between('2199-12-29', '2199-12-31') as last_days;
select is_holiday(null), holiday_name(null), is_working_day(null),
	is_working_day(null, '{}') as extra, add_working_days('2025-01-01', null),
	working_days_between(null, '2025-01-01'), statutory_deadline('2025-01-01', null);
select add_working_days(null, 1, '{}'), add_working_days('2025-01-01', null, '{}'),
	working_days_between('2025-01-01', null, '{}'), latest_notice(null, 3),
	latest_notice('2025-01-01', null), latest_notice('2025-01-01', 3, null);

\pset format unaligned
\pset tuples_only on
select c || E'\n' || pg_temp.failure(c) || E'\n'
from unnest(array[
	$$select is_holiday('1989-12-31')$$,
	$$select is_holiday('2200-01-01')$$,
	$$select is_holiday('infinity')$$,
	$$select is_holiday('0044-03-15 BC')$$,
	$$select is_holiday('5874897-12-31')$$,
	$$select holiday_name('-infinity')$$,
	$$select is_working_day('1989-12-29')$$,
	$$select is_working_day('1989-12-29', '{1989-12-29}')$$,
	$$select is_working_day('2025-05-30', '{2025-05-30, null}')$$,
	$$select add_working_days('1989-12-29', 1)$$,
	$$select add_working_days('1989-12-29', 0)$$,
	$$select add_working_days('1990-01-02', -1)$$,
	$$select add_working_days('2199-12-30', 1)$$,
	$$select add_working_days('2025-01-01', 2147483647)$$,
	$$select add_working_days('2025-01-01', -2147483648)$$,
	$$select add_working_days('infinity', 1)$$,
	$$select working_days_between('1989-12-31', '2025-01-01')$$,
	$$select working_days_between('2025-01-01', '2200-01-01')$$,
	$$select working_days_between('infinity', '-infinity')$$,
	$$select latest_notice('1990-01-02', 1)$$,
	$$select latest_notice('1990-01-01', 0, true)$$,
	$$select latest_notice('2025-01-15', -1)$$,
	$$select latest_notice('2025-01-15', 2147483647)$$,
	$$select statutory_deadline('2025-01-01', '-1 day')$$,
	$$select statutory_deadline('2025-01-01', '1 month -1 day')$$,
	$$select statutory_deadline('2025-01-01', '-1 month 40 days')$$,
	$$select statutory_deadline('2025-01-01', '24 hours')$$,
	$$select statutory_deadline('2025-01-01', '1 day -1 second')$$,
	$$select statutory_deadline('1989-12-31', '1 day')$$,
	$$select statutory_deadline('infinity', '1 day')$$,
	$$select statutory_deadline('2199-12-30', '1 day')$$,
	$$select statutory_deadline('2025-01-01', '200 years')$$,
	$$select statutory_deadline('2025-01-01', '178000000 years')$$,
	$$select statutory_deadline('2199-12-31', '2147483647 months 2147483647 days')$$,
	$$select statutory_deadline('2025-01-01', '2147483647 days')$$
]) c;
\pset tuples_only off
\pset format aligned


--
-- The functions as they are declared
--

select p.oid::regprocedure as function, p.provolatile as volatility,
	p.proparallel as parallel, p.proisstrict as strict,
	obj_description(p.oid, 'pg_proc') is not null as commented
from pg_proc p
where p.pronamespace = 'governance'::regnamespace
	and p.proname ~ '^(is_holiday|holiday_name|is_working_day|add_working_days|working_days_between|latest_notice|statutory_deadline)$'
order by p.proname, p.pronargs;
