/*
 * series.c
 *	  The section numbers that the other meetings of a series hold.
 *
 * Sections are numbered through a calendar year, in one series for a body or
 * for several bodies together (rules.md I25, N).  Since numbers do not fall as
 * the meetings go on, a meeting's numbers need only be compared with the
 * greatest before it and the least after it.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "storage/lock.h"

#include "registry/facts.h"
#include "registry/query.h"

static const RegistryQuery neighbours = {
	.sql = "select max(i.section) filter (where (o.day, o.starts_at, o.id) < (m.day, m.starts_at, m.id)), "
	"min(i.section) filter (where (o.day, o.starts_at, o.id) > (m.day, m.starts_at, m.id)) "
	"from @.meeting m, @.body b, @.meeting o, @.agenda_item i "
	"where m.id operator(pg_catalog.=) $1 "
	"and b.id operator(pg_catalog.=) o.body_id "
	"and coalesce(b.section_series_id, b.id) operator(pg_catalog.=) $2 "
	"and o.id operator(pg_catalog.<>) m.id "
	"and o.day between pg_catalog.make_date(pg_catalog.date_part('year', m.day)::int, 1, 1) "
	"and pg_catalog.make_date(pg_catalog.date_part('year', m.day)::int, 12, 31) "
	"and i.meeting_id operator(pg_catalog.=) o.id",
	.nargs = 2,
	.argtypes = {INT8OID, INT8OID},
};

/* the body whose series a meeting's sections and seals belong to */
static int64
series_of(const Facts *facts)
{
	const Body *body = the_body(facts->body);

	return body->section_series ? body->section_series : body->id;
}

/*
 * One numbering, and one sealing, at a time in a series.  An advisory lock of a class that SQL
 * cannot name, since a row lock on the body would have to be upgraded from the
 * shared one that every writer of a meeting holds, and would deadlock.  It is
 * the last in the order of locks.
 */
void
series_lock(const Facts *facts)
{
	int64		series = series_of(facts);
	LOCKTAG		tag;

	SET_LOCKTAG_ADVISORY(tag, MyDatabaseId, (uint32) (series >> 32), (uint32) series, 3);
	(void) LockAcquire(&tag, ExclusiveLock, false, false);
}

/*
 * facts_read_series
 *		Reads what the other meetings of the series have numbered this year;
 *		under a lock, others are kept from numbering until the transaction
 *		ends.
 */
void
facts_read_series(Facts *facts, Snapshot snapshot)
{
	Datum		args[2] = {Int64GetDatum(facts->id), Int64GetDatum(series_of(facts))};
	bool		before_null;
	bool		after_null;
	Datum		before;
	Datum		after;

	if (facts->locked)
		series_lock(facts);
	registry_query(facts->registry, &neighbours, args, NULL, facts->locked);
	before = registry_query_value(0, 1, &before_null);
	after = registry_query_value(0, 2, &after_null);
	facts->section_before = before_null ? 0 : DatumGetInt32(before);
	facts->section_after = after_null ? INT_NULL : DatumGetInt32(after);
	facts->section_loaded = true;
	facts->section_day = the_meeting(facts)->day;
	facts->section_series = the_body(facts->body)->section_series;
	facts->version++;
	registry_query_end();
}
