/*
 * motions.h
 *	  What the rules about motions and citizen proposals have in common.
 */
#ifndef GOVERNANCE_MOTIONS_H
#define GOVERNANCE_MOTIONS_H

#include "rules/rule.h"

extern const char *motion_called(const Motion *motion);
extern bool decides_motion(const Motion *motion, const Handling *h);
extern bool is_settling(const Handling *h);
extern DateADT handling_day(const Handling *h);
extern bool handled_before(const Handling *earlier, const Handling *later);

#endif							/* GOVERNANCE_MOTIONS_H */
