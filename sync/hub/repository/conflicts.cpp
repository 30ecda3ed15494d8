// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/repository/conflicts.h"

#include <algorithm>
#include <iterator>

namespace rapport::hub
{

namespace
{

constexpr std::pair<Policy, const char*> policyWords[] = {
    {Policy::Device, "device"}, {Policy::Server, "server"}, {Policy::Append, "append"}, {Policy::Ask, "ask"}};

} // namespace

QString word(Policy policy)
{
    const auto found = std::find_if(std::begin(policyWords), std::end(policyWords), [&](const auto& one) { return one.first == policy; });
    return QString::fromLatin1(found->second);
}

std::optional<Policy> policyOf(const QString& word)
{
    for (const auto& [policy, name] : policyWords) {
        if (word == QLatin1String(name))
            return policy;
    }
    return std::nullopt;
}

} // namespace rapport::hub
