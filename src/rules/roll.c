/*
 * roll.c
 *	  Who is present and who serves at an item.
 *
 * Presence is per item (rules.md I3): a person's attendance is one or more
 * ranges over the order in which items were handled, and every item has two
 * points, when it was opened and when it was decided.  Recusal takes a person
 * away for the item (I4).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/roll.h"

bool
ranges_overlap(const Attendance *a, const Attendance *b)
{
	return first_point(a) <= last_point(b) && first_point(b) <= last_point(a);
}

/* A range in words: "from item 3 (opened) to item 5 (decided)". */
const char *
range_text(const Attendance *a)
{
	const char *from = psprintf(told("from item %d (%s)"), a->from_item, word_told(a->from_point));

	if (a->to_item == INT_NULL)
		return psprintf(told("%s to the close"), from);
	return psprintf(told("%s to item %d (%s)"), from, a->to_item, word_told(a->to_point));
}

/*
 * Recusal takes effect when it is self-declared or upheld; one that was
 * rejected or disregarded (KL 6:29) changes nothing.
 */
bool
is_recused(const Facts *facts, int32 position, int64 person)
{
	for_each(r, facts, RECUSAL)
		if (r->position == position && r->person == person)
			return r->ruling == W_UPHELD || (r->self_declared && r->ruling == W_NONE);
	return false;
}

/* Has the body excluded the person from the item? */
bool
is_excluded(const Facts *facts, int32 position, int64 person)
{
	for_each(e, facts, EXCLUSION)
		if (e->position == position && e->person == person)
			return true;
	return false;
}

/* In which capacity a person is present at a point; null: not present. */
const Attendance *
attendance_at(const Facts *facts, int64 person, int32 handled, Point point)
{
	for_each(a, facts, ATTENDANCE)
		if (a->person == person && attends_at(a, handled, point))
			return a;
	return NULL;
}

/* The same, if the person serves at the item then and is not recused. */
const Attendance *
serving_at(const Facts *facts, const AgendaItem *item, int64 person, Point point)
{
	const Attendance *a = attendance_at(facts, person, item->handled, point);

	if (a == NULL || !serves_in(a->capacity) ||
		is_recused(facts, item->position, person))
		return NULL;
	return a;
}

/* Does any substitute serve at the meeting?  Where none does, seats are simple. */
bool
substitutes_serve(const Facts *facts)
{
	for_each(a, facts, ATTENDANCE)
		if (a->capacity == W_SERVING_SUBSTITUTE)
			return true;
	return false;
}

/*
 * Whose seat somebody who serves sits in: the member's, 0 for a vacant one.
 */
int64
seat_of(const Attendance *a)
{
	return a->capacity == W_SERVING_MEMBER ? a->person : a->serves_for;
}

/* Does the person of this range serve at the point, unrecused? */
bool
serves_now(const Facts *facts, const AgendaItem *item, const Attendance *a,
		   Point point)
{
	return serves_in(a->capacity) && attends_at(a, item->handled, point) &&
		!is_recused(facts, item->position, a->person);
}

/*
 * Is it recusal alone that keeps a seat empty at the point?  The recused is
 * present, or left for the recusal, and nobody else serves in the seat.
 */
static bool
seat_is_recused(const Facts *facts, const AgendaItem *item, int64 person, Point point)
{
	int64		at = point_of(item->handled, point);
	const Attendance *last = NULL;

	for_each(a, facts, ATTENDANCE)
		if (a->person == person && first_point(a) <= at &&
			(last == NULL || first_point(a) > first_point(last)))
			last = a;
	if (last == NULL || !serves_in(last->capacity) ||
		(last_point(last) < at && last->left_for != W_RECUSAL))
		return false;
	for_each(a, facts, ATTENDANCE)
		if (serves_now(facts, item, a, point) && seat_of(a) == seat_of(last))
			return false;
	return true;
}

/*
 * How many serve at an item.  With "count_recused" also those whose seats are
 * empty on account of recusal: in the council they do not take the number
 * below the quorum (KL 5:46).
 */
int
count_serving(const Facts *facts, const AgendaItem *item, Point point,
			  bool count_recused)
{
	int			n = 0;

	for_each(a, facts, ATTENDANCE)
		if (serves_now(facts, item, a, point))
			n++;
	if (!count_recused)
		return n;
	for_each(r, facts, RECUSAL)
		if (r->position == item->position &&
			is_recused(facts, item->position, r->person) &&
			seat_is_recused(facts, item, r->person, point))
			n++;
	return n;
}

/* Tells in the verdict's detail who serves and who is recused. */
void
detail_roll(Call *call, const AgendaItem *item, Point point)
{
	StringInfoData serving;
	StringInfoData recused;

	initStringInfo(&serving);
	initStringInfo(&recused);
	for_each(a, call->facts, ATTENDANCE)
	{
		StringInfo	list;

		if (!serves_in(a->capacity) || !attends_at(a, item->handled, point))
			continue;
		list = is_recused(call->facts, item->position, a->person) ? &recused : &serving;
		appendStringInfo(list, "%s%s", list->len ? ", " : "",
						 call->name(call->facts, a->person));
	}
	rule_detail(call, "Serving: %s.", serving.len ? serving.data : told("nobody"));
	if (recused.len)
		rule_detail(call, "Recused: %s.", recused.data);
}
