/*
 * seal.c
 *	  The seal of attested minutes.
 *
 * When the statement that brings the last signature is done, the minutes are
 * written out in their canonical form, and stored with a hash that binds them
 * to all minutes of the series before them.  The text, and whether every
 * section is attested, are the registry's own SQL (next_seal, minutes_text);
 * here is what SQL cannot do under every isolation level: the lock of the
 * series, and reading after it with the newest snapshot.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/tuptable.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/tuplestore.h"

#include "registry/cache.h"
#include "registry/query.h"

PG_FUNCTION_INFO_V1(governance_seal_minutes);

static const RegistryQuery complete = {
	.sql = "select where (select pg_catalog.bool_and(c.attested) from @.minutes_section c "
	"where c.meeting_id operator(pg_catalog.=) $1 and c.number operator(pg_catalog.=) $2) "
	"and not exists (select from @.seal s "
	"where s.meeting_id operator(pg_catalog.=) $1 and s.number operator(pg_catalog.=) $2)",
	.nargs = 2,
	.argtypes = {INT8OID, INT4OID},
};

static const RegistryQuery make_seal = {
	.sql = "insert into @.seal (body_id, meeting_id, number, ordinal, format, attested_on, content, previous, hash) "
	"select s.body_id, $1, $2, s.ordinal, s.format, s.attested_on, s.content, s.previous, "
	"governance.seal_hash(s.previous, s.content) from @.next_seal($1, $2) s",
	.nargs = 2,
	.argtypes = {INT8OID, INT4OID},
	.writes = true,
};

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
 * Seals minutes if every section is attested.  The meeting is locked by the
 * check of the signature; the series only when there is something to seal.
 */
static void
seal(Registry *registry, const MinutesKey *key)
{
	Facts	   *facts = cache_facts(registry, ROOT_MEETING, key->meeting);
	Datum		args[2] = {Int64GetDatum(key->meeting), Int32GetDatum(key->number)};
	bool		is_complete;

	if (!cache_lock_meeting(facts))
		return;					/* left to the foreign key */
	cache_refresh(facts, TABLE(MEETING) | TABLE(BODY));
	registry_query(registry, &complete, args, NULL, true);
	is_complete = SPI_processed > 0;
	registry_query_end();
	if (!is_complete || the_body(facts->body) == NULL)
		return;
	series_lock(facts);
	facts->sealing = true;
	registry_query(registry, &make_seal, args, NULL, true);
	registry_query_end();
	facts->sealing = false;
}

/*
 * seal_minutes() trigger
 *		After every statement that stores signatures: minutes of which every
 *		section is attested are sealed.  KL 5:69, 6:35.
 *
 * An error between takes the facts with it, and so the mark that a seal is
 * being made (cache.c).
 */
Datum
governance_seal_minutes(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	Registry   *registry;
	TableId		id;
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
	registry = registry_and_table(trigger->tg_relation, &id);
	if (id != T_ATTESTATION)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("table \"%s\" is not the table of attestations of a governance registry",
						RelationGetRelationName(trigger->tg_relation))));
	cache_enter();
	foreach(lc, signed_minutes(registry, trigger))
		seal(registry, lfirst(lc));
	cache_leave();
	return PointerGetDatum(NULL);
}
