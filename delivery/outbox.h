/*
 * outbox.h
 *	  The outbox of a registry, as who delivers it sees it.
 */
#ifndef GOVERNANCE_OUTBOX_H
#define GOVERNANCE_OUTBOX_H

#include "nodes/pg_list.h"

#include "deliver.h"
#include "transfer.h"

/* a registry that is being delivered */
typedef struct Outbox
{
	const char *registry;
	Oid			owner;
	bool		in_procedure;	/* which may commit, but is in SPI already */
	Transfer   *transfer;
	List	   *waiting;		/* claimed, and not begun */
	List	   *ended;			/* and not recorded */
	TimestampTz ended_since;	/* the first of them */
	TimestampTz looked_at;		/* when rows were last asked for */
	int64		claimed;
	Delivered	result;
} Outbox;

extern List *outbox_list(bool in_procedure, MemoryContext context);
extern bool outbox_is_delivered_here(const Outbox *outbox);
extern void outbox_keep_house(const Outbox *outbox);
extern int64 outbox_lease(void);
extern int	outbox_claim(Outbox *outbox, int64 most);
extern void outbox_record(Outbox *outbox);
extern List *outbox_append(List *list, Delivery *delivery);
extern void outbox_release(Delivery *delivery);

#endif							/* GOVERNANCE_OUTBOX_H */
