/*
 * explain.c
 *	  The same judgement as rows: of an item, of a meeting, of everything that
 *	  is stored.
 */
#include "postgres.h"
#include "compat.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "enforcement/judge.h"
#include "registry/access.h"
#include "registry/cache.h"
#include "registry/progress.h"
#include "registry/query.h"
#include "registry/settings.h"

PG_FUNCTION_INFO_V1(governance_explain);
PG_FUNCTION_INFO_V1(governance_explain_matter);
PG_FUNCTION_INFO_V1(governance_explain_body);
PG_FUNCTION_INFO_V1(governance_verify_registry);
PG_FUNCTION_INFO_V1(governance_setting);
PG_FUNCTION_INFO_V1(governance_setting_on);

static const RegistryQuery all_bodies = {
	.sql = "select id from @.body order by id",
};

static const RegistryQuery all_meetings = {
	.sql = "select id from @.meeting order by id",
};

static const RegistryQuery all_matters = {
	.sql = "select id from @.matter order by id",
};

/*
 * Who explains reads: the functions answer from the tables without asking the
 * executor, so they ask for the right to read them: of the tables that matter
 * most.  What the user's access lets the policies show of their rows is asked
 * where it is known what they are about; what is kept back does not exist.
 */
static void
require_read(const Registry *registry)
{
	registry_require_select(registry, TABLE(MEETING) | TABLE(AGENDA_ITEM) | TABLE(ATTENDANCE) |
							TABLE(DECISION) | TABLE(VOTE));
}

static Facts *
read_body(Reader *reader, int64 id, Tables needs)
{
	Facts	   *facts = facts_create(CurrentMemoryContext, reader->registry, ROOT_BODY, id);

	facts_refresh(facts, needs, reader);
	return facts;
}

/*
 * A meeting with the rules in force for it, null where nothing leads to its
 * body; and with "all", what those rules look at.
 */
static Facts *
read_meeting(Reader *reader, int64 id, bool all, KnownBodies *bodies)
{
	Facts	   *facts = facts_of_meeting(reader, id, 0, bodies);
	Tables		needs = TABLE(DEVIATION);

	if (facts == NULL || the_body(facts->body) == NULL)
		return facts;
	facts->law = settings_in_force(reader->registry, facts->body->id, the_body(facts->body)->kind,
								   the_meeting(facts)->day, false);
	for (int t = 0; t < NUM_TABLES; t++)
		needs |= facts->law->needs[t];
	if (all)
		facts_refresh(facts, needs, reader);
	return facts;
}

static const char *
status_text(Status status)
{
	static const char *const text[] = {"met", "broken", "pending", "not applicable"};

	return text[status];
}

static Datum
text_or_null(const char *text, bool *isnull)
{
	*isnull = text == NULL;
	return text ? CStringGetTextDatum(text) : (Datum) 0;
}

#define NCOLUMNS	9

