/*
 * calling.c
 *	  How a meeting comes about: place, ground, announcement, summons, closed
 *	  doors (rules.md A9-A11, A18, L11, L14, L16, L22).
 */
#include "postgres.h"
#include "compat.h"

#include "calendar/calendar.h"
#include "rules/agreement.h"
#include "rules/calling.h"
#include "rules/roll.h"

const Word presidium[PRESIDIUM_SIZE] = {W_CHAIR, W_VICE_CHAIR, W_SECOND_VICE_CHAIR};

/* Is a hindrance of the person recorded for the day? */
bool
is_hindered(const Facts *body, int64 person, DateADT day)
{
	for_each(h, body, HINDRANCE)
		if (h->person == person && period_has(h->valid, day))
			return true;
	return false;
}

/*
 * Who serves as chair outside meetings on a day: the first of the presidium who
 * holds the office and is not hindered; 0: none of them (rules.md I8).
 */
int64
acting_chair(const Facts *body, DateADT day)
{
	for (int i = 0; i < PRESIDIUM_SIZE; i++)
	{
		int64		person = office_holder(body, presidium[i], day);

		if (person != 0 && !is_hindered(body, person, day))
			return person;
	}
	return 0;
}

/*
 * Whom the one who decides as chair has to consult: the first vice chair who
 * is not hindered and not the decider; 0: there is nobody to consult.
 */
int64
consulted_deputy(const Facts *body, int64 decider, DateADT day)
{
	for (int i = 1; i < PRESIDIUM_SIZE; i++)
	{
		int64		person = office_holder(body, presidium[i], day);

		if (person != 0 && person != decider && !is_hindered(body, person, day))
			return person;
	}
	return 0;
}

/* the day on which a time lies */
DateADT
day_of(Timestamp time)
{
	Timestamp	days = time / USECS_PER_DAY;

	if (TIMESTAMP_NOT_FINITE(time))
		return TIMESTAMP_IS_NOBEGIN(time) ? DATEVAL_NOBEGIN : DATEVAL_NOEND;
	return (DateADT) (time < days * USECS_PER_DAY ? days - 1 : days);
}

/* adds a person to a list of names */
void
append_name(Call *call, StringInfo list, int64 person)
{
	appendStringInfo(list, "%s%s", list->len ? ", " : "", call->name(call->facts, person));
}

/* Has the meeting decided anything that stands? */
bool
meeting_decides(const Facts *facts)
{
	for_each(d, facts, DECISION)
		if (d->withdrawn_at == TIME_NULL)
			return true;
	return false;
}

/* ---- place ---- */

static bool
is_summoned(const Facts *facts)
{
	if (facts->rows[T_SUMMONS].n > 0)
		return true;
	for_each(d, facts, MEETING_DOCUMENT)
		if (d->kind == W_SUMMONS)
			return true;
	return false;
}

/*
 * meeting_place: a meeting has a place once it is summoned or opened.
 *
 * The body decides time and place; the time no meeting can be without.
 * Reglemente 3 §; KL 6:23, for the council 5:13.
 */
void
judge_meeting_place(Call *call)
{
	const Meeting *meeting = the_meeting(call->facts);

	if (meeting->place)
		rule_met(call, "the meeting has a place");
	else if (meeting->opened_at != TIME_NULL)
		rule_broken(call, "the meeting is opened without a place");
	else if (is_summoned(call->facts))
		rule_broken(call, "the meeting is summoned without a place");
	else
		rule_pending(call, "the meeting has no place yet");
}

/* ---- ground ---- */

static void
judge_called_by_chair(Call *call, const Meeting *meeting)
{
	const Facts *body = call->facts->body;
	DateADT		day = meeting->called_on != DAY_NULL ? meeting->called_on : meeting->day;
	int64		chair = acting_chair(body, day);

	if (meeting->called_by == 0)
		rule_broken(call, "nobody is named as the chair who called the meeting");
	else if (meeting->called_by == chair)
		rule_met(call, "%s, who served as chair on %s, called the meeting",
				 call->name(call->facts, chair), day_text(day));
	else if (chair != 0)
	{
		rule_broken(call, "%s called the meeting, while %s served as chair on %s",
					call->name(call->facts, meeting->called_by),
					call->name(call->facts, chair), day_text(day));
		rule_hint(call, "If the chair was prevented on that day, record the hindrance first.");
	}
	else if (membership_on(body, meeting->called_by, W_NONE, day) != NULL)
		rule_met(call, "%s called the meeting, since chair and vice chair were prevented on %s",
				 call->name(call->facts, meeting->called_by), day_text(day));
	else
		rule_broken(call, "%s called the meeting and has no seat in the body on %s",
					call->name(call->facts, meeting->called_by), day_text(day));
}

