// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <vector>

namespace rapport::app
{

/// One thing that a day at the stand needs.
struct ReadinessFact {
    enum class Kind { Occasion, Forms, People, Consent, LastContact, Space, Clock };
    Kind kind = Kind::Occasion;
    bool ok = false;
    qint64 have = 0; ///< forms, people, consent languages, bytes free, seconds of the clock's error
    qint64 need = 0; ///< of forms, consent languages and bytes
    QDateTime at;    ///< of the last contact; invalid: never
};

/// Reads it from what is on this tablet; @p freeBytes of the disk that holds the data folder.
/// Ok: every form of the occasion is here; people or firms are; the consent is written in all languages of the occasion; the hub was heard within a
/// day; 500 MB are free; the clock is less than two minutes off the hub's.
Result<std::vector<ReadinessFact>> readiness(store::Store& store, qint64 freeBytes, const QDateTime& now);

/// Machine words for `rapportctl inspect readiness`: "occasion", "forms" …
QString word(ReadinessFact::Kind kind);

} // namespace rapport::app
