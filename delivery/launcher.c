/*
 * launcher.c
 *	  Starts workers in the databases that have registries which send.
 *
 * Which these are stands in pg_db_role_setting, and to read that one must be
 * connected to some database.  The launcher is connected to none, so that it is in
 * nobody's way: it sends a scout, which looks and is gone.  Where there are more
 * databases than workers, they take turns.
 */
#include "postgres.h"

#include "access/heapam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/pg_database.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "pgstat.h"
#include "postmaster/bgworker.h"
#include "postmaster/interrupt.h"
#include "storage/dsm.h"
#include "storage/ipc.h"
#include "storage/latch.h"
#include "tcop/tcopprot.h"
#include "utils/guc.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"

#include "settings.h"
#include "worker.h"

/* a database that is served */
typedef struct Served
{
	Oid			database;
	BackgroundWorkerHandle *worker; /* null: none is there now */
	TimestampTz left_at;		/* when the last one had gone */
} Served;

static Served *served;
static int	nserved;
static int	next;				/* whose turn it is */

/* what a scout finds */
typedef struct Found
{
	bool		complete;
	int			n;
	int			room;
	Oid			databases[FLEXIBLE_ARRAY_MEMBER];
} Found;

static BackgroundWorkerHandle *scout;	/* null: none is under way */
static dsm_segment *segment;	/* where it writes what it finds */
static TimestampTz scouted_at;

/* ---- starting processes ---- */

static bool
start_process(const char *function, const char *name, Oid database, dsm_handle handle,
			  BackgroundWorkerHandle **process)
{
	BackgroundWorker worker = {0};
	MemoryContext old = MemoryContextSwitchTo(TopMemoryContext);
	bool		started;

	worker.bgw_flags = BGWORKER_SHMEM_ACCESS | BGWORKER_BACKEND_DATABASE_CONNECTION;
	worker.bgw_start_time = BgWorkerStart_RecoveryFinished;
	worker.bgw_restart_time = BGW_NEVER_RESTART;
	snprintf(worker.bgw_library_name, sizeof(worker.bgw_library_name), LIBRARY);
	snprintf(worker.bgw_function_name, sizeof(worker.bgw_function_name), "%s", function);
	snprintf(worker.bgw_name, BGW_MAXLEN, "%s", name);
	snprintf(worker.bgw_type, BGW_MAXLEN, "%s", name);
	memcpy(worker.bgw_extra, &handle, sizeof(handle));
	worker.bgw_main_arg = ObjectIdGetDatum(database);
	worker.bgw_notify_pid = MyProcPid;
	started = RegisterDynamicBackgroundWorker(&worker, process);
	MemoryContextSwitchTo(old);
	return started;
}

static bool
has_stopped(BackgroundWorkerHandle *process)
{
	pid_t		pid;

	return GetBackgroundWorkerPid(process, &pid) == BGWH_STOPPED;
}

/* ---- which databases send ---- */

/* how many databases there are, and one that a scout can look from */
static int
count_databases(Oid *place)
{
	Relation	rel;
	TableScanDesc scan;
	HeapTuple	tuple;
	int			n = 0;

	*place = InvalidOid;
	StartTransactionCommand();
	(void) GetTransactionSnapshot();
	rel = table_open(DatabaseRelationId, AccessShareLock);
	scan = table_beginscan_catalog(rel, 0, NULL);
	while ((tuple = heap_getnext(scan, ForwardScanDirection)) != NULL)
	{
		Form_pg_database row = (Form_pg_database) GETSTRUCT(tuple);

		n++;
		if (row->datallowconn && row->datconnlimit != -2 && !row->datistemplate &&
			(*place == InvalidOid || strcmp(NameStr(row->datname), "postgres") == 0))
			*place = row->oid;
	}
	table_endscan(scan);
	table_close(rel, AccessShareLock);
	CommitTransactionCommand();
	return n;
}

static void
send_scout(void)
{
	Oid			place;
	int			room = count_databases(&place) + 16;
	Found	   *found;

	scouted_at = GetCurrentTimestamp();
	if (place == InvalidOid)
		return;
	segment = dsm_create(offsetof(Found, databases) + room * sizeof(Oid), 0);
	found = dsm_segment_address(segment);
	*found = (Found) {.room = room};
	if (!start_process("governance_delivery_scout", "governance delivery scout", place,
					   dsm_segment_handle(segment), &scout))
	{
		dsm_detach(segment);	/* there is no slot for a process: next time */
		scout = NULL;
	}
}

