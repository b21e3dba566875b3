/*
 * query.c
 *	  SQL for rare acts: statements over a registry's tables, run as its owner.
 *
 * What happens once a row is read by index (registry.c); what happens once a
 * meeting or once a session (the rules in force, a seal, a name in an error
 * message) is asked for in SQL, whose text reads better.
 */
#include "postgres.h"
#include "compat.h"

#include "access/xact.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "registry/query.h"

typedef struct PlanKey
{
	const RegistryQuery *query;
	Oid			nspid;
	Oid			pad;
} PlanKey;

typedef struct PlanEntry
{
	PlanKey		key;
	NameData	schema;			/* as it was called when the plan was made */
	SPIPlanPtr	plan;
} PlanEntry;

static HTAB *plans = NULL;

static SPIPlanPtr
plan_of(Registry *registry, const RegistryQuery *query)
{
	PlanKey		key = {.query = query, .nspid = registry->nspid};
	char	   *schema = registry_name(registry);
	PlanEntry  *entry;
	bool		found;
	StringInfoData sql;

	if (plans == NULL)
	{
		HASHCTL		ctl = {0};

		ctl.keysize = sizeof(PlanKey);
		ctl.entrysize = sizeof(PlanEntry);
		plans = hash_create("governance plans", 32, &ctl, HASH_ELEM | HASH_BLOBS);
	}
	entry = hash_search(plans, &key, HASH_FIND, &found);
	if (found && strcmp(NameStr(entry->schema), schema) == 0)
		return entry->plan;
	/* a schema was renamed; the old plan may be running, so it is not freed */

	initStringInfo(&sql);
	for (const char *c = query->sql; *c; c++)
	{
		if (c[0] == '@' && c[1] == '.')
			appendStringInfoString(&sql, quote_identifier(schema));
		else
			appendStringInfoChar(&sql, *c);
	}
	{
		SPIPlanPtr	plan = SPI_prepare(sql.data, query->nargs, (Oid *) query->argtypes);

		if (plan == NULL || SPI_keepplan(plan) != 0)
			elog(ERROR, "could not prepare a query over registry \"%s\": %s",
				 schema, SPI_result_code_string(SPI_result));
		entry = hash_search(plans, &key, HASH_ENTER, NULL);
		entry->plan = plan;
		namestrcpy(&entry->schema, schema);
		return plan;
	}
}

/*
 * registry_query
 *		Runs a query over the registry as its owner; the result is read with
 *		registry_query_value and ended with registry_query_end.  With "latest",
 *		for a check under a lock, it sees the newest state whatever the
 *		isolation level; otherwise what the statement sees.
 */
void
registry_query(Registry *registry, const RegistryQuery *query,
			   const Datum *args, const char *nulls, bool latest)
{
	Snapshot	snapshot = InvalidSnapshot;
	OwnerContext user;
	int			rc;

	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	if (query->writes)
		registry_become_owner(registry, &user);
	else
		registry_become_restricted_owner(registry, &user);

	/*
	 * Rows are looked for by their keys.  A plan that is made while a table is
	 * empty would read all of it, and be kept when the table has grown.  What
	 * no index serves seems so dear then that it would be compiled first.
	 */
	(void) set_config_option("enable_seqscan", "off", PGC_USERSET,
							 PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	(void) set_config_option("jit", "off", PGC_USERSET,
							 PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	if (latest)
	{
		CommandCounterIncrement();
		snapshot = GetLatestSnapshot();
	}
	else if (!query->writes)
		snapshot = GetActiveSnapshot();
	rc = SPI_execute_snapshot(plan_of(registry, query), (Datum *) args, nulls,
							  snapshot, InvalidSnapshot, !query->writes, true, 0);
	if (rc < 0)
		elog(ERROR, "query over a registry failed: %s", SPI_result_code_string(rc));
	registry_restore_user(&user);
}

void
registry_query_end(void)
{
	SPI_finish();
}

Datum
registry_query_value(int row, int column, bool *isnull)
{
	return SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, column, isnull);
}

/* the value as text, or null, in SPI's memory */
char *
registry_query_text(int row, int column)
{
	return SPI_getvalue(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, column);
}

/*
 * registry_query_ids
 *		Runs a query that finds ids, and returns them, in the caller's memory.
 */
int64 *
registry_query_ids(Registry *registry, const RegistryQuery *query, const Datum *args,
				   bool latest, int *n)
{
	MemoryContext caller = CurrentMemoryContext;
	int64	   *ids;

	registry_query(registry, query, args, NULL, latest);
	*n = (int) SPI_processed;
	ids = MemoryContextAllocHuge(caller, (Size) Max(*n, 1) * sizeof(int64));
	for (int i = 0; i < *n; i++)
	{
		bool		isnull;

		ids[i] = DatumGetInt64(registry_query_value(i, 1, &isnull));
	}
	registry_query_end();
	return ids;
}
