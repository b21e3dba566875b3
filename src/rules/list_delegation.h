/*
 * list_delegation.h
 *	  Catalogue entries of the rules about delegation and what meetings decide
 *	  by it (delegation.c), what is decided by it outside them (delegated.c) and
 *	  the reports of it (delegation_reports.c).
 */
#define REPORT_LINE_TABLES \
	(TABLE(DELEGATION_REPORT) | TABLE(DELEGATION_REPORT_ITEM) | TABLE(DELEGATED_DECISION) | \
	 TABLE(DECISION) | TABLE(MEETING))

#define DELEGATION_RULES(R) \
	R(delegate_mandate, BODY, NONE, NULL, "KL 6:37", "C4 I17", \
	  TABLE(DELEGATION) | TABLE(BODY), TABLE(DELEGATION) | TABLE(BODY), \
	  "power to decide is delegated only to bodies that may decide", \
	  "delegation till beslutande organ") \
	R(delegation_source, BODY, NONE, NULL, "KL 6:37, 7:5, 5:2", "L3 C4", \
	  TABLE(DELEGATION) | TABLE(BODY), TABLE(DELEGATION) | TABLE(BODY), \
	  "a board delegates to its own people and its committees, and nobody passes on what was delegated", \
	  "vem som delegerar") \
	R(delegate_seat, BODY, NONE, NULL, "KL 6:37", "L3", \
	  TABLE(DELEGATION) | TABLE(MEMBERSHIP), TABLE(DELEGATION) | TABLE(MEMBERSHIP) | TABLE(BODY), \
	  "a person to whom power to decide is delegated has a seat in the body", \
	  "delegat med plats i organet") \
	R(delegation_urgent, BODY, NONE, NULL, "KL 6:39", "L4", \
	  TABLE(DELEGATION) | TABLE(MEMBERSHIP) | TABLE(BODY), \
	  TABLE(DELEGATION) | TABLE(MEMBERSHIP) | TABLE(BODY), \
	  "what is urgent is decided only by the chair or a member designated for it", \
	  "brådskande ärenden") \
	R(delegation_subject, BODY, NONE, NULL, "KL 6:38", "L3", \
	  TABLE(DELEGATION), TABLE(DELEGATION), \
	  "what the law reserves for the board is not delegated", \
	  "ärenden som inte får delegeras") \
	R(decision_delegated, ITEM, NONE, NULL, "KL 6:37", "A29 A19 L3", \
	  TABLE(DECISION) | TABLE(DELEGATION), \
	  TABLE(DECISION) | TABLE(DELEGATION) | TABLE(MEETING) | TABLE(BODY) | TABLE(AGENDA_ITEM), \
	  "a decision on another body's behalf rests on a delegation that is in force on the day of the meeting", \
	  "beslut på annans vägnar") \
	R(decision_delegable, ITEM, NONE, NULL, "KL 6:38", "L3", \
	  TABLE(DECISION), TABLE(DECISION) | TABLE(AGENDA_ITEM), \
	  "no meeting decides by delegation what the law reserves for the board", \
	  "beslut som inte får delegeras") \
	R(delegated_in_force, MATTER, NONE, NULL, "KL 6:37, 7:5", "L3", \
	  TABLE(DELEGATED_DECISION) | TABLE(DELEGATION), TABLE(DELEGATED_DECISION) | TABLE(DELEGATION), \
	  "a decision outside meetings rests on a delegation that is in force on its day", \
	  "delegation i kraft") \
	R(delegated_by, MATTER, NONE, NULL, "KL 6:37, 6:39, 7:5", "L3 L4", \
	  TABLE(DELEGATED_DECISION) | TABLE(DELEGATION) | TABLE(OFFICE) | TABLE(MEMBERSHIP), \
	  TABLE(DELEGATED_DECISION) | TABLE(DELEGATION) | TABLE(OFFICE) | TABLE(MEMBERSHIP), \
	  "a decision outside meetings is made by the one to whom it is delegated on its day", \
	  "rätt delegat") \
	R(delegated_subject, MATTER, NONE, NULL, "KL 6:38, 7:5", "L3", \
	  TABLE(DELEGATED_DECISION) | TABLE(DELEGATION) | TABLE(MOTION), \
	  TABLE(DELEGATED_DECISION) | TABLE(DELEGATION) | TABLE(MOTION), \
	  "no decision outside meetings is about what the law reserves for the board, and none that a machine makes can be appealed", \
	  "delegationsbeslutets föremål") \
	R(report_delegator, MATTER, NONE, NULL, "KL 6:40, 7:8", "A29 L4", \
	  REPORT_LINE_TABLES, \
	  TABLE(DELEGATION_REPORT) | TABLE(DELEGATION_REPORT_ITEM) | NEED_OTHERS, \
	  "a report goes to the body that delegated, about decisions of the body that reports", \
	  "anmälan till den som delegerat") \
	R(report_period, MATTER, NONE, NULL, "KL 6:40, 7:8", "A29 I12", \
	  REPORT_LINE_TABLES, \
	  TABLE(DELEGATION_REPORT) | TABLE(DELEGATION_REPORT_ITEM) | NEED_OTHERS, \
	  "a report tells of decisions made within its period", \
	  "anmälans period") \
	R(report_received, MATTER, NONE, NULL, "KL 6:40, 7:8", "A29 I12", \
	  TABLE(DELEGATION_REPORT) | TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(MEETING), \
	  TABLE(DELEGATION_REPORT) | NEED_HANDLINGS, \
	  "a report is received at a meeting of the body that delegated, which notes or settles the item", \
	  "mottagen anmälan") \
	R(report_once, MATTER, NONE, NULL, "KL 6:40, 7:8", "A29 I12", \
	  TABLE(DELEGATION_REPORT) | TABLE(DELEGATION_REPORT_ITEM), \
	  TABLE(DELEGATION_REPORT) | TABLE(DELEGATION_REPORT_ITEM) | NEED_OTHERS, \
	  "a decision by delegation stands in one report that was received", \
	  "anmälan en gång") \
	R(delegation_reported, PARAMETER, FLAG, "true", "KL 6:40, 7:8", "L4 A29", \
	  0, 0, \
	  "whether decisions by delegation are reported, where the delegation does not say it", \
	  "anmälan av delegationsbeslut") \
	R(delegation_reports_a_year, PARAMETER, NUMBER, "4", NULL, "A29 I12", \
	  0, 0, \
	  "how many times a year decisions by delegation are reported", \
	  "antal anmälningar per år") \
	R(delegation_report_reading, PARAMETER, TEXT, "quarter", NULL, "I12", \
	  0, 0, \
	  "how that is counted: each quarter (or other equal part of the year), count in the year, or gap between reports", \
	  "sätt att räkna anmälningar") \
	R(delegation_largest_gap, PARAMETER, NUMBER, "122", NULL, "I12", \
	  0, 0, \
	  "in the reading gap, the most days from one report received to the next", \
	  "längsta tid mellan anmälningar") \
	R(delegation_nil_reports, PARAMETER, FLAG, "false", NULL, "I12", \
	  0, 0, \
	  "whether a report is due also where nothing was decided by delegation", \
	  "anmälan utan beslut") \
	R(urgent_reported, PARAMETER, NONE, NULL, "KL 6:40", "L4", \
	  0, 0, \
	  "what was decided as urgent is reported at the next meeting of the body", \
	  "anmälan av brådskande beslut") \
	R(unreported_minuted, PARAMETER, NONE, NULL, "KL 6:40, 7:8", "L4 L24", \
	  0, 0, \
	  "a decision by delegation that is not reported and can be appealed is minuted by itself", \
	  "protokollföring av delegationsbeslut") \
	R(unreported_announced, PARAMETER, NONE, NULL, "KL 8:10", "L4 L24 I16", \
	  0, 0, \
	  "and it is announced, until the period for an appeal is over", \
	  "anslag om delegationsbeslut")
