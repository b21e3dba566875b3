/*
 * fields_minutes.h
 *	  Which columns rules look at: of the tables of minutes and what follows them
 *	  (see tables.h).
 */
#define MINUTES_FIELDS(F) \
	F(INT, number, "number") \
	F(INTS, items, "items") \
	F(BOOL, immediate, "immediate") \
	F(ID, responsible, "responsible_id") \
	F(DAY, drawn_up_on, "drawn_up_on")

#define ADJUSTER_FIELDS(F) \
	F(ID, person, "person_id") \
	F(INT, position, "position") \
	F(BOOL, alternate, "alternate") \
	F(INT, from_item, "from_item") \
	F(INT, to_item, "to_item")

#define ATTESTATION_FIELDS(F) \
	F(INT, number, "number") \
	F(ID, person, "person_id") \
	F(WORD, role, "role") \
	F(TIME, signed_at, "signed_at") \
	F(FILLED, hindrance, "hindrance") \
	F(ID, later_meeting, "later_meeting_id") \
	F(LATE, hindrance_text, "hindrance")

#define SEAL_FIELDS(F) \
	F(INT, number, "number") \
	F(INT, ordinal, "ordinal") \
	F(DAY, attested_on, "attested_on") \
	F(BYTES, hash, "hash")

#define CORRECTION_FIELDS(F) \
	F(INT, position, "position")

#define PUBLIC_NOTICE_FIELDS(F) \
	F(INT, number, "number") \
	F(DAY, posted_on, "posted_on") \
	F(FILLED, kept_at, "kept_at") \
	F(DAY, taken_down_on, "taken_down_on")

#define APPEAL_FIELDS(F) \
	F(INT, position, "position") \
	F(INT, point, "point") \
	F(DAY, filed_on, "filed_on")
