/*
 * told.c
 *	  The language in which a verdict is said; see told.h.
 */
#include "postgres.h"
#include "compat.h"

#include "registry/swedish.h"
#include "rules/told.h"

bool		telling = false;

/*
 * messages_translated
 *		Does lc_messages name a language that there is a catalogue for?
 */
bool
messages_translated(void)
{
	/* any of its messages tells */
	const char *text = gettext_noop("Admitted as a deviation.");
	const char *translated = _(text);

	return translated != text;
}

/* A text, or a format, in the language of the verdict. */
const char *
told(const char *text)
{
	return telling ? _(text) : text;
}

/* The same where it depends on a number. */
const char *
told_plural(const char *one, const char *many, int n)
{
	if (telling)
		return dngettext(TEXTDOMAIN, one, many, n);
	return n == 1 ? one : many;
}

/* A word of a code column in the language of the verdict. */
const char *
word_told(Word word)
{
	return telling ? swedish(word) : word_text(word);
}

/* The same in a message that is no verdict's. */
const char *
word_said(Word word)
{
	return messages_translated() ? swedish(word) : word_text(word);
}
