/*
 * server.c
 *	  The small part of a server that the fuzzed functions need.
 *
 * Every palloc is a malloc of its own, so that AddressSanitizer sees the byte
 * behind it, and what a context held is freed when it is reset.  An error is a
 * jump back to try_call; nothing else catches one.  The database is UTF-8.
 * Functions that the server shares with its clients (StringInfo, psprintf,
 * hashes, snprintf, qsort) are its own: libpgcommon and libpgport.
 */
#include "server.h"

#include <setjmp.h>

#include "datatype/timestamp.h"
#include "funcapi.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/memutils.h"
#include "utils/sortsupport.h"

void
broken(const char *condition, const char *file, int line)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
	abort();
}

/* ------------------------------------------------------------------ memory */

typedef struct Block
{
	void	   *at;
	MemoryContext context;
} Block;

static MemoryContextData contexts[8];
static int	ncontexts = 1;		/* the first is that of the call */
static Block *blocks;
static int	nblocks;
static int	maxblocks;

MemoryContext CurrentMemoryContext = &contexts[0];

static void *
allocate(Size size, bool zeroed)
{
	void	   *at = zeroed ? calloc(1, size) : malloc(size);

	if (nblocks == maxblocks)
	{
		maxblocks = maxblocks ? 2 * maxblocks : 64;
		blocks = realloc(blocks, sizeof(Block) * maxblocks);
	}
	blocks[nblocks].at = at;
	blocks[nblocks++].context = CurrentMemoryContext;
	return at;
}

static Block *
block_of(void *at)
{
	for (int i = nblocks - 1; i >= 0; i--)
	{
		if (blocks[i].at == at)
			return &blocks[i];
	}
	broken("what is freed was allocated", __FILE__, __LINE__);
}

void *
palloc(Size size)
{
	REQUIRE(AllocSizeIsValid(size));
	return allocate(size, false);
}

void *
palloc0(Size size)
{
	REQUIRE(AllocSizeIsValid(size));
	return allocate(size, true);
}

void *
repalloc_huge(void *at, Size size)
{
	Block	   *block = block_of(at);

	block->at = realloc(at, size);
	return block->at;
}

void *
repalloc(void *at, Size size)
{
	REQUIRE(AllocSizeIsValid(size));
	return repalloc_huge(at, size);
}

void
pfree(void *at)
{
	Block	   *block = block_of(at);

	free(at);
	*block = blocks[--nblocks];
}

char *
pnstrdup(const char *text, Size length)
{
	Size		bytes = strnlen(text, length);
	char	   *copy = palloc(bytes + 1);

	memcpy(copy, text, bytes);
	copy[bytes] = '\0';
	return copy;
}

char *
pstrdup(const char *text)
{
	return pnstrdup(text, strlen(text));
}

MemoryContext
AllocSetContextCreateInternal(MemoryContext parent, const char *name,
							  Size minContextSize, Size initBlockSize,
							  Size maxBlockSize)
{
	REQUIRE(ncontexts < lengthof(contexts));
	return &contexts[ncontexts++];
}

void
MemoryContextReset(MemoryContext context)
{
	int			kept = 0;

	for (int i = 0; i < nblocks; i++)
	{
		if (blocks[i].context == context)
			free(blocks[i].at);
		else
			blocks[kept++] = blocks[i];
	}
	nblocks = kept;
}

static void
free_everything(void)
{
	for (int i = 0; i < nblocks; i++)
		free(blocks[i].at);
	nblocks = 0;
	ncontexts = 1;
	CurrentMemoryContext = &contexts[0];
}

/* ------------------------------------------------------------------ errors */

int			raised;

static int	level;
static sigjmp_buf *handler;
volatile sig_atomic_t InterruptPending = false;
int			work_mem = 4096;

void
ProcessInterrupts(void)
{
}

bool
errstart(int elevel, const char *domain)
{
	level = elevel;
	raised = ERRCODE_INTERNAL_ERROR;
	return elevel >= ERROR;
}

#if PG_VERSION_NUM >= 140000
bool
errstart_cold(int elevel, const char *domain)
{
	return errstart(elevel, domain);
}
#endif

void
errfinish(const char *filename, int lineno, const char *funcname)
{
	REQUIRE(level >= ERROR);
	siglongjmp(*handler, 1);
}

/* Nobody asks for a soft error here. */
#if PG_VERSION_NUM >= 160000
bool
errsave_start(struct Node *context, const char *domain)
{
	return errstart(ERROR, domain);
}

