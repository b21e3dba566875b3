/*
 * catalogue.c
 *	  The catalogue of rules as data; see catalogue.h.
 */
#include "postgres.h"
#include "compat.h"

#include "registry/facts.h"
#include "rules/catalogue.h"

/* a parameter is a value that others use: there is nothing to judge */
#define judge_of_ITEM(code)			judge_##code
#define judge_of_ORDER(code)		judge_##code
#define judge_of_MEETING(code)		judge_##code
#define judge_of_BODY(code)			judge_##code
#define judge_of_MATTER(code)		judge_##code
#define judge_of_ACT(code)			judge_##code
#define judge_of_PARAMETER(code)	NULL

const Rule rules[NUM_RULES] = {
#define RULE_ENTRY(code, SUBJECT, VALUE, default_value, basis, rows, asked, needs, description, swedish) \
	{#code, SUBJECT_##SUBJECT, VALUE_##VALUE, default_value, basis, rows, asked, needs, description, swedish, judge_of_##SUBJECT(code)},
	ALL_RULES(RULE_ENTRY)
};

/*
 * The number of the rule with that code, or -1.
 */
int
rule_lookup(const char *code)
{
	for (int r = 0; r < NUM_RULES; r++)
		if (strcmp(rules[r].code, code) == 0)
			return r;
	return -1;
}

const char *
subject_text(Subject subject)
{
	static const char *const text[] = {"item", "item", "meeting", "body", "matter", "act", "parameter"};

	return text[subject];
}

const char *
value_type_text(ValueType type)
{
	static const char *const text[] = {NULL, "quorum", "number", "boolean", "text"};

	return text[type];
}
