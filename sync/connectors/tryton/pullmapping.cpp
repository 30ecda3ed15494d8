// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/tryton/pullmapping.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace rapport::connectors::tryton
{
namespace
{

Error fault(const QString& place, const QString& what)
{
    return {Error::Kind::Invalid, u"%1: %2"_s.arg(place, what)};
}

Status knowOnly(const QJsonObject& json, const QStringList& names, const QString& place)
{
    for (const QString& name : json.keys()) {
        if (!names.contains(name))
            return fault(place, u"\"%1\" is not known"_s.arg(name));
    }
    return ok();
}

/// One text or several; null is an empty text.
QStringList texts(const QJsonValue& value)
{
    if (!value.isArray())
        return value.isUndefined() ? QStringList() : QStringList{value.toString()};
    QStringList out;
    for (const QJsonValue& one : value.toArray())
        out += one.toString();
    return out;
}

Result<Source> readSource(const QJsonObject& json, const QString& place)
{
    const QStringList known{u"field"_s, u"now"_s, u"title"_s, u"where"_s, u"reference"_s, u"rest"_s, u"words"_s, u"foreign"_s};
    if (Status members = knowOnly(json, known, place); !members)
        return members.error();
    Source out;
    out.fields = texts(json["field"_L1]);
    if (int(json.contains("field"_L1)) + int(json.contains("now"_L1)) + int(json.contains("title"_L1)) != 1)
        return fault(place, u"one of \"field\", \"now\", \"title\" is needed"_s);
    if (!json.contains("field"_L1))
        out.kind = json.contains("now"_L1) ? Source::Kind::Now : Source::Kind::Title;
    else if (out.fields.isEmpty() || out.fields.contains(QString()))
        return fault(place, u"no field is named"_s);
    const QString words = json["words"_L1].toString(u"all"_s);
    if (words != "all"_L1 && words != "leading"_L1 && words != "last"_L1)
        return fault(place, u"words \"%1\" is not known"_s.arg(words));
    out.words = words == "leading"_L1 ? Source::Words::Leading : words == "last"_L1 ? Source::Words::Last : Source::Words::All;
    const QJsonObject where = json["where"_L1].toObject();
    for (auto it = where.begin(); it != where.end(); ++it)
        out.where[it.key()] = texts(it.value());
    out.model = json["reference"_L1].toString();
    out.rest = json["rest"_L1].toBool();
    out.foreign = json["foreign"_L1].toBool();
    return out;
}

} // namespace

Result<PullList> readPullList(const QJsonObject& json, const QString& place)
{
    const QStringList known{u"model"_s, u"needs"_s, u"key"_s, u"domain"_s, u"domain_needs"_s, u"children"_s, u"label"_s, u"properties"_s};
    if (Status members = knowOnly(json, known, place); !members)
        return members.error();
    PullList out;
    out.model = json["model"_L1].toString();
    out.needs = json["needs"_L1].toString();
    out.key = json["key"_L1].toString();
    out.domain = json["domain"_L1].toArray();
    out.domainNeeds = json["domain_needs"_L1].toString();
    out.children = texts(json["children"_L1]);
    out.label = texts(json["label"_L1]);
    if (out.model.isEmpty())
        return fault(place, u"\"model\" is missing"_s);
    if (out.label.isEmpty())
        return fault(place, u"\"label\" is missing"_s);
    const QJsonObject properties = json["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        auto source = readSource(it.value().toObject(), place + ".properties."_L1 + it.key());
        if (!source)
            return source.error();
        out.sources[it.key()] = std::move(*source);
    }
    out.fingerprint = QCryptographicHash::hash(QJsonDocument(json).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex().left(16);
    return out;
}

} // namespace rapport::connectors::tryton
