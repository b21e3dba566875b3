/*
 * list_bodies.h
 *	  Catalogue entries of the rules about bodies.
 */
#define BODIES_RULES(R)
