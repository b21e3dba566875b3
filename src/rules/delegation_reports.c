/*
 * delegation_reports.c
 *	  Rules about reports of decisions by delegation to the body that delegated
 *	  (rules.md A29, I12).  What lacks a report is told by the views
 *	  (66_delegation.sql): that is a duty, and nothing that can be refused.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/calling.h"
#include "rules/rule.h"

/* the day whose rules a report follows: when it was received, else its last day */
static DateADT
day_of_report(const DelegationReport *report)
{
	return report->received_on != DAY_NULL ? report->received_on : report->period.to - 1;
}

static bool
report_in_force(Call *call, const DelegationReport *report)
{
	return rule_in_force(call, report->body, day_of_report(report), report->number);
}

/*
 * Goes through the lines of a report, each once: a line stands as often as
 * others tell of its decision.  One without a decision is left to its foreign key.
 */
#define for_each_line_of(l, report, facts) \
	for_each_report_line(l, facts) \
		if (l->number != (report)->number || l->decided_on == DAY_NULL || \
			(l > (facts)->report_lines && l[-1].number == l->number && l[-1].line == l->line)) \
			continue; \
		else

static const char *
body_text(const Facts *facts, int64 body)
{
	const Facts *named = facts_body_named(facts, body);

	if (named != NULL && the_body(named) != NULL)
		return psprintf("\"%s\"", the_body(named)->name);
	return psprintf(told("body %lld"), (long long) body);
}

/*
 * report_delegator (KL 6:40, reglemente 10 §)
 *		A report goes to the body that delegated, about what was decided in the
 *		body that reports.
 */
void
judge_report_delegator(Call *call)
{
	for_each(r, call->facts, DELEGATION_REPORT)
	{
		if (!report_in_force(call, r))
			continue;
		for_each_line_of(l, r, call->facts)
		{
			if (l->from_body == 0)
				rule_broken(call, "report %d line %d: the decision was not made by delegation",
							r->number, l->line);
			else if (l->from_body != r->to_body)
				rule_broken(call, "report %d line %d: the decision was made by delegation from %s, and the report is to %s",
							r->number, l->line, body_text(call->facts, l->from_body),
							body_text(call->facts, r->to_body));
			else if (l->decided_in != r->body)
				rule_broken(call, "report %d line %d: the decision was made in %s, and the report is from %s",
							r->number, l->line, body_text(call->facts, l->decided_in),
							body_text(call->facts, r->body));
			else
				rule_met(call, "report %d line %d: a decision by delegation from %s", r->number,
						 l->line, body_text(call->facts, r->to_body));
		}
	}
}

/*
 * report_period (reglemente 10 §, rules.md I12)
 *		A report tells of decisions of its days.
 */
void
judge_report_period(Call *call)
{
	for_each(r, call->facts, DELEGATION_REPORT)
	{
		if (!report_in_force(call, r))
			continue;
		for_each_line_of(l, r, call->facts)
		{
			if (period_has(r->period, l->decided_on))
				rule_met(call, "report %d line %d: decided on %s", r->number, l->line,
						 day_text(l->decided_on));
			else
				rule_broken(call, "report %d line %d: decided on %s, and the report is about %s",
							r->number, l->line, day_text(l->decided_on), period_text(r->period));
		}
	}
}

/*
 * report_once (reglemente 10 §, rules.md A29)
 *		A decision stands in one report that was received.  A report that was
 *		tabled was not, and what it tells may come again in a later one.
 */
void
judge_report_once(Call *call)
{
	for_each(r, call->facts, DELEGATION_REPORT)
	{
		bool		twice = false;

		if (!report_in_force(call, r))
			continue;
		for_each_report_line(l, call->facts)
		{
			if (l->number != r->number || l->other_received_on == DAY_NULL)
				continue;
			twice = true;
			if (l->other_admitted)	/* it is one breach, and needs one deviation */
				rule_met(call, "report %d line %d: that the decision is reported twice was admitted of the other report",
						 r->number, l->line);
			else if (r->received_on == DAY_NULL)
				rule_pending(call, "report %d line %d: the decision was reported on %s already",
							 r->number, l->line, day_text(l->other_received_on));
			else
			{
				rule_broken(call, "report %d line %d: the decision is reported twice, on %s and on %s",
							r->number, l->line, day_text(Min(r->received_on, l->other_received_on)),
							day_text(Max(r->received_on, l->other_received_on)));
				rule_detail(call, "The other is line %d of report %d in matter %lld.", l->other_line,
							l->other_number, (long long) l->other_matter);
				rule_hint(call, "Take the line out of one of them.");
			}
		}
		if (!twice && r->received_on != DAY_NULL)
			rule_met(call, "report %d: each decision is reported once", r->number);
	}
}

/* ---- received ---- */

/* the day on which the item was decided */
static DateADT
handled_on(const Handling *h)
{
	return h->decided_at != TIME_NULL ? day_of(h->decided_at) : h->day;
}

static bool
receives(const Handling *h)
{
	return h->kind == W_NOTING || h->kind == W_SETTLING;
}

/* what the report's item came to; a decision that receives it before any other */
static const Handling *
handling_of(const Facts *facts, const DelegationReport *report)
{
	const Handling *found = NULL;

	for_each_handling(h, facts)
		if (h->meeting == report->meeting && h->position == report->position &&
			(found == NULL || (receives(h) && !receives(found))))
			found = h;
	return found;
}

/*
 * report_received (KL 6:40, reglemente 10 §)
 *		Received is a report at a meeting of the body that it is to, which
 *		handled it as an item of the matter and noted or settled it: tabled is not
 *		received.
 */
void
judge_report_received(Call *call)
{
	for_each(r, call->facts, DELEGATION_REPORT)
	{
		const Handling *h;

		if (!report_in_force(call, r))
			continue;
		if (r->received_on == DAY_NULL)
		{
			rule_pending(call, "report %d has not been received", r->number);
			continue;
		}
		h = handling_of(call->facts, r);
		if (h == NULL)
		{
			rule_broken(call, "report %d is received at an item that is not about this matter", r->number);
			rule_hint(call, "Name the matter at the item (agenda_item.matter_id).");
		}
		else if (h->body != r->to_body)
			rule_broken(call, "report %d is received at a meeting of another body than %s",
						r->number, body_text(call->facts, r->to_body));
		else if (h->cancelled)
			rule_broken(call, "report %d is received at a meeting that was cancelled", r->number);
		else if (h->point == INT_NULL)
			rule_broken(call, "report %d is received at item %d, which has no decision", r->number,
						h->position);
		else if (!receives(h))
		{
			rule_broken(call, "report %d is received at item %d, which was %s", r->number,
						h->position, word_told(h->outcome));
			rule_hint(call, "Received is what the body has noted; a tabled report may come again.");
		}
		else if (r->received_on != handled_on(h))
			rule_broken(call, "report %d is received on %s, and the item was decided on %s",
						r->number, day_text(r->received_on), day_text(handled_on(h)));
		else if (r->handed_over_on != DAY_NULL && r->handed_over_on > r->received_on)
			rule_broken(call, "report %d is received on %s, before it was handed over on %s",
						r->number, day_text(r->received_on), day_text(r->handed_over_on));
		else
			rule_met(call, "report %d was received on %s", r->number, day_text(r->received_on));
	}
}
