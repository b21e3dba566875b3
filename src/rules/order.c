/*
 * order.c
 *	  The prescribed order of substitutes (rules.md A7, L12, I4, I5).
 *
 * An order is one list for the body, or a list for each absent member's seat,
 * or for each party.  For a given seat the more specific list goes before the
 * general one.  Where incumbency has precedence (KL 5:18), who has begun to
 * serve goes before the others of the same list whatever the rank, and is not
 * displaced.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/calling.h"
#include "rules/order.h"

/* a place in the order of a seat: the list, then the rank */
#define PLACE(list, rank)	(((int64) (list) << 32) | (uint32) (rank))
#define LIST(place)			((place) >> 32)
#define NO_PLACE			PG_INT64_MAX

static DateADT
meeting_day(const Facts *facts)
{
	return the_meeting(facts)->day;
}

/* The seats that no member holds on the day of the meeting. */
int
vacancies(const Call *call)
{
	int			held = 0;

	for_each(m, call->facts->body, MEMBERSHIP)
		if (m->role == W_MEMBER && period_has(m->valid, meeting_day(call->facts)))
			held++;
	return Max(rule_seats(call) - held, 0);
}

/* ---- who is free ---- */

/* the day on which an item was handled: that of its sitting (I26) */
static DateADT
day_of_item(const Facts *facts, int32 handled)
{
	const Sitting *last = NULL;

	for_each(s, facts, SITTING)
		if (s->first_item != INT_NULL && s->first_item <= handled &&
			(last == NULL || s->first_item > last->first_item))
			last = s;
	return last == NULL ? meeting_day(facts) : day_of(last->opened_at);
}

/*
 * broke_off
 *		Had the person, before a point, broken off service on the same day for
 *		another cause than recusal (KL 5:20)?
 */
bool
broke_off(const Facts *facts, int64 person, int64 at)
{
	for_each(a, facts, ATTENDANCE)
		if (a->person == person && serves_in(a->capacity) &&
			(a->left_for == W_LINK_LOST || a->left_for == W_OTHER) &&
			last_point(a) < at &&
			day_of_item(facts, a->to_item) == day_of_item(facts, (int32) (at / 2)))
			return true;
	return false;
}

static bool
in_force(const Facts *facts, RuleId rule)
{
	return facts->law->rule[rule].mode != MODE_OFF;
}

/* Is the substitute present, unrecused, and serving for nobody? */
static bool
is_free(const Facts *facts, const AgendaItem *item, Point point, int64 person)
{
	const Attendance *a = attendance_at(facts, person, item->handled, point);

	return a != NULL && a->capacity == W_NON_SERVING_SUBSTITUTE &&
		!is_recused(facts, item->position, person) &&
		!(in_force(facts, RULE_no_return_same_day) &&
		  broke_off(facts, person, point_of(item->handled, point)));
}

/* Has the person served as a substitute before, where that gives precedence? */
static bool
has_begun(const Facts *facts, int64 person, int64 at)
{
	if (!in_force(facts, RULE_incumbency_precedence) ||
		!facts->law->rule[RULE_incumbency_precedence].flag)
		return false;
	for_each(a, facts, ATTENDANCE)
		if (a->person == person && a->capacity == W_SERVING_SUBSTITUTE &&
			first_point(a) < at)
			return true;
	return false;
}

/* ---- the order ---- */

/* the place that a line of the order gives its substitute for a seat */
static int64
place_of(const Facts *facts, const SubstitutionOrder *line, int64 seat)
{
	const Membership *member;

	if (!period_has(line->valid, meeting_day(facts)))
		return NO_PLACE;
	if (line->member != 0)
		return line->member == seat ? PLACE(0, line->rank) : NO_PLACE;
	if (line->party == 0)
		return PLACE(2, line->rank);
	member = membership_on(facts->body, seat, W_MEMBER, meeting_day(facts));
	return member != NULL && member->party == line->party ? PLACE(1, line->rank) : NO_PLACE;
}

