/*
 * seats.c
 *	  Who sits in a body: how many, chosen among whom, by whom and for how long
 *	  (rules.md A3, A4, A5, L2, L13; I7, I17, I18).
 *
 * Each day is judged by the version of the regulation that is in force on it;
 * how a seat was decided, by the version of its first day.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/seats.h"

/* ---- facts ---- */

/*
 * The first of the days on which the person has no seat in the body, in the
 * role (W_NONE: in any); the end of the days: there is none.
 */
DateADT
first_day_without_seat(const Facts *body, int64 person, Word role, Period days)
{
	DateADT		day = days.from;
	bool		moved = true;

	while (moved && day < days.to)
	{
		moved = false;
		for_each(m, body, MEMBERSHIP)
			if (m->person == person && (role == W_NONE || m->role == role) &&
				period_has(m->valid, day))
			{
				day = m->valid.to;
				moved = true;
			}
	}
	return Min(day, days.to);
}

/* The body's term of office that the day lies in; null: none. */
const Term *
term_on(const Facts *body, DateADT day)
{
	for_each(term, body, TERM)
		if (period_has(term->valid, day))
			return term;
	return NULL;
}

/*
 * The days on which the body exists: those of its own period, and until
 * another takes its place.
 */
Period
body_lifetime(const Facts *body)
{
	Period		lifetime = the_body(body)->valid;

	for_each(s, body, BODY_SUCCESSION)
		lifetime.to = Min(lifetime.to, s->day);
	return lifetime;
}

/* ---- wording ---- */

/* "Ek's" */
const char *
holder(Call *call, int64 person)
{
	return psprintf(told("%s's"), call->name(call->facts, person));
}

static const char *
parent_name(const Call *call)
{
	const Body *parent = call->facts->parent ? the_body(call->facts->parent) : NULL;

	return parent ? parent->name : told("a parent");
}

/* who decided, as far as the facts tell */
static const char *
decider_name(const Call *call, int64 decided_by)
{
	if (decided_by == 0)
		return told("nobody that is named");
	if (decided_by == call->facts->id)
		return psprintf(told("%s itself"), the_body(call->facts)->name);
	return psprintf(told("body %lld"), (long long) decided_by);
}

/* was it decided under the version that judges? */
static bool
decided_now(const Call *call, Period valid)
{
	return valid.from == PG_INT32_MIN ? periods_overlap(valid, call->days) :
		period_has(call->days, valid.from);
}

/* ---- how many ---- */

static int
count_seated(const Call *call, Word role, DateADT day)
{
	int			n = 0;

	for_each(m, call->facts, MEMBERSHIP)
		if (m->role == role && period_has(m->valid, day))
			n++;
	return n;
}

static void
judge_seats_of(Call *call, Word role, const Setting *seats)
{
	DateADT		first = PG_INT32_MAX;

	if (seats->mode == MODE_OFF)
		return;
	/* the number grows only on the first day of somebody's seat */
	for_each(m, call->facts, MEMBERSHIP)
	{
		DateADT		day = Max(m->valid.from, call->days.from);

		if (m->role == role && period_has(call->days, day) && day < first &&
			count_seated(call, role, day) > seats->number)
			first = day;
	}
	if (first == PG_INT32_MAX)
	{
		rule_met(call, role == W_MEMBER ? gettext_noop("never more than %d members") :
				 gettext_noop("never more than %d substitutes"), seats->number);
		return;
	}
	rule_broken(call, role == W_MEMBER ?
				gettext_noop("%d members hold a seat in %s on %s, at most %d may") :
				gettext_noop("%d substitutes hold a seat in %s on %s, at most %d may"),
				count_seated(call, role, first), the_body(call->facts)->name, day_text(first), seats->number);
	rule_hint(call, "A new seat begins when a former one ends; one statement may do both.");
}

/*
 * seats_taken: no more members, and no more substitutes, at any time than the
 * body has seats.  Reglemente 2 §; KL 6:16, for the council 5:72.
 */
void
judge_seats_taken(Call *call)
{
	judge_seats_of(call, W_MEMBER, rule_setting(call, RULE_seats));
	judge_seats_of(call, W_SUBSTITUTE, rule_setting(call, RULE_substitute_seats));
}

/*
 * single_seat: nobody holds two seats in a body at the same time, be it as
 * member and as substitute.  Each has one vote: KL 4:24.
 */
void
judge_single_seat(Call *call)
{
	for_each(a, call->facts, MEMBERSHIP)
		for_each(b, call->facts, MEMBERSHIP)
		{
			Period		both = period_common(period_common(a->valid, b->valid), call->days);

			if (a->person == b->person && a->id < b->id && both.from < both.to)
				rule_broken(call, "%s holds two seats in %s on %s",
							call->name(call->facts, a->person),
							the_body(call->facts)->name, day_text(both.from));
		}
}

