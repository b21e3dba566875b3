/*
 * comparison.c
 *	  Sorting by a key of eight bytes, made once a value.
 */
#include "postgres.h"
#include "compat.h"

#include "types/comparison.h"

#if SIZEOF_DATUM >= 8
/* The keys cost next to nothing to make: never too much to go on with them. */
static bool
keep_keys(int rows, SortSupport ssup)
{
	return false;
}
#endif

/*
 * comparison_sort_support
 *		Sets up a sort by a comparison.  Where the sort can do so, values are
 *		compared by an unsigned key first, and only those of the same key by
 *		the comparison: the key must not say more than the comparison does.
 */
void
comparison_sort_support(SortSupport ssup,
						int (*compare) (Datum a, Datum b, SortSupport ssup),
						Datum (*key) (Datum original, SortSupport ssup))
{
	ssup->comparator = compare;
#if SIZEOF_DATUM >= 8
	if (ssup->abbreviate)
	{
		ssup->comparator = ssup_datum_unsigned_cmp;
		ssup->abbrev_converter = key;
		ssup->abbrev_abort = keep_keys;
		ssup->abbrev_full_comparator = compare;
	}
#endif
}
