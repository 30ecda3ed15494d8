// SPDX-License-Identifier: Apache-2.0
// Who may ask: enrolment, renewal, the device's own status, and the refusal of everybody else.
#include "sync/hub/holding.h"
#include "sync/hub/replies.h"
#include "sync/hub/routes.h"

#include <sodium.h>

namespace rapport::hub
{

namespace
{

/// What a device may ask whose access was withdrawn: nothing that is finished on it is lost.
bool delivers(const Request& request)
{
    const QString& path = request.path;
    if (path == QLatin1String("/submission"))
        return request.method == "POST" || request.method == "HEAD";
    if (path.startsWith(QLatin1String("/v1/uploads/")))
        return request.method == "PATCH" || request.method == "HEAD";
    if (path.startsWith(QLatin1String("/v1/drafts/")))
        return request.method == "PUT";
    return request.method == "GET" && path == QLatin1String("/v1/device");
}

int statusOf(const QString& word)
{
    return word == wire::refusal::codeUnknown || word == wire::refusal::codeExpired ? 403 : 401;
}

QByteArray schemeOf(const Request& request)
{
    const QByteArray authorization = request.headers.value("authorization");
    return authorization.left(authorization.indexOf(' ')).toLower();
}

struct Credentials {
    QByteArray token;
    std::optional<QByteArray> name; ///< given with it, in whatever encoding
};

void takeKeyOff(Request& request)
{
    if (!request.path.startsWith(QLatin1String("/key/")))
        return;
    request.keyPrefix = request.path.section(QLatin1Char('/'), 0, 2);
    request.path = QLatin1Char('/') + request.path.section(QLatin1Char('/'), 3);
}

Credentials credentialsOf(const Request& request)
{
    if (!request.keyPrefix.isEmpty())
        return {request.keyPrefix.section(QLatin1Char('/'), 2).toLatin1(), {}};
    const QByteArray scheme = schemeOf(request), given = request.headers.value("authorization").mid(scheme.size()).trimmed();
    if (scheme == "bearer")
        return {given, {}};
    if (scheme != "basic")
        return {};
    const QByteArray pair = QByteArray::fromBase64(given);
    const qsizetype colon = pair.lastIndexOf(':'); // a token has none, the name of a device may
    return colon < 0 ? Credentials{} : Credentials{pair.mid(colon + 1).trimmed(), pair.left(colon).trimmed()};
}

Caller callerOf(const DeviceRecord& device)
{
    return {device.id, device.name, device.tokenExpires, device.user, device.revoked ? Caller::Rights::Deliver : Caller::Rights::All};
}

/// Some clients send UTF-8, some Latin-1 (RFC 7617 leaves both). Compared by hashes, so that the time says nothing either.
bool isNamed(const Caller& caller, const QByteArray& name)
{
    const QByteArray hash = hashOfToken(name);
    const auto isSame = [&](const QByteArray& one) {
        return sodium_memcmp(hashOfToken(one).constData(), hash.constData(), static_cast<std::size_t>(hash.size())) == 0;
    };
    const bool byId = isSame(caller.deviceId.toUtf8()), byUtf8 = isSame(caller.name.toUtf8()), byLatin1 = isSame(caller.name.toLatin1());
    return byId || byUtf8 || byLatin1;
}

} // namespace

/// "Authorization: Bearer TOKEN"; or as OpenRosa clients do it, the path prefix "/key/TOKEN/", which is taken off the path, or Basic with the
/// device's name or id and the token as the password. The token is looked up by its hash: how long that takes says nothing of it.
Result<Admission<Caller>> Routes::authenticate(Request& request)
{
    using Answer = Admission<Caller>;
    if (request.caller)
        return Answer(*request.caller);
    takeKeyOff(request);
    const Credentials given = credentialsOf(request);
    if (given.token.isEmpty())
        return Answer(Refusal{wire::refusal::unknown});
    const QByteArray hash = hashOfToken(given.token);
    if (const auto wait = m_keyGuesses.wait(request.address, hash, now()); wait.count() > 0)
        return Answer(Refusal{wire::refusal::tooMany, wait});
    const auto found = asking([&](const Repositories& known) { return known.devices().withToken(hash); });
    if (!found)
        return found.error();
    const Caller one = *found ? callerOf(**found) : Caller();
    if (!*found || (given.name && !isNamed(one, *given.name))) {
        m_keyGuesses.noteWrong(request.address, now());
        return Answer(Refusal{wire::refusal::unknown});
    }
    if (one.rights == Caller::Rights::Deliver && !delivers(request))
        return Answer(Refusal{wire::refusal::revoked});
    if (one.tokenExpires.isValid() && one.tokenExpires <= m_surroundings.clock())
        return Answer(Refusal{wire::refusal::tokenExpired});
    m_keyGuesses.noteRight(hash);
    return Answer(one);
}

/// 401 as RFC 6750 says it to our devices, and as RFC 7617 to everybody else; the word is for the device, the sentence for an OpenRosa client's
/// person.
Response Routes::denied(const Request& request, const Refusal& refusal)
{
    if (refusal.word == wire::refusal::tooMany) {
        Response response = openRosa(429, QStringLiteral("Too many wrong keys came from your address. Try again later."));
        response.headers.insert("Retry-After", QByteArray::number(static_cast<qint64>(refusal.wait.count())));
        return response;
    }
    Response response = openRosa(401, QStringLiteral("This device is not known here, or its access was withdrawn."));
    response.headers.insert("WWW-Authenticate", schemeOf(request) == "bearer" ? wire::authenticateHeader(refusal.word)
                                                                              : QByteArray("Basic realm=\"Rapport\", charset=\"UTF-8\""));
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
        return denied(request, *refusal);
    request.caller = std::get<Caller>(*caller);
    if (request.method != "PATCH")
        return {};
    return request.path.startsWith(QLatin1String("/v1/rescue/")) ? beginRescue(request) : beginUpload(request);
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
    const auto written = m_database.write([&](Repositories& writing) -> Status {
        const auto hubKey = hubPublicKey(writing.settings(), m_surroundings.secrets);
        if (!hubKey)
            return hubKey.error();
        auto enrolled = m_surroundings.enrolment.enrol(writing.devices(), *asked, *hubKey, m_surroundings.clock());
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
    const auto written = m_database.write([&](Repositories& writing) -> Status {
        auto renewed = m_surroundings.enrolment.renew(writing.devices(), *asked, m_surroundings.clock());
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

/// The device's own, else the shortest of its occasions, else that of every device.
static Result<std::chrono::hours> leaseOf(const Repositories& known, const Caller& caller, const QDateTime& now)
{
    const auto own = known.devices().find(caller.deviceId);
    const auto holding = Holding::of(known, caller.user, now);
    if (!own || !holding)
        return own ? holding.error() : own.error();
    if (*own && (*own)->leaseDays > 0)
        return std::chrono::hours(24 * (*own)->leaseDays);
    std::chrono::hours shortest = Enrolment::leaseLife;
    for (const wire::Occasion& occasion : holding->occasions()) {
        if (occasion.leaseDays > 0)
            shortest = std::min(shortest, std::chrono::hours(24 * occasion.leaseDays));
    }
    return shortest;
}

/// A device that asks how it is seen has called: that is noted, and its lease begins anew.
Response Routes::device(const Caller& caller)
{
    const QDateTime now = m_surroundings.clock();
    const auto lease = asking([&](const Repositories& known) { return leaseOf(known, caller, now); });
    if (!lease)
        return trouble(lease.error());
    // On a full disk the answer is worth more than the note.
    (void)m_database.write([&](Repositories& writing) { return writing.devices().noteSeen(caller.deviceId, now); });
    wire::DeviceStatus status;
    status.deviceId = caller.deviceId;
    status.name = caller.name;
    status.user = caller.user;
    status.revoked = caller.rights == Caller::Rights::Deliver;
    status.leaseUntil = now.addSecs(std::chrono::seconds(*lease).count());
    status.tokenExpires = caller.tokenExpires;
    status.serverTime = now;
    return json(wire::toJson(status));
}

} // namespace rapport::hub
