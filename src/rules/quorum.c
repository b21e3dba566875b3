/*
 * quorum.c
 *	  How many must be present to handle an item, and how many must agree to
 *	  settle a matter (rules.md A20, A21, L5, L6; I1-I3, I6, I21).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/agreement.h"
#include "rules/order.h"

/*
 * quorum_present: an item may be handled only while enough members serve.
 *
 * The number is counted on the seats of the body, not on the filled ones, at
 * both points of the item: when it was opened and when it was decided.
 * Reglemente 5 §; KL 6:27, for the council 5:45 with the exemption of 5:46.
 */
void
judge_quorum_present(Call *call)
{
	const AgendaItem *item = call->item;
	bool		council = the_body(call->facts->body)->kind == W_COUNCIL;
	bool		decided = item_decisions(call->facts, item) > 0;
	int			needed;

	if (!decided && !call->explain)
		return;					/* too few have nothing to undo yet */
	needed = quorum_required(call->setting->quorum, rule_seats(call));
	if (item->handled == INT_NULL)
	{
		rule_pending(call, "item %d has not been taken up; %d members must be present",
					 item->position, needed);
		return;
	}
	for (Point point = AT_OPENING; point <= AT_DECISION; point++)
	{
		const char *when = point == AT_OPENING ? told("opened") : told("decided");
		int			present = count_serving(call->facts, item, point, council);
		Substitute	next;

		if (point == AT_DECISION && !decided)
			rule_pending(call, "item %d is not decided; %d members are present, %d are needed",
						 item->position, present, needed);
		else if (present >= needed)
			rule_met(call, "item %d: %d members present when it was %s, %d needed",
					 item->position, present, when, needed);
		else if (!decided)
			rule_pending(call, "item %d needs %d members present, %d were when it was %s; it ends undecided",
						 item->position, needed, present, when);
		else
		{
			rule_broken(call, "item %d needs %d members present, %d were when it was %s",
						item->position, needed, present, when);
			detail_roll(call, item, point);
			next = next_substitute(call, item, point);
			if (next.rank != 0)
				rule_hint(call, "Next substitute in order: %s (rank %d).",
						  call->name(call->facts, next.person), next.rank);
			else if (next.person != 0)
				rule_hint(call, "A substitute who is present and free: %s.",
						  call->name(call->facts, next.person));
			else
				rule_hint(call, "No substitute who is present is free to serve; without them the item ends undecided.");
			return;
		}
	}
}

/*
 * decision_agreement: a matter is settled only when enough members agree.
 *
 * Counted on the votes where a vote was held; otherwise all who serve when the
 * matter is decided agree, less those who declared that they take no part.
 * Only for settling decisions (I21).  The chair's casting vote decides between
 * equal numbers but is no further member who agrees.  Reglemente 5 §.
 */
void
judge_decision_agreement(Call *call)
{
	const AgendaItem *item = call->item;
	int			needed = quorum_required(call->setting->quorum, rule_seats(call));
	bool		settled = false;

	if (item->handled == INT_NULL)
	{
		rule_pending(call, "item %d has not been taken up; %d members must agree to settle it",
					 item->position, needed);
		return;
	}
	for_each(d, call->facts, DECISION)
	{
		int			agreeing;

		if (d->position != item->position || d->kind != W_SETTLING ||
			d->withdrawn_at != TIME_NULL)
			continue;
		settled = true;
		agreeing = count_agreeing(call->facts, item, d, false);
		if (agreeing >= needed)
			rule_met(call, "item %d point %d: %d members agree, %d needed",
					 item->position, d->point, agreeing, needed);
		else
		{
			rule_broken(call, "item %d point %d needs %d members who agree, %d do",
						item->position, d->point, needed, agreeing);
			detail_agreement(call, item, d);
			rule_hint(call, "Without enough members who agree the item ends undecided; if it was decided all the same, record it with admit_deviation.");
		}
	}
	if (!settled)
		rule_pending(call, "item %d has no settling decision; %d members must agree to one",
					 item->position, needed);
}
