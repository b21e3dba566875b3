/*
 * catalogue.h
 *	  The catalogue of rules: one entry each.
 *
 *	  R(code, SUBJECT, VALUE, default, basis, rows, asked, needs, description, swedish)
 *
 * code			constraint name of its violations; judge_<code> is its meaning
 * SUBJECT		what it is asked about: ITEM (once an item), ORDER (the same, but
 *				an item that changes may break it for the others), MEETING, BODY,
 *				MATTER, ACT (each changed row), or PARAMETER (a value that other rules,
 *				views and duties use; nothing to judge)
 * VALUE		type of its value: NONE, QUORUM, NUMBER, FLAG, TEXT
 * default		its value where a setting gives none
 * basis		the law it rests on
 * rows			the clauses of the source documents, by their ids
 * asked		the tables whose changes may break it
 * needs		the tables it looks at
 * swedish		what it is called in Swedish, in a few words
 *
 * The entries stand beside the rules, a list for each subject.
 */
#ifndef GOVERNANCE_CATALOGUE_H
#define GOVERNANCE_CATALOGUE_H

#include "registry/tables.h"
#include "rules/list_attendance.h"
#include "rules/list_bodies.h"
#include "rules/list_calling.h"
#include "rules/list_decisions.h"
#include "rules/list_delegation.h"
#include "rules/list_documents.h"
#include "rules/list_letters.h"
#include "rules/list_minutes.h"
#include "rules/list_motions.h"
#include "rules/list_policies.h"
#include "rules/list_quorum.h"
#include "rules/list_referrals.h"
#include "rules/list_regulations.h"
#include "rules/list_voting.h"

/* in the order of a committee's life */
#define ALL_RULES(R) \
	BODIES_RULES(R) \
	REGULATIONS_RULES(R) \
	CALLING_RULES(R) \
	ATTENDANCE_RULES(R) \
	QUORUM_RULES(R) \
	VOTING_RULES(R) \
	DECISIONS_RULES(R) \
	MINUTES_RULES(R) \
	DELEGATION_RULES(R) \
	DOCUMENTS_RULES(R) \
	REFERRALS_RULES(R) \
	MOTIONS_RULES(R) \
	LETTERS_RULES(R) \
	POLICIES_RULES(R)

typedef enum RuleId
{
#define DECLARE_RULE(code, ...) RULE_##code,
	ALL_RULES(DECLARE_RULE)
#undef DECLARE_RULE
	NUM_RULES
} RuleId;

typedef enum Subject
{
	SUBJECT_ITEM,
	SUBJECT_ORDER,
	SUBJECT_MEETING,
	SUBJECT_BODY,
	SUBJECT_MATTER,
	SUBJECT_ACT,
	SUBJECT_PARAMETER
} Subject;

typedef enum ValueType
{
	VALUE_NONE,
	VALUE_QUORUM,
	VALUE_NUMBER,
	VALUE_FLAG,
	VALUE_TEXT
} ValueType;

struct Call;

typedef struct Rule
{
	const char *code;
	Subject		subject;
	ValueType	value;
	const char *default_value;
	const char *basis;
	const char *rows;
	Tables		asked;
	Tables		needs;
	const char *description;
	const char *swedish;		/* UTF-8 */
	void		(*judge) (struct Call *call);
} Rule;

/* the meaning of each rule */
#define declare_ITEM(code)			extern void judge_##code(struct Call *call);
#define declare_ORDER(code)			declare_ITEM(code)
#define declare_MEETING(code)		declare_ITEM(code)
#define declare_BODY(code)			declare_ITEM(code)
#define declare_MATTER(code)		declare_ITEM(code)
#define declare_ACT(code)			declare_ITEM(code)
#define declare_PARAMETER(code)

#define DECLARE_JUDGE(code, SUBJECT, ...) declare_##SUBJECT(code)
ALL_RULES(DECLARE_JUDGE)

extern const Rule rules[NUM_RULES];

extern int	rule_lookup(const char *code);
extern const char *subject_text(Subject subject);
extern const char *value_type_text(ValueType type);

#endif							/* GOVERNANCE_CATALOGUE_H */
