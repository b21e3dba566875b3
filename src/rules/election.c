/*
 * election.c
 *	  Elections: who is elected follows from candidates, seats, ballots and
 *	  lots (rules.md I24, A21, L2).
 *
 * Every candidate has a quotient: in a majority election the ballots for the
 * candidate; in a proportional one the ballots for the list divided by the
 * candidate's place on it (heltalsmetoden, 1, 2, 3, ...).  The greatest
 * quotients take the seats, and the lot decides between equal ones where it
 * matters.  The view election_result tells the same.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/voting.h"

typedef struct Quotient
{
	int64		ballots;
	int64		divisor;
	bool		lot;			/* has drawn one */
} Quotient;

/* a finding about one election: why it is not settled; or null, and how it is */
typedef struct Result
{
	const char *problem;
	const char *hint;
	const char *how;
} Result;

/* The election that the ballots of a vote are for, or null. */
const Election *
election_on(const Facts *facts, const VoteEvent *event)
{
	for_each(e, facts, ELECTION)
		if (e->position == event->position && e->vote_number == event->number)
			return e;
	return NULL;
}

/* How many decisions on the item that stand elect somebody. */
int
electing_decisions(const Call *call)
{
	int			n = 0;

	for_each_standing(d, call)
		if (d->kind == W_ELECTION && d->outcome != W_TABLED &&
			d->outcome != W_REFERRED_BACK && d->outcome != W_ADJOURNED)
			n++;
	return n;
}

#define for_each_candidate(c, facts, election) \
	for_each(c, facts, CANDIDATE) \
		if (c->position == (election)->position && c->number == (election)->number)

