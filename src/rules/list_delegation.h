/*
 * list_delegation.h
 *	  Catalogue entries of the rules about delegation, what is decided by it and
 *	  the reports of it (delegation.c).
 */
#define DELEGATION_RULES(R) \
	R(delegate_mandate, BODY, NONE, NULL, "KL 6:37", "C4 I17", \
	  TABLE(DELEGATION) | TABLE(BODY), TABLE(DELEGATION) | TABLE(BODY), \
	  "power to decide is delegated only to bodies that may decide")
