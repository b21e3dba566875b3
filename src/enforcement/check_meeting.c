/*
 * check_meeting.c
 *	  Judging what was written to meetings.
 *
 * Each meeting is locked, its facts made current, and the rules asked about the
 * items that were written to.  Locks are taken in the order regulation, bodies,
 * meetings by their ids, section series.
 */
#include "postgres.h"
#include "compat.h"

#include "access/table.h"
#include "access/tableam.h"
#include "miscadmin.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "enforcement/judge.h"
#include "enforcement/noted.h"
#include "minutes/seal.h"
#include "registry/cache.h"

/* ---- what was changed ---- */

/* a change that is on the list: its rows are fetched if a rule asks for them */
typedef struct NotedChange
{
	Change		change;			/* first: a pointer to it leads back here */
	const Noted *noted;
	union
	{
		char		data[MAX_ROW];
		int64		align;
	}			old,
				new;
} NotedChange;

static const void *
fetch_row(Relation rel, const RegistryRelation *where, TableId id,
		  ItemPointer tid, TupleTableSlot *slot, char *row)
{
	if (!table_tuple_fetch_row_version(rel, tid, SnapshotAny, slot))
		elog(ERROR, "a row of table \"%s\" that was written is gone",
			 RelationGetRelationName(rel));
	facts_decode(where, id, slot, row);
	ExecClearTuple(slot);
	return row;
}

static void
fetch_change(Change *change)
{
	NotedChange *this = (NotedChange *) change;
	const Noted *noted = this->noted;
	const RegistryRelation *where = registry_relation(noted->registry, change->table);
	Relation	rel = table_open(where->relid, AccessShareLock);
	TupleTableSlot *slot = table_slot_create(rel, NULL);

	if (noted->has_old)
		change->old = fetch_row(rel, where, change->table, (ItemPointer) &noted->old,
								slot, this->old.data);
	if (noted->has_new)
		change->new = fetch_row(rel, where, change->table, (ItemPointer) &noted->new,
								slot, this->new.data);
	change->fetch = NULL;
	ExecDropSingleTupleTableSlot(slot);
	table_close(rel, NoLock);
}

/* ---- one meeting ---- */

/* the rules in force for the meeting; null where it, or its body, is gone */
static const InForce *
find_law(Facts *facts)
{
	const Meeting *meeting = the_meeting(facts);
	const Body *body = meeting ? the_body(facts->body) : NULL;

	if (body == NULL)
		return NULL;			/* deleted: what refers to it holds it */
	if (facts->law == NULL || facts->law_epoch != settings_epoch() ||
		facts->law_day != meeting->day || facts->law_kind != body->kind)
	{
		facts->law = settings_in_force(facts->registry, facts->body->id, body->kind,
									   meeting->day, true);
		facts->law_epoch = settings_epoch();
		facts->law_day = meeting->day;
		facts->law_kind = body->kind;
	}
	return facts->law;
}

/* The facts that the question needs, under the meeting's lock. */
static bool
prepare(Facts *facts, const Question *question, TableId id)
{
	/* the table itself as well: its rows tell whether anything changed */
	cache_refresh(facts, judge_needs(question->asked, ROOT_MEETING) | (UINT64CONST(1) << id));
	if (find_law(facts) == NULL)
		return false;
	if (facts->law->nown > 0)
		cache_refresh(facts, TABLE(DECISION));	/* own rules are about decided items */
	return true;
}

/* the items that the changes are about, in "positions"; null: every item */
static const int32 *
items_of(const Noted *noted, int n, int32 *positions, int *npositions)
{
	*npositions = 0;
	for (int i = 0; i < n; i++)
	{
		if (noted[i].position == INT_NULL)
			return NULL;
		if (*npositions == 0 || positions[*npositions - 1] != noted[i].position)
			positions[(*npositions)++] = noted[i].position;
	}
	return positions;
}

