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

	SET_LOCKTAG_ADVISORY(tag, MyDatabaseId, (uint32) (series >> 32), (uint32) series, 3);
	(void) LockAcquire(&tag, ExclusiveLock, false, false);
}

/* ---- the other meetings of the year ---- */

typedef struct Neighbour
{
	int64		id;
	DateADT		day;
	Timestamp	starts_at;
} Neighbour;

typedef struct Neighbours
{
	Neighbour  *v;
	int			n;
	int			size;
} Neighbours;

static int
year_of(DateADT day)
{
	int			year;
	int			month;
	int			mday;

	j2date(day + POSTGRES_EPOCH_JDATE, &year, &month, &mday);
	return year;
}

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

/* adds the meetings of one body in that year */
static void
add_meetings(Neighbours *list, Facts *facts, int64 body, Snapshot snapshot)
{
	int			year = year_of(the_meeting(facts)->day);
	RegistryScan scan;

	registry_scan_begin_other(&scan, facts->registry, T_MEETING, body, snapshot);
	while (registry_scan_next(&scan))
	{
		Meeting		meeting;

		facts_decode(scan.where, T_MEETING, scan.slot, &meeting);
		if (year_of(meeting.day) != year)
			continue;
		if (list->n == list->size)
		{
			list->size *= 2;
			list->v = repalloc(list->v, list->size * sizeof(Neighbour));
		}
		list->v[list->n++] = (Neighbour) {meeting.id, meeting.day, meeting.starts_at};
	}
	registry_scan_end(&scan);
}

/* adds the meetings of every body of the series, in the order of time */
static Neighbours
meetings_of_series(Facts *facts, Snapshot snapshot)
{
	Neighbours	list = {.v = palloc(64 * sizeof(Neighbour)), .size = 64};
	int64		series = series_of(facts);
	RegistryScan scan;

	if (series == facts->body->id)
		add_meetings(&list, facts, series, snapshot);
	else
	{
		Facts	   *owner = facts_create(CurrentMemoryContext, facts->registry, ROOT_BODY, series);

		facts_read(owner, T_BODY, series, snapshot);
		if (the_body(owner) != NULL && the_body(owner)->section_series == 0)
			add_meetings(&list, facts, series, snapshot);
		MemoryContextDelete(owner->context);
	}
	registry_scan_begin_other(&scan, facts->registry, T_BODY, series, snapshot);
	while (registry_scan_next(&scan))
	{
		bool		isnull;
		Datum		id = slot_getattr(scan.slot, scan.where->key, &isnull);

		add_meetings(&list, facts, DatumGetInt64(id), snapshot);
	}
	registry_scan_end(&scan);
	qsort(list.v, list.n, sizeof(Neighbour), compare_neighbours);
	return list;
}

/* the greatest (least) section of a meeting; INT_NULL: it has none */
static int32
outmost_section(Facts *other, int64 meeting, bool greatest, Snapshot snapshot)
{
	int32		found = INT_NULL;

	facts_read(other, T_AGENDA_ITEM, meeting, snapshot);
	for_each(item, other, AGENDA_ITEM)
		if (item->section != INT_NULL &&
			(found == INT_NULL || (greatest ? item->section > found : item->section < found)))
			found = item->section;
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
	Neighbour	mine = {meeting->id, meeting->day, meeting->starts_at};
	Facts	   *other = facts_create(CurrentMemoryContext, facts->registry, ROOT_MEETING, 0);
	Neighbours	list;
	int32		section;
	int			at = 0;

	if (facts->locked)
	{
		/* what is read must be newer than the lock */
		series_lock(facts);
		snapshot = RegisterSnapshot(GetLatestSnapshot());
	}
	list = meetings_of_series(facts, snapshot);
	while (at < list.n && compare_neighbours(&list.v[at], &mine) < 0)
		at++;

	facts->section_before = 0;
	for (int i = at - 1; i >= 0 && facts->section_before == 0; i--)
		if ((section = outmost_section(other, list.v[i].id, true, snapshot)) != INT_NULL)
			facts->section_before = section;
	facts->section_after = INT_NULL;
	for (int i = at; i < list.n && facts->section_after == INT_NULL; i++)
		if (list.v[i].id != meeting->id)
			facts->section_after = outmost_section(other, list.v[i].id, false, snapshot);

	facts->section_loaded = true;
	facts->section_day = meeting->day;
	facts->section_starts = meeting->starts_at;
	facts->section_series = the_body(facts->body)->section_series;
	facts->version++;
	MemoryContextDelete(other->context);
	pfree(list.v);
	if (facts->locked)
		UnregisterSnapshot(snapshot);
}
