// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <vector>

namespace rapport::wire
{

/// The newest state of one entity, as the hub has it. Who is gone has an id and a version; where she was found to be somebody else, the property
/// "merged_into" with that one's id, too.
struct EntityRow {
    QString id, label;
    qint64 version = 1;
    bool deleted = false;
    std::map<QString, QString> properties;
    friend bool operator==(const EntityRow&, const EntityRow&) = default;
};

/// GET /v1/entities/{list}?since=CURSOR: {"list", "rows": [{id, label, version, deleted?, merged_into?, properties}], "cursor", "more", "reset"}.
struct EntityPage {
    QString list;
    std::vector<EntityRow> rows;
    QByteArray cursor; ///< opaque: epoch, scope and position
    bool more = false;
    bool reset = false; ///< the scope or the epoch is a new one: what was not sent since is to be swept
};
QByteArray toJson(const EntityPage& page);

/// Writes such a page row by row. What is stored as JSON goes out as it is, so that a page costs little more than reading it.
class EntityPageWriter
{
public:
    explicit EntityPageWriter(const QString& list);
    void add(const QString& id, const QString& label, qint64 version, const QByteArray& propertiesJson); ///< a compact JSON object of texts
    void addDeleted(const QString& id, qint64 version, const QString& mergedInto = {});
    int rows() const { return m_rows; }
    qsizetype bytes() const { return m_json.size(); }
    QByteArray finish(const QByteArray& cursor, bool more, bool reset);

private:
    void begin(const QString& id, qint64 version);
    QByteArray m_json;
    int m_rows = 0;
};

/// At most 5,000 rows of 500 properties each; anything else than the shape above is Invalid.
Result<EntityPage> parseEntityPage(const QByteArray& json);

} // namespace rapport::wire
