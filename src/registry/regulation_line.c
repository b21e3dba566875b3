/*
 * regulation_line.c
 *	  Reads the lines of a regulation's text and tells what each looks like by
 *	  itself.
 *
 * The text is UTF-8, and letters are looked up in a fixed table, so that the
 * result depends on no locale.
 */
#include "postgres.h"
#include "compat.h"

#include <limits.h>

#include "miscadmin.h"
#include "registry/regulation_line.h"
#include "types/citation.h"

/*
 * Length in bytes of the blank character at p, or 0.  All of Unicode's spaces,
 * and the byte order mark, which some editors leave in front.
 */
static int
rt_blank(const char *p, const char *end)
{
	const unsigned char *s = (const unsigned char *) p;

	if (p >= end)
		return 0;
	if (*s == ' ' || *s == '\t' || *s == '\v' || *s == '\f' ||
		*s == '\n' || *s == '\r')
		return 1;
	if (end - p >= 2 && s[0] == 0xC2 && (s[1] == 0xA0 || s[1] == 0x85))
		return 2;
	if (end - p < 3)
		return 0;
	if (s[0] == 0xE2 && s[1] == 0x80 &&
		((s[2] >= 0x80 && s[2] <= 0x8B) ||	/* en quad .. zero width space */
		 s[2] == 0xA8 || s[2] == 0xA9 || s[2] == 0xAF))
		return 3;
	if ((s[0] == 0xE2 && s[1] == 0x81 && s[2] == 0x9F) ||
		(s[0] == 0xE3 && s[1] == 0x80 && s[2] == 0x80) ||
		(s[0] == 0xEF && s[1] == 0xBB && s[2] == 0xBF))
		return 3;
	return 0;
}

static const char *
rt_skip_blanks(const char *p, const char *end)
{
	int			len;

	while ((len = rt_blank(p, end)) > 0)
		p += len;
	return p;
}

/* The start of the character that ends before end */
static const char *
rt_previous(const char *start, const char *end)
{
	const char *p = end - 1;

	while (p > start && (*(const unsigned char *) p & 0xC0) == 0x80)
		p--;
	return p;
}

/* Whether a letter of the Latin alphabets of Western Europe is at p. */
static bool
rt_letter(const char *p, const char *end, bool upper)
{
	const unsigned char *s = (const unsigned char *) p;

	if (p >= end)
		return false;
	if (upper ? (*s >= 'A' && *s <= 'Z') : (*s >= 'a' && *s <= 'z'))
		return true;
	if (end - p < 2 || *s != 0xC3)
		return false;
	return upper ? (s[1] >= 0x80 && s[1] <= 0x9E && s[1] != 0x97)
		: (s[1] >= 0x9F && s[1] <= 0xBF && s[1] != 0xB7);
}

/* Past a quotation mark or an opening bracket; quotation marks close as well */
static const char *
rt_skip_opening(const char *p, const char *end)
{
	static const char *const opening[] = {
		"\"", "'", "(", "\xE2\x80\x9D", "\xE2\x80\x9C", "\xE2\x80\x98",
		"\xE2\x80\x99", "\xC2\xBB", "\xC2\xAB",
	};

	for (int i = 0; i < lengthof(opening); i++)
	{
		int			len = strlen(opening[i]);

		if (end - p >= len && memcmp(p, opening[i], len) == 0)
			return p + len;
	}
	return p;
}

/* Does the text at p start with an upper-case letter, quotation marks aside? */
bool
rt_starts_upper(const char *p, const char *end)
{
	return rt_letter(rt_skip_opening(p, end), end, true);
}

/*
 * Does the text run on in lower case here?  Not where "a)" begins an item.
 */
bool
rt_runs_on(const char *p, const char *end)
{
	return rt_letter(p, end, false) &&
		!(end - p >= 2 && p[1] == ')');
}

/* Does the text up to end, closing marks aside, end in . : ! or ? */
bool
rt_ends_sentence(const char *start, const char *end)
{
	while (end > start)
	{
		const char *p = rt_previous(start, end);

		if (*p == '.' || *p == ':' || *p == '!' || *p == '?')
			return true;
		/* a closing mark: the full stop may stand inside it */
		if (rt_skip_opening(p, end) == p && *p != ')' && *p != ']')
			return false;
		end = p;
	}
	return false;
}

/*
 * The next line that is not blank; false at the end of the text.  Lines end in
 * LF, CR LF, CR or a form feed; a page break is not a blank line.
 */
bool
rt_next_line(LineReader *reader, TextLine *line)
{
	line->after_blank = false;
	while (reader->pos < reader->end)
	{
		const char *start = reader->pos;
		const char *p = start;
		const char *end;
		bool		page_break;

		CHECK_FOR_INTERRUPTS();

		while (p < reader->end && *p != '\n' && *p != '\r' && *p != '\f')
			p++;
		end = p;
		page_break = p < reader->end && *p == '\f';
		if (p < reader->end)
		{
			if (*p == '\r' && p + 1 < reader->end && p[1] == '\n')
				p++;
			p++;
		}
		reader->pos = p;

		start = rt_skip_blanks(start, end);
		line->start = start;
		line->end = end;
		while (line->end > start)
		{
			const char *last = rt_previous(start, line->end);

			if (rt_blank(last, line->end) == 0)
				break;
			line->end = last;
		}
		line->trailing_blank = line->end < end;
		if (line->end > start)
			return true;
		if (!page_break)
			line->after_blank = true;
	}
	return false;
}

