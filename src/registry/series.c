/*
 * series.c
 *	  The section numbers that the other meetings of a series hold.
 *
 * Sections are numbered through a calendar year, in one series for a body or
 * for several bodies together (rules.md I25, N).  Since numbers do not fall as
 * the meetings go on, a meeting's numbers need only be compared with the
 * greatest before it and the least after it.
 */
#include "postgres.h"
#include "compat.h"

#include "miscadmin.h"
#include "storage/lock.h"
#include "utils/datetime.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "registry/facts.h"

/* the body whose series a meeting's sections and seals belong to */
int64
series_of(const Facts *facts)
{
	const Body *body = the_body(facts->body);

	return body->section_series ? body->section_series : body->id;
}

/*
 * One numbering, and one sealing, at a time in a series.  An advisory lock of
 * a class that SQL cannot name, since a row lock on the body would have to be
 * upgraded from the shared one that every writer of a meeting holds, and would
 * deadlock.  It is the last in the order of locks.
 */
void
series_lock(const Facts *facts)
{
	int64		series = series_of(facts);
	LOCKTAG		tag;

	/* of this registry: another's bodies may have the same ids */
	SET_LOCKTAG_ADVISORY(tag, MyDatabaseId, facts->registry->nspid,
						 (uint32) series ^ (uint32) (series >> 32), 3);
	(void) LockAcquire(&tag, ExclusiveLock, false, false);
}

/* ---- the other meetings of the year ---- */

typedef struct Neighbour
{
	int64		id;
	DateADT		day;
	Timestamp	starts_at;
} Neighbour;

static int
compare_neighbours(const void *a, const void *b)
{
	const Neighbour *x = a;
	const Neighbour *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->starts_at != y->starts_at)
		return x->starts_at < y->starts_at ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

/* looking for a numbered meeting before this one, or after it */
typedef struct Search
{
	Facts	   *facts;
	Neighbour	mine;
	bool		before;
	Reader		reader;
	int64	   *bodies;			/* that number their meetings in the series */
	int			nbodies;
	Neighbour  *same_day;		/* the meetings of a day, in no order */
	int			n;
	int			size;
} Search;

/* the further out of two sections, each of which may be INT_NULL */
static int32
outer(const Search *search, int32 a, int32 b)
{
	if (a == INT_NULL || b == INT_NULL)
		return a == INT_NULL ? b : a;
	return search->before ? Max(a, b) : Min(a, b);
}

/* the greatest (least) section of a meeting; INT_NULL: it has none */
static int32
outmost_section(Search *search, int64 meeting)
{
	RegistryScan *scan = reader_scan(&search->reader, T_AGENDA_ITEM, meeting);
	AttrNumber	section = scan->where->attno[table_field(T_AGENDA_ITEM, "section")];
	int32		found = INT_NULL;

	while (registry_scan_next(scan))
	{
		bool		isnull;
		Datum		value = slot_getattr(scan->slot, section, &isnull);

		if (!isnull)
			found = outer(search, found, DatumGetInt32(value));
	}
	return found;
}

/* the section of the nearest numbered one of the meetings of a day, or INT_NULL */
static int32
section_of_day(Search *search)
{
	int32		found = INT_NULL;

	qsort(search->same_day, search->n, sizeof(Neighbour), compare_neighbours);
	for (int i = 0; i < search->n && found == INT_NULL; i++)
	{
		const Neighbour *meeting = &search->same_day[search->before ? search->n - 1 - i : i];
		int			order = compare_neighbours(meeting, &search->mine);

		if (search->before ? order < 0 : order > 0)
			found = outmost_section(search, meeting->id);
	}
	search->n = 0;
	return found;
}

static void
add_meeting(Search *search, Neighbour meeting)
{
	if (search->n == search->size)
	{
		search->size = Max(8, search->size * 2);
		search->same_day = search->same_day ?
			repalloc(search->same_day, search->size * sizeof(Neighbour)) :
			palloc(search->size * sizeof(Neighbour));
	}
	search->same_day[search->n++] = meeting;
}

/* the meeting that a scan has come to */
static Neighbour
neighbour_at(const RegistryScan *scan)
{
	static int	day = -1;
	static int	starts_at = -1;
	bool		no_day;
	bool		no_start;
	bool		isnull;
	Datum		values[2];

	if (day < 0)
	{
		day = table_field(T_MEETING, "day");
		starts_at = table_field(T_MEETING, "starts_at");
	}
	values[0] = slot_getattr(scan->slot, scan->where->attno[day], &no_day);
	values[1] = slot_getattr(scan->slot, scan->where->attno[starts_at], &no_start);
	return (Neighbour) {
		.id = DatumGetInt64(slot_getattr(scan->slot, scan->where->key, &isnull)),
		.day = no_day ? DAY_NULL : DatumGetDateADT(values[0]),
		.starts_at = no_start ? TIME_NULL : DatumGetTimestamp(values[1]),
	};
}

