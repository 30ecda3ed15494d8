// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/rest/rulereader.h"

namespace rapport::connectors::rest
{

/// Reads the mapping of a server that speaks JSON over HTTP.
class MappingReader : public RuleReader
{
public:
    explicit MappingReader(const std::map<QString, QString>& settings) : RuleReader(settings) {}
    Mapping mapping(const Json& json);

private:
    Request request(const Json& json, const QStringList& methods, bool needed);
    Search search(const Json& json, const QStringList& more);
    LookUp lookUp(const Json& json);
    List list(const Json& json);
    Push push(const Json& json, const List& list);
    KeyPlace keyPlace(const Json& json);
    Field field(const QString& to, const Json& json);
    Files files(const Json& json);
    Pull pull(const Json& json);
    Since since(const Json& json);
    Paging paging(const Json& json);
};

} // namespace rapport::connectors::rest