/* A number from 1 to max, of a citation, at *p, which is moved past it; else 0 */
static int
rt_number(const char **p, const char *end, int max)
{
	const char *s = *p;
	int			number = 0;

	if (s < end && *s == '0')
		return 0;
	while (s < end && *s >= '0' && *s <= '9' && number <= max)
		number = number * 10 + (*s++ - '0');
	if (number == 0 || number > max)
		return 0;
	*p = s;
	return number;
}

static bool
rt_section_sign(const char **p, const char *end)
{
	if (end - *p < 2 || memcmp(*p, SECTION_SIGN, 2) != 0)
		return false;
	*p += 2;
	return true;
}

/* "kap", in upper or lower case, with or without a full stop */
static bool
rt_chapter_word(const char **p, const char *end)
{
	const char *s = *p;

	if (end - s < 3 || pg_strncasecmp(s, "kap", 3) != 0)
		return false;
	s += 3;
	if (s < end && *s == '.')
		s++;
	else if (s < end && rt_blank(s, end) == 0)
		return false;
	*p = s;
	return true;
}

/*
 * What the line looks like, taken by itself.  A heading's text on the same
 * line has to start with an upper-case letter.
 */
Heading
rt_parse_heading(const TextLine *line)
{
	Heading		heading = {NO_HEADING};
	const char *end = line->end;
	const char *p = line->start;
	const char *s;
	bool		sign_first;

	while (p < end && *p == '#')
		p++;
	if (p > line->start && rt_blank(p, end) == 0)
		p = line->start;		/* "#5" is text */
	heading.level = Min(p - line->start, 6);
	p = rt_skip_blanks(p, end);
	heading.rest = p;
	if (heading.level > 0)
		heading.kind = SUBJECT_HEADING;

	sign_first = rt_section_sign(&p, end);
	p = rt_skip_blanks(p, end);
	heading.number = rt_number(&p, end, CITATION_MAX_SECTION);
	if (heading.number == 0)
		return heading;

	/* the letter stands alone: "5 a §", "5a §", "§ 5 a", "2 a kap." */
	s = rt_skip_blanks(p, end);
	if (s < end && *s >= 'a' && *s <= 'z')
	{
		const char *after = rt_skip_blanks(s + 1, end);

		if (sign_first ? (after > s + 1 || after == end)
			: (rt_section_sign(&after, end) || rt_chapter_word(&after, end)))
		{
			heading.letter = *s;
			p = s + 1;
			s = rt_skip_blanks(p, end);
		}
	}

	if (sign_first)
	{
		if (s == p && s < end)
			return heading;		/* "§ 5:2", "§ 5." */
		p = s;
	}
	else
	{
		p = s;
		if (!rt_section_sign(&p, end))
		{
			if (!rt_chapter_word(&p, end))
				return heading;
			p = rt_skip_blanks(p, end);
			if (heading.number <= CITATION_MAX_CHAPTER &&
				(p == end || rt_starts_upper(p, end)))
			{
				heading.kind = CHAPTER_HEADING;
				heading.rest = p;
			}
			return heading;
		}
		p = rt_skip_blanks(p, end);
	}
	if (p == end || rt_starts_upper(p, end))
	{
		heading.kind = SECTION_HEADING;
		heading.rest = p;
	}
	return heading;
}

/* The number of the point that starts at the line, or 0 */
int
rt_point(const TextLine *line)
{
	const char *p = line->start;
	int			number = rt_number(&p, line->end, CITATION_MAX_PART);

	if (number == 0 || p >= line->end || (*p != '.' && *p != ')') ||
		rt_blank(p + 1, line->end) == 0)
		return 0;
	return number;
}

static int
rt_characters(const char *p, const char *end)
{
	int			n = 0;

	for (; p < end; p++)
		n += (*(const unsigned char *) p & 0xC0) != 0x80;
	return n;
}

/* Width of a line together with the first word of the next, in characters */
int
rt_width_with_next(const TextLine *line, const TextLine *next)
{
	const char *p = next->start;

	while (p < next->end && rt_blank(p, next->end) == 0)
		p++;
	return rt_characters(line->start, line->end) + 1 +
		rt_characters(next->start, p);
}

/*
 * The least width at which the text is known to have been wrapped, INT_MAX if
 * it never was.
 */
int
rt_wrap_width(const char *text, int len)
{
	LineReader	reader = {text, text + len};
	TextLine	line;
	TextLine	next;
	int			width = INT_MAX;

	if (!rt_next_line(&reader, &line))
		return width;
	while (rt_next_line(&reader, &next))
	{
		if (!next.after_blank && rt_runs_on(next.start, next.end) &&
			!rt_ends_sentence(line.start, line.end) && line.end[-1] != ';')
		{
			Heading		heading = rt_parse_heading(&line);

			/* the text of a section may start on its heading's line */
			if (heading.kind == NO_HEADING ||
				(heading.kind == SECTION_HEADING && heading.level == 0 &&
				 heading.rest < line.end))
				width = Min(width, rt_width_with_next(&line, &next));
		}
		line = next;
	}
	return width;
}
