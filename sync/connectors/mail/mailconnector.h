// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/mail/ledger.h"
#include "sync/connectors/mail/smtp.h"
#include "sync/connectors/mail/templates.h"

#include <QCoreApplication>

namespace rapport::connectors::mail
{

struct Sender {
    QByteArray address;
    QString name;
    QString unsubscribe; ///< https:// or mailto: address; where people end it
};

/// Sends follow-ups that are to be a mail: brochures and invitations, as the templates say. README.md in this folder says what exactly once means
/// where nobody can be asked afterwards.
class MailConnector : public Connector
{
    Q_DECLARE_TR_FUNCTIONS(rapport::connectors::mail::MailConnector)

public:
    MailConnector(QString title, Account account, Sender sender, Templates templates, Ledger ledger);

    Capabilities capabilities() const override;
    Status check() override; ///< also tries a password again that was refused before
    Result<PullPage> pull(const QString& list, const QByteArray& cursor) override;
    PushResult push(const Job& job, const JobContext& context) override;

private:
    Facts factsOf(const Entity& followup, const Entity& contact, const JobContext& context) const;
    std::optional<PushResult> settledBefore(const Job& job, const JobContext& context, const RemoteRef& reference);
    static RemoteRef referenceTo(const QString& id);
    std::optional<PushError> mayNotGo(const Entity& contact) const;
    std::variant<Message, PushError> messageOf(const QString& id, const JobContext& context, const MailTemplate& mail, const Facts& facts) const;
    std::optional<PushError> attach(Message& message, const MailTemplate& mail, const Facts& facts, const JobContext& context) const;
    std::optional<PushError> deliver(const QString& key, const Message& message);
    PushError doubtful(const QString& key);
    PushError failed(const Outcome& outcome) const;

    QString m_title;
    Account m_account;
    Sender m_sender;
    Templates m_templates;
    Ledger m_ledger;
    bool m_denied = false; ///< the password was refused; not tried again before check()
};

} // namespace rapport::connectors::mail
