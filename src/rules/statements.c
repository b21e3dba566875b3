/*
 * statements.c
 *	  Officials' statements (tjänsteutlåtanden) that decisions refer to (rules.md
 *	  B1, C3).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/statements.h"

/*
 * judge_statement
 *		Does the matter have a statement of that number, drawn up by the day on
 *		which something (what) refers to it?  The caller has found the rule's
 *		setting, and said that it needs the documents.
 */
void
judge_statement(Call *call, const char *what, int32 number, DateADT day)
{
	const Document *document = NULL;

	for_each(d, call->facts, DOCUMENT)
		if (d->number == number)
			document = d;
	if (document == NULL)
		rule_broken(call, "%s refers to statement %d, and the matter has no document of that number",
					what, number);
	else if (document->kind != W_STATEMENT)
		rule_broken(call, "%s refers to document %d as a statement, and it is of kind %s",
					what, number, word_told(document->kind));
	else if (document->dated_on == DAY_NULL)
		rule_pending(call, "%s refers to statement %d, which has no date yet", what, number);
	else if (document->dated_on > day)
		rule_broken(call, "%s on %s refers to statement %d, which is dated %s", what, day_text(day),
					number, day_text(document->dated_on));
	else
		rule_met(call, "%s refers to statement %d, dated %s", what, number, day_text(document->dated_on));
}

/*
 * decision_statement: a decision refers only to a statement that the matter has,
 * and that is not dated after the meeting.
 *
 * A decision in the body's own words refers to none.  KL 5:67, 6:35; rules.md
 * B1, C3.
 */
void
judge_decision_statement(Call *call)
{
	for_each_handling(h, call->facts)
		if (h->point != INT_NULL && h->statement != INT_NULL && rule_in_force_at(call, h))
			judge_statement(call, psprintf(told("item %d point %d"), h->position, h->point), h->statement, h->day);
}

/*
 * statement_in_matter: a decision refers to a statement only in an item about a
 * matter, which is where statements are.  KL 5:67, 6:35; rules.md B1.
 */
void
judge_statement_in_matter(Call *call)
{
	for_each(d, call->facts, DECISION)
	{
		if (d->position != call->item->position || d->statement == INT_NULL || d->withdrawn_at != TIME_NULL)
			continue;
		if (call->item->matter != 0)
			rule_met(call, "item %d is about the matter of the statement", d->position);
		else
		{
			rule_broken(call, "item %d point %d refers to statement %d, and the item is about no matter",
						d->position, d->point, d->statement);
			rule_hint(call, "Say which matter the item is about (agenda_item.matter_id).");
		}
	}
}
