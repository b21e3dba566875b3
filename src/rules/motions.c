/*
 * motions.c
 *	  Rules about motions and citizen proposals.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/rule.h"

/*
 * motion_decided (KL 5:1, rules.md C2)
 *		Others propose and give opinions; the council decides.
 */
void
judge_motion_decided(Call *call)
{
	const Motion *motion = the_motion(call->facts);

	if (motion == NULL)
		return;
	for_each_handling(h, call->facts)
	{
		if (h->kind != W_SETTLING || !rule_in_force_at(call, h))
			continue;
		if (h->body == motion->council ||
			(motion->kind == W_CITIZEN_PROPOSAL && h->body == motion->decided_by))
			rule_met(call, "item %d decides the %s, which is for this body to do", h->position,
					 motion->kind == W_MOTION ? "motion" : "citizen proposal");
		else
		{
			rule_broken(call, "item %d decides a %s, which only the council does", h->position,
						motion->kind == W_MOTION ? "motion" : "citizen proposal");
			rule_hint(call, "Record what this body says of it as an opinion: kind = 'opinion'.");
		}
	}
}
