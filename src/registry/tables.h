/*
 * tables.h
 *	  The tables of a registry that rules look at: which columns they have,
 *	  and the structs that their rows are read into.
 *
 * One list per table makes the struct, the description the loader reads by,
 * and the check that a table looks as this library expects.  A rule that needs
 * a further column gets it by one line here.
 *
 *	  F(type, field, "column")
 *
 * Types: ID bigint, INT integer, BOOL boolean (null is false), TRI boolean,
 * WORD text from words.h, FILLED text (is there more than blanks in it?), TEXT
 * text, LATE text (null unless the facts are read with their texts, see
 * facts_read_texts: no rule looks at it), DAY date, TIME timestamp, PERIOD
 * daterange, INTS integer[], BYTES bytea.  SQL nulls become 0, INT_NULL, W_NONE,
 * DAY_NULL, TIME_NULL and null pointers.
 */
#ifndef GOVERNANCE_TABLES_H
#define GOVERNANCE_TABLES_H

#include "datatype/timestamp.h"
#include "port/pg_bitutils.h"
#include "storage/itemptr.h"
#include "utils/date.h"

#include "registry/words.h"

#define INT_NULL	PG_INT32_MIN
#define DAY_NULL	((DateADT) PG_INT32_MIN)
#define TIME_NULL	((Timestamp) PG_INT64_MIN)

/* a daterange: from the first day to the day before "to" */
typedef struct Period
{
	DateADT		from;			/* PG_INT32_MIN: always */
	DateADT		to;				/* PG_INT32_MAX: for ever */
} Period;

typedef struct Ints
{
	int			n;
	int32		v[FLEXIBLE_ARRAY_MEMBER];
} Ints;

typedef enum Tri
{
	TRI_NO,
	TRI_YES,
	TRI_UNKNOWN
} Tri;

typedef enum FieldType
{
	FIELD_ID,
	FIELD_INT,
	FIELD_BOOL,
	FIELD_TRI,
	FIELD_WORD,
	FIELD_FILLED,
	FIELD_TEXT,
	FIELD_LATE,
	FIELD_DAY,
	FIELD_TIME,
	FIELD_PERIOD,
	FIELD_INTS,
	FIELD_BYTES
} FieldType;

#define C_ID		int64
#define C_INT		int32
#define C_BOOL		bool
#define C_TRI		Tri
#define C_WORD		Word
#define C_FILLED	bool
#define C_TEXT		char *
#define C_LATE		char *
#define C_DAY		DateADT
#define C_TIME		Timestamp
#define C_PERIOD	Period
#define C_INTS		Ints *
#define C_BYTES		bytea *

/* ---- bodies and people ---- */

#define BODY_FIELDS(F) \
	F(ID, id, "id") \
	F(TEXT, name, "name") \
	F(WORD, kind, "kind") \
	F(ID, parent, "parent_id") \
	F(PERIOD, valid, "valid") \
	F(FILLED, founded, "founded_by") \
	F(ID, section_series, "section_series_id") \
	F(DAY, extended_on, "extended_on")

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

/* ---- meetings ---- */

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
	F(TIME, cancelled_at, "cancelled_at")

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

/* ---- votes, elections, decisions ---- */

#define VOTE_EVENT_FIELDS(F) \
	F(INT, position, "position") \
	F(INT, number, "number") \
	F(WORD, kind, "kind") \
	F(WORD, subject, "subject") \
	F(INT, yes_proposal, "yes_proposal") \
	F(INT, no_proposal, "no_proposal") \
	F(TIME, called_at, "called_at") \
	F(WORD, lot, "lot")

#define VOTE_FIELDS(F) \
	F(INT, position, "position") \
	F(INT, number, "number") \
	F(ID, person, "person_id") \
	F(WORD, choice, "choice")

#define ELECTION_FIELDS(F) \
	F(INT, position, "position") \
	F(INT, number, "number") \
	F(INT, seats, "seats") \
	F(WORD, method, "method") \
	F(INT, vote_number, "vote_number") \
	F(LATE, purpose, "purpose")

#define CANDIDATE_FIELDS(F) \
	F(INT, position, "position") \
	F(INT, number, "number") \
	F(ID, person, "person_id") \
	F(TEXT, list, "list") \
	F(INT, rank, "rank") \
	F(INT, lot, "lot")

#define BALLOT_TALLY_FIELDS(F) \
	F(INT, position, "position") \
	F(INT, number, "number") \
	F(INT, line, "line") \
	F(WORD, choice, "choice") \
	F(ID, person, "person_id") \
	F(TEXT, list, "list") \
	F(INT, ballots, "ballots")

