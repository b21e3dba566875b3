/*
 * cache.c
 *	  Facts kept for the length of a transaction, and how it is known that
 *	  they are current.
 *
 * Against other transactions: facts are kept only under a lock of their root
 * (body or meeting) that every writer of the root's tables takes first.
 *
 * Against this transaction: a trigger before every statement on a table moves
 * the table's epoch on, and rows read in an older epoch are read anew.  Most
 * statements spare us that: each row that they write is put to the facts that
 * were current when they began (cache_written), and once all of them have been,
 * those are current again (cache_statement_done).  A row that is written while
 * a statement of a function that it calls was judged is no such case; it is
 * checked after those of a later command, and then nothing that was read
 * before counts (cache_command).
 *
 * When a subtransaction aborts, its locks and its rows are gone, so everything
 * is forgotten.
 */
#include "postgres.h"
#include "compat.h"

#include "access/xact.h"
#include "storage/lmgr.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "registry/cache.h"

#define MAX_ROOTS	1024		/* facts of so many are kept */
#define MAX_NEW		256			/* ... of meetings inserted, before they are judged */
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

/* the statement on a table that began last */
typedef struct Begun
{
	CommandId	command;		/* InvalidCommandId: none in this transaction */
	uint64		before;			/* the epoch it put an end to; 0: not to be resumed */
} Begun;

static Begun begun[NUM_TABLES];

/* the command whose rows were checked last */
static CommandId last_command = FirstCommandId;

/* the command that began to write to a meeting's tables last */
static CommandId meeting_command = InvalidCommandId;

/* the same for section numbers: moved on when another meeting is numbered */
static uint64 series_epoch;
static int64 numbered_last;

/* the same for items that continue others */
static uint64 link_epoch;

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
	forget();
}

