/*
 * order.h
 *	  The prescribed order of substitutes: who goes before whom to an empty
 *	  seat.
 */
#ifndef GOVERNANCE_ORDER_H
#define GOVERNANCE_ORDER_H

#include "rules/roll.h"

/* who may take a seat */
typedef struct Substitute
{
	int64		person;			/* 0: nobody */
	int32		rank;			/* 0: none is prescribed */
	bool		begun;			/* goes first because of having begun to serve */
} Substitute;

extern int	vacancies(const Call *call);
extern bool broke_off(const Facts *facts, int64 person, int64 at);
extern bool order_prescribed(const Facts *facts, int64 seat);
extern int32 rank_in_order(const Facts *facts, int64 seat, int64 person);
extern Substitute first_ahead(const Facts *facts, const AgendaItem *item,
							  Point point, int64 seat, int64 person);
extern Substitute next_substitute(const Call *call, const AgendaItem *item,
								  Point point);

#endif							/* GOVERNANCE_ORDER_H */
