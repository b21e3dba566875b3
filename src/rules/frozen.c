/*
 * frozen.c
 *	  What is signed is not changed (rules.md I13, I15).
 *
 * Who signs minutes signs a text.  As long as they are signed in part, the
 * signatures can be withdrawn and the text changed; once they are attested,
 * they are sealed, and all that can be done is to append a correction.
 *
 * Attendance, presiding and adjusters are ranges over the order of handling: a
 * range may still be ended, split or added to after the sections that are
 * signed, as long as nothing changes over those (I13).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/minutes.h"
#include "rules/roll.h"

/* the signed minutes that an item stands in; null: it may still be changed */
static const Minutes *
frozen_by(const Facts *facts, int32 handled)
{
	const Minutes *minutes = handled == INT_NULL ? NULL : minutes_of(facts, handled);

	if (minutes == NULL || (!is_signed(facts, minutes->number) &&
							seal_of(facts, minutes->number) == NULL))
		return NULL;
	return minutes;
}

static void
say_frozen(Call *call, const Minutes *minutes, const char *what)
{
	const Seal *seal = seal_of(call->facts, minutes->number);

	if (seal != NULL)
	{
		rule_broken(call, "%s cannot be changed: minutes %d were attested %s", what,
					minutes->number, day_text(seal->attested_on));
		rule_hint(call, "Append a correction (table correction): what was wrong, what is right, and why.");
	}
	else
	{
		rule_broken(call, "%s cannot be changed: minutes %d are signed", what,
					minutes->number);
		rule_hint(call, "Who signs, signs a text: withdraw the signatures (delete them from attestation), change it, and sign again.");
	}
}

/* ---- rows about one item ---- */

static bool
frozen_item(Call *call, const AgendaItem *item)
{
	const Minutes *minutes = item ? frozen_by(call->facts, item->handled) : NULL;

	if (minutes != NULL)
		say_frozen(call, minutes, item_text(item));
	return minutes != NULL;
}

static void
judge_row_of_item(Call *call)
{
	const Table *table = registry_table(call->change->table);
	int			offset = table->fields[table->position].offset;
	const char *sides[2] = {row_before(call), row_after(call)};

	/* a deviation may be recorded at any time, by a fact learned late */
	if (call->change->table == T_DEVIATION && row_before(call) == NULL)
		return;
	for (int s = 0; s < 2; s++)
		if (sides[s] && frozen_item(call, item_at(call->facts, *(const int32 *) (sides[s] + offset))))
			return;
}

/* ---- ranges over the order of handling ---- */

static bool
same_attendance(const void *old, const void *new, int32 handled)
{
	const Attendance *a = old;
	const Attendance *b = new;

	for (Point point = AT_OPENING; point <= AT_DECISION; point++)
	{
		bool		before = a && attends_at(a, handled, point);
		bool		after = b && attends_at(b, handled, point);

		if (before != after)
			return false;
		if (before && (a->person != b->person || a->capacity != b->capacity ||
					   a->serves_for != b->serves_for || a->mode != b->mode))
			return false;
	}
	return true;
}

static bool
same_presiding(const void *old, const void *new, int32 handled)
{
	const Presiding *a = old;
	const Presiding *b = new;
	bool		before = a && in_range(handled, a->from_item, a->to_item);
	bool		after = b && in_range(handled, b->from_item, b->to_item);

	return before == after &&
		(!before || (a->person == b->person && a->ground == b->ground));
}

static bool
same_adjuster(const void *old, const void *new, int32 handled)
{
	const Adjuster *a = old;
	const Adjuster *b = new;
	bool		before = a && in_range(handled, a->from_item, a->to_item);
	bool		after = b && in_range(handled, b->from_item, b->to_item);

	return before == after &&
		(!before || (a->person == b->person && a->position == b->position &&
					 a->alternate == b->alternate));
}

static void
judge_range(Call *call, const char *what,
			bool (*same) (const void *old, const void *new, int32 handled))
{
	for_each(item, call->facts, AGENDA_ITEM)
	{
		const Minutes *minutes = frozen_by(call->facts, item->handled);

		if (minutes != NULL && !same(row_before(call), row_after(call), item->handled))
		{
			say_frozen(call, minutes, psprintf(told("%s at %s"), what, item_text(item)));
			return;
		}
	}
}

/* ---- rows about the meeting ---- */

/* signed minutes of the meeting: ordinary ones before those attested at once */
static const Minutes *
any_signed(const Facts *facts)
{
	const Minutes *found = NULL;

	for_each(m, facts, MINUTES)
		if ((is_signed(facts, m->number) || seal_of(facts, m->number)) &&
			(found == NULL || (found->immediate && !m->immediate)))
			found = m;
	return found;
}

