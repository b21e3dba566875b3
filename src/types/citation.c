/*
 * citation.c
 *	  A place in a regulation or a law: how it is written and read.
 *
 * Swedish law names a place as "6 kap. 27 § 2 st 3 p", lawyers also as "6:27",
 * with the abbreviation of the law before it.  All ways of writing the same
 * place give the same value, which is written in one way only: "KL 6:27 2 st"
 * where there is a chapter, "7 § 2 st" where there is none.
 */
#include "postgres.h"
#include "compat.h"

#include "types/citation.h"

/* Enough for the longest text in UTF-8 */
#define MAX_TEXT		(CITATION_LAW_BYTES + 40)

/* The greatest number of so many bits */
#define GREATEST(bits)	((UINT64CONST(1) << (bits)) - 1)

/* What a number counts, by the word beside it */
typedef enum
{
	NO_UNIT,
	CHAPTER,
	PARAGRAPH,
	POINT
} Unit;

#define TOO_LARGE	gettext_noop("A chapter is at most 999, a section at most 9999.")

static const ScanNumber main_number = {
	CITATION_MAX_SECTION,
	gettext_noop("A citation names a section by its number, as in KL 6:27."),
	gettext_noop("Chapters and sections are numbered from 1."),
	TOO_LARGE
};

static const ScanNumber part_number = {
	CITATION_MAX_PART,
	gettext_noop("A paragraph or point has a number."),
	gettext_noop("Paragraphs and points are numbered from 1."),
	gettext_noop("A paragraph or point is at most 999.")
};

static inline Unit
unit_of_word(uint64 word)
{
	switch (word)
	{
		case SCAN_WORD('k', 'a', 'p'):
		case SCAN_WORD('k', 'a', 'p', 'i', 't', 'e', 'l'):
		case SCAN_WORD('k', 'a', 'p', 'i', 't', 'l', 'e', 't'):
			return CHAPTER;
		case SCAN_WORD('s', 't'):
		case SCAN_WORD('s', 't', 'y', 'c', 'k', 'e'):
		case SCAN_WORD('s', 't', 'y', 'c', 'k', 'e', 't'):
			return PARAGRAPH;
		case SCAN_WORD('p'):
		case SCAN_WORD('p', 'u', 'n', 'k', 't'):
		case SCAN_WORD('p', 'u', 'n', 'k', 't', 'e', 'n'):
			return POINT;
	}
	return NO_UNIT;
}

static inline bool
parse_law(TextScan *scan, uint64 *law)
{
	if (!scan_word(scan, law))
		return scan_fail(scan, gettext_noop("The abbreviation of a law has at most 12 letters."));
	if (*law != 0 && unit_of_word(*law) != NO_UNIT)
		return scan_fail(scan, gettext_noop("The number before the chapter, paragraph or point is missing."));
	return true;
}

/*
 * Reads a unit, whose word may be abbreviated with a full stop; NO_UNIT where
 * the text goes on with something else.
 */
static Unit
parse_unit(TextScan *scan)
{
	uint64		word;
	Unit		unit;

	if (!scan_word(scan, &word) || word == 0)
		return NO_UNIT;
	unit = unit_of_word(word);
	if (unit != NO_UNIT)
		(void) scan_char(scan, '.');
	return unit;
}

/*
 * Reads a paragraph, a point, or one after the other: "2 st 3 p", "p. 3".
 */
static bool
parse_parts(TextScan *scan, CitationParts *parts)
{
	for (;;)
	{
		Unit		unit;
		int			number;
		int		   *part;

		scan_space(scan);
		if (scan->at[0] == '\0')
			return true;
		if (scan_at_digit(scan))
		{
			if (!scan_number(scan, &part_number, &number))
				return false;
			scan_space(scan);
			unit = parse_unit(scan);
			if (unit != PARAGRAPH && unit != POINT)
				return scan_fail(scan, gettext_noop("A number after the section needs st (paragraph) or p (point)."));
		}
		else
		{
			unit = parse_unit(scan);
			if (unit != PARAGRAPH && unit != POINT)
				return scan_fail(scan, gettext_noop("There is more text after the citation."));
			scan_space(scan);
			if (!scan_number(scan, &part_number, &number))
				return false;
		}
		part = unit == PARAGRAPH ? &parts->paragraph : &parts->point;
		if (*part != 0 || parts->point != 0)
			return scan_fail(scan, gettext_noop("A citation names at most one paragraph and then one point."));
		*part = number;
	}
}

/*
 * Reads the letter of a section.  A single letter is one, unless a full stop
 * makes it a unit: "8:10 p. 3" is point 3 of section 10.
 */
static inline int
parse_section_letter(TextScan *scan)
{
	const char *start = scan->at;
	int			letter;

	scan_space(scan);
	letter = scan_letter(scan);
	if (letter != 0 && (scan->at[0] == '.' || scan_letter(scan) != 0))
	{
		scan->at = start;
		return 0;
	}
	return letter;
}

