/*
 * values.c
 *	  What must hold of every value of every type.
 *
 * The first byte tells what follows: texts with zero bytes between them, of
 * which those that are accepted are compared with each other as well; or, where
 * it is odd, the binary form of one value.
 */
#include "server.h"

#include "lib/stringinfo.h"
#include "types/case_number.h"
#include "types/quorum.h"
#include "types/section_ref.h"
#include "utils/builtins.h"
#include "utils/sortsupport.h"

#define MAX_VALUES	3

typedef struct Type
{
	const char *name;
	int			length;			/* -1: a varlena; 8: by value */
	PGFunction	in;
	PGFunction	out;
	PGFunction	recv;
	PGFunction	send;
	PGFunction	eq;
	PGFunction	ne;
	PGFunction	lt;
	PGFunction	le;
	PGFunction	gt;
	PGFunction	ge;
	PGFunction	cmp;
	PGFunction	sortsupport;
	PGFunction	hash;
	PGFunction	hash_extended;
	void		(*more) (Datum value);	/* what holds of this type alone */
} Type;

#define DECLARE_IO(type) \
	extern Datum type##_in(PG_FUNCTION_ARGS); \
	extern Datum type##_out(PG_FUNCTION_ARGS); \
	extern Datum type##_recv(PG_FUNCTION_ARGS); \
	extern Datum type##_send(PG_FUNCTION_ARGS)
#define DECLARE_ORDER(type) \
	extern Datum type##_eq(PG_FUNCTION_ARGS); \
	extern Datum type##_ne(PG_FUNCTION_ARGS); \
	extern Datum type##_lt(PG_FUNCTION_ARGS); \
	extern Datum type##_le(PG_FUNCTION_ARGS); \
	extern Datum type##_gt(PG_FUNCTION_ARGS); \
	extern Datum type##_ge(PG_FUNCTION_ARGS); \
	extern Datum type##_cmp(PG_FUNCTION_ARGS); \
	extern Datum type##_sortsupport(PG_FUNCTION_ARGS); \
	extern Datum type##_hash(PG_FUNCTION_ARGS); \
	extern Datum type##_hash_extended(PG_FUNCTION_ARGS)
#define IO(type) \
	type##_in, type##_out, type##_recv, type##_send
#define ORDER(type) \
	type##_eq, type##_ne, type##_lt, type##_le, type##_gt, type##_ge, type##_cmp, \
	type##_sortsupport, type##_hash, type##_hash_extended

DECLARE_IO(quorum);
DECLARE_IO(citation);
DECLARE_IO(case_number);
DECLARE_IO(section_ref);
DECLARE_ORDER(quorum);
DECLARE_ORDER(citation);
DECLARE_ORDER(reference);
extern Datum quorum_required_of(PG_FUNCTION_ARGS);
extern Datum quorum_met_by(PG_FUNCTION_ARGS);
extern Datum reference_written(PG_FUNCTION_ARGS);
extern Datum reference_organ(PG_FUNCTION_ARGS);
extern Datum reference_year_of(PG_FUNCTION_ARGS);
extern Datum reference_number_of(PG_FUNCTION_ARGS);
extern Datum case_number_of_shape(PG_FUNCTION_ARGS);
extern Datum case_number_code_of(PG_FUNCTION_ARGS);
extern Datum section_ref_last_section(PG_FUNCTION_ARGS);
extern Datum section_ref_day(PG_FUNCTION_ARGS);
extern Datum section_ref_covers_part(PG_FUNCTION_ARGS);

/* A function of one value that may give null: true where it does not */
static bool
not_null(PGFunction function, Datum value, Datum *result)
{
	NullableDatum arg = {value, false};
	NullableDatum answer;

	REQUIRE(try_call(function, NULL, 1, &arg, &answer));
	*result = answer.value;
	return !answer.isnull;
}

/*
 * What is required is the least number that the quorum's words ask for, of any
 * number of seats.
 */
static void
more_of_quorum(Datum value)
{
	static const int seats[] = {0, 1, 2, 3, 7, 101, 32767, PG_INT32_MAX};
	Quorum		quorum = DatumGetQuorum(value);

	for (int i = 0; i < lengthof(seats); i++)
	{
		int			required = DatumGetInt32(call2(quorum_required_of, value, Int32GetDatum(seats[i])));

		for (int64 people = Max(required - 1, 0); people <= required; people++)
		{
			int64		left = people * quorum.denominator;
			int64		right = (int64) seats[i] * quorum.numerator;
			bool		enough = people >= 1 && people >= quorum.number &&
				(quorum.strict ? left > right : left >= right);
			NullableDatum args[3] = {{value, false}, {Int32GetDatum((int) people), false}, {Int32GetDatum(seats[i]), false}};
			NullableDatum met;

			REQUIRE(enough == (people == required));
			REQUIRE(try_call(quorum_met_by, NULL, 3, args, &met));
			REQUIRE(DatumGetBool(met.value) == enough);
		}
	}
}

