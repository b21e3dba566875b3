/*
 * roll.h
 *	  Who is present and who serves at an item: attendance as ranges over the
 *	  order of handling, less recusal.
 */
#ifndef GOVERNANCE_ROLL_H
#define GOVERNANCE_ROLL_H

#include "rules/rule.h"

/* the two points of an item */
typedef enum Point
{
	AT_OPENING,
	AT_DECISION
} Point;

extern int64 point_of(int32 handled, Point point);
extern int64 first_point(const Attendance *a);
extern int64 last_point(const Attendance *a);
extern bool ranges_overlap(const Attendance *a, const Attendance *b);
extern const char *range_text(const Attendance *a);
extern bool attends_at(const Attendance *a, int32 handled, Point point);
extern bool is_recused(const Facts *facts, int32 position, int64 person);
extern bool is_excluded(const Facts *facts, int32 position, int64 person);
extern bool serves_in(Word capacity);
extern const Attendance *attendance_at(const Facts *facts, int64 person,
									   int32 handled, Point point);
extern const Attendance *serving_at(const Facts *facts, const AgendaItem *item,
									int64 person, Point point);
extern bool substitutes_serve(const Facts *facts);
extern int64 seat_of(const Attendance *a);
extern bool serves_now(const Facts *facts, const AgendaItem *item,
					   const Attendance *a, Point point);
extern int	count_serving(const Facts *facts, const AgendaItem *item, Point point,
						  bool count_recused);
extern void detail_roll(Call *call, const AgendaItem *item, Point point);

#endif							/* GOVERNANCE_ROLL_H */
