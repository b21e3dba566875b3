/*
 * transfer.c
 *	  Requests under way.
 *
 * libcurl does the requests, many at a time, and this waits for their sockets
 * together with the process's latch, so that a signal is answered at once.  No
 * transaction is open meanwhile.
 *
 * Nothing that libcurl calls here may throw: an error would jump over it.
 */
#include "postgres.h"

#include <pthread.h>
#include <signal.h>

#include <curl/curl.h>

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "pgstat.h"
#include "storage/latch.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "address.h"
#include "messages.h"
#include "settings.h"
#include "signature.h"
#include "transfer.h"

#define MAX_ANSWER	65536		/* more of an answer's body is not read */
#define MAX_PAUSE	86400		/* seconds; whoever asks for more gets this */
#define MAX_EVENTS	64

/* a set of 17 belongs to an owner of resources, of earlier ones to a context */
#if PG_VERSION_NUM >= 170000
#define NEW_SET(n)	CreateWaitEventSet(NULL, n)
#else
#define NEW_SET(n)	CreateWaitEventSet(TopMemoryContext, n)
#endif

/* a request; its place is used again */
typedef struct Call
{
	CURL	   *easy;
	struct curl_slist *headers;
	Delivery   *delivery;		/* null: it is free */
	bool		done;			/* and not taken yet */
	bool		encrypted;
	size_t		received;
	char		denied[160];	/* why an address may not be called, or empty */
	char		error[CURL_ERROR_SIZE];
} Call;

typedef struct Socket
{
	curl_socket_t fd;
	int			events;			/* CURL_POLL_… */
} Socket;

struct Transfer
{
	CURLM	   *multi;
	int			ncalls;
	int			under_way;
	Socket	   *sockets;		/* not of PostgreSQL's memory: curl's calls add to it */
	int			nsockets;
	int			room;
	WaitEventSet *set;			/* null: the sockets have changed */
	TimestampTz alarm;			/* when curl wants to be called; 0: not at all */
	Call		calls[FLEXIBLE_ARRAY_MEMBER];
};

static bool initialized;

/* ---- what libcurl calls ---- */

static int
on_socket(CURL *easy, curl_socket_t fd, int what, void *user, void *unused)
{
	Transfer   *transfer = user;
	int			i = 0;

	while (i < transfer->nsockets && transfer->sockets[i].fd != fd)
		i++;
	if (what == CURL_POLL_REMOVE)
	{
		if (i < transfer->nsockets)
			transfer->sockets[i] = transfer->sockets[--transfer->nsockets];
	}
	else
	{
		if (i == transfer->room)
		{
			Socket	   *more = realloc(transfer->sockets, 2 * transfer->room * sizeof(Socket));

			if (more == NULL)
				return -1;
			transfer->sockets = more;
			transfer->room *= 2;
		}
		transfer->sockets[i] = (Socket) {fd, what};
		transfer->nsockets = Max(transfer->nsockets, i + 1);
	}
	if (transfer->set != NULL)
		FreeWaitEventSet(transfer->set);
	transfer->set = NULL;
	return 0;
}

static int
on_alarm(CURLM *multi, long timeout, void *user)
{
	Transfer   *transfer = user;

	transfer->alarm = timeout < 0 ? 0 : TimestampTzPlusMilliseconds(GetCurrentTimestamp(), timeout);
	return 0;
}

