/*
 * text.h
 *	  The canonical text of minutes.
 */
#ifndef GOVERNANCE_MINUTES_TEXT_H
#define GOVERNANCE_MINUTES_TEXT_H

#include "minutes/lines.h"
#include "minutes/names.h"
#include "rules/rule.h"

#define TEXT_FORMAT	1			/* of what is written, as its first line says */

/* every table that is read for a text */
#define MINUTES_SOURCES	(MINUTES_CONTENT | TABLE(BODY) | TABLE(PERSON))

/* what a text is being written from */
typedef struct Writer
{
	const Facts *facts;			/* read with their texts */
	const Minutes *minutes;
	const AgendaItem **items;	/* those the minutes cover, as they were handled */
	int			nitems;
	Names		people;
	Names		bodies;
} Writer;

extern text *minutes_write(Facts *facts, const Minutes *minutes, Reader *reader);

/* section.c */
extern void write_section(Writer *w, Lines *lines, const AgendaItem *item);
extern void write_deviation(Lines *lines, const Deviation *deviation);
extern const char *deviation_key(const Deviation *deviation);

/* numbers.c */
extern const char *section_ranges(int32 *sections, int n);

#endif							/* GOVERNANCE_MINUTES_TEXT_H */