/*
 * governance_delivery_scout
 *		Finds the databases with the setting governance.delivery, in any.
 */
void
governance_delivery_scout(Datum database)
{
	dsm_handle	handle;
	dsm_segment *where;
	Found	   *found;

	pqsignal(SIGTERM, die);
	BackgroundWorkerUnblockSignals();
	BackgroundWorkerInitializeConnectionByOid(DatumGetObjectId(database), InvalidOid, 0);
	memcpy(&handle, MyBgworkerEntry->bgw_extra, sizeof(handle));
	StartTransactionCommand();
	where = dsm_attach(handle);
	if (where == NULL)
		return;					/* the launcher has gone */
	found = dsm_segment_address(where);
	SPI_connect();
	PushActiveSnapshot(GetTransactionSnapshot());
	if (SPI_execute("select s.setdatabase from pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) c(line) "
					"where s.setrole operator(pg_catalog.=) 0 and s.setdatabase operator(pg_catalog.<>) 0 "
					"and c.line operator(pg_catalog.~~) 'governance.delivery=_%'", true, found->room) == SPI_OK_SELECT)
	{
		for (uint64 row = 0; row < SPI_processed; row++)
		{
			bool		isnull;

			found->databases[found->n++] = DatumGetObjectId(
				SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, 1, &isnull));
		}
		found->complete = true;
	}
	dsm_detach(where);
	SPI_finish();
	PopActiveSnapshot();
	CommitTransactionCommand();
}

/* Brings the list up to date; who is served now stays. */
static void
list_served(const Oid *databases, int n)
{
	Served	   *list = MemoryContextAllocZero(TopMemoryContext, Max(n + nserved, 1) * sizeof(Served));
	int			length = 0;

	for (int i = 0; i < n; i++)
	{
		list[length].database = databases[i];
		for (int j = 0; j < nserved; j++)
			if (served[j].database == databases[i])
			{
				list[length] = served[j];
				served[j].worker = NULL;
			}
		length++;
	}
	for (int j = 0; j < nserved; j++)
		if (served[j].worker != NULL)
			list[length++] = served[j];
	if (served != NULL)
		pfree(served);
	served = list;
	nserved = length;
}

/* A scout that is back has told. */
static void
hear_scout(void)
{
	const Found *found;

	if (scout == NULL || !has_stopped(scout))
		return;
	found = dsm_segment_address(segment);
	if (found->complete)
		list_served(found->databases, found->n);
	dsm_detach(segment);
	pfree(scout);
	scout = NULL;
}

/* ---- serving them ---- */

/* Looks which workers have gone; returns how many are there. */
static int
look_at_workers(void)
{
	int			there = 0;

	for (int i = 0; i < nserved; i++)
	{
		if (served[i].worker == NULL)
			continue;
		if (has_stopped(served[i].worker))
		{
			pfree(served[i].worker);
			served[i].worker = NULL;
			served[i].left_at = GetCurrentTimestamp();
		}
		else
			there++;
	}
	return there;
}

static void
start_workers(void)
{
	int			there = look_at_workers();

	for (int i = 0; i < nserved && there < delivery_workers; i++)
	{
		Served	   *one = &served[next++ % nserved];

		if (one->worker == NULL &&
			TimestampDifferenceExceeds(one->left_at, GetCurrentTimestamp(), delivery_naptime * 1000))
		{
			if (!start_process("governance_delivery_worker", "governance delivery worker",
							   one->database, DSM_HANDLE_INVALID, &one->worker))
				return;			/* there is no slot for a process: next time */
			there++;
		}
	}
}

/*
 * governance_delivery_launcher
 *		For as long as the server runs.
 */
void
governance_delivery_launcher(Datum arg)
{
	pqsignal(SIGTERM, die);
	pqsignal(SIGHUP, SignalHandlerForConfigReload);
	BackgroundWorkerUnblockSignals();
	BackgroundWorkerInitializeConnection(NULL, NULL, 0);
	pgstat_report_activity(STATE_IDLE, NULL);
	for (;;)
	{
		CHECK_FOR_INTERRUPTS();
		if (ConfigReloadPending)
		{
			ConfigReloadPending = false;
			ProcessConfigFile(PGC_SIGHUP);
		}
		hear_scout();
		if (scout == NULL && TimestampDifferenceExceeds(scouted_at, GetCurrentTimestamp(), delivery_naptime * 1000))
			send_scout();
		start_workers();
		(void) WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH,
						 1000L, PG_WAIT_EXTENSION);
		ResetLatch(MyLatch);
	}
}
