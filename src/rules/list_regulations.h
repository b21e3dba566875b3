/*
 * list_regulations.h
 *	  Catalogue entries of the rules about regulations, and how far a body's own
 *	  regulation may go.
 *
 * That a version which a decision rests on is kept (rules.md I19) and that a
 * setting stays within the law (A17) are no rules with a mode: they hold
 * whatever a regulation says, and cannot be switched off by one.
 */
#define REGULATIONS_RULES(R)

/*
 *	  F(rule, STRICTER, kinds of body)
 *
 * The rules that a body's own regulation may make stricter than the ground
 * layer does for its kind, but never looser.  STRICTER says which values are:
 * MORE (a greater quorum or number, true) or LESS (a smaller number, false).
 * Other rules of the ground layer give way to the body's own.
 *
 * quorum_present: KL 6:27 speaks of boards (5:42 of the council); a committee's
 * regulation may set another number (rules.md I6).
 */
#define SETTING_FLOORS(F) \
	F(quorum_present, MORE, "council executive_board board")
