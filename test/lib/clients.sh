# For the checks that run a client of demo/ against the server of ./check.
#
#   client FOLDER SCRIPT   a database with a registry and a role that is secretary
#                          there, the packages of FOLDER's lock file in a folder of
#                          their own; runs SCRIPT, which prints TAP, and cleans up
. test/lib/packages.sh

client()
{
	local folder=$1 script=$2 owner=$PGUSER name modules
	if ! command -v npm >/dev/null || [ "$(node -p 'parseInt(process.versions.node)')" -lt 16 ]; then
		echo "1..0 # SKIP needs npm, and node from 16 on"
		return
	fi
	name=governance_client_$$
	modules=$(mktemp -d) || return
	# shellcheck disable=SC2064
	trap "client_end $name $modules" EXIT
	if ! npm_packages "$folder" "$modules"; then
		if npm ping --silent >/dev/null 2>&1; then
			echo "Bail out!  npm ci of $folder"
			return 1
		fi
		echo "1..0 # SKIP npm's registry does not answer"
		return
	fi
	psql -X -q -d postgres -c "create database $name template template0" -c "create role $name login" &&
		PG_ABS_SRCDIR=$PWD/test psql -X -q -d "$name" -o /dev/null -v ON_ERROR_STOP=1 -v registry=stockholm \
			-v role="$name" -v "srcdir=$PWD/test" -f test/clients/registry.sql || return
	NODE_PATH=$modules/node_modules PGDATABASE=$name PGUSER=$name OWNER=$owner node "$script"
}

client_end()
{
	psql -X -q -d postgres -c "drop database if exists $1 with (force)" -c "drop role if exists $1"
	rm -rf "$2"
}