/* A socket is made for an address: that is what may be called or not. */
static curl_socket_t
on_address(void *user, curlsocktype purpose, struct curl_sockaddr *address)
{
	Call	   *call = user;
	const char *denied = address_denied(&address->addr, call->encrypted, delivery_allow);

	if (denied != NULL)
	{
		strlcpy(call->denied, denied, sizeof(call->denied));
		return CURL_SOCKET_BAD;
	}
	call->denied[0] = '\0';		/* the name has other addresses */
	return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static size_t
on_answer(char *data, size_t size, size_t n, void *user)
{
	Call	   *call = user;

	call->received += size * n;
	return call->received > MAX_ANSWER ? 0 : size * n;
}

/* ---- one request ---- */

static void
end_call(Call *call, Ending ending, const char *problem)
{
	Delivery   *delivery = call->delivery;

	/* it may cite who answers */
	if (problem != NULL && !pg_verifymbstr(problem, strlen(problem), true))
		problem = "an error whose text cannot be stored";
	delivery->ending = ending;
	delivery->problem = problem ?
		MemoryContextStrdup(GetMemoryChunkContext(delivery), problem) : NULL;
	delivery->took = (GetCurrentTimestamp() - delivery->began_at) / 1e6;
	call->done = true;
}

static bool
may_pass(int status)
{
	return status == 408 || status == 425 || status == 429 || status >= 500;
}

/* libcurl is done with a request */
static void
judge_answer(Call *call, CURLcode code)
{
	Delivery   *delivery = call->delivery;
	char		problem[80];
	curl_off_t	pause = 0;
	long		status = 0;

	curl_easy_getinfo(call->easy, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_getinfo(call->easy, CURLINFO_RETRY_AFTER, &pause);
	delivery->status = (int) status;
	delivery->pause = Min(Max(pause, 0), MAX_PAUSE);
	/* who answers that it has it, and goes on for ever, has it */
	if (code == CURLE_WRITE_ERROR && call->received > MAX_ANSWER)
		code = CURLE_OK;
	snprintf(problem, sizeof(problem), "HTTP status %ld%s", status,
			 status >= 300 && status < 400 ? ": redirects are not followed" : "");
	if (code != CURLE_OK)
		end_call(call, FAILING, call->denied[0] ? call->denied :
				 call->error[0] ? call->error : curl_easy_strerror(code));
	else if (status >= 200 && status < 300)
		end_call(call, DELIVERED, NULL);
	else
		end_call(call, may_pass(status) ? FAILING : DEAD, problem);
}

static bool
add_header(Call *call, const char *name, const char *value)
{
	char	   *line = psprintf("%s: %s", name, value);
	struct curl_slist *longer = curl_slist_append(call->headers, line);

	pfree(line);
	if (longer == NULL)
		return false;
	call->headers = longer;
	return true;
}

/* Returns why there is none. */
static const char *
make_headers(Call *call, const Delivery *delivery)
{
	StringInfoData signatures;
	int64		now = (int64) time(NULL);
	char		timestamp[32];
	const char *problem;

	snprintf(timestamp, sizeof(timestamp), INT64_FORMAT, now);
	initStringInfo(&signatures);
	problem = signature_append(&signatures, delivery->secret, delivery->event, now, delivery->message);
	if (problem == NULL &&
		!(add_header(call, "Content-Type", "application/cloudevents+json; charset=utf-8") &&
		  add_header(call, "webhook-id", delivery->event) &&
		  add_header(call, "webhook-timestamp", timestamp) &&
		  add_header(call, "webhook-signature", signatures.data) &&
		/* the answer is not waited for before the message is sent */
		  add_header(call, "Expect", "")))
		problem = "out of memory";
	pfree(signatures.data);
	return problem;
}

static void
set_request(Transfer *transfer, Call *call, const Delivery *delivery)
{
	CURL	   *easy = call->easy;

	curl_easy_reset(easy);
	curl_easy_setopt(easy, CURLOPT_PRIVATE, call);
	curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, call->error);
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_URL, delivery->url);
	curl_easy_setopt(easy, CURLOPT_USERAGENT, "governance/" GOVERNANCE_VERSION);
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, call->headers);
	curl_easy_setopt(easy, CURLOPT_POST, 1L);
	curl_easy_setopt(easy, CURLOPT_POSTFIELDS, delivery->message);
	curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long) strlen(delivery->message));
	curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long) CURL_HTTP_VERSION_2TLS);
	/* nowhere but where it was sent */
#if LIBCURL_VERSION_NUM >= 0x075500
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long) (CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(easy, CURLOPT_PROXY, "");
	curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, on_address);
	curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, call);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
	if (delivery_ca_file[0] != '\0')
		curl_easy_setopt(easy, CURLOPT_CAINFO, delivery_ca_file);
	/* for so long, and so much of an answer */
	curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long) Min(delivery_timeout, 5000));
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long) delivery_timeout);
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_answer);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, call);
#if LIBCURL_VERSION_NUM >= 0x075700
	curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); /* does not wait for a name to be resolved */
#endif
}

