// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QDateTime>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace rapport::app
{

/// How the app was called (DESIGN.md section 12).
struct Options {
    QString dataDir;
    std::optional<QUrl> hub; ///< absent: the embedded one
    QString language;        ///< "en", "de" or "id"; of the system where none was asked for
    bool languageGiven = false;
    QString cameraSource;   ///< a picture, a folder of pictures or a video; empty: the machine's camera
    QString positionSource; ///< a file with NMEA sentences; empty: what the machine has
    std::optional<QDateTime> now;
    bool demo = false; ///< put the demo fair into the embedded hub when it is new
};

/// @p arguments as the program got them. Invalid: one sentence that names the option. NotFound: help was asked for, the detail is the help.
Result<Options> parseOptions(const QStringList& arguments);

} // namespace rapport::app
