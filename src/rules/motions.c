/*
 * motions.c
 *	  Rules about motions and citizen proposals: who raises them, who decides
 *	  them, and when they are done with (rules.md C1, C2, E1, E8, L10, L20, L21).
 *	  How they are prepared is in preparation.c, what they ask for in claims.c.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/calling.h"
#include "rules/motions.h"
#include "rules/wording.h"

/* ---- what others ask too ---- */

const char *
motion_called(const Motion *motion)
{
	return motion->kind == W_CITIZEN_PROPOSAL ? told("citizen proposal") : told("motion");
}

static bool
is_board(Word kind)
{
	return kind == W_BOARD || kind == W_EXECUTIVE_BOARD;
}

/*
 * decides_motion
 *		Is it for the body of that meeting to decide the motion?  The council
 *		decides, of citizen proposals also the board that it lets do so; not a
 *		committee, which nobody may let decide them (KL 5:23, 6:38).
 */
bool
decides_motion(const Motion *motion, const Handling *h)
{
	return h->body == motion->council ||
		(motion->kind == W_CITIZEN_PROPOSAL && h->body == motion->decided_by &&
		 is_board(h->body_kind));
}

/* Was the matter settled there? */
bool
is_settling(const Handling *h)
{
	return h->kind == W_SETTLING && !h->cancelled;
}

/* the day of a decision: as stated, or else the meeting's */
DateADT
handling_day(const Handling *h)
{
	return h->decided_at != TIME_NULL ? day_of(h->decided_at) : h->day;
}

/* Did the one come before the other, as far as times are stated; or on the same day? */
bool
handled_before(const Handling *earlier, const Handling *later)
{
	if (earlier->decided_at != TIME_NULL && later->decided_at != TIME_NULL)
		return earlier->decided_at <= later->decided_at;
	return handling_day(earlier) <= handling_day(later);
}

/* ---- raising ---- */

/* what the council decided about it before the day on which it was raised; null: nothing */
static const Handling *
council_before(const Facts *facts, const Motion *motion)
{
	for_each_handling(h, facts)
		if (h->body == motion->council && h->point != INT_NULL && !h->cancelled &&
			handling_day(h) < motion->raised_on)
			return h;
	return NULL;
}

/*
 * motion_raised: a motion is raised in the council, not before the date on it,
 * and not after the council first decided anything about it.
 *
 * The year runs from that day (KL 5:35), so it can be neither the day on the
 * paper nor a later day than the true one.  KL 5:22; rules.md C1, E1.
 */
void
judge_motion_raised(Call *call)
{
	const Motion *motion = the_motion(call->facts);
	const Body *council;
	const Handling *before;

	if (motion == NULL || !rule_in_force(call, motion->council, motion->raised_on, INT_NULL))
		return;
	council = the_body(facts_body_named(call->facts, motion->council));
	before = council_before(call->facts, motion);
	if (council->kind != W_COUNCIL)
		rule_broken(call, "a %s is raised in the council, and \"%s\" is a body of kind %s",
					motion_called(motion), council->name, word_told(council->kind));
	else if (motion->dated_on != DAY_NULL && motion->dated_on > motion->raised_on)
		rule_broken(call, "the %s is dated %s, after it was raised on %s", motion_called(motion),
					day_text(motion->dated_on), day_text(motion->raised_on));
	else if (before != NULL)
	{
		rule_broken(call, "the council decided about the %s on %s, before it was raised on %s",
					motion_called(motion), day_text(handling_day(before)), day_text(motion->raised_on));
		rule_hint(call, "The year within which it is to be decided runs from the day on which the council first took it up.");
	}
	else
		rule_met(call, "the %s was raised on %s", motion_called(motion), day_text(motion->raised_on));
}

/*
 * mover_entitled: a motion is raised by members of the council, and by
 * substitutes while they serve.
 *
 * A substitute serves who is entered as serving at the item of the council's
 * meeting, on that day, that is about the motion.  KL 4:19, 4:22; rules.md L10.
 */
void
judge_mover_entitled(Call *call)
{
	const Motion *motion = the_motion(call->facts);
	const char *day;

	if (motion == NULL || motion->kind != W_MOTION ||
		!rule_in_force(call, motion->council, motion->raised_on, INT_NULL))
		return;
	day = day_text(motion->raised_on);
	for_each_mover(m, call->facts)
	{
		if (m->seat == W_MEMBER)
			rule_met(call, "%s, who raised the motion, was a member of the council on %s",
					 call->name(call->facts, m->person), day);
		else if (m->seat == W_SUBSTITUTE && m->served)
			rule_met(call, "%s, who raised the motion, served as substitute in the council on %s",
					 call->name(call->facts, m->person), day);
		else if (m->seat == W_SUBSTITUTE)
		{
			rule_broken(call, "%s raised the motion as a substitute who did not serve in the council on %s",
						call->name(call->facts, m->person), day);
			rule_hint(call, "Who served is seen at the item about the motion: write the council's item (agenda_item.matter_id) and attendance first.");
		}
		else
		{
			rule_broken(call, "%s raised the motion and had no seat in the council on %s",
						call->name(call->facts, m->person), day);
			rule_hint(call, "Others who are registered in the municipality raise citizen proposals (motion.kind).");
		}
	}
	if (call->facts->rows[T_MOTION_MOVER].n == 0)
		rule_pending(call, "it is not said who raised the motion");
}

/*
 * citizen_proposals: whoever is registered in the municipality may raise
 * citizen proposals, if the council has decided so.
 *
 * The ground layer says no; where the council has decided it, its own standing
 * orders set the value to true (KL 5:72).  KL 8:1; rules.md L21.
 */
