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
#include "utils/builtins.h"

#define SECTION_SIGN	"\xC2\xA7"	/* U+00A7 */

/* Enough for the longest text in UTF-8 */
#define MAX_TEXT		(CITATION_LAW_BYTES + 40)

static const char *const chapter_words[] = {"kapitlet", "kapitel", "kap", NULL};
static const char *const paragraph_words[] = {"stycket", "stycke", "st", NULL};
static const char *const point_words[] = {"punkten", "punkt", "p", NULL};

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

/*
 * citation_pack, citation_unpack
 *		Parts to value and back.  The parts must be in their bounds.
 */
Citation
citation_pack(const CitationParts *parts)
{
	Citation	citation;

	citation.law = parts->law;
	citation.place = (uint64) parts->chapter << 39 |
		(uint64) parts->section << 25 |
		(uint64) parts->letter << 20 |
		(uint64) parts->paragraph << 10 |
		(uint64) parts->point;
	return citation;
}

CitationParts
citation_unpack(const Citation *citation)
{
	CitationParts parts;

	parts.law = citation->law;
	parts.chapter = (int) (citation->place >> 39);
	parts.section = (int) (citation->place >> 25 & 0x3FFF);
	parts.letter = (int) (citation->place >> 20 & 0x1F);
	parts.paragraph = (int) (citation->place >> 10 & 0x3FF);
	parts.point = (int) (citation->place & 0x3FF);
	return parts;
}

/*
 * citation_scan_law
 *		Reads the abbreviation of a law, of either case; 0 where the text goes
 *		on with something else than a letter.
 */
bool
citation_scan_law(TextScan *scan, uint64 *law)
{
	TextScan		word = *scan;
	int			shift = CITATION_LAW_LETTERS * SCAN_LETTER_BITS;
	int			letter;

	*law = 0;
	if (scan_any_word(&word, chapter_words) ||
		scan_any_word(&word, paragraph_words) ||
		scan_any_word(&word, point_words))
		return scan_fail(scan, gettext_noop("The number before the chapter, paragraph or point is missing."));
	while ((letter = scan_letter(scan)) != 0)
	{
		shift -= SCAN_LETTER_BITS;
		if (shift < 0)
			return scan_fail(scan, gettext_noop("The abbreviation of a law has at most 12 letters."));
		*law |= (uint64) letter << shift;
	}
	return true;
}

/*
 * citation_put_law
 *		Writes the abbreviation of a law as UTF-8, in upper case; returns the
 *		number of bytes.
 */
int
citation_put_law(char *to, uint64 law)
{
	char	   *start = to;
	int			shift = CITATION_LAW_LETTERS * SCAN_LETTER_BITS;

	while ((law & ((UINT64CONST(1) << shift) - 1)) != 0)
	{
		shift -= SCAN_LETTER_BITS;
		to += scan_put_letter(to, (int) (law >> shift & SCAN_LETTER_MASK), true);
	}
	return to - start;
}

/*
 * Reads the letter of a section.  A single letter is one, unless a full stop
 * makes it a unit: "8:10 p. 3" is point 3 of section 10.
 */
static int
parse_section_letter(TextScan *scan)
{
	TextScan		after = *scan;
	int			letter;

	scan_space(&after);
	letter = scan_letter(&after);
	if (letter == 0 || after.at[0] == '.' || scan_letter(&after) != 0)
		return 0;
	scan->at = after.at;
	return letter;
}

/*
 * Reads a unit, whose word may be abbreviated with a full stop.
 */
static bool
parse_unit(TextScan *scan, const char *const *words)
{
	if (!scan_any_word(scan, words))
		return false;
	(void) scan_literal(scan, ".");
	return true;
}

/*
 * Reads the unit of a part: the field that its number belongs to, or NULL.
 */
static int *
parse_part_unit(TextScan *scan, CitationParts *parts)
{
	if (parse_unit(scan, paragraph_words))
		return &parts->paragraph;
	if (parse_unit(scan, point_words))
		return &parts->point;
	return NULL;
}

/*
 * Reads a paragraph, a point, or one after the other: "2 st 3 p", "p. 3".
 */