static void
more_of_reference(Datum value)
{
	Datum		part;

	REQUIRE(DatumGetInt32(call1(reference_number_of, value)) >= 1);
	if (not_null(reference_organ, value, &part))
		REQUIRE(VARSIZE_ANY_EXHDR(DatumGetPointer(part)) > 0);
	if (not_null(reference_year_of, value, &part))
		REQUIRE(reference_is_year(DatumGetInt32(part), 4));
}

/*
 * A number is the same when what was written is read as one of its shape.
 */
static void
more_of_case_number(Datum value)
{
	static const char *const shapes[] = {
		"organ-year-serial", "organ-yy-serial", "organ-serial-year", "organ-serial-yy",
		"organ-year-part-serial", "organ-yy-part-serial", "year-organ-serial", "yy-organ-serial",
		"year-serial", "yy-serial", "serial-year", "serial-yy", "code-serial-year", "code-serial-yy"
	};
	Datum		written = call1(reference_written, value);
	Datum		code;
	int			same = 0;

	more_of_reference(value);
	if (not_null(case_number_code_of, value, &code))
		REQUIRE(VARSIZE_ANY_EXHDR(DatumGetPointer(code)) > 0);
	for (int i = 0; i < lengthof(shapes); i++)
	{
		NullableDatum args[2] = {{written, false}, {PointerGetDatum(cstring_to_text(shapes[i])), false}};
		NullableDatum again;

		if (try_call(case_number_of_shape, NULL, 2, args, &again))
			same += DatumGetBool(call2(reference_eq, value, again.value));
		else
			REQUIRE(raised == ERRCODE_INVALID_TEXT_REPRESENTATION ||
					raised == ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE);
	}
	REQUIRE(same > 0);
}

static void
more_of_section_ref(Datum value)
{
	int			first = DatumGetInt32(call1(reference_number_of, value));
	int			last = DatumGetInt32(call1(section_ref_last_section, value));
	Datum		day;

	more_of_reference(value);
	REQUIRE(first <= last && last <= SECTION_REF_MAX_SECTION);
	REQUIRE(DatumGetBool(call2(section_ref_covers_part, value, value)));
	(void) not_null(section_ref_day, value, &day);
}

static const Type types[] = {
	{"quorum", 8, IO(quorum), ORDER(quorum), more_of_quorum},
	{"citation", 16, IO(citation), ORDER(citation), NULL},
	{"case_number", -1, IO(case_number), ORDER(reference), more_of_case_number},
	{"section_ref", -1, IO(section_ref), ORDER(reference), more_of_section_ref}
};

/* Whether two values are the same in every bit. */
static bool
same_image(const Type *type, Datum a, Datum b)
{
	Pointer		left = DatumGetPointer(a);
	Pointer		right = DatumGetPointer(b);

	if (type->length == 8)
		return a == b;
	if (type->length > 0)
		return memcmp(left, right, type->length) == 0;
	return VARSIZE(left) == VARSIZE(right) && memcmp(left, right, VARSIZE(left)) == 0;
}

/* Reads a binary form, of just so many bytes. */
static bool
receive(const Type *type, const void *bytes, int length, Datum *value)
{
	NullableDatum arg;
	NullableDatum result;
	StringInfoData buffer;
	bool		good;

	buffer.data = memcpy(palloc(length), bytes, length);
	buffer.len = buffer.maxlen = length;
	buffer.cursor = 0;
	arg.value = PointerGetDatum(&buffer);
	arg.isnull = false;
	good = try_call(type->recv, NULL, 1, &arg, &result);
	*value = result.value;
	/* that nothing is left is what its caller asks */
	return good && buffer.cursor == length;
}

/*
 * A value comes back the same, in every bit, through its text and through its
 * binary form.
 */
static void
check_value(const Type *type, Datum value)
{
	Datum		text = call1(type->out, value);
	Datum		again = call1(type->in, text);
	bytea	   *image = (bytea *) DatumGetPointer(call1(type->send, value));

	REQUIRE(same_image(type, value, again));
	REQUIRE(strcmp(DatumGetCString(text), DatumGetCString(call1(type->out, again))) == 0);
	REQUIRE(receive(type, VARDATA_ANY(image), VARSIZE_ANY_EXHDR(image), &again));
	REQUIRE(same_image(type, value, again));
	if (type->more != NULL)
		type->more(value);
}

static int
sign(int comparison)
{
	return (comparison > 0) - (comparison < 0);
}

static int
compare(const Type *type, Datum a, Datum b)
{
	return sign(DatumGetInt32(call2(type->cmp, a, b)));
}

/*
 * Operators, hashes and the keys to sort by agree with the comparison.
 */
