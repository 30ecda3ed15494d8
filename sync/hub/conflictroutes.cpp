// SPDX-License-Identifier: Apache-2.0
// Questions between two values: /v1/conflicts (wire/conflict.h).
#include "sync/hub/decisions.h"
#include "sync/hub/replies.h"
#include "sync/hub/routes.h"

#include <QLoggingCategory>
#include <QRegularExpression>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.hub")

} // namespace

Response Routes::conflicts(const Request& request, const Caller& caller)
{
    static const QRegularExpression shape(QStringLiteral("^/v1/conflicts/([1-9][0-9]{0,17})$"));
    if (request.path == QLatin1String("/v1/conflicts") && request.method == "GET") {
        const auto all = asking([&](const Repositories& known) { return conflictsOf(known, caller.deviceId); });
        return all ? json(wire::toJson(*all)) : trouble(all.error());
    }
    const auto match = shape.match(request.path);
    if (!match.hasMatch() || request.method != "POST")
        return problem(404, "not-found");
    const auto decision = wire::parseDecision(request.body);
    return decision ? decided(match.captured(1).toLongLong(), *decision, caller) : problem(400, "torn");
}

Response Routes::decided(qint64 id, const wire::Decision& decision, const Caller& caller)
{
    std::optional<wire::Verdict> verdict;
    const auto written = m_database.write([&](Repositories& writing) -> Status {
        const auto answer = decide(writing, id, decision, caller, now());
        if (!answer)
            return answer.error();
        verdict = *answer;
        return ok();
    });
    if (!written)
        return trouble(written.error());
    if (!verdict)
        return problem(404, "no-such-conflict");
    const bool settled = verdict->state == wire::Verdict::State::Settled;
    qCInfo(log) << "conflict" << id << (settled ? "settled by its device" : "not settled by its device");
    return json(wire::toJson(*verdict), settled ? 200 : 409);
}

} // namespace rapport::hub
