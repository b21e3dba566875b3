/*
 * facts.c
 *	  Reading the rows of a body or a meeting into structs.
 *
 * One loader for all tables, guided by the descriptions in tables.h.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/float.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"
#include "utils/rangetypes.h"
#include "utils/timestamp.h"
#include "utils/typcache.h"

#include "registry/facts.h"

/*
 * facts_create
 *		Facts about a body or a meeting, with nothing read yet.
 */
Facts *
facts_create(MemoryContext parent, Registry *registry, Root root, int64 id)
{
	MemoryContext context = AllocSetContextCreate(parent, "governance facts",
												  ALLOCSET_SMALL_SIZES);
	Facts	   *facts = MemoryContextAllocZero(context, sizeof(Facts));

	facts->context = context;
	facts->registry = registry;
	facts->root = root;
	facts->id = id;
	facts->version = 1;
	facts->readable = ~UINT64CONST(0);
	return facts;
}

/* ---- one value ---- */

static Period
decode_period(Datum value)
{
	RangeType  *range = DatumGetRangeTypeP(value);
	RangeBound	lower;
	RangeBound	upper;
	bool		empty;
	Period		period;

	range_deserialize(lookup_type_cache(RangeTypeGetOid(range), TYPECACHE_RANGE_INFO),
					  range, &lower, &upper, &empty);
	/* daterange is canonical: the lower bound included, the upper excluded */
	period.from = lower.infinite ? PG_INT32_MIN : DatumGetDateADT(lower.val);
	period.to = upper.infinite ? PG_INT32_MAX : DatumGetDateADT(upper.val);
	if (empty)
		period.to = period.from;
	if ((Pointer) range != DatumGetPointer(value))
		pfree(range);
	return period;
}

static Ints *
decode_ints(Datum value)
{
	ArrayType  *array = DatumGetArrayTypeP(value);
	Datum	   *elems;
	bool	   *nulls;
	int			n;
	Ints	   *ints;

	deconstruct_array(array, INT4OID, 4, true, TYPALIGN_INT, &elems, &nulls, &n);
	ints = palloc(offsetof(Ints, v) + Max(n, 1) * sizeof(int32));
	ints->n = 0;
	for (int i = 0; i < n; i++)
		if (!nulls[i])
			ints->v[ints->n++] = DatumGetInt32(elems[i]);
	pfree(elems);
	pfree(nulls);
	if ((Pointer) array != DatumGetPointer(value))
		pfree(array);
	return ints;
}

static bool
filled(const char *text, int len)
{
	for (int i = 0; i < len; i++)
		if (!isspace((unsigned char) text[i]))
			return true;
	return false;
}

static void
decode_text(FieldType type, Datum value, void *field)
{
	text	   *packed = DatumGetTextPP(value);
	const char *str = VARDATA_ANY(packed);
	int			len = VARSIZE_ANY_EXHDR(packed);

	if (type == FIELD_WORD)
		*(Word *) field = word_lookup(str, len);
	else if (type == FIELD_FILLED)
		*(bool *) field = filled(str, len);
	else
		*(char **) field = pnstrdup(str, len);
	if ((Pointer) packed != DatumGetPointer(value))
		pfree(packed);
}

static void
decode_field(FieldType type, Datum value, bool isnull, void *field)
{
	switch (type)
	{
		case FIELD_ID:
		case FIELD_BODY:
			*(int64 *) field = isnull ? 0 : DatumGetInt64(value);
			break;
		case FIELD_INT:
			*(int32 *) field = isnull ? INT_NULL : DatumGetInt32(value);
			break;
		case FIELD_BOOL:
			*(bool *) field = !isnull && DatumGetBool(value);
			break;
		case FIELD_TRI:
			*(Tri *) field = isnull ? TRI_UNKNOWN :
				DatumGetBool(value) ? TRI_YES : TRI_NO;
			break;
		case FIELD_DAY:
			*(DateADT *) field = isnull ? DAY_NULL : DatumGetDateADT(value);
			break;
		case FIELD_TIME:
			*(Timestamp *) field = isnull ? TIME_NULL : DatumGetTimestamp(value);
			break;
		case FIELD_PERIOD:
			if (isnull)
				*(Period *) field = (Period) {PG_INT32_MIN, PG_INT32_MAX};
			else
				*(Period *) field = decode_period(value);
			break;
		case FIELD_NUMBER:
			*(double *) field = isnull ? get_float8_nan() :
				DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow, value));
			break;
		case FIELD_INTS:
			*(Ints **) field = isnull ? NULL : decode_ints(value);
			break;
		case FIELD_BYTES:
			*(bytea **) field = isnull ? NULL : DatumGetByteaPCopy(value);
			break;
		case FIELD_LATE:
			*(char **) field = NULL;	/* see facts_read_texts */
			break;
		case FIELD_WORD:
		case FIELD_FILLED:
		case FIELD_TEXT:
			if (!isnull)
				decode_text(type, value, field);
			else if (type == FIELD_WORD)
				*(Word *) field = W_NONE;
			else if (type == FIELD_FILLED)
				*(bool *) field = false;
			else
				*(char **) field = NULL;
			break;
	}
}

