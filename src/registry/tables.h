/*
 * tables.h
 *	  The tables of a registry that rules look at: which columns they have,
 *	  and the structs that their rows are read into.
 *
 * One list per table (fields_*.h) makes the struct, the description the loader
 * reads by, and the check that a table looks as this library expects.  A rule
 * that needs a further column gets it by one line there.
 *
 *	  F(type, field, "column")
 *
 * Types: ID bigint, BODY the same where it names a body (whose facts a matter's
 * rules may look at), INT integer, BOOL boolean (null is false), TRI boolean,
 * WORD text from words.h, FILLED text (is there more than blanks in it?), TEXT
 * text, LATE text (null unless the facts are read with their texts, see
 * facts_read_texts: no rule looks at it), DAY date, TIME timestamp, PERIOD
 * daterange, NUMBER numeric, INTS integer[], BYTES bytea.  SQL nulls become 0,
 * INT_NULL, W_NONE, DAY_NULL, TIME_NULL, not-a-number and null pointers.
 */
#ifndef GOVERNANCE_TABLES_H
#define GOVERNANCE_TABLES_H

#include "datatype/timestamp.h"
#include "port/pg_bitutils.h"
#include "storage/itemptr.h"
#include "utils/date.h"

#include "registry/fields_bodies.h"
#include "registry/fields_decisions.h"
#include "registry/fields_matters.h"
#include "registry/fields_meetings.h"
#include "registry/fields_minutes.h"
#include "registry/fields_policies.h"
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
	FIELD_BODY,
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
	FIELD_NUMBER,
	FIELD_INTS,
	FIELD_BYTES
} FieldType;

#define C_ID		int64
#define C_BODY		int64
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
#define C_NUMBER	double
#define C_INTS		Ints *
#define C_BYTES		bytea *

/*
 * T(NAME, table, Struct, FIELDS, ROOT, "key")
 *
 * The root is what is locked and judged when a row changes, and what the rows
 * are read for; "key" is the column that leads there.  The rows of a request
 * belong to the meeting that was called on it.  A delegation belongs to the body
 * that may decide by it, or in which its delegate acts.
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
	T(DELEGATION, delegation, Delegation, DELEGATION_FIELDS, ROOT_BODY, "body_id") \
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
	T(APPEAL, appeal, Appeal, APPEAL_FIELDS, ROOT_MEETING, "meeting_id") \
	T(MATTER, matter, Matter, MATTER_FIELDS, ROOT_MATTER, "id") \
	T(DOCUMENT, document, Document, DOCUMENT_FIELDS, ROOT_MATTER, "matter_id") \
	T(REFERRAL, referral, Referral, REFERRAL_FIELDS, ROOT_MATTER, "matter_id") \
	T(REFERRAL_RECIPIENT, referral_recipient, ReferralRecipient, REFERRAL_RECIPIENT_FIELDS, ROOT_MATTER, "matter_id") \
	T(REFERRAL_ANSWER, referral_answer, ReferralAnswer, REFERRAL_ANSWER_FIELDS, ROOT_MATTER, "matter_id") \
	T(MOTION, motion, Motion, MOTION_FIELDS, ROOT_MATTER, "matter_id") \
	T(MOTION_MOVER, motion_mover, MotionMover, MOTION_MOVER_FIELDS, ROOT_MATTER, "matter_id") \
	T(CLAIM, claim, Claim, CLAIM_FIELDS, ROOT_MATTER, "matter_id") \
	T(LETTER, letter, Letter, LETTER_FIELDS, ROOT_MATTER, "matter_id") \
	T(LETTER_SIGNATURE, letter_signature, LetterSignature, LETTER_SIGNATURE_FIELDS, ROOT_MATTER, "matter_id") \
	T(DISPATCH, dispatch, Dispatch, DISPATCH_FIELDS, ROOT_MATTER, "matter_id") \
	T(DELEGATED_DECISION, delegated_decision, DelegatedDecision, DELEGATED_DECISION_FIELDS, ROOT_MATTER, "matter_id") \
	T(DELEGATION_REPORT, delegation_report, DelegationReport, DELEGATION_REPORT_FIELDS, ROOT_MATTER, "matter_id") \
	T(DELEGATION_REPORT_ITEM, delegation_report_item, DelegationReportItem, DELEGATION_REPORT_ITEM_FIELDS, ROOT_MATTER, "matter_id") \
	T(POLICY_DOCUMENT, policy_document, PolicyDocument, POLICY_DOCUMENT_FIELDS, ROOT_MATTER, "matter_id") \
	T(GOAL, goal, Goal, GOAL_FIELDS, ROOT_MATTER, "matter_id") \
	T(INDICATOR, indicator, Indicator, INDICATOR_FIELDS, ROOT_MATTER, "matter_id") \
	T(MEASUREMENT, measurement, Measurement, MEASUREMENT_FIELDS, ROOT_MATTER, "matter_id") \
	T(ACTIVITY, activity, Activity, ACTIVITY_FIELDS, ROOT_MATTER, "matter_id")

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
	ROOT_MATTER,
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

extern Table registry_tables[];

static inline const Table *
registry_table(TableId id)
{
	return &registry_tables[id];
}

extern void tables_init(void);
extern int	table_field(TableId id, const char *column);

#endif							/* GOVERNANCE_TABLES_H */
