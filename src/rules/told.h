/*
 * told.h
 *	  The language in which a verdict is said.
 *
 * A verdict is in English, for it is stored and compared by its text.  One that
 * is told to somebody whose lc_messages has a catalogue is said once more, in
 * that language: its rule is asked again while "telling" is set (judge.c).  So
 * texts that become part of a verdict are made anew every time, and go through
 * these; what is formatted by rule_say and its like is translated there.
 */
#ifndef GOVERNANCE_TOLD_H
#define GOVERNANCE_TOLD_H

#include "registry/words.h"

extern bool telling;

extern bool messages_translated(void);
extern const char *told(const char *text) pg_attribute_format_arg(1);
extern const char *told_plural(const char *one, const char *many, int n)
	pg_attribute_format_arg(1) pg_attribute_format_arg(2);
extern const char *word_told(Word word);
extern const char *word_said(Word word);

#endif							/* GOVERNANCE_TOLD_H */
