/*
 * lines.c
 *	  Lines of a text, written in any order and sorted at the end.
 *
 * The order is that of the bytes (collation "C"), and dates are written in one
 * way, so that the text is the same whatever the session's settings are.
 */
#include "postgres.h"
#include "compat.h"

#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/timestamp.h"

#include "minutes/lines.h"
#include "registry/tables.h"

void
lines_init(Lines *lines)
{
	initStringInfo(&lines->text);
	lines->size = 32;
	lines->v = palloc(lines->size * sizeof(Line));
	lines->n = 0;
}

/* Ends the line that was being written and begins another. */
void
lines_begin(Lines *lines, int part, int32 a, int32 b, const char *key)
{
	int			at = lines->text.len;

	if (lines->n == lines->size)
	{
		lines->size *= 2;
		lines->v = repalloc(lines->v, lines->size * sizeof(Line));
	}
	lines->v[lines->n++] = (Line) {part, a, b, key, at, at};
}

/* ---- what stands in a line ---- */

/* many small pieces: so without the terminating zero that each would write */
static inline void
put_bytes(StringInfo out, const char *bytes, int n)
{
	if (out->len + n >= out->maxlen)
		enlargeStringInfo(out, n);
	memcpy(out->data + out->len, bytes, n);
	out->len += n;
}

/*
 * The further lines of a text are indented, so that what somebody wrote cannot
 * be taken for a heading of the minutes.
 */
static void
put_indented(StringInfo out, const char *text)
{
	for (;;)
	{
		const char *end = strchr(text, '\n');

		if (end == NULL)
			break;
		put_bytes(out, text, end - text - (end > text && end[-1] == '\r'));
		put_bytes(out, "\n    ", 5);
		text = end + 1;
	}
	put_bytes(out, text, strlen(text));
}

/* 2025-03-12; years before our era stand by their number, as to_char has them */
static void
put_day(StringInfo out, int year, int month, int day)
{
	appendStringInfo(out, "%04d-%02d-%02d", year > 0 ? year : 1 - year, month, day);
}

/* 2025-03-12 09:30; nothing for a time that is not known (null is not finite) */
static void
put_time(StringInfo out, Timestamp time)
{
	struct pg_tm tm;
	fsec_t		fsec;

	if (TIMESTAMP_NOT_FINITE(time))
		return;
	if (timestamp2tm(time, NULL, &tm, &fsec, NULL, NULL) != 0)
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
				 errmsg("timestamp out of range")));
	put_day(out, tm.tm_year, tm.tm_mon, tm.tm_mday);
	appendStringInfo(out, " %02d:%02d", tm.tm_hour, tm.tm_min);
}

static void
put_date(StringInfo out, DateADT date)
{
	int			year;
	int			month;
	int			day;

	if (DATE_NOT_FINITE(date))
		return;
	j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	put_day(out, year, month, day);
}

static void
put_number(StringInfo out, int64 number)
{
	char		digits[24];

	pg_lltoa(number, digits);
	put_bytes(out, digits, strlen(digits));
}

/*
 * lines_put
 *		Adds to the line.  As in SQL's format(), what is null leaves nothing.
 *
 *		%s	a text				%i	the same, its further lines indented
 *		%d	a number (int32)	%l	a number (int64)
 *		%t	a time (Timestamp)	%D	a day (DateADT)
 */
void
lines_put(Lines *lines, const char *format,...)
{
	StringInfo	out = &lines->text;
	const char *text;
	va_list		args;

	va_start(args, format);
	for (format = native(format);; format++)
	{
		const char *start = format;

		format = strchr(start, '%');
		if (format == NULL)
			format = start + strlen(start);
		put_bytes(out, start, format - start);
		if (*format == '\0')
			break;
		switch (*++format)
		{
			case 's':
				text = va_arg(args, const char *);
				if (text != NULL)
					put_bytes(out, text, strlen(text));
				break;
			case 'i':
				text = va_arg(args, const char *);
				if (text != NULL)
					put_indented(out, text);
				break;
			case 'd':
				put_number(out, va_arg(args, int32));
				break;
			case 'l':
				put_number(out, va_arg(args, int64));
				break;
			case 't':
				put_time(out, va_arg(args, Timestamp));
				break;
			case 'D':
				put_date(out, va_arg(args, DateADT));
				break;
			default:
				elog(ERROR, "unknown verb in the format of a line");
		}
	}
	va_end(args);
	lines->v[lines->n - 1].end = out->len;
}

/* ---- the lines together ---- */

static int
compare_lines(const void *x, const void *y, void *arg)
{
	const Line *a = x;
	const Line *b = y;
	const char *text = arg;
	int			order;

	if (a->part != b->part)
		return a->part < b->part ? -1 : 1;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	if (a->b != b->b)
		return a->b < b->b ? -1 : 1;
	order = strcmp(a->key, b->key);
	if (order == 0)
		order = memcmp(text + a->start, text + b->start,
					   Min(a->end - a->start, b->end - b->start));
	return order ? order : (a->end - a->start) - (b->end - b->start);
}

/*
 * lines_put_all
 *		Adds other lines to a line, after a line feed.
 */
void
lines_put_all(Lines *lines, Lines *others)
{
	put_bytes(&lines->text, "\n", 1);
	lines_write(others, &lines->text);
	lines->v[lines->n - 1].end = lines->text.len;
}

/*
 * lines_write
 *		Appends the lines to a text, in their order and without a last line
 *		feed, and begins anew.
 */
void
lines_write(Lines *lines, StringInfo out)
{
	qsort_arg(lines->v, lines->n, sizeof(Line), compare_lines, lines->text.data);
	for (int i = 0; i < lines->n; i++)
	{
		const Line *line = &lines->v[i];

		if (i > 0)
			put_bytes(out, "\n", 1);
		put_bytes(out, lines->text.data + line->start, line->end - line->start);
	}
	resetStringInfo(&lines->text);
	lines->n = 0;
}
