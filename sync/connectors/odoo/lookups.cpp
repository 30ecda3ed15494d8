// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/odoo/lookups.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::odoo
{
namespace
{

using namespace std::chrono_literals;

constexpr auto hold = 10min;
constexpr size_t mostRemembered = 64;

} // namespace

Reply LookUps::find(const QString& name, const rest::Names& names)
{
    const LookUp& rule = m_rules.at(name);
    const auto domain = rule.domain.filled(names);
    if (!domain)
        return Reply();
    const auto now = std::chrono::steady_clock::now();
    const QByteArray asked = rule.model.toLatin1() + domain->bytes();
    if (const auto known = m_remembered.find(asked); known != m_remembered.end() && known->second.until > now)
        return Reply(known->second.id);
    const Reply found = m_client.search(rule.model, *domain, {u"id"_s}, 1);
    if (!found)
        return rule.optional && found.fault->kind == Fault::Kind::Forbidden ? Reply() : found;
    if (found.value.items().empty())
        return rule.optional ? Reply() : Reply(Fault{Fault::Kind::Broken, u"the look-up \"%1\" finds nothing"_s.arg(name)});
    if (m_remembered.size() >= mostRemembered)
        m_remembered.clear();
    const Json id = found.value.items().front()[u"id"_s];
    m_remembered[asked] = {id, now + hold};
    return Reply(id);
}

} // namespace rapport::connectors::odoo
