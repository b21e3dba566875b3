/*
 * trigger.c
 *	  When rules are asked: the triggers on a registry's tables.
 *
 * Before a statement, what was read of its table is marked as stale.  After
 * each row, AFTER triggers see the whole statement: rows of a meeting's tables
 * are noted, and judged when the statement is done (noted.c, check_meeting.c),
 * so that a correction of several rows is judged as a whole, and single rows,
 * COPY and INSERT ... SELECT alike; rows of a body's and a matter's tables are
 * few, and judged at once (check_body.c, check_matter.c).  The triggers' upper-case names let them fire
 * before those of the foreign keys (RI_...); a missing parent is left to these.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datum.h"
#include "utils/memutils.h"
#include "utils/rel.h"

#include "enforcement/judge.h"
#include "enforcement/noted.h"
#include "registry/access.h"
#include "registry/cache.h"
#include "registry/query.h"

PG_FUNCTION_INFO_V1(governance_begin_statement);
PG_FUNCTION_INFO_V1(governance_check_row);
PG_FUNCTION_INFO_V1(governance_judge_statement);
PG_FUNCTION_INFO_V1(governance_tell_change);
PG_FUNCTION_INFO_V1(governance_tell_access);
PG_FUNCTION_INFO_V1(governance_guard_truncate);

/*
 * expect_trigger
 *		The trigger data of a function that must be fired in this way; 39P01
 *		where it is called in another.
 */
TriggerData *
expect_trigger(FunctionCallInfo fcinfo, const char *name, Firing firing)
{
	static const char *const not_fired[] = {
		gettext_noop("function \"%s\" must be fired before each statement"),
		gettext_noop("function \"%s\" must be fired after each row"),
		gettext_noop("function \"%s\" must be fired after each statement"),
	};
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	TriggerEvent event;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by a trigger", name)));
	event = trigger->tg_event;
	if (TRIGGER_FIRED_BEFORE(event) != (firing == BEFORE_STATEMENT) ||
		(TRIGGER_FIRED_FOR_ROW(event) != 0) != (firing == AFTER_ROW))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg(not_fired[firing], name)));
	return trigger;
}

/* ---- before a statement ---- */

/*
 * begin_statement() trigger
 *		Before every statement on a table that rules look at: what was read
 *		from it is stale from now on.
 */
Datum
governance_begin_statement(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = expect_trigger(fcinfo, "begin_statement", BEFORE_STATEMENT);
	TableId		id;

	(void) registry_and_table(trigger->tg_relation, &id);
	cache_statement(id);
	return PointerGetDatum(NULL);
}

/*
 * guard_truncate() trigger
 *		TRUNCATE fires no row triggers, so no rule would be asked.
 *
 * Errors: 55000, always.
 */
Datum
governance_guard_truncate(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = expect_trigger(fcinfo, "guard_truncate", BEFORE_STATEMENT);

	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("table \"%s\" of a governance registry cannot be truncated",
					RelationGetRelationName(trigger->tg_relation)),
			 errdetail("TRUNCATE would ask no rule."),
			 errhint("Use DELETE, or governance.drop_registry for the whole registry.")));
	return PointerGetDatum(NULL);
}

/* ---- after a row ---- */

/* a side of a row change of a meeting's table, as far as it is noted */
typedef struct Side
{
	bool		present;		/* false: no such side, or no meeting named */
	int64		meeting;
	int32		position;
} Side;

static Side
side_of(TableId id, const RegistryRelation *where, TupleTableSlot *slot)
{
	int			position = registry_table(id)->position;
	Side		side = {.position = INT_NULL};
	bool		isnull;
	Datum		value = slot_getattr(slot, where->key, &isnull);

	if (isnull)
		return side;
	side.present = true;
	side.meeting = DatumGetInt64(value);
	if (position >= 0)
	{
		value = slot_getattr(slot, where->attno[position], &isnull);
		if (!isnull)
			side.position = DatumGetInt32(value);
	}
	return side;
}

/* the command that changed the row */
static CommandId
command_of(TriggerData *trigger)
{
	if (TRIGGER_FIRED_BY_DELETE(trigger->tg_event))
		return HeapTupleHeaderGetCmax(trigger->tg_trigtuple->t_data);
	if (TRIGGER_FIRED_BY_UPDATE(trigger->tg_event))
		return HeapTupleHeaderGetCmin(trigger->tg_newtuple->t_data);
	return HeapTupleHeaderGetCmin(trigger->tg_trigtuple->t_data);
}

/*
 * Locks, facts and the rules in force of a meeting are those of its body, and
 * so is its series of sections.
 */
static void
expect_body_fixed(Relation rel, const Meeting *old, const Meeting *new)
{
	if (old->body != new->body)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("meeting %lld cannot move to another body", (long long) old->id),
				 errhint("Cancel it, and make a meeting of the other body."),
				 errtableconstraint(rel, "meeting_body_fixed")));
}

