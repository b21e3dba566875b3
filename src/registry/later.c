/*
 * later.c
 *	  Who may attest a meeting's minutes for a later meeting.
 *
 * When those who should attest are hindered, the minutes are put before a
 * later meeting of the body, or of the body that succeeded it, and the one who
 * presides there signs (rules.md I22).
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"

#include "registry/facts.h"
#include "registry/query.h"

static const RegistryQuery signers = {
	.sql = "with recursive heir as ("
	"select m.body_id from @.meeting m where m.id operator(pg_catalog.=) $1 "
	"union select s.successor_id from heir h join @.body_succession s "
	"on s.predecessor_id operator(pg_catalog.=) h.body_id) "
	"select a.person_id from @.attestation a, @.meeting m, @.meeting o "
	"where a.meeting_id operator(pg_catalog.=) $1 "
	"and m.id operator(pg_catalog.=) $1 "
	"and o.id operator(pg_catalog.=) a.later_meeting_id "
	"and o.starts_at operator(pg_catalog.>) m.starts_at "
	"and o.opened_at operator(pg_catalog.<=) a.signed_at "
	"and o.body_id in (select h.body_id from heir h) "
	"and exists (select from @.presiding p where p.meeting_id operator(pg_catalog.=) o.id "
	"and p.person_id operator(pg_catalog.=) a.person_id)",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/*
 * The later meetings are held against changes, in the order of their ids: what
 * their attestations rest on is judged there (check_attested_here).
 */
static void
lock_later(const Facts *facts)
{
	int			n = 0;
	int64	   *meetings = palloc(Max(facts->rows[T_ATTESTATION].n, 1) * sizeof(int64));

	for_each(a, facts, ATTESTATION)
		if (a->later_meeting != 0)
			meetings[n++] = a->later_meeting;
	qsort(meetings, n, sizeof(int64), ids_compare);
	for (int i = 0; i < n; i++)
		if (meetings[i] != facts->id && (i == 0 || meetings[i] != meetings[i - 1]))
			registry_lock_row(facts->registry, T_MEETING, meetings[i], true);
	pfree(meetings);
}

/*
 * facts_read_later
 *		Reads which of those who signed for a later meeting presided there;
 *		under a lock, those meetings are locked first.  The attestations are
 *		among the facts already.
 */
void
facts_read_later(Facts *facts)
{
	Datum		args[1] = {Int64GetDatum(facts->id)};
	Ids		   *ids;
	int			n;

	if (facts->locked)
		lock_later(facts);
	registry_query(facts->registry, &signers, args, NULL, facts->locked);
	n = (int) SPI_processed;
	ids = MemoryContextAlloc(facts->context, offsetof(Ids, v) + n * sizeof(int64));
	ids->n = n;
	for (int i = 0; i < n; i++)
	{
		bool		isnull;

		ids->v[i] = DatumGetInt64(registry_query_value(i, 1, &isnull));
	}
	registry_query_end();
	if (facts->later_signers)
		pfree(facts->later_signers);
	facts->later_signers = ids;
}
