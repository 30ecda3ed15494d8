// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/odoo/domain.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::odoo
{

using rest::Json;

std::optional<Json> Domain::filled(const rest::Names& names) const
{
    Json out = Json::array();
    for (const Term& term : m_terms) {
        if (term.kind == Term::Kind::Operator) {
            out.append(Json::text(term.name));
            continue;
        }
        Json value = term.constant;
        if (term.kind != Term::Kind::Constant) {
            const auto said = term.text.filled(names);
            bool isNumber = true;
            if (term.kind == Term::Kind::Id)
                (void)said.value_or(QString()).toUInt(&isNumber); // only whether it is one
            if (!said || said->isEmpty() || !isNumber)
                return std::nullopt;
            value = term.kind == Term::Kind::Id ? Json::number(QString::number(said->toUInt())) : Json::text(*said);
        }
        out.append(condition(term.name, term.comparison, value));
    }
    return out;
}

bool Domain::names() const
{
    return std::any_of(m_terms.begin(), m_terms.end(), [](const Term& term) { return !term.text.names().isEmpty(); });
}

Json condition(const QString& name, const QString& comparison, const Json& value)
{
    Json out = Json::array();
    out.append(Json::text(name));
    out.append(Json::text(comparison));
    out.append(value);
    return out;
}

Json both(Json one, const Json& other)
{
    for (const Json& term : other.items())
        one.append(term);
    return one;
}

} // namespace rapport::connectors::odoo