static void
check_pair(const Type *type, Datum a, Datum b)
{
	int			order = compare(type, a, b);
	SortSupportData sort = {.abbreviate = true};
	NullableDatum arg = {PointerGetDatum(&sort), false};
	NullableDatum nothing;
	Datum		key_a,
				key_b;

	REQUIRE(compare(type, b, a) == -order);
	REQUIRE(DatumGetBool(call2(type->eq, a, b)) == (order == 0));
	REQUIRE(DatumGetBool(call2(type->ne, a, b)) == (order != 0));
	REQUIRE(DatumGetBool(call2(type->lt, a, b)) == (order < 0));
	REQUIRE(DatumGetBool(call2(type->le, a, b)) == (order <= 0));
	REQUIRE(DatumGetBool(call2(type->gt, a, b)) == (order > 0));
	REQUIRE(DatumGetBool(call2(type->ge, a, b)) == (order >= 0));
	if (order == 0)
	{
		Datum		seed = Int64GetDatum(INT64CONST(0x123456789));

		REQUIRE(call1(type->hash, a) == call1(type->hash, b));
		REQUIRE(call2(type->hash_extended, a, seed) == call2(type->hash_extended, b, seed));
	}

	REQUIRE(try_call(type->sortsupport, NULL, 1, &arg, &nothing));
	key_a = sort.abbrev_converter(a, &sort);
	key_b = sort.abbrev_converter(b, &sort);
	REQUIRE(sign(sort.abbrev_full_comparator(a, b, &sort)) == order);
	REQUIRE(key_a == key_b ? true : sort.comparator(key_a, key_b, &sort) == order);
	REQUIRE(order != 0 || key_a == key_b);
}

/* Reads a text; what is refused is refused as a bad value. */
static bool
read_text(const Type *type, char *text, Datum *value)
{
	NullableDatum arg = {CStringGetDatum(text), false};
	NullableDatum result;
	bool		good = try_call(type->in, NULL, 1, &arg, &result);

	REQUIRE(good || raised == ERRCODE_INVALID_TEXT_REPRESENTATION ||
			raised == ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE);
	*value = result.value;
	return good;
}

/*
 * Capitals mean the same.  (That equal values have the same hash shows only where
 * they are written differently.)
 */
static void
check_capitals(const Type *type, const char *text, Datum value)
{
	char	   *capitals = pstrdup(text);
	Datum		same;

	for (char *c = capitals; *c != '\0'; c++)
		*c = pg_ascii_toupper((unsigned char) *c);
	if (read_text(type, capitals, &same))
	{
		REQUIRE(compare(type, value, same) == 0);
		check_pair(type, value, same);
	}
}

static void
check_texts(const Type *type, Bytes input)
{
	Datum		values[MAX_VALUES];
	int			n = 0;

	while (n < MAX_VALUES)
	{
		Size		length = strnlen((const char *) input.at, input.end - input.at);
		char	   *text = pnstrdup((const char *) input.at, length);

		if (read_text(type, text, &values[n]))
			check_capitals(type, text, values[n++]);
		if (length == input.end - input.at)
			break;
		input.at += length + 1;
	}
	for (int i = 0; i < n; i++)
	{
		check_value(type, values[i]);
		for (int j = 0; j < n; j++)
			check_pair(type, values[i], values[j]);
	}
	/* transitive: of three, the least is before the greatest */
	for (int i = 0; n == 3 && i < 3; i++)
	{
		Datum		a = values[i],
					b = values[(i + 1) % 3],
					c = values[(i + 2) % 3];

		if (compare(type, a, b) <= 0 && compare(type, b, c) <= 0)
			REQUIRE(compare(type, a, c) <= 0);
	}
}

/*
 * A binary form is refused, or it is the one form of a value.
 */
static void
check_image(const Type *type, Bytes input)
{
	int			length = input.end - input.at;
	Datum		value;

	if (receive(type, input.at, length, &value))
	{
		bytea	   *image = (bytea *) DatumGetPointer(call1(type->send, value));

		REQUIRE(VARSIZE_ANY_EXHDR(image) == length &&
				memcmp(VARDATA_ANY(image), input.at, length) == 0);
		check_value(type, value);
	}
	else
		REQUIRE(raised == 0 || raised == ERRCODE_INVALID_BINARY_REPRESENTATION ||
				raised == ERRCODE_PROTOCOL_VIOLATION);
}

void
fuzz_values(const char *name, Bytes input)
{
	const Type *type = NULL;

	for (int i = 0; i < lengthof(types); i++)
	{
		if (strcmp(types[i].name, name) == 0)
			type = &types[i];
	}
	REQUIRE(type != NULL);
	if (input.at == input.end)
		return;
	if (*input.at++ % 2 == 0)
		check_texts(type, input);
	else
		check_image(type, input);
}
