/*
 * regulation_trigger.c
 *	  The triggers on the regulation tables.
 *
 * A change of the rules and a decision never pass each other unseen: a check
 * holds ROW SHARE on "regulation" until its transaction ends, a change takes
 * EXCLUSIVE before its first row, and tells every session by an invalidation
 * of that table.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "storage/lmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/rel.h"

#include "registry/registry.h"
#include "registry/settings.h"

PG_FUNCTION_INFO_V1(governance_begin_regulation);
PG_FUNCTION_INFO_V1(governance_check_regulation);
PG_FUNCTION_INFO_V1(governance_checked_tables);

static Oid
regulation_relid(FunctionCallInfo fcinfo, const char *name)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by a trigger", name)));
	return registry_relid(registry_of_relation(trigger->tg_relation), "regulation");
}

/*
 * begin_regulation() trigger
 *		Before a statement on the regulation tables.
 */
Datum
governance_begin_regulation(PG_FUNCTION_ARGS)
{
	LockRelationOid(regulation_relid(fcinfo, "begin_regulation"), ExclusiveLock);
	return PointerGetDatum(NULL);
}

static char *
column_text(HeapTuple tuple, TupleDesc desc, const char *name)
{
	int			attnum = SPI_fnumber(desc, name);

	return attnum > 0 ? SPI_getvalue(tuple, desc, attnum) : NULL;
}

/* a setting must be of a rule the catalogue knows, and its value of its type */
static void
check_setting(TriggerData *trigger)
{
	TupleDesc	desc = RelationGetDescr(trigger->tg_relation);
	HeapTuple	tuple = TRIGGER_FIRED_BY_UPDATE(trigger->tg_event) ?
		trigger->tg_newtuple : trigger->tg_trigtuple;
	char	   *code = column_text(tuple, desc, "rule");
	Setting		setting = {0};
	int			r;

	if (code == NULL || column_text(tuple, desc, "procedure") != NULL)
		return;
	r = rule_lookup(code);
	if (r < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rule \"%s\" does not exist", code),
				 errhint("governance.rules() lists the rules; a rule of the registry's own names its function.")));
	setting_parse(&rules[r], column_text(tuple, desc, "value"), &setting);
}

/*
 * check_regulation() trigger
 *		After a row of the regulation tables.
 *
 * Errors: 22023 for a rule the catalogue does not know or a value that is not
 * of its type.
 */
Datum
governance_check_regulation(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	Oid			relid = regulation_relid(fcinfo, "check_regulation");

	CacheInvalidateRelcacheByRelid(relid);
	if (!TRIGGER_FIRED_BY_DELETE(trigger->tg_event) &&
		strcmp(RelationGetRelationName(trigger->tg_relation), "rule_setting") == 0)
		check_setting(trigger);
	return PointerGetDatum(NULL);
}

/*
 * checked_tables()
 *		The tables of a registry whose rows the rules look at.
 */
Datum
governance_checked_tables(PG_FUNCTION_ARGS)
{
	Datum		names[NUM_TABLES];

	for (int t = 0; t < NUM_TABLES; t++)
		names[t] = DirectFunctionCall1(namein, CStringGetDatum(registry_table(t)->name));
	PG_RETURN_ARRAYTYPE_P(construct_array(names, NUM_TABLES, NAMEOID, NAMEDATALEN, false, TYPALIGN_CHAR));
}
