/*
 * swedish.c
 *	  The words of a registry in Swedish, as minutes and messages write them.
 */
#include "postgres.h"
#include "compat.h"

#include "mb/pg_wchar.h"

#include "registry/swedish.h"

/* A text of these sources (UTF-8) in the encoding of the database. */
const char *
native(const char *utf8)
{
	if (GetDatabaseEncoding() == PG_UTF8)
		return utf8;
	return pg_any_to_server(utf8, strlen(utf8), PG_UTF8);
}

static const char *const texts[] = {
	"",
#define WORD_SWEDISH(name, text, swedish) swedish,
	REGISTRY_WORDS(WORD_SWEDISH)
#undef WORD_SWEDISH
};

/*
 * swedish
 *		A word as it is written in minutes; null where there is none.  A word
 *		that only a later version knows must not be sealed as anything else.
 */
const char *
swedish(Word word)
{
	if (word == W_NONE)
		return NULL;
	if (word == W_UNKNOWN)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("the registry holds a word that this version of the library cannot write in minutes")));
	return native(texts[word]);
}

/* ---- words that no rule compares ---- */

typedef struct SwedishName
{
	const char *word;
	const char *swedish;
	const char *column;			/* where it has this meaning; null: wherever it stands */
} SwedishName;

static const SwedishName names[] = {
	/* modes of a rule, and what an explanation says */
	{"enforce", "upprätthålls"},
	{"warn", "varnar"},
	{"record", "antecknas"},
	{"off", "av"},
	{"met", "uppfylld"},
	{"broken", "bruten"},
	{"pending", "går inte att säga ännu"},
	{"not applicable", "inte tillämplig"},
	/* what rules are about, and their values */
	{"item", "ärende"},
	{"meeting", "sammanträde"},
	{"body", "organ"},
	{"matter", "ärende"},
	{"act", "ändring"},
	{"parameter", "parameter"},
	{"quorum", "antal eller andel"},
	{"number", "antal"},
	{"boolean", "ja eller nej"},
	{"text", "text"},
	/* levels of access */
	{"reader", "läsare"},
	{"auditor", "revisor"},
	{"administrator", "administratör"},
	/* fees */
	{"day", "dag"},
	{"hour", "timme"},
	/* policies */
	{"vision", "vision"},
	{"direction", "inriktning"},
	{"measurable", "mätbart mål"},
	{"up", "uppåt"},
	{"down", "nedåt"},
	{"national", "nationell nivå"},
	{"european", "europeisk nivå"},
	{"binding", "bindande"},
	{"not_binding", "inte bindande"},
	{"vague", "vag"},
	{"universal", "allomfattande"},
	{"undefined", "odefinierad"},
	{"area", "område"},
	{"no goal", "mål saknas"},
	{"no baseline", "utgångsvärde saknas"},
	{"not measured", "inte mätt"},
	{"no activity", "aktivitet saknas"},
	{"followed up", "följs upp"},
	/* delivery */
	{"active", "aktiv"},
	{"paused", "pausad"},
	{"queued", "i kö"},
	{"delivered", "levererad"},
	{"dead", "uppgiven"},
	/* how items, referrals, letters, dispatches and duties stand */
	{"not_handled", "inte behandlat"},
	{"undecided", "inte avgjort"},
	{"in time", "i tid"},
	{"late", "försenad"},
	{"missing", "saknas"},
	{"waiting", "inväntas"},
	{"due", "att göra"},
	{"unsigned", "inte undertecknad"},
	{"signed", "undertecknad"},
	{"ready", "klar att avsända"},
	{"sent", "avsänd"},
	{"unsent", "inte avsänd"},
	{"casting vote", "utslagsröst"},
	{"majority", "majoritet", "vote_result.decided_by"},
	{"lot", "lottning"},
	/* what is measured, beside what was aimed at */
	{"more", "mer"},
	{"as much", "lika mycket"},
	{"less", "mindre"},
	/* meetings and their minutes */
	{"planned", "planerat"},
	{"summoned", "kallat"},
	{"open", "öppnat", "meeting_overview.state"},
	{"adjourned", "ajournerat", "meeting_overview.state"},
	{"closed", "avslutat", "meeting_overview.state"},
	{"cancelled", "inställt"},
	{"attested", "justerat"},
	{"announced", "tillkännagivet"},
	/* what is told of */
	{"minutes", "protokoll"},
	{"delegated_decision", "delegationsbeslut"},
	{"assignment", "uppdrag"},
	{"referral", "remiss"},
	{"rejected", "jäv förelåg inte", "recusal.ruling"},
	{"rejected", "avslaget", "appeal.outcome"},
	{"note", "protokollsanteckning", "statement.kind"},
	{"special_statement", "särskilt uttalande", "statement.kind"},
};

/*
 * swedish_word
 *		What a word means in a column, "table.column" or null: as it is there if
 *		it is something else than elsewhere.  Null where there is no Swedish for it.
 */
const char *
swedish_word(const char *word, const char *column)
{
	const char *found = NULL;
	Word		known = word_lookup(word, strlen(word));

	if (known != W_UNKNOWN && known != W_NONE)
		found = texts[known];
	for (int n = 0; n < lengthof(names); n++)
		if (strcmp(names[n].word, word) == 0 &&
			(names[n].column == NULL || (column && strcmp(names[n].column, column) == 0)))
			found = names[n].swedish;
	return found ? native(found) : NULL;
}
