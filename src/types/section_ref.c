/*
 * section_ref.c
 *	  Sections of minutes: how they are written and read.
 *
 * A section (paragraf) of an organ's minutes is numbered within the year: "KF
 * § 251/2017", "ksau 91/2018".  Or its year is that of the day: "2023-06-14, Ks
 * § 183", "den 29 november 2017, § 243".  What is clear from where it stands is
 * often left out: "§ 243", "§§ 130–143".
 */
#include "postgres.h"
#include "compat.h"

#include "types/section_ref.h"
#include "utils/datetime.h"

#define DAY_BEFORE_THE_FIRST	(date2j(REFERENCE_FIRST_YEAR, 1, 1) - 1)

static const ScanNumber section_number = {
	SECTION_REF_MAX_SECTION,
	gettext_noop("A section is named by its number, as in KSAU 91/2018."),
	gettext_noop("Sections are numbered from 1."),
	gettext_noop("A section is at most 999999.")
};

static const ScanNumber date_number = {
	9999,
	gettext_noop("A date is written as 2017-11-29 or 29 november 2017."),
	NULL,						/* refused with the date */
	gettext_noop("A date is written as 2017-11-29 or 29 november 2017.")
};

static const uint64 month_names[] = {
	SCAN_WORD('j', 'a', 'n', 'u', 'a', 'r', 'i'),
	SCAN_WORD('f', 'e', 'b', 'r', 'u', 'a', 'r', 'i'),
	SCAN_WORD('m', 'a', 'r', 's'),
	SCAN_WORD('a', 'p', 'r', 'i', 'l'),
	SCAN_WORD('m', 'a', 'j'),
	SCAN_WORD('j', 'u', 'n', 'i'),
	SCAN_WORD('j', 'u', 'l', 'i'),
	SCAN_WORD('a', 'u', 'g', 'u', 's', 't', 'i'),
	SCAN_WORD('s', 'e', 'p', 't', 'e', 'm', 'b', 'e') | SCAN_PLACED('r', 8),
	SCAN_WORD('o', 'k', 't', 'o', 'b', 'e', 'r'),
	SCAN_WORD('n', 'o', 'v', 'e', 'm', 'b', 'e', 'r'),
	SCAN_WORD('d', 'e', 'c', 'e', 'm', 'b', 'e', 'r')
};

/* What was read so far */
typedef struct Found
{
	uint64		organ;
	int			year;			/* after the slash; 0: not yet */
	int			day_year;
	uint32		day;			/* 0: not yet */
	int			first;
	int			last;
	bool		sign;
	const char *end;			/* before the space behind it */
} Found;

/* Reads a number of so many digits; false where there is none. */
static bool
read_digits(TextScan *scan, int digits, int *number)
{
	const char *start = scan->at;

	return scan_at_digit(scan) && scan_number(scan, &date_number, number) &&
		scan->at - start == digits;
}

static bool
read_year(TextScan *scan, int *year)
{
	if (!read_digits(scan, 4, year) || !reference_is_year(*year, 4))
		return scan_fail(scan, REFERENCE_YEAR_EXPECTED);
	return true;
}

/* Reads a day and the name of a month; false where there are none. */
static bool
read_day_and_month(TextScan *scan, int *day, int *month)
{
	uint64		word;

	if (!scan_at_digit(scan) || !scan_number(scan, &date_number, day))
		return false;
	scan_space(scan);
	if (!scan_word(scan, &word))
		return false;
	for (int i = 0; i < lengthof(month_names); i++)
	{
		if (word == month_names[i])
		{
			*month = i + 1;
			return true;
		}
	}
	return false;
}

static inline bool
skip_word_den(TextScan *scan)
{
	uint64		word;

	if (!scan_word(scan, &word) || word != SCAN_WORD('d', 'e', 'n'))
		return false;
	scan_space(scan);
	return true;
}

/*
 * Reads a date: 2017-11-29, 29 november 2017, den 29 november 2017.  Where the
 * text goes on with something else, it is left there.
 */
