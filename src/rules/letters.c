/*
 * letters.c
 *	  Rules about letters (skrivelser), and about what is sent after a decision
 *	  (expediering).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/rule.h"

static const LetterSignature *
signature_of(const Facts *facts, int32 letter, Word role)
{
	for_each(s, facts, LETTER_SIGNATURE)
		if (s->number == letter && s->role == role)
			return s;
	return NULL;
}

/*
 * letter_signed (reglemente 7 §)
 *		A letter leaves when both have signed.
 */
void
judge_letter_signed(Call *call)
{
	for_each(l, call->facts, LETTER)
	{
		bool		signed_ = signature_of(call->facts, l->number, W_SIGN) != NULL;
		bool		countersigned = signature_of(call->facts, l->number, W_COUNTERSIGN) != NULL;

		if (!rule_in_force(call, l->body, l->dated_on, l->number))
			continue;
		if (signed_ && countersigned)
			rule_met(call, "letter %d is signed and countersigned", l->number);
		else if (l->dispatched_on == DAY_NULL)
			rule_pending(call, "letter %d lacks a signature", l->number);
		else
			rule_broken(call, "letter %d was sent and is not %s", l->number,
						signed_ ? "countersigned" : "signed");
	}
}
