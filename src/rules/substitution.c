/*
 * substitution.c
 *	  Who serves in whose seat, and in which order (rules.md A7, L12, I4, I5,
 *	  I6).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/order.h"

static const char *
when(Point point)
{
	return point == AT_OPENING ? told("opened") : told("decided");
}

/* the other person who serves in the same member's seat at the point, or null */
static const Attendance *
other_in_seat(const Facts *facts, const AgendaItem *item, const Attendance *a, Point point)
{
	for_each(b, facts, ATTENDANCE)
		if (b != a && b->person != a->person && seat_of(b) == seat_of(a) &&
			serves_now(facts, item, b, point))
			return b;
	return NULL;
}

/* the other seat in which the same person serves at the point, or null */
static const Attendance *
other_seat(const Facts *facts, const AgendaItem *item, const Attendance *a, Point point)
{
	for_each(b, facts, ATTENDANCE)
		if (b != a && b->person == a->person && seat_of(b) != seat_of(a) &&
			serves_now(facts, item, b, point))
			return b;
	return NULL;
}

static const char *
seat_text(Call *call, const Attendance *a)
{
	return seat_of(a) == 0 ? told("a vacant seat") :
		psprintf(told("the seat of %s"), call->name(call->facts, seat_of(a)));
}

/* at one point of an item; false: something was broken */
static bool
judge_seats(Call *call, Point point)
{
	const AgendaItem *item = call->item;
	int			vacant = vacancies(call);
	int			in_vacant = 0;

	for_each(a, call->facts, ATTENDANCE)
	{
		const Attendance *other;

		if (!serves_now(call->facts, item, a, point))
			continue;
		if (seat_of(a) == 0)
			in_vacant++;
		if ((other = other_seat(call->facts, item, a, point)) != NULL)
		{
			rule_broken(call, "%s serves in two seats when item %d is %s",
						call->name(call->facts, a->person), item->position, when(point));
			rule_detail(call, "In %s and in %s.", seat_text(call, a), seat_text(call, other));
			return false;
		}
		if (seat_of(a) != 0 && a->capacity == W_SERVING_SUBSTITUTE &&
			(other = other_in_seat(call->facts, item, a, point)) != NULL)
		{
			rule_broken(call, "%s and %s both serve in %s when item %d is %s",
						call->name(call->facts, a->person),
						call->name(call->facts, other->person),
						seat_text(call, a), item->position, when(point));
			rule_hint(call, "A substitute serves only while the member is absent or recused, one for each seat.");
			return false;
		}
	}
	if (in_vacant > vacant)
	{
		rule_broken(call, "substitutes in vacant seats when item %d is %s: %d, vacant seats: %d",
					item->position, when(point), in_vacant, vacant);
		rule_hint(call, "Say for whom a substitute serves in serves_for.");
		return false;
	}
	return true;
}

/*
 * seat_once: one person in a seat, one seat for a person, at both points of
 * every item that is handled.
 *
 * A substitute serves for a member who is absent or recused, or in a vacant
 * seat (serves_for null), of which there are as many as seats without a
 * member.  With capacity_held, then, there are never more who serve than seats.
 *  Reglemente 2 §; KL 6:16, for the council 5:17.
 */
void
judge_seat_once(Call *call)
{
	if (call->item->handled == INT_NULL)
		rule_pending(call, "item %d has not been taken up", call->item->position);
	else if (!substitutes_serve(call->facts) ||
			 (judge_seats(call, AT_OPENING) && judge_seats(call, AT_DECISION)))
		rule_met(call, "item %d: one person in each seat", call->item->position);
}