static int64
place_in_order(const Facts *facts, int64 seat, int64 person)
{
	int64		place = NO_PLACE;

	for_each(line, facts->body, SUBSTITUTION_ORDER)
		if (line->substitute == person)
			place = Min(place, place_of(facts, line, seat));
	return place;
}

/* Is any order prescribed for a seat on the day of the meeting? */
bool
order_prescribed(const Facts *facts, int64 seat)
{
	for_each(line, facts->body, SUBSTITUTION_ORDER)
		if (place_of(facts, line, seat) != NO_PLACE)
			return true;
	return false;
}

/* A substitute's rank in the order for a seat, 0 where there is none. */
int32
rank_in_order(const Facts *facts, int64 seat, int64 person)
{
	int64		place = place_in_order(facts, seat, person);

	return place == NO_PLACE ? 0 : (int32) (place & 0xFFFFFFFF);
}

/*
 * first_ahead
 *		The first in the order for a seat who is free at the point of the item
 *		and goes before a person (0: before nobody in particular).
 */
Substitute
first_ahead(const Facts *facts, const AgendaItem *item, Point point,
			int64 seat, int64 person)
{
	int64		at = point_of(item->handled, point);
	int64		place = place_in_order(facts, seat, person);
	Substitute	first = {0};
	int64		first_place = NO_PLACE;

	if (has_begun(facts, person, at))
		return first;			/* is not displaced */
	for_each(line, facts->body, SUBSTITUTION_ORDER)
	{
		int64		theirs = place_of(facts, line, seat);
		bool		begun;

		if (theirs == NO_PLACE || line->substitute == person ||
			!is_free(facts, item, point, line->substitute))
			continue;
		begun = has_begun(facts, line->substitute, at);
		if (!(theirs < place || (begun && LIST(theirs) <= LIST(place))))
			continue;
		if (first.person == 0 || LIST(theirs) < LIST(first_place) ||
			(LIST(theirs) == LIST(first_place) &&
			 (begun != first.begun ? begun : theirs < first_place)))
		{
			first = (Substitute) {line->substitute, line->rank, begun};
			first_place = theirs;
		}
	}
	return first;
}

/* ---- who is next ---- */

static bool
is_taken(const Facts *facts, const AgendaItem *item, Point point, int64 seat)
{
	for_each(a, facts, ATTENDANCE)
		if (serves_now(facts, item, a, point) && seat_of(a) == seat)
			return true;
	return false;
}

/* who may take this seat: by the order, or anybody where none is prescribed */
static Substitute
next_for_seat(const Facts *facts, const AgendaItem *item, Point point, int64 seat)
{
	if (order_prescribed(facts, seat))
	{
		Substitute	next = first_ahead(facts, item, point, seat, 0);

		if (next.person != 0)
			return next;
	}
	for_each(a, facts, ATTENDANCE)
		if (is_free(facts, item, point, a->person) &&
			(!order_prescribed(facts, seat) ||
			 place_in_order(facts, seat, a->person) == NO_PLACE))
			return (Substitute) {.person = a->person};
	return (Substitute) {0};
}

/*
 * next_substitute
 *		Who may serve next at the point of an item: the first in order for the
 *		first seat that is empty; person 0: nobody is free, or no seat empty.
 */
Substitute
next_substitute(const Call *call, const AgendaItem *item, Point point)
{
	const Facts *facts = call->facts;
	Substitute	next = {0};
	int			vacant = vacancies(call);

	for_each(m, facts->body, MEMBERSHIP)
	{
		if (m->role != W_MEMBER || !period_has(m->valid, meeting_day(facts)) ||
			is_taken(facts, item, point, m->person))
			continue;
		next = next_for_seat(facts, item, point, m->person);
		if (next.person != 0)
			return next;
	}
	for_each(a, facts, ATTENDANCE)
		if (serves_now(facts, item, a, point) && seat_of(a) == 0)
			vacant--;
	return vacant > 0 ? next_for_seat(facts, item, point, 0) : next;
}
