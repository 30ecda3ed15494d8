// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/rapidlist.h"

#include <algorithm>

namespace rapport::app
{

namespace
{

bool isSamePerson(const contact::Contact& a, const contact::Contact& b)
{
    const auto shared = [&](const QString& email) { return b.emails.contains(email, Qt::CaseInsensitive); };
    return (!a.badgeId.isEmpty() && a.badgeId == b.badgeId) || std::any_of(a.emails.begin(), a.emails.end(), shared);
}

} // namespace

RapidList::Hearing RapidList::hear(const QString& format, const QString& code, const contact::ContactDraft& draft, const QDateTime& now)
{
    const auto found = std::find_if(m_visitors.begin(), m_visitors.end(),
                                    [&](const Visitor& one) { return one.gathered.code == code || isSamePerson(one.draft.contact, draft.contact); });
    const auto at = static_cast<std::size_t>(found - m_visitors.begin());
    if (found == m_visitors.end()) {
        m_seen[code] = now;
        Visitor fresh{{QUuid::createUuid().toString(QUuid::WithoutBraces), format, code, now}, draft, {}, {}, {}};
        m_visitors.push_back(std::move(fresh));
        return {Heard::New, at};
    }
    QDateTime& seen = m_seen[found->gathered.code];
    const bool out = !seen.isValid() || seen.msecsTo(now) >= sameMs;
    seen = now;
    if (!out)
        return {Heard::Same, at};
    ++found->gathered.times;
    return {Heard::Again, at};
}

const Visitor* RapidList::find(const QString& id) const
{
    const auto found = std::find_if(m_visitors.begin(), m_visitors.end(), [&](const Visitor& one) { return one.gathered.id == id; });
    return found == m_visitors.end() ? nullptr : &*found;
}

Visitor* RapidList::find(const QString& id)
{
    return const_cast<Visitor*>(std::as_const(*this).find(id));
}

void RapidList::replace(const Visitor& visitor)
{
    if (Visitor* there = find(visitor.gathered.id)) {
        const store::Gathered gathered = there->gathered; // it may have been read again meanwhile
        *there = visitor;
        there->gathered = gathered;
    }
}

std::optional<Visitor> RapidList::take(const QString& id)
{
    const Visitor* there = find(id);
    if (!there)
        return std::nullopt;
    const Visitor taken = *there;
    std::erase_if(m_visitors, [&](const Visitor& one) { return one.gathered.id == id; });
    return taken;
}

void RapidList::putBack(const Visitor& visitor)
{
    const auto place =
        std::find_if(m_visitors.begin(), m_visitors.end(), [&](const Visitor& one) { return one.gathered.firstAt > visitor.gathered.firstAt; });
    m_visitors.insert(place, visitor);
}

void RapidList::show(std::vector<Visitor> visitors)
{
    m_visitors = std::move(visitors);
}

} // namespace rapport::app
