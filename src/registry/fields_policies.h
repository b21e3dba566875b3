/*
 * fields_policies.h
 *	  Which columns rules look at: of the tables of policies and what is measured
 *	  by them (see tables.h).
 */
#define POLICY_DOCUMENT_FIELDS(F) \
	F(TEXT, domain, "domain") \
	F(BODY, adopted_by, "adopted_by_id") \
	F(ID, meeting, "meeting_id") \
	F(INT, position, "position") \
	F(INT, point, "point") \
	F(PERIOD, valid, "valid") \
	F(ID, supersedes, "supersedes_id")

#define GOAL_FIELDS(F) \
	F(INT, number, "number") \
	F(WORD, kind, "kind")

#define INDICATOR_FIELDS(F) \
	F(INT, number, "number") \
	F(NUMBER, least, "least") \
	F(NUMBER, greatest, "greatest") \
	F(ID, area_set, "area_set_id") \
	F(TEXT, group_a, "group_a") \
	F(TEXT, group_b, "group_b") \
	F(DAY, baseline_on, "baseline_on") \
	F(DAY, target_on, "target_on")

#define MEASUREMENT_FIELDS(F) \
	F(INT, indicator, "indicator") \
	F(INT, number, "number") \
	F(DAY, measured_on, "measured_on") \
	F(ID, area_set, "area_set_id") \
	F(TEXT, group_name, "group_name") \
	F(NUMBER, value, "value")

#define ACTIVITY_FIELDS(F) \
	F(INT, number, "number") \
	F(BODY, responsible, "responsible_id") \
	F(PERIOD, valid, "valid")
