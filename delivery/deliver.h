/*
 * deliver.h
 *	  Delivering what is in the outboxes of a database's registries.
 */
#ifndef GOVERNANCE_DELIVER_H
#define GOVERNANCE_DELIVER_H

#include "datatype/timestamp.h"

/* what became of it */
typedef struct Delivered
{
	int64		delivered;
	int64		failing;
	int64		dead;
	bool		wanted;			/* somebody waits for the database itself */
} Delivered;

extern Delivered deliver_database(bool in_procedure, int64 most, TimestampTz until);

#endif							/* GOVERNANCE_DELIVER_H */
