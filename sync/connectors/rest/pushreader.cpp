// SPDX-License-Identifier: Apache-2.0
// What goes out: "push" of a list.
#include "sync/connectors/rest/mappingreader.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

const QStringList kinds{u"value"_s, u"text"_s, u"number"_s, u"boolean"_s, u"date"_s, u"look_up"_s};

} // namespace

Push MappingReader::push(const Json& json, const List& list)
{
    know(json, {u"when"_s, u"key"_s, u"find"_s, u"create"_s, u"update"_s, u"headers"_s, u"fields"_s, u"files"_s, u"number"_s, u"whole"_s, u"lock"_s,
                u"verify"_s});
    Push out;
    out.when = conditions(json[u"when"_s], Speaks::Ours);
    out.key = keyPlace(json[u"key"_s]);
    if (json.contains(u"find"_s) && !json[u"find"_s].isArray())
        wrong(json[u"find"_s], u"a list [ ] is expected"_s);
    for (const Json& one : json[u"find"_s].items()) {
        Search found = search(one, {u"take"_s});
        const QString take = one.contains(u"take"_s) ? plain(one[u"take"_s]) : u"only"_s;
        if (take != u"only"_s && take != u"first"_s)
            wrong(one[u"take"_s], u"take \"%1\" is not known"_s.arg(take));
        found.firstOfMany = take == u"first"_s;
        out.find.push_back(std::move(found));
    }
    know(json[u"create"_s], {u"post"_s, u"put"_s, u"query"_s});
    out.create = request(json[u"create"_s], {u"post"_s, u"put"_s}, true);
    know(json[u"update"_s], {u"put"_s, u"patch"_s, u"post"_s, u"query"_s});
    out.update = request(json[u"update"_s], {u"put"_s, u"patch"_s, u"post"_s}, true);
    out.headers = namedTexts(json[u"headers"_s]);
    const Json& fields = json[u"fields"_s];
    if (!fields.isObject() || fields.items().empty())
        wrong(json, u"\"fields\" is missing"_s);
    for (size_t i = 0; i < fields.names().size(); ++i)
        out.fields.push_back(field(fields.names()[i], fields.items()[i]));
    if (json.contains(u"files"_s))
        out.files = files(json[u"files"_s]);
    out.number = json.contains(u"number"_s) ? text(json[u"number"_s], Speaks::Theirs) : Text();
    if (out.number.isEmpty())
        wrong(json, u"\"number\" is missing"_s);
    out.whole = flag(json, u"whole"_s);
    out.verify = flag(json, u"verify"_s);
    const QString lock = plainIn(json, u"lock"_s, false);
    if (!lock.isEmpty() && lock != u"etag"_s)
        wrong(json[u"lock"_s], u"lock \"%1\" is not known"_s.arg(lock));
    out.etag = lock == u"etag"_s;
    if (!list.read)
        wrong(json, u"\"read\" is missing beside it: what is there has to be looked at before it is written over"_s);
    return out;
}

KeyPlace MappingReader::keyPlace(const Json& json)
{
    KeyPlace out;
    if (!json.isObject()) {
        wrong(json, u"\"key\" is missing: where our key stands in an object, and how it is looked for"_s);
        return out;
    }
    out.search = search(json, {u"field"_s, u"within"_s, u"loose"_s});
    out.field = path(json[u"field"_s]);
    out.within = flag(json, u"within"_s);
    return out;
}

Field MappingReader::field(const QString& to, const Json& json)
{
    Field out;
    auto where = Path::parse(settled(to, json));
    if (!where)
        wrong(json, where.error().detail);
    else
        out.to = *where;
    out.value = value(json, kinds);
    if (out.value.is.empty())
        out.value.is.push_back(out.to);
    return out;
}

Files MappingReader::files(const Json& json)
{
    know(json, {u"names"_s, u"upload"_s, u"form"_s, u"token"_s, u"add"_s, u"item"_s, u"there"_s});
    Files out;
    out.names = json.contains(u"names"_s) ? plains(json[u"names"_s]) : QStringList{u"*"_s};
    know(json[u"upload"_s], {u"post"_s, u"put"_s, u"query"_s});
    out.upload = request(json[u"upload"_s], {u"post"_s, u"put"_s}, true);
    out.form = plainIn(json, u"form"_s, false);
    if (json.contains(u"token"_s)) {
        out.token = path(json[u"token"_s]);
        out.add = path(json[u"add"_s]);
        for (const auto& [name, said] : namedTexts(json[u"item"_s])) {
            auto to = Path::parse(name);
            if (to)
                out.item.emplace_back(*to, said);
            else
                wrong(json[u"item"_s], to.error().detail);
        }
        if (out.token.isEmpty() || out.item.empty())
            wrong(json, u"\"token\" needs \"add\" and \"item\" beside it"_s);
    }
    const Json& there = json[u"there"_s];
    know(there, {u"items"_s, u"where"_s});
    out.thereItems = path(there[u"items"_s]);
    out.there = conditions(there[u"where"_s], Speaks::Theirs);
    if (out.there.empty())
        wrong(there, u"\"where\" is missing: by what a file is known that is there already"_s);
    return out;
}

} // namespace rapport::connectors::rest
