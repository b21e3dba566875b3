/*
 * documents.c
 *	  Rules about the documents of a matter.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/rule.h"

/*
 * document_arrival (FL 22)
 *		A document arrives on the day it reaches the authority; that day decides
 *		whether it came in time, so it is registered.
 */
void
judge_document_arrival(Call *call)
{
	for_each(d, call->facts, DOCUMENT)
	{
		bool		received = d->direction == W_RECEIVED;

		if (!rule_in_force(call, the_matter(call->facts)->body,
						   the_matter(call->facts)->opened_on, d->number))
			continue;
		if (received && d->arrived_on == DAY_NULL)
			rule_broken(call, "document %d was received and has no day of arrival", d->number);
		else if (!received && d->dated_on == DAY_NULL)
			rule_broken(call, "document %d was drawn up and has no date", d->number);
		else
			rule_met(call, "document %d %s on %s", d->number, received ? "arrived" : "is dated",
					 day_text(received ? d->arrived_on : d->dated_on));
	}
}
