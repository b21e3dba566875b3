/*
 * rights.c
 *	  What each role may do at a meeting: speak, have an opinion noted, propose,
 *	  abstain (rules.md A8, A26, A28; L8, L10, L16).
 */
#include "postgres.h"
#include "compat.h"

#include "rules/agreement.h"
#include "rules/roll.h"

/*
 * In which capacity a person is present at an item, at one of its points or
 * both; a seat at the table comes first.  Null: not present.
 */
static const Attendance *
presence(const Facts *facts, const AgendaItem *item, int64 person)
{
	const Attendance *present = NULL;

	for_each(a, facts, ATTENDANCE)
	{
		if (a->person != person || !(attends_at(a, item->handled, AT_OPENING) ||
									 attends_at(a, item->handled, AT_DECISION)))
			continue;
		if (present == NULL || serves_in(a->capacity))
			present = a;
	}
	return present;
}

/*
 * Has the person a right to attend on the meeting's day, as one who may take
 * part in the deliberations, or as one who was called or presents?
 */
static bool
has_right(const Facts *facts, int64 person, bool to_deliberate)
{
	for_each(r, facts->body, ATTENDANCE_RIGHT)
		if (r->person == person && period_has(r->valid, the_meeting(facts)->day) &&
			(r->may_deliberate ||
			 (!to_deliberate && (r->ground == W_CALLED || r->ground == W_PRESENTER))))
			return true;
	return false;
}

static bool
is_granted(const Call *call, RuleId parameter)
{
	const Setting *setting = rule_setting(call, parameter);

	return setting->mode != MODE_OFF && setting->flag;
}

/*
 * May one who attends in this capacity make a statement of this kind?
 *
 * To take part in the deliberations: members and those who serve for them;
 * other substitutes where it is so decided (KL 6:17); the city director where
 * the regulation says so; the presenter; others by a right of their own (KL
 * 6:26).  To present, any official and whoever was called for it.  To have an
 * opinion in the minutes, those who decide.
 */
static bool
may_state(const Call *call, const Attendance *a, Word kind)
{
	if (serves_in(a->capacity))
		return true;
	if (kind == W_NOTE || kind == W_SPECIAL_STATEMENT)
		return a->capacity == W_NON_SERVING_SUBSTITUTE &&
			is_granted(call, RULE_substitute_may_note);
	switch (a->capacity)
	{
		case W_NON_SERVING_SUBSTITUTE:
			if (is_granted(call, RULE_substitute_may_speak))
				return true;
			break;
		case W_CITY_DIRECTOR:
			if (is_granted(call, RULE_city_director_may_deliberate))
				return true;
			break;
		case W_PRESENTER:
			return true;
		case W_OFFICIAL:
			if (kind == W_PRESENTATION)
				return true;
			break;
		default:
			break;
	}
	return has_right(call->facts, a->person, kind == W_SPEECH);
}

static const char *
statement_text(Word kind)
{
	switch (kind)
	{
		case W_SPEECH:
			return told("speaks");
		case W_PRESENTATION:
			return told("presents");
		default:
			return told("has an opinion noted");
	}
}

static void
judge_statement(Call *call, const Statement *s)
{
	const AgendaItem *item = call->item;
	const Attendance *a = presence(call->facts, item, s->person);
	const char *does = statement_text(s->kind);

	if (a == NULL)
		rule_broken(call, "%s %s in item %d and is not present",
					call->name(call->facts, s->person), does, item->position);
	else if (is_recused(call->facts, item->position, s->person))
		rule_broken(call, "%s %s in item %d and is recused",
					call->name(call->facts, s->person), does, item->position);
	else if (is_excluded(call->facts, item->position, s->person))
		rule_broken(call, "%s %s in item %d and is excluded from it",
					call->name(call->facts, s->person), does, item->position);
	else if (!may_state(call, a, s->kind))
	{
		rule_broken(call, "%s %s in item %d without a right to, attending as %s",
					call->name(call->facts, s->person), does, item->position, word_told(a->capacity));
		rule_detail(call, "A right to attend is not a right to speak or to be minuted.");
		if (a->capacity == W_NON_SERVING_SUBSTITUTE)
			rule_hint(call, "What substitutes who do not serve may do is set by the regulation (%s).",
					  rules[s->kind == W_SPEECH || s->kind == W_PRESENTATION ?
							RULE_substitute_may_speak : RULE_substitute_may_note].code);
		else if (s->kind == W_SPEECH || s->kind == W_PRESENTATION)
			rule_hint(call, "A right that was decided is stated in attendance_right (may_deliberate).");
	}
	else
		rule_met(call, "%s %s in item %d, attending as %s",
				 call->name(call->facts, s->person), does, item->position,
				 word_told(a->capacity));
}

/*
 * speaker_entitled: statements are made only by those who may.  KL 6:17, 6:25,
 * 6:26; reglemente 2, 8 and 9 §§.
 */
