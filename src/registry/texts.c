/*
 * texts.c
 *	  The texts of a meeting's rows, which no rule looks at (LATE in tables.h):
 *	  read when minutes are written, so that a check does not pay for them.  Those
 *	  of rows that the transaction has written are kept where that is cheap.
 */
#include "postgres.h"
#include "compat.h"

#include "utils/builtins.h"
#include "utils/memutils.h"

#include "registry/facts.h"

static void
decode_texts(const RegistryRelation *where, const Table *table, TupleTableSlot *slot,
			 char *row)
{
	for (int i = 0; i < table->nfields; i++)
	{
		bool		isnull;
		Datum		value;

		if (table->fields[i].type != FIELD_LATE)
			continue;
		value = slot_getattr(slot, where->attno[i], &isnull);
		*(char **) (row + table->fields[i].offset) = isnull ? NULL : TextDatumGetCString(value);
	}
}

/*
 * texts_keep
 *		Adds the texts to a row that has been written.  False: they are stored
 *		elsewhere or compressed, and none is added.
 */
bool
texts_keep(const RegistryRelation *where, const Table *table, TupleTableSlot *slot, char *row)
{
	for (int i = 0; i < table->nfields; i++)
	{
		bool		isnull;
		Datum		value;

		if (table->fields[i].type != FIELD_LATE)
			continue;
		value = slot_getattr(slot, where->attno[i], &isnull);
		if (!isnull && (VARATT_IS_EXTERNAL(DatumGetPointer(value)) ||
						VARATT_IS_COMPRESSED(DatumGetPointer(value))))
			return false;
	}
	decode_texts(where, table, slot, row);
	return true;
}

/*
 * Adds the texts to the rows of a table.  False: the rows are others, or in
 * another order, than those that the snapshot sees.
 */
static bool
read_texts(Facts *facts, TableId id, Reader *reader)
{
	const Table *table = registry_table(id);
	FactRows   *rows = &facts->rows[id];
	RegistryScan *scan = reader_scan(reader, id, facts->id);
	int			n = 0;

	rows->texts = true;
	while (registry_scan_next(scan))
	{
		char	   *row = rows->data + n * table->size;

		if (n == rows->n || !ItemPointerEquals((ItemPointer) row, &scan->slot->tts_tid))
			break;
		decode_texts(scan->where, table, scan->slot, row);
		n++;
	}
	return n == rows->n;
}

/*
 * facts_read_texts
 *		Reads the texts of those rows of a meeting that have been read.
 */
void
facts_read_texts(Facts *facts, Reader *reader)
{
	MemoryContext old = MemoryContextSwitchTo(facts->context);

	for (int t = 0; t < NUM_TABLES; t++)
	{
		if (!registry_table(t)->texts || facts->rows[t].n == 0 || facts->rows[t].texts)
			continue;
		if (read_texts(facts, t, reader))
			continue;
		/* the table was rewritten since (CLUSTER), its rows are elsewhere now */
		facts_read(facts, t, facts->id, reader);
		if (!read_texts(facts, t, reader))
			elog(ERROR, "rows of table \"%s\" cannot be read twice alike", registry_table(t)->name);
	}
	MemoryContextSwitchTo(old);
}
