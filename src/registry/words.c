/*
 * words.c
 *	  Looking up the words of a registry's code columns.
 */
#include "postgres.h"
#include "compat.h"

#include "registry/words.h"

static const char *const words[] = {
	"",
#define WORD_TEXT(name, text, swedish) text,
	REGISTRY_WORDS(WORD_TEXT)
#undef WORD_TEXT
	"?"
};

#define SLOTS	512				/* a power of two, several times the words */

static uint8 slot_word[SLOTS];
static bool slots_filled = false;

StaticAssertDecl(W_UNKNOWN < 256, "a word fits in a byte");

/* by the length and three letters, which tell most words apart */
static uint32
word_slot(const char *text, int len)
{
	uint32		h = len;

	if (len > 0)
		h = ((h * 31 + (unsigned char) text[0]) * 31 + (unsigned char) text[len / 2]) * 31 +
			(unsigned char) text[len - 1];
	return (h ^ (h >> 9)) % SLOTS;
}

static void
fill_slots(void)
{
	for (int w = W_NONE + 1; w < W_UNKNOWN; w++)
	{
		uint32		s = word_slot(words[w], (int) strlen(words[w]));

		while (slot_word[s] != W_NONE)
			s = (s + 1) % SLOTS;
		slot_word[s] = (uint8) w;
	}
	slots_filled = true;
}

/*
 * The word that a code column holds; W_UNKNOWN for one that this library does
 * not know (a registry of a later version).
 */
Word
word_lookup(const char *text, int len)
{
	uint32		s;

	if (!slots_filled)
		fill_slots();
	for (s = word_slot(text, len); slot_word[s] != W_NONE; s = (s + 1) % SLOTS)
	{
		const char *word = words[slot_word[s]];

		if (strncmp(word, text, len) == 0 && word[len] == '\0')
			return (Word) slot_word[s];
	}
	return W_UNKNOWN;
}

const char *
word_text(Word word)
{
	return words[word];
}
