// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xpath/evaluator.h"
#include "sync/db/database.h"

#include <QDateTime>

#include <vector>

namespace rapport::hub
{

/// Which rows of one list the occasions give to devices: those that any of their filters lets through. A list that no occasion names, or one names
/// without a filter, is held whole.
class EntityScope
{
public:
    static Result<EntityScope> of(db::Database& database, const QString& list, const QDateTime& now);

    bool isWhole() const { return m_filters.empty(); }
    bool contains(const QString& id, const QString& label, qint64 version, const QByteArray& propertiesJson) const;
    /// Another one when other rows may be held; with a filter that asks for the day, every day. "all" where the list is held whole.
    QByteArray fingerprint() const { return m_fingerprint; }

private:
    std::vector<forms::Expression::Ptr> m_filters;
    forms::Surroundings m_surroundings;
    QByteArray m_fingerprint = "all";
};

} // namespace rapport::hub
