/*
 * regulation.c
 *	  What must hold of the provisions that a text is split into.
 *
 * The wording is the document's own: but for blanks it stands in the text, each
 * section after the one before.  Whatever is split can be cited.
 */
#include "server.h"

#include "access/tupdesc.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

extern Datum split_regulation(PG_FUNCTION_ARGS);
extern Datum citation_in(PG_FUNCTION_ARGS);
extern Datum citation_out(PG_FUNCTION_ARGS);

enum
{
	ORDINAL, CHAPTER, SECTION, PARAGRAPH, POINT, WORDING, CITATION, HEADING
};

/* The rows so far */
static int	rows;
static int	chapter;			/* of the latest row */
static int	number;
static char letter;
static int	paragraph;
static int	point;
static char section[1 << 16];	/* its wording */
static char paragraph_wording[1 << 16];
static char document[1 << 16];	/* without blanks */
static const char *place;		/* in the document: behind the latest section */

/* Length of the blank character here, or 0 */
static int
blank(const unsigned char *s)
{
	unsigned int c = utf8_to_unicode(s);

	if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 ||
		(c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
		c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF)
		return pg_utf_mblen(s);
	return 0;
}

static void
without_blanks(char *to, const char *from)
{
	while (*from != '\0')
	{
		int			length = blank((const unsigned char *) from);

		if (length > 0)
			from += length;
		else
			*to++ = *from++;
	}
	*to = '\0';
}

/* Text, but no blanks at either end */
static void
require_trimmed(const char *wording)
{
	const char *last = wording + strlen(wording) - 1;

	REQUIRE(*wording != '\0');
	while ((*last & 0xC0) == 0x80)
		last--;
	REQUIRE(blank((const unsigned char *) wording) == 0);
	REQUIRE(blank((const unsigned char *) last) == 0);
}

static void
check_section(const char *wording)
{
	static char squeezed[1 << 16];

	paragraph = point = 0;
	strlcpy(section, wording, sizeof(section));
	without_blanks(squeezed, wording);
	place = strstr(place, squeezed);
	REQUIRE(place != NULL);
	place += strlen(squeezed);
}

static void
check_part(int new_paragraph, int new_point, const char *wording)
{
	REQUIRE(strstr(section, wording) != NULL);
	if (new_point == 0)
	{
		REQUIRE(new_paragraph == paragraph + 1);
		strlcpy(paragraph_wording, wording, sizeof(paragraph_wording));
	}
	else
	{
		REQUIRE(new_paragraph == paragraph && new_point == point + 1);
		REQUIRE(strstr(paragraph_wording, wording) != NULL);
	}
	paragraph = new_paragraph;
	point = new_point;
}

/* Stands for the server's, and looks at a row. */
#if PG_VERSION_NUM >= 170000
void
tuplestore_putvalues(Tuplestorestate *state, TupleDesc tdesc, const Datum *values, const bool *isnull)
#else
void
tuplestore_putvalues(Tuplestorestate *state, TupleDesc tdesc, Datum *values, bool *isnull)
#endif
{
	char	   *wording = TextDatumGetCString(values[WORDING]);
	char	   *citation = TextDatumGetCString(values[CITATION]);
	Datum		cited = call1(citation_in, CStringGetDatum(citation));

	REQUIRE(DatumGetInt32(values[ORDINAL]) == ++rows);
	REQUIRE(!isnull[SECTION] && !isnull[WORDING] && !isnull[CITATION]);
	require_trimmed(wording);
	if (!isnull[HEADING])
		require_trimmed(TextDatumGetCString(values[HEADING]));
	if (isnull[PARAGRAPH])
	{
		char	   *name = TextDatumGetCString(values[SECTION]);
		int			new_chapter = isnull[CHAPTER] ? 0 : DatumGetInt32(values[CHAPTER]);
		int			new_number = atoi(name);
		char		new_letter = strchr(name, ' ') ? strchr(name, ' ')[1] : '\0';

		REQUIRE(new_chapter > chapter ||
				(new_chapter == chapter &&
				 (new_number > number || (new_number == number && new_letter > letter))));
		REQUIRE(isnull[POINT]);
		chapter = new_chapter;
		number = new_number;
		letter = new_letter;
		check_section(wording);
	}
	else
		check_part(DatumGetInt32(values[PARAGRAPH]),
				   isnull[POINT] ? 0 : DatumGetInt32(values[POINT]), wording);

	REQUIRE(strcmp(DatumGetCString(call1(citation_out, cited)), citation) == 0);
}

Tuplestorestate *
tuplestore_begin_heap(bool randomAccess, bool interXact, int maxKBytes)
{
	return NULL;
}

TypeFuncClass
get_call_result_type(FunctionCallInfo fcinfo, Oid *resultTypeId, TupleDesc *resultTupleDesc)
{
	*resultTupleDesc = NULL;
	return TYPEFUNC_COMPOSITE;
}

/* Whether the server would have taken the text at all */
static bool
valid_text(Bytes input)
{
	const unsigned char *at = input.at;

	while (at < input.end)
	{
		int			length = pg_utf_mblen(at);

		if (*at == '\0' || length > input.end - at || !pg_utf8_islegal(at, length))
			return false;
		at += length;
	}
	return input.end - input.at < sizeof(document);
}

void
fuzz_regulation(Bytes input)
{
	ExprContext econtext = {.ecxt_per_query_memory = CurrentMemoryContext};
	ReturnSetInfo result_info = {
		.type = T_ReturnSetInfo, .econtext = &econtext, .allowedModes = SFRM_Materialize
	};
	NullableDatum arg;
	NullableDatum result;
	char	   *text;

	if (!valid_text(input))
		return;
	text = pnstrdup((const char *) input.at, input.end - input.at);
	without_blanks(document, text);
	place = document;
	rows = chapter = number = paragraph = point = 0;
	letter = '\0';
	arg.value = PointerGetDatum(cstring_to_text(text));
	arg.isnull = false;
	if (!try_call(split_regulation, (struct Node *) &result_info, 1, &arg, &result))
		REQUIRE(raised == ERRCODE_INVALID_PARAMETER_VALUE);
	else
		REQUIRE(rows > 0);
}
