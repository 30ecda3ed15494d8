// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/makefiles.h"

#include "sync/connectors/configuration.h"
#include "sync/connectors/files/filesconnector.h"
#include "sync/connectors/files/format.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::files
{

Result<std::unique_ptr<Connector>> makeFiles(const QJsonObject& configuration, const QString& dataDir)
{
    if (Status members = checkMembers(configuration, {u"folder"_s}, {u"format"_s}); !members)
        return members.error();
    const QString name = configuration.contains("format"_L1) ? configuration["format"_L1].toString() : u"csv"_s;
    const auto format = std::find_if(formats().begin(), formats().end(), [&](const Format& one) { return one.name == name; });
    if (format == formats().end())
        return wrong(u"format"_s, u"is none of csv, xlsx, vcard and json"_s);
    const QString folder = configuration["folder"_L1].toString();
    const auto kind = QDir::isRelativePath(folder) ? FilesConnector::Folder::Ours : FilesConnector::Folder::Theirs;
    return std::unique_ptr<Connector>(
        std::make_unique<FilesConnector>(configuration["title"_L1].toString(), QDir(dataDir).absoluteFilePath(folder), kind, *format));
}

} // namespace rapport::connectors::files
