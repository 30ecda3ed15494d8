// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/tryton/mapping.h"

#include "sync/connectors/firstfault.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;

namespace rapport::connectors::tryton
{
namespace
{

class Reader : public FirstFault
{
public:
    Mapping mapping(const QJsonObject& json)
    {
        Mapping out;
        knowOnly(json, {u"references"_s, u"lists"_s, u"pull"_s}, u"mapping"_s);
        const QJsonObject references = json["references"_L1].toObject();
        for (auto it = references.begin(); it != references.end(); ++it)
            out.references[it.key()] = it.value().toString();
        const QJsonObject lists = json["lists"_L1].toObject();
        if (lists.isEmpty())
            complain(u"mapping"_s, u"\"lists\" is missing"_s);
        for (auto it = lists.begin(); it != lists.end(); ++it)
            out.lists[it.key()] = list(it.value().toObject(), u"lists."_s + it.key());
        const QJsonObject pull = json["pull"_L1].toObject();
        for (auto it = pull.begin(); it != pull.end(); ++it) {
            if (auto read = readPullList(it.value().toObject(), u"pull."_s + it.key()))
                out.pull[it.key()] = std::move(*read);
            else if (fault.isEmpty())
                fault = read.error().detail;
        }
        return out;
    }

private:
    QString text(const QJsonObject& json, const QString& name, const QString& place)
    {
        const QString out = json[name].toString();
        if (out.isEmpty())
            complain(place, u"\"%1\" is missing"_s.arg(name));
        return out;
    }

    QStringList texts(const QJsonValue& value)
    {
        if (value.isString())
            return {value.toString()};
        QStringList out;
        for (const QJsonValue& one : value.toArray())
            out += one.toString();
        return out;
    }

    ListMapping list(const QJsonObject& json, const QString& place)
    {
        knowOnly(json, {u"model"_s, u"key"_s, u"key_within"_s, u"match"_s, u"number"_s, u"fields"_s, u"rows"_s, u"otherwise"_s}, place);
        ListMapping out;
        out.model = text(json, u"model"_s, place);
        out.key = text(json, u"key"_s, place);
        out.keyWithin = json["key_within"_L1].toBool();
        const QJsonObject match = json["match"_L1].toObject();
        for (auto it = match.begin(); it != match.end(); ++it)
            out.matches.emplace_back(it.key(), it.value().toString());
        const QJsonObject number = json["number"_L1].toObject();
        out.numberField = text(number, u"field"_s, place + ".number"_L1);
        out.numberText = text(number, u"text"_s, place + ".number"_L1);
        out.fields = values(json["fields"_L1].toObject(), place + ".fields"_L1);
        int index = 0;
        for (const QJsonValue& row : json["rows"_L1].toArray())
            out.rows.push_back(rows(row.toObject(), u"%1.rows[%2]"_s.arg(place).arg(index++)));
        if (json.contains("otherwise"_L1))
            out.otherwise.push_back(list(json["otherwise"_L1].toObject(), place + ".otherwise"_L1));
        return out;
    }

    Rows rows(const QJsonObject& json, const QString& place)
    {
        knowOnly(json, {u"field"_s, u"needs"_s, u"each"_s, u"same"_s, u"single"_s, u"update"_s, u"values"_s}, place);
        Rows out;
        out.field = text(json, u"field"_s, place);
        out.needs = json["needs"_L1].toString();
        out.each = json["each"_L1].toString();
        out.same = texts(json["same"_L1]);
        out.single = json["single"_L1].toBool();
        out.update = texts(json["update"_L1]);
        out.values = values(json["values"_L1].toObject(), place + ".values"_L1);
        if (out.same.isEmpty())
            complain(place, u"\"same\" is missing"_s);
        return out;
    }

    std::map<QString, Value> values(const QJsonObject& json, const QString& place)
    {
        std::map<QString, Value> out;
        for (auto it = json.begin(); it != json.end(); ++it)
            out[it.key()] = value(it.value().toObject(), place + u'.' + it.key());
        return out;
    }

    Value value(const QJsonObject& json, const QString& place)
    {
        using Kind = Value::Kind;
        static const std::map<QString, Kind> kinds{{u"value"_s, Kind::Constant},     {u"from"_s, Kind::From},   {u"decimal"_s, Kind::Decimal},
                                                   {u"lines"_s, Kind::Lines},        {u"item"_s, Kind::Item},   {u"remote"_s, Kind::Remote},
                                                   {u"find"_s, Kind::Find},          {u"first"_s, Kind::First}, {u"preference"_s, Kind::Preference},
                                                   {u"reference"_s, Kind::Reference}};
        Value out;
        int sources = 0;
        for (const QString& name : json.keys()) {
            if (const auto kind = kinds.find(name); kind != kinds.end()) {
                ++sources;
                out.kind = kind->second;
                source(json[name], out, place);
            } else if (name == "augment"_L1) {
                out.augment = augment(json[name].toString(), place);
            } else if (name == "words"_L1) {
                const QJsonObject words = json[name].toObject();
                for (auto it = words.begin(); it != words.end(); ++it)
                    out.words[it.key()] = it.value().toString();
            } else if (name == "required"_L1) {
                out.required = json[name].toBool();
            } else {
                complain(place, u"\"%1\" is not known"_s.arg(name));
            }
        }
        if (sources != 1)
            complain(place, u"one source is needed, there are %1"_s.arg(sources));
        return out;
    }

    void source(const QJsonValue& json, Value& out, const QString& place)
    {
        if (out.kind == Value::Kind::Constant) {
            out.constant = json;
        } else if (out.kind == Value::Kind::Lines) {
            for (const QJsonValue& line : json.toArray())
                out.lines.emplace_back(line.toArray().at(0).toString(), line.toArray().at(1).toString());
        } else if (out.kind == Value::Kind::Find || out.kind == Value::Kind::First) {
            const QJsonObject look = json.toObject();
            knowOnly(look, {u"model"_s, u"field"_s, u"from"_s, u"value"_s}, place);
            out.model = text(look, u"model"_s, place);
            out.field = text(look, u"field"_s, place);
            out.names = texts(look["from"_L1]);
            out.constant = look["value"_L1];
            if (out.names.isEmpty() && !out.constant.isString())
                complain(place, u"\"from\" or \"value\" is missing"_s);
        } else if (out.kind != Value::Kind::Item) {
            out.names = texts(json);
            if (out.names.isEmpty())
                complain(place, u"no property is named"_s);
        }
    }

    Value::Augment augment(const QString& name, const QString& place)
    {
        using Augment = Value::Augment;
        static const std::map<QString, Augment> names{
            {u"own"_s, Augment::Own}, {u"replace"_s, Augment::Replace}, {u"keep"_s, Augment::Keep}, {u"append"_s, Augment::Append}};
        const auto found = names.find(name);
        if (found == names.end())
            complain(place, u"augment \"%1\" is not known"_s.arg(name));
        return found == names.end() ? Augment::Own : found->second;
    }
};

} // namespace

Result<Mapping> parseMapping(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return Error{Error::Kind::Invalid, u"mapping: not JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset)};
    Reader reader;
    Mapping mapping = reader.mapping(document.object());
    if (!reader.fault.isEmpty())
        return Error{Error::Kind::Invalid, reader.fault};
    return mapping;
}

Result<Mapping> loadMapping(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Invalid, u"mapping: the file cannot be read"_s};
    return parseMapping(file.readAll());
}

} // namespace rapport::connectors::tryton
