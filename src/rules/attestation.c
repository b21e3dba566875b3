/*
 * attestation.c
 *	  Who attests the minutes, and when (rules.md A23, A28, I8, I9, I13, I22).
 *
 * Every section is attested by the one who presided over it and by an elected
 * adjuster who served at it: two persons.  Roles are those held at the
 * meeting; whether somebody still has a seat on the day of signing does not
 * matter.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/minutes.h"
#include "rules/roll.h"

/*
 * adjuster_elected: the adjuster is elected for each meeting among those
 * present.  So the row names the item at which they were elected, and they
 * served then: a member, or a substitute in a member's place (KL 4:22).
 * Reglemente 6 §; KL 5:69, 6:35.
 */
void
judge_adjuster_elected(Call *call)
{
	for_each(j, call->facts, ADJUSTER)
	{
		const AgendaItem *item = item_at(call->facts, j->position);
		const Attendance *a;

		if (item == NULL)
			continue;			/* left to the foreign key */
		if (item->handled == INT_NULL)
		{
			rule_pending(call, "%s is elected adjuster at item %d, which has not been taken up",
						 call->name(call->facts, j->person), j->position);
			continue;
		}
		if (serving_at(call->facts, item, j->person, AT_DECISION) != NULL)
		{
			rule_met(call, "%s served at item %d and was elected adjuster there",
					 call->name(call->facts, j->person), j->position);
			continue;
		}
		a = attendance_at(call->facts, j->person, item->handled, AT_DECISION);
		if (a == NULL)
			rule_broken(call, "%s was not present at item %d and cannot have been elected adjuster there",
						call->name(call->facts, j->person), j->position);
		else if (!serves_in(a->capacity))
			rule_broken(call, "%s did not serve at item %d and cannot have been elected adjuster there",
						call->name(call->facts, j->person), j->position);
		else
			rule_broken(call, "%s was recused at item %d and cannot have been elected adjuster there",
						call->name(call->facts, j->person), j->position);
		detail_roll(call, item, AT_DECISION);
		rule_hint(call, "An adjuster is one of those who serve at the meeting.");
	}
}

/* why a signature says nothing about a section */
typedef enum Lack
{
	LACK_NOTHING,
	LACK_SECTION,				/* there is none */
	LACK_ELECTION,
	LACK_RANGE,
	LACK_PRESENCE,
	LACK_OTHER_PERSON,
	LACK_CHAIR
} Lack;

static Lack
chair_lacks(const Facts *facts, const Attestation *a, const AgendaItem *item)
{
	const Presiding *p = presiding_at(facts, item->handled);

	return p != NULL && p->person == a->person ? LACK_NOTHING : LACK_CHAIR;
}

static Lack
adjuster_lacks(const Facts *facts, const Attestation *a, const AgendaItem *item)
{
	const Presiding *p = presiding_at(facts, item->handled);
	Lack		lack = LACK_ELECTION;

	for_each(j, facts, ADJUSTER)
	{
		if (j->person != a->person)
			continue;
		if (!in_range(item->handled, j->from_item, j->to_item))
			lack = Max(lack, LACK_RANGE);
		else if (serving_at(facts, item, a->person, AT_DECISION) == NULL)
			lack = Max(lack, LACK_PRESENCE);
		else if (p != NULL && p->person == a->person)
			lack = Max(lack, LACK_OTHER_PERSON);
		else
			return LACK_NOTHING;
	}
	return lack;
}

/*
 * What a signature lacks: nothing if it says something about one section of
 * the minutes at least; else what it came nearest to.
 */
static Lack
signature_lacks(const Facts *facts, const Attestation *a, const Minutes *minutes)
{
	Lack		nearest = LACK_SECTION;

	for_each(item, facts, AGENDA_ITEM)
	{
		Lack		lack;

		if (!minutes_cover(facts, minutes, item->handled))
			continue;
		lack = a->role == W_CHAIR ? chair_lacks(facts, a, item) :
			adjuster_lacks(facts, a, item);
		if (lack == LACK_NOTHING)
			return lack;
		nearest = Max(nearest, lack);
	}
	return nearest;
}

static void
say_lack(Call *call, const Attestation *a, Lack lack)
{

	switch (lack)
	{
		case LACK_NOTHING:
			rule_met(call, "%s is entitled to attest minutes %d as %s",
					 call->name(call->facts, a->person),
					 a->number, word_told(a->role));
			break;
		case LACK_SECTION:
			rule_broken(call, "minutes %d cannot be attested: they cover no item that was handled",
						a->number);
			break;
		case LACK_ELECTION:
			rule_broken(call, "%s cannot attest minutes %d: not elected adjuster at this meeting",
						call->name(call->facts, a->person), a->number);
			rule_hint(call, "An adjuster is elected at each meeting (table adjuster names the item).");
			break;
		case LACK_RANGE:
			rule_broken(call, "%s cannot attest minutes %d: elected adjuster for other sections",
						call->name(call->facts, a->person), a->number);
			break;
		case LACK_PRESENCE:
			rule_broken(call, "%s cannot attest minutes %d: served at none of their sections",
						call->name(call->facts, a->person), a->number);
			rule_hint(call, "For sections at which an adjuster was absent or recused another one is elected.");
			break;
		case LACK_OTHER_PERSON:
			rule_broken(call, "%s cannot attest minutes %d as adjuster, having presided over the same sections",
						call->name(call->facts, a->person), a->number);
			rule_hint(call, "Two persons attest: the one who presided and an adjuster.");
			break;
		case LACK_CHAIR:
			rule_broken(call, "%s cannot attest minutes %d: presided over none of their sections",
						call->name(call->facts, a->person), a->number);
			rule_hint(call, "Each section is attested by the one who presided over it (table presiding).");
			break;
	}
}

