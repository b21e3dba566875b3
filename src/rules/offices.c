/*
 * offices.c
 *	  Who presides in a body (rules.md A6, E6, L13).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/seats.h"

/* offices of which a body has one holder at a time */
static bool
is_single(const Call *call, Word office)
{
	/* "one chair and one or more vice chairs": KL 5:11 */
	if (the_body(call->facts)->kind == W_COUNCIL)
		return office == W_CHAIR;
	return is_presidium(office) || office == W_CONVENER || office == W_VICE_CONVENER;
}

/*
 * single_office: at most one chair and one vice chair at a time, and so for
 * conveners.  Reglemente 2 §; KL 5:11, 6:21.
 */
void
judge_single_office(Call *call)
{
	for_each(a, call->facts, OFFICE)
		for_each(b, call->facts, OFFICE)
		{
			Period		both = period_common(period_common(a->valid, b->valid), call->days);

			if (a->kind != b->kind || a->id >= b->id || both.from >= both.to ||
				!is_single(call, a->kind))
				continue;
			rule_broken(call, "%s has two holders of the office %s on %s",
						the_body(call->facts)->name, word_told(a->kind), day_text(both.from));
			rule_detail(call, "They are %s and %s.", call->name(call->facts, a->person),
						call->name(call->facts, b->person));
			rule_hint(call, "An office begins when the former holder's ends; one statement may do both.");
		}
}

/*
 * Is one of the offices there for when the holder of the other cannot serve?
 * Conveners are no presidium, but take each other's place in the same way.
 */
static bool
stands_in(Word a, Word b)
{
	if (a == b)
		return false;
	return (is_presidium(a) && is_presidium(b)) ||
		((a == W_CONVENER || a == W_VICE_CONVENER) && (b == W_CONVENER || b == W_VICE_CONVENER));
}

/*
 * presidium_distinct: chair and vice chair are different persons, and so are
 * conveners (E6).  Reglemente 2 §; KL 5:11, 6:21.
 */
void
judge_presidium_distinct(Call *call)
{
	for_each(a, call->facts, OFFICE)
		for_each(b, call->facts, OFFICE)
		{
			Period		both = period_common(period_common(a->valid, b->valid), call->days);

			if (a->person == b->person && a->id < b->id && both.from < both.to &&
				stands_in(a->kind, b->kind))
				rule_broken(call, "%s is both %s and %s of %s on %s",
							call->name(call->facts, a->person), word_told(a->kind),
							word_told(b->kind), the_body(call->facts)->name,
							day_text(both.from));
		}
}

/*
 * presidium_members: the presidium is chosen among the members, and whoever
 * presides is one all the time.  Reglemente 2 §; KL 5:11, 6:21.
 */
void
judge_presidium_members(Call *call)
{
	for_each(o, call->facts, OFFICE)
	{
		Period		days = period_common(o->valid, call->days);
		DateADT		day;

		if (!is_presidium(o->kind) || days.from >= days.to)
			continue;
		day = first_day_without_seat(call->facts, o->person, W_MEMBER, days);
		if (day < days.to)
		{
			rule_broken(call, "%s is %s of %s and no member on %s",
						call->name(call->facts, o->person), word_told(o->kind),
						the_body(call->facts)->name, day_text(day));
			rule_detail(call, "The office is held %s.", period_text(o->valid));
			rule_hint(call, "An office lies within the seat of a member; one statement may change both.");
		}
		else
			rule_met(call, "%s is a member while %s", call->name(call->facts, o->person),
					 word_told(o->kind));
	}
}

/*
 * presidium_decided_by_parent: the board appoints the committee's presidium,
 * the council the board's.  Reglemente 2 §; KL 6:21.
 */
void
judge_presidium_decided_by_parent(Call *call)
{
	const Body *parent = call->facts->parent ? the_body(call->facts->parent) : NULL;

	for_each(o, call->facts, OFFICE)
	{
		/* an appointment is judged by the version of its first day */
		Period		first = {o->valid.from, o->valid.from == PG_INT32_MIN ?
		o->valid.to : o->valid.from + 1};

		if (parent == NULL || !is_presidium(o->kind) || o->decided_by == parent->id ||
			!periods_overlap(first, call->days))
			continue;
		rule_broken(call, "the %s of %s is chosen by %s, not by %s", word_told(o->kind),
					the_body(call->facts)->name,
					o->decided_by == call->facts->id ? told("the body itself") :
					o->decided_by == 0 ? told("nobody that is named") : told("another body"),
					parent->name);
		rule_hint(call, "Name the body that decided in decided_by.");
	}
}
