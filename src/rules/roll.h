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

/* The points of a meeting in their order: 1 opened, 1 decided, 2 opened, ... */
static inline int64
point_of(int32 handled, Point point)
{
	return (int64) handled * 2 + (point == AT_DECISION ? 1 : 0);
}

static inline Point
point_named(Word word)
{
	return word == W_DECIDED ? AT_DECISION : AT_OPENING;
}

/* The first and the last point that a range of attendance covers. */
static inline int64
first_point(const Attendance *a)
{
	return point_of(a->from_item, point_named(a->from_point));
}

static inline int64
last_point(const Attendance *a)
{
	return a->to_item == INT_NULL ? PG_INT64_MAX :
		point_of(a->to_item, point_named(a->to_point));
}

/* Does this range of attendance cover that point? */
static inline bool
attends_at(const Attendance *a, int32 handled, Point point)
{
	int64		at = point_of(handled, point);

	return first_point(a) <= at && at <= last_point(a);
}

/* Is this the capacity of somebody with a seat at the table? */
static inline bool
serves_in(Word capacity)
{
	return capacity == W_SERVING_MEMBER || capacity == W_SERVING_SUBSTITUTE;
}

extern bool ranges_overlap(const Attendance *a, const Attendance *b);
extern const char *range_text(const Attendance *a);
extern bool is_recused(const Facts *facts, int32 position, int64 person);
extern bool is_excluded(const Facts *facts, int32 position, int64 person);
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
