/*
 * words.h
 *	  The words that stand in the code columns of a registry (role, kind,
 *	  capacity, ...), as one enumeration, so that rules compare integers.
 *
 * A word may stand in several columns and means the same in all of them; which
 * words a column allows is the business of its CHECK constraint.
 */
#ifndef GOVERNANCE_WORDS_H
#define GOVERNANCE_WORDS_H

#define REGISTRY_WORDS(W) \
	/* kinds of body */ \
	W(COUNCIL, "council") \
	W(EXECUTIVE_BOARD, "executive_board") \
	W(BOARD, "board") \
	W(COMMITTEE, "committee") \
	W(ADVISORY_COUNCIL, "advisory_council") \
	W(WORKING_GROUP, "working_group") \
	W(PREPARATION, "preparation") \
	W(UNIT, "unit") \
	W(COMPANY, "company") \
	W(EXTERNAL, "external") \
	/* membership, office, right to attend */ \
	W(MEMBER, "member") \
	W(SUBSTITUTE, "substitute") \
	W(CHAIR, "chair") \
	W(VICE_CHAIR, "vice_chair") \
	W(SECOND_VICE_CHAIR, "second_vice_chair") \
	W(DESIGNATED, "designated") \
	W(CONVENER, "convener") \
	W(VICE_CONVENER, "vice_convener") \
	W(SECRETARY, "secretary") \
	W(PRESENTER, "presenter") \
	W(CITY_DIRECTOR, "city_director") \
	W(DEPUTY_CITY_DIRECTOR, "deputy_city_director") \
	W(COMMISSIONER, "commissioner") \
	W(CALLED, "called") \
	W(OTHER, "other") \
	/* grounds and documents of a meeting */ \
	W(PLAN, "plan") \
	W(MEMBERS, "members") \
	W(PARENT, "parent") \
	W(ANNOUNCEMENT, "announcement") \
	W(SUMMONS, "summons") \
	W(AGENDA, "agenda") \
	/* agenda items */ \
	W(INFORMATION, "information") \
	W(DECISION, "decision") \
	/* attendance */ \
	W(SERVING_MEMBER, "serving_member") \
	W(SERVING_SUBSTITUTE, "serving_substitute") \
	W(NON_SERVING_SUBSTITUTE, "non_serving_substitute") \
	W(OFFICIAL, "official") \
	W(GUEST, "guest") \
	W(ON_SITE, "on_site") \
	W(REMOTE, "remote") \
	W(OPENED, "opened") \
	W(DECIDED, "decided") \
	W(RECUSAL, "recusal") \
	W(LINK_LOST, "link_lost") \
	/* rulings on recusal */ \
	W(DISREGARDED, "disregarded") \
	W(UPHELD, "upheld") \
	/* statements and proposals */ \
	W(SPEECH, "speech") \
	W(PRESENTATION, "presentation") \
	W(NOTE, "note") \
	W(SPECIAL_STATEMENT, "special_statement") \
	W(APPROVE, "approve") \
	W(AMEND, "amend") \
	W(REJECT, "reject") \
	W(TABLE_ITEM, "table") \
	W(REFER_BACK, "refer_back") \
	/* votes and elections */ \
	W(OPEN, "open") \
	W(CLOSED, "closed") \
	W(YES, "yes") \
	W(NO, "no") \
	W(ABSTAIN, "abstain") \
	W(BALLOT, "ballot") \
	W(CANDIDATE, "candidate") \
	W(LIST, "list") \
	W(BLANK, "blank") \
	W(INVALID, "invalid") \
	W(EMPLOYMENT, "employment") \
	W(ACCLAMATION, "acclamation") \
	W(MAJORITY, "majority") \
	W(PROPORTIONAL, "proportional") \
	/* kinds and outcomes of decisions */ \
	W(SETTLING, "settling") \
	W(PROCEDURAL, "procedural") \
	W(ELECTION, "election") \
	W(OPINION, "opinion") \
	W(NOTING, "noting") \
	W(APPROVED, "approved") \
	W(REJECTED, "rejected") \
	W(TABLED, "tabled") \
	W(REFERRED_BACK, "referred_back") \
	W(ADJOURNED, "adjourned") \
	W(ELECTED, "elected") \
	W(NOTED, "noted") \
	W(ANSWERED, "answered") \
	/* attestation and appeal */ \
	W(ADJUSTER, "adjuster") \
	W(LATER_MEETING, "later_meeting") \
	W(DISMISSED, "dismissed") \
	W(ANNULLED, "annulled") \
	W(WITHDRAWN, "withdrawn") \
	/* delegation */ \
	W(PRESIDIUM, "presidium") \
	W(AUTOMATED, "automated") \
	W(ORDINARY, "ordinary") \
	W(GOALS, "goals") \
	W(COUNCIL_ANSWER, "council_answer") \
	W(PRINCIPLE, "principle") \
	W(CITIZEN_PROPOSAL, "citizen_proposal") \
	/* matters, their documents, referrals and letters */ \
	W(MOTION, "motion") \
	W(STATEMENT, "statement") \
	W(ANSWER, "answer") \
	W(PROPOSAL, "proposal") \
	W(REPORT, "report") \
	W(LETTER, "letter") \
	W(APPENDIX, "appendix") \
	W(RECEIVED, "received") \
	W(DRAWN_UP, "drawn_up") \
	W(OFFICE, "office") \
	W(DECLINED, "declined") \
	W(NONE_GIVEN, "none") \
	W(WRITTEN_OFF, "written_off") \
	W(SIGN, "sign") \
	W(COUNTERSIGN, "countersign") \
	W(SIGNER, "signer")

typedef enum Word
{
	W_NONE,						/* SQL null */
#define DECLARE_WORD(name, text) W_##name,
	REGISTRY_WORDS(DECLARE_WORD)
#undef DECLARE_WORD
	W_UNKNOWN					/* a word this library does not know */
} Word;

extern Word word_lookup(const char *text, int len);
extern const char *word_text(Word word);

#endif							/* GOVERNANCE_WORDS_H */
