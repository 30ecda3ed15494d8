// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/delivery.h"

#include "sync/connectors/rest/comparing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

/// ".../issues/88.json" → "88".
QString idInLocation(const QByteArray& location)
{
    const QString last = QUrl::fromEncoded(location).path().section(u'/', -1, -1, QString::SectionSkipEmpty);
    return last.section(u'.', 0, 0);
}

std::vector<const Json*> itemsAt(const Path& path, const Json& answer)
{
    const Json& found = path.first(answer);
    std::vector<const Json*> out;
    for (const Json& item : found.items()) {
        if (found.isArray() && item.isObject())
            out.push_back(&item);
    }
    return out;
}

} // namespace

Delivery::Delivery(Session& session, const List& list, Facts& facts)
    : m_session(session), m_list(list), m_push(*list.push), m_facts(facts), m_uploads(session, *list.push, facts)
{
}

Reply Delivery::run(const QString& known)
{
    if (auto missing = m_uploads.areHere())
        return *missing;
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
    return !there || (!there.value.isNull() && differences(there.value, Which::ForUpdate).empty()) ? there : Reply();
}

Reply Delivery::once(const QString& known)
{
    Reply there = locate(known);
    if (!there || !there.value.isNull())
        return there ? augment(std::move(there)) : there;
    Reply made = create();
    if (made || (made.fault->kind != Fault::Kind::Refused && made.fault->kind != Fault::Kind::Changed) || !id().isEmpty())
        return made;
    there = findByKey(); // refused because it is there by now?
    return there && !there.value.isNull() ? augment(std::move(there)) : made;
}

Reply Delivery::evaluateAll()
{
    m_wanted.clear();
    for (const auto& [name, text] : m_push.headers) // else who has written it would be left out without a word
        (void)text.filled(m_facts.names());         // what it says is asked again with each request, and remembered
    if (m_facts.fault())
        return *m_facts.fault();
    for (const Field& field : m_push.fields) {
        Reply value = m_facts.evaluate(field.value);
        if (!value)
            return value;
        if (value.value.isNull())
            continue;
        if (m_push.key.within && field.to.text() == m_push.key.field.text())
            value.value = Json::text(value.value.said() + u"\nRapport: "_s + m_facts.key());
        m_wanted.push_back({&field, std::move(value.value)});
    }
    return Reply();
}

Reply Delivery::locate(const QString& known)
{
    m_facts.setRemote({});
    if (!known.isEmpty()) {
        Reply there = read(known);
        if (there || there.fault->kind != Fault::Kind::Gone) // it may have been deleted over there
            return there;
        m_facts.setRemote({});
    }
    Reply there = findByKey();
    for (auto search = m_push.find.begin(); there && there.value.isNull() && search != m_push.find.end(); ++search)
        there = find(*search);
    return there;
}

Reply Delivery::findByKey()
{
    const Reply answer = m_session.ask(m_push.key.search.request, m_facts.names());
    if (!answer)
        return answer;
    const auto items = itemsAt(m_push.key.search.items, answer.value);
    const auto ours = std::find_if(items.begin(), items.end(), [&](const Json* item) { return carriesKey(*item); });
    if (ours != items.end())
        return read(m_list.id.first(**ours).said());
    // A server that does not know what it is asked by gives everything: then nobody could say whether it is there, and it would be made again.
    if (!items.empty() && !m_push.key.search.loose)
        return Fault{Fault::Kind::Broken, u"the search by our key gives objects without it"_s};
    return Reply();
}

/// Null where there is none, or, unless the first will do, where there is more than one.
Reply Delivery::find(const Search& search)
{
    const Names names = m_facts.names();
    const auto& query = search.request.query;
    if (std::any_of(query.begin(), query.end(), [&](const auto& one) { return !one.second.filled(names); }))
        return m_facts.fault() ? Reply(*m_facts.fault()) : Reply(); // with less it would ask for others
    const Reply answer = m_session.ask(search.request, names);
    if (!answer)
        return answer;
    std::vector<const Json*> found = itemsAt(search.items, answer.value);
    std::erase_if(found, [&](const Json* item) { return !meetsAll(search.where, *item, names); });
    if (m_facts.fault())
        return *m_facts.fault();
    if (found.empty() || (found.size() > 1 && !search.firstOfMany))
        return Reply();
    return read(m_list.id.first(*found.front()).said());
}

Reply Delivery::read(const QString& id)
{
    m_facts.setRemote(id);
    Reply answer = m_session.ask(m_list.read, m_facts.names());
    if (!answer)
        return answer;
    Json object = m_list.wrap.first(answer.value);
    if (!object.isObject())
        return Fault{Fault::Kind::Broken, u"an object has not the form that the mapping says"_s};
    answer.value = std::move(object);
    return answer;
}

