/*
 * regulation_text.c
 *	  Splits the text of a regulation or a law into its provisions.
 *
 * The text comes out of a PDF, a word processor or a law database: lines are
 * wrapped, blank lines stand where a page or a column ended, headings have
 * stray blanks.  The wording of a provision has to be the document's own, since
 * it is quoted to people; so the only thing done to it is that wrapped lines
 * are joined by one space and blanks at the ends of lines go.  A word divided
 * at the end of a line stays divided ("integrations- programmet"), for nothing
 * tells it from "ljud- och bild".
 *
 * Headings
 *	  A section starts at a line "5 §", "5§", "§ 5", "5 a §", or one of these
 *	  with text after it that starts with an upper-case letter; a chapter at
 *	  "6 kap." likewise; each may stand behind markdown's "#".  Running text
 *	  refers to sections too, and wrapping puts "5 § andra stycket" or "13 kap."
 *	  at the start of a line.  So where the line before does not end a sentence
 *	  and no blank line lies between, the line is text; but for a bare "5 §"
 *	  which is the next in number and is not continued in lower case: there only
 *	  a full stop was forgotten.  Numbers ascend, sections within their chapter;
 *	  a heading that breaks this is an error, never silently text.
 *
 * Subject headings (rubriker)
 *	  belong to the section they stand over, and are no part of any wording: a
 *	  markdown heading, text on a section's heading line that ends no sentence
 *	  and is cut short, or a last paragraph of one line that ends no sentence
 *	  and stands right before the next heading.
 *
 * Paragraphs (stycken)
 *	  A line starts a paragraph if it begins with an upper-case letter, the
 *	  line before ended a sentence (with . : ! or ?), and either a blank line
 *	  lies between or the line before was cut short.  Cut short means: it does
 *	  not end in a blank (wrapping leaves one, the end of a paragraph does not),
 *	  and the next line's first word would have fitted, that is, line and word
 *	  together are narrower than at every place where the text is known to have
 *	  been wrapped because the sentence runs on in lower case.  A text without
 *	  any such place is not wrapped, and each of its lines stands for itself.
 *	  Where the document does not tell, there are rather too few paragraphs than
 *	  too many: the section's wording is whole in any case.
 *
 * Points
 *	  "1." or "1)" at the start of a line, numbered from 1 without gaps within
 *	  the paragraph that introduces them.
 *
 * All work is done in UTF-8 and by a fixed table of letters, so that the result
 * depends on no locale.  Two passes over the text, each linear.
 */
#include "postgres.h"
#include "compat.h"

#include <limits.h>

#include "funcapi.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/tuplestore.h"

#define SECTION_SIGN "\xC2\xA7"
#define MAX_NUMBER 9999			/* of a section, chapter or point */

/* A line that is not blank, without the blanks at its ends */
typedef struct TextLine
{
	const char *start;
	const char *end;
	bool		after_blank;	/* a blank line lies before it */
	bool		trailing_blank; /* it ended in a blank */
} TextLine;

typedef struct LineReader
{
	const char *pos;
	const char *end;
} LineReader;

typedef enum HeadingKind
{
	NO_HEADING,
	SECTION_HEADING,
	CHAPTER_HEADING,
	SUBJECT_HEADING				/* in markdown only */
} HeadingKind;

typedef struct Heading
{
	HeadingKind kind;
	int			level;			/* how many "#", 0 in plain text */
	int			number;
	char		letter;			/* of "5 a §", or 0 */
	const char *rest;			/* text on the same line, up to the line's end */
} Heading;

/* A paragraph or point: a stretch of the section's wording */
typedef struct Part
{
	int			paragraph;
	int			point;			/* 0 for the paragraph itself */
	int			start;
	int			end;
	int			lines;
} Part;

