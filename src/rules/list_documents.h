/*
 * list_documents.h
 *	  Catalogue entries of the rules about the documents of a matter
 *	  (documents.c).
 */
#define DOCUMENTS_RULES(R) \
	R(document_arrival, MATTER, NONE, NULL, "FL 22", "L26", \
	  TABLE(DOCUMENT), TABLE(DOCUMENT), \
	  "a document that was received has the day of its arrival, one that was drawn up its date")
