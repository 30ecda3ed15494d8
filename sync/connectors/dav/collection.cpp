// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/collection.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

const QByteArray head = R"(<?xml version="1.0" encoding="utf-8"?>)";
const QByteArray xmlType = "Content-Type: application/xml; charset=utf-8";
constexpr int notFound = 404, gone = 410;

QByteArray inXml(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

Fault::Kind kindOf(int status, const QString& precondition)
{
    if (precondition == "valid-sync-token"_L1)
        return Fault::Kind::TokenRefused;
    if (precondition == "no-uid-conflict"_L1)
        return Fault::Kind::UidTaken;
    switch (status) {
    case 401:
        return Fault::Kind::Denied;
    case 403:
        return Fault::Kind::Forbidden;
    case notFound:
    case 409: // of a PUT: its collection is not there
    case gone:
        return Fault::Kind::Missing;
    case 412:
        return Fault::Kind::Changed;
    case 408:
    case 423:
    case 425:
    case 429:
    case 503:
        return Fault::Kind::Busy;
    case 507:
        return Fault::Kind::Full;
    default:
        break;
    }
    return status / 100 == 5 ? Fault::Kind::Failing : status / 100 == 3 ? Fault::Kind::Moved : Fault::Kind::Broken;
}

/// What kept @p answer from being a 2xx; nothing where it is one.
std::optional<Fault> faultOf(const QByteArray& method, const Answer& answer)
{
    const auto say = [&](Fault::Kind kind, const QString& what) {
        return Fault{kind, QString::fromLatin1(method) + u": "_s + what, answer.status, answer.retryAfter};
    };
    switch (answer.kind) {
    case Answer::Kind::Unreachable:
        return say(Fault::Kind::Unreachable, u"not reached"_s);
    case Answer::Kind::Lost:
        return say(Fault::Kind::Lost, u"no answer"_s);
    case Answer::Kind::Untrusted:
        return say(Fault::Kind::Untrusted, u"the certificate is not trusted"_s);
    case Answer::Kind::TooLarge:
        return say(Fault::Kind::Broken, u"the answer is too large"_s);
    case Answer::Kind::Status:
        break;
    }
    if (answer.status / 100 == 2)
        return std::nullopt;
    return say(kindOf(answer.status, preconditionOf(answer.body)), u"HTTP %1"_s.arg(answer.status));
}

Fault broken(const QByteArray& method, const QString& what)
{
    return {Fault::Kind::Broken, QString::fromLatin1(method) + u": "_s + what};
}

/// A weak ETag says "as good as the same": If-Match never holds with it.
bool isStrong(const QByteArray& etag)
{
    return etag.startsWith('"');
}

} // namespace

Reply<Facts> Collection::facts()
{
    const QByteArray body = head +
                            R"(<propfind xmlns="DAV:" xmlns:S="http://calendarserver.org/ns/" xmlns:A="urn:ietf:params:xml:ns:carddav" )"
                            R"(xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><resourcetype/><S:getctag/><supported-report-set/>)"
                            R"(<current-user-privilege-set/><A:supported-address-data/><C:supported-calendar-component-set/></prop></propfind>)";
    const Answer answer = m_client.ask("PROPFIND", {}, {xmlType, "Depth: 0"}, body);
    if (const auto fault = faultOf("PROPFIND", answer))
        return *fault;
    auto facts = parseFacts(answer.body);
    return facts ? Reply<Facts>(*facts) : Reply<Facts>(broken("PROPFIND", facts.error().detail));
}

Reply<std::optional<Stored>> Collection::read(const QString& name)
{
    const Answer answer = m_client.ask("GET", name);
    if (answer.kind == Answer::Kind::Status && (answer.status == notFound || answer.status == gone))
        return std::optional<Stored>();
    if (const auto fault = faultOf("GET", answer))
        return *fault;
    if (!isStrong(answer.etag))
        return broken("GET", u"the server gives no strong ETag"_s);
    return std::optional(Stored{name, answer.etag, answer.body});
}

