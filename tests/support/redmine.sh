#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# redmine.sh DIR PORT: runs a real Redmine (Debian packages, puma, SQLite) on 127.0.0.1:PORT with its state in DIR, in the foreground, until SIGTERM.
# The prepared database is made once and kept in the cache; its name holds a hash of the seed, so that a changed seed makes a new one.
# DIR/keys.json holds the keys. PORT "prepare": fill the cache only. Needs no root: Debian's Redmine finds an instance by its folder's name, and a
# name may lead out of /var/lib/redmine.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=$1 port=$2
[ -d /usr/share/redmine ] && command -v puma >/dev/null || { echo "redmine.sh: redmine or puma is not installed" >&2; exit 3; }

version=$(dpkg-query -W -f '${Version}' redmine)
hash=$(cat "$here/redmine_seed.rb" "$here/redmine.sh" | sha256sum | cut -c1-12)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/rapport
prepared=$cache/redmine-${version//[:~]/_}-$hash
mkdir -p "$dir" "$cache"

configure() { # folder
    mkdir -p "$1"/{config,tmp/pids,tmp/cache,log,files,db,public/plugin_assets}
    printf 'production:\n  adapter: sqlite3\n  database: %s/db/redmine.sqlite3\n  timeout: 10000\n' "$1" >"$1/config/database.yml"
    printf 'default:\n  attachments_storage_path: %s/files\n' "$1" >"$1/config/configuration.yml"
    [ -s "$1/config/secret_key.txt" ] || head -c 40 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$1/config/secret_key.txt"
    export REDMINE_INSTANCE=../../../../..$1 X_DEBIAN_SITEID=../../../../..$1 RAILS_ENV=production RAILS_ETC=$1/config RUBYOPT=-W0 DISABLE_SPRING=1
    export SCHEMA=$1/db/schema.rb
    cd /usr/share/redmine
}

exec 9>"$prepared.lock"
flock 9
if [ ! -s "$prepared.sqlite3" ]; then
    work=$(mktemp -d "$cache/redmine-seed.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    configure "$work"
    rake db:migrate >"$work/log/migrate" 2>&1 9>&- || { tail -n 20 "$work/log/migrate" >&2; exit 1; }
    KEYS=$work/keys.json bundle exec rails runner "$here/redmine_seed.rb" >"$work/log/seed" 2>&1 9>&- || { tail -n 20 "$work/log/seed" >&2; exit 1; }
    find "$cache" -name 'redmine-*' -mtime +30 -delete
    install -m 600 "$work/keys.json" "$prepared.json"
    mv "$work/db/redmine.sqlite3" "$prepared.sqlite3"
    rm -rf "$work"
fi
flock -u 9
[ "$port" != prepare ] || exit 0

configure "$dir"
[ -s "$dir/db/redmine.sqlite3" ] || cp "$prepared.sqlite3" "$dir/db/redmine.sqlite3" # a second start goes on with what is there
install -m 600 "$prepared.json" "$dir/keys.json"
exec puma -b "tcp://127.0.0.1:$port" -t 2:4 -w 0 -e production config.ru >"$dir/log/puma" 2>&1 9>&-
