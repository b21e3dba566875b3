/*
 * links.c
 *	  Items that continue each other from one meeting to another (rules.md I27):
 *	  what a meeting must know of the items at the other ends.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "utils/timestamp.h"

#include "registry/facts.h"
#include "registry/query.h"

/*
 * The items that items of this meeting continue, and those that continue them.
 * A body's successors follow from body_succession.
 */
static const RegistryQuery links_of_meeting = {
	.sql = "with recursive "
	"link as ("
	"select i.position, true as from_here, i.continues_meeting_id as meeting_id, "
	"i.continues_position as other "
	"from @.agenda_item i where i.meeting_id operator(pg_catalog.=) $1 "
	"and i.continues_meeting_id is not null "
	"union all "
	"select i.continues_position, false, i.meeting_id, i.position "
	"from @.agenda_item i where i.continues_meeting_id operator(pg_catalog.=) $1), "
	"line(meeting_id, from_here, earlier, later) as ("
	"select l.meeting_id, l.from_here, "
	"case when l.from_here then o.body_id else m.body_id end, "
	"case when l.from_here then m.body_id else o.body_id end "
	"from link l, @.meeting o, @.meeting m "
	"where o.id operator(pg_catalog.=) l.meeting_id and m.id operator(pg_catalog.=) $1 "
	"union "
	"select n.meeting_id, n.from_here, s.successor_id, n.later "
	"from line n, @.body_succession s "
	"where s.predecessor_id operator(pg_catalog.=) n.earlier) "
	"select l.position, l.from_here, l.meeting_id, l.other, o.day, o.starts_at::timestamp, "
	"exists (select from line n where n.meeting_id operator(pg_catalog.=) l.meeting_id "
	"and n.from_here operator(pg_catalog.=) l.from_here "
	"and n.earlier operator(pg_catalog.=) n.later), "
	"exists (select from @.decision d where d.meeting_id operator(pg_catalog.=) l.meeting_id "
	"and d.position operator(pg_catalog.=) l.other "
	"and d.kind operator(pg_catalog.=) 'settling' and d.withdrawn_at is null), "
	"exists (select from @.deviation v where v.meeting_id operator(pg_catalog.=) l.meeting_id "
	"and v.position operator(pg_catalog.=) l.other and v.rule operator(pg_catalog.=) 'item_continues') "
	"from link l, @.meeting o where o.id operator(pg_catalog.=) l.meeting_id "
	"order by l.position, l.from_here desc, l.meeting_id, l.other",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/*
 * The meetings whose items are continued here are held against changes, in the
 * order of their ids; those that continue items of this meeting hold it in the
 * same way.  So a decision there and a continuation here see each other.
 * Returns whether there are any.
 */
static bool
lock_continued(Facts *facts)
{
	int			n = 0;
	int64	   *meetings = palloc(Max(facts->rows[T_AGENDA_ITEM].n, 1) * sizeof(int64));

	for_each(item, facts, AGENDA_ITEM)
		if (item->continues_meeting != 0)
			meetings[n++] = item->continues_meeting;
	if (n > 1)
		qsort(meetings, n, sizeof(int64), ids_compare);
	for (int i = 0; i < n && facts->locked; i++)
		if (meetings[i] != facts->id && (i == 0 || meetings[i] != meetings[i - 1]))
			registry_lock_row(facts->registry, T_MEETING, meetings[i], true);
	pfree(meetings);
	return n > 0;
}

/*
 * Most meetings have no links, and are asked no more than this.  By index, not
 * by a plan: one that was made while the table was small would read all of it.
 */
static bool
has_links(Facts *facts, Snapshot snapshot)
{
	RegistryScan scan;
	bool		found;

	if (lock_continued(facts))
		return true;
	registry_scan_begin_other(&scan, facts->registry, T_AGENDA_ITEM, facts->id, snapshot);
	found = registry_scan_next(&scan);
	registry_scan_end(&scan);
	return found;
}

/*
 * facts_read_links
 *		Reads a meeting's links, its items having been read; under a lock, the
 *		meetings they lead back to are locked first.
 */
void
facts_read_links(Facts *facts, Snapshot snapshot)
{
	Datum		args[1] = {Int64GetDatum(facts->id)};
	int			n;

	/* a transaction may read them many times */
	if (facts->links != NULL)
		pfree(facts->links);
	facts->links = NULL;
	facts->nlinks = 0;
	if (!has_links(facts, snapshot))
		return;
	registry_query(facts->registry, &links_of_meeting, args, NULL, facts->locked);
	n = (int) SPI_processed;
	facts->links = MemoryContextAlloc(facts->context, Max(n, 1) * sizeof(Link));
	for (int i = 0; i < n; i++)
	{
		bool		isnull;

		facts->links[i] = (Link) {
			.position = DatumGetInt32(registry_query_value(i, 1, &isnull)),
			.from_here = DatumGetBool(registry_query_value(i, 2, &isnull)),
			.meeting = DatumGetInt64(registry_query_value(i, 3, &isnull)),
			.other = DatumGetInt32(registry_query_value(i, 4, &isnull)),
			.day = DatumGetDateADT(registry_query_value(i, 5, &isnull)),
			.starts_at = DatumGetTimestamp(registry_query_value(i, 6, &isnull)),
			.same_body = DatumGetBool(registry_query_value(i, 7, &isnull)),
			.settled = DatumGetBool(registry_query_value(i, 8, &isnull)),
			.admitted = DatumGetBool(registry_query_value(i, 9, &isnull)),
		};
	}
	facts->nlinks = n;
	facts->version++;
	registry_query_end();
}
