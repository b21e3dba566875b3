/*
 * violation.c
 *	  How a violation is said, and what becomes of it.
 *
 * One violation is the error: SQLSTATE 23514, CONSTRAINT NAME the rule's code,
 * the citation and the regulation's own wording in the detail, the way out in
 * the hint.  Where several rules are broken the first in the order of the
 * regulation is the error and the others stand in its detail.
 */
#include "postgres.h"
#include "compat.h"

#include "access/table.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/json.h"
#include "utils/rel.h"

#include "enforcement/judge.h"
#include "registry/access.h"
#include "registry/cache.h"
#include "registry/query.h"

static const RegistryQuery person_by_id = {
	.sql = "select name from @.person where id operator(pg_catalog.=) $1 and name is not null",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/*
 * A deviation stands for all breaches of its rule in the item or meeting; $2:
 * for those alone that were found in the same words.
 */
static const RegistryQuery record_deviation = {
	.sql = "insert into @.deviation (body_id, meeting_id, matter_id, position, rule, reason, citation, wording, found) "
	"select r.body_id, r.meeting_id, r.matter_id, r.position, r.rule, r.reason, r.citation, r.wording, r.found "
	"from pg_catalog.jsonb_to_record($1) r(body_id bigint, meeting_id bigint, matter_id bigint, position integer, "
	"rule text, reason text, citation text, wording text, found text) "
	"where not exists (select from @.deviation d where d.rule = r.rule "
	"and d.body_id is not distinct from r.body_id "
	"and d.meeting_id is not distinct from r.meeting_id "
	"and d.matter_id is not distinct from r.matter_id "
	"and d.position is not distinct from r.position "
	"and (d.meeting_id is not null and not $2 or coalesce(d.found = r.found, true)))",
	.nargs = 2,
	.argtypes = {JSONBOID, BOOLOID},
	.writes = true,
};

/*
 * $1 the meeting, or null and $2 the matter; $3 the item, or what is numbered.
 * What was recorded in a matter is that breach; what was admitted is any.
 */
static const RegistryQuery deviation_in_matter = {
	.sql = "select from @.deviation where meeting_id is not distinct from $1 "
	"and matter_id is not distinct from $2 and position is not distinct from $3 "
	"and rule operator(pg_catalog.=) $4 "
	"and (meeting_id is not null or coalesce(found operator(pg_catalog.=) $5, true)) limit 1",
	.nargs = 5,
	.argtypes = {INT8OID, INT8OID, INT4OID, TEXTOID, TEXTOID},
};

static const RegistryQuery deviation_of_body = {
	.sql = "select from @.deviation where body_id operator(pg_catalog.=) $1 and meeting_id is null "
	"and rule operator(pg_catalog.=) $2 and coalesce(found operator(pg_catalog.=) $3, true) limit 1",
	.nargs = 3,
	.argtypes = {INT8OID, TEXTOID, TEXTOID},
};

/*
 * person_name
 *		How a person is called in a message: by name where the reader may read
 *		names, by id otherwise.
 */
const char *
person_name(Facts *facts, int64 person)
{
	MemoryContext caller = CurrentMemoryContext;
	Datum		args[1] = {Int64GetDatum(person)};
	const char *name = NULL;

	if (pg_class_aclcheck(registry_relid(facts->registry, "person"), GetUserId(), ACL_SELECT) != ACLCHECK_OK ||
		!(access_anywhere(facts->registry) & MAY_READ))
		return psprintf(told("person %lld"), (long long) person);
	registry_query(facts->registry, &person_by_id, args, NULL, facts->locked);
	if (SPI_processed > 0)
		name = MemoryContextStrdup(caller, registry_query_text(0, 1));
	registry_query_end();
	return name ? name : psprintf(told("person %lld"), (long long) person);
}

const char *
verdict_code(const Verdict *verdict)
{
	return verdict->rule == NUM_RULES ? verdict->setting->code : rules[verdict->rule].code;
}

/*
 * citation_text
 *		The provision that a setting follows from, as a citation with the
 *		document's title: 5 § Reglemente för integrationsutskottet.
 */
char *
citation_text(const Setting *setting)
{
	if (setting->citation == NULL)
		return pstrdup(setting->title);
	return psprintf("%s %s", setting->citation, setting->title);
}

/*
 * violation_may_be_told
 *		May the user know what was found?  Who writes to a meeting may break a rule
 *		about a matter that is secret there, or with another body.
 */
bool
violation_may_be_told(const Facts *facts, const Verdict *verdict)
{
	if (facts->root == ROOT_BODY)
		return (access_to_body(facts->registry, facts->id) & MAY_READ) != 0;
	if (facts->root == ROOT_MEETING || verdict->meeting != 0)
		return access_reads_item(facts->registry, verdict->meeting ? verdict->meeting : facts->id,
								 verdict->position);
	return access_reads_matter(facts->registry, facts->id);
}

/* the verdict in the language of lc_messages */
Verdict *
verdict_told(Verdict *verdict)
{
	return verdict->told ? verdict->told : verdict;
}

/* the same, or, to who may not know what was found, only what it is about */
static const Verdict *
as_told(const Facts *facts, Verdict *verdict)
{
	static const char *const would_break[] = {
		[ROOT_BODY] = gettext_noop("body %lld would break rule \"%s\""),
		[ROOT_MEETING] = gettext_noop("meeting %lld would break rule \"%s\""),
		[ROOT_MATTER] = gettext_noop("matter %lld would break rule \"%s\""),
	};
	Verdict    *about;

	if (violation_may_be_told(facts, verdict))
		return verdict_told(verdict);
	about = palloc(sizeof(Verdict));
	*about = *verdict;
	about->message = psprintf(_(would_break[facts->root]), (long long) facts->id,
							  verdict_code(verdict));
	about->detail = NULL;
	about->hint = NULL;
	return about;
}

static char *
detail_text(const Verdict *verdict)
{
	StringInfoData buf;

	initStringInfo(&buf);
	appendStringInfoString(&buf, citation_text(verdict->setting));
	if (verdict->setting->wording && verdict->setting->wording[0])
		appendStringInfo(&buf, ": \"%s\"", verdict->setting->wording);
	else
		appendStringInfoChar(&buf, '.');
	if (verdict->detail)
		appendStringInfo(&buf, " %s", verdict->detail);
	return buf.data;
}

/* the body's own regulation first, then by place, then as in the catalogue, then by item */
static int
by_regulation(const ListCell *a, const ListCell *b)
{
	const Verdict *va = lfirst(a);
	const Verdict *vb = lfirst(b);

	if (va->setting->own != vb->setting->own)
		return va->setting->own ? -1 : 1;
	if (citation_compare(&va->setting->place, &vb->setting->place) != 0)
		return citation_compare(&va->setting->place, &vb->setting->place);
	if (va->rule != vb->rule)
		return (int) va->rule - (int) vb->rule;
	return va->position < vb->position ? -1 : va->position > vb->position;
}

/* so many breaches are told beside the first */
#define MAX_OTHERS	9

static void
say(int level, Oid relid, const Facts *facts, List *broken)
{
	Relation	rel = table_open(relid, AccessShareLock);
	const Verdict *first;
	StringInfoData detail;
	ListCell   *lc;

	list_sort(broken, by_regulation);
	first = as_told(facts, linitial(broken));
	initStringInfo(&detail);
	appendStringInfoString(&detail, detail_text(first));
	for_each_from(lc, broken, 1)
	{
		const Verdict *other;

		if (foreach_current_index(lc) > MAX_OTHERS)
		{
			int			more = list_length(broken) - 1 - MAX_OTHERS;

			appendStringInfoChar(&detail, '\n');
			appendStringInfo(&detail, dngettext(TEXTDOMAIN, "And %d more.", "And %d more.", more), more);
			break;
		}
		other = as_told(facts, lfirst(lc));
		appendStringInfoChar(&detail, '\n');
		appendStringInfo(&detail, _("Also broken: %s (%s, %s)."), other->message,
						 verdict_code(other), citation_text(other->setting));
	}
	ereport(level,
			(errcode(level >= ERROR ? ERRCODE_CHECK_VIOLATION : ERRCODE_WARNING),
			 errmsg_internal("%s", first->message),
			 errdetail_internal("%s", detail.data),
			 first->hint ? errhint("%s", first->hint) : 0,
			 errtableconstraint(rel, verdict_code(first))));
	table_close(rel, NoLock);
}

static void
json_member(StringInfo buf, const char *name, const char *value)
{
	if (value == NULL)
		return;
	if (buf->len > 1)
		appendStringInfoChar(buf, ',');
	appendStringInfo(buf, "\"%s\":", name);
	escape_json(buf, value);
}

/* the column of deviation that names what the verdict is about */
static const char *
root_column(const Facts *facts, const Verdict *verdict)
{
	if (facts->root == ROOT_MEETING || verdict->meeting != 0)
		return "meeting_id";
	return facts->root == ROOT_MATTER ? "matter_id" : "body_id";
}

static void
record(Facts *facts, const Verdict *verdict, const char *reason, bool each)
{
	StringInfoData buf;
	Datum		args[2];

	initStringInfo(&buf);
	appendStringInfoChar(&buf, '{');
	json_member(&buf, root_column(facts, verdict),
				psprintf("%lld", (long long) (verdict->meeting ? verdict->meeting : facts->id)));
	if (verdict->position != INT_NULL)
		json_member(&buf, "position", psprintf("%d", verdict->position));
	json_member(&buf, "rule", verdict_code(verdict));
	json_member(&buf, "reason", reason);
	json_member(&buf, "citation", citation_text(verdict->setting));
	json_member(&buf, "wording", verdict->setting->wording);
	json_member(&buf, "found", verdict->message);
	appendStringInfoChar(&buf, '}');
	args[0] = DirectFunctionCall1(jsonb_in, CStringGetDatum(buf.data));
	args[1] = BoolGetDatum(each);
	registry_query(facts->registry, &record_deviation, args, NULL, true);
	registry_query_end();
}

/* a body's deviations are few, and asked for only when something is broken */
static bool
is_admitted_of_body(const Facts *facts, const Verdict *verdict)
{
	Datum		args[3] = {
		Int64GetDatum(facts->id),
		CStringGetTextDatum(verdict_code(verdict)),
		CStringGetTextDatum(verdict->message),
	};
	bool		found;

	registry_query(facts->registry, &deviation_of_body, args, NULL, facts->locked);
	found = SPI_processed > 0;
	registry_query_end();
	return found;
}

/* the same in a matter: of the item at which it was handled, or of the matter */
static bool
is_admitted_in_matter(const Facts *facts, const Verdict *verdict)
{
	Datum		args[5] = {
		Int64GetDatum(verdict->meeting),
		Int64GetDatum(facts->id),
		Int32GetDatum(verdict->position),
		CStringGetTextDatum(verdict_code(verdict)),
		CStringGetTextDatum(verdict->message),
	};
	char		nulls[6] = "     ";
	bool		found;

	nulls[verdict->meeting ? 1 : 0] = 'n';
	if (verdict->position == INT_NULL)
		nulls[2] = 'n';
	registry_query(facts->registry, &deviation_in_matter, args, nulls, facts->locked);
	found = SPI_processed > 0;
	registry_query_end();
	return found;
}

/*
 * violation_is_admitted
 *		Has this breach been admitted, or recorded before?  A deviation is one
 *		act: one rule, and one item (or the meeting, where the rule is about the
 *		meeting as a whole; in a matter, one thing that is numbered in it).
 */
bool
violation_is_admitted(const Facts *facts, const Verdict *verdict)
{
	/* a deviation admits what happened at a meeting, never a change of its record */
	if (verdict->rule != NUM_RULES && rules[verdict->rule].subject == SUBJECT_ACT)
		return false;
	if (facts->root == ROOT_BODY)
		return is_admitted_of_body(facts, verdict);
	if (facts->root == ROOT_MATTER)
		return is_admitted_in_matter(facts, verdict);
	for_each(d, facts, DEVIATION)
		if (d->rule != NULL && strcmp(d->rule, verdict_code(verdict)) == 0 &&
			d->position == verdict->position)
			return true;
	return false;
}

/*
 * violation_handle
 *		What becomes of the verdicts on a change of the table: an error, a
 *		warning, or a recorded deviation, as the rule's mode says.  "late": the
 *		fact was learned after the meeting was closed; it is accepted, and the
 *		breach recorded (rules.md I20), each by itself: what is learned of
 *		another person is another breach of the same rule.
 *
 * Errors: 23514 with the rule's code as constraint name.
 */
void
violation_handle(Oid relid, Facts *facts, List *verdicts, bool late)
{
	List	   *refused = NIL;
	bool		import = import_under_way(facts->registry);
	ListCell   *lc;

	if (verdicts == NIL)
		return;
	if (facts->root == ROOT_MEETING)
		cache_refresh(facts, TABLE(DEVIATION));
	foreach(lc, verdicts)
	{
		Verdict    *verdict = lfirst(lc);

		if (verdict->status != BROKEN)
			continue;
		if (late && !import && verdict->setting->mode == MODE_ENFORCE)
			record(facts, verdict, "recorded: a fact learned after the meeting was closed", true);
		else if (violation_is_admitted(facts, verdict))
			continue;
		else if (import)
			record(facts, verdict, "recorded: history import", false);
		else if (verdict->setting->mode == MODE_WARN)
			say(WARNING, relid, facts, list_make1(verdict));
		else if (verdict->setting->mode == MODE_RECORD)
			record(facts, verdict, "recorded: the rule is in record mode", false);
		else
			refused = lappend(refused, verdict);
	}
	if (refused != NIL)
		say(ERROR, relid, facts, refused);
}
