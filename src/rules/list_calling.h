/*
 * list_calling.h
 *	  Catalogue entries of the rules about calling.
 */
#define CALLING_RULES(R)
