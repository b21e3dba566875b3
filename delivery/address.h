/*
 * address.h
 *	  Which addresses may be called.
 */
#ifndef GOVERNANCE_ADDRESS_H
#define GOVERNANCE_ADDRESS_H

#include <sys/socket.h>

extern const char *address_denied(const struct sockaddr *address, bool encrypted, const char *allowed);
extern bool address_list_is_valid(const char *list, const char **wrong);

#endif							/* GOVERNANCE_ADDRESS_H */
