/*
 * settings.c
 *	  The rules in force for one body on one day, compiled once and kept in the
 *	  backend.
 *
 * DML sends no invalidation by itself: the triggers on the regulation tables
 * send one for the table "regulation" (settings_changed), which every backend
 * sees when it next takes a lock on that table.  A checking transaction takes
 * ROW SHARE before it looks, a writer of the regulation tables takes EXCLUSIVE,
 * so a change of the rules and a decision never pass each other unseen.
 */
#include "postgres.h"
#include "compat.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "storage/lmgr.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

#include "registry/facts.h"
#include "registry/query.h"
#include "registry/settings.h"

/* the tables that settings are compiled from; the first is what is locked */
static const char *const regulation_tables[] = {"regulation", "rule_setting", "provision", "extra_day"};

#define NUM_RELIDS	lengthof(regulation_tables)

typedef struct SettingsKey
{
	int64		body;
	Oid			nspid;
	Word		kind;
} SettingsKey;

typedef struct Compiled
{
	InForce		law;			/* first: a pointer to it leads back here */
	struct Compiled *next;
	MemoryContext context;
} Compiled;

typedef struct SettingsEntry
{
	SettingsKey key;
	Oid			relid[NUM_RELIDS];	/* of the regulation tables */
	bool		valid;			/* cleared by their invalidation */
	Compiled   *list;			/* one for each stretch of days */
} SettingsEntry;

static HTAB *settings = NULL;
static Compiled *stale = NULL;	/* may be in use until the transaction ends */
static uint64 epoch = 1;		/* moved on by every invalidation */

/* where others have been told of already, when this transaction ends */
static Oid	told_regulation = InvalidOid;
static SubTransactionId told_in = InvalidSubTransactionId;

/* what the tables' constraints forbid to be null may be all the same */
static const RegistryQuery all_settings = {
	.sql = "select r.body_id is not null, coalesce(r.valid::daterange, '(,)'), "
	"coalesce(r.title, ''), s.rule, s.value, coalesce(s.mode, 'enforce'), "
	"s.citation::governance.citation, p.wording, s.procedure, s.citation::text "
	"from @.regulation r "
	"left join @.rule_setting s on s.regulation_id operator(pg_catalog.=) r.id "
	"and (s.body_kind is null or s.body_kind operator(pg_catalog.=) $2) "
	"left join @.provision p on p.regulation_id operator(pg_catalog.=) s.regulation_id "
	"and p.citation operator(governance.=) s.citation "
	"where r.body_id is null or r.body_id operator(pg_catalog.=) $1 "
	"order by r.body_id is not null, s.body_kind nulls first, s.id",
	.nargs = 2,
	.argtypes = {INT8OID, TEXTOID},
};

static const RegistryQuery extra_days = {
	.sql = "select day::date from @.extra_day order by day",
};

/* ---- invalidation ---- */

static void
forget_settings(Datum arg, Oid relid)
{
	HASH_SEQ_STATUS seq;
	SettingsEntry *entry;

	hash_seq_init(&seq, settings);
	while ((entry = hash_seq_search(&seq)) != NULL)
		for (int i = 0; i < NUM_RELIDS; i++)
			if (relid == InvalidOid || entry->relid[i] == relid)
			{
				entry->valid = false;
				epoch++;
			}
}

/*
 * What was found in force stays so, under the lock of the regulations, as long
 * as this number stays the same.
 */
uint64
settings_epoch(void)
{
	return epoch;
}

/*
 * settings_changed
 *		A row of the regulation tables was written: this session forgets what it
 *		has compiled at once, the others when they next lock the table.
 *
 * They are told once a subtransaction, since what one that aborts has told is
 * taken back.  Told of each row, this session would plan the queries of the
 * triggers anew for each.
 */
void
settings_changed(Oid regulation)
{
	SubTransactionId current = GetCurrentSubTransactionId();

	forget_settings((Datum) 0, regulation);
	if (told_regulation == regulation && told_in == current)
		return;
	CacheInvalidateRelcacheByRelid(regulation);
	told_regulation = regulation;
	told_in = current;
}

static void
free_stale(void)
{
	while (stale != NULL)
	{
		Compiled   *next = stale->next;

		MemoryContextDelete(stale->context);
		stale = next;
	}
}

