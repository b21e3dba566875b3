/*
 * seats.h
 *	  Who holds a seat on which days.
 */
#ifndef GOVERNANCE_SEATS_H
#define GOVERNANCE_SEATS_H

#include "rules/rule.h"

/*
 * is_presidium
 *		The offices that are held by members (KL 5:11, 6:21); the others are
 *		of officials, or of conveners of a group that has no presidium.
 */
static inline bool
is_presidium(Word office)
{
	return office == W_CHAIR || office == W_VICE_CHAIR || office == W_SECOND_VICE_CHAIR;
}

extern DateADT first_day_without_seat(const Facts *body, int64 person, Word role,
									  Period days);
extern const Term *term_on(const Facts *body, DateADT day);
extern Period body_lifetime(const Facts *body);
extern const char *holder(Call *call, int64 person);

#endif							/* GOVERNANCE_SEATS_H */
