/*
 * calendar.h
 *	  The Swedish calendar: holidays, working days, statutory deadlines.
 *
 * Days are DateADT (days since 2000-01-01).  The calendar covers the years
 * below; a day outside them, asked about or reached, is the error 22008, never
 * a guess.
 *
 * "extra" is an array of further days off (a registry's extra_day table),
 * ascending; duplicates do no harm.  NULL and 0 where there are none.
 */
#ifndef GOVERNANCE_CALENDAR_H
#define GOVERNANCE_CALENDAR_H

#include "utils/date.h"

/* The Public Holidays Act (1989:253) came into force on 1990-01-01. */
#define CALENDAR_FIRST_YEAR	1990
#define CALENDAR_LAST_YEAR	2199

extern bool calendar_knows(DateADT day);
extern bool calendar_is_holiday(DateADT day);
extern const char *calendar_holiday_name(DateADT day);
extern bool calendar_is_working_day(DateADT day,
									const DateADT *extra, int nextra);
extern DateADT calendar_add_working_days(DateADT day, int n,
										 const DateADT *extra, int nextra);
extern int	calendar_working_days_between(DateADT from, DateADT to,
										  const DateADT *extra, int nextra);
extern DateADT calendar_latest_notice(DateADT meeting, int working_days,
									  bool clear_days,
									  const DateADT *extra, int nextra);
extern DateADT calendar_statutory_roll(DateADT day);
extern DateADT calendar_statutory_deadline(DateADT start, int months, int days);

#endif							/* GOVERNANCE_CALENDAR_H */
