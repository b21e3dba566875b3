/*
 * registry.c
 *	  Which tables a registry has, and where.
 *
 * A registry is found from the schema of the trigger's relation, never through
 * the search path.  Its tables belong to somebody else, who may drop, rename
 * or retype whatever they like, and anybody may attach our triggers to tables
 * of their own.  So nothing is taken for granted: a table is looked at when it
 * is first needed, and again after every invalidation that concerns it, and
 * what does not look as expected is an error (55000), never a crash.
 */
#include "postgres.h"
#include "compat.h"

#include "access/htup_details.h"
#include "access/nbtree.h"
#include "access/relation.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/namespace.h"
#include "catalog/pg_am.h"
#include "catalog/pg_class.h"
#include "catalog/pg_index.h"
#include "catalog/pg_opfamily.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/syscache.h"
#include "utils/typcache.h"

#include "registry/registry.h"

static HTAB *registries = NULL;

/* which table of which registry a relation is, for those asked about lately */
typedef struct Known
{
	Oid			relid;			/* InvalidOid: nothing */
	TableId		id;
	Registry   *registry;
} Known;

#define NUM_KNOWN	64

static Known known[NUM_KNOWN];

#define TRIGGER_EVERY_ROW \
	(TRIGGER_TYPE_ROW | TRIGGER_TYPE_INSERT | TRIGGER_TYPE_UPDATE | TRIGGER_TYPE_DELETE)

/* grows with every invalidation */
static uint64 last_version = 0;

/*
 * A lock of a table that was taken stays until the transaction ends, or a
 * subtransaction aborts: then another span begins.
 */
static uint64 span_of_locks = 1;

/* ---- invalidation ---- */

static void
forget_relation(Datum arg, Oid relid)
{
	HASH_SEQ_STATUS seq;
	Registry   *registry;

	if (relid == InvalidOid)
		MemSet(known, 0, sizeof(known));
	else if (known[relid % NUM_KNOWN].relid == relid)
		known[relid % NUM_KNOWN].relid = InvalidOid;
	hash_seq_init(&seq, registries);
	while ((registry = hash_seq_search(&seq)) != NULL)
	{
		for (int t = 0; t < NUM_ALL_TABLES; t++)
			if (relid == InvalidOid || registry->relation[t].relid == relid)
			{
				registry->relation[t].valid = false;
				registry->relation[t].version = ++last_version;
			}
	}
}

static void
at_end_of_transaction(XactEvent event, void *arg)
{
	span_of_locks++;
}

static void
at_end_of_subtransaction(SubXactEvent event, SubTransactionId mine,
						 SubTransactionId parent, void *arg)
{
	if (event == SUBXACT_EVENT_ABORT_SUB)
		span_of_locks++;
}

void
registry_init(void)
{
	HASHCTL		ctl = {0};

	tables_init();
	ctl.keysize = sizeof(Oid);
	ctl.entrysize = sizeof(Registry);
	ctl.hcxt = CacheMemoryContext;
	registries = hash_create("governance registries", 16, &ctl,
							 HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	CacheRegisterRelcacheCallback(forget_relation, (Datum) 0);
	RegisterXactCallback(at_end_of_transaction, NULL);
	RegisterSubXactCallback(at_end_of_subtransaction, NULL);
}

/* ---- finding ---- */

static Registry *
find_registry(Oid nspid, Oid owner)
{
	bool		found;
	Registry   *registry = hash_search(registries, &nspid, HASH_ENTER, &found);

	if (!found || registry->owner != owner)
	{
		MemSet(registry, 0, sizeof(Registry));
		registry->nspid = nspid;
		registry->owner = owner;
		for (int t = 0; t < NUM_ALL_TABLES; t++)
			registry->relation[t].version = ++last_version;
	}
	return registry;
}

/*
 * registry_of_relation
 *		The registry that a trigger's relation belongs to: the tables beside
 *		it, of the same owner.
 */
Registry *
registry_of_relation(Relation rel)
{
	return find_registry(RelationGetNamespace(rel), rel->rd_rel->relowner);
}

/*
 * registry_by_name
 *		The registry of that name, for functions that take it as an argument.
 *
 * Errors: 3F000 where there is no such schema, 42704 where it is none of ours.
 */
Registry *
registry_by_name(const char *name)
{
	Oid			nspid = get_namespace_oid(name, false);
	Oid			relid = get_relname_relid("registry", nspid);
	HeapTuple	tuple;
	Oid			owner;

	if (!OidIsValid(relid) || !OidIsValid(get_relname_relid("agenda_item", nspid)))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("schema \"%s\" is not a registry", name),
				 errhint("A registry is made with governance.create_registry.")));
	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relid));
	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for relation %u", relid);
	owner = ((Form_pg_class) GETSTRUCT(tuple))->relowner;
	ReleaseSysCache(tuple);
	return find_registry(nspid, owner);
}

