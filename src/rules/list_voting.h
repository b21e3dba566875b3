/*
 * list_voting.h
 *	  Catalogue entries of the rules about voting.
 */
#define VOTING_RULES(R)