static void
at_end_of_transaction(XactEvent event, void *arg)
{
	if (event == XACT_EVENT_COMMIT || event == XACT_EVENT_ABORT ||
		event == XACT_EVENT_PREPARE)
	{
		free_stale();
		told_in = InvalidSubTransactionId;
	}
}

void
settings_init(void)
{
	HASHCTL		ctl = {0};

	ctl.keysize = sizeof(SettingsKey);
	ctl.entrysize = sizeof(SettingsEntry);
	settings = hash_create("governance settings", 64, &ctl, HASH_ELEM | HASH_BLOBS);
	CacheRegisterRelcacheCallback(forget_settings, (Datum) 0);
	RegisterXactCallback(at_end_of_transaction, NULL);
}

/* ---- compiling ---- */

static char *
text_or_null(int row, int column, MemoryContext context)
{
	char	   *text = registry_query_text(row, column);

	return text ? MemoryContextStrdup(context, text) : NULL;
}

static RuleMode
mode_of(const char *text)
{
	if (strcmp(text, "warn") == 0)
		return MODE_WARN;
	if (strcmp(text, "record") == 0)
		return MODE_RECORD;
	if (strcmp(text, "off") == 0)
		return MODE_OFF;
	return MODE_ENFORCE;
}

/* rules whose text is one of few words */
static const struct
{
	RuleId		rule;
	const char *words[4];
}			worded[] = {
	{RULE_delegation_report_reading, {"quarter", "count", "gap"}},
};

static void
expect_word(const Rule *rule, const char *text)
{
	for (int i = 0; i < lengthof(worded); i++)
	{
		StringInfoData list;
		bool		found = false;

		if (rule != &rules[worded[i].rule])
			continue;
		initStringInfo(&list);
		for (int w = 0; worded[i].words[w] != NULL; w++)
		{
			found |= strcmp(text, worded[i].words[w]) == 0;
			appendStringInfo(&list, "%s%s", w > 0 ? ", " : "", worded[i].words[w]);
		}
		if (!found)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("invalid value \"%s\" for rule \"%s\"", text, rule->code),
					 errdetail("It must be one of: %s.", list.data)));
	}
}

/*
 * setting_parse
 *		Reads the value of a rule's setting; the catalogue's default where
 *		there is none.
 *
 * Errors: 22023 where it is not a value of the rule's type.
 */
void
setting_parse(const Rule *rule, const char *text, Setting *setting)
{
	const char *reason = NULL;

	if (text != NULL && rule->value == VALUE_NONE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rule \"%s\" takes no value", rule->code)));
	if (text == NULL)
		text = rule->default_value;
	if (text == NULL && rule->value != VALUE_NONE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rule \"%s\" needs a value of type %s", rule->code,
						value_type_text(rule->value))));
	switch (rule->value)
	{
		case VALUE_NONE:
			break;
		case VALUE_QUORUM:
			if (!quorum_parse(text, &setting->quorum, &reason))
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("invalid value \"%s\" for rule \"%s\"", text, rule->code),
						 errdetail("%s", _(reason))));
			break;
		case VALUE_NUMBER:
			{
				char	   *end;
				long		number = strtol(text, &end, 10);

				if (end == text || *end != '\0' || number < 0 || number > PG_INT32_MAX)
					ereport(ERROR,
							(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
							 errmsg("invalid value \"%s\" for rule \"%s\"", text, rule->code),
							 errdetail("It must be a number that is not negative.")));
				setting->number = (int32) number;
				break;
			}
		case VALUE_FLAG:
			if (!parse_bool(text, &setting->flag))
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("invalid value \"%s\" for rule \"%s\"", text, rule->code),
						 errdetail("It must be true or false.")));
			break;
		case VALUE_TEXT:
			expect_word(rule, text);
			break;
	}
}

/* a rule of the registry's own; one of that name in a lower layer gives way */
static Setting *
own_rule(InForce *law, const char *code, MemoryContext context)
{
	Setting    *own;

	for (int i = 0; i < law->nown; i++)
		if (strcmp(law->own[i].code, code) == 0)
			return &law->own[i];
	own = MemoryContextAllocZero(context, (law->nown + 1) * sizeof(Setting));
	if (law->nown)
		memcpy(own, law->own, law->nown * sizeof(Setting));
	law->own = own;
	return &own[law->nown++];
}

/* the days that lie no further than another regulation's first or last day */
static void
narrow(Period *days, Period regulation, DateADT day)
{
	if (regulation.from > day)
		days->to = Min(days->to, regulation.from);
	else if (regulation.to <= day)
		days->from = Max(days->from, regulation.to);
	else
		*days = period_common(*days, regulation);
}

