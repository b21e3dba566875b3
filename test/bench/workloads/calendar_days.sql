-- What one would write without calendar functions: tables of the holidays and
-- of the working days of all years, and of the days that questions are about.
--
-- Variables: questions, how many days.
create table holiday (day date primary key);
create table workday (day date primary key, number integer unique);
insert into holiday
select day::date from generate_series(date '1990-01-01', '2199-12-31', '1 day') day
where extract(isodow from day) < 6 and not governance.is_working_day(day::date);
insert into workday
select c.day::date, row_number() over (order by c.day)
from generate_series(date '1990-01-01', '2199-12-31', '1 day') c (day)
where extract(isodow from c.day) < 6 and not exists (select from holiday h where h.day = c.day::date);
-- each day with the number of the last working day up to it
create table numbered (day date primary key, number integer not null);
insert into numbered
select c.day::date, count(w.day) over (order by c.day)
from generate_series(date '1990-01-01', '2199-12-31', '1 day') c (day) left join workday w on w.day = c.day::date;

select setseed(0.42);
create table question as
select day, day + floor(random() * 365)::integer as later, 1 + floor(random() * 30)::integer as days
from (select date '2000-01-01' + floor(random() * 20000)::integer as day from generate_series(1, :questions) offset 0) q;
vacuum analyze;
