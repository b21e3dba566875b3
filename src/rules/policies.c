/*
 * policies.c
 *	  Rules about policies: which is in force, who adopted it, and whether what is
 *	  measured is what it defines.  (Whether a policy is a good one is no rule but
 *	  a review: review_policy.)
 */
#include "postgres.h"
#include "compat.h"

#include <math.h>

#include "rules/rule.h"

/* Is the rule in force for the policy, in the body that adopts it? */
static bool
in_force(Call *call, int32 number)
{
	const PolicyDocument *policy = the_policy(call->facts);

	return policy != NULL && rule_in_force(call, policy->adopted_by, policy->valid.from, number);
}

/*
 * policy_in_force (rules.md B7)
 *		A policy replaces another: where one ends the next may begin, on the same
 *		day.
 */
void
judge_policy_in_force(Call *call)
{
	const PolicyDocument *policy = the_policy(call->facts);
	bool		alone = true;

	if (!in_force(call, INT_NULL))
		return;
	for_each_policy(other, call->facts)
	{
		if (!periods_overlap(policy->valid, other->valid))
			continue;
		alone = false;
		rule_broken(call, "the policy is in force %s, and another one of the domain \"%s\" %s",
					period_text(policy->valid), policy->domain, period_text(other->valid));
		rule_detail(call, "The other is that of matter %lld.", (long long) other->matter);
		rule_hint(call, "End the former on the day that the new one begins.");
	}
	if (alone)
		rule_met(call, "no other policy of the domain \"%s\" is in force then", policy->domain);
}

/*
 * policy_supersedes (rules.md B7)
 *		Since the one that is superseded began before, there can be no circle.
 */
void
judge_policy_supersedes(Call *call)
{
	const PolicyDocument *policy = the_policy(call->facts);
	const OtherPolicy *former = NULL;

	if (policy == NULL || policy->supersedes == 0 || !in_force(call, INT_NULL))
		return;
	for_each_policy(other, call->facts)
		if (other->matter == policy->supersedes)
			former = other;
	if (former == NULL)
		rule_broken(call, "the policy supersedes one that is not of the domain \"%s\"", policy->domain);
	else if (former->valid.from >= policy->valid.from)
		rule_broken(call, "the policy, in force from %s, supersedes one that is in force from %s",
					day_text(policy->valid.from), day_text(former->valid.from));
	else if (former->valid.to > policy->valid.from)
		rule_broken(call, "the policy, in force from %s, supersedes one that is in force until %s",
					day_text(policy->valid.from), former->valid.to == PG_INT32_MAX ?
					told("further notice") : day_text(former->valid.to - 1));
	else
		rule_met(call, "the policy that it supersedes ended before it began");
}

/* the decision that adopts the policy; null: there is none about this matter */
static const Handling *
adoption_of(const Facts *facts, const PolicyDocument *policy)
{
	for_each_handling(h, facts)
		if (h->meeting == policy->meeting && h->position == policy->position && h->point == policy->point)
			return h;
	return NULL;
}

/*
 * policy_adopted (KL 5:1, 6:38)
 *		Goals, direction, scope and quality of what a board does are never left to
 *		others to decide.
 */
void
judge_policy_adopted(Call *call)
{
	const PolicyDocument *policy = the_policy(call->facts);
	const Handling *adoption;
	bool		goals = call->facts->rows[T_GOAL].n > 0;

	if (!in_force(call, INT_NULL))
		return;
	if (policy->meeting == 0)
	{
		rule_pending(call, "no decision is named that adopts the policy");
		return;
	}
	adoption = adoption_of(call->facts, policy);
	if (adoption == NULL)
		rule_broken(call, "the decision that is named as adopting the policy does not stand, or is not about its matter");
	else if (adoption->body != policy->adopted_by)
		rule_broken(call, "the decision that is named as adopting the policy is another body's than the one that adopts it");
	else if (adoption->kind != W_SETTLING || adoption->outcome == W_REJECTED)
		rule_broken(call, "the decision that is named as adopting the policy does not settle it");
	else if (adoption->day > policy->valid.from)
	{
		rule_broken(call, "the policy is in force from %s and was adopted on %s",
					day_text(policy->valid.from), day_text(adoption->day));
	}
	else if (goals && (adoption->on_behalf_of != 0 || adoption->delegation != 0))
	{
		rule_broken(call, "the goals of the policy are adopted by delegation");
		rule_hint(call, "Goals are for the body itself to adopt: put the policy before it.");
	}
	else
		rule_met(call, "the policy was adopted on %s", day_text(adoption->day));
}

