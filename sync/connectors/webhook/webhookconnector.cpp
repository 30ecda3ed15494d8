// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/webhook/webhookconnector.h"

#include "sync/connectors/webhook/document.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::webhook
{
namespace
{

/// A receiver whose own fault it is gets about a day (jobrunner.h waits 15 minutes at most); then somebody looks at it.
constexpr int triesOfServerFaults = 100;

PushError refused(Error::Kind kind, const QString& detail, const QString& sentence)
{
    return {{kind, detail}, false, sentence};
}

bool isHeaderText(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

/// RFC 9110, the form that is to be sent: "Wed, 10 Nov 2027 14:05:00 GMT".
QDateTime httpTime(const QByteArray& text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace

std::chrono::seconds waitOf(const QByteArray& retryAfter, const QByteArray& date)
{
    constexpr qint64 longest = 365LL * 24 * 3600;
    bool isNumber = false;
    qint64 seconds = retryAfter.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = httpTime(retryAfter), now = httpTime(date);
        seconds = until.isValid() && now.isValid() ? now.secsTo(until) : 0;
    }
    return std::chrono::seconds(qBound<qint64>(0, seconds, longest));
}

WebhookConnector::WebhookConnector(QString title, Receiver receiver, Signer signer, Selection selection, Clock clock)
    : m_title(std::move(title)), m_receiver(std::move(receiver)), m_signer(std::move(signer)), m_selection(std::move(selection)),
      m_clock(std::move(clock))
{
}

Capabilities WebhookConnector::capabilities() const
{
    Capabilities capabilities;
    capabilities.pushLists.assign(m_selection.lists.begin(), m_selection.lists.end());
    capabilities.records = m_selection.records;
    capabilities.maximumRequestTime = std::chrono::ceil<std::chrono::seconds>(m_receiver.time);
    return capabilities;
}

Status WebhookConnector::check()
{
    const Answer answer = knock(m_receiver);
    return answer.kind == Answer::Kind::Status ? ok() : Status(static_cast<const Error&>(failed({}, answer)));
}

Result<PullPage> WebhookConnector::pull(const QString&, const QByteArray&)
{
    return Error{Error::Kind::Invalid, u"a webhook is a target only"_s};
}

PushResult WebhookConnector::push(const Job& job, const JobContext& context)
{
    const bool record = job.kind == Job::Kind::Record;
    if (record ? !m_selection.records : !m_selection.lists.contains(job.list))
        return refused(Error::Kind::Invalid, u"job kind or list is not carried by this webhook: %1"_s.arg(job.list),
                       tr("%1 does not take this kind of entry.").arg(m_title));
    if (!isHeaderText(job.key))
        return refused(Error::Kind::Internal, u"webhook: the job's key cannot be a header"_s,
                       tr("%1 does not take this kind of entry.").arg(m_title));
    const QDateTime now = m_clock();
    const auto body = documentOf(job, context, now);
    if (!body)
        return refused(body.error().kind, body.error().detail, tr("The entry for %1 is no longer there.").arg(m_title));

    const QByteArray id = job.key.toUtf8();
    const qint64 timestamp = now.toSecsSinceEpoch();
    const Answer answer = post(
        m_receiver,
        {"webhook-id: " + id, "webhook-timestamp: " + QByteArray::number(timestamp), "webhook-signature: " + m_signer.sign(id, timestamp, *body)},
        *body);
    if (answer.kind == Answer::Kind::Status && answer.status / 100 == 2)
        return RemoteRef{job.key, tr("Notice %1").arg(job.key.left(8))};
    return failed(job, answer);
}

PushError WebhookConnector::failed(const Job& job, const Answer& answer) const
{
    const QString later = tr("%1 cannot be reached at the moment. It will be tried again.").arg(m_title);
    switch (answer.kind) {
    case Answer::Kind::Status:
        return answered(job, answer);
    case Answer::Kind::Untrusted:
        return refused(Error::Kind::Denied, u"webhook: the certificate is not trusted"_s,
                       tr("The connection to %1 cannot be made safe. Ask whoever looks after it.").arg(m_title));
    case Answer::Kind::Forbidden:
        return refused(Error::Kind::Denied, u"webhook: the address is private, and \"private\" is not set"_s,
                       tr("%1 lies at an address that Rapport may not speak to. Ask whoever set it up.").arg(m_title));
    case Answer::Kind::Lost:
        return {{Error::Kind::Offline, u"webhook: no answer"_s}, true, later};
    case Answer::Kind::Unreachable:
        break;
    }
    return refused(Error::Kind::Offline, u"webhook: not reached"_s, later);
}

PushError WebhookConnector::answered(const Job& job, const Answer& answer) const
{
    const QString detail = u"webhook: HTTP %1"_s.arg(answer.status);
    const bool busy = answer.status == 429 || answer.status == 408, theirs = answer.status >= 500;
    if (busy || (theirs && job.attempts < triesOfServerFaults)) {
        PushError error = refused(Error::Kind::Offline, detail, tr("%1 asks to wait a little. It will be tried again.").arg(m_title));
        error.notBefore = waitOf(answer.retryAfter, answer.date);
        return error;
    }
    if (theirs)
        return refused(Error::Kind::Invalid, detail, tr("%1 still fails after many tries. Ask whoever looks after it, then try again.").arg(m_title));
    if (answer.status == 401 || answer.status == 403)
        return refused(Error::Kind::Denied, detail, tr("%1 does not accept our signature. Ask whoever looks after it.").arg(m_title));
    if (answer.status == 410)
        return refused(Error::Kind::NotFound, detail, tr("%1 is no longer there. Ask whoever looks after it.").arg(m_title));
    if (answer.status / 100 == 3)
        return refused(Error::Kind::Invalid, detail, tr("%1 has moved to another address. Ask whoever set it up to enter the new one.").arg(m_title));
    return refused(Error::Kind::Invalid, detail, tr("%1 did not accept the entry. Ask whoever looks after it.").arg(m_title));
}

} // namespace rapport::connectors::webhook
