/*
 * governance.c
 *	  The module: its magic block and what is set up when it is loaded.
 */
#include "postgres.h"
#include "compat.h"

PG_MODULE_MAGIC;
