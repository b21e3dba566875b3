/*
 * cache.h
 *	  Facts kept for the length of a transaction.
 */
#ifndef GOVERNANCE_CACHE_H
#define GOVERNANCE_CACHE_H

#include "utils/hsearch.h"

#include "registry/facts.h"

extern void cache_init(void);
extern void cache_enter(void);
extern void cache_leave(void);
extern Facts *cache_facts(Registry *registry, Root root, int64 id);
extern void cache_drop(Facts *facts);
extern void cache_tell(Relation rel, Registry *registry, TableId id, int64 body);

/* what this transaction writes */
extern uint64 cache_epochs[NUM_TABLES];
extern void cache_mark(Facts *facts, TableId id);
extern void cache_statement(TableId id);
extern uint64 cache_statements(void);
extern void cache_statement_over(TableId id);
extern void cache_statement_done(Facts *facts, TableId id);
extern void cache_command(CommandId command);
extern bool cache_command_writes_meetings(void);
extern void cache_written(Registry *registry, TableId id, int64 meeting, ItemPointer old,
						  const RegistryRelation *where, TupleTableSlot *new);
extern void cache_new_meeting(Registry *registry, int64 meeting,
							  const RegistryRelation *where, TupleTableSlot *slot);

/* Rows of the table that were read in another epoch are stale. */
static inline uint64
cache_epoch(TableId id)
{
	return cache_epochs[id];
}

/* refresh.c */
extern void cache_link_changed(void);
extern void cache_series_changed(int64 meeting);
extern bool cache_lock_meeting(Facts *facts);
extern bool cache_lock_body(Facts *facts);
extern bool cache_share_body(Facts *facts);
extern bool cache_lock_root(Facts *facts, bool shared);
extern void cache_refresh(Facts *facts, Tables needs);
extern void cache_refresh_by(Facts *facts, Tables needs, Reader *reader);
extern void facts_refresh(Facts *facts, Tables needs, Reader *reader);

typedef struct KnownBodies
{
	HTAB	   *table;
	MemoryContext context;
} KnownBodies;

extern KnownBodies *facts_known_bodies(void);
extern bool facts_current(const Facts *facts, TableId id);
extern bool facts_need_reading(const Facts *facts, Tables needs);
extern void facts_read_now(Facts *facts, TableId id, int64 key, Reader *reader);
extern Facts *facts_known_body(const Facts *facts, int64 id, KnownBodies *bodies);
extern Facts *facts_of_meeting(Reader *reader, int64 id, Tables needs,
							   KnownBodies *bodies);

/* refresh_matter.c */
extern bool cache_lock_matter(Facts *facts, Tables needs);
extern void cache_refresh_matter(Facts *facts, Tables needs);
extern void facts_refresh_matter(Facts *facts, Tables needs, Reader *reader);
extern Facts *facts_of_matter(Reader *reader, int64 id, Tables needs,
							  KnownBodies *bodies);

#endif							/* GOVERNANCE_CACHE_H */
