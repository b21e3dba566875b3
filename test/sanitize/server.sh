# Servers for sanitizers: sourced by test/sanitize/run.
#
#   installed_server DIR   puts a copy of the installed server there, with
#                          AddressSanitizer beside it; sets PG_CONFIG
#   source_server DIR [plain]
#                          puts one there that is built from Debian's sources with
#                          assertions, and but for "plain" with AddressSanitizer in
#                          it; likewise

# PostgreSQL finds its files relative to its binary, so a copy of it is a server.
# The sanitizer must be there before the module that needs it; and as its own
# start asks for memory before all else is loaded, a library that does so first
# of all must be there, too, or the two wait for each other.
installed_server()
{
	local dir=$1 bin lib part
	bin=$dir/tree$("$PG_CONFIG" --bindir)
	lib=$dir/tree$("$PG_CONFIG" --pkglibdir)
	for part in bindir pkglibdir sharedir; do
		part=$("$PG_CONFIG" --$part)
		mkdir -p "$dir/tree$part" && cp -a "$part/." "$dir/tree$part/" || return
	done
	part=$("$PG_CONFIG" --pkgincludedir)
	mkdir -p "$dir/tree${part%/*}" && ln -s "$part" "$dir/tree$part" || return
	echo '#include <stdlib.h>
		__attribute__((constructor)) static void first(void) { free(malloc(1)); }' |
		gcc -x c -O0 -shared -fPIC - -Wl,-z,initfirst -o "$lib/initfirst.so" || return
	mv "$bin/postgres" "$bin/postgres.real" &&
		cat >"$bin/postgres" <<-END && chmod +x "$bin/postgres" || return
			#!/bin/bash
			bin=\${0%/*}
			LD_PRELOAD="$(realpath "$(gcc -print-file-name=libasan.so)"):\$bin/../lib/initfirst.so" \
				exec -a "\$0" "\$bin/postgres.real" "\$@"
		END
	PG_CONFIG=$bin/pg_config
	export PG_CONFIG
}

# The source is fetched by apt with lists of its own: those of the machine stay
# as they are.  The server stays in ~/.cache, or in TMPDIR where that is set, for
# the next run; what runs is a copy that everybody can read.
source_server()
{
	local dir=$1 flags='-O1 -g -fsanitize=address -fno-omit-frame-pointer' version cache
	version=$("$PG_CONFIG" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
	cache=${TMPDIR:-${XDG_CACHE_HOME:-$HOME/.cache}}/governance-sanitize/$version${2:+-$2}
	[ "${2:-}" != plain ] || flags='-O2 -g'
	if [ ! -d "$cache/server" ]; then
		echo "building PostgreSQL $version from Debian's sources, what it prints in $cache/build.log"
		need_packages bzip2 gettext pkg-config libicu-dev libxml2-dev zlib1g-dev perl libipc-run-perl || return
		mkdir -p "$cache/lists/partial" "$cache/archives/partial" || return
		build_source "$version" "$cache" "$flags" >"$cache/build.log" 2>&1 || {
			tail -n 20 "$cache/build.log" >&2
			return 1
		}
	fi
	cp -a "$cache/server" "$dir/server" || return
	PG_CONFIG=$dir/server/bin/pg_config
	export PG_CONFIG LD_LIBRARY_PATH="$dir/server/lib"
}

# In a folder that gets its name when it is complete.
build_source()
{
	local version=$1 cache=$2 flags=$3 suite module
	local apt=(apt-get -q -o Dir::Etc::sourcelist="$cache/debian.list" -o Dir::Etc::sourceparts=-
		-o Dir::State::lists="$cache/lists" -o Dir::Cache="$cache" -o APT::Sandbox::User=root)
	suite=$(. /etc/os-release && echo "$VERSION_CODENAME") &&
		echo "deb-src http://deb.debian.org/debian $suite main" >"$cache/debian.list" &&
		cd "$cache" && rm -rf source built &&
		"${apt[@]}" update && "${apt[@]}" source --download-only "postgresql-$version" &&
		mkdir source && tar -xf "postgresql-${version}_"*.orig.tar.bz2 -C source --strip-components=1 &&
		cd source &&
		./configure --prefix="$cache/server" --enable-cassert --enable-debug --enable-tap-tests \
			--with-icu --with-libxml --enable-nls=sv --without-readline \
			CFLAGS="$flags" &&
		make -s -j "$(nproc)" all && make -s DESTDIR="$cache/built" install &&
		for module in btree_gist amcheck pg_stat_statements; do
			make -s -C "contrib/$module" DESTDIR="$cache/built" install || return
		done &&
		mv "$cache/built$cache/server" "$cache/server" && rm -rf "$cache/source" "$cache/built"
}
