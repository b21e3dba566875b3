/*
 * check_matter.c
 *	  Judging a change of a matter, and of what it rests on.
 *
 * A matter is locked, its facts made current, and the rules asked that the
 * change concerns.  Meetings that handle it are no part of it: who writes to
 * one about a matter has the matter judged as well (check_meeting.c), so that
 * either side sees the other under the matter's lock, and meetings are always
 * locked before matters.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/rel.h"

#include "enforcement/judge.h"
#include "registry/cache.h"

/* Of what other meetings did, whoever wrote to them was warned. */
static List *
warn_once(List *verdicts, int64 meeting)
{
	List	   *left = NIL;
	ListCell   *lc;

	foreach(lc, verdicts)
	{
		const Verdict *verdict = lfirst(lc);

		if (verdict->setting->mode != MODE_WARN || verdict->meeting == 0 || verdict->meeting == meeting)
			left = lappend(left, lfirst(lc));
	}
	return left;
}

static void
judge_matter(Oid relid, Registry *registry, int64 matter, Tables asked, bool late, int64 meeting)
{
	Facts	   *facts = cache_facts(registry, ROOT_MATTER, matter);
	Question	question = {.asked = asked};
	Tables		needs = judge_needs(ROOT_MATTER, asked);
	List	   *verdicts;

	if (needs == 0 || !cache_lock_matter(facts, needs))
		return;					/* there is none: left to the foreign key */
	cache_refresh(facts, needs);
	if (the_matter(facts) == NULL)
		return;
	verdicts = judge(facts, &question);
	violation_handle(relid, facts, meeting ? warn_once(verdicts, meeting) : verdicts, late);
}

/*
 * check_matter
 *		Judges a matter for changes of these tables.  "late": what was changed
 *		lies beside it, and what was done in the matter is not undone by it.
 */
void
check_matter(Oid relid, Registry *registry, int64 matter, Tables asked, bool late)
{
	judge_matter(relid, registry, matter, asked, late, 0);
}

/*
 * check_matter_handled
 *		The same for changes of a meeting that handles it, or did before.
 */
void
check_matter_handled(Oid relid, Registry *registry, int64 matter, Tables asked, int64 meeting)
{
	judge_matter(relid, registry, matter, asked, false, meeting);
}

/* ---- many, for a change beside them ---- */

/*
 * check_matters
 *		The matters that a query finds (id) are judged again for a change of the
 *		tables.
 */
void
check_matters(Oid relid, Registry *registry, Tables asked,
			  const RegistryQuery *query, const Datum *args, bool late)
{
	int			n;
	int64	   *matters = registry_query_ids(registry, query, args, true, &n);

	for (int i = 0; i < n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		check_matter(relid, registry, matters[i], asked, late);
	}
	pfree(matters);
}