void
errsave_finish(struct Node *context, const char *filename, int lineno,
			   const char *funcname)
{
	errfinish(filename, lineno, funcname);
}
#endif

int
errcode(int sqlerrcode)
{
	raised = sqlerrcode;
	return 0;
}

/* The text of a message, for what it reads */
static int
say(const char *format, va_list args)
{
	char	   *text = NULL;
	int			length = vasprintf(&text, format, args);

	REQUIRE(length > 0);
	free(text);
	return 0;
}

#define SAYS(function) \
int \
function(const char *fmt,...) \
{ \
	va_list		args; \
	int			nothing; \
\
	va_start(args, fmt); \
	nothing = say(fmt, args); \
	va_end(args); \
	return nothing; \
} \
extern int	function(const char *fmt,...)

SAYS(errmsg);
SAYS(errmsg_internal);
SAYS(errdetail);
SAYS(errhint);

#if PG_VERSION_NUM >= 160000
void
ExceptionalCondition(const char *conditionName, const char *fileName, int lineNumber)
#else
void
ExceptionalCondition(const char *conditionName, const char *errorType,
					 const char *fileName, int lineNumber)
#endif
{
	broken(conditionName, fileName, lineNumber);
}

/* ------------------------------------------------- encodings and the like */

int
GetDatabaseEncoding(void)
{
	return PG_UTF8;
}

char *
pg_server_to_any(const char *s, int len, int encoding)
{
	return unconstify(char *, s);
}

char *
pg_any_to_server(const char *s, int len, int encoding)
{
	return unconstify(char *, s);
}

text *
cstring_to_text_with_len(const char *s, int len)
{
	text	   *result = palloc(len + VARHDRSZ);

	SET_VARSIZE(result, len + VARHDRSZ);
	memcpy(VARDATA(result), s, len);
	return result;
}

text *
cstring_to_text(const char *s)
{
	return cstring_to_text_with_len(s, strlen(s));
}

char *
text_to_cstring(const text *t)
{
	return pnstrdup(VARDATA_ANY(t), VARSIZE_ANY_EXHDR(t));
}

struct varlena *
pg_detoast_datum(struct varlena *datum)
{
	return datum;
}

struct varlena *
pg_detoast_datum_packed(struct varlena *datum)
{
	return datum;
}

struct varlena *
pg_detoast_datum_copy(struct varlena *datum)
{
	Size		size = VARSIZE(datum);

	return memcpy(palloc(size), datum, size);
}

int
ArrayGetNItems(int ndim, const int *dims)
{
	REQUIRE(ndim == 0 || ndim == 1);
	return ndim == 0 ? 0 : dims[0];
}

bool
array_contains_nulls(ArrayType *array)
{
	return ARR_HASNULL(array);
}

#if PG_VERSION_NUM >= 150000
int
ssup_datum_unsigned_cmp(Datum x, Datum y, SortSupport ssup)
{
	return x < y ? -1 : x > y;
}
#endif

/* -------------------------------------------------------------------- days */

const int	day_tab[2][13] = {
	{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0},
	{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0}
};

/* Julian days, by the algorithm of Fliegel and Van Flandern */
int
date2j(int year, int month, int day)
{
	int64		early = (month - 14) / 12;

	return (int) (1461 * (year + 4800 + early) / 4 +
				  367 * (month - 2 - early * 12) / 12 -
				  3 * ((year + 4900 + early) / 100) / 4 + day - 32075);
}

void
j2date(int jd, int *year, int *month, int *day)
{
	int64		l = (int64) jd + 68569;
	int64		n = 4 * l / 146097;
	int64		i,
				j;

	l -= (146097 * n + 3) / 4;
	i = 4000 * (l + 1) / 1461001;
	l += 31 - 1461 * i / 4;
	j = 80 * l / 2447;
	*day = (int) (l - 2447 * j / 80);
	*month = (int) (j + 2 - 12 * (j / 11));
	*year = (int) (100 * (n - 49) + i + j / 11);
}

void
EncodeDateOnly(struct pg_tm *tm, int style, char *str)
{
	REQUIRE(style == USE_ISO_DATES);
	snprintf(str, MAXDATELEN + 1, "%04d-%02d-%02d", tm->tm_year, tm->tm_mon, tm->tm_mday);
}

void
EncodeSpecialDate(DateADT dt, char *str)
{
	strcpy(str, dt == DATEVAL_NOBEGIN ? EARLY : LATE);
}

