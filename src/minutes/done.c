/*
 * done.c
 *	  From which day a meeting leaves nothing to be done (meeting.done_on).
 *
 * What is due of meetings (view meeting_duty) is looked for in those that are
 * not done on the day that is asked about, so it takes no longer as meetings
 * that are done pile up.  The day is derived from the facts, under the
 * meeting's lock, whenever something is written that it follows from; what
 * somebody types into the column is overwritten.
 *
 * It may be later than the first such day, never earlier: everything that the
 * duties compare with the day that is asked about is of a stated day, so when
 * the last of those days has passed and no duty is left, none comes back.  The
 * settings are those of the meeting's day; where no decision holds them fast,
 * triggers on them have the day derived anew (66_meeting_duty.sql).
 */
#include "postgres.h"
#include "compat.h"

#include "catalog/pg_type.h"

#include "calendar/calendar.h"
#include "minutes/done.h"
#include "registry/cache.h"
#include "registry/query.h"
#include "rules/calling.h"
#include "rules/minutes.h"

/* what the day follows from */
#define DUTIES \
	(TABLE(MEETING) | TABLE(MEETING_DOCUMENT) | TABLE(AGENDA_ITEM) | TABLE(DECISION) | \
	 TABLE(MINUTES) | TABLE(SEAL) | TABLE(PUBLIC_NOTICE))

static const RegistryQuery update_done = {
	.sql = "update @.meeting set done_on = $2 where id operator(pg_catalog.=) $1",
	.nargs = 2,
	.argtypes = {INT8OID, DATEOID},
	.writes = true,
};

/* the day after which nothing of something is due; not done */
#define NEVER	DATEVAL_NOEND

/* when a document was there */
static DateADT
document_done(const Facts *facts, const char *kind, int len)
{
	DateADT		first = NEVER;

	if (len == strlen("minutes") && strncmp(kind, "minutes", len) == 0)
	{
		/* those that do not say when they were drawn up count from the meeting */
		for_each(m, facts, MINUTES)
			first = Min(first, m->drawn_up_on != DAY_NULL ? m->drawn_up_on : the_meeting(facts)->day);
		return first;
	}
	for_each(d, facts, MEETING_DOCUMENT)
		if (d->kind == word_lookup(kind, len))
			first = Min(first, day_of(d->issued_at));
	return first;
}

/* the documents that the chair answers for (meeting_documents, rules.md A18) */
static DateADT
documents_done(const Facts *facts)
{
	const Setting *setting = &facts->law->rule[RULE_meeting_documents];
	const char *kind = setting->mode == MODE_OFF ? "" :
		setting->value ? setting->value : rules[RULE_meeting_documents].default_value;
	DateADT		last = the_meeting(facts)->day;

	while (*(kind += strspn(kind, " \t\n\r\f\v")))
	{
		int			len = strcspn(kind, " \t\n\r\f\v");

		last = Max(last, document_done(facts, kind, len));
		kind += len;
	}
	return last;
}

/* Are all items in an area, where the body has areas (item_area, A1)? */
static bool
items_tagged(const Facts *facts)
{
	if (facts->law->rule[RULE_item_area].mode == MODE_OFF)
		return true;
	for_each(item, facts, AGENDA_ITEM)
		if (item->area == INT_NULL)
			return false;
	return true;
}

/* the last day of a period for appeals, which may be out of the calendar */
static DateADT
appeal_until(DateADT posted_on, int days)
{
	if (!calendar_knows(posted_on) || days < 0 || !calendar_knows(posted_on + (int64) days))
		return NEVER;
	return calendar_statutory_deadline(posted_on, 0, days);
}

