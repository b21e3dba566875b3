/*
 * delivery.c
 *	  The module of delivery: its magic block and what is set up when it is loaded.
 *
 * A library of its own: sessions that deliver nothing load neither it nor
 * libcurl.
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "postmaster/bgworker.h"

#include "messages.h"
#include "settings.h"
#include "worker.h"

PG_MODULE_MAGIC;

void		_PG_init(void);

/*
 * With the server (shared_preload_libraries) the launcher is started, and again
 * when it ends; not while the server is a standby.
 */
void
_PG_init(void)
{
	BackgroundWorker launcher = {0};

	pg_bindtextdomain(TEXTDOMAIN);
	settings_define();
	if (!process_shared_preload_libraries_in_progress)
		return;
	launcher.bgw_flags = BGWORKER_SHMEM_ACCESS | BGWORKER_BACKEND_DATABASE_CONNECTION;
	launcher.bgw_start_time = BgWorkerStart_RecoveryFinished;
	launcher.bgw_restart_time = 5;
	snprintf(launcher.bgw_library_name, sizeof(launcher.bgw_library_name), LIBRARY);
	snprintf(launcher.bgw_function_name, sizeof(launcher.bgw_function_name), "governance_delivery_launcher");
	snprintf(launcher.bgw_name, BGW_MAXLEN, "governance delivery launcher");
	snprintf(launcher.bgw_type, BGW_MAXLEN, "governance delivery launcher");
	RegisterBackgroundWorker(&launcher);
}
