# What the commands need from Debian: sourced by ./check and ./quickstart.
# Only what is missing is installed, and no cluster of the machine is made,
# started or touched.
#
#   need_packages PACKAGE...   install those that are missing
#   need_postgresql            the same for a server, its headers and what a
#                              build needs; sets and exports PG_CONFIG
#   need_node                  node, which receivers of events are written for
#   need_nginx DIR             a web server that speaks TLS, unpacked there: exports NGINX
#   need_npm                   node with npm
#   npm_packages FOLDER DIR    what FOLDER's lock file names, from npm into DIR/node_modules
#   need_plpgsql_check         the extension plpgsql_check, for a server of Debian's
#   need_fuzzer                clang with libFuzzer and the sanitizers

# Runs a command as root, if this user may.
as_root()
{
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		echo "needs root or sudo to run: $*" >&2
		return 1
	fi
}

# The server packages create and start a cluster "main" when they are
# installed, unless they are told not to.  The order stands only as long as
# apt runs, so that what the administrator installs later behaves as usual.
# The machine's root runs this, so it is a text for sh rather than a function.
apt_install='
	conf=/etc/postgresql-common/createcluster.d/governance-check.conf
	trap "rm -f $conf; rmdir -p --ignore-fail-on-non-empty ${conf%/*} 2>/dev/null" EXIT
	trap "exit 130" INT TERM HUP
	mkdir -p "${conf%/*}" && echo "create_main_cluster = false" >"$conf" || exit 1
	export DEBIAN_FRONTEND=noninteractive
	apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"'

need_packages()
{
	local package missing=() log status=0
	command -v dpkg-query >/dev/null || return 0
	for package; do
		[ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
			missing+=("$package")
	done
	[ ${#missing[@]} -gt 0 ] || return 0

	echo "installing ${missing[*]}"
	log=$(mktemp)
	# A repository that does not answer need not be the one that is needed.
	as_root apt-get update -q >"$log" 2>&1 || true
	as_root sh -c "$apt_install" sh "${missing[@]}" >>"$log" 2>&1 || {
		status=1
		tail -n 30 "$log" >&2
		echo "could not install: ${missing[*]}" >&2
	}
	rm -f "$log"
	return $status
}

# Prints the major version to work with: the newest that is here with its
# headers, else the newest server that is here, else the one apt offers.
postgresql_version()
{
	local dir
	for dir in $(ls -d /usr/lib/postgresql/*/ 2>/dev/null | sort -t / -k 5 -rn); do
		[ -x "$dir/bin/postgres" ] || continue
		[ -e "$dir/lib/pgxs/src/makefiles/pgxs.mk" ] && basename "$dir" && return
	done
	for dir in $(ls -d /usr/lib/postgresql/*/ 2>/dev/null | sort -t / -k 5 -rn); do
		[ -x "$dir/bin/postgres" ] && basename "$dir" && return
	done
	apt-cache policy postgresql | sed -n 's/^ *Candidate: \([0-9]*\).*/\1/p' | grep .
}

need_postgresql()
{
	local version
	need_packages gcc libc6-dev make gettext libcurl4-openssl-dev libssl-dev || return
	# whoever names a server has seen to it
	[ -z "${PG_CONFIG:-}" ] || return 0
	if command -v dpkg-query >/dev/null; then
		version=$(postgresql_version) || {
			as_root apt-get update -q >/dev/null 2>&1
			version=$(postgresql_version)
		} || {
			echo "no PostgreSQL here, and apt offers none" >&2
			return 1
		}
		need_packages "postgresql-$version" "postgresql-server-dev-$version" || return
		PG_CONFIG=/usr/lib/postgresql/$version/bin/pg_config
	else
		PG_CONFIG=$(command -v pg_config) || {
			echo "no pg_config in PATH: install PostgreSQL with its headers, or set PG_CONFIG" >&2
			return 1
		}
	fi
	export PG_CONFIG
}

need_node()
{
	command -v node >/dev/null || need_packages nodejs
}

# Unpacked, not installed: the package would start a server of the machine's own.
need_nginx()
{
	local package
	NGINX=$(PATH=$PATH:/usr/sbin command -v nginx) || {
		mkdir -p "$1" || return
		# where the first is only a name for the others
		for package in nginx nginx-light; do
			(cd "$1" && { apt-get download -q "$package" || { as_root apt-get update -q && apt-get download -q "$package"; }; } &&
				dpkg-deb -x "$package"_*.deb .) >/dev/null 2>&1 && [ -x "$1/usr/sbin/nginx" ] && break
		done
		NGINX=$1/usr/sbin/nginx
	}
	export NGINX
	"$NGINX" -v 2>/dev/null
}

need_npm()
{
	need_node && { command -v npm >/dev/null || need_packages npm; }
}

npm_packages()
{
	cp "$1/package.json" "$1/package-lock.json" "$2" &&
		npm ci --prefix "$2" --ignore-scripts --no-audit --no-fund --silent
}

need_plpgsql_check()
{
	local version
	case "$PG_CONFIG" in
		/usr/lib/postgresql/*) ;;
		*) [ -e "$("$PG_CONFIG" --sharedir)/extension/plpgsql_check.control" ]; return ;;
	esac
	version=${PG_CONFIG#/usr/lib/postgresql/}
	need_packages "postgresql-${version%%/*}-plpgsql-check"
}

# Up to 13 libFuzzer came with clang itself.
need_fuzzer()
{
	need_packages clang && { fuzzer_links 2>/dev/null || need_packages libclang-rt-dev; } && fuzzer_links
}

fuzzer_links()
{
	echo 'int LLVMFuzzerTestOneInput(const char *data, unsigned long size) { return 0; }' |
		clang -x c -fsanitize=fuzzer,address - -o /dev/null
}
