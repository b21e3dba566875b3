/*
 * text_sql.c
 *	  The text of minutes, how sections are written, and the hash of a seal, as
 *	  SQL functions.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "minutes/seal.h"
#include "minutes/text.h"
#include "registry/access.h"
#include "registry/cache.h"
#include "rules/minutes.h"

PG_FUNCTION_INFO_V1(governance_minutes_text);
PG_FUNCTION_INFO_V1(governance_seal_hash);
PG_FUNCTION_INFO_V1(governance_section_ranges);

/*
 * minutes_text(registry text, meeting bigint, number integer)
 *		Minutes in their canonical text, as the statement sees the rows; null
 *		where there are no such minutes.
 *
 * Errors: 42501 without the right to read what the text is made of, or all items.
 */
Datum
governance_minutes_text(PG_FUNCTION_ARGS)
{
	Registry   *registry = registry_by_name(text_to_cstring(PG_GETARG_TEXT_PP(0)));
	int64		meeting = PG_GETARG_INT64(1);
	Reader		reader;
	const Minutes *minutes;
	Facts	   *facts;
	text	   *result = NULL;

	registry_require_select(registry, MINUTES_SOURCES);
	if (!(access_to_meeting(registry, meeting) & MAY_READ))
		PG_RETURN_NULL();
	if (!access_reads_minutes(registry, meeting))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("permission denied for minutes of meeting %lld", (long long) meeting),
				 errdetail("They tell of an item about a secret matter.")));
	reader_begin(&reader, registry, GetActiveSnapshot());
	facts = facts_of_meeting(&reader, meeting, MINUTES_CONTENT, NULL);
	minutes = facts == NULL ? NULL : minutes_numbered(facts, PG_GETARG_INT32(2));
	if (minutes != NULL)
	{
		facts_read_texts(facts, &reader);
		result = minutes_write(facts, minutes, &reader);
	}
	reader_end(&reader);
	if (facts != NULL)
		MemoryContextDelete(facts->context);
	if (result == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(result);
}

/*
 * The seal of a text: SHA-256 over the former seal of the series (nothing for
 * the first) and the text in UTF-8.
 */
bytea *
seal_hash(const bytea *previous, const text *content)
{
	int			former = previous == NULL ? 0 : VARSIZE_ANY_EXHDR(previous);
	int			len = VARSIZE_ANY_EXHDR(content);
	const char *utf8 = pg_server_to_any(VARDATA_ANY(content), len, PG_UTF8);
	bytea	   *both;
	bytea	   *hash;

	if (utf8 != VARDATA_ANY(content))
		len = strlen(utf8);
	both = palloc(VARHDRSZ + former + len);
	SET_VARSIZE(both, VARHDRSZ + former + len);
	if (former > 0)
		memcpy(VARDATA(both), VARDATA_ANY(previous), former);
	memcpy(VARDATA(both) + former, utf8, len);
	hash = DatumGetByteaP(DirectFunctionCall1(sha256_bytea, PointerGetDatum(both)));
	pfree(both);
	return hash;
}

/*
 * seal_hash(previous bytea, content text)
 *		The same; previous null: nothing comes before.
 */
Datum
governance_seal_hash(PG_FUNCTION_ARGS)
{
	text	   *content;
	bytea	   *hash;

	if (PG_ARGISNULL(1))
		PG_RETURN_NULL();
	content = PG_GETARG_TEXT_PP(1);
	hash = seal_hash(PG_ARGISNULL(0) ? NULL : PG_GETARG_BYTEA_PP(0), content);
	PG_FREE_IF_COPY(content, 1);
	PG_RETURN_BYTEA_P(hash);
}

/*
 * section_ranges(sections integer[])
 *		Sections as they are written: § 12, or §§ 12–14, 16.  Nulls do not
 *		count; null where there is no section.
 */
Datum
governance_section_ranges(PG_FUNCTION_ARGS)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(0);
	Datum	   *values;
	bool	   *nulls;
	int			n;
	int32	   *sections;
	int			found = 0;

	deconstruct_array(array, INT4OID, sizeof(int32), true, TYPALIGN_INT, &values, &nulls, &n);
	sections = palloc(Max(n, 1) * sizeof(int32));
	for (int i = 0; i < n; i++)
		if (!nulls[i])
			sections[found++] = DatumGetInt32(values[i]);
	if (found == 0)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(section_ranges(sections, found)));
}
