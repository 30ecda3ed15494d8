// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/mergereport.h"

#include <QJsonArray>

#include <algorithm>

namespace rapport::app
{

namespace
{

using Became = MergeReport::Line::Became;
constexpr const char* words[] = {"filled-in", "same", "kept", "not-taken"};

Became becameOf(const QString& word)
{
    for (int at = 0; at < 4; ++at) {
        if (word == QLatin1String(words[at]))
            return static_cast<Became>(at);
    }
    return Became::NotTaken;
}

} // namespace

int MergeReport::count(Line::Became became) const
{
    return static_cast<int>(std::count_if(lines.begin(), lines.end(), [became](const Line& line) { return line.became == became; }));
}

QJsonObject toJson(const MergeReport& report)
{
    QJsonArray lines;
    for (const MergeReport::Line& line : report.lines) {
        QJsonObject one{{QStringLiteral("key"), line.key},
                        {QStringLiteral("ref"), line.ref},
                        {QStringLiteral("became"), QLatin1String(words[static_cast<int>(line.became)])},
                        {QStringLiteral("listed"), line.listed}};
        if (!line.own.isEmpty())
            one[QLatin1String("own")] = line.own;
        lines.append(one);
    }
    return {{QStringLiteral("list"), report.list},
            {QStringLiteral("entity"), report.entityId},
            {QStringLiteral("badge"), report.badgeId},
            {QStringLiteral("at"), report.at.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("lines"), lines}};
}

MergeReport mergeReportOf(const QJsonObject& json)
{
    MergeReport report{json[QLatin1String("list")].toString(),
                       json[QLatin1String("entity")].toString(),
                       json[QLatin1String("badge")].toString(),
                       QDateTime::fromString(json[QLatin1String("at")].toString(), Qt::ISODateWithMs),
                       {}};
    for (const QJsonValue& value : json[QLatin1String("lines")].toArray()) {
        const QJsonObject line = value.toObject();
        report.lines.push_back({line[QLatin1String("key")].toString(), line[QLatin1String("ref")].toString(),
                                becameOf(line[QLatin1String("became")].toString()), line[QLatin1String("own")].toString(),
                                line[QLatin1String("listed")].toString()});
    }
    return report;
}

} // namespace rapport::app
