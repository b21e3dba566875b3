/*
 * quorum.h
 *	  How many of how many: the value of type governance.quorum.
 */
#ifndef GOVERNANCE_QUORUM_H
#define GOVERNANCE_QUORUM_H

#include "types/scan.h"

/*
 * A number, a fraction of the seats, or both, of which each must then be
 * reached.  A fraction is in lowest terms, 0/1 where there is none.
 */
typedef struct Quorum
{
	uint16		number;			/* 0: none */
	uint16		numerator;
	uint16		denominator;
	bool		strict;			/* more than the fraction, not just that much */
} Quorum;

#define QUORUM_MAX	PG_INT16_MAX	/* of each of its numbers */

/*
 * Stored in eight bytes, by value.  The layout is on disk: it cannot change.
 */
static inline uint64
quorum_pack(Quorum quorum)
{
	return (uint64) quorum.numerator << 48 | (uint64) quorum.denominator << 32 |
		(uint64) quorum.strict << 16 | quorum.number;
}

static inline Quorum
quorum_unpack(uint64 packed)
{
	Quorum		quorum;

	quorum.numerator = (uint16) (packed >> 48);
	quorum.denominator = (uint16) (packed >> 32);
	quorum.strict = (packed >> 16 & 1) != 0;
	quorum.number = (uint16) packed;
	return quorum;
}

#define DatumGetQuorum(datum)	quorum_unpack(DatumGetUInt64(datum))
#define QuorumGetDatum(quorum)	UInt64GetDatum(quorum_pack(quorum))
#define PG_GETARG_QUORUM(n)		DatumGetQuorum(PG_GETARG_DATUM(n))

extern bool quorum_parse(const char *text, Quorum *quorum, const char **reason);
extern bool quorum_scan(TextScan *scan, Quorum *quorum);
extern bool quorum_valid(Quorum quorum);
extern char *quorum_format(Quorum quorum);
extern int	quorum_compare(Quorum a, Quorum b);
extern uint64 quorum_sort_key(Quorum quorum);
extern int	quorum_required(Quorum quorum, int seats);

#endif							/* GOVERNANCE_QUORUM_H */