static void
put_verdict(ReturnSetInfo *result, const Facts *facts, Verdict *verdict)
{
	const Verdict *said = verdict_told(verdict);
	Datum		values[NCOLUMNS];
	bool		nulls[NCOLUMNS] = {false};

	values[0] = Int64GetDatum(verdict->meeting ? verdict->meeting : facts->id);
	values[1] = Int32GetDatum(verdict->position);
	nulls[1] = verdict->position == INT_NULL;
	values[2] = CStringGetTextDatum(verdict_code(verdict));
	values[3] = CStringGetTextDatum(status_text(verdict->status));
	values[4] = CStringGetTextDatum(said->message);
	values[5] = text_or_null(said->detail, &nulls[5]);
	values[6] = text_or_null(said->hint, &nulls[6]);
	values[7] = CStringGetTextDatum(citation_text(verdict->setting));
	values[8] = text_or_null(verdict->setting->wording, &nulls[8]);
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* an admitted breach is told as what it is */
static void
note_admitted(const Facts *facts, Verdict *verdict)
{
	if (verdict->status == BROKEN && violation_is_admitted(facts, verdict))
		verdict_told(verdict)->hint = _("Admitted as a deviation.");
}

static void
put_verdicts(ReturnSetInfo *result, const Facts *facts, List *verdicts)
{
	ListCell   *lc;

	foreach(lc, verdicts)
	{
		if (!violation_may_be_told(facts, lfirst(lc)))
			continue;
		note_admitted(facts, lfirst(lc));
		put_verdict(result, facts, lfirst(lc));
	}
}

/* a matter with what the rules look at; null: there is none */
static Facts *
read_matter(Reader *reader, int64 id, KnownBodies *bodies)
{
	return facts_of_matter(reader, id, judge_needs(ROOT_MATTER, ALL_TABLES), bodies);
}

/* what is found in the matters that the items are about, of these items */
static void
explain_matters(ReturnSetInfo *result, Facts *meeting, int32 position, Reader *reader)
{
	Question	question = {.asked = ALL_TABLES, .explain = true};

	for_each(item, meeting, AGENDA_ITEM)
	{
		Facts	   *matter;
		ListCell   *lc;

		if (item->matter == 0 || (position != INT_NULL && item->position != position))
			continue;
		matter = read_matter(reader, item->matter, NULL);
		foreach(lc, matter ? judge(matter, &question) : NIL)
		{
			Verdict    *verdict = lfirst(lc);

			if (verdict->meeting != meeting->id || verdict->position != item->position ||
				!violation_may_be_told(matter, verdict))
				continue;
			note_admitted(matter, verdict);
			put_verdict(result, matter, verdict);
		}
	}
}

/*
 * explain(registry text, meeting bigint, position integer)
 *		Each rule in force for an item (position null: for the whole meeting,
 *		item by item): met, broken, pending or not applicable, with the facts
 *		counted and the citation.  Works before the decision too.
 *
 * Errors: P0002 where there is no such meeting or item; 42501 without the
 * right to read the registry.
 */
Datum
governance_explain(PG_FUNCTION_ARGS)
{
	Registry   *registry;
	int64		meeting;
	int32		position = PG_ARGISNULL(2) ? INT_NULL : PG_GETARG_INT32(2);
	Question	question = {.asked = ALL_TABLES, .explain = true};
	Reader		reader;
	Facts	   *facts;
	ListCell   *lc;

	if (position != INT_NULL)
	{
		question.positions = &position;
		question.npositions = 1;
	}
	compat_init_materialized_srf(fcinfo);
	/* not strict, for the position may be null; no rows for any other null */
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		return (Datum) 0;
	registry = registry_by_name(text_to_cstring(PG_GETARG_TEXT_PP(0)));
	meeting = PG_GETARG_INT64(1);
	require_read(registry);
	reader_begin(&reader, registry, GetActiveSnapshot());
	facts = access_reads_item(registry, meeting, INT_NULL) ?
		read_meeting(&reader, meeting, true, NULL) : NULL;
	if (facts == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_NO_DATA_FOUND),
				 errmsg("meeting %lld does not exist", (long long) meeting)));
	if (facts->law == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("meeting %lld belongs to no body", (long long) meeting),
				 errhint("Run governance.verify_registry: somebody wrote past the foreign keys.")));
	if (position != INT_NULL &&
		(item_at(facts, position) == NULL || !access_reads_item(registry, meeting, position)))
		ereport(ERROR,
				(errcode(ERRCODE_NO_DATA_FOUND),
				 errmsg("meeting %lld has no item %d", (long long) meeting, position)));
	foreach(lc, judge(facts, &question))
	{
		Verdict    *verdict = lfirst(lc);

		if (position != INT_NULL && verdict->position == INT_NULL)
			continue;			/* about the whole meeting */
		if (!violation_may_be_told(facts, verdict))
			continue;
		note_admitted(facts, verdict);
		put_verdict((ReturnSetInfo *) fcinfo->resultinfo, facts, verdict);
	}
	explain_matters((ReturnSetInfo *) fcinfo->resultinfo, facts, position, &reader);
	reader_end(&reader);
	return (Datum) 0;
}

