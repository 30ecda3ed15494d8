#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# package.sh BUILD: makes the .deb of that build and checks it as its user would meet it. With RAPPORT_LONG, as root, also in a clean Debian.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
complain() { echo "package: $*"; exit 1; }

cmake --build "$build" --target rapport rapport-hub rapportctl rapport-worker rapport-film rapport-empty-window rapport-form-window rapport-plain-reader rapport-plain-scanner man >"$work/build.log" 2>&1 || { tail "$work/build.log"; exit 1; }
(cd "$build" && cpack -G DEB -B "$work" >"$work/cpack.log" 2>&1) || { tail -n 20 "$work/cpack.log"; exit 1; }
deb=$(ls "$work"/rapport_*.deb)
echo "made $(basename "$deb"), $(stat -c %s "$deb") bytes"

depends=$(dpkg-deb -f "$deb" Depends)
for needed in qml6-module-qtquick fonts-inter libqt6quick6 libzxing; do
    grep -q "$needed" <<<"$depends" || complain "$needed is missing among the dependencies: $depends"
done
! grep -q sqlcipher <<<"$depends" || complain "SQLCipher is brought along, and yet depended on: $depends"

dpkg-deb -x "$deb" "$work/root"
for file in usr/bin/rapport usr/bin/rapport-hub usr/bin/rapportctl usr/libexec/rapport/rapport-worker usr/libexec/rapport/rapport-film usr/lib/rapport/libsqlcipher.so.1 \
    usr/share/applications/org.rapport.Rapport.desktop usr/share/metainfo/org.rapport.Rapport.metainfo.xml \
    usr/share/icons/hicolor/scalable/apps/org.rapport.Rapport.svg usr/share/doc/rapport/copyright \
    usr/lib/systemd/system/rapport-hub.service usr/lib/sysusers.d/rapport-hub.conf usr/share/doc/rapport/serving.md; do
    [ -e "$work/root/$file" ] || complain "$file is missing"
done
desktop-file-validate "$work/root/usr/share/applications/org.rapport.Rapport.desktop"
appstreamcli validate --no-net "$work/root/usr/share/metainfo/org.rapport.Rapport.metainfo.xml" >"$work/appstream.log" || { cat "$work/appstream.log"; exit 1; }

for program in rapport rapport-hub rapportctl; do
    page=$(ls "$work/root/usr/share/man/man1/$program.1"*)
    zcat -f "$page" >"$work/$program.1"
    mandoc -T lint -W error "$work/$program.1" || complain "the manual page of $program is not well formed"
    QT_QPA_PLATFORM=offscreen "$work/root/usr/bin/$program" --version | grep -q '[0-9]' || complain "$program does not run from its folder"
done
commands=$("$work/root/usr/bin/rapportctl" --help | sed -nE 's/^  ([a-z]+( [a-z]+)*).*/\1/p')
[ "$(wc -l <<<"$commands")" -ge 20 ] || complain "rapportctl --help lists few commands: $commands"
while IFS= read -r command; do
    grep -q "^$command" "$work/rapportctl.1" || complain "the manual page does not name “$command”"
done <<<"$commands"
ldd "$work/root/usr/bin/rapport" | grep "$work/root/usr/bin/../lib/rapport/libsqlcipher.so.1" >/dev/null || complain "the app does not take its own SQLCipher"
"$work/root/usr/bin/rapportctl" hub --data-dir "$work/hub" device add Tablet >/dev/null || complain "an installed rapportctl does not work"
lintian --allow-root --fail-on error "$deb" >"$work/lintian.log" 2>&1 || { cat "$work/lintian.log"; complain "lintian finds errors"; }
echo "dependencies, files, desktop entry, AppStream, manual pages, lintian: as they should be"

[ -n "${RAPPORT_LONG:-}" ] || { echo "skipped: the clean Debian (--long)"; exit 0; }
[ "$(id -u)" = 0 ] || { echo "skipped: the clean Debian needs root"; exit 0; }
"$here/cleanroot.sh" "$deb"
