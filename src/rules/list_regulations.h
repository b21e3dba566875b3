/*
 * list_regulations.h
 *	  Catalogue entries of the rules about regulations.
 */
#define REGULATIONS_RULES(R)
