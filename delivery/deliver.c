/*
 * deliver.c
 *	  Delivering what is in the outboxes of a database's registries.
 *
 * In turns: a short transaction claims rows for a while (claim_deliveries), the
 * requests are done with no transaction open, another records how they ended
 * (record_deliveries).  Who is killed in between has lost nothing: the claim
 * lapses, and the row is delivered again, with the same id.
 *
 * What is run of a registry, its functions and whatever triggers its tables
 * have, is run with its owner's rights, as a security-restricted operation.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/pg_database.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"

#include "deliver.h"
#include "settings.h"
#include "transfer.h"

#define BATCH		32			/* so many endings are recorded at once, */
#define PATIENCE	100			/* or after so many milliseconds */
#define GRACE		2000		/* milliseconds for what is under way, when the database is wanted */
#define LOOK_EVERY	500			/* milliseconds */

/* a registry that is being delivered */
typedef struct Outbox
{
	const char *registry;
	Oid			owner;
	bool		in_procedure;	/* which may commit, but is in SPI already */
	Transfer   *transfer;
	List	   *waiting;		/* claimed, and not begun */
	List	   *ended;			/* and not recorded */
	TimestampTz ended_since;	/* the first of them */
	TimestampTz looked_at;		/* when rows were last asked for */
	int64		claimed;
	Delivered	result;
} Outbox;

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

/* how long a row is claimed: all that waits before it may take its time */
static int64
lease(void)
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

static List *
append(List *list, Delivery *delivery)
{
	MemoryContext old = MemoryContextSwitchTo(TopMemoryContext);

	list = lappend(list, delivery);
	MemoryContextSwitchTo(old);
	return list;
}

/* Claims what is due; returns how much that was. */
static int
claim(Outbox *outbox, int64 most)
{
	Oid			types[2] = {INT4OID, INTERVALOID};
	Datum		args[2];
	char	   *sql;
	int			n;

	outbox->looked_at = GetCurrentTimestamp();
	begin(outbox);
	if (database_is_wanted())
	{
		outbox->result.wanted = true;
		commit(outbox);
		return 0;
	}
	sql = psprintf("select c.id, c.attempt, c.event::pg_catalog.text, c.endpoint, c.at_once, c.url, c.secret, c.message "
				   "from %s.claim_deliveries($1, $2) c", quote_identifier(outbox->registry));
	args[0] = Int32GetDatum((int32) Min(most, 4 * delivery_concurrency));
	args[1] = IntervalPGetDatum(milliseconds(lease()));
	run_as_owner(outbox, sql, 2, types, args, NULL);
	n = (int) SPI_processed;
	for (int row = 0; row < n; row++)
		outbox->waiting = append(outbox->waiting, claimed_row(row, outbox->looked_at));
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

static void
release(Delivery *delivery)
{
	MemoryContextDelete(GetMemoryChunkContext(delivery));
}

/* Records what has ended. */
static void
record(Outbox *outbox)
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
		release(lfirst(lc));
	list_free(outbox->ended);
	outbox->ended = NIL;
}

/* ---- one registry ---- */

/* Begins what waits, as far as there is room. */
static void
start_waiting(Outbox *outbox)
{
	List	   *left = NIL;
	ListCell   *lc;

	foreach(lc, outbox->waiting)
	{
		Delivery   *delivery = lfirst(lc);

		if (transfer_under_way(outbox->transfer, 0) >= delivery_concurrency ||
			transfer_under_way(outbox->transfer, delivery->endpoint) >= delivery->at_once)
			left = append(left, delivery);
		else if (TimestampDifferenceExceeds(delivery->claimed_at, GetCurrentTimestamp(),
											(int) (lease() - 2 * delivery_timeout)))
			release(delivery);	/* it will be claimed again */
		else
			transfer_start(outbox->transfer, delivery);
	}
	list_free(outbox->waiting);
	outbox->waiting = left;
}

static void
take_ended(Outbox *outbox)
{
	Delivery   *delivery;

	while ((delivery = transfer_take(outbox->transfer)) != NULL)
	{
		if (outbox->ended == NIL)
			outbox->ended_since = GetCurrentTimestamp();
		outbox->ended = append(outbox->ended, delivery);
	}
}

