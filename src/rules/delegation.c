/*
 * delegation.c
 *	  Rules about delegation: what may be delegated, by whom and to whom, and
 *	  what a meeting decides by it (rules.md A29, C4, L3, L4).
 *
 * A delegation stands with the body that may decide by it, or in which its
 * delegate has a seat, an office or a post.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/delegation.h"
#include "rules/seats.h"

/* ---- what a delegation says ---- */

const Delegation *
delegation_by_id(const Facts *body, int64 id)
{
	for_each(d, body, DELEGATION)
		if (d->id == id)
			return d;
	return NULL;
}

/* is it the body itself that may decide, at its meetings? */
bool
delegates_to_body(const Delegation *delegation)
{
	return delegation->person == 0 && delegation->office == W_NONE && !delegation->employee;
}

/*
 * barred_subject
 *		What may never be delegated (KL 6:38), in words; null: it may be.
 */
const char *
barred_subject(Word subject)
{
	switch (subject)
	{
		case W_GOALS:
			return told("goals, direction, scope or quality");
		case W_COUNCIL_ANSWER:
			return told("a proposal or statement to the council");
		case W_PRINCIPLE:
			return told("exercise of authority of principle or great weight");
		case W_CITIZEN_PROPOSAL:
			return told("a citizen proposal handed over to the board");
		default:
			return NULL;
	}
}

static const char *
delegate_text(Call *call, const Delegation *d)
{
	if (d->person != 0)
		return call->name(call->facts, d->person);
	if (d->office != W_NONE)
		return psprintf(told("the office \"%s\""), word_told(d->office));
	return d->employee ? told("an employee") : the_body(call->facts)->name;
}

/* goes through the delegations on the days that are judged */
#define for_each_delegation(d, call) \
	for_each(d, (call)->facts, DELEGATION) \
		if (!periods_overlap(d->valid, (call)->days)) \
			continue; \
		else

/* ---- to whom ---- */

/*
 * delegate_mandate (KL 6:37, rules.md C4, I17)
 *		A body that may decide nothing of its own cannot decide for another.
 */
void
judge_delegate_mandate(Call *call)
{
	const Body *body = the_body(call->facts);
	bool		decides = body->kind == W_EXECUTIVE_BOARD || body->kind == W_BOARD ||
		body->kind == W_COMMITTEE;

	for_each_delegation(d, call)
	{
		if (!delegates_to_body(d))
			continue;
		if (decides)
			rule_met(call, "%s may decide by delegation %lld", body->name, (long long) d->id);
		else
		{
			rule_broken(call, "%s, a body of kind %s, cannot decide by delegation",
						body->name, word_told(body->kind));
			rule_hint(call, "Delegate to a committee, the presidium, a member, a substitute or an employee.");
		}
	}
}

/* may the parent's power be given to this delegate of the body? */
static bool
parent_may_give(Word kind, const Delegation *d)
{
	/* members of a committee, and so its chair, have seats in its board */
	return delegates_to_body(d) ||
		(kind == W_COMMITTEE && (d->person != 0 || is_presidium(d->office)));
}

/*
 * delegation_source (KL 6:37, 7:5; 5:2 for what the council gives its boards)
 *		A board delegates to its own presidium, members, substitutes and
 *		employees, and to its committees.  Nobody passes on what was delegated.
 */