/* ---- among whom, by whom, for how long ---- */

/*
 * chosen_from_parent: a committee's members and substitutes are members or
 * substitutes of the board, all the time.  Several seats in the board may
 * cover the time together.  Reglemente 2 §; KL 6:42.
 */
void
judge_chosen_from_parent(Call *call)
{
	if (call->facts->parent == NULL)
		return;					/* committee_parent tells */
	for_each(m, call->facts, MEMBERSHIP)
	{
		Period		days = period_common(m->valid, call->days);
		DateADT		day;

		if (days.from >= days.to)
			continue;
		day = first_day_without_seat(call->facts->parent, m->person, W_NONE, days);
		if (day < days.to)
		{
			rule_broken(call, "%s seat in %s needs a seat in %s, and there is none on %s",
						holder(call, m->person), the_body(call->facts)->name,
						parent_name(call), day_text(day));
			rule_detail(call, "The seat is valid %s.", period_text(m->valid));
			rule_hint(call, "A seat lies within those it rests on; one statement may change both.");
		}
		else
			rule_met(call, "%s seat rests on a seat in %s", holder(call, m->person),
					 parent_name(call));
	}
}

/*
 * seat_period: a seat is held for a time: from one day to another, or until
 * the parent's term ends.  Reglemente 2 §; KL 6:18, 6:19.
 */
void
judge_seat_period(Call *call)
{
	for_each(m, call->facts, MEMBERSHIP)
	{
		const Term *term;

		if (!periods_overlap(m->valid, call->days))
			continue;
		if (m->valid.from == PG_INT32_MIN)
			rule_broken(call, "%s seat in %s has no first day", holder(call, m->person),
						the_body(call->facts)->name);
		else if (m->until_parent_term)
		{
			term = call->facts->parent ? term_on(call->facts->parent, m->valid.from) : NULL;
			if (term == NULL)
			{
				rule_broken(call, "%s seat in %s lasts until the term of %s ends, which has none on %s",
							holder(call, m->person), the_body(call->facts)->name,
							parent_name(call), day_text(m->valid.from));
				rule_hint(call, "Enter the term in term first, or give the seat a last day of its own.");
			}
			else if (m->valid.to > term->valid.to)
				rule_broken(call, "%s seat in %s ends with the term of %s on %s, not on %s",
							holder(call, m->person), the_body(call->facts)->name,
							parent_name(call), day_text(term->valid.to - 1),
							m->valid.to == PG_INT32_MAX ? told("no day") : day_text(m->valid.to - 1));
		}
		else if (m->valid.to == PG_INT32_MAX)
		{
			rule_broken(call, "%s seat in %s has no last day", holder(call, m->person),
						the_body(call->facts)->name);
			rule_hint(call, "Give valid an end, or set until_parent_term.");
		}
	}
}

/*
 * seat_decided_by_parent: who sits in a board is decided by the council, who
 * sits in a committee by its board; never by the body itself.  Reglemente
 * 2 §; KL 6:16, 6:42.
 */
void
judge_seat_decided_by_parent(Call *call)
{
	int64		parent = the_body(call->facts)->parent;

	for_each(m, call->facts, MEMBERSHIP)
	{
		if (parent == 0 || m->decided_by == parent || !decided_now(call, m->valid))
			continue;
		rule_broken(call, "%s seat in %s is decided by %s, not by %s",
					holder(call, m->person), the_body(call->facts)->name,
					decider_name(call, m->decided_by), parent_name(call));
		rule_hint(call, "Name the body that decided in decided_by.");
	}
}

/* ---- the body's own time ---- */

static void
judge_within_lifetime(Call *call, int64 person, Period valid, const char *what)
{
	Period		lifetime = body_lifetime(call->facts);

	if (!periods_overlap(valid, call->days) ||
		(lifetime.from <= valid.from && valid.to <= lifetime.to))
		return;
	rule_broken(call, "%s %s in %s is valid %s, but %s exists %s",
				holder(call, person), what, the_body(call->facts)->name,
				period_text(valid), the_body(call->facts)->name, period_text(lifetime));
	rule_hint(call, "End the seats and offices before the body, or with it.");
}

/*
 * seat_within_lifetime: seats and offices do not outlast the body.  They end
 * when a new organisation takes over: KL 4:10.
 */
void
judge_seat_within_lifetime(Call *call)
{
	for_each(m, call->facts, MEMBERSHIP)
		judge_within_lifetime(call, m->person, m->valid, told("seat"));
	for_each(o, call->facts, OFFICE)
		judge_within_lifetime(call, o->person, o->valid, told("office"));
}
