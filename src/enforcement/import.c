/*
 * import.c
 *	  History import: a transaction that is in record mode.
 *
 * What was decided years ago is stored as it was.  The rules (and what freezes
 * attested minutes, which is a rule) refuse nothing; every breach is recorded
 * as a deviation with its citation.  Structure is not suspended: keys, foreign
 * keys and checks hold, and what a regulation says of decided meetings does not
 * change.  Only the registry's owner, who could disable the triggers anyway, may
 * begin it, and it leaves a row in "history_import".
 */
#include "postgres.h"
#include "compat.h"

#include "access/xact.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "enforcement/judge.h"
#include "registry/query.h"

PG_FUNCTION_INFO_V1(governance_begin_import);
PG_FUNCTION_INFO_V1(governance_is_importing);

typedef struct Import
{
	Oid			nspid;
	SubTransactionId begun_in;	/* gone if that aborts */
} Import;

/* those of the transaction, in its memory */
static List *imports = NIL;

static const RegistryQuery log_import = {
	.sql = "insert into @.history_import (begun_by) values ($1)",
	.nargs = 1,
	.argtypes = {TEXTOID},
	.writes = true,
};

static void
at_end_of_transaction(XactEvent event, void *arg)
{
	if (event == XACT_EVENT_COMMIT || event == XACT_EVENT_ABORT ||
		event == XACT_EVENT_PREPARE)
		imports = NIL;
}

static void
at_end_of_subtransaction(SubXactEvent event, SubTransactionId mine,
						 SubTransactionId parent, void *arg)
{
	ListCell   *lc;

	if (event != SUBXACT_EVENT_COMMIT_SUB && event != SUBXACT_EVENT_ABORT_SUB)
		return;
	foreach(lc, imports)
	{
		Import	   *import = lfirst(lc);

		if (import->begun_in != mine)
			continue;
		if (event == SUBXACT_EVENT_COMMIT_SUB)
			import->begun_in = parent;
		else
			import->nspid = InvalidOid;
	}
}

void
import_init(void)
{
	RegisterXactCallback(at_end_of_transaction, NULL);
	RegisterSubXactCallback(at_end_of_subtransaction, NULL);
}

/*
 * import_under_way
 *		Is this transaction importing history into the registry?
 */
bool
import_under_way(const Registry *registry)
{
	ListCell   *lc;

	foreach(lc, imports)
		if (((Import *) lfirst(lc))->nspid == registry->nspid)
			return true;
	return false;
}

/*
 * begin_import(registry text)
 *		From here to the end of the transaction breaches in the registry are
 *		recorded instead of refused.
 *
 * Errors: 42501 for anybody but the registry's owner.
 */
Datum
governance_begin_import(PG_FUNCTION_ARGS)
{
	char	   *name = text_to_cstring(PG_GETARG_TEXT_PP(0));
	Registry   *registry = registry_by_name(name);
	Datum		args[1];
	MemoryContext old;
	Import	   *import;

	if (!has_privs_of_role(GetUserId(), registry->owner))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("must be owner of registry \"%s\" to import history", name)));
	if (import_under_way(registry))
		PG_RETURN_VOID();

	args[0] = CStringGetTextDatum(GetUserNameFromId(GetSessionUserId(), false));
	registry_query(registry, &log_import, args, NULL, true);
	registry_query_end();

	old = MemoryContextSwitchTo(TopTransactionContext);
	import = palloc(sizeof(Import));
	import->nspid = registry->nspid;
	import->begun_in = GetCurrentSubTransactionId();
	imports = lappend(imports, import);
	MemoryContextSwitchTo(old);
	PG_RETURN_VOID();
}

/*
 * is_importing(registry regclass)
 *		Does this transaction import history into the registry with that table?
 */
Datum
governance_is_importing(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(import_under_way(registry_by_table(PG_GETARG_OID(0))));
}
