/*
 * matter.c
 *	  What a matter must know beyond its own rows: the bodies that they name, how
 *	  meetings handled it, in which seat its movers sat, and who else reported
 *	  what its reports report.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "miscadmin.h"
#include "storage/lock.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/timestamp.h"

#include "registry/facts.h"
#include "registry/query.h"

/* ---- the bodies that are named ---- */

/* what one row names, behind the others */
static void
add_named(Ids *ids, const Table *table, const char *row)
{
	for (int f = 0; f < table->nfields; f++)
	{
		int64		body;

		if (table->fields[f].type != FIELD_BODY)
			continue;
		body = *(const int64 *) (row + table->fields[f].offset);
		if (body != 0)
			ids->v[ids->n++] = body;
	}
}

/*
 * facts_bodies_named
 *		The bodies that the rows of a matter name, as far as they have been
 *		read: ascending, each once.
 */
Ids *
facts_bodies_named(const Facts *matter)
{
	Ids		   *ids;
	int			room = 0;
	int			n = 0;

	for_each_table(t, MATTER_TABLES)
		room += matter->rows[t].n * registry_table(t)->nfields;
	ids = palloc(offsetof(Ids, v) + Max(room, 1) * sizeof(int64));
	ids->n = 0;
	for_each_table(t, MATTER_TABLES)
		for (int r = 0; r < matter->rows[t].n; r++)
			add_named(ids, registry_table(t), matter->rows[t].data + (Size) r * registry_table(t)->size);
	qsort(ids->v, ids->n, sizeof(int64), ids_compare);
	for (int i = 0; i < ids->n; i++)
		if (i == 0 || ids->v[i] != ids->v[i - 1])
			ids->v[n++] = ids->v[i];
	ids->n = n;
	return ids;
}

/*
 * facts_body_named
 *		The facts of one of those bodies; null: the matter names no such body.
 */
Facts *
facts_body_named(const Facts *matter, int64 body)
{
	for (int i = 0; i < matter->nbodies; i++)
		if (matter->bodies[i]->id == body)
			return matter->bodies[i];
	return NULL;
}

/* ---- how it was handled ---- */

static const RegistryQuery handlings_of_matter = {
	.sql = "select i.meeting_id, i.position, i.kind::text, m.body_id, b.kind::text, m.day::date, "
	"m.cancelled_at is not null, d.point, d.kind::text, d.outcome::text, d.on_behalf_of, "
	"d.delegation_id, d.subject::text, d.statement_number, "
	"coalesce(d.decided_at, i.decided_at)::timestamp, d.text::text, "
	"i.handled is not null, i.unprepared "
	"from @.agenda_item i "
	"join @.meeting m on m.id operator(pg_catalog.=) i.meeting_id "
	"join @.body b on b.id operator(pg_catalog.=) m.body_id "
	"left join @.decision d on d.meeting_id operator(pg_catalog.=) i.meeting_id "
	"and d.position operator(pg_catalog.=) i.position and d.withdrawn_at is null "
	"where i.matter_id operator(pg_catalog.=) $1 "
	"order by m.day, m.starts_at, i.meeting_id, i.position, d.point",
	.nargs = 1,
	.argtypes = {INT8OID},
};

static int64
value_id(int row, int column)
{
	bool		isnull;
	Datum		value = registry_query_value(row, column, &isnull);

	return isnull ? 0 : DatumGetInt64(value);
}

static int32
value_int(int row, int column)
{
	bool		isnull;
	Datum		value = registry_query_value(row, column, &isnull);

	return isnull ? INT_NULL : DatumGetInt32(value);
}

static DateADT
value_day(int row, int column)
{
	bool		isnull;
	Datum		value = registry_query_value(row, column, &isnull);

	return isnull ? DAY_NULL : DatumGetDateADT(value);
}

static Word
value_word(int row, int column)
{
	const char *text = registry_query_text(row, column);

	return text ? word_lookup(text, (int) strlen(text)) : W_NONE;
}

static char *
value_text(MemoryContext context, int row, int column)
{
	const char *text = registry_query_text(row, column);

	return text ? MemoryContextStrdup(context, text) : NULL;
}

