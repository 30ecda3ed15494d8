// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/comparing.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

QString comparable(const Json& json)
{
    static const QRegularExpression decimal(u"^(-?)0*([0-9]+?)(?:[.]([0-9]*?)0*)?$"_s);
    if (!json.isScalar())
        return QString::fromUtf8(json.bytes());
    const auto match = json.kind() == Json::Kind::Number ? decimal.match(json.said()) : QRegularExpressionMatch();
    if (!match.hasMatch())
        return json.said().simplified();
    const QString fraction = match.captured(3);
    return match.captured(1) + match.captured(2) + (fraction.isEmpty() ? QString() : u'.' + fraction);
}

QStringList linesOf(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s).split(u'\n');
}

} // namespace

bool saysTheSame(const Json& one, const Json& other)
{
    if (one.kind() != other.kind() && one.isScalar() && other.isScalar()) {
        // A server that keeps a number as text, or says it as one: then both are numbers.
        const bool isNumber = one.kind() == Json::Kind::Number || other.kind() == Json::Kind::Number;
        return isNumber ? comparable(Json::number(one.said())) == comparable(Json::number(other.said())) : one.said() == other.said();
    }
    return comparable(one) == comparable(other);
}

std::optional<Json> changeOf(const Field& field, const Json& wanted, const Json& there, bool ours)
{
    using Augment = Value::Augment;
    std::vector<const Json*> said;
    for (const Path& path : field.value.is) {
        for (const Json* one : path.all(there))
            said.push_back(one);
    }
    if (std::any_of(said.begin(), said.end(), [&](const Json* one) { return saysTheSame(*one, wanted); }))
        return std::nullopt;
    const bool isEmpty = std::all_of(said.begin(), said.end(), [](const Json* one) { return one->isScalar() && one->said().isEmpty(); });
    switch (field.value.augment) {
    case Augment::Add:
    case Augment::Replace:
        return wanted;
    case Augment::Own:
        return isEmpty || ours ? std::optional(wanted) : std::nullopt;
    case Augment::Keep:
        return isEmpty ? std::optional(wanted) : std::nullopt;
    case Augment::Append:
        break;
    }
    QStringList lines = isEmpty ? QStringList() : linesOf(said.front()->said());
    const qsizetype before = lines.size();
    for (const QString& line : linesOf(wanted.said())) {
        if (!lines.contains(line))
            lines += line;
    }
    return lines.size() == before ? std::nullopt : std::optional(Json::text(lines.join(u'\n')));
}

} // namespace rapport::connectors::rest
