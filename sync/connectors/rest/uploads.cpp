// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/uploads.h"

#include <QMimeDatabase>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

/// Without what servers replace in the name of a file: else it would not be found again by it.
QString shownName(QString name)
{
    static const QRegularExpression unsafe(u"[/\\\\?%*:|\"'<>\\x00-\\x1f\\x7f]+"_s);
    return name.replace(unsafe, u"_"_s);
}

/// Of a file that can only be read from its beginning, by reading it.
qint64 sizeOf(QIODevice& content)
{
    if (!content.isSequential())
        return content.size();
    QByteArray buffer(64 * 1024, Qt::Uninitialized);
    qint64 size = 0;
    for (qint64 n = 0; (n = content.read(buffer.data(), buffer.size())) != 0; size += n) {
        if (n < 0)
            return -1;
    }
    return size;
}

Fault missing()
{
    return {Fault::Kind::Missing, u"a file of the record is not here"_s};
}

} // namespace

Uploads::Uploads(Session& session, const Push& push, const Facts& facts) : m_session(session), m_push(push), m_facts(facts) {}

std::vector<QString> Uploads::wanted() const
{
    std::vector<QString> out;
    for (const AttachedFile& file : m_facts.context().attachments()) {
        const bool goes = std::any_of(m_push.files->names.begin(), m_push.files->names.end(), [&](const QString& pattern) {
            return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern), QRegularExpression::CaseInsensitiveOption)
                .match(file.name)
                .hasMatch();
        });
        if (goes)
            out.push_back(file.name);
    }
    return out;
}

std::optional<Fault> Uploads::areHere() const
{
    for (const QString& name : m_push.files ? wanted() : std::vector<QString>()) {
        if (!m_facts.context().attachment(name))
            return missing();
    }
    return std::nullopt;
}

Reply Uploads::send(const Json& object)
{
    Json out = Json::array();
    if (!m_push.files)
        return out;
    const std::vector<AttachedFile> known = m_facts.context().attachments();
    for (const QString& name : wanted()) {
        const auto content = m_facts.context().attachment(name);
        const qint64 size = content ? sizeOf(**content) : -1;
        if (size < 0)
            return missing();
        const auto one = std::find_if(known.begin(), known.end(), [&](const AttachedFile& file) { return file.name == name; });
        const File file{name, shownName(name), one->sha256, QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name(), size};
        const std::map<QString, QString> facts{
            {u"@file"_s, file.shown}, {u"@type"_s, file.type}, {u"@sha256"_s, file.sha256}, {u"@size"_s, QString::number(size)}};
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

Reply Uploads::sendOne(const File& file, const Names& names)
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