/* the changes of one table of a meeting, ordered by item */
static void
check_table(Facts *facts, const Noted *noted, int n)
{
	TableId		id = noted->table;
	Oid			relid = registry_relation(facts->registry, id)->relid;
	Question	question = {.asked = UINT64CONST(1) << id};
	List	   *verdicts;

	for (int i = 0; i < n; i++)
		if (noted[i].another_day)
			question.asked = ALL_TABLES;
	if (!prepare(facts, &question, id))
		return;
	if (question.asked != ALL_TABLES)
		question.positions = items_of(noted, n, palloc(n * sizeof(int32)),
									  &question.npositions);
	verdicts = judge(facts, &question);
	for (int i = 0; i < n && judge_concerns(id, SUBJECT_ACT); i++)
	{
		NotedChange change = {
			.change = {.table = id, .fetch = fetch_change},
			.noted = &noted[i],
		};

		if (noted[i].has_old || noted[i].has_new)
			verdicts = judge_act(facts, &change.change, verdicts);
	}
	violation_handle(relid, facts, verdicts, false);
}

/* seals the minutes that were signed, once everything is lawful */
static void
seal_signed(Facts *facts, const Noted *noted, int n)
{
	for (int i = 0; i < n; i++)
	{
		NotedChange change = {
			.change = {.table = T_ATTESTATION, .fetch = fetch_change},
			.noted = &noted[i],
		};

		if (noted[i].table != T_ATTESTATION || !noted[i].has_new)
			continue;
		fetch_change(&change.change);
		seal_if_complete(facts, ((const Attestation *) change.change.new)->number);
	}
}

/* the changes of one meeting, ordered by table */
static void
check_meeting(const Noted *noted, int n, int done)
{
	Facts	   *facts = cache_facts(noted->registry, ROOT_MEETING, noted->meeting);
	int			end;

	if (done >= 0)
		cache_statement_done(facts, done);
	if (!cache_lock_meeting(facts))
		return;					/* left to the foreign key */
	for (int from = 0; from < n; from = end)
	{
		end = from + 1;
		while (end < n && noted[end].table == noted[from].table)
			end++;
		check_table(facts, noted + from, end - from);
	}
	seal_signed(facts, noted, n);
	cache_drop(facts);
}

/*
 * check_noted
 *		Judges what has been noted, meeting by meeting.  "done" is the table of
 *		which a statement is done; -1: none is.
 */
void
check_noted(int done)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext,
												  "governance check",
												  ALLOCSET_SMALL_SIZES);
	MemoryContext each = NULL;
	MemoryContext old = MemoryContextSwitchTo(context);
	NotedList	list = noted_take();
	int			end;

	cache_enter();
	for (int from = 0; from < list.n; from = end)
	{
		const Noted *first = &list.v[from];

		CHECK_FOR_INTERRUPTS();
		end = from + 1;
		while (end < list.n && list.v[end].meeting == first->meeting &&
			   list.v[end].registry == first->registry)
			end++;
		if (end == list.n && from == 0)
		{
			check_meeting(first, end - from, done);
			break;
		}
		if (each == NULL)
			each = AllocSetContextCreate(context, "governance check of one of many",
										 ALLOCSET_SMALL_SIZES);
		MemoryContextSwitchTo(each);
		check_meeting(first, end - from, done);
		MemoryContextReset(each);
	}
	cache_leave();
	MemoryContextSwitchTo(old);
	MemoryContextDelete(context);
}

/* ---- many meetings, for a change beside them ---- */

/*
 * check_meetings
 *		The meetings that a query finds (id, closed) are judged again for a
 *		change of the table.  A closed meeting is not undone by what is learned
 *		about it later: the breach is recorded, unless the same statement writes
 *		to meetings as well and may itself have made the breach.
 */
void
check_meetings(Oid relid, Registry *registry, TableId id,
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
		Question	question = {.asked = UINT64CONST(1) << id};

		CHECK_FOR_INTERRUPTS();
		if (!cache_lock_meeting(facts))
			continue;
		/* rows of a request have no row trigger that looks for them here */
		facts->rows[id].loaded = false;
		if (prepare(facts, &question, id))
			violation_handle(relid, facts, judge(facts, &question), late && closed[i]);
	}
}
