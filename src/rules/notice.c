/*
 * notice.c
 *	  Announcing that minutes have been attested (rules.md A19, L19, I13, I14).
 *
 * That it is done in time, how long the notice must stay up and when a
 * decision gains legal force are duties and consequences that the registry's
 * view minutes_status shows, from the same parameters (notice_days,
 * appeal_days).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/minutes.h"

/*
 * notice_after_attestation: what is announced is that minutes have been
 * attested, so they have been; and the notice says where they are kept.
 * Reglemente 4 §; KL 8:12.
 */
void
judge_notice_after_attestation(Call *call)
{
	for_each(n, call->facts, PUBLIC_NOTICE)
	{
		const Seal *seal = seal_of(call->facts, n->number);

		if (seal == NULL)
		{
			rule_broken(call, "the notice of %s announces minutes %d, which are not attested",
						day_text(n->posted_on), n->number);
			rule_hint(call, "Minutes are announced when all their sections are attested.");
		}
		else if (n->posted_on < seal->attested_on)
			rule_broken(call, "the notice of %s announces minutes %d before they were attested %s",
						day_text(n->posted_on), n->number, day_text(seal->attested_on));
		else if (!n->kept_at)
			rule_broken(call, "the notice of %s does not say where minutes %d are kept",
						day_text(n->posted_on), n->number);
		else
			rule_met(call, "minutes %d, attested %s, are announced %s", n->number,
					 day_text(seal->attested_on), day_text(n->posted_on));
	}
}
