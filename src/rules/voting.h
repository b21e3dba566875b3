/*
 * voting.h
 *	  Votes and the decisions that rest on them.
 */
#ifndef GOVERNANCE_VOTING_H
#define GOVERNANCE_VOTING_H

#include "rules/agreement.h"

/* goes through the votes held on an item, the decisions on it that stand */
#define for_each_vote_event(e, call) \
	for_each(e, (call)->facts, VOTE_EVENT) \
		if (e->position == (call)->item->position)
#define for_each_standing(d, call) \
	for_each(d, (call)->facts, DECISION) \
		if (d->position == (call)->item->position && d->withdrawn_at == TIME_NULL)

extern Word tabling_side(const Facts *facts, const VoteEvent *event);
extern Word winning_side(const Call *call, const VoteEvent *event);
extern const Proposal *proposal_at(const Facts *facts, int32 position, int32 number);
extern const Election *election_on(const Facts *facts, const VoteEvent *event);
extern int	electing_decisions(const Call *call);
extern const Decision *decision_on(const Call *call, const VoteEvent *event);

#endif							/* GOVERNANCE_VOTING_H */
