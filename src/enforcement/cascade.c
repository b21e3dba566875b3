/*
 * cascade.c
 *	  What a change of who sits in a body does to what rests on it.
 *
 * Leaving the board ends the committee seat (rules.md I7, KL 4:7, 6:42), and
 * leaving a body ends what one presides over in it (KL 6:21): both end on the
 * same day, in the same transaction, as ordinary updates of the rows, so that
 * every reader of the tables sees it and every rule is asked about it.  A seat
 * of which nothing would remain is not deleted, which would lose that somebody
 * decided it: the rule that it breaks refuses the statement.
 *
 * A seat "until the parent's term ends" (until_parent_term) is given its last
 * day when it is written, and follows the term when that is moved.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"

#include "enforcement/judge.h"
#include "registry/cache.h"
#include "registry/query.h"
#include "registry/settings.h"
#include "rules/seats.h"

static const RegistryQuery end_membership = {
	.sql = "update @.membership set valid = pg_catalog.daterange(pg_catalog.lower(valid), $2) "
	"where id operator(pg_catalog.=) $1",
	.nargs = 2,
	.argtypes = {INT8OID, DATEOID},
	.writes = true,
};

static const RegistryQuery end_office = {
	.sql = "update @.office set valid = pg_catalog.daterange(pg_catalog.lower(valid), $2) "
	"where id operator(pg_catalog.=) $1",
	.nargs = 2,
	.argtypes = {INT8OID, DATEOID},
	.writes = true,
};

static const RegistryQuery children_of_body = {
	.sql = "select id from @.body where parent_id operator(pg_catalog.=) $1 order by id",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/* ---- the days of a change ---- */

/* the period that a row of a body's table speaks of; null: for ever */
static const Period *
period_of(const Change *change, const void *row)
{
	const Table *table = registry_table(change->table);

	for (int i = 0; row != NULL && i < table->nfields; i++)
		if (table->fields[i].type == FIELD_PERIOD)
			return (const Period *) ((const char *) row + table->fields[i].offset);
	return NULL;
}

/*
 * change_days
 *		The days on which a change of a body's table may matter.
 */
Period
change_days(const Change *change)
{
	const Period *old = period_of(change, change->old);
	const Period *new = period_of(change, change->new);

	if (change->table == T_BODY || (old == NULL && new == NULL))
		return ALL_DAYS;
	if (old == NULL || new == NULL)
		return old ? *old : *new;
	return (Period) {Min(old->from, new->from), Max(old->to, new->to)};
}

/* ---- ends ---- */

typedef struct End
{
	const RegistryQuery *query;
	int64		id;
	DateADT		day;
} End;

/*
 * The updates are made after all rows have been looked at: each of them makes
 * the facts be read anew.
 */
static List *
plan_end(List *ends, const RegistryQuery *query, int64 id, DateADT day)
{
	End		   *end = palloc(sizeof(End));

	*end = (End) {query, id, day};
	return lappend(ends, end);
}

static void
make_ends(Registry *registry, List *ends)
{
	ListCell   *lc;

	foreach(lc, ends)
	{
		const End  *end = lfirst(lc);
		Datum		args[2] = {Int64GetDatum(end->id), DateADTGetDatum(end->day)};

		registry_query(registry, end->query, args, NULL, true);
		registry_query_end();
	}
}

static int64 *
children_of(const Facts *body, int *n)
{
	MemoryContext caller = CurrentMemoryContext;
	Datum		args[1] = {Int64GetDatum(body->id)};
	int64	   *ids;

	registry_query(body->registry, &children_of_body, args, NULL, true);
	*n = (int) SPI_processed;
	ids = MemoryContextAlloc(caller, Max(*n, 1) * sizeof(int64));
	for (int i = 0; i < *n; i++)
	{
		bool		isnull;

		ids[i] = DatumGetInt64(registry_query_value(i, 1, &isnull));
	}
	registry_query_end();
	return ids;
}

/* does the body's law enforce the rule on that day? */
static bool
enforced_on(const Facts *body, RuleId rule, DateADT day)
{
	return settings_in_force(body->registry, body->id, the_body(body)->kind, day,
							 true)->rule[rule].mode == MODE_ENFORCE;
}

/* ---- a person leaves ---- */

/* In the body itself: what the person presides over ends with the seat. */
static List *
end_offices(Facts *body, const Membership *left, List *ends)
{
	for_each(o, body, OFFICE)
	{
		Period		days = period_common(o->valid, left->valid);
		DateADT		day;

		if (o->person != left->person || !is_presidium(o->kind) || days.from >= days.to)
			continue;
		day = first_day_without_seat(body, o->person, W_MEMBER, days);
		if (day < days.to && day > o->valid.from &&
			enforced_on(body, RULE_presidium_members, day))
			ends = plan_end(ends, &end_office, o->id, day);
	}
	return ends;
}

