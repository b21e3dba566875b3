/*
 * signature.c
 *	  Signing messages as Standard Webhooks has it.
 *
 * The signature is HMAC-SHA256 over "id.timestamp.message".  Secrets are files:
 * a row names one, and whoever can read rows cannot sign.  A file may have
 * several, a line each, so that a receiver can be given a new one while the old
 * one is still good; each signs.
 */
#include "postgres.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "common/base64.h"
#include "storage/fd.h"

#include "settings.h"
#include "signature.h"

#define MAX_FILE	4096
#define PREFIX		"whsec_"	/* what follows is in base64 */

/* 18 has the bytes of base64 unsigned */
#if PG_VERSION_NUM >= 180000
#define BYTES(p)	((uint8 *) (p))
#else
#define BYTES(p)	((char *) (p))
#endif

/* Reads the file into "text"; returns why it cannot. */
static const char *
read_secret(const char *name, char *text)
{
	char	   *path;
	struct stat info;
	ssize_t		length;
	int			file;

	if (delivery_secrets[0] == '\0')
		return "governance.delivery_secrets is not set";
	path = psprintf("%s/%s", delivery_secrets, name);
	file = OpenTransientFile(path, O_RDONLY | PG_BINARY);
	if (file < 0)
		return psprintf("could not open secret \"%s\": %m", name);
	if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode))
	{
		CloseTransientFile(file);
		return psprintf("secret \"%s\" is not a file", name);
	}
	if (info.st_mode & S_IRWXO)
	{
		CloseTransientFile(file);
		return psprintf("secret \"%s\" is open to everybody", name);
	}
	length = read(file, text, MAX_FILE);
	CloseTransientFile(file);
	if (length < 0)
		return psprintf("could not read secret \"%s\": %m", name);
	if (length == MAX_FILE)
		return psprintf("secret \"%s\" is too long", name);
	text[length] = '\0';
	return NULL;
}

/* The bytes of a secret; -1: it is not base64. */
static int
secret_key(const char *line, char *key, int size)
{
	int			length = (int) strlen(line);

	if (strncmp(line, PREFIX, strlen(PREFIX)) != 0)
	{
		memcpy(key, line, length);
		return length;
	}
	return pg_b64_decode(line + strlen(PREFIX), length - (int) strlen(PREFIX), BYTES(key), size);
}

/*
 * signature_append
 *		Appends the signatures of a message, "v1,…" each.  Returns null, or why
 *		there are none.
 */
const char *
signature_append(StringInfo buf, const char *secret, const char *id, int64 timestamp,
				 const char *message)
{
	char		text[MAX_FILE + 1];
	char		key[MAX_FILE];
	char	   *content;
	char	   *line;
	char	   *rest;
	const char *problem = read_secret(secret, text);
	bool		any = false;

	if (problem != NULL)
		return problem;
	content = psprintf("%s." INT64_FORMAT ".%s", id, timestamp, message);
	for (line = strtok_r(text, " \t\r\n", &rest); line; line = strtok_r(NULL, " \t\r\n", &rest))
	{
		unsigned char hash[EVP_MAX_MD_SIZE];
		char		encoded[2 * EVP_MAX_MD_SIZE];
		unsigned int hash_length;
		int			length = secret_key(line, key, sizeof(key));

		if (length <= 0)
			return psprintf("secret \"%s\" is not in base64 after " PREFIX, secret);
		if (HMAC(EVP_sha256(), key, length, (unsigned char *) content, strlen(content),
				 hash, &hash_length) == NULL)
			return "could not compute a signature";
		length = pg_b64_encode((const void *) BYTES(hash), hash_length, encoded, sizeof(encoded));
		appendStringInfo(buf, "%sv1,%.*s", any ? " " : "", length, encoded);
		any = true;
	}
	explicit_bzero(text, sizeof(text));
	explicit_bzero(key, sizeof(key));
	return any ? NULL : psprintf("secret \"%s\" is empty", secret);
}
