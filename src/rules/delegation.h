/*
 * delegation.h
 *	  What is asked of a delegation, wherever it is used.
 */
#ifndef GOVERNANCE_DELEGATION_H
#define GOVERNANCE_DELEGATION_H

#include "rules/rule.h"

extern const Delegation *delegation_by_id(const Facts *body, int64 id);
extern bool delegates_to_body(const Delegation *delegation);
extern const char *barred_subject(Word subject);

#endif							/* GOVERNANCE_DELEGATION_H */
