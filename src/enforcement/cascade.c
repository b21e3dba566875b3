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
#include "utils/array.h"
#include "utils/builtins.h"

#include "enforcement/judge.h"
#include "registry/cache.h"
#include "registry/query.h"
#include "registry/settings.h"
#include "rules/seats.h"

static const RegistryQuery end_membership = {
	.sql = "update @.membership r set valid = pg_catalog.daterange(pg_catalog.lower(r.valid), e.day) "
	"from rows from (pg_catalog.unnest($1), pg_catalog.unnest($2)) e(id, day) "
	"where r.id operator(pg_catalog.=) e.id",
	.nargs = 2,
	.argtypes = {INT8ARRAYOID, DATEARRAYOID},
	.writes = true,
};

static const RegistryQuery end_office = {
	.sql = "update @.office r set valid = pg_catalog.daterange(pg_catalog.lower(r.valid), e.day) "
	"from rows from (pg_catalog.unnest($1), pg_catalog.unnest($2)) e(id, day) "
	"where r.id operator(pg_catalog.=) e.id",
	.nargs = 2,
	.argtypes = {INT8ARRAYOID, DATEARRAYOID},
	.writes = true,
};

static const RegistryQuery recorded_of_body = {
	.sql = "select from @.deviation where body_id operator(pg_catalog.=) $1 "
	"and meeting_id is null and rule operator(pg_catalog.=) $2 limit 1",
	.nargs = 2,
	.argtypes = {INT8OID, TEXTOID},
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

static List *
plan_end(List *ends, const RegistryQuery *query, int64 id, DateADT day)
{
	End		   *end = palloc(sizeof(End));

	*end = (End) {query, id, day};
	return lappend(ends, end);
}

/*
 * All ends in a table are made by one update, after all rows have been looked
 * at: each update makes the facts be read anew, and is judged as it is.
 */
static void
make_ends(Registry *registry, const RegistryQuery *query, List *ends)
{
	Datum	   *ids = palloc(Max(list_length(ends), 1) * sizeof(Datum));
	Datum	   *days = palloc(Max(list_length(ends), 1) * sizeof(Datum));
	int			n = 0;
	Datum		args[2];
	ListCell   *lc;

	foreach(lc, ends)
	{
		const End  *end = lfirst(lc);

		if (end->query != query)
			continue;
		ids[n] = Int64GetDatum(end->id);
		days[n++] = DateADTGetDatum(end->day);
	}
	if (n == 0)
		return;
	args[0] = PointerGetDatum(construct_array(ids, n, INT8OID, sizeof(int64),
											  FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
	args[1] = PointerGetDatum(construct_array(days, n, DATEOID, sizeof(DateADT),
											  true, TYPALIGN_INT));
	registry_query(registry, query, args, NULL, true);
	registry_query_end();
}

static int64 *
children_of(const Facts *body, int *n)
{
	Datum		args[1] = {Int64GetDatum(body->id)};

	return registry_query_ids(body->registry, &children_of_body, args, true, n);
}

/* does the body's law enforce the rule on that day? */
static bool
enforced_on(const Facts *body, RuleId rule, DateADT day)
{
	return settings_in_force(body->registry, body->id, the_body(body)->kind, day,
							 true)->rule[rule].mode == MODE_ENFORCE;
}

/* ---- somebody leaves ---- */

/*
 * May what rests on a seat end for everybody, or only for the person of the
 * row?  One statement may end several seats, and all that it changed is seen at
 * its first row: what is left as it is would be refused before its own row is
 * reached.  Where a breach has been recorded, though, it stays what it is.
 */
static bool
ends_for_all(const Facts *body, RuleId rule)
{
	Datum		args[2] = {
		Int64GetDatum(body->id),
		CStringGetTextDatum(rules[rule].code),
	};
	bool		recorded;

	registry_query(body->registry, &recorded_of_body, args, NULL, true);
	recorded = SPI_processed > 0;
	registry_query_end();
	return !recorded;
}

/* In the body itself: what a person presides over ends with the seat. */
static List *
end_offices(Facts *body, const Membership *left, List *ends)
{
	bool		all = ends_for_all(body, RULE_presidium_members);

	for_each(o, body, OFFICE)
	{
		Period		days = period_common(o->valid, left->valid);
		DateADT		day;

		if ((!all && o->person != left->person) || !is_presidium(o->kind) ||
			days.from >= days.to)
			continue;
		day = first_day_without_seat(body, o->person, W_MEMBER, days);
		if (day < days.to && day > o->valid.from &&
			enforced_on(body, RULE_presidium_members, day))
			ends = plan_end(ends, &end_office, o->id, day);
	}
	return ends;
}

/* In a child: the seats that rest on those in the parent end with them. */
static List *
end_seats(const Facts *parent, Facts *child, const Membership *left, List *ends)
{
	bool		all = ends_for_all(child, RULE_chosen_from_parent);

	for_each(m, child, MEMBERSHIP)
	{
		Period		days = period_common(m->valid, left->valid);
		DateADT		day;

		if ((!all && m->person != left->person) || days.from >= days.to)
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
		make_ends(body->registry, &end_membership, close_with_term(body, written, NIL));
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
	make_ends(body->registry, &end_office, ends);
	make_ends(body->registry, &end_membership, ends);
}

/*
 * judge_children
 *		The children's seats are judged again, as far as they rest on what was
 *		changed in the body.  Whoever changes a child holds a share of its
 *		parent, so holding the parent keeps the child's rows as they are.
 */
void
judge_children(Oid relid, const Facts *body, const Change *change)
{
	Question	question = {.asked = NEED_PARENT};
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
		cache_refresh(child, judge_needs(ROOT_BODY, question.asked) | NEED_PARENT);
		violation_handle(relid, child,
						 judge_body(child, &question, change_days(change), true), false);
	}
}
