/*
 * fields_matters.h
 *	  Which columns rules look at: of the tables of matters and what is numbered in them
 *	  (see tables.h).
 */
#define MATTER_FIELDS(F) \
	F(ID, id, "id") \
	F(BODY, body, "body_id") \
	F(DAY, opened_on, "opened_on") \
	F(DAY, closed_on, "closed_on") \
	F(BOOL, secret, "secret")

#define DOCUMENT_FIELDS(F) \
	F(INT, number, "number") \
	F(WORD, kind, "kind") \
	F(WORD, direction, "direction") \
	F(DAY, dated_on, "dated_on") \
	F(DAY, arrived_on, "arrived_on") \
	F(INT, appendix_of, "appendix_of") \
	F(FILLED, costs, "costs") \
	F(BOOL, secret, "secret")

#define REFERRAL_FIELDS(F) \
	F(INT, number, "number") \
	F(BODY, sender, "sender_id") \
	F(INT, document, "document_number") \
	F(DAY, sent_on, "sent_on") \
	F(DAY, answer_by, "answer_by")

#define REFERRAL_RECIPIENT_FIELDS(F) \
	F(INT, number, "number") \
	F(BODY, body, "body_id") \
	F(DAY, received_on, "received_on") \
	F(DAY, answer_by, "answer_by") \
	F(DAY, extended_on, "extended_on")

#define REFERRAL_ANSWER_FIELDS(F) \
	F(INT, number, "number") \
	F(BODY, body, "body_id") \
	F(WORD, kind, "kind") \
	F(DAY, answered_on, "answered_on") \
	F(INT, document, "document_number") \
	F(INT, statement, "statement_number") \
	F(ID, meeting, "meeting_id") \
	F(INT, position, "position") \
	F(WORD, recommendation, "recommendation") \
	F(TEXT, wording, "wording")

#define MOTION_FIELDS(F) \
	F(WORD, kind, "kind") \
	F(BODY, council, "council_id") \
	F(DAY, dated_on, "dated_on") \
	F(DAY, raised_on, "raised_on") \
	F(BODY, decided_by, "decided_by_id") \
	F(DAY, withdrawn_on, "withdrawn_on")

#define MOTION_MOVER_FIELDS(F) \
	F(ID, person, "person_id")

#define CLAIM_FIELDS(F) \
	F(INT, number, "number") \
	F(DAY, expires_on, "expires_on") \
	F(WORD, outcome, "outcome") \
	F(ID, meeting, "meeting_id") \
	F(INT, position, "position") \
	F(INT, point, "point")

#define LETTER_FIELDS(F) \
	F(INT, number, "number") \
	F(BODY, body, "body_id") \
	F(DAY, dated_on, "dated_on") \
	F(DAY, dispatched_on, "dispatched_on")

#define LETTER_SIGNATURE_FIELDS(F) \
	F(INT, number, "number") \
	F(WORD, role, "role") \
	F(ID, person, "person_id") \
	F(WORD, ground, "ground") \
	F(TIME, signed_at, "signed_at")

#define DISPATCH_FIELDS(F) \
	F(INT, number, "number") \
	F(ID, meeting, "meeting_id") \
	F(INT, position, "position") \
	F(BODY, recipient, "recipient_id") \
	F(DAY, sent_on, "sent_on")

#define DELEGATED_DECISION_FIELDS(F) \
	F(INT, number, "number") \
	F(ID, delegation, "delegation_id") \
	F(BODY, body, "body_id") \
	F(ID, person, "person_id") \
	F(DAY, decided_on, "decided_on") \
	F(WORD, subject, "subject") \
	F(TRI, appealable, "appealable") \
	F(DAY, minuted_on, "minuted_on") \
	F(DAY, posted_on, "posted_on")

#define DELEGATION_REPORT_FIELDS(F) \
	F(INT, number, "number") \
	F(BODY, body, "body_id") \
	F(BODY, to_body, "to_body_id") \
	F(PERIOD, period, "period") \
	F(DAY, handed_over_on, "handed_over_on") \
	F(ID, meeting, "meeting_id") \
	F(INT, position, "position") \
	F(DAY, received_on, "received_on")

#define DELEGATION_REPORT_ITEM_FIELDS(F) \
	F(INT, number, "number") \
	F(INT, line, "line") \
	F(ID, decided_matter, "decided_matter_id") \
	F(INT, decided_number, "decided_number") \
	F(ID, meeting, "meeting_id") \
	F(INT, position, "position") \
	F(INT, point, "point")
