/*
 * referrals.c
 *	  Rules about referrals (remisser) and their answers.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/rule.h"

/*
 * referral_not_self (rules.md B4)
 *		Who asks for an opinion asks others.
 */
void
judge_referral_not_self(Call *call)
{
	for_each(r, call->facts, REFERRAL)
	{
		bool		itself = false;

		for_each(to, call->facts, REFERRAL_RECIPIENT)
			itself |= to->number == r->number && to->body == r->sender;
		if (!rule_in_force(call, r->sender, r->sent_on, r->number))
			continue;
		if (itself)
			rule_broken(call, "referral %d is sent to its own sender", r->number);
		else
			rule_met(call, "referral %d is sent to others", r->number);
	}
}
