/*
 * server.h
 *	  What the fuzz targets have in place of a server, and how they call the
 *	  library's functions.
 */
#ifndef FUZZ_SERVER_H
#define FUZZ_SERVER_H

#include "postgres.h"
#include "compat.h"

/* What a target looks at: as much as the fuzzer has made up */
typedef struct Bytes
{
	const uint8_t *at;
	const uint8_t *end;
} Bytes;

/* The property that the target shows; what does not hold ends the run. */
#define REQUIRE(condition) \
	((condition) ? (void) 0 : broken(#condition, __FILE__, __LINE__))

extern _Noreturn void broken(const char *condition, const char *file, int line);

/*
 * Calls a function as the executor does.  False where it raised an error, whose
 * SQLSTATE is in raised then.
 */
extern bool try_call(PGFunction function, struct Node *result_info, int nargs,
					 const NullableDatum *args, NullableDatum *result);
extern int	raised;

/* The same where neither an error nor a null may come of it */
extern Datum call(PGFunction function, int nargs, Datum a, Datum b);

#define call1(function, a)		call(function, 1, a, (Datum) 0)
#define call2(function, a, b)	call(function, 2, a, b)

/* One of these for each subject */
extern void fuzz_values(const char *type, Bytes input);
extern void fuzz_regulation(Bytes input);
extern void fuzz_calendar(Bytes input);

#endif							/* FUZZ_SERVER_H */