static bool
value_bool(int row, int column)
{
	bool		isnull;
	Datum		value = registry_query_value(row, column, &isnull);

	return !isnull && DatumGetBool(value);
}

static Handling
read_handling(MemoryContext context, int row)
{
	bool		isnull;
	Datum		decided_at = registry_query_value(row, 15, &isnull);

	return (Handling) {
		.meeting = value_id(row, 1),
		.position = value_int(row, 2),
		.item_kind = value_word(row, 3),
		.body = value_id(row, 4),
		.body_kind = value_word(row, 5),
		.day = value_day(row, 6),
		.cancelled = value_bool(row, 7),
		.point = value_int(row, 8),
		.kind = value_word(row, 9),
		.outcome = value_word(row, 10),
		.on_behalf_of = value_id(row, 11),
		.delegation = value_id(row, 12),
		.subject = value_word(row, 13),
		.statement = value_int(row, 14),
		.decided_at = isnull ? TIME_NULL : DatumGetTimestamp(decided_at),
		.text = value_text(context, row, 16),
		.handled = value_bool(row, 17),
		.unprepared = value_bool(row, 18),
	};
}

/*
 * facts_read_handlings
 *		Reads how a matter was handled.  Who writes to a meeting about it takes
 *		the matter's lock too, so under that lock this is all there is.
 */
void
facts_read_handlings(Facts *matter)
{
	Datum		args[1] = {Int64GetDatum(matter->id)};
	int			n;

	for (int i = 0; i < matter->nhandlings; i++)
		if (matter->handlings[i].text)
			pfree(matter->handlings[i].text);
	if (matter->handlings)
		pfree(matter->handlings);
	matter->handlings = NULL;
	matter->nhandlings = 0;
	registry_query(matter->registry, &handlings_of_matter, args, NULL, matter->locked);
	n = (int) SPI_processed;
	matter->handlings = MemoryContextAlloc(matter->context, Max(n, 1) * sizeof(Handling));
	for (int i = 0; i < n; i++)
		matter->handlings[i] = read_handling(matter->context, i);
	matter->nhandlings = n;
	matter->version++;
	registry_query_end();
}

/* ---- who raised it ---- */

/*
 * A substitute served when the motion was raised if an item about it on that
 * day, in the council, was handled while the substitute served.
 */
