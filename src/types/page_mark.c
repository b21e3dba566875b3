/*
 * page_mark.c
 *	  The page that is marked on a document: SID. 3 (7).
 */
#include "postgres.h"
#include "compat.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "types/scan.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(governance_read_page_mark);

static const ScanNumber page_number = {
	999999,
	gettext_noop("A page mark has the page and the number of pages, as in 3 (7)."),
	gettext_noop("The first page is 1."),
	gettext_noop("A document has at most 999999 pages.")
};

/* "Sid.", "sida", "s." or nothing */
static bool
read_page_word(TextScan *scan)
{
	uint64		word;

	if (!scan_word(scan, &word) ||
		(word != 0 && word != SCAN_WORD('s') && word != SCAN_WORD('s', 'i', 'd') &&
		 word != SCAN_WORD('s', 'i', 'd', 'a')))
		return scan_fail(scan, gettext_noop("Before the page there is nothing, or Sid. or Sida."));
	if (word != 0)
		(void) scan_char(scan, '.');
	scan_space(scan);
	return true;
}

/* "(7)" or "av 7" */
static bool
read_pages(TextScan *scan, int *pages)
{
	uint64		word;

	scan_space(scan);
	if (scan_char(scan, '('))
	{
		scan_space(scan);
		if (!scan_number(scan, &page_number, pages))
			return false;
		scan_space(scan);
		if (!scan_char(scan, ')'))
			return scan_fail(scan, gettext_noop("A closing parenthesis is missing."));
	}
	else if (scan_word(scan, &word) && word == SCAN_WORD('a', 'v'))
	{
		scan_space(scan);
		if (!scan_number(scan, &page_number, pages))
			return false;
	}
	else
		return scan_fail(scan, page_number.missing);
	return scan_end(scan, gettext_noop("After the number of pages nothing else is expected."));
}

static bool
read_mark(TextScan *scan, int *page, int *pages)
{
	scan_space(scan);
	if (!read_page_word(scan) || !scan_number(scan, &page_number, page) ||
		!read_pages(scan, pages))
		return false;
	return *page <= *pages || scan_fail(scan, gettext_noop("The page lies behind the last."));
}

/*
 * read_page_mark(text, out page integer, out pages integer)
 *		The page and the number of pages, from 1, that a mark names: "SID. 3 (7)",
 *		"3 (7)", "Sida 3 av 7".
 *
 * Errors: 22P02 where the text is no page mark, or the page lies behind the
 * last; 22003 where a number is too large.
 */
Datum
governance_read_page_mark(PG_FUNCTION_ARGS)
{
	char	   *mark = text_to_cstring(PG_GETARG_TEXT_PP(0));
	TextScan	scan;
	int			page = 0;
	int			pages = 0;
	TupleDesc	desc;
	Datum		values[2];
	bool		nulls[2] = {false, false};

	scan_start(&scan, mark);
	if (!read_mark(&scan, &page, &pages))
		ereport(ERROR,
				(errcode(scan.sqlstate),
				 errmsg("invalid page mark \"%s\"", mark),
				 errdetail("%s", dgettext(TEXTDOMAIN, scan.reason))));
	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	values[0] = Int32GetDatum(page);
	values[1] = Int32GetDatum(pages);
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls));
}
