/*
 * list_motions.h
 *	  Catalogue entries of the rules about motions and citizen proposals
 *	  (motions.c), their preparation (preparation.c) and their claims (claims.c).
 */
#define HANDLED_ASKED \
	(TABLE(MOTION) | TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(MEETING))
#define REFERRALS_LOOKED_AT \
	(TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT) | TABLE(REFERRAL_ANSWER))

#define MOTIONS_RULES(R) \
	R(motion_raised, MATTER, NONE, NULL, "KL 5:22", "C1 E1 L20 L21", \
	  HANDLED_ASKED, TABLE(MOTION) | NEED_HANDLINGS, \
	  "a motion is raised in the council, neither before the date on it nor after the council first decided anything about it", \
	  "väckt motion") \
	R(mover_entitled, MATTER, NONE, NULL, "KL 4:19, 4:22", "L10 L20", \
	  TABLE(MOTION) | TABLE(MOTION_MOVER) | TABLE(MEMBERSHIP) | TABLE(ATTENDANCE) | TABLE(AGENDA_ITEM) | TABLE(MEETING), \
	  TABLE(MOTION) | TABLE(MOTION_MOVER), \
	  "a motion is raised by members of the council, and by substitutes while they serve", \
	  "motionsrätt") \
	R(citizen_proposals, MATTER, FLAG, "true", "KL 8:1", "L21", \
	  TABLE(MOTION), TABLE(MOTION), \
	  "citizen proposals are raised only where the council has decided that they may be", \
	  "rätt att väcka medborgarförslag") \
	R(motion_prepared, MATTER, NONE, NULL, "KL 5:26", "L20", \
	  HANDLED_ASKED | TABLE(REFERRAL_ANSWER), \
	  TABLE(MOTION) | TABLE(REFERRAL_ANSWER) | NEED_HANDLINGS, \
	  "before the council settles it, a motion has been prepared by a board or a preparation of the council", \
	  "beredning av motion") \
	R(motion_board_heard, MATTER, NONE, NULL, "KL 5:28", "L20 C2", \
	  HANDLED_ASKED | REFERRALS_LOOKED_AT, \
	  TABLE(MOTION) | REFERRALS_LOOKED_AT | NEED_HANDLINGS, \
	  "before the council settles it, the executive board has had the opportunity to give its opinion on a motion", \
	  "kommunstyrelsens yttrande") \
	R(unprepared_agreed, ITEM, NONE, NULL, "KL 5:33", "L20", \
	  TABLE(MEETING) | TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(ABSTENTION) | TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(ATTENDANCE) | TABLE(RECUSAL), \
	  TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(RESERVATION) | TABLE(ABSTENTION) | TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(BALLOT_TALLY) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(PRESIDING), \
	  "an urgent matter that was not prepared is settled only if all who are present agree on the decision", \
	  "brådskande ärende utan beredning") \
	R(motion_decided, MATTER, NONE, NULL, "KL 5:23", "C2 L20 L21", \
	  HANDLED_ASKED, TABLE(MOTION) | NEED_HANDLINGS, \
	  "a motion is decided by the council, a citizen proposal also by the board that the council has let decide it", \
	  "beslut om motion") \
	R(opinion_recommends, MATTER, NONE, NULL, "KL 5:23", "E8", \
	  HANDLED_ASKED, TABLE(MOTION) | NEED_HANDLINGS, \
	  "a body that may only give its opinion on a motion recommends, and does not say that it approves or rejects it", \
	  "yttrande som tillstyrker eller avstyrker") \
	R(claim_decided, MATTER, NONE, NULL, "KL 5:23, 5:35", "L20", \
	  HANDLED_ASKED | TABLE(CLAIM), TABLE(MOTION) | TABLE(CLAIM) | NEED_HANDLINGS, \
	  "the outcome of a claim rests on a decision that settles the motion, and agrees with it; only the council writes off", \
	  "beslut om yrkande i motion") \
	R(motion_concluded, MATTER, NONE, NULL, "KL 5:23", "L20", \
	  HANDLED_ASKED | TABLE(MATTER) | TABLE(CLAIM), TABLE(MATTER) | TABLE(MOTION) | TABLE(CLAIM) | NEED_HANDLINGS, \
	  "the matter of a motion is not concluded before the motion is decided, in every claim, or withdrawn", \
	  "avslutat motionsärende") \
	R(motion_months, PARAMETER, NUMBER, "12", "KL 5:35", "C1 E1 L20", \
	  0, 0, \
	  "months from the day it was raised within which a motion is decided, or the council told what its preparation has shown", \
	  "tid för beredning av motion") \
	R(motion_report_months, PARAMETER, NUMBER, "12", "KL 5:35", "L20", \
	  0, 0, \
	  "months after it was told of a motion within which the council is told again, if it has not decided it", \
	  "tid till ny anmälan av motion") \
	R(proposal_months, PARAMETER, NUMBER, "12", "KL 6:34", "L21", \
	  0, 0, \
	  "months from the day it was raised within which a board decides a citizen proposal that it was let decide, or tells the council", \
	  "tid för medborgarförslag") \
	R(proposal_report_months, PARAMETER, NUMBER, "12", "KL 6:34", "L21", \
	  0, 0, \
	  "months within which a board tells the council what it decided on a citizen proposal", \
	  "tid till underrättelse om medborgarförslag")
