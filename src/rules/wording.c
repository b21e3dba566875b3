/*
 * wording.c
 *	  What a decision's text says that it does (rules.md E8).
 *
 * Words are looked at one by one, as Swedish writes them, whatever locale and
 * encoding the database has: letters of either case, å ä ö also where they are
 * written as a letter and a combining mark.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/wording.h"
#include "types/scan.h"

typedef enum WordMeaning
{
	DECIDES = 1,
	RECOMMENDS
} WordMeaning;

/*
 * How the verbs begin.  Nouns are left out, since "yrkar avslag" decides nothing,
 * and so is the beginning of "avslappnad", "avskrivning" and "förordning".
 */
static const struct
{
	const char *beginning;
	WordMeaning meaning;
}			verbs[] = {
	{"avslå", DECIDES},
	{"avslog", DECIDES},
	{"avslagit", DECIDES},
	{"bifalla", DECIDES},
	{"bifalle", DECIDES},
	{"bifalls", DECIDES},
	{"bifallit", DECIDES},
	{"biföll", DECIDES},
	{"avskriver", DECIDES},
	{"avskrivs", DECIDES},
	{"avskriva", DECIDES},
	{"avskrev", DECIDES},
	{"föreslå", RECOMMENDS},
	{"föreslog", RECOMMENDS},
	{"föreslagit", RECOMMENDS},
	{"tillstyrk", RECOMMENDS},
	{"avstyrk", RECOMMENDS},
	{"rekommendera", RECOMMENDS},
	{"förorda", RECOMMENDS},
	{"hemställ", RECOMMENDS},
};

#define LETTER_A		1		/* places in the alphabet */
#define LETTER_O		15
#define LETTER_A_RING	27
#define LETTER_A_DOTS	28
#define LETTER_O_DOTS	29

/* A letter, or 0: with a mark that follows it, it is another. */
static int
next_letter(TextScan *scan)
{
	int			letter = scan_letter(scan);

	if (letter == LETTER_A && scan_literal(scan, "\xCC\x8A"))
		return LETTER_A_RING;
	if (letter == LETTER_A && scan_literal(scan, "\xCC\x88"))
		return LETTER_A_DOTS;
	if (letter == LETTER_O && scan_literal(scan, "\xCC\x88"))
		return LETTER_O_DOTS;
	return letter;
}

/* Does the word at this place begin so? */
static bool
begins_with(const char *word, const char *beginning)
{
	TextScan	text = {.at = word};
	TextScan	wanted = {.at = beginning};
	int			letter;

	while ((letter = next_letter(&wanted)) != 0)
		if (next_letter(&text) != letter)
			return false;
	return true;
}

/* what the word means; 0: nothing that matters here */
static int
meaning_of(const char *word)
{
	for (int v = 0; v < lengthof(verbs); v++)
		if (begins_with(word, verbs[v].beginning))
			return verbs[v].meaning;
	return 0;
}

/*
 * read_wording
 *		Looks for verbs that decide and verbs that recommend.  Who "proposes that
 *		the motion be rejected" decides nothing: a verb that recommends covers
 *		those behind it.
 */
Wording
read_wording(const char *text)
{
	Wording		wording = {0};
	TextScan	scan;

	if (text == NULL)
		return wording;
	scan_start(&scan, text);
	while (*scan.at != '\0')
	{
		const char *word = scan.at;
		int			meaning;

		while (next_letter(&scan) != 0)
			;
		if (scan.at == word)
		{
			scan.at++;
			continue;
		}
		meaning = meaning_of(word);
		if (meaning == RECOMMENDS)
			wording.recommends = true;
		else if (meaning == DECIDES && !wording.recommends && wording.deciding == NULL)
			wording.deciding = scan_to_server(pnstrdup(word, scan.at - word));
	}
	return wording;
}
