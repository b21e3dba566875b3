/*
 * judge.c
 *	  Putting the facts before the rules: the one way in which triggers,
 *	  explanations and the verification of a registry come to a verdict.
 */
#include "postgres.h"
#include "compat.h"

#include "miscadmin.h"

#include "enforcement/judge.h"
#include "rules/agreement.h"

/* may rules of this subject be broken by a change of the table? */
bool
judge_concerns(TableId id, Subject subject)
{
	static Tables concerned[SUBJECT_PARAMETER + 1];
	static bool filled = false;

	if (!filled)
	{
		for (int r = 0; r < NUM_RULES; r++)
			concerned[rules[r].subject] |= rules[r].asked;
		filled = true;
	}
	return (concerned[subject] & (UINT64CONST(1) << id)) != 0;
}

static bool
about_root(const Rule *rule, Root root)
{
	switch (rule->subject)
	{
		case SUBJECT_ITEM:
		case SUBJECT_MEETING:
			return root == ROOT_MEETING;
		case SUBJECT_BODY:
			return root == ROOT_BODY;
		case SUBJECT_ACT:
			return true;
		case SUBJECT_PARAMETER:
			return false;
	}
	return false;
}

/*
 * judge_needs
 *		The tables whose rows must be read before the question can be judged.
 */
Tables
judge_needs(const Question *question, Root root)
{
	Tables		needs = root == ROOT_MEETING ? TABLE(AGENDA_ITEM) : 0;

	for (int r = 0; r < NUM_RULES; r++)
		if (rules[r].asked & question->asked && about_root(&rules[r], root))
			needs |= rules[r].needs;
	return needs;
}

static void
ask(Call *call)
{
	call->last = NULL;
	if (call->rule != NULL)
		call->rule->judge(call);
	else
		judge_own_rule(call);
}

/* asks about the item that the question names, or about every one */
static void
ask_items(Call *call, int32 position)
{
	for_each(item, call->facts, AGENDA_ITEM)
	{
		CHECK_FOR_INTERRUPTS();
		if (position != INT_NULL && item->position != position)
			continue;
		call->item = item;
		ask(call);
	}
	call->item = NULL;
}

/*
 * judge
 *		Asks the rules in force that the question concerns, and returns their
 *		verdicts: those that are broken, and where an explanation is wanted
 *		all of them.
 */
List *
judge(Facts *facts, const Question *question)
{
	List	   *verdicts = NIL;
	Call		call = {
		.facts = facts,
		.days = question->days,
		.explain = question->explain,
		.verdicts = &verdicts,
		.name = person_name,
	};

	for (int r = 0; r < NUM_RULES; r++)
	{
		call.rule = &rules[r];
		call.setting = &facts->law->rule[r];
		if (!(rules[r].asked & question->asked) || call.setting->mode == MODE_OFF ||
			!about_root(&rules[r], facts->root))
			continue;
		if (rules[r].subject == SUBJECT_ACT)
		{
			call.change = question->change;
			if (call.change != NULL &&
				rules[r].asked & (UINT64CONST(1) << call.change->table))
				ask(&call);
			call.change = NULL;
		}
		else if (question->act_only)
			continue;
		else if (rules[r].subject == SUBJECT_ITEM)
			ask_items(&call, question->position);
		else
			ask(&call);
	}
	if (facts->root == ROOT_MEETING && !question->act_only)
	{
		call.rule = NULL;
		for (int i = 0; i < facts->law->nown; i++)
		{
			call.setting = &facts->law->own[i];
			if (call.setting->mode != MODE_OFF)
				ask_items(&call, question->position);
		}
	}
	return verdicts;
}

static bool
said_already(List *verdicts, const Verdict *verdict)
{
	ListCell   *lc;

	foreach(lc, verdicts)
	{
		const Verdict *other = lfirst(lc);

		if (other->rule == verdict->rule && other->status == verdict->status &&
			strcmp(other->message, verdict->message) == 0)
			return true;
	}
	return false;
}

/*
 * judge_body
 *		The same about a body, on the days that matter: each stretch of days
 *		is judged by the version of the regulation that is in force on it, so
 *		that a new version changes nothing before its first day.  An act is
 *		judged by the version of the last of the days.
 */
List *
judge_body(Facts *facts, const Question *question, Period days, bool lock)
{
	List	   *verdicts = NIL;
	DateADT		day = days.from;

	while (day < days.to)
	{
		Question	stretch = *question;
		ListCell   *lc;

		facts->law = settings_in_force(facts->registry, facts->id,
									   the_body(facts)->kind, day, lock);
		stretch.days = period_common(days, facts->law->valid);
		day = facts->law->valid.to;
		if (day < days.to)
		{
			stretch.change = NULL;
			if (question->act_only)
				continue;
		}
		foreach(lc, judge(facts, &stretch))
		{
			if (!said_already(verdicts, lfirst(lc)))
				verdicts = lappend(verdicts, lfirst(lc));
		}
	}
	return verdicts;
}
