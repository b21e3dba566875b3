/*
 * check_body.c
 *	  Judging a change of who sits in a body, and of who asked for a meeting.
 *
 * Such changes are few; each row is judged by itself, and with it the meetings
 * and the other bodies that rest on it.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "utils/rel.h"

#include "enforcement/judge.h"
#include "registry/cache.h"

static const RegistryQuery meetings_of_body = {
	.sql = "select id, coalesce(closed_at, cancelled_at) is not null from @.meeting "
	"where body_id operator(pg_catalog.=) $1 and day between $2 and $3 order by id",
	.nargs = 3,
	.argtypes = {INT8OID, DATEOID, DATEOID},
};

/*
 * The same of the body and of all that came before it: their items may be
 * continued, and their minutes attested, by those that came after it.
 */
static const RegistryQuery meetings_of_line = {
	.sql = "with recursive line(body_id) as ("
	"select $1 union select s.predecessor_id from line l, @.body_succession s "
	"where s.successor_id operator(pg_catalog.=) l.body_id) "
	"select m.id, coalesce(m.closed_at, m.cancelled_at) is not null from line l, @.meeting m "
	"where m.body_id operator(pg_catalog.=) l.body_id and m.day between $2 and $3 order by m.id",
	.nargs = 3,
	.argtypes = {INT8OID, DATEOID, DATEOID},
};

static const RegistryQuery body_of_request = {
	.sql = "select body_id from @.meeting_request where id operator(pg_catalog.=) $1",
	.nargs = 1,
	.argtypes = {INT8OID},
};

