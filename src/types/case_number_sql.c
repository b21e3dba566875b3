/*
 * case_number_sql.c
 *	  What SQL calls of the type case_number alone.
 */
#include "postgres.h"
#include "compat.h"

#include "types/case_number.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(case_number_in);
PG_FUNCTION_INFO_V1(case_number_out);
PG_FUNCTION_INFO_V1(case_number_recv);
PG_FUNCTION_INFO_V1(case_number_send);
PG_FUNCTION_INFO_V1(case_number_of_shape);
PG_FUNCTION_INFO_V1(case_number_code_of);

Datum
case_number_in(PG_FUNCTION_ARGS)
{
	return reference_in(fcinfo, "case_number", case_number_scan);
}

Datum
case_number_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(scan_to_server(case_number_format(PG_GETARG_REFERENCE(0))));
}

Datum
case_number_recv(PG_FUNCTION_ARGS)
{
	return reference_recv(fcinfo, "case_number", case_number_scan, case_number_format);
}

Datum
case_number_send(PG_FUNCTION_ARGS)
{
	return reference_send(fcinfo, case_number_format);
}

/*
 * case_number_of_shape
 *		SQL's case_number(written, shape): a text of which it is known what shape
 *		its number has, if it fits that shape.
 */
Datum
case_number_of_shape(PG_FUNCTION_ARGS)
{
	char	   *written = text_to_cstring(PG_GETARG_TEXT_PP(0));
	char	   *name = text_to_cstring(PG_GETARG_TEXT_PP(1));
	uint32		shape = case_number_shape(name, strlen(name));
	TextScan	scan;
	ReferenceParts parts;

	if (shape == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there is no shape of case numbers called \"%s\"", name),
				 errhint("A shape is organ-year-serial, organ-serial-year, organ-year-part-serial, year-organ-serial, year-serial, serial-year or code-serial-year, with yy in place of year where the year has two digits.")));
	scan_start(&scan, written);
	if (!case_number_scan_as(&scan, shape, &parts))
		return scan_report(&scan, "case_number", written, NULL);
	PG_RETURN_POINTER(reference_make(&parts));
}

/*
 * case_number_code_of
 *		SQL's code(case_number); null where it has none.
 */
Datum
case_number_code_of(PG_FUNCTION_ARGS)
{
	char	   *code = case_number_code(PG_GETARG_REFERENCE(0));

	if (code == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(code));
}
