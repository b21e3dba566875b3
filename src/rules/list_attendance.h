/*
 * list_attendance.h
 *	  Catalogue entries of the rules about attendance.
 */
#define ATTENDANCE_RULES(R)
