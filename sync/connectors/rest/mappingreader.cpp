// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/mappingreader.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

const QStringList searching{u"get"_s, u"query"_s, u"items"_s, u"where"_s};

bool isHeaderName(const QString& name)
{
    static const QRegularExpression token(u"^[A-Za-z0-9-]{1,64}$"_s);
    return name.contains(token);
}

} // namespace

Mapping MappingReader::mapping(const Json& json)
{
    Mapping out;
    know(json, {u"settings"_s, u"token_header"_s, u"headers"_s, u"who"_s, u"references"_s, u"look_ups"_s, u"lists"_s});
    readNames(json);
    out.tokenHeader = plainIn(json, u"token_header"_s, false);
    if (!out.tokenHeader.isEmpty() && !isHeaderName(out.tokenHeader))
        wrong(json[u"token_header"_s], u"it is no name of a header"_s);
    out.headers = namedTexts(json[u"headers"_s]);
    if (const Json& who = json[u"who"_s]; !who.isNull()) {
        know(who, {u"get"_s, u"query"_s, u"id"_s});
        out.who = request(who, {u"get"_s}, true);
        out.whoId = path(who[u"id"_s]);
    }
    out.references = words(json[u"references"_s]);
    const Json& lookUps = json[u"look_ups"_s];
    for (const QString& name : lookUps.names())
        out.lookUps[name] = lookUp(lookUps[name]);
    const Json& lists = json[u"lists"_s];
    if (!lists.isObject() || lists.items().empty())
        wrong(json, u"\"lists\" is missing"_s);
    for (const QString& name : lists.names())
        out.lists[name] = list(lists[name]);
    checkReferences();
    return out;
}

Request MappingReader::request(const Json& json, const QStringList& methods, bool needed)
{
    Request out;
    for (const QString& method : methods) {
        if (!json.contains(method))
            continue;
        if (out)
            wrong(json[method], u"one method is enough"_s);
        out.method = method.toUpper().toLatin1();
        out.path = text(json[method]);
        const QString written = json[method].said();
        if (written.startsWith(u'/') || written.contains(u"://"_s) || written.contains(u"..") || written.contains(u'?') || written.contains(u'#'))
            wrong(json[method], u"a path below the connector's address is expected, without a query"_s);
    }
    if (needed && !out)
        wrong(json, u"\"%1\" is missing"_s.arg(methods.join(u"\" or \""_s)));
    out.query = namedTexts(json[u"query"_s]);
    return out;
}

Search MappingReader::search(const Json& json, const QStringList& more)
{
    know(json, searching + more);
    Search out;
    out.request = request(json, {u"get"_s}, true);
    if (json.contains(u"items"_s))
        out.items = path(json[u"items"_s]);
    out.where = conditions(json[u"where"_s], Speaks::Theirs);
    out.loose = flag(json, u"loose"_s);
    return out;
}

LookUp MappingReader::lookUp(const Json& json)
{
    LookUp out;
    out.search = search(json, {u"value"_s, u"optional"_s});
    out.value = path(json[u"value"_s]);
    out.optional = flag(json, u"optional"_s);
    return out;
}

List MappingReader::list(const Json& json)
{
    know(json, {u"object"_s, u"id"_s, u"wrap"_s, u"read"_s, u"push"_s, u"pull"_s});
    List out;
    out.object = plainIn(json, u"object"_s, true);
    if (out.object.contains(u','))
        wrong(json[u"object"_s], u"there is a comma in it"_s);
    out.id = json.contains(u"id"_s) ? path(json[u"id"_s]) : *Path::parse(u"id"_s);
    if (json.contains(u"wrap"_s))
        out.wrap = path(json[u"wrap"_s]);
    if (json.contains(u"read"_s)) {
        know(json[u"read"_s], {u"get"_s, u"query"_s});
        out.read = request(json[u"read"_s], {u"get"_s}, true);
    }
    if (!json.contains(u"push"_s) && !json.contains(u"pull"_s))
        wrong(json, u"\"push\" or \"pull\" is missing"_s);
    if (json.contains(u"push"_s))
        out.push = push(json[u"push"_s], out);
    if (json.contains(u"pull"_s)) {
        out.pull = pull(json[u"pull"_s]);
        out.pull->fingerprint = QCryptographicHash::hash(json.bytes(), QCryptographicHash::Sha256).toHex().left(16);
    }
    return out;
}

} // namespace rapport::connectors::rest
