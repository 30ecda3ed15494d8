// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xpath/evaluator.h"
#include "sync/hub/holding.h"

#include <vector>

namespace rapport::hub
{

/// Which rows of one list a device holds: those that a filter of any of its occasions lets through. A list that is everybody's (Holding), or that one
/// of its occasions names without a filter, is held whole; of a list that is others' nothing is.
class EntityScope
{
public:
    static Result<EntityScope> of(const Holding& holding, const QString& list);

    /// Those that one filter lets through, whoever asks; empty: all. Invalid: the filter cannot be read.
    static Result<EntityScope> matching(const QString& filter, const QDateTime& now);

    bool contains(const EntityRow& row) const;
    bool contains(const EntityState& entity) const;
    /// Another one when other rows may be held; with a filter that asks for the day, every day, and with one that asks for the person, for each.
    /// "all" where the list is held whole, "none" where nothing of it is.
    QByteArray fingerprint() const { return m_fingerprint; }

private:
    static EntityScope whole();
    bool letsThrough(const forms::NodeSource& item) const;

    bool m_whole = false;
    std::vector<forms::Expression::Ptr> m_filters;
    forms::Surroundings m_surroundings;
    QByteArray m_fingerprint = "none";
};

} // namespace rapport::hub
