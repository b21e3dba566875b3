/*
 * list_referrals.h
 *	  Catalogue entries of the rules about referrals (referrals.c) and their
 *	  answers (answers.c).
 */
#define REFERRALS_RULES(R) \
	R(referral_not_self, MATTER, NONE, NULL, "KL 5:26", "B4", \
	  TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT), TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT), \
	  "nobody refers a matter to themselves", \
	  "remiss till annan") \
	R(referral_recipient_exists, MATTER, NONE, NULL, "KL 5:26, 6:12", "B4 E10", \
	  TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT) | TABLE(BODY) | TABLE(BODY_SUCCESSION), \
	  TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT) | TABLE(BODY) | TABLE(BODY_SUCCESSION), \
	  "a referral is sent to bodies that exist on the day", \
	  "remissinstanser som finns") \
	R(referral_chain, MATTER, NONE, NULL, "KL 5:26, 6:12", "E2", \
	  TABLE(MATTER) | TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT) | TABLE(BODY), \
	  TABLE(MATTER) | TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT) | TABLE(BODY), \
	  "a matter is referred by whoever handles it, or was asked by an earlier referral of it", \
	  "remisskedja") \
	R(referral_dates, MATTER, NONE, NULL, "KL 5:26, 6:12", "B3", \
	  TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT), TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT), \
	  "a referral is not received before it was sent, and a last day that is extended is a later one", \
	  "remissens datum") \
	R(answer_asked, MATTER, NONE, NULL, "KL 6:12", "E2 B4", \
	  TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT) | TABLE(REFERRAL_ANSWER), \
	  TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT) | TABLE(REFERRAL_ANSWER) | TABLE(BODY), \
	  "a referral is answered by a body that was asked, and not before it was sent", \
	  "svar från tillfrågad") \
	R(answer_decided, MATTER, NONE, NULL, "KL 6:12", "B1 B4", \
	  TABLE(REFERRAL_ANSWER) | TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(MEETING), \
	  TABLE(REFERRAL_ANSWER) | TABLE(BODY) | NEED_HANDLINGS, \
	  "an answer that a body decided rests on its decision about the matter, no later than the answer", \
	  "beslut om remissvar") \
	R(answer_statement, MATTER, NONE, NULL, "KL 6:12", "B1 C3", \
	  TABLE(REFERRAL_ANSWER) | TABLE(DOCUMENT) | TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(MEETING), \
	  TABLE(REFERRAL_ANSWER) | TABLE(DOCUMENT) | TABLE(BODY) | NEED_HANDLINGS, \
	  "the officials' statement that an answer refers to exists in the matter, and is no later than the answer and the decision on it", \
	  "tjänsteutlåtande till remissvaret") \
	R(answer_recommends, MATTER, NONE, NULL, "KL 6:4", "E8 C2", \
	  TABLE(REFERRAL_ANSWER), TABLE(REFERRAL_ANSWER) | TABLE(BODY), \
	  "who was asked for an opinion recommends, and neither rejects nor grants", \
	  "remissvar som tillstyrker eller avstyrker") \
	R(referral_answered, PARAMETER, NONE, NULL, "KL 6:12", "B3", \
	  0, 0, \
	  "who is asked answers the referral, within the time that it sets", \
	  "besvarad remiss") \
	R(referral_outside, PARAMETER, NONE, NULL, NULL, "B11", \
	  0, 0, \
	  "a referral has also recipients outside the municipality", \
	  "remiss utanför kommunen")