typedef struct Splitter
{
	/* where the rows go */
	Tuplestorestate *store;
	TupleDesc	desc;
	MemoryContext row_context;
	int			ordinal;

	int			wrap_width;		/* see the head of this file */

	/* where in the document we are */
	int			chapter;		/* 0 before the first */
	bool		in_section;
	bool		collecting;		/* text outside sections is a subject heading */
	int			number;			/* the latest section of the chapter, or 0 */
	char		letter;
	TextLine	last;			/* the latest line of text in the section */

	/* the section being read */
	StringInfoData wording;
	StringInfoData subject;		/* subject heading of this or the next section */
	Part	   *parts;
	int			nparts;
	int			maxparts;
} Splitter;

PG_FUNCTION_INFO_V1(split_regulation);

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

static bool
rt_starts_upper(const char *p, const char *end)
{
	return rt_letter(rt_skip_opening(p, end), end, true);
}

/*
 * Does the text run on in lower case here?  Not where "a)" begins an item.
 */
static bool
rt_runs_on(const char *p, const char *end)
{
	return rt_letter(p, end, false) &&
		!(end - p >= 2 && p[1] == ')');
}

static bool
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
static bool
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

/* A number from 1 to MAX_NUMBER at *p, which is moved past it; else 0 */
static int
rt_number(const char **p, const char *end)
{
	const char *s = *p;
	int			number = 0;

	if (s < end && *s == '0')
		return 0;
	while (s < end && *s >= '0' && *s <= '9' && number <= MAX_NUMBER)
		number = number * 10 + (*s++ - '0');
	if (number == 0 || number > MAX_NUMBER)
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
static Heading
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
	heading.number = rt_number(&p, end);
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
			if (p == end || rt_starts_upper(p, end))
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
static int
rt_point(const TextLine *line)
{
	const char *p = line->start;
	int			number = rt_number(&p, line->end);

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
static int
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
static int
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

static void
rt_append(StringInfo buf, char separator, const char *start, const char *end)
{
	if (buf->len > 0 && separator)
		appendStringInfoChar(buf, separator);
	appendBinaryStringInfo(buf, start, end - start);
}

/* From UTF-8 to the server's encoding */
static text *
rt_text(const char *start, int len)
{
	char	   *copy = pnstrdup(start, len);
	char	   *converted = pg_any_to_server(copy, len, PG_UTF8);

	return converted == copy ? cstring_to_text_with_len(copy, len)
		: cstring_to_text(converted);
}

/* "5 §" or, in a chapter, "6:27", in UTF-8 */
static char *
rt_citation(int chapter, int number, char letter)
{
	char		suffix[3] = {' ', letter, '\0'};

	if (chapter > 0)
		return psprintf("%d:%d%s", chapter, number, letter ? suffix : "");
	return psprintf("%d%s " SECTION_SIGN, number, letter ? suffix : "");
}

/* The same for a message */
static char *
rt_name(int chapter, int number, char letter)
{
	char	   *citation = rt_citation(chapter, number, letter);

	return pg_any_to_server(citation, strlen(citation), PG_UTF8);
}

static void
rt_put_row(Splitter *sp, const Part *part)
{
	enum
	{
		ORDINAL, CHAPTER, SECTION, PARAGRAPH, POINT, WORDING, CITATION,
		HEADING, NCOLUMNS
	};
	Datum		values[NCOLUMNS] = {0};
	bool		nulls[NCOLUMNS] = {false};
	MemoryContext old = MemoryContextSwitchTo(sp->row_context);
	StringInfoData citation;
	char		section[16];

	CHECK_FOR_INTERRUPTS();

	snprintf(section, sizeof(section), sp->letter ? "%d %c" : "%d",
			 sp->number, sp->letter);

	/* the first paragraph is left out where a point is cited, as is usual */
	initStringInfo(&citation);
	appendStringInfoString(&citation,
						   rt_citation(sp->chapter, sp->number, sp->letter));
	if (part->paragraph > 1 || (part->paragraph == 1 && part->point == 0))
		appendStringInfo(&citation, " %d st", part->paragraph);
	if (part->point > 0)
		appendStringInfo(&citation, " %d p", part->point);

	values[ORDINAL] = Int32GetDatum(++sp->ordinal);
	values[CHAPTER] = Int32GetDatum(sp->chapter);
	nulls[CHAPTER] = sp->chapter == 0;
	values[SECTION] = CStringGetTextDatum(section);
	values[PARAGRAPH] = Int32GetDatum(part->paragraph);
	nulls[PARAGRAPH] = part->paragraph == 0;
	values[POINT] = Int32GetDatum(part->point);
	nulls[POINT] = part->point == 0;
	values[WORDING] = PointerGetDatum(rt_text(sp->wording.data + part->start,
											  part->end - part->start));
	values[CITATION] = PointerGetDatum(rt_text(citation.data, citation.len));
	nulls[HEADING] = part->paragraph > 0 || sp->subject.len == 0;
	if (!nulls[HEADING])
		values[HEADING] = PointerGetDatum(rt_text(sp->subject.data,
												  sp->subject.len));
	tuplestore_putvalues(sp->store, sp->desc, values, nulls);

	MemoryContextSwitchTo(old);
	MemoryContextReset(sp->row_context);
}

/*
 * Is the section's last paragraph the subject heading of what follows?
 */
static bool
rt_last_is_subject(const Splitter *sp)
{
	const Part *part = &sp->parts[sp->nparts - 1];
	const char *start = sp->wording.data + part->start;
	const char *end = sp->wording.data + sp->wording.len;

	return sp->nparts > 1 && part->point == 0 && part->lines == 1 &&
		!rt_ends_sentence(start, end) && end[-1] != ',' && end[-1] != ';';
}

/*
 * Writes the rows of the section that has been read, if there is one.
 */
static void
rt_finish_section(Splitter *sp, bool heading_follows)
{
	Part		whole = {0};
	const char *rest;
	const char *end;

	if (!sp->in_section)
		return;
	sp->in_section = false;

	if (sp->wording.len == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("section %s has no text",
						rt_name(sp->chapter, sp->number, sp->letter))));

	end = rest = sp->wording.data + sp->wording.len;
	whole.end = sp->wording.len;
	if (heading_follows && rt_last_is_subject(sp))
	{
		sp->nparts--;
		rest = sp->wording.data + sp->parts[sp->nparts].start;
		whole.end = sp->parts[sp->nparts].start - 1;
	}

	/* a point ends where the next part starts, a paragraph at the next one */
	for (int i = sp->nparts - 1, next = whole.end, paragraph = whole.end; i >= 0; i--)
	{
		Part	   *part = &sp->parts[i];

		part->end = part->point ? next : paragraph;
		/* a point that opens its paragraph starts where the paragraph does */
		next = part->start > 0 ? part->start - 1 : 0;
		if (part->point == 0)
			paragraph = next;
	}

	rt_put_row(sp, &whole);
	for (int i = 0; i < sp->nparts; i++)
		rt_put_row(sp, &sp->parts[i]);

	resetStringInfo(&sp->subject);
	rt_append(&sp->subject, 0, rest, end);
}

static void
rt_add_part(Splitter *sp, int paragraph, int point)
{
	Part	   *part;

	if (sp->nparts == sp->maxparts)
	{
		sp->maxparts *= 2;
		sp->parts = repalloc_huge(sp->parts, sizeof(Part) * sp->maxparts);
	}
	part = &sp->parts[sp->nparts++];
	memset(part, 0, sizeof(Part));
	part->paragraph = paragraph;
	part->point = point;
	part->start = sp->wording.len;
}

/* Would the first word of the next line have fitted on this line? */
static bool
rt_cut_short(const Splitter *sp, const TextLine *line, const TextLine *next)
{
	return rt_width_with_next(line, next) < sp->wrap_width;
}

static bool
rt_starts_point(const Splitter *sp, const TextLine *line)
{
	int			point = rt_point(line);

	if (point == 0 || point != sp->parts[sp->nparts - 1].point + 1)
		return false;
	/* a number that wrapping has put first opens no list */
	return point > 1 || line->after_blank ||
		rt_ends_sentence(sp->last.start, sp->last.end) ||
		rt_cut_short(sp, &sp->last, line);
}

static bool
rt_starts_paragraph(const Splitter *sp, const TextLine *line)
{
	return rt_starts_upper(line->start, line->end) &&
		rt_ends_sentence(sp->last.start, sp->last.end) &&
		(line->after_blank ||
		 (!sp->last.trailing_blank && rt_cut_short(sp, &sp->last, line)));
}

/* A line of text in a section */
static void
rt_add_line(Splitter *sp, const TextLine *line)
{
	char		separator = '\n';

	if (sp->wording.len == 0)
	{
		rt_add_part(sp, 1, 0);
		if (rt_point(line) == 1)
			rt_add_part(sp, 1, 1);
	}
	else
	{
		const Part *latest = &sp->parts[sp->nparts - 1];
		bool		point = rt_starts_point(sp, line);

		if (point || rt_starts_paragraph(sp, line))
		{
			appendStringInfoChar(&sp->wording, '\n');
			if (point)
				rt_add_part(sp, latest->paragraph, latest->point + 1);
			else
				rt_add_part(sp, latest->paragraph + 1, 0);
			separator = 0;
		}
		else
			separator = ' ';
	}
	rt_append(&sp->wording, separator, line->start, line->end);
	sp->parts[sp->nparts - 1].lines++;
	sp->last = *line;
}

/*
 * Is the line, which looks like a heading, one here?  See the head of the file.
 */
static bool
rt_is_heading(const Splitter *sp, const Heading *heading,
			  const TextLine *line, const TextLine *next)
{
	if (heading->kind == NO_HEADING)
		return false;
	if (heading->level > 0 || line->after_blank || sp->last.start == NULL ||
		rt_ends_sentence(sp->last.start, sp->last.end))
		return true;

	/* in the middle of a sentence, unless its full stop was forgotten */
	return heading->kind == SECTION_HEADING && heading->rest == line->end &&
		(next == NULL || !rt_runs_on(next->start, next->end)) &&
		sp->in_section &&
		(heading->letter ? heading->number == sp->number
		 : heading->number == sp->number + 1);
}

static void
rt_start_chapter(Splitter *sp, const Heading *heading)
{
	if (heading->letter)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("chapter \"%d %c\" is not a number",
						heading->number, heading->letter)));
	if (heading->number == sp->chapter)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("chapter %d occurs twice", heading->number)));
	if (heading->number < sp->chapter)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("chapter %d stands after chapter %d",
						heading->number, sp->chapter),
				 errhint("Chapters stand in the order of their numbers.")));
	sp->chapter = heading->number;
	sp->number = 0;
	sp->letter = 0;
	sp->collecting = true;
}

