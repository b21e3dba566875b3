/*
 * wording.h
 *	  What a text says: whether it decides, or recommends what others decide.
 */
#ifndef GOVERNANCE_WORDING_H
#define GOVERNANCE_WORDING_H

extern bool wording_decides(const char *text);

#endif							/* GOVERNANCE_WORDING_H */