/* the same for a body or a matter, whose id is the function's second argument */
static Datum
explain_root(FunctionCallInfo fcinfo, Root root)
{
	Registry   *registry = registry_by_name(text_to_cstring(PG_GETARG_TEXT_PP(0)));
	int64		id = PG_GETARG_INT64(1);
	Question	question = {.asked = ALL_TABLES, .explain = true};
	Reader		reader;
	Facts	   *facts;

	compat_init_materialized_srf(fcinfo);
	require_read(registry);
	reader_begin(&reader, registry, GetActiveSnapshot());
	if (root == ROOT_MATTER)
		facts = access_reads_matter(registry, id) ? read_matter(&reader, id, NULL) : NULL;
	else
		facts = access_to_body(registry, id) & MAY_READ ?
			read_body(&reader, id, judge_needs(ROOT_BODY, ALL_TABLES)) : NULL;
	if (facts == NULL || (root == ROOT_BODY && the_body(facts) == NULL))
		ereport(ERROR,
				(errcode(ERRCODE_NO_DATA_FOUND),
				 root == ROOT_MATTER ?
				 errmsg("matter %lld does not exist", (long long) id) :
				 errmsg("body %lld does not exist", (long long) id)));
	put_verdicts((ReturnSetInfo *) fcinfo->resultinfo, facts,
				 root == ROOT_MATTER ? judge(facts, &question) :
				 judge_body(facts, &question, ALL_DAYS, false));
	reader_end(&reader);
	return (Datum) 0;
}

/*
 * explain_matter(registry text, matter bigint)
 *		The same for a matter: what the rules say of its documents, referrals,
 *		letters and reports, and of how meetings handled it.
 *
 * Errors: P0002 where there is no such matter; 42501 without the right to read
 * the registry.
 */
Datum
governance_explain_matter(PG_FUNCTION_ARGS)
{
	return explain_root(fcinfo, ROOT_MATTER);
}

/*
 * explain_body(registry text, body bigint)
 *		The same for a body: what the rules say of who sits in it, of its offices,
 *		its time and what is delegated in it, on all days.
 *
 * Errors: P0002 where there is no such body; 42501 without the right to read the
 * registry.
 */
Datum
governance_explain_body(PG_FUNCTION_ARGS)
{
	return explain_root(fcinfo, ROOT_BODY);
}

/* ---- everything that is stored ---- */

static void
verify_root(ReturnSetInfo *result, Facts *facts)
{
	Question	question = {.asked = ALL_TABLES};
	ListCell   *lc;

	foreach(lc, facts->root == ROOT_BODY ? judge_body(facts, &question, ALL_DAYS, false) :
			judge(facts, &question))
	{
		Verdict    *verdict = lfirst(lc);

		if (verdict->status == BROKEN && !violation_is_admitted(facts, verdict))
			put_verdict(result, facts, verdict);
	}
}

/* a meeting that nothing can be judged by */
static void
put_orphan(ReturnSetInfo *result, const Facts *facts)
{
	Datum		values[NCOLUMNS] = {0};
	bool		nulls[NCOLUMNS] = {false, true, false, false, false, true, true, true, true};

	values[0] = Int64GetDatum(facts->id);
	values[2] = CStringGetTextDatum("meeting_body_id_fkey");
	values[3] = CStringGetTextDatum(status_text(BROKEN));
	values[4] = CStringGetTextDatum(psprintf(_("meeting %lld belongs to body %lld, which does not exist"),
											 (long long) facts->id, (long long) facts->body->id));
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/*
 * verify_registry(registry text)
 *		Judges everything stored again, body by body, meeting by meeting and
 *		matter by matter, and returns what is broken and not admitted, whoever wrote it and
 *		however (a superuser, disabled triggers, a data-only restore).
 *
 * Errors: 42501 for who may not read all of it, what is secret included.
 */
Datum
governance_verify_registry(PG_FUNCTION_ARGS)
{
	Registry   *registry = registry_by_name(text_to_cstring(PG_GETARG_TEXT_PP(0)));
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	Reader		reader;
	KnownBodies *bodies;
	MemoryContext context;
	MemoryContext old;
	const RegistryQuery *const all_of[] = {
		[ROOT_BODY] = &all_bodies,
		[ROOT_MEETING] = &all_meetings,
		[ROOT_MATTER] = &all_matters,
	};
	const ProgressKind told[] = {
		[ROOT_BODY] = PROGRESS_BODIES,
		[ROOT_MEETING] = PROGRESS_MEETINGS,
		[ROOT_MATTER] = PROGRESS_MATTERS,
	};
	int			n;

	require_read(registry);
	if (!(access_everywhere(registry) & MAY_READ_ALL))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("permission denied for all of registry \"%s\"", registry_name(registry)),
				 errhint("It is judged as a whole, by its owner or an auditor of all bodies.")));
	compat_init_materialized_srf(fcinfo);
	context = AllocSetContextCreate(CurrentMemoryContext, "governance verify",
									ALLOCSET_DEFAULT_SIZES);
	reader_begin(&reader, registry, GetActiveSnapshot());
	bodies = facts_known_bodies();
	progress(PROGRESS_BODIES, 0, 0);
	for (Root root = ROOT_BODY; root <= ROOT_MATTER; root++)
	{
		int64	   *ids;

		if (all_of[root] == NULL)
			continue;
		ids = registry_query_ids(registry, all_of[root], NULL, false, &n);
		for (int i = 0; i < n; i++)
		{
			Facts	   *facts;

			old = MemoryContextSwitchTo(context);
			if (root == ROOT_BODY)
				facts = read_body(&reader, ids[i], judge_needs(ROOT_BODY, ALL_TABLES));
			else if (root == ROOT_MEETING)
				facts = read_meeting(&reader, ids[i], true, bodies);
			else
				facts = read_matter(&reader, ids[i], bodies);
			if (facts == NULL)
				ereport(ERROR,
						(errcode(ERRCODE_INDEX_CORRUPTED),
						 root == ROOT_MEETING ?
						 errmsg("meeting %lld is not found by its index", (long long) ids[i]) :
						 errmsg("matter %lld is not found by its index", (long long) ids[i])));
			if (root == ROOT_MEETING && facts->law == NULL)
				put_orphan(result, facts);
			else
				verify_root(result, facts);
			MemoryContextSwitchTo(old);
			MemoryContextReset(context);
			progress(told[root], i + 1, n);
		}
	}
	reader_end(&reader);
	return (Datum) 0;
}