/*
 * facts_decode
 *		Reads a tuple of a registry's table into the table's struct.
 */
void
facts_decode(const RegistryRelation *where, TableId id, TupleTableSlot *slot,
			 void *row)
{
	const Table *table = registry_table(id);

	*(ItemPointer) row = slot->tts_tid;
	slot_getsomeattrs(slot, where->last);
	for (int i = 0; i < table->nfields; i++)
	{
		int			att = where->attno[i] - 1;

		decode_field(table->fields[i].type, slot->tts_values[att], slot->tts_isnull[att],
					 (char *) row + table->fields[i].offset);
	}
}

/* ---- all rows ---- */

static void
clear_field(char *row, const Field *field)
{
	void	  **pointer = (void **) (row + field->offset);

	if (*pointer)
		pfree(*pointer);
	*pointer = NULL;
}

/* frees what a row points to; "texts": those that are read late are there */
static void
clear_row(char *row, const Table *table, bool texts)
{
	for (int i = 0; i < table->nfields; i++)
	{
		FieldType	type = table->fields[i].type;

		if (type == FIELD_TEXT || type == FIELD_INTS || type == FIELD_BYTES ||
			(type == FIELD_LATE && texts))
			clear_field(row, &table->fields[i]);
	}
}

/* frees the texts that are read late, of all rows */
static void
clear_texts(FactRows *rows, const Table *table)
{
	for (int r = 0; r < rows->n && rows->texts; r++)
		for (int i = 0; i < table->nfields; i++)
			if (table->fields[i].type == FIELD_LATE)
				clear_field(rows->data + r * table->size, &table->fields[i]);
	rows->texts = false;
}

/* the same for all rows, so that they can be read again in place */
static void
clear_rows(FactRows *rows, const Table *table)
{
	for (int r = 0; r < rows->n; r++)
		clear_row(rows->data + r * table->size, table, rows->texts);
	rows->n = 0;
}

/* decodes a row behind the others */
static char *
add_row(FactRows *rows, const Table *table, const RegistryRelation *where,
		TableId id, TupleTableSlot *slot)
{
	char	   *row;

	if (rows->n == rows->size)
	{
		rows->size = Max(8, rows->size * 2);
		rows->data = rows->data ?
			repalloc_huge(rows->data, (Size) rows->size * table->size) :
			palloc((Size) rows->size * table->size);
	}
	row = rows->data + (Size) rows->n * table->size;
	facts_decode(where, id, slot, row);
	rows->n++;
	return row;
}

/*
 * facts_read
 *		Reads all rows of a table that belong to the root, as the reader sees
 *		them.  The key is the root's id, or what leads to its rows.
 */
void
facts_read(Facts *facts, TableId id, int64 key, Reader *reader)
{
	const Table *table = registry_table(id);
	FactRows   *rows = &facts->rows[id];
	MemoryContext old = MemoryContextSwitchTo(facts->context);
	RegistryScan *scan;

	rows->loaded = false;
	clear_rows(rows, table);
	rows->texts = false;
	facts->version++;
	scan = reader_scan(reader, id, key);
	while (registry_scan_next(scan))
		(void) add_row(rows, table, scan->where, id, scan->slot);
	rows->loaded = true;
	MemoryContextSwitchTo(old);
}

/* ---- single rows ---- */

/*
 * Decodes a row that has been written behind the others.  Its texts are kept if
 * all rows have theirs.
 */
