// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/rulereader.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

/// What a text may name beside properties.
const QStringList ours{u"@id"_s,     u"@label"_s, u"@list"_s, u"@key"_s,   u"@remote"_s, u"@author"_s, u"@finished"_s, u"@date"_s,   u"@form"_s,
                       u"@record"_s, u"@title"_s, u"@of"_s,   u"@since"_s, u"@file"_s,   u"@type"_s,   u"@size"_s,     u"@sha256"_s, u"@token"_s};

} // namespace

Result<QByteArray> readMappingFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mappingLimits.bytes)
        return Error{Error::Kind::Invalid, u"mapping: the file cannot be read"_s};
    return file.readAll();
}

void RuleReader::readNames(const Json& whole)
{
    readSettings(whole[u"settings"_s]);
    for (const QString& name : whole[u"look_ups"_s].names())
        m_lookUps.insert(name);
    for (const QString& name : whole[u"lists"_s].names())
        m_lists.insert(name);
}

void RuleReader::know(const Json& json, const QStringList& names)
{
    if (!json.isObject())
        wrong(json, u"an object { } is expected"_s);
    for (size_t i = 0; i < json.names().size(); ++i) {
        if (!names.contains(json.names()[i]))
            wrong(json.items()[i], u"\"%1\" is not known"_s.arg(json.names()[i]));
    }
}

/// {"project": "service"}: what the configuration may say instead; null: it has to.
void RuleReader::readSettings(const Json& json)
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

QString RuleReader::settled(QString text, const Json& at)
{
    for (const auto& [name, value] : m_settings)
        text.replace(u"{%"_s + name + u'}', value);
    if (text.contains(u"{%"_s))
        wrong(at, u"a setting {%…} is not known"_s);
    return text;
}

QString RuleReader::plain(const Json& json)
{
    if (!json.isText())
        wrong(json, u"a text is expected"_s);
    return settled(json.said(), json);
}

QString RuleReader::plainIn(const Json& json, const QString& name, bool needed)
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

bool RuleReader::flag(const Json& json, const QString& name)
{
    const Json& value = json[name];
    if (!value.isNull() && value.kind() != Json::Kind::Boolean)
        wrong(value, u"true or false is expected"_s);
    return value.said() == u"true"_s;
}

QStringList RuleReader::plains(const Json& json)
{
    if (!json.isArray())
        return {plain(json)};
    QStringList out;
    for (const Json& one : json.items())
        out += plain(one);
    return out;
}

Text RuleReader::text(const Json& json, Speaks speaks)
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

void RuleReader::checkNames(const Json& json, const QStringList& names)
{
    for (const QString& name : names) {
        const QString last = name.section(u'.', -1);
        if (name.startsWith(u'#') ? !m_lookUps.contains(name.mid(1)) : last.startsWith(u'@') && !ours.contains(last))
            wrong(json, u"{%1} is not known"_s.arg(name));
    }
}

Path RuleReader::path(const Json& json)
{
    auto parsed = Path::parse(plain(json));
    if (!parsed) {
        wrong(json, parsed.error().detail);
        return {};
    }
    return *parsed;
}

std::vector<std::pair<QString, Text>> RuleReader::namedTexts(const Json& json, Speaks speaks)
{
    std::vector<std::pair<QString, Text>> out;
    if (!json.isNull() && !json.isObject())
        wrong(json, u"an object { } is expected"_s);
    for (size_t i = 0; i < json.names().size(); ++i)
        out.emplace_back(settled(json.names()[i], json.items()[i]), text(json.items()[i], speaks));
    return out;
}

std::map<QString, QString> RuleReader::words(const Json& json)
{
    std::map<QString, QString> out;
    if (!json.isNull() && !json.isObject())
        wrong(json, u"an object { } is expected"_s);
    for (const QString& name : json.names())
        out[name] = plain(json[name]);
    return out;
}

std::vector<Condition> RuleReader::conditions(const Json& json, Speaks left)
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

