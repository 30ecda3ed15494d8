// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

#include <QStringList>

namespace rapport::connectors::files
{

/// What one job brings into the folder, before it is written in any format.
struct Delivery {
    QString name; ///< of the file, without its ending: the list's, or "conversations"
    QString key;  ///< the entity's id, or the instance id of the conversation's first record
    std::optional<Entity> entity;
    QString firm; ///< what the organisation of a contact is called, where that is known

    // Of a whole conversation, without an entity.
    QString form, author, finishedAt;
    QJsonObject answers; ///< without the form's own bookkeeping
};

/// Invalid: neither a whole conversation nor an entity of one of @p lists. NotFound: the entity is no longer there.
Result<Delivery> deliveryOf(const Job& job, const JobContext& context, const std::vector<QString>& lists);

/// The columns that its table always has, the key first.
QStringList columnsOf(const Delivery& delivery);
/// What stands in its row, by column: answers as "contact.person.email", "followups.2.kind".
std::map<QString, QString> valuesOf(const Delivery& delivery);
/// One line of JSON with its end: {"id", "list", "label", "properties": {…}} or {"id", "form", "author", "finished_at", "answers": {…}}, every value
/// a text.
QByteArray jsonLineOf(const Delivery& delivery);
/// A vCard 4.0 of a contact or an organisation.
QByteArray cardOf(const Delivery& delivery);

} // namespace rapport::connectors::files
