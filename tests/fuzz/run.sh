#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh build SOURCE: configures and builds the fuzz targets with clang in SOURCE/build/fuzz.
# run.sh TARGET SOURCE: first every input of tests/data/fuzz/TARGET, then new ones for ten seconds, the same ones each time, so that a change is
# judged and not the dice; with RAPPORT_LONG=1 two minutes of ever other ones. What is found
# interesting stays in build/fuzz/corpus; what breaks a target is left in build/fuzz/found and becomes a file of tests/data/fuzz and a test.
# Exit 77: skipped, clang's libFuzzer is not there.
set -euo pipefail
target=$1 source=$2
build=$source/build/fuzz
if ! echo 'extern "C" int LLVMFuzzerTestOneInput(const char*, unsigned long) { return 0; }' |
    clang++-14 -fsanitize=fuzzer,address -x c++ - -o /dev/null 2>/dev/null; then
    echo "skipped: clang-14 with libFuzzer is not installed (app/install/packages.txt)"
    exit 77
fi

if [ "$target" = build ]; then
    root=$source
    . "$source/app/install/ccache.sh"
    cmake -S "$source" --preset fuzz "$launcher"
    exec cmake --build "$build"
fi

seconds=10 seed=2027
if [ "${RAPPORT_LONG:-}" = 1 ]; then
    seconds=120 seed=0 # libFuzzer takes one of its own and prints it
fi
options=(-error_exitcode=1 -timeout_exitcode=1 -seed=$seed -max_total_time=$seconds -timeout=5 -rss_limit_mb=1024 -max_len=16384) # of an input: seconds, MiB, bytes
if [ -e "$source/tests/fuzz/$target.dict" ]; then
    options+=("-dict=$source/tests/fuzz/$target.dict")
fi
mkdir -p "$build/corpus/$target" "$build/found"
exec "$build/bin/fuzz-$target" "${options[@]}" -print_final_stats=1 -verbosity=0 -artifact_prefix="$build/found/$target-" \
    "$build/corpus/$target" "$source/tests/data/fuzz/$target"
