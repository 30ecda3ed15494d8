#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds Rapport and opens it on its embedded hub with demo data. Arguments go to the app (see --help);
# without any, the demo keeps its data in ~/.local/share/rapport-demo and reads badges from the pictures in assets/demo/badges.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

"$root/app/install/install.sh" build run
. "$root/app/install/ccache.sh"

echo "build: release"
cd "$root"
[ -f build/release/build.ninja ] || cmake --preset release "$launcher" >/dev/null
cmake --build build/release --target rapport rapport-worker rapportctl rapport-hub | tail -n 1

if [ $# -eq 0 ]; then
    set -- --demo --data-dir "${XDG_DATA_HOME:-$HOME/.local/share}/rapport-demo" --camera-source "$root/assets/demo/badges"
fi
echo "open: rapport $*"
exec build/release/bin/rapport "$@"
