/*
 * list_policies.h
 *	  Catalogue entries of the rules about policies and what is measured by them
 *	  (policies.c).
 */
#define POLICIES_RULES(R) \
	R(policy_follow_up, PARAMETER, NONE, NULL, "KL 6:6", "A2 F", \
	  0, 0, \
	  "policies are followed up and evaluated by the day that was planned", \
	  "uppföljning av policy") \
	R(policy_activity, PARAMETER, NONE, NULL, "KL 6:6", "A2 F", \
	  0, 0, \
	  "activities towards the goals of a policy are done in time, and somebody answers for them", \
	  "aktiviteter mot målen") \
	R(goal_indicator, PARAMETER, NONE, NULL, "KL 6:6", "B8 F", \
	  0, 0, \
	  "every goal but a vision has an indicator", \
	  "nyckeltal för varje mål") \
	R(indicator_measured, PARAMETER, NONE, NULL, "KL 6:6", "A2 F", \
	  0, 0, \
	  "indicators are measured, and again within so many months as they say", \
	  "mätning av nyckeltal") \
	R(policy_in_force, MATTER, NONE, NULL, "KL 5:1", "B7 F", \
	  TABLE(POLICY_DOCUMENT), TABLE(POLICY_DOCUMENT) | NEED_OTHERS, \
	  "one policy is in force in a domain at a time", \
	  "en gällande policy per område") \
	R(policy_supersedes, MATTER, NONE, NULL, "KL 5:1", "B7 F", \
	  TABLE(POLICY_DOCUMENT), TABLE(POLICY_DOCUMENT) | NEED_OTHERS, \
	  "a policy supersedes an earlier one of its domain, which is in force no longer", \
	  "policy som ersätter en tidigare") \
	R(policy_adopted, MATTER, NONE, NULL, "KL 5:1, 6:38", "L3 L27 F", \
	  TABLE(POLICY_DOCUMENT) | TABLE(GOAL) | TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(MEETING), \
	  TABLE(POLICY_DOCUMENT) | TABLE(GOAL) | NEED_HANDLINGS, \
	  "a policy is adopted by a decision of the body that it names, no later than it is in force; goals never by delegation", \
	  "antagen policy") \
	R(target_after_baseline, MATTER, NONE, NULL, "KL 6:6", "F", \
	  TABLE(INDICATOR) | TABLE(POLICY_DOCUMENT), TABLE(INDICATOR) | TABLE(POLICY_DOCUMENT), \
	  "a target is set for a day after that of its baseline", \
	  "målvärde efter utgångsvärde") \
	R(responsible_exists, MATTER, NONE, NULL, "KL 6:6", "F", \
	  TABLE(ACTIVITY) | TABLE(POLICY_DOCUMENT) | TABLE(BODY) | TABLE(BODY_SUCCESSION), \
	  TABLE(ACTIVITY) | TABLE(POLICY_DOCUMENT) | TABLE(BODY) | TABLE(BODY_SUCCESSION), \
	  "who answers for an activity exists all the time that it goes on", \
	  "ansvarig som finns") \
	R(measurement_defined, ACT, NONE, NULL, "KL 6:6", "F", \
	  TABLE(MEASUREMENT), TABLE(INDICATOR) | TABLE(POLICY_DOCUMENT), \
	  "what is measured is what the indicator defines: an area of its set, one of its groups, a value between its bounds", \
	  "mätning enligt nyckeltalet") \
	R(definition_kept, MATTER, NONE, NULL, "KL 6:6", "F", \
	  TABLE(INDICATOR) | TABLE(POLICY_DOCUMENT), TABLE(INDICATOR) | TABLE(MEASUREMENT) | TABLE(POLICY_DOCUMENT), \
	  "an indicator goes on defining what has been measured by it", \
	  "nyckeltalets definition")
