/*
 * text.c
 *	  The canonical text of minutes: their heading, who was there, the
 *	  sections, the signatures.
 *
 * Before the attestation it is a draft; then it is sealed, so its form is fixed
 * (TEXT_FORMAT): the same rows give the same text on every server and in every
 * session.
 */
#include "postgres.h"
#include "compat.h"

#include "miscadmin.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "minutes/text.h"
#include "rules/minutes.h"
#include "rules/roll.h"

/* the parts of minutes, in their order */
enum
{
	PART_FORMAT,
	PART_BODY,
	PART_MINUTES,
	PART_DAY,
	PART_TIMES,
	PART_RANGES,
	PART_DECIDING,
	PART_CHAIRS,
	PART_MEMBERS,
	PART_SUBSTITUTES,
	PART_OTHERS_HEADING,
	PART_OTHERS,
	PART_ADJUSTERS_HEADING,
	PART_ADJUSTERS,
	PART_RESPONSIBLE,
	PART_SECTIONS,
	PART_DEVIATIONS,
	PART_SIGNATURES_HEADING,
	PART_SIGNATURES
};

/* a heading stands after an empty line */
static void
write_heading(Lines *lines, int part, const char *heading)
{
	lines_begin(lines, part, 0, 0, "");
	lines_put(lines, "\n%s", native(heading));
}

/* ---- the items ---- */

static int
compare_items(const void *x, const void *y)
{
	const AgendaItem *a = *(const AgendaItem *const *) x;
	const AgendaItem *b = *(const AgendaItem *const *) y;

	return (a->handled > b->handled) - (a->handled < b->handled);
}

static void
find_items(Writer *w)
{
	w->items = palloc(Max(w->facts->rows[T_AGENDA_ITEM].n, 1) * sizeof(AgendaItem *));
	for_each(item, w->facts, AGENDA_ITEM)
		if (minutes_cover(w->facts, w->minutes, item->handled))
			w->items[w->nitems++] = item;
	qsort(w->items, w->nitems, sizeof(AgendaItem *), compare_items);
}

static bool
all_chosen(const Writer *w, const bool *chosen)
{
	for (int i = 0; i < w->nitems; i++)
		if (!chosen[i])
			return false;
	return true;
}

/* the sections of some of the items (null: of all); null where they have none */
static const char *
sections_of(const Writer *w, const bool *chosen)
{
	int32	   *sections = palloc(Max(w->nitems, 1) * sizeof(int32));
	int			n = 0;

	for (int i = 0; i < w->nitems; i++)
		if ((chosen == NULL || chosen[i]) && w->items[i]->section != INT_NULL)
			sections[n++] = w->items[i]->section;
	return n > 0 ? section_ranges(sections, n) : NULL;
}

/* ---- the heading ---- */

static void
write_top(Writer *w, Lines *lines)
{
	const Meeting *meeting = the_meeting(w->facts);
	const char *sections = sections_of(w, NULL);

	lines_begin(lines, PART_FORMAT, 0, 0, "");
	lines_put(lines, "governance-protokoll format %d", TEXT_FORMAT);
	lines_begin(lines, PART_BODY, 0, 0, "");
	lines_put(lines, "%s", the_body(w->facts->body)->name);
	lines_begin(lines, PART_MINUTES, 0, 0, "");
	lines_put(lines, "Protokoll %d, sammanträde %l", w->minutes->number, meeting->id);
	if (w->minutes->immediate)
		lines_put(lines, ", omedelbar justering");
	lines_begin(lines, PART_DAY, 0, 0, "");
	lines_put(lines, "Sammanträdesdag %D, %i", meeting->day,
			  meeting->place_name ? meeting->place_name : "utan plats");
	lines_begin(lines, PART_TIMES, 0, 0, "");
	lines_put(lines, TIMESTAMP_NOT_FINITE(meeting->opened_at) ? "Öppnat –" : "Öppnat %t",
			  meeting->opened_at);
	/* what is attested at once knows nothing of the close */
	if (!w->minutes->immediate)
	{
		lines_put(lines, TIMESTAMP_NOT_FINITE(meeting->closed_at) ? ", avslutat –" : ", avslutat %t",
				  meeting->closed_at);
		for_each(s, w->facts, SITTING)
		{
			lines_begin(lines, PART_TIMES, s->number, 0, "");
			lines_put(lines, "Sittning %d: %t–%t", s->number, s->opened_at, s->closed_at);
		}
	}
	lines_begin(lines, PART_RANGES, 0, 0, "");
	lines_put(lines, "%s", sections ? sections : "Utan paragrafer");
}

