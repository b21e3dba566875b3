/*
 * access_sql.c
 *	  What the current user may do, as SQL functions: for policies and views.
 *
 * Their first argument is a table of the registry, whose schema it is that
 * counts: a constant regclass follows a schema that is renamed, and is dumped and
 * restored by name.
 */
#include "postgres.h"
#include "compat.h"

#include "nodes/supportnodes.h"

#include "registry/access.h"

PG_FUNCTION_INFO_V1(governance_may_read);
PG_FUNCTION_INFO_V1(governance_may_read_all);
PG_FUNCTION_INFO_V1(governance_may_read_item);
PG_FUNCTION_INFO_V1(governance_may_read_minutes);
PG_FUNCTION_INFO_V1(governance_may_read_matter);
PG_FUNCTION_INFO_V1(governance_may_read_document);
PG_FUNCTION_INFO_V1(governance_may_write);
PG_FUNCTION_INFO_V1(governance_may_write_meeting);
PG_FUNCTION_INFO_V1(governance_may_write_matter);
PG_FUNCTION_INFO_V1(governance_may_administer);
PG_FUNCTION_INFO_V1(governance_may_support);

static Registry *
registry_arg(FunctionCallInfo fcinfo)
{
	return registry_by_table(PG_GETARG_OID(0));
}

/* a right at the body that is the second argument; null: what it is then */
static Datum
right_at_body(FunctionCallInfo fcinfo, Rights right, Rights (*of_none) (Registry *))
{
	Registry   *registry = registry_arg(fcinfo);
	Rights		rights = PG_ARGISNULL(1) ? of_none(registry) :
		access_to_body(registry, PG_GETARG_INT64(1));

	PG_RETURN_BOOL(rights & right);
}

/*
 * may_read(registry regclass, body bigint)
 *		May the current user read what belongs to the body?  Null: what belongs to
 *		none, such as persons and the law, which any level at any body lets read.
 */
Datum
governance_may_read(PG_FUNCTION_ARGS)
{
	return right_at_body(fcinfo, MAY_READ, access_anywhere);
}

/*
 * may_read_all(registry regclass, body bigint)
 *		The same of what is secret; null: of all bodies.
 */
Datum
governance_may_read_all(PG_FUNCTION_ARGS)
{
	return right_at_body(fcinfo, MAY_READ_ALL, access_everywhere);
}

/*
 * may_read_item(registry regclass, meeting bigint, position integer)
 *		May the current user read what happened at an item; null: at the meeting?
 */
Datum
governance_may_read_item(PG_FUNCTION_ARGS)
{
	Registry   *registry;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_BOOL(false);
	registry = registry_arg(fcinfo);
	PG_RETURN_BOOL(access_reads_item(registry, PG_GETARG_INT64(1),
									 PG_ARGISNULL(2) ? INT_NULL : PG_GETARG_INT32(2)));
}

/*
 * may_read_minutes(registry regclass, meeting bigint)
 *		May the current user read the minutes of a meeting, with all its items?
 */
Datum
governance_may_read_minutes(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(access_reads_minutes(registry_arg(fcinfo), PG_GETARG_INT64(1)));
}

/*
 * may_read_matter(registry regclass, matter bigint)
 *		May the current user read a matter?
 */
Datum
governance_may_read_matter(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(access_reads_matter(registry_arg(fcinfo), PG_GETARG_INT64(1)));
}

/*
 * may_read_document(registry regclass, matter bigint, number integer)
 *		The same for a document, which may be secret in a matter that is not.
 */
Datum
governance_may_read_document(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(access_reads_document(registry_arg(fcinfo), PG_GETARG_INT64(1), PG_GETARG_INT32(2)));
}

/*
 * may_write(registry regclass, body bigint)
 *		May the current user write for the body; null: anything that belongs to
 *		none, as a secretary of any body may?
 */
Datum
governance_may_write(PG_FUNCTION_ARGS)
{
	return right_at_body(fcinfo, MAY_WRITE, access_anywhere);
}

/*
 * may_write_meeting(registry regclass, meeting bigint)
 *		The same for what belongs to a meeting.
 */
Datum
governance_may_write_meeting(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(access_to_meeting(registry_arg(fcinfo), PG_GETARG_INT64(1)) & MAY_WRITE);
}

/*
 * may_write_matter(registry regclass, matter bigint)
 *		The same for what belongs to a matter, at any of the bodies that it is with.
 */
Datum
governance_may_write_matter(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(access_to_matter(registry_arg(fcinfo), PG_GETARG_INT64(1)) & MAY_WRITE);
}

/*
 * may_administer(registry regclass, body bigint)
 *		May the current user change who sits in the body, its regulation, and admit
 *		deviations; null: what holds for all bodies?
 */
Datum
governance_may_administer(PG_FUNCTION_ARGS)
{
	return right_at_body(fcinfo, MAY_ADMINISTER, access_everywhere);
}

/*
 * may_support(internal)
 *		Tells the planner that these conditions are true of about every row, so
 *		that they change no plan.
 */
Datum
governance_may_support(PG_FUNCTION_ARGS)
{
	Node	   *request = (Node *) PG_GETARG_POINTER(0);

	if (!IsA(request, SupportRequestSelectivity))
		PG_RETURN_POINTER(NULL);
	((SupportRequestSelectivity *) request)->selectivity = 1.0;
	PG_RETURN_POINTER(request);
}