/* Is the meeting moved to another day, on which other rules may be in force? */
static bool
moves_to_another_day(Relation rel, const RegistryRelation *where,
					 TupleTableSlot *old_slot, TupleTableSlot *new_slot)
{
	Meeting		old;
	Meeting		new;

	facts_decode(where, T_MEETING, old_slot, &old);
	facts_decode(where, T_MEETING, new_slot, &new);
	/* before facts of a body are used that the meeting has left */
	expect_body_fixed(rel, &old, &new);
	return old.day != new.day;
}

/*
 * Was only the day changed from which something is done?  It is derived, by the
 * registry's triggers (or minutes/done.c): no rule looks at it.
 */
static bool
changes_only_done(TupleTableSlot *old_slot, TupleTableSlot *new_slot)
{
	TupleDesc	desc;
	bool		changed = false;

	if (old_slot == NULL || new_slot == NULL)
		return false;
	desc = old_slot->tts_tupleDescriptor;
	for (AttrNumber a = 1; a <= desc->natts; a++)
	{
		Form_pg_attribute attribute = TupleDescAttr(desc, a - 1);
		bool		old_null;
		bool		new_null;
		Datum		old;
		Datum		new;

		if (attribute->attisdropped)
			continue;
		old = slot_getattr(old_slot, a, &old_null);
		new = slot_getattr(new_slot, a, &new_null);
		if (old_null == new_null &&
			(old_null || datum_image_eq(old, new, attribute->attbyval, attribute->attlen)))
			continue;
		if (strcmp(NameStr(attribute->attname), "done_on") != 0)
			return false;
		changed = true;
	}
	return changed;
}

static bool
continues_another(const RegistryRelation *where, TupleTableSlot *slot)
{
	static int	field = -1;

	if (field < 0)
		field = table_field(T_AGENDA_ITEM, "continues_meeting_id");
	return slot != NULL && !slot_attisnull(slot, where->attno[field]);
}

/* what has been read follows a side of the row */
static void
follow_row(Registry *registry, TableId id, int64 meeting, ItemPointer old,
		   const RegistryRelation *where, TupleTableSlot *new)
{
	cache_written(registry, id, meeting, old, where, new);
	/* sections of other meetings are counted by these */
	if (id == T_AGENDA_ITEM || id == T_MEETING)
		cache_series_changed(meeting);
}

static void
note(const Noted *noted)
{
	if (noted_add(noted))
		check_noted(-1);
}

/*
 * A row of a meeting's table was written: the facts of the meeting follow it,
 * and it is noted for the end of the statement.
 */
static void
note_row(Registry *registry, TableId id, TriggerData *trigger,
		 TupleTableSlot *old_slot, TupleTableSlot *new_slot)
{
	const RegistryRelation *where = registry_relation(registry, id);
	Side		old = {0};
	Side		new = {0};
	bool		same_meeting;
	Noted		noted = {.registry = registry, .table = id};

	if (old_slot != NULL)
		old = side_of(id, where, old_slot);
	if (new_slot != NULL)
		new = side_of(id, where, new_slot);
	same_meeting = old.present && new.present && old.meeting == new.meeting;

	if (id == T_MEETING)
	{
		if (old_slot != NULL && new_slot != NULL)
			noted.another_day = moves_to_another_day(trigger->tg_relation, where, old_slot, new_slot);
		else if (new.present)
			cache_new_meeting(registry, new.meeting, where, new_slot);
	}
	if (id == T_AGENDA_ITEM &&
		(continues_another(where, old_slot) || continues_another(where, new_slot)))
		cache_link_changed();

	if (old.present)
	{
		noted.old = old_slot->tts_tid;
		follow_row(registry, id, old.meeting, &noted.old, where, NULL);
	}
	if (new.present)
	{
		noted.new = new_slot->tts_tid;
		follow_row(registry, id, new.meeting, NULL, where, new_slot);
	}
	/* what is typed in for a meeting is overwritten */
	noted.derived = changes_only_done(old_slot, new_slot);
	if (noted.derived && id != T_MEETING)
		return;
	if (old.present)
	{
		noted.meeting = old.meeting;
		noted.position = old.position;
		noted.has_old = true;
		noted.has_new = same_meeting;
		note(&noted);
	}
	/* an update within one meeting and item is one change */
	if (new.present && !(same_meeting && old.position == new.position))
	{
		noted.meeting = new.meeting;
		noted.position = new.position;
		noted.has_new = !same_meeting;
		noted.has_old = false;
		note(&noted);
	}
}

/* a trigger on updates (17_reported_decisions.sql) puts in the day that is right */
static const RegistryQuery overwrite_done = {
	.sql = "update @.decision set done_on = 'infinity' where meeting_id operator(pg_catalog.=) $1 "
	"and position operator(pg_catalog.=) $2 and point operator(pg_catalog.=) $3",
	.nargs = 3,
	.argtypes = {INT8OID, INT4OID, INT4OID},
	.writes = true,
};

