/*
 * swedish_sql.c
 *	  The Swedish of minutes as SQL functions: the documents that people read
 *	  use the words of the canonical text.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "minutes/text.h"

PG_FUNCTION_INFO_V1(governance_swedish);
PG_FUNCTION_INFO_V1(governance_section_ranges);

/*
 * swedish(word text)
 *		A word of a registry's code columns as it is written in minutes: the
 *		word itself where minutes have no other.
 *
 * Errors: 55000 for a word that only a later version knows.
 */
Datum
governance_swedish(PG_FUNCTION_ARGS)
{
	text	   *word = PG_GETARG_TEXT_PP(0);

	PG_RETURN_TEXT_P(cstring_to_text(swedish(word_lookup(VARDATA_ANY(word),
														 VARSIZE_ANY_EXHDR(word)))));
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
