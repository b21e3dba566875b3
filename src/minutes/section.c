/*
 * section.c
 *	  One section (paragraf) of minutes: what KL 5:66-67 asks for.
 */
#include "postgres.h"
#include "compat.h"

#include "utils/timestamp.h"

#include "minutes/text.h"

/* the parts of a section, in their order */
enum
{
	PART_HEADING,
	PART_RECUSAL,
	PART_EXCLUSION,
	PART_PRESENTATION,
	PART_PROPOSAL,
	PART_VOTE,
	PART_ELECTION,
	PART_DECISION,
	PART_ABSTENTION,
	PART_RESERVATION,
	PART_STATEMENT,
	PART_DEVIATION
};

static void
write_heading(Lines *lines, const AgendaItem *item)
{
	lines_begin(lines, PART_HEADING, 0, 0, "");
	if (item->section != INT_NULL)
		lines_put(lines, "§ %d", item->section);
	else
		lines_put(lines, "Punkt %d", item->handled);
	lines_put(lines, " %i%s", item->title,
			  item->kind == W_INFORMATION ? " (information)" : NULL);
}

/* ---- who took no part ---- */

static void
write_recusals(Writer *w, Lines *lines, int32 position)
{
	for_each(r, w->facts, RECUSAL)
	{
		const char *name;

		if (r->position != position || (name = name_of(&w->people, r->person)) == NULL)
			continue;
		lines_begin(lines, PART_RECUSAL, 0, 0, name);
		lines_put(lines, "Jäv: %s, %i", name, r->ground);
		if (r->self_declared)
			lines_put(lines, ", anmält");
		if (r->ruling == W_REJECTED)
			lines_put(lines, ", jäv förelåg inte");
		else if (r->ruling != W_NONE)
			lines_put(lines, ", %s", swedish(r->ruling));
	}
}

static void
write_exclusions(Writer *w, Lines *lines, int32 position)
{
	for_each(e, w->facts, EXCLUSION)
	{
		const char *name;

		if (e->position != position || (name = name_of(&w->people, e->person)) == NULL)
			continue;
		lines_begin(lines, PART_EXCLUSION, 0, 0, name);
		lines_put(lines, "Inte närvarande: %s, %i", name, e->reason_text);
	}
}

/* ---- what was said ---- */

static void
write_statements(Writer *w, Lines *lines, int32 position)
{
	for_each(s, w->facts, STATEMENT)
	{
		const char *name;

		if (s->position != position || (name = name_of(&w->people, s->person)) == NULL)
			continue;
		if (s->kind == W_PRESENTATION)
		{
			lines_begin(lines, PART_PRESENTATION, s->number, 0, "");
			lines_put(lines, "Föredragning: %s", name);
		}
		else if (s->kind == W_NOTE || s->kind == W_SPECIAL_STATEMENT)
		{
			lines_begin(lines, PART_STATEMENT, s->number, 0, "");
			lines_put(lines, "%s: %s", swedish(s->kind), name);
			if (s->text != NULL)
				lines_put(lines, ": %i", s->text);
		}
	}
}

static void
write_proposals(Writer *w, Lines *lines, int32 position)
{
	for_each(p, w->facts, PROPOSAL)
	{
		const char *name;

		if (p->position != position || (name = name_of(&w->people, p->person)) == NULL)
			continue;
		lines_begin(lines, PART_PROPOSAL, p->number, 0, "");
		lines_put(lines, "Yrkande %d: %s, %s: %i", p->number, name, swedish(p->kind), p->text);
	}
}

/* ---- votes and elections ---- */

static int
compare_names(const void *x, const void *y)
{
	const Named *a = x;
	const Named *b = y;
	int			order = strcmp(a->text, b->text);

	return order ? order : (a->id > b->id) - (a->id < b->id);
}

/* how many voted so, and who */
static void
write_voters(Writer *w, Lines *lines, const VoteEvent *event, Word choice, int nth)
{
	Named	   *voters = palloc(Max(w->facts->rows[T_VOTE].n, 1) * sizeof(Named));
	int			votes = 0;
	int			n = 0;

	for_each(v, w->facts, VOTE)
	{
		if (v->position != event->position || v->number != event->number || v->choice != choice)
			continue;
		votes++;
		voters[n].id = v->person;
		voters[n].text = name_of(&w->people, v->person);
		n += voters[n].text != NULL;
	}
	qsort(voters, n, sizeof(Named), compare_names);
	lines_begin(lines, PART_VOTE, event->number, nth, "");
	lines_put(lines, "  %s %d", swedish(choice), votes);
	for (int i = 0; i < n; i++)
		lines_put(lines, "%s%s", i == 0 ? ": " : ", ", voters[i].text);
	pfree(voters);
}

