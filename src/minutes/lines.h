/*
 * lines.h
 *	  Lines of a text, written in any order and sorted at the end.
 */
#ifndef GOVERNANCE_LINES_H
#define GOVERNANCE_LINES_H

#include "lib/stringinfo.h"

#include "registry/swedish.h"

/* a line and its place: by these in turn, then by its text */
typedef struct Line
{
	int			part;
	int32		a;
	int32		b;
	const char *key;
	int			start;			/* where its text is */
	int			end;
} Line;

typedef struct Lines
{
	StringInfoData text;
	Line	   *v;
	int			n;
	int			size;
} Lines;

extern void lines_init(Lines *lines);
extern void lines_begin(Lines *lines, int part, int32 a, int32 b, const char *key);
extern void lines_put(Lines *lines, const char *format,...);
extern void lines_put_all(Lines *lines, Lines *others);
extern void lines_write(Lines *lines, StringInfo out);

#endif							/* GOVERNANCE_LINES_H */