/* In a child: the seat that rests on the one in the parent ends with it. */
static List *
end_seats(const Facts *parent, Facts *child, const Membership *left, List *ends)
{
	for_each(m, child, MEMBERSHIP)
	{
		Period		days = period_common(m->valid, left->valid);
		DateADT		day;

		if (m->person != left->person || days.from >= days.to)
			continue;
		day = first_day_without_seat(parent, m->person, W_NONE, days);
		if (day < days.to && day > m->valid.from &&
			enforced_on(child, RULE_chosen_from_parent, day))
			ends = plan_end(ends, &end_membership, m->id, day);
	}
	return ends;
}

/* the child's seats that last as long as the parent's term follow it */
static List *
move_ends(Facts *child, const Term *old, const Term *new, List *ends)
{
	for_each(m, child, MEMBERSHIP)
		if (m->until_parent_term && m->valid.to == old->valid.to &&
			period_has(old->valid, m->valid.from) && period_has(new->valid, m->valid.from))
			ends = plan_end(ends, &end_membership, m->id, new->valid.to);
	return ends;
}

/*
 * A seat that is written without an end ends with the parent's term, if that
 * ends itself.
 */
static List *
close_with_term(Facts *body, const Membership *written, List *ends)
{
	cache_refresh(body, TABLE(MEMBERSHIP) | NEED_PARENT);
	for_each(m, body, MEMBERSHIP)
	{
		const Term *term;

		if (m->id != written->id || !m->until_parent_term || m->valid.to != PG_INT32_MAX)
			continue;
		term = body->parent ? term_on(body->parent, m->valid.from) : NULL;
		if (term != NULL && term->valid.to != PG_INT32_MAX)
			ends = plan_end(ends, &end_membership, m->id, term->valid.to);
	}
	return ends;
}

/*
 * cascade
 *		Ends what rested on the row that was changed, before the change is
 *		judged.  The body is locked; children are locked here, in the order of
 *		their ids.
 */
void
cascade(Facts *body, const Change *change)
{
	const Membership *left = change->table == T_MEMBERSHIP ? change->old : NULL;
	const Membership *written = change->table == T_MEMBERSHIP ? change->new : NULL;
	const Term *old = change->table == T_TERM ? change->old : NULL;
	const Term *new = change->table == T_TERM ? change->new : NULL;
	List	   *ends = NIL;

	if (written != NULL && written->until_parent_term && written->valid.to == PG_INT32_MAX)
		make_ends(body->registry, close_with_term(body, written, NIL));
	if (left != NULL)
	{
		cache_refresh(body, TABLE(MEMBERSHIP) | TABLE(OFFICE));
		ends = end_offices(body, left, ends);
	}
	if (left != NULL || (old != NULL && new != NULL && old->valid.to != new->valid.to))
	{
		int			n;
		int64	   *children = children_of(body, &n);

		for (int i = 0; i < n; i++)
		{
			Facts	   *child = cache_facts(body->registry, ROOT_BODY, children[i]);

			if (!cache_lock_body(child))
				continue;
			cache_refresh(child, TABLE(MEMBERSHIP));
			ends = left != NULL ? end_seats(body, child, left, ends) :
				move_ends(child, old, new, ends);
		}
	}
	make_ends(body->registry, ends);
}

/*
 * judge_children
 *		The children's seats are judged again, as far as they rest on what was
 *		changed in the body.  Whoever changes a child holds a share of its
 *		parent, so holding the parent keeps the child's rows as they are.
 */
void
judge_children(Relation rel, const Facts *body, const Change *change)
{
	Question	question = {.asked = NEED_PARENT, .position = INT_NULL};
	int64	   *children;
	int			n;

	if (change->old == NULL ||	/* what is new takes nothing away */
		(change->table != T_BODY && change->table != T_TERM && change->table != T_MEMBERSHIP))
		return;
	children = children_of(body, &n);
	for (int i = 0; i < n; i++)
	{
		Facts	   *child = cache_facts(body->registry, ROOT_BODY, children[i]);

		if (!cache_share_body(child))
			continue;
		cache_refresh(child, judge_needs(&question, ROOT_BODY) | NEED_PARENT);
		violation_handle(rel, child,
						 judge_body(child, &question, change_days(change), true), false);
	}
}
