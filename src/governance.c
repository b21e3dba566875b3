/*
 * governance.c
 *	  The module: its magic block and what is set up when it is loaded.
 */
#include "postgres.h"
#include "compat.h"

#include "miscadmin.h"
#include "utils/guc.h"

#include "enforcement/judge.h"
#include "enforcement/noted.h"
#include "registry/access.h"
#include "registry/cache.h"
#include "registry/progress.h"
#include "registry/registry.h"
#include "registry/settings.h"

PG_MODULE_MAGIC;

void		_PG_init(void);

static char *as_of;

/*
 * A setting that the library defines may be named by functions of anybody; one
 * that is only a placeholder needs a superuser.
 */
static void
define_settings(void)
{
	static bool as_of_defined;

	if (!as_of_defined)
		DefineCustomStringVariable("governance.as_of",
								   "The day that views and reports are made for; empty is today.",
								   NULL, &as_of, "", PGC_USERSET, 0, NULL, NULL, NULL);
	as_of_defined = true;
	progress_init();
}

/*
 * Where memory runs out in this the library is loaded anew when it is next
 * called.  What was registered twice does its work twice, and no harm; but a
 * setting cannot be defined again, so settings come last.
 */
void
_PG_init(void)
{
	pg_bindtextdomain(TEXTDOMAIN);
	registry_init();
	access_init();
	settings_init();
	cache_init();
	noted_init();
	import_init();
	define_settings();
}
