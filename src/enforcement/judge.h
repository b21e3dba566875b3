/*
 * judge.h
 *	  Putting the facts before the rules.
 */
#ifndef GOVERNANCE_JUDGE_H
#define GOVERNANCE_JUDGE_H

#include "commands/trigger.h"

#include "registry/query.h"
#include "rules/rule.h"

/* which rules are asked, and about what */
typedef struct Question
{
	Tables		asked;			/* rules that changes of these tables may break */
	const int32 *positions;		/* the items, ascending; null: every item */
	int			npositions;
	Period		days;			/* of a body: those to judge (judge_body) */
	bool		explain;
} Question;

extern Tables judge_needs(Root root, Tables asked);
extern bool judge_concerns(TableId id, Subject subject);
extern List *judge(Facts *facts, const Question *question);
extern List *judge_act(Facts *facts, Change *change, List *verdicts);
extern List *judge_body(Facts *facts, const Question *question, Period days, bool lock);
extern bool judged_already(Facts *facts, TableId id, Period days);

#define ALL_TABLES	(~UINT64CONST(0))

/* violation.c */
extern void violation_handle(Oid relid, Facts *facts, List *verdicts, bool late);
extern const char *person_name(Facts *facts, int64 person);
extern char *citation_text(const Setting *setting);
extern const char *verdict_code(const Verdict *verdict);
extern Verdict *verdict_told(Verdict *verdict);
extern bool violation_may_be_told(const Facts *facts, const Verdict *verdict);
extern bool violation_is_admitted(const Facts *facts, const Verdict *verdict);

/* cascade.c */
extern Period change_days(const Change *change);
extern void cascade(Facts *body, const Change *change);
extern void judge_children(Oid relid, const Facts *body, const Change *change);

/* check_meeting.c */
extern void check_noted(int done);
extern void check_meetings(Oid relid, Registry *registry, TableId id,
						   const RegistryQuery *query, const Datum *args);

/* check_matter.c */
extern void check_matter(Oid relid, Registry *registry, int64 matter, Tables asked, bool late);
extern void check_matter_handled(Oid relid, Registry *registry, int64 matter, Tables asked,
								 int64 meeting);
extern void check_matters(Oid relid, Registry *registry, Tables asked,
						  const RegistryQuery *query, const Datum *args, bool late);
extern void check_row_of_matter(Relation rel, Registry *registry, TableId id,
								TupleTableSlot *old_slot, TupleTableSlot *new_slot);

/* check_body.c */
extern void check_row_of_body(Relation rel, Registry *registry, TableId id,
							  TupleTableSlot *old_slot, TupleTableSlot *new_slot);

/* trigger.c */
typedef enum Firing
{
	BEFORE_STATEMENT,
	AFTER_ROW,
	AFTER_STATEMENT
} Firing;

extern TriggerData *expect_trigger(FunctionCallInfo fcinfo, const char *name, Firing firing);

/* import.c */
extern void import_init(void);
extern bool import_under_way(const Registry *registry);

/* own_rule.c */
extern Oid	own_rule_function(const Registry *registry, const char *code, const char *procedure);
extern void judge_own_rule(Call *call);

#endif							/* GOVERNANCE_JUDGE_H */
