/*
 * days.c
 *	  What must hold of the calendar, whatever the days.
 */
#include "server.h"

#include "calendar/calendar.h"
#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/timestamp.h"

#define FIRST_DAY	((DateADT) -3652)	/* 1990-01-01 */
#define LAST_DAY	((DateADT) 73048)	/* 2199-12-31 */
#define MAX_EXTRA	12

extern Datum governance_is_holiday(PG_FUNCTION_ARGS);
extern Datum governance_holiday_name(PG_FUNCTION_ARGS);
extern Datum governance_is_working_day(PG_FUNCTION_ARGS);
extern Datum governance_add_working_days(PG_FUNCTION_ARGS);
extern Datum governance_working_days_between(PG_FUNCTION_ARGS);
extern Datum governance_latest_notice(PG_FUNCTION_ARGS);
extern Datum governance_statutory_deadline(PG_FUNCTION_ARGS);

static NullableDatum extra;		/* days off, as an array */

static bool
known(DateADT day)
{
	return day >= FIRST_DAY && day <= LAST_DAY;
}

static int32
take(Bytes *input, int bytes)
{
	uint32		value = 0;

	for (; bytes > 0 && input->at < input->end; bytes--)
		value = value << 8 | *input->at++;
	return (int32) value;
}

/* A day of the calendar mostly, sometimes any that a date can hold */
static DateADT
take_day(Bytes *input)
{
	if (take(input, 1) % 16 == 0)
	{
		DateADT		day = take(input, 4);

		return IS_VALID_DATE(day) ? day : day < 0 ? DATEVAL_NOBEGIN : DATEVAL_NOEND;
	}
	return FIRST_DAY - 10 + (take(input, 3) & 0xFFFFFF) % (LAST_DAY - FIRST_DAY + 20);
}

/* Days off near a day, in any order and more than once; or none, or a null */
static NullableDatum
take_extra(Bytes *input, DateADT near, bool *has_nulls)
{
	NullableDatum result = {0};
	int			ndays = take(input, 1) % (MAX_EXTRA + 2) - 1;
	int			header = ARR_OVERHEAD_NONULLS(1);
	ArrayType  *array = palloc0(header + sizeof(DateADT) * MAX_EXTRA);

	*has_nulls = false;
	result.isnull = ndays < 0;
	if (ndays < 0)
		return result;
	*has_nulls = take(input, 1) == 1;
	SET_VARSIZE(array, header + sizeof(DateADT) * ndays);
	array->ndim = ndays > 0;
	array->elemtype = DATEOID;
	array->dataoffset = *has_nulls;
	if (ndays > 0)
	{
		ARR_DIMS(array)[0] = ndays;
		ARR_LBOUND(array)[0] = 1;
		for (int i = 0; i < ndays; i++)
			((DateADT *) ((char *) array + header))[i] = near + (int8) take(input, 1);
	}
	result.value = PointerGetDatum(array);
	return result;
}

/* The functions; false where the days lead out of the calendar. */
static bool
answers(PGFunction function, int nargs, const NullableDatum *args, Datum *answer)
{
	NullableDatum result;

	if (!try_call(function, NULL, nargs, args, &result))
	{
		REQUIRE(raised == ERRCODE_DATETIME_VALUE_OUT_OF_RANGE);
		return false;
	}
	REQUIRE(!result.isnull);
	*answer = result.value;
	return true;
}

static bool
working_day(DateADT day, NullableDatum off)
{
	NullableDatum args[2] = {{DateADTGetDatum(day), false}, off};
	Datum		answer;

	REQUIRE(answers(governance_is_working_day, 2, args, &answer));
	return DatumGetBool(answer);
}

static bool
between(DateADT from, DateADT to, int *days)
{
	NullableDatum args[3] = {{DateADTGetDatum(from), false}, {DateADTGetDatum(to), false}, extra};
	Datum		answer = 0;
	bool		good = answers(governance_working_days_between, 3, args, &answer);

	*days = DatumGetInt32(answer);
	return good;
}

static bool
add(DateADT day, int n, DateADT *result)
{
	NullableDatum args[3] = {{DateADTGetDatum(day), false}, {Int32GetDatum(n), false}, extra};
	Datum		answer = 0;
	bool		good = answers(governance_add_working_days, 3, args, &answer);

	*result = DatumGetDateADT(answer);
	return good;
}

/* Working days from the day before to the last, both counted, one by one */
static int
counted(DateADT first, DateADT last)
{
	int			n = 0;

	for (; first <= last; first++)
		n += working_day(first, extra);
	return n;
}

static void
check_day(DateADT day)
{
	NullableDatum arg = {DateADTGetDatum(day), false};
	NullableDatum name;
	Datum		holiday;

	REQUIRE(answers(governance_is_holiday, 1, &arg, &holiday) == known(day));
	if (!known(day))
		return;
	REQUIRE(try_call(governance_holiday_name, NULL, 1, &arg, &name));
	REQUIRE(name.isnull == !DatumGetBool(holiday));
	REQUIRE(!(working_day(day, extra) && DatumGetBool(holiday)));
}

