/*
 * minutes.h
 *	  What minutes cover: the items of a meeting, by the order of handling.
 */
#ifndef GOVERNANCE_MINUTES_H
#define GOVERNANCE_MINUTES_H

#include "rules/rule.h"

extern const Minutes *minutes_numbered(const Facts *facts, int32 number);
extern const Minutes *minutes_of(const Facts *facts, int32 handled);
extern bool minutes_cover(const Facts *facts, const Minutes *minutes, int32 handled);
extern bool minutes_name(const Minutes *minutes, int32 handled);
extern bool is_signed(const Facts *facts, int32 number);
extern bool minutes_attested(const Facts *facts, const Minutes *minutes, int adjusters);
extern const Seal *seal_of(const Facts *facts, int32 number);
extern const char *item_text(const AgendaItem *item);

#endif							/* GOVERNANCE_MINUTES_H */
