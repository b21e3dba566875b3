/*
 * case_number.c
 *	  The number of a matter: how it is written and read.
 *
 * Municipalities write their case numbers (diarienummer) in different shapes:
 * KS 2016/36-01, 2018/KS 0290 10, 106-555/2004.  A text is cut into its parts
 * and what stands between them; a table of forms says which part is what.  The
 * year is the part of four digits from 1900 to 2099.  Where two parts could be
 * it, or it has two digits, the shape must be named: "102-274-04
 * (code-serial-yy)".
 */
#include "postgres.h"
#include "compat.h"

#include "types/case_number.h"

#define MAX_PARTS	4

/* Ten times as much, and one digit more, still is an int */
static const ScanNumber part_number = {
	CASE_NUMBER_MAX_SERIAL,
	gettext_noop("A number is expected."),
	NULL,						/* a code can be 0 */
	gettext_noop("The numbers in a case number have at most 8 digits.")
};

/* The shapes that can be named: with a year of four digits, of two */
typedef enum
{
	ORGAN_YEAR_SERIAL,
	ORGAN_SERIAL_YEAR,
	ORGAN_YEAR_PART_SERIAL,
	YEAR_ORGAN_SERIAL,
	YEAR_SERIAL,
	SERIAL_YEAR,
	CODE_SERIAL_YEAR
} Shape;

/* In their places; a name's number is twice its shape's, and 1 more for yy */
static const char *const shape_names[][2] = {
	{"organ-year-serial", "organ-yy-serial"},
	{"organ-serial-year", "organ-serial-yy"},
	{"organ-year-part-serial", "organ-yy-part-serial"},
	{"year-organ-serial", "yy-organ-serial"},
	{"year-serial", "yy-serial"},
	{"serial-year", "serial-yy"},
	{"code-serial-year", "code-serial-yy"},
};

/*
 * The forms: parts, and what stands between them.  O is an organ, N a number,
 * C a number or several with full stops, D several; an underscore is a space or
 * nothing, beside an organ a slash as well.  The roles of the parts: O organ, Y
 * year, S serial number, C code; B is the serial number with the code after a
 * full stop.
 */
static const struct
{
	const char *signature;
	const char *roles;
	Shape		shape;
}			forms[] = {
	{"O_N/N", "OYS", ORGAN_YEAR_SERIAL},	/* KS 2023/425, KS/2020/248 */
	{"O_N/N-C", "OYSC", ORGAN_YEAR_SERIAL}, /* KS 2016/36-01 */
	{"O_N:N", "OYS", ORGAN_YEAR_SERIAL},
	{"O_N:N-C", "OYSC", ORGAN_YEAR_SERIAL}, /* KS/2020:248-003 */
	{"O_N-N", "OYS", ORGAN_YEAR_SERIAL},	/* KS2020-234 */
	{"O_N/N", "OSY", ORGAN_SERIAL_YEAR},	/* Ks 213/2013 */
	{"O_N-N-N", "OYCS", ORGAN_YEAR_PART_SERIAL},	/* T 2010-313-01743 */
	{"N_O_N", "YOS", YEAR_ORGAN_SERIAL},
	{"N_O_N_C", "YOSC", YEAR_ORGAN_SERIAL}, /* 2018/KS 0290 10 */
	{"N_O_D", "YOB", YEAR_ORGAN_SERIAL},	/* 2016KSM1221.042 */
	{"N/N", "YS", YEAR_SERIAL}, /* 2018/1014 */
	{"N/N-C", "YSC", YEAR_SERIAL},	/* 2011/47-041 */
	{"N-N-C", "YSC", YEAR_SERIAL},	/* 2006-152-307, 2011-875-1.2.4 */
	{"N-N", "SY", SERIAL_YEAR}, /* 2571-1999 */
	{"C-N/N", "CSY", CODE_SERIAL_YEAR}, /* 106-555/2004 */
	{"C-N-N", "CSY", CODE_SERIAL_YEAR}, /* 1.2.4-182-2013 */
};

typedef struct Part
{
	int			digits;			/* of the first number */
	int			count;
	int			numbers[CASE_NUMBER_CODE_PARTS];
} Part;

/* A text cut into its parts */
typedef struct Pieces
{
	uint64		organ;
	int			count;
	Part		parts[MAX_PARTS];
	char		signature[2 * MAX_PARTS];	/* O, N or D and what is between */
} Pieces;

/*
 * Reads an organ, a number, or numbers with full stops between them.
 */
