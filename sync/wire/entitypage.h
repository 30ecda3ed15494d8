// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <vector>

namespace rapport::wire
{

/// The newest state of one entity, as the hub has it.
struct EntityRow {
    QString id, label;
    qint64 version = 1;
    bool deleted = false;
    std::map<QString, QString> properties;
    friend bool operator==(const EntityRow&, const EntityRow&) = default;
};

/// GET /v1/entities/{list}?since=CURSOR: {"list", "rows": [{id, label, version, deleted?, properties}], "cursor", "more", "reset"}.
struct EntityPage {
    QString list;
    std::vector<EntityRow> rows;
    QByteArray cursor; ///< opaque: epoch and position
    bool more = false;
    bool reset = false; ///< the scope or the epoch is a new one: what was not sent since is to be swept
};
QByteArray toJson(const EntityPage& page);
/// At most 5,000 rows of 500 properties each; anything else than the shape above is Invalid.
Result<EntityPage> parseEntityPage(const QByteArray& json);

} // namespace rapport::wire
