/*
 * numbers.c
 *	  Section numbers as they are written in minutes.
 */
#include "postgres.h"
#include "compat.h"

#include "minutes/text.h"

static int
compare_numbers(const void *x, const void *y)
{
	int32		a = *(const int32 *) x;
	int32		b = *(const int32 *) y;

	return (a > b) - (a < b);
}

/*
 * section_ranges
 *		Sections (one at least): § 12, or §§ 12–14, 16.  Sorts what it is given.
 */
const char *
section_ranges(int32 *sections, int n)
{
	StringInfoData out;
	int			last;

	qsort(sections, n, sizeof(int32), compare_numbers);
	initStringInfo(&out);
	appendStringInfoString(&out, native(sections[0] == sections[n - 1] ? "§ " : "§§ "));
	for (int first = 0; first < n; first = last + 1)
	{
		last = first;
		while (last + 1 < n && (int64) sections[last + 1] - sections[last] <= 1)
			last++;
		appendStringInfo(&out, "%s%d", first > 0 ? ", " : "", sections[first]);
		if (sections[last] > sections[first])
			appendStringInfo(&out, "%s%d", native("–"), sections[last]);
	}
	return out.data;
}
