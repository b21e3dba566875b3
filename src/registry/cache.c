/*
 * cache.c
 *	  Facts kept for the length of a transaction, and how it is known that
 *	  they are current (refresh.c reads what is not).
 *
 * Against other transactions: facts are kept only under a lock of their root
 * (body or meeting) that every writer of the root's tables takes first.
 *
 * Against this transaction: a trigger before every statement on a table moves
 * the table's epoch on, and rows read in an older epoch are read anew.  Most
 * statements spare us that: each row that they write is put to the facts that
 * were current when they began (cache_written), and once all of them have been,
 * those are current again (cache_statement_done).  Statements of a function
 * that it calls are another case: what is read for them lacks what the
 * statement writes afterwards.  So what was read of its table is stale when
 * the next of them begins (cache_statement), and nothing that was read counts
 * when its own rows are checked, after those of a later command (cache_command).
 *
 * Facts of bodies outlive a transaction that has committed: from the body's
 * lock on, the next one finds them current if no session has told of a change
 * since (cache_tell).  Who changes a body's rows tells it while he holds the
 * body's lock, so whoever has that lock afterwards has been told.  Rows that
 * this session itself has written meanwhile are of another epoch.
 *
 * When a subtransaction aborts, its locks and its rows are gone, so everything
 * is forgotten.
 */
#include "postgres.h"
#include "compat.h"

#include "access/xact.h"
#include "miscadmin.h"
#include "storage/sinval.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/memutils.h"

#include "registry/cache.h"

#define MAX_ROOTS	1024		/* facts of so many are kept */
#define MAX_NEW		256			/* ... of meetings inserted by one statement */
#define MAX_BODIES	64			/* ... of bodies, from one transaction to another */
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

uint64		cache_epochs[NUM_TABLES];

/* the statement on a table that began last */
typedef struct Begun
{
	CommandId	command;		/* InvalidCommandId: none in this transaction */
	uint64		before;			/* the epoch it put an end to; 0: not to be resumed */
} Begun;

static Begun begun[NUM_TABLES];

/* how many have begun in this session */
static uint64 statements = 0;

/* the statements that are not done yet: each may call functions that write */
typedef struct Running
{
	TableId		id;
	int32		level;			/* of nested transactions */
} Running;

#define MAX_RUNNING	64

static Running running[MAX_RUNNING];
static int	nrunning = 0;

/* the command whose rows were checked last */
static CommandId last_command = FirstCommandId;

/* the command that began to write to a meeting's tables last */
static CommandId meeting_command = InvalidCommandId;

static HTAB *cache = NULL;
static Facts *found_last = NULL;	/* the meeting or body that was looked for last */
static MemoryContext cache_context = NULL;
static MemoryContext garbage = NULL;	/* facts that a check may still hold */

/* meetings inserted since the last check that are kept */
static int	nnew = 0;

/* the transaction nesting levels of the checks now under way */
static int	frames[MAX_FRAMES];
static int	nframes = 0;

/* facts of bodies that were locked in earlier transactions */
static Facts *kept_bodies[MAX_BODIES];
static int	nkept_bodies = 0;

/* Takes what was read of a body, without what holds for this transaction only. */
static void
keep_body(Facts *facts)
{
	if (nkept_bodies == MAX_BODIES)
		while (nkept_bodies > 0)
			MemoryContextDelete(kept_bodies[--nkept_bodies]->context);
	for (int t = 0; t < NUM_TABLES; t++)
	{
		const RegistryRelation *where = &facts->registry->relation[t];

		if (!(BODY_TABLES & UINT64CONST(1) << t) || !where->valid || !where->watched)
			facts->rows[t].loaded = false;
	}
	facts->locked = facts->shared = false;
	facts->told = 0;
	facts->parent = NULL;
	facts->beneath = 0;
	facts->law = NULL;
	facts->links_loaded = false;
	facts->judged.version = 0;
	facts->kept = true;
	MemoryContextSetParent(facts->context, CacheMemoryContext);
	kept_bodies[nkept_bodies++] = facts;
}

static void
keep_bodies(void)
{
	HASH_SEQ_STATUS seq;
	CacheEntry *entry;

	if (cache == NULL)
		return;
	hash_seq_init(&seq, cache);
	while ((entry = hash_seq_search(&seq)) != NULL)
		if (entry->facts != NULL && entry->facts->root == ROOT_BODY && entry->facts->locked)
			keep_body(entry->facts);
}

/* What was kept of a body, or null; it is this transaction's from here on. */
static Facts *
take_kept_body(const Registry *registry, int64 id)
{
	for (int i = 0; i < nkept_bodies; i++)
	{
		Facts	   *facts = kept_bodies[i];

		if (facts->id != id || facts->registry != registry)
			continue;
		kept_bodies[i] = kept_bodies[--nkept_bodies];
		MemoryContextSetParent(facts->context, cache_context);
		return facts;
	}
	return NULL;
}

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
	found_last = NULL;
}

