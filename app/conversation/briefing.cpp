// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/briefing.h"

#include "app/conversation/origin.h"

#include <QSet>

#include <algorithm>

namespace rapport::app
{

namespace
{

const QString briefingsList = QStringLiteral("briefings");

struct Row {
    BriefingNote note;
    bool isPersonal = false; ///< meant for whom we meet
};

void sortInto(std::vector<BriefingNote>& notes, std::vector<Row>& rows)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.isPersonal != b.isPersonal ? a.isPersonal : a.note.at > b.note.at; });
    for (Row& row : rows)
        notes.push_back(std::move(row.note));
}

} // namespace

Result<BriefingNotes> readBriefingNotes(store::Store& store, const QString& organisationId, const QString& contactId)
{
    std::vector<Row> messages, questions, avoid, gaps;
    QSet<QString> seen;
    for (const auto& [property, id] : {std::pair("contact_id", contactId), std::pair("organisation_id", organisationId)}) {
        const auto rows = id.isEmpty() ? Result<std::vector<store::Entity>>(std::vector<store::Entity>())
                                       : store.findEntities(briefingsList, QString::fromLatin1(property), id);
        if (!rows)
            return rows.error();
        for (const store::Entity& entity : *rows) {
            const QString kind = propertyText(entity, "kind"), whom = propertyText(entity, "contact_id");
            const bool isGap = kind == QLatin1String("gap");
            const bool isOthers = !contactId.isEmpty() && !whom.isEmpty() && whom != contactId;
            if (seen.contains(entity.id) || (isOthers && !isGap) || !propertyText(entity, "answered_at").isEmpty())
                continue;
            seen.insert(entity.id);
            const QString body = propertyText(entity, "body");
            Row row{{entity.id, body.isEmpty() ? entity.label : body, propertyText(entity, "author"),
                     QDateTime::fromString(propertyText(entity, "as_of"), Qt::ISODate)},
                    !whom.isEmpty() && whom == contactId};
            auto& into = isGap ? gaps : kind == QLatin1String("avoid") ? avoid : kind == QLatin1String("question") ? questions : messages;
            into.push_back(std::move(row));
        }
    }
    BriefingNotes notes;
    sortInto(notes.messages, messages);
    sortInto(notes.questions, questions);
    sortInto(notes.avoid, avoid);
    sortInto(notes.gaps, gaps);
    return notes;
}

} // namespace rapport::app
