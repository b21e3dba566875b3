/*
 * delegated.c
 *	  Rules about decisions by delegation outside meetings (rules.md L3, L4).
 *
 * The delegation is found among those of the body in which the delegate acts; a
 * decision without one is left to its foreign key.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/delegation.h"
#include "rules/seats.h"

static const Delegation *
delegation_of(const Facts *facts, const DelegatedDecision *d)
{
	const Facts *body = facts_body_named(facts, d->body);

	return body ? delegation_by_id(body, d->delegation) : NULL;
}

/* the decisions whose rules are in force, each with its delegation */
#define for_each_delegated(d, g, call) \
	for_each(d, (call)->facts, DELEGATED_DECISION) \
		for (const Delegation *g = delegation_of((call)->facts, d); \
			 g != NULL && rule_in_force(call, d->body, d->decided_on, d->number); \
			 g = NULL)

/*
 * delegated_in_force (KL 6:37, 7:5)
 *		The delegation is in force on the day of the decision.
 */
void
judge_delegated_in_force(Call *call)
{
	for_each_delegated(d, g, call)
	{
		if (period_has(g->valid, d->decided_on))
			rule_met(call, "decision %d rests on delegation %lld, in force %s", d->number,
					 (long long) g->id, period_text(g->valid));
		else
			rule_broken(call, "decision %d of %s rests on delegation %lld, which is in force %s",
						d->number, day_text(d->decided_on), (long long) g->id, period_text(g->valid));
	}
}

/* ---- by whom ---- */

/* does the person, on that day, hold the office, or in the presidium any? */
static bool
is_of_office(const Facts *body, int64 person, Word office, DateADT day)
{
	for_each(o, body, OFFICE)
		if (o->person == person && period_has(o->valid, day) &&
			(o->kind == office || (office == W_PRESIDIUM && is_presidium(o->kind))))
			return true;
	return false;
}

static void
judge_person(Call *call, const DelegatedDecision *d, const Delegation *g, const Facts *body)
{
	Word		role = g->urgent ? W_MEMBER : W_NONE;
	const char *name = call->name(call->facts, d->person);

	if (d->person != g->person)
		rule_broken(call, "decision %d was made by %s, and delegation %lld is to %s", d->number,
					name, (long long) g->id, call->name(call->facts, g->person));
	else if (membership_on(body, d->person, role, d->decided_on) == NULL)
		rule_broken(call, g->urgent ?
					gettext_noop("decision %d was made by %s, who is no member of \"%s\" on %s") :
					gettext_noop("decision %d was made by %s, who has no seat in \"%s\" on %s"),
					d->number, name, the_body(body)->name, day_text(d->decided_on));
	else
		rule_met(call, "decision %d was made by %s, to whom it is delegated", d->number, name);
}

static void
judge_office(Call *call, const DelegatedDecision *d, const Delegation *g, const Facts *body)
{
	const char *name = call->name(call->facts, d->person);
	int64		holder = office_holder(body, g->office, d->decided_on);

	if (is_of_office(body, d->person, g->office, d->decided_on))
		rule_met(call, "decision %d was made by %s, of office %s on %s", d->number, name,
				 word_told(g->office), day_text(d->decided_on));
	else
	{
		rule_broken(call, "decision %d was made by %s, who is not of office %s in \"%s\" on %s",
					d->number, name, word_told(g->office), the_body(body)->name,
					day_text(d->decided_on));
		if (holder != 0)
			rule_hint(call, "It was %s.", call->name(call->facts, holder));
	}
}

/*
 * delegated_by (KL 6:37, 6:39, 7:5)
 *		Who decides is the delegate: the person named, with a seat on the day;
 *		who holds the office on the day; an employee, who is named (who holds which
 *		post is not known here); nobody where a machine decides.  A body decides
 *		at its meetings.
 */
void
judge_delegated_by(Call *call)
{
	for_each_delegated(d, g, call)
	{
		const Facts *body = facts_body_named(call->facts, d->body);

		if (delegates_to_body(g))
		{
			rule_broken(call, "decision %d rests on delegation %lld, which is to \"%s\" as a body",
						d->number, (long long) g->id, the_body(body)->name);
			rule_hint(call, "A body decides at its meetings: record it there (decision.on_behalf_of).");
		}
		else if (g->office == W_AUTOMATED && d->person == 0)
			rule_met(call, "decision %d was made by the automated function", d->number);
		else if (g->office == W_AUTOMATED)
			rule_broken(call, "decision %d was made by %s, and delegation %lld is to an automated function",
						d->number, call->name(call->facts, d->person), (long long) g->id);
		else if (d->person == 0)
		{
			rule_broken(call, "decision %d does not say who decided", d->number);
			rule_hint(call, "State the delegate in person_id.");
		}
		else if (g->person != 0)
			judge_person(call, d, g, body);
		else if (g->office != W_NONE)
			judge_office(call, d, g, body);
		else
			rule_met(call, "decision %d was made by %s as an employee", d->number,
					 call->name(call->facts, d->person));
	}
}

/* ---- about what ---- */

/* is the matter a citizen proposal that the council has let the delegating body decide? */
static bool
is_citizen_proposal(const Facts *facts, int64 from)
{
	const Motion *motion = the_motion(facts);

	return motion != NULL && motion->kind == W_CITIZEN_PROPOSAL && motion->decided_by == from;
}

/*
 * delegated_subject (KL 6:38, 7:5, rules.md L3)
 *		What may not be delegated is not decided by delegation, nor by a machine
 *		what can be appealed as to its lawfulness (6:38 2 st).  What could not wait
 *		is no delegation of that kind (6:39).
 */
void
judge_delegated_subject(Call *call)
{
	for_each_delegated(d, g, call)
	{
		bool		proposal = is_citizen_proposal(call->facts, g->from_body);
		const char *barred = barred_subject(proposal ? W_CITIZEN_PROPOSAL : d->subject);

		if (barred != NULL && !g->urgent)
			rule_broken(call, "decision %d is about %s, which may not be delegated", d->number, barred);
		else if (g->office == W_AUTOMATED && d->appealable == TRI_YES)
			rule_broken(call, "decision %d is automated and can be appealed", d->number);
		else
			rule_met(call, "decision %d is about what may be delegated", d->number);
	}
}
