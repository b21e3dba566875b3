/*
 * wording.h
 *	  What a text says: whether it decides, or recommends what others decide.
 */
#ifndef GOVERNANCE_WORDING_H
#define GOVERNANCE_WORDING_H

typedef struct Wording
{
	char	   *deciding;		/* the word with which it decides; null: it does not */
	bool		recommends;		/* it proposes, recommends or wishes (before it decides) */
} Wording;

#define WORDS_THAT_RECOMMEND \
	gettext_noop("A body that was asked for its opinion recommends: föreslår, tillstyrker, avstyrker.")

extern Wording read_wording(const char *text);

#endif							/* GOVERNANCE_WORDING_H */