void
judge_delegation_source(Call *call)
{
	const Body *body = the_body(call->facts);
	bool		is_board = body->kind == W_EXECUTIVE_BOARD || body->kind == W_BOARD;

	for_each_delegation(d, call)
	{
		long long	id = d->id;

		if (d->from_body == body->id && delegates_to_body(d))
		{
			rule_broken(call, "delegation %lld lets \"%s\" decide for itself", id, body->name);
			rule_hint(call, "Name who may decide in its place: person_id, office or employee.");
		}
		else if (d->from_body == body->id && !is_board)
		{
			rule_broken(call, "delegation %lld is given by \"%s\", and a body of kind %s cannot delegate",
						id, body->name, word_told(body->kind));
			rule_hint(call, "Only boards delegate; what a board has delegated is not passed on.");
		}
		else if (d->from_body != body->id && d->from_body != body->parent)
			rule_broken(call, "delegation %lld to \"%s\" is given by a body that is neither itself nor its parent",
						id, body->name);
		else if (d->from_body != body->id && !parent_may_give(body->kind, d))
		{
			rule_broken(call, "delegation %lld is given by the parent of \"%s\" to %s",
						id, body->name, delegate_text(call, d));
			if (body->kind == W_COMMITTEE)
				rule_hint(call, "Who decides for the parent without a seat here is recorded there: body_id = from_body_id.");
			else
				rule_hint(call, "The council lets a board decide, and nobody in it.");
		}
		else
			rule_met(call, "delegation %lld is given to %s by a body that may", id,
					 delegate_text(call, d));
	}
}

/* has the person a seat, of the role if one is given, on some day of the period? */
static bool
has_seat(const Facts *body, int64 person, Word role, Period days)
{
	for_each(m, body, MEMBERSHIP)
		if (m->person == person && (role == W_NONE || m->role == role) &&
			periods_overlap(m->valid, days))
			return true;
	return false;
}

/*
 * delegate_seat (KL 6:37)
 *		A person has a seat in the body while the delegation runs.  That it is
 *		the case on the day of a decision is asked there: a delegation lapses with
 *		the seat, and is not unlawful for that.
 */
void
judge_delegate_seat(Call *call)
{
	for_each_delegation(d, call)
	{
		if (d->person == 0)
			continue;
		if (has_seat(call->facts, d->person, W_NONE, d->valid))
			rule_met(call, "%s has a seat while delegation %lld runs",
					 call->name(call->facts, d->person), (long long) d->id);
		else
		{
			rule_broken(call, "delegation %lld is given to %s, who has no seat in \"%s\"",
						(long long) d->id, call->name(call->facts, d->person),
						the_body(call->facts)->name);
			rule_hint(call, "Delegate to a member, a substitute, or by a post to an employee.");
		}
	}
}

/*
 * delegation_urgent (KL 6:39, rules.md L4)
 *		What cannot wait for the body is decided by its chair or a member that
 *		it has designated.
 */
void
judge_delegation_urgent(Call *call)
{
	const Body *body = the_body(call->facts);

	for_each_delegation(d, call)
	{
		if (!d->urgent)
			continue;
		if (d->from_body == body->id &&
			(is_presidium(d->office) ||
			 (d->person != 0 && has_seat(call->facts, d->person, W_MEMBER, d->valid))))
			rule_met(call, "%s may decide what is urgent by delegation %lld",
					 delegate_text(call, d), (long long) d->id);
		else
		{
			rule_broken(call, "delegation %lld lets %s decide what is urgent, which only the chair or a designated member may",
						(long long) d->id, delegate_text(call, d));
			rule_hint(call, "Name the chair's office or a member of the body that delegates.");
		}
	}
}

/* ---- what ---- */

/*
 * delegation_subject (KL 6:38, rules.md L3)
 *		What is for the board itself.  The bar is on delegation (6:37, 7:5); what
 *		cannot wait for the board is not delegated so (6:39).
 */
void
judge_delegation_subject(Call *call)
{
	for_each_delegation(d, call)
	{
		const char *barred = d->urgent ? NULL : barred_subject(d->subject_kind);

		if (barred != NULL)
			rule_broken(call, "delegation %lld is about %s, which may not be delegated",
						(long long) d->id, barred);
		else
			rule_met(call, "delegation %lld is about what may be delegated", (long long) d->id);
	}
}

/* ---- what a meeting decides by it ---- */

/* does it let the body decide for "from" (0: for whoever gave it) on that day? */
static bool
in_force_for(const Delegation *d, int64 from, DateADT day)
{
	return delegates_to_body(d) && (from == 0 || d->from_body == from) && period_has(d->valid, day);
}

