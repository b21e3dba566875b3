/*
 * setting_floor.h
 *	  That a body's own regulation stays within the law.
 */
#ifndef GOVERNANCE_SETTING_FLOOR_H
#define GOVERNANCE_SETTING_FLOOR_H

#include "registry/registry.h"

extern void check_floors(Relation rel, Registry *registry, int64 regulation);

#endif							/* GOVERNANCE_SETTING_FLOOR_H */
