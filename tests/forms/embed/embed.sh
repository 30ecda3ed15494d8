#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# embed.sh PROGRAM FORM: the embedding example fills in a form, and of Qt it needs Core alone.
set -euo pipefail
record=$("$1" "$2")
case $record in
*"<hello>Hello Ada!</hello>"*) ;;
*)
    echo "embed: the record is not what was answered: $record"
    exit 1
    ;;
esac
libraries=$(readelf -d "$1" | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p')
for library in $libraries; do
    case $library in
    libQt6Core.so.* | libstdc++.so.* | libgcc_s.so.* | libc.so.* | libm.so.* | libasan.so.* | libubsan.so.* | ld-linux*) ;;
    *)
        echo "embed: the engine drags $library along"
        exit 1
        ;;
    esac
done
echo "embed: of Qt the engine needs Core alone"
