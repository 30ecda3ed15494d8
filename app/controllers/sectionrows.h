// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/sections.h"

#include <map>

namespace rapport::app
{

/// What was filled in by a badge or a card, with the value that it gave.
struct ScannedAnswers {
    enum class From { Badge, Card, Organiser } from = From::Badge;
    std::map<forms::NodeId, QString> values;
    QString text() const; ///< "from the badge"
};

QString titleOf(const Section& section);     ///< with its part, where it is one
QString pointsText(int answered, int asked); ///< "9/14 points"

/// Roles of a row: number, title, detail, complete, current, progress ("3/5" of its check points; empty: it has none).
QList<QByteArray> sectionRoles();
std::vector<RowModel::Row> sectionRows(const forms::FormSession& session, const std::vector<Section>& sections, int current,
                                       const ScannedAnswers& scanned);

} // namespace rapport::app
