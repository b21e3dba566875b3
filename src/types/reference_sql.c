/*
 * reference_sql.c
 *	  What SQL calls of the types whose values are references.
 *
 * Types case_number and section_ref share their image and with it these
 * functions; what differs is how their texts are read.
 */
#include "postgres.h"
#include "compat.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "types/comparison.h"
#include "types/reference.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(reference_sortsupport);
PG_FUNCTION_INFO_V1(reference_hash);
PG_FUNCTION_INFO_V1(reference_hash_extended);
PG_FUNCTION_INFO_V1(reference_written);
PG_FUNCTION_INFO_V1(reference_organ);
PG_FUNCTION_INFO_V1(reference_year_of);
PG_FUNCTION_INFO_V1(reference_number_of);

/* The bytes that make a value the same as another */
#define KEY_OF(reference)	((unsigned char *) &(reference)->organ)
#define KEY_SIZE			(offsetof(Reference, text) - offsetof(Reference, organ))

/*
 * reference_in
 *		The work of an input function.
 */
Datum
reference_in(FunctionCallInfo fcinfo, const char *type, ReferenceScan read)
{
	char	   *text = PG_GETARG_CSTRING(0);
	TextScan	scan;
	ReferenceParts parts;

	scan_start(&scan, text);
	if (!read(&scan, &parts))
		return scan_report(&scan, type, text, fcinfo->context);
	PG_RETURN_POINTER(reference_make(&parts));
}

/*
 * reference_recv and reference_send
 *		The binary form: the text that the output function gives.  It is UTF-8
 *		whatever the encoding of the client, so that a value has one binary
 *		form, and what is not written like that is refused.  Frozen: drivers
 *		and dumps rely on it.
 */
Datum
reference_recv(FunctionCallInfo fcinfo, const char *type, ReferenceScan read,
			   ReferenceFormat format)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	int			length = buffer->len - buffer->cursor;
	char	   *text = pnstrdup(pq_getmsgbytes(buffer, length), length);
	TextScan	scan = {text};
	ReferenceParts parts;
	Reference  *reference = NULL;

	if (strlen(text) == length && read(&scan, &parts))
		reference = reference_make(&parts);
	if (reference == NULL || strcmp(format(reference), text) != 0)
		scan_report_binary(type);
	PG_RETURN_POINTER(reference);
}

Datum
reference_send(FunctionCallInfo fcinfo, ReferenceFormat format)
{
	char	   *text = format(PG_GETARG_REFERENCE(0));
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendbytes(&buffer, text, strlen(text));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

COMPARISON_FUNCTIONS(reference, PG_GETARG_REFERENCE, reference_compare);

static int
reference_sort_compare(Datum a, Datum b, SortSupport ssup)
{
	return reference_compare(DatumGetReference(a), DatumGetReference(b));
}

static Datum
reference_datum_key(Datum original, SortSupport ssup)
{
	return (Datum) reference_sort_key(DatumGetReference(original));
}

Datum
reference_sortsupport(PG_FUNCTION_ARGS)
{
	comparison_sort_support((SortSupport) PG_GETARG_POINTER(0),
							reference_sort_compare, reference_datum_key);
	PG_RETURN_VOID();
}

Datum
reference_hash(PG_FUNCTION_ARGS)
{
	return hash_any(KEY_OF(PG_GETARG_REFERENCE(0)), KEY_SIZE);
}

Datum
reference_hash_extended(PG_FUNCTION_ARGS)
{
	return hash_any_extended(KEY_OF(PG_GETARG_REFERENCE(0)), KEY_SIZE,
							 PG_GETARG_INT64(1));
}

/*
 * reference_written
 *		SQL's written(reference): the text, and nothing that was added to it.
 */
Datum
reference_written(PG_FUNCTION_ARGS)
{
	char	   *text = scan_to_server(reference_text(PG_GETARG_REFERENCE(0)));

	PG_RETURN_TEXT_P(cstring_to_text(text));
}

/*
 * reference_organ
 *		SQL's organ(reference), in upper case; null where there is none.
 */
Datum
reference_organ(PG_FUNCTION_ARGS)
{
	char		text[REFERENCE_ORGAN_BYTES + 1];
	int			length = reference_put_organ(text, PG_GETARG_REFERENCE(0)->organ);

	if (length == 0)
		PG_RETURN_NULL();
	text[length] = '\0';
	PG_RETURN_TEXT_P(cstring_to_text(scan_to_server(text)));
}

/*
 * reference_year_of
 *		SQL's year(reference); null where it is not named.
 */
Datum
reference_year_of(PG_FUNCTION_ARGS)
{
	int			year = reference_year(PG_GETARG_REFERENCE(0));

	if (year == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT32(year);
}

/*
 * reference_number_of
 *		SQL's serial(case_number) and first_section(section_ref).
 */
Datum
reference_number_of(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(reference_number(PG_GETARG_REFERENCE(0)));
}
