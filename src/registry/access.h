/*
 * access.h
 *	  What the current user may do with a registry's bodies, by its table access.
 */
#ifndef GOVERNANCE_ACCESS_H
#define GOVERNANCE_ACCESS_H

#include "registry/registry.h"

/* what a level gives a right to, at a body or (body null) at all of them */
#define MAY_READ		(1 << 0)	/* what is not secret */
#define MAY_READ_ALL	(1 << 1)	/* secret matters and documents, too */
#define MAY_WRITE		(1 << 2)	/* meetings, minutes, matters */
#define MAY_ADMINISTER	(1 << 3)	/* seats, regulations, admitted deviations */

typedef uint8 Rights;

extern void access_init(void);
extern void access_changed(Relation access);
extern Rights access_anywhere(Registry *registry);
extern Rights access_everywhere(Registry *registry);
extern Rights access_to_body(Registry *registry, int64 body);
extern Rights access_to_meeting(Registry *registry, int64 meeting);
extern Rights access_to_matter(Registry *registry, int64 matter);
extern bool access_reads_matter(Registry *registry, int64 matter);
extern bool access_reads_item(Registry *registry, int64 meeting, int32 position);
extern bool access_reads_document(Registry *registry, int64 matter, int32 number);
extern bool access_reads_minutes(Registry *registry, int64 meeting);

#endif							/* GOVERNANCE_ACCESS_H */
