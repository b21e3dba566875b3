/*
 * list_decisions.h
 *	  Catalogue entries of the rules about items (items.c), decisions
 *	  (decisions.c), what each role may do (rights.c), and reservations
 *	  (reservations.c).
 */
#define SEAT_TABLES \
	(TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(AGENDA_ITEM))

#define DECISIONS_RULES(R) \
	R(item_area, ITEM, NUMBER, NULL, NULL, "A1", \
	  TABLE(AGENDA_ITEM), \
	  TABLE(AGENDA_ITEM), \
	  "an item's area is one of the body's main areas, of which there are so many", \
	  "huvudområde för ärendet") \
	R(handled_once, ORDER, NONE, NULL, "KL 5:66", "I3 A22", \
	  TABLE(AGENDA_ITEM), \
	  TABLE(AGENDA_ITEM), \
	  "no two items of a meeting have the same place in the order of handling", \
	  "ärendenas plats i behandlingsordningen") \
	R(handling_times, ORDER, NONE, NULL, "KL 5:66", "I3 I23", \
	  TABLE(AGENDA_ITEM) | TABLE(DECISION), \
	  TABLE(AGENDA_ITEM) | TABLE(DECISION), \
	  "the stated times of items and decisions follow the order of handling", \
	  "tider i behandlingsordningen") \
	R(item_continues, ITEM, NONE, NULL, "KL 5:51", "I27 L23 E10", \
	  TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(MEETING) | TABLE(BODY_SUCCESSION), \
	  TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(MEETING) | NEED_LINKS, \
	  "an item continues only an item of an earlier meeting of the body or its predecessor that was not settled there", \
	  "ärende som återkommer") \
	R(decision_handled, ITEM, NONE, NULL, "KL 5:66", "A22 I1 I3", \
	  TABLE(DECISION) | TABLE(AGENDA_ITEM), \
	  TABLE(DECISION) | TABLE(AGENDA_ITEM), \
	  "a decision is made in an item that was taken up", \
	  "beslut i behandlat ärende") \
	R(decision_kind, ITEM, NONE, NULL, "KL 5:67", "I21 C8", \
	  TABLE(DECISION) | TABLE(AGENDA_ITEM), \
	  TABLE(DECISION) | TABLE(AGENDA_ITEM), \
	  "a decision's outcome is one of its kind, and no matter is settled in an item for information", \
	  "beslutets slag") \
	R(mandate, ITEM, NONE, NULL, "KL 6:37", "C4 I17 A19", \
	  TABLE(DECISION) | TABLE(BODY), \
	  TABLE(DECISION) | TABLE(BODY) | TABLE(AGENDA_ITEM), \
	  "a matter is settled only by a kind of body that may decide, and on another's behalf only on that of its parent", \
	  "beslutanderätt") \
	R(substitute_may_speak, PARAMETER, FLAG, "true", "KL 6:17", "A28", \
	  0, 0, \
	  "whether a substitute who does not serve may take part in the deliberations", \
	  "ersättares yttranderätt") \
	R(substitute_may_note, PARAMETER, FLAG, "true", "KL 6:17", "A28", \
	  0, 0, \
	  "whether a substitute who does not serve may have an opinion noted in the minutes", \
	  "ersättares rätt till protokollsanteckning") \
	R(city_director_may_deliberate, PARAMETER, FLAG, "true", NULL, "A26", \
	  0, 0, \
	  "whether the city director may take part in the deliberations", \
	  "stadsdirektörens rätt att delta i överläggningarna") \
	R(speaker_entitled, ITEM, NONE, NULL, "KL 6:26", "A8 A26 A28 L16", \
	  TABLE(STATEMENT) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(EXCLUSION) | TABLE(AGENDA_ITEM) | TABLE(ATTENDANCE_RIGHT), \
	  TABLE(STATEMENT) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(EXCLUSION) | TABLE(AGENDA_ITEM) | TABLE(ATTENDANCE_RIGHT), \
	  "only those speak, present or have an opinion noted who are present with a right to it", \
	  "yttranderätt") \
	R(proposer_entitled, ITEM, NONE, NULL, "KL 4:22", "L10 A26 A28", \
	  TABLE(PROPOSAL) | SEAT_TABLES | TABLE(ATTENDANCE_RIGHT), \
	  TABLE(PROPOSAL) | SEAT_TABLES | TABLE(ATTENDANCE_RIGHT), \
	  "only those who serve at an item make proposals in it", \
	  "förslagsrätt") \
	R(abstention_entitled, ITEM, NONE, NULL, "KL 4:25", "L8", \
	  TABLE(ABSTENTION) | SEAT_TABLES, \
	  TABLE(ABSTENTION) | SEAT_TABLES | TABLE(DECISION), \
	  "only those who would take part in a decision declare that they do not", \
	  "rätt att avstå") \
	R(duty_to_decide, ITEM, NONE, NULL, "KL 4:26", "L8", \
	  TABLE(ABSTENTION) | TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(DECISION) | TABLE(AGENDA_ITEM), \
	  TABLE(ABSTENTION) | TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(DECISION) | TABLE(AGENDA_ITEM), \
	  "who handles a matter of authority against an individual takes part in deciding it", \
	  "skyldighet att delta i beslut") \
	R(reservation_entitled, ITEM, NONE, NULL, "KL 4:27", "L9 A28", \
	  TABLE(RESERVATION) | SEAT_TABLES | TABLE(ABSTENTION) | TABLE(VOTE) | TABLE(DECISION), \
	  TABLE(RESERVATION) | SEAT_TABLES | TABLE(ABSTENTION) | TABLE(VOTE) | TABLE(DECISION), \
	  "only those who took part in a decision reserve themselves against it", \
	  "rätt att reservera sig") \
	R(reservation_timely, ITEM, NONE, NULL, "KL 4:27", "L9 I23", \
	  TABLE(RESERVATION) | TABLE(MEETING), \
	  TABLE(RESERVATION) | TABLE(MEETING) | TABLE(AGENDA_ITEM), \
	  "a reservation is announced before the meeting is closed", \
	  "reservation i tid") \
	R(reservation_reasons, ITEM, NONE, NULL, "KL 5:67", "L9", \
	  TABLE(RESERVATION) | TABLE(ATTESTATION) | TABLE(MINUTES), \
	  TABLE(RESERVATION) | TABLE(ATTESTATION) | TABLE(MINUTES) | TABLE(AGENDA_ITEM), \
	  "the written reasons of a reservation are handed in before the minutes are attested", \
	  "reservationens motivering") \
	R(agreement_kept, ITEM, NONE, NULL, NULL, "A21 I2", \
	  TABLE(MEETING) | TABLE(ATTESTATION) | TABLE(DECISION), \
	  TABLE(MEETING) | TABLE(ATTESTATION) | TABLE(MINUTES) | TABLE(DECISION) | SEAT_TABLES | TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(BALLOT_TALLY) | TABLE(ABSTENTION) | TABLE(RESERVATION) | TABLE(MEMBERSHIP) | TABLE(PRESIDING), \
	  "no meeting is closed, and no minutes attested, over a decision without a vote that too few agree on once reservations are counted", \
	  "enighet efter reservationer")
