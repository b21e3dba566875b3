/*
 * list_minutes.h
 *	  Catalogue entries of the rules about minutes: sections (sections.c), who
 *	  attests (attestation.c), what is frozen then (frozen.c), and the notice
 *	  (notice.c).
 */
#define MINUTES_COVERAGE \
	(TABLE(MINUTES) | TABLE(ATTESTATION) | TABLE(AGENDA_ITEM))

/* all that the text of the minutes is made of */
#define MINUTES_CONTENT \
	(MINUTES_COVERAGE | TABLE(MEETING) | TABLE(SITTING) | TABLE(ATTENDANCE) | \
	 TABLE(RECUSAL) | TABLE(EXCLUSION) | TABLE(PRESIDING) | TABLE(STATEMENT) | \
	 TABLE(PROPOSAL) | TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(ELECTION) | \
	 TABLE(CANDIDATE) | TABLE(BALLOT_TALLY) | TABLE(DECISION) | \
	 TABLE(RESERVATION) | TABLE(ABSTENTION) | TABLE(DEVIATION) | TABLE(ADJUSTER))

#define MINUTES_RULES(R) \
	R(section_number, ORDER, NONE, NULL, "KL 6:35, 5:66", "A22 I25 N", \
	  TABLE(AGENDA_ITEM) | TABLE(MEETING) | TABLE(BODY), \
	  TABLE(AGENDA_ITEM) | NEED_SERIES, \
	  "a section number is given once in its series and calendar year, and the numbers rise in the order of handling and from meeting to meeting", \
	  "paragrafnummer") \
	R(section_given, ITEM, NONE, NULL, "KL 6:35, 5:66", "A22", \
	  MINUTES_COVERAGE, MINUTES_COVERAGE, \
	  "every item that was handled has a section before its minutes are attested, information items too", \
	  "paragraf för varje ärende") \
	R(minutes_items, MEETING, NONE, NULL, "KL 6:35, 5:66", "A22 I9 I13", \
	  MINUTES_COVERAGE, MINUTES_COVERAGE, \
	  "no item stands in two minutes of a meeting, and minutes attested at once name their items", \
	  "protokollets ärenden") \
	R(minutes_responsible, MEETING, NONE, NULL, "KL 6:35, 5:65", "A18", \
	  TABLE(MINUTES) | TABLE(PRESIDING) | TABLE(MEETING) | TABLE(OFFICE), \
	  TABLE(MINUTES) | TABLE(PRESIDING) | TABLE(OFFICE), \
	  "one who presided, or the chair of the body, answers for the minutes", \
	  "ansvarig för protokollet") \
	R(adjusters, PARAMETER, NUMBER, "1", "KL 6:35, 5:69", "A23", \
	  0, 0, \
	  "how many elected members attest each section besides the one who presided", \
	  "antal justerare") \
	R(adjuster_elected, MEETING, NONE, NULL, "KL 6:35, 5:69", "A23 A28 I22", \
	  TABLE(ADJUSTER) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(AGENDA_ITEM), \
	  TABLE(ADJUSTER) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(AGENDA_ITEM), \
	  "an adjuster serves when elected, at an item of the same meeting", \
	  "val av justerare") \
	R(attestation_entitled, MEETING, NONE, NULL, "KL 6:35, 5:69", "A23 A28 I8 I9 I22", \
	  MINUTES_COVERAGE | TABLE(ADJUSTER) | TABLE(PRESIDING) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(BODY_SUCCESSION), \
	  MINUTES_COVERAGE | TABLE(ADJUSTER) | TABLE(PRESIDING) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | NEED_LATER, \
	  "minutes are attested by those who presided over their sections and by adjusters who served at them, two persons for each section, as things were at the meeting", \
	  "behörighet att justera") \
	R(attestation_time, MEETING, NONE, NULL, "KL 6:35, 5:69", "A23 I13", \
	  MINUTES_COVERAGE | TABLE(MEETING), MINUTES_COVERAGE, \
	  "minutes are attested after the meeting was closed; sections attested at once, after they were decided", \
	  "tidpunkt för justering") \
	R(attestation_later, MEETING, NONE, NULL, "KL 6:35, 5:69", "I22", \
	  TABLE(ATTESTATION), TABLE(ATTESTATION), \
	  "minutes are attested by those who were elected to it; a later meeting in their stead is an exception", \
	  "justering vid ett senare sammanträde") \
	R(attested_frozen, ACT, NONE, NULL, "KL 6:35, 5:69", "I13 I15", \
	  MINUTES_CONTENT, \
	  MINUTES_COVERAGE | TABLE(SEAL), \
	  "what somebody has signed is not changed until the signature is withdrawn, and what is attested never", \
	  "justerat protokoll ändras inte") \
	R(correction_appended, ACT, NONE, NULL, "KL 6:35, 5:69", "I15", \
	  TABLE(CORRECTION), MINUTES_COVERAGE | TABLE(SEAL), \
	  "a correction is appended to attested minutes; it never replaces and is never changed", \
	  "rättelse av justerat protokoll") \
	R(seal_kept, ACT, NONE, NULL, "KL 6:35, 5:69", "I15", \
	  TABLE(SEAL), TABLE(SEAL), \
	  "a seal is made by attestation alone, and is never changed or removed", \
	  "protokollets sigill") \
	R(attestation_days, PARAMETER, NUMBER, "14", "KL 6:35, 5:69", "L18 I26", \
	  0, 0, \
	  "days after the last sitting within which the minutes are attested", \
	  "justeringstid") \
	R(notice_after_attestation, MEETING, NONE, NULL, "KL 8:12", "A19 L19 I13", \
	  TABLE(PUBLIC_NOTICE), TABLE(PUBLIC_NOTICE) | TABLE(SEAL), \
	  "attestation is announced after it was done, and the notice says where the minutes are", \
	  "anslag efter justering") \
	R(notice_days, PARAMETER, NUMBER, "2", "KL 8:12", "A19 L19 I14", \
	  0, 0, \
	  "days after the attestation within which it is announced", \
	  "tid för anslag") \
	R(appeal_days, PARAMETER, NUMBER, "21", "KL 13:5", "L24 I14 I16", \
	  0, 0, \
	  "days after the announcement within which a decision can be appealed, if the notice stays up so long", \
	  "överklagandetid")
