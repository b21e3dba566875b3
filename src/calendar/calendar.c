/*
 * calendar.c
 *	  The Swedish calendar: holidays, working days, statutory deadlines.
 *
 * What each day is, is looked up in tables of all days of 1990-2199 that a
 * backend fills once, at its first question (77,000 days, 300 kB, well under a
 * millisecond).  After that a question is a comparison and a load.
 */
#include "postgres.h"
#include "compat.h"

#include "calendar/calendar.h"
#include "datatype/timestamp.h"
#include "miscadmin.h"
#include "utils/datetime.h"

/* 1990-01-01, a Monday, and 2199-12-31 */
#define FIRST_DAY	((DateADT) -3652)
#define LAST_DAY	((DateADT) 73048)
#define DAYS		(LAST_DAY - FIRST_DAY + 1)

#define SATURDAY	5
#define SUNDAY		6

/*
 * The rules, in the order of the year.  A rule names a day of each year (a
 * fixed date, Easter Sunday, or the first Saturday from a date on) and an
 * offset in days from it.
 */
typedef enum
{
	ON_DATE,
	EASTER,
	SATURDAY_FROM
} DayRule;

typedef struct
{
	const char *name;			/* in Swedish, UTF-8 */
	DayRule		rule;
	int			month;			/* of ON_DATE and SATURDAY_FROM */
	int			day;
	int			offset;
	int			first_year;
	int			last_year;
} DayOff;

#define ALWAYS		CALENDAR_FIRST_YEAR, CALENDAR_LAST_YEAR
/* SFS 2004:1320 put the National Day in the place of Whit Monday */
#define TO_2004		CALENDAR_FIRST_YEAR, 2004
#define FROM_2005	2005, CALENDAR_LAST_YEAR

/* 1 and 2 §§ of the Public Holidays Act (1989:253), but for plain Sundays */
static const DayOff holidays[] = {
	{"nyårsdagen", ON_DATE, 1, 1, 0, ALWAYS},
	{"trettondedag jul", ON_DATE, 1, 6, 0, ALWAYS},
	{"långfredagen", EASTER, 0, 0, -2, ALWAYS},
	{"påskdagen", EASTER, 0, 0, 0, ALWAYS},
	{"annandag påsk", EASTER, 0, 0, 1, ALWAYS},
	{"första maj", ON_DATE, 5, 1, 0, ALWAYS},
	{"Kristi himmelsfärdsdag", EASTER, 0, 0, 39, ALWAYS},
	{"pingstdagen", EASTER, 0, 0, 49, ALWAYS},
	{"annandag pingst", EASTER, 0, 0, 50, TO_2004},
	{"nationaldagen", ON_DATE, 6, 6, 0, FROM_2005},
	{"midsommardagen", SATURDAY_FROM, 6, 20, 0, ALWAYS},
	{"alla helgons dag", SATURDAY_FROM, 10, 31, 0, ALWAYS},
	{"juldagen", ON_DATE, 12, 25, 0, ALWAYS},
	{"annandag jul", ON_DATE, 12, 26, 0, ALWAYS}
};

/*
 * The eves that 2 § of the Act on computation of time (1930:173) treats like
 * holidays.  (Easter Eve and Whitsun Eve are Saturdays anyway.)
 */
static const DayOff eves[] = {
	{"midsommarafton", SATURDAY_FROM, 6, 20, -1, ALWAYS},
	{"julafton", ON_DATE, 12, 24, 0, ALWAYS},
	{"nyårsafton", ON_DATE, 12, 31, 0, ALWAYS}
};

/*
 * A day's marks: bit i says that holidays[i] falls on it.  No mark at all: a
 * working day.
 */
#define MARK_HOLIDAY(i)		((uint16) (1 << (i)))
#define MARK_SUNDAY			((uint16) (1 << 14))
#define MARK_OFF			((uint16) (1 << 15))	/* Saturday or eve */

static uint16 day_marks[DAYS];
static uint16 working_days_to[DAYS];	/* up to and including the day */
static bool tables_filled = false;

static DateADT
cal_date(int year, int month, int day)
{
	return date2j(year, month, day) - POSTGRES_EPOCH_JDATE;
}

/* 0 is Monday, 6 is Sunday; only for days of the calendar. */
static int
cal_weekday(DateADT day)
{
	return (day - FIRST_DAY) % 7;
}

/*
 * Easter Sunday of a year, by the anonymous Gregorian algorithm.
 */
static DateADT
cal_easter(int year)
{
	int			golden = year % 19;
	int			century = year / 100;
	int			of_century = year % 100;
	int			moon_shift = (century - (century + 8) / 25 + 1) / 3;
	int			epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
	int			weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4)
						   - epact - of_century % 4) % 7;
	int			late = (golden + 11 * epact + 22 * weekday) / 451;
	int			march = epact + weekday - 7 * late + 114;

	return cal_date(year, march / 31, march % 31 + 1);
}

