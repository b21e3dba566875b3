/*
 * section_ref.h
 *	  Sections of minutes: the value of type governance.section_ref.
 */
#ifndef GOVERNANCE_SECTION_REF_H
#define GOVERNANCE_SECTION_REF_H

#include "types/reference.h"

/*
 * A section reference is a reference: organ, year, first section; the rest is
 * the last section of a range, 0 for a single one.  Its detail is the day that
 * was written with it, counted from the last day before the first year; 0:
 * none.  A section is one of a year, so the day does not tell it from another.
 */
#define SECTION_REF_MAX_SECTION	999999

#define section_ref_first(reference)	reference_number(reference)
#define section_ref_last(reference) \
	((reference)->rest != 0 ? (int) (reference)->rest : section_ref_first(reference))

extern bool section_ref_scan(TextScan *scan, ReferenceParts *parts);
extern int	section_ref_julian_day(const Reference *reference);
extern bool section_ref_covers(const Reference *range, const Reference *part);

#endif							/* GOVERNANCE_SECTION_REF_H */
