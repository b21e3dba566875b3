/*
 * outbox.c
 *	  The outbox of a registry, as who delivers it sees it.
 *
 * What is run of a registry, its functions and whatever triggers its tables
 * have, is run with its owner's rights, as a security-restricted operation.
 * Each of these functions is a transaction, or several; none is left open.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/pg_database.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"

#include "messages.h"
#include "outbox.h"
#include "settings.h"

/* ---- transactions ---- */

static void
begin(const Outbox *outbox)
{
	if (outbox->in_procedure)
		return;
	SetCurrentStatementStartTimestamp();
	StartTransactionCommand();
	SPI_connect();
	PushActiveSnapshot(GetTransactionSnapshot());
}

static void
commit(const Outbox *outbox)
{
	if (outbox->in_procedure)
	{
		SPI_commit();
		SPI_start_transaction();
		return;
	}
	SPI_finish();
	PopActiveSnapshot();
	CommitTransactionCommand();
}

/* Runs a query of the registry with its owner's rights. */
static void
run_as_owner(const Outbox *outbox, const char *sql, int nargs, Oid *types, Datum *args, const char *nulls)
{
	Oid			user;
	int			context;
	int			status;

	GetUserIdAndSecContext(&user, &context);
	SetUserIdAndSecContext(outbox->owner, context | SECURITY_RESTRICTED_OPERATION | SECURITY_LOCAL_USERID_CHANGE);
	status = SPI_execute_with_args(sql, nargs, types, args, nulls, false, 0);
	SetUserIdAndSecContext(user, context);
	if (status < 0)
		elog(ERROR, "could not run \"%s\": %s", sql, SPI_result_code_string(status));
}

static Datum
result(int row, int column, bool *isnull)
{
	return SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, column, isnull);
}

/*
 * Does somebody wait for the database, to drop, rename or copy it?  Each of
 * those locks it before it looks who is connected.  In a transaction.
 */
static bool
database_is_wanted(void)
{
	LOCKTAG		tag;

	SET_LOCKTAG_OBJECT(tag, InvalidOid, DatabaseRelationId, MyDatabaseId, 0);
	return LockAcquire(&tag, RowExclusiveLock, false, true) == LOCKACQUIRE_NOT_AVAIL;
}

/* ---- claiming and recording ---- */

/*
 * outbox_lease
 *		How long a row is claimed, in milliseconds: all that waits before it may
 *		take its time.
 */
int64
outbox_lease(void)
{
	return INT64CONST(7) * delivery_timeout;
}

static Interval *
milliseconds(int64 n)
{
	Interval   *interval = palloc0(sizeof(Interval));

	interval->time = n * 1000;
	return interval;
}

static char *
text_result(int row, int column)
{
	bool		isnull;
	Datum		value = result(row, column, &isnull);

	return isnull ? pstrdup("") : TextDatumGetCString(value);
}

static Delivery *
claimed_row(int row, TimestampTz now)
{
	MemoryContext context = AllocSetContextCreate(TopMemoryContext, "governance delivery",
												  ALLOCSET_SMALL_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);
	Delivery   *delivery = palloc0(sizeof(Delivery));
	bool		isnull;

	delivery->id = DatumGetInt64(result(row, 1, &isnull));
	delivery->attempt = DatumGetInt32(result(row, 2, &isnull));
	delivery->event = text_result(row, 3);
	delivery->endpoint = DatumGetInt64(result(row, 4, &isnull));
	delivery->at_once = DatumGetInt32(result(row, 5, &isnull));
	delivery->url = text_result(row, 6);
	delivery->secret = text_result(row, 7);
	delivery->message = text_result(row, 8);
	delivery->claimed_at = now;
	MemoryContextSwitchTo(old);
	return delivery;
}

/*
 * outbox_append
 *		Longer by one, in memory that lasts.
 */
List *
outbox_append(List *list, Delivery *delivery)
{
	MemoryContext old = MemoryContextSwitchTo(TopMemoryContext);

	list = lappend(list, delivery);
	MemoryContextSwitchTo(old);
	return list;
}

/*
 * outbox_claim
 *		Looks whether the database is wanted, and if not claims what is due, at
 *		most so many rows; returns how many there were.
 */
