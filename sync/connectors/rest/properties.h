// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/rest/mapping.h"

#include <QDateTime>

#include <functional>

namespace rapport::connectors::rest
{

/// Names that are paths in @p object, which has to stay.
Names pathsIn(const Json& object);

/// What an object of an answer says of an entity; what stands nowhere in it is left out. @p objectOf: what the objects of a list are called.
std::map<QString, QString> propertiesOf(const std::map<QString, Source>& sources, const Json& object,
                                        const std::function<QString(const QString& list)>& objectOf, const QString& title, const QDateTime& now);

} // namespace rapport::connectors::rest
