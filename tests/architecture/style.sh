#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What nobody should have to say in a review: formatting by .clang-format, a licence line on top, no colour or pixel literals outside qml/theme.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 2
status=0
complain() { echo "style: $*"; status=1; }

sources=$(find app forms sync tests \( -name '*.cpp' -o -name '*.h' \) | sort)
unformatted=$(echo "$sources" | xargs clang-format --dry-run 2>&1 | grep -oE '^[^ :]+\.(cpp|h):[0-9]+' | cut -d: -f1 | sort -u)
[ -z "$unformatted" ] || complain "not as clang-format has it:" $unformatted

for file in $sources $(find qml tests/qml -name '*.qml') $(find . -name CMakeLists.txt -not -path './build/*') $(find app tests -name '*.sh'); do
    head -n 3 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0' || complain "no licence line: $file"
done

literals=$(grep -nE '"#[0-9a-fA-F]{3,8}"' -r qml --include=*.qml | grep -v '^qml/theme/')
[ -z "$literals" ] || complain "colours belong in qml/theme:" "$literals"

contexts=$(grep -rn 'setContextProperty\|qmlRegisterSingleton' app --include='*.cpp' --include='*.h')
[ -z "$contexts" ] || complain "views get their objects as required properties:" "$contexts"

exit $status
