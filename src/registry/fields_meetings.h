/*
 * fields_meetings.h
 *	  Which columns rules look at: of the tables of meetings
 *	  (see tables.h).
 */
#define MEETING_FIELDS(F) \
	F(ID, id, "id") \
	F(ID, body, "body_id") \
	F(DAY, day, "day") \
	F(FILLED, place, "place") \
	F(TEXT, place_name, "place") \
	F(TIME, starts_at, "starts_at") \
	F(WORD, ground, "ground") \
	F(ID, called_by, "called_by") \
	F(DAY, called_on, "called_on") \
	F(ID, request, "request_id") \
	F(BOOL, urgent, "urgent") \
	F(TRI, is_public, "is_public") \
	F(TIME, opened_at, "opened_at") \
	F(TIME, closed_at, "closed_at") \
	F(TIME, cancelled_at, "cancelled_at") \
	F(DAY, done_on, "done_on")

#define SITTING_FIELDS(F) \
	F(INT, number, "number") \
	F(TIME, opened_at, "opened_at") \
	F(TIME, closed_at, "closed_at") \
	F(INT, first_item, "first_item")

#define MEETING_DOCUMENT_FIELDS(F) \
	F(WORD, kind, "kind") \
	F(TIME, issued_at, "issued_at") \
	F(ID, responsible, "responsible_id")

#define SUMMONS_FIELDS(F) \
	F(ID, person, "person_id") \
	F(TIME, told_at, "told_at")

#define MEETING_REQUEST_FIELDS(F) \
	F(ID, body, "body_id") \
	F(DAY, requested_on, "requested_on")

#define MEETING_REQUESTER_FIELDS(F) \
	F(ID, person, "person_id")

#define AGENDA_ITEM_FIELDS(F) \
	F(INT, position, "position") \
	F(WORD, kind, "kind") \
	F(INT, area, "area") \
	F(BOOL, announced, "announced") \
	F(BOOL, minority_tabled, "minority_tabled") \
	F(INT, handled, "handled") \
	F(TIME, opened_at, "opened_at") \
	F(TIME, decided_at, "decided_at") \
	F(INT, section, "section") \
	F(BOOL, authority, "exercise_of_authority") \
	F(ID, continues_meeting, "continues_meeting_id") \
	F(INT, continues_position, "continues_position") \
	F(ID, matter, "matter_id") \
	F(BOOL, unprepared, "unprepared") \
	F(LATE, title, "title")

#define ATTENDANCE_FIELDS(F) \
	F(ID, person, "person_id") \
	F(WORD, capacity, "capacity") \
	F(ID, serves_for, "serves_for") \
	F(WORD, mode, "mode") \
	F(INT, from_item, "from_item") \
	F(WORD, from_point, "from_point") \
	F(INT, to_item, "to_item") \
	F(WORD, to_point, "to_point") \
	F(WORD, left_for, "left_for")

#define REMOTE_NOTICE_FIELDS(F) \
	F(ID, person, "person_id") \
	F(DAY, notified_on, "notified_on") \
	F(FILLED, reason, "reason") \
	F(BOOL, sound_and_picture, "sound_and_picture") \
	F(BOOL, equal_terms, "equal_terms") \
	F(BOOL, premises_secure, "premises_secure") \
	F(ID, consulted, "consulted_id") \
	F(TIME, consulted_at, "consulted_at") \
	F(ID, decided_by, "decided_by") \
	F(TIME, decided_at, "decided_at") \
	F(TRI, granted, "granted")

#define RECUSAL_FIELDS(F) \
	F(INT, position, "position") \
	F(ID, person, "person_id") \
	F(BOOL, self_declared, "self_declared") \
	F(WORD, ruling, "ruling") \
	F(BOOL, in_room, "in_room") \
	F(FILLED, indispensable_act, "indispensable_act") \
	F(LATE, ground, "ground")

#define EXCLUSION_FIELDS(F) \
	F(INT, position, "position") \
	F(ID, person, "person_id") \
	F(FILLED, reason, "reason") \
	F(LATE, reason_text, "reason")

#define PRESIDING_FIELDS(F) \
	F(INT, from_item, "from_item") \
	F(INT, to_item, "to_item") \
	F(ID, person, "person_id") \
	F(WORD, ground, "ground")

#define STATEMENT_FIELDS(F) \
	F(INT, position, "position") \
	F(INT, number, "number") \
	F(ID, person, "person_id") \
	F(WORD, kind, "kind") \
	F(TIME, made_at, "made_at") \
	F(LATE, text, "text")

#define PROPOSAL_FIELDS(F) \
	F(INT, position, "position") \
	F(INT, number, "number") \
	F(ID, person, "person_id") \
	F(WORD, kind, "kind") \
	F(LATE, text, "text")