Reply Delivery::create()
{
    Reply files = m_uploads.inTwoSteps() ? m_uploads.send(Json()) : Reply(Json::array());
    if (!files)
        return files;
    Changes fields;
    for (const Wanted& wanted : m_wanted) {
        if (wanted.field->value.on != Value::On::Update)
            fields.emplace_back(wanted.field->to, wanted.value);
    }
    const bool isSaid = std::any_of(fields.begin(), fields.end(), [&](const auto& one) { return one.first.text() == m_push.key.field.text(); });
    if (!m_push.key.within || !isSaid)
        fields.emplace_back(m_push.key.field, Json::text((m_push.key.within ? u"Rapport: "_s : QString()) + m_facts.key()));
    for (const Json& file : files.value.items())
        fields.emplace_back(m_push.files->add, file);
    Reply answer = wrote(m_session.write(m_push.create, m_push.headers, body(fields, Json::object()), {}, m_facts.names()));
    return answer ? created(answer) : answer;
}

Reply Delivery::created(const Reply& answer)
{
    Reply there(m_list.wrap.first(answer.value));
    const QString given = m_list.id.first(there.value).said();
    const QString id = given.isEmpty() ? idInLocation(answer.location) : given;
    m_facts.setRemote(id);
    const bool isWhole = !given.isEmpty() && carriesKey(there.value) && (!m_push.verify || differences(there.value, Which::AfterCreate).empty());
    if (!isWhole)
        there = id.isEmpty() ? findByKey() : read(id);
    if (there && !carriesKey(there.value))
        return Fault{Fault::Kind::Broken, u"what was created does not keep our key"_s};
    const bool filesAreLeft = m_push.files && !m_uploads.inTwoSteps();
    return there && (filesAreLeft || (m_push.verify && !isWhole)) ? augment(std::move(there)) : there;
}

Reply Delivery::augment(Reply there)
{
    Reply files = m_uploads.send(there.value);
    m_unknown = m_unknown || m_uploads.outcomeUnknown();
    if (!files)
        return files;
    if (m_uploads.inTwoSteps() && !files.value.items().empty()) { // that took its time
        there = read(id());
        if (!there)
            return there;
    }
    Changes changes = differences(there.value, Which::ForUpdate);
    for (const Json& file : files.value.items())
        changes.emplace_back(m_push.files->add, file);
    return changes.empty() ? there : update(there, changes);
}

Reply Delivery::update(const Reply& there, const Changes& changes)
{
    if (m_push.etag && there.etag.isEmpty())
        return Fault{Fault::Kind::Broken, u"an object comes without an ETag"_s};
    const Json onto = m_push.whole ? there.value : Json::object();
    Reply answer =
        wrote(m_session.write(m_push.update, m_push.headers, body(changes, onto), m_push.etag ? there.etag : QByteArray(), m_facts.names()));
    if (answer.fault && answer.fault->kind == Fault::Kind::Gone)
        return Fault{Fault::Kind::Changed, answer.fault->detail}; // deleted since it was read
    if (!answer || !m_push.verify)
        return answer ? there : answer;
    Reply now = read(id());
    if (!now)
        return now;
    for (const auto& [path, value] : differences(now.value, Which::ForUpdate)) {
        const bool sent = std::any_of(changes.begin(), changes.end(), [&](const auto& one) { return one.first.text() == path.text(); });
        if (sent)
            return Fault{Fault::Kind::NotTaken, u"the server did not take \"%1\""_s.arg(path.text())};
    }
    return now;
}

Delivery::Changes Delivery::differences(const Json& there, Which which) const
{
    Changes out;
    const bool ours = carriesKey(there);
    for (const Wanted& wanted : m_wanted) {
        const Value::On on = wanted.field->value.on;
        if (on == Value::On::Create || (on == Value::On::Update && which == Which::AfterCreate))
            continue;
        if (!meetsAll(wanted.field->value.where, there, m_facts.names()))
            continue;
        if (auto change = changeOf(*wanted.field, wanted.value, there, ours))
            out.emplace_back(wanted.field->to, std::move(*change));
    }
    return out;
}

bool Delivery::carriesKey(const Json& object) const
{
    const auto said = m_push.key.field.all(object);
    return std::any_of(said.begin(), said.end(),
                       [&](const Json* one) { return m_push.key.within ? one->said().contains(m_facts.key()) : one->said() == m_facts.key(); });
}

Json Delivery::body(const Changes& changes, Json onto) const
{
    for (const auto& [path, value] : changes)
        path.write(onto, value);
    Json out = Json::object();
    m_list.wrap.write(out, onto);
    return out;
}

Reply Delivery::wrote(Reply reply)
{
    m_unknown = reply.fault && (reply.fault->kind == Fault::Kind::Lost || reply.fault->kind == Fault::Kind::Failed);
    return reply;
}

} // namespace rapport::connectors::rest
