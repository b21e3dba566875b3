/*
 * letters.c
 *	  Rules about letters (skrivelser): who signs, who countersigns, in which
 *	  order (rules.md A24, A25, I8).
 *
 * They say what must hold when a letter leaves.  Until then signatures and
 * hindrances may be written in any order, and an explanation tells what would
 * stop it; only a letter that was sent can break them.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/calling.h"

/* does the question concern the letter? */
static bool
is_asked(const Call *call, const Letter *letter)
{
	return call->explain || letter->dispatched_on != DAY_NULL;
}

/* how a letter stands that is not as it must be */
static Status
failing(const Letter *letter)
{
	return letter->dispatched_on == DAY_NULL ? PENDING : BROKEN;
}

static const LetterSignature *
signature_of(const Facts *facts, const Letter *letter, Word role)
{
	for_each(s, facts, LETTER_SIGNATURE)
		if (s->number == letter->number && s->role == role)
			return s;
	return NULL;
}

/*
 * The same, if the rule is to judge it: by the regulation in force on the day
 * when it was given.
 */
static const LetterSignature *
asked_signature(Call *call, const Letter *letter, Word role)
{
	const LetterSignature *s = signature_of(call->facts, letter, role);

	if (s == NULL || !is_asked(call, letter) ||
		!rule_in_force(call, letter->body, day_of(s->signed_at), letter->number))
		return NULL;
	return s;
}

/* ---- that both are there ---- */

/*
 * letter_signed: a letter is signed and countersigned when it leaves; on the
 * same day will do, for no hour of its leaving is known.  Reglemente 7 §.
 */
void
judge_letter_signed(Call *call)
{
	for_each(l, call->facts, LETTER)
	{
		const LetterSignature *sign = signature_of(call->facts, l, W_SIGN);
		const LetterSignature *countersign = signature_of(call->facts, l, W_COUNTERSIGN);
		bool		sent = l->dispatched_on != DAY_NULL;

		if (!is_asked(call, l) ||
			!rule_in_force(call, l->body, sent ? l->dispatched_on : l->dated_on, l->number))
			continue;
		if (sign == NULL || countersign == NULL)
		{
			rule_say(call, failing(l),
					 sent ? gettext_noop("letter %d was sent and is not %s") :
					 gettext_noop("letter %d is not %s yet"), l->number,
					 sign ? told("countersigned") : countersign ? told("signed") :
					 told("signed or countersigned"));
			rule_hint(call, "Record both signatures in letter_signature, and then the day when the letter was sent.");
		}
		else if (sent && day_of(Max(sign->signed_at, countersign->signed_at)) > l->dispatched_on)
			rule_broken(call, "letter %d was sent on %s and signed later, on %s", l->number,
						day_text(l->dispatched_on),
						day_text(day_of(Max(sign->signed_at, countersign->signed_at))));
		else
			rule_met(call, "letter %d is signed and countersigned", l->number);
	}
}

/*
 * letter_order: who countersigns confirms a signature that is there; at the
 * same stated time will do.  Reglemente 7 §.
 */
void
judge_letter_order(Call *call)
{
	for_each(l, call->facts, LETTER)
	{
		const LetterSignature *sign = signature_of(call->facts, l, W_SIGN);
		const LetterSignature *countersign = asked_signature(call, l, W_COUNTERSIGN);

		if (sign == NULL || countersign == NULL)
			continue;
		if (countersign->signed_at < sign->signed_at)
			rule_say(call, failing(l), "letter %d was countersigned at %s, before it was signed at %s",
					 l->number, time_text(countersign->signed_at), time_text(sign->signed_at));
		else
			rule_met(call, "letter %d was signed first and then countersigned", l->number);
	}
}

/*
 * letter_distinct: nobody countersigns a signature of their own.  Reglemente
 * 7 §.
 */
void
judge_letter_distinct(Call *call)
{
	for_each(l, call->facts, LETTER)
	{
		const LetterSignature *sign = signature_of(call->facts, l, W_SIGN);
		const LetterSignature *countersign = asked_signature(call, l, W_COUNTERSIGN);

		if (sign == NULL || countersign == NULL)
			continue;
		if (sign->person == countersign->person)
			rule_say(call, failing(l), "letter %d was both signed and countersigned by %s",
					 l->number, call->name(call->facts, sign->person));
		else
			rule_met(call, "letter %d was signed and countersigned by two persons", l->number);
	}
}

