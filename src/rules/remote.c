/*
 * remote.c
 *	  Taking part at a distance (rules.md A12-A17, L15, I10).
 *
 * The clauses speak of members: notice, reason and the chair's decision are
 * asked of everybody who serves, for a substitute who serves has a member's
 * rights and duties (KL 4:22).  What the transmission must be like is asked of
 * substitutes who only attend as well, for they too take part.  Officials and
 * guests need no leave to answer from another room.
 *
 * The remote notice is judged when it is used: when the meeting is opened and
 * somebody is noted as attending at a distance.
 */
#include "postgres.h"
#include "compat.h"

#include "calendar/calendar.h"
#include "rules/calling.h"
#include "rules/roll.h"

static const RemoteNotice *
notice_of(const Facts *facts, int64 person)
{
	for_each(n, facts, REMOTE_NOTICE)
		if (n->person == person)
			return n;
	return NULL;
}

static bool
is_remote(const Attendance *a, bool serving)
{
	return a->mode == W_REMOTE &&
		(serves_in(a->capacity) || (!serving && a->capacity == W_NON_SERVING_SUBSTITUTE));
}

/* is this the first of the person's rows that says so? */
static bool
is_first_remote(const Facts *facts, const Attendance *row, bool serving)
{
	for_each(a, facts, ATTENDANCE)
	{
		if (a == row)
			return true;
		if (a->person == row->person && is_remote(a, serving))
			return false;
	}
	return true;
}

typedef void (*JudgeRemote) (Call *call, int64 person, const RemoteNotice *notice);

/* asks about each person who takes part at a distance, once */
static void
each_remote(Call *call, bool serving, JudgeRemote judge)
{
	bool		opened = the_meeting(call->facts)->opened_at != TIME_NULL;
	int			n = 0;

	for_each(a, call->facts, ATTENDANCE)
	{
		if (!is_remote(a, serving) || !is_first_remote(call->facts, a, serving))
			continue;
		n++;
		if (opened)
			judge(call, a->person, notice_of(call->facts, a->person));
	}
	if (n == 0)
		rule_not_applicable(call, "nobody takes part at a distance");
	else if (!opened)
		rule_pending(call, "%d take part at a distance; the meeting is not opened", n);
}

/* ---- whether at all ---- */

static void
judge_allowed(Call *call, int64 person, const RemoteNotice *notice)
{
	if (call->setting->flag)
		rule_met(call, "%s takes part at a distance, as it has been decided that members may",
				 call->name(call->facts, person));
	else
	{
		rule_broken(call, "%s takes part at a distance, and no decision allows it",
					call->name(call->facts, person));
		rule_hint(call, "The council decides to what extent; set remote_allowed in the body's own regulation, with the provision that says so.");
	}
}

/*
 * remote_allowed: members take part at a distance only where the council has
 * decided it.  The ground layer says false; the body's own regulation, which
 * rests on the council's decision, says true.  KL 5:16, 6:24; reglemente 3 §.
 */
void
judge_remote_allowed(Call *call)
{
	each_remote(call, true, judge_allowed);
}

/* ---- notice ---- */

static void
judge_notice(Call *call, int64 person, const RemoteNotice *notice)
{
	const InForce *law = call->facts->law;
	DateADT		day = the_meeting(call->facts)->day;
	bool		clear_days = rule_setting(call, RULE_remote_clear_days)->flag;
	DateADT		last;

	if (notice == NULL)
	{
		rule_broken(call, "%s takes part at a distance without having given notice",
					call->name(call->facts, person));
		return;
	}
	if (!calendar_knows(day))
	{
		rule_not_applicable(call, "the calendar does not reach %s", day_text(day));
		return;
	}
	last = calendar_latest_notice(day, call->setting->number, clear_days, law->extra, law->nextra);
	if (notice->notified_on <= last)
		rule_met(call, "%s gave notice on %s, the last day was %s",
				 call->name(call->facts, person), day_text(notice->notified_on), day_text(last));
	else
	{
		rule_broken(call, "%s gave notice on %s, the last day was %s",
					call->name(call->facts, person), day_text(notice->notified_on), day_text(last));
		rule_detail(call, clear_days ? gettext_noop("%d whole working days ahead of %s.") :
					gettext_noop("%d working days ahead of %s."), call->setting->number,
					day_text(day));
	}
}

/*
 * remote_notice: notice is given at the latest so many working days ahead.
 *
 * The last day is the third working day before the meeting, or (parameter
 * remote_clear_days) the day before three whole working days.  It never rolls.
 * Reglemente 3 §.
 */
void
judge_remote_notice(Call *call)
{
	each_remote(call, true, judge_notice);
}

/* ---- what must be so ---- */

/* one thing that the notice must confirm */
static void
judge_confirmed(Call *call, int64 person, bool confirmed, const char *what)
{
	if (confirmed)
		rule_met(call, "%s takes part at a distance: %s is confirmed",
				 call->name(call->facts, person), what);
	else
		rule_broken(call, "%s takes part at a distance: %s is not confirmed",
					call->name(call->facts, person), what);
}

static void
judge_reason(Call *call, int64 person, const RemoteNotice *notice)
{
	if (notice != NULL && notice->reason)
		rule_met(call, "%s has given a reason for taking part at a distance",
				 call->name(call->facts, person));
	else
		rule_broken(call, "%s takes part at a distance without a reason",
					call->name(call->facts, person));
}