static bool
same_list(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* the candidate's quotient; false: the place on the list is not clear */
static bool
quotient_of(const Facts *facts, const Election *election, const Candidate *candidate,
			Quotient *q)
{
	bool		lists = election->method == W_PROPORTIONAL;

	*q = (Quotient) {.divisor = 1, .lot = candidate->lot != INT_NULL};
	if (lists && (candidate->list == NULL || candidate->rank == INT_NULL))
		return false;
	for_each(t, facts, BALLOT_TALLY)
	{
		if (t->position != election->position || t->number != election->vote_number)
			continue;
		if (lists ? (t->choice == W_LIST && same_list(t->list, candidate->list))
			: (t->choice == W_CANDIDATE && t->person == candidate->person))
			q->ballots += t->ballots;
	}
	if (!lists)
		return true;
	for_each_candidate(other, facts, election)
	{
		if (other == candidate || !same_list(other->list, candidate->list))
			continue;
		if (other->rank == candidate->rank)
			return false;
		if (other->rank != INT_NULL && other->rank < candidate->rank)
			q->divisor++;
	}
	return true;
}

/* greatest quotient first */
static int
by_quotient(const void *a, const void *b)
{
	const Quotient *qa = a;
	const Quotient *qb = b;
	int64		x = qa->ballots * qb->divisor;
	int64		y = qb->ballots * qa->divisor;

	return x == y ? 0 : x > y ? -1 : 1;
}

/* Does the last seat fall between equal quotients of which one has no lot? */
static bool
lots_missing(const Quotient *q, int n, int seats)
{
	const Quotient *last;

	if (n <= seats)
		return false;
	last = &q[seats - 1];
	if (last->ballots == 0 || by_quotient(last, &q[seats]) != 0)
		return false;
	for (int i = 0; i < n; i++)
		if (by_quotient(&q[i], last) == 0 && !q[i].lot)
			return true;
	return false;
}

static Result
result_by_ballots(const Facts *facts, const Election *election, int candidates)
{
	Quotient   *q = palloc(candidates * sizeof(Quotient));
	bool		counted = false;
	int			n = 0;

	for_each(t, facts, BALLOT_TALLY)
		if (t->position == election->position && t->number == election->vote_number)
			counted = true;
	if (!counted)
		return (Result) {
			.problem = psprintf(told("is by %s and has no tally of ballots"), word_told(election->method)),
			.hint = told("A closed vote, which the election names, has the tellers' tally in ballot_tally.")
		};
	for_each_candidate(c, facts, election)
		if (!quotient_of(facts, election, c, &q[n++]))
			return (Result) {
				.problem = told("is proportional, and a candidate has no place of its own on a list"),
				.hint = told("Give every candidate a list and a rank on it.")
			};
	qsort(q, n, sizeof(Quotient), by_quotient);
	if (lots_missing(q, n, election->seats))
		return (Result) {
			.problem = told("has equal numbers for the last seat and no lot"),
			.hint = told("Equal numbers are decided by lot: give each of these candidates the number drawn, 1 first.")
		};
	return (Result) {.how = psprintf(told("is settled by ballots among %d candidates"), candidates)};
}

static Result
result_of(const Facts *facts, const Election *election)
{
	int			candidates = 0;

	if (election->seats < 1)
		return (Result) {.problem = told("has no seat")};
	for_each_candidate(c, facts, election)
		candidates++;
	if (candidates == 0)
		return (Result) {.problem = told("has no candidate")};
	if (election->method != W_ACCLAMATION)
		return result_by_ballots(facts, election, candidates);
	if (candidates > election->seats)
		return (Result) {
			.problem = psprintf(told_plural("has %d candidates for %d seat, too many for acclamation",
											"has %d candidates for %d seats, too many for acclamation",
											election->seats),
								candidates, election->seats),
			.hint = told("Where more are proposed than there are seats, a vote is held: method majority, or proportional on demand.")
		};
	return (Result) {.how = psprintf(told("is by acclamation, candidates: %d, seats: %d"),
									 candidates, election->seats)};
}

/*
 * election_held: a decision to elect rests on an election with a result.
 *
 * By acclamation when no more are proposed than there are seats; otherwise by
 * ballots, and by lot between equal numbers.  An item may hold several
 * elections, each with its decision: as many are settled as there are
 * decisions.  KL 5:55, 5:56; reglemente 6 § for the adjuster.
 */
void
judge_election_held(Call *call)
{
	int			decisions = electing_decisions(call);
	int			settled = 0;
	int			elections = 0;

	for_each(e, call->facts, ELECTION)
		if (e->position == call->item->position)
		{
			elections++;
			if (result_of(call->facts, e).problem == NULL)
				settled++;
		}
	if (elections == 0 && decisions > 0)
	{
		rule_broken(call, "item %d elects, but no election is held in it", call->item->position);
		rule_hint(call, "Store the election with its candidates before the decision.");
	}
	else if (elections == 0)
		rule_not_applicable(call, "item %d holds no election", call->item->position);
	for_each(e, call->facts, ELECTION)
	{
		Result		result;

		if (e->position != call->item->position)
			continue;
		result = result_of(call->facts, e);
		if (result.problem == NULL)
			rule_met(call, "election %d of item %d %s", e->number, e->position, result.how);
		else if (settled >= decisions)
			rule_pending(call, "election %d of item %d %s", e->number, e->position, result.problem);
		else
		{
			rule_broken(call, "election %d of item %d %s", e->number, e->position, result.problem);
			if (result.hint)
				rule_hint(call, "%s", result.hint);
		}
	}
	if (elections > 0 && decisions > elections)
		rule_broken(call, "item %d has %d decisions that elect, and %d elections",
					call->item->position, decisions, elections);
}

/* is this line of a tally for somebody, or for a list, who stands for election? */
static bool
stands(const Facts *facts, const Election *election, const BallotTally *line)
{
	if ((line->choice == W_LIST) != (election->method == W_PROPORTIONAL))
		return false;
	for_each_candidate(c, facts, election)
		if (line->choice == W_LIST ? same_list(c->list, line->list) : c->person == line->person)
			return true;
	return false;
}

/*
 * ballots_for_candidates: ballots are counted only for those who stand; what
 * else was written on one makes it invalid.  rules.md I24.
 */
void
judge_ballots_for_candidates(Call *call)
{
	int			lines = 0;
	int			loose = INT_NULL;	/* the last vote of no election */
	bool		broken = false;

	for_each(t, call->facts, BALLOT_TALLY)
	{
		const VoteEvent *event;
		const Election *election;

		if (t->position != call->item->position ||
			(t->choice != W_CANDIDATE && t->choice != W_LIST))
			continue;
		event = vote_event_of(call->facts, t->position, t->number);
		election = event ? election_on(call->facts, event) : NULL;
		if (election == NULL)
		{
			if (t->number != loose)
				rule_pending(call, "vote %d of item %d belongs to no election yet", t->number, t->position);
			loose = t->number;
			continue;
		}
		lines++;
		if (stands(call->facts, election, t))
			continue;
		broken = true;
		if (t->choice == W_LIST)
			rule_broken(call, "election %d of item %d has no list %s to count ballots for",
						election->number, t->position, t->list);
		else
			rule_broken(call, "%s is no candidate in election %d of item %d",
						call->name(call->facts, t->person), election->number, t->position);
		if (election->method == W_PROPORTIONAL)
			rule_hint(call, "In a proportional election ballots are for lists that have candidates; others are invalid.");
		else
			rule_hint(call, "Ballots for others than the candidates are counted as invalid.");
	}
	if (lines == 0 && loose == INT_NULL)
		rule_not_applicable(call, "no ballots for candidates are counted in item %d", call->item->position);
	else if (lines > 0 && !broken)
		rule_met(call, "item %d: all ballots counted are for candidates", call->item->position);
}

/*
 * lot_distinct: a lot is drawn once in an election, so that it decides.
 * KL 5:56.
 */
void
judge_lot_distinct(Call *call)
{
	bool		any = false;

	for_each(e, call->facts, ELECTION)
	{
		bool		drawn = false;
		bool		broken = false;

		if (e->position != call->item->position)
			continue;
		for_each_candidate(a, call->facts, e)
		{
			drawn |= a->lot != INT_NULL;
			for_each_candidate(b, call->facts, e)
				if (b > a && a->lot != INT_NULL && a->lot == b->lot)
				{
					rule_broken(call, "two candidates of election %d of item %d have lot %d",
								e->number, e->position, a->lot);
					rule_detail(call, "%s and %s.", call->name(call->facts, a->person),
								call->name(call->facts, b->person));
					broken = true;
				}
		}
		any |= drawn;
		if (drawn && !broken)
			rule_met(call, "the lots of election %d of item %d are distinct", e->number, e->position);
	}
	if (!any)
		rule_not_applicable(call, "no lot was drawn between candidates in item %d",
							call->item->position);
}
