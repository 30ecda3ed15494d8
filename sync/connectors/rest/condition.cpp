// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/condition.h"

#include <algorithm>

namespace rapport::connectors::rest
{

bool Condition::meets(const QStringList& said, const Names& names) const
{
    const bool isEmpty = std::all_of(said.begin(), said.end(), [](const QString& one) { return one.isEmpty(); });
    const bool holds = (nothing && isEmpty) || std::any_of(values.begin(), values.end(), [&](const Text& wanted) {
                           const auto text = wanted.filled(names);
                           return text && !text->isEmpty() && said.contains(*text);
                       });
    return holds != negated;
}

bool meetsAll(const std::vector<Condition>& conditions, const Json& object, const Names& names)
{
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        QStringList said;
        for (const Json* one : condition.path.all(object))
            said += one->isScalar() ? one->said() : QStringLiteral("…"); // something stands there that is no text
        return condition.meets(said, names);
    });
}

bool meetsAll(const std::vector<Condition>& conditions, const Names& names)
{
    return std::all_of(conditions.begin(), conditions.end(),
                       [&](const Condition& condition) { return condition.meets({names(condition.name)}, names); });
}

} // namespace rapport::connectors::rest
