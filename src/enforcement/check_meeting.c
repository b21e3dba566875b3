/*
 * check_meeting.c
 *	  Judging what was written to meetings.
 *
 * Each meeting is locked, its facts made current, and the rules asked about the
 * items that were written to.  Locks are taken in the order regulation, bodies,
 * meetings by their ids, matters by theirs, section series.
 */
#include "postgres.h"
#include "compat.h"

#include "access/table.h"
#include "access/tableam.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "enforcement/judge.h"
#include "enforcement/noted.h"
#include "minutes/done.h"
#include "minutes/seal.h"
#include "registry/cache.h"
#include "registry/progress.h"

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

/* the rooms for the rows are large, and not to be cleared for each change */
static void
begin_change(NotedChange *change, const Noted *noted)
{
	change->change = (Change) {.table = noted->table, .fetch = fetch_change};
	change->noted = noted;
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

static Tables
needed_by(const InForce *law, Tables asked)
{
	Tables		needs = 0;

	for_each_table(t, law != NULL ? asked & ALL_OF_RULES : 0)
		needs |= law->needs[t];
	return needs;
}

/*
 * The facts that the rules need which changes of these tables may break, under
 * the meeting's lock.  False: the meeting, or its body, is gone.
 */
static bool
prepare(Facts *facts, Tables asked, Reader *reader)
{
	const InForce *last = facts->law;
	const InForce *law;

	/* mostly the law is that of the last time */
	cache_refresh_by(facts, TABLE(MEETING) | TABLE(BODY) | needed_by(last, asked), reader);
	law = find_law(facts);
	if (law == NULL)
		return false;
	if (law != last)
		cache_refresh_by(facts, needed_by(law, asked), reader);
	return true;
}

/* the same for a single question */
static bool
prepare_alone(Facts *facts, Tables asked)
{
	Reader		reader = {0};
	bool		prepared = prepare(facts, asked, &reader);

	reader_end(&reader);
	return prepared;
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

/* the changes of one table of a meeting, ordered by item; the facts are current */
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
	if (question.asked != ALL_TABLES)
		question.positions = items_of(noted, n, palloc(n * sizeof(int32)),
									  &question.npositions);
	verdicts = judge(facts, &question);
	for (int i = 0; i < n && facts->law->acts[id][0] != NULL; i++)
	{
		NotedChange change;

		if (!noted[i].has_old && !noted[i].has_new)
			continue;
		begin_change(&change, &noted[i]);
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
		NotedChange change;

		if (noted[i].table != T_ATTESTATION || !noted[i].has_new)
			continue;
		begin_change(&change, &noted[i]);
		fetch_change(&change.change);
		seal_if_complete(facts, ((const Attestation *) change.change.new)->number);
	}
}

/* ---- the matters that were handled ---- */

static const RegistryQuery reporting_matters = {
	.sql = "select distinct matter_id from @.delegation_report_item "
	"where meeting_id operator(pg_catalog.=) $1 order by 1",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/* the matters of these changes, behind those that were found before */
static void
find_matters(Facts *facts, const Noted *noted, Ids *ids)
{
	int64		before = 0;

	for_each(item, facts, AGENDA_ITEM)
		if (item->matter != 0 &&
			(noted->position == INT_NULL || noted->position == item->position))
			ids->v[ids->n++] = item->matter;
	if (noted->table == T_AGENDA_ITEM && noted->has_old)
	{
		NotedChange change = {
			.change = {.table = T_AGENDA_ITEM, .fetch = fetch_change},
			.noted = noted,
		};

		fetch_change(&change.change);
		before = ((const AgendaItem *) change.change.old)->matter;
	}
	if (before != 0)
		ids->v[ids->n++] = before;
}

/* may a change of the table change what reports report? */
static bool
concerns_reports(TableId id)
{
	return id != T_AGENDA_ITEM &&
		(judge_needs(ROOT_MATTER, UINT64CONST(1) << id) & NEED_OTHERS) != 0;
}

/*
 * What was decided here is judged with the reports that tell of it; until the
 * end of the transaction nobody writes another.  It can have been decided only
 * on behalf of the body's parent.
 */
static void
check_reports(const Facts *facts, Oid relid, Tables asked)
{
	int64		parent = the_body(facts->body)->parent;
	Datum		args[1] = {Int64GetDatum(facts->id)};

	if (parent != 0)
		reports_lock(facts->registry, parent, true);
	check_matters(relid, facts->registry, asked, &reporting_matters, args, false);
}

/* the changes of one table are judged for the matters that they are about */
static void
check_matters_of_table(Facts *facts, const Noted *noted, int n)
{
	TableId		id = noted->table;
	Tables		asked = UINT64CONST(1) << id;
	Oid			relid = registry_relation(facts->registry, id)->relid;
	int			items;
	bool		reports = concerns_reports(id);
	bool		reported = false;
	Ids		   *ids;

	items = facts->rows[T_AGENDA_ITEM].n;
	ids = palloc(offsetof(Ids, v) + (Size) n * (items + 1) * sizeof(int64));
	ids->n = 0;
	for (int i = 0; i < n; i++)
	{
		/* of a meeting that is new, no item has been judged without it */
		if (id == T_MEETING && !noted[i].has_old)
			continue;
		find_matters(facts, &noted[i], ids);
		reported |= reports && noted[i].has_old && (id == T_DECISION || noted[i].another_day);
	}
	qsort(ids->v, ids->n, sizeof(int64), ids_compare);
	for (int i = 0; i < ids->n; i++)
		if (i == 0 || ids->v[i] != ids->v[i - 1])
			check_matter_handled(relid, facts->registry, ids->v[i], asked, facts->id);
	pfree(ids);
	if (reported)
		check_reports(facts, relid, asked);
}

/* does the meeting handle matters, or did it before? */
static bool
handles_matters(Facts *facts, const Noted *noted, int n)
{
	bool		before = noted->table == T_AGENDA_ITEM || concerns_reports(noted->table);

	cache_refresh(facts, TABLE(AGENDA_ITEM));
	for (int i = 0; i < n && before; i++)
		if (noted[i].has_old)
			return true;
	for_each(item, facts, AGENDA_ITEM)
		if (item->matter != 0)
			return true;
	return false;
}

/* ---- earlier meetings whose minutes were attested at this one ---- */

static const RegistryQuery attested_here = {
	.sql = "select distinct m.id, m.closed_at is not null from @.attestation a, @.meeting m "
	"where a.later_meeting_id operator(pg_catalog.=) $1 "
	"and m.id operator(pg_catalog.=) a.meeting_id order by 1",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/* may the change have taken from somebody the right to sign here? */
static bool
concerns_signers(const Noted *noted)
{
	NotedChange change;
	const Meeting *old;
	const Meeting *new;

	if (noted->table != T_MEETING || !noted->has_old || !noted->has_new)
		return noted->table == T_PRESIDING && noted->has_old;
	begin_change(&change, noted);
	fetch_change(&change.change);
	old = change.change.old;
	new = change.change.new;
	return old->starts_at != new->starts_at || old->opened_at != new->opened_at;
}

/*
 * Who presides at a meeting may sign the minutes of earlier ones (rules.md
 * I22): they are judged again when it becomes another's, or another time's.
 * Those who sign hold this meeting against changes (facts_read_later).
 */
static void
check_attested_here(Facts *facts, const Noted *noted, int n)
{
	Oid			relid = registry_relation(facts->registry, noted->table)->relid;
	Datum		args[1] = {Int64GetDatum(facts->id)};

	for (int i = 0; i < n; i++)
		if (concerns_signers(&noted[i]))
		{
			check_meetings(relid, facts->registry, T_PRESIDING, &attested_here, args);
			return;
		}
}

/* ---- many meetings ---- */

/* the changes of one meeting, ordered by table */
typedef struct Written
{
	const Noted *noted;
	int			n;
	Facts	   *facts;			/* null: there is no such meeting, or body */
	uint64		current;		/* its facts are, if no statement has begun since */
} Written;

/* meetings are locked, and then read, so many at a time */
#define BATCH	64

/*
 * Locks a meeting.  Where there is none it is left to the foreign
 * key; of one that has not been asked yet, the change is noted again.
 */
static void
lock_written(Written *one, int done)
{
	const Noted *noted = one->noted;

	one->facts = cache_facts(noted->registry, ROOT_MEETING, noted->meeting);
	if (done >= 0)
		cache_statement_done(one->facts, done);
	if (cache_lock_meeting(one->facts))
		return;
	one->facts = NULL;
	for (int i = 0; i < one->n && done < 0; i++)
		(void) noted_add(&noted[i]);
}

/* Makes the facts current that the rules need. */
static void
read_written(Written *one, Reader *reader)
{
	Tables		asked = 0;

	for (int i = 0; i < one->n; i++)
		asked |= one->noted[i].another_day ? ALL_TABLES : UINT64CONST(1) << one->noted[i].table;
	if (!prepare(one->facts, asked, reader))
		one->facts = NULL;
	one->current = cache_statements();
}

/* changes that no rule looks at */
static bool
all_derived(const Noted *noted, int n)
{
	for (int i = 0; i < n; i++)
		if (!noted[i].derived)
			return false;
	return true;
}

static void
check_written(Written *one)
{
	const Noted *noted = one->noted;
	Tables		written = 0;
	int			end;

	for (int from = 0; from < one->n; from = end)
	{
		end = from + 1;
		while (end < one->n && noted[end].table == noted[from].table)
			end++;
		written |= UINT64CONST(1) << noted[from].table;
		if (all_derived(noted + from, end - from))
			continue;
		/* a breach that was recorded, or a rule of the registry's own, may have written */
		if (one->current != cache_statements())
		{
			Reader		reader = {0};

			read_written(one, &reader);
			reader_end(&reader);
			if (one->facts == NULL)
				return;
		}
		check_table(one->facts, noted + from, end - from);
		check_attested_here(one->facts, noted + from, end - from);
		if (judge_concerns(noted[from].table, SUBJECT_MATTER) &&
			handles_matters(one->facts, noted + from, end - from))
			check_matters_of_table(one->facts, noted + from, end - from);
	}
	seal_signed(one->facts, noted, one->n);
	mark_done(one->facts, written);
	cache_drop(one->facts);
}

static void
check_written_meetings(Written *written, int n, int done)
{
	Reader		reader = {0};

	for (int g = 0; g < n; g++)
		lock_written(&written[g], done);
	/* by one snapshot, newer than the locks */
	for (int g = 0; g < n; g++)
		if (written[g].facts != NULL)
			read_written(&written[g], &reader);
	reader_end(&reader);
	for (int g = 0; g < n; g++)
	{
		CHECK_FOR_INTERRUPTS();
		if (written[g].facts != NULL)
			check_written(&written[g]);
	}
}

/* the next meetings of the list, from an index on, which is moved behind them */
static int
next_written(const NotedList *list, int *from, Written *written)
{
	const Noted *first = &list->v[*from];
	int			n = 0;

	while (*from < list->n && n < BATCH && list->v[*from].registry == first->registry)
	{
		Written	   *one = &written[n++];

		one->noted = &list->v[*from];
		one->n = 0;
		while (*from < list->n && list->v[*from].meeting == one->noted->meeting &&
			   list->v[*from].registry == first->registry)
		{
			one->n++;
			(*from)++;
		}
	}
	return n;
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
	MemoryContext old = MemoryContextSwitchTo(context);
	NotedList	list = noted_take();
	MemoryContext batch = context;
	Written		written[BATCH];
	int			from = 0;

	cache_enter();
	while (from < list.n)
	{
		int			n = next_written(&list, &from, written);

		if (from < list.n && batch == context)
		{
			batch = AllocSetContextCreate(context, "governance check of many meetings",
										  ALLOCSET_DEFAULT_SIZES);
			progress(PROGRESS_WRITTEN, 0, list.n);
		}
		MemoryContextSwitchTo(batch);
		check_written_meetings(written, n, done);
		if (batch != context)
		{
			MemoryContextReset(batch);
			progress(PROGRESS_WRITTEN, from, list.n);
		}
	}
	cache_leave();
	MemoryContextSwitchTo(old);
	MemoryContextDelete(context);
}

/* ---- meetings, for a change beside them ---- */

/*
 * check_meetings
 *		The meetings that a query finds (id, whether it is over) are judged again
 *		for a change of the table.  A closed meeting is not undone by what is
 *		learned about it later: the breach is recorded, unless the same statement
 *		writes to meetings as well and may itself have made the breach.
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
		if (prepare_alone(facts, question.asked))
			violation_handle(relid, facts, judge(facts, &question), late && closed[i]);
	}
}