/*
 * Reads what follows the number of a section: its letter, and the section sign
 * if that was not before the number.
 */
static inline bool
parse_after_section(TextScan *scan, CitationParts *parts, bool sign,
					bool sign_needed)
{
	parts->letter = parse_section_letter(scan);
	if (!sign)
	{
		scan_space(scan);
		sign = scan_literal(scan, SCAN_SECTION_SIGN);
	}
	if (sign_needed && !sign)
		return scan_fail(scan, gettext_noop("A number, with at most one letter, and a section sign are expected."));
	return true;
}

static inline bool
parse_section(TextScan *scan, CitationParts *parts, bool sign_needed)
{
	bool		sign = scan_literal(scan, SCAN_SECTION_SIGN);

	scan_space(scan);
	return scan_number(scan, &main_number, &parts->section) &&
		parse_after_section(scan, parts, sign, sign_needed);
}

/*
 * Reads the chapter, if there is one, and the section: a number is the one or
 * the other by what follows it.
 */
static bool
parse_chapter_and_section(TextScan *scan, CitationParts *parts)
{
	const char *after_number;
	bool		short_form;
	int			number;

	if (!scan_at_digit(scan))
		return parse_section(scan, parts, true);
	if (!scan_number(scan, &main_number, &number))
		return false;
	after_number = scan->at;
	scan_space(scan);
	short_form = scan_char(scan, ':');
	/* mostly a glance tells that no word for a chapter follows */
	if (!short_form && ((scan->at[0] | 0x20) != 'k' || parse_unit(scan) != CHAPTER))
	{
		scan->at = after_number;
		parts->section = number;
		return parse_after_section(scan, parts, false, true);
	}
	if (number > CITATION_MAX_CHAPTER)
		return scan_out_of_range(scan, TOO_LARGE);
	parts->chapter = number;
	scan_space(scan);
	return parse_section(scan, parts, !short_form);
}

/*
 * citation_scan
 *		Reads a citation: [law] [chapter] section [paragraph] [point].
 */
bool
citation_scan(TextScan *scan, CitationParts *parts)
{
	memset(parts, 0, sizeof(*parts));
	scan_space(scan);
	if (!parse_law(scan, &parts->law))
		return false;
	scan_space(scan);
	return parse_chapter_and_section(scan, parts) &&
		parse_parts(scan, parts);
}

/*
 * citation_scan_law
 *		Reads the abbreviation of a law, of either case; 0 where the text goes
 *		on with something else than a letter.
 */
bool
citation_scan_law(TextScan *scan, uint64 *law)
{
	return parse_law(scan, law);
}

static char *
put_part(char *to, int number, const char *unit)
{
	if (number == 0)
		return to;
	*to++ = ' ';
	to = scan_put_number(to, number);
	while (*unit != '\0')
		*to++ = *unit++;
	return to;
}

/*
 * citation_format
 *		The canonical text of a citation, in the database's encoding, which
 *		reads back as the same value.
 */
char *
citation_format(const Citation *citation)
{
	CitationParts parts = citation_unpack(citation);
	char	   *text = palloc(MAX_TEXT);
	char	   *to = text;

	if (parts.law != 0)
	{
		to += scan_put_word(to, parts.law);
		*to++ = ' ';
	}
	if (parts.chapter != 0)
	{
		to = scan_put_number(to, parts.chapter);
		*to++ = ':';
	}
	to = scan_put_number(to, parts.section);
	if (parts.letter != 0)
	{
		*to++ = ' ';
		to += scan_put_letter(to, parts.letter, false);
	}
	if (parts.chapter == 0)
	{
		memcpy(to, " " SCAN_SECTION_SIGN, 3);
		to += 3;
	}
	to = put_part(to, parts.paragraph, " st");
	to = put_part(to, parts.point, " p");
	*to = '\0';
	return scan_to_server(text);
}

/*
 * citation_sort_key
 *		A number by which citations can be sorted first; those of the same
 *		number are told apart by citation_compare.
 *
 * Each part has the bits that nearly all there are can do with: six letters of
 * the law, 7 bits of chapter, 12 of section, 5 each of letter, paragraph and
 * point.  Where a part does not fit, it and all after it count as the
 * greatest.
 */
uint64
citation_sort_key(const Citation *citation)
{
	const int	rest_of_law = 6 * SCAN_LETTER_BITS;
	CitationParts parts = citation_unpack(citation);
	uint64		key = parts.law >> rest_of_law << 34;

	if ((parts.law & GREATEST(rest_of_law)) != 0 || parts.chapter >= GREATEST(7))
		return key | GREATEST(34);
	key |= (uint64) parts.chapter << 27;
	if (parts.section >= GREATEST(12))
		return key | GREATEST(27);
	key |= (uint64) parts.section << 15 | (uint64) parts.letter << 10;
	if (parts.paragraph >= GREATEST(5))
		return key | GREATEST(10);
	return key | (uint64) parts.paragraph << 5 | Min(parts.point, GREATEST(5));
}