/* what was claimed and will not be sent is put back at once */
static void
put_back(Outbox *outbox)
{
	ListCell   *lc;

	transfer_abandon(outbox->transfer, "interrupted: the database was wanted");
	take_ended(outbox);
	foreach(lc, outbox->waiting)
	{
		Delivery   *delivery = lfirst(lc);

		delivery->began_at = GetCurrentTimestamp();
		delivery->ending = FAILING;
		delivery->problem = "not sent: the database was wanted";
		outbox->ended = append(outbox->ended, delivery);
	}
	list_free(outbox->waiting);
	outbox->waiting = NIL;
}

static bool
since(TimestampTz then, int milliseconds)
{
	return TimestampDifferenceExceeds(then, GetCurrentTimestamp(), milliseconds);
}

static void
deliver(Outbox *outbox, int64 most, TimestampTz until)
{
	bool		due = true;		/* there may be something to claim */
	TimestampTz wanted_since = 0;

	for (;;)
	{
		int			under_way = transfer_under_way(outbox->transfer, 0);
		bool		goes_on = !outbox->result.wanted && outbox->claimed < most &&
			GetCurrentTimestamp() < until;

		if (goes_on && list_length(outbox->waiting) + under_way < delivery_concurrency &&
			(due || (under_way > 0 && since(outbox->looked_at, LOOK_EVERY))))
			due = claim(outbox, most - outbox->claimed) > 0;
		if (outbox->result.wanted && wanted_since == 0)
			wanted_since = GetCurrentTimestamp();
		if (!outbox->result.wanted)
			start_waiting(outbox);
		else if (under_way == 0 || since(wanted_since, GRACE))
			put_back(outbox);
		take_ended(outbox);
		if (transfer_under_way(outbox->transfer, 0) > 0)
		{
			transfer_wait(outbox->transfer, PATIENCE);
			take_ended(outbox);
		}
		if (list_length(outbox->ended) >= BATCH || transfer_under_way(outbox->transfer, 0) == 0 ||
			(outbox->ended != NIL && since(outbox->ended_since, PATIENCE)))
		{
			due |= outbox->ended != NIL;
			record(outbox);
		}
		if (outbox->waiting == NIL && outbox->ended == NIL &&
			transfer_under_way(outbox->transfer, 0) == 0 && !(goes_on && due))
			break;
	}
}

/* Once a day: duties that are overdue are told of, and what is old is deleted. */
static void
keep_house(const Outbox *outbox)
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

/* Is what the registry sends delivered from here?  Asked as its owner. */
static bool
delivers_here(const Outbox *outbox)
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

static void
close_outbox(Outbox *outbox)
{
	ListCell   *lc;

	transfer_close(outbox->transfer);
	foreach(lc, outbox->waiting)
		release(lfirst(lc));
	foreach(lc, outbox->ended)
		release(lfirst(lc));
	list_free(outbox->waiting);
	list_free(outbox->ended);
}

/* libcurl's own memory is freed whatever happens */
static pg_noinline void
deliver_outbox(Outbox *outbox, MemoryContext context, int64 most, TimestampTz until)
{
	MemoryContext old = MemoryContextSwitchTo(context);

	outbox->transfer = transfer_open(delivery_concurrency);
	MemoryContextSwitchTo(old);
	PG_TRY();
	{
		deliver(outbox, most, until);
	}
	PG_FINALLY();
	{
		close_outbox(outbox);
	}
	PG_END_TRY();
}

/* ---- a database ---- */

/* the registries that may be delivered, in "context" */
static List *
list_outboxes(bool in_procedure, MemoryContext context)
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

/*
 * deliver_database
 *		Delivers what is due in this database, at most so many events of each
 *		registry, and begins nothing after "until".
 */
Delivered
deliver_database(bool in_procedure, int64 most, TimestampTz until)
{
	MemoryContext context = AllocSetContextCreate(TopMemoryContext, "governance deliveries",
												  ALLOCSET_SMALL_SIZES);
	Delivered	sum = {0};
	ListCell   *lc;

	foreach(lc, list_outboxes(in_procedure, context))
	{
		Outbox	   *outbox = lfirst(lc);

		if (sum.wanted || !delivers_here(outbox))
			continue;
		keep_house(outbox);
		deliver_outbox(outbox, context, most, until);
		sum.delivered += outbox->result.delivered;
		sum.failing += outbox->result.failing;
		sum.dead += outbox->result.dead;
		sum.wanted |= outbox->result.wanted;
	}
	MemoryContextDelete(context);
	return sum;
}
