/*
 * registry.h
 *	  Which tables a registry has, and reading them by their keys.
 */
#ifndef GOVERNANCE_REGISTRY_H
#define GOVERNANCE_REGISTRY_H

#include "access/genam.h"
#include "access/skey.h"
#include "executor/tuptable.h"
#include "utils/rel.h"
#include "utils/snapshot.h"

#include "registry/tables.h"

/* where a table of this registry is, as far as it has been looked at */
typedef struct RegistryRelation
{
	bool		valid;			/* cleared by every invalidation */
	uint64		locked;			/* the span of locks (registry.c) in which it was locked */
	uint64		version;		/* another after every invalidation */
	bool		watched;		/* every session hears of its changes (tell_change) */
	Oid			relid;
	Oid			index;			/* btree whose first column is the key */
	AttrNumber	key;
	Oid			other_index;	/* the same for the other key; may be missing */
	AttrNumber	attno[MAX_FIELDS];
	AttrNumber	last;			/* the greatest of them */
	/* the fields that the index orders the rows of a key by; -1: it is not known */
	int			norder;
	int			order[MAX_FIELDS];
} RegistryRelation;

typedef struct Registry
{
	Oid			nspid;			/* its schema */
	Oid			owner;			/* of the tables, as the trigger's is */
	RegistryRelation relation[NUM_ALL_TABLES];
} Registry;

/* reading the rows of a table that belong to one root */
typedef struct RegistryScan
{
	const Table *table;
	const RegistryRelation *where;
	Relation	rel;
	Relation	index;
	IndexScanDesc scan;
	TupleTableSlot *slot;
	ScanKeyData key;
	BlockNumber blocks;			/* of the table, at least; InvalidBlockNumber: not asked for */
	MemoryContext context;		/* what the scan allocates on its way goes here */
} RegistryScan;

extern Registry *registry_of_relation(Relation rel);
extern Registry *registry_by_name(const char *name);
extern Registry *registry_by_table(Oid relid);
extern Registry *registry_and_table(Relation rel, TableId *id);
extern const RegistryRelation *registry_relation(Registry *registry, TableId id);
extern Oid	registry_relid(const Registry *registry, const char *name);
extern char *registry_name(const Registry *registry);
extern void registry_mismatch(const Registry *registry, const char *table,
							  const char *what);

/* version.c */
extern bool registry_is_earlier(const Registry *registry, const char *than);
extern char *registry_version_hint(const Registry *registry);

/* scan.c */
extern void registry_scan_begin(RegistryScan *scan, Registry *registry,
								TableId id, int64 key, Snapshot snapshot);
extern void registry_scan_begin_other(RegistryScan *scan, Registry *registry,
									  TableId id, int64 key, Snapshot snapshot);
extern void registry_scan_begin_days(RegistryScan *scan, Registry *registry, TableId id,
									 int64 key, DateADT first, DateADT last, Snapshot snapshot);
extern void registry_scan_again(RegistryScan *scan, int64 key);
extern bool registry_scan_next(RegistryScan *scan);
extern bool registry_scan_back(RegistryScan *scan);
extern bool registry_scan_place(RegistryScan *scan, ItemPointer tid, int64 key, Snapshot snapshot);
extern void registry_scan_end(RegistryScan *scan);

/*
 * Reading many roots at a time: by one snapshot, with each table opened once.
 */
typedef struct Reader
{
	Registry   *registry;		/* null: not begun */
	Snapshot	snapshot;
	bool		latest;			/* the snapshot is the reader's own */
	MemoryContext context;
	RegistryScan *scans[NUM_ALL_TABLES];
} Reader;

extern void reader_begin(Reader *reader, Registry *registry, Snapshot snapshot);
extern void reader_begin_latest(Reader *reader, Registry *registry);
extern RegistryScan *reader_scan(Reader *reader, TableId id, int64 key);
extern void reader_end(Reader *reader);

extern bool registry_lock_row(Registry *registry, TableId id, int64 key,
							  bool shared);

/*
 * Runs a block as the registry's owner, with nothing of the caller's rights or
 * search path.
 */
typedef struct OwnerContext
{
	Oid			userid;
	int			sec_context;
	int			guc_level;
} OwnerContext;

extern void registry_become_owner(const Registry *registry, OwnerContext *saved);
extern void registry_become_restricted_owner(const Registry *registry,
											 OwnerContext *saved);
extern void registry_restore_user(const OwnerContext *saved);

/* rights.c */
extern void registry_require_select(const Registry *registry, Tables tables);

extern void registry_init(void);

#endif							/* GOVERNANCE_REGISTRY_H */
