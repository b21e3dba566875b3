/*
 * signature.h
 *	  Signing messages as Standard Webhooks has it.
 */
#ifndef GOVERNANCE_SIGNATURE_H
#define GOVERNANCE_SIGNATURE_H

#include "lib/stringinfo.h"

extern const char *signature_append(StringInfo buf, const char *secret, const char *id,
									int64 timestamp, const char *message);

#endif							/* GOVERNANCE_SIGNATURE_H */
