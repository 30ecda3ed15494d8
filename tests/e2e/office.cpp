// SPDX-License-Identifier: Apache-2.0
#include "e2e/office.h"

#include <QFile>

namespace rapport::e2e
{

bool Office::prepare(const QJsonObject& connector)
{
    const auto published = publishDemo(hubDir);
    QFile file(dir.filePath(QStringLiteral("connector.json")));
    if (!published || !file.open(QIODevice::WriteOnly))
        return false;
    token = *published;
    file.write(QJsonDocument(connector).toJson());
    file.close();
    return ctl({QStringLiteral("connector"), QStringLiteral("add"), file.fileName()}).exitCode == 0;
}

bool Office::publishNext(const QString& pack, const std::vector<std::pair<QByteArray, QByteArray>>& changes) const
{
    const CommandResult converted =
        rapportctl({QStringLiteral("forms"), QStringLiteral("convert"), QStringLiteral(RAPPORT_SOURCE "/forms/packs/%1.xlsx").arg(pack)});
    QByteArray xml = converted.out;
    const qsizetype at = xml.indexOf(" version=\"20");
    if (converted.exitCode != 0 || at < 0)
        return false;
    xml.replace(at, xml.indexOf('"', at + 10) + 1 - at, " version=\"2099010101\"");
    for (const auto& [before, after] : changes) {
        if (!xml.contains(before))
            return false;
        xml.replace(before, after);
    }
    QFile file(dir.filePath(QStringLiteral("next.xml")));
    if (!file.open(QIODevice::WriteOnly) || file.write(xml) != xml.size())
        return false;
    file.close();
    return ctl({QStringLiteral("form"), QStringLiteral("publish"), file.fileName()}).exitCode == 0;
}

} // namespace rapport::e2e
