// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/configuration.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace rapport::connectors
{

Status checkMembers(const QJsonObject& configuration, const QStringList& needed, const QStringList& possible)
{
    const QStringList common{u"id"_s, u"type"_s, u"title"_s};
    for (const QString& name : common + needed) {
        if (configuration[name].toString().isEmpty())
            return Error{Error::Kind::Invalid, u"connector: \"%1\" is missing"_s.arg(name)};
    }
    for (const QString& name : configuration.keys()) {
        if (!common.contains(name) && !needed.contains(name) && !possible.contains(name))
            return Error{Error::Kind::Invalid, u"connector: \"%1\" is not known"_s.arg(name)};
    }
    return ok();
}

Error wrong(const QString& member, const QString& what)
{
    return {Error::Kind::Invalid, u"connector: \"%1\" %2"_s.arg(member, what)};
}

Result<std::chrono::seconds> requestTime(const QJsonObject& configuration, int usual, int longest)
{
    const int seconds = configuration["request_seconds"_L1].toInt(configuration.contains("request_seconds"_L1) ? 0 : usual);
    if (seconds < 1 || seconds > longest)
        return wrong(u"request_seconds"_s, u"is not between 1 and %1"_s.arg(longest));
    return std::chrono::seconds(seconds);
}

Result<bool> yesOrNo(const QJsonObject& configuration, const QString& member, bool usual)
{
    if (!configuration.contains(member))
        return usual;
    return configuration[member].isBool() ? Result<bool>(configuration[member].toBool()) : wrong(member, u"is neither true nor false"_s);
}

Result<QString> fileIn(const QJsonObject& configuration, const QString& member, const QString& dataDir)
{
    if (!configuration.contains(member))
        return QString();
    const QString file = configuration[member].toString();
    const QString path = file.isEmpty() ? QString() : QDir(dataDir).absoluteFilePath(file);
    return QFileInfo(path).isFile() ? Result<QString>(path) : wrong(member, u"is no file that is there"_s);
}

} // namespace rapport::connectors
