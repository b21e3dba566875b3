/*
 * access.c
 *	  What the current user may do with a registry's bodies, by its table access.
 *
 * A row of that table gives a role a level at one body, or at all of them; who
 * has the role's privileges has the level, and the registry's owner everything.
 * Policies, views, explanations and messages all ask here, so there is one
 * answer.  Like the server's own privileges, a level holds from the moment it is
 * committed, whatever snapshot a transaction works with.
 */
#include "postgres.h"
#include "compat.h"

#include "access/table.h"
#include "access/tableam.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rls.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"

#include "registry/access.h"
#include "registry/query.h"

#define EVERYTHING	(MAY_READ | MAY_READ_ALL | MAY_WRITE | MAY_ADMINISTER)

static const struct
{
	const char *name;
	Rights		rights;
}			levels[] = {
	{"reader", MAY_READ},
	{"auditor", MAY_READ | MAY_READ_ALL},
	{"secretary", MAY_READ | MAY_READ_ALL | MAY_WRITE},
	{"administrator", EVERYTHING},
};

typedef struct Grant
{
	int64		body;
	Rights		rights;
} Grant;

/*
 * What one user may do in one registry: that of the last question, which is
 * mostly that of the next.
 */
static struct
{
	bool		valid;			/* cleared by every change of grants or roles */
	Oid			nspid;
	Oid			owner;
	Oid			relid;			/* of the table access */
	Oid			userid;
	Rights		everywhere;		/* at all bodies */
	Rights		anywhere;		/* at one at least */
	Grant	   *grants;
	int			ngrants;
}			mine;

/* moved on by every change of grants or roles, also while grants are read */
static uint64 changes = 0;

/* ---- invalidation ---- */

static void
forget_grants(Datum arg, Oid relid)
{
	if (relid == InvalidOid || relid == mine.relid)
	{
		mine.valid = false;
		changes++;
	}
}

static void
forget_roles(Datum arg, int cacheid, uint32 hashvalue)
{
	mine.valid = false;
	changes++;
}

void
access_init(void)
{
	CacheRegisterRelcacheCallback(forget_grants, (Datum) 0);
	CacheRegisterSyscacheCallback(AUTHMEMROLEMEM, forget_roles, (Datum) 0);
	CacheRegisterSyscacheCallback(AUTHOID, forget_roles, (Datum) 0);
}

/*
 * access_changed
 *		A row of the table was written: every session looks at it again.
 */
void
access_changed(Relation access)
{
	mine.valid = false;
	CacheInvalidateRelcache(access);
}

/* ---- the user's grants ---- */

static AttrNumber
column_of(const Registry *registry, Oid relid, const char *column, Oid type)
{
	AttrNumber	attnum = get_attnum(relid, column);

	if (attnum == InvalidAttrNumber || get_atttype(relid, attnum) != type)
		registry_mismatch(registry, "access",
						  psprintf(_("column \"%s\" is missing, or of another type"), column));
	return attnum;
}

static Rights
rights_of_level(const char *level)
{
	for (int i = 0; i < lengthof(levels); i++)
		if (strcmp(levels[i].name, level) == 0)
			return levels[i].rights;
	return 0;
}

static void
add_grant(Rights rights, int64 body, bool everywhere)
{
	mine.anywhere |= rights;
	if (everywhere)
	{
		mine.everywhere |= rights;
		return;
	}
	if (mine.grants == NULL)
		mine.grants = MemoryContextAlloc(TopMemoryContext, sizeof(Grant));
	else
		mine.grants = repalloc(mine.grants, (mine.ngrants + 1) * sizeof(Grant));
	mine.grants[mine.ngrants++] = (Grant) {body, rights};
}

/* The table is small: a row for each role and body. */
static void
read_grants(const Registry *registry, Oid relid)
{
	Relation	rel = table_open(relid, AccessShareLock);
	AttrNumber	role = column_of(registry, relid, "role", NAMEOID);
	AttrNumber	body = column_of(registry, relid, "body_id", INT8OID);
	AttrNumber	level = column_of(registry, relid, "level", TEXTOID);
	Snapshot	snapshot = RegisterSnapshot(GetLatestSnapshot());
	TableScanDesc scan = table_beginscan(rel, snapshot, 0, NULL);
	TupleTableSlot *slot = table_slot_create(rel, NULL);

	while (table_scan_getnextslot(scan, ForwardScanDirection, slot))
	{
		bool		isnull,
					everywhere;
		Datum		name = slot_getattr(slot, role, &isnull);
		Oid			roleid = isnull ? InvalidOid : get_role_oid(NameStr(*DatumGetName(name)), true);
		int64		id;
		Datum		word;

		if (!OidIsValid(roleid) || !has_privs_of_role(mine.userid, roleid))
			continue;
		id = DatumGetInt64(slot_getattr(slot, body, &everywhere));
		word = slot_getattr(slot, level, &isnull);
		if (!isnull)
			add_grant(rights_of_level(TextDatumGetCString(word)), id, everywhere);
	}
	ExecDropSingleTupleTableSlot(slot);
	table_endscan(scan);
	UnregisterSnapshot(snapshot);
	table_close(rel, AccessShareLock);
}

