/*
 * list_letters.h
 *	  Catalogue entries of the rules about letters and about what is sent after
 *	  a decision (letters.c).
 */
#define LETTERS_RULES(R) \
	R(letter_signed, MATTER, NONE, NULL, NULL, "A24", \
	  TABLE(LETTER) | TABLE(LETTER_SIGNATURE), TABLE(LETTER) | TABLE(LETTER_SIGNATURE), \
	  "a letter is signed and countersigned before it is sent")
