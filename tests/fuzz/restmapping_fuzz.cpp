// SPDX-License-Identifier: Apache-2.0
// A mapping file that a site wrote: read, and where it is accepted, its paths and texts used on an object.
#include "sync/connectors/rest/mapping.h"

using namespace rapport::connectors::rest;

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto mapping =
        parseMapping(json, {{QStringLiteral("project"), QStringLiteral("service")}, {QStringLiteral("key_field"), QStringLiteral("1")}});
    if (!mapping)
        return 0;
    const Names echo = [](const QString& name) { return name; };
    for (const auto& [name, list] : mapping->lists) {
        Json object = Json::object();
        if (list.push) {
            for (const Field& field : list.push->fields)
                field.to.write(object, Json::text(name));
            (void)list.push->number.filled(echo); // may stay empty; must come back
        }
        if (list.pull)
            (void)meetsAll(list.pull->where, object, echo);
        const auto again = parseJson(object.bytes());
        if (!again || again->bytes() != object.bytes())
            qFatal("what was written is not what is read");
    }
    return 0;
}
