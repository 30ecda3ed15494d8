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

} // namespace rapport::e2e
