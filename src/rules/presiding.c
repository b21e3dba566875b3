/*
 * presiding.c
 *	  Who presides, item by item (rules.md I8): the chair, in their absence a
 *	  vice chair, in the absence of all of them one who is designated.
 *
 * Asked once an item is decided: until then who was present may not have been
 * written yet.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/agreement.h"
#include "rules/calling.h"
#include "rules/roll.h"

/*
 * presiding_named: somebody presides over every item that is decided.
 * KL 5:11, 6:21; reglemente 6 § speaks of the chair who serves.
 */
void
judge_presiding_named(Call *call)
{
	const AgendaItem *item = call->item;

	if (item->handled != INT_NULL && presiding_at(call->facts, item->handled) != NULL)
		rule_met(call, "item %d has somebody who presides", item->position);
	else if (item_decisions(call->facts, item) == 0 || item->handled == INT_NULL)
		rule_pending(call, "nobody is named yet who presides over item %d", item->position);
	else
	{
		rule_broken(call, "item %d is decided, and nobody presides over it", item->position);
		rule_hint(call, "Record in presiding who presided, from which item to which in the order of handling.");
	}
}

/*
 * presiding_single: only one presides at a time.  rules.md I8, I9.
 */
void
judge_presiding_single(Call *call)
{
	for_each(a, call->facts, PRESIDING)
		for_each(b, call->facts, PRESIDING)
		{
			if (a->from_item == b->from_item ||
				!in_range(b->from_item, a->from_item, a->to_item))
				continue;
			rule_broken(call, "%s presides from item %d in the order of handling, where %s still does",
						call->name(call->facts, b->person), b->from_item,
						call->name(call->facts, a->person));
			rule_hint(call, "End the earlier range with to_item first.");
			return;
		}
	rule_met(call, "only one presides at a time");
}

/* who presides over a decided item; null: that has been said otherwise */
static const Presiding *
decided_under(Call *call)
{
	const AgendaItem *item = call->item;
	const Presiding *p = item->handled == INT_NULL ? NULL :
		presiding_at(call->facts, item->handled);

	if (p == NULL || item_decisions(call->facts, item) == 0)
	{
		rule_pending(call, "item %d is not decided under anybody yet", item->position);
		return NULL;
	}
	return p;
}

/*
 * presiding_present: whoever presides serves when the item is decided, as a
 * member or a substitute, and is not recused.  rules.md I8.
 */
void
judge_presiding_present(Call *call)
{
	const AgendaItem *item = call->item;
	const Presiding *p = decided_under(call);

	if (p == NULL)
		return;
	if (serving_at(call->facts, item, p->person, AT_DECISION) != NULL)
		rule_met(call, "%s presides over item %d and serves",
				 call->name(call->facts, p->person), item->position);
	else if (is_recused(call->facts, item->position, p->person))
		rule_broken(call, "%s presides over item %d and is recused from it",
					call->name(call->facts, p->person), item->position);
	else
		rule_broken(call, "%s presides over item %d and does not serve when it is decided",
					call->name(call->facts, p->person), item->position);
}

/*
 * Is the person kept from presiding over the item: absent at one of its points,
 * recused, or with a recorded hindrance?
 */
static bool
is_prevented(const Facts *facts, const AgendaItem *item, int64 person)
{
	return is_hindered(facts->body, person, the_meeting(facts)->day) ||
		serving_at(facts, item, person, AT_OPENING) == NULL ||
		serving_at(facts, item, person, AT_DECISION) == NULL;
}

/*
 * presiding_order: the chair presides; a vice chair only while the chair is
 * absent or recused; one who is designated, a member or substitute, only while
 * the whole presidium is.  Reglemente 7 §; KL 6:22; rules.md I8.
 */
void
judge_presiding_order(Call *call)
{
	Facts	   *facts = call->facts;
	const AgendaItem *item = call->item;
	const Presiding *p = decided_under(call);
	DateADT		day = the_meeting(facts)->day;

	if (p == NULL)
		return;
	for (int i = 0; i < PRESIDIUM_SIZE; i++)
	{
		Word		office = presidium[i];
		int64		holder = office_holder(facts->body, office, day);

		if (p->ground == office)
		{
			if (holds_office(facts->body, p->person, office, day))
				rule_met(call, "%s presides over item %d as %s",
						 call->name(facts, p->person), item->position, word_told(office));
			else
				rule_broken(call, "%s presides over item %d as %s and does not hold that office",
							call->name(facts, p->person), item->position, word_told(office));
			return;
		}
		if (holder != 0 && holder != p->person && !is_prevented(facts, item, holder))
		{
			rule_broken(call, "%s presides over item %d as %s, while %s (%s) is there",
						call->name(facts, p->person), item->position, word_told(p->ground),
						call->name(facts, holder), word_told(office));
			return;
		}
	}
	if (membership_on(facts->body, p->person, W_NONE, day) == NULL)
		rule_broken(call, "%s is designated to preside over item %d and has no seat in the body",
					call->name(facts, p->person), item->position);
	else
		rule_met(call, "%s is designated to preside over item %d",
				 call->name(facts, p->person), item->position);
}
