/*
 * list_voting.h
 *	  Catalogue entries of the rules about votes (voting.c), tabling
 *	  (tabling.c) and elections (election.c).
 */
#define VOTES_ASKED \
	(TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(BALLOT_TALLY) | TABLE(DECISION) | \
	 TABLE(AGENDA_ITEM) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(PRESIDING) | \
	 TABLE(PROPOSAL) | TABLE(ELECTION))

#define ELECTION_ASKED \
	(TABLE(ELECTION) | TABLE(CANDIDATE) | TABLE(VOTE_EVENT) | TABLE(BALLOT_TALLY))

#define VOTING_RULES(R) \
	R(voter_serves, ITEM, NONE, NULL, "KL 4:22, 4:24, 6:26", "A8 A26 A28 L8 L10 L16", \
	  TABLE(VOTE) | TABLE(ATTENDANCE) | TABLE(RECUSAL) | TABLE(AGENDA_ITEM), \
	  TABLE(VOTE) | TABLE(ATTENDANCE) | TABLE(RECUSAL), \
	  "votes are cast, and ballots handed in, only by members and substitutes who serve when the item is decided", \
	  "rösträtt") \
	R(vote_before_gavel, ITEM, NONE, NULL, "KL 5:53, 6:33", "L7 I23", \
	  TABLE(VOTE_EVENT) | TABLE(DECISION) | TABLE(AGENDA_ITEM), \
	  TABLE(VOTE_EVENT) | TABLE(DECISION), \
	  "a vote is called before the gavel confirms the decision", \
	  "omröstning före klubbslaget") \
	R(vote_open, ITEM, NONE, NULL, "KL 5:54, 6:33", "L7", \
	  TABLE(VOTE_EVENT), TABLE(VOTE_EVENT), \
	  "votes are open, except in matters of election or employment", \
	  "öppen omröstning") \
	R(vote_secrecy, ITEM, NONE, NULL, "KL 5:54, 6:33", "I24", \
	  TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(BALLOT_TALLY), \
	  TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(BALLOT_TALLY), \
	  "a closed vote stores who handed in a ballot and the tally, an open one who voted for what and no tally", \
	  "valhemlighet") \
	R(chair_votes, ITEM, NONE, NULL, "KL 4:25, 5:56", "L7 L8", \
	  VOTES_ASKED, VOTES_ASKED, \
	  "whoever presides votes where equal numbers need a casting vote", \
	  "ordförandens utslagsröst") \
	R(ballots_add_up, ITEM, NONE, NULL, "KL 5:55, 6:33", "I24", \
	  TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(BALLOT_TALLY) | TABLE(DECISION) | TABLE(ELECTION), \
	  TABLE(VOTE_EVENT) | TABLE(VOTE) | TABLE(BALLOT_TALLY) | TABLE(DECISION) | TABLE(ELECTION), \
	  "the tally of a closed vote adds up to the ballots handed in", \
	  "räkning av valsedlar") \
	R(decision_follows_vote, ITEM, NONE, NULL, "KL 5:55, 5:56, 6:33", "L7", \
	  VOTES_ASKED, VOTES_ASKED, \
	  "a decision that rests on a vote adopts the side that won it", \
	  "beslut enligt omröstningen") \
	R(vote_subject, ITEM, NONE, NULL, "KL 5:54, 6:33", "L7 I21", \
	  TABLE(VOTE_EVENT) | TABLE(DECISION), \
	  TABLE(VOTE_EVENT) | TABLE(DECISION), \
	  "a decision rests on a vote on a matter of its own kind", \
	  "omröstningens föremål") \
	R(lot_in_elections, ITEM, NONE, NULL, "KL 5:56, 6:33", "L7", \
	  TABLE(VOTE_EVENT), TABLE(VOTE_EVENT), \
	  "lots are drawn only in matters of election or employment", \
	  "lottning vid val") \
	R(minority_tabling, ITEM, QUORUM, ">=1/3", "KL 5:50", "L23", \
	  VOTES_ASKED, VOTES_ASKED, \
	  "an item is tabled or referred back when so many of those present ask for it, whatever the majority", \
	  "minoritetsbordläggning och minoritetsåterremiss") \
	R(majority_tabling, ITEM, NONE, NULL, "KL 6:33", "L23", \
	  VOTES_ASKED, VOTES_ASKED, \
	  "an item is tabled or referred back by simple majority", \
	  "bordläggning och återremiss med majoritet") \
	R(election_held, ITEM, NONE, NULL, "KL 5:55, 5:56, 6:33", "I24 A21 L2", \
	  ELECTION_ASKED | TABLE(DECISION), ELECTION_ASKED | TABLE(DECISION), \
	  "a decision to elect rests on an election whose result is settled: by acclamation, by ballots or by lot", \
	  "genomfört val") \
	R(ballots_for_candidates, ITEM, NONE, NULL, "KL 5:55, 6:33", "I24", \
	  ELECTION_ASKED, ELECTION_ASKED, \
	  "ballots are counted only for candidates of the election, and for lists only in a proportional one", \
	  "valsedlar för kandidater") \
	R(lot_distinct, ITEM, NONE, NULL, "KL 5:56, 6:33", "I24", \
	  TABLE(ELECTION) | TABLE(CANDIDATE), TABLE(ELECTION) | TABLE(CANDIDATE), \
	  "no two candidates of an election draw the same lot", \
	  "skilda lotter")
