/*
 * worker.h
 *	  The processes that deliver: a launcher, and those that it starts.
 */
#ifndef GOVERNANCE_WORKER_H
#define GOVERNANCE_WORKER_H

#include "fmgr.h"

#define LIBRARY		"governance_delivery"

/* found by their names */
extern PGDLLEXPORT void governance_delivery_launcher(Datum arg);
extern PGDLLEXPORT void governance_delivery_scout(Datum database);
extern PGDLLEXPORT void governance_delivery_worker(Datum database);

#endif							/* GOVERNANCE_WORKER_H */
