/*
 * done.h
 *	  From which day a meeting leaves nothing to be done.
 */
#ifndef GOVERNANCE_DONE_H
#define GOVERNANCE_DONE_H

#include "registry/facts.h"

extern void mark_done(Facts *facts, Tables written);

#endif							/* GOVERNANCE_DONE_H */