/*
 * The section of the nearest numbered meeting of a body in the year, day by day
 * away from this one; INT_NULL: there is none.
 */
static int32
nearest_section(Search *search, int64 body)
{
	DateADT		day = search->mine.day;
	int			year;
	int			month;
	int			mday;
	RegistryScan scan;
	int32		found = INT_NULL;

	j2date(day + POSTGRES_EPOCH_JDATE, &year, &month, &mday);
	registry_scan_begin_days(&scan, search->facts->registry, T_MEETING, body,
							 search->before ? date2j(year, 1, 1) - POSTGRES_EPOCH_JDATE : day,
							 search->before ? day : date2j(year, 12, 31) - POSTGRES_EPOCH_JDATE,
							 search->reader.snapshot);
	while (found == INT_NULL &&
		   (search->before ? registry_scan_back(&scan) : registry_scan_next(&scan)))
	{
		Neighbour	meeting = neighbour_at(&scan);

		if (search->n > 0 && search->same_day[0].day != meeting.day)
			found = section_of_day(search);
		add_meeting(search, meeting);
	}
	registry_scan_end(&scan);
	if (found == INT_NULL)
		found = section_of_day(search);
	search->n = 0;
	return found;
}

/* Does the body that a series is named after number its own meetings in it? */
static bool
owner_takes_part(Facts *facts, int64 series, Reader *reader)
{
	Facts	   *owner;
	bool		takes_part;

	if (series == facts->body->id)
		return true;
	owner = facts_create(CurrentMemoryContext, facts->registry, ROOT_BODY, series);
	facts_read(owner, T_BODY, series, reader);
	takes_part = the_body(owner) != NULL && the_body(owner)->section_series == 0;
	MemoryContextDelete(owner->context);
	return takes_part;
}

static void
find_bodies(Search *search)
{
	Facts	   *facts = search->facts;
	int64		series = series_of(facts);
	int			size = 8;
	RegistryScan scan;

	search->bodies = palloc(size * sizeof(int64));
	if (owner_takes_part(facts, series, &search->reader))
		search->bodies[search->nbodies++] = series;
	registry_scan_begin_other(&scan, facts->registry, T_BODY, series, search->reader.snapshot);
	while (registry_scan_next(&scan))
	{
		bool		isnull;

		if (search->nbodies == size)
			search->bodies = repalloc(search->bodies, (size *= 2) * sizeof(int64));
		search->bodies[search->nbodies++] = DatumGetInt64(slot_getattr(scan.slot, scan.where->key, &isnull));
	}
	registry_scan_end(&scan);
}

/* the same among all bodies of the series */
static int32
outmost_of_series(Search *search)
{
	int32		found = INT_NULL;

	for (int i = 0; i < search->nbodies; i++)
		found = outer(search, found, nearest_section(search, search->bodies[i]));
	return found;
}

/*
 * facts_read_series
 *		Reads what the nearest numbered meetings of the series before and after
 *		this one hold, in its year; since numbers do not fall, the others need
 *		not be asked.  Under a lock, others are kept from numbering until the
 *		transaction ends.
 */
void
facts_read_series(Facts *facts, Snapshot snapshot)
{
	const Meeting *meeting = the_meeting(facts);
	Search		search = {
		.facts = facts,
		.mine = {meeting->id, meeting->day, meeting->starts_at},
		.before = true,
	};

	if (facts->locked)
	{
		/* what is read must be newer than the lock */
		series_lock(facts);
		reader_begin_latest(&search.reader, facts->registry);
	}
	else
		reader_begin(&search.reader, facts->registry, snapshot);
	find_bodies(&search);
	facts->section_before = outmost_of_series(&search);
	if (facts->section_before == INT_NULL)
		facts->section_before = 0;
	search.before = false;
	facts->section_after = outmost_of_series(&search);

	facts->section_loaded = true;
	facts->section_day = meeting->day;
	facts->section_starts = meeting->starts_at;
	facts->section_series = the_body(facts->body)->section_series;
	facts->version++;
	pfree(search.bodies);
	if (search.same_day)
		pfree(search.same_day);
	reader_end(&search.reader);
}
