// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "sync/connectors/connector.h"
#include "sync/connectors/webhook/post.h"
#include "sync/connectors/webhook/signature.h"

#include <QCoreApplication>
#include <QStringList>

namespace rapport::connectors::webhook
{

/// Which jobs go out.
struct Selection {
    QStringList lists; ///< entities of these
    bool records = true;
};

/// Posts a signed JSON document for each record and each entity of a conversation. The job's key is the webhook-id: the same at every try, so that a
/// receiver drops what it has. README.md in this folder describes both.
class WebhookConnector : public Connector
{
    Q_DECLARE_TR_FUNCTIONS(rapport::connectors::webhook::WebhookConnector)

public:
    /// @p clock: of the signature's time; receivers refuse one that is minutes off.
    WebhookConnector(QString title, Receiver receiver, Signer signer, Selection selection, Clock clock);

    Capabilities capabilities() const override;
    Status check() override; ///< connects and sends nothing
    Result<PullPage> pull(const QString& list, const QByteArray& cursor) override;
    PushResult push(const Job& job, const JobContext& context) override;

private:
    PushError failed(const Job& job, const Answer& answer) const;
    PushError answered(const Job& job, const Answer& answer) const;

    QString m_title;
    Receiver m_receiver;
    Signer m_signer;
    Selection m_selection;
    Clock m_clock;
};

/// How long the header Retry-After asks to wait: seconds, or a time to be compared with the answer's own; 0 where it says nothing of use.
std::chrono::seconds waitOf(const QByteArray& retryAfter, const QByteArray& date);

} // namespace rapport::connectors::webhook
