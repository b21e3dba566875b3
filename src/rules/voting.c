/*
 * voting.c
 *	  Who votes, when and how, and what follows from it (rules.md L7, L8, A8,
 *	  A26, A28, L16, I24).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/roll.h"
#include "rules/voting.h"

/* ---- small questions ---- */

const Proposal *
proposal_at(const Facts *facts, int32 position, int32 number)
{
	for_each(p, facts, PROPOSAL)
		if (p->position == position && p->number == number)
			return p;
	return NULL;
}

/*
 * A decision that the vote carries: one that names it, or one to elect where
 * more is decided than the elections of the item that do not rest on the vote.
 * Null: nothing rests on it yet.
 */
const Decision *
decision_on(const Call *call, const VoteEvent *event)
{
	int			elections = 0;
	int			others = 0;
	const Decision *electing = NULL;

	for_each_standing(d, call)
	{
		if (d->vote_number == event->number)
			return d;
		if (d->kind == W_ELECTION)
			electing = d;
	}
	for_each(e, call->facts, ELECTION)
	{
		if (e->position != event->position)
			continue;
		elections++;
		others += e->vote_number != event->number;
	}
	return Min(electing_decisions(call), elections) > others ? electing : NULL;
}

/* the ballots that the tellers counted, and whether they counted any */
static int64
tallied(const Facts *facts, const VoteEvent *event, bool *any)
{
	int64		n = 0;

	*any = false;
	for_each(t, facts, BALLOT_TALLY)
		if (t->position == event->position && t->number == event->number)
		{
			*any = true;
			n += t->ballots;
		}
	return n;
}

static int
votes_cast(const Facts *facts, const VoteEvent *event)
{
	int			n = 0;

	for_each(v, facts, VOTE)
		if (v->position == event->position && v->number == event->number)
			n++;
	return n;
}

/* ---- who votes ---- */

/* in which capacity somebody was there, in words */
static const char *
capacity_text(Word capacity)
{
	switch (capacity)
	{
		case W_NON_SERVING_SUBSTITUTE:
			return told("a substitute who did not serve");
		case W_COMMISSIONER:
			return told("a commissioner with the right to attend");
		case W_CITY_DIRECTOR:
			return told("the city director");
		case W_PRESENTER:
			return told("a presenter");
		case W_SECRETARY:
			return told("the secretary");
		case W_OFFICIAL:
			return told("an official");
		case W_GUEST:
			return told("a guest");
		default:
			return told("somebody without a seat");
	}
}

/*
 * voter_serves: only those vote who have a seat at the table.
 *
 * Every vote, and every ballot handed in, is of a member or a substitute who
 * serves when the item is decided and is not recused.  A substitute who does
 * not serve, the city director, a commissioner and whoever was called in may
 * attend, and some of them speak, but not decide.  KL 4:22, 4:24, 6:26, 6:30.
 */
void
judge_voter_serves(Call *call)
{
	const AgendaItem *item = call->item;
	int			voters = 0;
	bool		broken = false;

	for_each(v, call->facts, VOTE)
	{
		const Attendance *a;
		const char *name;

		if (v->position != item->position)
			continue;
		voters++;
		if (item->handled == INT_NULL || serving_at(call->facts, item, v->person, AT_DECISION))
			continue;
		broken = true;
		a = attendance_at(call->facts, v->person, item->handled, AT_DECISION);
		name = call->name(call->facts, v->person);
		if (a == NULL)
			rule_broken(call, "%s has no vote in item %d: absent when it was decided",
						name, item->position);
		else if (!serves_in(a->capacity))
			rule_broken(call, "%s has no vote in item %d: present as %s",
						name, item->position, capacity_text(a->capacity));
		else
			rule_broken(call, "%s has no vote in item %d: recused from it",
						name, item->position);
		detail_roll(call, item, AT_DECISION);
	}
	if (voters == 0)
		rule_not_applicable(call, "no vote was cast in item %d", item->position);
	else if (item->handled == INT_NULL)
		rule_pending(call, "item %d has not been taken up; %d votes are stored",
					 item->position, voters);
	else if (!broken)
		rule_met(call, "all %d votes in item %d are of people who serve",
				 voters, item->position);
}

/* Does a decision rest on the open vote, or has everybody who serves voted? */
static bool
is_complete(const Call *call, const VoteEvent *event)
{
	int			cast = votes_cast(call->facts, event);

	return cast > 0 &&
		(decision_on(call, event) != NULL ||
		 (call->item->handled != INT_NULL &&
		  cast >= count_serving(call->facts, call->item, AT_DECISION, false)));
}