/* the matters whose reports report decisions of this one */
static const RegistryQuery reporting_matters = {
	.sql = "select distinct matter_id from @.delegation_report_item "
	"where decided_matter_id operator(pg_catalog.=) $1 "
	"and matter_id operator(pg_catalog.<>) $1 order by 1",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/* who may be told of decisions by the delegation on which this one rests */
static const RegistryQuery delegator = {
	.sql = "select from_body_id from @.delegation where id operator(pg_catalog.=) $1",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/*
 * A decision that was changed is judged with the reports that tell of it; until
 * the end of the transaction nobody writes another.
 */
static void
check_reports(Relation rel, Registry *registry, int64 matter, TupleTableSlot *old_slot)
{
	DelegatedDecision old;
	Datum		delegation[1];
	Datum		args[1] = {Int64GetDatum(matter)};
	int64		to_body = 0;

	facts_decode(registry_relation(registry, T_DELEGATED_DECISION), T_DELEGATED_DECISION, old_slot, &old);
	delegation[0] = Int64GetDatum(old.delegation);
	registry_query(registry, &delegator, delegation, NULL, true);
	if (SPI_processed > 0)
	{
		bool		isnull;

		to_body = DatumGetInt64(registry_query_value(0, 1, &isnull));
	}
	registry_query_end();
	if (to_body != 0)
		reports_lock(registry, to_body, true);
	check_matters(RelationGetRelid(rel), registry, TABLE(DELEGATED_DECISION), &reporting_matters, args, false);
}

/* the matters of policies that supersede this one's, or are in force at its time */
static const RegistryQuery policies_beside = {
	.sql = "select o.matter_id from @.policy_document p, @.policy_document o "
	"where p.matter_id operator(pg_catalog.=) $1 and o.matter_id operator(pg_catalog.<>) $1 "
	"and (o.supersedes_id operator(pg_catalog.=) $1 "
	"or o.domain operator(pg_catalog.=) p.domain and o.valid operator(pg_catalog.&&) p.valid) order by 1",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/*
 * A policy that was changed is judged with those that it may concern; until the
 * end of the transaction nobody writes another of the domain that it was of.
 */
static void
check_policies(Relation rel, Registry *registry, int64 matter, TupleTableSlot *old_slot)
{
	PolicyDocument old;
	Datum		args[1] = {Int64GetDatum(matter)};

	if (old_slot != NULL)
	{
		facts_decode(registry_relation(registry, T_POLICY_DOCUMENT), T_POLICY_DOCUMENT, old_slot, &old);
		policies_lock(registry, old.domain);
	}
	check_matters(RelationGetRelid(rel), registry, TABLE(POLICY_DOCUMENT), &policies_beside, args, false);
}

/* ---- one row ---- */

/* the matter that a row belongs to; 0: none is named */
static int64
matter_of(const RegistryRelation *where, TupleTableSlot *slot)
{
	bool		isnull;
	Datum		value;

	if (slot == NULL)
		return 0;
	value = slot_getattr(slot, where->key, &isnull);
	return isnull ? 0 : DatumGetInt64(value);
}

/* a side of a row change, read into the table's struct */
typedef union Side
{
	char		data[MAX_ROW];
	int64		align;
} Side;

/*
 * Rules about the act look at the changed row, not at all others of its table:
 * those of some tables are many.
 */
static void
check_act(Relation rel, Registry *registry, TableId id, int64 matter,
		  TupleTableSlot *old_slot, TupleTableSlot *new_slot)
{
	const RegistryRelation *where = registry_relation(registry, id);
	Facts	   *facts = cache_facts(registry, ROOT_MATTER, matter);
	Tables		needs = judge_needs(ROOT_MATTER, UINT64CONST(1) << id);
	Change		change = {.table = id};
	Side		old;
	Side		new;

	if (!judge_concerns(id, SUBJECT_ACT) || !cache_lock_matter(facts, needs))
		return;
	cache_refresh(facts, needs);
	if (the_matter(facts) == NULL)
		return;
	if (old_slot != NULL)
	{
		facts_decode(where, id, old_slot, old.data);
		change.old = old.data;
	}
	if (new_slot != NULL)
	{
		facts_decode(where, id, new_slot, new.data);
		change.new = new.data;
	}
	violation_handle(RelationGetRelid(rel), facts, judge_act(facts, &change, NIL), false);
}

/* Is the row version at this place still, or not yet, among those that were read? */
static void
reflect_row(Facts *facts, TableId id, TupleTableSlot *old_slot, TupleTableSlot *new_slot)
{
	FactRows   *rows = &facts->rows[id];

	if (rows->loaded &&
		((new_slot != NULL && !facts_have(facts, id, &new_slot->tts_tid)) ||
		 (old_slot != NULL && facts_have(facts, id, &old_slot->tts_tid))))
		rows->loaded = false;
}

static void
check_side(Relation rel, Registry *registry, TableId id, int64 matter,
		   TupleTableSlot *old_slot, TupleTableSlot *new_slot)
{
	Facts	   *facts = cache_facts(registry, ROOT_MATTER, matter);
	Tables		asked = UINT64CONST(1) << id;

	check_act(rel, registry, id, matter, old_slot, new_slot);
	reflect_row(facts, id, old_slot, new_slot);
	/* one statement may write many rows, and the first of them saw all */
	if (!facts->locked || !facts_current(facts, id) || !judged_already(facts, id, ALL_DAYS))
	{
		check_matter(RelationGetRelid(rel), registry, matter, asked, false);
		if (facts->locked)
			(void) judged_already(facts, id, ALL_DAYS);
	}
	/* what lies beside the matter may be another for each row */
	if (id == T_DELEGATED_DECISION && old_slot != NULL)
		check_reports(rel, registry, matter, old_slot);
	if (id == T_POLICY_DOCUMENT)
		check_policies(rel, registry, matter, old_slot);
}

/*
 * check_row_of_matter
 *		Judges the change of a row of a matter's table; null slots stand for a
 *		row that was not there before, or is not there now.
 */
void
check_row_of_matter(Relation rel, Registry *registry, TableId id,
					TupleTableSlot *old_slot, TupleTableSlot *new_slot)
{
	const RegistryRelation *where = registry_relation(registry, id);
	int64		old = matter_of(where, old_slot);
	int64		new = matter_of(where, new_slot);

	if (old != 0)
		check_side(rel, registry, id, old, old_slot, new == old ? new_slot : NULL);
	if (new != 0 && new != old)
		check_side(rel, registry, id, new, NULL, new_slot);
}
