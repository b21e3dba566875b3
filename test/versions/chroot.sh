# Chroots of Debian suites, each with the PostgreSQL that the suite packages:
# sourced by the commands in this folder.  They stay in a cache folder, so that
# only the first run downloads; what runs in one of them has its own mounts and
# processes, and both are gone with the command, however it ends.
#
#   suite_of VERSION                  prints the Debian suite that packages it
#   upgraded_from VERSION             prints the version that its chroot has, too
#   make_chroot VERSION               makes it, unless it is there
#   in_chroot VERSION COMMAND...      runs a command in it, as root; its folder
#                                     is /governance, a copy of $root's sources

mirror=http://deb.debian.org/debian
cache=${XDG_CACHE_HOME:-$HOME/.cache}/governance-versions
[ -z "${TMPDIR:-}" ] || cache=$TMPDIR/governance-versions

# No suite packages 14 or 16.
suite_of()
{
	case "$1" in
		13) echo bullseye ;;
		15) echo bookworm ;;
		17) echo trixie ;;
		18) echo forky ;;
		*) return 1 ;;
	esac
}

# The version whose clusters pg_upgrade brings to this one: its server is put
# beside this one's.
upgraded_from()
{
	[ "$1" = 17 ] && echo 15
}

# What ./check would install itself, and more suites beside it.  Nothing in a
# chroot may start a service or make a cluster.  A chroot gets its name when it
# is complete, so one that was interrupted is made anew.
make_chroot()
{
	local version=$1 suite chroot packages older sources=("$mirror")
	suite=$(suite_of "$version") || return
	chroot=$cache/$suite
	[ ! -e "$chroot" ] || return 0
	[ "$version" -gt 13 ] || make_chroot 15 || return
	mkdir -p "$cache" && remove "$chroot.part" || return
	packages=gcc,libc6-dev,make,perl,libipc-run-perl,python3,patchelf
	packages+=,postgresql-$version,postgresql-server-dev-$version,postgresql-$version-plpgsql-check
	if older=$(upgraded_from "$version"); then
		packages+=,postgresql-$older,postgresql-server-dev-$older
		sources+=("deb $mirror $(suite_of "$older") main")
	fi
	# the archive's signature of a suite that is no longer kept up has lapsed
	mmdebstrap --quiet --variant=apt --mode=root --format=directory \
		--aptopt='Acquire::Check-Valid-Until "false"' \
		--aptopt='APT::Install-Recommends "false"' \
		--setup-hook='mkdir -p "$1/usr/sbin" "$1/etc/postgresql-common/createcluster.d"' \
		--setup-hook='printf "#!/bin/sh\nexit 101\n" >"$1/usr/sbin/policy-rc.d"' \
		--setup-hook='chmod +x "$1/usr/sbin/policy-rc.d"' \
		--setup-hook='echo "create_main_cluster = false" >"$1/etc/postgresql-common/createcluster.d/none.conf"' \
		--include="$packages" "$suite" "$chroot.part" "${sources[@]}" >"$chroot.log" 2>&1 &&
		{ [ "$version" -gt 13 ] || lend_isolation_tester "$cache/$(suite_of 15)" "$chroot.part"; } &&
		mv "$chroot.part" "$chroot" || {
		tail -n 30 "$chroot.log" >&2
		remove "$chroot.part"
		return 1
	}
}

# 13's packages lack the program that runs specs.  15's speaks to 13's server, but
# needs its own system's libraries: they go with it, and it is told where they are.
lend_isolation_tester()
{
	local from=$1 to=$2 program library dir=usr/lib/postgresql/13/lib/pgxs/src/test/isolation
	mkdir -p "$to/$dir/lib" || return
	for program in pg_isolation_regress isolationtester; do
		cp "$from/${dir/13/15}/$program" "$to/$dir/" || return
		for library in $(chroot "$from" ldd "/${dir/13/15}/$program" | grep -oE '/[^ ]+'); do
			cp -L "$from$library" "$to/$dir/lib/" || return
		done
		chroot "$to" patchelf --force-rpath --set-rpath "/$dir/lib" \
			--set-interpreter "/$dir/lib/$(basename "$(ls "$to/$dir"/lib/ld-*)")" "/$dir/$program" || return
	done
}

# Nothing that is mounted below is followed.
remove()
{
	rm -rf --one-file-system "$@"
}

# The mounts are made in a namespace of their own: no other process sees them,
# and they end with the last process in it.  That is the command, which takes
# all that it started with it, and dies when this shell does.
in_chroot()
{
	local chroot status
	chroot=$cache/$(suite_of "$1") || return
	shift
	remove "$chroot/governance" "$chroot/tmp" || return
	mkdir -m 1777 "$chroot/tmp"
	mkdir "$chroot/governance"
	tar -C "$root" -cf - --exclude-vcs --exclude='*.o' --exclude='*.bc' \
		--exclude=node_modules --exclude=__pycache__ . |
		tar -C "$chroot/governance" -xf - || return
	setpriv --pdeathsig KILL unshare --mount --propagation private --pid --fork --kill-child bash -c '
		mount -t proc proc "$1/proc" &&
			mount --bind /dev "$1/dev" &&
			mount -t tmpfs -o mode=1777 tmpfs "$1/dev/shm" || exit
		exec chroot "$1" env -i -C /governance PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "${@:2}"' \
		bash "$chroot" "$@"
	status=$?
	remove "$chroot/governance" "$chroot/tmp"
	return $status
}
