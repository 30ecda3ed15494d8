// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/odoo/mapping.h"

#include "sync/connectors/rest/rulereader.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rapport::connectors::odoo
{
namespace
{

using rest::Condition;
using rest::Field;
using rest::Json;
using rest::Path;
using rest::Source;
using rest::Value;

const QStringList operators{u"&"_s, u"|"_s, u"!"_s};
const QStringList kinds{u"value"_s, u"text"_s, u"html"_s, u"number"_s, u"id"_s, u"boolean"_s, u"date"_s, u"look_up"_s};

/// The field at which a path begins.
QString fieldOf(const QString& path)
{
    return path.section(u'.', 0, 0).section(u'[', 0, 0);
}

bool isModel(const QString& name)
{
    static const QRegularExpression model(u"^[a-z][a-z0-9_.]{0,63}$"_s);
    return name.contains(model);
}

bool isField(const QString& name)
{
    static const QRegularExpression field(u"^[a-z_][a-z0-9_]{0,63}$"_s);
    return name.contains(field);
}

class MappingReader : public rest::RuleReader
{
public:
    explicit MappingReader(const std::map<QString, QString>& settings) : RuleReader(settings) {}

    Mapping mapping(const Json& json)
    {
        Mapping out;
        know(json, {u"settings"_s, u"references"_s, u"look_ups"_s, u"lists"_s});
        readNames(json);
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

private:
    QString model(const Json& json)
    {
        const QString out = plainIn(json, u"model"_s, true);
        if (!out.isEmpty() && !isModel(out))
            wrong(json[u"model"_s], u"\"%1\" is no name of a model"_s.arg(out));
        return out;
    }

    void checkField(const QString& name, const Json& at)
    {
        if (!isField(name))
            wrong(at, u"\"%1\" is no name of a field"_s.arg(name));
    }

    Domain domain(const Json& json)
    {
        Domain out;
        if (!json.isArray())
            wrong(json, u"a list [ ] of conditions is expected"_s);
        for (const Json& term : json.items()) {
            if (term.isText() && operators.contains(term.said()))
                out.add({Domain::Term::Kind::Operator, term.said(), {}, {}, {}});
            else if (term.isArray() && term.items().size() == 3)
                out.add(this->term(term));
            else
                wrong(term, u"[field, comparison, value] or an operator is expected"_s);
        }
        return out;
    }

    Domain::Term term(const Json& json)
    {
        using Kind = Domain::Term::Kind;
        const Json& value = json.items()[2];
        Domain::Term out{Kind::Constant, plain(json.items()[0]), plain(json.items()[1]), value, {}};
        if (value.isObject()) {
            know(value, {u"id"_s});
            out.kind = Kind::Id;
            if (value.contains(u"id"_s))
                out.text = text(value[u"id"_s]);
            else
                wrong(value, u"\"id\" is missing"_s);
        } else if (value.isText()) {
            out.kind = Kind::Text;
            out.text = text(value);
        } else if (value.isNull()) {
            wrong(value, u"false says that nothing stands there, not null"_s);
        }
        return out;
    }

    LookUp lookUp(const Json& json)
    {
        know(json, {u"model"_s, u"domain"_s, u"optional"_s});
        return {model(json), domain(json[u"domain"_s]), flag(json, u"optional"_s)};
    }

    List list(const Json& json)
    {
        know(json, {u"model"_s, u"push"_s, u"pull"_s});
        List out;
        out.model = model(json);
        if (!json.contains(u"push"_s) && !json.contains(u"pull"_s))
            wrong(json, u"\"push\" or \"pull\" is missing"_s);
        if (json.contains(u"push"_s))
            out.push = push(json[u"push"_s]);
        if (json.contains(u"pull"_s)) {
            out.pull = pull(json[u"pull"_s]);
            out.pull->fingerprint = QCryptographicHash::hash(json.bytes(), QCryptographicHash::Sha256).toHex().left(16);
        }
        return out;
    }

    Push push(const Json& json)
    {
        know(json, {u"when"_s, u"find"_s, u"fields"_s, u"files"_s, u"number"_s});
        Push out;
        out.when = conditions(json[u"when"_s], Speaks::Ours);
        if (json.contains(u"find"_s) && !json[u"find"_s].isArray())
            wrong(json[u"find"_s], u"a list [ ] is expected"_s);
        for (const Json& one : json[u"find"_s].items())
            out.find.push_back(find(one));
        const Json& fields = json[u"fields"_s];
        if (!fields.isObject() || fields.items().empty())
            wrong(json, u"\"fields\" is missing"_s);
        for (size_t i = 0; i < fields.names().size(); ++i)
            out.fields.push_back(field(settled(fields.names()[i], fields.items()[i]), fields.items()[i]));
        if (json.contains(u"files"_s))
            out.files = plains(json[u"files"_s]);
        out.number = json.contains(u"number"_s) ? text(json[u"number"_s], Speaks::Theirs) : rest::Text();
        if (out.number.isEmpty())
            wrong(json, u"\"number\" is missing"_s);
        return out;
    }

    Find find(const Json& json)
    {
        know(json, {u"domain"_s, u"take"_s});
        const QString take = json.contains(u"take"_s) ? plain(json[u"take"_s]) : u"only"_s;
        if (take != u"only"_s && take != u"first"_s)
            wrong(json[u"take"_s], u"take \"%1\" is not known"_s.arg(take));
        return {domain(json[u"domain"_s]), take == u"first"_s};
    }

    Field field(const QString& name, const Json& json)
    {
        using Kind = Value::Kind;
        using Augment = Value::Augment;
        checkField(name, json);
        Field out{Path::parse(name).value_or({}), value(json, kinds)};
        Value& value = out.value;
        const bool isReference = value.kind == Kind::Id || value.kind == Kind::LookUp;
        if (value.is.empty())
            value.is.push_back(isReference ? Path::parse(name + u".id"_s).value_or({}) : out.to);
        if (value.augment == Augment::Add)
            wrong(json, u"augment \"add\" is not for Odoo"_s);
        if (value.kind == Kind::Html) {
            if (!json.contains(u"augment"_s))
                value.augment = Augment::Append;
            if (value.augment == Augment::Own)
                wrong(json, u"formatted text can be \"append\", \"replace\" or \"keep\""_s);
        }
        if (value.kind == Kind::Constant && !value.constant.isScalar())
            wrong(json, u"a text, a number, true or false is expected"_s);
        return out;
    }

    Pull pull(const Json& json)
    {
        know(json, {u"domain"_s, u"through"_s, u"label"_s, u"properties"_s});
        Pull out;
        out.domain = domain(json[u"domain"_s]);
        if (out.domain.names())
            wrong(json[u"domain"_s], u"there is no entity whose properties could be filled in"_s);
        const Json& through = json[u"through"_s];
        if (!through.isNull() && !through.isObject())
            wrong(through, u"an object { } is expected"_s);
        for (const QString& name : through.names()) {
            const Json& one = through[name];
            know(one, {u"model"_s, u"fields"_s});
            checkField(name, one);
            if (!one.contains(u"fields"_s)) {
                wrong(one, u"\"fields\" is missing"_s);
                continue;
            }
            out.through[name] = {model(one), plains(one[u"fields"_s])};
            for (const QString& field : out.through[name].second)
                checkField(field, one);
        }
        out.label = label(json);
        out.properties = properties(json);
        checkPaths(json, out);
        return out;
    }

    /// Paths begin with a field, and lead further only through a reference.
    void checkPaths(const Json& json, const Pull& pull)
    {
        QStringList paths = pull.label.names();
        for (const auto& [property, source] : pull.properties) {
            paths += source.text.names();
            for (const Condition& condition : source.where)
                paths += condition.path.text();
        }
        for (const QString& path : paths) {
            checkField(fieldOf(path), json);
            const QString further = path.section(u'.', 1, 1);
            const auto known = pull.through.find(fieldOf(path));
            const bool isThere = further.isEmpty() || further == u"id"_s || further == u"name"_s ||
                                 (known != pull.through.end() && known->second.second.contains(further));
            if (!isThere)
                wrong(json, u"{%1}: \"%2\" is not read in \"through\""_s.arg(path, further));
        }
    }
};

} // namespace

QStringList List::pushed() const
{
    QStringList out{u"write_date"_s};
    for (const Field& field : push->fields) {
        for (const Path& path : field.value.is)
            out += fieldOf(path.text());
        for (const Condition& condition : field.value.where)
            out += fieldOf(condition.path.text());
    }
    for (const QString& name : push->number.names())
        out += fieldOf(name);
    out.removeDuplicates();
    return out;
}

QStringList List::pulled() const
{
    QStringList out;
    for (const QString& name : pull->label.names())
        out += fieldOf(name);
    for (const auto& [property, source] : pull->properties) {
        for (const QString& name : source.text.names())
            out += fieldOf(name);
        for (const Condition& condition : source.where)
            out += fieldOf(condition.path.text());
    }
    for (const auto& [field, there] : pull->through)
        out += field;
    out.removeDuplicates();
    return out;
}

Result<Mapping> parseMapping(const QByteArray& json, const std::map<QString, QString>& settings)
{
    return rest::readMapping<Mapping, MappingReader>(json, settings);
}

Result<Mapping> loadMapping(const QString& path, const std::map<QString, QString>& settings)
{
    const auto json = rest::readMappingFile(path);
    return json ? parseMapping(*json, settings) : json.error();
}

} // namespace rapport::connectors::odoo
