/*
 * swedish_sql.c
 *	  The Swedish of a registry as SQL functions: its names, for documents and
 *	  for applications, and what functions in SQL say.
 */
#include "postgres.h"
#include "compat.h"

#include "utils/builtins.h"

#include "registry/swedish.h"
#include "rules/catalogue.h"

PG_FUNCTION_INFO_V1(governance_swedish);
PG_FUNCTION_INFO_V1(governance_swedish_in_column);
PG_FUNCTION_INFO_V1(governance_translated);

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
