/*
 * refresh.c
 *	  Making facts current: locking their root, and reading what is missing or
 *	  stale.
 *
 * The body of a meeting, and the parent of a body, are facts of their own, which
 * facts lead to.
 */
#include "postgres.h"
#include "compat.h"

#include "access/xact.h"
#include "storage/lmgr.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "registry/cache.h"

/* what is known of section numbers: moved on when another meeting is numbered */
static uint64 series_epoch;
static int64 numbered_last;

/* the same for items that continue others */
static uint64 link_epoch;

/* ---- reading ---- */

/* Are the rows of the table there, and as they are now? */
bool
facts_current(const Facts *facts, TableId id)
{
	const FactRows *rows = &facts->rows[id];

	return rows->loaded && rows->epoch == cache_epoch(id) &&
		rows->version == facts->registry->relation[id].version;
}

void
facts_read_now(Facts *facts, TableId id, int64 key, Reader *reader)
{
	/* not under a lock yet: what is read now is stale once there is one */
	facts->kept = false;
	/* first the epoch: reading can bring nothing newer than the snapshot */
	cache_mark(facts, id);
	facts_read(facts, id, key, reader);
}

/* the same for what was asked for, where the meeting was called on a request */
static void
read_request_table(Facts *facts, TableId id, Reader *reader)
{
	int64		request = the_meeting(facts)->request;

	if (request != 0)
		facts_read_now(facts, id, request, reader);
	else
	{
		facts_none(facts, id);
		cache_mark(facts, id);
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
 * what was read stands until this transaction turns to another meeting, or
 * writes to one (cache_series_changed).
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

/*
 * cache_series_changed
 *		A row that sections of the meeting are counted by was written: to the
 *		others of its series they are no longer what was read.
 */
void
cache_series_changed(int64 meeting)
{
	if (meeting != numbered_last)
		series_epoch++;
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
	return link_epoch + cache_epoch(T_AGENDA_ITEM) + cache_epoch(T_MEETING) +
		cache_epoch(T_DECISION) + cache_epoch(T_BODY_SUCCESSION) + cache_epoch(T_DEVIATION);
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

/* the table that a root has its own row in */
static TableId
root_table(Root root)
{
	return root == ROOT_BODY ? T_BODY : root == ROOT_MATTER ? T_MATTER : T_MEETING;
}

/*
 * facts_refresh
 *		Reads those of the tables whose rows are not there or not current.
 *		A meeting leads to its body, a body to its parent, a matter to the bodies
 *		that it names.
 */
void
facts_refresh(Facts *facts, Tables needs, Reader *reader)
{
	TableId		own = root_table(facts->root);
	Tables		of_body = BODY_TABLES | NEED_PARENT;

	if (facts->root == ROOT_MATTER)
	{
		facts_refresh_matter(facts, needs, reader);
		return;
	}
	if (!facts_current(facts, own))
	{
		facts_read_now(facts, own, facts->id, reader);
		/* it may have been called on another request than before */
		facts->rows[T_MEETING_REQUEST].loaded = false;
		facts->rows[T_MEETING_REQUESTER].loaded = false;
	}
	if (facts->rows[own].n == 0)
		return;
	if (facts->root == ROOT_MEETING)
	{
		facts_refresh(facts->body, needs & of_body, reader);
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
		facts_refresh(facts->parent, TABLE(MEMBERSHIP) | TABLE(TERM) | TABLE(OFFICE), reader);
		look_beneath(facts, facts->parent);
	}
	for_each_table(t, needs & ALL_OF_RULES)
	{
		if (facts_current(facts, t))
			continue;
		if (registry_table(t)->root == ROOT_REQUEST)
			read_request_table(facts, t, reader);
		else
			facts_read_now(facts, t, facts->id, reader);
	}
	/* last: they go by the items and the signatures read */
	if (needs & NEED_SERIES && !series_is_current(facts))
	{
		if (numbered_last != facts->id)
			series_epoch++;
		numbered_last = facts->id;
		facts->section_loaded = false;
		if (has_sections(facts))
			facts_read_series(facts, reader->snapshot);
		facts->section_epoch = series_epoch;
	}
	if (needs & NEED_LATER && is_attested_later(facts))
		facts_read_later(facts);
	if (needs & NEED_LINKS && facts->root == ROOT_MEETING)
	{
		if (!links_are_current(facts))
			facts_read_links(facts, reader->snapshot);
		facts->links_loaded = true;
		facts->links_epoch = epoch_of_links(facts);
	}
}

/* ---- reading for a question ---- */

typedef struct KnownBody
{
	int64		id;
	Facts	   *facts;
} KnownBody;

/*
 * facts_known_bodies
 *		Room for the bodies of many meetings that are read one after another.
 */
KnownBodies *
facts_known_bodies(void)
{
	KnownBodies *bodies = palloc(sizeof(KnownBodies));
	HASHCTL		ctl = {
		.keysize = sizeof(int64),
		.entrysize = sizeof(KnownBody),
		.hcxt = CurrentMemoryContext,
	};

	bodies->context = CurrentMemoryContext;
	bodies->table = hash_create("governance bodies", 64, &ctl,
								HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	return bodies;
}

/*
 * facts_known_body
 *		Room for the facts about one of them; without "bodies", beside those of
 *		what leads to it.
 */
Facts *
facts_known_body(const Facts *facts, int64 id, KnownBodies *bodies)
{
	KnownBody  *known;
	bool		found;

	if (bodies == NULL)
		return facts_create(facts->context, facts->registry, ROOT_BODY, id);
	known = hash_search(bodies->table, &id, HASH_ENTER, &found);
	if (!found)
		known->facts = NULL;
	if (known->facts == NULL)
		known->facts = facts_create(bodies->context, facts->registry, ROOT_BODY, id);
	return known->facts;
}

/*
 * facts_of_meeting
 *		A meeting and its body, read for a question and not kept.  Null: there
 *		is no such meeting.  "bodies" may be null.
 */
Facts *
facts_of_meeting(Reader *reader, int64 id, Tables needs, KnownBodies *bodies)
{
	Facts	   *facts = facts_create(CurrentMemoryContext, reader->registry, ROOT_MEETING, id);

	facts_read(facts, T_MEETING, id, reader);
	if (the_meeting(facts) == NULL)
		return NULL;
	facts->body = facts_known_body(facts, the_meeting(facts)->body, bodies);
	facts_refresh(facts->body, 0, reader);
	if (the_body(facts->body) != NULL)	/* else somebody wrote past the foreign keys */
		facts_refresh(facts, needs, reader);
	return facts;
}

bool
facts_need_reading(const Facts *facts, Tables needs)
{
	if (facts == NULL)
		return true;
	for_each_table(t, needs & ALL_OF_RULES)
		if (!facts_current(facts, t))
			return true;
	return false;
}

/* ---- locks ---- */

static void
read_root(Facts *facts)
{
	Reader		reader;

	reader_begin_latest(&reader, facts->registry);
	facts_refresh(facts, 0, &reader);
	reader_end(&reader);
}

/*
 * Locks the root; what was read before the lock may be stale.  With the first
 * body, and so before everything else, the regulations are locked.
 */
bool
cache_lock_root(Facts *facts, bool shared)
{
	if (facts->root == ROOT_BODY)
		LockRelationOid(registry_relid(facts->registry, "regulation"), RowShareLock);
	if (!registry_lock_row(facts->registry, root_table(facts->root), facts->id, shared))
		return false;
	facts->locked = true;
	facts->shared = shared;
	if (shared && facts->kept)
	{
		/* who had the lock has told before what was changed */
		AcceptInvalidationMessages();
		facts->kept = false;
		return true;
	}
	facts->kept = false;
	for (int t = 0; t < NUM_TABLES; t++)
		facts->rows[t].loaded = false;
	facts->links_loaded = false;
	facts->handlings_epoch = 0;
	facts->report_epoch = 0;
	facts->policy_epoch = 0;
	return true;
}

/*
 * cache_share_body
 *		Locks a body against changes by others.  False: there is no such body.
 */
bool
cache_share_body(Facts *facts)
{
	return facts->locked || cache_lock_root(facts, true);
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
	if (facts->locked && !facts->shared && facts_current(facts, T_BODY))
		return the_body(facts) != NULL;
	read_root(facts);
	if (the_body(facts) == NULL)
		return false;
	if (facts->locked && !facts->shared)
		return true;
	if (the_body(facts)->parent < facts->id)
		share_parent(facts);
	if (!cache_lock_root(facts, false))
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

	if (facts->locked && facts_current(facts, T_MEETING) &&
		(the_meeting(facts) == NULL || the_meeting(facts)->body == facts->body->id))
		return the_meeting(facts) != NULL;
	if (!facts->fresh || !facts_current(facts, T_MEETING))
	{
		Reader		reader;

		reader_begin_latest(&reader, facts->registry);
		facts_read_now(facts, T_MEETING, facts->id, &reader);
		reader_end(&reader);
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
	return facts->locked || cache_lock_root(facts, false);
}

/* Is all there that is needed, and current? */
static bool
cache_is_current(Facts *facts, Tables needs)
{
	if (needs & NEED_PARENT ||
		(needs & NEED_LINKS && !links_are_current(facts)))
		return false;
	if (facts->root == ROOT_BODY)
		return !facts_need_reading(facts, needs | TABLE(BODY));
	if (facts_need_reading(facts, (needs & ~BODY_TABLES) | TABLE(MEETING)) ||
		facts_need_reading(facts->body, (needs & BODY_TABLES) | TABLE(BODY)) ||
		(needs & NEED_SERIES && !series_is_current(facts)) ||
		(needs & NEED_LATER && is_attested_later(facts)))
		return false;
	look_beneath(facts, facts->body);
	return true;
}

/*
 * cache_refresh_by
 *		The same as facts_refresh for facts under a lock: with the newest
 *		snapshot, taken after the lock and after the rows of this command
 *		became visible, whatever the isolation level.  The reader is begun only
 *		if there is something to read; one that has begun already must have
 *		been so after the locks of all that is read with it.
 */
void
cache_refresh_by(Facts *facts, Tables needs, Reader *reader)
{
	if (facts->root == ROOT_MATTER)
	{
		cache_refresh_matter(facts, needs);
		return;
	}
	if (cache_is_current(facts, needs))
		return;
	if (needs & NEED_PARENT)
	{
		Facts	   *body = facts->root == ROOT_BODY ? facts : facts->body;

		Assert(reader->registry == NULL);
		read_root(body);
		share_parent(body);
	}
	if (reader->registry == NULL)
		reader_begin_latest(reader, facts->registry);
	facts_refresh(facts, needs, reader);
}

/*
 * cache_refresh
 *		The same for these facts alone.
 */
void
cache_refresh(Facts *facts, Tables needs)
{
	Reader		reader = {0};

	cache_refresh_by(facts, needs, &reader);
	reader_end(&reader);
}