/* ---- by whom ---- */

/* the person's place in the presidium; PRESIDIUM_SIZE: none */
static int
presidium_place(const Facts *body, int64 person, DateADT day)
{
	int			place = 0;

	while (place < PRESIDIUM_SIZE && !holds_office(body, person, presidium[place], day))
		place++;
	return place;
}

static void
judge_signer(Call *call, const Letter *letter, const LetterSignature *s)
{
	Facts	   *facts = call->facts;
	const Facts *body = facts_body_named(facts, letter->body);
	DateADT		day = day_of(s->signed_at);
	int64		chair = acting_chair(body, day);
	int			place = presidium_place(body, s->person, day);
	bool		designated = place == PRESIDIUM_SIZE;
	Word		as = designated ? W_DESIGNATED : presidium[place];

	if (chair != 0 && place > presidium_place(body, chair, day))
	{
		rule_say(call, failing(letter), "%s signed letter %d, while %s served as chair on %s",
				 call->name(facts, s->person), letter->number, call->name(facts, chair), day_text(day));
		rule_hint(call, "Let %s sign; or if it is wrong who was prevented on that day, correct that first (hindrance).",
				  call->name(facts, chair));
	}
	else if (designated && !holds_office(body, s->person, W_SIGNER, day))
	{
		rule_say(call, failing(letter), "%s signed letter %d and was not designated for it on %s",
				 call->name(facts, s->person), letter->number, day_text(day));
		rule_detail(call, "Nobody of the presidium could sign.");
		rule_hint(call, "Record the designation first: an office of kind signer, held on that day.");
	}
	else if (designated && membership_on(body, s->person, W_NONE, day) == NULL)
		rule_say(call, failing(letter), "%s, designated to sign letter %d, had no seat in the body on %s",
				 call->name(facts, s->person), letter->number, day_text(day));
	else if (s->ground != as)
		rule_say(call, failing(letter), "%s signed letter %d as %s, and signs as %s on %s",
				 call->name(facts, s->person), letter->number, word_told(s->ground),
				 word_told(as), day_text(day));
	else
		rule_met(call, "%s signed letter %d as %s", call->name(facts, s->person),
				 letter->number, word_told(as));
}

/*
 * letter_signer: the chair signs; where the chair is prevented, or there is
 * none, a vice chair; where they are too, a member or substitute who is
 * designated for it, all as of the day of signing; and the signature says as
 * what.
 *
 * A hindrance lets the next one sign.  It is known by the day only, so whoever
 * signed in spite of it was there.  Reglemente 7 § 2 st; rules.md A25, I8.
 */
void
judge_letter_signer(Call *call)
{
	for_each(l, call->facts, LETTER)
	{
		const LetterSignature *s = asked_signature(call, l, W_SIGN);

		if (s != NULL)
			judge_signer(call, l, s);
	}
}

/*
 * letter_countersigner: who countersigns is secretary on that day, and does so
 * as secretary.  Reglemente 7 § 1 st.
 */
void
judge_letter_countersigner(Call *call)
{
	Facts	   *facts = call->facts;

	for_each(l, facts, LETTER)
	{
		const LetterSignature *s = asked_signature(call, l, W_COUNTERSIGN);

		if (s == NULL)
			continue;
		if (!holds_office(facts_body_named(facts, l->body), s->person, W_SECRETARY, day_of(s->signed_at)))
		{
			rule_say(call, failing(l), "%s countersigned letter %d and was not secretary on %s",
					 call->name(facts, s->person), l->number, day_text(day_of(s->signed_at)));
			rule_hint(call, "Who stands in for the secretary holds the office too, marked as acting.");
		}
		else if (s->ground != W_SECRETARY)
			rule_say(call, failing(l), "%s countersigned letter %d as %s, and countersigns as secretary",
					 call->name(facts, s->person), l->number, word_told(s->ground));
		else
			rule_met(call, "%s countersigned letter %d as secretary",
					 call->name(facts, s->person), l->number);
	}
}
