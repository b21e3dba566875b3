/*
 * rule.c
 *	  How a rule says its verdict, and the small questions that several rules
 *	  put to the facts.
 */
#include "postgres.h"
#include "compat.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/datetime.h"

#include "rules/rule.h"

static char *format_text(const char *format, va_list args) pg_attribute_printf(1, 0);

static char *
format_text(const char *format, va_list args)
{
	StringInfoData buf;

	initStringInfo(&buf);
	for (;;)
	{
		va_list		copy;
		int			needed;

		va_copy(copy, args);
		needed = appendStringInfoVA(&buf, format, copy);
		va_end(copy);
		if (needed == 0)
			return buf.data;
		enlargeStringInfo(&buf, needed);
	}
}

/*
 * Says a verdict about the item (or the whole) that the rule was asked about.
 */
void
rule_say(Call *call, Status status, const char *format,...)
{
	Verdict    *verdict = palloc0(sizeof(Verdict));
	va_list		args;

	verdict->rule = call->rule ? (RuleId) (call->rule - rules) : NUM_RULES;
	verdict->setting = call->setting;
	verdict->status = status;
	verdict->meeting = call->meeting;
	verdict->position = call->item ? call->item->position : call->number;
	va_start(args, format);
	verdict->message = format_text(told(format), args);
	va_end(args);
	*call->verdicts = lappend(*call->verdicts, verdict);
	call->last = verdict;
}

/* Adds a sentence to the detail of the verdict said last. */
void
rule_detail(Call *call, const char *format,...)
{
	va_list		args;
	char	   *text;

	va_start(args, format);
	text = format_text(told(format), args);
	va_end(args);
	call->last->detail = call->last->detail ?
		psprintf("%s %s", call->last->detail, text) : text;
}

/* Says the way out for the verdict said last. */
void
rule_hint(Call *call, const char *format,...)
{
	va_list		args;

	va_start(args, format);
	call->last->hint = format_text(told(format), args);
	va_end(args);
}

static const Change *
fetched(Change *change)
{
	if (change->fetch != NULL)
		change->fetch(change);
	return change;
}

/* the changed row as it was; null: it was inserted */
const void *
row_before(const Call *call)
{
	return fetched(call->change)->old;
}

/* the changed row as it is now; null: it was deleted */
const void *
row_after(const Call *call)
{
	return fetched(call->change)->new;
}

/*
 * The setting of another rule that is in force for the same body and day;
 * its mode is MODE_OFF where no regulation sets it.
 */
const Setting *
rule_setting(const Call *call, RuleId rule)
{
	return &call->law->rule[rule];
}

static bool
takes_law(Call *call, int64 body, Word kind, DateADT day)
{
	call->law = call->law_on(call->facts, body, kind, day);
	call->setting = &call->law->rule[call->rule - rules];
	return call->setting->mode != MODE_OFF;
}

/*
 * rule_in_force
 *		Is the rule in force for a body that the matter names, on that day?  The
 *		verdict will be about what has that number in the matter (INT_NULL: the
 *		matter as a whole).
 */
bool
rule_in_force(Call *call, int64 body, DateADT day, int32 number)
{
	const Facts *facts = facts_body_named(call->facts, body);

	call->meeting = 0;
	call->number = number;
	return day != DAY_NULL && facts != NULL && the_body(facts) != NULL &&
		takes_law(call, body, the_body(facts)->kind, day);
}

/*
 * rule_in_force_at
 *		The same for the meeting at which the matter was handled; the verdict will
 *		be about the item.
 */
bool
rule_in_force_at(Call *call, const Handling *handling)
{
	call->meeting = handling->meeting;
	call->number = handling->position;
	return takes_law(call, handling->body, handling->body_kind, handling->day);
}

/*
 * The number of seats, on which a quorum is counted: as the regulation says;
 * where none does, the members who hold a seat on the day of the meeting.
 */
int
rule_seats(const Call *call)
{
	const Setting *seats = rule_setting(call, RULE_seats);
	int			n = 0;

	if (seats->mode != MODE_OFF)
		return seats->number;
	for_each(m, call->facts->body, MEMBERSHIP)
		if (m->role == W_MEMBER && period_has(m->valid, the_meeting(call->facts)->day))
			n++;
	return n;
}

/* ---- facts ---- */

const AgendaItem *
item_at(const Facts *facts, int32 position)
{
	for_each(item, facts, AGENDA_ITEM)
		if (item->position == position)
			return item;
	return NULL;
}

const AgendaItem *
item_handled(const Facts *facts, int32 handled)
{
	for_each(item, facts, AGENDA_ITEM)
		if (item->handled == handled)
			return item;
	return NULL;
}

/* Is the n-th item in a range over the order of handling, which may be open? */
bool
in_range(int32 handled, int32 from_item, int32 to_item)
{
	return from_item <= handled && (to_item == INT_NULL || handled <= to_item);
}

/* Who presides over the item that is handled as the n-th; null: nobody. */
const Presiding *
presiding_at(const Facts *facts, int32 handled)
{
	for_each(p, facts, PRESIDING)
		if (in_range(handled, p->from_item, p->to_item))
			return p;
	return NULL;
}

/* A person's seat in a body on a day; role W_NONE: in whatever role. */
const Membership *
membership_on(const Facts *body, int64 person, Word role, DateADT day)
{
	for_each(m, body, MEMBERSHIP)
		if (m->person == person && (role == W_NONE || m->role == role) &&
			period_has(m->valid, day))
			return m;
	return NULL;
}

bool
holds_office(const Facts *body, int64 person, Word kind, DateADT day)
{
	for_each(o, body, OFFICE)
		if (o->person == person && o->kind == kind && period_has(o->valid, day))
			return true;
	return false;
}

/* The holder of an office of the body on a day, or 0. */
int64
office_holder(const Facts *body, Word kind, DateADT day)
{
	for_each(o, body, OFFICE)
		if (o->kind == kind && period_has(o->valid, day))
			return o->person;
	return 0;
}

/* ---- wording ---- */

/* a day or a time as ISO 8601 writes it, whatever DateStyle is */
const char *
day_text(DateADT day)
{
	struct pg_tm tm;
	char	   *buf = palloc(MAXDATELEN + 1);

	if (DATE_NOT_FINITE(day))
		return DATE_IS_NOBEGIN(day) ? "-infinity" : "infinity";
	j2date(day + POSTGRES_EPOCH_JDATE, &tm.tm_year, &tm.tm_mon, &tm.tm_mday);
	EncodeDateOnly(&tm, USE_ISO_DATES, buf);
	return buf;
}

const char *
time_text(Timestamp time)
{
	struct pg_tm tm;
	fsec_t		fsec;

	if (TIMESTAMP_NOT_FINITE(time) || timestamp2tm(time, NULL, &tm, &fsec, NULL, NULL) != 0)
		return told("an unknown time");
	return psprintf("%04d-%02d-%02d %02d:%02d", tm.tm_year, tm.tm_mon, tm.tm_mday,
					tm.tm_hour, tm.tm_min);
}

/* a period with its last day, as people write it */
const char *
period_text(Period period)
{
	if (period.from == PG_INT32_MIN && period.to == PG_INT32_MAX)
		return told("without beginning or end");
	if (period.to == PG_INT32_MAX)
		return psprintf(told("from %s"), day_text(period.from));
	if (period.from == PG_INT32_MIN)
		return psprintf(told("until %s"), day_text(period.to - 1));
	return psprintf(told("%s to %s"), day_text(period.from), day_text(period.to - 1));
}
