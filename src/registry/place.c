/*
 * place.c
 *	  Whether these are the files that they were.
 */
#include "postgres.h"
#include "compat.h"

#include <sys/stat.h>

#include "fmgr.h"
#include "miscadmin.h"

PG_FUNCTION_INFO_V1(governance_control_file_number);

/*
 * control_file_number()
 *		The number of the server's control file in its file system (inode), which
 *		is written in place for as long as the data directory is: a copy of the
 *		files has another.
 */
Datum
governance_control_file_number(PG_FUNCTION_ARGS)
{
	struct stat st;
	char		path[MAXPGPATH];

	snprintf(path, sizeof(path), "%s/global/pg_control", DataDir);
	if (stat(path, &st) != 0)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not stat file \"%s\": %m", path)));
	PG_RETURN_INT64((int64) st.st_ino);
}
