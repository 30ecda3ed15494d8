// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/metbefore.h"

#include "forms/xpath/xmltree.h"

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr std::size_t conversationsAtMost = 200; ///< looked at, the newest first: nobody has more in a day

/// Whether a leaf of the record says just this.
bool says(const forms::XmlTree& record, qint64 element, const QStringList& keys)
{
    const auto children = record.elements(element);
    if (children.empty())
        return keys.contains(record.stringValue(element).trimmed(), Qt::CaseInsensitive);
    return std::any_of(children.begin(), children.end(), [&](qint64 child) { return says(record, child, keys); });
}

} // namespace

std::optional<store::Conversation> metToday(store::Store& store, const contact::Contact& contact, const QDateTime& now)
{
    QStringList keys = contact.emails;
    keys.append(contact.badgeId);
    keys.removeAll(QString());
    if (keys.isEmpty())
        return std::nullopt;
    const QDateTime midnight(now.date(), QTime(0, 0), Qt::OffsetFromUTC, now.offsetFromUtc());
    const auto today = store.conversations(midnight, midnight.addDays(1)).value_or(std::vector<store::Conversation>{});
    for (std::size_t i = 0; i < std::min(today.size(), conversationsAtMost); ++i) {
        if (today[i].correctedAt)
            continue; // its correction is among them
        const auto instance = store.instance(today[i].id);
        const auto record = instance ? forms::XmlTree::parse(*instance) : instance.error();
        if (record && (*record)->documentElement() >= 0 && says(**record, (*record)->documentElement(), keys))
            return today[i];
    }
    return std::nullopt;
}

} // namespace rapport::app