/* ---- who was there ---- */

/* a line for each person and ground, over all ranges in which they presided */
static void
write_chairs(Writer *w, Lines *lines)
{
	bool	   *chosen = palloc(Max(w->nitems, 1));

	for_each(p, w->facts, PRESIDING)
	{
		const Presiding *first = NULL;
		const char *name = name_of(&w->people, p->person);
		const char *sections;
		bool		any = false;

		MemSet(chosen, 0, w->nitems);
		for_each(q, w->facts, PRESIDING)
		{
			if (q->person != p->person || q->ground != p->ground)
				continue;
			first = first ? first : q;
			for (int i = 0; i < w->nitems; i++)
				if (in_range(w->items[i]->handled, q->from_item, q->to_item))
					any = chosen[i] = true;
		}
		if (first != p || !any || name == NULL)
			continue;
		lines_begin(lines, PART_CHAIRS, 0, 0, "");
		lines_put(lines, "%s, %s", name, swedish(p->ground));
		if (!all_chosen(w, chosen) && (sections = sections_of(w, chosen)) != NULL)
			lines_put(lines, ", %s", sections);
	}
}

/* who presides is named as such, and serves besides only where another does */
static bool
serves_beside_chair(const Writer *w, int64 person)
{
	for (int i = 0; i < w->nitems; i++)
	{
		const Presiding *p = presiding_at(w->facts, w->items[i]->handled);

		if ((p == NULL || p->person != person) &&
			!is_recused(w->facts, w->items[i]->position, person))
			return true;
	}
	return false;
}

static bool
same_presence(const Attendance *a, const Attendance *b)
{
	return a->person == b->person && a->capacity == b->capacity &&
		a->serves_for == b->serves_for && a->mode == b->mode;
}

/* At which items was somebody of this presence there, at one point at least? */
static bool
find_presence(const Writer *w, const Attendance *presence, bool *chosen)
{
	bool		any = false;

	MemSet(chosen, 0, w->nitems);
	for_each(a, w->facts, ATTENDANCE)
	{
		int64		first;
		int64		last;

		if (!same_presence(a, presence))
			continue;
		first = first_point(a);
		last = last_point(a);
		for (int i = 0; i < w->nitems; i++)
			if (first <= point_of(w->items[i]->handled, AT_DECISION) &&
				point_of(w->items[i]->handled, AT_OPENING) <= last)
				any = chosen[i] = true;
	}
	return any;
}

static void
write_presence(Writer *w, Lines *lines, const Attendance *a, const bool *chosen)
{
	const char *name = name_of(&w->people, a->person);
	const char *absent = name_of(&w->people, a->serves_for);
	const char *sections;

	if (name == NULL || (serves_in(a->capacity) && !serves_beside_chair(w, a->person)))
		return;
	lines_begin(lines, a->capacity == W_SERVING_MEMBER ? PART_MEMBERS :
				a->capacity == W_SERVING_SUBSTITUTE ? PART_SUBSTITUTES : PART_OTHERS,
				0, 0, name);
	lines_put(lines, "%s, %s", name, swedish(a->capacity));
	if (absent != NULL)
		lines_put(lines, " för %s", absent);
	if (a->mode == W_REMOTE)
		lines_put(lines, ", på distans");
	if (all_chosen(w, chosen))
		return;
	sections = sections_of(w, chosen);
	lines_put(lines, ", %s", sections ? sections : "delvis");
}

static void
write_roll(Writer *w, Lines *lines)
{
	bool	   *chosen = palloc(Max(w->nitems, 1));
	bool		others = false;

	write_heading(lines, PART_DECIDING, "Beslutande");
	write_chairs(w, lines);
	for_each(a, w->facts, ATTENDANCE)
	{
		const Attendance *first = (const Attendance *) w->facts->rows[T_ATTENDANCE].data;

		while (!same_presence(first, a))
			first++;
		if (first != a || !find_presence(w, a, chosen))
			continue;
		write_presence(w, lines, a, chosen);
		others = others || !serves_in(a->capacity);
	}
	if (others)
		write_heading(lines, PART_OTHERS_HEADING, "Övriga närvarande");
}

