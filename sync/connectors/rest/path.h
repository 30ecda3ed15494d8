// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/rest/json.h"

namespace rapport::connectors::rest
{

/// Where something stands in a JSON object: "status.id", "custom_fields[id=4].value" (the item whose id is 4), "journals[].notes" (of any item).
/// Empty: the whole.
class Path
{
public:
    Path() = default;
    static Result<Path> parse(const QString& text); ///< Invalid: says what is wrong with it

    const QString& text() const { return m_text; }
    bool isEmpty() const { return m_steps.empty(); }
    std::vector<const Json*> all(const Json& json) const; ///< everything that stands there, nulls left out
    const Json& first(const Json& json) const;            ///< Null where nothing does
    /// Puts @p value there. Objects and arrays on the way are made; "[id=4]" makes an item with id 4 where none is there, "[]" one more each time.
    void write(Json& json, const Json& value) const;

private:
    struct Step {
        enum class Kind { Member, ItemWith, AnyItem };
        Kind kind = Kind::Member;
        QString name, value; ///< the member; or the item's member, and what it has to say
    };
    QString m_text;
    std::vector<Step> m_steps;
};

} // namespace rapport::connectors::rest
