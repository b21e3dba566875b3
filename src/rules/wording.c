/*
 * wording.c
 *	  What a text says: whether it decides, or recommends what others decide
 *	  (rules.md C2, E8).
 *
 * Words are known by their letters alone, as the types read them (types/scan.h),
 * so that neither locale nor encoding changes what is found.
 */
#include "postgres.h"
#include "compat.h"

#include "rules/wording.h"
#include "types/scan.h"

typedef enum WordKind
{
	OTHER,
	RESOLVE,					/* "beslutar", before an infinitive */
	DECIDE,						/* somebody decides: avslår, bifaller */
	DECIDED,					/* it is decided, or proposed to be: avslås */
	TO_DECIDE,					/* the infinitive: avslå, bifalla */
	PROPOSE,					/* what follows in the sentence is proposed */
	JUDGE						/* what is decided after it is wished for only */
} WordKind;

static const struct
{
	const char *word;			/* UTF-8, in lower case */
	WordKind	kind;
}			known_words[] = {
	{"beslutar", RESOLVE},
	{"avslår", DECIDE},
	{"bifaller", DECIDE},
	{"avslås", DECIDED},
	{"bifalls", DECIDED},
	{"bifalles", DECIDED},
	{"avskriver", DECIDE},
	{"avskrivs", DECIDED},
	{"avskriva", TO_DECIDE},
	{"avslå", TO_DECIDE},
	{"bifalla", TO_DECIDE},
	{"föreslår", PROPOSE},
	{"föreslå", PROPOSE},
	{"föreslås", PROPOSE},
	{"förordar", PROPOSE},
	{"förorda", PROPOSE},
	{"hemställer", PROPOSE},
	{"hemställa", PROPOSE},
	{"rekommenderar", PROPOSE},
	{"rekommendera", PROPOSE},
	{"anser", JUDGE},
	{"bedömer", JUDGE},
	{"bör", JUDGE},
	{"förslag", JUDGE},
	{"rekommendation", JUDGE},
	{"tillstyrker", JUDGE},
	{"tillstyrka", JUDGE},
	{"avstyrker", JUDGE},
	{"avstyrka", JUDGE},
};

#define LONGEST_WORD	32		/* bytes; no known word is as long */

/*
 * Skips the letters that the text goes on with, if any.  An accent that stands as
 * a character of its own, as in texts from some word processors, makes one
 * letter with the one before it.
 */
static void
read_word(TextScan *scan, char *word)
{
	int			len = 0;
	int			letter;

	while ((letter = scan_letter(scan)) != 0)
	{
		if (letter == 1 && scan_literal(scan, "\xCC\x8A"))	/* U+030A */
			letter = 27;		/* å */
		else if ((letter == 1 || letter == 15) && scan_literal(scan, "\xCC\x88"))	/* U+0308 */
			letter = letter == 1 ? 28 : 29; /* ä, ö */
		if (len < LONGEST_WORD)
			len += scan_put_letter(word + len, letter, false);
	}
	word[len] = '\0';
}

static WordKind
kind_of(const char *word)
{
	for (int i = 0; i < lengthof(known_words); i++)
		if (strcmp(word, known_words[i].word) == 0)
			return known_words[i].kind;
	return OTHER;
}

/* A full stop ends a sentence where white space and a capital letter follow. */
static bool
ends_sentence(const TextScan *scan)
{
	TextScan	after = *scan;
	const unsigned char *next;

	scan_space(&after);
	next = (const unsigned char *) after.at;
	if (after.at == scan->at)
		return false;
	return (next[0] >= 'A' && next[0] <= 'Z') ||
		(next[0] == 0xC3 && (next[1] == 0x84 || next[1] == 0x85 || next[1] == 0x96));
}

/*
 * Skips what the text goes on with, which is no letter: a number with the full
 * stop of a list behind it, or one other byte.  Does a sentence end there?
 */
static bool
skip_between(TextScan *scan)
{
	char		c = *scan->at++;

	if (c >= '0' && c <= '9')
	{
		while (scan_at_digit(scan))
			scan->at++;
		(void) scan_char(scan, '.');
		return false;
	}
	return (c == '.' || c == '!' || c == '?') && ends_sentence(scan);
}

/*
 * read_wording
 *		With which word the text rejects or grants something in its author's own
 *		name ("nämnden avslår motionen", "motionen bifalls"), and does not merely
 *		propose or recommend that somebody else does ("föreslår fullmäktige besluta:
 *		motionen avslås").  A null decides nothing.
 *
 * "Avslår" is what its subject does, unless the sentence proposes it.  "Avslås"
 * may stand in a list under a proposal that has ended sentences before, so it
 * decides only where nothing was proposed at all; so does an infinitive after
 * "beslutar".  What is told of the past (avslog) decides nothing now.
 */
Wording
read_wording(const char *text)
{
	Wording		wording = {0};
	TextScan	scan;
	bool		proposed = false;	/* in this sentence */
	bool		resolved = false;	/* in this sentence */

	if (text == NULL)
		return wording;
	scan_start(&scan, text);
	while (scan.at[0] != '\0')
	{
		const char *written = scan.at;
		char		word[LONGEST_WORD + 3];
		WordKind	kind;

		read_word(&scan, word);
		if (word[0] == '\0')
		{
			if (skip_between(&scan))
				proposed = resolved = false;
			continue;
		}
		kind = kind_of(word);
		if ((kind == DECIDE && !proposed) ||
			(kind == DECIDED && !wording.recommends) ||
			(kind == TO_DECIDE && resolved && !wording.recommends))
		{
			wording.deciding = scan_to_server(pnstrdup(written, scan.at - written));
			return wording;
		}
		resolved |= kind == RESOLVE;
		proposed |= kind == PROPOSE;
		wording.recommends |= kind == PROPOSE || kind == JUDGE;
	}
	return wording;
}
