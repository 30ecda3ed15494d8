// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace rapport::connectors
{

/// For those who read a file that a site edits: remembers the first fault, with its place in the file ("lists.contacts: …").
class FirstFault
{
public:
    QString fault; ///< empty: none

protected:
    void complain(const QString& place, const QString& what)
    {
        if (fault.isEmpty())
            fault = QStringLiteral("%1: %2").arg(place, what);
    }

    void knowOnly(const QJsonObject& json, const QStringList& names, const QString& place)
    {
        for (const QString& name : json.keys()) {
            if (!names.contains(name))
                complain(place, QStringLiteral("\"%1\" is not known").arg(name));
        }
    }
};

} // namespace rapport::connectors