static bool
signs_for_later(const Facts *facts, int64 person)
{
	for (int i = 0; facts->later_signers && i < facts->later_signers->n; i++)
		if (facts->later_signers->v[i] == person)
			return true;
	return false;
}

/*
 * attestation_entitled: a signature is that of one who presided over a section
 * of the minutes, or of an adjuster for one, who served at it and did not
 * preside over it; or, where they are hindered, of the one who presided over a
 * later meeting of the body or of its successor.
 *
 * Reglemente 6 §; KL 4:22, 5:69, 6:35.
 */
void
judge_attestation_entitled(Call *call)
{
	for_each(a, call->facts, ATTESTATION)
	{
		const Minutes *minutes = minutes_numbered(call->facts, a->number);

		if (minutes == NULL)
			continue;			/* left to the foreign key */
		if (a->role != W_LATER_MEETING)
			say_lack(call, a, signature_lacks(call->facts, a, minutes));
		else if (!a->hindrance)
		{
			rule_broken(call, "minutes %d cannot be attested by a later meeting: no hindrance is recorded",
						a->number);
			rule_hint(call, "Say in column \"hindrance\" why those who should attest cannot.");
		}
		else if (!signs_for_later(call->facts, a->person))
		{
			rule_broken(call, "%s cannot attest minutes %d for a later meeting",
						call->name(call->facts, a->person), a->number);
			rule_hint(call, "It is a later meeting of the body, or of its successor, and the one who presides there signs.");
		}
		else
			rule_met(call, "%s attests minutes %d for a later meeting",
					 call->name(call->facts, a->person), a->number);
	}
}

/*
 * A section is attested when the one who presided over it has signed and so
 * many adjusters have; or a later meeting has.
 */
static bool
section_attested(const Facts *facts, const Minutes *minutes, const AgendaItem *item,
				 int adjusters)
{
	bool		chair = false;

	for_each(a, facts, ATTESTATION)
	{
		if (a->number != minutes->number)
			continue;
		if (a->role == W_LATER_MEETING)
			return true;
		if (a->role == W_CHAIR)
			chair = chair || chair_lacks(facts, a, item) == LACK_NOTHING;
		else if (adjuster_lacks(facts, a, item) == LACK_NOTHING)
			adjusters--;
	}
	return chair && adjusters <= 0;
}

/*
 * minutes_attested
 *		Does every section of the minutes (one at least) have the signatures
 *		it needs?
 */
bool
minutes_attested(const Facts *facts, const Minutes *minutes, int adjusters)
{
	bool		any = false;

	for_each(item, facts, AGENDA_ITEM)
	{
		if (!minutes_cover(facts, minutes, item->handled))
			continue;
		if (!section_attested(facts, minutes, item, adjusters))
			return false;
		any = true;
	}
	return any;
}

/* When the last of the sections of the minutes was done; or TIME_NULL. */
static Timestamp
last_section(const Facts *facts, const Minutes *minutes)
{
	Timestamp	last = TIME_NULL;

	for_each(item, facts, AGENDA_ITEM)
	{
		if (!minutes_cover(facts, minutes, item->handled))
			continue;
		last = Max(last, item->opened_at);
		last = Max(last, item->decided_at);
	}
	return last;
}

/*
 * attestation_time: minutes are attested after the meeting was closed, and
 * what is attested at once after it was decided, at the earliest.  KL 5:69,
 * 6:35.  That they are attested within fourteen days is a duty that reports
 * show (attestation_days), for a late attestation is better than none.
 */
void
judge_attestation_time(Call *call)
{
	const Meeting *meeting = the_meeting(call->facts);

	for_each(a, call->facts, ATTESTATION)
	{
		const Minutes *minutes = minutes_numbered(call->facts, a->number);
		Timestamp	from;

		if (minutes == NULL)
			continue;
		from = minutes->immediate ? last_section(call->facts, minutes) : meeting->closed_at;
		if (from == TIME_NULL && !minutes->immediate)
		{
			rule_broken(call, "minutes %d cannot be attested: the meeting is not closed",
						a->number);
			rule_hint(call, "While the meeting goes on, minutes over named sections may be attested at once (column \"immediate\").");
		}
		else if (from != TIME_NULL && a->signed_at < from)
			rule_broken(call, minutes->immediate ?
						gettext_noop("minutes %d are signed %s, before their last section was done %s") :
						gettext_noop("minutes %d are signed %s, before the meeting was closed %s"),
						a->number, time_text(a->signed_at), time_text(from));
		else
			rule_met(call, "minutes %d are signed %s", a->number, time_text(a->signed_at));
	}
}

/*
 * attestation_later: that a later meeting attests is an exception, to be seen
 * as one (its setting says "warn").  KL 5:69, 6:35.
 */
void
judge_attestation_later(Call *call)
{
	for_each(a, call->facts, ATTESTATION)
		if (a->role == W_LATER_MEETING)
			rule_broken(call, "minutes %d are attested by a later meeting, not by those who were to attest them",
						a->number);
		else
			rule_met(call, "minutes %d are attested by %s", a->number,
					 call->name(call->facts, a->person));
}
