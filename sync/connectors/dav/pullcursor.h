// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>

namespace rapport::connectors::dav
{

/// How far a pull of one list has come. The hub keeps it: compressed JSON.
struct PullCursor {
    struct Known {
        QByteArray version; ///< of the ETag a piece of its hash; empty: the server gave none
        bool told = false;  ///< the hub knows it as one of the list
        friend bool operator==(const Known&, const Known&) = default;
    };
    QString place;                  ///< collection and mapping: of another one the pull begins anew
    QString token, ctag;            ///< what the server said last; empty: it did not
    std::map<QString, Known> known; ///< all that is in the collection, by name
    QStringList pending;            ///< to be read; what is gone, too
    friend bool operator==(const PullCursor&, const PullCursor&) = default;

    QByteArray bytes() const;
    static Result<PullCursor> parse(const QByteArray& bytes); ///< Corrupt: not one of ours, or torn
    static QByteArray versionOf(const QString& etag);
};

} // namespace rapport::connectors::dav
