/*
 * noted.h
 *	  The rows that statements have written to meetings' tables, and that no
 *	  rule has been asked about yet.
 */
#ifndef GOVERNANCE_NOTED_H
#define GOVERNANCE_NOTED_H

#include "registry/registry.h"

typedef struct Noted
{
	Registry   *registry;
	int64		meeting;
	int32		position;		/* INT_NULL: not about one item */
	uint8		table;
	bool		has_old;		/* the change has an old row, a new one */
	bool		has_new;
	bool		another_day;	/* the meeting was moved to another day */
	bool		derived;		/* only what the database derives was changed */
	ItemPointerData old;
	ItemPointerData new;
	int32		level;			/* of nested transactions, where it was written */
} Noted;

/* what is judged together, in order */
typedef struct NotedList
{
	Noted	   *v;
	int			n;
} NotedList;

extern void noted_init(void);
extern bool noted_add(const Noted *change);
extern NotedList noted_take(void);

#endif							/* GOVERNANCE_NOTED_H */
