/*
 * list_decisions.h
 *	  Catalogue entries of the rules about decisions.
 */
#define DECISIONS_RULES(R)
