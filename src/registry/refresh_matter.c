/*
 * refresh_matter.c
 *	  Making the facts of a matter current: its own rows, the bodies that they
 *	  name, and what meetings and other matters say of it.
 */
#include "postgres.h"
#include "compat.h"

#include "registry/cache.h"

/* the tables whose statements may change what these say, as a growing number */
static uint64
epoch_of_handlings(void)
{
	return cache_epoch(T_AGENDA_ITEM) + cache_epoch(T_MEETING) + cache_epoch(T_DECISION) +
		cache_epoch(T_BODY);
}

static uint64
epoch_of_movers(void)
{
	return cache_epoch(T_MOTION) + cache_epoch(T_MOTION_MOVER) + cache_epoch(T_MEMBERSHIP) +
		cache_epoch(T_AGENDA_ITEM) + cache_epoch(T_MEETING) + cache_epoch(T_ATTENDANCE);
}

static uint64
epoch_of_reports(void)
{
	return cache_epoch(T_DELEGATION_REPORT) + cache_epoch(T_DELEGATION_REPORT_ITEM) +
		cache_epoch(T_DELEGATED_DECISION) + cache_epoch(T_DELEGATION) +
		cache_epoch(T_DECISION) + cache_epoch(T_MEETING);
}

static void
read_own(Facts *facts, Tables needs, Reader *reader)
{
	if (!facts_current(facts, T_MATTER))
		facts_read_now(facts, T_MATTER, facts->id, reader);
	if (the_matter(facts) == NULL)
		return;
	for_each_table(t, needs & MATTER_TABLES)
		if (!facts_current(facts, t))
			facts_read_now(facts, t, facts->id, reader);
}

/* The bodies that the rows name now; those that are known stay. */
static void
name_bodies(Facts *facts)
{
	Ids		   *ids = facts_bodies_named(facts);
	Facts	  **bodies = MemoryContextAlloc(facts->context, Max(ids->n, 1) * sizeof(Facts *));

	for (int i = 0; i < ids->n; i++)
	{
		Facts	   *known = facts_body_named(facts, ids->v[i]);

		if (facts->locked)
			bodies[i] = cache_facts(facts->registry, ROOT_BODY, ids->v[i]);
		else
			bodies[i] = known ? known : facts_known_body(facts, ids->v[i], facts->known);
	}
	if (facts->bodies)
		pfree(facts->bodies);
	facts->bodies = bodies;
	facts->nbodies = ids->n;
	pfree(ids);
}

static void
read_bodies(Facts *facts, Tables needs, Reader *reader)
{
	for (int i = 0; i < facts->nbodies; i++)
		facts_refresh(facts->bodies[i], needs & BODY_TABLES, reader);
}

/* What rests on the bodies has changed when they have, whoever read them. */
static void
look_at_bodies(Facts *facts)
{
	uint64		versions = 0;

	for (int i = 0; i < facts->nbodies; i++)
		versions += facts->bodies[i]->version;
	if (facts->beneath != versions)
		facts->version++;
	facts->beneath = versions;
}

static void
read_others(Facts *facts, Tables needs)
{
	if (needs & NEED_HANDLINGS && facts->handlings_epoch != epoch_of_handlings())
	{
		facts_read_handlings(facts);
		facts->handlings_epoch = epoch_of_handlings();
	}
	/* who needs to know the movers needs to know where they sat */
	if (needs & TABLE(MOTION_MOVER) && facts->movers_epoch != epoch_of_movers())
	{
		facts_read_movers(facts);
		facts->movers_epoch = epoch_of_movers();
	}
	if (needs & NEED_OTHERS && facts->report_epoch != epoch_of_reports())
	{
		facts_read_report_lines(facts);
		facts->report_epoch = epoch_of_reports();
	}
	if (needs & NEED_OTHERS && facts->policy_epoch != cache_epoch(T_POLICY_DOCUMENT))
	{
		facts_read_policies(facts);
		facts->policy_epoch = cache_epoch(T_POLICY_DOCUMENT);
	}
}

/*
 * facts_refresh_matter
 *		The same as facts_refresh, for a question: what is read is as the reader
 *		and the statement see it.
 */
void
facts_refresh_matter(Facts *facts, Tables needs, Reader *reader)
{
	read_own(facts, needs, reader);
	if (the_matter(facts) == NULL)
		return;
	name_bodies(facts);
	read_bodies(facts, needs, reader);
	read_others(facts, needs);
}

/*
 * facts_of_matter
 *		A matter read for a question and not kept.  Null: there is none.
 */
Facts *
facts_of_matter(Reader *reader, int64 id, Tables needs, KnownBodies *bodies)
{
	Facts	   *facts = facts_create(CurrentMemoryContext, reader->registry, ROOT_MATTER, id);

	facts->known = bodies;
	facts_refresh_matter(facts, needs, reader);
	return the_matter(facts) ? facts : NULL;
}

/* ---- under locks ---- */

/* its rows as they are now */
static void
read_own_now(Facts *facts, Tables needs)
{
	Reader		reader;

	if (!facts_need_reading(facts, (needs & MATTER_TABLES) | TABLE(MATTER)))
		return;
	reader_begin_latest(&reader, facts->registry);
	read_own(facts, needs, &reader);
	reader_end(&reader);
}

/*
 * cache_lock_matter
 *		Locks a matter for a change of its rows, and before it the bodies that
 *		those name which the rules need, against changes, in the order of their
 *		ids.  False: there is no such matter.
 */
bool
cache_lock_matter(Facts *facts, Tables needs)
{
	Ids		   *ids;

	read_own_now(facts, needs);
	if (the_matter(facts) == NULL)
		return false;
	if (facts->locked)
		return true;
	ids = facts_bodies_named(facts);
	for (int i = 0; i < ids->n; i++)
		(void) cache_share_body(cache_facts(facts->registry, ROOT_BODY, ids->v[i]));
	pfree(ids);
	return cache_lock_root(facts, false);
}

/*
 * cache_refresh_matter
 *		The same as cache_refresh, for a matter under its lock.  Bodies that its
 *		rows name since are locked now; what is read of them is newer than that.
 */
void
cache_refresh_matter(Facts *facts, Tables needs)
{
	bool		current = true;

	read_own_now(facts, needs);
	if (the_matter(facts) == NULL)
		return;
	name_bodies(facts);
	for (int i = 0; i < facts->nbodies; i++)
	{
		(void) cache_share_body(facts->bodies[i]);	/* missing: left to the foreign key */
		if (facts_need_reading(facts->bodies[i], (needs & BODY_TABLES) | TABLE(BODY)))
			current = false;
	}
	if (!current)
	{
		Reader		reader;

		reader_begin_latest(&reader, facts->registry);
		read_bodies(facts, needs, &reader);
		reader_end(&reader);
	}
	look_at_bodies(facts);
	read_others(facts, needs);
}
