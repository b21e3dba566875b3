/*
 * regulation_trigger.c
 *	  The triggers on the regulation tables.
 *
 * A change of the rules and a decision never pass each other unseen: a check
 * holds ROW SHARE on "regulation" until its transaction ends, a change takes
 * EXCLUSIVE before its first row, and tells every session by an invalidation
 * of that table.  So what a change finds decided here is all that is.
 *
 * What a version said of a meeting with decisions is kept (rules.md I19): a new
 * version begins after the last decided meeting.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/rel.h"

#include "enforcement/judge.h"
#include "enforcement/setting_floor.h"
#include "registry/query.h"
#include "registry/settings.h"

PG_FUNCTION_INFO_V1(governance_begin_regulation);
PG_FUNCTION_INFO_V1(governance_check_regulation);
PG_FUNCTION_INFO_V1(governance_checked_tables);

typedef enum RegulationTable
{
	REGULATION,
	PROVISION,
	RULE_SETTING,
	EXTRA_DAY
} RegulationTable;

static RegulationTable
expect_regulation_table(const Registry *registry, Relation rel)
{
	static const char *const names[] = {"regulation", "provision", "rule_setting", "extra_day"};

	for (int t = 0; t < lengthof(names); t++)
		if (strcmp(RelationGetRelationName(rel), names[t]) == 0 &&
			registry_relid(registry, names[t]) == RelationGetRelid(rel))
			return (RegulationTable) t;
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("table \"%s\" is not a regulation table of a governance registry",
					RelationGetRelationName(rel))));
	return REGULATION;			/* not reached */
}

/*
 * begin_regulation() trigger
 *		Before a statement on the regulation tables.
 *
 * The change is told before there is any: a statement that also writes to a
 * meeting may be judged, by the rules as it makes them, before its rows of these
 * tables have had their triggers.  If it is refused then, nobody else would say
 * that what was compiled for it is no longer so.
 */
Datum
governance_begin_regulation(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = expect_trigger(fcinfo, "begin_regulation", BEFORE_STATEMENT);
	Registry   *registry = registry_of_relation(trigger->tg_relation);
	Oid			regulation = registry_relid(registry, "regulation");

	(void) expect_regulation_table(registry, trigger->tg_relation);
	LockRelationOid(regulation, ExclusiveLock);
	settings_changed(regulation);
	return PointerGetDatum(NULL);
}

/* ---- the rows ---- */

typedef struct RowReader
{
	const Registry *registry;
	Relation	rel;
	HeapTuple	tuple;			/* null: all columns are */
} RowReader;

/* a column's value; the type is checked, since the table may be anybody's */
static Datum
column(const RowReader *row, const char *name, Oid type, bool *isnull)
{
	TupleDesc	desc = RelationGetDescr(row->rel);
	int			attnum = SPI_fnumber(desc, name);

	if (attnum <= 0 || SPI_gettypeid(desc, attnum) != type)
		registry_mismatch(row->registry, RelationGetRelationName(row->rel),
						  psprintf(_("column \"%s\" is missing or of another type"), name));
	*isnull = true;
	return row->tuple ? SPI_getbinval(row->tuple, desc, attnum, isnull) : (Datum) 0;
}

static char *
column_text(const RowReader *row, const char *name)
{
	bool		isnull;
	Datum		value = column(row, name, TEXTOID, &isnull);

	return isnull ? NULL : TextDatumGetCString(value);
}

/* ---- what decisions rest on ---- */

/* the last decided meeting that a regulation is in force for (and of a kind) */
static const RegistryQuery decided_under_setting = {
	.sql = "select m.id, m.day from @.regulation r "
	"join @.meeting m on (r.body_id is null or m.body_id = r.body_id) and m.day <@ r.valid "
	"join @.body b on b.id = m.body_id "
	"where r.id = $1 and ($2 is null or b.kind = $2) "
	"and exists (select from @.decision d where d.meeting_id = m.id) "
	"order by m.day desc, m.id limit 1",
	.nargs = 2,
	.argtypes = {INT8OID, TEXTOID},
};

