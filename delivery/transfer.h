/*
 * transfer.h
 *	  Requests under way.
 */
#ifndef GOVERNANCE_TRANSFER_H
#define GOVERNANCE_TRANSFER_H

#include "datatype/timestamp.h"

typedef enum Ending
{
	DELIVERED,
	FAILING,					/* to be tried again */
	DEAD						/* it would fail again */
} Ending;

/* a row of an outbox that was claimed, and how sending it ended */
typedef struct Delivery
{
	int64		id;
	int32		attempt;
	int64		endpoint;
	int32		at_once;		/* requests to the endpoint, at most */
	const char *event;
	const char *url;
	const char *secret;			/* name of the file */
	const char *message;
	TimestampTz claimed_at;

	TimestampTz began_at;
	double		took;			/* seconds */
	int			status;			/* of HTTP; 0: there was no answer */
	const char *problem;		/* null: there was none */
	double		pause;			/* seconds that the receiver asked for */
	Ending		ending;
} Delivery;

typedef struct Transfer Transfer;

extern Transfer *transfer_open(int concurrency);
extern void transfer_close(Transfer *transfer);
extern void transfer_start(Transfer *transfer, Delivery *delivery);
extern int	transfer_under_way(const Transfer *transfer, int64 endpoint);
extern void transfer_wait(Transfer *transfer, long timeout);
extern Delivery *transfer_take(Transfer *transfer);
extern void transfer_abandon(Transfer *transfer, const char *problem);

#endif							/* GOVERNANCE_TRANSFER_H */
