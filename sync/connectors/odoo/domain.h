// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/rest/json.h"
#include "sync/connectors/rest/text.h"

namespace rapport::connectors::odoo
{

/// Which records are meant, in Odoo's own language: [["ref", "=", "{customer_number}"], "|", …]. A value is a constant, a text with places, a list of
/// these, or {"id": "{organisation_id.@remote}"}: a number.
class Domain
{
public:
    struct Term {
        enum class Kind { Operator, Constant, Text, Id };
        Kind kind = Kind::Operator;
        QString name, comparison; ///< of Operator, name is "|", "&" or "!"
        rest::Json constant;
        rest::Text text;
    };
    void add(Term term) { m_terms.push_back(std::move(term)); }
    std::optional<rest::Json> filled(const rest::Names& names) const; ///< nothing where a place stays empty, or no number stands where one has to
    bool names() const;                                               ///< whether a place has to be filled

private:
    std::vector<Term> m_terms;
};

/// One condition: [name, comparison, value].
rest::Json condition(const QString& name, const QString& comparison, const rest::Json& value);
/// All of @p one and of @p other.
rest::Json both(rest::Json one, const rest::Json& other);

} // namespace rapport::connectors::odoo
