/*
 * seal.c
 *	  The seal of attested minutes.
 *
 * When the statement that brings the last signature is done, the minutes are
 * written out in their canonical form, and stored with a hash that binds them
 * to all minutes of the series before them.  What is written is read after the
 * lock of the series, with the newest snapshot, whatever the isolation level.
 */
#include "postgres.h"
#include "compat.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "utils/date.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"

#include "minutes/seal.h"
#include "minutes/text.h"
#include "registry/cache.h"
#include "registry/query.h"
#include "rules/minutes.h"

/* what tells whether minutes are complete */
#define SIGNATURES \
	(TABLE(AGENDA_ITEM) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(PRESIDING) | \
	 TABLE(MINUTES) | TABLE(ADJUSTER) | TABLE(ATTESTATION) | TABLE(SEAL))

static const RegistryQuery insert_seal = {
	.sql = "insert into @.seal (body_id, meeting_id, number, ordinal, format, attested_on, content, previous, hash) "
	"values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
	.nargs = 9,
	.argtypes = {INT8OID, INT8OID, INT4OID, INT4OID, INT4OID, DATEOID, TEXTOID, BYTEAOID, BYTEAOID},
	.writes = true,
};

/* ---- one seal ---- */

/* Is every section attested, and are the minutes not sealed yet? */
static bool
is_complete(Facts *facts, int32 number)
{
	const Minutes *minutes = minutes_numbered(facts, number);
	const Setting *adjusters;

	if (minutes == NULL || seal_of(facts, number) != NULL)
		return false;
	adjusters = &facts->law->rule[RULE_adjusters];
	return minutes_attested(facts, minutes, adjusters->mode == MODE_OFF ? 1 : adjusters->number);
}

/* the day of the last signature */
static Datum
attested_on(const Facts *facts, int32 number)
{
	Timestamp	last = TIME_NULL;

	for_each(a, facts, ATTESTATION)
		if (a->number == number)
			last = Max(last, a->signed_at);
	return DirectFunctionCall1(timestamp_date, TimestampGetDatum(last));
}

/* the last seal of a series; false: there is none yet */
static bool
last_seal(Registry *registry, int64 series, Snapshot snapshot, Seal *seal)
{
	RegistryScan scan;
	bool		found;

	registry_scan_begin_other(&scan, registry, T_SEAL, series, snapshot);
	found = registry_scan_back(&scan);
	if (found)
		facts_decode(scan.where, T_SEAL, scan.slot, seal);
	registry_scan_end(&scan);
	return found;
}

/*
 * seal_if_complete
 *		Seals minutes of a meeting, whose facts are locked and judged, if every
 *		section is attested.  KL 5:69, 6:35.
 *
 * The series is locked only when there is something to seal.  An error takes
 * the facts with it, and so the mark that a seal is being made (cache.c).
 */
void
seal_if_complete(Facts *facts, int32 number)
{
	Registry   *registry = facts->registry;
	Seal		former = {.ordinal = 0};
	Datum		args[9];
	char		nulls[] = "         ";
	Reader		reader;
	text	   *content;

	cache_refresh(facts, SIGNATURES);
	if (the_meeting(facts) == NULL || the_body(facts->body) == NULL || !is_complete(facts, number))
		return;
	series_lock(facts);
	reader_begin_latest(&reader, registry);
	facts_refresh(facts, MINUTES_CONTENT, &reader);
	facts_read_texts(facts, &reader);
	content = minutes_write(facts, minutes_numbered(facts, number), &reader);
	(void) last_seal(registry, series_of(facts), reader.snapshot, &former);
	reader_end(&reader);

	args[0] = Int64GetDatum(series_of(facts));
	args[1] = Int64GetDatum(facts->id);
	args[2] = Int32GetDatum(number);
	args[3] = Int32GetDatum(former.ordinal + 1);
	args[4] = Int32GetDatum(TEXT_FORMAT);
	args[5] = attested_on(facts, number);
	args[6] = PointerGetDatum(content);
	args[7] = PointerGetDatum(former.hash);
	args[8] = PointerGetDatum(seal_hash(former.hash, content));
	if (former.hash == NULL)
		nulls[7] = 'n';
	facts->sealing = true;
	registry_query(registry, &insert_seal, args, nulls, true);
	registry_query_end();
	facts->sealing = false;
}