void
cache_init(void)
{
	for (int t = 0; t < NUM_TABLES; t++)
	{
		table_epoch[t] = 1;
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

	begun[id].before = begun[id].command == command ? 0 : table_epoch[id];
	begun[id].command = command;
	table_epoch[id]++;
	if (registry_table(id)->root == ROOT_MEETING && id != T_DEVIATION)
		meeting_command = command;
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
		rows->epoch = table_epoch[id];
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
			table_epoch[t]++;
			begun[t].before = 0;
		}
	last_command = command;
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

/* the same if they are kept, else null */
static Facts *
kept(const Registry *registry, Root root, int64 id)
{
	CacheKey	key = key_of(registry, root, id);
	CacheEntry *entry = cache ? hash_search(cache, &key, HASH_FIND, NULL) : NULL;

	return entry ? entry->facts : NULL;
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
		(rows->epoch != table_epoch[id] && rows->epoch != begun[id].before))
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
	if (facts != NULL || (cache && hash_get_num_entries(cache) >= MAX_NEW))
		return;
	facts = cache_facts(registry, ROOT_MEETING, meeting);
	for (int t = 0; t < NUM_TABLES; t++)
	{
		bool		untouched = begun[t].command == InvalidCommandId ||
			begun[t].command < last_command;

		if (registry_table(t)->root != ROOT_MEETING || !(untouched || t == T_MEETING))
			continue;
		facts_none(facts, t);
		facts->rows[t].epoch = table_epoch[t];
	}
	facts_put(facts, T_MEETING, where, slot);
	facts->rows[T_MEETING].epoch = begun[T_MEETING].before;
	facts->fresh = true;
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

/* the same for what was asked for, where the meeting was called on a request */
static void
read_request_table(Facts *facts, TableId id, Snapshot snapshot)
{
	int64		request = the_meeting(facts)->request;

	if (request != 0)
		read_table(facts, id, request, snapshot);
	else
	{
		facts_none(facts, id);
		facts->rows[id].epoch = table_epoch[id];
	}
}

static bool
has_sections(const Facts *facts)
{
	for_each(item, facts, AGENDA_ITEM)
		if (item->section != INT_NULL)
			return true;
	return false;
}

/*
 * The other meetings of the series matter, and the series is locked, once the
 * meeting is numbered.  Its own items are no matter of the others' numbers, so
 * what was read stands until this transaction turns to another meeting.
 */
static bool
series_is_current(const Facts *facts)
{
	return numbered_last == facts->id && the_body(facts->body) != NULL &&
		(!has_sections(facts) ||
		 (facts->section_loaded && facts->section_epoch == series_epoch &&
		  facts->section_day == the_meeting(facts)->day &&
		  facts->section_starts == the_meeting(facts)->starts_at &&
		  facts->section_series == the_body(facts->body)->section_series));
}

static bool
is_attested_later(const Facts *facts)
{
	for_each(a, facts, ATTESTATION)
		if (a->role == W_LATER_MEETING)
			return true;
	return false;
}

/* an item that continues another was written */
void
cache_link_changed(void)
{
	link_epoch++;
}

/* what the links of a meeting rest on, as a number that only grows */
static uint64
epoch_of_links(const Facts *facts)
{
	if (facts->nlinks == 0)
		return link_epoch;
	return link_epoch + table_epoch[T_AGENDA_ITEM] + table_epoch[T_MEETING] +
		table_epoch[T_DECISION];
}

static bool
links_are_current(const Facts *facts)
{
	return facts->links_loaded && facts->links_epoch == epoch_of_links(facts);
}

/* What rests on other facts has changed when they have, whoever read them. */
static void
look_beneath(Facts *facts, const Facts *beneath)
{
	if (facts->beneath == beneath->version)
		return;
	facts->beneath = beneath->version;
	facts->version++;
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
	{
		read_table(facts, own, facts->id, snapshot);
		/* it may have been called on another request than before */
		facts->rows[T_MEETING_REQUEST].loaded = false;
		facts->rows[T_MEETING_REQUESTER].loaded = false;
	}
	if (facts->rows[own].n == 0)
		return;
	if (facts->root == ROOT_MEETING)
	{
		facts_refresh(facts->body, needs & of_body, snapshot);
		look_beneath(facts, facts->body);
		if (the_body(facts->body) == NULL)
			return;				/* somebody wrote past the foreign keys */
		needs &= ~of_body;
	}
	else
		needs &= of_body;
	if (needs & NEED_PARENT && the_body(facts)->parent != 0)
	{
		if (facts->parent == NULL || facts->parent->id != the_body(facts)->parent)
		{
			facts->parent = facts_create(facts->context, facts->registry,
										 ROOT_BODY, the_body(facts)->parent);
			facts->beneath = 0;
		}
		facts_refresh(facts->parent, TABLE(MEMBERSHIP) | TABLE(TERM) | TABLE(OFFICE), snapshot);
		look_beneath(facts, facts->parent);
	}
	for (int t = 0; t < NUM_TABLES; t++)
	{
		if (!(needs & (UINT64CONST(1) << t)) || is_current(facts, t))
			continue;
		if (registry_table(t)->root == ROOT_REQUEST)
			read_request_table(facts, t, snapshot);
		else
			read_table(facts, t, facts->id, snapshot);
	}
	/* last: they go by the items and the signatures read */
	if (needs & NEED_SERIES && !series_is_current(facts))
	{
		if (numbered_last != facts->id)
			series_epoch++;
		numbered_last = facts->id;
		if (has_sections(facts))
			facts_read_series(facts, snapshot);
		facts->section_epoch = series_epoch;
	}
	if (needs & NEED_LATER && is_attested_later(facts))
		facts_read_later(facts);
	if (needs & NEED_LINKS && facts->root == ROOT_MEETING)
	{
		if (!links_are_current(facts))
			facts_read_links(facts, snapshot);
		facts->links_loaded = true;
		facts->links_epoch = epoch_of_links(facts);
	}
}

/*
 * facts_of_meeting
 *		A meeting and its body, read for a question and not kept.  Null: there
 *		is no such meeting.
 */
Facts *
facts_of_meeting(Registry *registry, int64 id, Tables needs, Snapshot snapshot)
{
	Facts	   *facts = facts_create(CurrentMemoryContext, registry, ROOT_MEETING, id);

	facts_read(facts, T_MEETING, id, snapshot);
	if (the_meeting(facts) == NULL)
		return NULL;
	facts->body = facts_create(facts->context, registry, ROOT_BODY, the_meeting(facts)->body);
	facts_refresh(facts->body, 0, snapshot);
	if (the_body(facts->body) != NULL)	/* else somebody wrote past the foreign keys */
		facts_refresh(facts, needs, snapshot);
	return facts;
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

/* ---- locks ---- */

static void
read_root(Facts *facts)
{
	Snapshot	snapshot;

	CommandCounterIncrement();
	snapshot = RegisterSnapshot(GetLatestSnapshot());
	facts_refresh(facts, 0, snapshot);
	UnregisterSnapshot(snapshot);
}

/*
 * Locks the root; what was read before the lock may be stale.  With the first
 * body, and so before everything else, the regulations are locked.
 */
static bool
lock_root(Facts *facts, bool shared)
{
	if (facts->root == ROOT_BODY)
		LockRelationOid(registry_relid(facts->registry, "regulation"), RowShareLock);
	if (!registry_lock_row(facts->registry, facts->root == ROOT_BODY ? T_BODY : T_MEETING,
						   facts->id, shared))
		return false;
	facts->locked = true;
	facts->shared = shared;
	for (int t = 0; t < NUM_TABLES; t++)
		facts->rows[t].loaded = false;
	facts->links_loaded = false;
	return true;
}

/*
 * cache_share_body
 *		Locks a body against changes by others.  False: there is no such body.
 */
bool
cache_share_body(Facts *facts)
{
	return facts->locked || lock_root(facts, true);
}

/*
 * A body's seats may rest on its parent's: those must not change while we
 * judge.
 */
static void
share_parent(Facts *facts)
{
	int64		parent = the_body(facts) ? the_body(facts)->parent : 0;

	if (parent == 0)
		return;
	if (facts->parent == NULL || facts->parent->id != parent)
	{
		facts->parent = cache_facts(facts->registry, ROOT_BODY, parent);
		facts->beneath = 0;
	}
	(void) cache_share_body(facts->parent);	/* missing: left to the foreign key */
}

/*
 * cache_lock_body
 *		Locks a body for a change of who sits in it, and its parent against
 *		changes, in the order of their ids.  False: there is no such body.
 */
bool
cache_lock_body(Facts *facts)
{
	if (facts->locked && !facts->shared && is_current(facts, T_BODY))
		return the_body(facts) != NULL;
	read_root(facts);
	if (the_body(facts) == NULL)
		return false;
	if (facts->locked && !facts->shared)
		return true;
	if (the_body(facts)->parent < facts->id)
		share_parent(facts);
	if (!lock_root(facts, false))
		return false;
	read_root(facts);
	share_parent(facts);
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
	const Meeting *meeting;

	if (facts->locked && is_current(facts, T_MEETING) &&
		(the_meeting(facts) == NULL || the_meeting(facts)->body == facts->body->id))
		return the_meeting(facts) != NULL;
	if (!facts->fresh || !is_current(facts, T_MEETING))
	{
		Snapshot	snapshot;

		CommandCounterIncrement();
		snapshot = RegisterSnapshot(GetLatestSnapshot());
		read_table(facts, T_MEETING, facts->id, snapshot);
		UnregisterSnapshot(snapshot);
	}
	meeting = the_meeting(facts);
	if (meeting == NULL)
		return false;

	/*
	 * A meeting never moves to another body (meeting_body_fixed), but it may
	 * have been deleted and made anew.
	 */
	if (facts->locked && facts->body->id == meeting->body)
		return true;
	facts->body = cache_facts(facts->registry, ROOT_BODY, meeting->body);
	facts->beneath = 0;
	if (!cache_share_body(facts->body))
		return false;
	if (facts->fresh)
		facts->locked = true;
	return facts->locked || lock_root(facts, false);
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
	MemoryContextDelete(facts->context);
}

/*
 * cache_refresh
 *		The same as facts_refresh for facts under a lock: with the newest
 *		snapshot, taken after the lock and after the rows of this command
 *		became visible, whatever the isolation level.
 */
void
cache_refresh(Facts *facts, Tables needs)
{
	Tables		own = facts->root == ROOT_BODY ? TABLE(BODY) : TABLE(MEETING);
	Snapshot	snapshot;

	if (!(needs & NEED_PARENT) &&
		!(needs & NEED_LINKS && !links_are_current(facts)) &&
		!needs_reading(facts, (needs & ~(facts->root == ROOT_MEETING ? BODY_TABLES : 0)) | own) &&
		(facts->root == ROOT_BODY ||
		 (!needs_reading(facts->body, (needs & BODY_TABLES) | TABLE(BODY)) &&
		  !(needs & NEED_SERIES && !series_is_current(facts)) &&
		  !(needs & NEED_LATER && is_attested_later(facts)))))
	{
		if (facts->root == ROOT_MEETING)
			look_beneath(facts, facts->body);
		return;
	}
	if (needs & NEED_PARENT)
	{
		Facts	   *body = facts->root == ROOT_BODY ? facts : facts->body;

		read_root(body);
		share_parent(body);
	}
	CommandCounterIncrement();
	snapshot = RegisterSnapshot(GetLatestSnapshot());
	facts_refresh(facts, needs, snapshot);
	UnregisterSnapshot(snapshot);
}