static bool
parse_parts(TextScan *scan, CitationParts *parts)
{
	for (;;)
	{
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
			part = parse_part_unit(scan, parts);
			if (part == NULL)
				return scan_fail(scan, gettext_noop("A number after the section needs st (paragraph) or p (point)."));
		}
		else
		{
			part = parse_part_unit(scan, parts);
			if (part == NULL)
				return scan_fail(scan, gettext_noop("There is more text after the citation."));
			scan_space(scan);
			if (!scan_number(scan, &part_number, &number))
				return false;
		}
		if (*part != 0 || parts->point != 0)
			return scan_fail(scan, gettext_noop("A citation names at most one paragraph and then one point."));
		*part = number;
	}
}

/*
 * Reads a section: its number and letter, and the section sign before or
 * after them.
 */
static bool
parse_section(TextScan *scan, CitationParts *parts, bool sign_needed)
{
	bool		sign = scan_literal(scan, SECTION_SIGN);

	scan_space(scan);
	if (!scan_number(scan, &main_number, &parts->section))
		return false;
	parts->letter = parse_section_letter(scan);
	if (!sign)
	{
		scan_space(scan);
		sign = scan_literal(scan, SECTION_SIGN);
	}
	if (sign_needed && !sign)
		return scan_fail(scan, gettext_noop("A number, with at most one letter, and a section sign are expected."));
	return true;
}

/*
 * Reads a chapter, if the text has one.
 */
static bool
parse_chapter(TextScan *scan, CitationParts *parts, bool *short_form)
{
	TextScan		start = *scan;

	*short_form = false;
	if (!scan_at_digit(scan))
		return true;
	if (!scan_number(scan, &main_number, &parts->chapter))
		return false;
	scan_space(scan);
	*short_form = scan_literal(scan, ":");
	if (!*short_form && !parse_unit(scan, chapter_words))
	{
		/* it is the number of the section */
		*scan = start;
		parts->chapter = 0;
	}
	else if (parts->chapter > CITATION_MAX_CHAPTER)
		return scan_out_of_range(scan, TOO_LARGE);
	scan_space(scan);
	return true;
}

/*
 * citation_scan
 *		Reads a citation: [law] [chapter] section [paragraph] [point].
 */
bool
citation_scan(TextScan *scan, CitationParts *parts)
{
	bool		short_form;

	memset(parts, 0, sizeof(*parts));
	scan_space(scan);
	if (!citation_scan_law(scan, &parts->law))
		return false;
	scan_space(scan);
	return parse_chapter(scan, parts, &short_form) &&
		parse_section(scan, parts, !short_form) &&
		parse_parts(scan, parts);
}

/*
 * citation_parse
 *		Reads a citation from a text in the database's encoding.
 *
 * False, and the reason as an untranslated sentence, where the text is none.
 */
bool
citation_parse(const char *text, Citation *citation, const char **reason)
{
	TextScan		scan;
	CitationParts parts;

	scan_start(&scan, text);
	if (citation_scan(&scan, &parts))
	{
		*citation = citation_pack(&parts);
		return true;
	}
	*reason = scan.reason;
	return false;
}

static char *
put_text(char *to, const char *text)
{
	size_t		length = strlen(text);

	memcpy(to, text, length);
	return to + length;
}

static char *
put_part(char *to, int number, const char *unit)
{
	if (number == 0)
		return to;
	*to++ = ' ';
	to += pg_ultoa_n(number, to);
	return put_text(to, unit);
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
		to += citation_put_law(to, parts.law);
		*to++ = ' ';
	}
	if (parts.chapter != 0)
	{
		to += pg_ultoa_n(parts.chapter, to);
		*to++ = ':';
	}
	to += pg_ultoa_n(parts.section, to);
	if (parts.letter != 0)
	{
		*to++ = ' ';
		to += scan_put_letter(to, parts.letter, false);
	}
	if (parts.chapter == 0)
		to = put_text(to, " " SECTION_SIGN);
	to = put_part(to, parts.paragraph, " st");
	to = put_part(to, parts.point, " p");
	*to = '\0';
	return scan_to_server(text);
}
