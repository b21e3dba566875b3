/*
 * rights.c
 *	  What a user may read, for functions that answer from the tables without
 *	  asking the executor.
 */
#include "postgres.h"
#include "compat.h"

#include "miscadmin.h"
#include "utils/acl.h"

#include "registry/registry.h"

/*
 * registry_require_select
 *		An error (42501) unless the user may read these tables.
 */
void
registry_require_select(const Registry *registry, Tables tables)
{
	for (int t = 0; t < NUM_ALL_TABLES; t++)
	{
		const char *name = registry_table(t)->name;
		AclResult	result;

		if (!(tables & (UINT64CONST(1) << t)))
			continue;
		result = pg_class_aclcheck(registry_relid(registry, name), GetUserId(), ACL_SELECT);
		if (result != ACLCHECK_OK)
			aclcheck_error(result, OBJECT_TABLE, name);
	}
}
