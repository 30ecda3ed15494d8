// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/judge.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

Fault::Kind kindOf(int status)
{
    switch (status) {
    case 401:
        return Fault::Kind::Denied;
    case 403:
        return Fault::Kind::Forbidden;
    case 404:
    case 410:
        return Fault::Kind::Gone;
    case 409:
    case 412:
    case 428:
        return Fault::Kind::Changed;
    case 429:
        return Fault::Kind::Busy;
    case 408:
    case 502:
    case 504:
        return Fault::Kind::Lost;
    default:
        break;
    }
    if (status >= 500)
        return Fault::Kind::Failed;
    return status >= 400 ? Fault::Kind::Refused : Fault::Kind::Broken;
}

} // namespace

Reply judge(const HttpAnswer& answer, const QString& what, Effect effect)
{
    using Kind = Fault::Kind;
    switch (answer.kind) {
    case HttpAnswer::Kind::Unreachable:
        return Fault{Kind::Unreachable, u"not reached"_s};
    case HttpAnswer::Kind::Lost:
        return Fault{Kind::Lost, u"no answer"_s};
    case HttpAnswer::Kind::Untrusted:
        return Fault{Kind::Untrusted, u"the certificate is not trusted"_s};
    case HttpAnswer::Kind::TooLarge:
        return Fault{effect == Effect::Reads ? Kind::Broken : Kind::Lost, u"the answer is too large"_s};
    case HttpAnswer::Kind::Unread:
        return Fault{Kind::Missing, u"a file cannot be read to its end"_s};
    case HttpAnswer::Kind::Status:
        break;
    }
    const QString status = u"%1: HTTP %2"_s.arg(what).arg(answer.status);
    if (answer.status == 503) // with a time it is a server that says when; without one it is a gateway
        return Fault{answer.retryAfter.isEmpty() ? Kind::Lost : Kind::Busy, status, waitOf(answer.retryAfter, answer.date)};
    if (answer.status / 100 != 2)
        return Fault{kindOf(answer.status), status, waitOf(answer.retryAfter, answer.date)};
    Reply reply;
    reply.location = answer.location;
    reply.etag = answer.etag;
    if (answer.body.trimmed().isEmpty())
        return effect == Effect::Reads ? Reply(Fault{Kind::Broken, status + u" without a body"_s}) : reply;
    auto json = parseJson(answer.body);
    if (!json) // a page of a proxy in between; whether a write reached the server is not known
        return Fault{effect == Effect::Reads ? Kind::Broken : Kind::Lost, status + u" with an answer that is no JSON"_s};
    reply.value = std::move(*json);
    return reply;
}

} // namespace rapport::connectors::rest