static bool
read_date(TextScan *scan, Found *found, bool *is_date)
{
	const char *start = scan->at;
	const char *digits;
	int			year,
				month,
				day;

	if (!skip_word_den(scan))
		scan->at = start;
	digits = scan->at;
	*is_date = read_digits(scan, 4, &year) && scan_dash(scan) &&
		read_digits(scan, 2, &month) && scan_dash(scan) &&
		read_digits(scan, 2, &day);
	if (!*is_date)
	{
		scan->at = digits;
		*is_date = read_day_and_month(scan, &day, &month);
		if (!*is_date)
		{
			scan->at = start;
			return true;
		}
		scan_space(scan);
		if (!read_year(scan, &year))
			return false;
	}
	if (found->day != 0)
		return scan_fail(scan, gettext_noop("A section is named with one date at most."));
	if (!reference_is_year(year, 4))
		return scan_fail(scan, REFERENCE_YEAR_EXPECTED);
	if (month < 1 || month > MONTHS_PER_YEAR ||
		day < 1 || day > day_tab[isleap(year)][month - 1])
		return scan_fail(scan, gettext_noop("There is no such day."));
	found->day = date2j(year, month, day) - DAY_BEFORE_THE_FIRST;
	found->day_year = year;
	return true;
}

/*
 * Reads what stands before the section: organ and date, in any order.
 */
static bool
read_before(TextScan *scan, Found *found)
{
	for (;;)
	{
		bool		is_date;
		uint64		organ;

		scan_space(scan);
		if (!read_date(scan, found, &is_date))
			return false;
		if (is_date)
		{
			scan_space(scan);
			(void) scan_char(scan, ',');
			continue;
		}
		if (!reference_scan_organ(scan, &organ))
			return false;
		if (organ == 0)
			return true;
		if (found->organ != 0)
			return scan_fail(scan, gettext_noop("A section is of one organ."));
		found->organ = organ;
	}
}

/*
 * Reads one section, or a range of them.
 */
static bool
read_sections(TextScan *scan, Found *found)
{
	bool		several;

	found->sign = scan_literal(scan, SCAN_SECTION_SIGN);
	several = found->sign && scan_literal(scan, SCAN_SECTION_SIGN);
	scan_space(scan);
	if (!scan_number(scan, &section_number, &found->first))
		return false;
	found->end = scan->at;
	scan_space(scan);
	if (!scan_dash(scan))
	{
		return !several ||
			scan_fail(scan, gettext_noop("Two section signs announce a range."));
	}
	scan_space(scan);
	if (!scan_number(scan, &section_number, &found->last))
		return false;
	found->end = scan->at;
	return found->last > found->first ||
		scan_fail(scan, gettext_noop("A range of sections ends after it begins."));
}

/*
 * Reads what stands after the section: its year, a date.
 */
static bool
read_after(TextScan *scan, Found *found)
{
	scan_space(scan);
	if (scan_char(scan, '/'))
	{
		scan_space(scan);
		if (!read_year(scan, &found->year))
			return false;
		found->end = scan->at;
		scan_space(scan);
	}
	if (scan_char(scan, ','))
	{
		bool		is_date;

		scan_space(scan);
		if (!read_date(scan, found, &is_date))
			return false;
		if (!is_date)
			return scan_fail(scan, date_number.missing);
		found->end = scan->at;
	}
	return scan_end(scan, gettext_noop("There is more text after the section."));
}

/*
 * section_ref_scan
 *		Reads a section reference: [organ] [date] section [/ year] [, date].
 */
bool
section_ref_scan(TextScan *scan, ReferenceParts *parts)
{
	Found		found = {0};
	const char *start;

	scan_space(scan);
	start = scan->at;
	if (!read_before(scan, &found) || !read_sections(scan, &found) ||
		!read_after(scan, &found))
		return false;
	if (!found.sign && (found.organ == 0 || found.year == 0))
		return scan_fail(scan, gettext_noop("Without a section sign, the organ and the year are named, as in KSAU 91/2018."));
	if (found.year != 0 && found.day != 0 && found.year != found.day_year)
		return scan_fail(scan, gettext_noop("The date is not in the year of the section."));
	parts->organ = found.organ;
	parts->year = found.year != 0 ? found.year : found.day_year;
	parts->number = found.first;
	parts->rest = found.last;
	parts->detail = found.day;
	return reference_set_text(scan, parts, start, found.end);
}

/*
 * section_ref_julian_day
 *		The day that was written with a section; 0: none.
 */
int
section_ref_julian_day(const Reference *reference)
{
	return reference->detail == 0 ? 0 : (int) reference->detail + DAY_BEFORE_THE_FIRST;
}

/*
 * section_ref_covers
 *		Whether all that a reference names are among those that another names.
 *		Both must name the same organ and year, or none.
 */
bool
section_ref_covers(const Reference *range, const Reference *part)
{
	return range->organ == part->organ &&
		reference_year(range) == reference_year(part) &&
		section_ref_first(range) <= section_ref_first(part) &&
		section_ref_last(range) >= section_ref_last(part);
}
