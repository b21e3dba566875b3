/*
 * list_minutes.h
 *	  Catalogue entries of the rules about minutes.
 */
#define MINUTES_RULES(R)
