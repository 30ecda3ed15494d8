#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Brings the texts of app/ and qml/ into the .ts files of a folder (this one unless another is named), for Linguist. lupdate does not see C++17's
# nested namespaces, while a QObject translates in its whole name: their contexts are written out afterwards. English is the source: its file brings
# the plurals only.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=${1:-$here}
lupdate=$(command -v lupdate6 || echo /usr/lib/qt6/bin/lupdate)
objects=$(grep -rhoE '^class [A-Za-z]+ : public Q[A-Za-z]+' "$root/app" --include='*.h' | awk '{print $2}' | sort -u | paste -sd'|')

cd "$root"
for file in "$folder"/rapport_*.ts; do
    sed -i -E 's|<name>rapport::app::|<name>|; /SPDX-License-Identifier/d' "$file"
    case $file in *_en.ts) plurals=-pluralonly ;; *) plurals= ;; esac
    "$lupdate" -silent -locations none -no-obsolete -no-ui-lines $plurals app qml -ts "$file" 2>/dev/null
    sed -i -E "s,<name>($objects)</name>,<name>rapport::app::\1</name>,; 1a <!-- SPDX-License-Identifier: Apache-2.0 -->" "$file"
done
