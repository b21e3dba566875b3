/*
 * items.c
 *	  Items of a meeting: their area, the order in which they were handled, and
 *	  how one comes back at a later meeting (rules.md A1, A22; I3, I23, I27).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/rule.h"

/*
 * item_area: an item's area is one of the body's main areas.
 *
 * An item without an area is no breach; the view untagged_item lists it.
 * Reglemente 1 §.
 */
void
judge_item_area(Call *call)
{
	const AgendaItem *item = call->item;
	int			areas = call->setting->number;

	if (item->area == INT_NULL)
		rule_pending(call, "item %d is in none of the areas 1 to %d yet", item->position, areas);
	else if (item->area >= 1 && item->area <= areas)
		rule_met(call, "item %d is in area %d of %d", item->position, item->area, areas);
	else
		rule_broken(call, "item %d is in area %d, and there are only the areas 1 to %d",
					item->position, item->area, areas);
}

/*
 * handled_once: no two items have the same place in the order of handling.
 *
 * Attendance and minutes are ranges over that order.  It may have gaps: an
 * item that was taken up by mistake and struck leaves one.  KL 5:66.
 */
void
judge_handled_once(Call *call)
{
	const AgendaItem *item = call->item;

	if (item->handled == INT_NULL)
	{
		rule_pending(call, "item %d has not been taken up", item->position);
		return;
	}
	for_each(other, call->facts, AGENDA_ITEM)
		if (other->handled == item->handled && other->position < item->position)
		{
			rule_broken(call, "items %d and %d are both number %d in the order of handling",
						other->position, item->position, item->handled);
			return;
		}
	rule_met(call, "item %d is number %d in the order of handling", item->position, item->handled);
}

/* ---- stated times ---- */

/* a stated time of an item, and what it is the time of */
typedef struct Stated
{
	Timestamp	time;			/* TIME_NULL: not stated */
	const char *what;
} Stated;

static Stated
first_time(const AgendaItem *item)
{
	if (item->opened_at != TIME_NULL)
		return (Stated) {item->opened_at, told("opened")};
	return (Stated) {item->decided_at, told("decided")};
}

static Stated
last_time(const AgendaItem *item)
{
	if (item->decided_at != TIME_NULL)
		return (Stated) {item->decided_at, told("decided")};
	return (Stated) {item->opened_at, told("opened")};
}

/* Was the item opened before one handled earlier was through? */
static bool
judge_order_of_times(Call *call)
{
	const AgendaItem *item = call->item;
	Stated		begin = first_time(item);

	if (begin.time == TIME_NULL)
		return true;
	for_each(other, call->facts, AGENDA_ITEM)
	{
		Stated		end = last_time(other);

		if (other->handled == INT_NULL || other->handled >= item->handled ||
			end.time == TIME_NULL || end.time <= begin.time)
			continue;
		rule_broken(call, "item %d was %s at %s, before item %d, which was handled earlier, was %s at %s",
					item->position, begin.what, time_text(begin.time),
					other->position, end.what, time_text(end.time));
		return false;
	}
	return true;
}

/* Was it decided while the item was open, as far as the times are stated? */
static bool
judge_within_item(Call *call, const Decision *d)
{
	const AgendaItem *item = call->item;

	if (d->decided_at == TIME_NULL)
		return true;
	if (item->opened_at != TIME_NULL && d->decided_at < item->opened_at)
		rule_broken(call, "item %d point %d was decided at %s, before the item was opened at %s",
					item->position, d->point, time_text(d->decided_at), time_text(item->opened_at));
	else if (item->decided_at != TIME_NULL && d->decided_at > item->decided_at)
		rule_broken(call, "item %d point %d was decided at %s, after the item was through at %s",
					item->position, d->point, time_text(d->decided_at), time_text(item->decided_at));
	else
		return true;
	return false;
}

/*
 * handling_times: the stated times follow the order of handling.
 *
 * The points of a meeting follow each other (item 1 opened, decided, item 2
 * opened, ...), and decisions lie within their item; what is not stated is not
 * compared.  That it all lies within the meeting is times_in_meeting.  KL 5:66;
 * I23.
 */
void
judge_handling_times(Call *call)
{
	const AgendaItem *item = call->item;

	if (item->handled == INT_NULL)
	{
		rule_pending(call, "item %d has not been taken up", item->position);
		return;
	}
	if (!judge_order_of_times(call))
		return;
	for_each(d, call->facts, DECISION)
		if (d->position == item->position && !judge_within_item(call, d))
			return;
	rule_met(call, "the stated times of item %d follow the order of handling", item->position);
}

/* ---- items that come back ---- */

static bool
is_settled(const Facts *facts, int32 position)
{
	for_each(d, facts, DECISION)
		if (d->position == position && d->kind == W_SETTLING && d->withdrawn_at == TIME_NULL)
			return true;
	return false;
}

/* Is the one meeting before the other? */
static bool
is_before(const Link *other, const Meeting *meeting)
{
	if (other->day != meeting->day)
		return other->day < meeting->day;
	if (other->starts_at != meeting->starts_at)
		return other->starts_at < meeting->starts_at;
	return other->meeting < meeting->id;
}

static const char *
link_text(const Link *link)
{
	return psprintf(told("item %d of the meeting on %s"), link->other, day_text(link->day));
}

/* Returns whether the item may rightly be tied to the other one. */
static bool
judge_link(Call *call, const Link *link)
{
	const AgendaItem *item = call->item;
	const Meeting *meeting = the_meeting(call->facts);
	bool		before = is_before(link, meeting);

	if (link->meeting == meeting->id && !link->from_here)
		return true;			/* said of the item that continues this one */
	if (link->admitted)
		return true;			/* it is one breach, and needs one deviation */
	if (link->meeting == meeting->id)
		rule_broken(call, "item %d continues item %d of the same meeting",
					item->position, link->other);
	else if (before != link->from_here)
		rule_broken(call, link->from_here ?
					gettext_noop("item %d continues %s, which is not an earlier one") :
					gettext_noop("item %d is continued by %s, which is not a later one"),
					item->position, link_text(link));
	else if (!link->same_body)
		rule_broken(call, link->from_here ? gettext_noop("item %d continues %s of another body") :
					gettext_noop("item %d is continued by %s of another body"),
					item->position, link_text(link));
	else if (link->from_here && link->settled)
		rule_broken(call, "item %d continues %s, which was settled there",
					item->position, link_text(link));
	else if (!link->from_here && is_settled(call->facts, item->position))
		rule_broken(call, "item %d is settled, and is continued by %s",
					item->position, link_text(link));
	else
		return true;
	return false;
}

/*
 * item_continues: an item that was tabled, referred back or left undecided
 * comes back as an item of a later meeting, of the same body or the one that
 * took its place.
 *
 * What was settled does not come back; a matter that is raised anew is a new
 * item.  Judged from both ends.  KL 5:51; rules.md I27.
 */
void
judge_item_continues(Call *call)
{
	const AgendaItem *item = call->item;
	const Link *back = NULL;

	for (int i = 0; i < call->facts->nlinks; i++)
	{
		const Link *link = &call->facts->links[i];

		if (link->position != item->position)
			continue;
		if (!judge_link(call, link))
			return;
		if (link->from_here)
			back = link;
	}
	if (back != NULL)
		rule_met(call, "item %d continues %s", item->position, link_text(back));
	else
		rule_not_applicable(call, "item %d continues no earlier item", item->position);
}
