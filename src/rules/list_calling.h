/*
 * list_calling.h
 *	  Catalogue entries of the rules about calling a meeting (calling.c), taking
 *	  part at a distance (remote.c), sittings and times (sittings.c) and who
 *	  presides (presiding.c).
 */
#define PRESIDING_TABLES \
	(TABLE(PRESIDING) | TABLE(DECISION) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(AGENDA_ITEM) | TABLE(OFFICE) | TABLE(HINDRANCE) | TABLE(MEMBERSHIP))
#define REMOTE_TABLES \
	(TABLE(MEETING) | TABLE(ATTENDANCE) | TABLE(REMOTE_NOTICE))
#define SITTING_TABLES \
	(TABLE(MEETING) | TABLE(SITTING))

#define CALLING_RULES(R) \
	R(meeting_place, MEETING, NONE, NULL, "KL 6:23", "A9", \
	  TABLE(MEETING) | TABLE(SUMMONS) | TABLE(MEETING_DOCUMENT), \
	  TABLE(MEETING) | TABLE(SUMMONS) | TABLE(MEETING_DOCUMENT), \
	  "a meeting has a place when it is summoned or opened", \
	  "plats för sammanträdet") \
	R(requests_needed, PARAMETER, QUORUM, ">=1/3", "KL 6:23", "A10 L14", \
	  0, 0, \
	  "so many members may demand that a meeting is held", \
	  "antal ledamöter som kan begära sammanträde") \
	R(request_max_days, PARAMETER, NUMBER, NULL, NULL, "I11", \
	  0, 0, \
	  "a meeting that was asked for is held within so many days", \
	  "tid till begärt sammanträde") \
	R(meeting_called, MEETING, NONE, NULL, "KL 6:23", "A10 A11 L14", \
	  TABLE(MEETING) | TABLE(MEETING_REQUEST) | TABLE(MEETING_REQUESTER) | TABLE(OFFICE) | TABLE(HINDRANCE) | TABLE(MEMBERSHIP), \
	  TABLE(MEETING) | TABLE(MEETING_REQUEST) | TABLE(MEETING_REQUESTER) | TABLE(OFFICE) | TABLE(HINDRANCE) | TABLE(MEMBERSHIP), \
	  "a meeting is held because the body decided so, enough members ask for it, or the one who serves as chair calls it", \
	  "grund för sammanträdet") \
	R(meeting_announced, MEETING, NUMBER, "7", "KL 5:13", "L22", \
	  TABLE(MEETING) | TABLE(MEETING_DOCUMENT) | TABLE(DECISION), \
	  TABLE(MEETING) | TABLE(MEETING_DOCUMENT) | TABLE(DECISION), \
	  "a meeting is announced on the notice board so many days ahead, an urgent one by the weekday before", \
	  "kungörelse av sammanträdet") \
	R(summons_sent, MEETING, NUMBER, "0", "KL 5:15", "A18 L22", \
	  TABLE(MEETING) | TABLE(SUMMONS) | TABLE(DECISION) | TABLE(MEMBERSHIP), \
	  TABLE(MEETING) | TABLE(SUMMONS) | TABLE(DECISION) | TABLE(MEMBERSHIP), \
	  "members and substitutes are summoned so many days ahead (0: before the start), to an urgent meeting by the weekday before", \
	  "kallelse till sammanträdet") \
	R(substitutes_told, MEETING, NONE, NULL, "KL 6:17", "L11", \
	  TABLE(MEETING) | TABLE(SUMMONS) | TABLE(DECISION) | TABLE(MEMBERSHIP), \
	  TABLE(MEETING) | TABLE(SUMMONS) | TABLE(DECISION) | TABLE(MEMBERSHIP), \
	  "substitutes are told of time and place before the meeting starts", \
	  "underrättelse till ersättarna") \
	R(item_announced, ITEM, NONE, NULL, "KL 5:52", "L22", \
	  TABLE(MEETING) | TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(ABSTENTION) | TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(ATTENDANCE) | TABLE(RECUSAL), \
	  TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(RESERVATION) | TABLE(ABSTENTION) | TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(BALLOT_TALLY) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(PRESIDING), \
	  "a matter that was not announced is settled only if its first decision, procedural, is that of all who are present to take it up", \
	  "ärende som inte har kungjorts") \
	R(meeting_documents, PARAMETER, TEXT, "summons agenda minutes", NULL, "A18", \
	  0, 0, \
	  "the documents that the chair answers for: of announcement, summons, agenda and minutes", \
	  "sammanträdets handlingar") \
	R(closed_doors, MEETING, FLAG, "true", "KL 6:25", "L16", \
	  TABLE(MEETING), TABLE(MEETING), \
	  "meetings are held behind closed doors", \
	  "stängda dörrar") \
	R(remote_allowed, MEETING, FLAG, "true", "KL 6:24", "A12 A17 L15", \
	  REMOTE_TABLES, REMOTE_TABLES, \
	  "members take part at a distance only where it has been decided that they may", \
	  "deltagande på distans") \
	R(remote_clear_days, PARAMETER, FLAG, "false", NULL, "I10", \
	  0, 0, \
	  "the working days of a remote notice lie whole between notice and meeting", \
	  "hela arbetsdagar före sammanträdet") \
	R(remote_notice, MEETING, NUMBER, "3", NULL, "A15 I10", \
	  REMOTE_TABLES, REMOTE_TABLES, \
	  "who wishes to take part at a distance says so so many working days ahead", \
	  "anmälan om deltagande på distans") \
	R(remote_reason, MEETING, NONE, NULL, NULL, "A12", \
	  REMOTE_TABLES, REMOTE_TABLES, \
	  "taking part at a distance has a special reason", \
	  "skäl för deltagande på distans") \
	R(remote_sound_and_picture, MEETING, FLAG, "true", "KL 5:16", "A13", \
	  REMOTE_TABLES, REMOTE_TABLES, \
	  "sound and picture are transmitted in real time", \
	  "ljud och bild i realtid") \
	R(remote_equal_terms, MEETING, FLAG, "true", "KL 5:16", "A13", \
	  REMOTE_TABLES, REMOTE_TABLES, \
	  "all who take part can see and hear each other on equal terms", \
	  "deltagande på lika villkor") \
	R(remote_premises, MEETING, FLAG, "true", NULL, "A14", \
	  REMOTE_TABLES, REMOTE_TABLES, \
	  "the premises are such that nobody unauthorised can follow the meeting", \
	  "lokal utan obehöriga") \
	R(remote_decision, MEETING, NONE, NULL, NULL, "A16 I8", \
	  REMOTE_TABLES | TABLE(OFFICE) | TABLE(HINDRANCE) | TABLE(MEMBERSHIP), \
	  REMOTE_TABLES | TABLE(OFFICE) | TABLE(HINDRANCE) | TABLE(MEMBERSHIP), \
	  "the one who serves as chair has decided on presence at a distance before the meeting, after consulting the vice chair", \
	  "beslut om deltagande på distans") \
	R(sittings_in_order, MEETING, NONE, NULL, NULL, "I26", \
	  SITTING_TABLES, SITTING_TABLES, \
	  "sittings follow each other, the first on the day of the meeting, and lie between its opening and its close", \
	  "sammanträdesdagarnas ordning") \
	R(meeting_cancelled, MEETING, NONE, NULL, NULL, "I26", \
	  TABLE(MEETING) | TABLE(AGENDA_ITEM) | TABLE(DECISION), \
	  TABLE(MEETING) | TABLE(AGENDA_ITEM) | TABLE(DECISION), \
	  "nothing is handled in a meeting that was cancelled", \
	  "inställt sammanträde") \
	R(times_in_meeting, ITEM, NONE, NULL, NULL, "I26", \
	  SITTING_TABLES | TABLE(AGENDA_ITEM) | TABLE(DECISION), \
	  SITTING_TABLES | TABLE(AGENDA_ITEM) | TABLE(DECISION), \
	  "items are opened and decided while the meeting sits", \
	  "tider under sammanträdet") \
	R(presiding_named, ITEM, NONE, NULL, "KL 6:21", "I8", \
	  TABLE(PRESIDING) | TABLE(DECISION) | TABLE(AGENDA_ITEM), \
	  TABLE(PRESIDING) | TABLE(DECISION) | TABLE(AGENDA_ITEM), \
	  "somebody presides over every item that is decided", \
	  "ordförande för varje ärende") \
	R(presiding_single, MEETING, NONE, NULL, "KL 6:21", "I8 I9", \
	  TABLE(PRESIDING), TABLE(PRESIDING), \
	  "only one presides at a time", \
	  "en ordförande i taget") \
	R(presiding_present, ITEM, NONE, NULL, "KL 6:21", "I8", \
	  PRESIDING_TABLES, PRESIDING_TABLES, \
	  "whoever presides over an item serves when it is decided, and is not recused", \
	  "ordföranden tjänstgör") \
	R(presiding_order, ITEM, NONE, NULL, "KL 6:22", "I8 A16 A25", \
	  PRESIDING_TABLES, PRESIDING_TABLES, \
	  "the chair presides; where the chair is prevented a vice chair, and where they are prevented too one who is designated", \
	  "ordning för ordförandeskapet")
