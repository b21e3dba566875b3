/*
 * progress.h
 *	  How far a function has come that looks at everything.
 */
#ifndef GOVERNANCE_PROGRESS_H
#define GOVERNANCE_PROGRESS_H

typedef enum ProgressKind
{
	PROGRESS_CREATE,
	PROGRESS_UPGRADE,
	PROGRESS_BODIES,
	PROGRESS_MEETINGS,
	PROGRESS_MATTERS,
	PROGRESS_SEALS,
	PROGRESS_WRITTEN
} ProgressKind;

extern void progress(ProgressKind kind, int64 done, int64 total);
extern void progress_init(void);

#endif							/* GOVERNANCE_PROGRESS_H */
