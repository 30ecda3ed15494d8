// SPDX-License-Identifier: Apache-2.0
#include "e2e/office.h"

#include <QFile>
#include <QJsonArray>

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

bool Office::ask(const QString& formId, const QString& file) const
{
    QFile demo(QStringLiteral(RAPPORT_SOURCE "/assets/demo/occasion.json")), put(dir.filePath(QStringLiteral("occasion.json")));
    if (!demo.open(QIODevice::ReadOnly) || !put.open(QIODevice::WriteOnly))
        return false;
    QJsonObject occasion = QJsonDocument::fromJson(demo.readAll()).object();
    QJsonArray forms = occasion[QLatin1String("forms")].toArray();
    forms.append(formId);
    occasion[QLatin1String("forms")] = forms;
    occasion[QLatin1String("version")] = occasion[QLatin1String("version")].toInt() + 1;
    put.write(QJsonDocument(occasion).toJson());
    put.close();
    return ctl({QStringLiteral("occasion"), QStringLiteral("put"), put.fileName()}).exitCode == 0 &&
           ctl({QStringLiteral("form"), QStringLiteral("publish"), file}).exitCode == 0;
}

} // namespace rapport::e2e
