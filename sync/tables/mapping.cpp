// SPDX-License-Identifier: Apache-2.0
#include "sync/tables/mapping.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

/// As in sync/connectors/connector.cpp: a static library's resources are linked in only where somebody asks for them.
static void registerMappings()
{
    Q_INIT_RESOURCE(mappings);
}

namespace rapport::tables
{
namespace
{

constexpr qsizetype fileLimit = 1024 * 1024, propertyLimit = 200;

class Reader
{
public:
    QString fault; ///< the first; empty: none

    Mapping mapping(const QJsonObject& json)
    {
        const QString top = u"mapping"_s;
        knowOnly(json,
                 {u"list"_s, u"sheet"_s, u"titles_in_row"_s, u"country"_s, u"decimal_mark"_s, u"dates"_s, u"key"_s, u"label"_s, u"match"_s,
                  u"properties"_s},
                 top);
        Mapping out;
        out.list = text(json, u"list"_s, top);
        out.place.sheet = text(json, u"sheet"_s, top);
        out.place.titleRow = json["titles_in_row"_L1].toInt(json.contains("titles_in_row"_L1) ? 0 : 1);
        if (out.place.titleRow < 1 || out.place.titleRow > 1000)
            complain(top, u"\"titles_in_row\" is not between 1 and 1000"_s);
        out.country = text(json, u"country"_s, top).toUpper();
        out.decimalMark = oneOf(json, u"decimal_mark"_s, {u"."_s, u","_s}, top).at(0);
        out.dates = oneOf(json, u"dates"_s, {u"day first"_s, u"month first"_s}, top) == u"day first"_s ? Mapping::DateOrder::DayFirst
                                                                                                       : Mapping::DateOrder::MonthFirst;
        const QJsonObject properties = json["properties"_L1].toObject();
        if (properties.isEmpty() || properties.size() > propertyLimit)
            complain(top, u"\"properties\" is missing, empty, or has more than %1"_s.arg(propertyLimit));
        for (auto it = properties.begin(); it != properties.end(); ++it)
            out.properties.push_back(rule(it.key(), it.value(), u"properties."_s + it.key()));
        out.key = known(json, u"key"_s, out);
        out.label = known(json, u"label"_s, out);
        out.match = known(json, u"match"_s, out);
        if (out.key.isEmpty())
            complain(top, u"\"key\" is missing"_s);
        return out;
    }

private:
    void complain(const QString& place, const QString& what)
    {
        if (fault.isEmpty())
            fault = u"%1: %2"_s.arg(place, what);
    }

    void knowOnly(const QJsonObject& json, const QStringList& names, const QString& place)
    {
        for (const QString& name : json.keys()) {
            if (!names.contains(name))
                complain(place, u"\"%1\" is not known"_s.arg(name));
        }
    }

    QString text(const QJsonObject& json, const QString& name, const QString& place)
    {
        if (json.contains(name) && !json[name].isString())
            complain(place, u"\"%1\" is no text"_s.arg(name));
        return json[name].toString();
    }

    /// One of @p words, the first where nothing is said.
    QString oneOf(const QJsonObject& json, const QString& name, const QStringList& words, const QString& place)
    {
        const QString word = json.contains(name) ? json[name].toString() : words.first();
        if (!words.contains(word))
            complain(place, u"\"%1\" is none of “%2”"_s.arg(name, words.join(u"”, “"_s)));
        return words.contains(word) ? word : words.first();
    }

    /// A text, or several of them.
    QStringList texts(const QJsonValue& json, const QString& place)
    {
        QStringList out;
        for (const QJsonValue& one : json.isString() ? QJsonArray{json} : json.toArray())
            out += one.toString().simplified();
        if (out.isEmpty() || out.contains(QString()))
            complain(place, u"a text, or a list of texts, is needed"_s);
        return out;
    }

