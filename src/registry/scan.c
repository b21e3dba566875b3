/*
 * scan.c
 *	  Reading the rows of a registry's tables by their keys, and locking them.
 *
 * By index, not through plans: what is read is a few rows of one body or
 * meeting, for every check.
 */
#include "postgres.h"
#include "compat.h"

#include "access/genam.h"
#include "access/nbtree.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "storage/bufmgr.h"
#include "utils/date.h"
#include "utils/fmgroids.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "registry/registry.h"

static void
scan_open(RegistryScan *scan, TableId id, Oid index, int nkeys, Snapshot snapshot)
{
	scan->table = registry_table(id);
	scan->context = CurrentMemoryContext;
	scan->blocks = InvalidBlockNumber;
	scan->rel = table_open(scan->where->relid, NoLock);	/* registry_relation has locked it */
	scan->index = index_open(index, AccessShareLock);
	scan->slot = table_slot_create(scan->rel, NULL);
	scan->scan = compat_index_beginscan(scan->rel, scan->index, snapshot, nkeys, 0);
}

static void
scan_begin(RegistryScan *scan, TableId id, Oid index, int64 key, Snapshot snapshot)
{
	scan_open(scan, id, index, 1, snapshot);
	ScanKeyInit(&scan->key, 1, BTEqualStrategyNumber, F_INT8EQ, Int64GetDatum(key));
	index_rescan(scan->scan, &scan->key, 1, NULL, 0);
}

static Oid
other_index(const RegistryScan *scan, const Registry *registry, TableId id)
{
	const Table *table = registry_table(id);

	if (!OidIsValid(scan->where->other_index))
		registry_mismatch(registry, table->name,
						  psprintf(_("no usable index on \"%s\""), table->other_key));
	return scan->where->other_index;
}

/*
 * registry_scan_begin, registry_scan_begin_other
 *		Starts reading the rows of a table whose key column (its other one)
 *		has that value, as the snapshot sees them.
 */
void
registry_scan_begin(RegistryScan *scan, Registry *registry, TableId id,
					int64 key, Snapshot snapshot)
{
	scan->where = registry_relation(registry, id);
	scan_begin(scan, id, scan->where->index, key, snapshot);
}

void
registry_scan_begin_other(RegistryScan *scan, Registry *registry, TableId id,
						  int64 key, Snapshot snapshot)
{
	scan->where = registry_relation(registry, id);
	scan_begin(scan, id, other_index(scan, registry, id), key, snapshot);
}

/*
 * registry_scan_begin_days
 *		The same by the other key for the days of a period, in whose order the
 *		rows are read, forwards or backwards.
 */
void
registry_scan_begin_days(RegistryScan *scan, Registry *registry, TableId id,
						 int64 key, DateADT first, DateADT last, Snapshot snapshot)
{
	ScanKeyData keys[3];

	Assert(registry_table(id)->other_order_type == DATEOID);
	scan->where = registry_relation(registry, id);
	scan_open(scan, id, other_index(scan, registry, id), lengthof(keys), snapshot);
	ScanKeyInit(&keys[0], 1, BTEqualStrategyNumber, F_INT8EQ, Int64GetDatum(key));
	ScanKeyInit(&keys[1], 2, BTGreaterEqualStrategyNumber, F_DATE_GE, DateADTGetDatum(first));
	ScanKeyInit(&keys[2], 2, BTLessEqualStrategyNumber, F_DATE_LE, DateADTGetDatum(last));
	index_rescan(scan->scan, keys, lengthof(keys), NULL, 0);
}

/* Starts anew with another key. */
void
registry_scan_again(RegistryScan *scan, int64 key)
{
	MemoryContext old = MemoryContextSwitchTo(scan->context);

	scan->key.sk_argument = Int64GetDatum(key);
	index_rescan(scan->scan, &scan->key, 1, NULL, 0);
	MemoryContextSwitchTo(old);
}

static bool
next_row(RegistryScan *scan, ScanDirection direction)
{
	MemoryContext old = MemoryContextSwitchTo(scan->context);
	bool		found = index_getnext_slot(scan->scan, direction, scan->slot);

	MemoryContextSwitchTo(old);
	return found;
}

bool
registry_scan_next(RegistryScan *scan)
{
	return next_row(scan, ForwardScanDirection);
}

/* The rows from the last one on, against the order of the index; asked instead of next. */
bool
registry_scan_back(RegistryScan *scan)
{
	return next_row(scan, BackwardScanDirection);
}

