// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/files/csvfile.h"
#include "sync/connectors/files/delivery.h"

namespace rapport::connectors::files
{

/// One way to write what comes into the folder.
struct Format {
    QString name, ending; ///< as the configuration calls it; of its files
    bool people = false;  ///< people and organisations only, no other lists and no whole conversations
    Result<Place> (*put)(const QString& folder, const QString& file, const Delivery& delivery);
    QString (*where)(const QString& file, int number); ///< as a person looks for it
};

/// csv, xlsx, vcard, json.
const std::vector<Format>& formats();

} // namespace rapport::connectors::files
