// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/odoo/client.h"

#include "sync/connectors/odoo/contentbody.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace rapport::connectors::odoo
{
namespace
{

/// Texts and times do not depend on who the user is that we log in as.
Json contextOf(const Call& call)
{
    Json out = Json::object();
    out.member(u"lang"_s) = Json::text(u"en_US"_s);
    out.member(u"tz"_s) = Json::text(u"UTC"_s);
    if (call.archived == Call::Archived::Included)
        out.member(u"active_test"_s) = Json::boolean(false);
    return out;
}

Json named(const Call& call)
{
    Json out = Json::object();
    if (call.id)
        out.member(u"ids"_s) = Json::array({Json::number(*call.id)});
    for (const auto& [name, value] : call.arguments)
        out.member(name) = value;
    out.member(u"context"_s) = contextOf(call);
    return out;
}

Json envelope(const QString& service, const QString& method, Json arguments)
{
    Json parameters = Json::object();
    parameters.member(u"service"_s) = Json::text(service);
    parameters.member(u"method"_s) = Json::text(method);
    parameters.member(u"args"_s) = std::move(arguments);
    Json out = Json::object();
    out.member(u"jsonrpc"_s) = Json::text(u"2.0"_s);
    out.member(u"method"_s) = Json::text(u"call"_s);
    out.member(u"id"_s) = Json::number(u"1"_s);
    out.member(u"params"_s) = std::move(parameters);
    return out;
}

} // namespace

void Client::retry()
{
    m_refused = false;
    m_userId.clear();
}

Reply Client::call(const Call& call)
{
    return send(call, nullptr);
}

Reply Client::call(const Call& call, const Content& content)
{
    return send(call, &content);
}

Reply Client::search(const QString& model, const Json& domain, const QStringList& fields, int limit, Call::Archived archived)
{
    Json names = Json::array();
    for (const QString& field : fields)
        names.append(Json::text(field));
    Call asking{model, u"search_read"_s, {}, {}, Effect::Reads, archived};
    asking.arguments = {{u"domain"_s, domain},
                        {u"fields"_s, names},
                        {u"offset"_s, Json::number(u"0"_s)},
                        {u"limit"_s, Json::number(QString::number(limit))},
                        {u"order"_s, Json::text(u"id asc"_s)}};
    Reply found = call(asking);
    return found ? recordsIn(found.value, asking.model) : found;
}

Reply Client::send(const Call& call, const Content* content)
{
    if (m_refused)
        return Fault{Fault::Kind::Denied, u"the key or password was refused before"_s};
    if (m_account.api() == Api::JsonRpc && m_userId.isEmpty()) {
        if (Reply in = login(); !in)
            return in;
    }
    const QString what = call.model + u'/' + call.method;
    Reply reply;
    if (m_account.api() == Api::Json2) {
        reply = post(u"json/2/"_s + what, named(call), what, call.effect, content);
    } else {
        std::vector<Json> positional;
        if (call.id)
            positional.push_back(Json::array({Json::number(*call.id)}));
        for (const auto& [name, value] : call.arguments)
            positional.push_back(value);
        Json beside = Json::object();
        beside.member(u"context"_s) = contextOf(call);
        const Json whole = Json::array({Json::text(m_account.database), Json::number(m_userId), Json::text(m_account.password),
                                        Json::text(call.model), Json::text(call.method), Json::array(std::move(positional)), beside});
        reply = post(u"jsonrpc"_s, envelope(u"object"_s, u"execute_kw"_s, whole), what, call.effect, content);
    }
    m_refused = reply.fault && reply.fault->kind == Fault::Kind::Denied;
    return reply;
}

Reply Client::login()
{
    const Json who = Json::array({Json::text(m_account.database), Json::text(m_account.user), Json::text(m_account.password), Json::object()});
    Reply reply = post(u"jsonrpc"_s, envelope(u"common"_s, u"authenticate"_s, who), u"authenticate"_s, Effect::Reads, nullptr);
    if (reply && reply.value.kind() != Json::Kind::Number)
        reply = Fault{Fault::Kind::Denied, u"authenticate: it knows no such user and password"_s};
    if (reply.fault && reply.fault->kind == Fault::Kind::Lost)
        reply.fault->kind = Fault::Kind::Unreachable; // nothing of the call has left us
    m_refused = reply.fault && reply.fault->kind == Fault::Kind::Denied;
    m_userId = reply ? reply.value.said() : QString();
    return reply;
}

Reply Client::post(const QString& path, const Json& body, const QString& what, Effect effect, const Content* content)
{
    QString base = m_account.server.url.toString(QUrl::FullyEncoded);
    if (!base.endsWith(u'/'))
        base += u'/';
    rest::HttpRequest request{
        "POST", QUrl(base + path, QUrl::StrictMode), {"Content-Type: application/json", "Accept: application/json"}, body.bytes()};
    if (m_account.api() == Api::Json2) {
        request.headers += "Authorization: Bearer " + m_account.token.toUtf8();
        if (!m_account.database.isEmpty())
            request.headers += "X-Odoo-Database: " + m_account.database.toUtf8();
    }
    std::optional<ContentBody> streamed;
    if (content) {
        const QByteArray place = content->place.toUtf8();
        const qsizetype at = request.body.indexOf(place);
        Q_ASSERT(at >= 0);
        streamed.emplace(request.body.left(at), content->file, content->size, request.body.mid(at + place.size()));
        request.body.clear();
        request.file = &*streamed;
        request.fileSize = streamed->wholeSize();
    }
    const rest::HttpAnswer answer = rest::send(m_account.server, request);
    m_serverTime = QLocale::c().toDateTime(QString::fromLatin1(answer.date), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    m_serverTime.setTimeSpec(Qt::UTC);
    return resultOf(answer, m_account.api(), what, effect);
}

} // namespace rapport::connectors::odoo
