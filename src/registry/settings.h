/*
 * settings.h
 *	  The rules in force for one body on one day: which apply, with which
 *	  value, how strictly, and from which provision they follow.
 */
#ifndef GOVERNANCE_SETTINGS_H
#define GOVERNANCE_SETTINGS_H

#include "registry/registry.h"
#include "rules/catalogue.h"
#include "types/quorum.h"
#include "types/citation.h"

typedef enum RuleMode
{
	MODE_OFF,					/* no setting: the rule does not apply */
	MODE_ENFORCE,
	MODE_WARN,
	MODE_RECORD
} RuleMode;

typedef struct Setting
{
	RuleMode		mode;
	Quorum		quorum;			/* VALUE_QUORUM */
	int32		number;			/* VALUE_NUMBER */
	bool		flag;			/* VALUE_FLAG */
	char	   *value;			/* as written */
	char	   *citation;		/* "5 §", "KL 6:27"; null: no provision named */
	char	   *title;			/* of the regulation */
	char	   *wording;		/* of the provision */
	bool		own;			/* from the body's own regulation */
	Citation	place;			/* of the provision, for the order of verdicts */
	char	   *code;			/* of a rule of the registry's own, else null */
	char	   *procedure;		/* its function, schema-qualified */
} Setting;

typedef struct InForce
{
	Period		valid;			/* the same on all these days */
	Period		valid_but;		/* ... but for rules about matters */
	Setting		rule[NUM_RULES];
	Tables		needs[NUM_TABLES];	/* what a change of a meeting's table asks for */
	/* the rules that a change of a table may break, each list ended by a null */
	const Rule **asked[NUM_TABLES];	/* about meetings and their items */
	const Rule **acts[NUM_TABLES];	/* about the change itself */
	int			nown;			/* rules of the registry's own */
	Setting    *own;
	int			nextra;			/* further days off, ascending */
	DateADT    *extra;
} InForce;

extern void settings_init(void);
extern void settings_changed(Oid regulation);
extern uint64 settings_epoch(void);
extern void setting_parse(const Rule *rule, const char *text, Setting *setting);
extern const InForce *settings_in_force(Registry *registry, int64 body, Word kind,
										DateADT day, bool lock);

#endif							/* GOVERNANCE_SETTINGS_H */
