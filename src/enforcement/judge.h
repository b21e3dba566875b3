/*
 * judge.h
 *	  Putting the facts before the rules.
 */
#ifndef GOVERNANCE_JUDGE_H
#define GOVERNANCE_JUDGE_H

#include "commands/trigger.h"

#include "rules/rule.h"

/* which rules are asked, and about what */
typedef struct Question
{
	Tables		asked;			/* rules that changes of these tables may break */
	int32		position;		/* the item, or INT_NULL: every item */
	const Change *change;		/* the act, or null: only the state */
	bool		act_only;		/* the state has been judged already */
	Period		days;			/* of a body: those to judge (judge_body) */
	bool		explain;
} Question;

extern Tables judge_needs(const Question *question, Root root);
extern bool judge_concerns(TableId id, Subject subject);
extern List *judge(Facts *facts, const Question *question);
extern List *judge_body(Facts *facts, const Question *question, Period days, bool lock);

#define ALL_TABLES	(~UINT64CONST(0))

/* violation.c */
extern void violation_handle(Relation rel, Facts *facts, List *verdicts, bool late);
extern const char *person_name(Facts *facts, int64 person);
extern char *citation_text(const Setting *setting);
extern const char *verdict_code(const Verdict *verdict);
extern bool violation_is_admitted(const Facts *facts, const Verdict *verdict);

/* cascade.c */
extern Period change_days(const Change *change);
extern void cascade(Facts *body, const Change *change);
extern void judge_children(Relation rel, const Facts *body, const Change *change);

/* trigger.c */
extern TriggerData *expect_trigger(FunctionCallInfo fcinfo, const char *name, bool row);

/* import.c */
extern void import_init(void);
extern bool import_under_way(const Registry *registry);

/* own_rule.c */
extern Oid	own_rule_function(const Registry *registry, const char *code, const char *procedure);
extern void judge_own_rule(Call *call);

#endif							/* GOVERNANCE_JUDGE_H */
