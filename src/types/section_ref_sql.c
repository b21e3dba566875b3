/*
 * section_ref_sql.c
 *	  What SQL calls of the type section_ref alone.
 */
#include "postgres.h"
#include "compat.h"

#include "types/section_ref.h"
#include "utils/date.h"

PG_FUNCTION_INFO_V1(section_ref_in);
PG_FUNCTION_INFO_V1(section_ref_out);
PG_FUNCTION_INFO_V1(section_ref_recv);
PG_FUNCTION_INFO_V1(section_ref_send);
PG_FUNCTION_INFO_V1(section_ref_last_section);
PG_FUNCTION_INFO_V1(section_ref_day);
PG_FUNCTION_INFO_V1(section_ref_covers_part);

Datum
section_ref_in(PG_FUNCTION_ARGS)
{
	return reference_in(fcinfo, "section_ref", section_ref_scan);
}

Datum
section_ref_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(scan_to_server(reference_text(PG_GETARG_REFERENCE(0))));
}

Datum
section_ref_recv(PG_FUNCTION_ARGS)
{
	return reference_recv(fcinfo, "section_ref", section_ref_scan, reference_text);
}

Datum
section_ref_send(PG_FUNCTION_ARGS)
{
	return reference_send(fcinfo, reference_text);
}

/*
 * section_ref_last_section
 *		SQL's last_section(section_ref); the first one where it is not a range.
 */
Datum
section_ref_last_section(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(section_ref_last(PG_GETARG_REFERENCE(0)));
}

/*
 * section_ref_day
 *		SQL's day(section_ref); null where no date was written with it.
 */
Datum
section_ref_day(PG_FUNCTION_ARGS)
{
	int			day = section_ref_julian_day(PG_GETARG_REFERENCE(0));

	if (day == 0)
		PG_RETURN_NULL();
	PG_RETURN_DATEADT(day - POSTGRES_EPOCH_JDATE);
}

/*
 * section_ref_covers_part
 *		SQL's covers(range, part): see section_ref_covers.
 */
Datum
section_ref_covers_part(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(section_ref_covers(PG_GETARG_REFERENCE(0), PG_GETARG_REFERENCE(1)));
}
