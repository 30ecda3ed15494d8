// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/delivery.h"

#include "sync/connectors/files/lists.h"
#include "sync/contact/rowcontact.h"
#include "sync/contact/vcardwriter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::files
{
namespace
{

/// "contact.person.email" → text.
void flatten(const QJsonValue& value, const QString& path, std::map<QString, QString>& out)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            flatten(array[i], u"%1.%2"_s.arg(path).arg(i + 1), out);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            flatten(it.value(), path.isEmpty() ? it.key() : path + u'.' + it.key(), out);
    } else if (const QString text = value.toVariant().toString(); !text.isEmpty()) {
        out[path] = text;
    }
}

/// Without `meta`, the form's own bookkeeping, wherever it stands.
QJsonValue withoutMeta(const QJsonValue& value)
{
    if (value.isArray()) {
        QJsonArray out;
        for (const QJsonValue& one : value.toArray())
            out.append(withoutMeta(one));
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out = value.toObject();
    out.remove("meta"_L1);
    for (auto it = out.begin(); it != out.end(); ++it)
        it.value() = withoutMeta(it.value());
    return out;
}

QString firmOf(const Entity& entity, const JobContext& context)
{
    const auto id = entity.properties.find(u"organisation_id"_s);
    if (entity.list != "contacts"_L1 || id == entity.properties.end() || id->second.isEmpty())
        return {};
    const auto firm = context.entity(u"organisations"_s, id->second);
    return firm ? contact::firmOfRow(firm->properties, firm->label).organisation : QString();
}

} // namespace

Result<Delivery> deliveryOf(const Job& job, const JobContext& context, const std::vector<QString>& lists)
{
    Delivery out;
    if (job.kind == Job::Kind::Record) {
        out.name = u"conversations"_s;
        out.key = job.corrects.isEmpty() ? job.submission : job.corrects; // a conversation is one row
        out.form = context.formId();
        out.author = context.author();
        out.finishedAt = context.finishedAt().toString(Qt::ISODate);
        out.answers = withoutMeta(context.answers()).toObject();
        return out;
    }
    if (job.kind != Job::Kind::Entity || std::find(lists.begin(), lists.end(), job.list) == lists.end())
        return Error{Error::Kind::Invalid, u"job kind or list is not carried by files: %1"_s.arg(job.list)};
    auto entity = context.entity(job.list, job.entityId);
    if (!entity)
        return entity.error();
    out.name = job.list;
    out.key = entity->id;
    out.firm = firmOf(*entity, context);
    out.entity = std::move(*entity);
    return out;
}

QStringList columnsOf(const Delivery& delivery)
{
    if (!delivery.entity)
        return {u"instance_id"_s, u"form"_s, u"author"_s, u"finished_at"_s};
    const auto& lists = standardLists();
    const auto list = std::find_if(lists.begin(), lists.end(), [&](const StandardList& one) { return one.name == delivery.name; });
    return QStringList{u"id"_s, u"label"_s} + (list == lists.end() ? QStringList() : list->properties);
}

std::map<QString, QString> valuesOf(const Delivery& delivery)
{
    std::map<QString, QString> out;
    if (delivery.entity) {
        out = delivery.entity->properties;
        out[u"id"_s] = delivery.key;
        out[u"label"_s] = delivery.entity->label;
        return out;
    }
    flatten(delivery.answers, {}, out);
    out[u"instance_id"_s] = delivery.key;
    out[u"form"_s] = delivery.form;
    out[u"author"_s] = delivery.author;
    out[u"finished_at"_s] = delivery.finishedAt;
    return out;
}

QByteArray jsonLineOf(const Delivery& delivery)
{
    QJsonObject rest;
    if (delivery.entity) {
        QJsonObject properties;
        for (const auto& [name, value] : delivery.entity->properties)
            properties[name] = value;
        rest = {{u"list"_s, delivery.name}, {u"label"_s, delivery.entity->label}, {u"properties"_s, properties}};
    } else {
        rest = {
            {u"form"_s, delivery.form}, {u"author"_s, delivery.author}, {u"finished_at"_s, delivery.finishedAt}, {u"answers"_s, delivery.answers}};
    }
    const QByteArray id = QJsonDocument(QJsonObject{{u"id"_s, delivery.key}}).toJson(QJsonDocument::Compact);
    return id.chopped(1) + ',' + QJsonDocument(rest).toJson(QJsonDocument::Compact).mid(1) + '\n'; // the id first: so it is found without reading on
}

QByteArray cardOf(const Delivery& delivery)
{
    const Entity& entity = *delivery.entity;
    const auto value = [&](const QString& name) {
        const auto found = entity.properties.find(name);
        return found == entity.properties.end() ? QString() : found->second;
    };
    const bool isFirm = delivery.name == "organisations"_L1;
    contact::Contact card =
        isFirm ? contact::firmOfRow(entity.properties, entity.label) : contact::personOfRow(entity.properties, entity.label, delivery.firm);
    card.jobTitle = value(u"job_title"_s);
    card.street = value(u"street"_s);
    card.postcode = value(u"postcode"_s);
    card.country = value(u"country"_s);
    card.note = value(u"remark"_s);
    return contact::toVCard(card, delivery.key, isFirm ? contact::CardKind::Organisation : contact::CardKind::Person);
}

} // namespace rapport::connectors::files