/*
 * registry_by_table
 *		The registry that a table belongs to, for functions that take it as an
 *		argument: the tables beside it, of the same owner.
 *
 * Errors: 42P01 where there is no such table.
 */
Registry *
registry_by_table(Oid relid)
{
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relid));
	Form_pg_class form;
	Registry   *registry;

	if (!HeapTupleIsValid(tuple))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relid)));
	form = (Form_pg_class) GETSTRUCT(tuple);
	registry = find_registry(form->relnamespace, form->relowner);
	ReleaseSysCache(tuple);
	return registry;
}

char *
registry_name(const Registry *registry)
{
	char	   *name = get_namespace_name(registry->nspid);

	if (name == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_SCHEMA),
				 errmsg("the registry's schema has been dropped")));
	return name;
}

/*
 * registry_and_table
 *		Which table of which registry a trigger's relation is.
 *
 * Errors: 55000 where it is none that rules look at.
 */
Registry *
registry_and_table(Relation rel, TableId *id)
{
	Known	   *entry = &known[RelationGetRelid(rel) % NUM_KNOWN];
	Registry   *registry;

	if (entry->relid == RelationGetRelid(rel) &&
		entry->registry->owner == rel->rd_rel->relowner)
	{
		*id = entry->id;
		return entry->registry;
	}
	registry = registry_of_relation(rel);
	for (int t = 0; t < NUM_TABLES; t++)
	{
		if (strcmp(registry_table(t)->name, RelationGetRelationName(rel)) != 0)
			continue;
		*entry = (Known) {RelationGetRelid(rel), t, registry};
		*id = t;
		return registry;
	}
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("table \"%s\" is not a table of a governance registry",
					RelationGetRelationName(rel))));
	return NULL;				/* not reached */
}

/* ---- looking at a table ---- */

/*
 * registry_mismatch
 *		The error where a table is not as the extension made it (55000).
 */
void
registry_mismatch(const Registry *registry, const char *table, const char *what)
{
	char	   *versions = registry_version_hint(registry);

	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("table \"%s.%s\" is not as the governance extension made it: %s",
					registry_name(registry), table, what),
			 versions ? errhint("%s", versions) :
			 errhint("Undo the change of the table; governance.upgrade_registry mends what carries the registry's name.")));
}

static Oid
field_type_oid(FieldType type)
{
	switch (type)
	{
		case FIELD_ID:
		case FIELD_BODY:
			return INT8OID;
		case FIELD_INT:
			return INT4OID;
		case FIELD_BOOL:
		case FIELD_TRI:
			return BOOLOID;
		case FIELD_WORD:
		case FIELD_FILLED:
		case FIELD_TEXT:
		case FIELD_LATE:
			return TEXTOID;
		case FIELD_DAY:
			return DATEOID;
		case FIELD_TIME:
			return TIMESTAMPOID;
		case FIELD_PERIOD:
			return DATERANGEOID;
		case FIELD_NUMBER:
			return NUMERICOID;
		case FIELD_INTS:
			return INT4ARRAYOID;
		case FIELD_BYTES:
			return BYTEAOID;
	}
	return InvalidOid;
}

static AttrNumber
look_for_column(const Registry *registry, Relation rel, const char *table,
				const char *column, Oid type)
{
	TupleDesc	desc = RelationGetDescr(rel);

	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute att = TupleDescAttr(desc, i);

		if (att->attisdropped || strcmp(NameStr(att->attname), column) != 0)
			continue;
		if (att->atttypid != type)
			registry_mismatch(registry, table,
					 psprintf(_("column \"%s\" has type %s"), column,
							  format_type_be(att->atttypid)));
		if (att->attgenerated != '\0')
			registry_mismatch(registry, table, psprintf(_("column \"%s\" is generated"), column));
		return att->attnum;
	}
	registry_mismatch(registry, table, psprintf(_("column \"%s\" is missing"), column));
	return InvalidAttrNumber;	/* not reached */
}

