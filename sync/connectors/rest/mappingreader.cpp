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

/// What a text may name beside properties.
const QStringList ours{u"@id"_s,     u"@label"_s, u"@list"_s, u"@key"_s,   u"@remote"_s, u"@author"_s, u"@finished"_s, u"@date"_s,   u"@form"_s,
                       u"@record"_s, u"@title"_s, u"@of"_s,   u"@since"_s, u"@file"_s,   u"@type"_s,   u"@size"_s,     u"@sha256"_s, u"@token"_s};

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
    readSettings(json[u"settings"_s]);
    for (const QString& name : json[u"look_ups"_s].names())
        m_lookUps.insert(name);
    for (const QString& name : json[u"lists"_s].names())
        m_lists.insert(name);
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

void MappingReader::know(const Json& json, const QStringList& names)
{
    if (!json.isObject())
        wrong(json, u"an object { } is expected"_s);
    for (size_t i = 0; i < json.names().size(); ++i) {
        if (!names.contains(json.names()[i]))
            wrong(json.items()[i], u"\"%1\" is not known"_s.arg(json.names()[i]));
    }
}

/// {"project": "service"}: what the configuration may say instead; null: it has to.
void MappingReader::readSettings(const Json& json)
{
    if (!json.isNull() && !json.isObject())
        wrong(json, u"an object { } is expected"_s);
    for (const QString& name : json.names()) {
        const Json& usual = json[name];
        const auto given = m_given.find(name);
        if (!usual.isNull() && !usual.isText())
            wrong(usual, u"a text or null is expected"_s);
        if (given == m_given.end() && usual.isNull())
            wrong(json, u"the connector's settings do not say \"%1\""_s.arg(name));
        m_settings[name] = given == m_given.end() ? usual.said() : given->second;
        if (m_settings[name].contains(QRegularExpression(u"[{}\\[\\]\\x00-\\x1f]"_s)))
            wrong(json, u"the setting \"%1\" has a bracket or a control character in it"_s.arg(name));
    }
    for (const auto& [name, value] : m_given) {
        if (!json.contains(name))
            wrong(json, u"the connector's setting \"%1\" is not known here"_s.arg(name));
    }
}

QString MappingReader::settled(QString text, const Json& at)
{
    for (const auto& [name, value] : m_settings)
        text.replace(u"{%"_s + name + u'}', value);
    if (text.contains(u"{%"_s))
        wrong(at, u"a setting {%…} is not known"_s);
    return text;
}

QString MappingReader::plain(const Json& json)
{
    if (!json.isText())
        wrong(json, u"a text is expected"_s);
    return settled(json.said(), json);
}

QString MappingReader::plainIn(const Json& json, const QString& name, bool needed)
{
    if (!json.contains(name)) {
        if (needed)
            wrong(json, u"\"%1\" is missing"_s.arg(name));
        return {};
    }
    const QString out = plain(json[name]);
    if (out.isEmpty())
        wrong(json[name], u"\"%1\" is empty"_s.arg(name));
    return out;
}

bool MappingReader::flag(const Json& json, const QString& name)
{
    const Json& value = json[name];
    if (!value.isNull() && value.kind() != Json::Kind::Boolean)
        wrong(value, u"true or false is expected"_s);
    return value.said() == u"true"_s;
}

QStringList MappingReader::plains(const Json& json)
{
    if (!json.isArray())
        return {plain(json)};
    QStringList out;
    for (const Json& one : json.items())
        out += plain(one);
    return out;
}

Text MappingReader::text(const Json& json, Speaks speaks)
{
    auto parsed = Text::parse(plain(json));
    if (!parsed) {
        wrong(json, parsed.error().detail);
        return {};
    }
    if (speaks == Speaks::Ours)
        checkNames(json, parsed->names());
    for (const QString& name : speaks == Speaks::Theirs ? parsed->names() : QStringList()) {
        if (!Path::parse(name))
            wrong(json, u"\"%1\" is not a path"_s.arg(name));
    }
    return *parsed;
}

void MappingReader::checkNames(const Json& json, const QStringList& names)
{
    for (const QString& name : names) {
        const QString last = name.section(u'.', -1);
        if (name.startsWith(u'#') ? !m_lookUps.contains(name.mid(1)) : last.startsWith(u'@') && !ours.contains(last))
            wrong(json, u"{%1} is not known"_s.arg(name));
    }
}

Path MappingReader::path(const Json& json)
{
    auto parsed = Path::parse(plain(json));
    if (!parsed) {
        wrong(json, parsed.error().detail);
        return {};
    }
    return *parsed;
}

std::vector<std::pair<QString, Text>> MappingReader::namedTexts(const Json& json, Speaks speaks)
{
    std::vector<std::pair<QString, Text>> out;
    if (!json.isNull() && !json.isObject())
        wrong(json, u"an object { } is expected"_s);
    for (size_t i = 0; i < json.names().size(); ++i)
        out.emplace_back(settled(json.names()[i], json.items()[i]), text(json.items()[i], speaks));
    return out;
}

std::map<QString, QString> MappingReader::words(const Json& json)
{
    std::map<QString, QString> out;
    if (!json.isNull() && !json.isObject())
        wrong(json, u"an object { } is expected"_s);
    for (const QString& name : json.names())
        out[name] = plain(json[name]);
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

std::vector<Condition> MappingReader::conditions(const Json& json, Speaks left)
{
    std::vector<Condition> out;
    if (!json.isNull() && !json.isObject())
        wrong(json, u"an object { } is expected"_s);
    for (size_t i = 0; i < json.names().size(); ++i) {
        const Json* wanted = &json.items()[i];
        Condition one;
        one.name = settled(json.names()[i], *wanted);
        if (left == Speaks::Theirs) {
            auto where = Path::parse(one.name);
            if (where)
                one.path = *where;
            else
                wrong(*wanted, where.error().detail);
        } else {
            checkNames(*wanted, {one.name});
        }
        if (wanted->isObject()) {
            know(*wanted, {u"not"_s});
            if (!wanted->contains(u"not"_s))
                wrong(*wanted, u"\"not\" is missing"_s);
            one.negated = true;
            wanted = &(*wanted)[u"not"_s];
        }
        one.nothing = wanted->isNull();
        const std::vector<Json> alone{*wanted};
        for (const Json& value : wanted->isArray() ? wanted->items() : alone) {
            if (value.isObject() || value.isArray())
                wrong(value, u"a text, a number, true, false or null is expected"_s);
            else if (value.isNull())
                one.nothing = true;
            else
                one.values.push_back(value.isText() ? text(value) : Text::parse(value.said()).value_or({}));
        }
        out.push_back(std::move(one));
    }
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

void MappingReader::checkReferences()
{
    for (const auto& [line, list] : m_references) {
        if (!m_lists.contains(list))
            complain(u"line %1"_s.arg(line), u"the list \"%1\" is not in \"lists\""_s.arg(list));
    }
}

} // namespace rapport::connectors::rest
