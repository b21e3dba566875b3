/*
 * trigger.c
 *	  When rules are asked: the triggers on a registry's tables.
 *
 * Row-level AFTER triggers: they see the whole statement, so that a correction
 * of several rows is judged as a whole at its end, and single rows, COPY and
 * INSERT ... SELECT are judged alike.  Their upper-case names let them fire
 * before the foreign keys' triggers (RI_...); a missing parent is left to the
 * foreign key.  What the first row of a statement had judged is not judged
 * again for the other rows of the same item.
 *
 * Locks are taken in the order regulation, bodies, meetings, section series.
 */
#include "postgres.h"
#include "compat.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/rel.h"

#include "enforcement/judge.h"
#include "registry/cache.h"
#include "registry/query.h"
#include "registry/settings.h"

PG_FUNCTION_INFO_V1(governance_begin_statement);
PG_FUNCTION_INFO_V1(governance_check_row);
PG_FUNCTION_INFO_V1(governance_guard_truncate);

/* a side of a row change, read into the table's struct */
#define ROW_SIZE	512

#define ASSERT_ROOM(NAME, table, Struct, FIELDS, ROOT, key) \
	StaticAssertDecl(sizeof(Struct) <= ROW_SIZE, "room for a row of " #table);
REGISTRY_TABLES(ASSERT_ROOM)

typedef struct Side
{
	bool		present;
	int64		root;			/* 0: none (null) */
	int32		position;		/* INT_NULL: not about one item */
	ItemPointerData tid;
	union
	{
		char		data[ROW_SIZE];
		int64		align;
	}			row;
} Side;

/*
 * expect_trigger
 *		The trigger data of a function that must be fired after each row, or
 *		before each statement; 39P01 where it is called in another way.
 */
TriggerData *
expect_trigger(FunctionCallInfo fcinfo, const char *name, bool row)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by a trigger", name)));
	if (row ? (!TRIGGER_FIRED_AFTER(trigger->tg_event) || !TRIGGER_FIRED_FOR_ROW(trigger->tg_event))
		: (!TRIGGER_FIRED_BEFORE(trigger->tg_event) || !TRIGGER_FIRED_FOR_STATEMENT(trigger->tg_event)))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" must be fired %s", name,
						row ? "after each row" : "before each statement")));
	return trigger;
}

static TableId
expect_table(Registry *registry, Relation rel)
{
	int			table = registry_table_of(registry, rel);

	if (table < 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("table \"%s\" is not a table of a governance registry",
						RelationGetRelationName(rel))));
	return (TableId) table;
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
	TriggerData *trigger = expect_trigger(fcinfo, "begin_statement", false);
	Registry   *registry = registry_of_relation(trigger->tg_relation);

	cache_statement(expect_table(registry, trigger->tg_relation));
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
	TriggerData *trigger = expect_trigger(fcinfo, "guard_truncate", false);

	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("table \"%s\" of a governance registry cannot be truncated",
					RelationGetRelationName(trigger->tg_relation)),
			 errdetail("TRUNCATE would ask no rule."),
			 errhint("Use DELETE, or governance.drop_registry for the whole registry.")));
	return PointerGetDatum(NULL);
}

/* ---- after a row ---- */

static void
read_side(Side *side, Registry *registry, TableId id, TupleTableSlot *slot)
{
	const Table *table = registry_table(id);
	const RegistryRelation *where = registry_relation(registry, id);
	bool		isnull;
	Datum		root;

	side->present = true;
	facts_decode(where, id, slot, side->row.data);
	root = slot_getattr(slot, where->key, &isnull);
	side->root = isnull ? 0 : DatumGetInt64(root);
	side->position = table->position < 0 ? INT_NULL :
		*(int32 *) (side->row.data + table->fields[table->position].offset);
	/* an item that moves concerns its neighbours in the order of handling */
	if (id == T_AGENDA_ITEM)
		side->position = INT_NULL;
	side->tid = slot->tts_tid;
}

/*
 * Were the facts read before this row was written?  Then they are read anew.
 */