/* the same for the days that are in one of two periods and not in the other */
static const RegistryQuery decided_between = {
	.sql = "select m.id, m.day from @.meeting m "
	"where ($1 is null or m.body_id = $1) "
	"and coalesce(m.day <@ $2, false) <> coalesce(m.day <@ $3, false) "
	"and exists (select from @.decision d where d.meeting_id = m.id) "
	"order by m.day desc, m.id limit 1",
	.nargs = 3,
	.argtypes = {INT8OID, DATERANGEOID, DATERANGEOID},
};

/* a day off changes the last day of a notice of the meetings after it */
static const RegistryQuery decided_after = {
	.sql = "select m.id, m.day from @.meeting m where m.day >= $1 "
	"and exists (select from @.decision d where d.meeting_id = m.id) "
	"order by m.day desc, m.id limit 1",
	.nargs = 1,
	.argtypes = {DATEOID},
};

static void
keep_decided(const RowReader *row, const RegistryQuery *query, const Datum *args,
			 const char *nulls)
{
	registry_query((Registry *) row->registry, query, args, nulls, true);
	if (SPI_processed > 0)
	{
		bool		isnull;
		int64		meeting = DatumGetInt64(registry_query_value(0, 1, &isnull));
		DateADT		day = DatumGetDateADT(registry_query_value(0, 2, &isnull));

		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("meeting %lld of %s has decisions under the regulation as it is",
						(long long) meeting, day_text(day)),
				 errdetail("What was in force on the day of a meeting decides over it, and stays as it was."),
				 errhint("Let the version in force end, and a new one begin after the last meeting with decisions."),
				 errtableconstraint(row->rel, "regulation_kept")));
	}
	registry_query_end();
}

static void
keep_setting(const RowReader *row)
{
	Datum		args[2];
	bool		isnull[2] = {false, true};
	char		nulls[2];

	if (row->tuple == NULL)
		return;
	args[0] = column(row, "regulation_id", INT8OID, &isnull[0]);
	if (strcmp(RelationGetRelationName(row->rel), "rule_setting") == 0)
		args[1] = column(row, "body_kind", TEXTOID, &isnull[1]);
	for (int i = 0; i < 2; i++)
		nulls[i] = isnull[i] ? 'n' : ' ';
	keep_decided(row, &decided_under_setting, args, nulls);
}

static void
keep_extra_day(const RowReader *row)
{
	bool		isnull;
	Datum		args[1] = {column(row, "day", DATEOID, &isnull)};

	if (!isnull)
		keep_decided(row, &decided_after, args, NULL);
}

static void
keep_days(const RowReader *row, const RowReader *old, const RowReader *new)
{
	Datum		args[3];
	bool		isnull[3];
	char		nulls[3];

	args[0] = column(row, "body_id", INT8OID, &isnull[0]);
	args[1] = column(old, "valid", DATERANGEOID, &isnull[1]);
	args[2] = column(new, "valid", DATERANGEOID, &isnull[2]);
	for (int i = 0; i < 3; i++)
		nulls[i] = isnull[i] ? 'n' : ' ';
	keep_decided(row, &decided_between, args, nulls);
}

/* are the columns that say which regulation it is the same in both rows? */
static bool
same_regulation(const RowReader *old, const RowReader *new)
{
	static const char *const names[] = {"title", "law"};
	bool		old_null;
	bool		new_null;
	Datum		old_body = column(old, "body_id", INT8OID, &old_null);
	Datum		new_body = column(new, "body_id", INT8OID, &new_null);

	if (old_null != new_null || (!old_null && DatumGetInt64(old_body) != DatumGetInt64(new_body)))
		return false;
	for (int i = 0; i < lengthof(names); i++)
	{
		char	   *a = column_text(old, names[i]);
		char	   *b = column_text(new, names[i]);

		if ((a == NULL) != (b == NULL) || (a != NULL && strcmp(a, b) != 0))
			return false;
	}
	return true;
}