static bool
read_part(TextScan *scan, Part *part, Pieces *pieces, char *kind)
{
	const char *start;

	memset(part, 0, sizeof(*part));
	if (!scan_at_digit(scan))
	{
		*kind = 'O';
		if (!reference_scan_organ(scan, &pieces->organ))
			return false;
		if (pieces->organ != 0)
			return true;
		if (scan->at[0] != '\0')
			return scan_fail(scan, gettext_noop("A case number is made of letters, numbers, and spaces, slashes, colons or hyphens between them."));
		if (pieces->count > 0)
			return scan_fail(scan, gettext_noop("Something is missing at the end."));
		return scan_fail(scan, gettext_noop("A case number has a year and a serial number, as in KS 2016/36."));
	}
	do
	{
		if (part->count == CASE_NUMBER_CODE_PARTS)
			return scan_fail(scan, gettext_noop("A code has at most four numbers."));
		start = scan->at;
		if (!scan_number(scan, &part_number, &part->numbers[part->count]))
			return false;
		if (part->count++ == 0)
			part->digits = scan->at - start;
	} while (scan->at[0] == '.' && scan->at[1] >= '0' && scan->at[1] <= '9' &&
			 scan_char(scan, '.'));
	*kind = part->count == 1 ? 'N' : 'D';
	return true;
}

static char
read_separator(TextScan *scan)
{
	if (scan_char(scan, '/'))
		return '/';
	if (scan_char(scan, ':'))
		return ':';
	return scan_dash(scan) ? '-' : '_';
}

/*
 * Cuts a text into its parts, up to its end or to the name of a shape.
 */
static bool
read_pieces(TextScan *scan, Pieces *pieces, const char **end)
{
	char	   *kind = pieces->signature;

	pieces->organ = 0;
	pieces->count = 0;
	for (;;)
	{
		char	   *separator = kind + 1;

		if (!read_part(scan, &pieces->parts[pieces->count], pieces, kind))
			return false;
		if (pieces->count > 0 && kind[-1] == '/' && (kind[0] == 'O' || kind[-2] == 'O'))
			kind[-1] = '_';
		pieces->count++;
		*separator = '\0';
		*end = scan->at;
		scan_space(scan);
		if (scan->at[0] == '\0' || scan->at[0] == '(')
			return true;
		if (pieces->count == MAX_PARTS)
			return scan_fail(scan, gettext_noop("A case number has at most four parts."));
		*separator = read_separator(scan);
		scan_space(scan);
		kind += 2;
	}
}

static bool
has_signature(const Pieces *pieces, const char *signature)
{
	const char *is = pieces->signature;

	for (; *is != '\0' && *signature != '\0'; is++, signature++)
	{
		if (*is != *signature && !(*signature == 'C' && (*is == 'N' || *is == 'D')))
			return false;
	}
	return *is == *signature;
}

static inline bool
can_be_year(const Part *part)
{
	return part->count == 1 && reference_is_year(part->numbers[0], part->digits);
}

static int
possible_years(const Pieces *pieces)
{
	int			years = 0;

	for (int i = 0; i < pieces->count; i++)
		years += can_be_year(&pieces->parts[i]);
	return years;
}

/* The year of two digits: from 1950 to 2049 */
static inline int
full_year(int year)
{
	return year < 50 ? 2000 + year : 1900 + year;
}

static bool
pack_code(TextScan *scan, const int *numbers, int count, uint64 *code)
{
	*code = 0;
	for (int i = 0; i < count; i++)
	{
		if (numbers[i] > CASE_NUMBER_MAX_CODE)
			return scan_out_of_range(scan, gettext_noop("A number of a code is at most 65534."));
		/* 0 is a number, too */
		*code |= (uint64) (numbers[i] + 1) << 16 * (CASE_NUMBER_CODE_PARTS - 1 - i);
	}
	return true;
}

/*
 * Gives the parts their roles.
 */
static bool
take_roles(TextScan *scan, const Pieces *pieces, const char *roles,
		   ReferenceParts *parts)
{
	parts->organ = pieces->organ;
	parts->rest = 0;
	for (int i = 0; i < pieces->count; i++)
	{
		const Part *part = &pieces->parts[i];

		switch (roles[i])
		{
			case 'Y':
				parts->year = part->digits == 2 ? full_year(part->numbers[0]) : part->numbers[0];
				break;
			case 'B':
				if (!pack_code(scan, part->numbers + 1, part->count - 1, &parts->rest))
					return false;
				/* FALLTHROUGH */
			case 'S':
				parts->number = part->numbers[0];
				if (parts->number == 0)
					return scan_fail(scan, gettext_noop("Matters are numbered from 1."));
				break;
			case 'C':
				if (!pack_code(scan, part->numbers, part->count, &parts->rest))
					return false;
				break;
		}
	}
	return true;
}

/*
 * Makes out which part is what: by the only part that can be the year, or (0:
 * not named) by the shape.
 */
