/*
 * documents.c
 *	  Rules about the documents of a matter.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/rule.h"

/*
 * Is the rule in force for the body that handles the matter, on the day the
 * document came or was drawn up; where that is not stated, not before the
 * matter was opened?
 */
static bool
document_in_force(Call *call, const Document *d)
{
	const Matter *matter = the_matter(call->facts);
	DateADT		day = d->direction == W_RECEIVED ? d->arrived_on : d->dated_on;

	if (day == DAY_NULL)
		day = Max(matter->opened_on, d->dated_on);
	return rule_in_force(call, matter->body, day, d->number);
}

/*
 * document_arrival (FL 22, rules.md L26)
 *		A document arrives on the day it reaches the authority; that day decides
 *		whether it came in time, so it is registered.
 */
void
judge_document_arrival(Call *call)
{
	for_each(d, call->facts, DOCUMENT)
	{
		bool		received = d->direction == W_RECEIVED;

		if (!document_in_force(call, d))
			continue;
		if (received && d->arrived_on == DAY_NULL)
			rule_broken(call, "document %d was received and has no day of arrival", d->number);
		else if (!received && d->dated_on == DAY_NULL)
			rule_broken(call, "document %d was drawn up and has no date", d->number);
		else
			rule_met(call, received ? gettext_noop("document %d arrived on %s") :
					 gettext_noop("document %d is dated on %s"), d->number,
					 day_text(received ? d->arrived_on : d->dated_on));
	}
}

/*
 * costs_stated (rules.md C6)
 *		What is proposed has its economic aspects; "no costs" is one.
 */
void
judge_costs_stated(Call *call)
{
	for_each(d, call->facts, DOCUMENT)
	{
		if ((d->kind != W_STATEMENT && d->kind != W_PROPOSAL) || d->direction == W_RECEIVED ||
			!document_in_force(call, d))
			continue;
		if (d->costs)
			rule_met(call, "document %d says what it costs", d->number);
		else
		{
			rule_broken(call, "document %d proposes something and says nothing of costs", d->number);
			rule_hint(call, "Say in costs what it costs, or that it costs nothing.");
		}
	}
}
