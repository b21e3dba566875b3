/*
 * case_number.h
 *	  The number of a matter: the value of type governance.case_number.
 */
#ifndef GOVERNANCE_CASE_NUMBER_H
#define GOVERNANCE_CASE_NUMBER_H

#include "types/reference.h"

/*
 * A case number is a reference: organ, year, serial number; the rest is its
 * code.  Its detail is the shape that has to be named for the text to be read
 * in the right way, 0 where the text speaks for itself.
 */
#define CASE_NUMBER_MAX_SERIAL	99999999

/* A code has up to four numbers, 16 bits each, the first one highest */
#define CASE_NUMBER_CODE_PARTS	4
#define CASE_NUMBER_MAX_CODE	65534

extern bool case_number_scan(TextScan *scan, ReferenceParts *parts);
extern bool case_number_scan_as(TextScan *scan, uint32 shape, ReferenceParts *parts);
extern uint32 case_number_shape(const char *name, int length);
extern char *case_number_format(const Reference *number);
extern char *case_number_code(const Reference *number);

#endif							/* GOVERNANCE_CASE_NUMBER_H */
