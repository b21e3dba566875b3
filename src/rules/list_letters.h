/*
 * list_letters.h
 *	  Catalogue entries of the rules about letters (letters.c), about what is
 *	  sent after a decision (dispatch.c) and about assignments, which leave
 *	  duties only.
 */
#define LETTER_TABLES \
	(TABLE(LETTER) | TABLE(LETTER_SIGNATURE))
#define SIGNER_TABLES \
	(LETTER_TABLES | TABLE(OFFICE) | TABLE(HINDRANCE) | TABLE(MEMBERSHIP))

#define LETTERS_RULES(R) \
	R(letter_signed, MATTER, NONE, NULL, NULL, "A24", \
	  LETTER_TABLES, LETTER_TABLES, \
	  "a letter is signed and countersigned before it is sent", \
	  "undertecknad skrivelse") \
	R(letter_order, MATTER, NONE, NULL, NULL, "A24", \
	  LETTER_TABLES, LETTER_TABLES, \
	  "a letter is countersigned after it was signed", \
	  "undertecknande före kontrasignering") \
	R(letter_distinct, MATTER, NONE, NULL, NULL, "A24", \
	  LETTER_TABLES, LETTER_TABLES, \
	  "a letter is signed and countersigned by two persons", \
	  "två undertecknare") \
	R(letter_signer, MATTER, NONE, NULL, NULL, "A24 A25 I8", \
	  SIGNER_TABLES, SIGNER_TABLES, \
	  "a letter is signed by the chair; where the chair is prevented by a vice chair, and where they are prevented too by a member or substitute who is designated for it", \
	  "undertecknare") \
	R(letter_countersigner, MATTER, NONE, NULL, NULL, "A24", \
	  LETTER_TABLES | TABLE(OFFICE), LETTER_TABLES | TABLE(OFFICE), \
	  "a letter is countersigned by the secretary", \
	  "kontrasignerande") \
	R(dispatch_decided, MATTER, NONE, NULL, "KL 5:67", "B2 E11", \
	  TABLE(DISPATCH) | TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(MEETING), \
	  TABLE(DISPATCH) | NEED_HANDLINGS, \
	  "what is sent as a decision in the matter has been decided, and not withdrawn", \
	  "expediering av beslut") \
	R(dispatch_sent, PARAMETER, NONE, NULL, "KL 6:4", "B2 E11", \
	  0, 0, \
	  "a decision is sent to those whom it says that it is sent to", \
	  "expedierat beslut") \
	R(assignment_done, PARAMETER, NONE, NULL, "KL 6:4", "C7 E4", \
	  0, 0, \
	  "an assignment is done, by its last day where it has one", \
	  "utfört uppdrag") \
	R(assignment_reported, PARAMETER, NONE, NULL, "KL 6:5", "C9", \
	  0, 0, \
	  "how an assignment goes is reported as often as it says", \
	  "redovisning av uppdrag") \
	R(assignment_accountable, PARAMETER, NONE, NULL, "KL 6:4", "E12", \
	  0, 0, \
	  "an assignment says which bodies answer for it", \
	  "ansvarig för uppdrag") \
	R(assignment_supported, PARAMETER, NONE, NULL, NULL, "E7", \
	  0, 0, \
	  "an assignment says whose officials support it", \
	  "stöd av tjänstepersoner") \
	R(assignment_financed, PARAMETER, NONE, NULL, "KL 11:15", "E7", \
	  0, 0, \
	  "an assignment says how it is paid for", \
	  "finansiering av uppdrag")