static bool
same_text(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void
judge_meeting_row(Call *call)
{
	const Meeting *old = row_before(call);
	const Meeting *new = row_after(call);
	const Minutes *minutes = any_signed(call->facts);

	if (minutes == NULL || old == NULL || new == NULL)
		return;
	if (old->body != new->body || old->day != new->day ||
		old->starts_at != new->starts_at || old->opened_at != new->opened_at ||
		old->cancelled_at != new->cancelled_at ||
		!same_text(old->place_name, new->place_name) ||
	/* a meeting of which something is attested at once is closed later */
		(old->closed_at != new->closed_at &&
		 (old->closed_at != TIME_NULL || !minutes->immediate)))
		say_frozen(call, minutes, told("the meeting's day, place and times"));
}

static void
judge_sitting(Call *call)
{
	const Sitting *old = row_before(call);
	const Sitting *new = row_after(call);
	const Minutes *minutes = any_signed(call->facts);

	if (minutes == NULL)
		return;
	/* what is attested at once leaves later sittings to come */
	if (!minutes->immediate ||
		(old != NULL && (new == NULL || old->number != new->number ||
						 old->opened_at != new->opened_at ||
						 old->first_item != new->first_item ||
						 (old->closed_at != TIME_NULL && old->closed_at != new->closed_at))))
		say_frozen(call, minutes, psprintf(told("sitting %d"), old ? old->number : new->number));
}

/*
 * The minutes themselves.  Those over "the rest" cover what the others do not
 * name, so once they are signed no others may come, change or go.
 */
static void
judge_minutes_row(Call *call)
{
	const Minutes *sides[2] = {row_before(call), row_after(call)};

	for_each(m, call->facts, MINUTES)
		if (m->items == NULL && frozen_by(call->facts, PG_INT32_MAX) == m)
		{
			say_frozen(call, m, told("what each of the meeting's minutes covers"));
			return;
		}
	for (int s = 0; s < 2; s++)
		if (sides[s] != NULL && (is_signed(call->facts, sides[s]->number) ||
								 seal_of(call->facts, sides[s]->number)))
		{
			say_frozen(call, sides[s], psprintf(told("minutes %d"), sides[s]->number));
			return;
		}
}

static void
judge_signature(Call *call)
{
	const Attestation *sides[2] = {row_before(call), row_after(call)};

	for (int s = 0; s < 2; s++)
		if (sides[s] != NULL && seal_of(call->facts, sides[s]->number))
		{
			rule_broken(call, "the signatures under minutes %d cannot be changed: they were attested %s",
						sides[s]->number,
						day_text(seal_of(call->facts, sides[s]->number)->attested_on));
			return;
		}
}

/*
 * attested_frozen: what attested minutes cover is not changed, and what
 * somebody has signed is not changed under the signature.  KL 5:69, 6:35.
 */
void
judge_attested_frozen(Call *call)
{
	const AgendaItem *old;

	if (call->facts->rows[T_ATTESTATION].n == 0 && call->facts->rows[T_SEAL].n == 0)
		return;					/* nothing is signed */
	switch (call->change->table)
	{
		case T_MEETING:
			judge_meeting_row(call);
			break;
		case T_SITTING:
			judge_sitting(call);
			break;
		case T_AGENDA_ITEM:
			old = row_before(call);
			if (old == NULL || !frozen_item(call, old))
				(void) frozen_item(call, row_after(call));
			break;
		case T_ATTENDANCE:
			judge_range(call, told("attendance"), same_attendance);
			break;
		case T_PRESIDING:
			judge_range(call, told("who presides"), same_presiding);
			break;
		case T_ADJUSTER:
			judge_range(call, told("the adjusters"), same_adjuster);
			break;
		case T_MINUTES:
			judge_minutes_row(call);
			break;
		case T_ATTESTATION:
			judge_signature(call);
			break;
		default:
			judge_row_of_item(call);
	}
}

/*
 * correction_appended: what is wrong in attested minutes is corrected by an
 * appended text that says what was written, what is right, who corrected it,
 * when and why; it replaces nothing and stays as it is.  KL 5:69, 6:35.
 */
void
judge_correction_appended(Call *call)
{
	const Correction *correction = row_after(call);
	const AgendaItem *item;
	const Minutes *minutes;

	if (row_before(call) != NULL)
	{
		rule_broken(call, "a correction of item %d cannot be changed or removed",
					((const Correction *) row_before(call))->position);
		rule_hint(call, "Append another correction.");
		return;
	}
	item = item_at(call->facts, correction->position);
	if (item == NULL)
		return;					/* left to the foreign key */
	minutes = item->handled == INT_NULL ? NULL : minutes_of(call->facts, item->handled);
	if (minutes != NULL && seal_of(call->facts, minutes->number))
		return;
	rule_broken(call, "%s has nothing to correct: its minutes are not attested",
				item_text(item));
	rule_hint(call, "Change the rows themselves until the minutes are attested.");
}

/*
 * seal_kept: a seal comes from attestation and stays.  KL 5:69, 6:35.
 */
void
judge_seal_kept(Call *call)
{
	const Seal *old = row_before(call);

	if (old != NULL)
		rule_broken(call, "the seal of minutes %d cannot be changed or removed", old->number);
	else if (!call->facts->sealing)
	{
		rule_broken(call, "a seal is not written by hand");
		rule_hint(call, "The seal is made when the last signature is stored (table attestation).");
	}
}
