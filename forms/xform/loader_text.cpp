// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/formmodel.h"

#include <QRegularExpression>

namespace rapport::forms
{

Result<ExpressionPtr> parseAt(const QString& expression, const QString& where)
{
    auto parsed = parseExpression(expression);
    if (!parsed)
        return Error{Error::Kind::Invalid, QStringLiteral("%1: in “%2” %3.").arg(where, expression.simplified(), parsed.error().detail)};
    return ExpressionPtr(std::move(*parsed));
}

Result<TextTemplate> readText(const XmlTree& document, qint64 element, const QString& where)
{
    TextTemplate text;
    for (const qint64 child : document.children(element)) {
        if (document.kind(child) == NodeSource::Kind::Text) {
            text.parts.push_back({document.stringValue(child), nullptr});
        } else if (document.localName(child) == QLatin1String("output")) {
            QString expression = document.attribute(child, u"value");
            if (expression.isEmpty())
                expression = document.attribute(child, u"ref");
            auto output = parseAt(expression, where);
            if (!output)
                return output.error();
            text.parts.push_back({{}, *output});
        } else {
            text.parts.push_back({document.stringValue(child), nullptr}); // markup of other vocabularies counts as its text
        }
    }
    return text;
}

namespace
{

std::optional<QString> itextIdOf(const QString& expression)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*jr:itext\\(\\s*(['\"])(.*)\\1\\s*\\)\\s*$"));
    const auto match = pattern.match(expression);
    return match.hasMatch() ? std::optional<QString>(match.captured(2)) : std::nullopt;
}

} // namespace

Result<TextSource> readTextSource(const XmlTree& document, qint64 element, const QString& where)
{
    TextSource source;
    const QString reference = document.attribute(element, u"ref");
    if (const auto id = itextIdOf(reference)) {
        source.itextId = *id;
    } else if (!reference.isEmpty()) {
        auto expression = parseAt(reference, where);
        if (!expression)
            return expression.error();
        source.reference = *expression;
    }
    auto literal = readText(document, element, where);
    if (!literal)
        return literal.error();
    source.literal = std::move(*literal);
    return source;
}

TextSource messageSource(const QString& attribute)
{
    TextSource source;
    if (const auto id = itextIdOf(attribute))
        source.itextId = *id;
    else if (!attribute.isEmpty())
        source.literal.parts.push_back({attribute, nullptr});
    return source;
}

} // namespace rapport::forms