/*
 * chair_votes: whoever presides may abstain, but not where the vote is needed.
 *
 * Asked when an open vote is complete (a decision rests on it, or everybody
 * who serves has voted or abstained) and the numbers are equal.  KL 4:25, 5:56.
 */
void
judge_chair_votes(Call *call)
{
	const AgendaItem *item = call->item;
	bool		any = false;

	for_each_vote_event(e, call)
	{
		Word		side;
		VoteCount	count;
		const Presiding *chair;

		if (e->kind != W_OPEN || decided_by_lot(e))
			continue;
		any = true;
		side = winning_side(call, e);
		if (side != W_NONE && !call->explain)
			continue;
		count = count_votes(call->facts, item, e);
		chair = presiding_at(call->facts, item->handled);
		if (side != W_NONE)
			rule_met(call, "vote %d of item %d: %d to %d, the outcome is %s",
					 e->number, item->position, Max(count.yes, count.no),
					 Min(count.yes, count.no), word_told(side));
		else if (chair == NULL || !is_complete(call, e))
			rule_pending(call, "vote %d of item %d stands at %d to %d and is not complete",
						 e->number, item->position, count.yes, count.no);
		else
		{
			rule_broken(call, "vote %d of item %d is %d to %d and needs the casting vote of the one who presides",
						e->number, item->position, count.yes, count.no);
			rule_detail(call, count.chair == W_ABSTAIN ? gettext_noop("%s presided and abstained.") :
						gettext_noop("%s presided and did not vote."),
						call->name(call->facts, chair->person));
			rule_hint(call, "Whoever presides may abstain only where the vote is not needed.");
		}
	}
	if (!any)
		rule_not_applicable(call, "no vote was held in item %d that a casting vote could decide",
							item->position);
}

/* ---- when and how ---- */

/*
 * vote_before_gavel: the gavel confirms a decision unless a vote is asked for;
 * after it no vote is called.  Stated times are compared.  KL 5:53, 6:33.
 */
void
judge_vote_before_gavel(Call *call)
{
	const AgendaItem *item = call->item;
	bool		any = false;

	for_each_vote_event(e, call)
	{
		Timestamp	gavel = item->decided_at;

		any = true;
		for_each_standing(d, call)
			if (d->vote_number == e->number && d->decided_at != TIME_NULL)
				gavel = d->decided_at;
		if (e->called_at == TIME_NULL || gavel == TIME_NULL)
			rule_pending(call, "vote %d of item %d or its decision has no stated time",
						 e->number, item->position);
		else if (e->called_at > gavel)
			rule_broken(call, "vote %d of item %d was called at %s, after the gavel at %s",
						e->number, item->position, time_text(e->called_at), time_text(gavel));
		else
			rule_met(call, "vote %d of item %d was called at %s, before the gavel",
					 e->number, item->position, time_text(e->called_at));
	}
	if (!any)
		rule_not_applicable(call, "no vote was held in item %d", item->position);
}

/*
 * vote_open: votes are open, except in matters of election or employment.
 * The law does not forbid an open vote there.  KL 5:54, 6:33.
 */
void
judge_vote_open(Call *call)
{
	bool		any = false;

	for_each_vote_event(e, call)
	{
		any = true;
		if (e->kind == W_CLOSED && !decided_by_lot(e))
		{
			rule_broken(call, "vote %d of item %d must be open", e->number, e->position);
			rule_hint(call, "Only votes in matters of election or employment may be closed.");
		}
		else
			rule_met(call, "vote %d of item %d is %s, the matter is of kind %s",
					 e->number, e->position, word_told(e->kind), word_told(e->subject));
	}
	if (!any)
		rule_not_applicable(call, "no vote was held in item %d", call->item->position);
}

/*
 * vote_secrecy: who voted for what is stored of open votes only.
 *
 * A closed vote has a row 'ballot' for each who handed one in, and the tellers'
 * tally; an open one has the votes themselves, from which it is counted, and no
 * tally.  rules.md I24; KL 5:54.
 */
