/*
 * quorum.c
 *	  How many of how many: what a quorum is, how it is written, what it asks.
 */
#include "postgres.h"
#include "compat.h"

#include "types/quorum.h"
#include "types/scan.h"

/* U+2265 */
#define GREATER_OR_EQUAL	"\xE2\x89\xA5"

static const ScanNumber absolute = {
	QUORUM_MAX,
	gettext_noop("A quorum is a number, a fraction with > or >= before it, or both."),
	gettext_noop("A quorum of 0 would be met by nobody at all."),
	gettext_noop("The numbers of a quorum are at most 32767.")
};

static const ScanNumber numerator = {
	QUORUM_MAX,
	gettext_noop("A fraction such as 1/2 is expected after > or >=."),
	NULL,						/* refused when it is clear that it is one */
	gettext_noop("The numbers of a quorum are at most 32767.")
};

static const ScanNumber denominator = {
	QUORUM_MAX,
	gettext_noop("A number is expected after the slash."),
	gettext_noop("A fraction cannot be divided by 0."),
	gettext_noop("The numbers of a quorum are at most 32767.")
};

static int
greatest_common_divisor(int a, int b)
{
	while (b != 0)
	{
		int			rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/*
 * Reads what follows > or >=.
 */
static bool
parse_fraction(TextScan *scan, bool strict, Quorum *quorum)
{
	int			above,
				below,
				divisor;

	if (quorum->numerator != 0)
		return scan_fail(scan, gettext_noop("A quorum has at most one fraction."));
	scan_space(scan);
	if (!scan_number(scan, &numerator, &above))
		return false;
	scan_space(scan);
	if (!scan_char(scan, '/'))
		return scan_fail(scan, gettext_noop("A fraction is written with a slash, as in 1/2."));
	scan_space(scan);
	if (!scan_number(scan, &denominator, &below))
		return false;
	if (above == 0)
		return scan_fail(scan, gettext_noop("A fraction of 0 would be met by nobody at all."));
	if (above > below)
		return scan_fail(scan, gettext_noop("A fraction cannot be greater than 1."));
	if (strict && above == below)
		return scan_fail(scan, gettext_noop("More than all can never be present."));
	divisor = greatest_common_divisor(above, below);
	quorum->numerator = above / divisor;
	quorum->denominator = below / divisor;
	quorum->strict = strict;
	return true;
}

static bool
parse_and(TextScan *scan)
{
	const char *start = scan->at;
	uint64		word;

	if (scan_word(scan, &word) && word == SCAN_WORD('a', 'n', 'd'))
		return true;
	scan->at = start;
	return false;
}

/*
 * Reads a quorum: a number, a fraction, or both in either order.
 */
bool
quorum_scan(TextScan *scan, Quorum *quorum)
{
	int			number;

	memset(quorum, 0, sizeof(*quorum));
	quorum->denominator = 1;
	do
	{
		scan_space(scan);
		if (scan_literal(scan, ">=") || scan_literal(scan, GREATER_OR_EQUAL))
		{
			if (!parse_fraction(scan, false, quorum))
				return false;
		}
		else if (scan_char(scan, '>'))
		{
			if (!parse_fraction(scan, true, quorum))
				return false;
		}
		else
		{
			if (!scan_number(scan, &absolute, &number))
				return false;
			scan_space(scan);
			if (scan->at[0] == '/')
				return scan_fail(scan, gettext_noop("A fraction needs > or >= before it."));
			if (quorum->number != 0)
				return scan_fail(scan, gettext_noop("A quorum has at most one number."));
			quorum->number = number;
		}
		scan_space(scan);
	} while (parse_and(scan));
	return scan_end(scan, gettext_noop("A quorum is a number, a fraction with > or >= before it, or both."));
}

/*
 * quorum_parse
 *		Reads a quorum from a text in the database's encoding.
 *
 * False, and the reason as an untranslated sentence, where the text is none.
 */
bool
quorum_parse(const char *text, Quorum *quorum, const char **reason)
{
	TextScan		scan;

	scan_start(&scan, text);
	if (quorum_scan(&scan, quorum))
		return true;
	*reason = scan.reason;
	return false;
}

/*
 * quorum_format
 *		The canonical text of a quorum, which reads back as the same value.
 */
char *
quorum_format(Quorum quorum)
{
	char	   *text = palloc(sizeof("32767 and >=32767/32767"));
	char	   *to = text;

	if (quorum.number != 0)
		to = scan_put_number(to, quorum.number);
	if (quorum.numerator != 0)
	{
		if (quorum.number != 0)
		{
			memcpy(to, " and ", 5);
			to += 5;
		}
		*to++ = '>';
		if (!quorum.strict)
			*to++ = '=';
		to = scan_put_number(to, quorum.numerator);
		*to++ = '/';
		to = scan_put_number(to, quorum.denominator);
	}
	*to = '\0';
	return text;
}

/*
 * quorum_valid
 *		Whether the parts are what a text can give; for what comes as binary.
 */
bool
quorum_valid(Quorum quorum)
{
	if (quorum.number > QUORUM_MAX || quorum.denominator > QUORUM_MAX ||
		quorum.numerator > quorum.denominator)
		return false;
	if (quorum.numerator == 0)
		return quorum.number != 0 && quorum.denominator == 1 && !quorum.strict;
	if (quorum.strict && quorum.numerator == quorum.denominator)
		return false;
	return greatest_common_divisor(quorum.numerator, quorum.denominator) == 1;
}

/*
 * quorum_compare
 *		The order of quorums: by fraction (none first), >= before >, then by
 *		number.  It is an order for sorting; which of two quorums asks for
 *		more depends on the number of seats.
 */
int
quorum_compare(Quorum a, Quorum b)
{
	int			left = (int) a.numerator * b.denominator;
	int			right = (int) b.numerator * a.denominator;

	if (left != right)
		return left < right ? -1 : 1;
	if (a.strict != b.strict)
		return a.strict ? 1 : -1;
	return (int) a.number - (int) b.number;
}

/*
 * quorum_sort_key
 *		A number that sorts as quorums do, and is the same for the same quorum
 *		only.
 *
 * Two fractions that differ do so by more than 2^-30, so that their products
 * with 2^31, rounded down, differ too.
 */
uint64
quorum_sort_key(Quorum quorum)
{
	uint64		fraction = ((uint64) quorum.numerator << 31) / quorum.denominator;

	return fraction << 32 | (uint64) quorum.strict << 16 | quorum.number;
}

/*
 * quorum_required
 *		The smallest number of people that meets a quorum of so many seats
 *		(not negative).
 *
 * It is never less than 1, not even of no seats: nobody is no quorum.  It can
 * be more than there are seats, where the quorum's number is.
 */
int
quorum_required(Quorum quorum, int seats)
{
	int64		share = (int64) seats * quorum.numerator;
	int64		required;

	if (quorum.strict)
		required = share / quorum.denominator + 1;
	else
		required = (share + quorum.denominator - 1) / quorum.denominator;
	return (int) Max(required, Max(quorum.number, 1));
}