int
outbox_claim(Outbox *outbox, int64 most)
{
	Oid			types[2] = {INT4OID, INTERVALOID};
	Datum		args[2];
	char	   *sql;
	int			n;

	outbox->looked_at = GetCurrentTimestamp();
	begin(outbox);
	outbox->result.wanted = database_is_wanted();
	if (outbox->result.wanted || most <= 0)
	{
		commit(outbox);
		return 0;
	}
	sql = psprintf("select c.id, c.attempt, c.event::pg_catalog.text, c.endpoint, c.at_once, c.url, c.secret, c.message "
				   "from %s.claim_deliveries($1, $2) c", quote_identifier(outbox->registry));
	args[0] = Int32GetDatum((int32) Min(most, 4 * delivery_concurrency));
	args[1] = IntervalPGetDatum(milliseconds(outbox_lease()));
	run_as_owner(outbox, sql, 2, types, args, NULL);
	n = (int) SPI_processed;
	for (int row = 0; row < n; row++)
		outbox->waiting = outbox_append(outbox->waiting, claimed_row(row, outbox->looked_at));
	commit(outbox);
	outbox->claimed += n;
	return n;
}

typedef enum Column
{
	C_ID, C_ATTEMPT, C_BEGAN, C_TOOK, C_STATUS, C_PROBLEM, C_ENDING, C_PAUSE, NCOLUMNS
} Column;

static const Oid column_types[NCOLUMNS][2] = {
	{INT8OID, INT8ARRAYOID}, {INT4OID, INT4ARRAYOID}, {TIMESTAMPTZOID, TIMESTAMPTZARRAYOID},
	{FLOAT8OID, FLOAT8ARRAYOID}, {INT4OID, INT4ARRAYOID}, {TEXTOID, TEXTARRAYOID},
	{TEXTOID, TEXTARRAYOID}, {FLOAT8OID, FLOAT8ARRAYOID},
};

static const char *const ending_names[] = {"delivered", "failing", "dead"};

/* the ended as arrays, a column each */
static void
make_columns(const List *ended, Datum *args, Oid *types)
{
	ArrayBuildState *columns[NCOLUMNS] = {NULL};
	ListCell   *lc;

	foreach(lc, ended)
	{
		const Delivery *d = lfirst(lc);
		Datum		values[NCOLUMNS] = {
			[C_ID] = Int64GetDatum(d->id),
			[C_ATTEMPT] = Int32GetDatum(d->attempt),
			[C_BEGAN] = TimestampTzGetDatum(d->began_at),
			[C_TOOK] = Float8GetDatum(d->took),
			[C_STATUS] = Int32GetDatum(d->status),
			[C_PROBLEM] = d->problem ? CStringGetTextDatum(d->problem) : (Datum) 0,
			[C_ENDING] = CStringGetTextDatum(ending_names[d->ending]),
			[C_PAUSE] = Float8GetDatum(d->pause),
		};

		for (int c = 0; c < NCOLUMNS; c++)
			columns[c] = accumArrayResult(columns[c], values[c],
										  (c == C_STATUS && d->status == 0) || (c == C_PROBLEM && d->problem == NULL),
										  column_types[c][0], CurrentMemoryContext);
	}
	for (int c = 0; c < NCOLUMNS; c++)
	{
		args[c] = makeArrayResult(columns[c], CurrentMemoryContext);
		types[c] = column_types[c][1];
	}
}

static void
log_problems(const Outbox *outbox)
{
	ListCell   *lc;

	foreach(lc, outbox->ended)
	{
		const Delivery *d = lfirst(lc);

		if (d->ending != DELIVERED)
			ereport(LOG,
					(errmsg("could not deliver event %s of registry \"%s\" to endpoint %lld, attempt %d: %s",
							d->event, outbox->registry, (long long) d->endpoint, d->attempt, d->problem),
					 errhidestmt(true)));
	}
}

/*
 * outbox_release
 *		It is done with.
 */
void
outbox_release(Delivery *delivery)
{
	MemoryContextDelete(GetMemoryChunkContext(delivery));
}

/*
 * outbox_record
 *		Records what has ended.
 */