static const RegistryQuery movers_of_motion = {
	.sql = "select v.person_id, "
	"(select case when pg_catalog.bool_or(s.role operator(pg_catalog.=) 'member') then 'member' "
	"when pg_catalog.count(*) operator(pg_catalog.>) 0 then 'substitute' end "
	"from @.membership s where s.body_id operator(pg_catalog.=) n.council_id "
	"and s.person_id operator(pg_catalog.=) v.person_id and s.valid operator(pg_catalog.@>) n.raised_on), "
	"exists (select from @.agenda_item i "
	"join @.meeting m on m.id operator(pg_catalog.=) i.meeting_id "
	"join @.attendance a on a.meeting_id operator(pg_catalog.=) i.meeting_id "
	"where i.matter_id operator(pg_catalog.=) v.matter_id and m.body_id operator(pg_catalog.=) n.council_id "
	"and n.raised_on in (m.day, i.opened_at::pg_catalog.date, i.decided_at::pg_catalog.date) "
	"and m.cancelled_at is null "
	"and a.person_id operator(pg_catalog.=) v.person_id "
	"and a.capacity operator(pg_catalog.=) 'serving_substitute' "
	"and (i.handled is null or a.from_item operator(pg_catalog.<=) i.handled "
	"and (a.to_item is null or a.to_item operator(pg_catalog.>=) i.handled))) "
	"from @.motion_mover v "
	"join @.motion n on n.matter_id operator(pg_catalog.=) v.matter_id "
	"where v.matter_id operator(pg_catalog.=) $1 order by v.person_id",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/*
 * facts_read_movers
 *		Reads who raised the motion, and in which seat.  Who changes a seat of the
 *		council, or attendance at a meeting that handles the motion, has the
 *		motion judged under its lock.
 */
void
facts_read_movers(Facts *matter)
{
	Datum		args[1] = {Int64GetDatum(matter->id)};

	if (matter->movers)
		pfree(matter->movers);
	matter->movers = NULL;
	matter->nmovers = 0;
	matter->version++;
	if (matter->rows[T_MOTION_MOVER].n == 0)
		return;
	registry_query(matter->registry, &movers_of_motion, args, NULL, matter->locked);
	matter->nmovers = (int) SPI_processed;
	matter->movers = MemoryContextAlloc(matter->context, Max(matter->nmovers, 1) * sizeof(Mover));
	for (int i = 0; i < matter->nmovers; i++)
		matter->movers[i] = (Mover) {
			.person = value_id(i, 1),
			.seat = value_word(i, 2),
			.served = value_bool(i, 3),
		};
	registry_query_end();
}

/* ---- what its reports report ---- */

static const RegistryQuery report_lines_of_matter = {
	.sql = "select i.number, i.line, "
	"coalesce(g.from_body_id, d.on_behalf_of), coalesce(e.body_id, m.body_id), "
	"coalesce(e.decided_on, m.day)::date, o.matter_id, o.number, o.line, r.received_on::date, "
	"(o.matter_id operator(pg_catalog.<>) i.matter_id or o.number operator(pg_catalog.<>) i.number) and "
	"exists (select from @.deviation v where v.matter_id operator(pg_catalog.=) o.matter_id "
	"and v.position operator(pg_catalog.=) o.number and v.rule operator(pg_catalog.=) 'report_once') "
	"from @.delegation_report_item i "
	"left join @.delegated_decision e on e.matter_id operator(pg_catalog.=) i.decided_matter_id "
	"and e.number operator(pg_catalog.=) i.decided_number "
	"left join @.decision d on d.meeting_id operator(pg_catalog.=) i.meeting_id "
	"and d.position operator(pg_catalog.=) i.position and d.point operator(pg_catalog.=) i.point "
	"left join @.meeting m on m.id operator(pg_catalog.=) i.meeting_id "
	"left join @.delegation g on g.id operator(pg_catalog.=) coalesce(e.delegation_id, d.delegation_id) "
	"left join lateral ("
	"select x.matter_id, x.number, x.line from @.delegation_report_item x "
	"where x.decided_matter_id operator(pg_catalog.=) i.decided_matter_id "
	"and x.decided_number operator(pg_catalog.=) i.decided_number "
	"union all "
	"select x.matter_id, x.number, x.line from @.delegation_report_item x "
	"where x.meeting_id operator(pg_catalog.=) i.meeting_id "
	"and x.position operator(pg_catalog.=) i.position and x.point operator(pg_catalog.=) i.point) o "
	"on o.matter_id operator(pg_catalog.<>) i.matter_id or o.number operator(pg_catalog.<>) i.number "
	"or o.line operator(pg_catalog.<>) i.line "
	"left join @.delegation_report r on r.matter_id operator(pg_catalog.=) o.matter_id "
	"and r.number operator(pg_catalog.=) o.number "
	"where i.matter_id operator(pg_catalog.=) $1 "
	"order by i.number, i.line, o.matter_id, o.number, o.line",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/*
 * Locks what several matters have in common, by a number: an advisory lock of a
 * class that SQL cannot name, the last in the order of locks but for that of a
 * section series.
 */
typedef enum Common
{
	REPORTS_TO_BODY = 4,
	POLICIES_OF_DOMAIN
} Common;

static void
lock_common(const Registry *registry, Common class, uint32 number, LOCKMODE mode)
{
	LOCKTAG		tag;

	SET_LOCKTAG_ADVISORY(tag, MyDatabaseId, registry->nspid, number, class);
	(void) LockAcquire(&tag, mode, false, false);
}

/*
 * reports_lock
 *		One report at a time to a body: which decisions it has been told of already
 *		is a matter of all its reports.  "shared": no report meanwhile, for who
 *		changes what reports may tell of.
 */
void
reports_lock(const Registry *registry, int64 to_body, bool shared)
{
	lock_common(registry, REPORTS_TO_BODY, (uint32) to_body ^ (uint32) (to_body >> 32),
				shared ? ShareLock : ExclusiveLock);
}

static void
lock_reports(const Facts *matter)
{
	Ids		   *ids = palloc(offsetof(Ids, v) + Max(matter->rows[T_DELEGATION_REPORT].n, 1) * sizeof(int64));

	ids->n = 0;
	for_each(report, matter, DELEGATION_REPORT)
		ids->v[ids->n++] = report->to_body;
	qsort(ids->v, ids->n, sizeof(int64), ids_compare);
	for (int i = 0; i < ids->n; i++)
		if (i == 0 || ids->v[i] != ids->v[i - 1])
			reports_lock(matter->registry, ids->v[i], false);
	pfree(ids);
}

/*
 * facts_read_report_lines
 *		Reads what the matter's reports report, its reports having been read;
 *		under a lock, no other report to the same body is written meanwhile.
 */
void
facts_read_report_lines(Facts *matter)
{
	Datum		args[1] = {Int64GetDatum(matter->id)};
	int			n;

	if (matter->report_lines)
		pfree(matter->report_lines);
	matter->report_lines = NULL;
	matter->nreport_lines = 0;
	if (matter->rows[T_DELEGATION_REPORT].n == 0)
		return;
	if (matter->locked)
		lock_reports(matter);
	registry_query(matter->registry, &report_lines_of_matter, args, NULL, matter->locked);
	n = (int) SPI_processed;
	matter->report_lines = MemoryContextAlloc(matter->context, Max(n, 1) * sizeof(ReportLine));
	for (int i = 0; i < n; i++)
		matter->report_lines[i] = (ReportLine) {
			.number = value_int(i, 1),
			.line = value_int(i, 2),
			.from_body = value_id(i, 3),
			.decided_in = value_id(i, 4),
			.decided_on = value_day(i, 5),
			.other_matter = value_id(i, 6),
			.other_number = value_int(i, 7),
			.other_line = value_int(i, 8),
			.other_received_on = value_day(i, 9),
			.other_admitted = value_bool(i, 10),
		};
	matter->nreport_lines = n;
	matter->version++;
	registry_query_end();
}

/* ---- policies of the same domain ---- */

static const RegistryQuery policies_of_domain = {
	.sql = "select matter_id, pg_catalog.lower(valid::daterange), pg_catalog.upper(valid::daterange) "
	"from @.policy_document "
	"where domain operator(pg_catalog.=) $1 and matter_id operator(pg_catalog.<>) $2 order by 2, 1",
	.nargs = 2,
	.argtypes = {TEXTOID, INT8OID},
};

/*
 * policies_lock
 *		One policy of a domain is written at a time.
 */
void
policies_lock(const Registry *registry, const char *domain)
{
	lock_common(registry, POLICIES_OF_DOMAIN,
				DatumGetUInt32(hash_any((unsigned char *) domain, (int) strlen(domain))),
				ExclusiveLock);
}

/*
 * facts_read_policies
 *		Reads the other policies of the domain of the matter's policy, which has
 *		been read; under a lock, none is written meanwhile.
 */
void
facts_read_policies(Facts *matter)
{
	const PolicyDocument *policy = the_policy(matter);
	Datum		args[2];
	int			n;

	if (matter->policies)
		pfree(matter->policies);
	matter->policies = NULL;
	matter->npolicies = 0;
	if (policy == NULL)
		return;
	if (matter->locked)
		policies_lock(matter->registry, policy->domain);
	args[0] = CStringGetTextDatum(policy->domain);
	args[1] = Int64GetDatum(matter->id);
	registry_query(matter->registry, &policies_of_domain, args, NULL, matter->locked);
	n = (int) SPI_processed;
	matter->policies = MemoryContextAlloc(matter->context, Max(n, 1) * sizeof(OtherPolicy));
	for (int i = 0; i < n; i++)
	{
		DateADT		from = value_day(i, 2);
		DateADT		to = value_day(i, 3);

		matter->policies[i] = (OtherPolicy) {
			value_id(i, 1), {from, to == DAY_NULL ? PG_INT32_MAX : to},
		};
	}
	matter->npolicies = n;
	matter->version++;
	registry_query_end();
}