void
judge_vote_secrecy(Call *call)
{
	bool		any = false;

	for_each_vote_event(e, call)
	{
		bool		closed = e->kind == W_CLOSED;
		bool		wrong_vote = false;
		bool		has_tally;

		any = true;
		for_each(v, call->facts, VOTE)
			if (v->position == e->position && v->number == e->number &&
				(v->choice == W_BALLOT) != closed)
				wrong_vote = true;
		(void) tallied(call->facts, e, &has_tally);
		if (wrong_vote && closed)
		{
			rule_broken(call, "vote %d of item %d is closed: how somebody voted is not stored",
						e->number, e->position);
			rule_hint(call, "Store choice 'ballot' for each who handed one in, and the tally in ballot_tally.");
		}
		else if (wrong_vote)
			rule_broken(call, "vote %d of item %d is open: no ballots are handed in",
						e->number, e->position);
		else if (has_tally && !closed)
		{
			rule_broken(call, "vote %d of item %d is open: it is counted from its votes and has no tally",
						e->number, e->position);
			rule_hint(call, "Only closed votes have rows in ballot_tally.");
		}
		else
			rule_met(call, closed ? gettext_noop("vote %d of item %d is stored as a closed one is") :
					 gettext_noop("vote %d of item %d is stored as an open one is"),
					 e->number, e->position);
	}
	if (!any)
		rule_not_applicable(call, "no vote was held in item %d", call->item->position);
}

/*
 * ballots_add_up: the tally of a closed vote has as many ballots as were
 * handed in.
 *
 * The tally is entered line by line, so it may stay below the number until a
 * decision rests on the vote; it is never above.  rules.md I24.
 */
void
judge_ballots_add_up(Call *call)
{
	bool		any = false;

	for_each_vote_event(e, call)
	{
		bool		has_tally;
		int64		counted = tallied(call->facts, e, &has_tally);
		int			handed_in = votes_cast(call->facts, e);

		if (e->kind != W_CLOSED)
			continue;
		any = true;
		if (has_tally && counted == handed_in)
			rule_met(call, "vote %d of item %d: %d ballots handed in and counted",
					 e->number, e->position, handed_in);
		else if (decision_on(call, e) != NULL ||
				 (has_tally && handed_in > 0 && counted > handed_in))
		{
			rule_broken(call, "vote %d of item %d: %d ballots were handed in, the tally has %lld",
						e->number, e->position, handed_in, (long long) counted);
			rule_hint(call, "Ballots for candidates or sides, blank and invalid ones together are as many as were handed in.");
		}
		else
			rule_pending(call, "vote %d of item %d: %d ballots are handed in, %lld counted",
						 e->number, e->position, handed_in, (long long) counted);
	}
	if (!any)
		rule_not_applicable(call, "no closed vote was held in item %d", call->item->position);
}

/*
 * lot_in_elections: equal numbers are decided by lot in matters of election
 * and employment, otherwise by the casting vote.  KL 5:56, 6:33.
 */
void
judge_lot_in_elections(Call *call)
{
	bool		any = false;

	for_each_vote_event(e, call)
	{
		if (e->lot == W_NONE)
			continue;
		any = true;
		if (decided_by_lot(e))
			rule_met(call, "vote %d of item %d is decided by lot if the numbers are equal",
					 e->number, e->position);
		else
		{
			rule_broken(call, "vote %d of item %d cannot be decided by lot", e->number, e->position);
			rule_hint(call, "Equal numbers are decided by the casting vote of the one who presides.");
		}
	}
	if (!any)
		rule_not_applicable(call, "no lot was drawn on a vote in item %d", call->item->position);
}

/* ---- what follows ---- */

/*
 * vote_subject: a decision rests on a vote on a matter of its own kind, since
 * the kind says whether the vote may be closed and what decides between equal
 * numbers.  rules.md I21; KL 5:54, 5:56.
 */
void
judge_vote_subject(Call *call)
{
	bool		any = false;

	for_each_standing(d, call)
	{
		const VoteEvent *e = vote_event_of(call->facts, d->position, d->vote_number);
		bool		same;

		if (e == NULL)
			continue;
		any = true;
		switch (d->kind)
		{
			case W_SETTLING:
				same = e->subject == W_SETTLING || e->subject == W_EMPLOYMENT;
				break;
			case W_OPINION:
				same = e->subject == W_SETTLING;
				break;
			case W_NOTING:
				same = e->subject == W_SETTLING || e->subject == W_PROCEDURAL;
				break;
			default:			/* procedural, election */
				same = e->subject == d->kind;
		}
		if (same)
			rule_met(call, "item %d point %d (%s) rests on vote %d (%s)", d->position,
					 d->point, word_told(d->kind), e->number, word_told(e->subject));
		else
			rule_broken(call, "item %d point %d is a decision of kind %s, vote %d was of kind %s",
						d->position, d->point, word_told(d->kind), e->number,
						word_told(e->subject));
	}
	if (!any)
		rule_not_applicable(call, "no decision on item %d rests on a vote", call->item->position);
}