static void
write_votes(Writer *w, Lines *lines, int32 position)
{
	for_each(e, w->facts, VOTE_EVENT)
	{
		if (e->position != position)
			continue;
		lines_begin(lines, PART_VOTE, e->number, 0, "");
		lines_put(lines, "Omröstning %d (%s)", e->number, swedish(e->kind));
		if (e->yes_proposal != INT_NULL)
			lines_put(lines, ": ja för yrkande %d", e->yes_proposal);
		if (e->no_proposal != INT_NULL)
			lines_put(lines, ", nej för yrkande %d", e->no_proposal);
		if (e->kind != W_OPEN)
			continue;
		write_voters(w, lines, e, W_YES, 1);
		write_voters(w, lines, e, W_NO, 2);
		write_voters(w, lines, e, W_ABSTAIN, 3);
	}
	for_each(t, w->facts, BALLOT_TALLY)
	{
		const char *name;

		if (t->position != position)
			continue;
		name = name_of(&w->people, t->person);
		lines_begin(lines, PART_VOTE, t->number, t->line, "");
		/* a list is sealed by this word */
		if (name == NULL)
			name = t->choice == W_LIST || t->choice == W_CANDIDATE ? word_text(t->choice) :
				swedish(t->choice);
		lines_put(lines, "  %s %d", name, t->ballots);
	}
}

static void
write_elections(Writer *w, Lines *lines, int32 position)
{
	for_each(e, w->facts, ELECTION)
	{
		if (e->position != position)
			continue;
		lines_begin(lines, PART_ELECTION, e->number, 0, "");
		lines_put(lines, "Val %d: %i, %d %s, %s", e->number, e->purpose, e->seats,
				  e->seats == 1 ? "plats" : "platser", swedish(e->method));
	}
	for_each(c, w->facts, CANDIDATE)
	{
		const char *name;

		if (c->position != position || (name = name_of(&w->people, c->person)) == NULL)
			continue;
		lines_begin(lines, PART_ELECTION, c->number, 1, name);
		lines_put(lines, "  %s", name);
		if (c->list != NULL)
			lines_put(lines, ", %s", c->list);
		if (c->lot != INT_NULL)
			lines_put(lines, ", lott %d", c->lot);
	}
}

/* ---- decisions ---- */

static void
write_decisions(Writer *w, Lines *lines, int32 position)
{
	for_each(d, w->facts, DECISION)
	{
		const char *name;

		if (d->position != position)
			continue;
		lines_begin(lines, PART_DECISION, d->point, 0, "");
		lines_put(lines, "Beslut %d: %i", d->point, d->text);
		if (d->outcome != W_OTHER)
			lines_put(lines, " (%s)", swedish(d->outcome));
		if ((name = name_of(&w->bodies, d->on_behalf_of)) != NULL)
			lines_put(lines, " på vägnar av %s", name);
		if (!TIMESTAMP_NOT_FINITE(d->withdrawn_at))
			lines_put(lines, " – återtaget %t", d->withdrawn_at);
	}
	for_each(a, w->facts, ABSTENTION)
	{
		const char *name;

		if (a->position != position || (name = name_of(&w->people, a->person)) == NULL)
			continue;
		lines_begin(lines, PART_ABSTENTION, a->point, 0, name);
		lines_put(lines, "Deltar inte i beslut %d: %s", a->point, name);
	}
	for_each(r, w->facts, RESERVATION)
	{
		const char *name;

		if (r->position != position || (name = name_of(&w->people, r->person)) == NULL)
			continue;
		lines_begin(lines, PART_RESERVATION, r->point, 0, name);
		lines_put(lines, "Reservation mot beslut %d: %s", r->point, name);
		if (r->reasons_text != NULL)
			lines_put(lines, ": %i", r->reasons_text);
	}
}

/* Deviations stand in the order of their ids. */
const char *
deviation_key(const Deviation *deviation)
{
	return psprintf("%s%019llu", deviation->id < 0 ? "-" : "",
					(unsigned long long) (deviation->id < 0 ? -deviation->id : deviation->id));
}

/* What was admitted, or found afterwards; adds to a line. */
void
write_deviation(Lines *lines, const Deviation *deviation)
{
	lines_put(lines, "Avvikelse (%s): ", deviation->rule);
	if (deviation->found != NULL)
		lines_put(lines, "%i – ", deviation->found);
	lines_put(lines, "%i", deviation->reason);
	if (deviation->citation != NULL)
		lines_put(lines, ", %s", deviation->citation);
}

/*
 * write_section
 *		The lines of one section.
 */
void
write_section(Writer *w, Lines *lines, const AgendaItem *item)
{
	write_heading(lines, item);
	write_recusals(w, lines, item->position);
	write_exclusions(w, lines, item->position);
	write_statements(w, lines, item->position);
	write_proposals(w, lines, item->position);
	write_votes(w, lines, item->position);
	write_elections(w, lines, item->position);
	write_decisions(w, lines, item->position);
	for_each(d, w->facts, DEVIATION)
	{
		if (d->position != item->position)
			continue;
		lines_begin(lines, PART_DEVIATION, 0, 0, deviation_key(d));
		write_deviation(lines, d);
	}
}