static const RegistryQuery meetings_on_request = {
	.sql = "select id, coalesce(closed_at, cancelled_at) is not null from @.meeting "
	"where request_id operator(pg_catalog.=) $1 order by id",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/*
 * A meeting is called, and presence at a distance decided, some time ahead: who
 * sat in the body then matters to meetings up to so many days later.
 */
#define CALLED_AHEAD	366

/*
 * The meetings of the body are judged again by the rules that look at who sits
 * in it.
 */
static void
check_meetings_of_body(Oid relid, Facts *body, const Change *change)
{
	TableId		id = change->table;
	Period		days = change_days(change);
	Datum		args[3] = {
		Int64GetDatum(body->id),
		DateADTGetDatum(days.from),
		DateADTGetDatum(days.to == PG_INT32_MAX ? days.to : days.to - 1),
	};

	if (!judge_concerns(id, SUBJECT_ITEM) && !judge_concerns(id, SUBJECT_MEETING))
		return;
	if (days.to < PG_INT32_MAX - CALLED_AHEAD)
		args[2] = DateADTGetDatum(days.to - 1 + CALLED_AHEAD);
	check_meetings(relid, body->registry, id,
				   id == T_BODY_SUCCESSION ? &meetings_of_line : &meetings_of_body, args);
}

/* what somebody of the body did in a matter on those days, or answers for */
static const RegistryQuery matters_of_body = {
	.sql = "select l.matter_id from @.letter l, @.letter_signature s "
	"where l.body_id operator(pg_catalog.=) $1 and l.dispatched_on is not null "
	"and s.matter_id operator(pg_catalog.=) l.matter_id "
	"and s.number operator(pg_catalog.=) l.number "
	"and s.signed_at::date between $2 and $3 "
	"union select a.matter_id from @.activity a "
	"where a.responsible_id operator(pg_catalog.=) $1 and a.valid operator(pg_catalog.&&) "
	"pg_catalog.daterange($2, $3, '[]') "
	"union select e.matter_id from @.delegation g, @.delegated_decision e "
	"where g.body_id operator(pg_catalog.=) $1 and e.delegation_id operator(pg_catalog.=) g.id "
	"and e.decided_on between $2 and $3 "
	"union select matter_id from @.motion "
	"where council_id operator(pg_catalog.=) $1 and raised_on between $2 and $3 order by 1",
	.nargs = 3,
	.argtypes = {INT8OID, DATEOID, DATEOID},
};

/* in which it sends or is sent referrals: that asks whether it exists, and whose it is */
static const RegistryQuery matters_referred = {
	.sql = "select matter_id from @.referral where sender_id operator(pg_catalog.=) $1 "
	"union select matter_id from @.referral_recipient where body_id operator(pg_catalog.=) $1 "
	"order by 1",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/* Has the body come to exist on other days, or to belong to another one? */
static bool
is_another(const Body *old, const Body *new)
{
	return old != NULL && new != NULL &&
		(old->valid.from != new->valid.from || old->valid.to != new->valid.to ||
		 old->parent != new->parent);
}

/*
 * The matters in which somebody of the body signed, decided or raised a motion,
 * or that it answers for, are judged again; what was done is not undone by what
 * is learned about it later.
 */
static void
check_matters_of_body(Oid relid, Facts *body, const Change *change)
{
	Period		days = change_days(change);
	Tables		asked = UINT64CONST(1) << change->table;
	Datum		args[3] = {
		Int64GetDatum(body->id),
		DateADTGetDatum(days.from),
		DateADTGetDatum(days.to == PG_INT32_MAX ? days.to : days.to - 1),
	};

	/* nothing rests on a body that is new */
	if (!judge_concerns(change->table, SUBJECT_MATTER) ||
		(change->table == T_BODY && change->old == NULL))
		return;
	check_matters(relid, body->registry, asked, &matters_of_body, args, true);
	if (change->table == T_BODY_SUCCESSION ||
		(change->table == T_BODY && is_another(change->old, change->new)))
		check_matters(relid, body->registry, asked, &matters_referred, args, true);
}

static const RegistryQuery has_meetings = {
	.sql = "select from @.meeting where body_id operator(pg_catalog.=) $1 limit 1",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/*
 * What a body has decided was judged by the law for its kind.  Under the
 * body's lock no meeting can appear meanwhile.
 */
static void
expect_kind_fixed(Relation rel, const Facts *facts, const Body *old, const Body *new)
{
	Datum		args[1] = {Int64GetDatum(facts->id)};
	bool		found;

	if (old->kind == new->kind)
		return;
	registry_query(facts->registry, &has_meetings, args, NULL, true);
	found = SPI_processed > 0;
	registry_query_end();
	if (found)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("%s has held meetings as a body of kind %s and cannot become one of kind %s",
						new->name, word_said(old->kind), word_said(new->kind)),
				 errhint("Make a new body, and name it as successor in body_succession."),
				 errtableconstraint(rel, "body_kind_fixed")));
}

/*
 * Were the facts read before this row was written?  Then they are read anew.
 */
static void
reflect_row(Facts *facts, const Change *change)
{
	FactRows   *rows = &facts->rows[change->table];

	/* every row begins with the place it was read from */
	if (rows->loaded &&
		((change->new != NULL && !facts_have(facts, change->table, (ItemPointer) change->new)) ||
		 (change->old != NULL && facts_have(facts, change->table, (ItemPointer) change->old))))
		rows->loaded = false;
}

/* Judges the change of a row of a body's table. */
static void
check_body(Relation rel, Registry *registry, int64 body, Change *change)
{
	Facts	   *facts = cache_facts(registry, ROOT_BODY, body);
	TableId		id = change->table;
	Oid			relid = RelationGetRelid(rel);
	Question	question = {.asked = UINT64CONST(1) << id};
	Period		days = change_days(change);
	List	   *verdicts = NIL;

	if (!cache_lock_body(facts))
		return;					/* left to the foreign key */
	reflect_row(facts, change);
	if (id == T_BODY && change->old != NULL && change->new != NULL)
		expect_kind_fixed(rel, facts, change->old, change->new);
	cascade(facts, change);
	cache_refresh(facts, judge_needs(ROOT_BODY, question.asked) | question.asked);
	if (the_body(facts) == NULL)
		return;					/* deleted */
	if (!judged_already(facts, id, days))
		verdicts = judge_body(facts, &question, days, true);
	/* the act is judged by the version that is in force on the last of the days */
	facts->law = settings_in_force(registry, body, the_body(facts)->kind, days.to - 1, true);
	violation_handle(relid, facts, judge_act(facts, change, verdicts), false);
	/* by what is delegated anew, nothing was decided before */
	if (id != T_DELEGATION || change->old != NULL)
	{
		check_meetings_of_body(relid, facts, change);
		check_matters_of_body(relid, facts, change);
	}
	judge_children(relid, facts, change);
}

/*
 * Who asked for a meeting matters to the meeting that was called on it.  The
 * body is locked as for a change of its own: a writer of its meetings, who
 * holds it against changes, can then not read what is being changed.
 */
static void
check_request(Oid relid, Registry *registry, TableId id, int64 request)
{
	Datum		args[1] = {Int64GetDatum(request)};
	int64		body = 0;
	bool		isnull;

	registry_query(registry, &body_of_request, args, NULL, true);
	if (SPI_processed > 0)
		body = DatumGetInt64(registry_query_value(0, 1, &isnull));
	registry_query_end();
	/* a request without a row, or body, is left to the foreign key */
	if (body != 0 && cache_lock_body(cache_facts(registry, ROOT_BODY, body)))
		check_meetings(relid, registry, id, &meetings_on_request, args);
}

/* ---- one row ---- */

/* a side of a row change, read into the table's struct */
typedef struct Side
{
	bool		present;		/* false: no such side, or no body or request named */
	int64		root;
	union
	{
		char		data[MAX_ROW];
		int64		align;
	}			row;
} Side;

static void
read_side(Side *side, Registry *registry, TableId id, TupleTableSlot *slot)
{
	const RegistryRelation *where = registry_relation(registry, id);
	bool		isnull;
	Datum		root = slot_getattr(slot, where->key, &isnull);

	facts_decode(where, id, slot, side->row.data);
	side->present = !isnull;
	side->root = isnull ? 0 : DatumGetInt64(root);
}

/* what the change is for one of its sides' roots */
static void
check_side(Relation rel, Registry *registry, TableId id, int64 root,
		   const Side *old, const Side *new)
{
	Change		change = {
		.table = id,
		.old = old->present && old->root == root ? old->row.data : NULL,
		.new = new->present && new->root == root ? new->row.data : NULL,
	};

	if (registry_table(id)->root == ROOT_BODY)
		check_body(rel, registry, root, &change);
	else
		check_request(RelationGetRelid(rel), registry, id, root);
}

/*
 * check_row_of_body
 *		Judges the change of a row of a body's or a request's table; null slots
 *		stand for a row that was not there before, or is not there now.
 */
void
check_row_of_body(Relation rel, Registry *registry, TableId id,
				  TupleTableSlot *old_slot, TupleTableSlot *new_slot)
{
	Side		old = {0};
	Side		new = {0};

	if (old_slot != NULL)
		read_side(&old, registry, id, old_slot);
	if (new_slot != NULL)
		read_side(&new, registry, id, new_slot);
	if (old.present)
		check_side(rel, registry, id, old.root, &old, &new);
	/* an update within one root is one question */
	if (new.present && !(old.present && new.root == old.root))
		check_side(rel, registry, id, new.root, &old, &new);
}
