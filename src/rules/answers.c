/*
 * answers.c
 *	  Rules about the answers to referrals (remissvar).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/calling.h"
#include "rules/referrals.h"
#include "rules/wording.h"

/* Is the rule in force for the body that answers, on the day of the answer? */
static bool
answer_in_force(Call *call, const ReferralAnswer *a)
{
	return rule_in_force(call, a->body, a->answered_on, a->number);
}

static const ReferralRecipient *
recipient_of(const Facts *matter, const ReferralAnswer *a)
{
	for_each(to, matter, REFERRAL_RECIPIENT)
		if (to->number == a->number && to->body == a->body)
			return to;
	return NULL;
}

/*
 * answer_asked (rules.md E2, B4)
 *		Who was asked answers, once it has been.
 */
void
judge_answer_asked(Call *call)
{
	for_each(a, call->facts, REFERRAL_ANSWER)
	{
		const Referral *r = referral_numbered(call->facts, a->number);
		const char *name = body_name(call->facts, a->body);

		if (r == NULL || !answer_in_force(call, a))
			continue;
		if (recipient_of(call->facts, a) == NULL)
		{
			rule_broken(call, "%s answers referral %d without having been asked", name, a->number);
			rule_hint(call, "Record whom the referral was sent to in referral_recipient.");
		}
		else if (a->answered_on < r->sent_on)
			rule_broken(call, "%s answers referral %d on %s, but it was sent on %s", name,
						a->number, day_text(a->answered_on), day_text(r->sent_on));
		else
			rule_met(call, "%s was asked by referral %d on %s", name, a->number,
					 day_text(r->sent_on));
	}
}

/* ---- what it rests on ---- */

/* when something was decided: on the day of the sitting, if that is stated */
static DateADT
day_decided(const Handling *h)
{
	return h->decided_at == TIME_NULL ? h->day : day_of(h->decided_at);
}

/*
 * The decision that an answer rests on: the body's own, or one that was made on
 * its behalf, at the item that the answer names.  That the item was put off
 * answers nothing.
 */
static const Handling *
decision_of(const Facts *matter, const ReferralAnswer *a)
{
	for_each_handling(h, matter)
		if (h->meeting == a->meeting && h->position == a->position && !h->cancelled &&
			(h->body == a->body || h->on_behalf_of == a->body) &&
			(h->kind == W_SETTLING || h->kind == W_OPINION || h->kind == W_NOTING))
			return h;
	return NULL;
}

/*
 * answer_decided (rules.md B1, B4)
 *		An answer that the body has decided rests on a decision that stands.  An
 *		office answers by letter, and other answers need no decision.
 */
void
judge_answer_decided(Call *call)
{
	for_each(a, call->facts, REFERRAL_ANSWER)
	{
		const char *name = body_name(call->facts, a->body);
		const Handling *decision;

		if (!answer_in_force(call, a))
			continue;
		if (a->kind != W_DECIDED)
		{
			rule_not_applicable(call, "%s did not decide its answer to referral %d", name, a->number);
			continue;
		}
		decision = decision_of(call->facts, a);
		if (decision == NULL)
		{
			if (a->meeting == 0)
				rule_broken(call, "%s is said to have decided its answer to referral %d, but no meeting is named",
							name, a->number);
			else
				rule_broken(call, "%s is said to have decided its answer to referral %d, but has decided nothing about the matter at item %d of the meeting that is named",
							name, a->number, a->position);
			rule_hint(call, "Name the item of the body's decision (meeting_id, position), which is about the matter and not withdrawn; an answer by letter is of kind office.");
		}
		else if (day_decided(decision) > a->answered_on)
			rule_broken(call, "%s answers referral %d on %s, but decided on %s", name, a->number,
						day_text(a->answered_on), day_text(day_decided(decision)));
		else
			rule_met(call, "%s decided its answer to referral %d on %s", name, a->number,
					 day_text(day_decided(decision)));
	}
}

static const Document *
document_numbered(const Facts *matter, int32 number)
{
	for_each(d, matter, DOCUMENT)
		if (d->number == number)
			return d;
	return NULL;
}

/* says what is wrong with the days of an answer and its statement, if something is */
static bool
is_too_late(Call *call, const ReferralAnswer *a, const Document *d)
{
	const Handling *decision = a->kind == W_DECIDED ? decision_of(call->facts, a) : NULL;
	const char *name = body_name(call->facts, a->body);

	if (d->dated_on > a->answered_on)
		rule_broken(call, "%s answers referral %d on %s and refers to statement %d, which is of %s",
					name, a->number, day_text(a->answered_on), d->number, day_text(d->dated_on));
	else if (decision != NULL && d->dated_on > day_decided(decision))
		rule_broken(call, "%s decided its answer to referral %d on %s and refers to statement %d, which is of %s",
					name, a->number, day_text(day_decided(decision)), d->number,
					day_text(d->dated_on));
	else
		return false;
	return true;
}

/*
 * answer_statement (rules.md B1, C3)
 *		Where an answer refers to the officials' statement, that is there, and was
 *		when the body decided.
 */
void
judge_answer_statement(Call *call)
{
	for_each(a, call->facts, REFERRAL_ANSWER)
	{
		const char *name = body_name(call->facts, a->body);
		const Document *d;

		if (!answer_in_force(call, a))
			continue;
		if (a->statement == INT_NULL)
		{
			rule_not_applicable(call, "%s answers referral %d without referring to a statement", name,
								a->number);
			continue;
		}
		d = document_numbered(call->facts, a->statement);
		if (d == NULL || d->kind != W_STATEMENT)
		{
			rule_broken(call, "%s refers in its answer to referral %d to document %d, which is %s", name,
						a->number, a->statement, d ? told("no statement") : told("missing"));
			rule_hint(call, "Register the statement in the matter: a document of kind statement.");
		}
		else if (d->dated_on == DAY_NULL)
			rule_pending(call, "%s refers in its answer to referral %d to statement %d, which has no date",
						 name, a->number, a->statement);
		else if (!is_too_late(call, a, d))
			rule_met(call, "%s refers in its answer to referral %d to statement %d of %s", name,
					 a->number, a->statement, day_text(d->dated_on));
	}
}

/* ---- what it says ---- */

/*
 * answer_recommends (rules.md E8)
 *		Others decide.  The wording is kept as it was written, and warned about.
 */
void
judge_answer_recommends(Call *call)
{
	for_each(a, call->facts, REFERRAL_ANSWER)
	{
		const char *name = body_name(call->facts, a->body);

		if (a->wording == NULL || !answer_in_force(call, a))
			continue;
		if (read_wording(a->wording).deciding != NULL)
		{
			rule_broken(call, "%s was asked by referral %d for its opinion, and writes as if it decided",
						name, a->number);
			rule_detail(call, "It writes: \"%s\"", a->wording);
			rule_hint(call, "The wording is kept. What it recommends is in the column recommendation: reject (avstyrker), approve (tillstyrker).");
		}
		else
			rule_met(call, "%s recommends in its answer to referral %d", name, a->number);
	}
}
