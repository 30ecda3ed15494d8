// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QSize>

#include <functional>

class QIODevice;

namespace rapport::capture
{

struct FilmLook {
    qint64 milliseconds = 0;
    QSize size;
    QByteArray jpeg; ///< a picture of it, at most 640 pixels wide
};

/// Has rapport-film look into a film. Waits for it, 70 s at most, or until @p stop; not for the UI thread. Invalid: it cannot be played; Corrupt:
/// rapport-film died of it; Internal: it did not come to an end.
Result<FilmLook> lookAtFilm(QIODevice& film, const std::function<bool()>& stop);

} // namespace rapport::capture
