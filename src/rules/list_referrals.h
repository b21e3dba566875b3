/*
 * list_referrals.h
 *	  Catalogue entries of the rules about referrals and their answers
 *	  (referrals.c).
 */
#define REFERRALS_RULES(R) \
	R(referral_not_self, MATTER, NONE, NULL, "KL 5:26", "B4", \
	  TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT), TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT), \
	  "nobody refers a matter to themselves")