    /// Properties that the mapping fills.
    QStringList known(const QJsonObject& json, const QString& name, const Mapping& mapping)
    {
        const QStringList out = json.contains(name) ? texts(json[name], name) : QStringList();
        for (const QString& one : out) {
            if (std::none_of(mapping.properties.begin(), mapping.properties.end(), [&](const PropertyRule& rule) { return rule.property == one; }))
                complain(name, u"“%1” is no property of the mapping"_s.arg(one));
        }
        return out;
    }

    PropertyRule rule(const QString& property, const QJsonValue& value, const QString& place)
    {
        static const QRegularExpression xmlName(u"^[A-Za-z][A-Za-z0-9_.-]{0,99}$"_s);
        static const QStringList kinds{u"text"_s, u"phone"_s, u"country"_s, u"email"_s, u"decimal"_s, u"date"_s};
        if (!xmlName.match(property).hasMatch() || property == "name"_L1 || property == "label"_L1)
            complain(place, u"that is no name for a property"_s);
        PropertyRule out;
        out.property = property;
        const QJsonObject json = value.isString() ? QJsonObject{{u"from"_s, value}} : value.toObject();
        knowOnly(json, {u"from"_s, u"value"_s, u"find"_s, u"as"_s, u"words"_s, u"otherwise"_s, u"required"_s}, place);
        if (json.contains("from"_L1) + json.contains("value"_L1) + json.contains("find"_L1) != 1)
            complain(place, u"one of \"from\", \"value\" and \"find\" is needed"_s);
        if (json.contains("from"_L1))
            out.from = texts(json["from"_L1], place + ".from"_L1);
        if (json.contains("value"_L1))
            out.value = text(json, u"value"_s, place);
        if (json.contains("find"_L1))
            find(json["find"_L1].toObject(), out, place + ".find"_L1);
        out.as = PropertyRule::As(kinds.indexOf(oneOf(json, u"as"_s, kinds, place)));
        const QJsonObject words = json["words"_L1].toObject();
        for (auto it = words.begin(); it != words.end(); ++it)
            out.words[folded(it.key())] = it.value().toString();
        if (json.contains("otherwise"_L1))
            out.otherwise = text(json, u"otherwise"_s, place);
        if (json.contains("required"_L1) && !json["required"_L1].isBool())
            complain(place, u"\"required\" is neither true nor false"_s);
        out.required = json["required"_L1].toBool();
        return out;
    }

    void find(const QJsonObject& json, PropertyRule& out, const QString& place)
    {
        knowOnly(json, {u"list"_s, u"by"_s}, place);
        out.findList = text(json, u"list"_s, place);
        for (const QJsonValue& one : json["by"_L1].toArray())
            out.findBy.emplace_back(one.toArray().at(0).toString(), texts(one.toArray().at(1), place));
        if (out.findList.isEmpty() || out.findBy.empty())
            complain(place, u"\"list\" or \"by\" is missing"_s);
    }
};

} // namespace

QString folded(const QString& text)
{
    return text.simplified().toCaseFolded();
}

Result<Mapping> readMapping(const QByteArray& json)
{
    if (json.size() > fileLimit)
        return Error{Error::Kind::Invalid, u"The mapping is larger than 1 MiB."_s};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Error{Error::Kind::Invalid,
                     u"The mapping is no JSON: line %1, %2."_s.arg(json.left(error.offset).count('\n') + 1).arg(error.errorString())};
    Reader reader;
    Mapping mapping = reader.mapping(document.object());
    if (!reader.fault.isEmpty())
        return Error{Error::Kind::Invalid, u"The mapping cannot be used. %1."_s.arg(reader.fault)};
    return mapping;
}

QByteArray shippedMapping(const QString& name)
{
    static const QRegularExpression word(u"^[a-z]+$"_s);
    registerMappings();
    QFile file(u":/rapport/tables/mappings/"_s + name + u".json"_s);
    return word.match(name).hasMatch() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace rapport::tables
