/*
 * bodies.c
 *	  How a body comes to be and how long it lasts (rules.md L1, E3, E5, E10,
 *	  I17, I18).
 */
#include "postgres.h"
#include "compat.h"

#include "utils/timestamp.h"

#include "rules/calling.h"
#include "rules/seats.h"

/*
 * founding_decision: a body exists because somebody entitled to it decided so.
 * KL 3:2-3:5.
 */
void
judge_founding_decision(Call *call)
{
	const Body *body = the_body(call->facts);

	if (body->founded)
		rule_met(call, "%s has a founding decision", body->name);
	else
	{
		rule_broken(call, "%s has no founding decision", body->name);
		rule_hint(call, "Name the decision in founded_by: the council's, or for a committee the board's own where the council has said nothing.");
	}
}

/* committee_parent: a committee is of a board.  KL 3:5. */
void
judge_committee_parent(Call *call)
{
	const Body *body = the_body(call->facts);
	const Body *parent = call->facts->parent ? the_body(call->facts->parent) : NULL;

	if (parent == NULL)
		rule_broken(call, "%s is a %s of no board", body->name, word_told(body->kind));
	else if (parent->kind != W_BOARD && parent->kind != W_EXECUTIVE_BOARD)
		rule_broken(call, "%s is a %s of %s, which is no board but a body of kind %s",
					body->name, word_told(body->kind), parent->name, word_told(parent->kind));
	else
		rule_met(call, "%s is a %s of %s", body->name, word_told(body->kind), parent->name);
}

/* body_sunset: a temporary body has a last day (I17). */
void
judge_body_sunset(Call *call)
{
	const Body *body = the_body(call->facts);

	if (body->valid.to == PG_INT32_MAX)
		rule_broken(call, "%s is temporary and has no last day", body->name);
	else
		rule_met(call, "%s ends on %s", body->name, day_text(body->valid.to - 1));
}

/*
 * body_extension: a temporary body lives longer only by a decision made while
 * it lived (I18).  extended_on is the day of that decision.
 */
void
judge_body_extension(Call *call)
{
	const Body *old = row_before(call);
	const Body *new = row_after(call);

	if (old == NULL || new == NULL || new->valid.to <= old->valid.to)
		return;
	if (new->extended_on == DAY_NULL || new->extended_on == old->extended_on)
		rule_broken(call, "%s ends on %s and is extended by no decision", new->name,
					day_text(old->valid.to - 1));
	else if (new->extended_on >= old->valid.to)
		rule_broken(call, "%s ended on %s, before the decision of %s to extend it", new->name,
					day_text(old->valid.to - 1), day_text(new->extended_on));
	else
		return;
	rule_hint(call, "Give the day of the decision, which is no later than the last day, in extended_on.");
}

/*
 * body_dissolution: a body ends before its time only by a decision made while
 * it lived (E5).  dissolved_on is the day of that decision.  A body that had no
 * end is given one; that is not before its time.
 */
void
judge_body_dissolution(Call *call)
{
	const Body *old = row_before(call);
	const Body *new = row_after(call);

	if (old == NULL || new == NULL || new->valid.to >= old->valid.to ||
		old->valid.to == PG_INT32_MAX)
		return;
	if (new->dissolved_on == DAY_NULL || new->dissolved_on == old->dissolved_on)
		rule_broken(call, "%s ends on %s and is dissolved earlier by no decision", new->name,
					day_text(old->valid.to - 1));
	else if (new->dissolved_on >= old->valid.to)
		rule_broken(call, "%s ended on %s, before the decision of %s to dissolve it", new->name,
					day_text(old->valid.to - 1), day_text(new->dissolved_on));
	else
		return;
	rule_hint(call, "Give the day of the decision, which is no later than the last day that was set before, in dissolved_on.");
}

/*
 * body_report: a body that is dissolved has returned with its report by its
 * last day (E5).  KL 3:2: it is there to prepare something for somebody.  One
 * that ends when its time is out owes the report all the same, but ends: the
 * view body_duty tells.
 */
void
judge_body_report(Call *call)
{
	const Body *body = the_body(call->facts);
	DateADT		last = body->valid.to - 1;

	/* by the version that is in force on the last day */
	if (body->dissolved_on == DAY_NULL || !period_has(call->days, last))
		return;
	if (body->report_matter == 0)
		rule_broken(call, "%s is dissolved and has left no report", body->name);
	else if (body->reported_on > last)
		rule_broken(call, "%s is dissolved from %s and reported on %s", body->name,
					day_text(body->valid.to), day_text(body->reported_on));
	else
	{
		rule_met(call, "%s reported on %s", body->name, day_text(body->reported_on));
		return;
	}
	rule_hint(call, "Name the report, a document of a matter, in report_matter_id and report_number, and its day, the last of the body at the latest, in reported_on.");
}

/* the last day of a meeting, which may have several sittings (I26) */
static DateADT
last_day(const Facts *facts)
{
	DateADT		day = the_meeting(facts)->day;

	for_each(s, facts, SITTING)
		if (!TIMESTAMP_NOT_FINITE(s->opened_at))
			day = Max(day, day_of(s->opened_at));
	return day;
}

/*
 * body_lifetime: a body meets on days on which it exists; the day its period
 * runs to is not one of them (E3, I18).  KL 3:2-3:5.
 */
void
judge_body_lifetime(Call *call)
{
	const Meeting *meeting = the_meeting(call->facts);
	const Body *body = the_body(call->facts->body);
	DateADT		last = last_day(call->facts);

	if (meeting->cancelled_at != TIME_NULL)
		return;
	if (body->valid.from <= meeting->day && last < body->valid.to)
	{
		rule_met(call, "%s exists on %s", body->name, day_text(last));
		return;
	}
	rule_broken(call, "%s does not exist on %s", body->name,
				day_text(meeting->day < body->valid.from ? meeting->day : last));
	rule_detail(call, "It exists %s.", period_text(body->valid));
}

/*
 * succession_day: from the day on which another body takes its place, the
 * former one does not meet (E10).  KL 4:10: the assignments end when a new
 * organisation takes effect.
 */
void
judge_succession_day(Call *call)
{
	const Meeting *meeting = the_meeting(call->facts);
	DateADT		last = last_day(call->facts);

	if (meeting->cancelled_at != TIME_NULL)
		return;
	for_each(s, call->facts->body, BODY_SUCCESSION)
		if (last >= s->day)
		{
			rule_broken(call, "%s has a successor from %s and does not meet on %s",
						the_body(call->facts->body)->name, day_text(s->day), day_text(last));
			rule_hint(call, "The meeting is one of the successor.");
			return;
		}
}
