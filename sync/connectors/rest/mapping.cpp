// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/mapping.h"

#include "sync/connectors/rest/mappingreader.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
Result<Mapping> parseMapping(const QByteArray& json, const std::map<QString, QString>& settings)
{
    auto document = parseJson(json, mappingLimits);
    if (!document)
        return Error{Error::Kind::Invalid, u"mapping: "_s + document.error().detail};
    MappingReader reader(settings);
    Mapping mapping = reader.mapping(*document);
    if (!reader.fault.isEmpty())
        return Error{Error::Kind::Invalid, u"mapping: "_s + reader.fault};
    return mapping;
}

Result<Mapping> loadMapping(const QString& path, const std::map<QString, QString>& settings)
{
    const auto json = readMappingFile(path);
    return json ? parseMapping(*json, settings) : json.error();
}

} // namespace rapport::connectors::rest
