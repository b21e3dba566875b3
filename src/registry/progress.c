/*
 * progress.c
 *	  How far a function has come that looks at everything.
 *
 * The server's own progress views cannot be extended, so it is told to the
 * client: seldom, and not at all by what is soon done.
 */
#include "postgres.h"
#include "compat.h"

#include <limits.h>

#include "fmgr.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/timestamp.h"

#include "registry/progress.h"

PG_FUNCTION_INFO_V1(governance_progress);

static int	interval;			/* ms; -1: never */
static TimestampTz last;		/* when it was told, or begun */

static const struct
{
	const char *name;			/* in SQL */
	const char *format;
}			kinds[] = {
	[PROGRESS_CREATE] = {"create_registry", gettext_noop("create_registry: step %lld of %lld is done")},
	[PROGRESS_UPGRADE] = {"upgrade_registry", gettext_noop("upgrade_registry: step %lld of %lld is done")},
	[PROGRESS_BODIES] = {"bodies", gettext_noop("verify_registry: %lld of %lld bodies are judged")},
	[PROGRESS_MEETINGS] = {"meetings", gettext_noop("verify_registry: %lld of %lld meetings are judged")},
	[PROGRESS_MATTERS] = {"matters", gettext_noop("verify_registry: %lld of %lld matters are judged")},
	[PROGRESS_SEALS] = {"seals", gettext_noop("verify_seals: %lld of %lld seals are computed")},
	[PROGRESS_WRITTEN] = {"written", gettext_noop("%lld of %lld changes of the statement are judged")},
};

/*
 * progress
 *		So much is done of the whole; 0: the work begins.  Told as INFO, which reaches
 *		the client whatever it wants to hear of notices, when nothing was told for
 *		governance.progress_interval.  A cancel is heard here.
 */
void
progress(ProgressKind kind, int64 done, int64 total)
{
	TimestampTz now;

	CHECK_FOR_INTERRUPTS();
	if (interval < 0)
		return;
	now = GetCurrentTimestamp();
	if (done == 0)
		last = now;
	else if (TimestampDifferenceExceeds(last, now, interval))
	{
		last = now;
		ereport(INFO, (errmsg(kinds[kind].format, (long long) done, (long long) total)));
	}
}

/*
 * progress(what text, done bigint, total bigint)
 *		The same for functions in SQL.
 *
 * Errors: 22023 for what is not a kind of work.
 */
Datum
governance_progress(PG_FUNCTION_ARGS)
{
	char	   *name = text_to_cstring(PG_GETARG_TEXT_PP(0));

	for (int kind = 0; kind < lengthof(kinds); kind++)
		if (strcmp(kinds[kind].name, name) == 0)
		{
			progress(kind, PG_GETARG_INT64(1), PG_GETARG_INT64(2));
			PG_RETURN_VOID();
		}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("\"%s\" is not a kind of work that progress is told of", name)));
}

void
progress_init(void)
{
	DefineCustomIntVariable("governance.progress_interval",
							"How often the functions that look at everything tell how far they have come; -1: never.",
							NULL, &interval, 5000, -1, INT_MAX, PGC_USERSET, GUC_UNIT_MS, NULL, NULL, NULL);
}