static void
free_call(Call *call)
{
	curl_slist_free_all(call->headers);
	call->headers = NULL;
	call->delivery = NULL;
	call->done = false;
}

/* ---- calling libcurl ---- */

/*
 * libcurl resolves names in threads of its own.  Signals are the process's, and
 * their handlers are made for its one thread: threads that begin while all are
 * blocked never get any.
 */
static void
block_signals(sigset_t *before)
{
	sigset_t	all;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, before);
}

static void
act(Transfer *transfer, curl_socket_t fd, int events)
{
	sigset_t	before;
	int			running;

	block_signals(&before);
	(void) curl_multi_socket_action(transfer->multi, fd, events, &running);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void
take_messages(Transfer *transfer)
{
	CURLMsg    *message;
	int			left;

	while ((message = curl_multi_info_read(transfer->multi, &left)) != NULL)
	{
		CURLcode	code = message->data.result;
		CURL	   *easy = message->easy_handle;
		Call	   *call;

		if (message->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **) &call);
		judge_answer(call, code);
		curl_multi_remove_handle(transfer->multi, easy);
	}
}

/* ---- for who delivers ---- */

/*
 * transfer_open
 *		Begins to do requests, at most so many at a time.
 */
Transfer *
transfer_open(int concurrency)
{
	Transfer   *transfer = palloc0(offsetof(Transfer, calls) + concurrency * sizeof(Call));

	if (!initialized && curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		elog(ERROR, "could not initialize libcurl");
	initialized = true;
	transfer->ncalls = concurrency;
	transfer->room = 2 * concurrency + 8;
	transfer->sockets = malloc(transfer->room * sizeof(Socket));
	transfer->multi = curl_multi_init();
	if (transfer->multi == NULL || transfer->sockets == NULL)
	{
		transfer_close(transfer);
		ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
	}
	curl_multi_setopt(transfer->multi, CURLMOPT_SOCKETFUNCTION, on_socket);
	curl_multi_setopt(transfer->multi, CURLMOPT_SOCKETDATA, transfer);
	curl_multi_setopt(transfer->multi, CURLMOPT_TIMERFUNCTION, on_alarm);
	curl_multi_setopt(transfer->multi, CURLMOPT_TIMERDATA, transfer);
	curl_multi_setopt(transfer->multi, CURLMOPT_MAXCONNECTS, (long) concurrency);
	curl_multi_setopt(transfer->multi, CURLMOPT_PIPELINING, (long) CURLPIPE_MULTIPLEX);
	return transfer;
}

/*
 * transfer_close
 *		Ends everything, also what is under way.
 */
void
transfer_close(Transfer *transfer)
{
	for (int i = 0; i < transfer->ncalls; i++)
	{
		Call	   *call = &transfer->calls[i];

		if (call->easy == NULL)
			continue;
		if (call->delivery != NULL && !call->done)
			curl_multi_remove_handle(transfer->multi, call->easy);
		curl_easy_cleanup(call->easy);
		free_call(call);
	}
	if (transfer->multi != NULL)
		curl_multi_cleanup(transfer->multi);
	if (transfer->set != NULL)
		FreeWaitEventSet(transfer->set);
	free(transfer->sockets);
	pfree(transfer);
}

/* How many requests are under way to the endpoint; 0: to all. */
int
transfer_under_way(const Transfer *transfer, int64 endpoint)
{
	int			n = 0;

	if (endpoint == 0)
		return transfer->under_way;
	for (int i = 0; i < transfer->ncalls; i++)
	{
		const Call *call = &transfer->calls[i];

		n += call->delivery != NULL && !call->done && call->delivery->endpoint == endpoint;
	}
	return n;
}

/*
 * transfer_start
 *		Sends a message; there must be room for it.  What it takes is allocated
 *		where the delivery is.
 */
void
transfer_start(Transfer *transfer, Delivery *delivery)
{
	Call	   *call = transfer->calls;
	const char *problem;
	sigset_t	before;
	CURLMcode	code;
	MemoryContext old = MemoryContextSwitchTo(GetMemoryChunkContext(delivery));

	while (call->delivery != NULL)
		call++;
	Assert(call < transfer->calls + transfer->ncalls);
	if (call->easy == NULL && (call->easy = curl_easy_init()) == NULL)
		ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
	delivery->began_at = GetCurrentTimestamp();
	call->delivery = delivery;
	call->received = 0;
	call->encrypted = pg_strncasecmp(delivery->url, "https:", 6) == 0;
	call->denied[0] = call->error[0] = '\0';
	transfer->under_way++;
	problem = make_headers(call, delivery);
	MemoryContextSwitchTo(old);
	if (problem != NULL)
	{
		end_call(call, FAILING, problem);
		return;
	}
	set_request(transfer, call, delivery);
	block_signals(&before);
	code = curl_multi_add_handle(transfer->multi, call->easy);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (code != CURLM_OK)
		end_call(call, FAILING, curl_multi_strerror(code));
}

static WaitEventSet *
make_set(const Transfer *transfer)
{
	WaitEventSet *set = NEW_SET(transfer->nsockets + 2);

	AddWaitEventToSet(set, WL_LATCH_SET, PGINVALID_SOCKET, MyLatch, NULL);
	AddWaitEventToSet(set, WL_EXIT_ON_PM_DEATH, PGINVALID_SOCKET, NULL, NULL);
	for (int i = 0; i < transfer->nsockets; i++)
	{
		int			events = transfer->sockets[i].events;

		if ((events & CURL_POLL_INOUT) == 0)
			continue;
		AddWaitEventToSet(set, (events & CURL_POLL_IN ? WL_SOCKET_READABLE : 0) |
						  (events & CURL_POLL_OUT ? WL_SOCKET_WRITEABLE : 0),
						  transfer->sockets[i].fd, NULL, NULL);
	}
	return set;
}

static uint32
wait_event(void)
{
#if PG_VERSION_NUM >= 170000
	static uint32 event = 0;

	if (event == 0)
		event = WaitEventExtensionNew("GovernanceDelivery");
	return event;
#else
	return PG_WAIT_EXTENSION;
#endif
}

/*
 * transfer_wait
 *		Waits until something happens, for at most so many milliseconds, and
 *		lets libcurl do what is to be done.  May be interrupted.
 */
void
transfer_wait(Transfer *transfer, long timeout)
{
	WaitEvent	events[MAX_EVENTS];
	int			n;

	if (transfer->alarm != 0)
		timeout = Min(timeout, TimestampDifferenceMilliseconds(GetCurrentTimestamp(), transfer->alarm));
	if (transfer->set == NULL)
		transfer->set = make_set(transfer);
	n = WaitEventSetWait(transfer->set, timeout, events, MAX_EVENTS, wait_event());
	for (int i = 0; i < n; i++)
	{
		uint32		what = events[i].events;

		if (what & WL_LATCH_SET)
			ResetLatch(MyLatch);
		if (what & (WL_SOCKET_READABLE | WL_SOCKET_WRITEABLE))
			act(transfer, events[i].fd, (what & WL_SOCKET_READABLE ? CURL_CSELECT_IN : 0) |
				(what & WL_SOCKET_WRITEABLE ? CURL_CSELECT_OUT : 0));
	}
	CHECK_FOR_INTERRUPTS();
	if (transfer->alarm != 0 && transfer->alarm <= GetCurrentTimestamp())
	{
		transfer->alarm = 0;
		act(transfer, CURL_SOCKET_TIMEOUT, 0);
	}
	take_messages(transfer);
}

/*
 * transfer_take
 *		A message whose sending has ended; null: there is none.
 */
Delivery *
transfer_take(Transfer *transfer)
{
	for (int i = 0; i < transfer->ncalls; i++)
	{
		Call	   *call = &transfer->calls[i];
		Delivery   *delivery = call->delivery;

		if (!call->done)
			continue;
		free_call(call);
		transfer->under_way--;
		return delivery;
	}
	return NULL;
}

/*
 * transfer_abandon
 *		Ends what is under way, to be tried again.
 */
void
transfer_abandon(Transfer *transfer, const char *problem)
{
	for (int i = 0; i < transfer->ncalls; i++)
	{
		Call	   *call = &transfer->calls[i];

		if (call->delivery == NULL || call->done)
			continue;
		curl_multi_remove_handle(transfer->multi, call->easy);
		end_call(call, FAILING, problem);
	}
}