static void
judge_called_on_request(Call *call, const Meeting *meeting)
{
	const Facts *facts = call->facts;
	const Setting *setting = rule_setting(call, RULE_requests_needed);
	const MeetingRequest *request = (const MeetingRequest *) facts->rows[T_MEETING_REQUEST].data;
	DateADT		called = meeting->called_on != DAY_NULL ? meeting->called_on : meeting->day;
	StringInfoData others;
	int			asked = 0;
	int			needed;

	if (facts->rows[T_MEETING_REQUEST].n == 0)
	{
		rule_broken(call, "no request is named on which the meeting was called");
		return;
	}
	if (request->body != meeting->body)
		return;					/* left to the foreign key */
	if (request->requested_on > called)
	{
		rule_broken(call, "the meeting was called on %s, before it was asked for on %s",
					day_text(called), day_text(request->requested_on));
		return;
	}
	if (setting->mode == MODE_OFF)
	{
		rule_not_applicable(call, "no regulation says how many members may demand a meeting");
		return;
	}
	needed = quorum_required(setting->quorum, rule_seats(call));
	initStringInfo(&others);
	for_each(r, facts, MEETING_REQUESTER)
	{
		if (membership_on(facts->body, r->person, W_MEMBER, request->requested_on) != NULL)
			asked++;
		else
			append_name(call, &others, r->person);
	}
	if (asked >= needed)
		rule_met(call, "%d members asked for the meeting, %d needed", asked, needed);
	else
	{
		rule_broken(call, "%d members must ask for the meeting, %d did", needed, asked);
		if (others.len)
			rule_detail(call, "No members on %s: %s.", day_text(request->requested_on), others.data);
	}
}

/*
 * meeting_called: a meeting is held on one of the grounds that the regulation
 * knows.
 *
 * "plan": the body itself has decided; "chair": the one who serves as chair on
 * the day of calling finds it needed; "members": enough members asked for it,
 * each counted once and only if a member on the day of the request; "parent":
 * the executive board asks the council.  Reglemente 3 §; KL 6:23, 5:12.
 */
void
judge_meeting_called(Call *call)
{
	const Meeting *meeting = the_meeting(call->facts);

	if (meeting->cancelled_at != TIME_NULL)
	{
		rule_not_applicable(call, "the meeting was cancelled");
		return;
	}
	switch (meeting->ground)
	{
		case W_PLAN:
			rule_met(call, "the body decided to hold the meeting");
			break;
		case W_CHAIR:
			judge_called_by_chair(call, meeting);
			break;
		case W_MEMBERS:
			judge_called_on_request(call, meeting);
			break;
		case W_PARENT:
			if (the_body(call->facts->body)->kind == W_COUNCIL)
				rule_met(call, "the executive board asked for the meeting");
			else
				rule_broken(call, "only the council meets because another body asks for it");
			break;
		default:
			rule_not_applicable(call, "the ground of the meeting is not known here");
			break;
	}
}

/* ---- announcement and summons ---- */

/*
 * The last day for an announcement or a summons: so many days before the
 * meeting; where it is urgent the weekday before it (Saturdays are weekdays,
 * Sundays and holidays are not).  KL 5:13-15.
 */
static DateADT
last_day(const Meeting *meeting, int days)
{
	int64		day = (int64) meeting->day - days;

	if (DATE_NOT_FINITE(meeting->day))
		return meeting->day;
	if (meeting->urgent && days > 0)
	{
		day = meeting->day - 1;
		while (calendar_knows(day) && calendar_is_holiday(day))
			day--;
	}
	return (DateADT) Max(day, PG_INT32_MIN + 1);
}

/*
 * meeting_announced: the council's meetings are announced on the notice board
 * in time.  The value is a number of days.  KL 5:13, 5:14.
 */
void
judge_meeting_announced(Call *call)
{
	const Meeting *meeting = the_meeting(call->facts);
	DateADT		last = last_day(meeting, call->setting->number);
	const MeetingDocument *announcement = NULL;

	for_each(d, call->facts, MEETING_DOCUMENT)
		if (d->kind == W_ANNOUNCEMENT)
			announcement = d;
	if (announcement != NULL && day_of(announcement->issued_at) <= last)
		rule_met(call, "the meeting was announced on %s, the last day was %s",
				 day_text(day_of(announcement->issued_at)), day_text(last));
	else if (!meeting_decides(call->facts))
		rule_pending(call, "the meeting is to be announced by %s", day_text(last));
	else if (announcement == NULL)
		rule_broken(call, "the meeting was not announced; the last day was %s", day_text(last));
	else
		rule_broken(call, "the meeting was announced on %s; the last day was %s",
					day_text(day_of(announcement->issued_at)), day_text(last));
}

static const Summons *
summons_of(const Facts *facts, int64 person)
{
	for_each(s, facts, SUMMONS)
		if (s->person == person)
			return s;
	return NULL;
}

