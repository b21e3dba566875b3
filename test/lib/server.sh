# A private, throw-away PostgreSQL: sourced by ./check, ./quickstart and the
# other commands.  The machine's own clusters and its installation are left
# alone: the server runs from a copy of the installed tree (PostgreSQL finds
# its files relative to its binary), into which the extension is installed, on
# a socket in a temporary folder that is removed at the end.
#
#   private_server DIR [OPTION...]   build DIR, install and start; exports PGHOST,
#                                    PGPORT, PGUSER, PGDATABASE, PGBIN, PATH
#   stop_private_server              stop it and remove its folder
#
# ./check takes the same steps one by one: private_folder, private_copy,
# private_tree, private_locale, start_private_server.

# PostgreSQL refuses to run as root; as root the server is given to nobody.
# The command starts in $GOV_DIR, the one folder that this user surely can
# enter: name files by absolute paths.
as_server_user()
{
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid=nobody --regid=nogroup --clear-groups \
			env -C "$GOV_DIR" HOME="$GOV_DIR" "$@"
	else
		env -C "$GOV_DIR" "$@"
	fi
}

# Makes the temporary folder $GOV_DIR.  Its name is short: a socket's path may
# have 107 characters.
private_folder()
{
	GOV_DIR=$(mktemp -d "${TMPDIR:-/tmp}/governance.XXXXXX") || return
	[ "$(id -u)" != 0 ] || chown nobody:nogroup "$GOV_DIR"
}

# Copies the sources of DIR, without anything built, to $GOV_DIR/source and
# makes that the folder to build: what was built before cannot hide a warning,
# nothing is written to DIR, and the server's user can read the copy wherever
# DIR is.
private_copy()
{
	GOV_SRC=$GOV_DIR/source
	mkdir "$GOV_SRC" &&
		tar -C "$1" -cf - --exclude-vcs --exclude='*.o' --exclude='*.bc' \
			--exclude=node_modules --exclude=__pycache__ . |
		tar -C "$GOV_SRC" -xf - &&
		make -s -C "$GOV_SRC" PG_CONFIG="${PG_CONFIG:=pg_config}" with_llvm=no clean &&
		{ [ "$(id -u)" != 0 ] || chown -R nobody:nogroup "$GOV_SRC"; }
}

# Copies the installed server into $GOV_DIR/tree, builds $GOV_SRC and installs
# the extension there, or with INSTALLED set takes the one that is installed.  A
# compiler that says anything has failed.
private_tree()
{
	local dir
	local make=(make -s -C "$GOV_SRC" PG_CONFIG="${PG_CONFIG:=pg_config}" with_llvm=no WERROR=1)
	for dir in "$("$PG_CONFIG" --bindir)" "$("$PG_CONFIG" --pkglibdir)" \
		"$("$PG_CONFIG" --sharedir)"; do
		mkdir -p "$GOV_DIR/tree$dir" && cp -a "$dir/." "$GOV_DIR/tree$dir/" || return
	done
	# what upgrades are tested with is built in any case
	"${make[@]}" -j "$(nproc)" >"$GOV_DIR/build.log" 2>&1 && {
		if [ -n "${INSTALLED:-}" ]; then
			dir=$("$PG_CONFIG" --localedir)
			(cd / && find ".$dir" -path "*/LC_MESSAGES/governance-*" -exec cp --parents {} "$GOV_DIR/tree" \;)
		else
			"${make[@]}" DESTDIR="$GOV_DIR/tree" install >>"$GOV_DIR/build.log" 2>&1
		fi
	} && [ ! -s "$GOV_DIR/build.log" ] || {
		cat "$GOV_DIR/build.log" >&2
		return 1
	}
	PGBIN="$GOV_DIR/tree$("$PG_CONFIG" --bindir)"
	PATH="$PGBIN:$PATH"
	export PGBIN PATH
}

# Sees to it that the server, and what else is started, has the locale
# sv_SE.UTF-8: gettext has no messages in C.UTF-8.  Where the machine has none it is
# made in the folder, and nothing is changed on the machine.
private_locale()
{
	! locale -a | grep -qix 'sv_SE\.utf-\?8' || return 0
	mkdir "$GOV_DIR/locale" &&
		localedef -i sv_SE -f UTF-8 "$GOV_DIR/locale/sv_SE.UTF-8" &&
		export LOCPATH="$GOV_DIR/locale:/usr/lib/locale"
}

start_private_server()
{
	as_server_user "$PGBIN/initdb" -D "$GOV_DIR/data" -U postgres -A trust \
		-E UTF8 --locale=C.UTF-8 --no-sync >"$GOV_DIR/initdb.log" 2>&1 || {
		cat "$GOV_DIR/initdb.log" >&2
		return 1
	}
	as_server_user "$PGBIN/pg_ctl" -D "$GOV_DIR/data" -w -s \
		-l "$GOV_DIR/server.log" \
		-o "-k $GOV_DIR -p 5432 -c listen_addresses='' -c fsync=off -c jit=off -c timezone=Europe/Stockholm -c lc_messages=C $*" \
		start || {
		cat "$GOV_DIR/server.log" >&2
		return 1
	}
	export PGHOST="$GOV_DIR" PGPORT=5432 PGUSER=postgres PGDATABASE=postgres
}

private_server()
{
	private_folder || return
	GOV_SRC=$1
	shift
	private_tree && start_private_server "$@"
}

# Stops every server that lives in the folder: an interrupted TAP test can
# leave one of its own behind.
stop_private_server()
{
	local pid
	[ -n "${GOV_DIR:-}" ] || return 0
	find "$GOV_DIR" -name postmaster.pid 2>/dev/null | while read -r pid; do
		as_server_user "$PGBIN/pg_ctl" -D "${pid%/*}" -m immediate -s stop || true
	done
	rm -rf "$GOV_DIR"
	GOV_DIR=
}
