/*
 * pending.c
 *	  Delivering from a session: CALL governance.deliver_pending(most).
 */
#include "postgres.h"

#include "executor/spi.h"
#include "nodes/parsenodes.h"
#include "utils/timestamp.h"

#include "deliver.h"
#include "messages.h"

PG_FUNCTION_INFO_V1(governance_deliver_pending);

/*
 * deliver_pending(most integer)
 *		Delivers what is due, at most so many events of each registry that sends
 *		and belongs to the caller.  A procedure, since it commits between
 *		claiming, sending and recording; so not within a transaction block.
 */
Datum
governance_deliver_pending(PG_FUNCTION_ARGS)
{
	Delivered	sum;

	if (PG_ARGISNULL(0) || PG_GETARG_INT32(0) < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("at most how many events are delivered must be a positive number")));
	if (fcinfo->context == NULL || !IsA(fcinfo->context, CallContext) ||
		castNode(CallContext, fcinfo->context)->atomic)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_TRANSACTION_TERMINATION),
				 errmsg("deliver_pending cannot be called within a transaction block"),
				 errdetail("No request is sent while a transaction is open.")));
	SPI_connect_ext(SPI_OPT_NONATOMIC);
	sum = deliver_database(true, PG_GETARG_INT32(0), DT_NOEND);
	SPI_finish();
	ereport(NOTICE,
			(errmsg("delivered %lld, failing %lld, given up %lld",
					(long long) sum.delivered, (long long) sum.failing, (long long) sum.dead)));
	PG_RETURN_VOID();
}
