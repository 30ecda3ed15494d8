// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace rapport::app
{

/// What a list knew of somebody, and what became of each of it in a conversation: so that nobody has to guess who wrote what.
struct MergeReport {
    struct Line {
        enum class Became {
            FilledIn, ///< nothing stood there
            Same,     ///< it was answered like that already
            Kept,     ///< another answer stands there, and stays
            NotTaken  ///< the form has no question for it, or does not take it
        };
        QString key; ///< of the payload: "contacts.email"
        QString ref; ///< of the question; empty: there is none
        Became became = Became::FilledIn;
        QString own;    ///< what a person has answered, where that stays
        QString listed; ///< what the list says
        friend bool operator==(const Line&, const Line&) = default;
    };
    QString list, entityId; ///< "attendees"
    QString badgeId;        ///< what she was found by
    QDateTime at;
    std::vector<Line> lines;

    int count(Line::Became became) const;
    friend bool operator==(const MergeReport&, const MergeReport&) = default;
};

/// {list, entity, badge, at, lines: [{key, ref, became: filled-in | same | kept | not-taken, own, listed}]}
QJsonObject toJson(const MergeReport& report);
MergeReport mergeReportOf(const QJsonObject& json);

inline const QString mergeNote = QStringLiteral("merge"); ///< the kind of note that it is kept as (sync/store/notes.h)

} // namespace rapport::app
