// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/tryton/record.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rapport::connectors::tryton
{
namespace
{

bool isEmpty(const QJsonValue& value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty());
}

/// Decimal text stays text all the way; a comma or a word is refused here, before Tryton could misread it.
Reply decimal(const QString& text)
{
    static const QRegularExpression number(u"^[+-]?[0-9]+([.][0-9]+)?$"_s);
    if (text.isEmpty())
        return QJsonValue();
    if (!text.contains(number))
        return Fault{Fault::Kind::Refused, u"an amount is not a decimal number"_s};
    return QJsonValue(QJsonObject{{u"__class__"_s, u"Decimal"_s}, {u"decimal"_s, withoutZeros(text)}});
}

/// The id in "party.party,88" if it is one of @p model; 0: it is not.
int idIn(const QString& reference, const QString& model)
{
    return reference.section(u',', 0, 0) == model ? reference.section(u',', 1, 1).toInt() : 0;
}

} // namespace

QString withoutZeros(QString decimal)
{
    while (decimal.contains(u'.') && (decimal.endsWith(u'0') || decimal.endsWith(u'.')))
        decimal.chop(1);
    return decimal;
}

Reply haveModel(Rpc& rpc, KnownModels& models, const QString& model)
{
    if (const auto known = models.find(model); known != models.end())
        return QJsonValue(known->second);
    const Reply reply = rpc.call(u"model.ir.model.search_count"_s, arrayOf({where(u"model"_s, model)}));
    if (!reply)
        return reply;
    return QJsonValue(models[model] = reply.value.toInt() > 0);
}

std::optional<Fault> choose(Rpc& rpc, KnownModels& known, const ListMapping*& list)
{
    while (!list->otherwise.empty()) {
        const Reply there = haveModel(rpc, known, list->model);
        if (!there)
            return there.fault;
        if (there.value.toBool())
            break;
        list = &list->otherwise.front();
    }
    return std::nullopt;
}

RecordMaker::RecordMaker(Rpc& rpc, const Mapping& mapping, const JobContext& context, KnownModels& models, QString title)
    : m_rpc(rpc), m_mapping(mapping), m_context(context), m_models(models), m_title(std::move(title))
{
}

QString RecordMaker::keyOf(const Entity& entity)
{
    return u"RAP-"_s + entity.id;
}

std::optional<Fault> RecordMaker::make(const ListMapping& list, const Entity& entity, Record& record)
{
    record.key = keyOf(entity);
    for (const bool looksAtFields : {false, true}) { // those that look at other fields come after these
        for (const auto& [name, value] : list.fields) {
            if ((value.kind == Value::Kind::First) != looksAtFields)
                continue;
            const Reply reply = evaluate(value, entity, {}, record.fields);
            if (!reply)
                return reply.fault;
            if (!isEmpty(reply.value))
                record.fields[name] = reply.value;
        }
    }
    if (list.keyWithin) {
        const QString said = record.fields[list.key].toString();
        record.fields[list.key] = said + (said.isEmpty() ? QString() : u"\n"_s) + "Rapport: "_L1 + record.key;
    }
    for (const Rows& rows : list.rows) {
        if (auto fault = addRows(rows, entity, record))
            return fault;
    }
    return std::nullopt;
}

std::optional<Fault> RecordMaker::addRows(const Rows& rows, const Entity& entity, Record& record)
{
    if (!rows.needs.isEmpty()) {
        const Reply there = haveModel(m_rpc, m_models, rows.needs);
        if (!there)
            return there.fault;
        if (!there.value.toBool())
            return std::nullopt;
    }
    const QStringList items = rows.each.isEmpty() ? QStringList{QString()} : text(rows.each, entity).split(u' ', Qt::SkipEmptyParts);
    for (const QString& item : items) {
        Record::Row row{rows.field, rows.same, rows.single, rows.update, {}};
        bool filled = false, complete = true;
        for (const auto& [name, value] : rows.values) {
            const Reply reply = evaluate(value, entity, item, record.fields);
            if (!reply)
                return reply.fault;
            if (!isEmpty(reply.value)) {
                row.values[name] = reply.value;
                filled = filled || value.kind != Value::Kind::Constant;
            } else if (value.required) {
                complete = false;
            }
        }
        if (filled && complete)
            record.rows.push_back(row);
    }
    return std::nullopt;
}

