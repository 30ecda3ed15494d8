// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/properties.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

QString nothing(const QString&)
{
    return {};
}

/// The day of "2027-12-01 10:00:00"; nothing of what begins with none.
QString dayOf(const QString& text)
{
    return QDate::fromString(text.left(10), Qt::ISODate).toString(Qt::ISODate);
}

} // namespace

Names pathsIn(const Json& object)
{
    return [&object](const QString& name) { return Path::parse(name).value_or({}).first(object).said().trimmed(); };
}

std::map<QString, QString> propertiesOf(const std::map<QString, Source>& sources, const Json& object,
                                        const std::function<QString(const QString& list)>& objectOf, const QString& title, const QDateTime& now)
{
    std::map<QString, QString> out;
    for (const auto& [property, source] : sources) {
        if (!meetsAll(source.where, object, &nothing))
            continue;
        QString text = source.kind == Source::Kind::Now     ? now.toString(Qt::ISODate)
                       : source.kind == Source::Kind::Title ? title
                                                            : source.text.filled(pathsIn(object)).value_or(QString());
        if (source.kind == Source::Kind::Day)
            text = dayOf(text);
        if (const auto word = source.words.find(text); word != source.words.end())
            text = word->second;
        if (!text.isEmpty() && !source.reference.isEmpty())
            text = objectOf(source.reference) + u',' + text;
        if (!text.isEmpty())
            out[property] = text;
    }
    return out;
}

} // namespace rapport::connectors::rest
