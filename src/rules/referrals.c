/*
 * referrals.c
 *	  Rules about referrals (remisser): who sends them, to whom, and when.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/referrals.h"

/* the row of a body that the matter's rows name; null: there is none */
static const Body *
body_row(const Facts *matter, int64 body)
{
	const Facts *facts = facts_body_named(matter, body);

	return facts ? the_body(facts) : NULL;
}

/* how it is called in a message */
const char *
body_name(const Facts *matter, int64 body)
{
	const Body *row = body_row(matter, body);

	return row && row->name ? row->name : psprintf(told("body %lld"), (long long) body);
}

const Referral *
referral_numbered(const Facts *matter, int32 number)
{
	for_each(r, matter, REFERRAL)
		if (r->number == number)
			return r;
	return NULL;
}

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

/* ---- to whom ---- */

/* Has another body taken the place of this one by that day? */
static bool
is_succeeded(const Facts *body, DateADT day)
{
	for_each(s, body, BODY_SUCCESSION)
		if (s->day <= day)
			return true;
	return false;
}

/* says what is wrong with a recipient, if something is */
static bool
is_gone(Call *call, const Referral *r, const ReferralRecipient *to)
{
	const Facts *body = facts_body_named(call->facts, to->body);

	if (body == NULL || the_body(body) == NULL)
		return false;			/* left to the foreign key */
	if (!period_has(the_body(body)->valid, r->sent_on))
	{
		rule_broken(call, "referral %d is sent on %s to %s, which does not exist then", r->number,
					day_text(r->sent_on), the_body(body)->name);
		rule_detail(call, "It exists %s.", period_text(the_body(body)->valid));
	}
	else if (is_succeeded(body, r->sent_on))
	{
		rule_broken(call, "referral %d is sent on %s to %s, whose place another body has taken",
					r->number, day_text(r->sent_on), the_body(body)->name);
		rule_hint(call, "Send it to the successor (body_succession).");
	}
	else
		return false;
	return true;
}

/*
 * referral_recipient_exists (rules.md B4, E10)
 *		Who is asked exists on the day, and has no successor yet.
 */
void
judge_referral_recipient_exists(Call *call)
{
	for_each(r, call->facts, REFERRAL)
	{
		int			n = 0;
		bool		gone = false;

		if (!rule_in_force(call, r->sender, r->sent_on, r->number))
			continue;
		for_each(to, call->facts, REFERRAL_RECIPIENT)
		{
			if (to->number != r->number)
				continue;
			n++;
			gone |= is_gone(call, r, to);
		}
		if (n == 0)
			rule_pending(call, "referral %d has no recipient yet", r->number);
		else if (!gone)
			rule_met(call, n == 1 ? gettext_noop("referral %d is sent to %d that exists on %s") :
					 gettext_noop("referral %d is sent to %d that exist on %s"), r->number, n,
					 day_text(r->sent_on));
	}
}

/* ---- by whom ---- */

/*
 * Does a body act for another: is it the same, or one that prepares or does the
 * work of the one it belongs to?  (Boards belong to the council, but have tasks
 * of their own.)
 */
static bool
acts_for(const Facts *matter, int64 body, int64 other)
{
	const Body *row = body_row(matter, body);

	if (body == other)
		return true;
	return row != NULL && row->parent == other &&
		(row->kind == W_COMMITTEE || row->kind == W_PREPARATION ||
		 row->kind == W_WORKING_GROUP || row->kind == W_UNIT);
}

/* Is it sent to the body; or, with 0, to anybody at all? */
static bool
is_recipient(const Facts *matter, const Referral *r, int64 body)
{
	for_each(to, matter, REFERRAL_RECIPIENT)
		if (to->number == r->number && (to->body == body || body == 0))
			return true;
	return false;
}

/* Was the sender of a referral asked by another one, no later than it sent its own? */
static bool
was_asked(const Facts *matter, const Referral *asking, const Referral *r)
{
	for_each(to, matter, REFERRAL_RECIPIENT)
		if (to->number == asking->number && acts_for(matter, r->sender, to->body) &&
			(to->received_on != DAY_NULL ? to->received_on : asking->sent_on) <= r->sent_on)
			return true;
	return false;
}

/*
 * Had the sender the matter until it referred it to the body that handles it?
 * (Not if it was asked by then: it answers with a question.)
 */
static bool
hands_over(const Facts *matter, const Referral *r)
{
	bool		handed_over = false;

	for_each(other, matter, REFERRAL)
	{
		if (other != r && was_asked(matter, other, r))
			return false;
		handed_over |= other->sender == r->sender && other->sent_on >= r->sent_on &&
			is_recipient(matter, other, the_matter(matter)->body);
	}
	return handed_over;
}

/*
 * May the sender refer the matter of its own accord: because it handles it, works
 * for the body that does, or has that one under it; or hands it over to that
 * body?  The council may ask in any matter, and what others ask the municipality
 * is not for us to rule.
 */
