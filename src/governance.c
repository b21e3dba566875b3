/*
 * governance.c
 *	  The module: its magic block and what is set up when it is loaded.
 */
#include "postgres.h"
#include "compat.h"

#include "enforcement/judge.h"
#include "registry/cache.h"
#include "registry/registry.h"
#include "registry/settings.h"

PG_MODULE_MAGIC;

void		_PG_init(void);

void
_PG_init(void)
{
	registry_init();
	settings_init();
	cache_init();
	import_init();
}