static void
reflect_row(Facts *facts, TableId id, const Side *old, const Side *new)
{
	if (!facts->rows[id].loaded)
		return;
	if ((new->present && new->root == facts->id && !facts_have(facts, id, (ItemPointer) &new->tid)) ||
		(old->present && old->root == facts->id && facts_have(facts, id, (ItemPointer) &old->tid)))
		facts->rows[id].loaded = false;
}

/*
 * Has this been judged since anything changed?  NUM_TABLES stands for a
 * question to every rule.
 */
static bool
judged_already(Facts *facts, int id, int32 position)
{
	struct Judged *judged = &facts->judged;

	if (judged->version != facts->version)
	{
		judged->version = facts->version;
		judged->everything = 0;
		judged->table = -1;
	}
	if (judged->everything & (UINT64CONST(1) << id))
		return true;
	if (position == INT_NULL)
		judged->everything |= UINT64CONST(1) << id;
	else if (judged->table == id && judged->item == position)
		return true;
	else
	{
		judged->table = id;
		judged->item = position;
	}
	return false;
}

static void
judge_meeting(Relation rel, Facts *facts, Question *question, TableId id, bool late)
{
	/* the table itself as well: its rows tell whether anything changed */
	Tables		needs = judge_needs(question, ROOT_MEETING) | (UINT64CONST(1) << id);
	bool		acts = judge_concerns(id, SUBJECT_ACT);

	cache_refresh(facts, needs);
	if (the_meeting(facts) == NULL || the_body(facts->body) == NULL)
		return;					/* deleted: what refers to it holds it */
	facts->law = settings_in_force(facts->registry, facts->body->id,
								   the_body(facts->body)->kind,
								   the_meeting(facts)->day, true);
	if (facts->law->nown > 0)
		cache_refresh(facts, TABLE(DECISION));	/* own rules are about decided items */
	if (judged_already(facts, question->asked == ALL_TABLES ? NUM_TABLES : id,
					   question->position))
	{
		if (!acts || question->change == NULL)
			return;
		question->act_only = true;
	}
	violation_handle(rel, facts, judge(facts, question), late);
}

/* On another day other rules may be in force, so all are asked. */
static bool
moves_to_another_day(const Change *change)
{
	const Meeting *before = change->old;
	const Meeting *after = change->new;

	return change->table == T_MEETING && before != NULL && after != NULL &&
		before->day != after->day;
}

static void
check_meeting(Relation rel, Registry *registry, TableId id, int64 meeting,
			  int32 position, const Side *old, const Side *new)
{
	Facts	   *facts = cache_facts(registry, ROOT_MEETING, meeting);
	Change		change = {
		.table = id,
		.old = old->present && old->root == meeting ? old->row.data : NULL,
		.new = new->present && new->root == meeting ? new->row.data : NULL,
	};
	Question	question = {
		.asked = UINT64CONST(1) << id,
		.position = position,
		.change = &change,
	};

	if (moves_to_another_day(&change))
		question.asked = ALL_TABLES;
	LockRelationOid(registry_relid(registry, "regulation"), RowShareLock);
	if (!cache_lock_meeting(facts))
		return;					/* left to the foreign key */
	reflect_row(facts, id, old, new);
	judge_meeting(rel, facts, &question, id, false);
}

/* ---- a change of who sits in a body ---- */

static const RegistryQuery meetings_of_body = {
	.sql = "select id, closed_at is not null from @.meeting "
	"where body_id operator(pg_catalog.=) $1 and day between $2 and $3 "
	"and cancelled_at is null order by id",
	.nargs = 3,
	.argtypes = {INT8OID, DATEOID, DATEOID},
};

static const RegistryQuery body_of_request = {
	.sql = "select body_id from @.meeting_request where id operator(pg_catalog.=) $1",
	.nargs = 1,
	.argtypes = {INT8OID},
};

