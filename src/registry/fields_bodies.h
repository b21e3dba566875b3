/*
 * fields_bodies.h
 *	  Which columns rules look at: of the tables of bodies and the people in them
 *	  (see tables.h).
 */
#define BODY_FIELDS(F) \
	F(ID, id, "id") \
	F(TEXT, name, "name") \
	F(WORD, kind, "kind") \
	F(ID, parent, "parent_id") \
	F(PERIOD, valid, "valid") \
	F(FILLED, founded, "founded_by") \
	F(ID, section_series, "section_series_id") \
	F(DAY, extended_on, "extended_on") \
	F(DAY, dissolved_on, "dissolved_on") \
	F(DAY, reported_on, "reported_on") \
	F(ID, report_matter, "report_matter_id")

#define BODY_SUCCESSION_FIELDS(F) \
	F(ID, successor, "successor_id") \
	F(DAY, day, "day")

#define TERM_FIELDS(F) \
	F(PERIOD, valid, "valid")

#define MEMBERSHIP_FIELDS(F) \
	F(ID, id, "id") \
	F(ID, person, "person_id") \
	F(WORD, role, "role") \
	F(ID, party, "party_id") \
	F(PERIOD, valid, "valid") \
	F(BOOL, until_parent_term, "until_parent_term") \
	F(ID, decided_by, "decided_by")

#define OFFICE_FIELDS(F) \
	F(ID, id, "id") \
	F(ID, person, "person_id") \
	F(WORD, kind, "kind") \
	F(BOOL, acting, "acting") \
	F(PERIOD, valid, "valid") \
	F(ID, decided_by, "decided_by") \
	F(ID, appointed_by, "appointed_by")

#define HINDRANCE_FIELDS(F) \
	F(ID, person, "person_id") \
	F(PERIOD, valid, "valid")

#define SUBSTITUTION_ORDER_FIELDS(F) \
	F(ID, member, "member_id") \
	F(ID, party, "party_id") \
	F(ID, substitute, "substitute_id") \
	F(INT, rank, "rank") \
	F(PERIOD, valid, "valid")

#define ATTENDANCE_RIGHT_FIELDS(F) \
	F(ID, person, "person_id") \
	F(WORD, ground, "ground") \
	F(BOOL, may_deliberate, "may_deliberate") \
	F(PERIOD, valid, "valid")

#define DELEGATION_FIELDS(F) \
	F(ID, id, "id") \
	F(ID, from_body, "from_body_id") \
	F(ID, person, "person_id") \
	F(WORD, office, "office") \
	F(FILLED, employee, "employee") \
	F(WORD, subject_kind, "subject_kind") \
	F(BOOL, urgent, "urgent") \
	F(TRI, reported, "reported") \
	F(PERIOD, valid, "valid")