/* the setting in force of a rule of the catalogue, or of the registry's own */
static const Setting *
setting_of(const InForce *law, const char *code)
{
	int			rule = rule_lookup(code);
	const Setting *setting = rule < 0 ? NULL : &law->rule[rule];

	for (int i = 0; setting == NULL && i < law->nown; i++)
		if (strcmp(law->own[i].code, code) == 0)
			setting = &law->own[i];
	return setting == NULL || setting->mode == MODE_OFF ? NULL : setting;
}

static Datum
setting_row(FunctionCallInfo fcinfo, const InForce *law, const char *code)
{
	const Setting *setting = law ? setting_of(law, code) : NULL;
	TupleDesc	desc;
	Datum		values[3] = {0};
	bool		nulls[3] = {true, true, true};

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	if (setting != NULL)
	{
		values[0] = text_or_null(setting->value != NULL || setting->procedure != NULL ?
								 setting->value : rules[rule_lookup(code)].default_value, &nulls[0]);
		values[1] = text_or_null(citation_text(setting), &nulls[1]);
		values[2] = text_or_null(setting->wording, &nulls[2]);
	}
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls));
}

/*
 * setting(registry text, meeting bigint, rule text)
 *		The setting of a rule that is in force for a meeting; nulls where none
 *		is, or the meeting does not exist.
 */
Datum
governance_setting(PG_FUNCTION_ARGS)
{
	Registry   *registry = registry_by_name(text_to_cstring(PG_GETARG_TEXT_PP(0)));
	Reader		reader;
	Facts	   *facts;

	reader_begin(&reader, registry, GetActiveSnapshot());
	facts = read_meeting(&reader, PG_GETARG_INT64(1), false, NULL);
	reader_end(&reader);
	PG_RETURN_DATUM(setting_row(fcinfo, facts ? facts->law : NULL,
								text_to_cstring(PG_GETARG_TEXT_PP(2))));
}

/*
 * setting_on(registry text, body bigint, day date, rule text)
 *		The same for a body on a day.
 */
Datum
governance_setting_on(PG_FUNCTION_ARGS)
{
	Registry   *registry = registry_by_name(text_to_cstring(PG_GETARG_TEXT_PP(0)));
	int64		body = PG_GETARG_INT64(1);
	Reader		reader;
	Facts	   *facts;
	const InForce *law = NULL;

	reader_begin(&reader, registry, GetActiveSnapshot());
	facts = read_body(&reader, body, 0);
	reader_end(&reader);
	if (the_body(facts) != NULL)
		law = settings_in_force(registry, body, the_body(facts)->kind, PG_GETARG_DATEADT(2), false);
	PG_RETURN_DATUM(setting_row(fcinfo, law, text_to_cstring(PG_GETARG_TEXT_PP(3))));
}
