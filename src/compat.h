/*
 * compat.h
 *	  The one place that knows how the server versions 13 to 18 differ.
 *
 * Every .c file includes postgres.h first and this header second.
 */
#ifndef GOVERNANCE_COMPAT_H
#define GOVERNANCE_COMPAT_H

#include "fmgr.h"

#include "messages.h"

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

/* 15 sets up the result of a set-returning function (16 under this name) */
#if PG_VERSION_NUM >= 160000
#define compat_init_materialized_srf(fcinfo)	InitMaterializedSRF(fcinfo, 0)
#elif PG_VERSION_NUM >= 150000
#define compat_init_materialized_srf(fcinfo)	SetSingleFuncCall(fcinfo, 0)
#else
#include "miscadmin.h"

/*
 * A macro, lest every file get the names of the plan's nodes (Result, Group):
 * whoever uses it includes funcapi.h.
 */
#define compat_init_materialized_srf(fcinfo) \
	do { \
		ReturnSetInfo *srf_ = (ReturnSetInfo *) (fcinfo)->resultinfo; \
		MemoryContext srf_old_; \
		\
		if (srf_ == NULL || !IsA(srf_, ReturnSetInfo) || \
			!(srf_->allowedModes & SFRM_Materialize)) \
			ereport(ERROR, \
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED), \
					 errmsg("set-valued function called in a context that cannot accept a set"))); \
		srf_old_ = MemoryContextSwitchTo(srf_->econtext->ecxt_per_query_memory); \
		srf_->returnMode = SFRM_Materialize; \
		srf_->setDesc = CreateTupleDescCopy(srf_->expectedDesc); \
		srf_->setResult = tuplestore_begin_heap(true, false, work_mem); \
		MemoryContextSwitchTo(srf_old_); \
	} while (0)
#endif

/* 16 lets parsing a qualified name fail softly */
#if PG_VERSION_NUM >= 160000
#define COMPAT_NO_SOFT_ERROR	, NULL
#else
#define COMPAT_NO_SOFT_ERROR
#endif

#endif							/* GOVERNANCE_COMPAT_H */
