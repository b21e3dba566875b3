/*
 * reference.h
 *	  A reference kept as it was written: the value of types case_number and
 *	  section_ref.
 */
#ifndef GOVERNANCE_REFERENCE_H
#define GOVERNANCE_REFERENCE_H

#include "lib/stringinfo.h"
#include "types/scan.h"

/*
 * The three numbers sort as references do; the text is what people see.  A
 * varlena that is stored plain, so that it is never packed or compressed and
 * can be read where it lies.  The layout is on disk: it cannot change.
 */
typedef struct Reference
{
	int32		vl_len_;
	uint32		detail;			/* what the type keeps beside them */
	uint64		organ;			/* a word in which a hyphen may be; 0: none */
	uint64		number;			/* year (0: none) and number */
	uint64		rest;			/* what tells those of a number apart */
	char		text[FLEXIBLE_ARRAY_MEMBER];	/* as written, UTF-8, no zero byte */
} Reference;

/* A reference taken apart, and where its text lies */
typedef struct ReferenceParts
{
	uint64		organ;
	int			year;
	int			number;
	uint64		rest;
	uint32		detail;
	const char *text;
	int			length;
} ReferenceParts;

#define REFERENCE_ORGAN_BYTES	(2 * SCAN_WORD_LETTERS)	/* in UTF-8 */
#define REFERENCE_TEXT_BYTES	100

#define REFERENCE_FIRST_YEAR	1900
#define REFERENCE_LAST_YEAR		2099
#define REFERENCE_YEAR_EXPECTED \
	gettext_noop("A year has four digits, from 1900 to 2099.")

#define reference_is_year(number, digits) \
	((digits) == 4 && (number) >= REFERENCE_FIRST_YEAR && (number) <= REFERENCE_LAST_YEAR)

#define DatumGetReference(datum)	((Reference *) DatumGetPointer(datum))
#define PG_GETARG_REFERENCE(n)		DatumGetReference(PG_GETARG_DATUM(n))

#define reference_year(reference)	((int) ((reference)->number >> 32))
#define reference_number(reference)	((int) ((reference)->number & 0xFFFFFFFF))
#define reference_length(reference) \
	((int) (VARSIZE(reference) - offsetof(Reference, text)))

/* How a type reads its references from UTF-8, and writes them */
typedef bool (*ReferenceScan) (TextScan *scan, ReferenceParts *parts);
typedef char *(*ReferenceFormat) (const Reference *reference);

extern bool reference_scan_organ(TextScan *scan, uint64 *organ);
extern int	reference_put_organ(char *to, uint64 organ);
extern bool reference_set_text(TextScan *scan, ReferenceParts *parts,
							   const char *text, const char *end);
extern Reference *reference_make(const ReferenceParts *parts);
extern char *reference_text(const Reference *reference);
extern uint64 reference_sort_key(const Reference *reference);

extern Datum reference_in(FunctionCallInfo fcinfo, const char *type, ReferenceScan read);
extern Datum reference_recv(FunctionCallInfo fcinfo, const char *type, ReferenceScan read,
							ReferenceFormat format);
extern Datum reference_send(FunctionCallInfo fcinfo, ReferenceFormat format);

/*
 * reference_compare
 *		The order of references: by organ (none first; å, ä, ö after z, a hyphen
 *		last), year, number, and the rest.  The text does not matter.
 */
static inline int
reference_compare(const Reference *a, const Reference *b)
{
	if (a->organ != b->organ)
		return a->organ < b->organ ? -1 : 1;
	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	if (a->rest != b->rest)
		return a->rest < b->rest ? -1 : 1;
	return 0;
}

#endif							/* GOVERNANCE_REFERENCE_H */