/*
 * Has everybody with a seat of that role (W_NONE: of either) on the day of the
 * meeting been told in time?  With 0 days: before it starts.
 */
static void
judge_told(Call *call, Word role, const char *who, int days)
{
	const Facts *facts = call->facts;
	const Meeting *meeting = the_meeting(facts);
	DateADT		last = last_day(meeting, days);
	const char *until = days == 0 ? time_text(meeting->starts_at) : day_text(last);
	bool		decides = meeting_decides(facts);
	StringInfoData untold;
	StringInfoData late;
	int			missing = 0;
	int			n = 0;

	initStringInfo(&untold);
	initStringInfo(&late);
	for_each(m, facts->body, MEMBERSHIP)
	{
		const Summons *summons;

		if ((role != W_NONE && m->role != role) || !period_has(m->valid, meeting->day))
			continue;
		n++;
		summons = summons_of(facts, m->person);
		if (summons != NULL &&
			(days == 0 ? summons->told_at < meeting->starts_at : day_of(summons->told_at) <= last))
			continue;
		missing++;
		if (decides)			/* names cost a query each */
			append_name(call, summons == NULL ? &untold : &late, m->person);
	}
	if (missing == 0)
		rule_met(call, "all %d %s were told of the meeting before %s", n, who, until);
	else if (!decides)
		rule_pending(call, "%d of %d %s are yet to be told of the meeting, at the latest %s",
					 missing, n, who, until);
	else
	{
		rule_broken(call, "%d of %d %s were not told of the meeting in time, at the latest %s",
					missing, n, who, until);
		if (untold.len)
			rule_detail(call, "Not told: %s.", untold.data);
		if (late.len)
			rule_detail(call, "Told too late: %s.", late.data);
		rule_hint(call, "Function summon(meeting, told_at) records that all were told at the same time.");
	}
}

/*
 * summons_sent: members and substitutes have been summoned in time when the
 * meeting decides anything.  The value is a number of days; 0: before the
 * start.  KL 5:15.
 */
void
judge_summons_sent(Call *call)
{
	judge_told(call, W_NONE, told("members and substitutes"), call->setting->number);
}

/*
 * substitutes_told: substitutes know of time and place when the meeting decides
 * anything.  KL 6:17.
 */
void
judge_substitutes_told(Call *call)
{
	judge_told(call, W_SUBSTITUTE, told("substitutes"), 0);
}

/*
 * item_announced: a matter that was not announced is settled only if all who
 * are present decide to take it up.
 *
 * That decision is the first point of the item: procedural, approved, either
 * without a vote and without anybody's reservation or abstention, or by a vote
 * in which all vote for the same.  A reservation against it is never refused
 * (KL 4:27), so the rule is not asked when one is written, but when the meeting
 * is closed.  KL 5:52.
 */
void
judge_item_announced(Call *call)
{
	const AgendaItem *item = call->item;
	const Decision *first = NULL;
	bool		settled = false;

	if (item->announced)
	{
		rule_met(call, "item %d was announced", item->position);
		return;
	}
	for_each(d, call->facts, DECISION)
	{
		if (d->position != item->position || d->withdrawn_at != TIME_NULL)
			continue;
		if (first == NULL || d->point < first->point)
			first = d;
		if (d->kind != W_PROCEDURAL && d->kind != W_NOTING)
			settled = true;
	}
	if (!settled)
		rule_pending(call, "item %d was not announced; all who are present must first decide to take it up",
					 item->position);
	else if (first->kind != W_PROCEDURAL || first->outcome != W_APPROVED)
	{
		rule_broken(call, "item %d was not announced, and no decision was made to take it up",
					item->position);
		rule_hint(call, "Record the decision to take the item up as its first point: kind procedural, outcome approved.");
	}
	else if (!is_unanimous(call->facts, item, first))
	{
		rule_broken(call, "item %d was not announced, and not all who were present decided to take it up",
					item->position);
		rule_detail(call, "%d of %d agreed.",
					count_agreeing(call->facts, item, first, true),
					count_serving(call->facts, item, AT_DECISION, false));
	}
	else
		rule_met(call, "item %d was not announced; all who were present decided to take it up",
				 item->position);
}

/* ---- closed doors ---- */

/*
 * closed_doors: a board meets behind closed doors.
 *
 * Where the council has admitted public meetings the board's own regulation
 * sets the value to false, citing that decision.  KL 6:25.
 */
void
judge_closed_doors(Call *call)
{
	if (!call->setting->flag)
		rule_not_applicable(call, "public meetings are admitted");
	else if (the_meeting(call->facts)->is_public != TRI_YES)
		rule_met(call, "the meeting is held behind closed doors");
	else
		rule_broken(call, "the meeting is public, and nothing admits public meetings");
}