static const RegistryQuery meetings_on_request = {
	.sql = "select id, closed_at is not null from @.meeting "
	"where request_id operator(pg_catalog.=) $1 and cancelled_at is null order by id",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/*
 * A meeting is called, and presence at a distance decided, some time ahead: who
 * sat in the body then matters to meetings up to so many days later.
 */
#define CALLED_AHEAD	366

/*
 * The meetings that a query finds are judged again for a change of the table.
 * A closed meeting is not undone by what is learned about it later: the breach
 * is recorded, unless the same statement writes to meetings as well and may
 * itself have made the breach.
 */
static void
judge_meetings(Relation rel, Registry *registry, TableId id,
			   const RegistryQuery *query, const Datum *args)
{
	MemoryContext caller = CurrentMemoryContext;
	int64	   *meetings;
	bool	   *closed;
	bool		late = !cache_command_writes_meetings();
	int			n;

	registry_query(registry, query, args, NULL, true);
	n = (int) SPI_processed;
	meetings = MemoryContextAlloc(caller, Max(n, 1) * sizeof(int64));
	closed = MemoryContextAlloc(caller, Max(n, 1) * sizeof(bool));
	for (int i = 0; i < n; i++)
	{
		bool		isnull;

		meetings[i] = DatumGetInt64(registry_query_value(i, 1, &isnull));
		closed[i] = DatumGetBool(registry_query_value(i, 2, &isnull));
	}
	registry_query_end();
	for (int i = 0; i < n; i++)
	{
		Facts	   *facts = cache_facts(registry, ROOT_MEETING, meetings[i]);
		Question	question = {.asked = UINT64CONST(1) << id, .position = INT_NULL};

		CHECK_FOR_INTERRUPTS();
		if (!cache_lock_meeting(facts))
			continue;
		/* rows of a request have no row trigger that looks for them here */
		facts->rows[id].loaded = false;
		judge_meeting(rel, facts, &question, id, late && closed[i]);
	}
}

/*
 * The meetings of the body are judged again by the rules that look at who sits
 * in it.
 */
static void
judge_meetings_of_body(Relation rel, Facts *body, const Change *change)
{
	TableId		id = change->table;
	Period		days = change_days(change);
	Datum		args[3] = {
		Int64GetDatum(body->id),
		DateADTGetDatum(days.from),
		DateADTGetDatum(days.to == PG_INT32_MAX ? days.to : days.to - 1),
	};

	if (!judge_concerns(id, SUBJECT_ITEM) && !judge_concerns(id, SUBJECT_MEETING))
		return;
	if (days.to < PG_INT32_MAX - CALLED_AHEAD)
		args[2] = DateADTGetDatum(days.to - 1 + CALLED_AHEAD);
	judge_meetings(rel, body->registry, id, &meetings_of_body, args);
}

static const RegistryQuery has_meetings = {
	.sql = "select from @.meeting where body_id operator(pg_catalog.=) $1 limit 1",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/*
 * What a body has decided was judged by the law for its kind.  Under the
 * body's lock no meeting can appear meanwhile.
 */
static void
expect_kind_fixed(Relation rel, const Facts *facts, const Body *old, const Body *new)
{
	Datum		args[1] = {Int64GetDatum(facts->id)};
	bool		found;

	if (old->kind == new->kind)
		return;
	registry_query(facts->registry, &has_meetings, args, NULL, true);
	found = SPI_processed > 0;
	registry_query_end();
	if (found)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("%s has held meetings as a body of kind %s and cannot become one of kind %s",
						new->name, word_text(old->kind), word_text(new->kind)),
				 errhint("Make a new body, and name it as successor in body_succession."),
				 errtableconstraint(rel, "body_kind_fixed")));
}

/* the same as judged_already for a body, which is judged on certain days */
static bool
days_judged_already(Facts *facts, TableId id, Period days)
{
	struct Judged *judged = &facts->judged;
	Tables		table = UINT64CONST(1) << id;

	if (judged->version == facts->version && judged->everything == table &&
		judged->days.from <= days.from && days.to <= judged->days.to)
		return true;
	judged->version = facts->version;
	judged->everything = table;
	judged->days = days;
	return false;
}

