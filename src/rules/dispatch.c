/*
 * dispatch.c
 *	  Rules about what is sent after a decision (expediering; rules.md B2, E11).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/calling.h"

/* the day on which it was decided */
static DateADT
decided_on(const Handling *handling)
{
	return handling->decided_at == TIME_NULL ? handling->day : day_of(handling->decided_at);
}

/*
 * How the item that a dispatch names was handled: the first of its decisions
 * that stand, or the item alone where there is none; null: it is not about this
 * matter.
 */
static const Handling *
handling_of(const Facts *facts, const Dispatch *dispatch)
{
	const Handling *first = NULL;

	for_each_handling(h, facts)
		if (h->meeting == dispatch->meeting && h->position == dispatch->position &&
			(first == NULL || decided_on(h) < decided_on(first)))
			first = h;
	return first;
}

/* a dispatch of an item that is about another matter, or about none */
static void
judge_misplaced(Call *call, const Dispatch *dispatch)
{
	const Matter *matter = the_matter(call->facts);
	bool		sent = dispatch->sent_on != DAY_NULL;

	if (!rule_in_force(call, matter->body, sent ? dispatch->sent_on : matter->opened_on, dispatch->number))
		return;
	rule_say(call, sent ? BROKEN : PENDING,
			 "dispatch %d names item %d of meeting %lld, which is not about this matter",
			 dispatch->number, dispatch->position, (long long) dispatch->meeting);
	rule_hint(call, "Say which matter the item is about: agenda_item.matter_id.");
}

/*
 * dispatch_decided: what is sent has been decided, at the item that is named,
 * in this matter, on that day or before.
 *
 * So a decision that has been sent cannot be withdrawn, or moved to a later day
 * or another matter.  What is not sent yet may still be put right.  KL 5:67,
 * 6:35 (decisions stand in the minutes); rules.md B2, E11.
 */
void
judge_dispatch_decided(Call *call)
{
	for_each(d, call->facts, DISPATCH)
	{
		const Handling *h = handling_of(call->facts, d);

		if (d->sent_on == DAY_NULL && !call->explain)
			continue;
		if (h == NULL)
			judge_misplaced(call, d);
		else if (!rule_in_force_at(call, h))
			continue;
		else if (d->sent_on == DAY_NULL)
			rule_pending(call, "dispatch %d is not sent yet", d->number);
		else if (h->point == INT_NULL)
		{
			rule_broken(call, "dispatch %d was sent on %s, and no decision of item %d stands",
						d->number, day_text(d->sent_on), d->position);
			rule_hint(call, "Record the decision before it is sent; what has been sent is changed by a new one.");
		}
		else if (decided_on(h) > d->sent_on)
			rule_broken(call, "dispatch %d was sent on %s, before item %d was decided on %s",
						d->number, day_text(d->sent_on), d->position, day_text(decided_on(h)));
		else
			rule_met(call, "dispatch %d was sent on %s, and decided on %s",
					 d->number, day_text(d->sent_on), day_text(decided_on(h)));
	}
}