static const Delegation *
any_in_force(const Facts *body, int64 from, DateADT day)
{
	for_each(d, body, DELEGATION)
		if (in_force_for(d, from, day))
			return d;
	return NULL;
}

static void
judge_named(Call *call, const Decision *d, const Delegation *named)
{
	const char *body = the_body(call->facts->body)->name;
	DateADT		day = the_meeting(call->facts)->day;
	long long	id = d->delegation;

	if (named == NULL)
		rule_broken(call, "item %d point %d rests on delegation %lld, which is not to \"%s\"",
					d->position, d->point, id, body);
	else if (!delegates_to_body(named))
		rule_broken(call, "item %d point %d rests on delegation %lld, which is to one of \"%s\" and not to the body",
					d->position, d->point, id, body);
	else if (d->on_behalf_of != named->from_body)
	{
		rule_broken(call, "item %d point %d rests on delegation %lld and is not on behalf of the body that gave it",
					d->position, d->point, id);
		rule_hint(call, "State that body in on_behalf_of.");
	}
	else if (!period_has(named->valid, day))
		rule_broken(call, "item %d point %d rests on delegation %lld, in force %s, and the meeting is on %s",
					d->position, d->point, id, period_text(named->valid), day_text(day));
	else
		rule_met(call, "item %d point %d rests on delegation %lld, in force %s",
				 d->position, d->point, id, period_text(named->valid));
}

static void
judge_unnamed(Call *call, const Decision *d)
{
	DateADT		day = the_meeting(call->facts)->day;
	const Delegation *found = any_in_force(call->facts->body, d->on_behalf_of, day);

	if (found != NULL)
		rule_met(call, "item %d point %d rests on delegation %lld, in force %s",
				 d->position, d->point, (long long) found->id, period_text(found->valid));
	else
	{
		rule_broken(call, "item %d point %d is decided on another body's behalf, and no delegation from it to \"%s\" is in force on %s",
					d->position, d->point, the_body(call->facts->body)->name, day_text(day));
		rule_hint(call, "Record what was delegated, and from when (delegation), or decide as the body itself.");
	}
}

/* is it made in another body's place? */
static bool
is_delegated(const Decision *d)
{
	return d->withdrawn_at == TIME_NULL && (d->on_behalf_of != 0 || d->delegation != 0);
}

/*
 * decision_delegated (KL 6:37, 6:41; reglemente 10 §)
 *		A decision on another body's behalf rests on a delegation from it that
 *		is in force on the day of the meeting: the one that it names, or any.
 */
void
judge_decision_delegated(Call *call)
{
	int			n = 0;

	for_each(d, call->facts, DECISION)
	{
		if (d->position != call->item->position || !is_delegated(d))
			continue;
		n++;
		if (d->delegation != 0)
			judge_named(call, d, delegation_by_id(call->facts->body, d->delegation));
		else
			judge_unnamed(call, d);
	}
	if (n == 0)
		rule_not_applicable(call, "item %d is not decided on another body's behalf", call->item->position);
}

/*
 * decision_delegable (KL 6:38, rules.md L3)
 *		No matter that is for the board itself is decided in its place, by
 *		whatever delegation.  To table it, or to take note, decides nothing in it.
 */
void
judge_decision_delegable(Call *call)
{
	int			n = 0;

	for_each(d, call->facts, DECISION)
	{
		const char *barred = barred_subject(d->subject);

		if (d->position != call->item->position || !is_delegated(d))
			continue;
		n++;
		if (barred != NULL && d->kind != W_PROCEDURAL && d->kind != W_NOTING)
		{
			rule_broken(call, "item %d point %d is decided by delegation and is about %s, which may not be delegated",
						d->position, d->point, barred);
			rule_hint(call, "Propose it to the body instead: kind = 'opinion', without on_behalf_of.");
		}
		else
			rule_met(call, "item %d point %d decides what may be delegated", d->position, d->point);
	}
	if (n == 0)
		rule_not_applicable(call, "item %d is not decided on another body's behalf", call->item->position);
}