/* Are the entries of one key in the ordinary order of a column of that type? */
static bool
index_ordered_by(Relation index, AttrNumber order, Oid type)
{
	return index->rd_index->indnkeyatts > 1 &&
		index->rd_index->indkey.values[1] == order &&
		index->rd_opfamily[1] == lookup_type_cache(type, TYPECACHE_BTREE_OPFAMILY)->btree_opf &&
		index->rd_opcintype[1] == type &&
		!(index->rd_indoption[1] & INDOPTION_DESC);
}

/*
 * The index to read by: a valid, complete btree over whole rows whose first
 * column is the key, in the ordinary order of bigint, and whose second is the
 * "order" if one is wanted.
 */
static Oid
look_for_index(Relation rel, AttrNumber key, AttrNumber order, Oid type)
{
	List	   *indexes = RelationGetIndexList(rel);
	ListCell   *lc;
	Oid			best = InvalidOid;

	foreach(lc, indexes)
	{
		Relation	index = index_open(lfirst_oid(lc), AccessShareLock);
		Form_pg_index form = index->rd_index;

		if (form->indisvalid && form->indisready && form->indislive &&
			index->rd_rel->relam == BTREE_AM_OID &&
			form->indkey.values[0] == key &&
			index->rd_opfamily[0] == INTEGER_BTREE_FAM_OID &&
			index->rd_opcintype[0] == INT8OID &&
			RelationGetIndexPredicate(index) == NIL &&
			RelationGetIndexExpressions(index) == NIL &&
			(order == InvalidAttrNumber || index_ordered_by(index, order, type)) &&
			(!form->indcheckxmin ||
			 TransactionIdPrecedes(HeapTupleHeaderGetXmin(index->rd_indextuple->t_data),
								   TransactionXmin)) &&
			(!OidIsValid(best) || form->indisprimary))
			best = RelationGetRelid(index);
		index_close(index, AccessShareLock);
	}
	list_free(indexes);
	return best;
}

static bool
is_ordered_type(FieldType type)
{
	return type == FIELD_ID || type == FIELD_BODY || type == FIELD_INT || type == FIELD_WORD;
}

/*
 * Which fields the rows of one key are ordered by: those of the index's further
 * columns.  Rows that agree in all of them are ordered by their place.
 */
static void
look_for_order(RegistryRelation *found, const Table *table)
{
	Relation	index = index_open(found->index, AccessShareLock);

	found->norder = 0;
	for (int k = 1; k < IndexRelationGetNumberOfKeyAttributes(index) && found->norder >= 0; k++)
	{
		int			field = 0;

		while (field < table->nfields &&
			   found->attno[field] != index->rd_index->indkey.values[k])
			field++;
		if (field == table->nfields || index->rd_indoption[k] != 0 ||
			!is_ordered_type(table->fields[field].type))
			found->norder = -1;
		else
			found->order[found->norder++] = field;
	}
	index_close(index, AccessShareLock);
}

/*
 * Is a change of the table judged, under its body's lock, and told to every
 * session, whoever makes it?
 */
static bool
look_for_watch(Relation rel)
{
	bool		judged = false;
	bool		told = false;

	for (int i = 0; rel->trigdesc != NULL && i < rel->trigdesc->numtriggers; i++)
	{
		const Trigger *trigger = &rel->trigdesc->triggers[i];
		bool		complete = trigger->tgnattr == 0 && trigger->tgqual == NULL &&
			(trigger->tgtype & TRIGGER_EVERY_ROW) == TRIGGER_EVERY_ROW &&
			!TRIGGER_FOR_BEFORE(trigger->tgtype);

		if (complete && strcmp(trigger->tgname, "GOVERNANCE_check") == 0)
			judged = trigger->tgenabled == TRIGGER_FIRES_ON_ORIGIN ||
				trigger->tgenabled == TRIGGER_FIRES_ALWAYS;
		else if (complete && strcmp(trigger->tgname, "GOVERNANCE_tell") == 0)
			told = trigger->tgenabled == TRIGGER_FIRES_ALWAYS;
	}
	return judged && told;
}