/* ---- what is measured ---- */

/*
 * target_after_baseline (rules.md F)
 *		What is to be reached lies ahead of what is today.
 */
void
judge_target_after_baseline(Call *call)
{
	for_each(i, call->facts, INDICATOR)
	{
		if (!in_force(call, i->number))
			continue;
		if (i->baseline_on == DAY_NULL || i->target_on == DAY_NULL)
			rule_pending(call, i->baseline_on == DAY_NULL ?
						 gettext_noop("indicator %d has no day of its baseline") :
						 gettext_noop("indicator %d has no day of its target"), i->number);
		else if (i->target_on <= i->baseline_on)
			rule_broken(call, "indicator %d has its target on %s and its baseline on %s", i->number,
						day_text(i->target_on), day_text(i->baseline_on));
		else
			rule_met(call, "indicator %d has its target on %s, after its baseline", i->number,
					 day_text(i->target_on));
	}
}

static bool
same_text(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* what a measurement has that its indicator does not define; null: nothing */
static const char *
undefined_part(const Indicator *i, const Measurement *m)
{
	if (m->area_set != 0 && m->area_set != i->area_set)
		return told("an area of another set");
	if (m->group_name != NULL && !same_text(m->group_name, i->group_a) &&
		!same_text(m->group_name, i->group_b))
		return told("a group that the indicator does not have");
	if (!isnan(i->least) && m->value < i->least)
		return told("a value below the least that there can be");
	if (!isnan(i->greatest) && m->value > i->greatest)
		return told("a value above the greatest that there can be");
	return NULL;
}

static const Indicator *
indicator_of(const Facts *facts, const Measurement *m)
{
	for_each(i, facts, INDICATOR)
		if (i->number == m->indicator)
			return i;
	return NULL;
}

/*
 * measurement_defined (rules.md F)
 *		Asked of each row that is written, since they are many.
 */
void
judge_measurement_defined(Call *call)
{
	const Measurement *m = row_after(call);
	const Indicator *i = m ? indicator_of(call->facts, m) : NULL;
	const char *part = i ? undefined_part(i, m) : NULL;

	if (part != NULL && in_force(call, m->indicator))
		rule_broken(call, "measurement %d of indicator %d on %s has %s", m->number, m->indicator,
					day_text(m->measured_on), part);
}

/*
 * definition_kept (rules.md F)
 *		The same from the other side: what was measured was measured by a
 *		definition, and does not become something else.
 */
void
judge_definition_kept(Call *call)
{
	for_each(i, call->facts, INDICATOR)
	{
		int			n = 0;
		const Measurement *first = NULL;

		if (!in_force(call, i->number))
			continue;
		for_each(m, call->facts, MEASUREMENT)
			if (m->indicator == i->number && undefined_part(i, m) != NULL)
			{
				if (n++ == 0)
					first = m;
			}
		if (n > 0)
			rule_broken(call, "indicator %d does not define %d of its measurements: number %d has %s",
						i->number, n, first->number, undefined_part(i, first));
		else
			rule_met(call, "indicator %d defines what has been measured by it", i->number);
	}
}

/* ---- who answers for it ---- */

/* the days on which a body is there: to its end, or until another takes its place */
static Period
lifetime_of(const Facts *body)
{
	Period		days = the_body(body)->valid;

	for_each(s, body, BODY_SUCCESSION)
		days.to = Min(days.to, s->day);
	return days;
}

/*
 * responsible_exists (rules.md F)
 *		An activity without an end goes on as long as the body that answers for
 *		it may.
 */
void
judge_responsible_exists(Call *call)
{
	for_each(a, call->facts, ACTIVITY)
	{
		const Facts *body = a->responsible ? facts_body_named(call->facts, a->responsible) : NULL;
		Period		days;

		if (body == NULL || the_body(body) == NULL || !in_force(call, a->number))
			continue;
		days = lifetime_of(body);
		if (a->valid.from < days.from || (a->valid.to > days.to && a->valid.to != PG_INT32_MAX) ||
			a->valid.from >= days.to)
		{
			rule_broken(call, "activity %d goes on %s, and %s, which answers for it, exists %s", a->number,
						period_text(a->valid), the_body(body)->name, period_text(days));
			rule_hint(call, "Let it end with the body, and give what remains to the one that takes its place.");
		}
		else
			rule_met(call, "%s, which answers for activity %d, exists then", the_body(body)->name, a->number);
	}
}