/* May the user read all of every table that rules look at, by privileges alone? */
static bool
reads_tables(const Registry *registry)
{
	for (int t = 0; t < NUM_ALL_TABLES; t++)
	{
		Oid			relid = registry_relid(registry, registry_table(t)->name);

		if (pg_class_aclcheck(relid, mine.userid, ACL_SELECT) != ACLCHECK_OK ||
			check_enable_rls(relid, mine.userid, true) == RLS_ENABLED)
			return false;
	}
	return true;
}

/*
 * Until it is upgraded, a registry of before 0.2.0 has no levels: who may read
 * its tables reads it.  That is looked at each time, since many things change it.
 */
static bool
has_no_levels(const Registry *registry)
{
	return !OidIsValid(get_relname_relid("access", registry->nspid)) &&
		registry_is_earlier(registry, "0.2.0");
}

static void
look_up_grants(const Registry *registry)
{
	uint64		before = changes;

	if (mine.valid && mine.nspid == registry->nspid && mine.owner == registry->owner &&
		mine.userid == GetUserId())
		return;
	if (mine.grants != NULL)
		pfree(mine.grants);
	memset(&mine, 0, sizeof(mine));
	mine.nspid = registry->nspid;
	mine.owner = registry->owner;
	mine.userid = GetUserId();
	if (has_no_levels(registry))
	{
		if (has_privs_of_role(mine.userid, registry->owner))
			add_grant(EVERYTHING, 0, true);
		else if (reads_tables(registry))
			add_grant(MAY_READ | MAY_READ_ALL, 0, true);
		return;
	}
	mine.relid = registry_relid(registry, "access");
	if (has_privs_of_role(mine.userid, registry->owner))
		add_grant(EVERYTHING, 0, true);
	else
		read_grants(registry, mine.relid);
	/* kept once it is complete: not where an error came, or a change meanwhile */
	mine.valid = changes == before;
}

/* Has the user the same rights at every body? */
static bool
are_same_everywhere(const Registry *registry)
{
	look_up_grants(registry);
	return mine.everywhere == mine.anywhere;
}

/*
 * access_anywhere, access_everywhere, access_to_body
 *		The current user's rights at one body at least, at all of them, at this one.
 */
Rights
access_anywhere(Registry *registry)
{
	look_up_grants(registry);
	return mine.anywhere;
}

Rights
access_everywhere(Registry *registry)
{
	look_up_grants(registry);
	return mine.everywhere;
}

Rights
access_to_body(Registry *registry, int64 body)
{
	Rights		rights = access_everywhere(registry);

	for (int i = 0; i < mine.ngrants; i++)
		if (mine.grants[i].body == body)
			rights |= mine.grants[i].rights;
	return rights;
}

/* ---- what belongs to a body ---- */

/*
 * Reads some columns of the row with that key and (unless INT_NULL) number.  A
 * row that the running command has written itself is found too: a statement may
 * write a meeting and who attends it.
 */
static bool
read_row(Registry *registry, TableId id, int64 key, const char *number_column, int32 number,
		 const char *const *columns, int n, Datum *values)
{
	const Snapshot snapshots[] = {GetActiveSnapshot(), SnapshotSelf};
	int			number_field = number == INT_NULL ? -1 : table_field(id, number_column);
	bool		found = false;

	for (int s = 0; s < lengthof(snapshots) && !found; s++)
	{
		RegistryScan scan;
		bool		isnull;

		registry_scan_begin(&scan, registry, id, key, snapshots[s]);
		while (!found && registry_scan_next(&scan))
		{
			found = number_field < 0 ||
				(DatumGetInt32(slot_getattr(scan.slot, scan.where->attno[number_field], &isnull)) == number &&
				 !isnull);
			for (int i = 0; found && i < n; i++)
			{
				values[i] = slot_getattr(scan.slot, scan.where->attno[table_field(id, columns[i])], &isnull);
				if (isnull)
					values[i] = (Datum) 0;
			}
		}
		registry_scan_end(&scan);
	}
	return found;
}

/*
 * access_to_meeting
 *		The rights at the body that meets; none where there is no such meeting.
 */
Rights
access_to_meeting(Registry *registry, int64 meeting)
{
	static const char *const columns[] = {"body_id"};
	Datum		body;

	/* whoever may do the same everywhere, or nothing anywhere, needs no look */
	if (are_same_everywhere(registry))
		return mine.everywhere;
	if (!read_row(registry, T_MEETING, meeting, NULL, INT_NULL, columns, 1, &body))
		return 0;
	return access_to_body(registry, DatumGetInt64(body));
}

/*
 * Who else a matter is with: who asks, who is asked, who has it on the agenda or
 * an assignment in it, the council in which it was raised, whose letter, decision
 * or report it holds.
 */
