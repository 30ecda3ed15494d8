#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tidy.sh [SINCE]: clang-tidy over the C++ sources changed since SINCE (a commit; "main" without it) and not committed yet. Needs build/dev configured and
# built, because sources include what the build generates. Seconds a file, hence by hand and not in the suite.
set -euo pipefail
cd "$(dirname "$0")/.."
database=${RAPPORT_TIDY_BUILD:-build/dev}
[ -e "$database/compile_commands.json" ] || { echo "tidy: $database is not configured: cmake --preset dev" >&2; exit 2; }
base=$(git merge-base "${1:-main}" HEAD)

files=()
while IFS= read -r file; do
    # A source that this build does not compile (a fuzz target) has no flags to be read with.
    if grep -q "/$file\"" "$database/compile_commands.json"; then files+=("$file"); else echo "skipped: $file is not part of $database"; fi
done < <({ git diff --name-only --diff-filter=d "$base" -- '*.cpp'; git ls-files --others --exclude-standard -- '*.cpp'; } | sort -u)

[ ${#files[@]} -gt 0 ] || { echo "tidy: no source changed"; exit 0; }
echo "tidy: ${#files[@]} sources"
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy -p "$database" --quiet
