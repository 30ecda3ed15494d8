// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/tryton/mapping.h"
#include "sync/connectors/tryton/rpc.h"

#include <map>

namespace rapport::connectors::tryton
{

/// What the mapping makes of one entity, as Tryton wants it.
struct Record {
    struct Row {
        QString field;
        QStringList same;
        bool single = false;
        QStringList update;
        QJsonObject values;
    };
    QString key; ///< ours
    QJsonObject fields;
    std::vector<Row> rows;
};

/// Which models this Tryton has; asked once each.
using KnownModels = std::map<QString, bool>;
Reply haveModel(Rpc& rpc, KnownModels& known, const QString& model); ///< a bool
/// @p list, or what stands in for it where this Tryton does not have its model.
std::optional<Fault> choose(Rpc& rpc, KnownModels& known, const ListMapping*& list);

QString withoutZeros(QString decimal); ///< "12.50" → "12.5", so that equal amounts have equal texts

/// Reads entities through the mapping, with look-ups in Tryton where it asks for them. Nothing here writes.
class RecordMaker
{
public:
    /// @p title: of the connector; a `source` that says it came from the pull and is not said back.
    RecordMaker(Rpc& rpc, const Mapping& mapping, const JobContext& context, KnownModels& models, QString title);

    static QString keyOf(const Entity& entity);
    std::optional<Fault> make(const ListMapping& list, const Entity& entity, Record& record);

    /// The record's id in Tryton as a number, or null where there is none: by @p known ("party.party,88") if it still exists, by our key, by matches.
    Reply locate(const ListMapping& list, const Entity& entity, const std::optional<QString>& known);

private:
    Reply evaluate(const Value& value, const Entity& entity, const QString& item, const QJsonObject& fields);
    std::optional<Fault> addRows(const Rows& rows, const Entity& entity, Record& record);
    Reply remote(const QStringList& properties, const Entity& entity, QString* model = nullptr);
    Reply searchOne(const QString& model, const QJsonArray& domain, int limit);
    QString text(const QString& name, const Entity& entity) const;
    QString firstFilled(const Value& value, const Entity& entity) const;

    Rpc& m_rpc;
    const Mapping& m_mapping;
    const JobContext& m_context;
    KnownModels& m_models;
    QString m_title;
};

} // namespace rapport::connectors::tryton
