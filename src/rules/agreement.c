/*
 * agreement.c
 *	  How many agree on a decision (rules.md I2): the votes where a vote was
 *	  held, otherwise everybody who takes part in the decision.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/agreement.h"
#include "rules/roll.h"

/* How many decisions of an item stand. */
int
item_decisions(const Facts *facts, const AgendaItem *item)
{
	int			n = 0;

	for_each(d, facts, DECISION)
		if (d->position == item->position && d->withdrawn_at == TIME_NULL)
			n++;
	return n;
}

const VoteEvent *
vote_event_of(const Facts *facts, int32 position, int32 number)
{
	for_each(e, facts, VOTE_EVENT)
		if (e->position == position && e->number == number)
			return e;
	return NULL;
}

/* Does the lot, and not the chair, decide between equal numbers? KL 5:56 */
bool
decided_by_lot(const VoteEvent *event)
{
	return event->subject == W_ELECTION || event->subject == W_EMPLOYMENT;
}

/*
 * count_votes
 *		Counts a vote: open from its rows, closed from the tellers' tally.
 *		Equal numbers are decided by the vote of the one who presides, in
 *		matters of election and employment by lot (KL 5:56).
 */
VoteCount
count_votes(const Facts *facts, const AgendaItem *item, const VoteEvent *event)
{
	VoteCount	count = {0};
	const Presiding *chair = presiding_at(facts, item->handled);

	if (event->kind == W_CLOSED)
	{
		for_each(t, facts, BALLOT_TALLY)
		{
			if (t->position != event->position || t->number != event->number)
				continue;
			if (t->choice == W_YES)
				count.yes += t->ballots;
			else if (t->choice == W_NO)
				count.no += t->ballots;
			else if (t->choice == W_BLANK || t->choice == W_INVALID)
				count.abstain += t->ballots;
		}
	}
	else
	{
		for_each(v, facts, VOTE)
		{
			if (v->position != event->position || v->number != event->number)
				continue;
			if (v->choice == W_YES)
				count.yes++;
			else if (v->choice == W_NO)
				count.no++;
			else if (v->choice == W_ABSTAIN)
				count.abstain++;
			if (chair != NULL && v->person == chair->person)
				count.chair = v->choice;
		}
	}
	if (count.yes != count.no)
		count.outcome = count.yes > count.no ? W_YES : W_NO;
	else if (decided_by_lot(event))
		count.outcome = event->lot;
	else if (count.chair == W_YES || count.chair == W_NO)
		count.outcome = count.chair;
	return count;
}

/* Has the person declared to take no part in the decision? */
bool
has_abstained(const Facts *facts, const Decision *decision, int64 person)
{
	for_each(a, facts, ABSTENTION)
		if (a->position == decision->position && a->point == decision->point &&
			a->person == person)
			return true;
	return false;
}

static bool
has_reserved(const Facts *facts, const Decision *decision, int64 person)
{
	for_each(r, facts, RESERVATION)
		if (r->position == decision->position && r->point == decision->point &&
			r->person == person)
			return true;
	return false;
}

/*
 * count_agreeing
 *		How many members agree on a decision.  Reservations change nothing
 *		where a vote was held; otherwise the caller says whether those who
 *		reserved themselves are still counted.
 */
int
count_agreeing(const Facts *facts, const AgendaItem *item,
			   const Decision *decision, bool less_reservations)
{
	const VoteEvent *event = decision->vote_number == INT_NULL ? NULL :
		vote_event_of(facts, decision->position, decision->vote_number);
	int			n = 0;

	if (event != NULL)
	{
		VoteCount	count = count_votes(facts, item, event);

		return Max(count.yes, count.no);
	}
	for_each(a, facts, ATTENDANCE)
	{
		if (!serves_in(a->capacity) || !attends_at(a, item->handled, AT_DECISION) ||
			is_recused(facts, item->position, a->person) ||
			has_abstained(facts, decision, a->person) ||
			(less_reservations && has_reserved(facts, decision, a->person)))
			continue;
		n++;
	}
	return n;
}

/* Do all who take part in the item agree on the decision, without exception? */
bool
is_unanimous(const Facts *facts, const AgendaItem *item, const Decision *decision)
{
	const VoteEvent *event = decision->vote_number == INT_NULL ? NULL :
		vote_event_of(facts, decision->position, decision->vote_number);

	if (event != NULL)
	{
		VoteCount	count = count_votes(facts, item, event);

		if ((count.yes > 0 && count.no > 0) || count.abstain > 0)
			return false;
	}
	return count_agreeing(facts, item, decision, true) >=
		count_serving(facts, item, AT_DECISION, false);
}

/* Tells in the verdict's detail how the number of those who agree was counted. */
void
detail_agreement(Call *call, const AgendaItem *item, const Decision *decision)
{
	const VoteEvent *event = decision->vote_number == INT_NULL ? NULL :
		vote_event_of(call->facts, decision->position, decision->vote_number);

	if (event == NULL)
		detail_roll(call, item, AT_DECISION);
	else
	{
		VoteCount	count = count_votes(call->facts, item, event);

		rule_detail(call, "Vote %d: %d yes, %d no, %d abstaining.", event->number,
					count.yes, count.no, count.abstain);
	}
}