void
outbox_record(Outbox *outbox)
{
	Oid			types[NCOLUMNS + 2];
	Datum		args[NCOLUMNS + 2];
	char	   *sql;
	bool		isnull;
	ListCell   *lc;

	if (outbox->ended == NIL)
		return;
	log_problems(outbox);
	begin(outbox);
	sql = psprintf("select r.delivered, r.failing, r.dead "
				   "from %s.record_deliveries($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) r",
				   quote_identifier(outbox->registry));
	make_columns(outbox->ended, args, types);
	types[NCOLUMNS] = types[NCOLUMNS + 1] = INTERVALOID;
	args[NCOLUMNS] = IntervalPGetDatum(milliseconds(delivery_first_pause));
	args[NCOLUMNS + 1] = IntervalPGetDatum(milliseconds(delivery_give_up * INT64CONST(1000)));
	run_as_owner(outbox, sql, NCOLUMNS + 2, types, args, NULL);
	outbox->result.delivered += DatumGetInt64(result(0, 1, &isnull));
	outbox->result.failing += DatumGetInt64(result(0, 2, &isnull));
	outbox->result.dead += DatumGetInt64(result(0, 3, &isnull));
	commit(outbox);
	foreach(lc, outbox->ended)
		outbox_release(lfirst(lc));
	list_free(outbox->ended);
	outbox->ended = NIL;
}

/* ---- who sends ---- */

/*
 * outbox_keep_house
 *		Once a day: duties that are overdue are told of, and what is old is deleted.
 */
void
outbox_keep_house(const Outbox *outbox)
{
	const char *name;
	Oid			types[1] = {INTERVALOID};
	Datum		args[1];

	begin(outbox);
	name = quote_identifier(outbox->registry);
	args[0] = IntervalPGetDatum(milliseconds(delivery_keep * INT64CONST(1000)));
	run_as_owner(outbox, psprintf("select from %s.registry "
								  "where duties_told_on operator(pg_catalog.=) current_date", name),
				 0, NULL, NULL, NULL);
	if (SPI_processed == 0)
	{
		run_as_owner(outbox, psprintf("select %s.tell_duties()", name), 0, NULL, NULL, NULL);
		run_as_owner(outbox, psprintf("select %s.purge_deliveries($1)", name), 1, types, args, NULL);
	}
	commit(outbox);
}

/*
 * outbox_is_delivered_here
 *		Is what the registry sends delivered from here?  Asked as its owner.
 */
bool
outbox_is_delivered_here(const Outbox *outbox)
{
	bool		here;
	bool		isnull;
	char	   *table;

	begin(outbox);
	table = psprintf("%s.registry", quote_identifier(outbox->registry));
	run_as_owner(outbox, psprintf("select governance.delivers_here(%s::pg_catalog.regclass)",
								  quote_literal_cstr(table)), 0, NULL, NULL, NULL);
	here = DatumGetBool(result(0, 1, &isnull)) && !isnull;
	commit(outbox);
	return here;
}

/*
 * outbox_list
 *		The registries that may be delivered, in "context".
 */
List *
outbox_list(bool in_procedure, MemoryContext context)
{
	Outbox		asks = {.in_procedure = in_procedure};
	List	   *found = NIL;
	MemoryContext old;

	begin(&asks);
	/* until the extension is there, nobody sends */
	if (SPI_execute("select from pg_catalog.pg_extension e where e.extname operator(pg_catalog.=) 'governance' "
					"and exists (select from pg_catalog.pg_proc p join pg_catalog.pg_namespace n "
					"on n.oid operator(pg_catalog.=) p.pronamespace "
					"where n.nspname operator(pg_catalog.=) 'governance' "
					"and p.proname operator(pg_catalog.=) 'delivering_registries')", true, 1) == SPI_OK_SELECT &&
		SPI_processed > 0 &&
		SPI_execute("select d.registry, d.owner from governance.delivering_registries() d", true, 0) == SPI_OK_SELECT)
	{
		old = MemoryContextSwitchTo(context);
		for (uint64 row = 0; row < SPI_processed; row++)
		{
			Outbox	   *outbox = palloc0(sizeof(Outbox));
			bool		isnull;

			outbox->registry = text_result((int) row, 1);
			outbox->owner = DatumGetObjectId(result((int) row, 2, &isnull));
			outbox->in_procedure = in_procedure;
			found = lappend(found, outbox);
		}
		MemoryContextSwitchTo(old);
	}
	commit(&asks);
	return found;
}