void
judge_citizen_proposals(Call *call)
{
	const Motion *motion = the_motion(call->facts);

	if (motion == NULL || motion->kind != W_CITIZEN_PROPOSAL ||
		!rule_in_force(call, motion->council, motion->raised_on, INT_NULL))
		return;
	if (call->setting->flag)
		rule_met(call, "the council has decided that citizen proposals may be raised");
	else
	{
		rule_broken(call, "a citizen proposal was raised on %s, and nothing says that the council has admitted them",
					day_text(motion->raised_on));
		rule_hint(call, "Where it has, its standing orders set rule \"citizen_proposals\" to true.");
	}
}

/* ---- deciding ---- */

/* To whom has the council handed it over?  The executive board or another board. */
static void
judge_handed_over(Call *call, const Motion *motion)
{
	const Facts *to = facts_body_named(call->facts, motion->decided_by);

	if (to == NULL || the_body(to) == NULL ||
		!rule_in_force(call, motion->council, motion->raised_on, INT_NULL))
		return;
	if (is_board(the_body(to)->kind))
		rule_met(call, "the council lets \"%s\" decide the %s", the_body(to)->name, motion_called(motion));
	else
		rule_broken(call, "the council lets \"%s\", a body of kind %s, decide the %s, and only a board may",
					the_body(to)->name, word_told(the_body(to)->kind), motion_called(motion));
}

/*
 * motion_decided: others propose and give opinions; the council decides, or of
 * a citizen proposal the board that it is handed over to.
 *
 * KL 5:23; rules.md C2, L20, L21.
 */
void
judge_motion_decided(Call *call)
{
	const Motion *motion = the_motion(call->facts);

	if (motion == NULL)
		return;
	if (motion->decided_by != 0)
		judge_handed_over(call, motion);
	for_each_handling(h, call->facts)
	{
		if (h->kind != W_SETTLING || !rule_in_force_at(call, h))
			continue;
		if (decides_motion(motion, h))
			rule_met(call, "item %d decides the %s, which is for this body to do", h->position,
					 motion_called(motion));
		else
		{
			rule_broken(call, "item %d decides a %s, which only the council does", h->position,
						motion_called(motion));
			rule_hint(call, "Record what this body says of it as an opinion: kind = 'opinion'.");
		}
	}
}

/*
 * opinion_recommends: a body that may only have an opinion about a motion does
 * not say that it approves or rejects it.
 *
 * The wording is kept as it is; the rule warns.  An outcome or a verb that
 * decides is no breach where the text says first that it proposes or
 * recommends.  KL 5:23; rules.md E8.
 */
void
judge_opinion_recommends(Call *call)
{
	const Motion *motion = the_motion(call->facts);

	if (motion == NULL)
		return;
	for_each_handling(h, call->facts)
	{
		Wording		wording;

		if (h->kind != W_OPINION || decides_motion(motion, h) || !rule_in_force_at(call, h))
			continue;
		wording = read_wording(h->text);
		if (wording.deciding == NULL && (h->outcome != W_REJECTED || wording.recommends))
		{
			rule_met(call, "item %d gives an opinion on the %s", h->position, motion_called(motion));
			continue;
		}
		if (wording.deciding != NULL)
			rule_broken(call, "item %d says \"%s\" of a %s that this body may only advise on",
						h->position, wording.deciding, motion_called(motion));
		else
			rule_broken(call, "item %d rejects a %s that this body may only advise on",
						h->position, motion_called(motion));
		rule_hint(call, WORDS_THAT_RECOMMEND);
	}
}

/* ---- the end ---- */

/* the first claim without an outcome, where others have one; null: none is left over */
static const Claim *
claim_left(const Facts *facts)
{
	const Claim *left = NULL;
	bool		decided = false;

	for_each(c, facts, CLAIM)
	{
		if (c->outcome != W_NONE)
			decided = true;
		else if (left == NULL)
			left = c;
	}
	return decided ? left : NULL;
}

static bool
is_decided(const Facts *facts, const Motion *motion, DateADT day)
{
	for_each_handling(h, facts)
		if (is_settling(h) && decides_motion(motion, h) && handling_day(h) <= day)
			return true;
	return false;
}

/*
 * motion_concluded: the matter of a motion is not concluded before the motion is
 * decided, in every claim, or withdrawn.
 *
 * The council is to decide what was raised in it.  KL 5:23; rules.md L20.
 */
void
judge_motion_concluded(Call *call)
{
	const Motion *motion = the_motion(call->facts);
	DateADT		closed_on = the_matter(call->facts)->closed_on;
	const Claim *left;

	if (motion == NULL)
		return;
	if (!rule_in_force(call, motion->council, closed_on != DAY_NULL ? closed_on : motion->raised_on, INT_NULL))
		return;
	left = claim_left(call->facts);
	if (closed_on == DAY_NULL)
		rule_pending(call, "the matter of the %s is open", motion_called(motion));
	else if (motion->withdrawn_on != DAY_NULL && motion->withdrawn_on <= closed_on)
		rule_met(call, "the %s was withdrawn on %s", motion_called(motion), day_text(motion->withdrawn_on));
	else if (!is_decided(call->facts, motion, closed_on))
	{
		rule_broken(call, "the matter is concluded on %s, and the %s is not decided",
					day_text(closed_on), motion_called(motion));
		rule_hint(call, "What cannot be prepared is reported to the council, which may write it off.");
	}
	else if (left != NULL)
		rule_broken(call, "the matter is concluded on %s, and claim %d of the %s has no outcome",
					day_text(closed_on), left->number, motion_called(motion));
	else
		rule_met(call, "the %s is decided", motion_called(motion));
}
