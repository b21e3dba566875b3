/*
 * calling.h
 *	  Who may act for the chair on a day, and how days are told from times.
 */
#ifndef GOVERNANCE_CALLING_H
#define GOVERNANCE_CALLING_H

#include "rules/rule.h"

/* the offices of the presidium, in the order in which they step in */
#define PRESIDIUM_SIZE	3

extern const Word presidium[PRESIDIUM_SIZE];

extern bool is_hindered(const Facts *body, int64 person, DateADT day);
extern int64 acting_chair(const Facts *body, DateADT day);
extern int64 consulted_deputy(const Facts *body, int64 decider, DateADT day);
extern DateADT day_of(Timestamp time);
extern void append_name(Call *call, StringInfo list, int64 person);
extern bool meeting_decides(const Facts *facts);

#endif							/* GOVERNANCE_CALLING_H */
