// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/repository/entities.h"

#include <QJsonDocument>

namespace rapport::hub
{

std::map<QString, QString> textsOf(const QByteArray& properties)
{
    std::map<QString, QString> texts;
    const QJsonObject object = QJsonDocument::fromJson(properties).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        texts[it.key()] = it.value().toString();
    return texts;
}

} // namespace rapport::hub
