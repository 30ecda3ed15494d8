// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/uploads.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

Fault missing()
{
    return {Fault::Kind::Missing, u"a file of the record is not here"_s};
}

} // namespace

Uploads::Uploads(Session& session, const Push& push, const Facts& facts) : m_session(session), m_push(push), m_facts(facts) {}

std::optional<Fault> Uploads::areHere() const
{
    return m_push.files && !allAreHere(m_facts.context(), m_push.files->names) ? std::optional(missing()) : std::nullopt;
}

Reply Uploads::send(const Json& object)
{
    Json out = Json::array();
    if (!m_push.files)
        return out;
    for (const QString& name : namesOf(m_facts.context(), m_push.files->names)) {
        const auto found = recordFile(m_facts.context(), name);
        if (!found)
            return missing();
        const RecordFile& file = *found;
        const std::map<QString, QString> facts{
            {u"@file"_s, file.shown}, {u"@type"_s, file.type}, {u"@sha256"_s, file.sha256}, {u"@size"_s, QString::number(file.size)}};
        const Names names = m_facts.namesWith(facts);
        const Json& there = m_push.files->thereItems.first(object);
        if (std::any_of(there.items().begin(), there.items().end(), [&](const Json& item) { return meetsAll(m_push.files->there, item, names); }))
            continue;
        Reply sent = sendOne(file, names);
        if (!sent)
            return sent;
        if (!inTwoSteps())
            continue;
        std::map<QString, QString> withToken = facts;
        withToken[u"@token"_s] = m_push.files->token.first(sent.value).said();
        if (withToken[u"@token"_s].isEmpty())
            return Fault{Fault::Kind::Broken, u"an upload gives no token"_s};
        Json item = Json::object();
        for (const auto& [path, text] : m_push.files->item) {
            if (const auto said = text.filled(m_facts.namesWith(withToken)))
                path.write(item, Json::text(*said));
        }
        out.append(item);
    }
    return out;
}

Reply Uploads::sendOne(const RecordFile& file, const Names& names)
{
    const auto content = m_facts.context().attachment(file.name);
    if (!content)
        return missing();
    const Session::Upload upload{**content, file.size, file.type.toLatin1(), m_push.files->form.toUtf8(), file.shown.toUtf8()};
    Reply sent = m_session.upload(m_push.files->upload, m_push.headers, upload, names);
    m_sentAny = m_sentAny || bool(sent);
    // In two steps nothing hangs on it yet: what was sent and not named is swept away by the server.
    m_unknown = !inTwoSteps() && sent.fault && (sent.fault->kind == Fault::Kind::Lost || sent.fault->kind == Fault::Kind::Failed);
    return sent;
}

} // namespace rapport::connectors::rest
