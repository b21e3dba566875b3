/*
 * sittings.c
 *	  When a meeting sits: sittings, cancellation, and times within the meeting
 *	  (rules.md I23, I26).
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

/*
 * meeting_cancelled: nothing is handled, and nothing decided, in a meeting that
 * was cancelled.  rules.md I26.
 */
void
judge_meeting_cancelled(Call *call)
{
	const Meeting *meeting = the_meeting(call->facts);
	int			n = 0;

	if (meeting->cancelled_at == TIME_NULL)
	{
		rule_not_applicable(call, "the meeting is not cancelled");
		return;
	}
	for_each(item, call->facts, AGENDA_ITEM)
		if (item->handled != INT_NULL)
			n++;
	if (n > 0)
		rule_broken(call, "the meeting was cancelled at %s, but %d of its items are handled",
					time_text(meeting->cancelled_at), n);
	else if (meeting_decides(call->facts))
		rule_broken(call, "the meeting was cancelled at %s, but it has decided",
					time_text(meeting->cancelled_at));
	else
		rule_met(call, "the meeting was cancelled at %s, and nothing is handled",
				 time_text(meeting->cancelled_at));
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

static const char *
subject_of(const Call *call, const char *what, int point)
{
	return point == INT_NULL ? psprintf(told("item %d was %s"), call->item->position, what) :
		psprintf(told("item %d point %d was %s"), call->item->position, point, what);
}

/* false: said to be broken */
static bool
judge_time(Call *call, const char *what, int point, Timestamp time)
{
	const Meeting *meeting = the_meeting(call->facts);

	if (time == TIME_NULL)
		return true;
	if (is_after(meeting->opened_at, time))
		rule_broken(call, "%s at %s, before the meeting was opened at %s",
					subject_of(call, what, point), time_text(time), time_text(meeting->opened_at));
	else if (is_after(time, meeting->closed_at))
		rule_broken(call, "%s at %s, after the meeting was closed at %s",
					subject_of(call, what, point), time_text(time), time_text(meeting->closed_at));
	else if (call->facts->rows[T_SITTING].n > 0 && !sits_at(call->facts, time))
		rule_broken(call, "%s at %s, between the sittings",
					subject_of(call, what, point), time_text(time));
	else
		return true;
	return false;
}

/*
 * times_in_meeting: what is stated about an item happened while the meeting
 * sat: between its opening and its close, and within a sitting where they are
 * told.  rules.md I26.
 */
void
judge_times_in_meeting(Call *call)
{
	const AgendaItem *item = call->item;

	if (!judge_time(call, told("opened"), INT_NULL, item->opened_at) ||
		!judge_time(call, told("decided"), INT_NULL, item->decided_at))
		return;
	for_each(d, call->facts, DECISION)
		if (d->position == item->position && d->withdrawn_at == TIME_NULL &&
			!judge_time(call, told("decided"), d->point, d->decided_at))
			return;
	rule_met(call, "item %d: the times stated lie within the meeting", item->position);
}