/* is a notice of the minutes' attestation due (notice_days, A19, I14)? */
static bool
notice_due(const Facts *facts, const Minutes *minutes)
{
	Word		kind = the_body(facts->body)->kind;

	if (facts->law->rule[RULE_notice_days].mode == MODE_OFF)
		return false;
	if (kind == W_COUNCIL || kind == W_EXECUTIVE_BOARD || kind == W_BOARD)
		return true;
	for_each(d, facts, DECISION)
	{
		const AgendaItem *item = item_at(facts, d->position);

		if (d->on_behalf_of != 0 && d->withdrawn_at == TIME_NULL && item != NULL &&
			item->handled != INT_NULL && minutes_cover(facts, minutes, item->handled))
			return true;
	}
	return false;
}

/*
 * The notices of minutes: they stay up through the period for an appeal, and
 * one that is due counts only if it did (appeal_days, L24, I16).
 */
static DateADT
notices_done(const Facts *facts, const Minutes *minutes)
{
	const Setting *setting = &facts->law->rule[RULE_appeal_days];
	bool		announced = false;
	DateADT		last = DATEVAL_NOBEGIN;

	for_each(n, facts, PUBLIC_NOTICE)
	{
		DateADT		until = n->posted_on;

		if (n->number != minutes->number)
			continue;
		if (setting->mode != MODE_OFF)
			until = appeal_until(n->posted_on, setting->number);
		if (setting->mode == MODE_OFF || n->taken_down_on == DAY_NULL || n->taken_down_on > until)
			announced = true;
		last = Max(last, until);
		if (n->taken_down_on != DAY_NULL)
			last = Max(last, n->taken_down_on);
	}
	return announced || !notice_due(facts, minutes) ? last : NEVER;
}

/*
 * Minutes: attested (attestation_days, L18), and announced.  Where they must
 * be attested they are waited for, whether or not there must be any.
 */
static DateADT
minutes_done(const Facts *facts)
{
	bool		expected = facts->law->rule[RULE_attestation_days].mode != MODE_OFF;
	DateADT		last = expected && facts->rows[T_MINUTES].n == 0 ? NEVER : DATEVAL_NOBEGIN;

	for_each(m, facts, MINUTES)
	{
		const Seal *seal = seal_of(facts, m->number);

		if (seal != NULL)
		{
			last = Max(last, seal->attested_on);
			last = Max(last, notices_done(facts, m));
		}
		else if (expected)
			last = NEVER;
	}
	return last;
}

/* the first day on which nothing is left to be done of a meeting; or NEVER */
static DateADT
done_on(const Facts *facts)
{
	const Meeting *meeting = the_meeting(facts);
	DateADT		last;

	if (meeting->cancelled_at != TIME_NULL)
		return day_of(meeting->cancelled_at);
	last = items_tagged(facts) ? documents_done(facts) : NEVER;
	if (last != NEVER)
		last = Max(last, minutes_done(facts));
	return DATE_NOT_FINITE(last) || last >= DATE_END_JULIAN - POSTGRES_EPOCH_JDATE - 1 ? NEVER : last + 1;
}

/*
 * mark_done
 *		After these tables of a meeting were written to and judged, whose facts
 *		are locked: stores from which day nothing is left to be done.
 *
 * Most of what is written is of meetings whose minutes are not attested: they
 * are not done, and were not.
 */
void
mark_done(Facts *facts, Tables written)
{
	const Meeting *meeting;
	Datum		args[2];
	DateADT		done;

	if ((written & (DUTIES | TABLE(ATTESTATION))) == 0 || facts->sealing)
		return;
	cache_refresh(facts, TABLE(MEETING) | TABLE(SEAL));
	meeting = the_meeting(facts);
	if (meeting->done_on == NEVER && meeting->cancelled_at == TIME_NULL &&
		facts->rows[T_SEAL].n == 0 && facts->law->rule[RULE_attestation_days].mode != MODE_OFF)
		return;
	cache_refresh(facts, DUTIES);
	done = done_on(facts);
	if (done == the_meeting(facts)->done_on)
		return;
	args[0] = Int64GetDatum(facts->id);
	args[1] = DateADTGetDatum(done);
	registry_query(facts->registry, &update_done, args, NULL, true);
	registry_query_end();
}