static void
rt_start_section(Splitter *sp, const Heading *heading, const TextLine *line,
				 const TextLine *next)
{
	TextLine	text = *line;

	if (heading->number == sp->number && heading->letter == sp->letter)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("section %s occurs twice",
						rt_name(sp->chapter, sp->number, sp->letter))));
	if (heading->number < sp->number ||
		(heading->number == sp->number && heading->letter < sp->letter))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("section %s stands after section %s",
						rt_name(sp->chapter, heading->number, heading->letter),
						rt_name(sp->chapter, sp->number, sp->letter)),
				 errhint("Sections stand in the order of their numbers, and each occurs once in its chapter.")));

	sp->number = heading->number;
	sp->letter = heading->letter;
	sp->in_section = true;
	sp->nparts = 0;
	resetStringInfo(&sp->wording);

	text.start = heading->rest;
	if (text.start == text.end)
		return;

	/* what stands on the heading's line is its subject or its first text */
	if (!rt_ends_sentence(text.start, text.end) && text.end[-1] != ',' &&
		(heading->level > 0 ||
		 (next != NULL && rt_starts_upper(next->start, next->end) &&
		  (next->after_blank || rt_cut_short(sp, line, next)))))
		rt_append(&sp->subject, '\n', text.start, text.end);
	else
	{
		rt_add_line(sp, &text);
		/* its width counts from where the line starts */
		sp->last.start = line->start;
	}
}

