/*
 * reservations.c
 *	  Reservations, and what they do to a decision made without a vote
 *	  (rules.md L9; I2).
 *
 * A timely reservation by one who took part is a right: no rule here is broken
 * by it.  What it takes away, the agreement, is asked for later, when the
 * meeting is closed and when its minutes are attested.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/agreement.h"
#include "rules/minutes.h"
#include "rules/roll.h"

static const Decision *
decision_at(const Facts *facts, int32 position, int32 point)
{
	for_each(d, facts, DECISION)
		if (d->position == position && d->point == point)
			return d;
	return NULL;
}

/* Did the person abstain in the open vote by which the decision was made? */
static bool
abstained_in_vote(const Facts *facts, const Decision *d, int64 person)
{
	for_each(v, facts, VOTE)
		if (v->position == d->position && v->number == d->vote_number &&
			v->person == person)
			return v->choice == W_ABSTAIN;
	return false;
}

/*
 * reservation_entitled: only one who took part in a decision reserves himself
 * or herself against it.
 *
 * To take part: to serve when it is made, not recused, without having declared
 * to take no part, and without having abstained in the vote.  KL 4:27.
 */
void
judge_reservation_entitled(Call *call)
{
	const AgendaItem *item = call->item;
	bool		any = false;

	for_each(r, call->facts, RESERVATION)
	{
		const Decision *d;
		const char *why = NULL;

		if (r->position != item->position)
			continue;
		any = true;
		d = decision_at(call->facts, r->position, r->point);
		if (d == NULL || item->handled == INT_NULL)
		{
			rule_pending(call, "point %d of item %d is not decided", r->point, item->position);
			continue;
		}
		if (is_recused(call->facts, item->position, r->person))
			why = told("is recused");
		else if (serving_at(call->facts, item, r->person, AT_DECISION) == NULL)
			why = told("does not serve when it is made");
		else if (has_abstained(call->facts, d, r->person))
			why = told("has declared to take no part in it");
		else if (abstained_in_vote(call->facts, d, r->person))
			why = told("abstained in the vote");
		if (why != NULL)
		{
			rule_broken(call, "%s reserves against point %d of item %d and %s",
						call->name(call->facts, r->person), r->point,
						item->position, why);
			rule_hint(call, "Who took no part in a decision can have a note taken, where the right exists (statement of kind note).");
		}
		else
			rule_met(call, "%s took part in point %d of item %d and reserves against it",
					 call->name(call->facts, r->person),
					 r->point, item->position);
	}
	if (!any)
		rule_not_applicable(call, "nobody reserves against item %d", item->position);
}

/*
 * reservation_timely: a reservation is announced before the meeting is closed.
 *
 * In the minute of the close is in time.  KL 4:27.
 */
void
judge_reservation_timely(Call *call)
{
	const AgendaItem *item = call->item;
	Timestamp	closed = the_meeting(call->facts)->closed_at;
	bool		any = false;

	for_each(r, call->facts, RESERVATION)
	{

		if (r->position != item->position)
			continue;
		any = true;
		if (closed != TIME_NULL && r->announced_at > closed)
			rule_broken(call, "%s announced the reservation against point %d of item %d at %s, and the meeting was closed at %s",
						call->name(call->facts, r->person), r->point, item->position, time_text(r->announced_at),
						time_text(closed));
		else
			rule_met(call, "%s announced the reservation against point %d of item %d at %s, before the meeting was closed",
					 call->name(call->facts, r->person), r->point, item->position, time_text(r->announced_at));
	}
	if (!any)
		rule_not_applicable(call, "nobody reserves against item %d", item->position);
}

/*
 * When the first of those who attest signed minutes that cover an item;
 * TIME_NULL: nobody has.
 */
static Timestamp
first_signature(const Facts *facts, const AgendaItem *item)
{
	Timestamp	first = TIME_NULL;

	for_each(m, facts, MINUTES)
	{
		if (!minutes_cover(facts, m, item->handled))
			continue;
		for_each(a, facts, ATTESTATION)
			if (a->number == m->number && (first == TIME_NULL || a->signed_at < first))
				first = a->signed_at;
	}
	return first;
}

