/*
 * referrals.h
 *	  Questions about referrals that their rules and those of the answers put to
 *	  the facts of a matter.
 */
#ifndef GOVERNANCE_REFERRALS_H
#define GOVERNANCE_REFERRALS_H

#include "rules/rule.h"

extern const char *body_name(const Facts *matter, int64 body);
extern const Referral *referral_numbered(const Facts *matter, int32 number);

#endif							/* GOVERNANCE_REFERRALS_H */
