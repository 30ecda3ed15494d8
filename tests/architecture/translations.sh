#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every text of the app is there in German and Indonesian, and every plural in English: collects the texts anew into a copy and looks for holes.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp "$root"/assets/i18n/rapport_*.ts "$copy"
"$root/assets/i18n/update.sh" "$copy"
if grep -B3 -n 'type="unfinished"' "$copy"/rapport_*.ts | grep '<source>'; then
    echo "These texts are not translated; assets/i18n/update.sh brings them into the files."
    exit 1
fi
