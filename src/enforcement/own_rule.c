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
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "parser/parse_func.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/regproc.h"
#include "catalog/pg_collation.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"

#include "enforcement/judge.h"
#include "rules/agreement.h"

/*
 * The function that a setting names.  It must be the registry owner's, and
 * stable or immutable; that it is missing is an error, not a rule that is met.
 */
static Oid
own_rule_function(const Registry *registry, const Setting *setting)
{
	Oid			argtypes[2] = {INT8OID, INT4OID};
	List	   *name = stringToQualifiedNameList(setting->procedure COMPAT_NO_SOFT_ERROR);
	Oid			procid = list_length(name) == 2 ?
		LookupFuncName(name, 2, argtypes, true) : InvalidOid;
	HeapTuple	tuple = OidIsValid(procid) ?
		SearchSysCache1(PROCOID, ObjectIdGetDatum(procid)) : NULL;
	Form_pg_proc proc;

	if (!HeapTupleIsValid(tuple))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_FUNCTION),
				 errmsg("rule \"%s\" names a function that does not exist: %s(bigint, integer)",
						setting->code, setting->procedure),
				 errhint("Name it with its schema, and create it before the rule.")));
	proc = (Form_pg_proc) GETSTRUCT(tuple);
	if (proc->prorettype != TEXTOID || proc->proretset ||
		proc->provolatile == PROVOLATILE_VOLATILE || proc->proowner != registry->owner)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_FUNCTION_DEFINITION),
				 errmsg("function %s(bigint, integer) cannot be a rule", setting->procedure),
				 errdetail("A rule returns text, is stable or immutable, and belongs to the registry's owner.")));
	ReleaseSysCache(tuple);
	return procid;
}

/*
 * judge_own_rule
 *		Asks a rule of the registry's own about an item.
 */
void
judge_own_rule(Call *call)
{
	Registry   *registry = call->facts->registry;
	Oid			procid;
	FmgrInfo	function;
	FunctionCallInfo fcinfo = palloc0(SizeForFunctionCallInfo(2));
	Oid			userid;
	int			sec_context;
	int			nest_level;
	Datum		result;

	if (item_decisions(call->facts, call->item) == 0)
	{
		rule_pending(call, "item %d is not decided", call->item->position);
		return;
	}
	procid = own_rule_function(registry, call->setting);

	GetUserIdAndSecContext(&userid, &sec_context);
	SetUserIdAndSecContext(registry->owner,
						   sec_context | SECURITY_LOCAL_USERID_CHANGE |
						   SECURITY_RESTRICTED_OPERATION);
	nest_level = NewGUCNestLevel();
	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET,
							 PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	fmgr_info(procid, &function);
	InitFunctionCallInfoData(*fcinfo, &function, 2, DEFAULT_COLLATION_OID, NULL, NULL);
	fcinfo->args[0].value = Int64GetDatum(call->facts->id);
	fcinfo->args[1].value = Int32GetDatum(call->item->position);
	if (call->facts->locked)
	{
		/* a stable function sees what its caller sees: the rows being checked too */
		CommandCounterIncrement();
		PushActiveSnapshot(GetLatestSnapshot());
	}
	result = FunctionCallInvoke(fcinfo);
	if (call->facts->locked)
		PopActiveSnapshot();
	AtEOXact_GUC(true, nest_level);
	SetUserIdAndSecContext(userid, sec_context);

	if (fcinfo->isnull)
		rule_met(call, "item %d: met", call->item->position);
	else
		rule_broken(call, "%s", TextDatumGetCString(result));
}
