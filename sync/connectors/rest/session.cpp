// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/session.h"

#include "sync/connectors/rest/judge.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

using namespace std::chrono_literals;

constexpr auto lookUpsHold = 10min;
constexpr size_t mostRemembered = 64;

/// One line without control characters: nothing that ends a header and begins another.
bool isHeaderValue(const QString& value)
{
    return !value.isEmpty() && std::none_of(value.begin(), value.end(), [](QChar c) { return c < u' ' || c == QChar(0x7F); });
}

} // namespace

Session::Session(Account account, const Mapping& mapping) : m_account(std::move(account)), m_mapping(mapping) {}

void Session::retry()
{
    m_refused = m_recognised = false;
    m_remembered.clear();
}

QUrl Session::urlOf(const Request& request, const Names& names) const
{
    const auto path = request.path.filled(names, Text::As::PathPart);
    if (!path)
        return {};
    QString base = m_account.server.url.toString(QUrl::FullyEncoded | QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (!base.endsWith(u'/'))
        base += u'/';
    QString query;
    for (const auto& [name, value] : request.query) {
        const auto said = value.filled(names);
        if (said)
            query += (query.isEmpty() ? u'?' : u'&') + QString::fromLatin1(QUrl::toPercentEncoding(name)) + u'=' +
                     QString::fromLatin1(QUrl::toPercentEncoding(*said));
    }
    return QUrl::fromEncoded((base + *path + query).toUtf8(), QUrl::StrictMode);
}

Reply Session::ask(const Request& request, const Names& names)
{
    const QUrl url = urlOf(request, names);
    if (url.isEmpty())
        return Fault{Fault::Kind::Broken, u"a place in a path stays empty"_s};
    return send({"GET", url, {}, {}}, {}, names);
}

Reply Session::write(const Request& request, const std::vector<std::pair<QString, Text>>& headers, const Json& body, const QByteArray& ifMatch,
                     const Names& names)
{
    HttpRequest out{request.method, urlOf(request, names), {"Content-Type: application/json"}, body.bytes()};
    if (!ifMatch.isEmpty())
        out.headers += "If-Match: " + ifMatch;
    return out.url.isEmpty() ? Reply(Fault{Fault::Kind::Broken, u"a place in a path stays empty"_s}) : send(std::move(out), headers, names);
}

Reply Session::upload(const Request& request, const std::vector<std::pair<QString, Text>>& headers, const Upload& upload, const Names& names)
{
    HttpRequest out{request.method, urlOf(request, names), {}, {}, &upload.content, upload.size, upload.form, upload.name, upload.type};
    if (upload.form.isEmpty())
        out.headers += "Content-Type: application/octet-stream";
    return out.url.isEmpty() ? Reply(Fault{Fault::Kind::Broken, u"a place in a path stays empty"_s}) : send(std::move(out), headers, names);
}

Reply Session::next(const QString& address, const QUrl& from)
{
    const QUrl url = from.resolved(QUrl(address, QUrl::StrictMode));
    const QUrl& ours = m_account.server.url;
    if (!url.isValid() || url.scheme() != ours.scheme() || url.authority() != ours.authority())
        return Fault{Fault::Kind::Broken, u"the next page is on another server"_s}; // which gets no key of ours
    return send({"GET", url, {}, {}}, {}, [](const QString&) { return QString(); });
}

/// Some servers take a wrong key for nobody in particular and answer all the same. So we ask who we are before anything else.
Reply Session::recognise()
{
    m_recognised = true; // or this would ask for ever
    const Names nothing = [](const QString&) { return QString(); };
    Reply reply = ask(m_mapping.who, nothing);
    if (reply && m_mapping.whoId.first(reply.value).isNull())
        reply = Fault{Fault::Kind::Denied, u"it takes us for nobody"_s};
    m_refused = reply.fault && reply.fault->kind == Fault::Kind::Denied;
    m_recognised = !reply.fault;
    return reply;
}

Reply Session::send(HttpRequest request, const std::vector<std::pair<QString, Text>>& headers, const Names& names)
{
    if (m_refused)
        return Fault{Fault::Kind::Denied, u"the key or password was refused before"_s};
    if (m_mapping.who && !m_recognised) {
        if (Reply us = recognise(); !us)
            return us;
    }
    request.headers += "Accept: application/json";
    if (!m_account.user.isEmpty())
        request.headers += "Authorization: Basic " + (m_account.user + u':' + m_account.password).toUtf8().toBase64();
    else if (!m_account.token.isEmpty())
        request.headers +=
            (m_mapping.tokenHeader.isEmpty() ? u"Authorization: Bearer "_s : m_mapping.tokenHeader + u": "_s).toLatin1() + m_account.token.toUtf8();
    for (const auto* some : {&m_mapping.headers, &headers}) {
        for (const auto& [name, value] : *some) {
            const auto said = value.filled(names);
            if (said && isHeaderValue(*said))
                request.headers += name.toLatin1() + ": " + said->toUtf8();
        }
    }
    const Effect effect = request.method == "GET" ? Effect::Reads : Effect::Writes;
    Reply reply = judge(rest::send(m_account.server, request), QString::fromLatin1(request.method), effect);
    m_refused = reply.fault && reply.fault->kind == Fault::Kind::Denied;
    return reply;
}

Reply Session::itemsFor(const Search& search, const QUrl& url, bool fresh)
{
    const auto now = std::chrono::steady_clock::now();
    const auto known = m_remembered.find(url);
    if (!fresh && known != m_remembered.end() && known->second.until > now)
        return search.items.first(known->second.answer);
    Reply reply = send({"GET", url, {}, {}}, {}, [](const QString&) { return QString(); });
    if (!reply)
        return reply;
    if (m_remembered.size() >= mostRemembered)
        m_remembered.clear();
    const Json items = search.items.first(reply.value);
    m_remembered[url] = {std::move(reply.value), now + lookUpsHold};
    return items;
}

Reply Session::lookUp(const QString& name, const Names& names)
{
    const LookUp& rule = m_mapping.lookUps.at(name);
    const QUrl url = urlOf(rule.search.request, names);
    if (url.isEmpty())
        return Reply();
    for (const bool fresh : {false, true}) { // what was remembered may be old
        const bool isOld = m_remembered.count(url) > 0;
        const Reply items = itemsFor(rule.search, url, fresh);
        if (!items) {
            const bool unseen = items.fault->kind == Fault::Kind::Forbidden || items.fault->kind == Fault::Kind::Gone;
            return rule.optional && unseen ? Reply() : items;
        }
        const std::vector<Json> alone{items.value};
        for (const Json& item : items.value.isArray() ? items.value.items() : alone) {
            const Json& value = rule.value.first(item);
            if (!value.isNull() && meetsAll(rule.search.where, item, names))
                return value;
        }
        if (!isOld)
            break;
    }
    return rule.optional ? Reply() : Reply(Fault{Fault::Kind::Broken, u"the look-up \"%1\" finds nothing"_s.arg(name)});
}

} // namespace rapport::connectors::rest
