/*
 * messages.h
 *	  Messages are translated by the catalogue of this extension (po/), as those
 *	  of the server's own loadable modules are by theirs.
 */
#ifndef GOVERNANCE_MESSAGES_H
#define GOVERNANCE_MESSAGES_H

#undef TEXTDOMAIN
#define TEXTDOMAIN PG_TEXTDOMAIN("governance")
#undef _
#define _(text) dgettext(TEXTDOMAIN, text)

#endif							/* GOVERNANCE_MESSAGES_H */
