// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>

namespace rapport::app
{

QString clockText(std::chrono::milliseconds length); ///< "0:42", "61:05"
QString sizeText(qint64 bytes);                      ///< "640 kB", "1.2 MB", "38 MB", in the person's own numbers

constexpr qint64 largestFile = 200'000'000; ///< bytes of one that is picked; the hub takes 512 MiB with one submission

/// Of a sound: "0:42 · 120 kB", from the end of its file; the size alone where that is no Opus.
QString soundText(const QByteArray& tail, qint64 bytes);

/// What a person calls it: without the moment that keeps names apart.
QString shownFileName(const QString& name);

/// Which glyph stands for a file of that kind: "music", "video", "pdf", "picture" or "file".
QString fileGlyph(const QString& name);

} // namespace rapport::app
