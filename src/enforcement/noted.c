/*
 * noted.c
 *	  The rows that statements have written to meetings' tables, and that no
 *	  rule has been asked about yet.
 *
 * A row trigger notes each row, a trigger after the statement has them judged,
 * meeting by meeting.  So rows in whatever order cost a note each, and a
 * meeting is locked, read and judged once for a statement.  A long statement
 * is judged in parts: all its rows are written when the first is noted.
 *
 * A list, not a buffer that could lose a check: what was noted in a
 * subtransaction that aborts goes with its rows; what was noted outside it
 * stays until it is judged outside it, for what a judgement inside rested on
 * may be gone; and a transaction that would commit with a row on the list is
 * refused.
 */
#include "postgres.h"
#include "compat.h"

#include "access/xact.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "enforcement/noted.h"

static Noted *list = NULL;		/* in the transaction's memory */
static int	length = 0;
static int	size = 0;

static void
at_end_of_transaction(XactEvent event, void *arg)
{
	if (length > 0 && (event == XACT_EVENT_PRE_COMMIT || event == XACT_EVENT_PRE_PREPARE))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("rows of registry \"%s\" were written without asking the rules",
						registry_name(list[0].registry)),
				 errdetail("A trigger of the governance extension is missing or disabled."),
				 errhint("governance.upgrade_registry makes the triggers anew.")));
	if (event == XACT_EVENT_PRE_COMMIT || event == XACT_EVENT_PARALLEL_PRE_COMMIT ||
		event == XACT_EVENT_PRE_PREPARE)
		return;
	list = NULL;
	length = size = 0;
}

static void
at_end_of_subtransaction(SubXactEvent event, SubTransactionId mine,
						 SubTransactionId parent, void *arg)
{
	int			level = GetCurrentTransactionNestLevel();

	for (int i = length - 1; i >= 0 && list[i].level >= level; i--)
	{
		if (event == SUBXACT_EVENT_ABORT_SUB)
			length = i;
		else if (event == SUBXACT_EVENT_COMMIT_SUB)
			list[i].level = level - 1;
	}
}

void
noted_init(void)
{
	RegisterXactCallback(at_end_of_transaction, NULL);
	RegisterSubXactCallback(at_end_of_subtransaction, NULL);
}

/*
 * Would judging the one judge the other?  Rows inserted for one item are alike:
 * no rule about the act looks further than to the item.
 */
static bool
covers(const Noted *one, const Noted *other)
{
	return one->meeting == other->meeting && one->position == other->position &&
		one->table == other->table && one->registry == other->registry &&
		one->position != INT_NULL &&
		one->has_new && !one->has_old && !other->has_old;
}

static int
compare_noted(const void *a, const void *b)
{
	const Noted *x = a;
	const Noted *y = b;

	if (x->registry != y->registry)
		return x->registry->nspid < y->registry->nspid ? -1 : 1;
	if (x->meeting != y->meeting)
		return x->meeting < y->meeting ? -1 : 1;
	if (x->table != y->table)
		return x->table < y->table ? -1 : 1;
	if (x->position != y->position)
		return x->position < y->position ? -1 : 1;
	return ItemPointerCompare((ItemPointer) &x->new, (ItemPointer) &y->new);
}

/* Sorts what was noted from an index on, and leaves out what others cover. */
static void
compress(int from)
{
	int			kept = from;
	bool		sorted = true;

	for (int i = from + 1; i < length && sorted; i++)
		sorted = compare_noted(&list[i - 1], &list[i]) <= 0;
	if (!sorted)
		qsort(list + from, length - from, sizeof(Noted), compare_noted);
	for (int i = from + 1; i < length; i++)
		if (!covers(&list[kept], &list[i]))
			list[++kept] = list[i];
	length = Min(length, kept + 1);
}

/* the first that was noted at this level of nested transactions */
static int
first_of_level(void)
{
	int			level = GetCurrentTransactionNestLevel();
	int			from = length;

	while (from > 0 && list[from - 1].level >= level)
		from--;
	return from;
}

/*
 * noted_add
 *		Notes a change; rows inserted one after another for the same item are
 *		one.  True: there are so many that they should be judged at once.
 */
bool
noted_add(const Noted *change)
{
	int			level = GetCurrentTransactionNestLevel();

	if (length > 0 && list[length - 1].level == level &&
		covers(&list[length - 1], change))
		return false;
	if (length == size)
	{
		size = Max(64, size * 2);
		list = list ? repalloc_huge(list, (Size) size * sizeof(Noted)) :
			MemoryContextAlloc(TopTransactionContext, size * sizeof(Noted));
	}
	list[length] = *change;
	list[length++].level = level;
	if (length < size || (Size) length * sizeof(Noted) < (Size) work_mem * 1024)
		return false;
	compress(first_of_level());
	return length > size / 2;
}

/*
 * noted_take
 *		Takes what was noted at this level of nested transactions off the list,
 *		ordered by meeting, table and item.
 */
NotedList
noted_take(void)
{
	NotedList	taken = {NULL, 0};
	int			from = first_of_level();

	if (from == length)
		return taken;
	compress(from);
	taken.n = length - from;
	taken.v = MemoryContextAllocHuge(CurrentMemoryContext, taken.n * sizeof(Noted));
	memcpy(taken.v, list + from, taken.n * sizeof(Noted));
	length = from;
	return taken;
}
