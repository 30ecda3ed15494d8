// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/selection.h"

#include "sync/contact/phone.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

bool hasAll(const QStringList& types, const QStringList& wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString& one) { return types.contains(one); });
}

bool hasAny(const QStringList& types, const QStringList& unwanted)
{
    return std::any_of(unwanted.begin(), unwanted.end(), [&](const QString& one) { return types.contains(one); });
}

} // namespace

std::vector<size_t> selected(const Component& component, const Selector& selector)
{
    std::vector<size_t> best, others;
    for (size_t i = 0; i < component.lines.size(); ++i) {
        if (component.lines[i].name != selector.property)
            continue;
        const QStringList types = component.lines[i].types();
        if (hasAll(types, selector.needs) && !hasAny(types, selector.without))
            (hasAll(types, selector.types) ? best : others).push_back(i);
    }
    best.insert(best.end(), others.begin(), others.end());
    return best;
}

QString valueOf(const ContentLine& line)
{
    const QString text = unescaped(line.value).trimmed();
    if (line.name == "TEL"_L1)
        return contact::numberOfLink(text);
    return line.name == "EMAIL"_L1 && text.startsWith("mailto:"_L1, Qt::CaseInsensitive) ? text.mid(7) : text;
}

QString comparable(const QString& property, const QString& value)
{
    static const QRegularExpression decoration(u"[ ()/.-]"_s);
    if (property == "TEL"_L1)
        return QString(value).remove(decoration);
    return property == "EMAIL"_L1 ? value.trimmed().toCaseFolded() : value.trimmed();
}

QStringList rawParts(const QString& value)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u';') {
            parts += QString();
            continue;
        }
        parts.last() += value[i];
        if (value[i] == u'\\' && i + 1 < value.size())
            parts.last() += value[++i];
    }
    return parts;
}

} // namespace rapport::connectors::dav
