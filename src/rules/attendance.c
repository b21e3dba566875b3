/*
 * attendance.c
 *	  Who may be entered on the roll of a meeting, and in which capacity
 *	  (rules.md A7, A8, A26-A28, L11, L16).
 *
 * Secretary, official and guest are called in (KL 6:26) and need no seat and
 * no standing right; that they neither vote nor decide is judged where votes
 * and decisions are.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/roll.h"

static DateADT
meeting_day(const Call *call)
{
	return the_meeting(call->facts)->day;
}

/* Has the same been said of the person already, for an earlier range? */
static bool
entered_before(const Facts *facts, const Attendance *attendance)
{
	for_each(a, facts, ATTENDANCE)
	{
		if (a == attendance)
			break;
		if (a->person == attendance->person && a->capacity == attendance->capacity &&
			a->serves_for == attendance->serves_for)
			return true;
	}
	return false;
}

static bool
may_attend(const Facts *body, int64 person, Word ground, DateADT day)
{
	for_each(r, body, ATTENDANCE_RIGHT)
		if (r->person == person && r->ground == ground && period_has(r->valid, day))
			return true;
	return false;
}

/* Does the person hold the seat, though not on the day of the meeting? */
static bool
held_another_day(const Facts *body, const Attendance *attendance)
{
	for_each(m, body, MEMBERSHIP)
		if (m->person == attendance->person &&
			(m->role == W_MEMBER) == (attendance->capacity == W_SERVING_MEMBER))
			return true;
	return false;
}

/*
 * capacity_held: who is entered as member or substitute holds that seat.
 *
 * Judged by the seats of the day of the meeting; ending a seat, or the day of
 * the meeting, is judged by the same rule.  Substitutes who do not serve have
 * the right to attend (KL 6:17, Reglemente 9 §), which is their seat's.
 * Reglemente 2 §; KL 6:16, for the council 5:17.
 */
void
judge_capacity_held(Call *call)
{
	const Facts *body = call->facts->body;
	int			held = 0;

	for_each(a, call->facts, ATTENDANCE)
	{
		bool		member = a->capacity == W_SERVING_MEMBER;

		if (!(serves_in(a->capacity) || a->capacity == W_NON_SERVING_SUBSTITUTE) ||
			entered_before(call->facts, a))
			continue;
		if (membership_on(body, a->person, member ? W_MEMBER : W_SUBSTITUTE,
						  meeting_day(call)) == NULL)
		{
			rule_broken(call, member ?
						gettext_noop("%s is entered as member and holds no member's seat in the body on %s") :
						gettext_noop("%s is entered as substitute and holds no substitute's seat in the body on %s"),
						call->name(call->facts, a->person), day_text(meeting_day(call)));
			rule_hint(call, held_another_day(body, a) ?
					  gettext_noop("Who has left is taken off the roll; one statement may end the seat and correct the roll.") :
					  gettext_noop("Somebody who is called in is entered as official or guest."));
		}
		else if (a->serves_for != 0 &&
				 membership_on(body, a->serves_for, W_MEMBER, meeting_day(call)) == NULL)
		{
			rule_broken(call, "%s serves for %s, who holds no member's seat in the body on %s",
						call->name(call->facts, a->person),
						call->name(call->facts, a->serves_for), day_text(meeting_day(call)));
			rule_hint(call, "Who serves in a vacant seat is entered without serves_for.");
		}
		else
			held++;
	}
	rule_met(call, "%d are entered as members or substitutes who hold the seat", held);
}

/*
 * commissioner_right: a commissioner (borgarråd) attends by right of the duty
 * to present.  Reglemente 2 § 4 st; KL 4:28.
 */
void
judge_commissioner_right(Call *call)
{
	for_each(a, call->facts, ATTENDANCE)
	{
		if (a->capacity != W_COMMISSIONER || entered_before(call->facts, a))
			continue;
		if (may_attend(call->facts->body, a->person, W_COMMISSIONER, meeting_day(call)))
			rule_met(call, "%s has the right to attend as commissioner",
					 call->name(call->facts, a->person));
		else
			rule_broken(call, "%s is entered as commissioner and has no right to attend as such on %s",
						call->name(call->facts, a->person), day_text(meeting_day(call)));
	}
}

/*
 * city_director_right: the city director (stadsdirektör) attends by right of
 * the office.  Reglemente 8 § 1 st.
 */
void
judge_city_director_right(Call *call)
{
	const Facts *body = call->facts->body;

	for_each(a, call->facts, ATTENDANCE)
	{
		if (a->capacity != W_CITY_DIRECTOR || entered_before(call->facts, a))
			continue;
		if (holds_office(body, a->person, W_CITY_DIRECTOR, meeting_day(call)) ||
			may_attend(body, a->person, W_CITY_DIRECTOR, meeting_day(call)))
			rule_met(call, "%s has the right to attend as city director",
					 call->name(call->facts, a->person));
		else
			rule_broken(call, "%s is entered as city director and does not hold the office on %s",
						call->name(call->facts, a->person), day_text(meeting_day(call)));
	}
}

/* the chair on a day; where the chair was prevented, the vice chair (7 §) */
static bool
acts_as_chair(const Facts *body, int64 person, DateADT day)
{
	int64		chair = office_holder(body, W_CHAIR, day);

	if (person == chair)
		return true;
	if (!holds_office(body, person, W_VICE_CHAIR, day))
		return false;
	if (chair == 0)
		return true;
	for_each(h, body, HINDRANCE)
		if (h->person == chair && period_has(h->valid, day))
			return true;
	return false;
}

