// SPDX-License-Identifier: Apache-2.0
// What comes in: "pull" of a list.
#include "sync/connectors/rest/mappingreader.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{

Pull MappingReader::pull(const Json& json)
{
    know(json, {u"get"_s, u"query"_s, u"items"_s, u"where"_s, u"total"_s, u"since"_s, u"paging"_s, u"label"_s, u"properties"_s});
    Pull out;
    out.request = request(json, {u"get"_s}, true);
    if (json.contains(u"items"_s))
        out.items = path(json[u"items"_s]);
    if (json.contains(u"total"_s))
        out.total = path(json[u"total"_s]);
    out.where = conditions(json[u"where"_s], Speaks::Theirs);
    if (json.contains(u"since"_s))
        out.since = since(json[u"since"_s]);
    if (json.contains(u"paging"_s))
        out.paging = paging(json[u"paging"_s]);
    out.label = label(json);
    out.properties = properties(json);
    return out;
}

Since MappingReader::since(const Json& json)
{
    know(json, {u"query"_s, u"value"_s, u"at"_s, u"overlap"_s});
    Since out;
    out.query = plainIn(json, u"query"_s, true);
    auto usual = Text::parse(u"{@since}"_s);
    out.value = json.contains(u"value"_s) ? text(json[u"value"_s]) : *usual;
    if (!out.value.names().contains(u"@since"_s))
        wrong(json, u"\"value\" does not hold {@since}"_s);
    out.at = path(json[u"at"_s]);
    if (json.contains(u"overlap"_s)) {
        out.overlap = json[u"overlap"_s].said().toInt();
        if (json[u"overlap"_s].kind() != Json::Kind::Number || out.overlap < 1 || out.overlap > 86'400)
            wrong(json[u"overlap"_s], u"1 to 86400 seconds are expected"_s);
    }
    return out;
}

Paging MappingReader::paging(const Json& json)
{
    know(json, {u"offset"_s, u"page"_s, u"limit"_s, u"size"_s, u"next"_s});
    Paging out;
    const QStringList kinds{u"offset"_s, u"page"_s, u"next"_s};
    int given = 0;
    for (const QString& kind : kinds)
        given += int(json.contains(kind));
    if (given != 1)
        wrong(json, u"one of \"offset\", \"page\", \"next\" is needed"_s);
    out.limit = plainIn(json, u"limit"_s, false);
    if (json.contains(u"size"_s)) {
        out.size = json[u"size"_s].said().toInt();
        if (json[u"size"_s].kind() != Json::Kind::Number || out.size < 1 || out.size > 200)
            wrong(json[u"size"_s], u"1 to 200 are expected"_s);
    }
    if (json.contains(u"next"_s)) {
        out.kind = Paging::Kind::Next;
        out.next = path(json[u"next"_s]);
    } else {
        out.kind = json.contains(u"page"_s) ? Paging::Kind::Page : Paging::Kind::Offset;
        out.offset = plainIn(json, json.contains(u"page"_s) ? u"page"_s : u"offset"_s, given == 1);
    }
    return out;
}

} // namespace rapport::connectors::rest
