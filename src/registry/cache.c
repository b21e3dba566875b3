/*
 * cache.c
 *	  Facts kept for the length of a transaction, and how it is known that
 *	  they are current.
 *
 * Against other transactions: facts are kept only under a lock of their root
 * (body or meeting) that every writer of the root's tables takes first.
 *
 * Against this transaction: a trigger before every statement on a table moves
 * the table's epoch on, and rows read in an older epoch are read anew.  What a
 * statement writes after the facts were read (a function it calls may have
 * caused that) is found by the row triggers, which check that the row they are
 * called for is among the facts (facts_have).
 *
 * When a subtransaction aborts, its locks and its rows are gone, so everything
 * is forgotten.
 */
#include "postgres.h"
#include "compat.h"

#include "access/xact.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "registry/cache.h"

#define MAX_ROOTS	1024		/* facts of so many are kept */
#define MAX_FRAMES	64			/* checks within checks */

typedef struct CacheKey
{
	int64		id;
	Oid			nspid;
	int32		root;
} CacheKey;

typedef struct CacheEntry
{
	CacheKey	key;
	Facts	   *facts;
} CacheEntry;

static uint64 table_epoch[NUM_TABLES];

/* the same for section numbers: moved on when another meeting is numbered */
static uint64 series_epoch;
static int64 numbered_last;

static HTAB *cache = NULL;
static MemoryContext cache_context = NULL;
static MemoryContext garbage = NULL;	/* facts that a check may still hold */

/* the transaction nesting levels of the checks now under way */
static int	frames[MAX_FRAMES];
static int	nframes = 0;

static void
forget(void)
{
	if (cache_context == NULL)
		return;
	if (garbage == NULL)
		garbage = AllocSetContextCreate(TopTransactionContext,
										"governance stale facts", ALLOCSET_SMALL_SIZES);
	MemoryContextSetParent(cache_context, garbage);
	cache_context = NULL;
	cache = NULL;
}

static void
at_end_of_transaction(XactEvent event, void *arg)
{
	if (event == XACT_EVENT_PRE_COMMIT || event == XACT_EVENT_PARALLEL_PRE_COMMIT ||
		event == XACT_EVENT_PRE_PREPARE)
		return;
	/* the memory goes with the transaction's context */
	cache = NULL;
	cache_context = NULL;
	garbage = NULL;
	nframes = 0;
}

static void
at_end_of_subtransaction(SubXactEvent event, SubTransactionId mine,
						 SubTransactionId parent, void *arg)
{
	int			level = GetCurrentTransactionNestLevel();

	if (event != SUBXACT_EVENT_ABORT_SUB)
		return;
	while (nframes > 0 && frames[nframes - 1] >= level)
		nframes--;
	forget();
}

void
cache_init(void)
{
	RegisterXactCallback(at_end_of_transaction, NULL);
	RegisterSubXactCallback(at_end_of_subtransaction, NULL);
}

/*
 * cache_enter, cache_leave
 *		Around every check.  A check may call a rule of the registry's own,
 *		whose subtransactions may abort: facts that a check under way holds
 *		are freed only when none is.
 */
void
cache_enter(void)
{
	if (nframes == MAX_FRAMES)
		ereport(ERROR,
				(errcode(ERRCODE_STATEMENT_TOO_COMPLEX),
				 errmsg("governance checks are nested too deeply")));
	if (nframes == 0)
	{
		if (cache != NULL && hash_get_num_entries(cache) >= MAX_ROOTS)
			forget();
		if (garbage != NULL)
			MemoryContextDelete(garbage);
		garbage = NULL;
	}
	frames[nframes++] = GetCurrentTransactionNestLevel();
}

void
cache_leave(void)
{
	nframes--;
}

/* A statement is about to write to the table. */
void
cache_statement(TableId id)
{
	table_epoch[id]++;
}

/*
 * cache_facts
 *		The facts about a body or a meeting, kept or yet to be read.
 */
