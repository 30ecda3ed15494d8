// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/origin.h"

#include "app/conversation/words.h"

#include <QCoreApplication>

namespace rapport::app
{

namespace
{

constexpr qint64 staleSeconds = 24 * 3600;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Origin)
};

} // namespace

QString propertyText(const store::Entity& entity, const char* name)
{
    const auto found = entity.properties.find(QString::fromLatin1(name));
    return found == entity.properties.end() ? QString() : found->second;
}

QString joinedText(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

Origin originOf(const store::Entity& entity)
{
    return {propertyText(entity, "source"), QDateTime::fromString(propertyText(entity, "as_of"), Qt::ISODate)};
}

Origin oldestOf(const std::vector<Origin>& origins)
{
    Origin oldest;
    for (const Origin& one : origins) {
        const bool older = one.asOf.isValid() && (!oldest.asOf.isValid() || one.asOf < oldest.asOf);
        if (older || (oldest == Origin{} && !one.source.isEmpty()))
            oldest = one;
    }
    return oldest;
}

bool isStale(const Origin& origin, const QDateTime& now)
{
    return origin.asOf.isValid() && origin.asOf.secsTo(now) > staleSeconds;
}

QString originText(const Origin& origin, const QDateTime& now)
{
    const QString source = origin.source.size() <= 4 ? origin.source.toUpper() : origin.source; // "erp" is a name, not a word
    const QString asOf = origin.asOf.isValid() ? Words::tr("as of %1").arg(momentText(origin.asOf, now)) : QString();
    const QString age =
        isStale(origin, now) ? Words::tr("%n day(s) old", "a figure", static_cast<int>(origin.asOf.secsTo(now) / staleSeconds)) : QString();
    return joinedText({source, asOf, age});
}

} // namespace rapport::app
