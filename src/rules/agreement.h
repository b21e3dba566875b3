/*
 * agreement.h
 *	  How many agree on a decision: the votes, or everybody who takes part.
 */
#ifndef GOVERNANCE_AGREEMENT_H
#define GOVERNANCE_AGREEMENT_H

#include "rules/rule.h"

/* the result of a vote, counted from rows or (closed) from the tally */
typedef struct VoteCount
{
	int			yes;
	int			no;
	int			abstain;
	Word		chair;			/* how the one who presides voted, or W_NONE */
	Word		outcome;		/* W_YES, W_NO; W_NONE: undecided */
} VoteCount;

extern int	item_decisions(const Facts *facts, const AgendaItem *item);
extern const VoteEvent *vote_event_of(const Facts *facts, int32 position, int32 number);
extern bool decided_by_lot(const VoteEvent *event);
extern VoteCount count_votes(const Facts *facts, const AgendaItem *item,
							 const VoteEvent *event);
extern bool has_abstained(const Facts *facts, const Decision *decision, int64 person);
extern int	count_agreeing(const Facts *facts, const AgendaItem *item,
						   const Decision *decision, bool less_reservations);
extern bool is_unanimous(const Facts *facts, const AgendaItem *item,
						 const Decision *decision);
extern void detail_agreement(Call *call, const AgendaItem *item, const Decision *decision);

#endif							/* GOVERNANCE_AGREEMENT_H */
