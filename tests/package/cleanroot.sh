#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# cleanroot.sh DEB: installs the package into a Debian 12 that has nothing but itself, opens the app there, removes it, and looks for what is left.
set -euo pipefail
deb=$1
root=$(mktemp -d)
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 '/debian/\?$')
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
finish() {
    for pid in $(ls /proc | grep -E '^[0-9]+$'); do
        [ "$(readlink "/proc/$pid/root" 2>/dev/null)" = "$root" ] && kill "$pid" 2>/dev/null || true
    done
    umount "$root/proc" "$root/dev/shm" 2>/dev/null || true
    rm -rf "$root"
}
trap finish EXIT

echo "clean Debian: debootstrap"
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" 2>&1 || { tail -n 5 "$root.log"; exit 1; }
rm -f "$root.log"
cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm"
mount -t tmpfs shm "$root/dev/shm"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends xvfb xauth >/dev/null 2>&1
# Everything but what every apt-get writes, and what a person made.
listing() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./run -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/dpkg -o -path ./var/lib/apt \
        -o -path ./tmp -o -path ./root -o -path ./dev/shm \) -prune -o -print | sort)
}
listing >"$root/tmp/before"

cp "$deb" "$root/tmp/rapport.deb"
inside apt-get install -y -qq --no-install-recommends /tmp/rapport.deb >"$root/tmp/install.log" 2>&1 || { tail "$root/tmp/install.log"; exit 1; }
echo "clean Debian: installed, $(inside dpkg-query -W -f '${db:Status-Status}' rapport)"
inside sh -c 'RAPPORT_TRACE=1 timeout 60 xvfb-run -a rapport --demo --data-dir /tmp/data 2>/tmp/app.err | grep -m1 "trace home"' ||
    { echo "package: the app did not show its home screen:"; tail "$root/tmp/app.err"; exit 1; }
echo "clean Debian: the app opened"
inside apt-get purge --autoremove -y -qq rapport >/dev/null 2>&1
listing >"$root/tmp/after"
left=$(comm -13 "$root/tmp/before" "$root/tmp/after")
[ -z "$left" ] || { echo "package: left behind:"; echo "$left" | head -n 20; exit 1; }
echo "clean Debian: removed without trace"