static void
rt_take_line(Splitter *sp, const TextLine *line, const TextLine *next)
{
	Heading		heading = rt_parse_heading(line);

	if (!rt_is_heading(sp, &heading, line, next))
	{
		if (sp->in_section)
			rt_add_line(sp, line);
		else
		{
			if (sp->collecting)
				rt_append(&sp->subject, '\n', line->start, line->end);
			sp->last = *line;
		}
		return;
	}

	rt_finish_section(sp, true);
	sp->last.start = NULL;
	switch (heading.kind)
	{
		case CHAPTER_HEADING:
			rt_start_chapter(sp, &heading);
			break;
		case SECTION_HEADING:
			rt_start_section(sp, &heading, line, next);
			break;
		default:
			/* the document's title is not the subject of any section */
			sp->collecting = heading.level > 1;
			if (sp->collecting)
				rt_append(&sp->subject, '\n', heading.rest, line->end);
	}
}

/*
 * split_regulation(text) returns setof record
 *
 * The provisions of a regulation or law in the order of the document: for each
 * section a row with its whole wording (paragraphs and points on lines of their
 * own), followed by a row for each of its paragraphs and points; see the head
 * of this file for what they are.  Text before the first section (title, date)
 * belongs to no provision.
 *
 * Errors: 22023 where there is no section, a section has no text, or the
 * numbers of sections or chapters do not ascend.
 */