Facts *
cache_facts(Registry *registry, Root root, int64 id)
{
	CacheKey	key = {.id = id, .nspid = registry->nspid, .root = root};
	CacheEntry *entry;
	bool		found;

	if (cache == NULL)
	{
		HASHCTL		ctl = {0};

		cache_context = AllocSetContextCreate(TopTransactionContext,
											  "governance facts of a transaction",
											  ALLOCSET_DEFAULT_SIZES);
		ctl.keysize = sizeof(CacheKey);
		ctl.entrysize = sizeof(CacheEntry);
		ctl.hcxt = cache_context;
		cache = hash_create("governance facts", 64, &ctl,
							HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	}
	entry = hash_search(cache, &key, HASH_ENTER, &found);
	if (!found)
	{
		entry->facts = NULL;
		entry->facts = facts_create(cache_context, registry, root, id);
	}
	else if (entry->facts == NULL)	/* out of memory, the last time */
		entry->facts = facts_create(cache_context, registry, root, id);
	return entry->facts;
}

/* ---- reading what is missing or stale ---- */

static bool
is_current(const Facts *facts, TableId id)
{
	return facts->rows[id].loaded && facts->rows[id].epoch == table_epoch[id];
}

static void
read_table(Facts *facts, TableId id, int64 key, Snapshot snapshot)
{
	/* first the epoch: reading can bring nothing newer than the snapshot */
	facts->rows[id].epoch = table_epoch[id];
	facts_read(facts, id, key, snapshot);
}

/*
 * facts_refresh
 *		Reads those of the tables whose rows are not there or not current.
 *		A meeting leads to its body, a body to its parent.
 */
void
facts_refresh(Facts *facts, Tables needs, Snapshot snapshot)
{
	TableId		own = facts->root == ROOT_BODY ? T_BODY : T_MEETING;
	Tables		of_body = BODY_TABLES | NEED_PARENT;

	if (!is_current(facts, own))
		read_table(facts, own, facts->id, snapshot);
	if (facts->rows[own].n == 0)
		return;
	if (facts->root == ROOT_MEETING)
	{
		uint64		before = facts->body->version;

		facts_refresh(facts->body, needs & of_body, snapshot);
		if (facts->body->version != before)
			facts->version++;
		needs &= ~of_body;
	}
	else
		needs &= of_body;
	if (needs & NEED_PARENT && the_body(facts)->parent != 0)
	{
		if (facts->parent == NULL || facts->parent->id != the_body(facts)->parent)
			facts->parent = facts_create(facts->context, facts->registry,
										 ROOT_BODY, the_body(facts)->parent);
		facts_refresh(facts->parent, TABLE(MEMBERSHIP) | TABLE(TERM) | TABLE(OFFICE), snapshot);
	}
	if (needs & NEED_SERIES && facts->root == ROOT_MEETING)
	{
		/* this meeting's own items are no matter of the others' numbers */
		if (numbered_last != facts->id)
			series_epoch++;
		numbered_last = facts->id;
		if (!facts->section_loaded || facts->section_epoch != series_epoch)
			facts_read_series(facts, snapshot);
		facts->section_epoch = series_epoch;
	}
	for (int t = 0; t < NUM_TABLES; t++)
	{
		if (!(needs & (UINT64CONST(1) << t)) || is_current(facts, t))
			continue;
		if (registry_table(t)->root == ROOT_REQUEST)
			read_table(facts, t, the_meeting(facts)->request, snapshot);
		else
			read_table(facts, t, facts->id, snapshot);
	}
}

static bool
needs_reading(const Facts *facts, Tables needs)
{
	if (facts == NULL)
		return true;
	for (int t = 0; t < NUM_TABLES; t++)
		if (needs & (UINT64CONST(1) << t) && !is_current(facts, t))
			return true;
	return false;
}

/* locks the body that a locked meeting belongs to against changes */
static bool
lock_body_of(Facts *facts)
{
	facts->body = cache_facts(facts->registry, ROOT_BODY, the_meeting(facts)->body);
	if (!facts->body->locked)
	{
		if (!registry_lock_row(facts->registry, T_BODY, facts->body->id, true))
			return false;
		facts->body->locked = facts->body->shared = true;
	}
	return true;
}

/*
 * Has the meeting been moved to another body?  Then everything about that body
 * must be read under its lock.
 */
static bool
follow_body(Facts *facts)
{
	if (facts->root != ROOT_MEETING || the_meeting(facts) == NULL ||
		the_meeting(facts)->body == facts->body->id)
		return false;
	facts->version++;
	(void) lock_body_of(facts);
	return true;
}

/*
 * cache_refresh
 *		The same for facts under a lock: with the newest snapshot, taken after
 *		the lock and after the rows of this command became visible, whatever
 *		the isolation level.
 */
void
cache_refresh(Facts *facts, Tables needs)
{
	Tables		own = facts->root == ROOT_BODY ? TABLE(BODY) : TABLE(MEETING);
	Snapshot	snapshot;

	if (!(needs & (NEED_PARENT | NEED_SERIES)) &&
		!needs_reading(facts, (needs & ~(facts->root == ROOT_MEETING ? BODY_TABLES : 0)) | own) &&
		(facts->root == ROOT_BODY ||
		 !needs_reading(facts->body, (needs & BODY_TABLES) | TABLE(BODY))))
		return;
	do
	{
		CommandCounterIncrement();
		snapshot = RegisterSnapshot(GetLatestSnapshot());
		facts_refresh(facts, needs, snapshot);
		UnregisterSnapshot(snapshot);
	} while (follow_body(facts));
}

/* ---- locks ---- */

/*
 * cache_lock_body
 *		Locks a body, with its parent first, for a change of who sits in it.
 *		False: there is no such body.
 */
bool
cache_lock_body(Facts *facts)
{
	if (facts->locked && !facts->shared)
		return true;
	CommandCounterIncrement();
	if (!registry_lock_row(facts->registry, T_BODY, facts->id, false))
		return false;
	facts->locked = true;
	facts->shared = false;
	for (int t = 0; t < NUM_TABLES; t++)
		facts->rows[t].loaded = false;
	return true;
}

/*
 * cache_lock_meeting
 *		Locks a meeting for a change of its rows, and before it its body
 *		against changes.  False: there is no such meeting.
 */
bool
cache_lock_meeting(Facts *facts)
{
	Snapshot	snapshot;

	if (facts->locked)
		return true;
	CommandCounterIncrement();
	snapshot = RegisterSnapshot(GetLatestSnapshot());
	facts_read(facts, T_MEETING, facts->id, snapshot);
	UnregisterSnapshot(snapshot);
	if (the_meeting(facts) == NULL)
		return false;

	if (!lock_body_of(facts))
		return false;
	if (!registry_lock_row(facts->registry, T_MEETING, facts->id, false))
		return false;
	facts->locked = true;
	for (int t = 0; t < NUM_TABLES; t++)
		facts->rows[t].loaded = false;
	return true;
}