static char *
add_written(FactRows *rows, const Table *table, const RegistryRelation *where,
			TableId id, TupleTableSlot *slot)
{
	bool		texts = table->texts && (rows->texts || rows->n == 0);
	char	   *row = add_row(rows, table, where, id, slot);

	if (texts && texts_keep(where, table, slot, row))
		rows->texts = true;
	else
		clear_texts(rows, table);
	return row;
}

/* which of the rows is the row version at this place, or -1 */
static int
row_at(const FactRows *rows, const Table *table, ItemPointer tid)
{
	OffsetNumber offset = ItemPointerGetOffsetNumber(tid);

	for (int i = rows->n - 1; i >= 0; i--)
	{
		ItemPointer place = (ItemPointer) (rows->data + (Size) i * table->size);

		/* a call for each row that was written before is dear */
		if (ItemPointerGetOffsetNumberNoCheck(place) == offset && ItemPointerEquals(place, tid))
			return i;
	}
	return -1;
}

static int
compare_field(FieldType type, const char *a, const char *b)
{
	switch (type)
	{
		case FIELD_ID:
		case FIELD_BODY:
			return *(const int64 *) a < *(const int64 *) b ? -1 : *(const int64 *) a > *(const int64 *) b;
		case FIELD_INT:
			return *(const int32 *) a < *(const int32 *) b ? -1 : *(const int32 *) a > *(const int32 *) b;
		case FIELD_WORD:
			return strcmp(word_text(*(const Word *) a), word_text(*(const Word *) b));
		default:
			elog(ERROR, "rows are not ordered by a field of type %d", (int) type);
			return 0;			/* not reached */
	}
}

/* Does one row come after another in the order in which they are read? */
static bool
comes_after(const RegistryRelation *where, const Table *table, char *a, char *b)
{
	for (int k = 0; k < where->norder; k++)
	{
		const Field *field = &table->fields[where->order[k]];
		int			order = compare_field(field->type, a + field->offset, b + field->offset);

		if (order != 0)
			return order > 0;
	}
	return ItemPointerCompare((ItemPointer) a, (ItemPointer) b) > 0;
}

/*
 * facts_put
 *		Adds a row that has been written to those that were read, where reading
 *		would have put it.  One that is there already is left as it is.
 */
void
facts_put(Facts *facts, TableId id, const RegistryRelation *where, TupleTableSlot *slot)
{
	const Table *table = registry_table(id);
	FactRows   *rows = &facts->rows[id];
	MemoryContext old;
	char	   *row;
	char	   *place;

	if (row_at(rows, table, &slot->tts_tid) >= 0)
		return;
	if (where->norder < 0)
	{
		rows->loaded = false;	/* to be read again */
		return;
	}
	old = MemoryContextSwitchTo(facts->context);
	row = add_written(rows, table, where, id, slot);
	MemoryContextSwitchTo(old);
	place = row;
	while (place > rows->data && comes_after(where, table, place - table->size, row))
		place -= table->size;
	if (place < row)
	{
		char		written[MAX_ROW];

		memcpy(written, row, table->size);
		memmove(place + table->size, place, row - place);
		memcpy(place, written, table->size);
	}
	facts->version++;
}

/*
 * facts_take
 *		Takes away the row version at this place, which is there no more.
 */
void
facts_take(Facts *facts, TableId id, ItemPointer tid)
{
	const Table *table = registry_table(id);
	FactRows   *rows = &facts->rows[id];
	int			i = row_at(rows, table, tid);
	char	   *row;

	if (i < 0)
		return;
	row = rows->data + (Size) i * table->size;
	clear_row(row, table, rows->texts);
	rows->n--;
	memmove(row, row + table->size, (Size) (rows->n - i) * table->size);
	facts->version++;
}

/*
 * facts_have
 *		Is the row version at this place among the rows that were read?
 */
bool
facts_have(const Facts *facts, TableId id, ItemPointer tid)
{
	return row_at(&facts->rows[id], registry_table(id), tid) >= 0;
}

/*
 * facts_none
 *		There are no rows of this table.
 */
void
facts_none(Facts *facts, TableId id)
{
	clear_rows(&facts->rows[id], registry_table(id));
	facts->rows[id].loaded = true;
	facts->version++;
}
