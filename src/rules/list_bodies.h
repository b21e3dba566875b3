/*
 * list_bodies.h
 *	  Catalogue entries of the rules about bodies (bodies.c), seats (seats.c)
 *	  and offices (offices.c).
 */
#define BODIES_RULES(R) \
	R(substitute_seats, PARAMETER, NUMBER, NULL, "KL 6:16", "A3", \
	  0, 0, \
	  "number of seats of substitutes in the body", \
	  "antal platser för ersättare") \
	R(founding_decision, BODY, NONE, NULL, "KL 3:5", "L1", \
	  TABLE(BODY), TABLE(BODY), \
	  "a body exists because somebody entitled to it decided so", \
	  "beslut om att inrätta organet") \
	R(committee_parent, BODY, NONE, NULL, "KL 3:5", "L1 I17", \
	  TABLE(BODY) | NEED_PARENT, TABLE(BODY) | NEED_PARENT, \
	  "a committee is of a board", \
	  "utskottets nämnd") \
	R(body_sunset, BODY, NONE, NULL, NULL, "I17", \
	  TABLE(BODY), TABLE(BODY), \
	  "a temporary body has a last day", \
	  "tillfälligt organs sista dag") \
	R(body_extension, ACT, NONE, NULL, "KL 3:5", "I18", \
	  TABLE(BODY), TABLE(BODY), \
	  "a body lives longer only by a decision made while it lived", \
	  "förlängning av organets tid") \
	R(body_dissolution, ACT, NONE, NULL, "KL 3:5", "E5", \
	  TABLE(BODY), TABLE(BODY), \
	  "a body ends before its time only by a decision made while it lived", \
	  "upplösning av organet i förtid") \
	R(body_report, BODY, NONE, NULL, "KL 3:2", "E5", \
	  TABLE(BODY), TABLE(BODY), \
	  "a body is not dissolved before its time until it has returned with its report", \
	  "rapport före upplösning") \
	R(open_at_end, PARAMETER, FLAG, "true", "KL 3:5, 6:6", "I18 E10", \
	  0, 0, \
	  "whether what a body leaves open when it ends is to be given to its successor, or its parent", \
	  "öppna frågor när organet upphör") \
	R(seat_categories, PARAMETER, FLAG, "true", "KL 6:43", "C5", \
	  0, 0, \
	  "whether somebody is to sit in the body for each of its categories of seats", \
	  "kategorier av platser") \
	R(secretariat, PARAMETER, TEXT, NULL, NULL, "A30", \
	  0, 0, \
	  "the unit that keeps the body's secretariat, by its name", \
	  "sekretariat") \
	R(seats_taken, BODY, NONE, NULL, "KL 6:16", "A3", \
	  TABLE(MEMBERSHIP), TABLE(BODY) | TABLE(MEMBERSHIP), \
	  "never more members and substitutes than seats", \
	  "platser som är besatta") \
	R(single_seat, BODY, NONE, NULL, "KL 4:24", "A3 L8", \
	  TABLE(MEMBERSHIP), TABLE(BODY) | TABLE(MEMBERSHIP), \
	  "nobody holds two seats in a body at the same time", \
	  "en plats per person") \
	R(seat_period, BODY, NONE, NULL, "KL 6:19", "A5", \
	  TABLE(BODY) | TABLE(MEMBERSHIP) | NEED_PARENT, TABLE(BODY) | TABLE(MEMBERSHIP) | NEED_PARENT, \
	  "a seat is held from one day to another, or until the parent's term ends", \
	  "platsens tid") \
	R(chosen_from_parent, BODY, NONE, NULL, "KL 6:42", "A4 L2 I7", \
	  TABLE(BODY) | TABLE(MEMBERSHIP) | NEED_PARENT, TABLE(BODY) | TABLE(MEMBERSHIP) | NEED_PARENT, \
	  "who sits in a committee has a seat in the board all the time", \
	  "valbarhet till utskottet") \
	R(seat_decided_by_parent, BODY, NONE, NULL, "KL 6:16, 6:42", "A5 L2", \
	  TABLE(BODY) | TABLE(MEMBERSHIP), TABLE(BODY) | TABLE(MEMBERSHIP) | NEED_PARENT, \
	  "who sits in a body is decided by its parent", \
	  "val av ledamöter och ersättare") \
	R(seat_within_lifetime, BODY, NONE, NULL, "KL 4:10", "I18 E10", \
	  TABLE(BODY) | TABLE(BODY_SUCCESSION) | TABLE(MEMBERSHIP) | TABLE(OFFICE), \
	  TABLE(BODY) | TABLE(BODY_SUCCESSION) | TABLE(MEMBERSHIP) | TABLE(OFFICE), \
	  "seats and offices do not outlast the body", \
	  "uppdrag inom organets tid") \
	R(single_office, BODY, NONE, NULL, "KL 5:11, 6:21", "A6 E6", \
	  TABLE(OFFICE), TABLE(BODY) | TABLE(OFFICE), \
	  "at most one chair, vice chair, convener and vice convener at a time", \
	  "en innehavare av varje uppdrag") \
	R(presidium_distinct, BODY, NONE, NULL, "KL 5:11, 6:21", "A6 E6", \
	  TABLE(OFFICE), TABLE(BODY) | TABLE(OFFICE), \
	  "chair and vice chair, convener and vice convener, are different persons", \
	  "skilda personer i presidiet") \
	R(presidium_members, BODY, NONE, NULL, "KL 5:11, 6:21", "A6 L13", \
	  TABLE(OFFICE) | TABLE(MEMBERSHIP), TABLE(BODY) | TABLE(OFFICE) | TABLE(MEMBERSHIP), \
	  "whoever presides in a body is a member of it all the time", \
	  "presidium bland ledamöterna") \
	R(presidium_decided_by_parent, BODY, NONE, NULL, "KL 6:21", "A6", \
	  TABLE(BODY) | TABLE(OFFICE), TABLE(BODY) | TABLE(OFFICE) | NEED_PARENT, \
	  "the presidium is chosen by the parent", \
	  "val av presidium") \
	R(body_lifetime, MEETING, NONE, NULL, "KL 3:5", "E3 I18", \
	  TABLE(MEETING) | TABLE(SITTING) | TABLE(BODY), TABLE(MEETING) | TABLE(SITTING) | TABLE(BODY), \
	  "a body meets on days on which it exists", \
	  "sammanträde inom organets tid") \
	R(succession_day, MEETING, NONE, NULL, "KL 4:10", "E10", \
	  TABLE(MEETING) | TABLE(SITTING) | TABLE(BODY_SUCCESSION), \
	  TABLE(MEETING) | TABLE(SITTING) | TABLE(BODY_SUCCESSION), \
	  "a body does not meet from the day on which another takes its place", \
	  "efterföljande organ tar över")
