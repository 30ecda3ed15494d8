// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/tryton/delivery.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace rapport::connectors::tryton
{
namespace
{

bool isPhone(const QJsonObject& values)
{
    const QString type = values["type"_L1].toString();
    return type == "phone"_L1 || type == "mobile"_L1 || type == "fax"_L1;
}

bool hasPhones(const Record& record)
{
    return std::any_of(record.rows.begin(), record.rows.end(), [](const Record::Row& row) { return isPhone(row.values); });
}

/// @p record with telephone numbers that Tryton does not check: those that stand in its @p message, or all where none does.
Record withoutPhoneCheck(Record record, const QString& message)
{
    const auto named = [&](const Record::Row& row) { return isPhone(row.values) && message.contains(row.values["value"_L1].toString()); };
    const bool any = std::any_of(record.rows.begin(), record.rows.end(), named);
    for (Record::Row& row : record.rows) {
        if (any ? named(row) : isPhone(row.values))
            row.values[u"type"_s] = u"other"_s;
    }
    return record;
}

/// How a value is compared: Tryton sets telephone numbers its own way, and gives no text as null.
QString comparable(const QJsonValue& value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isObject()) // a Decimal: 12.50 is 12.5
        return withoutZeros(value["decimal"_L1].toString());
    static const QRegularExpression telephone(u"^[0-9 +()/.-]+$"_s);
    static const QRegularExpression decoration(u"[ ()/.-]"_s);
    QString text = value.toString().simplified();
    if (text.contains(telephone))
        text.remove(decoration);
    return text.toCaseFolded();
}

bool sameRow(const Record::Row& row, const QJsonObject& there)
{
    return std::all_of(row.same.begin(), row.same.end(),
                       [&](const QString& field) { return comparable(row.values[field]) == comparable(there[field]); });
}

/// @p there with those lines of @p text that it does not have.
QString withMissingLines(const QString& there, const QString& text)
{
    QStringList lines = there.split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : text.split(u'\n')) {
        if (!lines.contains(line))
            lines += line;
    }
    return lines.join(u'\n');
}

/// @p there in which the lines of @p text have taken the place of those with the same label ("Consent to contact: …"); all others stay.
QString withOurLines(const QString& there, const QString& text)
{
    QStringList lines = there.split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : text.split(u'\n')) {
        const QString label = line.section(u": "_s, 0, 0) + ": "_L1;
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const QString& one) { return one.startsWith(label); });
        if (same == lines.end())
            lines += line;
        else
            *same = line;
    }
    return lines.join(u'\n');
}

/// What of @p row has to change in the row @p there, which is the same one.
QJsonObject updateOf(const Record::Row& row, const QJsonObject& there)
{
    QJsonObject out;
    for (const QString& field : row.update) {
        const QString now = there[field].toString();
        if (const QString text = withOurLines(now, row.values[field].toString()); row.values.contains(field) && text != now)
            out[field] = text;
    }
    return out;
}

void addCommand(QJsonObject& values, const QString& field, const QJsonArray& command)
{
    QJsonArray commands = values[field].toArray();
    commands.append(command);
    values[field] = commands;
}

QJsonObject creationOf(const Record& record, const QString& keyField)
{
    QJsonObject values = record.fields;
    if (!values.contains(keyField)) // else it stands within the text
        values[keyField] = record.key;
    for (const Record::Row& row : record.rows)
        addCommand(values, row.field, {u"create"_s, arrayOf({row.values})});
    return values;
}

} // namespace

Delivery::Delivery(Rpc& rpc, RecordMaker& maker, const ListMapping& list, const Entity& entity)
    : m_rpc(rpc), m_maker(maker), m_list(list), m_entity(entity)
{
}

Reply Delivery::run(const std::optional<QString>& known)
{
    Record record;
    if (auto fault = m_maker.make(m_list, m_entity, record))
        return *fault;
    Reply found = m_maker.locate(m_list, m_entity, known);
    if (!found)
        return found;
    if (found.value.isDouble())
        return augment(record, found.value.toInt());

    const Reply made = create(record, Phones::AsTyped);
    if (made || made.fault->kind != Fault::Kind::Refused)
        return made;
    found = m_maker.locate(m_list, m_entity, known); // refused because it is there by now?
    if (!found)
        return found;
    return found.value.isDouble() ? augment(record, found.value.toInt()) : made;
}

Reply Delivery::create(const Record& record, Phones phones)
{
    const Reply made = createOnce(record);
    if (phones == Phones::AsOther || made || made.fault->kind != Fault::Kind::Refused || !hasPhones(record))
        return made;
    return create(withoutPhoneCheck(record, made.fault->message), Phones::AsOther);
}

