// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/mapping.h"

#include "sync/connectors/firstfault.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

constexpr qsizetype largestFile = 1 << 20;
const QStringList selecting{u"property"_s, u"needs"_s, u"types"_s, u"without"_s};

class Reader : public FirstFault
{
public:
    Mapping mapping(const QJsonObject& json)
    {
        Mapping out;
        knowOnly(json, {u"references"_s, u"lists"_s, u"pull"_s}, u"mapping"_s);
        out.references = words(json["references"_L1]);
        const QJsonObject lists = json["lists"_L1].toObject();
        if (lists.isEmpty())
            complain(u"mapping"_s, u"\"lists\" is missing"_s);
        for (auto it = lists.begin(); it != lists.end(); ++it) {
            const QJsonArray rules = it.value().toArray();
            if (rules.isEmpty())
                complain(u"lists."_s + it.key(), u"an array of rules is expected"_s);
            for (qsizetype i = 0; i < rules.size(); ++i)
                out.lists[it.key()].push_back(rule(rules[i].toObject(), u"lists.%1[%2]"_s.arg(it.key()).arg(i)));
        }
        const QJsonObject pull = json["pull"_L1].toObject();
        for (auto it = pull.begin(); it != pull.end(); ++it)
            out.pull[it.key()] = pullList(it.value().toObject(), u"pull."_s + it.key());
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

    static QStringList texts(const QJsonValue& value)
    {
        if (value.isString())
            return {value.toString()};
        QStringList out;
        for (const QJsonValue& one : value.toArray())
            out += one.toString();
        return out;
    }

    static QStringList types(const QJsonValue& value)
    {
        QStringList out = texts(value);
        for (QString& one : out)
            one = one.toUpper();
        return out;
    }

    static std::map<QString, QString> words(const QJsonValue& value)
    {
        std::map<QString, QString> out;
        const QJsonObject json = value.toObject();
        for (auto it = json.begin(); it != json.end(); ++it)
            out[it.key()] = it.value().toString();
        return out;
    }

    std::vector<Selector> selectors(const QJsonObject& json, const QString& place)
    {
        std::vector<Selector> out;
        for (const QString& property : texts(json["property"_L1]))
            out.push_back({property.toUpper(), types(json["needs"_L1]), types(json["types"_L1]), types(json["without"_L1])});
        if (out.empty() || out.front().property.isEmpty())
            complain(place, u"\"property\" is missing"_s);
        return out.empty() ? std::vector<Selector>(1) : out;
    }

    Rule rule(const QJsonObject& json, const QString& place)
    {
        static const QStringList components{u"VCARD"_s, u"VEVENT"_s, u"VTODO"_s}, kinds{QString(), u"org"_s, u"individual"_s};
        knowOnly(json, {u"when"_s, u"component"_s, u"kind"_s, u"number"_s, u"fields"_s}, place);
        Rule out;
        const QJsonObject when = json["when"_L1].toObject();
        for (auto it = when.begin(); it != when.end(); ++it)
            out.when[it.key()] = texts(it.value());
        out.component = text(json, u"component"_s, place);
        if (!components.contains(out.component))
            complain(place, u"component \"%1\" is not known"_s.arg(out.component));
        out.kind = json["kind"_L1].toString();
        if (!kinds.contains(out.kind))
            complain(place, u"kind \"%1\" is not known"_s.arg(out.kind));
        out.number = text(json, u"number"_s, place);
        const QJsonArray fields = json["fields"_L1].toArray();
        if (fields.isEmpty())
            complain(place, u"\"fields\" is missing"_s);
        for (qsizetype i = 0; i < fields.size(); ++i)
            out.fields.push_back(field(fields[i].toObject(), u"%1.fields[%2]"_s.arg(place).arg(i)));
        return out;
    }

    Field field(const QJsonObject& json, const QString& place)
    {
        using Kind = Field::Kind;
        static const std::map<QString, Kind> kinds{{u"value"_s, Kind::Constant}, {u"from"_s, Kind::From},   {u"parts"_s, Kind::Parts},
                                                   {u"each"_s, Kind::Each},      {u"lines"_s, Kind::Lines}, {u"remote"_s, Kind::Remote},
                                                   {u"time"_s, Kind::Time}};
        Field out;
        int sources = 0;
        for (const auto& [name, kind] : kinds) {
            if (!json.contains(name))
                continue;
            ++sources;
            out.kind = kind;
            source(json[name], out, place);
        }
        if (sources != 1)
            complain(place, u"one source is needed, there are %1"_s.arg(sources));
        QStringList known = selecting + QStringList{u"augment"_s, u"words"_s, u"minutes"_s, u"required"_s};
        for (const auto& [name, kind] : kinds)
            known += name;
        knowOnly(json, known, place);
        out.where = selectors(json, place).front();
        out.augment = augment(json["augment"_L1].toString(u"own"_s), place);
        out.words = words(json["words"_L1]);
        out.minutes = json["minutes"_L1].toInt();
        out.required = json["required"_L1].toBool();
        return out;
    }

    void source(const QJsonValue& json, Field& out, const QString& place)
    {
        if (out.kind == Field::Kind::Constant) {
            out.constant = json.toString();
        } else if (out.kind == Field::Kind::Lines) {
            for (const QJsonValue& line : json.toArray())
                out.lines.emplace_back(line.toArray().at(0).toString(), line.toArray().at(1).toString());
        } else if (out.kind == Field::Kind::Parts) {
            for (const QJsonValue& part : json.toArray())
                out.parts.push_back(texts(part));
        } else {
            out.names = texts(json);
        }
        if (out.constant.isEmpty() && out.lines.empty() && out.parts.empty() && out.names.join(QString()).isEmpty())
            complain(place, u"its source is empty"_s);
    }

    Field::Augment augment(const QString& name, const QString& place)
    {
        using Augment = Field::Augment;
        static const std::map<QString, Augment> names{{u"own"_s, Augment::Own}, {u"keep"_s, Augment::Keep}, {u"add"_s, Augment::Add}};
        const auto found = names.find(name);
        if (found == names.end())
            complain(place, u"augment \"%1\" is not known"_s.arg(name));
        return found == names.end() ? Augment::Own : found->second;
    }

    PullList pullList(const QJsonObject& json, const QString& place)
    {
        knowOnly(json, {u"components"_s, u"kind"_s, u"ours_only"_s, u"label"_s, u"properties"_s}, place);
        PullList out;
        out.components = texts(json["components"_L1]);
        if (out.components.isEmpty())
            complain(place, u"\"components\" is missing"_s);
        out.kind = json["kind"_L1].toString();
        out.oursOnly = json["ours_only"_L1].toBool();
        out.label = read(json["label"_L1].toObject(), place + ".label"_L1);
        const QJsonObject properties = json["properties"_L1].toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it)
            out.properties[it.key()] = read(it.value().toObject(), u"%1.properties.%2"_s.arg(place, it.key()));
        return out;
    }

    Source read(const QJsonObject& json, const QString& place)
    {
        knowOnly(json, selecting + QStringList{u"part"_s, u"rest"_s, u"time"_s, u"foreign"_s, u"words"_s}, place);
        Source out;
        out.where = selectors(json, place);
        out.part = json["part"_L1].toInt(-1);
        out.rest = json["rest"_L1].toBool();
        out.time = json["time"_L1].toBool();
        out.foreign = json["foreign"_L1].toBool();
        out.words = words(json["words"_L1]);
        return out;
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
    mapping.fingerprint = QCryptographicHash::hash(document.toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex().left(16);
    return mapping;
}

Result<Mapping> loadMapping(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return Error{Error::Kind::Invalid, u"mapping: the file cannot be read"_s};
    return parseMapping(file.readAll());
}

} // namespace rapport::connectors::dav
