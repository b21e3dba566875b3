/*
 * settings.c
 *	  What a superuser sets, for all that is delivered from this server.
 *
 * Which registries send stands in the database's own setting
 * governance.delivery, which is read from the catalogue and never from a session
 * (governance.delivery_setting); here it is no more than known.
 */
#include "postgres.h"

#include <limits.h>

#include "utils/guc.h"

#include "address.h"
#include "settings.h"

int			delivery_workers = 2;
int			delivery_naptime = 5;
int			delivery_concurrency = 32;
int			delivery_timeout = 10000;
int			delivery_first_pause = 5000;
int			delivery_give_up = 3 * 24 * 60 * 60;
int			delivery_keep = 90 * 24 * 60 * 60;
char	   *delivery_secrets;
char	   *delivery_allow;
char	   *delivery_ca_file;

static char *delivery;

static bool
check_allow(char **newval, void **extra, GucSource source)
{
	const char *wrong;

	if (*newval == NULL || address_list_is_valid(*newval, &wrong))
		return true;
	GUC_check_errdetail("There is no network \"%s\".", wrong);
	GUC_check_errhint("Networks are written as 10.1.0.0/16 or fd00::/8, with commas between them.");
	return false;
}

static void
define_int(const char *name, const char *text, int *value, int least, int most, int flags)
{
	DefineCustomIntVariable(name, text, NULL, value, *value, least, most, PGC_SUSET, flags,
							NULL, NULL, NULL);
}

static void
define_string(const char *name, const char *text, char **value, GucStringCheckHook check)
{
	DefineCustomStringVariable(name, text, NULL, value, "", PGC_SUSET, GUC_SUPERUSER_ONLY,
							   check, NULL, NULL);
}

void
settings_define(void)
{
	define_int("governance.delivery_workers", "Databases that are served at a time.",
			   &delivery_workers, 1, 64, 0);
	define_int("governance.delivery_naptime", "Time between two turns in a database.",
			   &delivery_naptime, 1, 86400, GUC_UNIT_S);
	define_int("governance.delivery_concurrency", "Requests that are under way in a database at a time.",
			   &delivery_concurrency, 1, 1000, 0);
	define_int("governance.delivery_timeout", "Time that a request may take.",
			   &delivery_timeout, 100, 600000, GUC_UNIT_MS);
	define_int("governance.delivery_first_pause", "Time before what failed is tried again; it doubles each time, up to an hour.",
			   &delivery_first_pause, 10, 3600000, GUC_UNIT_MS);
	define_int("governance.delivery_give_up", "Time after which what fails is given up.",
			   &delivery_give_up, 1, INT_MAX, GUC_UNIT_S);
	define_int("governance.delivery_keep", "Time that what was delivered is kept in the outbox.",
			   &delivery_keep, 1, INT_MAX, GUC_UNIT_S);
	define_string("governance.delivery_secrets", "Folder of the files with the secrets that messages are signed by.",
				  &delivery_secrets, NULL);
	define_string("governance.delivery_allow", "Networks inside that may be called, such as 10.1.0.0/16.",
				  &delivery_allow, check_allow);
	define_string("governance.delivery_ca_file", "Certificates of the authorities that are trusted; empty is the system's.",
				  &delivery_ca_file, NULL);
	DefineCustomStringVariable("governance.delivery",
							   "Registries that send what is in their outbox: set for a database, by its owner.",
							   NULL, &delivery, "", PGC_USERSET, 0, NULL, NULL, NULL);
}
