/*
 * seal.h
 *	  The seal of attested minutes.
 */
#ifndef GOVERNANCE_SEAL_H
#define GOVERNANCE_SEAL_H

#include "registry/facts.h"


extern void seal_if_complete(Facts *facts, int32 number);
extern bytea *seal_hash(const bytea *previous, const text *content);

#endif							/* GOVERNANCE_SEAL_H */
