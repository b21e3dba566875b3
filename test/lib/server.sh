# A private, throw-away PostgreSQL: sourced by ./check, ./quickstart and the
# other commands.  The machine's own clusters and its installation are left
# alone: the server runs from a copy of the installed tree (PostgreSQL finds
# its files relative to its binary), into which the extension is installed, on
# a socket in a temporary folder that is removed at the end.
#
#   private_server DIR [OPTION...]   build, install and start; exports PGHOST,
#                                    PGPORT, PGUSER, PGDATABASE, PG_CONFIG, PGBIN
#   stop_private_server              stop it and remove its folder

PG_CONFIG=${PG_CONFIG:-pg_config}

# PostgreSQL refuses to run as root; as root the server is given to nobody.
as_server_user()
{
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid=nobody --regid=nogroup --clear-groups \
			env HOME="$GOV_DIR" "$@"
	else
		"$@"
	fi
}

# Copies the installed server into $GOV_DIR/tree and installs the extension
# there.
private_tree()
{
	local dir
	mkdir -p "$GOV_DIR/tree"
	for dir in "$("$PG_CONFIG" --bindir)" "$("$PG_CONFIG" --pkglibdir)" \
		"$("$PG_CONFIG" --sharedir)"; do
		mkdir -p "$GOV_DIR/tree$dir"
		cp -a "$dir/." "$GOV_DIR/tree$dir/"
	done
	make -s -C "$GOV_SRC" PG_CONFIG="$PG_CONFIG" with_llvm=no WERROR=1 >"$GOV_DIR/build.log" 2>&1 &&
		make -s -C "$GOV_SRC" PG_CONFIG="$PG_CONFIG" with_llvm=no \
			DESTDIR="$GOV_DIR/tree" install >>"$GOV_DIR/build.log" 2>&1 || {
		cat "$GOV_DIR/build.log" >&2
		return 1
	}
	PGBIN="$GOV_DIR/tree$("$PG_CONFIG" --bindir)"
	export PGBIN
}

start_private_server()
{
	as_server_user "$PGBIN/initdb" -D "$GOV_DIR/data" -U postgres -A trust \
		-E UTF8 --locale=C.UTF-8 --no-sync >"$GOV_DIR/initdb.log" 2>&1 || {
		cat "$GOV_DIR/initdb.log" >&2
		return 1
	}
	as_server_user "$PGBIN/pg_ctl" -D "$GOV_DIR/data" -w -s \
		-l "$GOV_DIR/data/server.log" \
		-o "-k $GOV_DIR -p 5432 -c listen_addresses='' -c fsync=off -c timezone=Europe/Stockholm $*" \
		start || {
		cat "$GOV_DIR/data/server.log" >&2
		return 1
	}
	export PGHOST="$GOV_DIR" PGPORT=5432 PGUSER=postgres PGDATABASE=postgres
}

private_server()
{
	GOV_SRC=$1
	shift
	GOV_DIR=$(mktemp -d "${TMPDIR:-/tmp}/governance.XXXXXX")
	[ "$(id -u)" != 0 ] || chown nobody:nogroup "$GOV_DIR"
	private_tree && start_private_server "$@"
}

stop_private_server()
{
	[ -n "${GOV_DIR:-}" ] || return 0
	if [ -f "$GOV_DIR/data/postmaster.pid" ]; then
		as_server_user "$PGBIN/pg_ctl" -D "$GOV_DIR/data" -m immediate -s stop || true
	fi
	rm -rf "$GOV_DIR"
	GOV_DIR=
}
