/*
 * preparation.c
 *	  How motions and citizen proposals are prepared before the council decides
 *	  them (rules.md L20; KL 5:26-35).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/agreement.h"
#include "rules/motions.h"
#include "rules/roll.h"

/* Is it one of the bodies that prepare the council's matters? KL 5:26 */
static bool
prepares(Word kind)
{
	return kind == W_EXECUTIVE_BOARD || kind == W_BOARD || kind == W_PREPARATION;
}

static Word
kind_of(const Facts *facts, int64 body)
{
	const Facts *named = facts_body_named(facts, body);

	return named != NULL && the_body(named) != NULL ? the_body(named)->kind : W_NONE;
}

/* Did a board, or a preparation of the council, handle the matter before? */
static bool
was_handled(const Facts *facts, const Handling *decision)
{
	for_each_handling(h, facts)
		if (h->handled && !h->cancelled && h->item_kind != W_INFORMATION &&
			h->body != decision->body && prepares(h->body_kind) && handled_before(h, decision))
			return true;
	return false;
}

/* Has one of them answered a referral? */
static bool
was_answered(const Facts *facts, const Handling *decision)
{
	for_each(a, facts, REFERRAL_ANSWER)
		if (a->kind != W_DECLINED && a->answered_on <= handling_day(decision) &&
			prepares(kind_of(facts, a->body)))
			return true;
	return false;
}

/*
 * Is the rule in force for a decision of the council that needs the matter to be
 * prepared?  A motion is written off because its preparation cannot be finished
 * (KL 5:35).
 */
static bool
needs_preparation(Call *call, const Motion *motion, const Handling *h)
{
	if (!is_settling(h) || h->body != motion->council || !rule_in_force_at(call, h))
		return false;
	if (h->outcome == W_WRITTEN_OFF)
		rule_not_applicable(call, "item %d writes it off", h->position);
	else if (h->unprepared)
		rule_not_applicable(call, "item %d is settled unprepared, as urgent", h->position);
	else
		return true;
	return false;
}

/*
 * motion_prepared: before the council settles it, a motion has been prepared by
 * a board or a preparation of the council.
 *
 * Seen in an item of theirs, of kind preparation or decision, that was taken
 * up, or in their answer to a referral, on an earlier or the same day.  KL 5:26.
 */
void
judge_motion_prepared(Call *call)
{
	const Motion *motion = the_motion(call->facts);

	if (motion == NULL)
		return;
	for_each_handling(h, call->facts)
	{
		if (!needs_preparation(call, motion, h))
			continue;
		if (was_handled(call->facts, h) || was_answered(call->facts, h))
			rule_met(call, "the %s was prepared before item %d settled it", motion_called(motion), h->position);
		else
		{
			rule_broken(call, "item %d settles a %s that no board has prepared", h->position,
						motion_called(motion));
			rule_hint(call, "Record the item of the body that prepared it, or its answer to a referral; what all present agree to settle unprepared, as urgent, is marked agenda_item.unprepared.");
		}
	}
}

/* ---- the executive board ---- */

static bool
gave_opinion(const Facts *facts, const Handling *decision)
{
	for_each_handling(h, facts)
		if (h->body_kind == W_EXECUTIVE_BOARD && (h->kind == W_OPINION || h->kind == W_SETTLING) &&
			!h->cancelled && handled_before(h, decision))
			return true;
	for_each(a, facts, REFERRAL_ANSWER)
		if (a->answered_on <= handling_day(decision) && kind_of(facts, a->body) == W_EXECUTIVE_BOARD)
			return true;
	return false;
}

static DateADT
sent_last_day(const Facts *facts, const ReferralRecipient *to)
{
	if (to->answer_by != DAY_NULL)
		return to->answer_by;
	for_each(r, facts, REFERRAL)
		if (r->number == to->number)
			return r->answer_by;
	return DAY_NULL;
}

/* Was it asked, and let its time pass? */
static bool
had_opportunity(const Facts *facts, const Handling *decision)
{
	for_each(to, facts, REFERRAL_RECIPIENT)
	{
		DateADT		last = sent_last_day(facts, to);

		if (kind_of(facts, to->body) == W_EXECUTIVE_BOARD && last != DAY_NULL &&
			last < handling_day(decision))
			return true;
	}
	return false;
}

/*
 * motion_board_heard: before the council settles a motion, the executive board
 * has had the opportunity to give its opinion.
 *
 * Seen in a decision of its (kind opinion), in its answer to a referral, or in
 * a referral to it whose time has passed.  KL 5:28.
 */
void
judge_motion_board_heard(Call *call)
{
	const Motion *motion = the_motion(call->facts);

	if (motion == NULL)
		return;
	for_each_handling(h, call->facts)
	{
		if (!needs_preparation(call, motion, h))
			continue;
		if (gave_opinion(call->facts, h))
			rule_met(call, "the executive board gave its opinion before item %d", h->position);
		else if (had_opportunity(call->facts, h))
			rule_met(call, "the executive board was asked for its opinion, and the time to answer had passed before item %d",
					 h->position);
		else
		{
			rule_broken(call, "item %d settles a %s on which the executive board was not heard",
						h->position, motion_called(motion));
			rule_hint(call, "Record the executive board's decision on what it proposes: kind = 'opinion'.");
		}
	}
}

/* ---- urgent and unprepared ---- */

/*
 * unprepared_agreed: an urgent matter that was not prepared is settled only if
 * all who are present agree on the decision.
 *
 * Without a vote and without anybody's reservation or abstention, or by a vote
 * in which all vote for the same.  A reservation is never refused (KL 4:27), so the rule is
 * not asked when one is written, but when the meeting is closed.  KL 5:33.
 */
void
judge_unprepared_agreed(Call *call)
{
	const AgendaItem *item = call->item;

	if (!item->unprepared)
	{
		rule_not_applicable(call, "item %d is not settled unprepared", item->position);
		return;
	}
	for_each(d, call->facts, DECISION)
	{
		if (d->position != item->position || d->kind != W_SETTLING || d->withdrawn_at != TIME_NULL)
			continue;
		if (is_unanimous(call->facts, item, d))
			rule_met(call, "item %d point %d is settled unprepared, and all who are present agree",
					 d->position, d->point);
		else
		{
			rule_broken(call, "item %d point %d is settled unprepared, and not all who are present agree",
						d->position, d->point);
			rule_detail(call, "%d of %d agree.", count_agreeing(call->facts, item, d, true),
						count_serving(call->facts, item, AT_DECISION, false));
			rule_hint(call, "Have it prepared, and settle it at a later meeting.");
		}
	}
}
