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

extern void scan_start(TextScan *scan, const char *text);
extern bool scan_fail(TextScan *scan, const char *reason);
extern bool scan_out_of_range(TextScan *scan, const char *reason);
extern void scan_some_space(TextScan *scan);
extern bool scan_literal(TextScan *scan, const char *literal);
extern bool scan_word(TextScan *scan, const char *word);
extern bool scan_any_word(TextScan *scan, const char *const *words);
extern int	scan_letter(TextScan *scan);
extern bool scan_number(TextScan *scan, const ScanNumber *kind, int *number);
extern bool scan_end(TextScan *scan, const char *reason);
extern int	scan_put_letter(char *to, int letter, bool upper);
extern char *scan_to_server(char *text);
extern Datum scan_report(const TextScan *scan, const char *type, const char *text,
						 Node *escontext);
extern void scan_report_binary(const char *type);

#define scan_at_digit(scan) ((scan)->at[0] >= '0' && (scan)->at[0] <= '9')

/*
 * scan_space
 *		Skips white space, Unicode's spaces of a fixed width or without a break
 *		included.  Space may stand almost anywhere and mostly does not.
 */
static inline void
scan_space(TextScan *scan)
{
	unsigned char c = (unsigned char) scan->at[0];

	if (c != '\0' && (c <= ' ' || c >= 0x80))
		scan_some_space(scan);
}

#endif							/* GOVERNANCE_SCAN_H */
