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
		case SUBJECT_ORDER:
		case SUBJECT_MEETING:
			return root == ROOT_MEETING;
		case SUBJECT_BODY:
			return root == ROOT_BODY;
		case SUBJECT_MATTER:
			return root == ROOT_MATTER;
		case SUBJECT_ACT:
			return true;
		case SUBJECT_PARAMETER:
			return false;
	}
	return false;
}

/*
 * judge_needs
 *		The tables of a body or a matter whose rows must be read before the
 *		rules that changes of these tables may break can be asked.  (For meetings
 *		the rules in force tell: InForce.needs.)
 */
Tables
judge_needs(Root root, Tables asked)
{
	Tables		needs = 0;

	for (int r = 0; r < NUM_RULES; r++)
		if (rules[r].asked & asked && about_root(&rules[r], root))
			needs |= rules[r].needs;
	return needs;
}

/* Tests with assertions find a rule that looks at more than it has said it needs. */
static void
allow(Facts *facts, Tables tables)
{
#ifdef USE_ASSERT_CHECKING
	facts->readable = tables;
	if (facts->body != NULL)
		facts->body->readable = tables;
	if (facts->parent != NULL)
		facts->parent->readable = tables & NEED_PARENT ? ALL_TABLES : 0;
	for (int i = 0; i < facts->nbodies; i++)
		facts->bodies[i]->readable = tables;
#endif
}

static inline void
ask_rule(Call *call)
{
	call->last = NULL;
	if (call->rule != NULL)
	{
		allow(call->facts, call->rule->needs | TABLE(AGENDA_ITEM));
		call->rule->judge(call);
		allow(call->facts, ALL_TABLES);
	}
	else
		judge_own_rule(call);
}

static void
ask_translated(Call *call)
{
	telling = true;
	PG_TRY();
	{
		ask_rule(call);
	}
	PG_FINALLY();
	{
		telling = false;
	}
	PG_END_TRY();
}

/*
 * Has the rule say its verdicts, from the first of those named on, once more in
 * the language of lc_messages.  The same facts give the same verdicts.
 */
static void
ask_again(Call *call, int first)
{
	List	  **english = call->verdicts;
	List	   *translated = NIL;
	ListCell   *to = list_nth_cell(*english, first);
	ListCell   *lc;

	call->verdicts = &translated;
	ask_translated(call);
	call->verdicts = english;
	foreach(lc, translated)
	{
		if (to == NULL)
			break;
		((Verdict *) lfirst(to))->told = lfirst(lc);
		to = lnext(*english, to);
	}
	Assert(call->rule == NULL || (lc == NULL && to == NULL));
}

static inline void
ask(Call *call)
{
	int			said = list_length(*call->verdicts);
	bool		outer = telling;	/* a name that is asked for may have others judge */

	telling = false;
	ask_rule(call);
	if (list_length(*call->verdicts) > said && messages_translated())
		ask_again(call, said);
	telling = outer;
}

/* items that rules are asked about, in their order */
typedef struct Items
{
	const AgendaItem **v;
	int			n;
} Items;

/* those that the question names, or every one */
static Items
items_of(const Facts *facts, const Question *question, bool every)
{
	Items		items = {palloc(Max(facts->rows[T_AGENDA_ITEM].n, 1) * sizeof(AgendaItem *)), 0};
	int			p = 0;

	for_each(item, facts, AGENDA_ITEM)
	{
		if (question->positions != NULL && !every)
		{
			while (p < question->npositions && question->positions[p] < item->position)
				p++;
			if (p == question->npositions)
				break;
			if (question->positions[p] != item->position)
				continue;
		}
		items.v[items.n++] = item;
	}
	return items;
}

static void
ask_items(Call *call, Items items)
{
	CHECK_FOR_INTERRUPTS();
	for (int i = 0; i < items.n; i++)
	{
		call->item = items.v[i];
		ask(call);
	}
	call->item = NULL;
}

/* ---- which rules ---- */

/*
 * The rules in force about a meeting that a change of one table may break;
 * else all rules, which may not be taken up.  Ended by a null.
 */
static const Rule **
rules_among(const Facts *facts, Tables asked, bool *all_of_them)
{
	static const Rule *all[NUM_RULES + 1];

	*all_of_them = facts->root != ROOT_MEETING || (asked & ALL_OF_RULES) != asked ||
		(asked & (asked - 1)) != 0;
	if (!*all_of_them)
		return facts->law->asked[pg_rightmost_one_pos64(asked)];
	if (all[0] == NULL)
		for (int r = 0; r < NUM_RULES; r++)
			all[r] = &rules[r];
	return all;
}

