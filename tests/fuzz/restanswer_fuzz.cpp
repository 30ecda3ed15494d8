// SPDX-License-Identifier: Apache-2.0
// An answer of a server that a mapping describes: read, looked through as a pull does, and written out again.
#include "sync/connectors/rest/comparing.h"
#include "sync/connectors/rest/pull.h"

#include <QFile>

using namespace rapport::connectors::rest;

namespace
{

Mapping shipped()
{
    auto mapping = loadMapping(QStringLiteral(RAPPORT_SOURCE "/sync/connectors/redmine/mapping.json"),
                               {{QStringLiteral("project"), QStringLiteral("service")}, {QStringLiteral("key_field"), QStringLiteral("1")}});
    if (!mapping)
        qFatal("the mapping that ships does not load");
    return *mapping;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    static const Mapping mapping = shipped();
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto answer = parseJson(bytes);
    (void)PullCursor::parse(bytes); // may refuse; must come back
    if (!answer)
        return 0;
    const auto again = parseJson(answer->bytes());
    if (!again || again->bytes() != answer->bytes())
        qFatal("what was written is not what is read");
    const List& list = mapping.lists.at(QStringLiteral("jobs"));
    for (const Json& item : list.pull->items.first(*answer).items()) {
        (void)changeOf(mapping, QStringLiteral("jobs"), item, QStringLiteral("Desk"), QDateTime());
        for (const Field& field : list.push->fields)
            (void)changeOf(field, Json::text(QStringLiteral("a")), item, true);
    }
    return 0;
}
