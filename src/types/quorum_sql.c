/*
 * quorum_sql.c
 *	  What SQL calls of the type quorum.
 */
#include "postgres.h"
#include "compat.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "types/comparison.h"
#include "types/quorum.h"

PG_FUNCTION_INFO_V1(quorum_in);
PG_FUNCTION_INFO_V1(quorum_out);
PG_FUNCTION_INFO_V1(quorum_recv);
PG_FUNCTION_INFO_V1(quorum_send);
PG_FUNCTION_INFO_V1(quorum_sortsupport);
PG_FUNCTION_INFO_V1(quorum_hash);
PG_FUNCTION_INFO_V1(quorum_hash_extended);
PG_FUNCTION_INFO_V1(quorum_required_of);
PG_FUNCTION_INFO_V1(quorum_met_by);

Datum
quorum_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	TextScan		scan;
	Quorum		quorum;

	scan_start(&scan, text);
	if (!quorum_scan(&scan, &quorum))
		return scan_report(&scan, "quorum", text, fcinfo->context);
	PG_RETURN_DATUM(QuorumGetDatum(quorum));
}

Datum
quorum_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(quorum_format(PG_GETARG_QUORUM(0)));
}

/*
 * quorum_recv and quorum_send
 *		The binary form: number, numerator and denominator as int16, then 1
 *		for > or 0 for >= as a byte; without a number 0, without a fraction
 *		0, 1, 0.  Frozen: drivers and dumps rely on it.
 */
Datum
quorum_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	Quorum		quorum;
	int			strict;

	quorum.number = pq_getmsgint(buffer, 2);
	quorum.numerator = pq_getmsgint(buffer, 2);
	quorum.denominator = pq_getmsgint(buffer, 2);
	strict = pq_getmsgbyte(buffer);
	quorum.strict = strict != 0;
	if (strict > 1 || !quorum_valid(quorum))
		scan_report_binary("quorum");
	PG_RETURN_DATUM(QuorumGetDatum(quorum));
}

Datum
quorum_send(PG_FUNCTION_ARGS)
{
	Quorum		quorum = PG_GETARG_QUORUM(0);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendint16(&buffer, quorum.number);
	pq_sendint16(&buffer, quorum.numerator);
	pq_sendint16(&buffer, quorum.denominator);
	pq_sendbyte(&buffer, quorum.strict);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

COMPARISON_FUNCTIONS(quorum, PG_GETARG_QUORUM, quorum_compare);

static int
quorum_sort_compare(Datum a, Datum b, SortSupport ssup)
{
	return quorum_compare(DatumGetQuorum(a), DatumGetQuorum(b));
}

static Datum
quorum_datum_key(Datum original, SortSupport ssup)
{
	return (Datum) quorum_sort_key(DatumGetQuorum(original));
}

Datum
quorum_sortsupport(PG_FUNCTION_ARGS)
{
	comparison_sort_support((SortSupport) PG_GETARG_POINTER(0),
							quorum_sort_compare, quorum_datum_key);
	PG_RETURN_VOID();
}

/* A value has one image only, so its bytes can be hashed. */
Datum
quorum_hash(PG_FUNCTION_ARGS)
{
	uint64		packed = DatumGetUInt64(PG_GETARG_DATUM(0));

	return hash_any((unsigned char *) &packed, sizeof(packed));
}

Datum
quorum_hash_extended(PG_FUNCTION_ARGS)
{
	uint64		packed = DatumGetUInt64(PG_GETARG_DATUM(0));

	return hash_any_extended((unsigned char *) &packed, sizeof(packed),
							 PG_GETARG_INT64(1));
}

/* An argument that counts people or seats; and the message where it cannot. */
#define NEGATIVE_SEATS	gettext_noop("number of seats cannot be negative: %d")
#define NEGATIVE_PEOPLE	gettext_noop("number of people cannot be negative: %d")

static int
count_argument(int count, const char *negative)
{
	if (count < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg(negative, count)));
	return count;
}

/*
 * quorum_required_of
 *		SQL's required(quorum, seats): see quorum_required.
 */
Datum
quorum_required_of(PG_FUNCTION_ARGS)
{
	int			seats = count_argument(PG_GETARG_INT32(1), NEGATIVE_SEATS);

	PG_RETURN_INT32(quorum_required(PG_GETARG_QUORUM(0), seats));
}

/*
 * quorum_met_by
 *		SQL's met(quorum, n, seats): whether n people are a quorum of so many
 *		seats.
 */
Datum
quorum_met_by(PG_FUNCTION_ARGS)
{
	int			people = count_argument(PG_GETARG_INT32(1), NEGATIVE_PEOPLE);
	int			seats = count_argument(PG_GETARG_INT32(2), NEGATIVE_SEATS);

	PG_RETURN_BOOL(people >= quorum_required(PG_GETARG_QUORUM(0), seats));
}