/* a setting, and not of a rule about matters */
static bool
concerns_bodies(const char *code)
{
	int			r = code ? rule_lookup(code) : -1;

	return code != NULL && (r < 0 || rules[r].subject != SUBJECT_MATTER);
}

/* one row of the query: a setting of a regulation that is in force */
static void
compile_row(InForce *law, int row, MemoryContext context)
{
	bool		isnull;
	char	   *code = registry_query_text(row, 4);
	char	   *procedure;
	Setting    *setting;
	Datum		place;
	int			r;

	if (code == NULL)			/* a regulation without settings */
		return;
	procedure = registry_query_text(row, 9);
	r = rule_lookup(code);
	if (procedure == NULL && r < 0)
		return;					/* a rule of a later version of the library */
	setting = procedure ? own_rule(law, code, context) : &law->rule[r];
	MemSet(setting, 0, sizeof(Setting));
	setting->mode = mode_of(registry_query_text(row, 6));
	setting->own = DatumGetBool(registry_query_value(row, 1, &isnull));
	setting->title = text_or_null(row, 3, context);
	setting->value = text_or_null(row, 5, context);
	setting->wording = text_or_null(row, 8, context);
	setting->citation = text_or_null(row, 10, context);
	place = registry_query_value(row, 7, &isnull);
	if (!isnull)
		setting->place = *DatumGetCitation(place);
	if (procedure)
	{
		setting->code = MemoryContextStrdup(context, code);
		setting->procedure = MemoryContextStrdup(context, procedure);
	}
	else if (setting->mode != MODE_OFF)
		setting_parse(&rules[r], setting->value, setting);
}

static Period
period_of(Datum value)
{
	RangeType  *range = DatumGetRangeTypeP(value);
	RangeBound	lower;
	RangeBound	upper;
	bool		empty;

	range_deserialize(lookup_type_cache(RangeTypeGetOid(range), TYPECACHE_RANGE_INFO),
					  range, &lower, &upper, &empty);
	return (Period) {
		lower.infinite ? PG_INT32_MIN : DatumGetDateADT(lower.val),
		upper.infinite ? PG_INT32_MAX : DatumGetDateADT(upper.val)
	};
}

/*
 * The registry's days off change a notice's last day as a change of the rules
 * would, so they are kept with these and guarded by the same triggers.
 */
static void
compile_extra_days(Registry *registry, InForce *law, MemoryContext context,
				   bool latest)
{
	registry_query(registry, &extra_days, NULL, NULL, latest);
	law->extra = MemoryContextAlloc(context, Max(SPI_processed, 1) * sizeof(DateADT));
	for (uint64 row = 0; row < SPI_processed; row++)
	{
		bool		isnull;

		law->extra[law->nextra++] = DatumGetDateADT(registry_query_value(row, 1, &isnull));
	}
	registry_query_end();
}

/* those about the changed row itself, or those about its meeting and the items */
static const Rule **
rules_asked(const InForce *law, TableId id, bool acts, MemoryContext context)
{
	const Rule *list[NUM_RULES];
	const Rule **asked;
	int			n = 0;

	for (int r = 0; r < NUM_RULES; r++)
	{
		Subject		subject = rules[r].subject;

		if (rules[r].asked & UINT64CONST(1) << id && law->rule[r].mode != MODE_OFF &&
			(acts ? subject == SUBJECT_ACT :
			 subject == SUBJECT_ITEM || subject == SUBJECT_ORDER || subject == SUBJECT_MEETING))
			list[n++] = &rules[r];
	}
	asked = MemoryContextAlloc(context, (n + 1) * sizeof(Rule *));
	memcpy(asked, list, n * sizeof(Rule *));
	asked[n] = NULL;
	return asked;
}

static void
compile_rules(InForce *law, MemoryContext context)
{
	for (int t = 0; t < NUM_TABLES; t++)
	{
		law->asked[t] = rules_asked(law, t, false, context);
		law->acts[t] = rules_asked(law, t, true, context);
	}
}

/*
 * The tables whose rows the rules in force about meetings look at that a change
 * of a table may break; the table itself as well, whose rows tell whether
 * anything changed.
 */