static bool
has_matter(const Facts *matter, const Referral *r)
{
	int64		handler = the_matter(matter)->body;
	const Body *sender = body_row(matter, r->sender);
	const Body *handling = body_row(matter, handler);

	if (sender == NULL || sender->kind == W_COUNCIL || sender->kind == W_COMPANY ||
		sender->kind == W_EXTERNAL || acts_for(matter, r->sender, handler))
		return true;
	return (handling != NULL && handling->parent == r->sender) || hands_over(matter, r);
}

/*
 * For each referral of the matter, the one by which its sender was asked; the
 * referral itself where the matter is the sender's own, null where it is not in
 * the chain.  Of one day, one asks the next only if it is in the chain itself,
 * lest two that ask each other hold one another up.
 */
static const Referral **
chain_of(const Facts *matter)
{
	const FactRows *rows = &matter->rows[T_REFERRAL];
	const Referral *r = (const Referral *) rows->data;
	const Referral **asked_by = palloc0(Max(rows->n, 1) * sizeof(Referral *));
	bool		found;

	for (int i = 0; i < rows->n; i++)
		if (has_matter(matter, &r[i]))
			asked_by[i] = &r[i];
	do
	{
		found = false;
		for (int i = 0; i < rows->n; i++)
			for (int j = 0; j < rows->n && asked_by[i] == NULL; j++)
				if (j != i && (asked_by[j] != NULL || r[j].sent_on < r[i].sent_on) &&
					was_asked(matter, &r[j], &r[i]))
				{
					asked_by[i] = &r[j];
					found = true;
				}
	} while (found);
	return asked_by;
}

/*
 * referral_chain (rules.md E2)
 *		A matter goes from the council to the executive board, to its committee,
 *		to two boards: whoever refers it onwards has it, or was asked by one who
 *		has.  What has no recipient yet has not been referred.
 */
void
judge_referral_chain(Call *call)
{
	const Referral **asked_by = chain_of(call->facts);
	int			i = 0;

	for_each(r, call->facts, REFERRAL)
	{
		const Referral *asking = asked_by[i++];

		if (!rule_in_force(call, r->sender, r->sent_on, r->number))
			continue;
		if (!is_recipient(call->facts, r, 0))
			rule_pending(call, "referral %d has no recipient yet", r->number);
		else if (asking == r)
			rule_met(call, "referral %d is sent by %s, which has the matter", r->number,
					 body_name(call->facts, r->sender));
		else if (asking != NULL)
			rule_met(call, "referral %d is sent by %s, asked by referral %d", r->number,
					 body_name(call->facts, r->sender), asking->number);
		else
		{
			rule_broken(call, "referral %d is sent on %s by %s, which does not handle the matter and was not asked by then",
						r->number, day_text(r->sent_on), body_name(call->facts, r->sender));
			rule_detail(call, "The matter is handled by %s.",
						body_name(call->facts, the_matter(call->facts)->body));
			rule_hint(call, "Record first the referral by which it was asked; or, where it had the matter before, the one by which it handed it over to %s.",
					  body_name(call->facts, the_matter(call->facts)->body));
		}
	}
	pfree(asked_by);
}

/* ---- when ---- */

/*
 * referral_dates (rules.md B3)
 *		Received on or after the day it was sent; an extension (anstånd), which may
 *		be granted late, gives a later last day.
 */
void
judge_referral_dates(Call *call)
{
	for_each(to, call->facts, REFERRAL_RECIPIENT)
	{
		const Referral *r = referral_numbered(call->facts, to->number);
		const char *name = body_name(call->facts, to->body);

		if (r == NULL || !rule_in_force(call, r->sender, r->sent_on, r->number))
			continue;
		if (to->received_on != DAY_NULL && to->received_on < r->sent_on)
			rule_broken(call, "%s received referral %d on %s, but it was sent on %s", name,
						r->number, day_text(to->received_on), day_text(r->sent_on));
		else if (to->answer_by == DAY_NULL)
			rule_met(call, "%s has the time to answer that referral %d sets", name, r->number);
		else if (to->extended_on != DAY_NULL && to->extended_on < r->sent_on)
			rule_broken(call, "%s was given more time on %s, but referral %d was sent on %s", name,
						day_text(to->extended_on), r->number, day_text(r->sent_on));
		else if (r->answer_by != DAY_NULL && to->answer_by <= r->answer_by)
		{
			rule_broken(call, "%s was given time until %s, which is no later than the last day of referral %d, %s",
						name, day_text(to->answer_by), r->number, day_text(r->answer_by));
			rule_hint(call, "Without an extension answer_by and extended_on of the recipient are null.");
		}
		else
			rule_met(call, "%s was given time until %s to answer referral %d", name,
					 day_text(to->answer_by), r->number);
	}
}
