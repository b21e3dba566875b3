/*
 * list_attendance.h
 *	  Catalogue entries of the rules about who attends, who serves in whose
 *	  seat, and who is recused or excluded (attendance.c, substitution.c,
 *	  recusal.c).
 */
#define ON_THE_ROLL \
	(TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(AGENDA_ITEM))

#define ATTENDANCE_RULES(R) \
	R(capacity_held, MEETING, NONE, NULL, "KL 6:16", "A3 A7 A28 L11 I7", \
	  TABLE(ATTENDANCE) | TABLE(MEETING) | TABLE(MEMBERSHIP), \
	  TABLE(ATTENDANCE) | TABLE(MEMBERSHIP), \
	  "who is entered as member or substitute holds that seat in the body on the day of the meeting", \
	  "plats som ledamot eller ersättare") \
	R(commissioner_right, MEETING, NONE, NULL, "KL 4:28", "A8", \
	  TABLE(ATTENDANCE) | TABLE(MEETING) | TABLE(ATTENDANCE_RIGHT), \
	  TABLE(ATTENDANCE) | TABLE(ATTENDANCE_RIGHT), \
	  "who is entered as commissioner has the right to attend on the day of the meeting", \
	  "borgarråds närvarorätt") \
	R(city_director_right, MEETING, NONE, NULL, NULL, "A26", \
	  TABLE(ATTENDANCE) | TABLE(MEETING) | TABLE(ATTENDANCE_RIGHT) | TABLE(OFFICE), \
	  TABLE(ATTENDANCE) | TABLE(ATTENDANCE_RIGHT) | TABLE(OFFICE), \
	  "who is entered as city director holds that office, or the right to attend in it, on the day of the meeting", \
	  "stadsdirektörens närvarorätt") \
	R(presenter_appointed, BODY, NONE, NULL, NULL, "A27", \
	  TABLE(OFFICE) | TABLE(HINDRANCE), TABLE(OFFICE) | TABLE(HINDRANCE), \
	  "a presenter is appointed by the chair (by the vice chair where the chair was prevented)", \
	  "utseende av föredragande") \
	R(presenter_office, MEETING, NONE, NULL, NULL, "A27", \
	  TABLE(ATTENDANCE) | TABLE(MEETING) | TABLE(OFFICE), \
	  TABLE(ATTENDANCE) | TABLE(OFFICE), \
	  "who is entered as presenter is the deputy city director or an appointed presenter on the day of the meeting", \
	  "föredragandens behörighet") \
	R(attendance_once, MEETING, NONE, NULL, "KL 5:66", "I3", \
	  TABLE(ATTENDANCE), TABLE(ATTENDANCE), \
	  "a person is entered once at any point of the meeting", \
	  "närvaro en gång") \
	R(seat_once, ITEM, NONE, NULL, "KL 5:17", "A7 I4 I6", \
	  ON_THE_ROLL | TABLE(MEMBERSHIP) | TABLE(MEETING), \
	  ON_THE_ROLL | TABLE(MEMBERSHIP), \
	  "one person serves in a seat and in one seat only; a substitute serves for a member who does not, or in a vacant seat", \
	  "en person på varje plats") \
	R(incumbency_precedence, PARAMETER, FLAG, "true", "KL 5:18", "L12 I5", \
	  0, 0, \
	  "a substitute who has begun to serve goes before the others whatever the rank", \
	  "företräde för ersättare som börjat tjänstgöra") \
	R(substitutes_in_order, ITEM, NONE, NULL, "KL 5:18", "A7 L12 I4 I5", \
	  ON_THE_ROLL | TABLE(MEMBERSHIP) | TABLE(SUBSTITUTION_ORDER) | TABLE(SITTING) | TABLE(MEETING), \
	  ON_THE_ROLL | TABLE(MEMBERSHIP) | TABLE(SUBSTITUTION_ORDER) | TABLE(SITTING), \
	  "substitutes serve in the prescribed order: no one serves while somebody ahead is present, free and not recused", \
	  "ersättarnas tjänstgöringsordning") \
	R(swap_between_items, ITEM, NONE, NULL, "KL 5:18", "L12 I5", \
	  ON_THE_ROLL | TABLE(MEMBERSHIP) | TABLE(MEETING), \
	  ON_THE_ROLL | TABLE(MEMBERSHIP), \
	  "a seat passes from one person to another between items, never within one", \
	  "byte mellan ärenden") \
	R(no_return_same_day, MEETING, NONE, NULL, "KL 5:20", "L12", \
	  TABLE(ATTENDANCE) | TABLE(SITTING), TABLE(ATTENDANCE) | TABLE(SITTING), \
	  "who broke off service for another cause than recusal does not serve again the same day", \
	  "återinträde samma dag") \
	R(recusal_ruled, ITEM, NONE, NULL, "KL 6:30", "L17", \
	  ON_THE_ROLL | TABLE(DECISION), ON_THE_ROLL | TABLE(DECISION), \
	  "an item is not decided while a recusal that was raised against somebody who serves is not ruled on", \
	  "prövning av jäv") \
	R(recusal_in_room, ITEM, NONE, NULL, "KL 6:30", "L17", \
	  TABLE(RECUSAL), TABLE(RECUSAL), \
	  "who is recused is not in the room, but for an act that nobody else can do without considerable delay", \
	  "jäviga lämnar rummet") \
	R(excluded_absent, ITEM, NONE, NULL, NULL, "A26", \
	  TABLE(EXCLUSION) | TABLE(ATTENDANCE) | TABLE(AGENDA_ITEM), \
	  TABLE(EXCLUSION) | TABLE(ATTENDANCE) | TABLE(AGENDA_ITEM), \
	  "who is excluded from an item is not present at it", \
	  "frånvaro för den som är utestängd") \
	R(exclusion_particular, MEETING, NONE, NULL, NULL, "A26 L11", \
	  TABLE(EXCLUSION) | TABLE(AGENDA_ITEM) | TABLE(MEMBERSHIP) | TABLE(MEETING), \
	  TABLE(EXCLUSION) | TABLE(AGENDA_ITEM) | TABLE(MEMBERSHIP), \
	  "the city director is excluded for a particular case and a stated reason, never from a whole meeting; members and substitutes are not excluded", \
	  "utestängning för särskilt ärende")