Reply Delivery::createOnce(const Record& record)
{
    const Reply reply = write(u"model.%1.create"_s.arg(m_list.model), arrayOf({arrayOf({creationOf(record, m_list.key)})}), {});
    return reply ? Reply(reply.value.toArray().first()) : reply;
}

Reply Delivery::augment(const Record& wanted, int id)
{
    Record record = wanted;
    bool phonesRelaxed = false;
    int changed = 0;
    for (;;) {
        const Reply there = current(record, id);
        if (!there)
            return there;
        const QJsonObject differences = this->differences(record, there.value.toObject());
        if (differences.isEmpty())
            return QJsonValue(id);
        const QJsonObject lock{{u"%1,%2"_s.arg(m_list.model).arg(id), there.value["_timestamp"_L1]}};
        const Reply written = write(u"model.%1.write"_s.arg(m_list.model), {arrayOf({id}), differences}, {{u"_timestamp"_s, lock}});
        if (written)
            return QJsonValue(id);
        if (written.fault->kind == Fault::Kind::Changed && ++changed < 2)
            continue;
        if (written.fault->kind != Fault::Kind::Refused || phonesRelaxed || !hasPhones(record))
            return written;
        record = withoutPhoneCheck(record, written.fault->message);
        phonesRelaxed = true;
    }
}

/// The record as Tryton has it now: its fields, "_timestamp", and rows under "addresses.".
Reply Delivery::current(const Record& record, int id)
{
    QJsonArray fields{u"_timestamp"_s, m_list.key};
    for (const QString& name : record.fields.keys())
        fields.append(name);
    std::set<QString> dotted;
    for (const Record::Row& row : record.rows) {
        for (const QString& name : row.values.keys())
            dotted.insert(row.field + u'.' + name);
    }
    for (const QString& name : dotted)
        fields.append(name);
    const QJsonArray domain = where(u"id"_s, id);
    const Reply reply = m_rpc.call(u"model.%1.search_read"_s.arg(m_list.model), {domain, 0, 1, QJsonValue(), fields}, {{u"active_test"_s, false}});
    if (!reply)
        return reply;
    const QJsonArray records = reply.value.toArray();
    return records.isEmpty() ? Reply(Fault{Fault::Kind::Changed, u"the record was deleted"_s}) : Reply(records.first());
}

QJsonObject Delivery::differences(const Record& record, const QJsonObject& there) const
{
    const QString key = there[m_list.key].toString();
    const bool ours = m_list.keyWithin ? key.contains(record.key) : key == record.key;
    QJsonObject out;
    for (auto it = record.fields.begin(); it != record.fields.end(); ++it) {
        const QJsonValue now = there[it.key()];
        if (comparable(now) == comparable(it.value()))
            continue;
        const Value::Augment rule = m_list.fields.at(it.key()).augment;
        if (rule == Value::Augment::Append) {
            const QString text = withMissingLines(now.toString(), it.value().toString());
            if (text != now.toString())
                out[it.key()] = text;
        } else if (comparable(now).isEmpty() || rule == Value::Augment::Replace || (rule == Value::Augment::Own && ours)) {
            out[it.key()] = it.value();
        }
    }
    for (const Record::Row& row : record.rows) {
        const QJsonArray rows = there[row.field + u'.'].toArray();
        const auto same = std::find_if(rows.begin(), rows.end(), [&](const QJsonValue& one) { return sameRow(row, one.toObject()); });
        if (same != rows.end()) {
            if (const QJsonObject update = updateOf(row, same->toObject()); !update.isEmpty())
                addCommand(out, row.field, {u"write"_s, arrayOf({(*same)["id"_L1]}), update});
            continue;
        }
        if (row.single && ours && !rows.isEmpty())
            addCommand(out, row.field, {u"write"_s, arrayOf({rows.first()["id"_L1]}), row.values});
        else
            addCommand(out, row.field, {u"create"_s, arrayOf({row.values})});
    }
    return out;
}

QString Delivery::number(int id)
{
    const QJsonArray domain = where(u"id"_s, id);
    const Reply reply = m_rpc.call(u"model.%1.search_read"_s.arg(m_list.model), {domain, 0, 1, QJsonValue(), QJsonArray{m_list.numberField}},
                                   {{u"active_test"_s, false}});
    const QString number = reply ? reply.value.toArray().first()[m_list.numberField].toString() : QString();
    return m_list.numberText.arg(number.isEmpty() ? QString::number(id) : number); // it stands there either way
}

Reply Delivery::write(const QString& method, const QJsonArray& parameters, const QJsonObject& context)
{
    m_writing = true;
    Reply reply = m_rpc.call(method, parameters, context);
    m_writing = !reply && reply.fault->kind == Fault::Kind::Lost;
    return reply;
}

} // namespace rapport::connectors::tryton
