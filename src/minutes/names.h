/*
 * names.h
 *	  The names of people and bodies, each looked up once for a text.
 */
#ifndef GOVERNANCE_NAMES_H
#define GOVERNANCE_NAMES_H

#include "registry/registry.h"

typedef struct Named
{
	int64		id;
	const char *text;			/* null: there is no such row */
} Named;

typedef struct Names
{
	Reader	   *reader;
	TableId		table;			/* one with a column "name" */
	int			field;			/* where the name is among its fields */
	Named	   *v;				/* by id */
	int			n;
	int			size;
} Names;

extern void names_init(Names *names, Reader *reader, TableId table);
extern const char *name_of(Names *names, int64 id);

#endif							/* GOVERNANCE_NAMES_H */
