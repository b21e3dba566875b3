# TAP for the scripts in test/checks: every check is a list of offenders that
# must be empty.
#
#   none DESCRIPTION COMMAND...   ok when COMMAND succeeds and prints nothing
#   skip DESCRIPTION REASON
#   done_testing                  last
#
#   sql QUERY                     prints the rows of a query in $PGDATABASE

tap_count=0
tap_bad=0

none()
{
	local description=$1 output status
	shift
	tap_count=$((tap_count + 1))
	output=$("$@" 2>&1)
	status=$?
	if [ $status = 0 ] && [ -z "$output" ]; then
		echo "ok $tap_count - $description"
	else
		echo "not ok $tap_count - $description"
		printf '%s\n' "${output:-exit status $status}" | sed 's/^/#   /'
		tap_bad=1
	fi
}

skip()
{
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1 # SKIP $2"
}

done_testing()
{
	echo "1..$tap_count"
	exit $tap_bad
}

sql()
{
	psql -XAtq -v ON_ERROR_STOP=1 -c "$1"
}
