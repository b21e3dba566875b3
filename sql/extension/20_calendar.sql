-- The Swedish calendar: Public Holidays Act (lag 1989:253), Act on computation
-- of time (lag 1930:173).  Years 1990-2199; any other day is error 22008.

create function governance.is_holiday(day date)
	returns boolean
	as 'MODULE_PATHNAME', 'governance_is_holiday'
	language c immutable strict parallel safe;
comment on function governance.is_holiday(date) is
	'whether the day is a public holiday (allmän helgdag), as every Sunday is; 1 § lag (1989:253) om allmänna helgdagar';

create function governance.holiday_name(day date)
	returns text
	as 'MODULE_PATHNAME', 'governance_holiday_name'
	language c immutable strict parallel safe;
comment on function governance.holiday_name(date) is
	'Swedish name of the public holiday (allmän helgdag), "söndag" for a Sunday without a name of its own, null for other days; 2 § lag (1989:253)';

create function governance.is_working_day(day date)
	returns boolean
	as 'MODULE_PATHNAME', 'governance_is_working_day'
	language c immutable strict parallel safe;
comment on function governance.is_working_day(date) is
	'whether the day is a working day (arbetsdag): Monday to Friday, no holiday, not Midsummer Eve, Christmas Eve or New Year''s Eve';

create function governance.add_working_days(day date, n integer)
	returns date
	as 'MODULE_PATHNAME', 'governance_add_working_days'
	language c immutable strict parallel safe;
comment on function governance.add_working_days(date, integer) is
	'the n-th working day (arbetsdag) after the day, or before it where n is negative; the day itself, working or not, where n is 0';

create function governance.working_days_between("from" date, "to" date)
	returns integer
	as 'MODULE_PATHNAME', 'governance_working_days_between'
	language c immutable strict parallel safe;
comment on function governance.working_days_between(date, date) is
	'number of working days (arbetsdagar) after the first day up to and including the second; in reverse order the same number, negative';

-- With a registry's further days off.  These are not strict: a null array, as
-- array_agg makes of an empty table, means that there are none.

create function governance.is_working_day(day date, extra date[])
	returns boolean
	as 'MODULE_PATHNAME', 'governance_is_working_day'
	language c immutable parallel safe;
comment on function governance.is_working_day(date, date[]) is
	'whether the day is a working day (arbetsdag) and none of the extra days off; a null array means no extra days';

create function governance.add_working_days(day date, n integer, extra date[])
	returns date
	as 'MODULE_PATHNAME', 'governance_add_working_days'
	language c immutable parallel safe;
comment on function governance.add_working_days(date, integer, date[]) is
	'the n-th working day (arbetsdag) after or before the day, the extra days off not counted; a null array means no extra days';

create function governance.working_days_between("from" date, "to" date, extra date[])
	returns integer
	as 'MODULE_PATHNAME', 'governance_working_days_between'
	language c immutable parallel safe;
comment on function governance.working_days_between(date, date, date[]) is
	'number of working days (arbetsdagar) after the first day up to and including the second, the extra days off not counted; a null array means no extra days';

create function governance.latest_notice(meeting date, working_days integer,
		clear_days boolean default false, extra date[] default null)
	returns date
	as 'MODULE_PATHNAME', 'governance_latest_notice'
	language c immutable parallel safe;
comment on function governance.latest_notice(date, integer, boolean, date[]) is
	'last day for a notice due at the latest so many working days (arbetsdagar) before the meeting; with clear_days so many whole working days lie between; never moved forward';

create function governance.statutory_deadline(start date, period interval)
	returns date
	as 'MODULE_PATHNAME', 'governance_statutory_deadline'
	language c immutable strict parallel safe;
comment on function governance.statutory_deadline(date, interval) is
	'last day of a statutory period (lagstadgad tid) of whole days, weeks, months or years; a missing day becomes the end of the month, a Saturday, Sunday, holiday or eve moves to the next weekday; 1 and 2 §§ lag (1930:173)';
