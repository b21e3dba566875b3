/*
 * reference.c
 *	  What references have in common: organ, year, number, and a text that is
 *	  kept as it was written.
 *
 * Two references are the same where they mean the same, however they are
 * written: "KS 2016/36" and "ks 2016/0036".  So equal values can differ in
 * their text, as numeric's 1.0 and 1.00 do.
 */
#include "postgres.h"
#include "compat.h"

#include "types/reference.h"

/* In an organ's word, after the letters: the hyphen of S-Dp */
#define HYPHEN	(SCAN_LETTERS + 1)

/* Organs of so many letters are told apart by their key for sorting */
#define KEY_LETTERS		4

static bool
add_letter(uint64 *word, int *shift, int letter)
{
	if (*shift < 0)
		return false;
	*word |= (uint64) letter << *shift;
	*shift -= SCAN_LETTER_BITS;
	return true;
}

/*
 * reference_scan_organ
 *		Reads the abbreviation of an organ, of either case: letters, and hyphens
 *		between them; 0 where the text goes on with something else.
 */
bool
reference_scan_organ(TextScan *scan, uint64 *organ)
{
	int			shift = SCAN_LETTER_SHIFT(0);

	*organ = 0;
	for (;;)
	{
		const char *start = scan->at;
		bool		hyphen = *organ != 0 && scan_dash(scan);
		int			letter = scan_letter(scan);

		if (letter == 0)
		{
			scan->at = start;
			return true;
		}
		if ((hyphen && !add_letter(organ, &shift, HYPHEN)) ||
			!add_letter(organ, &shift, letter))
			return scan_fail(scan, gettext_noop("The abbreviation of an organ has at most 12 letters."));
	}
}

/*
 * reference_put_organ
 *		Writes an organ as UTF-8, in upper case; returns the number of bytes.
 */
int
reference_put_organ(char *to, uint64 organ)
{
	char	   *start = to;

	for (int place = 0; place < SCAN_WORD_LETTERS; place++)
	{
		int			letter = (int) (organ >> SCAN_LETTER_SHIFT(place) & SCAN_LETTER_MASK);

		if (letter == HYPHEN)
			*to++ = '-';
		else if (letter != 0)
			to += scan_put_letter(to, letter, true);
		else
			break;
	}
	return to - start;
}

/*
 * reference_set_text
 *		Notes which part of the text that was read is the reference.
 */
bool
reference_set_text(TextScan *scan, ReferenceParts *parts, const char *text,
				   const char *end)
{
	parts->text = text;
	parts->length = end - text;
	if (parts->length > REFERENCE_TEXT_BYTES)
		return scan_fail(scan, gettext_noop("A reference has at most 100 bytes."));
	return true;
}

/*
 * reference_make
 *		The value that the parts make.
 */
Reference *
reference_make(const ReferenceParts *parts)
{
	Size		size = offsetof(Reference, text) + parts->length;
	Reference  *reference = palloc(size);

	SET_VARSIZE(reference, size);
	reference->detail = parts->detail;
	reference->organ = parts->organ;
	reference->number = (uint64) parts->year << 32 | (uint64) parts->number;
	reference->rest = parts->rest;
	memcpy(reference->text, parts->text, parts->length);
	return reference;
}

/*
 * reference_text
 *		The text as written, in UTF-8.
 */
char *
reference_text(const Reference *reference)
{
	return pnstrdup(reference->text, reference_length(reference));
}

/*
 * reference_sort_key
 *		A number by which references can be sorted first; those of the same
 *		number are told apart by reference_compare.
 *
 * Four letters of the organ, the year and the number; whether there is a rest
 * only, for it seldom matters.  Where the organ has more letters, all after them
 * counts as the greatest.
 */
uint64
reference_sort_key(const Reference *reference)
{
	const int	after_letters = (SCAN_WORD_LETTERS - KEY_LETTERS) * SCAN_LETTER_BITS;
	int			year = reference_year(reference);
	uint64		key = reference->organ >> after_letters << 41;

	if ((reference->organ & ((UINT64CONST(1) << after_letters) - 1)) != 0)
		return key | ((UINT64CONST(1) << 41) - 1);
	if (year != 0)
		key |= (uint64) (year - REFERENCE_FIRST_YEAR + 1) << 33;
	return key | (uint64) reference_number(reference) << 1 | (reference->rest != 0);
}
