/*
 * claims.c
 *	  What becomes of each claim (att-sats) of a motion (rules.md L20).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/motions.h"

/* the decision that the claim names, as far as it stands and is about the motion; or null */
static const Handling *
decision_of(const Facts *facts, const Claim *claim)
{
	for_each_handling(h, facts)
		if (h->meeting == claim->meeting && h->position == claim->position && h->point == claim->point)
			return h;
	return NULL;
}

/* the last day on which the motion was handled, or else raised */
static DateADT
last_day(const Facts *facts, const Motion *motion)
{
	DateADT		day = motion->raised_on;

	for_each_handling(h, facts)
		day = Max(day, h->day);
	return day;
}

/* Can the claim have this outcome by a decision with that one?  "Other" says nothing. */
static bool
agree(Word claim, Word decision)
{
	return decision == W_OTHER || decision == claim;
}

/* a claim that could no longer be done as it asks when it was decided */
static const char *
obsolete_text(const Claim *claim, const Handling *h)
{
	if (claim->expires_on == DAY_NULL || claim->expires_on >= handling_day(h))
		return "";
	return psprintf(told("; it was obsolete, having expired on %s"), day_text(claim->expires_on));
}

static void
judge_claim(Call *call, const Motion *motion, const Claim *claim, const Handling *h)
{
	if (!is_settling(h))
		rule_broken(call, "claim %d is %s by item %d point %d, which settles nothing",
					claim->number, word_told(claim->outcome), h->position, h->point);
	else if (claim->outcome == W_WRITTEN_OFF && h->body != motion->council)
		rule_broken(call, "claim %d is written off by item %d, which only the council does",
					claim->number, h->position);
	else if (!decides_motion(motion, h))
		rule_broken(call, "claim %d is %s by item %d of a body that does not decide the %s",
					claim->number, word_told(claim->outcome), h->position, motion_called(motion));
	else if (!agree(claim->outcome, h->outcome))
	{
		rule_broken(call, "claim %d is %s by item %d point %d, the outcome of which is %s",
					claim->number, word_told(claim->outcome), h->position, h->point,
					word_told(h->outcome));
		rule_hint(call, "A decision that treats claims differently has the outcome 'other', or a point for each.");
	}
	else
		rule_met(call, "claim %d is %s by item %d point %d%s", claim->number,
				 word_told(claim->outcome), h->position, h->point, obsolete_text(claim, h));
}

/*
 * claim_decided: the outcome of a claim rests on a decision that settles the
 * motion, and agrees with it as far as that says.
 *
 * One that was withdrawn, or is about another matter, is none.  Only the
 * council writes off (KL 5:35).  KL 5:23; rules.md L20.
 */
void
judge_claim_decided(Call *call)
{
	const Motion *motion = the_motion(call->facts);

	if (motion == NULL)
		return;
	for_each(c, call->facts, CLAIM)
	{
		const Handling *h = c->outcome != W_NONE ? decision_of(call->facts, c) : NULL;

		if (h != NULL)
		{
			if (rule_in_force_at(call, h))
				judge_claim(call, motion, c, h);
		}
		else if (!rule_in_force(call, motion->council, last_day(call->facts, motion), c->number))
			continue;
		else if (c->outcome == W_NONE)
			rule_pending(call, "claim %d is not decided", c->number);
		else
		{
			rule_broken(call, "claim %d is %s by a decision that is about another matter, or was withdrawn",
						c->number, word_told(c->outcome));
			rule_hint(call, "The item of the decision is about the motion (agenda_item.matter_id).");
		}
	}
}
