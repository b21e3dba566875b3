/*
 * fields_decisions.h
 *	  Which columns rules look at: of the tables of votes, elections and decisions
 *	  (see tables.h).
 */
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
	F(ID, delegation, "delegation_id") \
	F(WORD, subject, "subject") \
	F(INT, statement, "statement_number") \
	F(DAY, done_on, "done_on") \
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
