/*
 * swedish.h
 *	  The words of a registry in Swedish.
 */
#ifndef GOVERNANCE_SWEDISH_H
#define GOVERNANCE_SWEDISH_H

#include "registry/words.h"

extern const char *native(const char *utf8);
extern const char *swedish(Word word);
extern const char *swedish_word(const char *word, const char *column);

#endif							/* GOVERNANCE_SWEDISH_H */
