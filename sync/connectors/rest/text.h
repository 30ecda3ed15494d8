// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace rapport::connectors::rest
{

/// What stands for a name; empty: nothing.
using Names = std::function<QString(const QString& name)>;

/// A text with places to fill in: "Ticket {id}", "{given_name family_name|@label}" – the first alternative of which something is filled, what
/// belongs together with a blank between. Blanks within [] belong to a name.
class Text
{
public:
    enum class As { Plain, PathPart }; ///< PathPart: what is filled in is percent-encoded, "/" too

    Text() = default;
    static Result<Text> parse(const QString& text);                             ///< Invalid: a bracket without its other, an empty name
    std::optional<QString> filled(const Names& names, As as = As::Plain) const; ///< nothing where a place stays empty
    QStringList names() const;
    bool isEmpty() const { return m_parts.empty(); }

private:
    using Alternatives = std::vector<QStringList>;
    struct Part {
        QString plain;
        Alternatives place; ///< empty: plain
    };
    std::vector<Part> m_parts;
};

} // namespace rapport::connectors::rest