/*
 * reservation_reasons: written reasons are handed in before the minutes are
 * attested, of which they become a part.
 *
 * Reasons are not demanded.  Whoever attests signs a text that holds them, so
 * the first signature counts.  KL 5:67 p. 6, 5:69.
 */
void
judge_reservation_reasons(Call *call)
{
	const AgendaItem *item = call->item;
	bool		any = false;

	for_each(r, call->facts, RESERVATION)
	{
		Timestamp	signed_at;

		if (r->position != item->position || (!r->reasons && r->reasons_at == TIME_NULL))
			continue;
		any = true;
		signed_at = first_signature(call->facts, item);
		if (r->reasons_at == TIME_NULL)
			rule_pending(call, "it is not stated when %s handed in the reasons of the reservation against point %d of item %d",
						 call->name(call->facts, r->person), r->point, item->position);
		else if (signed_at != TIME_NULL && r->reasons_at > signed_at)
			rule_broken(call, "%s handed in the reasons of the reservation against point %d of item %d at %s, and the minutes were attested from %s",
						call->name(call->facts, r->person), r->point, item->position, time_text(r->reasons_at),
						time_text(signed_at));
		else
			rule_met(call, "%s handed in the reasons of the reservation against point %d of item %d in time",
					 call->name(call->facts, r->person), r->point, item->position);
	}
	if (!any)
		rule_not_applicable(call, "no reservation against item %d has written reasons",
							item->position);
}

static void
name_reserved(Call *call, const Decision *d)
{
	StringInfoData buf;

	initStringInfo(&buf);
	for_each(r, call->facts, RESERVATION)
		if (r->position == d->position && r->point == d->point)
			appendStringInfo(&buf, "%s%s", buf.len ? ", " : "",
							 call->name(call->facts, r->person));
	rule_detail(call, "Reservations: %s.", buf.data);
}

/*
 * agreement_kept: a decision made without a vote still has enough members
 * behind it when the meeting is closed, and when the minutes are attested.
 *
 * A reservation says that its author does not agree.  It is stored whatever it
 * does to the number; if the number is lost, the body has until the close to
 * withdraw the decision or vote on it.  Where a vote was held, and where too
 * few agreed from the start, reservations change nothing (that is for
 * decision_agreement).  Not asked when a reservation is written.  Reglemente
 * 5 §; rules.md I2.
 */
void
judge_agreement_kept(Call *call)
{
	const AgendaItem *item = call->item;
	const Setting *agreement = rule_setting(call, RULE_decision_agreement);
	bool		closed = the_meeting(call->facts)->closed_at != TIME_NULL;
	bool		any = false;
	int			needed;

	if (call->facts->rows[T_RESERVATION].n == 0 && !call->explain)
		return;					/* nothing can have been lost */
	if (agreement->mode == MODE_OFF || item->handled == INT_NULL)
	{
		rule_not_applicable(call, "item %d needs no number of members who agree", item->position);
		return;
	}
	needed = quorum_required(agreement->quorum, rule_seats(call));
	for_each(d, call->facts, DECISION)
	{
		int			agreeing;

		if (d->position != item->position || d->kind != W_SETTLING ||
			d->withdrawn_at != TIME_NULL)
			continue;
		any = true;
		agreeing = count_agreeing(call->facts, item, d, true);
		if (agreeing >= needed)
			rule_met(call, "item %d point %d: %d members agree with reservations counted, %d needed",
					 item->position, d->point, agreeing, needed);
		else if (count_agreeing(call->facts, item, d, false) < needed)
			rule_not_applicable(call, "item %d point %d: no agreement was lost by reservations",
								item->position, d->point);
		else
		{
			Status		status = closed ||
				first_signature(call->facts, item) != TIME_NULL ? BROKEN : PENDING;

			if (status == PENDING && !call->explain)
				continue;
			rule_say(call, status, "agreement lost: item %d point %d needs %d members who agree, with reservations counted %d do",
					 item->position, d->point, needed, agreeing);
			name_reserved(call, d);
			rule_hint(call, "Withdraw the decision, put it to a vote, or record it with admit_deviation.");
		}
	}
	if (!any)
		rule_pending(call, "item %d has no settling decision", item->position);
}
