// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace rapport::connectors::files
{

/// A standard list (DESIGN.md section 3) and the columns that its file always has, after id and label.
struct StandardList {
    QString name;
    QStringList properties;
};
const std::vector<StandardList>& standardLists();

} // namespace rapport::connectors::files
