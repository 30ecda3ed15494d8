#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SQLCipher 4 with FTS5: from Debian where it has it (13 and later); on Debian 12, whose package is version 3, Debian 13's own source package is
# built once as a backport (about 90 s on two cores) and kept in the cache. Lists and sources are checked by Debian's archive keys in a private
# apt folder; the system's sources are not touched.
set -euo pipefail

cache="${XDG_CACHE_HOME:-$HOME/.cache}/rapport/sqlcipher"

installed_version() { dpkg-query -W -f '${Version}' libsqlcipher-dev 2>/dev/null || true; }
is_new_enough() { [ -n "$1" ] && dpkg --compare-versions "$1" ge 4.5; }

is_new_enough "$(installed_version)" && exit 0

as_root=(); [ "$(id -u)" = 0 ] || as_root=(sudo)

candidate=$(apt-cache policy libsqlcipher-dev 2>/dev/null | awk '/Candidate:/ {print $2}')
if is_new_enough "${candidate/(none)/}"; then
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends libsqlcipher-dev >/dev/null
    exit 0
fi

if ! ls "$cache"/libsqlcipher-dev_4*.deb >/dev/null 2>&1; then
    echo "install: building SQLCipher 4 from Debian's source package (once, about 90 s)"
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends dpkg-dev debhelper tcl8.6-dev libssl-dev libreadline-dev build-essential >/dev/null
    mkdir -p "$cache"
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    chmod 755 "$work" # apt's own user reads here
    mkdir -p "$work/lists/partial" "$work/cache" "$work/build"
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 '/debian/\?$')
    printf 'Types: deb-src\nURIs: %s\nSuites: trixie\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$mirror" >"$work/trixie.sources"
    private=(-oDir::Etc::sourcelist="$work/trixie.sources" -oDir::Etc::sourceparts=/dev/null -oDir::State::Lists="$work/lists" -oDir::Cache="$work/cache")
    apt-get "${private[@]}" update -qq
    version=$(apt-cache "${private[@]}" showsrc --only-source sqlcipher | awk '/^Version:/ {print $2; exit}')
    (
        cd "$work/build"
        apt-get "${private[@]}" source --download-only --only-source -qq "sqlcipher=$version"
        dpkg-source -x "sqlcipher_$version.dsc" source >/dev/null 2>&1
        cd source
        DEB_BUILD_OPTIONS="nocheck parallel=$(nproc)" dpkg-buildpackage -b -us -uc >"$cache/build.log" 2>&1 || {
            tail -n 20 "$cache/build.log" >&2
            echo "install: SQLCipher did not build; the whole log is $cache/build.log" >&2
            exit 1
        }
    )
    mv "$work"/build/libsqlcipher1_*.deb "$work"/build/libsqlcipher-dev_*.deb "$cache/"
fi
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "$cache"/libsqlcipher1_*.deb "$cache"/libsqlcipher-dev_*.deb >/dev/null
