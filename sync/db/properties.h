// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>

namespace rapport::db
{

/// The properties of an entity as a column holds them: a compact JSON object of texts.
QByteArray propertiesJson(const std::map<QString, QString>& properties);
std::map<QString, QString> propertiesOf(const QByteArray& json); ///< empty where it is none

QString textsJson(const QStringList& texts); ///< a compact array of them, for json_each

} // namespace rapport::db
