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
 * regulation may set another number (rules.md I6).  The two conditions of
 * remote participation are the law's for every body (A13, A17), and so are
 * what attestation (L18), announcement (L19), recusal (L17), reservation (L9)
 * and the duty to decide (L8) ask for.  Fewer may ask for a meeting than the
 * law says, not more (L14).  Who raises, prepares and decides motions, and within
 * which time, is the law's too (L20, L21).
 */
#define FLOOR_BOARDS	"council executive_board board"
#define FLOOR_DECIDING	FLOOR_BOARDS " committee"

#define SETTING_FLOORS(F) \
	F(quorum_present, MORE, FLOOR_BOARDS) \
	F(requests_needed, LESS, FLOOR_BOARDS) \
	F(remote_sound_and_picture, MORE, FLOOR_DECIDING) \
	F(remote_equal_terms, MORE, FLOOR_DECIDING) \
	F(recusal_ruled, MORE, FLOOR_DECIDING) \
	F(recusal_in_room, MORE, FLOOR_DECIDING) \
	F(duty_to_decide, MORE, FLOOR_DECIDING) \
	F(reservation_entitled, MORE, FLOOR_DECIDING) \
	F(reservation_timely, MORE, FLOOR_DECIDING) \
	F(adjusters, MORE, FLOOR_DECIDING) \
	F(attestation_days, LESS, FLOOR_DECIDING) \
	F(attested_frozen, MORE, FLOOR_DECIDING) \
	F(notice_days, LESS, FLOOR_DECIDING) \
	F(mover_entitled, MORE, "council") \
	F(motion_prepared, MORE, "council") \
	F(motion_board_heard, MORE, "council") \
	F(unprepared_agreed, MORE, "council") \
	F(motion_decided, MORE, FLOOR_DECIDING) \
	F(motion_months, LESS, "council") \
	F(proposal_months, LESS, "executive_board board") \
	F(proposal_report_months, LESS, "executive_board board")
