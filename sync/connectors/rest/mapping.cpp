// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/mapping.h"

#include "sync/connectors/rest/mappingreader.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

constexpr JsonLimits limits{256 << 10, 24, 20'000};

} // namespace

Result<Mapping> parseMapping(const QByteArray& json, const std::map<QString, QString>& settings)
{
    auto document = parseJson(json, limits);
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
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > limits.bytes)
        return Error{Error::Kind::Invalid, u"mapping: the file cannot be read"_s};
    return parseMapping(file.readAll(), settings);
}

} // namespace rapport::connectors::rest
