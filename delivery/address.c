/*
 * address.c
 *	  Which addresses may be called.
 *
 * A web address is what an administrator of a registry has written, and who
 * answers to its name is up to others.  So it is the address itself that is
 * looked at, when the socket is made for it: nothing may be called that only
 * machines inside can reach, unless a superuser has allowed it
 * (governance.delivery_allow).
 */
#include "postgres.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include "address.h"

/* an address as 16 bytes; those of IPv4 as ::ffff:a.b.c.d */
typedef struct Address
{
	unsigned char bytes[16];
} Address;

typedef struct Range
{
	const char *network;
	int			bits;			/* of the 128 */
} Range;

/* RFC 6890 and what has been added to its registries since */
static const Range inside[] = {
	{"::ffff:0.0.0.0", 104},	/* this network */
	{"::ffff:10.0.0.0", 104},	/* private */
	{"::ffff:100.64.0.0", 106}, /* shared by providers */
	{"::ffff:127.0.0.0", 104},	/* loopback */
	{"::ffff:169.254.0.0", 112},	/* link-local, where clouds keep metadata */
	{"::ffff:172.16.0.0", 108}, /* private */
	{"::ffff:192.0.0.0", 120},	/* protocol assignments */
	{"::ffff:192.0.2.0", 120},	/* documentation */
	{"::ffff:192.88.99.0", 120},	/* 6to4 relays */
	{"::ffff:192.168.0.0", 112},	/* private */
	{"::ffff:198.18.0.0", 111}, /* benchmarks */
	{"::ffff:198.51.100.0", 120},	/* documentation */
	{"::ffff:203.0.113.0", 120},	/* documentation */
	{"::ffff:224.0.0.0", 100},	/* multicast */
	{"::ffff:240.0.0.0", 100},	/* reserved, broadcast */
	{"::", 96},					/* unspecified, loopback, IPv4 in the old way */
	{"64:ff9b::", 96},			/* IPv4 behind a translator */
	{"64:ff9b:1::", 48},
	{"100::", 64},				/* discarded */
	{"2001::", 23},				/* protocol assignments, Teredo */
	{"2001:db8::", 32},			/* documentation */
	{"2002::", 16},				/* IPv4 in 6to4 */
	{"3fff::", 20},				/* documentation */
	{"5f00::", 16},				/* segment routing */
	{"fc00::", 7},				/* private */
	{"fe80::", 10},				/* link-local */
	{"fec0::", 10},				/* site-local */
	{"ff00::", 8},				/* multicast */
};

static const Range loopback[] = {
	{"::ffff:127.0.0.0", 104},
	{"::1", 128},
};

static void
map_ipv4(Address *address, const void *four)
{
	memset(address->bytes, 0, 10);
	memset(address->bytes + 10, 0xff, 2);
	memcpy(address->bytes + 12, four, 4);
}

static bool
read_address(const char *text, Address *address)
{
	struct in_addr four;

	if (inet_pton(AF_INET, text, &four) == 1)
	{
		map_ipv4(address, &four);
		return true;
	}
	return inet_pton(AF_INET6, text, address->bytes) == 1;
}

static bool
in_network(const Address *address, const Address *network, int bits)
{
	int			whole = bits / 8;
	int			rest = bits % 8;

	return memcmp(address->bytes, network->bytes, whole) == 0 &&
		(rest == 0 || ((address->bytes[whole] ^ network->bytes[whole]) >> (8 - rest)) == 0);
}

static bool
in_ranges(const Address *address, const Range *ranges, int n)
{
	for (int i = 0; i < n; i++)
	{
		Address		network;

		if (read_address(ranges[i].network, &network) &&
			in_network(address, &network, ranges[i].bits))
			return true;
	}
	return false;
}

/*
 * The next network of a list like "127.0.0.0/8, ::1", from a place on that is
 * moved behind it.  Returns 0: there is none; -1: it is none.
 */
static int
next_network(const char **list, Address *network, int *bits, char *word, size_t size)
{
	size_t		length;
	char	   *slash;
	char	   *end;
	int			widest;
	long		given;

	*list += strspn(*list, ", \t");
	length = strcspn(*list, ", \t");
	if (length == 0)
		return 0;
	strlcpy(word, *list, Min(length + 1, size));
	*list += length;
	if (length >= size)
		return -1;
	slash = strchr(word, '/');
	if (slash != NULL)
		*slash = '\0';
	widest = strchr(word, ':') ? 128 : 32;
	given = slash ? strtol(slash + 1, &end, 10) : widest;
	if ((slash && (slash[1] < '0' || slash[1] > '9' || *end != '\0')) ||
		given < 0 || given > widest || !read_address(word, network))
	{
		if (slash != NULL)
			*slash = '/';
		return -1;
	}
	*bits = (int) given + 128 - widest;
	return 1;
}

static bool
in_list(const Address *address, const char *list)
{
	Address		network;
	int			bits;
	char		word[64];
	int			found;

	while ((found = next_network(&list, &network, &bits, word, sizeof(word))) != 0)
		if (found > 0 && in_network(address, &network, bits))
			return true;
	return false;
}

/*
 * address_list_is_valid
 *		Is it a list of networks?  If not, "wrong" is where it begins not to be.
 */
bool
address_list_is_valid(const char *list, const char **wrong)
{
	Address		network;
	int			bits;
	char		word[64];
	int			found;

	do
	{
		*wrong = list + strspn(list, ", \t");
		found = next_network(&list, &network, &bits, word, sizeof(word));
	} while (found > 0);
	return found == 0;
}

/*
 * address_denied
 *		Why the address may not be called; null: it may.  "allowed" are the
 *		networks that may be although they are inside; without encryption, only
 *		this machine may, and only where it is among them.
 */
const char *
address_denied(const struct sockaddr *where, bool encrypted, const char *allowed)
{
	Address		address;
	bool		may;

	if (where->sa_family == AF_INET)
		map_ipv4(&address, &((const struct sockaddr_in *) where)->sin_addr);
	else if (where->sa_family == AF_INET6)
		memcpy(address.bytes, &((const struct sockaddr_in6 *) where)->sin6_addr, 16);
	else
		return "an address of a kind that is not known";
	may = in_list(&address, allowed);
	if (!encrypted && !(may && in_ranges(&address, loopback, lengthof(loopback))))
		return "http is for this machine only, where governance.delivery_allow has it";
	if (!may && in_ranges(&address, inside, lengthof(inside)))
		return "an address inside, which governance.delivery_allow does not have";
	return NULL;
}
