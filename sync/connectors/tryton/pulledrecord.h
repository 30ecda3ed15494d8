// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/tryton/pullmapping.h"

namespace rapport::connectors::tryton
{

/// The fields that search_read has to give, so that changeOf() finds all it needs.
QJsonArray fieldsFor(const PullList& list);

/// One record of search_read as an entity. What stands nowhere in Tryton is left out: it says nothing about what others know.
/// @p now: when it was read, by Tryton's clock.
EntityChange changeOf(const QString& name, const PullList& list, const QJsonObject& record, const QString& title, const QDateTime& now);

} // namespace rapport::connectors::tryton