Value RuleReader::value(const Json& json, const QStringList& kinds)
{
    using Augment = Value::Augment;
    using On = Value::On;
    static const std::map<QString, Augment> rules{{u"own"_s, Augment::Own},
                                                  {u"replace"_s, Augment::Replace},
                                                  {u"keep"_s, Augment::Keep},
                                                  {u"append"_s, Augment::Append},
                                                  {u"add"_s, Augment::Add}};
    Value out;
    if (json.isText()) {
        out.lines.push_back(text(json));
        return out;
    }
    know(json, kinds + QStringList{u"of"_s, u"words"_s, u"augment"_s, u"on"_s, u"is"_s, u"where"_s, u"required"_s});
    QStringList sources;
    for (const QString& kind : kinds) {
        if (json.contains(kind))
            sources += kind;
    }
    if (sources.size() != 1)
        wrong(json, u"one of \"%1\" is needed"_s.arg(kinds.join(u"\", \""_s)));
    else
        source(json, sources.first(), out);
    out.words = words(json[u"words"_s]);
    out.required = flag(json, u"required"_s);
    if (json.contains(u"augment"_s)) {
        const auto rule = rules.find(plain(json[u"augment"_s]));
        if (rule == rules.end())
            wrong(json[u"augment"_s], u"augment \"%1\" is not known"_s.arg(json[u"augment"_s].said()));
        else
            out.augment = rule->second;
    }
    out.where = conditions(json[u"where"_s], Speaks::Theirs);
    const QString on = plainIn(json, u"on"_s, false);
    if (!on.isEmpty() && on != u"create"_s && on != u"update"_s)
        wrong(json[u"on"_s], u"on \"%1\" is not known"_s.arg(on));
    out.on = on == u"create"_s ? On::Create : on == u"update"_s ? On::Update : On::Both;
    if (json.contains(u"is"_s)) {
        const std::vector<Json> alone{json[u"is"_s]};
        for (const Json& one : json[u"is"_s].isArray() ? json[u"is"_s].items() : alone)
            out.is.push_back(path(one));
    }
    return out;
}

void RuleReader::source(const Json& json, const QString& kind, Value& out)
{
    using Kind = Value::Kind;
    static const std::map<QString, Kind> kinds{{u"value"_s, Kind::Constant},  {u"text"_s, Kind::Text}, {u"number"_s, Kind::Number},
                                               {u"boolean"_s, Kind::Boolean}, {u"date"_s, Kind::Date}, {u"look_up"_s, Kind::LookUp},
                                               {u"id"_s, Kind::Id},           {u"html"_s, Kind::Html}};
    out.kind = kinds.at(kind);
    const Json& from = json[kind];
    if (out.kind == Kind::Constant) {
        out.constant = from;
        return;
    }
    if (out.kind == Kind::LookUp) {
        out.lookUp = plain(from);
        if (!m_lookUps.contains(out.lookUp))
            wrong(from, u"\"%1\" is not in \"look_ups\""_s.arg(out.lookUp));
        if (json.contains(u"of"_s))
            out.lines.push_back(text(json[u"of"_s]));
        return;
    }
    if (from.isArray() && out.kind != Kind::Text && out.kind != Kind::Html)
        wrong(from, u"a text is expected"_s);
    const std::vector<Json> alone{from};
    for (const Json& line : from.isArray() ? from.items() : alone)
        out.lines.push_back(text(line));
}

Text RuleReader::label(const Json& json)
{
    Text out = json.contains(u"label"_s) ? text(json[u"label"_s], Speaks::Theirs) : Text();
    if (out.isEmpty())
        wrong(json, u"\"label\" is missing"_s);
    return out;
}

std::map<QString, Source> RuleReader::properties(const Json& json)
{
    std::map<QString, Source> out;
    const Json& all = json[u"properties"_s];
    if (!all.isNull() && !all.isObject())
        wrong(all, u"an object { } is expected"_s);
    for (const QString& name : all.names())
        out[name] = pulled(all[name]);
    return out;
}

Source RuleReader::pulled(const Json& json)
{
    Source out;
    if (json.isText()) {
        out.text = text(json, Speaks::Theirs);
        return out;
    }
    know(json, {u"text"_s, u"date"_s, u"now"_s, u"title"_s, u"words"_s, u"reference"_s, u"where"_s});
    const bool now = flag(json, u"now"_s), title = flag(json, u"title"_s), day = json.contains(u"date"_s);
    if (int(json.contains(u"text"_s)) + int(day) + int(now) + int(title) != 1)
        wrong(json, u"one of \"text\", \"date\", \"now\", \"title\" is needed"_s);
    else if (!now && !title)
        out.text = text(json[day ? u"date"_s : u"text"_s], Speaks::Theirs);
    out.kind = now ? Source::Kind::Now : title ? Source::Kind::Title : day ? Source::Kind::Day : Source::Kind::Text;
    out.words = words(json[u"words"_s]);
    out.where = conditions(json[u"where"_s], Speaks::Theirs);
    out.reference = plainIn(json, u"reference"_s, false);
    if (!out.reference.isEmpty())
        m_references.emplace_back(json.line(), out.reference);
    return out;
}

void RuleReader::checkReferences()
{
    for (const auto& [line, list] : m_references) {
        if (!m_lists.contains(list))
            complain(u"line %1"_s.arg(line), u"the list \"%1\" is not in \"lists\""_s.arg(list));
    }
}

} // namespace rapport::connectors::rest
