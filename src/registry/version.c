/*
 * version.c
 *	  The versions of the library and of a registry.
 *
 * They move apart: a library is installed before registries are upgraded, and
 * a session goes on with the library that it has loaded.
 */
#include "postgres.h"
#include "compat.h"

#include "access/relation.h"
#include "access/tableam.h"
#include "catalog/pg_type.h"
#include "executor/tuptable.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "registry/registry.h"

PG_FUNCTION_INFO_V1(governance_library_version);

Datum
governance_library_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(GOVERNANCE_VERSION));
}

/*
 * read_version
 *		What stands in the registry's one row, or null where the table is not
 *		one that can be read so.
 */
static char *
read_version(Relation rel)
{
	AttrNumber	column = get_attnum(RelationGetRelid(rel), "version");
	TupleTableSlot *slot;
	TableScanDesc scan;
	char	   *version = NULL;

	if (rel->rd_tableam != GetHeapamTableAmRoutine() || column <= 0 ||
		TupleDescAttr(RelationGetDescr(rel), column - 1)->atttypid != TEXTOID ||
		!ActiveSnapshotSet())
		return NULL;
	slot = table_slot_create(rel, NULL);
	scan = table_beginscan(rel, GetActiveSnapshot(), 0, NULL);
	if (table_scan_getnextslot(scan, ForwardScanDirection, slot))
	{
		bool		isnull;
		Datum		value = slot_getattr(slot, column, &isnull);

		if (!isnull)
			version = TextDatumGetCString(value);
	}
	table_endscan(scan);
	ExecDropSingleTupleTableSlot(slot);
	return version;
}

/*
 * registry_version
 *		The version that made or last upgraded a registry, or null: nothing is an
 *		error, whatever the registry's owner made of it.
 */
static char *
registry_version(const Registry *registry)
{
	Oid			relid = get_relname_relid("registry", registry->nspid);
	Relation	rel = OidIsValid(relid) ? try_relation_open(relid, AccessShareLock) : NULL;
	char	   *version = NULL;

	if (rel != NULL)
	{
		version = read_version(rel);
		relation_close(rel, AccessShareLock);
	}
	return version;
}

/* Is a version (1.2.3) earlier than another? */
static bool
earlier(const char *version, const char *than)
{
	int			a[3] = {0};
	int			b[3] = {0};

	sscanf(version, "%d.%d.%d", &a[0], &a[1], &a[2]);
	sscanf(than, "%d.%d.%d", &b[0], &b[1], &b[2]);
	for (int i = 0; i < 3; i++)
		if (a[i] != b[i])
			return a[i] < b[i];
	return false;
}

/*
 * registry_is_earlier
 *		Was the registry made or last upgraded by a version before that one?
 */
bool
registry_is_earlier(const Registry *registry, const char *than)
{
	char	   *version = registry_version(registry);

	return version != NULL && earlier(version, than);
}

/*
 * registry_version_hint
 *		What to do where a registry is of another version than the library,
 *		which is then why it does not look as expected; else null.
 */
char *
registry_version_hint(const Registry *registry)
{
	char	   *version = registry_version(registry);

	if (version == NULL || strcmp(version, GOVERNANCE_VERSION) == 0)
		return NULL;
	if (earlier(version, GOVERNANCE_VERSION))
		return psprintf(_("The registry is of version %s, the library of version %s: bring it there with governance.upgrade_registry."),
						version, GOVERNANCE_VERSION);
	return psprintf(_("The registry is of version %s, the library of version %s: install the library of that version."),
					version, GOVERNANCE_VERSION);
}