/* Puts the mark on the day that a rule gives in a year, if it is in force. */
static void
cal_mark(const DayOff *off, int year, DateADT easter, uint16 mark)
{
	DateADT		day;

	if (year < off->first_year || year > off->last_year)
		return;
	if (off->rule == EASTER)
		day = easter;
	else
	{
		day = cal_date(year, off->month, off->day);
		if (off->rule == SATURDAY_FROM)
			day += (SATURDAY - cal_weekday(day) + 7) % 7;
	}
	day_marks[day + off->offset - FIRST_DAY] |= mark;
}

static void
cal_fill_tables(void)
{
	DateADT		day;
	int			year;

	StaticAssertStmt(lengthof(holidays) <= 14,
					 "bits 14 and 15 of a day's marks are taken");

	for (day = FIRST_DAY; day <= LAST_DAY; day++)
	{
		if (cal_weekday(day) == SATURDAY)
			day_marks[day - FIRST_DAY] |= MARK_OFF;
		else if (cal_weekday(day) == SUNDAY)
			day_marks[day - FIRST_DAY] |= MARK_SUNDAY;
	}

	for (year = CALENDAR_FIRST_YEAR; year <= CALENDAR_LAST_YEAR; year++)
	{
		DateADT		easter = cal_easter(year);
		int			i;

		for (i = 0; i < lengthof(holidays); i++)
			cal_mark(&holidays[i], year, easter, MARK_HOLIDAY(i));
		for (i = 0; i < lengthof(eves); i++)
			cal_mark(&eves[i], year, easter, MARK_OFF);
	}

	/* 1990-01-01 is a holiday: the count starts at 0 */
	for (day = FIRST_DAY + 1; day <= LAST_DAY; day++)
		working_days_to[day - FIRST_DAY] =
			working_days_to[day - 1 - FIRST_DAY] +
			(day_marks[day - FIRST_DAY] == 0);

	tables_filled = true;
}

/*
 * The one error of the calendar.  The day is written as ISO 8601 whatever
 * DateStyle says, so that the message is the same everywhere.
 */
static void
cal_unknown_day(DateADT day)
{
	char		text[MAXDATELEN + 1];

	if (DATE_NOT_FINITE(day))
		EncodeSpecialDate(day, text);
	else
	{
		struct pg_tm tm;

		j2date(day + POSTGRES_EPOCH_JDATE,
			   &tm.tm_year, &tm.tm_mon, &tm.tm_mday);
		EncodeDateOnly(&tm, USE_ISO_DATES, text);
	}

	ereport(ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("Swedish holidays are not known for %s", text),
			 errdetail("The calendar covers the years %d to %d; before, the Public Holidays Act (1989:253) was not in force.",
					   CALENDAR_FIRST_YEAR, CALENDAR_LAST_YEAR)));
}

/* Every exported function asks this of its days before it reads a table. */
static void
cal_check_known(DateADT day)
{
	if (unlikely(day < FIRST_DAY || day > LAST_DAY))
		cal_unknown_day(day);
	if (unlikely(!tables_filled))
		cal_fill_tables();
}

static uint16
cal_marks(DateADT day)
{
	cal_check_known(day);
	return day_marks[day - FIRST_DAY];
}