static void
check_body(Relation rel, Registry *registry, TableId id, int64 body,
		   const Side *old, const Side *new)
{
	Facts	   *facts = cache_facts(registry, ROOT_BODY, body);
	Change		change = {
		.table = id,
		.old = old->present && old->root == body ? old->row.data : NULL,
		.new = new->present && new->root == body ? new->row.data : NULL,
	};
	Question	question = {
		.asked = UINT64CONST(1) << id,
		.position = INT_NULL,
		.change = &change,
	};
	Period		days;

	LockRelationOid(registry_relid(registry, "regulation"), RowShareLock);
	if (!cache_lock_body(facts))
		return;					/* left to the foreign key */
	reflect_row(facts, id, old, new);
	if (id == T_BODY && change.old != NULL && change.new != NULL)
		expect_kind_fixed(rel, facts, change.old, change.new);
	cascade(facts, &change);
	cache_refresh(facts, judge_needs(&question, ROOT_BODY) | (UINT64CONST(1) << id));
	if (the_body(facts) == NULL)
		return;					/* deleted */
	days = change_days(&change);
	question.act_only = days_judged_already(facts, id, days);
	if (!question.act_only || judge_concerns(id, SUBJECT_ACT))
		violation_handle(rel, facts, judge_body(facts, &question, days, true), false);
	judge_meetings_of_body(rel, facts, &change);
	judge_children(rel, facts, &change);
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

static bool
continues_another(const Side *item)
{
	return item->present && ((const AgendaItem *) item->row.data)->continues_meeting != 0;
}

/*
 * Who asked for a meeting matters to the meeting that was called on it.  The
 * body is locked as for a change of its own: a writer of its meetings, who
 * holds it against changes, can then not read what is being changed.
 */
static void
check_request(Relation rel, Registry *registry, TableId id, int64 request)
{
	Datum		args[1] = {Int64GetDatum(request)};
	int64		body = 0;
	bool		isnull;

	LockRelationOid(registry_relid(registry, "regulation"), RowShareLock);
	registry_query(registry, &body_of_request, args, NULL, true);
	if (SPI_processed > 0)
		body = DatumGetInt64(registry_query_value(0, 1, &isnull));
	registry_query_end();
	/* a request without a row, or body, is left to the foreign key */
	if (body != 0 && cache_lock_body(cache_facts(registry, ROOT_BODY, body)))
		judge_meetings(rel, registry, id, &meetings_on_request, args);
}

static void
check_row(TriggerData *trigger)
{
	Relation	rel = trigger->tg_relation;
	Registry   *registry = registry_of_relation(rel);
	TableId		id = expect_table(registry, rel);
	Side		old = {0};
	Side		new = {0};

	cache_command(command_of(trigger));
	if (TRIGGER_FIRED_BY_INSERT(trigger->tg_event))
		read_side(&new, registry, id, trigger->tg_trigslot);
	else
		read_side(&old, registry, id, trigger->tg_trigslot);
	if (TRIGGER_FIRED_BY_UPDATE(trigger->tg_event))
		read_side(&new, registry, id, trigger->tg_newslot);

	if (id == T_AGENDA_ITEM && (continues_another(&old) || continues_another(&new)))
		cache_link_changed();
	/* before facts of a body are used that the meeting has left */
	if (id == T_MEETING && old.present && new.present)
		expect_body_fixed(rel, (Meeting *) old.row.data, (Meeting *) new.row.data);

	for (int s = 0; s < 2; s++)
	{
		const Side *side = s == 0 ? &old : &new;
		const Side *other = s == 0 ? &new : &old;

		if (!side->present || side->root == 0)
			continue;
		/* an update within one root and item is one question */
		if (s == 1 && other->present && other->root == side->root &&
			other->position == side->position)
			continue;
		if (registry_table(id)->root == ROOT_BODY)
			check_body(rel, registry, id, side->root, &old, &new);
		else if (registry_table(id)->root == ROOT_REQUEST)
			check_request(rel, registry, id, side->root);
		else
			check_meeting(rel, registry, id, side->root, side->position, &old, &new);
	}
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
	TriggerData *trigger = expect_trigger(fcinfo, "check_row", true);
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext,
												  "governance check",
												  ALLOCSET_SMALL_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);

	cache_enter();
	check_row(trigger);
	cache_leave();
	MemoryContextSwitchTo(old);
	MemoryContextDelete(context);
	return PointerGetDatum(NULL);
}
