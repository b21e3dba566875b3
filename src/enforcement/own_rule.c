/*
 * own_rule.c
 *	  Rules of a registry's own, written in SQL.
 *
 * The setting names a function (meeting_id bigint, position integer) returns
 * text: null where the rule is met, otherwise the violation.  It is asked about
 * items that are decided, and runs as the registry's owner, restricted.
 */
#include "postgres.h"
#include "compat.h"

#include "access/htup_details.h"
#include "access/xact.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "parser/parse_func.h"
#include "utils/builtins.h"
#include "utils/regproc.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"

#include "enforcement/judge.h"
#include "rules/agreement.h"

/*
 * own_rule_function
 *		The function that a setting names as the rule of that code.  It must be
 *		the registry owner's, and stable or immutable.
 *
 * Errors: 42883 where it is missing, which is not a rule that is met; 42P13
 * where it cannot be a rule.
 */
Oid
own_rule_function(const Registry *registry, const char *code, const char *procedure)
{
	Oid			argtypes[2] = {INT8OID, INT4OID};
	List	   *name = stringToQualifiedNameList(procedure COMPAT_NO_SOFT_ERROR);
	Oid			procid = list_length(name) == 2 ?
		LookupFuncName(name, 2, argtypes, true) : InvalidOid;
	HeapTuple	tuple = OidIsValid(procid) ?
		SearchSysCache1(PROCOID, ObjectIdGetDatum(procid)) : NULL;
	Form_pg_proc proc;

	if (!HeapTupleIsValid(tuple))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_FUNCTION),
				 errmsg("rule \"%s\" names a function that does not exist: %s(bigint, integer)",
						code, procedure),
				 errhint("Name it with its schema, and create it before the rule.")));
	proc = (Form_pg_proc) GETSTRUCT(tuple);
	if (proc->prokind != PROKIND_FUNCTION ||
		proc->prorettype != TEXTOID || proc->proretset ||
		proc->provolatile == PROVOLATILE_VOLATILE || proc->proowner != registry->owner)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_FUNCTION_DEFINITION),
				 errmsg("function %s(bigint, integer) cannot be a rule", procedure),
				 errdetail("A rule returns text, is stable or immutable, and belongs to the registry's owner.")));
	ReleaseSysCache(tuple);
	return procid;
}

/*
 * judge_own_rule
 *		Asks a rule of the registry's own about an item.
 *
 * It sees what the check sees: under a lock the newest state, with the rows of
 * the statement that is checked; in an explanation what the query sees.
 */
void
judge_own_rule(Call *call)
{
	Registry   *registry = call->facts->registry;
	Oid			procid;
	FmgrInfo	function;
	FunctionCallInfo fcinfo = palloc0(SizeForFunctionCallInfo(2));
	OwnerContext user;
	bool		latest = call->facts->locked;
	Datum		result;

	if (item_decisions(call->facts, call->item) == 0)
	{
		rule_pending(call, "item %d is not decided", call->item->position);
		return;
	}
	procid = own_rule_function(registry, call->setting->code, call->setting->procedure);

	registry_become_restricted_owner(registry, &user);
	if (latest)
	{
		CommandCounterIncrement();
		PushActiveSnapshot(GetLatestSnapshot());
	}
	fmgr_info(procid, &function);
	InitFunctionCallInfoData(*fcinfo, &function, 2, DEFAULT_COLLATION_OID, NULL, NULL);
	fcinfo->args[0].value = Int64GetDatum(call->facts->id);
	fcinfo->args[1].value = Int32GetDatum(call->item->position);
	result = FunctionCallInvoke(fcinfo);
	if (latest)
		PopActiveSnapshot();
	registry_restore_user(&user);

	if (fcinfo->isnull)
		rule_met(call, "item %d: met", call->item->position);
	else
		rule_broken(call, "%s", TextDatumGetCString(result));
}