Datum
split_regulation(PG_FUNCTION_ARGS)
{
	text	   *input = PG_GETARG_TEXT_PP(0);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	MemoryContext old;
	Splitter	sp = {0};
	LineReader	reader;
	TextLine	line;
	TextLine	next;
	bool		more;
	int			len = VARSIZE_ANY_EXHDR(input);
	const char *utf8 = pg_server_to_any(VARDATA_ANY(input), len, PG_UTF8);

	if (rsinfo == NULL || !IsA(rsinfo, ReturnSetInfo) ||
		!(rsinfo->allowedModes & SFRM_Materialize))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("set-valued function called in context that cannot accept a set")));

	if (utf8 != VARDATA_ANY(input))
		len = strlen(utf8);

	old = MemoryContextSwitchTo(rsinfo->econtext->ecxt_per_query_memory);
	if (get_call_result_type(fcinfo, NULL, &sp.desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	sp.store = tuplestore_begin_heap((rsinfo->allowedModes & SFRM_Materialize_Random) != 0,
									 false, work_mem);
	rsinfo->returnMode = SFRM_Materialize;
	rsinfo->setResult = sp.store;
	rsinfo->setDesc = sp.desc;
	MemoryContextSwitchTo(old);

	sp.row_context = AllocSetContextCreate(CurrentMemoryContext,
										   "governance provision",
										   ALLOCSET_DEFAULT_SIZES);
	initStringInfo(&sp.wording);
	initStringInfo(&sp.subject);
	sp.maxparts = 16;
	sp.parts = palloc(sizeof(Part) * sp.maxparts);
	sp.wrap_width = rt_wrap_width(utf8, len);

	reader.pos = utf8;
	reader.end = utf8 + len;
	more = rt_next_line(&reader, &line);
	while (more)
	{
		more = rt_next_line(&reader, &next);
		rt_take_line(&sp, &line, more ? &next : NULL);
		line = next;
	}
	rt_finish_section(&sp, false);

	if (sp.ordinal == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the text has no sections"),
				 errhint("A section starts at a line such as \"%s\", and a chapter at one such as \"2 kap.\".",
						 rt_name(0, 1, 0))));

	return (Datum) 0;
}