static void
compile_needs(InForce *law)
{
	for (int t = 0; t < NUM_TABLES; t++)
	{
		Tables		changed = UINT64CONST(1) << t;

		law->needs[t] = changed | TABLE(AGENDA_ITEM);
		if (law->nown > 0)
			law->needs[t] |= TABLE(DECISION);	/* own rules are about decided items */
		for (int r = 0; r < NUM_RULES; r++)
			if (rules[r].asked & changed && law->rule[r].mode != MODE_OFF &&
				rules[r].subject != SUBJECT_BODY && rules[r].subject != SUBJECT_MATTER)
				law->needs[t] |= rules[r].needs;
	}
}

static Compiled *
compile(Registry *registry, int64 body, Word kind, DateADT day, bool latest)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext,
												  "governance rules in force",
												  ALLOCSET_SMALL_SIZES);
	Compiled   *compiled = MemoryContextAllocZero(context, sizeof(Compiled));
	InForce    *law = &compiled->law;
	Datum		args[2] = {Int64GetDatum(body), CStringGetTextDatum(word_text(kind))};

	compiled->context = context;
	law->valid = law->valid_but = ALL_DAYS;
	registry_query(registry, &all_settings, args, NULL, latest);
	for (uint64 row = 0; row < SPI_processed; row++)
	{
		bool		isnull;
		Period		valid = period_of(registry_query_value(row, 2, &isnull));

		/* the same set is in force until the next regulation begins or ends */
		narrow(&law->valid, valid, day);
		if (concerns_bodies(registry_query_text(row, 4)))
			narrow(&law->valid_but, valid, day);
		if (period_has(valid, day))
			compile_row(law, row, context);
	}
	registry_query_end();
	compile_extra_days(registry, law, context, latest);
	compile_needs(law);
	compile_rules(law, context);
	return compiled;
}

/*
 * Locks the regulation tables' first, and makes the entry fit for use again
 * after an invalidation.  What was compiled before may be in use until the
 * transaction ends.
 */
static void
lock_and_revalidate(Registry *registry, SettingsEntry *entry, LOCKMODE mode)
{
	if (entry->valid)
		LockRelationOid(entry->relid[0], mode);
	/* a writer passes this one, and where it was held already it brings nothing */
	if (mode == AccessShareLock)
		AcceptInvalidationMessages();
	/* taking the lock may have brought an invalidation */
	if (entry->valid)
		return;
	do
	{
		for (int i = 0; i < NUM_RELIDS; i++)
			entry->relid[i] = registry_relid(registry, regulation_tables[i]);
		LockRelationOid(entry->relid[0], mode);
	} while (entry->relid[0] != registry_relid(registry, regulation_tables[0]));
	while (entry->list != NULL)
	{
		Compiled   *next = entry->list->next;

		entry->list->next = stale;
		stale = entry->list;
		entry->list = next;
	}
	/* valid before it is compiled: what comes meanwhile is not overlooked */
	entry->valid = true;
}

/*
 * settings_in_force
 *		The rules in force for a body on a day: those of its own regulation,
 *		and under them those of the ground layer for its kind.
 *
 * With "lock", for a check, no regulation can change until the transaction
 * ends.  What is returned stays readable until then.
 *
 * They are compiled from the newest state even where the caller's snapshot is
 * older, since what is kept must be right for those who come after.  (A
 * version that a decision rests on does not change; see regulation_kept.)
 * Only a parallel query cannot take a new snapshot; it keeps nothing.
 */
const InForce *
settings_in_force(Registry *registry, int64 body, Word kind, DateADT day, bool lock)
{
	SettingsKey key = {.body = body, .nspid = registry->nspid, .kind = kind};
	SettingsEntry *entry;
	Compiled   *compiled;
	Compiled  **list;
	bool		keep = !IsInParallelMode();
	bool		found;

	entry = hash_search(settings, &key, HASH_ENTER, &found);
	if (!found)
	{
		entry->list = NULL;
		entry->valid = false;
		MemSet(entry->relid, 0, sizeof(entry->relid));
	}
	lock_and_revalidate(registry, entry, lock ? RowShareLock : AccessShareLock);
	for (compiled = entry->list; compiled != NULL; compiled = compiled->next)
		if (period_has(compiled->law.valid, day))
			return &compiled->law;

	compiled = compile(registry, body, kind, day, keep);
	MemoryContextSetParent(compiled->context, CacheMemoryContext);
	list = keep ? &entry->list : &stale;
	compiled->next = *list;
	*list = compiled;
	return &compiled->law;
}