static bool
understand(TextScan *scan, const Pieces *pieces, uint32 named,
		   ReferenceParts *parts)
{
	bool		known = false;

	for (int i = 0; i < lengthof(forms); i++)
	{
		const char *roles = forms[i].roles;
		const Part *year = &pieces->parts[strchr(roles, 'Y') - roles];

		if (!has_signature(pieces, forms[i].signature))
			continue;
		known = true;
		if (named == 0)
		{
			if (possible_years(pieces) > 1)
				return scan_fail(scan, gettext_noop("More than one part can be the year: the shape must be named, as in KS 2016/2017 (organ-year-serial)."));
			if (can_be_year(year))
				return take_roles(scan, pieces, roles, parts);
		}
		else if (forms[i].shape == (named - 1) / 2 &&
				 ((named - 1) % 2 == 0 ? can_be_year(year) :
				  year->count == 1 && year->digits == 2))
			return take_roles(scan, pieces, roles, parts);
	}
	if (!known)
		return scan_fail(scan, gettext_noop("No case number is written in this shape."));
	if (named != 0)
		return scan_fail(scan, gettext_noop("The number is not of the shape that is named."));
	return scan_fail(scan, gettext_noop("The year, four digits from 1900 to 2099, is missing or not in its place; a year of two digits is read where the shape is named."));
}

/*
 * Makes out a number whose shape is named, and whether it has to be: without
 * the name the text would be refused, or be another number.
 */
static bool
understand_named(TextScan *scan, const Pieces *pieces, uint32 named,
				 ReferenceParts *parts)
{
	TextScan	unnamed = *scan;
	ReferenceParts same = *parts;

	if (!understand(scan, pieces, named, parts))
		return false;
	if (!understand(&unnamed, pieces, 0, &same) ||
		same.year != parts->year || same.number != parts->number ||
		same.rest != parts->rest)
		parts->detail = named;
	return true;
}

/*
 * Skips the word before a case number: "Dnr", "DNR:".  However often it stands
 * there: what is left is the text of the value, which has to be read back as the
 * same, so that it cannot begin with the word.
 */
static void
skip_label(TextScan *scan)
{
	const char *start = scan->at;
	uint64		word;

	while (scan_word(scan, &word) && word == SCAN_WORD('d', 'n', 'r'))
	{
		(void) scan_char(scan, ':');
		scan_space(scan);
		start = scan->at;
	}
	scan->at = start;
}

/*
 * case_number_shape
 *		The number of a shape's name, from 1; 0 where there is none of the name.
 */
uint32
case_number_shape(const char *name, int length)
{
	for (int i = 0; i < 2 * lengthof(shape_names); i++)
	{
		const char *known = shape_names[i / 2][i % 2];

		if (strlen(known) == length && memcmp(known, name, length) == 0)
			return i + 1;
	}
	return 0;
}

/* Reads the name of a shape between parentheses. */
static bool
read_shape(TextScan *scan, uint32 *named)
{
	const char *name = scan->at;

	while (scan->at[0] == '-' || (scan->at[0] >= 'a' && scan->at[0] <= 'z'))
		scan->at++;
	*named = case_number_shape(name, scan->at - name);
	if (*named == 0 || !scan_char(scan, ')'))
		return scan_fail(scan, gettext_noop("The parentheses do not name a shape, as in KS 2016/2017 (organ-year-serial)."));
	return scan_end(scan, gettext_noop("There is more text after the case number."));
}

/*
 * case_number_scan_as
 *		Reads a case number.  Where the text itself does not name its shape, it
 *		is of the given one (0: none) if it fits that.
 */
bool
case_number_scan_as(TextScan *scan, uint32 shape, ReferenceParts *parts)
{
	Pieces		pieces;
	const char *start,
			   *end;
	uint32		named;

	scan_space(scan);
	skip_label(scan);
	start = scan->at;
	if (!read_pieces(scan, &pieces, &end) ||
		!reference_set_text(scan, parts, start, end))
		return false;
	parts->detail = 0;
	if (scan_char(scan, '('))
		return read_shape(scan, &named) && understand_named(scan, &pieces, named, parts);
	return (shape != 0 && understand_named(scan, &pieces, shape, parts)) ||
		understand(scan, &pieces, 0, parts);
}

bool
case_number_scan(TextScan *scan, ReferenceParts *parts)
{
	return case_number_scan_as(scan, 0, parts);
}

/*
 * case_number_format
 *		The text as written, with its shape where that must be named, in UTF-8.
 */
char *
case_number_format(const Reference *number)
{
	uint32		named = number->detail;

	if (named == 0)
		return reference_text(number);
	return psprintf("%.*s (%s)", reference_length(number), number->text,
					shape_names[(named - 1) / 2][(named - 1) % 2]);
}

/*
 * case_number_code
 *		The code, as numbers with full stops between them; NULL: none.
 */
char *
case_number_code(const Reference *number)
{
	char	   *text;
	char	   *to;

	if (number->rest == 0)
		return NULL;
	text = palloc(CASE_NUMBER_CODE_PARTS * sizeof("65534."));
	to = text;
	for (int shift = 48; shift >= 0 && (number->rest >> shift & 0xFFFF) != 0; shift -= 16)
	{
		if (to > text)
			*to++ = '.';
		to = scan_put_number(to, (int) (number->rest >> shift & 0xFFFF) - 1);
	}
	*to = '\0';
	return text;
}
