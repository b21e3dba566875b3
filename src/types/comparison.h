/*
 * comparison.h
 *	  The functions that every type has for its comparison operators.
 */
#ifndef GOVERNANCE_COMPARISON_H
#define GOVERNANCE_COMPARISON_H

#include "utils/sortsupport.h"

#define COMPARISON_FUNCTION(name, result) \
PG_FUNCTION_INFO_V1(name); \
Datum \
name(PG_FUNCTION_ARGS) \
{ \
	return (result); \
} \
extern Datum name(PG_FUNCTION_ARGS)

/*
 * Defines TYPE_eq, _ne, _lt, _le, _gt, _ge and _cmp over a comparison that
 * takes what getarg gives.
 */
#define COMPARISON_FUNCTIONS(type, getarg, compare) \
COMPARISON_FUNCTION(type##_eq, BoolGetDatum(compare(getarg(0), getarg(1)) == 0)); \
COMPARISON_FUNCTION(type##_ne, BoolGetDatum(compare(getarg(0), getarg(1)) != 0)); \
COMPARISON_FUNCTION(type##_lt, BoolGetDatum(compare(getarg(0), getarg(1)) < 0)); \
COMPARISON_FUNCTION(type##_le, BoolGetDatum(compare(getarg(0), getarg(1)) <= 0)); \
COMPARISON_FUNCTION(type##_gt, BoolGetDatum(compare(getarg(0), getarg(1)) > 0)); \
COMPARISON_FUNCTION(type##_ge, BoolGetDatum(compare(getarg(0), getarg(1)) >= 0)); \
COMPARISON_FUNCTION(type##_cmp, Int32GetDatum(compare(getarg(0), getarg(1))))

extern void comparison_sort_support(SortSupport ssup,
									int (*compare) (Datum a, Datum b, SortSupport ssup),
									Datum (*key) (Datum original, SortSupport ssup));

#endif							/* GOVERNANCE_COMPARISON_H */
