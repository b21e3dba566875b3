/*
 * catalogue_sql.c
 *	  The catalogue of rules as rows.
 */
#include "postgres.h"
#include "compat.h"

#include "funcapi.h"
#include "utils/builtins.h"

#include "rules/catalogue.h"

PG_FUNCTION_INFO_V1(governance_rules);

/*
 * rules()
 *		Every rule the library knows: code, what it is asked about, which
 *		tables' changes ask it, type and default of its value, the law it rests
 *		on, the clauses of the source documents, and what it says.
 */
Datum
governance_rules(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;

	compat_init_materialized_srf(fcinfo);
	for (int r = 0; r < NUM_RULES; r++)
	{
		const Rule *rule = &rules[r];
		StringInfoData asked;
		Datum		values[8];
		bool		nulls[8] = {false};
		const char *type = value_type_text(rule->value);

		initStringInfo(&asked);
		for (int t = 0; t < NUM_TABLES; t++)
			if (rule->asked & (UINT64CONST(1) << t))
				appendStringInfo(&asked, "%s%s", asked.len ? ", " : "", registry_table(t)->name);
		values[0] = CStringGetTextDatum(rule->code);
		values[1] = CStringGetTextDatum(subject_text(rule->subject));
		values[2] = CStringGetTextDatum(asked.data);
		values[3] = type ? CStringGetTextDatum(type) : (Datum) 0;
		nulls[3] = type == NULL;
		values[4] = rule->default_value ? CStringGetTextDatum(rule->default_value) : (Datum) 0;
		nulls[4] = rule->default_value == NULL;
		values[5] = rule->basis ? CStringGetTextDatum(rule->basis) : (Datum) 0;
		nulls[5] = rule->basis == NULL;
		values[6] = CStringGetTextDatum(rule->rows);
		values[7] = CStringGetTextDatum(rule->description);
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	return (Datum) 0;
}