/* ---- adjusters and signatures ---- */

static bool
elected_for_some(const Writer *w, const Adjuster *adjuster)
{
	for (int i = 0; i < w->nitems; i++)
		if (in_range(w->items[i]->handled, adjuster->from_item, adjuster->to_item))
			return true;
	return false;
}

static void
write_adjusters(Writer *w, Lines *lines)
{
	const char *responsible = name_of(&w->people, w->minutes->responsible);

	write_heading(lines, PART_ADJUSTERS_HEADING, "Justerare");
	for_each(j, w->facts, ADJUSTER)
	{
		const AgendaItem *item = item_at(w->facts, j->position);
		const char *name = name_of(&w->people, j->person);

		if (item == NULL || name == NULL || !elected_for_some(w, j))
			continue;
		lines_begin(lines, PART_ADJUSTERS, j->alternate, 0, name);
		lines_put(lines, "%s, ", name);
		if (j->alternate)
			lines_put(lines, "ersättare, ");
		if (item->section != INT_NULL)
			lines_put(lines, "vald vid § %d", item->section);
		else
			lines_put(lines, "vald vid ärende %d", item->position);
	}
	if (responsible != NULL)
	{
		lines_begin(lines, PART_RESPONSIBLE, 0, 0, "");
		lines_put(lines, "\nAnsvarig för protokollet: %s", responsible);
	}
}

static void
write_signatures(Writer *w, Lines *lines)
{
	write_heading(lines, PART_SIGNATURES_HEADING, "Underskrifter");
	for_each(a, w->facts, ATTESTATION)
	{
		const char *name;

		if (a->number != w->minutes->number || (name = name_of(&w->people, a->person)) == NULL)
			continue;
		lines_begin(lines, PART_SIGNATURES,
					a->role == W_CHAIR ? 1 : a->role == W_ADJUSTER ? 2 : 3, 0, name);
		lines_put(lines, "%s, %s, %t", name, swedish(a->role), a->signed_at);
		if (a->hindrance_text != NULL)
			lines_put(lines, ", förhinder: %i", a->hindrance_text);
	}
}

/* ---- the whole ---- */

static void
write_all(Writer *w, StringInfo out)
{
	Lines		lines;
	Lines		section;

	lines_init(&lines);
	lines_init(&section);
	find_items(w);
	write_top(w, &lines);
	write_roll(w, &lines);
	write_adjusters(w, &lines);
	for (int i = 0; i < w->nitems; i++)
	{
		CHECK_FOR_INTERRUPTS();
		write_section(w, &section, w->items[i]);
		lines_begin(&lines, PART_SECTIONS, w->items[i]->handled, 0, "");
		lines_put_all(&lines, &section);
	}
	for_each(d, w->facts, DEVIATION)
	{
		if (d->position != INT_NULL)
			continue;
		lines_begin(&lines, PART_DEVIATIONS, 0, 0, deviation_key(d));
		lines_put(&lines, "\n");
		write_deviation(&lines, d);
	}
	write_signatures(w, &lines);
	lines_write(&lines, out);
	appendStringInfoChar(out, '\n');
}

/*
 * minutes_write
 *		The text of minutes, from facts that were read with their texts
 *		(MINUTES_CONTENT); names are read besides.
 */
text *
minutes_write(Facts *facts, const Minutes *minutes, Reader *reader)
{
	MemoryContext caller = CurrentMemoryContext;
	MemoryContext context = AllocSetContextCreate(caller, "governance minutes",
												  ALLOCSET_DEFAULT_SIZES);
	Writer		w = {.facts = facts, .minutes = minutes};
	StringInfoData out;
	text	   *result;

	/* the text grows behind its own length word */
	initStringInfo(&out);
	appendStringInfoSpaces(&out, VARHDRSZ);
	MemoryContextSwitchTo(context);
	names_init(&w.people, reader, T_PERSON);
	names_init(&w.bodies, reader, T_BODY);
	write_all(&w, &out);
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(context);
	result = (text *) out.data;
	SET_VARSIZE(result, out.len);
	return result;
}
