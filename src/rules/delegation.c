/*
 * delegation.c
 *	  Rules about delegation: what may be delegated and to whom, what is decided
 *	  by it, and the reports to the body that delegated.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/rule.h"

/*
 * delegate_mandate (KL 6:37)
 *		A body that may decide nothing of its own cannot decide for another.
 */
void
judge_delegate_mandate(Call *call)
{
	Word		kind = the_body(call->facts)->kind;
	bool		decides = kind == W_EXECUTIVE_BOARD || kind == W_BOARD || kind == W_COMMITTEE;

	for_each(d, call->facts, DELEGATION)
	{
		if (!periods_overlap(d->valid, call->days) || d->person != 0 || d->office != W_NONE || d->employee)
			continue;
		if (decides)
			rule_met(call, "%s may decide by delegation", the_body(call->facts)->name);
		else
			rule_broken(call, "%s cannot decide by delegation: it may not decide at all",
						the_body(call->facts)->name);
	}
}