static void
at_end_of_transaction(XactEvent event, void *arg)
{
	if (event == XACT_EVENT_PRE_COMMIT || event == XACT_EVENT_PARALLEL_PRE_COMMIT ||
		event == XACT_EVENT_PRE_PREPARE)
		return;
	if (event == XACT_EVENT_COMMIT)
		keep_bodies();
	/* the memory goes with the transaction's context */
	cache = NULL;
	found_last = NULL;
	cache_context = NULL;
	garbage = NULL;
	nframes = 0;
	nrunning = 0;
	nnew = 0;
	last_command = FirstCommandId;
	meeting_command = InvalidCommandId;
	for (int t = 0; t < NUM_TABLES; t++)
		begun[t] = (Begun) {InvalidCommandId, 0};
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
	while (nrunning > 0 && running[nrunning - 1].level >= level)
		nrunning--;
	forget();
}

void
cache_init(void)
{
	for (int t = 0; t < NUM_TABLES; t++)
	{
		cache_epochs[t] = 1;
		begun[t].command = InvalidCommandId;
	}
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
		nnew = 0;
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

/* What is known of the table's rows is how they are from here on. */
void
cache_mark(Facts *facts, TableId id)
{
	facts->rows[id].epoch = cache_epochs[id];
	facts->rows[id].version = facts->registry->relation[id].version;
}

/*
 * A statement is about to write to the table.  Its command counts as used, so
 * that the next statement has another even if this one finds no row.  One that
 * writes to the table in several ways (MERGE, ON CONFLICT, a chain of WITH) is
 * done with some of its rows before the others are known.
 */
void
cache_statement(TableId id)
{
	CommandId	command = GetCurrentCommandId(true);

	statements++;
	for (int i = 0; i < nrunning; i++)
	{
		TableId		t = running[i].id;

		if (begun[t].command == command)
			continue;			/* another part of the same statement (WITH) */
		cache_epochs[t]++;
		begun[t].before = 0;
	}
	if (nrunning < MAX_RUNNING)
		running[nrunning++] = (Running) {id, GetCurrentTransactionNestLevel()};
	else						/* somebody has taken away the triggers that end them */
		forget();
	begun[id].before = begun[id].command == command ? 0 : cache_epochs[id];
	begun[id].command = command;
	cache_epochs[id]++;
	if (registry_table(id)->root == ROOT_MEETING && id != T_DEVIATION)
		meeting_command = command;
}

/* A number that changes whenever a statement on these tables begins. */
uint64
cache_statements(void)
{
	return statements;
}

/*
 * cache_statement_over
 *		A statement has written to the table, and is about to be judged.
 */
void
cache_statement_over(TableId id)
{
	for (int i = nrunning - 1; i >= 0; i--)
		if (running[i].id == id)
		{
			nrunning--;
			memmove(&running[i], &running[i + 1], (nrunning - i) * sizeof(Running));
			break;
		}
}

static bool
is_running(TableId id)
{
	if (nrunning == MAX_RUNNING)
		return true;
	for (int i = 0; i < nrunning; i++)
		if (running[i].id == id)
			return true;
	return false;
}

/*
 * cache_statement_done
 *		Every row that the statement wrote to these facts has been put to them.
 */
void
cache_statement_done(Facts *facts, TableId id)
{
	FactRows   *rows = &facts->rows[id];

	if (rows->loaded && begun[id].before != 0 && rows->epoch == begun[id].before)
		rows->epoch = cache_epochs[id];
}

/*
 * Does the command whose rows are being checked also write to meetings (or
 * what it calls)?  Then a breach may be of its own making.
 */
bool
cache_command_writes_meetings(void)
{
	return meeting_command != InvalidCommandId && meeting_command >= last_command;
}

/*
 * cache_command
 *		The rows of a command are about to be checked.  If a later command's
 *		were checked before, that one ran in the middle of this one, and what
 *		was read for it may lack what this one wrote afterwards.
 */
void
cache_command(CommandId command)
{
	if (command < last_command)
		for (int t = 0; t < NUM_TABLES; t++)
		{
			cache_epochs[t]++;
			begun[t].before = 0;
		}
	last_command = command;
}

/* row after row is of the same meeting */
static bool
is_found_last(const Registry *registry, Root root, int64 id)
{
	return found_last != NULL && found_last->id == id && found_last->root == root &&
		found_last->registry == registry;
}

static CacheKey
key_of(const Registry *registry, Root root, int64 id)
{
	return (CacheKey) {.id = id, .nspid = registry->nspid, .root = root};
}

/*
 * cache_facts
 *		The facts about a body or a meeting, kept or yet to be read.
 */
Facts *
cache_facts(Registry *registry, Root root, int64 id)
{
	CacheKey	key = key_of(registry, root, id);
	CacheEntry *entry;
	bool		found;

	if (is_found_last(registry, root, id))
		return found_last;
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
		entry->facts = root == ROOT_BODY ? take_kept_body(registry, id) : NULL;
	if (entry->facts == NULL)	/* also where there was no memory, the last time */
		entry->facts = facts_create(cache_context, registry, root, id);
	found_last = entry->facts;
	return found_last;
}

/* the same if they are kept, else null */
static Facts *
kept(const Registry *registry, Root root, int64 id)
{
	CacheKey	key = key_of(registry, root, id);
	CacheEntry *entry;

	if (is_found_last(registry, root, id))
		return found_last;
	entry = cache ? hash_search(cache, &key, HASH_FIND, NULL) : NULL;
	if (entry == NULL)
		return NULL;
	found_last = entry->facts;
	return found_last;
}

/*
 * cache_written
 *		A statement has written a row of a meeting's table: the old version is
 *		gone (null: there was none), the new one is in the slot (null: there is
 *		none).  If the meeting's facts were current when the statement began,
 *		they are kept so.
 */
void
cache_written(Registry *registry, TableId id, int64 meeting, ItemPointer old,
			  const RegistryRelation *where, TupleTableSlot *new)
{
	Facts	   *facts = kept(registry, ROOT_MEETING, meeting);
	FactRows   *rows = facts ? &facts->rows[id] : NULL;

	if (rows == NULL || !rows->loaded ||
		(rows->epoch != cache_epochs[id] && rows->epoch != begun[id].before))
		return;
	if (old != NULL)
		facts_take(facts, id, old);
	if (new != NULL)
		facts_put(facts, id, where, new);
}

/*
 * cache_new_meeting
 *		A meeting has been inserted.  Nobody else can see it, so it need not be
 *		locked; and what no statement has written to since has no rows of it.
 */
void
cache_new_meeting(Registry *registry, int64 meeting,
				  const RegistryRelation *where, TupleTableSlot *slot)
{
	Facts	   *facts = kept(registry, ROOT_MEETING, meeting);

	/* one of many is soon read, and keeping them all would fill the memory */
	if (facts != NULL || nnew >= MAX_NEW)
		return;
	nnew++;
	facts = cache_facts(registry, ROOT_MEETING, meeting);
	for (int t = 0; t < NUM_TABLES; t++)
	{
		bool		untouched = begun[t].command == InvalidCommandId ||
			(begun[t].command < last_command && !is_running(t));

		if (registry_table(t)->root != ROOT_MEETING || !(untouched || t == T_MEETING))
			continue;
		facts_none(facts, t);
		cache_mark(facts, t);
	}
	facts_put(facts, T_MEETING, where, slot);
	facts->rows[T_MEETING].epoch = begun[T_MEETING].before;
	facts->fresh = true;
}

/*
 * cache_drop
 *		The check of one of many meetings is done.  What was read of it is kept
 *		as long as there is room, and nobody else holds it.
 */
void
cache_drop(Facts *facts)
{
	CacheKey	key = key_of(facts->registry, facts->root, facts->id);

	if (nframes > 1 || cache == NULL || hash_get_num_entries(cache) < MAX_ROOTS)
		return;
	hash_search(cache, &key, HASH_REMOVE, NULL);
	found_last = NULL;
	MemoryContextDelete(facts->context);
}

/* ---- facts of bodies in other sessions ---- */

/* Every session hears at once that what it has read of the table is stale. */
static void
send_invalidation(Oid relid)
{
	SharedInvalidationMessage message;

	MemSet(&message, 0, sizeof(message));
	message.rc.id = SHAREDINVALRELCACHE_ID;
	message.rc.dbId = MyDatabaseId;
	message.rc.relId = relid;
	SendSharedInvalidMessages(&message, 1);
}

/*
 * cache_tell
 *		A row of a body's table was written: other sessions must not use what
 *		they have kept of it.
 *
 * PostgreSQL sends the invalidation of a transaction when others may have its
 * locks already.  So it is sent before as well, once this transaction has the
 * body's lock: until it ends, nobody can read the body under a lock, and keep
 * what was read.  Where nothing was judged, and so nothing locked (a replica's
 * apply), the one at the end is all there can be.
 */
void
cache_tell(Relation rel, Registry *registry, TableId id, int64 body)
{
	Facts	   *facts = kept(registry, ROOT_BODY, body);

	if (facts != NULL && facts->told & UINT64CONST(1) << id)
		return;
	CacheInvalidateRelcache(rel);
	if (facts == NULL || !facts->locked || facts->shared)
		return;
	send_invalidation(RelationGetRelid(rel));
	facts->told |= UINT64CONST(1) << id;
}
