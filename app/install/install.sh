#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# install.sh USE…: installs what app/install/packages.txt lists for these uses (build, run, test), and SQLCipher 4 for build. Says what it does;
# silent and quick where nothing is missing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

wanted=$(for use in "$@"; do awk -v use="$use" '$1 == use {print $2}' "$here/packages.txt"; done | sort -u)
missing=$(for package in $wanted; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || echo "$package"
done)

as_root=(env DEBIAN_FRONTEND=noninteractive)
[ "$(id -u)" = 0 ] || as_root=(sudo env DEBIAN_FRONTEND=noninteractive)

if [ -n "$missing" ]; then
    command -v apt-get >/dev/null || { echo "install: Rapport installs itself on Debian; here, please install: $missing" >&2; exit 1; }
    echo "install:" $missing
    "${as_root[@]}" apt-get update -qq
    # shellcheck disable=SC2086 # one word a package
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi
case " $* " in *" build "*) "$here/sqlcipher.sh" ;; esac