#define DECISION_FIELDS(F) \
	F(INT, position, "position") \
	F(INT, point, "point") \
	F(WORD, kind, "kind") \
	F(WORD, outcome, "outcome") \
	F(TIME, decided_at, "decided_at") \
	F(INT, vote_number, "vote_number") \
	F(INT, proposal_number, "proposal_number") \
	F(ID, on_behalf_of, "on_behalf_of") \
	F(TRI, appealable, "appealable") \
	F(TIME, withdrawn_at, "withdrawn_at") \
	F(LATE, text, "text")

#define RESERVATION_FIELDS(F) \
	F(INT, position, "position") \
	F(INT, point, "point") \
	F(ID, person, "person_id") \
	F(TIME, announced_at, "announced_at") \
	F(FILLED, reasons, "reasons") \
	F(TIME, reasons_at, "reasons_at") \
	F(LATE, reasons_text, "reasons")

#define ABSTENTION_FIELDS(F) \
	F(INT, position, "position") \
	F(INT, point, "point") \
	F(ID, person, "person_id")

#define DEVIATION_FIELDS(F) \
	F(INT, position, "position") \
	F(TEXT, rule, "rule") \
	F(ID, id, "id") \
	F(LATE, reason, "reason") \
	F(LATE, citation, "citation") \
	F(LATE, found, "found")

/* ---- minutes ---- */

#define MINUTES_FIELDS(F) \
	F(INT, number, "number") \
	F(INTS, items, "items") \
	F(BOOL, immediate, "immediate") \
	F(ID, responsible, "responsible_id")

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

/*
 * T(NAME, table, Struct, FIELDS, ROOT, "key")
 *
 * The root is what is locked and judged when a row changes, and what the rows
 * are read for; "key" is the column that leads there.  The rows of a request
 * belong to the meeting that was called on it.
 */
#define REGISTRY_TABLES(T) \
	T(BODY, body, Body, BODY_FIELDS, ROOT_BODY, "id") \
	T(BODY_SUCCESSION, body_succession, BodySuccession, BODY_SUCCESSION_FIELDS, ROOT_BODY, "predecessor_id") \
	T(TERM, term, Term, TERM_FIELDS, ROOT_BODY, "body_id") \
	T(MEMBERSHIP, membership, Membership, MEMBERSHIP_FIELDS, ROOT_BODY, "body_id") \
	T(OFFICE, office, Office, OFFICE_FIELDS, ROOT_BODY, "body_id") \
	T(HINDRANCE, hindrance, Hindrance, HINDRANCE_FIELDS, ROOT_BODY, "body_id") \
	T(SUBSTITUTION_ORDER, substitution_order, SubstitutionOrder, SUBSTITUTION_ORDER_FIELDS, ROOT_BODY, "body_id") \
	T(ATTENDANCE_RIGHT, attendance_right, AttendanceRight, ATTENDANCE_RIGHT_FIELDS, ROOT_BODY, "body_id") \
	T(MEETING, meeting, Meeting, MEETING_FIELDS, ROOT_MEETING, "id") \
	T(SITTING, sitting, Sitting, SITTING_FIELDS, ROOT_MEETING, "meeting_id") \
	T(MEETING_DOCUMENT, meeting_document, MeetingDocument, MEETING_DOCUMENT_FIELDS, ROOT_MEETING, "meeting_id") \
	T(SUMMONS, summons, Summons, SUMMONS_FIELDS, ROOT_MEETING, "meeting_id") \
	T(MEETING_REQUEST, meeting_request, MeetingRequest, MEETING_REQUEST_FIELDS, ROOT_REQUEST, "id") \
	T(MEETING_REQUESTER, meeting_requester, MeetingRequester, MEETING_REQUESTER_FIELDS, ROOT_REQUEST, "request_id") \
	T(AGENDA_ITEM, agenda_item, AgendaItem, AGENDA_ITEM_FIELDS, ROOT_MEETING, "meeting_id") \
	T(ATTENDANCE, attendance, Attendance, ATTENDANCE_FIELDS, ROOT_MEETING, "meeting_id") \
	T(REMOTE_NOTICE, remote_notice, RemoteNotice, REMOTE_NOTICE_FIELDS, ROOT_MEETING, "meeting_id") \
	T(RECUSAL, recusal, Recusal, RECUSAL_FIELDS, ROOT_MEETING, "meeting_id") \
	T(EXCLUSION, exclusion, Exclusion, EXCLUSION_FIELDS, ROOT_MEETING, "meeting_id") \
	T(PRESIDING, presiding, Presiding, PRESIDING_FIELDS, ROOT_MEETING, "meeting_id") \
	T(STATEMENT, statement, Statement, STATEMENT_FIELDS, ROOT_MEETING, "meeting_id") \
	T(PROPOSAL, proposal, Proposal, PROPOSAL_FIELDS, ROOT_MEETING, "meeting_id") \
	T(VOTE_EVENT, vote_event, VoteEvent, VOTE_EVENT_FIELDS, ROOT_MEETING, "meeting_id") \
	T(VOTE, vote, Vote, VOTE_FIELDS, ROOT_MEETING, "meeting_id") \
	T(ELECTION, election, Election, ELECTION_FIELDS, ROOT_MEETING, "meeting_id") \
	T(CANDIDATE, candidate, Candidate, CANDIDATE_FIELDS, ROOT_MEETING, "meeting_id") \
	T(BALLOT_TALLY, ballot_tally, BallotTally, BALLOT_TALLY_FIELDS, ROOT_MEETING, "meeting_id") \
	T(DECISION, decision, Decision, DECISION_FIELDS, ROOT_MEETING, "meeting_id") \
	T(RESERVATION, reservation, Reservation, RESERVATION_FIELDS, ROOT_MEETING, "meeting_id") \
	T(ABSTENTION, abstention, Abstention, ABSTENTION_FIELDS, ROOT_MEETING, "meeting_id") \
	T(DEVIATION, deviation, Deviation, DEVIATION_FIELDS, ROOT_MEETING, "meeting_id") \
	T(MINUTES, minutes, Minutes, MINUTES_FIELDS, ROOT_MEETING, "meeting_id") \
	T(ADJUSTER, adjuster, Adjuster, ADJUSTER_FIELDS, ROOT_MEETING, "meeting_id") \
	T(ATTESTATION, attestation, Attestation, ATTESTATION_FIELDS, ROOT_MEETING, "meeting_id") \
	T(SEAL, seal, Seal, SEAL_FIELDS, ROOT_MEETING, "meeting_id") \
	T(CORRECTION, correction, Correction, CORRECTION_FIELDS, ROOT_MEETING, "meeting_id") \
	T(PUBLIC_NOTICE, public_notice, PublicNotice, PUBLIC_NOTICE_FIELDS, ROOT_MEETING, "meeting_id") \
	T(APPEAL, appeal, Appeal, APPEAL_FIELDS, ROOT_MEETING, "meeting_id")

