/*
 * words.h
 *	  The words that stand in the code columns of a registry (role, kind,
 *	  capacity, ...), as one enumeration, so that rules compare integers.
 *
 * A word may stand in several columns and means the same in all of them; which
 * words a column allows is the business of its CHECK constraint.  The third of
 * each is its Swedish, as it is written in minutes and told to people: what is
 * sealed holds these words, so the Swedish of one that minutes write stays.
 */
#ifndef GOVERNANCE_WORDS_H
#define GOVERNANCE_WORDS_H

#define REGISTRY_WORDS(W) \
	/* kinds of body */ \
	W(COUNCIL, "council", "fullmäktige") \
	W(EXECUTIVE_BOARD, "executive_board", "kommunstyrelse") \
	W(BOARD, "board", "nämnd") \
	W(COMMITTEE, "committee", "utskott") \
	W(ADVISORY_COUNCIL, "advisory_council", "råd") \
	W(WORKING_GROUP, "working_group", "arbetsgrupp") \
	W(PREPARATION, "preparation", "beredning") \
	W(UNIT, "unit", "förvaltning") \
	W(COMPANY, "company", "bolag") \
	W(EXTERNAL, "external", "extern part") \
	/* membership, office, right to attend */ \
	W(MEMBER, "member", "ledamot") \
	W(SUBSTITUTE, "substitute", "ersättare") \
	W(CHAIR, "chair", "ordförande") \
	W(VICE_CHAIR, "vice_chair", "vice ordförande") \
	W(SECOND_VICE_CHAIR, "second_vice_chair", "andre vice ordförande") \
	W(DESIGNATED, "designated", "utsedd ordförande") \
	W(CONVENER, "convener", "sammankallande") \
	W(VICE_CONVENER, "vice_convener", "vice sammankallande") \
	W(SECRETARY, "secretary", "sekreterare") \
	W(PRESENTER, "presenter", "föredragande") \
	W(CITY_DIRECTOR, "city_director", "stadsdirektör") \
	W(DEPUTY_CITY_DIRECTOR, "deputy_city_director", "biträdande stadsdirektör") \
	W(COMMISSIONER, "commissioner", "borgarråd") \
	W(CALLED, "called", "kallad") \
	W(OTHER, "other", "annat") \
	/* grounds and documents of a meeting */ \
	W(PLAN, "plan", "sammanträdesplan") \
	W(MEMBERS, "members", "ledamöters begäran") \
	W(PARENT, "parent", "det överordnade organets beslut") \
	W(ANNOUNCEMENT, "announcement", "kungörelse") \
	W(SUMMONS, "summons", "kallelse") \
	W(AGENDA, "agenda", "föredragningslista") \
	/* agenda items */ \
	W(INFORMATION, "information", "information") \
	W(DECISION, "decision", "beslut") \
	/* attendance */ \
	W(SERVING_MEMBER, "serving_member", "ledamot") \
	W(SERVING_SUBSTITUTE, "serving_substitute", "tjänstgörande ersättare") \
	W(NON_SERVING_SUBSTITUTE, "non_serving_substitute", "ersättare") \
	W(OFFICIAL, "official", "tjänsteperson") \
	W(GUEST, "guest", "gäst") \
	W(ON_SITE, "on_site", "på plats") \
	W(REMOTE, "remote", "på distans") \
	W(OPENED, "opened", "öppnat") \
	W(DECIDED, "decided", "beslutat") \
	W(RECUSAL, "recusal", "jäv") \
	W(LINK_LOST, "link_lost", "bruten förbindelse") \
	/* rulings on recusal */ \
	W(DISREGARDED, "disregarded", "jävet bortses från") \
	W(UPHELD, "upheld", "jäv förelåg") \
	/* statements and proposals */ \
	W(SPEECH, "speech", "anförande") \
	W(PRESENTATION, "presentation", "föredragning") \
	W(NOTE, "note", "Protokollsanteckning") \
	W(SPECIAL_STATEMENT, "special_statement", "Särskilt uttalande") \
	W(APPROVE, "approve", "bifall") \
	W(AMEND, "amend", "ändring") \
	W(REJECT, "reject", "avslag") \
	W(TABLE_ITEM, "table", "bordläggning") \
	W(REFER_BACK, "refer_back", "återremiss") \
	/* votes and elections */ \
	W(OPEN, "open", "öppen") \
	W(CLOSED, "closed", "sluten") \
	W(YES, "yes", "ja") \
	W(NO, "no", "nej") \
	W(ABSTAIN, "abstain", "avstår") \
	W(BALLOT, "ballot", "valsedel") \
	W(CANDIDATE, "candidate", "kandidat") \
	W(LIST, "list", "lista") \
	W(BLANK, "blank", "blanka") \
	W(INVALID, "invalid", "ogiltiga") \
	W(EMPLOYMENT, "employment", "anställning") \
	W(ACCLAMATION, "acclamation", "acklamation") \
	W(MAJORITY, "majority", "majoritetsval") \
	W(PROPORTIONAL, "proportional", "proportionellt val") \
	/* kinds and outcomes of decisions */ \
	W(SETTLING, "settling", "avgörande") \
	W(PROCEDURAL, "procedural", "procedurbeslut") \
	W(ELECTION, "election", "val") \
	W(OPINION, "opinion", "yttrande") \
	W(NOTING, "noting", "anteckning") \
	W(APPROVED, "approved", "bifall") \
	W(REJECTED, "rejected", "avslag") \
	W(TABLED, "tabled", "bordläggs") \
	W(REFERRED_BACK, "referred_back", "återremitteras") \
	W(ADJOURNED, "adjourned", "ajourneras") \
	W(ELECTED, "elected", "val") \
	W(NOTED, "noted", "läggs till protokollet") \
	W(ANSWERED, "answered", "besvaras") \
	/* attestation and appeal */ \
	W(ADJUSTER, "adjuster", "justerare") \
	W(LATER_MEETING, "later_meeting", "för ett senare sammanträde") \
	W(DISMISSED, "dismissed", "avvisat") \
	W(ANNULLED, "annulled", "upphävt") \
	W(WITHDRAWN, "withdrawn", "återkallat") \
	/* delegation */ \
	W(PRESIDIUM, "presidium", "presidium") \
	W(AUTOMATED, "automated", "automatiserat beslut") \
	W(ORDINARY, "ordinary", "vanligt ärende") \
	W(GOALS, "goals", "mål och inriktning") \
	W(COUNCIL_ANSWER, "council_answer", "yttrande till fullmäktige") \
	W(PRINCIPLE, "principle", "principiell betydelse") \
	W(CITIZEN_PROPOSAL, "citizen_proposal", "medborgarförslag") \
	/* matters, their documents, referrals and letters */ \
	W(MOTION, "motion", "motion") \
	W(STATEMENT, "statement", "tjänsteutlåtande") \
	W(ANSWER, "answer", "svar") \
	W(PROPOSAL, "proposal", "förslag") \
	W(REPORT, "report", "rapport") \
	W(LETTER, "letter", "skrivelse") \
	W(APPENDIX, "appendix", "bilaga") \
	W(RECEIVED, "received", "inkommen") \
	W(DRAWN_UP, "drawn_up", "upprättad") \
	W(OFFICE, "office", "svar från förvaltningen") \
	W(DECLINED, "declined", "avstår från att yttra sig") \
	W(NONE_GIVEN, "none", "ingen") \
	W(WRITTEN_OFF, "written_off", "avskrivs") \
	W(SIGN, "sign", "undertecknande") \
	W(COUNTERSIGN, "countersign", "kontrasignering") \
	W(SIGNER, "signer", "utsedd undertecknare")

typedef enum Word
{
	W_NONE,						/* SQL null */
#define DECLARE_WORD(name, text, swedish) W_##name,
	REGISTRY_WORDS(DECLARE_WORD)
#undef DECLARE_WORD
	W_UNKNOWN					/* a word this library does not know */
} Word;

extern Word word_lookup(const char *text, int len);
extern const char *word_text(Word word);

#endif							/* GOVERNANCE_WORDS_H */
