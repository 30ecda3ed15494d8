#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tryton.sh DIR PORT: runs a real Tryton (Debian packages, SQLite) on 127.0.0.1:PORT with its state in DIR, in the foreground, until SIGTERM.
# The prepared database is made once and kept in the cache; its name holds a hash of the seed, so that a changed seed makes a new one.
# DIR/login.json tells who may log in. PORT "prepare": fill the cache only.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=$1 port=$2
command -v trytond >/dev/null || { echo "tryton.sh: tryton-server is not installed" >&2; exit 3; }

version=$(dpkg-query -W -f '${Version}' tryton-server)
hash=$(cat "$here/tryton_seed.py" "$here/tryton.sh" | sha256sum | cut -c1-12)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/rapport
prepared=$cache/tryton-$version-$hash
mkdir -p "$dir" "$cache"

configure() { # folder port
    mkdir -p "$1/db"
    cat >"$1/trytond.conf" <<END
[database]
uri = sqlite://
path = $1/db
list = False
[web]
listen = 127.0.0.1:$2
[session]
timeout = 3600
END
}

exec 9>"$prepared.lock"
flock 9
if [ ! -s "$prepared.sqlite" ]; then
    work=$(mktemp -d "$cache/tryton-seed.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    configure "$work" 0
    : >"$work/db/rapport.sqlite"
    head -c 18 /dev/urandom | base64 >"$work/pass"
    TRYTONPASSFILE="$work/pass" trytond-admin -c "$work/trytond.conf" -d rapport -u sale_opportunity party_relationship project --activate-dependencies \
        --email admin@example.org >"$work/log" 2>&1 9>&- || { tail -n 20 "$work/log" >&2; exit 1; }
    /usr/bin/python3 "$here/tryton_seed.py" "$work/trytond.conf" rapport "$work/login.json" >"$work/log" 2>&1 9>&- || { tail -n 20 "$work/log" >&2; exit 1; }
    find "$cache" -name 'tryton-*' -mtime +30 -delete
    install -m 600 "$work/login.json" "$prepared.json"
    mv "$work/db/rapport.sqlite" "$prepared.sqlite"
    rm -rf "$work"
fi
flock -u 9
[ "$port" != prepare ] || exit 0

configure "$dir" "$port"
[ -s "$dir/db/rapport.sqlite" ] || cp "$prepared.sqlite" "$dir/db/rapport.sqlite" # a second start goes on with what is there
install -m 600 "$prepared.json" "$dir/login.json"
exec trytond -c "$dir/trytond.conf" -d rapport >"$dir/trytond.log" 2>&1 9>&-