/* ---- tables that no rule is asked about, read for what stands in them ---- */

#define PERSON_FIELDS(F) \
	F(TEXT, name, "name")

#define OTHER_TABLES(T) \
	T(PERSON, person, Person, PERSON_FIELDS, ROOT_NONE, "id")

typedef enum Root
{
	ROOT_BODY,
	ROOT_MEETING,
	ROOT_REQUEST,
	ROOT_NONE
} Root;

typedef enum TableId
{
#define DECLARE_TABLE(NAME, table, Struct, FIELDS, ROOT, key) T_##NAME,
	REGISTRY_TABLES(DECLARE_TABLE)
	NUM_TABLES,					/* those that rules look at */
	LAST_TABLE_OF_RULES = NUM_TABLES - 1,
	OTHER_TABLES(DECLARE_TABLE)
#undef DECLARE_TABLE
	NUM_ALL_TABLES
} TableId;

/* sets of tables */
typedef uint64 Tables;

#define TABLE(NAME)	(UINT64CONST(1) << T_##NAME)

/* goes through the tables of a set */
#define for_each_table(t, set) \
	for (Tables t##_left = (set), t = 0; \
		 t##_left != 0 && (t = pg_rightmost_one_pos64(t##_left), true); \
		 t##_left &= t##_left - 1)

/* the structs; every row begins with the place it was read from */
#define DECLARE_FIELD(type, field, column) C_##type field;
#define DECLARE_STRUCT(NAME, table, Struct, FIELDS, ROOT, key) \
	typedef struct Struct { ItemPointerData tid; FIELDS(DECLARE_FIELD) } Struct; \
	typedef Struct Row_##NAME;
REGISTRY_TABLES(DECLARE_STRUCT)
OTHER_TABLES(DECLARE_STRUCT)
#undef DECLARE_STRUCT
#undef DECLARE_FIELD

typedef struct Field
{
	const char *column;
	FieldType	type;
	int			offset;
} Field;

typedef struct Table
{
	const char *name;
	Root		root;
	const char *key;			/* the column that leads to the root */
	int			size;			/* of the struct */
	const Field *fields;
	int			nfields;
	int			position;		/* which field names the item, or -1 */
	const char *other_key;		/* another column that rows are found by, or null */
	const char *other_order;	/* ... in the order of this one, or null, ... */
	Oid			other_order_type;	/* ... a number or a day */
	bool		texts;			/* has texts that are read late */
} Table;

#define MAX_FIELDS	16
#define MAX_ROW		512			/* bytes of the greatest struct */

extern const Table *registry_table(TableId id);
extern int	table_field(TableId id, const char *column);

#endif							/* GOVERNANCE_TABLES_H */
