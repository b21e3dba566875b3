/*
 * swedish.c
 *	  The words of a registry as they are written in minutes.
 */
#include "postgres.h"
#include "compat.h"

#include "mb/pg_wchar.h"

#include "minutes/lines.h"

/* A text of these sources (UTF-8) in the encoding of the database. */
const char *
native(const char *utf8)
{
	if (GetDatabaseEncoding() == PG_UTF8)
		return utf8;
	return pg_any_to_server(utf8, strlen(utf8), PG_UTF8);
}

static const char *const texts[W_UNKNOWN] = {
	[W_SERVING_MEMBER] = "ledamot",
	[W_SERVING_SUBSTITUTE] = "tjänstgörande ersättare",
	[W_NON_SERVING_SUBSTITUTE] = "ersättare",
	[W_COMMISSIONER] = "borgarråd",
	[W_CITY_DIRECTOR] = "stadsdirektör",
	[W_PRESENTER] = "föredragande",
	[W_SECRETARY] = "sekreterare",
	[W_OFFICIAL] = "tjänsteperson",
	[W_GUEST] = "gäst",
	[W_CHAIR] = "ordförande",
	[W_VICE_CHAIR] = "vice ordförande",
	[W_SECOND_VICE_CHAIR] = "andre vice ordförande",
	[W_DESIGNATED] = "utsedd ordförande",
	[W_ADJUSTER] = "justerare",
	[W_LATER_MEETING] = "för ett senare sammanträde",
	[W_APPROVE] = "bifall",
	[W_AMEND] = "ändring",
	[W_REJECT] = "avslag",
	[W_TABLE_ITEM] = "bordläggning",
	[W_REFER_BACK] = "återremiss",
	[W_OPEN] = "öppen",
	[W_CLOSED] = "sluten",
	[W_YES] = "ja",
	[W_NO] = "nej",
	[W_ABSTAIN] = "avstår",
	[W_BLANK] = "blanka",
	[W_INVALID] = "ogiltiga",
	[W_ACCLAMATION] = "acklamation",
	[W_MAJORITY] = "majoritetsval",
	[W_PROPORTIONAL] = "proportionellt val",
	[W_APPROVED] = "bifall",
	[W_REJECTED] = "avslag",
	[W_TABLED] = "bordläggs",
	[W_REFERRED_BACK] = "återremitteras",
	[W_ADJOURNED] = "ajourneras",
	[W_ELECTED] = "val",
	[W_NOTED] = "läggs till protokollet",
	[W_ANSWERED] = "besvaras",
	[W_WRITTEN_OFF] = "avskrivs",
	[W_NOTE] = "Protokollsanteckning",
	[W_SPECIAL_STATEMENT] = "Särskilt uttalande",
	[W_UPHELD] = "jäv förelåg",
	[W_DISREGARDED] = "jävet bortses från",
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
	return texts[word] ? native(texts[word]) : word_text(word);
}
