/*
 * query.h
 *	  SQL for rare acts: statements over a registry's tables, run as its owner.
 *
 * The tables may be anybody's: a query casts what is read as a pointer
 * (registry_query_value of a text, a range, a citation) to the type it expects.
 */
#ifndef GOVERNANCE_QUERY_H
#define GOVERNANCE_QUERY_H

#include "executor/spi.h"

#include "registry/registry.h"

typedef struct RegistryQuery
{
	const char *sql;			/* "@." stands for the registry's schema */
	int			nargs;
	Oid			argtypes[9];
	bool		writes;
} RegistryQuery;

extern void registry_query(Registry *registry, const RegistryQuery *query,
						   const Datum *args, const char *nulls, bool latest);
extern void registry_query_end(void);
extern int64 *registry_query_ids(Registry *registry, const RegistryQuery *query,
								 const Datum *args, bool latest, int *n);
extern Datum registry_query_value(int row, int column, bool *isnull);
extern char *registry_query_text(int row, int column);

#endif							/* GOVERNANCE_QUERY_H */
