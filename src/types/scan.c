/*
 * scan.c
 *	  Reading the short texts that the types' input functions take.
 *
 * People paste from documents: no-break spaces, capitals and Swedish letters
 * are read like their plain forms.  Everything works on UTF-8, whatever the
 * database's encoding, so that a value does not depend on it.
 */
#include "postgres.h"
#include "compat.h"

#include "mb/pg_wchar.h"
#include "types/scan.h"

/* The letters after z, in their order: å, ä, ö, as lower and upper case */
static const char *const swedish_letters[][2] = {
	{"\xC3\xA5", "\xC3\x85"},
	{"\xC3\xA4", "\xC3\x84"},
	{"\xC3\xB6", "\xC3\x96"},
};

/*
 * scan_start
 *		Begins to read a text in the database's encoding.
 *
 * A text of an encoding other than UTF-8 is converted; a character that
 * Unicode lacks is then an error of the conversion.  SQL_ASCII knows no
 * characters, so its bytes are taken for UTF-8: what is not is refused by the
 * parser like any other unexpected character.
 */
void
scan_start(TextScan *scan, const char *text)
{
	int			encoding = GetDatabaseEncoding();

	if (encoding != PG_UTF8 && encoding != PG_SQL_ASCII)
		text = pg_server_to_any(text, strlen(text), PG_UTF8);
	scan->at = text;
	scan->sqlstate = 0;
	scan->reason = NULL;
}

/*
 * scan_fail
 *		Notes why the text is refused; false, so that parsers can return it.
 */
bool
scan_fail(TextScan *scan, const char *reason)
{
	scan->sqlstate = ERRCODE_INVALID_TEXT_REPRESENTATION;
	scan->reason = reason;
	return false;
}

/*
 * scan_out_of_range
 *		The same for a number that is too large.
 */
bool
scan_out_of_range(TextScan *scan, const char *reason)
{
	scan->sqlstate = ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE;
	scan->reason = reason;
	return false;
}

/*
 * scan_some_space
 *		The work of scan_space, where there may be some.
 */
void
scan_some_space(TextScan *scan)
{
	for (;;)
	{
		const unsigned char *at = (const unsigned char *) scan->at;

		if (at[0] == ' ' || (at[0] >= '\t' && at[0] <= '\r'))
			scan->at += 1;
		else if (at[0] == 0xC2 && at[1] == 0xA0)	/* U+00A0 */
			scan->at += 2;
		else if (at[0] == 0xE2 && at[1] == 0x80 &&
				 ((at[2] >= 0x80 && at[2] <= 0x8A) ||	/* U+2000 - U+200A */
				  at[2] == 0xAF))	/* U+202F */
			scan->at += 3;
		else
			return;
	}
}

/*
 * scan_swedish_letter
 *		The work of scan_letter, where there may be å, ä or ö.
 */
int
scan_swedish_letter(TextScan *scan)
{
	for (int i = 0; i < lengthof(swedish_letters); i++)
	{
		if (scan_literal(scan, swedish_letters[i][0]) ||
			scan_literal(scan, swedish_letters[i][1]))
			return 'z' - 'a' + 2 + i;
	}
	return 0;
}

/*
 * scan_typographic_dash
 *		The work of scan_dash, where there may be one that keyboards lack: a
 *		hyphen, one without a break, a figure dash, an en dash.
 */
bool
scan_typographic_dash(TextScan *scan)
{
	const unsigned char *at = (const unsigned char *) scan->at;

	if (at[0] != 0xE2 || at[1] != 0x80 || at[2] < 0x90 || at[2] > 0x93)
		return false;			/* U+2010 - U+2013 */
	scan->at += 3;
	return true;
}

/*
 * scan_odd_number
 *		The work of scan_number, where it has read no number (a negative one),
 *		0, or one that is too large.
 */
bool
scan_odd_number(TextScan *scan, const ScanNumber *kind, int value)
{
	if (value > kind->max)
		return scan_out_of_range(scan, kind->too_large);
	if (value == 0)
		return kind->zero == NULL || scan_fail(scan, kind->zero);
	if (scan->at[0] == '-')
		return scan_fail(scan, gettext_noop("A number cannot be negative."));
	return scan_fail(scan, kind->missing);
}

/*
 * scan_end
 *		Whether nothing but white space is left; else the given reason.
 */
bool
scan_end(TextScan *scan, const char *reason)
{
	scan_space(scan);
	return scan->at[0] == '\0' || scan_fail(scan, reason);
}

/*
 * scan_put_letter
 *		Writes a letter, by its place in the alphabet, as UTF-8; returns the
 *		number of bytes.
 */
int
scan_put_letter(char *to, int letter, bool upper)
{
	if (letter <= 'z' - 'a' + 1)
	{
		*to = (upper ? 'A' : 'a') + letter - 1;
		return 1;
	}
	memcpy(to, swedish_letters[letter - ('z' - 'a' + 2)][upper ? 1 : 0], 2);
	return 2;
}

/*
 * scan_put_word
 *		Writes a word as UTF-8, in upper case; returns the number of bytes.
 */
int
scan_put_word(char *to, uint64 word)
{
	char	   *start = to;
	int			shift = SCAN_LETTER_SHIFT(0);
	int			letter;

	while (shift >= 0 && (letter = word >> shift & SCAN_LETTER_MASK) != 0)
	{
		to += scan_put_letter(to, letter, true);
		shift -= SCAN_LETTER_BITS;
	}
	return to - start;
}

/*
 * scan_put_number
 *		Writes a number that is not negative; returns where it ends.
 */
char *
scan_put_number(char *to, int number)
{
	if (number >= 10)
		to = scan_put_number(to, number / 10);
	*to++ = '0' + number % 10;
	return to;
}

/*
 * scan_to_server
 *		A UTF-8 text in the database's encoding; an error of the conversion
 *		where that lacks a character.
 */
char *
scan_to_server(char *text)
{
	if (GetDatabaseEncoding() == PG_UTF8)
		return text;
	return pg_any_to_server(text, strlen(text), PG_UTF8);
}

/*
 * scan_report
 *		Reports why a text is no value of a type, softly where the caller of
 *		the input function asked for that.
 */
Datum
scan_report(const TextScan *scan, const char *type, const char *text,
			Node *escontext)
{
	if (scan->sqlstate == ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE)
		SOFT_ERROR(escontext, (Datum) 0,
				   (errcode(scan->sqlstate),
					errmsg("value \"%s\" is out of range for type %s",
						   text, type),
					errdetail("%s", dgettext(TEXTDOMAIN, scan->reason))));
	SOFT_ERROR(escontext, (Datum) 0,
			   (errcode(scan->sqlstate),
				errmsg("invalid input syntax for type %s: \"%s\"",
					   type, text),
				errdetail("%s", dgettext(TEXTDOMAIN, scan->reason))));
}

/*
 * scan_report_binary
 *		Reports that a binary image is no value of a type.
 */
void
scan_report_binary(const char *type)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("invalid binary value for type %s", type)));
}
