/*
 * minutes.c
 *	  What minutes cover.  One meeting may have several minutes, each over
 *	  items of its own: some sections are attested at once, the rest later
 *	  (rules.md I9, I13).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/minutes.h"

const Minutes *
minutes_numbered(const Facts *facts, int32 number)
{
	for_each(m, facts, MINUTES)
		if (m->number == number)
			return m;
	return NULL;
}

/* Do the minutes name the item that was handled as the n-th? */
bool
minutes_name(const Minutes *minutes, int32 handled)
{
	for (int i = 0; minutes->items && i < minutes->items->n; i++)
		if (minutes->items->v[i] == handled)
			return true;
	return false;
}

/*
 * The minutes that an item stands in: those that name it, or else those over
 * the rest of the meeting, which name none; null: no minutes yet.
 */
const Minutes *
minutes_of(const Facts *facts, int32 handled)
{
	const Minutes *rest = NULL;

	for_each(m, facts, MINUTES)
	{
		if (minutes_name(m, handled))
			return m;
		if (m->items == NULL)
			rest = m;
	}
	return rest;
}

/*
 * Does an item stand in these minutes?  In both, where two name it in spite of
 * minutes_items (view minutes_section says the same).
 */
bool
minutes_cover(const Facts *facts, const Minutes *minutes, int32 handled)
{
	if (handled == INT_NULL || minutes->items != NULL)
		return handled != INT_NULL && minutes_name(minutes, handled);
	for_each(m, facts, MINUTES)
		if (minutes_name(m, handled))
			return false;
	return true;
}

bool
is_signed(const Facts *facts, int32 number)
{
	for_each(a, facts, ATTESTATION)
		if (a->number == number)
			return true;
	return false;
}

const Seal *
seal_of(const Facts *facts, int32 number)
{
	for_each(s, facts, SEAL)
		if (s->number == number)
			return s;
	return NULL;
}

/* How an item is called in a message: by its section, once it has one. */
const char *
item_text(const AgendaItem *item)
{
	return item->section == INT_NULL ? psprintf(told("item %d"), item->position) :
		psprintf(told("item %d (section %d)"), item->position, item->section);
}
