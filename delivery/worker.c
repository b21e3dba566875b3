/*
 * worker.c
 *	  A worker delivers in one database, and is gone when nothing is due.
 *
 * So nobody who wants the database for themselves waits for long: to drop it, to
 * rename it, to copy it.  Its session is that of the bootstrap superuser, as
 * autovacuum's is; whatever belongs to a registry is done with the rights of the
 * registry's owner (deliver.c).
 */
#include "postgres.h"

#include "miscadmin.h"
#include "pgstat.h"
#include "postmaster/bgworker.h"
#include "postmaster/interrupt.h"
#include "tcop/tcopprot.h"
#include "utils/guc.h"
#include "utils/timestamp.h"

#include "deliver.h"
#include "messages.h"
#include "worker.h"

#define TURN	30000			/* milliseconds after which others have their turn */

void
governance_delivery_worker(Datum database)
{
	Delivered	sum;

	pqsignal(SIGTERM, die);
	pqsignal(SIGHUP, SignalHandlerForConfigReload);
	BackgroundWorkerUnblockSignals();
	BackgroundWorkerInitializeConnectionByOid(DatumGetObjectId(database), InvalidOid, 0);
	/* who changes the tables is waited for, but not for ever */
	SetConfigOption("lock_timeout", "10s", PGC_SUSET, PGC_S_OVERRIDE);
	SetConfigOption("search_path", "pg_catalog, pg_temp", PGC_SUSET, PGC_S_OVERRIDE);
	pgstat_report_activity(STATE_RUNNING, "delivering");
	sum = deliver_database(false, PG_INT64_MAX, TimestampTzPlusMilliseconds(GetCurrentTimestamp(), TURN));
	if (sum.delivered + sum.failing + sum.dead > 0)
		ereport(LOG,
				(errmsg("delivered %lld events, %lld are to be tried again, %lld were given up",
						(long long) sum.delivered, (long long) sum.failing, (long long) sum.dead)));
}
