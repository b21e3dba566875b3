/*
 * deliver.c
 *	  Delivering what is in the outboxes of a database's registries.
 *
 * In turns: a short transaction claims rows for a while (claim_deliveries), the
 * requests are done with no transaction open, another records how they ended
 * (record_deliveries).  Who is killed in between has lost nothing: the claim
 * lapses, and the row is delivered again, with the same id.
 */
#include "postgres.h"

#include "access/xact.h"
#include "miscadmin.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "outbox.h"
#include "settings.h"

#define BATCH		32			/* so many endings are recorded at once, */
#define PATIENCE	100			/* or after so many milliseconds */
#define GRACE		2000		/* milliseconds for what is under way, when the database is wanted */
#define LOOK_EVERY	500			/* milliseconds */

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
			left = outbox_append(left, delivery);
		else if (TimestampDifferenceExceeds(delivery->claimed_at, GetCurrentTimestamp(),
											(int) (outbox_lease() - 2 * delivery_timeout)))
			outbox_release(delivery);	/* it will be claimed again */
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
		outbox->ended = outbox_append(outbox->ended, delivery);
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
		outbox->ended = outbox_append(outbox->ended, delivery);
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
		int			under_way;
		bool		goes_on = !outbox->result.wanted && outbox->claimed < most &&
			GetCurrentTimestamp() < until;
		bool		room;

		/* what waits after this waits for its own endpoint, and not for room */
		if (!outbox->result.wanted)
			start_waiting(outbox);
		under_way = transfer_under_way(outbox->transfer, 0);
		room = goes_on && under_way < delivery_concurrency;
		/* also where there is no room: somebody may want the database */
		if (!outbox->result.wanted && ((room && due) || (under_way > 0 && since(outbox->looked_at, LOOK_EVERY))))
		{
			int			claimed = outbox_claim(outbox, room ? most - outbox->claimed : 0);

			if (room)
				due = claimed > 0;
		}
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
			outbox_record(outbox);
		}
		if (outbox->waiting == NIL && outbox->ended == NIL &&
			transfer_under_way(outbox->transfer, 0) == 0 && !(goes_on && due))
			break;
	}
}

static void
close_outbox(Outbox *outbox)
{
	ListCell   *lc;

	transfer_close(outbox->transfer);
	foreach(lc, outbox->waiting)
		outbox_release(lfirst(lc));
	foreach(lc, outbox->ended)
		outbox_release(lfirst(lc));
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

static void
deliver_registry(Outbox *outbox, MemoryContext context, int64 most, TimestampTz until)
{
	if (!outbox_is_delivered_here(outbox))
		return;
	outbox_keep_house(outbox);
	deliver_outbox(outbox, context, most, until);
}

/*
 * What is wrong with one registry, a trigger that refuses, a table that somebody
 * else has locked, is written to the log and does not stop the others.
 */
static void
try_registry(Outbox *outbox, MemoryContext context, int64 most, TimestampTz until)
{
	MemoryContext old = CurrentMemoryContext;

	PG_TRY();
	{
		deliver_registry(outbox, context, most, until);
	}
	PG_CATCH();
	{
		HOLD_INTERRUPTS();
		errcontext("delivering what registry \"%s\" sends", outbox->registry);
		EmitErrorReport();
		AbortOutOfAnyTransaction();
		MemoryContextSwitchTo(old);
		FlushErrorState();
		RESUME_INTERRUPTS();
	}
	PG_END_TRY();
}

/* ---- a database ---- */

/* the part of the time left that one of so many may take */
static TimestampTz
its_share(TimestampTz until, int n)
{
	TimestampTz now = GetCurrentTimestamp();

	return until == DT_NOEND ? until : now + (until - now) / n;
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
	List	   *outboxes = outbox_list(in_procedure, context);
	int			left = list_length(outboxes);
	Delivered	sum = {0};
	ListCell   *lc;

	foreach(lc, outboxes)
	{
		Outbox	   *outbox = lfirst(lc);
		TimestampTz end = its_share(until, left--);

		if (sum.wanted)
			break;
		/* in a session it is for the caller to see */
		if (in_procedure)
			deliver_registry(outbox, context, most, end);
		else
			try_registry(outbox, context, most, end);
		sum.delivered += outbox->result.delivered;
		sum.failing += outbox->result.failing;
		sum.dead += outbox->result.dead;
		sum.wanted |= outbox->result.wanted;
	}
	MemoryContextDelete(context);
	return sum;
}
