/*
 * compat.h
 *	  The one place that knows how the server versions 13 to 18 differ.
 *
 * Every .c file includes postgres.h first and this header second.
 */
#ifndef GOVERNANCE_COMPAT_H
#define GOVERNANCE_COMPAT_H

#include "fmgr.h"

#if PG_VERSION_NUM < 130000
#error "governance needs PostgreSQL 13 or later"
#endif

/* 16 moved the varlena macros to a header of their own */
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/*
 * Soft errors: from 16 an input function reports bad input to whoever asked
 * for a soft error; before, it throws.
 */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#define SOFT_ERROR(escontext, result, ...) \
	ereturn(escontext, result, __VA_ARGS__)
#else
#define SOFT_ERROR(escontext, result, ...) \
	do { \
		(void) (escontext); \
		ereport(ERROR, __VA_ARGS__); \
		return result; \
	} while (0)
#endif

/* 18 gave index_beginscan an argument for instrumentation */
#if PG_VERSION_NUM >= 180000
#define compat_index_beginscan(rel, index, snapshot, nkeys, norderbys) \
	index_beginscan(rel, index, snapshot, NULL, nkeys, norderbys)
#else
#define compat_index_beginscan(rel, index, snapshot, nkeys, norderbys) \
	index_beginscan(rel, index, snapshot, nkeys, norderbys)
#endif

/* 15 sorts by an unsigned key with a comparison of its own */
#if PG_VERSION_NUM < 150000
#include "utils/sortsupport.h"

static inline int
ssup_datum_unsigned_cmp(Datum a, Datum b, SortSupport ssup)
{
	return a < b ? -1 : a > b;
}
#endif

#endif							/* GOVERNANCE_COMPAT_H */
