// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/sections.h"

#include <map>

namespace rapport::app
{

QString titleOf(const Section& section);     ///< with its part, where it is one
QString pointsText(int answered, int asked); ///< "9/14 points"

/// Roles of a row: number, title, detail, complete, current, progress ("3/5" of its check points; empty: it has none).
QList<QByteArray> sectionRoles();
std::vector<RowModel::Row> sectionRows(const forms::FormSession& session, const std::vector<Section>& sections, int current,
                                       const std::map<forms::NodeId, QString>& fromBadge);

} // namespace rapport::app
