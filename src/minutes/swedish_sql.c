/*
 * swedish_sql.c
 *	  The Swedish of a registry as SQL functions: its names, for documents and
 *	  for applications, and what functions in SQL say.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "minutes/text.h"
#include "registry/swedish.h"
#include "rules/catalogue.h"

PG_FUNCTION_INFO_V1(governance_swedish);
PG_FUNCTION_INFO_V1(governance_swedish_in_column);
PG_FUNCTION_INFO_V1(governance_translated);
PG_FUNCTION_INFO_V1(governance_section_ranges);

/* what a rule, or a word of a column, is called */
static Datum
swedish_name(text *of, const char *column)
{
	char	   *word = text_to_cstring(of);
	int			rule = rule_lookup(word);
	const char *name = swedish_word(word, column);

	if (name == NULL && rule >= 0)
		name = native(rules[rule].swedish);
	if (name == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("there is no Swedish name for \"%s\"", word)));
	PG_RETURN_TEXT_P(cstring_to_text(name));
}

/*
 * swedish(word text)
 *		The Swedish name of a rule, or of a word that a code column or a view
 *		holds: role, capacity, kind, outcome, state.
 *
 * Errors: 55000 for a word that is not known.
 */
Datum
governance_swedish(PG_FUNCTION_ARGS)
{
	return swedish_name(PG_GETARG_TEXT_PP(0), NULL);
}

/*
 * swedish(word text, "column" text)
 *		The same of a word in a column, given as "table.column", for the few
 *		that mean different things in different columns.
 */
Datum
governance_swedish_in_column(PG_FUNCTION_ARGS)
{
	return swedish_name(PG_GETARG_TEXT_PP(0), text_to_cstring(PG_GETARG_TEXT_PP(1)));
}

/*
 * translated(message text)
 *		A message of the extension's SQL in the language of lc_messages.
 */
Datum
governance_translated(PG_FUNCTION_ARGS)
{
	char	   *message = text_to_cstring(PG_GETARG_TEXT_PP(0));

	/* the empty message is the catalogue's own header */
	PG_RETURN_TEXT_P(cstring_to_text(message[0] ? _(message) : message));
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