void
judge_speaker_entitled(Call *call)
{
	const AgendaItem *item = call->item;
	bool		any = false;

	for_each(s, call->facts, STATEMENT)
	{
		if (s->position != item->position)
			continue;
		any = true;
		if (item->handled == INT_NULL)
			rule_pending(call, "item %d has not been taken up", item->position);
		else
			judge_statement(call, s);
	}
	if (!any)
		rule_not_applicable(call, "no statement is recorded in item %d", item->position);
}

/*
 * proposer_entitled: proposals are made by those who serve.
 *
 * In the council also by others whom the law lets take part there (chairs of
 * boards, say), which is a right of their own.  KL 4:19-22.
 */
void
judge_proposer_entitled(Call *call)
{
	const AgendaItem *item = call->item;
	bool		council = the_body(call->facts->body)->kind == W_COUNCIL;
	bool		any = false;

	for_each(p, call->facts, PROPOSAL)
	{
		const Attendance *a;

		if (p->position != item->position)
			continue;
		any = true;
		if (item->handled == INT_NULL)
		{
			rule_pending(call, "item %d has not been taken up", item->position);
			continue;
		}
		a = presence(call->facts, item, p->person);
		if (a == NULL)
			rule_broken(call, "%s makes proposal %d in item %d and is not present",
						call->name(call->facts, p->person), p->number, item->position);
		else if (is_recused(call->facts, item->position, p->person))
			rule_broken(call, "%s makes proposal %d in item %d and is recused",
						call->name(call->facts, p->person), p->number, item->position);
		else if (!serves_in(a->capacity) &&
				 !(council && has_right(call->facts, p->person, true)))
			rule_broken(call, "%s makes proposal %d in item %d and does not serve, attending as %s",
						call->name(call->facts, p->person), p->number, item->position, word_told(a->capacity));
		else
			rule_met(call, "%s makes proposal %d in item %d",
					 call->name(call->facts, p->person), p->number, item->position);
	}
	if (!any)
		rule_not_applicable(call, "no proposal is made in item %d", item->position);
}

/* ---- to take no part in a decision ---- */

/*
 * abstention_entitled: only one who would take part declares not to.  KL 4:25.
 */
void
judge_abstention_entitled(Call *call)
{
	const AgendaItem *item = call->item;
	bool		any = false;

	for_each(a, call->facts, ABSTENTION)
	{

		if (a->position != item->position)
			continue;
		any = true;
		if (item->handled == INT_NULL)
		{
			rule_pending(call, "item %d has not been taken up", item->position);
			continue;
		}
		if (serving_at(call->facts, item, a->person, AT_DECISION) == NULL)
			rule_broken(call, "%s takes no part in point %d of item %d by declaration, and does not serve there",
						call->name(call->facts, a->person), a->point, item->position);
		else
			rule_met(call, "%s takes no part in point %d of item %d",
					 call->name(call->facts, a->person), a->point,
					 item->position);
	}
	if (!any)
		rule_not_applicable(call, "nobody declares to take no part in item %d", item->position);
}

/* Has the person voted for a proposal in any vote of the item, elections apart? */
static bool
has_voted(const Facts *facts, int32 position, int64 person)
{
	for_each(v, facts, VOTE)
	{
		const VoteEvent *event;

		if (v->position != position || v->person != person || v->choice == W_ABSTAIN)
			continue;
		event = vote_event_of(facts, position, v->number);
		if (event == NULL || event->subject != W_ELECTION)
			return true;
	}
	return false;
}

/*
 * duty_to_decide: where authority is exercised against an individual, who
 * handles the matter decides it.
 *
 * Nobody need vote for more than one proposal, so one who voted in an earlier
 * vote of the item may abstain from the last.  KL 4:26.
 */
void
judge_duty_to_decide(Call *call)
{
	const AgendaItem *item = call->item;

	if (!item->authority)
	{
		rule_not_applicable(call, "item %d exercises no authority against an individual",
							item->position);
		return;
	}
	for_each(d, call->facts, DECISION)
	{
		if (d->position != item->position || d->kind != W_SETTLING ||
			d->withdrawn_at != TIME_NULL)
			continue;
		for_each(a, call->facts, ABSTENTION)
			if (a->position == d->position && a->point == d->point)
			{
				rule_broken(call, "%s takes no part in point %d of item %d, which exercises authority against an individual",
							call->name(call->facts, a->person), d->point, item->position);
				return;
			}
		for_each(v, call->facts, VOTE)
			if (v->position == d->position && v->number == d->vote_number &&
				v->choice == W_ABSTAIN && !has_voted(call->facts, v->position, v->person))
			{
				rule_broken(call, "%s abstains from vote %d in item %d, which exercises authority against an individual",
							call->name(call->facts, v->person), v->number, item->position);
				return;
			}
	}
	rule_met(call, "everybody who serves takes part in deciding item %d", item->position);
}