/*
 * A decision was inserted: from which day it is done with is derived, whatever
 * is typed in.  Here, for the few that have another day than the default: a
 * trigger WHEN they do has its condition made ready by each statement.
 */
static void
derive_done_of_new(Registry *registry, TupleTableSlot *new)
{
	static int	field = -1;
	const RegistryRelation *where = registry_relation(registry, T_DECISION);
	Datum		args[3];
	Datum		done;
	bool		isnull;

	if (field < 0)
		field = table_field(T_DECISION, "done_on");
	done = slot_getattr(new, where->attno[field], &isnull);
	if (isnull || DatumGetDateADT(done) == DATEVAL_NOEND)
		return;
	args[0] = slot_getattr(new, where->key, &isnull);
	args[1] = slot_getattr(new, where->attno[table_field(T_DECISION, "position")], &isnull);
	args[2] = slot_getattr(new, where->attno[table_field(T_DECISION, "point")], &isnull);
	registry_query(registry, &overwrite_done, args, NULL, true);
	registry_query_end();
}

/* A row of a body's or a matter's table was written: it is judged at once. */
static void
check_at_once(Registry *registry, TableId id, Relation rel,
			  TupleTableSlot *old_slot, TupleTableSlot *new_slot)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext,
												  "governance check",
												  ALLOCSET_SMALL_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);

	cache_enter();
	if (id == T_BODY)
		cache_series_changed(0);	/* it may take part in another series now */
	if (registry_table(id)->root == ROOT_MATTER)
		check_row_of_matter(rel, registry, id, old_slot, new_slot);
	else
		check_row_of_body(rel, registry, id, old_slot, new_slot);
	cache_leave();
	MemoryContextSwitchTo(old);
	MemoryContextDelete(context);
}

/*
 * check_row() trigger
 *		After every row of a table that rules look at.
 *
 * Errors: 23514 with the code of the broken rule as constraint name; 55000
 * where the table, or one beside it, is not as the extension made it.
 */
Datum
governance_check_row(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = expect_trigger(fcinfo, "check_row", AFTER_ROW);
	TableId		id;
	Registry   *registry = registry_and_table(trigger->tg_relation, &id);
	bool		inserted = TRIGGER_FIRED_BY_INSERT(trigger->tg_event);
	TupleTableSlot *old = inserted ? NULL : trigger->tg_trigslot;
	TupleTableSlot *new = inserted ? trigger->tg_trigslot :
		TRIGGER_FIRED_BY_UPDATE(trigger->tg_event) ? trigger->tg_newslot : NULL;

	cache_command(command_of(trigger));
	if (registry_table(id)->root == ROOT_MEETING)
		note_row(registry, id, trigger, old, new);
	else if (!changes_only_done(old, new))
		check_at_once(registry, id, trigger->tg_relation, old, new);
	if (inserted && id == T_DECISION)
		derive_done_of_new(registry, new);
	return PointerGetDatum(NULL);
}

/*
 * tell_change() trigger
 *		After every row of a body's table, whoever writes it: what other sessions
 *		have kept of the body is stale.  Fires after check_row, which takes the
 *		body's lock.
 */
Datum
governance_tell_change(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = expect_trigger(fcinfo, "tell_change", AFTER_ROW);
	TableId		id;
	Registry   *registry = registry_and_table(trigger->tg_relation, &id);
	AttrNumber	key = registry_relation(registry, id)->key;
	TupleTableSlot *const slots[] = {
		trigger->tg_trigslot,
		TRIGGER_FIRED_BY_UPDATE(trigger->tg_event) ? trigger->tg_newslot : NULL
	};

	for (int i = 0; i < lengthof(slots) && slots[i] != NULL; i++)
	{
		bool		isnull;
		Datum		body = slot_getattr(slots[i], key, &isnull);

		if (!isnull)
			cache_tell(trigger->tg_relation, registry, id, DatumGetInt64(body));
	}
	return PointerGetDatum(NULL);
}

/*
 * tell_access() trigger
 *		After every row of the table access, whoever writes it: what a session
 *		knows of its user's rights is stale.
 */
Datum
governance_tell_access(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = expect_trigger(fcinfo, "tell_access", AFTER_ROW);

	access_changed(trigger->tg_relation);
	return PointerGetDatum(NULL);
}

/* ---- after a statement ---- */

/*
 * judge_statement() trigger
 *		After every statement on a table of meetings: the rules are asked about
 *		what it has written.
 *
 * Errors: as check_row.
 */
Datum
governance_judge_statement(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = expect_trigger(fcinfo, "judge_statement", AFTER_STATEMENT);
	TableId		id;

	(void) registry_and_table(trigger->tg_relation, &id);
	cache_statement_over(id);
	check_noted(id);
	return PointerGetDatum(NULL);
}
