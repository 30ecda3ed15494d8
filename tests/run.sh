#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds everything with warnings as errors and runs the whole suite under ctest.
# What fails is tried once more and named.
# --long runs the full counts (100 kills instead of 20) and the fuzzing; other arguments go to ctest, e.g. tests/run.sh -L unit.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

"$root/app/install/install.sh" build run test
. "$root/app/install/ccache.sh"

which=()
if [ "${1:-}" = --long ]; then
    export RAPPORT_LONG=1
    shift
elif [ $# = 0 ]; then
    which=(-LE fuzz) # a second build, of all that reads what comes from outside: a quarter of an hour
fi

cd "$root"
echo "build: dev"
cmake --preset dev "$launcher" >/dev/null
cmake --build build/dev | tail -n 1
echo "test"
run=(ctest --test-dir build/dev --output-on-failure --no-tests=error)
"${run[@]}" --parallel "$(nproc)" "${which[@]}" "$@" && exit # those with windows and those that measure run alone all the same
# A machine that others share stands still now and then, and these tests wait for windows, servers and disks. What failed runs once more, by itself:
# a fault fails twice. What passes then is named, to be looked into.
failed=$(cut -d: -f2 build/dev/Testing/Temporary/LastTestsFailed.log | paste -sd ' ')
echo "once more: $failed"
"${run[@]}" --rerun-failed
echo "passed at the second try: $failed"
