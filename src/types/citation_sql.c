/*
 * citation_sql.c
 *	  What SQL calls of the type citation.
 */
#include "postgres.h"
#include "compat.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "types/citation.h"
#include "types/comparison.h"

PG_FUNCTION_INFO_V1(citation_in);
PG_FUNCTION_INFO_V1(citation_out);
PG_FUNCTION_INFO_V1(citation_recv);
PG_FUNCTION_INFO_V1(citation_send);
PG_FUNCTION_INFO_V1(citation_sortsupport);
PG_FUNCTION_INFO_V1(citation_hash);
PG_FUNCTION_INFO_V1(citation_hash_extended);

static Datum
citation_datum(const CitationParts *parts)
{
	Citation   *citation = palloc(sizeof(Citation));

	*citation = citation_pack(parts);
	return PointerGetDatum(citation);
}

Datum
citation_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	TextScan		scan;
	CitationParts parts;

	scan_start(&scan, text);
	if (!citation_scan(&scan, &parts))
		return scan_report(&scan, "citation", text, fcinfo->context);
	PG_RETURN_DATUM(citation_datum(&parts));
}

Datum
citation_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(citation_format(PG_GETARG_CITATION(0)));
}

/*
 * Reads a number of the binary form and checks its bounds.
 */
static int
receive_number(StringInfo buffer, int bytes, int least, int most, bool *valid)
{
	int			number = (int) pq_getmsgint(buffer, bytes);

	if (number < least || number > most)
		*valid = false;
	return number;
}

/*
 * Reads the abbreviation of a law, which takes up the rest of the binary form.
 * Only what is written in its one way, in upper case, is good.
 */
static uint64
receive_law(StringInfo buffer, bool *valid)
{
	int			length = buffer->len - buffer->cursor;
	const char *bytes = pq_getmsgbytes(buffer, length);
	char	   *text = pnstrdup(bytes, length);
	char		canonical[CITATION_LAW_BYTES];
	TextScan		scan = {text};
	uint64		law;

	if (!citation_scan_law(&scan, &law) ||
		scan_put_word(canonical, law) != length ||
		memcmp(canonical, bytes, length) != 0)
		*valid = false;
	pfree(text);
	return law;
}

/*
 * citation_recv and citation_send
 *		The binary form: chapter and section as int16, letter as a byte (its
 *		place in the Swedish alphabet), paragraph and point as int16, and the
 *		abbreviation of the law, in upper case, up to the end; 0 and empty for
 *		what is not named.  It is UTF-8 whatever the encoding of the client, so
 *		that a value has one binary form.  Frozen: drivers and dumps rely on
 *		it.
 */
Datum
citation_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	CitationParts parts;
	bool		valid = true;

	parts.chapter = receive_number(buffer, 2, 0, CITATION_MAX_CHAPTER, &valid);
	parts.section = receive_number(buffer, 2, 1, CITATION_MAX_SECTION, &valid);
	parts.letter = receive_number(buffer, 1, 0, SCAN_LETTERS, &valid);
	parts.paragraph = receive_number(buffer, 2, 0, CITATION_MAX_PART, &valid);
	parts.point = receive_number(buffer, 2, 0, CITATION_MAX_PART, &valid);
	parts.law = receive_law(buffer, &valid);
	if (!valid)
		scan_report_binary("citation");
	PG_RETURN_DATUM(citation_datum(&parts));
}

Datum
citation_send(PG_FUNCTION_ARGS)
{
	CitationParts parts = citation_unpack(PG_GETARG_CITATION(0));
	char		law[CITATION_LAW_BYTES];
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendint16(&buffer, parts.chapter);
	pq_sendint16(&buffer, parts.section);
	pq_sendint8(&buffer, parts.letter);
	pq_sendint16(&buffer, parts.paragraph);
	pq_sendint16(&buffer, parts.point);
	pq_sendbytes(&buffer, law, scan_put_word(law, parts.law));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

COMPARISON_FUNCTIONS(citation, PG_GETARG_CITATION, citation_compare);

static int
citation_sort_compare(Datum a, Datum b, SortSupport ssup)
{
	return citation_compare(DatumGetCitation(a), DatumGetCitation(b));
}

static Datum
citation_datum_key(Datum original, SortSupport ssup)
{
	return (Datum) citation_sort_key(DatumGetCitation(original));
}

Datum
citation_sortsupport(PG_FUNCTION_ARGS)
{
	comparison_sort_support((SortSupport) PG_GETARG_POINTER(0),
							citation_sort_compare, citation_datum_key);
	PG_RETURN_VOID();
}

/* A value has one image only, so its bytes can be hashed. */
Datum
citation_hash(PG_FUNCTION_ARGS)
{
	return hash_any((unsigned char *) PG_GETARG_CITATION(0), sizeof(Citation));
}

Datum
citation_hash_extended(PG_FUNCTION_ARGS)
{
	return hash_any_extended((unsigned char *) PG_GETARG_CITATION(0),
							 sizeof(Citation), PG_GETARG_INT64(1));
}
