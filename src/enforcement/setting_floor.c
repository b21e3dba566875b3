/*
 * setting_floor.c
 *	  That a body's own regulation stays within the law (rules.md A17).
 *
 * The ground layer gives way to a body's own regulation (lex specialis), but
 * some of its rules are floors: see SETTING_FLOORS.  A regulation is looked at
 * as a whole after each change of its settings, since what a quorum asks for
 * depends on the number of seats, which is a setting as well.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"

#include "enforcement/setting_floor.h"
#include "registry/query.h"
#include "registry/settings.h"
#include "rules/rule.h"

/* the seats that a quorum is tried for where the regulation names no number */
#define MOST_SEATS	1000

typedef enum Stricter
{
	STRICTER_LESS,
	STRICTER_MORE
} Stricter;

static const struct Floor
{
	RuleId		rule;
	Stricter	stricter;
	const char *kinds;
}			floors[] = {
#define FLOOR_ENTRY(rule, stricter, kinds) {RULE_##rule, STRICTER_##stricter, kinds},
	SETTING_FLOORS(FLOOR_ENTRY)
};

/*
 * The settings of a body's regulation beside those of the ground layer that
 * are in force, on some day, for a body of its kind.  The regulation comes first:
 * a law has no body, and is not compared with all that it says itself.
 */
static const RegistryQuery settings_and_law = {
	.sql = "select s.rule, s.value, coalesce(s.mode, 'enforce'), g.value, coalesce(g.mode, 'enforce'), "
	"coalesce(r.kind, ''), "
	"coalesce(g.citation::text || ' ', '') || l.title, p.wording, "
	"(select n.value from @.rule_setting n where n.regulation_id = r.id and n.rule = 'seats' "
	"and n.mode <> 'off' and n.procedure is null) "
	"from (select r.id, r.valid, b.kind from @.regulation r "
	"join @.body b on b.id = r.body_id where r.id = $1 offset 0) r "
	"join @.rule_setting s on s.regulation_id = r.id and s.procedure is null "
	"join @.regulation l on l.body_id is null and l.valid && r.valid "
	"join @.rule_setting g on g.regulation_id = l.id and g.rule = s.rule and g.procedure is null "
	"and (g.body_kind = r.kind or g.body_kind is null and not exists ("
	"select from @.rule_setting k where k.regulation_id = l.id and k.rule = g.rule and k.body_kind = r.kind)) "
	"left join @.provision p on p.regulation_id = l.id and p.citation operator(governance.=) g.citation "
	"order by s.id",
	.nargs = 1,
	.argtypes = {INT8OID},
};

/* strictness of a mode, as written */
static int
mode_rank(const char *mode)
{
	static const char *const modes[] = {"off", "record", "warn", "enforce"};

	for (int m = 0; m < lengthof(modes); m++)
		if (strcmp(mode, modes[m]) == 0)
			return m;
	return 0;
}

static bool
is_kind(const char *kinds, const char *kind)
{
	int			len = strlen(kind);

	for (const char *at = strstr(kinds, kind); at != NULL; at = strstr(at + 1, kind))
		if ((at == kinds || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
			return true;
	return false;
}

static bool
is_looser(const struct Floor *floor, const Setting *own, const Setting *law, int seats)
{
	int			sign = floor->stricter == STRICTER_MORE ? 1 : -1;

	switch (rules[floor->rule].value)
	{
		case VALUE_QUORUM:
			for (int n = seats ? seats : 1; n <= (seats ? seats : MOST_SEATS); n++)
				if (sign * quorum_required(own->quorum, n) < sign * quorum_required(law->quorum, n))
					return true;
			return false;
		case VALUE_NUMBER:
			return sign * own->number < sign * law->number;
		case VALUE_FLAG:
			return sign * own->flag < sign * law->flag;
		case VALUE_NONE:
		case VALUE_TEXT:
			return false;
	}
	return false;
}

/* a setting as it takes effect */
static const char *
setting_text(const Rule *rule, const char *value, const char *mode)
{
	if (rule->value == VALUE_NONE || mode_rank(mode) == 0)
		return mode;
	return psprintf("%s (%s)", value ? value : rule->default_value, mode);
}

static void
check_row(Relation rel, int row, const struct Floor *floor)
{
	const Rule *rule = &rules[floor->rule];
	char	   *value = registry_query_text(row, 2);
	char	   *mode = registry_query_text(row, 3);
	char	   *law_value = registry_query_text(row, 4);
	char	   *law_mode = registry_query_text(row, 5);
	char	   *wording = registry_query_text(row, 8);
	char	   *seats_text = registry_query_text(row, 9);
	Setting		seats = {0};
	Setting		own = {0};
	Setting		law = {0};

	if (mode_rank(law_mode) == 0)
		return;
	if (seats_text != NULL)
		setting_parse(&rules[RULE_seats], seats_text, &seats);
	if (mode_rank(mode) >= mode_rank(law_mode))
	{
		setting_parse(rule, value, &own);
		setting_parse(rule, law_value, &law);
		if (!is_looser(floor, &own, &law, seats.number))
			return;
	}
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("rule \"%s\" may not be looser than the law", rule->code),
			 errdetail_internal("%s%s %s", registry_query_text(row, 7),
								wording ? psprintf(": \"%s\"", wording) : ".",
								psprintf(_("The law: %s; the setting: %s."),
										 setting_text(rule, law_value, law_mode),
										 setting_text(rule, value, mode))),
			 rule->value == VALUE_QUORUM && seats.number == 0 ?
			 errhint("Set \"seats\" in the same statement, so that the number is compared for that many seats only.") : 0,
			 errtableconstraint(rel, "setting_within_law")));
}

/*
 * check_floors
 *		An error if a setting of the regulation is looser than the ground layer
 *		is for the body's kind, and the rule is one that may not be.
 *
 * Errors: 23514 setting_within_law, with the citation of the law.
 */
void
check_floors(Relation rel, Registry *registry, int64 regulation)
{
	Datum		args[1] = {Int64GetDatum(regulation)};

	registry_query(registry, &settings_and_law, args, NULL, true);
	for (uint64 row = 0; row < SPI_processed; row++)
	{
		int			r = rule_lookup(registry_query_text(row, 1));

		for (int f = 0; f < lengthof(floors); f++)
			if (floors[f].rule == r && is_kind(floors[f].kinds, registry_query_text(row, 6)))
				check_row(rel, row, &floors[f]);
	}
	registry_query_end();
}
