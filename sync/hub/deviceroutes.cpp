// SPDX-License-Identifier: Apache-2.0
// Who may ask: enrolment, renewal, the device's own status, and the refusal of everybody else.
#include "sync/hub/query.h"
#include "sync/hub/replies.h"
#include "sync/hub/routes.h"

namespace rapport::hub
{

namespace
{

int statusOf(const QString& word)
{
    return word == wire::refusal::codeUnknown || word == wire::refusal::codeExpired ? 403 : 401;
}

} // namespace

/// "Authorization: Bearer TOKEN", or the path prefix "/key/TOKEN/" that OpenRosa clients use; the prefix is taken off the path.
Result<Admission<Caller>> Routes::authenticate(Request& request)
{
    using Answer = Admission<Caller>;
    if (request.caller)
        return Answer(*request.caller);
    QByteArray token = request.headers.value("authorization");
    token = token.startsWith("Bearer ") ? token.mid(7).trimmed() : QByteArray();
    if (request.path.startsWith(QLatin1String("/key/"))) {
        token = request.path.section(QLatin1Char('/'), 2, 2).toLatin1();
        request.keyPrefix = request.path.section(QLatin1Char('/'), 0, 2);
        request.path = QLatin1Char('/') + request.path.section(QLatin1Char('/'), 3);
    }
    if (token.isEmpty())
        return Answer(Refusal{wire::refusal::unknown});
    struct Found {
        Caller caller;
        bool revoked;
    };
    const auto found = reading([&](db::Database& database) {
        return rows<Found>(
            database, "SELECT id, name, token_expires_at, revoked_at IS NOT NULL FROM device WHERE token_hash = ?1",
            [](const db::Statement& row) {
                return Found{{row.text(0), row.text(1), timeOf(row.text(2))}, row.integer(3) != 0};
            },
            hashOfToken(token));
    });
    if (!found)
        return found.error();
    if (found->empty())
        return Answer(Refusal{wire::refusal::unknown});
    const Found& one = found->front();
    if (one.revoked)
        return Answer(Refusal{wire::refusal::revoked});
    if (one.caller.tokenExpires.isValid() && one.caller.tokenExpires <= m_surroundings.clock())
        return Answer(Refusal{wire::refusal::tokenExpired});
    return Answer(one.caller);
}

/// 401 as RFC 6750 says it; the word is for the device, the sentence for an OpenRosa client's person.
Response Routes::denied(const QString& word)
{
    Response response = openRosa(401, QStringLiteral("This device is not known here, or its access was withdrawn."));
    response.headers.insert("WWW-Authenticate", wire::authenticateHeader(word));
    return response;
}

std::optional<Response> Routes::refuse(Request& request)
{
    if (isOpen(request))
        return {};
    const auto caller = authenticate(request);
    if (!caller)
        return trouble(caller.error());
    if (const auto* refusal = std::get_if<Refusal>(&*caller))
        return denied(refusal->word);
    request.caller = std::get<Caller>(*caller);
    return {};
}

bool Routes::isOpen(const Request& request)
{
    return request.method == "POST" && (request.path == QLatin1String("/v1/enrol") || request.path == QLatin1String("/v1/renew"));
}

Response Routes::open(const Request& request)
{
    return request.path == QLatin1String("/v1/enrol") ? enrol(request) : renew(request);
}

Response Routes::enrol(const Request& request)
{
    const auto asked = wire::parseEnrolRequest(request.body);
    if (!asked)
        return problem(400, "torn");
    if (!m_guesses.allows(m_surroundings.clock()))
        return refusal(429, wire::refusal::tooMany);
    std::optional<Admission<wire::EnrolReply>> answer;
    const auto written = m_writer.write([&](db::Database& database) -> Status {
        const auto hubKey = hubPublicKey(database, m_surroundings.secrets);
        if (!hubKey)
            return hubKey.error();
        auto enrolled = m_surroundings.enrolment.enrol(database, *asked, *hubKey, m_surroundings.clock());
        if (!enrolled)
            return enrolled.error();
        answer = std::move(*enrolled);
        return ok();
    });
    if (!written || !answer)
        return trouble(written ? Error{Error::Kind::Internal, QStringLiteral("no answer")} : written.error());
    if (const auto* no = std::get_if<Refusal>(&*answer)) {
        m_guesses.note(m_surroundings.clock());
        return refusal(statusOf(no->word), no->word);
    }
    return json(wire::toJson(std::get<wire::EnrolReply>(*answer)), 201);
}

Response Routes::renew(const Request& request)
{
    const auto asked = wire::parseRenewRequest(request.body);
    if (!asked)
        return problem(400, "torn");
    std::optional<Admission<wire::RenewReply>> answer;
    const auto written = m_writer.write([&](db::Database& database) -> Status {
        auto renewed = m_surroundings.enrolment.renew(database, *asked, m_surroundings.clock());
        if (!renewed)
            return renewed.error();
        answer = std::move(*renewed);
        return ok();
    });
    if (!written || !answer)
        return trouble(written ? Error{Error::Kind::Internal, QStringLiteral("no answer")} : written.error());
    if (const auto* no = std::get_if<Refusal>(&*answer))
        return refusal(statusOf(no->word), no->word);
    return json(wire::toJson(std::get<wire::RenewReply>(*answer)));
}

Response Routes::refusal(int status, const QString& word)
{
    Response response = problem(status, word.toLatin1().constData());
    if (status == 401)
        response.headers.insert("WWW-Authenticate", wire::authenticateHeader(word));
    return response;
}

/// A device that asks how it is seen has called: that is noted, and its lease begins anew.
Response Routes::device(const Caller& caller)
{
    const QDateTime now = m_surroundings.clock();
    // On a full disk the answer is worth more than the note.
    (void)m_writer.write(
        [&](db::Database& database) { return run(database, "UPDATE device SET last_seen_at = ?2 WHERE id = ?1", caller.deviceId, timeText(now)); });
    wire::DeviceStatus status;
    status.deviceId = caller.deviceId;
    status.name = caller.name;
    status.leaseUntil = now.addSecs(std::chrono::seconds(Enrolment::leaseLife).count());
    status.tokenExpires = caller.tokenExpires;
    status.serverTime = now;
    return json(wire::toJson(status));
}

} // namespace rapport::hub
