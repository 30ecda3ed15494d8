// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/odoo/delivery.h"

#include "sync/connectors/odoo/html.h"
#include "sync/connectors/rest/comparing.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::odoo
{
namespace
{

using rest::Field;
using rest::RecordFile;
using rest::Value;

Json withId(const QString& id)
{
    return Json::array({condition(u"id"_s, u"="_s, Json::number(id))});
}

/// A value as load() reads it: text, as in a column of a CSV file.
Json asColumn(const Json& value)
{
    if (value.kind() == Json::Kind::Boolean)
        return Json::text(value.said() == u"true"_s ? u"1"_s : u"0"_s);
    return Json::text(value.said());
}

Fault missing()
{
    return {Fault::Kind::Missing, u"a file of the record is not here"_s, {}};
}

} // namespace

Reply recordWithKey(Client& client, const QString& model, const QString& key)
{
    const Json domain = Json::array({condition(u"module"_s, u"="_s, Json::text(keyModule)), condition(u"name"_s, u"="_s, Json::text(key)),
                                     condition(u"model"_s, u"="_s, Json::text(model))});
    Reply found = client.search(u"ir.model.data"_s, domain, {u"name"_s, u"res_id"_s}, 1);
    if (!found || found.value.items().empty())
        return found ? Reply() : found;
    const Json& one = found.value.items().front();
    if (one[u"name"_s].said() != key || one[u"res_id"_s].kind() != Json::Kind::Number)
        return Fault{Fault::Kind::Broken, u"the search by our key gives what it was not asked for"_s};
    return Reply(one[u"res_id"_s]);
}

Delivery::Delivery(Client& client, const List& list, rest::Facts& facts) : m_client(client), m_list(list), m_facts(facts) {}

Reply Delivery::run(const QString& known)
{
    if (!rest::allAreHere(m_facts.context(), m_list.push->files))
        return missing();
    if (Reply evaluated = evaluateAll(); !evaluated)
        return evaluated;
    Reply reply = once(known);
    if (reply.fault && reply.fault->kind == Fault::Kind::Changed)
        return once(known); // somebody else was first: with what is there now
    return reply;
}

Reply Delivery::look(const QString& known)
{
    if (Reply evaluated = evaluateAll(); !evaluated)
        return evaluated;
    Reply there = locate(known);
    if (!there || there.value.isNull())
        return there;
    std::vector<RecordFile> files;
    if (Reply listed = filesToSend(files); !listed)
        return listed;
    return files.empty() && differences(there.value).items().empty() ? there : Reply();
}

Reply Delivery::once(const QString& known)
{
    Reply there = locate(known);
    if (!there || !there.value.isNull())
        return there ? augment(there.value) : there;
    Reply made = create();
    if (made || !m_facts.remote().isEmpty() || (made.fault->kind != Fault::Kind::Refused && made.fault->kind != Fault::Kind::Broken))
        return made;
    there = locate(known); // refused because it is there by now?
    return there && !there.value.isNull() ? augment(there.value) : made;
}

Reply Delivery::evaluateAll()
{
    m_wanted.clear();
    for (const Field& field : m_list.push->fields) {
        Reply value = m_facts.evaluate(field.value);
        if (!value)
            return value;
        if (!value.value.isNull())
            m_wanted.push_back({&field, std::move(value.value)});
    }
    return Reply();
}

/// Our key first: only it says whether the record is one that we made.
Reply Delivery::locate(const QString& known)
{
    m_facts.setRemote({});
    Reply there = recordWithKey(m_client, m_list.model, m_facts.key());
    if (there && !there.value.isNull())
        there = read(there.value.said());
    m_ours = there && !there.value.isNull();
    if (there && there.value.isNull() && !known.isEmpty())
        there = read(known);
    for (auto search = m_list.push->find.begin(); there && there.value.isNull() && search != m_list.push->find.end(); ++search)
        there = find(*search);
    return there;
}

/// Null where there is none, or, unless the first will do, where there is more than one.
Reply Delivery::find(const Find& search)
{
    const auto domain = search.domain.filled(m_facts.names());
    if (!domain)
        return m_facts.fault() ? Reply(*m_facts.fault()) : Reply(); // with less it would ask for others
    const Reply found = m_client.search(m_list.model, *domain, {u"id"_s}, search.firstOfMany ? 1 : 2);
    if (!found || found.value.items().size() != 1)
        return found ? Reply() : found;
    return read(found.value.items().front()[u"id"_s].said());
}

/// Null where it is no longer there.
Reply Delivery::read(const QString& id)
{
    Reply found = m_client.search(m_list.model, withId(id), m_list.pushed(), 1, Call::Archived::Included);
    if (!found || found.value.items().empty())
        return found ? Reply() : found;
    m_facts.setRemote(id);
    const Json record = found.value.items().front();
    return record;
}

/// By load(): a second one with the same key would write to the same record.
Reply Delivery::create()
{
    Json columns = Json::array({Json::text(u"id"_s)}), row = Json::array({Json::text(keyModule + u'.' + m_facts.key())});
    QStringList names;
    for (const Wanted& wanted : m_wanted) {
        const Value& value = wanted.field->value;
        if (value.on == Value::On::Update)
            continue;
        const QString name = wanted.field->to.text();
        const bool isReference = value.kind == Value::Kind::Id || value.kind == Value::Kind::LookUp;
        names += name;
        columns.append(Json::text(isReference ? name + u"/.id"_s : name));
        row.append(value.kind == Value::Kind::Html ? Json::text(asHtml(wanted.value.said().split(u'\n'))) : asColumn(wanted.value));
    }
    Call load{m_list.model, u"load"_s, {}, {{u"fields"_s, columns}, {u"data"_s, Json::array({row})}}, Effect::Writes};
    Reply loaded = wrote(m_client.call(load));
    if (!loaded)
        return loaded;
    const Reply id = wrote(loadedId(loaded.value, m_list.model, names));
    if (!id)
        return id;
    Reply there = read(id.value.said());
    if (there && there.value.isNull())
        return Fault{Fault::Kind::Broken, m_list.model + u": what was created cannot be read"_s};
    m_ours = true;
    if (auto fault = there ? sendFiles() : std::nullopt)
        return *fault;
    return there;
}

Reply Delivery::augment(const Json& there)
{
    const Json changes = differences(there);
    if (!changes.items().empty()) {
        if (Reply updated = update(there, changes); !updated)
            return updated;
    }
    if (auto fault = sendFiles())
        return *fault;
    return Reply(there);
}

/// Odoo has no lock for this: whether somebody has written meanwhile is looked at just before. Between the two remains a moment.
Reply Delivery::update(const Json& there, const Json& changes)
{
    const QString id = m_facts.remote();
    const Reply now = m_client.search(m_list.model, withId(id), {u"write_date"_s}, 1, Call::Archived::Included);
    if (!now)
        return now;
    if (now.value.items().empty() || now.value.items().front()[u"write_date"_s].said() != there[u"write_date"_s].said())
        return Fault{Fault::Kind::Changed, m_list.model + u": somebody has written it meanwhile"_s};
    Reply written = wrote(m_client.call({m_list.model, u"write"_s, id, {{u"vals"_s, changes}}, Effect::Writes}));
    if (written.fault && written.fault->kind == Fault::Kind::Gone)
        return Fault{Fault::Kind::Changed, written.fault->detail}; // deleted since it was read
    return written;
}

Json Delivery::differences(const Json& there) const
{
    Json out = Json::object();
    for (const Wanted& wanted : m_wanted) {
        const Value& value = wanted.field->value;
        if (value.on == Value::On::Create || !meetsAll(value.where, there, m_facts.names()))
            continue;
        if (auto changed = change(wanted, there))
            out.member(wanted.field->to.text()) = std::move(*changed);
    }
    return out;
}

std::optional<Json> Delivery::change(const Wanted& wanted, const Json& there) const
{
    const Field& field = *wanted.field;
    const QString said = field.value.is.front().first(there).said();
    if (field.value.kind == Value::Kind::Html) {
        const bool stays = field.value.augment == Value::Augment::Keep && !linesOf(said).isEmpty();
        const auto same = field.value.augment == Value::Augment::Replace ? SameLabel::GivesWay : SameLabel::Stays;
        const QString html = stays ? said : withLines(said, wanted.value.said().split(u'\n'), same);
        return html == said ? std::nullopt : std::optional(Json::text(html));
    }
    if (field.value.kind == Value::Kind::Date && said.left(10) == wanted.value.said())
        return std::nullopt; // the same field is a day in one version and a time in another
    if (wanted.value.kind() == Json::Kind::Boolean && wanted.value.said() == u"false"_s && said.isEmpty())
        return std::nullopt; // false is read as nothing
    return rest::changeOf(field, wanted.value, there, m_ours);
}

std::optional<Fault> Delivery::sendFiles()
{
    std::vector<RecordFile> files;
    if (Reply listed = filesToSend(files); !listed)
        return listed.fault;
    for (const RecordFile& file : files) {
        if (auto fault = sendFile(file))
            return fault;
    }
    return std::nullopt;
}

/// Those that the record does not have: a file is known by its name and its size.
Reply Delivery::filesToSend(std::vector<RecordFile>& files)
{
    const std::vector<QString> names = rest::namesOf(m_facts.context(), m_list.push->files);
    if (names.empty())
        return Reply();
    const Json ofRecord =
        Json::array({condition(u"res_model"_s, u"="_s, Json::text(m_list.model)), condition(u"res_id"_s, u"="_s, Json::number(m_facts.remote()))});
    for (const QString& name : names) {
        const auto file = rest::recordFile(m_facts.context(), name);
        if (!file)
            return missing();
        const Json domain = both(ofRecord, Json::array({condition(u"name"_s, u"="_s, Json::text(file->shown))}));
        const Reply there = m_client.search(u"ir.attachment"_s, domain, {u"file_size"_s}, 100);
        if (!there)
            return there;
        const auto& items = there.value.items();
        if (std::none_of(items.begin(), items.end(), [&](const Json& one) { return one[u"file_size"_s].said() == QString::number(file->size); }))
            files.push_back(*file);
    }
    return Reply();
}

std::optional<Fault> Delivery::sendFile(const RecordFile& file)
{
    const auto content = m_facts.context().attachment(file.name);
    if (!content)
        return missing();
    const QString place = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Json values = Json::object();
    values.member(u"name"_s) = Json::text(file.shown);
    values.member(u"mimetype"_s) = Json::text(file.type);
    values.member(u"res_model"_s) = Json::text(m_list.model);
    values.member(u"res_id"_s) = Json::number(m_facts.remote());
    values.member(u"datas"_s) = Json::text(place);
    const Call create{u"ir.attachment"_s, u"create"_s, {}, {{u"vals_list"_s, Json::array({values})}}, Effect::Writes};
    return wrote(m_client.call(create, {**content, file.size, place})).fault;
}

Reply Delivery::wrote(Reply reply)
{
    m_unknown = reply.fault && (reply.fault->kind == Fault::Kind::Lost || reply.fault->kind == Fault::Kind::Failed);
    return reply;
}

} // namespace rapport::connectors::odoo
