// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/tryton/pulledrecord.h"

#include <QDate>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace rapport::connectors::tryton
{
namespace
{

/// A Decimal stays the text that it is; a date and the day of a datetime become ISO; an id becomes "model,id".
QString textOf(const QJsonValue& value, const QString& model)
{
    if (value.isDouble())
        return (model.isEmpty() ? QString() : model + u',') + QString::number(value.toInteger());
    if (!value.isObject())
        return value.toString().simplified();
    const QString type = value["__class__"_L1].toString();
    if (type == "Decimal"_L1)
        return value["decimal"_L1].toString();
    if (type == "date"_L1 || type == "datetime"_L1)
        return QDate(value["year"_L1].toInt(), value["month"_L1].toInt(), value["day"_L1].toInt()).toString(Qt::ISODate);
    return {};
}

/// @p path in @p record, whose one2many rows are of no interest here: "country.code" stands under "country." as "code".
QJsonValue valueAt(const QJsonObject& record, const QString& path)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return record[path];
    return valueAt(record[path.left(dot + 1)].toObject(), path.mid(dot + 1));
}

bool meets(const QJsonObject& row, const std::map<QString, QStringList>& where)
{
    return std::all_of(where.begin(), where.end(), [&](const auto& one) { return one.second.contains(textOf(valueAt(row, one.first), {})); });
}

/// What @p field says: one text, or one for each row of a one2many field that meets the source's condition.
QStringList textsAt(const QJsonObject& record, const QString& field, const Source& source)
{
    const qsizetype dot = field.indexOf(u'.');
    const QJsonValue rows = dot < 0 ? QJsonValue() : record[field.left(dot + 1)];
    QStringList out;
    if (!rows.isArray()) {
        out += textOf(valueAt(record, field), source.model);
    } else {
        for (const QJsonValue& row : rows.toArray()) {
            if (meets(row.toObject(), source.where))
                out += textOf(valueAt(row.toObject(), field.mid(dot + 1)), source.model);
        }
    }
    out.removeAll(QString());
    return out;
}

QString wordsOf(const QString& text, Source::Words words)
{
    const qsizetype blank = text.lastIndexOf(u' ');
    switch (words) {
    case Source::Words::Leading:
        return text.left(std::max<qsizetype>(blank, 0));
    case Source::Words::Last:
        return text.mid(blank + 1);
    case Source::Words::All:
        break;
    }
    return text;
}

QString firstFilled(const QJsonObject& record, const Source& source)
{
    for (const QString& field : source.fields) {
        QStringList texts = textsAt(record, field, source);
        if (source.rest) { // a set with blanks between, so none within
            for (QString& text : texts)
                text.remove(u' ');
            return texts.mid(1).join(u' ');
        }
        if (!texts.isEmpty())
            return wordsOf(texts.first(), source.words);
    }
    return {};
}

} // namespace

QJsonArray fieldsFor(const PullList& list)
{
    std::set<QString> fields(list.label.begin(), list.label.end());
    if (!list.key.isEmpty())
        fields.insert(list.key);
    for (const auto& [property, source] : list.sources) {
        for (const QString& field : source.fields) {
            fields.insert(field);
            for (const auto& [beside, values] : source.where)
                fields.insert(field.section(u'.', 0, 0) + u'.' + beside);
        }
    }
    QJsonArray out;
    for (const QString& field : fields)
        out.append(field);
    return out;
}

EntityChange changeOf(const QString& name, const PullList& list, const QJsonObject& record, const QString& title, const QDateTime& now)
{
    EntityChange out;
    out.list = name;
    out.remoteId = u"%1,%2"_s.arg(list.model).arg(record["id"_L1].toInt());
    Source label;
    label.fields = list.label;
    out.label = firstFilled(record, label);
    const bool ours = !list.key.isEmpty() && record[list.key].toString().startsWith("RAP-"_L1);
    for (const auto& [property, source] : list.sources) {
        if (source.foreign && ours)
            continue;
        const QString text = source.kind == Source::Kind::Now     ? now.toString(Qt::ISODate)
                             : source.kind == Source::Kind::Title ? title
                                                                  : firstFilled(record, source);
        if (!text.isEmpty())
            out.properties[property] = text;
    }
    return out;
}

} // namespace rapport::connectors::tryton
