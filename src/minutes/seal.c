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
#include "commands/trigger.h"
#include "executor/tuptable.h"
#include "utils/date.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"

#include "minutes/seal.h"
#include "minutes/text.h"
#include "registry/cache.h"
#include "registry/query.h"
#include "rules/minutes.h"

PG_FUNCTION_INFO_V1(governance_seal_minutes);

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
	facts->law = settings_in_force(facts->registry, facts->body->id, the_body(facts->body)->kind,
								   the_meeting(facts)->day, true);
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
	found = registry_scan_last(&scan);
	if (found)
		facts_decode(scan.where, T_SEAL, scan.slot, seal);
	registry_scan_end(&scan);
	return found;
}

/*
 * seal_if_complete
 *		Seals minutes of a meeting, whose facts are locked, if every section
 *		is attested.  KL 5:69, 6:35.
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
	Snapshot	snapshot;
	text	   *content;

	cache_refresh(facts, SIGNATURES);
	if (the_meeting(facts) == NULL || the_body(facts->body) == NULL || !is_complete(facts, number))
		return;
	series_lock(facts);
	CommandCounterIncrement();
	snapshot = RegisterSnapshot(GetLatestSnapshot());
	facts_refresh(facts, MINUTES_CONTENT, snapshot);
	facts_read_texts(facts, snapshot);
	content = minutes_write(facts, minutes_numbered(facts, number), snapshot);
	(void) last_seal(registry, series_of(facts), snapshot, &former);
	UnregisterSnapshot(snapshot);

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

/* ---- after a statement ---- */

typedef struct MinutesKey
{
	int64		meeting;
	int32		number;
} MinutesKey;

/* the minutes that the statement put a signature under, each once */
static List *
signed_minutes(Registry *registry, TriggerData *trigger)
{
	const RegistryRelation *where = registry_relation(registry, T_ATTESTATION);
	AttrNumber	number = where->attno[0];	/* the first of ATTESTATION_FIELDS */
	TupleTableSlot *slot = MakeSingleTupleTableSlot(RelationGetDescr(trigger->tg_relation),
													&TTSOpsMinimalTuple);
	List	   *list = NIL;

	while (tuplestore_gettupleslot(trigger->tg_newtable, true, false, slot))
	{
		MinutesKey	key;
		MinutesKey *copy;
		bool		isnull;
		bool		known = false;
		ListCell   *lc;

		key.meeting = DatumGetInt64(slot_getattr(slot, where->key, &isnull));
		key.number = DatumGetInt32(slot_getattr(slot, number, &isnull));
		foreach(lc, list)
		{
			const MinutesKey *other = lfirst(lc);

			known = known || (other->meeting == key.meeting && other->number == key.number);
		}
		if (known)
			continue;
		copy = palloc(sizeof(MinutesKey));
		*copy = key;
		list = lappend(list, copy);
	}
	ExecDropSingleTupleTableSlot(slot);
	return list;
}

/*
 * seal_minutes() trigger
 *		After every statement that stores signatures: minutes of which every
 *		section is attested are sealed.
 */
Datum
governance_seal_minutes(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	Registry   *registry;
	ListCell   *lc;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by a trigger", "seal_minutes")));
	if (!TRIGGER_FIRED_AFTER(trigger->tg_event) ||
		!TRIGGER_FIRED_FOR_STATEMENT(trigger->tg_event) || trigger->tg_newtable == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" must be fired after each statement, with a table of its new rows",
						"seal_minutes")));
	registry = registry_of_relation(trigger->tg_relation);
	if (registry_table_of(registry, trigger->tg_relation) != T_ATTESTATION)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("table \"%s\" is not the table of attestations of a governance registry",
						RelationGetRelationName(trigger->tg_relation))));
	cache_enter();
	foreach(lc, signed_minutes(registry, trigger))
	{
		const MinutesKey *key = lfirst(lc);
		Facts	   *facts = cache_facts(registry, ROOT_MEETING, key->meeting);

		/* locked already by the check of the signature, if there is a meeting */
		if (cache_lock_meeting(facts))
			seal_if_complete(facts, key->number);
	}
	cache_leave();
	return PointerGetDatum(NULL);
}