Reply RecordMaker::evaluate(const Value& value, const Entity& entity, const QString& item, const QJsonObject& fields)
{
    switch (value.kind) {
    case Value::Kind::Constant:
        return value.constant;
    case Value::Kind::Item:
        return QJsonValue(item);
    case Value::Kind::From:
        return QJsonValue(firstFilled(value, entity));
    case Value::Kind::Decimal:
        return decimal(text(value.names.front(), entity).trimmed());
    case Value::Kind::Lines: {
        QStringList out;
        for (const auto& [label, name] : value.lines) {
            if (const QString said = text(name, entity); !said.isEmpty() && !(name == "source"_L1 && said == m_title))
                out += label + ": "_L1 + said;
        }
        return QJsonValue(out.join(u'\n'));
    }
    case Value::Kind::Remote:
        return remote(value.names, entity);
    case Value::Kind::Reference: {
        QString model;
        const Reply id = remote(value.names, entity, &model);
        return !id || isEmpty(id.value) ? id : Reply(QJsonValue(u"%1,%2"_s.arg(model).arg(id.value.toInt())));
    }
    case Value::Kind::Preference: {
        const Reply preferences = m_rpc.preferences();
        return preferences ? Reply(preferences.value[value.names.front()]) : preferences;
    }
    case Value::Kind::Find: {
        const QString wanted = value.constant.isString() ? value.constant.toString() : firstFilled(value, entity);
        return wanted.isEmpty() ? Reply(QJsonValue()) : searchOne(value.model, where(value.field, wanted), 1);
    }
    case Value::Kind::First: {
        const QJsonValue own = fields[value.names.front()];
        return isEmpty(own) ? Reply(QJsonValue()) : searchOne(value.model, where(value.field, own), 1);
    }
    }
    return QJsonValue();
}

Reply RecordMaker::remote(const QStringList& properties, const Entity& entity, QString* model)
{
    for (const QString& property : properties) {
        const QString id = text(property, entity);
        const auto list = m_mapping.references.find(property.section(u'.', -1));
        if (id.isEmpty() || list == m_mapping.references.end() || !m_mapping.lists.contains(list->second))
            continue;
        const auto other = m_context.entity(list->second, id);
        Entity bare;
        bare.list = list->second;
        bare.id = id;
        const ListMapping* there = &m_mapping.lists.at(list->second);
        if (auto fault = choose(m_rpc, m_models, there))
            return *fault;
        if (model)
            *model = there->model;
        const Reply found = locate(*there, other ? *other : bare, m_context.remoteRef(list->second, id));
        if (!found || !isEmpty(found.value))
            return found;
    }
    return QJsonValue();
}

Reply RecordMaker::locate(const ListMapping& list, const Entity& entity, const std::optional<QString>& known)
{
    if (const int id = idIn(known.value_or(QString()), list.model)) {
        const Reply there = searchOne(list.model, where(u"id"_s, id), 1); // it may have been deleted over there
        if (!there || !isEmpty(there.value))
            return there;
    }
    const QString key = keyOf(entity);
    const QJsonArray withKey = list.keyWithin ? arrayOf({arrayOf({list.key, u"like"_s, u'%' + key + u'%'})}) : where(list.key, key);
    const Reply ours = searchOne(list.model, withKey, 1);
    if (!ours || !isEmpty(ours.value))
        return ours;
    for (const auto& [field, property] : list.matches) {
        const QString value = text(property, entity);
        if (value.isEmpty())
            continue;
        const Reply theirs = searchOne(list.model, where(field, value), 2);
        if (!theirs || !isEmpty(theirs.value))
            return theirs;
    }
    return QJsonValue();
}

/// Null where there is none, or, with @p limit 2, where there is more than one.
Reply RecordMaker::searchOne(const QString& model, const QJsonArray& domain, int limit)
{
    const QJsonArray byId = arrayOf({arrayOf({u"id"_s, u"ASC"_s})});
    const Reply reply = m_rpc.call(u"model.%1.search"_s.arg(model), {domain, 0, limit, byId}, {{u"active_test"_s, false}});
    if (!reply)
        return reply;
    const QJsonArray ids = reply.value.toArray();
    return ids.size() == 1 ? ids.first() : QJsonValue();
}

QString RecordMaker::text(const QString& name, const Entity& entity) const
{
    if (name == "@id"_L1)
        return entity.id;
    if (name == "@label"_L1)
        return entity.label;
    if (const qsizetype dot = name.indexOf(u'.'); dot > 0) {
        const QString id = text(name.left(dot), entity);
        const auto list = m_mapping.references.find(name.left(dot));
        if (id.isEmpty() || list == m_mapping.references.end())
            return {};
        const auto other = m_context.entity(list->second, id);
        return other ? text(name.mid(dot + 1), *other) : QString();
    }
    const auto found = entity.properties.find(name);
    return found == entity.properties.end() ? QString() : found->second.trimmed();
}

QString RecordMaker::firstFilled(const Value& value, const Entity& entity) const
{
    for (const QString& name : value.names) {
        QStringList parts;
        for (const QString& part : name.split(u' ')) {
            const QString said = text(part, entity);
            const auto word = part.contains(u'@') ? value.words.end() : value.words.find(said);
            if (!said.isEmpty())
                parts += word == value.words.end() ? said : word->second;
        }
        if (!parts.isEmpty())
            return parts.join(u' ');
    }
    return {};
}

} // namespace rapport::connectors::tryton
