// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/mapping.h"

#include "sync/connectors/rest/mappingreader.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
Result<Mapping> parseMapping(const QByteArray& json, const std::map<QString, QString>& settings)
{
    return readMapping<Mapping, MappingReader>(json, settings);
}

Result<Mapping> loadMapping(const QString& path, const std::map<QString, QString>& settings)
{
    const auto json = readMappingFile(path);
    return json ? parseMapping(*json, settings) : json.error();
}

} // namespace rapport::connectors::rest
