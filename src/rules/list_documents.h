/*
 * list_documents.h
 *	  Catalogue entries of the rules about the documents of a matter
 *	  (documents.c), and about statements that decisions refer to (statements.c).
 */
#define DOCUMENTS_RULES(R) \
	R(document_arrival, MATTER, NONE, NULL, "FL 22", "L26", \
	  TABLE(MATTER) | TABLE(DOCUMENT), TABLE(DOCUMENT), \
	  "a document that was received has the day of its arrival, one that was drawn up its date", \
	  "handlingens ankomstdag") \
	R(costs_stated, MATTER, NONE, NULL, NULL, "C6", \
	  TABLE(MATTER) | TABLE(DOCUMENT), TABLE(DOCUMENT), \
	  "a statement or proposal that is drawn up says what it costs, if only that it costs nothing", \
	  "uppgift om kostnader") \
	R(cost_section, PARAMETER, NONE, NULL, NULL, "C6", \
	  0, 0, \
	  "a statement or proposal that says nothing of costs is to be completed", \
	  "avsnitt om kostnader") \
	R(document_complete, PARAMETER, NONE, NULL, NULL, "B10", \
	  0, 0, \
	  "a document has as many signatories and appendices as it says", \
	  "fullständig handling") \
	R(decision_statement, MATTER, NONE, NULL, "KL 5:67, 6:35", "B1 C3", \
	  TABLE(DOCUMENT) | TABLE(AGENDA_ITEM) | TABLE(DECISION) | TABLE(MEETING), \
	  TABLE(DOCUMENT) | NEED_HANDLINGS, \
	  "a decision refers only to an officials' statement that the matter has and that is not dated after the meeting", \
	  "tjänsteutlåtande till beslutet") \
	R(statement_in_matter, ITEM, NONE, NULL, "KL 5:67, 6:35", "B1", \
	  TABLE(DECISION) | TABLE(AGENDA_ITEM), \
	  TABLE(DECISION) | TABLE(AGENDA_ITEM), \
	  "a decision refers to an officials' statement only in an item about a matter", \
	  "tjänsteutlåtande i ärendet")