/* The place of the first of the ascending days that is not before the day. */
static int
cal_search(const DateADT *days, int ndays, DateADT day)
{
	int			low = 0;
	int			high = ndays;

	while (low < high)
	{
		int			middle = low + (high - low) / 2;

		if (days[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Does the calendar reach the day, with a year to count back and forth in?  For
 * those who have another answer than the error.
 */
bool
calendar_knows(DateADT day)
{
	return day >= FIRST_DAY + 366 && day <= LAST_DAY - 366;
}

/*
 * Is the day a public holiday (allmän helgdag)?  Every Sunday is one.
 * 1 § of the Public Holidays Act (1989:253).
 */
bool
calendar_is_holiday(DateADT day)
{
	return (cal_marks(day) & ~MARK_OFF) != 0;
}

/*
 * The Swedish name of the holiday, in UTF-8, or NULL for a day that is none.
 * "söndag" only where the Sunday has no name of its own.  Two holidays can
 * fall on one day (Ascension Day on 1 May, Whit Sunday on 6 June): both are
 * named then.  The string is constant or palloc'd; do not free it.
 */
const char *
calendar_holiday_name(DateADT day)
{
	uint16		marks = cal_marks(day);
	const char *name = NULL;
	int			i;

	for (i = 0; i < lengthof(holidays); i++)
	{
		if ((marks & MARK_HOLIDAY(i)) == 0)
			continue;
		name = name ? psprintf("%s och %s", name, holidays[i].name)
			: holidays[i].name;
	}
	if (name == NULL && (marks & MARK_SUNDAY) != 0)
		name = "söndag";
	return name;
}

/*
 * Is the day a working day (arbetsdag): Monday to Friday, no holiday, not
 * Midsummer Eve, Christmas Eve or New Year's Eve, and no extra day off?
 */
bool
calendar_is_working_day(DateADT day, const DateADT *extra, int nextra)
{
	int			i;

	if (cal_marks(day) != 0)
		return false;
	i = cal_search(extra, nextra, day);
	return i >= nextra || extra[i] != day;
}

/*
 * The number of working days after "from" up to and including "to".  The first
 * day is not counted, as in all computation of time by days, so that this is
 * the inverse of calendar_add_working_days.  Negative when the days are given
 * in reverse: between(a, b) = -between(b, a).
 */
int
calendar_working_days_between(DateADT from, DateADT to,
							  const DateADT *extra, int nextra)
{
	int			n;
	int			i;

	cal_check_known(from);
	cal_check_known(to);
	if (from > to)
		return -calendar_working_days_between(to, from, extra, nextra);

	n = working_days_to[to - FIRST_DAY] - working_days_to[from - FIRST_DAY];
	for (i = cal_search(extra, nextra, from + 1);
		 i < nextra && extra[i] <= to; i++)
	{
		if (i > 0 && extra[i] == extra[i - 1])
			continue;
		n -= cal_marks(extra[i]) == 0;
	}
	return n;
}

/*
 * The n-th working day after the day (n > 0) or before it (n < 0); n = 0 gives
 * the day itself, working or not.  An n that leads out of the calendar is the
 * error 22008.
 *
 * To go on by as many days as working days are missing is never too far, and
 * two thirds of them are working days: a few steps reach any n.
 */
DateADT
calendar_add_working_days(DateADT day, int n, const DateADT *extra, int nextra)
{
	DateADT		start = day;
	int			missing = n;

	cal_check_known(day);
	while (missing != 0)
	{
		if (missing > LAST_DAY - day)
			cal_unknown_day(LAST_DAY + 1);
		if (missing < FIRST_DAY - day)
			cal_unknown_day(FIRST_DAY - 1);
		day += missing;
		if (n > 0)
			missing = n - calendar_working_days_between(start, day,
														extra, nextra);
		else	/* the first day of all is a holiday: it need not be counted */
			missing = n + calendar_working_days_between(Max(day - 1, FIRST_DAY),
														start - 1, extra, nextra);
	}
	return day;
}

/*
 * The last day on which a notice for a meeting may be given when it is due "at
 * the latest working_days working days ahead": the working_days-th working day
 * before the meeting.  With clear_days that many whole working days must lie
 * between notice and meeting, so it is the calendar day before that.
 * working_days must not be negative.
 *
 * A minimum notice never moves to another day: the Act on computation of time
 * is for the last day of something yet to be done, and moving it forward would
 * shorten the notice.
 */
DateADT
calendar_latest_notice(DateADT meeting, int working_days, bool clear_days,
					   const DateADT *extra, int nextra)
{
	DateADT		day;

	Assert(working_days >= 0);
	day = calendar_add_working_days(meeting, -working_days, extra, nextra);
	if (clear_days)
	{
		day--;
		cal_check_known(day);
	}
	return day;
}

/*
 * The day itself, or the next day that is no Sunday, holiday, Saturday,
 * Midsummer Eve, Christmas Eve or New Year's Eve.  2 § of the Act on
 * computation of time (1930:173); an authority's extra days off do not count.
 */
DateADT
calendar_statutory_roll(DateADT day)
{
	while (!calendar_is_working_day(day, NULL, 0))
		day++;
	return day;
}

/*
 * The last day of a period of so many months (12 a year) and then days (7 a
 * week), neither negative, that the law counts from the start, which is not
 * counted itself.  A day that the last month lacks is its last day (1 § of the
 * Act on computation of time, 1930:173), and the end rolls forward (2 §).
 */
DateADT
calendar_statutory_deadline(DateADT start, int months, int days)
{
	int			year;
	int			month;
	int			day;
	int64		month_count;
	int64		end;

	Assert(months >= 0 && days >= 0);
	cal_check_known(start);

	j2date(start + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	month_count = (int64) year * 12 + (month - 1) + months;
	year = month_count / 12;
	month = month_count % 12 + 1;

	/* what no date can hold is as far out of the calendar as infinity */
	if (year >= JULIAN_MAXYEAR)
		cal_unknown_day(DATEVAL_NOEND);
	day = Min(day, day_tab[isleap(year)][month - 1]);
	end = (int64) cal_date(year, month, day) + days;
	if (!IS_VALID_DATE(end))
		cal_unknown_day(DATEVAL_NOEND);

	return calendar_statutory_roll((DateADT) end);
}