/*
 * presenter_appointed: who holds the office of presenter was appointed by the
 * chair: by whoever was chair when the office began.  Reglemente 8 § 2 st.
 */
void
judge_presenter_appointed(Call *call)
{
	for_each(o, call->facts, OFFICE)
	{
		if (o->kind != W_PRESENTER)
			continue;
		if (o->appointed_by == 0)
		{
			rule_broken(call, "%s is presenter and was appointed by nobody",
						call->name(call->facts, o->person));
			rule_hint(call, "Say in appointed_by who appointed: the chair.");
		}
		else if (!acts_as_chair(call->facts, o->appointed_by, o->valid.from))
			rule_broken(call, "%s is presenter and was appointed by %s, who was not the chair on %s",
						call->name(call->facts, o->person),
						call->name(call->facts, o->appointed_by),
						day_text(o->valid.from));
		else
			rule_met(call, "%s was appointed presenter by the chair",
					 call->name(call->facts, o->person));
	}
}

/*
 * presenter_office: who is entered as presenter is the deputy city director or
 * holds the office of presenter that day.  Reglemente 8 § 2 st.
 */
void
judge_presenter_office(Call *call)
{
	const Facts *body = call->facts->body;
	DateADT		day = meeting_day(call);

	for_each(a, call->facts, ATTENDANCE)
	{
		if (a->capacity != W_PRESENTER || entered_before(call->facts, a))
			continue;
		if (holds_office(body, a->person, W_DEPUTY_CITY_DIRECTOR, day) ||
			holds_office(body, a->person, W_PRESENTER, day))
			rule_met(call, "%s is the deputy city director or appointed presenter",
					 call->name(call->facts, a->person));
		else
		{
			rule_broken(call, "%s is entered as presenter and is neither the deputy city director nor appointed presenter on %s",
						call->name(call->facts, a->person), day_text(day));
			rule_hint(call, "The chair's appointment is an office of kind presenter with appointed_by.");
		}
	}
}

/*
 * attendance_once: nobody is entered twice at the same point, whatever the
 * capacities.  Several ranges that follow each other are fine (I3).
 * KL 5:66: the minutes tell who served.
 */
void
judge_attendance_once(Call *call)
{
	bool		broken = false;

	for_each(a, call->facts, ATTENDANCE)
		for_each(b, call->facts, ATTENDANCE)
		{
			if (b <= a || b->person != a->person || !ranges_overlap(a, b))
				continue;
			broken = true;
			rule_broken(call, "%s is entered twice at the same point of the meeting",
						call->name(call->facts, a->person));
			rule_detail(call, "As %s %s, and as %s %s.",
						word_told(a->capacity), range_text(a),
						word_told(b->capacity), range_text(b));
			rule_hint(call, "End the one range (to_item, to_point) before the other begins.");
		}
	if (!broken)
		rule_met(call, "nobody is entered twice at the same point");
}

/* ---- exclusion ---- */

/*
 * excluded_absent: who the body has excluded from an item is not present at
 * it.  Reglemente 8 § 1 st.
 */
void
judge_excluded_absent(Call *call)
{
	const AgendaItem *item = call->item;

	for_each(e, call->facts, EXCLUSION)
	{
		if (e->position != item->position || item->handled == INT_NULL)
			continue;
		if (attendance_at(call->facts, e->person, item->handled, AT_OPENING) != NULL ||
			attendance_at(call->facts, e->person, item->handled, AT_DECISION) != NULL)
		{
			rule_broken(call, "%s is excluded from item %d and entered as present at it",
						call->name(call->facts, e->person), item->position);
			rule_hint(call, "Split the attendance: one range before the item, one after it.");
		}
		else
			rule_met(call, "%s is excluded from item %d and not present at it",
					 call->name(call->facts, e->person), item->position);
	}
}

/* From every item of a meeting of several items? */
static bool
excluded_altogether(const Facts *facts, int64 person)
{
	int			items = 0;

	for_each(item, facts, AGENDA_ITEM)
	{
		if (!is_excluded(facts, item->position, person))
			return false;
		items++;
	}
	return items > 1;
}

/*
 * exclusion_particular: the city director's right gives way only for a
 * particular case ("för särskilt fall"): an item, with a reason, and not all
 * items of a meeting.  The seats of members and substitutes carry a right to
 * attend that no decision of the body takes away (KL 6:17).
 * Reglemente 8 § 1 st.
 */
void
judge_exclusion_particular(Call *call)
{
	DateADT		day = meeting_day(call);

	for_each(e, call->facts, EXCLUSION)
	{
		bool		first = true;

		for_each(other, call->facts, EXCLUSION)
		{
			if (other == e)
				break;
			first &= other->person != e->person;
		}
		if (!e->reason)
		{
			rule_broken(call, "%s is excluded from item %d without a reason",
						call->name(call->facts, e->person), e->position);
			rule_hint(call, "An exclusion is decided for a particular case: say why.");
		}
		if (!first)
			continue;
		if (membership_on(call->facts->body, e->person, W_NONE, day) != NULL)
			rule_broken(call, "%s has a seat in the body and cannot be excluded from item %d",
						call->name(call->facts, e->person), e->position);
		else if (excluded_altogether(call->facts, e->person))
		{
			rule_broken(call, "%s is excluded from every item of the meeting",
						call->name(call->facts, e->person));
			rule_hint(call, "The right to attend gives way only for a particular case.");
		}
		else
			rule_met(call, "%s is excluded for particular cases only",
					 call->name(call->facts, e->person));
	}
}
