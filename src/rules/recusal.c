/*
 * recusal.c
 *	  Recusal (jäv): when it is settled, and where the recused are
 *	  (rules.md L17, I4).  What it does to presence: roll.c.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/agreement.h"
#include "rules/roll.h"

/*
 * recusal_ruled: where somebody else raised the question and no one has taken
 * the person's place, the body rules on it before the item is decided.
 * KL 6:30 3 st, for the council by 5:47.
 */
void
judge_recusal_ruled(Call *call)
{
	const AgendaItem *item = call->item;

	for_each(r, call->facts, RECUSAL)
	{
		if (r->position != item->position)
			continue;
		if (r->self_declared || r->ruling != W_NONE)
			rule_met(call, "item %d: the recusal of %s is %s", item->position,
					 call->name(call->facts, r->person),
					 r->ruling == W_NONE ? told("self-declared") :
					 r->ruling == W_REJECTED ? told("rejected") : word_told(r->ruling));
		else if (item->handled == INT_NULL || item_decisions(call->facts, item) == 0)
			rule_pending(call, "item %d: the recusal raised against %s is not ruled on",
						 item->position, call->name(call->facts, r->person));
		else if (serving_at(call->facts, item, r->person, AT_DECISION) == NULL)
			rule_met(call, "item %d: a recusal was raised against %s, who does not serve",
					 item->position, call->name(call->facts, r->person));
		else
		{
			rule_broken(call, "item %d is decided while the recusal raised against %s is not ruled on",
						item->position, call->name(call->facts, r->person));
			rule_hint(call, "Rule on it (upheld, rejected or disregarded) before the item is decided, or let a substitute take the seat.");
		}
	}
}

/*
 * recusal_in_room: in boards and committees the recused is not present while
 * the item is handled, but for an act that nobody else can do without
 * considerable delay.  KL 6:30 1 st; the council has no such rule (5:47).
 */
void
judge_recusal_in_room(Call *call)
{
	const AgendaItem *item = call->item;

	for_each(r, call->facts, RECUSAL)
	{
		if (r->position != item->position ||
			!is_recused(call->facts, item->position, r->person))
			continue;
		if (r->in_room && !r->indispensable_act)
		{
			rule_broken(call, "%s is recused for item %d and stays in the room",
						call->name(call->facts, r->person), item->position);
			rule_hint(call, "The recused leaves the room; an act that nobody else could do without considerable delay is told in indispensable_act.");
		}
		else
			rule_met(call, "item %d: %s is recused and %s", item->position,
					 call->name(call->facts, r->person),
					 r->in_room ? told("does what nobody else can do without delay") : told("not in the room"));
	}
}
