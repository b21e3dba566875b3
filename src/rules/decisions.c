/*
 * decisions.c
 *	  What a decision is: made in an item that was taken up, of a kind with an
 *	  outcome that fits, by a body that may make it (rules.md A22, C4; I1, I17,
 *	  I21).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/agreement.h"

/*
 * decision_handled: a decision is made in an item that was taken up.
 *
 * An item that nobody took up, or that ended undecided, has no decision; the
 * view item_outcome says how each item ended.  KL 5:66, 6:35.
 */
void
judge_decision_handled(Call *call)
{
	const AgendaItem *item = call->item;
	int			n = item_decisions(call->facts, item);

	if (n > 0 && item->handled == INT_NULL)
	{
		rule_broken(call, "item %d is decided but was not taken up", item->position);
		rule_hint(call, "State its place in the order of handling (agenda_item.handled).");
	}
	else if (n > 0)
		rule_met(call, "item %d was taken up and decided", item->position);
	else if (item->handled != INT_NULL)
		rule_pending(call, "item %d was taken up and is undecided", item->position);
	else
		rule_pending(call, "item %d has not been taken up", item->position);
}

/* which outcomes a decision of each kind can have */
#define MAX_OUTCOMES	6

static const struct
{
	Word		kind;
	Word		outcome[MAX_OUTCOMES];
}			fitting[] = {
	{W_SETTLING, {W_APPROVED, W_REJECTED, W_ANSWERED, W_WRITTEN_OFF, W_OTHER}},
	{W_PROCEDURAL, {W_APPROVED, W_REJECTED, W_TABLED, W_REFERRED_BACK, W_ADJOURNED, W_OTHER}},
	{W_ELECTION, {W_ELECTED, W_OTHER}},
	{W_OPINION, {W_APPROVED, W_REJECTED, W_ANSWERED, W_OTHER}},
	{W_NOTING, {W_NOTED, W_OTHER}},
};

static bool
outcome_fits(Word kind, Word outcome)
{
	for (int k = 0; k < lengthof(fitting); k++)
		for (int o = 0; o < MAX_OUTCOMES && fitting[k].kind == kind; o++)
			if (fitting[k].outcome[o] == outcome)
				return true;
	return false;
}

static const char *
outcomes_of(Word kind)
{
	StringInfoData buf;

	initStringInfo(&buf);
	for (int k = 0; k < lengthof(fitting); k++)
		for (int o = 0; o < MAX_OUTCOMES && fitting[k].kind == kind; o++)
			if (fitting[k].outcome[o] != W_NONE)
				appendStringInfo(&buf, "%s%s", buf.len ? ", " : "",
								 word_text(fitting[k].outcome[o]));
	return buf.data;
}

/*
 * decision_kind: the outcome is one of the decision's kind.
 *
 * Tabling, referral back and adjournment are procedure, an election elects,
 * noting notes; an item that is there for information settles nothing.  KL
 * 5:67; rules.md I21.
 */
void
judge_decision_kind(Call *call)
{
	const AgendaItem *item = call->item;

	for_each(d, call->facts, DECISION)
	{
		if (d->position != item->position || d->withdrawn_at != TIME_NULL)
			continue;
		if (!outcome_fits(d->kind, d->outcome))
		{
			rule_broken(call, "item %d point %d is a decision of kind %s with the outcome %s",
						item->position, d->point, word_told(d->kind), word_told(d->outcome));
			rule_hint(call, "The outcomes of kind %s are: %s.", word_text(d->kind),
					  outcomes_of(d->kind));
		}
		else if (item->kind == W_INFORMATION && d->kind == W_SETTLING)
		{
			rule_broken(call, "item %d is there for information, and point %d settles a matter",
						item->position, d->point);
			rule_hint(call, "Information is noted (kind noting); a matter is settled in an item of kind decision.");
		}
		else
			rule_met(call, "item %d point %d: %s, %s", item->position, d->point,
					 word_told(d->kind), word_told(d->outcome));
	}
	if (item_decisions(call->facts, item) == 0)
		rule_pending(call, "item %d has no decision", item->position);
}

/* ---- mandate ---- */

typedef enum Mandate
{
	DECIDES,					/* settles matters of its own and by delegation */
	ADVISES,					/* prepares, and has opinions */
	HOLDS_NO_MEETINGS			/* an office or company: decides elsewhere */
} Mandate;

static Mandate
mandate_of(Word kind)
{
	switch (kind)
	{
		case W_COUNCIL:
		case W_EXECUTIVE_BOARD:
		case W_BOARD:
		case W_COMMITTEE:
			return DECIDES;
		case W_ADVISORY_COUNCIL:
		case W_WORKING_GROUP:
		case W_PREPARATION:
			return ADVISES;
		default:
			return HOLDS_NO_MEETINGS;
	}
}

static void
judge_mandate_of(Call *call, const Body *body, const Decision *d)
{
	const char *kind = word_told(body->kind);
	Mandate		mandate = mandate_of(body->kind);

	if (mandate == HOLDS_NO_MEETINGS)
		rule_broken(call, "item %d point %d is decided by \"%s\", and a body of kind %s holds no meetings that decide",
					d->position, d->point, body->name, kind);
	else if (mandate == ADVISES && d->kind == W_SETTLING)
	{
		rule_broken(call, "item %d point %d settles a matter, which \"%s\", a body of kind %s, may not",
					d->position, d->point, body->name, kind);
		rule_hint(call, "It may have an opinion, elect, note and decide on procedure; the matter is for the body that it advises.");
	}
	else if (mandate == ADVISES && d->on_behalf_of != 0)
		rule_broken(call, "item %d point %d is decided on another's behalf, which \"%s\", a body of kind %s, may not",
					d->position, d->point, body->name, kind);
	else if (body->kind == W_COUNCIL && d->on_behalf_of != 0)
		rule_broken(call, "item %d point %d is decided on another's behalf, and the council decides on nobody's",
					d->position, d->point);
	else if (d->on_behalf_of != 0 && d->on_behalf_of != body->parent)
	{
		rule_broken(call, "item %d point %d is decided on behalf of a body that is not the parent of \"%s\"",
					d->position, d->point, body->name);
		if (body->parent == 0)
			rule_hint(call, "No parent of \"%s\" is stated (body.parent_id).", body->name);
	}
	else
		rule_met(call, "item %d point %d: a body of kind %s may decide this", d->position,
				 d->point, kind);
}

/*
 * mandate: which kinds of body settle matters, and on whose behalf.
 *
 * The council and the boards decide, a committee on its board's behalf (KL
 * 5:1, 6:3, 6:37, 6:41).  Councils for dialogue, working groups and
 * preparations have opinions, elect and note.  Rules.md C4, I17.
 */
void
judge_mandate(Call *call)
{
	const AgendaItem *item = call->item;

	for_each(d, call->facts, DECISION)
		if (d->position == item->position && d->withdrawn_at == TIME_NULL)
			judge_mandate_of(call, the_body(call->facts->body), d);
	if (item_decisions(call->facts, item) == 0)
		rule_pending(call, "item %d has no decision", item->position);
}
