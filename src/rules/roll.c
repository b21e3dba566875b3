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

/* the points of a meeting in their order: 1 opened, 1 decided, 2 opened, ... */
static int64
point_of(int32 handled, bool decided)
{
	return (int64) handled * 2 + (decided ? 1 : 0);
}

/* Does this range of attendance cover that point? */
bool
attends_at(const Attendance *a, int32 handled, Point point)
{
	int64		at = point_of(handled, point == AT_DECISION);

	return point_of(a->from_item, a->from_point == W_DECIDED) <= at &&
		(a->to_item == INT_NULL ||
		 at <= point_of(a->to_item, a->to_point == W_DECIDED));
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

/* Is this the capacity of somebody with a seat at the table? */
bool
serves_in(Word capacity)
{
	return capacity == W_SERVING_MEMBER || capacity == W_SERVING_SUBSTITUTE;
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

/*
 * How many serve at an item.  In the council the recused are counted where
 * recusal is what takes the number below the quorum (KL 5:46).
 */
int
count_serving(const Facts *facts, const AgendaItem *item, Point point,
			  bool count_recused)
{
	int			n = 0;

	for_each(a, facts, ATTENDANCE)
		if (serves_in(a->capacity) && attends_at(a, item->handled, point) &&
			(count_recused || !is_recused(facts, item->position, a->person)))
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
	rule_detail(call, "Serving: %s.", serving.len ? serving.data : "nobody");
	if (recused.len)
		rule_detail(call, "Recused: %s.", recused.data);
}

/*
 * Who is next in the prescribed order among the substitutes who are present
 * at the item and do not serve; null: nobody.
 */
const SubstitutionOrder *
next_substitute(const Facts *facts, const AgendaItem *item, Point point)
{
	const SubstitutionOrder *next = NULL;

	for_each(o, facts->body, SUBSTITUTION_ORDER)
	{
		const Attendance *a;

		if (!period_has(o->valid, the_meeting(facts)->day) ||
			(next != NULL && next->rank <= o->rank))
			continue;
		a = attendance_at(facts, o->substitute, item->handled, point);
		if (a != NULL && a->capacity == W_NON_SERVING_SUBSTITUTE &&
			!is_recused(facts, item->position, o->substitute))
			next = o;
	}
	return next;
}
