/*
 * wording.h
 *	  What a decision's text says that it does.
 */
#ifndef GOVERNANCE_WORDING_H
#define GOVERNANCE_WORDING_H

typedef struct Wording
{
	bool		recommends;		/* it proposes or recommends */
	char	   *deciding;		/* a verb that decides, with none of those before it; or null */
} Wording;

#define WORDS_THAT_RECOMMEND \
	"A body that was asked for its opinion recommends: föreslår, tillstyrker, avstyrker."

extern Wording read_wording(const char *text);

#endif							/* GOVERNANCE_WORDING_H */
