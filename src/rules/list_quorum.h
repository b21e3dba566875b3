/*
 * list_quorum.h
 *	  Catalogue entries of the rules about how many must be present and agree
 *	  (quorum.c).
 */
#define QUORUM_RULES(R) \
	R(seats, PARAMETER, NUMBER, NULL, "KL 6:27", "A3 I6", \
	  0, 0, \
	  "number of seats of members in the body; the base of every quorum", \
	  "antal platser för ledamöter") \
	R(quorum_present, ITEM, QUORUM, ">1/2", "KL 6:27", "A20 L5 L6 I1 I3 I6", \
	  TABLE(DECISION) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(AGENDA_ITEM) | TABLE(MEMBERSHIP) | TABLE(MEETING), \
	  TABLE(DECISION) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(AGENDA_ITEM) | TABLE(SUBSTITUTION_ORDER) | TABLE(MEMBERSHIP) | TABLE(SITTING), \
	  "an item is handled only while so many members serve, both when it is opened and when it is decided", \
	  "beslutsförhet") \
	R(decision_agreement, ITEM, QUORUM, NULL, NULL, "A21 I1 I2 I21", \
	  TABLE(DECISION) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(AGENDA_ITEM) | TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(BALLOT_TALLY) | TABLE(ABSTENTION) | TABLE(MEMBERSHIP), \
	  TABLE(DECISION) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(AGENDA_ITEM) | TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(BALLOT_TALLY) | TABLE(ABSTENTION) | TABLE(MEMBERSHIP) | TABLE(PRESIDING), \
	  "a matter is settled only when so many serving members agree", \
	  "enighet om beslutet")
