/*
 * names.c
 *	  The names of people and bodies, each looked up once for a text.
 */
#include "postgres.h"
#include "compat.h"

#include "utils/builtins.h"

#include "minutes/names.h"

void
names_init(Names *names, Reader *reader, TableId table)
{
	const Field *fields = registry_table(table)->fields;

	MemSet(names, 0, sizeof(Names));
	names->reader = reader;
	names->table = table;
	while (strcmp(fields[names->field].column, "name") != 0)
		names->field++;
	names->size = 32;
	names->v = palloc(names->size * sizeof(Named));
}

/* where rows were found; what is there now is looked at each time */
typedef struct Place
{
	Oid			relid;
	int64		id;
	ItemPointerData tid;
} Place;

#define PLACES	256

static Place places[PLACES];

/* The row with that id; false: there is none. */
static bool
find_row(RegistryScan *scan, int64 id, Snapshot snapshot)
{
	Oid			relid = scan->where->relid;
	Place	   *place = &places[((uint64) id + relid) % PLACES];

	if (place->relid == relid && place->id == id &&
		registry_scan_place(scan, &place->tid, id, snapshot))
		return true;
	if (!registry_scan_next(scan))
		return false;
	*place = (Place) {relid, id, scan->slot->tts_tid};
	return true;
}

static const char *
read_name(Names *names, int64 id)
{
	RegistryScan *scan = reader_scan(names->reader, names->table, id);
	bool		isnull;
	Datum		value;

	if (!find_row(scan, id, names->reader->snapshot))
		return NULL;
	value = slot_getattr(scan->slot, scan->where->attno[names->field], &isnull);
	return isnull ? NULL : TextDatumGetCString(value);
}

/* The name of that person or body; null where there is none, or no id. */
const char *
name_of(Names *names, int64 id)
{
	int			low = 0;
	int			high = names->n;

	if (id == 0)
		return NULL;
	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (names->v[middle].id == id)
			return names->v[middle].text;
		if (names->v[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	if (names->n == names->size)
	{
		names->size *= 2;
		names->v = repalloc(names->v, names->size * sizeof(Named));
	}
	memmove(&names->v[low + 1], &names->v[low], (names->n - low) * sizeof(Named));
	names->n++;
	names->v[low] = (Named) {id, NULL};
	return names->v[low].text = read_name(names, id);
}
