/*
 * regulation_line.h
 *	  The lines of a regulation's text: reading them, and what each looks like
 *	  by itself.  What they are in their document is decided in
 *	  regulation_text.c.
 */
#ifndef GOVERNANCE_REGULATION_LINE_H
#define GOVERNANCE_REGULATION_LINE_H

#define SECTION_SIGN "\xC2\xA7"	/* in UTF-8, in which the text is read */

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

extern bool rt_starts_upper(const char *p, const char *end);
extern bool rt_runs_on(const char *p, const char *end);
extern bool rt_ends_sentence(const char *start, const char *end);
extern bool rt_next_line(LineReader *reader, TextLine *line);
extern Heading rt_parse_heading(const TextLine *line);
extern int rt_point(const TextLine *line);
extern int rt_width_with_next(const TextLine *line, const TextLine *next);
extern int rt_wrap_width(const char *text, int len);

#endif							/* GOVERNANCE_REGULATION_LINE_H */
