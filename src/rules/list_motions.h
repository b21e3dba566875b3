/*
 * list_motions.h
 *	  Catalogue entries of the rules about motions and citizen proposals
 *	  (motions.c).
 */
#define MOTIONS_RULES(R) \
	R(motion_decided, MATTER, NONE, NULL, "KL 5:1", "C2 L20", \
	  TABLE(MOTION) | TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(MEETING), \
	  TABLE(MOTION) | NEED_HANDLINGS, \
	  "a motion is decided by the council, a citizen proposal also by the board that the council has let decide it")
