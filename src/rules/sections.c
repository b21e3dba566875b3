/*
 * sections.c
 *	  The numbers of sections, and which minutes an item stands in (rules.md
 *	  A18, A22, I9, I13, I25, N).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/minutes.h"

/* Is the item's number out of order among those of its own meeting? */
static bool
disordered_within(Call *call)
{
	const AgendaItem *item = call->item;

	for_each(other, call->facts, AGENDA_ITEM)
	{
		if (other->position == item->position || other->section == INT_NULL)
			continue;
		if (other->section == item->section && other->position < item->position)
		{
			rule_broken(call, "section %d is given twice, to item %d and to item %d",
						item->section, other->position, item->position);
			return true;
		}
		if (other->handled != INT_NULL && item->handled != INT_NULL &&
			other->handled < item->handled && other->section > item->section)
		{
			rule_broken(call, "item %d has section %d, but was handled after item %d, which has section %d",
						item->position, item->section, other->position, other->section);
			return true;
		}
	}
	return false;
}

/*
 * section_number: a section's number is unique in its series and calendar
 * year, and does not fall, neither in the order of handling nor from meeting
 * to meeting.
 *
 * A series belongs to one body, or to several together.  Decisions are cited
 * by that number, so it must lead to one of them.  Since numbers rise from
 * meeting to meeting, the greatest before this one and the least after it are
 * all that need be compared.  KL 5:66, 6:35; reglemente 6 §.
 */
void
judge_section_number(Call *call)
{
	const AgendaItem *item = call->item;
	const Facts *facts = call->facts;

	if (item->section == INT_NULL)
		rule_pending(call, "item %d has no section yet", item->position);
	else if (disordered_within(call))
		rule_hint(call, "Sections are numbered in the order in which the items were handled; several decisions may be points of one section.");
	else if (item->section == facts->section_before || item->section == facts->section_after)
	{
		rule_broken(call, "section %d of item %d is given at another meeting of the year",
					item->section, item->position);
		rule_hint(call, "Each section of a series has a number of its own in the calendar year.");
	}
	else if (item->section < facts->section_before)
	{
		rule_broken(call, "item %d has section %d, but an earlier meeting of the year has section %d",
					item->position, item->section, facts->section_before);
		rule_hint(call, "The next free number is %d.", facts->section_before + 1);
	}
	else if (facts->section_after != INT_NULL && item->section > facts->section_after)
	{
		rule_broken(call, "item %d has section %d, but a later meeting of the year has section %d",
					item->position, item->section, facts->section_after);
		if (facts->section_after - facts->section_before > 1)
			rule_hint(call, "The numbers from %d to %d are free.",
					  facts->section_before + 1, facts->section_after - 1);
		else
			rule_hint(call, "No number is free between the meetings before and after.");
	}
	else
		rule_met(call, "item %d has section %d, which is its own in the series and year",
				 item->position, item->section);
}

/*
 * section_given: minutes are kept over everything that was handled, so every
 * item that was taken up, information items too, has a section when its
 * minutes are attested.  KL 5:66, 6:35; reglemente 6 §.
 */
void
judge_section_given(Call *call)
{
	const AgendaItem *item = call->item;
	const Minutes *minutes;

	if (item->handled == INT_NULL)
	{
		rule_not_applicable(call, "item %d has not been taken up", item->position);
		return;
	}
	minutes = minutes_of(call->facts, item->handled);
	if (item->section != INT_NULL)
		rule_met(call, "item %d has section %d", item->position, item->section);
	else if (minutes == NULL || !is_signed(call->facts, minutes->number))
		rule_pending(call, "item %d needs a section before its minutes are attested",
					 item->position);
	else
	{
		rule_broken(call, "item %d was handled and has no section, but minutes %d are signed",
					item->position, minutes->number);
		rule_hint(call, "Give the item a section (column \"section\"), then attest.");
	}
}

static bool
named_twice(Call *call, const Minutes *minutes)
{
	for (int i = 0; i < minutes->items->n; i++)
	{
		for (int j = 0; j < i; j++)
			if (minutes->items->v[j] == minutes->items->v[i])
			{
				rule_broken(call, "minutes %d name the item handled as number %d twice",
							minutes->number, minutes->items->v[i]);
				return true;
			}
		for_each(other, call->facts, MINUTES)
			if (other->number < minutes->number && minutes_name(other, minutes->items->v[i]))
			{
				rule_broken(call, "the item handled as number %d stands in minutes %d and in minutes %d",
							minutes->items->v[i], other->number, minutes->number);
				return true;
			}
	}
	return false;
}

/* Does the meeting lack an item that the minutes name? */
static bool
names_missing(Call *call, const Minutes *minutes)
{
	for (int i = 0; i < minutes->items->n; i++)
	{
		if (item_handled(call->facts, minutes->items->v[i]) != NULL)
			continue;
		if (!is_signed(call->facts, minutes->number))
			rule_pending(call, "minutes %d name an item handled as number %d, which is not written yet",
						 minutes->number, minutes->items->v[i]);
		else
			rule_broken(call, "minutes %d are signed, and name an item handled as number %d, of which there is none",
						minutes->number, minutes->items->v[i]);
		return true;
	}
	return false;
}

/*
 * minutes_items: no item stands in two minutes; only one of a meeting's
 * minutes is over "the rest"; and sections that are attested at once are
 * named.  KL 5:66, 6:35.
 */
void
judge_minutes_items(Call *call)
{
	const Minutes *rest = NULL;

	for_each(m, call->facts, MINUTES)
	{
		if (m->items == NULL && m->immediate)
		{
			rule_broken(call, "minutes %d are to be attested at once, but name no items",
						m->number);
			rule_hint(call, "Name the items by their order of handling (column \"items\"); the ordinary minutes are over the rest.");
		}
		else if (m->items == NULL && rest != NULL)
		{
			rule_broken(call, "minutes %d and minutes %d are both over the rest of the meeting",
						rest->number, m->number);
			rule_hint(call, "Name the items of all minutes but one (column \"items\").");
		}
		else if (m->items == NULL)
		{
			rest = m;
			rule_met(call, "minutes %d are over what no other minutes name", m->number);
		}
		else if (m->items->n == 0)
			rule_broken(call, "minutes %d are over no item at all", m->number);
		else if (!named_twice(call, m) && !names_missing(call, m))
			rule_met(call, "minutes %d name their items, each once", m->number);
	}
}

/*
 * minutes_responsible: the chair answers for the minutes: one who presided at
 * the meeting, or the chair of the body.  That nobody is named is for the
 * reports.  Reglemente 4 §; KL 5:65, 6:35.
 */
void
judge_minutes_responsible(Call *call)
{
	for_each(m, call->facts, MINUTES)
	{
		bool		presided = false;

		if (m->responsible == 0)
		{
			rule_pending(call, "nobody is named who answers for minutes %d", m->number);
			continue;
		}
		for_each(p, call->facts, PRESIDING)
			presided = presided || p->person == m->responsible;
		if (presided || holds_office(call->facts->body, m->responsible, W_CHAIR,
									 the_meeting(call->facts)->day))
			rule_met(call, "%s answers for minutes %d",
					 call->name(call->facts, m->responsible), m->number);
		else if (call->facts->rows[T_PRESIDING].n == 0)
			rule_pending(call, "it is not written yet who presided, and so who answers for minutes %d",
						 m->number);
		else
			rule_broken(call, "%s cannot answer for minutes %d, having neither presided nor been chair",
						call->name(call->facts, m->responsible), m->number);
	}
}