/*
 * Does the outcome of a decision agree with what won?  The proposal says it;
 * where the winning side names none, yes is for the matter and no against it.
 */
static bool
outcome_agrees(Word side, const Proposal *proposal, Word outcome)
{
	switch (proposal ? proposal->kind : W_NONE)
	{
		case W_TABLE_ITEM:
			return outcome == W_TABLED;
		case W_REFER_BACK:
			return outcome == W_REFERRED_BACK;
		case W_REJECT:
			return outcome == W_REJECTED;
		case W_NONE:
			if (side == W_YES)
				return outcome != W_REJECTED;
			return outcome != W_APPROVED && outcome != W_TABLED &&
				outcome != W_REFERRED_BACK && outcome != W_ADJOURNED && outcome != W_ELECTED;
		default:				/* approve, amend */
			return outcome != W_REJECTED && outcome != W_TABLED && outcome != W_REFERRED_BACK;
	}
}

/* who wins at equal numbers, told in the detail */
static void
detail_tie(Call *call, const VoteEvent *e, const VoteCount *count)
{
	if (count->yes != count->no || count->outcome == W_NONE)
		return;
	rule_detail(call, decided_by_lot(e) ? gettext_noop("The lot fell on %s.") :
				gettext_noop("The one who presided voted %s, which decides between equal numbers."),
				word_told(count->outcome));
}

static void
judge_adopted(Call *call, const Decision *d, const VoteEvent *e)
{
	VoteCount	count = count_votes(call->facts, call->item, e);
	Word		side = winning_side(call, e);
	int32		won = side == W_YES ? e->yes_proposal : e->no_proposal;
	int32		lost = side == W_YES ? e->no_proposal : e->yes_proposal;
	int			votes_for = side == W_YES ? count.yes : count.no;
	int			votes_against = side == W_YES ? count.no : count.yes;

	if (side == W_NONE)
	{
		rule_broken(call, "item %d point %d rests on vote %d, which is undecided at %d to %d",
					d->position, d->point, e->number, count.yes, count.no);
		if (decided_by_lot(e))
			rule_hint(call, "Equal numbers are decided by lot: vote_event.lot says which side it fell on.");
		else
			rule_hint(call, "Store the votes before the decision; equal numbers are decided by the vote of the one who presides.");
	}
	else if (won != INT_NULL && d->proposal_number != won)
	{
		rule_broken(call, "item %d point %d must adopt proposal %d, which won vote %d by %d to %d",
					d->position, d->point, won, e->number, votes_for, votes_against);
		if (d->proposal_number == INT_NULL)
			rule_detail(call, "The decision names no proposal.");
		else
			rule_detail(call, "The decision adopts proposal %d.", d->proposal_number);
		detail_tie(call, e, &count);
	}
	else if (won == INT_NULL && lost != INT_NULL && d->proposal_number == lost)
	{
		rule_broken(call, "item %d point %d adopts proposal %d, which lost vote %d by %d to %d",
					d->position, d->point, lost, e->number, votes_against, votes_for);
		detail_tie(call, e, &count);
	}
	else if (!outcome_agrees(side, proposal_at(call->facts, e->position, won), d->outcome))
	{
		rule_broken(call, "item %d point %d says %s, but %s won vote %d by %d to %d",
					d->position, d->point, word_told(d->outcome), word_told(side),
					e->number, votes_for, votes_against);
		detail_tie(call, e, &count);
	}
	else
		rule_met(call, "item %d point %d follows vote %d: %s by %d to %d", d->position,
				 d->point, e->number, word_told(side), votes_for, votes_against);
}

/*
 * decision_follows_vote: a decision that names a vote adopts the side that won.
 *
 * Simple majority; equal numbers are decided by the vote of the one who
 * presides, in matters of election and employment by lot.  Where an election
 * with candidates rests on the vote, election_held says what follows.
 * KL 5:55, 5:56, 6:33.
 */
void
judge_decision_follows_vote(Call *call)
{
	bool		any = false;

	for_each_standing(d, call)
	{
		const VoteEvent *e = vote_event_of(call->facts, d->position, d->vote_number);

		if (e == NULL || (d->kind == W_ELECTION && election_on(call->facts, e) != NULL))
			continue;
		any = true;
		judge_adopted(call, d, e);
	}
	if (!any)
		rule_not_applicable(call, "no decision on item %d rests on a vote between two sides",
							call->item->position);
}