static void
look_at_relation(Registry *registry, TableId id)
{
	const Table *table = registry_table(id);
	RegistryRelation found = {.version = registry->relation[id].version};
	Relation	rel;

	/* what had the name may be gone or renamed once we have the lock */
	do
	{
		found.relid = registry_relid(registry, table->name);
		rel = try_relation_open(found.relid, AccessShareLock);
	} while (rel == NULL);
	if (registry_relid(registry, table->name) != found.relid)
		registry_mismatch(registry, table->name, _("it was replaced meanwhile"));
	if (rel->rd_tableam != GetHeapamTableAmRoutine())
		registry_mismatch(registry, table->name, _("it is not a plain permanent heap table"));
	found.key = look_for_column(registry, rel, table->name, table->key, INT8OID);
	found.last = found.key;
	for (int i = 0; i < table->nfields; i++)
	{
		found.attno[i] = look_for_column(registry, rel, table->name,
										 table->fields[i].column,
										 field_type_oid(table->fields[i].type));
		found.last = Max(found.last, found.attno[i]);
	}
	found.index = look_for_index(rel, found.key, InvalidAttrNumber, InvalidOid);
	if (!OidIsValid(found.index))
		registry_mismatch(registry, table->name,
				 psprintf(_("no usable index on \"%s\""), table->key));
	look_for_order(&found, table);
	found.watched = look_for_watch(rel);
	if (table->other_key != NULL)
	{
		AttrNumber	key = look_for_column(registry, rel, table->name, table->other_key, INT8OID);
		AttrNumber	order = table->other_order == NULL ? InvalidAttrNumber :
			look_for_column(registry, rel, table->name, table->other_order,
							table->other_order_type);

		found.other_index = look_for_index(rel, key, order, table->other_order_type);
	}

	/*
	 * Valid from here on: an invalidation that came while we looked was for
	 * the relation as it was before our lock, or will be seen again.
	 */
	found.valid = true;
	found.locked = span_of_locks;
	registry->relation[id] = found;
	table_close(rel, NoLock);
}

/*
 * registry_relation
 *		Where a table of the registry is and what its columns' numbers are,
 *		looked at again after every invalidation.  The table stays locked in
 *		ACCESS SHARE mode.
 */
const RegistryRelation *
registry_relation(Registry *registry, TableId id)
{
	RegistryRelation *where = &registry->relation[id];

	if (where->valid && where->locked != span_of_locks)
	{
		LockRelationOid(where->relid, AccessShareLock);
		where->locked = span_of_locks;
	}
	/* taking the lock may have brought an invalidation */
	if (!where->valid)
		look_at_relation(registry, id);
	return where;
}

/*
 * registry_relid
 *		The table of that name in the registry's schema: a plain one, of the
 *		registry's owner.
 */
Oid
registry_relid(const Registry *registry, const char *name)
{
	Oid			relid = get_relname_relid(name, registry->nspid);
	HeapTuple	tuple = OidIsValid(relid) ?
		SearchSysCache1(RELOID, ObjectIdGetDatum(relid)) : NULL;
	Form_pg_class form;

	if (!HeapTupleIsValid(tuple))
		registry_mismatch(registry, name, _("it is missing"));
	form = (Form_pg_class) GETSTRUCT(tuple);
	if (form->relkind != RELKIND_RELATION ||
		form->relpersistence != RELPERSISTENCE_PERMANENT)
		registry_mismatch(registry, name, _("it is not a plain permanent heap table"));
	if (form->relowner != registry->owner)
		registry_mismatch(registry, name, _("it has another owner than the registry"));
	ReleaseSysCache(tuple);
	return relid;
}

/* ---- rights ---- */

static void
become_owner(const Registry *registry, OwnerContext *saved, int restriction)
{
	GetUserIdAndSecContext(&saved->userid, &saved->sec_context);
	SetUserIdAndSecContext(registry->owner,
						   saved->sec_context | SECURITY_LOCAL_USERID_CHANGE |
						   SECURITY_NOFORCE_RLS | restriction);
	saved->guc_level = NewGUCNestLevel();
	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET,
							 PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
}

/*
 * registry_become_owner
 *		From here to registry_restore_user we act as the registry's owner, so
 *		that a rule holds for a user who may not read the tables, and with a
 *		search path of our own, so that no operator or function that the user
 *		has put in the way is run with the owner's rights.
 */
void
registry_become_owner(const Registry *registry, OwnerContext *saved)
{
	become_owner(registry, saved, 0);
}

/*
 * registry_become_restricted_owner
 *		The same where code that is not ours may run (a rule of the registry's
 *		own, what a look-alike table hides): it can leave nothing behind in the
 *		session that would run later as its user.
 */
void
registry_become_restricted_owner(const Registry *registry, OwnerContext *saved)
{
	become_owner(registry, saved, SECURITY_RESTRICTED_OPERATION);
}

void
registry_restore_user(const OwnerContext *saved)
{
	AtEOXact_GUC(false, saved->guc_level);
	SetUserIdAndSecContext(saved->userid, saved->sec_context);
}