/* at one point of an item; false: somebody serves out of order */
static bool
judge_order(Call *call, Point point)
{
	const AgendaItem *item = call->item;

	for_each(a, call->facts, ATTENDANCE)
	{
		Substitute	ahead;
		int32		rank;

		if (a->capacity != W_SERVING_SUBSTITUTE ||
			!serves_now(call->facts, item, a, point))
			continue;
		ahead = first_ahead(call->facts, item, point, seat_of(a), a->person);
		if (ahead.person == 0)
			continue;
		rank = rank_in_order(call->facts, seat_of(a), a->person);
		rule_broken(call, "%s serves when item %d is %s, and %s goes before in the order and is free",
					call->name(call->facts, a->person), item->position, when(point),
					call->name(call->facts, ahead.person));
		rule_detail(call, "In %s: %s has rank %d%s, %s %s.", seat_text(call, a),
					call->name(call->facts, ahead.person), ahead.rank,
					ahead.begun ? told(" and has begun to serve") : "",
					call->name(call->facts, a->person),
					rank ? psprintf(told("rank %d"), rank) : told("none"));
		rule_hint(call, "%s serves, unless absent, recused or serving for somebody else.",
				  call->name(call->facts, ahead.person));
		return false;
	}
	return true;
}

/*
 * substitutes_in_order: nobody serves while a substitute ahead in the
 * prescribed order is present, free and not recused.
 *
 * Judged at both points of each item that is handled, by the order that is
 * valid on the day of the meeting; where none is prescribed for a seat, anybody
 * may take it.  Reglemente 2 § 3 st; KL 6:17, for the council 5:18 and 5:21.
 */
void
judge_substitutes_in_order(Call *call)
{
	if (call->item->handled == INT_NULL)
		rule_pending(call, "item %d has not been taken up", call->item->position);
	else if (judge_order(call, AT_OPENING) && judge_order(call, AT_DECISION))
		rule_met(call, "item %d: nobody serves before a free substitute ahead in the order",
				 call->item->position);
}

static bool
serves_at(const Facts *facts, const AgendaItem *item, int64 person, int64 seat, Point point)
{
	for_each(a, facts, ATTENDANCE)
		if (a->person == person && seat_of(a) == seat &&
			serves_now(facts, item, a, point))
			return true;
	return false;
}

/*
 * swap_between_items: a seat passes from one person to another between items
 * (I5); a member who comes late takes the seat when the next item is opened
 * (KL 5:19).  A seat that was empty may be taken within an item, and one that
 * was left may stay empty.
 *
 * Vacant seats are alike, so one of them has passed on only if all were taken.
 */
void
judge_swap_between_items(Call *call)
{
	const AgendaItem *item = call->item;
	const Facts *facts = call->facts;
	int			vacant;

	if (item->handled == INT_NULL)
	{
		rule_pending(call, "item %d has not been taken up", item->position);
		return;
	}
	if (!substitutes_serve(facts))
	{
		rule_met(call, "item %d: no seat passes on within it", item->position);
		return;
	}
	vacant = vacancies(call);
	for_each(a, facts, ATTENDANCE)
		if (seat_of(a) == 0 && serves_now(facts, item, a, AT_OPENING))
			vacant--;
	for_each(b, facts, ATTENDANCE)
	{
		if (!serves_now(facts, item, b, AT_DECISION) ||
			serves_at(facts, item, b->person, seat_of(b), AT_OPENING) ||
			(seat_of(b) == 0 && vacant > 0))
			continue;
		for_each(a, facts, ATTENDANCE)
			if (serves_now(facts, item, a, AT_OPENING) && seat_of(a) == seat_of(b) &&
				!serves_at(facts, item, a->person, seat_of(a), AT_DECISION))
			{
				rule_broken(call, "%s gives way to %s in %s within item %d",
							call->name(call->facts, a->person),
							call->name(call->facts, b->person),
							seat_text(call, b), item->position);
				rule_hint(call, "A seat passes on between items: the one range ends when an item is decided, the other begins when the next is opened.");
				return;
			}
	}
	rule_met(call, "item %d: no seat passes on within it", item->position);
}

/*
 * no_return_same_day: who broke off service for another cause than recusal
 * (left_for) does not serve again the same day.  A meeting over several days
 * has a sitting for each.  KL 5:20.
 */
void
judge_no_return_same_day(Call *call)
{
	bool		broken = false;

	for_each(a, call->facts, ATTENDANCE)
		if (serves_in(a->capacity) && broke_off(call->facts, a->person, first_point(a)))
		{
			broken = true;
			rule_broken(call, "%s broke off service and serves again %s the same day",
						call->name(call->facts, a->person), range_text(a));
			rule_hint(call, "Somebody else serves; the person may attend without serving.");
		}
	if (!broken)
		rule_met(call, "nobody who broke off service serves again the same day");
}
