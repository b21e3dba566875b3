/*
 * scan.h
 *	  Reading the short texts that the types' input functions take.
 */
#ifndef GOVERNANCE_SCAN_H
#define GOVERNANCE_SCAN_H

#include "nodes/nodes.h"

/*
 * Where a parser stands in its text, and what it found wrong.  The text is
 * UTF-8; a zero byte ends it.  Nothing here raises an error for bad text: a
 * parser fails with a reason, and its caller decides what to do about it.
 */
typedef struct TextScan
{
	const char *at;				/* what is left of the text */
	int			sqlstate;		/* of the failure */
	const char *reason;			/* the failure as a sentence, untranslated */
} TextScan;

/* A kind of number: what it may be, and what to say where it is not. */
typedef struct ScanNumber
{
	int			max;
	const char *missing;
	const char *zero;
	const char *too_large;
} ScanNumber;

/* Letters are known by their place in the Swedish alphabet, a = 1, ö = 29. */
#define SCAN_LETTERS		29
#define SCAN_LETTER_BITS	5
#define SCAN_LETTER_MASK	0x1F

/*
 * A word is a number that sorts as words do: its letters, of either case, five
 * bits each, the first one highest.
 */
#define SCAN_WORD_LETTERS	12
#define SCAN_LETTER_SHIFT(place) \
	((SCAN_WORD_LETTERS - 1 - (place)) * SCAN_LETTER_BITS)

/* A constant word of up to eight letters a to z: SCAN_WORD('k', 'a', 'p') */
#define SCAN_WORD(...)		SCAN_WORD8(__VA_ARGS__, 0, 0, 0, 0, 0, 0, 0, 0)
#define SCAN_WORD8(a, b, c, d, e, f, g, h, ...) \
	(SCAN_PLACED(a, 0) | SCAN_PLACED(b, 1) | SCAN_PLACED(c, 2) | \
	 SCAN_PLACED(d, 3) | SCAN_PLACED(e, 4) | SCAN_PLACED(f, 5) | \
	 SCAN_PLACED(g, 6) | SCAN_PLACED(h, 7))
#define SCAN_PLACED(letter, place) \
	((uint64) ((letter) & SCAN_LETTER_MASK) << SCAN_LETTER_SHIFT(place))

#define SCAN_SECTION_SIGN	"\xC2\xA7" /* U+00A7 */

extern void scan_start(TextScan *scan, const char *text);
extern bool scan_fail(TextScan *scan, const char *reason);
extern bool scan_out_of_range(TextScan *scan, const char *reason);
extern void scan_some_space(TextScan *scan);
extern int	scan_swedish_letter(TextScan *scan);
extern bool scan_typographic_dash(TextScan *scan);
extern bool scan_odd_number(TextScan *scan, const ScanNumber *kind, int value);
extern bool scan_end(TextScan *scan, const char *reason);
extern int	scan_put_word(char *to, uint64 word);
extern int	scan_put_letter(char *to, int letter, bool upper);
extern char *scan_put_number(char *to, int number);
extern char *scan_to_server(char *text);
extern Datum scan_report(const TextScan *scan, const char *type, const char *text,
						 Node *escontext);
extern void scan_report_binary(const char *type);

#define scan_at_digit(scan) ((scan)->at[0] >= '0' && (scan)->at[0] <= '9')

/*
 * The rest is inline: a value is read in the time of some ten calls.
 */

/*
 * scan_space
 *		Skips white space, Unicode's spaces of a fixed width or without a break
 *		included.  Space may stand almost anywhere; mostly there is none, or a
 *		single plain one.
 */
static inline void
scan_space(TextScan *scan)
{
	unsigned char c;

	while ((c = (unsigned char) scan->at[0]) == ' ')
		scan->at++;
	/* the first byte of a section sign is that of a no-break space, too */
	if (unlikely(c < ' ' ? c != '\0' :
				 c == 0xE2 || (c == 0xC2 && (unsigned char) scan->at[1] == 0xA0)))
		scan_some_space(scan);
}

/*
 * scan_char
 *		Skips a character if the text goes on with it.
 */
static inline bool
scan_char(TextScan *scan, char c)
{
	if (scan->at[0] != c)
		return false;
	scan->at++;
	return true;
}

/*
 * scan_dash
 *		Skips a hyphen or an en dash if the text goes on with one.
 */
static inline bool
scan_dash(TextScan *scan)
{
	return scan_char(scan, '-') ||
		((unsigned char) scan->at[0] == 0xE2 && scan_typographic_dash(scan));
}

/*
 * scan_literal
 *		Skips a literal if the text goes on with just that.
 */
static inline bool
scan_literal(TextScan *scan, const char *literal)
{
	const char *at = scan->at;

	for (; *literal != '\0'; literal++, at++)
	{
		if (*at != *literal)
			return false;
	}
	scan->at = at;
	return true;
}

/*
 * scan_letter
 *		Skips a letter of the Swedish alphabet, of either case; its place in
 *		the alphabet, or 0 where the text goes on with something else.
 */
static inline int
scan_letter(TextScan *scan)
{
	unsigned char c = (unsigned char) scan->at[0];
	unsigned int letter = (c | 0x20u) - 'a';

	/* with this bit set a capital is its small letter, and only that is */
	if (letter <= 'z' - 'a')
	{
		scan->at++;
		return letter + 1;
	}
	return likely(c != 0xC3) ? 0 : scan_swedish_letter(scan);
}

/*
 * scan_word
 *		Skips the letters that the text goes on with; 0 where there are none.
 *		False where they are too many for a word.
 */
static inline bool
scan_word(TextScan *scan, uint64 *word)
{
	uint64		letters = 0;
	int			shift = SCAN_LETTER_SHIFT(0);
	int			letter;

	while ((letter = scan_letter(scan)) != 0)
	{
		if (unlikely(shift < 0))
			return false;
		letters |= (uint64) letter << shift;
		shift -= SCAN_LETTER_BITS;
	}
	*word = letters;
	return true;
}

/*
 * scan_number
 *		Reads a number from 1 (0 if its kind does not say what is wrong with
 *		that) to the greatest of its kind.
 */
static inline bool
scan_number(TextScan *scan, const ScanNumber *kind, int *number)
{
	int			value = scan_at_digit(scan) ? 0 : -1;

	for (; scan_at_digit(scan); scan->at++)
	{
		value = value * 10 + (scan->at[0] - '0');
		if (unlikely(value > kind->max))
			break;
	}
	*number = value;
	return likely(value > 0 && value <= kind->max) ||
		scan_odd_number(scan, kind, value);
}

#endif							/* GOVERNANCE_SCAN_H */
