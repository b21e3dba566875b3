/*
 * rule.h
 *	  What a rule is: a pure function from the regulation in force and the
 *	  facts to verdicts.
 *
 * A rule never reads tables, raises errors or knows about triggers.  When it
 * is asked, and which tables it needs, its catalogue entry says (catalogue.h);
 * what becomes of a verdict (an error, a warning, a recorded deviation, a row
 * of an explanation) is decided elsewhere (enforcement/).
 */
#ifndef GOVERNANCE_RULE_H
#define GOVERNANCE_RULE_H

#include "registry/facts.h"
#include "rules/catalogue.h"
#include "registry/settings.h"
#include "rules/told.h"

typedef enum Status
{
	MET,
	BROKEN,
	PENDING,					/* cannot be said yet */
	NOT_APPLICABLE
} Status;

typedef struct Verdict
{
	RuleId		rule;			/* NUM_RULES: a rule of the registry's own */
	const Setting *setting;
	Status		status;
	int64		meeting;		/* 0: it is about what the facts are about */
	int32		position;		/* of the item, or number in the matter; INT_NULL: the whole */
	char	   *message;		/* one line: what was found */
	char	   *detail;			/* facts counted, sentences; or null */
	char	   *hint;			/* the way out, a sentence; or null */
	struct Verdict *told;		/* the same in the language of lc_messages; null: this is it */
} Verdict;

/* one row that a statement changed, for rules that judge the act itself */
typedef struct Change
{
	TableId		table;
	const void *old;			/* the table's struct, null: an insertion */
	const void *new;			/* null: a deletion */
	/* fetches the two when they are first asked for; null: they are there */
	void		(*fetch) (struct Change *change);
} Change;

/* a question put to a rule */
typedef struct Call
{
	const Rule *rule;
	const Setting *setting;
	Facts	   *facts;			/* of the meeting, the body or the matter */
	const struct InForce *law;	/* the rules in force for it */
	const AgendaItem *item;		/* for rules about one item */
	int64		meeting;		/* for rules about a matter: where it was handled, or 0 */
	int32		number;			/* ... and at which item; or what is numbered in it */
	Change	   *change;			/* for rules about an act */
	Period		days;			/* for rules about a body: those judged */
	bool		explain;		/* say also what is met, pending, without object */
	List	  **verdicts;		/* of Verdict */
	Verdict    *last;			/* the one that was said last */
	/*
	 * how a person is called in a message, if the reader may know: a query, so
	 * only to be asked where the text is made
	 */
	const char *(*name) (Facts *facts, int64 person);
	/* the law for a body of that kind on a day */
	const struct InForce *(*law_on) (const Facts *facts, int64 body, Word kind, DateADT day);
} Call;

/*
 * Saying a verdict.  The text is made only if somebody will read it.
 */
extern void rule_say(Call *call, Status status, const char *format,...) pg_attribute_printf(3, 4);
extern void rule_detail(Call *call, const char *format,...) pg_attribute_printf(2, 3);
extern void rule_hint(Call *call, const char *format,...) pg_attribute_printf(2, 3);

#define rule_met(call, ...) \
	((call)->explain ? rule_say(call, MET, __VA_ARGS__) : (void) 0)
#define rule_pending(call, ...) \
	((call)->explain ? rule_say(call, PENDING, __VA_ARGS__) : (void) 0)
#define rule_not_applicable(call, ...) \
	((call)->explain ? rule_say(call, NOT_APPLICABLE, __VA_ARGS__) : (void) 0)
#define rule_broken(call, ...) \
	rule_say(call, BROKEN, __VA_ARGS__)

/* the setting of another rule that is in force for the same facts */
extern const Setting *rule_setting(const Call *call, RuleId rule);
extern int	rule_seats(const Call *call);

/*
 * A matter's rows are of several bodies and days: these find the rule's setting
 * for one of them, and say whether the rule is in force there.
 */
extern bool rule_in_force(Call *call, int64 body, DateADT day, int32 number);
extern bool rule_in_force_at(Call *call, const Handling *handling);

/* the changed row as it was, and as it is; null: an insertion, a deletion */
extern const void *row_before(const Call *call);
extern const void *row_after(const Call *call);

/* small questions that several rules put to the facts (rule.c) */
extern const AgendaItem *item_at(const Facts *facts, int32 position);
extern const AgendaItem *item_handled(const Facts *facts, int32 handled);
extern bool in_range(int32 handled, int32 from_item, int32 to_item);
extern const Presiding *presiding_at(const Facts *facts, int32 handled);
extern const Membership *membership_on(const Facts *body, int64 person, Word role,
									   DateADT day);
extern bool holds_office(const Facts *body, int64 person, Word kind, DateADT day);
extern int64 office_holder(const Facts *body, Word kind, DateADT day);
extern const char *time_text(Timestamp time);
extern const char *day_text(DateADT day);
extern const char *period_text(Period period);

#endif							/* GOVERNANCE_RULE_H */
