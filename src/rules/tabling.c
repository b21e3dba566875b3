/*
 * tabling.c
 *	  When an item is tabled or referred back: in the council a minority can
 *	  have it, elsewhere the majority decides (rules.md L23).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/roll.h"
#include "rules/voting.h"

static bool
is_tabling(const Facts *facts, int32 position, int32 number)
{
	const Proposal *p = proposal_at(facts, position, number);

	return p != NULL && (p->kind == W_TABLE_ITEM || p->kind == W_REFER_BACK);
}

/*
 * Which side of a vote is for tabling or referring back; W_NONE: the vote is
 * about something else (or about which of the two).
 */
Word
tabling_side(const Facts *facts, const VoteEvent *event)
{
	bool		yes = is_tabling(facts, event->position, event->yes_proposal);
	bool		no = is_tabling(facts, event->position, event->no_proposal);

	return yes == no ? W_NONE : yes ? W_YES : W_NO;
}

/*
 * Has a minority a say here?  Not where it has had it before, nor about
 * elections (KL 5:50).
 */
static bool
minority_decides(const Call *call)
{
	if (rule_setting(call, RULE_minority_tabling)->mode == MODE_OFF ||
		call->item->minority_tabled || electing_decisions(call) > 0)
		return false;
	for_each(e, call->facts, ELECTION)
		if (e->position == call->item->position)
			return false;
	return true;
}

/* how many of those present are enough; those recused take no part */
static int
minority_needed(const Call *call, int *present)
{
	*present = count_serving(call->facts, call->item, AT_DECISION, false);
	return quorum_required(rule_setting(call, RULE_minority_tabling)->quorum, *present);
}

static int
votes_for_tabling(const Call *call, const VoteEvent *event)
{
	VoteCount	count = count_votes(call->facts, call->item, event);

	return tabling_side(call->facts, event) == W_YES ? count.yes : count.no;
}

/*
 * winning_side
 *		The side of a vote that won: by majority, casting vote or lot, or
 *		because a minority that is large enough asked for tabling.  W_NONE:
 *		undecided.
 */
Word
winning_side(const Call *call, const VoteEvent *event)
{
	Word		tabling = tabling_side(call->facts, event);
	int			present;

	if (tabling != W_NONE && minority_decides(call))
	{
		int			needed = minority_needed(call, &present);

		if (present > 0 && votes_for_tabling(call, event) >= needed)
			return tabling;
	}
	return count_votes(call->facts, call->item, event).outcome;
}

static void
say_tabling(Call *call, Status status, const VoteEvent *event, bool must)
{
	int			asked = votes_for_tabling(call, event);

	if (status != BROKEN && !call->explain)
		return;
	if (minority_decides(call))
	{
		int			present;
		int			needed = minority_needed(call, &present);

		rule_say(call, status, must ?
				 gettext_noop("item %d must be tabled or referred back: %d of %d present ask for it, %d are needed") :
				 gettext_noop("item %d cannot be tabled or referred back: %d of %d present ask for it, %d are needed"),
				 event->position, asked, present, needed);
	}
	else
	{
		VoteCount	count = count_votes(call->facts, call->item, event);

		rule_say(call, status, must ?
				 gettext_noop("item %d must be tabled or referred back: %d are for it, %d against") :
				 gettext_noop("item %d cannot be tabled or referred back: %d are for it, %d against"),
				 event->position, asked, count.yes + count.no - asked);
	}
}

/*
 * A vote on tabling that carried leaves no room for settling the item; one
 * that failed leaves none for tabling it.
 */
static void
judge_tabling(Call *call)
{
	const VoteEvent *vote = NULL;
	bool		carried = false;
	bool		decided = false;

	for_each_vote_event(e, call)
	{
		Word		side = tabling_side(call->facts, e);

		if (side == W_NONE || carried)
			continue;
		vote = e;
		carried = winning_side(call, e) == side;
	}
	if (vote == NULL)
	{
		rule_not_applicable(call, "no vote was held on tabling item %d or referring it back",
							call->item->position);
		return;
	}
	for_each_standing(d, call)
	{
		bool		tabled = d->outcome == W_TABLED || d->outcome == W_REFERRED_BACK;
		bool		settles = d->kind == W_SETTLING || d->kind == W_OPINION || d->kind == W_ELECTION;

		if (!tabled && !settles)
			continue;
		decided = true;
		if (tabled == carried)
			say_tabling(call, MET, vote, carried);
		else
			say_tabling(call, BROKEN, vote, carried);
	}
	if (!decided)
		say_tabling(call, PENDING, vote, carried);
}

/*
 * minority_tabling: in the council an item is tabled or referred back when a
 * third of those present ask for it.
 *
 * The request is seen in the votes for a proposal of kind table or refer_back.
 * Simple majority is needed where a minority has had the item tabled or
 * referred back before, and about elections.  KL 5:50.
 */
void
judge_minority_tabling(Call *call)
{
	judge_tabling(call);
}

/*
 * majority_tabling: in a board or a committee simple majority is needed.
 * KL 6:33.
 */
void
judge_majority_tabling(Call *call)
{
	judge_tabling(call);
}