Reply<std::vector<std::pair<QString, std::optional<Stored>>>> Collection::read(const QStringList& names)
{
    QByteArray body = head + "<V:" + m_vocabulary.multiget + R"( xmlns="DAV:" xmlns:V=")" + m_vocabulary.space + R"("><prop><getetag/><V:)" +
                      m_vocabulary.data + "/></prop>";
    for (const QString& name : names)
        body += "<href>" + inXml(m_client.hrefOf(name)) + "</href>";
    const auto found = report("REPORT", "1", body + "</V:" + m_vocabulary.multiget + '>');
    if (!found)
        return *found.fault;
    std::map<QString, std::optional<Stored>> by;
    for (const Multistatus::Member& member : found.value.members) {
        if (member.status == notFound || member.status == gone)
            by[member.name] = std::nullopt;
        else if (!member.data.isEmpty())
            by[member.name] = Stored{member.name, member.etag.toUtf8(), member.data};
    }
    std::vector<std::pair<QString, std::optional<Stored>>> out;
    for (const QString& name : names) {
        const auto one = by.find(name);
        if (one == by.end()) // what is not spoken of is not gone
            return broken("REPORT", u"an object that was asked for is not in the answer"_s);
        out.emplace_back(name, one->second);
    }
    return out;
}

std::optional<Fault> Collection::create(const QString& name, const QByteArray& data)
{
    return faultOf("PUT", m_client.ask("PUT", name, {m_vocabulary.contentType, "If-None-Match: *"}, data));
}

std::optional<Fault> Collection::replace(const QString& name, const QByteArray& etag, const QByteArray& data)
{
    return faultOf("PUT", m_client.ask("PUT", name, {m_vocabulary.contentType, "If-Match: " + etag}, data));
}

Reply<QString> Collection::nameOfUid(const QString& uid)
{
    for (const QString& component : m_vocabulary.components) {
        QString query = m_vocabulary.uidQuery;
        query.replace("{component}"_L1, component).replace("{uid}"_L1, uid.toHtmlEscaped());
        const auto found = report("REPORT", "1", head + query.toUtf8());
        if (!found)
            return *found.fault;
        for (const Multistatus::Member& member : found.value.members) {
            if (!member.name.isEmpty() && member.status == 0)
                return member.name;
        }
    }
    return QString();
}

Reply<Listing> Collection::changesSince(const QString& token)
{
    const auto found = report("REPORT", "0", // RFC 6578 section 3.2: the depth stands in the body
                              head + R"(<sync-collection xmlns="DAV:"><sync-token>)" + inXml(token) +
                                  "</sync-token><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>");
    if (!found) {
        Fault fault = *found.fault;
        if (fault.status == gone && !token.isEmpty())
            fault.kind = Fault::Kind::TokenRefused;
        return fault;
    }
    if (found.value.syncToken.isEmpty())
        return broken("REPORT", u"the answer has no sync token"_s);
    Listing out;
    out.token = found.value.syncToken;
    for (const Multistatus::Member& member : found.value.members) {
        if (member.name.isEmpty())
            out.more = out.more || member.status == 507;
        else if (member.status == notFound || member.status == gone)
            out.gone.push_back(member.name);
        else
            out.there[member.name] = member.etag;
    }
    return out;
}

Reply<Listing> Collection::all()
{
    const auto found = report("PROPFIND", "1", head + R"(<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>)");
    if (!found)
        return *found.fault;
    Listing out;
    for (const Multistatus::Member& member : found.value.members) {
        if (!member.name.isEmpty() && member.status == 0)
            out.there[member.name] = member.etag;
    }
    return out;
}

Reply<Multistatus> Collection::report(const QByteArray& method, const QByteArray& depth, const QByteArray& body)
{
    const Answer answer = m_client.ask(method, {}, {xmlType, "Depth: " + depth}, body);
    if (const auto fault = faultOf(method, answer))
        return *fault;
    auto found = parseMultistatus(answer.body);
    return found ? Reply<Multistatus>(std::move(*found)) : Reply<Multistatus>(broken(method, found.error().detail));
}

} // namespace rapport::connectors::dav
