/*
 * settings.h
 *	  What a superuser sets, for all that is delivered from this server.
 */
#ifndef GOVERNANCE_DELIVERY_SETTINGS_H
#define GOVERNANCE_DELIVERY_SETTINGS_H

extern int	delivery_workers;	/* databases served at a time */
extern int	delivery_naptime;	/* seconds between turns in a database */
extern int	delivery_concurrency;	/* requests under way in a database */
extern int	delivery_timeout;	/* milliseconds for a request */
extern int	delivery_first_pause;	/* milliseconds before the second attempt */
extern int	delivery_give_up;	/* seconds from when an event was queued */
extern int	delivery_keep;		/* seconds that what was delivered is kept */
extern char *delivery_secrets;	/* folder of the secrets */
extern char *delivery_allow;	/* networks inside that may be called */
extern char *delivery_ca_file;	/* certificates that are trusted; empty: the system's */

extern void settings_define(void);

#endif							/* GOVERNANCE_DELIVERY_SETTINGS_H */
