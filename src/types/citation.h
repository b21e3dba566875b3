/*
 * citation.h
 *	  A place in a regulation or a law: the value of type governance.citation.
 */
#ifndef GOVERNANCE_CITATION_H
#define GOVERNANCE_CITATION_H

#include "types/scan.h"

/*
 * Two numbers that sort as citations do.  The layout is on disk: it cannot
 * change.
 */
typedef struct Citation
{
	uint64		law;			/* abbreviation, a word; 0: none */
	uint64		place;			/* chapter, section, letter, paragraph, point */
} Citation;

/* A citation taken apart; 0 for what it does not name */
typedef struct CitationParts
{
	uint64		law;
	int			chapter;
	int			section;
	int			letter;			/* place in the Swedish alphabet: 5 a § is 1 */
	int			paragraph;		/* stycke */
	int			point;
} CitationParts;

#define CITATION_LAW_BYTES			(2 * SCAN_WORD_LETTERS)	/* in UTF-8 */
#define CITATION_MAX_CHAPTER		999
#define CITATION_MAX_SECTION		9999
#define CITATION_MAX_PART			999	/* paragraph or point */

#define DatumGetCitation(datum)		((Citation *) DatumGetPointer(datum))
#define PG_GETARG_CITATION(n)		DatumGetCitation(PG_GETARG_DATUM(n))

/*
 * citation_pack, citation_unpack
 *		Parts to value and back.  The parts must be in their bounds.
 */
static inline Citation
citation_pack(const CitationParts *parts)
{
	Citation	citation;

	citation.law = parts->law;
	citation.place = (uint64) parts->chapter << 39 |
		(uint64) parts->section << 25 |
		(uint64) parts->letter << 20 |
		(uint64) parts->paragraph << 10 |
		(uint64) parts->point;
	return citation;
}

static inline CitationParts
citation_unpack(const Citation *citation)
{
	CitationParts parts;

	parts.law = citation->law;
	parts.chapter = (int) (citation->place >> 39);
	parts.section = (int) (citation->place >> 25 & 0x3FFF);
	parts.letter = (int) (citation->place >> 20 & 0x1F);
	parts.paragraph = (int) (citation->place >> 10 & 0x3FF);
	parts.point = (int) (citation->place & 0x3FF);
	return parts;
}

extern bool citation_scan(TextScan *scan, CitationParts *parts);
extern bool citation_scan_law(TextScan *scan, uint64 *law);
extern char *citation_format(const Citation *citation);
extern uint64 citation_sort_key(const Citation *citation);

/*
 * citation_compare
 *		The order of citations: by law (none first; å, ä, ö after z), chapter,
 *		section number, section letter, paragraph, point; what is not named
 *		comes first.
 */
static inline int
citation_compare(const Citation *a, const Citation *b)
{
	if (a->law != b->law)
		return a->law < b->law ? -1 : 1;
	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	return 0;
}

#endif							/* GOVERNANCE_CITATION_H */
