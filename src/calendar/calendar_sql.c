/*
 * calendar_sql.c
 *	  The calendar's functions as SQL calls them.
 */
#include "postgres.h"
#include "compat.h"

#include "calendar/calendar.h"
#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/timestamp.h"

PG_FUNCTION_INFO_V1(governance_is_holiday);
PG_FUNCTION_INFO_V1(governance_holiday_name);
PG_FUNCTION_INFO_V1(governance_is_working_day);
PG_FUNCTION_INFO_V1(governance_add_working_days);
PG_FUNCTION_INFO_V1(governance_working_days_between);
PG_FUNCTION_INFO_V1(governance_latest_notice);
PG_FUNCTION_INFO_V1(governance_statutory_deadline);

static int
cal_compare_days(const void *a, const void *b)
{
	DateADT		left = *(const DateADT *) a;
	DateADT		right = *(const DateADT *) b;

	return left < right ? -1 : left > right;
}

/*
 * The extra days off in argument number argno, ascending; *ndays is their
 * number.  The argument may be missing (a variant without it) or null: no extra
 * days, since that is what array_agg makes of a table without rows.
 */
static const DateADT *
cal_extra_days(FunctionCallInfo fcinfo, int argno, int *ndays)
{
	ArrayType  *array;
	DateADT    *days;
	int			i;

	*ndays = 0;
	if (PG_NARGS() <= argno || PG_ARGISNULL(argno))
		return NULL;

	array = PG_GETARG_ARRAYTYPE_P(argno);
	if (array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("extra days off must not contain nulls")));
	*ndays = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	days = (DateADT *) ARR_DATA_PTR(array);

	/* usually they come from an index and are in order already */
	for (i = 1; i < *ndays; i++)
	{
		if (days[i - 1] > days[i])
		{
			array = PG_GETARG_ARRAYTYPE_P_COPY(argno);
			days = (DateADT *) ARR_DATA_PTR(array);
			qsort(days, *ndays, sizeof(DateADT), cal_compare_days);
			break;
		}
	}
	return days;
}

/*
 * The functions with extra days are not strict, because a null array has a
 * meaning; of their other arguments any null makes the result null.
 */
static bool
cal_any_null(FunctionCallInfo fcinfo, int nargs)
{
	int			i;

	for (i = 0; i < nargs; i++)
	{
		if (PG_ARGISNULL(i))
			return true;
	}
	return false;
}

/* is_holiday(date) returns boolean */
Datum
governance_is_holiday(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(calendar_is_holiday(PG_GETARG_DATEADT(0)));
}

/* holiday_name(date) returns text */
Datum
governance_holiday_name(PG_FUNCTION_ARGS)
{
	const char *name = calendar_holiday_name(PG_GETARG_DATEADT(0));

	if (name == NULL)
		PG_RETURN_NULL();
	/* the source is UTF-8, the database perhaps is not */
	PG_RETURN_TEXT_P(cstring_to_text(pg_any_to_server(name, strlen(name),
													  PG_UTF8)));
}

/* is_working_day(date [, extra date[]]) returns boolean */
Datum
governance_is_working_day(PG_FUNCTION_ARGS)
{
	const DateADT *extra;
	int			nextra;

	if (cal_any_null(fcinfo, 1))
		PG_RETURN_NULL();
	extra = cal_extra_days(fcinfo, 1, &nextra);
	PG_RETURN_BOOL(calendar_is_working_day(PG_GETARG_DATEADT(0),
										   extra, nextra));
}

/* add_working_days(date, integer [, extra date[]]) returns date */
Datum
governance_add_working_days(PG_FUNCTION_ARGS)
{
	const DateADT *extra;
	int			nextra;

	if (cal_any_null(fcinfo, 2))
		PG_RETURN_NULL();
	extra = cal_extra_days(fcinfo, 2, &nextra);
	PG_RETURN_DATEADT(calendar_add_working_days(PG_GETARG_DATEADT(0),
												PG_GETARG_INT32(1),
												extra, nextra));
}

/* working_days_between(date, date [, extra date[]]) returns integer */
Datum
governance_working_days_between(PG_FUNCTION_ARGS)
{
	const DateADT *extra;
	int			nextra;

	if (cal_any_null(fcinfo, 2))
		PG_RETURN_NULL();
	extra = cal_extra_days(fcinfo, 2, &nextra);
	PG_RETURN_INT32(calendar_working_days_between(PG_GETARG_DATEADT(0),
												  PG_GETARG_DATEADT(1),
												  extra, nextra));
}

/* latest_notice(date, integer, boolean, date[]) returns date */
Datum
governance_latest_notice(PG_FUNCTION_ARGS)
{
	const DateADT *extra;
	int			nextra;
	int32		working_days;

	if (cal_any_null(fcinfo, 3))
		PG_RETURN_NULL();
	working_days = PG_GETARG_INT32(1);
	if (working_days < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a notice cannot be due %d working days ahead",
						working_days),
				 errdetail("The number of working days must not be negative.")));
	extra = cal_extra_days(fcinfo, 3, &nextra);
	PG_RETURN_DATEADT(calendar_latest_notice(PG_GETARG_DATEADT(0),
											 working_days, PG_GETARG_BOOL(2),
											 extra, nextra));
}

/*
 * statutory_deadline(date, interval) returns date
 *
 * The law counts in whole days, weeks, months and years.  '24 hours' is no day,
 * and a period has no negative part ('1 month -1 day' has an end, but no such
 * period stands in a law).
 */
Datum
governance_statutory_deadline(PG_FUNCTION_ARGS)
{
	Interval   *period = PG_GETARG_INTERVAL_P(1);

	if (period->time != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a statutory period is counted in whole days, weeks, months or years"),
				 errhint("Write '1 day' instead of '24 hours'.")));
	if (period->month < 0 || period->day < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a statutory period must not be negative"),
				 errhint("Only periods that run forward are statutory deadlines; for the latest day of a notice use latest_notice().")));
	PG_RETURN_DATEADT(calendar_statutory_deadline(PG_GETARG_DATEADT(0),
												  period->month, period->day));
}