static void
keep_regulation(const RowReader *old, const RowReader *new)
{
	RowReader	none = *old;

	none.tuple = NULL;
	if (old->tuple && new->tuple && same_regulation(old, new))
		keep_days(old, old, new);
	else
	{
		if (old->tuple)
			keep_days(old, old, &none);
		if (new->tuple)
			keep_days(new, &none, new);
	}
}

/* ---- settings ---- */

/* a rule of the registry's own is its owner's code: only the owner names it */
static void
check_own_rule(const RowReader *row, const char *code, const char *procedure)
{
	if (!has_privs_of_role(GetUserId(), row->registry->owner))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("must be owner of the registry to name a function as a rule")));
	if (rule_lookup(code) >= 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rule \"%s\" is one of the catalogue", code),
				 errhint("Give the rule of the registry's own another name.")));
	(void) own_rule_function(row->registry, code, procedure);
}

/* a setting must be of a rule the catalogue knows, and its value of its type */
static void
check_setting(const RowReader *row)
{
	char	   *code = column_text(row, "rule");
	char	   *procedure = column_text(row, "procedure");
	char	   *mode = column_text(row, "mode");
	Setting		setting = {0};
	int			r;

	if (code == NULL)
		registry_mismatch(row->registry, "rule_setting", _("\"rule\" may be null"));
	if (procedure != NULL)
	{
		check_own_rule(row, code, procedure);
		return;
	}
	r = rule_lookup(code);
	if (r < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rule \"%s\" does not exist", code),
				 errhint("governance.rules() lists the rules; a rule of the registry's own names its function.")));
	if (mode == NULL || strcmp(mode, "off") != 0)
		setting_parse(&rules[r], column_text(row, "value"), &setting);
}

/* the regulation that a row belongs to, or is, must stay within the law */
static void
check_regulation_floors(const RowReader *row, const char *key)
{
	bool		isnull;
	Datum		regulation = column(row, key, INT8OID, &isnull);

	if (!isnull)
		check_floors(row->rel, (Registry *) row->registry, DatumGetInt64(regulation));
}

/*
 * check_regulation() trigger
 *		After a row of the regulation tables.
 *
 * Errors: 22023 for a rule the catalogue does not know or a value that is not
 * of its type; 23514 regulation_kept where decisions rest on what is changed,
 * setting_within_law where a setting is looser than the law; 42501 where a rule
 * of the registry's own is named by another than its owner; 55000 where the
 * table is not as the extension made it.
 */
Datum
governance_check_regulation(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = expect_trigger(fcinfo, "check_regulation", AFTER_ROW);
	Registry   *registry = registry_of_relation(trigger->tg_relation);
	RegulationTable table = expect_regulation_table(registry, trigger->tg_relation);
	bool		insert = TRIGGER_FIRED_BY_INSERT(trigger->tg_event);
	bool		update = TRIGGER_FIRED_BY_UPDATE(trigger->tg_event);
	RowReader	old = {registry, trigger->tg_relation, insert ? NULL : trigger->tg_trigtuple};
	RowReader	new = {registry, trigger->tg_relation,
		insert ? trigger->tg_trigtuple : update ? trigger->tg_newtuple : NULL};

	settings_changed(registry_relid(registry, "regulation"));

	/* what arrives by replication was judged where it was written */
	if (SessionReplicationRole == SESSION_REPLICATION_ROLE_REPLICA)
		return PointerGetDatum(NULL);

	if (table == RULE_SETTING)
	{
		if (new.tuple)
			check_setting(&new);
		check_regulation_floors(&old, "regulation_id");
		check_regulation_floors(&new, "regulation_id");
	}
	if (table == REGULATION)
	{
		keep_regulation(&old, &new);
		check_regulation_floors(&new, "id");
	}
	else if (table == EXTRA_DAY)
	{
		keep_extra_day(&old);
		keep_extra_day(&new);
	}
	else
	{
		keep_setting(&old);
		if (table == RULE_SETTING)	/* a further provision changes nothing */
			keep_setting(&new);
	}
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
