/*
 * sittings.c
 *	  When a meeting sits: its sittings, and what happens in them (rules.md I23,
 *	  I26).
 *
 * Only stated times are compared.  One that is not stated says nothing.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/calling.h"

/* is the first time, as far as stated, after the second? */
static bool
is_after(Timestamp a, Timestamp b)
{
	return a != TIME_NULL && b != TIME_NULL && a > b;
}

static void
judge_sitting(Call *call, const Sitting *before, const Sitting *sitting)
{
	const Meeting *meeting = the_meeting(call->facts);

	if (before == NULL && day_of(sitting->opened_at) != meeting->day)
		rule_broken(call, "sitting %d opened on %s, but the day of the meeting is %s",
					sitting->number, day_text(day_of(sitting->opened_at)), day_text(meeting->day));
	else if (before != NULL && before->opened_at >= sitting->opened_at)
		rule_broken(call, "sitting %d opened at %s, not after sitting %d at %s",
					sitting->number, time_text(sitting->opened_at),
					before->number, time_text(before->opened_at));
	else if (before != NULL && is_after(before->closed_at, sitting->opened_at))
		rule_broken(call, "sitting %d opened at %s, before sitting %d closed at %s",
					sitting->number, time_text(sitting->opened_at),
					before->number, time_text(before->closed_at));
	else if (before != NULL && before->first_item != INT_NULL && sitting->first_item != INT_NULL &&
			 before->first_item >= sitting->first_item)
		rule_broken(call, "sitting %d begins with the item handled as number %d, not after that of sitting %d, number %d",
					sitting->number, sitting->first_item, before->number, before->first_item);
	else if (is_after(meeting->opened_at, sitting->opened_at))
		rule_broken(call, "sitting %d opened at %s, before the meeting at %s",
					sitting->number, time_text(sitting->opened_at), time_text(meeting->opened_at));
	else if (is_after(sitting->opened_at, meeting->closed_at))
		rule_broken(call, "sitting %d opened at %s, after the meeting closed at %s",
					sitting->number, time_text(sitting->opened_at), time_text(meeting->closed_at));
	else if (is_after(sitting->closed_at, meeting->closed_at))
		rule_broken(call, "sitting %d closed at %s, after the meeting at %s",
					sitting->number, time_text(sitting->closed_at), time_text(meeting->closed_at));
	else
		rule_met(call, "sitting %d opened at %s", sitting->number, time_text(sitting->opened_at));
}

/*
 * sittings_in_order: a meeting that runs over several days has sittings one
 * after the other, the first on the day of the meeting; a meeting that is
 * closed has been opened.  rules.md I26.
 */
void
judge_sittings_in_order(Call *call)
{
	const Meeting *meeting = the_meeting(call->facts);
	const Sitting *before = NULL;

	if (meeting->closed_at != TIME_NULL && meeting->opened_at == TIME_NULL)
	{
		rule_broken(call, "the meeting closed at %s and was never opened",
					time_text(meeting->closed_at));
		return;
	}
	for_each(s, call->facts, SITTING)
	{
		judge_sitting(call, before, s);
		before = s;
	}
	if (before == NULL)
		rule_not_applicable(call, "the meeting has a single sitting");
}

/* ---- times ---- */

/* does a sitting cover the time? One without an end lasts until the next. */
static bool
sits_at(const Facts *facts, Timestamp time)
{
	const Sitting *last = NULL;

	for_each(s, facts, SITTING)
		if (s->opened_at <= time && (last == NULL || last->opened_at < s->opened_at))
			last = s;
	return last != NULL && !is_after(time, last->closed_at);
}

/* false: said to be broken */
static bool
judge_time(Call *call, const char *what, Timestamp time)
{
	if (time == TIME_NULL || sits_at(call->facts, time))
		return true;
	rule_broken(call, "item %d was %s at %s, outside the sittings",
				call->item->position, what, time_text(time));
	return false;
}

/*
 * times_in_sitting: where the sittings of a meeting are told, its items are
 * opened and decided within one of them.  That they lie between the meeting's
 * opening and close is handling_times.  rules.md I26.
 */
void
judge_times_in_sitting(Call *call)
{
	const AgendaItem *item = call->item;

	if (call->facts->rows[T_SITTING].n == 0)
	{
		rule_not_applicable(call, "the meeting has a single sitting");
		return;
	}
	if (!judge_time(call, "opened", item->opened_at) ||
		!judge_time(call, "decided", item->decided_at))
		return;
	for_each(d, call->facts, DECISION)
		if (d->position == item->position && d->withdrawn_at == TIME_NULL &&
			!judge_time(call, psprintf("decided (point %d)", d->point), d->decided_at))
			return;
	rule_met(call, "item %d: the times stated lie within sittings", item->position);
}
