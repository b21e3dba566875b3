/*
 * tables.c
 *	  The descriptions that tables.h lists, as data.
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"

#include "registry/tables.h"

#define FIELD_ENTRY(type, field, column) \
	{column, FIELD_##type, offsetof(CurrentRow, field)},

/* one array of fields a table; the typedef gives FIELD_ENTRY its struct */
#define FIELDS_ARRAY(NAME, table, Struct, FIELDS, ROOT, key) \
	static const Field *table##_fields(int *n) \
	{ \
		typedef Struct CurrentRow; \
		static const Field fields[] = {FIELDS(FIELD_ENTRY)}; \
		StaticAssertStmt(lengthof(fields) <= MAX_FIELDS, "too many fields"); \
		*n = lengthof(fields); \
		return fields; \
	}
REGISTRY_TABLES(FIELDS_ARRAY)
OTHER_TABLES(FIELDS_ARRAY)

Table		registry_tables[NUM_ALL_TABLES] = {
#define TABLE_ENTRY(NAME, table, Struct, FIELDS, ROOT, key) \
	{#table, ROOT, key, sizeof(Struct)},
	REGISTRY_TABLES(TABLE_ENTRY)
	OTHER_TABLES(TABLE_ENTRY)
};

/* the others stand behind, where only sets have a bit for NEED_... that rules look at */
StaticAssertDecl(NUM_TABLES <= 58 && NUM_ALL_TABLES <= 64,
				 "a set of tables, and NEED_LINKS and its like, are one word");

#define ASSERT_ROOM(NAME, table, Struct, FIELDS, ROOT, key) \
	StaticAssertDecl(sizeof(Struct) <= MAX_ROW, "room for a row of " #table);
REGISTRY_TABLES(ASSERT_ROOM)

/* Fills in what cannot be written as constants; before anything else is asked. */
void
tables_init(void)
{
#define FILL_ENTRY(NAME, table, Struct, FIELDS, ROOT, key) \
	registry_tables[T_##NAME].fields = table##_fields(&registry_tables[T_##NAME].nfields);
	REGISTRY_TABLES(FILL_ENTRY)
	OTHER_TABLES(FILL_ENTRY)

	for (int t = 0; t < NUM_ALL_TABLES; t++)
	{
		registry_tables[t].position = table_field(t, "position");
		for (int i = 0; i < registry_tables[t].nfields; i++)
			if (registry_tables[t].fields[i].type == FIELD_LATE)
				registry_tables[t].texts = true;
	}
	registry_tables[T_BODY].other_key = "section_series_id";
	registry_tables[T_MEETING].other_key = "body_id";
	registry_tables[T_MEETING].other_order = "day";
	registry_tables[T_MEETING].other_order_type = DATEOID;
	registry_tables[T_AGENDA_ITEM].other_key = "continues_meeting_id";
	registry_tables[T_SEAL].other_key = "body_id";
	registry_tables[T_SEAL].other_order = "ordinal";
	registry_tables[T_SEAL].other_order_type = INT4OID;
}

/*
 * table_field
 *		Which of the table's fields is the one for that column, or -1.
 */
int
table_field(TableId id, const char *column)
{
	const Table *table = registry_table(id);

	for (int i = 0; i < table->nfields; i++)
		if (strcmp(table->fields[i].column, column) == 0)
			return i;
	return -1;
}