/*
 * remote_reason: there are special reasons.  Reglemente 3 §.
 */
void
judge_remote_reason(Call *call)
{
	each_remote(call, true, judge_reason);
}

static void
judge_sound_and_picture(Call *call, int64 person, const RemoteNotice *notice)
{
	judge_confirmed(call, person, notice && notice->sound_and_picture,
					told("transmission of sound and picture in real time"));
}

static void
judge_equal_terms(Call *call, int64 person, const RemoteNotice *notice)
{
	judge_confirmed(call, person, notice && notice->equal_terms,
					told("that all can see and hear each other on equal terms"));
}

static void
judge_premises(Call *call, int64 person, const RemoteNotice *notice)
{
	judge_confirmed(call, person, notice && notice->premises_secure,
					told("that nobody unauthorised can follow the meeting"));
}

/* a requirement that a regulation may have set to false */
static void
each_remote_if_set(Call *call, JudgeRemote judge)
{
	if (call->setting->flag)
		each_remote(call, false, judge);
	else
		rule_not_applicable(call, "the regulation does not require it");
}

/*
 * remote_sound_and_picture: both are transmitted, in real time.
 * KL 5:16, 6:24; reglemente 3 §.
 */
void
judge_remote_sound_and_picture(Call *call)
{
	each_remote_if_set(call, judge_sound_and_picture);
}

/*
 * remote_equal_terms: all see and hear each other, on equal terms.
 * KL 5:16, 6:24; reglemente 3 §.
 */
void
judge_remote_equal_terms(Call *call)
{
	each_remote_if_set(call, judge_equal_terms);
}

/*
 * remote_premises: nobody unauthorised can see documents, picture or sound.
 * Reglemente 3 §.
 */
void
judge_remote_premises(Call *call)
{
	each_remote_if_set(call, judge_premises);
}

/* ---- the chair's decision ---- */

static void
judge_consultation(Call *call, int64 person, const RemoteNotice *notice, DateADT day)
{
	Facts	   *facts = call->facts;
	int64		deputy = consulted_deputy(facts->body, notice->decided_by, day);

	if (deputy == 0)
		rule_met(call, "%s decided on %s; there was no vice chair to consult",
				 call->name(facts, notice->decided_by), call->name(facts, person));
	else if (notice->consulted == 0 || notice->consulted_at == TIME_NULL)
		rule_broken(call, "%s decided on %s taking part at a distance without consulting %s",
					call->name(facts, notice->decided_by), call->name(facts, person),
					call->name(facts, deputy));
	else if (notice->consulted != deputy)
		rule_broken(call, "%s decided on %s taking part at a distance after consulting %s instead of %s",
					call->name(facts, notice->decided_by), call->name(facts, person),
					call->name(facts, notice->consulted), call->name(facts, deputy));
	else if (notice->consulted_at > notice->decided_at)
		rule_broken(call, "%s was consulted on %s taking part at a distance at %s, after the decision at %s",
					call->name(facts, deputy), call->name(facts, person),
					time_text(notice->consulted_at), time_text(notice->decided_at));
	else
		rule_met(call, "%s decided on %s taking part at a distance after consulting %s",
				 call->name(facts, notice->decided_by), call->name(facts, person),
				 call->name(facts, deputy));
}

static void
judge_granted(Call *call, int64 person, const RemoteNotice *notice)
{
	Facts	   *facts = call->facts;
	const Meeting *meeting = the_meeting(facts);
	DateADT		day;
	int64		chair;

	if (notice == NULL || notice->granted == TRI_UNKNOWN ||
		notice->decided_by == 0 || notice->decided_at == TIME_NULL)
	{
		rule_broken(call, "%s takes part at a distance, and the chair has not decided on it",
					call->name(facts, person));
		return;
	}
	if (notice->granted == TRI_NO)
	{
		rule_broken(call, "%s takes part at a distance, which was refused at %s",
					call->name(facts, person), time_text(notice->decided_at));
		return;
	}
	day = day_of(notice->decided_at);
	chair = acting_chair(facts->body, day);
	if (chair != 0 && notice->decided_by != chair)
	{
		rule_broken(call, "%s decided on %s taking part at a distance, while %s served as chair on %s",
					call->name(facts, notice->decided_by), call->name(facts, person),
					call->name(facts, chair), day_text(day));
		rule_hint(call, "If the chair was prevented on that day, record the hindrance first.");
	}
	else if (chair == 0 && membership_on(facts->body, notice->decided_by, W_NONE, day) == NULL)
		rule_broken(call, "%s decided on %s taking part at a distance and has no seat in the body on %s",
					call->name(facts, notice->decided_by), call->name(facts, person), day_text(day));
	else if (notice->decided_at > meeting->opened_at)
		rule_broken(call, "%s taking part at a distance was decided on at %s, after the meeting was opened at %s",
					call->name(facts, person), time_text(notice->decided_at),
					time_text(meeting->opened_at));
	else
		judge_consultation(call, person, notice, day);
}

/*
 * remote_decision: the one who serves as chair grants presence at a distance
 * after consulting the vice chair: consultation, then decision, then meeting.
 *
 * Where the chair is prevented the vice chair decides, after consulting the
 * second vice chair if there is one.  Reglemente 3 §; rules.md A16, I8.
 */
void
judge_remote_decision(Call *call)
{
	each_remote(call, true, judge_granted);
}
