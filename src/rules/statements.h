/*
 * statements.h
 *	  Officials' statements (tjänsteutlåtanden) that decisions and answers refer
 *	  to.
 */
#ifndef GOVERNANCE_STATEMENTS_H
#define GOVERNANCE_STATEMENTS_H

#include "rules/rule.h"

extern void judge_statement(Call *call, const char *what, int32 number, DateADT day);

#endif							/* GOVERNANCE_STATEMENTS_H */