static const RegistryQuery bodies_of_matter = {
	.sql = "select sender_id from @.referral where matter_id operator(pg_catalog.=) $1 "
	"union select body_id from @.referral_recipient where matter_id operator(pg_catalog.=) $1 "
	"union select m.body_id from @.agenda_item i, @.meeting m "
	"where i.matter_id operator(pg_catalog.=) $1 and m.id operator(pg_catalog.=) i.meeting_id "
	"union select body_id from @.assignment_body where matter_id operator(pg_catalog.=) $1 "
	"union select council_id from @.motion where matter_id operator(pg_catalog.=) $1 "
	"union select body_id from @.letter where matter_id operator(pg_catalog.=) $1 "
	"union select body_id from @.delegated_decision where matter_id operator(pg_catalog.=) $1 "
	"union select body_id from @.delegation_report where matter_id operator(pg_catalog.=) $1 "
	"union select to_body_id from @.delegation_report where matter_id operator(pg_catalog.=) $1",
	.nargs = 1,
	.argtypes = {INT8OID},
};

static Rights
rights_in_matter(Registry *registry, int64 matter, bool *secret)
{
	static const char *const columns[] = {"body_id", "secret"};
	Datum		values[2];
	Datum		args[1] = {Int64GetDatum(matter)};
	Rights		rights;
	int64	   *bodies;
	int			n;

	*secret = false;
	if (are_same_everywhere(registry) &&
		(mine.everywhere & MAY_READ_ALL || mine.everywhere == 0))
		return mine.everywhere;
	if (!read_row(registry, T_MATTER, matter, NULL, INT_NULL, columns, 2, values))
		return 0;
	*secret = DatumGetBool(values[1]);
	rights = access_to_body(registry, DatumGetInt64(values[0]));
	if (rights == mine.anywhere)
		return rights;
	bodies = registry_query_ids(registry, &bodies_of_matter, args, false, &n);
	for (int i = 0; i < n; i++)
		rights |= access_to_body(registry, bodies[i]);
	pfree(bodies);
	return rights;
}

/*
 * access_to_matter
 *		The rights at the bodies that a matter is with: the one that handles it,
 *		and those above.
 */
Rights
access_to_matter(Registry *registry, int64 matter)
{
	bool		secret;

	return rights_in_matter(registry, matter, &secret);
}

/*
 * access_reads_matter
 *		May the user read the matter?  A secret one is kept from readers.
 */
bool
access_reads_matter(Registry *registry, int64 matter)
{
	bool		secret;
	Rights		rights = rights_in_matter(registry, matter, &secret);

	return (rights & (secret ? MAY_READ_ALL : MAY_READ)) != 0;
}

/*
 * access_reads_document
 *		The same for a document, which may be secret in a matter that is not.
 */
bool
access_reads_document(Registry *registry, int64 matter, int32 number)
{
	static const char *const columns[] = {"secret"};
	bool		secret;
	Rights		rights = rights_in_matter(registry, matter, &secret);
	Datum		itself;

	if (rights & MAY_READ_ALL || !(rights & MAY_READ) || secret)
		return (rights & MAY_READ_ALL) != 0;
	return read_row(registry, T_DOCUMENT, matter, "number", number, columns, 1, &itself) &&
		!DatumGetBool(itself);
}

/* Is the matter (0: none) kept from who has these rights at the meeting? */
static bool
is_hidden(Registry *registry, Rights rights, int64 matter)
{
	bool		secret;

	if (rights & MAY_READ_ALL || matter == 0)
		return false;
	return !(rights_in_matter(registry, matter, &secret) & MAY_READ_ALL) && secret;
}

/*
 * access_reads_item
 *		May the user read what happened at an item (INT_NULL: at the meeting as a
 *		whole)?  An item about a secret matter is kept from readers.
 */
bool
access_reads_item(Registry *registry, int64 meeting, int32 position)
{
	static const char *const columns[] = {"matter_id"};
	Rights		rights = access_to_meeting(registry, meeting);
	Datum		matter;

	if (!(rights & MAY_READ))
		return false;
	if (rights & MAY_READ_ALL || position == INT_NULL)
		return true;
	return read_row(registry, T_AGENDA_ITEM, meeting, "position", position, columns, 1, &matter) &&
		!is_hidden(registry, rights, DatumGetInt64(matter));
}

/*
 * access_reads_minutes
 *		May the user read the minutes of a meeting, which tell of all items?
 */
bool
access_reads_minutes(Registry *registry, int64 meeting)
{
	Rights		rights = access_to_meeting(registry, meeting);
	int			field = table_field(T_AGENDA_ITEM, "matter_id");
	bool		reads = (rights & MAY_READ) != 0;
	RegistryScan scan;

	if (!reads || rights & MAY_READ_ALL)
		return reads;
	registry_scan_begin(&scan, registry, T_AGENDA_ITEM, meeting, GetActiveSnapshot());
	while (reads && registry_scan_next(&scan))
	{
		bool		isnull;
		Datum		matter = slot_getattr(scan.slot, scan.where->attno[field], &isnull);

		reads = isnull || !is_hidden(registry, rights, DatumGetInt64(matter));
	}
	registry_scan_end(&scan);
	return reads;
}