/* ---- asking them ---- */

static const InForce *
law_on(const Facts *facts, int64 body, Word kind, DateADT day)
{
	return settings_in_force(facts->registry, body, kind, day, facts->locked);
}

/* a call of no rule yet */
static Call
new_call(Facts *facts, List **verdicts)
{
	return (Call) {
		.facts = facts,
		.law = facts->law,
		.number = INT_NULL,
		.verdicts = verdicts,
		.name = person_name,
		.law_on = law_on,
	};
}

static void
take_up(Call *call, const Rule *rule)
{
	call->rule = rule;
	call->setting = &call->law->rule[rule - rules];
}

/*
 * Is the rule in force, and about facts of this kind?  In a matter, that is a
 * question for each of its rows (rule_in_force).
 */
static bool
takes_up(Call *call, const Rule *rule, Tables asked)
{
	call->rule = rule;
	if (!(rule->asked & asked) || !about_root(rule, call->facts->root))
		return false;
	if (call->facts->root == ROOT_MATTER)
		return true;
	call->setting = &call->law->rule[rule - rules];
	return call->setting->mode != MODE_OFF;
}

/*
 * judge
 *		Asks the rules in force that the question concerns about the facts as
 *		they stand, and returns their verdicts: those that are broken, and where
 *		an explanation is wanted all of them.
 */
List *
judge(Facts *facts, const Question *question)
{
	List	   *verdicts = NIL;
	Call		call = new_call(facts, &verdicts);
	bool		of_items = question->asked == TABLE(AGENDA_ITEM);
	Items		items = items_of(facts, question, false);
	bool		all;
	Items		ordered = of_items ? items_of(facts, question, true) : items;

	call.days = question->days;
	call.explain = question->explain;
	for (const Rule **rule = rules_among(facts, question->asked, &all); *rule != NULL; rule++)
	{
		if (all)
		{
			if (!takes_up(&call, *rule, question->asked))
				continue;
		}
		else
			take_up(&call, *rule);
		switch ((*rule)->subject)
		{
			case SUBJECT_ITEM:
				ask_items(&call, items);
				break;
			case SUBJECT_ORDER:
				ask_items(&call, ordered);
				break;
			case SUBJECT_MEETING:
			case SUBJECT_BODY:
			case SUBJECT_MATTER:
				ask(&call);
				break;
			case SUBJECT_ACT:
			case SUBJECT_PARAMETER:
				break;
		}
	}
	if (facts->root == ROOT_MEETING)
	{
		call.rule = NULL;
		for (int i = 0; i < facts->law->nown; i++)
		{
			call.setting = &facts->law->own[i];
			if (call.setting->mode != MODE_OFF)
				ask_items(&call, items);
		}
	}
	return verdicts;
}

/*
 * judge_act
 *		Asks the rules in force about the change of a row, and adds their
 *		verdicts to others.
 */
List *
judge_act(Facts *facts, Change *change, List *verdicts)
{
	Call		call = new_call(facts, &verdicts);

	call.change = change;
	if (facts->law != NULL)
	{
		for (const Rule **rule = facts->law->acts[change->table]; *rule != NULL; rule++)
		{
			take_up(&call, *rule);
			ask(&call);
		}
		return verdicts;
	}
	/* in a matter each row has its law */
	for (int r = 0; r < NUM_RULES; r++)
		if (rules[r].subject == SUBJECT_ACT &&
			takes_up(&call, &rules[r], UINT64CONST(1) << change->table))
			ask(&call);
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
 *		The same as judge about a body, on the days that matter: each stretch of
 *		days is judged by the version of the regulation that is in force on it,
 *		so that a new version changes nothing before its first day.  (One that is
 *		about matters alone changes nothing here.)
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
		stretch.days = period_common(days, facts->law->valid_but);
		day = facts->law->valid_but.to;
		foreach(lc, judge(facts, &stretch))
		{
			if (!said_already(verdicts, lfirst(lc)))
				verdicts = lappend(verdicts, lfirst(lc));
		}
	}
	return verdicts;
}

/*
 * judged_already
 *		Was the body, or the matter, judged on these days for the table, and
 *		nothing has changed since?  A statement may write many rows.
 */
bool
judged_already(Facts *facts, TableId id, Period days)
{
	struct Judged *judged = &facts->judged;
	Tables		table = UINT64CONST(1) << id;

	if (judged->version == facts->version && judged->tables == table &&
		judged->days.from <= days.from && days.to <= judged->days.to)
		return true;
	judged->version = facts->version;
	judged->tables = table;
	judged->days = days;
	return false;
}