/* ------------------------------------------------------- the binary form */

void
pq_begintypsend(StringInfo buf)
{
	initStringInfo(buf);
	for (int i = 0; i < VARHDRSZ; i++)
		appendStringInfoChar(buf, '\0');
}

bytea *
pq_endtypsend(StringInfo buf)
{
	bytea	   *result = (bytea *) buf->data;

	SET_VARSIZE(result, buf->len);
	return result;
}

#if PG_VERSION_NUM >= 170000
void
pq_sendbytes(StringInfo buf, const void *data, int datalen)
#else
void
pq_sendbytes(StringInfo buf, const char *data, int datalen)
#endif
{
	appendBinaryStringInfo(buf, data, datalen);
}

const char *
pq_getmsgbytes(StringInfo msg, int datalen)
{
	const char *result = msg->data + msg->cursor;

	if (datalen < 0 || datalen > msg->len - msg->cursor)
		ereport(ERROR,
				(errcode(ERRCODE_PROTOCOL_VIOLATION),
				 errmsg("insufficient data left in message")));
	msg->cursor += datalen;
	return result;
}

int
pq_getmsgbyte(StringInfo msg)
{
	return *(const unsigned char *) pq_getmsgbytes(msg, 1);
}

unsigned int
pq_getmsgint(StringInfo msg, int b)
{
	const unsigned char *bytes = (const unsigned char *) pq_getmsgbytes(msg, b);
	unsigned int result = 0;

	for (int i = 0; i < b; i++)
		result = result << 8 | bytes[i];
	return result;
}

/* ------------------------------------------------------------------- calls */

bool
try_call(PGFunction function, Node *result_info, int nargs,
		 const NullableDatum *args, NullableDatum *result)
{
	LOCAL_FCINFO(fcinfo, FUNC_MAX_ARGS);
	FmgrInfo	flinfo = {.fn_addr = function, .fn_nargs = nargs};
	MemoryContext context = CurrentMemoryContext;
	sigjmp_buf *outer = handler;
	sigjmp_buf	here;
	bool		good = sigsetjmp(here, 0) == 0;

	if (good)
	{
		handler = &here;
		raised = 0;
		InitFunctionCallInfoData(*fcinfo, &flinfo, nargs, InvalidOid, NULL, (void *) result_info);
		memcpy(fcinfo->args, args, nargs * sizeof(NullableDatum));
		result->value = function(fcinfo);
		result->isnull = fcinfo->isnull;
	}
	handler = outer;
	CurrentMemoryContext = context;
	return good;
}

Datum
call(PGFunction function, int nargs, Datum a, Datum b)
{
	NullableDatum args[2] = {{a, false}, {b, false}};
	NullableDatum result;

	if (!try_call(function, NULL, nargs, args, &result))
		broken("no error", unpack_sql_state(raised), 0);
	REQUIRE(!result.isnull);
	return result.value;
}

char *
unpack_sql_state(int sql_state)
{
	static char state[6];

	for (int i = 0; i < 5; i++, sql_state >>= 6)
		state[i] = PGUNSIXBIT(sql_state);
	return state;
}

/* ----------------------------------------------------------------- targets */

/* A target is called by its name: quorum, citation, ..., regulation, calendar. */
static const char *target;

extern int	LLVMFuzzerInitialize(int *argc, char ***argv);
extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *slash = strrchr((*argv)[0], '/');

	target = slash ? slash + 1 : (*argv)[0];
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Bytes		input = {data, data + size};

	if (strcmp(target, "regulation") == 0)
		fuzz_regulation(input);
	else if (strcmp(target, "calendar") == 0)
		fuzz_calendar(input);
	else
		fuzz_values(target, input);
	free_everything();
	return 0;
}

/*
 * Without the fuzzer the program goes through the inputs in its arguments, once
 * each: for what they reach (gcov), and for a debugger.
 */
#ifdef REPLAY
int
main(int argc, char **argv)
{
	LLVMFuzzerInitialize(&argc, &argv);
	for (int i = 1; i < argc; i++)
	{
		FILE	   *file = fopen(argv[i], "rb");
		uint8_t    *data = malloc(1 << 20);
		size_t		size;

		REQUIRE(file != NULL);
		size = fread(data, 1, 1 << 20, file);
		fclose(file);
		LLVMFuzzerTestOneInput(data, size);
		free(data);
	}
	return 0;
}
#endif