/*
 * registry_scan_place
 *		Looks for the row with that key at a place where it was before, without
 *		the index.  False: what is there, if anything, is another row, or is not
 *		seen; only where the key is unique is this the row that next would find.
 */
bool
registry_scan_place(RegistryScan *scan, ItemPointer tid, int64 key, Snapshot snapshot)
{
	bool		isnull;

	/* the table may have become shorter, but does not while it is locked */
	if (scan->blocks == InvalidBlockNumber)
		scan->blocks = RelationGetNumberOfBlocks(scan->rel);
	if (!ItemPointerIsValid(tid) || ItemPointerGetBlockNumber(tid) >= scan->blocks ||
		!table_tuple_fetch_row_version(scan->rel, tid, snapshot, scan->slot))
		return false;
	return DatumGetInt64(slot_getattr(scan->slot, scan->where->key, &isnull)) == key && !isnull;
}

void
registry_scan_end(RegistryScan *scan)
{
	index_endscan(scan->scan);
	ExecDropSingleTupleTableSlot(scan->slot);
	/* kept until the transaction ends, as the executor does: the next one finds it */
	index_close(scan->index, NoLock);
	table_close(scan->rel, NoLock);
}

/* ---- many at a time ---- */

/*
 * reader_begin, reader_begin_latest
 *		Begins to read with a snapshot that the caller holds, or with the newest
 *		one, by which everything that this command has written is seen, too.
 */
void
reader_begin(Reader *reader, Registry *registry, Snapshot snapshot)
{
	*reader = (Reader) {
		.registry = registry,
		.snapshot = snapshot,
		.context = CurrentMemoryContext,
	};
}

void
reader_begin_latest(Reader *reader, Registry *registry)
{
	CommandCounterIncrement();
	reader_begin(reader, registry, RegisterSnapshot(GetLatestSnapshot()));
	reader->latest = true;
}

/*
 * reader_scan
 *		The rows of a table with that key; the caller goes through them before
 *		the next scan of the same table.
 */
RegistryScan *
reader_scan(Reader *reader, TableId id, int64 key)
{
	RegistryScan *scan = reader->scans[id];
	MemoryContext old;

	if (scan != NULL)
	{
		registry_scan_again(scan, key);
		return scan;
	}
	old = MemoryContextSwitchTo(reader->context);
	scan = palloc(sizeof(RegistryScan));
	registry_scan_begin(scan, reader->registry, id, key, reader->snapshot);
	MemoryContextSwitchTo(old);
	reader->scans[id] = scan;
	return scan;
}

/* Ends reading; one that has not begun is left as it is. */
void
reader_end(Reader *reader)
{
	if (reader->registry == NULL)
		return;
	for (int t = 0; t < NUM_ALL_TABLES; t++)
		if (reader->scans[t] != NULL)
			registry_scan_end(reader->scans[t]);
	if (reader->latest)
		UnregisterSnapshot(reader->snapshot);
	reader->registry = NULL;
}

/*
 * registry_lock_row
 *		Locks the body or meeting with that id until the end of the
 *		transaction, and says whether there is one.
 *
 * FOR NO KEY UPDATE, which does not conflict with the KEY SHARE locks of
 * foreign keys; FOR SHARE where others may rest on the same row.  The newest
 * version is what is locked, whatever the isolation level, and what is read
 * afterwards is read with a newer snapshot than the lock: the two together are
 * what makes a check hold under concurrency.
 */
bool
registry_lock_row(Registry *registry, TableId id, int64 key, bool shared)
{
	RegistryScan scan;
	Snapshot	snapshot = RegisterSnapshot(GetLatestSnapshot());
	bool		locked = false;

	registry_scan_begin(&scan, registry, id, key, snapshot);
	while (!locked && registry_scan_next(&scan))
	{
		TM_FailureData failure;
		ItemPointerData tid = scan.slot->tts_tid;
		TM_Result	result;

		result = table_tuple_lock(scan.rel, &tid, snapshot, scan.slot,
								  GetCurrentCommandId(true),
								  shared ? LockTupleShare : LockTupleNoKeyExclusive,
								  LockWaitBlock,
								  TUPLE_LOCK_FLAG_FIND_LAST_VERSION,
								  &failure);
		switch (result)
		{
			case TM_Ok:
				locked = true;
				break;
			case TM_Deleted:
			case TM_SelfModified:
				break;
			default:
				ereport(ERROR,
						(errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
						 errmsg("could not serialize access due to concurrent update")));
		}
	}
	registry_scan_end(&scan);
	UnregisterSnapshot(snapshot);
	return locked;
}
