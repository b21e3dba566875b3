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
 * A number that no citation can name (chapter 1000, the 1000th point) starts
 * nothing: what stands there is text.
 *
 * All work is done in UTF-8.  Two passes over the text, each linear.
 */
#include "postgres.h"
#include "compat.h"

#include "funcapi.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "registry/regulation_line.h"
#include "types/citation.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/tuplestore.h"

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
	return sp->parts[sp->nparts - 1].paragraph < CITATION_MAX_PART &&
		rt_starts_upper(line->start, line->end) &&
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
	if (heading->number <= sp->chapter)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("chapter %d stands after chapter %d",
						heading->number, sp->chapter),
				 errhint("Chapters stand in the order of their numbers, and each occurs once.")));
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