/* The count of working days is that of the days, and adds up. */
static void
check_between(DateADT a, DateADT b, DateADT c)
{
	int			ab,
				ba,
				bc,
				ac;

	REQUIRE(between(a, b, &ab) == (known(a) && known(b)));
	if (!between(b, a, &ba))
		return;
	REQUIRE(ab == -ba);
	if (a <= b && b - a < 400)
		REQUIRE(ab == counted(a + 1, b));
	if (between(b, c, &bc))
	{
		REQUIRE(between(a, c, &ac));
		REQUIRE(ac == ab + bc);
	}
}

/* To add working days is to count them the other way round, and as far as the calendar goes. */
static void
check_add(DateADT day, int n)
{
	DateADT		result,
				back;
	int			days,
				room;

	if (!known(day))
	{
		REQUIRE(!add(day, n, &result));
		return;
	}
	if (n >= 0)
		(void) between(day, LAST_DAY, &room);
	else if (day == FIRST_DAY)
		room = 0;
	else
		(void) between(FIRST_DAY, day - 1, &room);
	REQUIRE(add(day, n, &result) == (n >= 0 ? n <= room : n >= -room));
	if (raised != 0)
		return;
	REQUIRE(known(result));
	if (n == 0)
		REQUIRE(result == day);
	else
		REQUIRE(working_day(result, extra));
	if (n > 0)
		REQUIRE(result > day && between(day, result, &days) && days == n);
	else if (n < 0)
		REQUIRE(result < day && between(result, day, &days) && days == -n - 1 + working_day(day, extra));
	if (working_day(day, extra))
		REQUIRE(add(result, -n, &back) && back == day);
}

/* A notice leaves so many working days, which lie wholly between where they are clear. */
static void
check_notice(DateADT meeting, int working_days, bool clear)
{
	NullableDatum args[4] = {{DateADTGetDatum(meeting), false}, {Int32GetDatum(working_days), false}, {BoolGetDatum(clear), false}, extra};
	NullableDatum answer;
	DateADT		latest;
	int			days;

	if (!try_call(governance_latest_notice, NULL, 4, args, &answer))
	{
		REQUIRE(raised == (working_days < 0 ? ERRCODE_INVALID_PARAMETER_VALUE : ERRCODE_DATETIME_VALUE_OUT_OF_RANGE));
		return;
	}
	latest = DatumGetDateADT(answer.value);
	REQUIRE(working_days >= 0 && known(latest) && latest <= meeting - clear);
	if (clear)
		REQUIRE(between(latest, meeting - 1, &days) && days == working_days);
	else if (working_days > 0)
		REQUIRE(working_day(latest, extra) && counted(latest, Min(meeting - 1, latest + 400)) <= working_days);
}

static bool
deadline(DateADT start, Interval period, DateADT *result)
{
	NullableDatum args[2] = {{DateADTGetDatum(start), false}, {IntervalPGetDatum(&period), false}};
	NullableDatum answer;

	if (!try_call(governance_statutory_deadline, NULL, 2, args, &answer))
	{
		REQUIRE(raised == (period.time != 0 || period.month < 0 || period.day < 0 ?
						   ERRCODE_INVALID_PARAMETER_VALUE : ERRCODE_DATETIME_VALUE_OUT_OF_RANGE));
		return false;
	}
	*result = DatumGetDateADT(answer.value);
	return true;
}

/* A deadline is the first working day that is not before the end, and later for a longer period. */
static void
check_deadline(DateADT start, Interval period)
{
	NullableDatum none = {0, true};
	DateADT		end,
				later;

	if (!deadline(start, period, &end))
		return;
	REQUIRE(known(end) && end >= start && working_day(end, none));
	if (period.month == 0)
	{
		for (DateADT day = start + period.day; day < end; day++)
			REQUIRE(!working_day(day, none));
		REQUIRE(start + period.day <= end);
	}
	if (period.day < PG_INT32_MAX)
	{
		period.day++;
		REQUIRE(!deadline(start, period, &later) || later >= end);
		period.day--;
	}
	if (period.month < PG_INT32_MAX)
	{
		period.month++;
		REQUIRE(!deadline(start, period, &later) || later >= end);
	}
}

void
fuzz_calendar(Bytes input)
{
	DateADT		a = take_day(&input);
	DateADT		b = take(&input, 1) % 2 && known(a) ? a + (int16) take(&input, 2) : take_day(&input);
	DateADT		c = take_day(&input);
	int			n = take(&input, 1) % 4 ? (int16) take(&input, 2) : take(&input, 4);
	Interval	period = {0};
	bool		has_nulls;

	period.month = take(&input, 1) % 8 ? (int8) take(&input, 1) : take(&input, 4);
	period.day = take(&input, 1) % 8 ? (int16) take(&input, 2) : take(&input, 4);
	period.time = take(&input, 1) == 1;
	extra = take_extra(&input, known(a) ? a : 0, &has_nulls);
	if (has_nulls)
	{
		NullableDatum args[2] = {{DateADTGetDatum(a), false}, extra};
		NullableDatum answer;

		REQUIRE(!try_call(governance_is_working_day, NULL, 2, args, &answer));
		REQUIRE(raised == ERRCODE_NULL_VALUE_NOT_ALLOWED);
		return;
	}
	check_day(a);
	check_between(a, b, c);
	check_add(a, n);
	check_notice(a, n, b % 2 == 0);
	check_deadline(a, period);
}
