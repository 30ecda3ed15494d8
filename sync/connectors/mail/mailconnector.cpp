// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/mail/mailconnector.h"

#include "sync/connectors/mail/headers.h"
#include "sync/wire/consents.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QMimeDatabase>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::mail
{
namespace
{

const QString followups = u"followups"_s;

QString propertyOf(const Entity& entity, const QString& name)
{
    const auto found = entity.properties.find(name);
    return found == entity.properties.end() ? QString() : found->second;
}

PushError refused(Error::Kind kind, const QString& detail, const QString& sentence)
{
    return {{kind, detail}, false, sentence};
}

/// What the mail is made of: where it is the same as the one that was sent, a later conversation sends no second one.
QString fingerprintOf(const Entity& followup, const Entity& contact)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString& text) {
        hash.addData(text.toUtf8());
        hash.addData(QByteArray(1, '\0'));
    };
    add(propertyOf(contact, u"email"_s));
    for (const QString& name : {u"kind"_s, u"channel"_s, u"asset_ids"_s, u"due"_s})
        add(propertyOf(followup, name));
    return QString::fromLatin1(hash.result().toHex().left(32));
}

QByteArray textOf(const Templates& templates, const MailTemplate& mail, const Facts& facts, const QString& language)
{
    QStringList out;
    const auto add = [&](const QStringList& lines, const QString& in) {
        for (const QString& line : lines) {
            if (const auto filled = filledIn(line, facts, in))
                out += *filled;
        }
    };
    add(mail.texts.at(language).lines, language);
    out += {QString(), u"-- "_s};
    const QString closing = languageFor(templates.closing, language, templates.language);
    add(templates.closing.at(closing), closing);
    QString text = out.join(u'\n') + u'\n';
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n').remove(QChar::Null).replace("\n"_L1, "\r\n"_L1);
    return text.toUtf8();
}

/// "px_brochure" with a PDF in it → "px_brochure.pdf": the name of a file is all that its reader's system goes by.
QString fileNameOf(const QString& name, const QMimeType& type)
{
    return QMimeDatabase().suffixForFileName(name).isEmpty() && !type.preferredSuffix().isEmpty() ? name + u'.' + type.preferredSuffix() : name;
}

} // namespace

MailConnector::MailConnector(QString title, Account account, Sender sender, Templates templates, Ledger ledger)
    : m_title(std::move(title)), m_account(std::move(account)), m_sender(std::move(sender)), m_templates(std::move(templates)),
      m_ledger(std::move(ledger))
{
}

Capabilities MailConnector::capabilities() const
{
    Capabilities capabilities;
    capabilities.pushLists = {followups};
    capabilities.maximumRequestTime = std::chrono::ceil<std::chrono::seconds>(m_account.time);
    return capabilities;
}

Status MailConnector::check()
{
    m_denied = false;
    const Outcome outcome = greet(m_account);
    return outcome.kind == Outcome::Kind::Accepted ? ok() : Status(static_cast<const Error&>(failed(outcome)));
}

Result<PullPage> MailConnector::pull(const QString&, const QByteArray&)
{
    return Error{Error::Kind::Invalid, u"mail is a target only"_s};
}

PushResult MailConnector::push(const Job& job, const JobContext& context)
{
    if (job.kind == Job::Kind::Record || job.list != followups)
        return refused(Error::Kind::Invalid, u"job kind or list is not carried by mail: %1"_s.arg(job.list),
                       tr("%1 does not take this kind of entry.").arg(m_title));
    const auto followup = context.entity(job.list, job.entityId);
    if (!followup)
        return refused(followup.error().kind, followup.error().detail, tr("The entry for %1 is no longer there.").arg(m_title));
    const MailTemplate* mail = m_templates.of(*followup);
    if (!mail)
        return RemoteRef{u"none"_s, {}}; // a call, a task, something printed: nothing to send
    const auto contact = context.entity(u"contacts"_s, propertyOf(*followup, u"contact_id"_s));
    if (!contact)
        return refused(contact.error().kind, u"mail: the follow-up's contact is not here"_s,
                       tr("The person whom %1 should write to is no longer there.").arg(m_title));

    const Facts facts = factsOf(*followup, *contact, context);
    const QString id = QString::fromLatin1(messageId(job.key, m_sender.address));
    const RemoteRef reference = referenceTo(id + u' ' + fingerprintOf(*followup, *contact));
    if (const auto settled = settledBefore(job, context, reference))
        return *settled;
    if (const auto reason = mayNotGo(*contact))
        return *reason;
    auto message = messageOf(id, context, *mail, facts);
    if (const auto* error = std::get_if<PushError>(&message))
        return *error;
    if (const auto sent = deliver(job.key, std::get<Message>(message)))
        return *sent;
    return reference;
}

Facts MailConnector::factsOf(const Entity& followup, const Entity& contact, const JobContext& context) const
{
    const bool isMail = m_sender.unsubscribe.startsWith("mailto:"_L1);
    return {followup,
            contact,
            {{u"@author"_s, context.author()},
             {u"@date"_s, context.finishedAt().date().toString(Qt::ISODate)},
             {u"@sender"_s, m_sender.name.isEmpty() ? QString::fromLatin1(m_sender.address) : m_sender.name},
             {u"@unsubscribe"_s, isMail ? QUrl(m_sender.unsubscribe).path() : m_sender.unsubscribe}}};
}

/// What became of this mail earlier: by an earlier conversation that sent the same, or by an earlier try. Nothing where it is to go out now.
std::optional<PushResult> MailConnector::settledBefore(const Job& job, const JobContext& context, const RemoteRef& reference)
{
    const auto earlier = context.remoteRef(job.list, job.entityId);
    if (earlier && earlier->section(u' ', 1) == reference.id.section(u' ', 1))
        return referenceTo(*earlier);
    switch (m_ledger.state(job.key)) {
    case Ledger::State::Accepted:
        return reference;
    case Ledger::State::Begun: // a hub that was killed, or a note that could not be written
        return doubtful(job.key);
    case Ledger::State::Asked: // a person has read the sentence, and wants it
    case Ledger::State::Unknown:
        break;
    }
    return std::nullopt;
}

/// @p id: "<Message-ID> fingerprint".
RemoteRef MailConnector::referenceTo(const QString& id)
{
    constexpr qsizetype prefix = 9, digits = 8; // behind "<rapport.", enough to find it in a server's log
    return {id, tr("Mail %1").arg(id.mid(prefix, digits))};
}

/// Nobody is written to who has not said yes, or has said no since.
std::optional<PushError> MailConnector::mayNotGo(const Entity& contact) const
{
    if (!wire::isGiven(propertyOf(contact, u"consent_contact"_s)))
        return refused(Error::Kind::Denied, u"mail: no consent to contact"_s,
                       tr("Not sent: this person has not agreed to be contacted, or has withdrawn it."));
    if (!addressOf(propertyOf(contact, u"email"_s)))
        return refused(Error::Kind::Invalid, u"mail: the contact has no e-mail address that can be written to"_s,
                       tr("Not sent: the e-mail address of this person is missing or is not one. Put it right, then try again."));
    return std::nullopt;
}

std::variant<Message, PushError> MailConnector::messageOf(const QString& id, const JobContext& context, const MailTemplate& mail,
                                                          const Facts& facts) const
{
    const QString language = languageFor(mail.texts, propertyOf(facts.contact, u"language"_s), m_templates.language);
    const QString subject = filledIn(mail.texts.at(language).subject, facts, language).value_or(QString());
    const QString name = QStringList{propertyOf(facts.contact, u"given_name"_s), propertyOf(facts.contact, u"family_name"_s)}.join(u' ').trimmed();
    if (subject.isEmpty() || !isOneLine(subject) || !isOneLine(name))
        return refused(Error::Kind::Invalid, u"mail: a value for its head is missing or has a line end or a control character in it"_s,
                       tr("Not sent: the name of this person or the subject of the mail has a character in it that no mail can carry."));

    Message message;
    message.from = m_sender.address;
    message.to = addressOf(propertyOf(facts.contact, u"email"_s)).value_or(QByteArray());
    message.head = {"Date: " + dateLine(QDateTime::currentDateTime()),
                    "From: " + mailbox(m_sender.name, m_sender.address),
                    "To: " + mailbox(name, message.to),
                    "Subject: " + encodedWords(subject),
                    "Message-ID: " + id.toLatin1(),
                    "List-Unsubscribe: <" + m_sender.unsubscribe.toLatin1() + '>',
                    "Content-Language: " + language.toLatin1(),
                    "Auto-Submitted: auto-generated"};
    message.text = textOf(m_templates, mail, facts, language);
    if (const auto missing = attach(message, mail, facts, context))
        return *missing;
    return message;
}

std::optional<PushError> MailConnector::attach(Message& message, const MailTemplate& mail, const Facts& facts, const JobContext& context) const
{
    for (const QString& property : mail.attachments) {
        for (const QString& name : propertyOf(facts.followup, property).split(u' ', Qt::SkipEmptyParts)) {
            auto content = context.attachment(name);
            if (!content)
                return refused(content.error().kind, u"mail: a file that the follow-up names is not here"_s,
                               tr("Not sent: a document that was promised is not here. Add it, or take it out of the conversation, then try again."));
            const QMimeType type = QMimeDatabase().mimeTypeForFileNameAndData(name, content->get());
            const QString fileName = fileNameOf(name, type);
            if (!isOneLine(fileName))
                return refused(Error::Kind::Invalid, u"mail: the name of a file has a control character in it"_s,
                               tr("Not sent: the name of a document has a character in it that no mail can carry."));
            message.attachments.push_back({dispositionOf(fileName), type.name().toLatin1(), std::move(*content)});
        }
    }
    if (mail.needsAttachment && message.attachments.empty())
        return refused(Error::Kind::Invalid, u"mail: the follow-up names no file"_s,
                       tr("Not sent: no document was chosen. Correct the conversation, or send it by hand."));
    return std::nullopt;
}

/// The note stands on the disk before the first byte of the mail goes out, and after the server's answer before the hub hears of it.
std::optional<PushError> MailConnector::deliver(const QString& key, const Message& message)
{
    if (m_denied)
        return failed({Outcome::Kind::Denied, 0, "AUTH"});
    const Outcome outcome = send(m_account, message, [&] { return bool(m_ledger.note(key, Ledger::State::Begun)); });
    m_denied = outcome.kind == Outcome::Kind::Denied;
    if (outcome.kind == Outcome::Kind::Accepted) {
        (void)m_ledger.note(key, Ledger::State::Accepted); // where that fails the hub knows it all the same, and else a person is asked
        return std::nullopt;
    }
    if (outcome.kind == Outcome::Kind::Unknown)
        return doubtful(key);
    (void)m_ledger.note(key, Ledger::State::Unknown); // where that fails a person is asked
    return failed(outcome);
}

/// A person decides, who may ask at the other end. When the job comes back, she has.
PushError MailConnector::doubtful(const QString& key)
{
    (void)m_ledger.note(key, Ledger::State::Asked); // where that fails she is asked once more
    return refused(Error::Kind::Conflict, u"mail: the server has not said whether it took it"_s,
                   tr("%1 was given the mail and did not say whether it has taken it. It may have gone out: ask the person or whoever looks after "
                      "the mail server. “Try again” sends it once more.")
                       .arg(m_title));
}

PushError MailConnector::failed(const Outcome& outcome) const
{
    using Kind = Outcome::Kind;
    const auto say = [&](Error::Kind kind, const QString& sentence) { return refused(kind, u"smtp: %1"_s.arg(outcome.text()), sentence); };
    switch (outcome.kind) {
    case Kind::Later:
        return say(Error::Kind::Offline, tr("%1 asks to wait a little. It will be tried again.").arg(m_title));
    case Kind::Denied:
        return say(Error::Kind::Denied, tr("%1 does not accept the user name or the password. Ask whoever looks after it.").arg(m_title));
    case Kind::Untrusted:
        return say(Error::Kind::Denied, tr("The connection to %1 cannot be made safe. Ask whoever looks after it.").arg(m_title));
    case Kind::Refused:
        if (outcome.step == "RCPT")
            return say(Error::Kind::Invalid, tr("%1 does not take mail for this person’s address. Check the address, then try again.").arg(m_title));
        return say(Error::Kind::Invalid, tr("%1 did not take the mail. Ask whoever looks after it, or send it by hand.").arg(m_title));
    case Kind::Unread:
        return say(Error::Kind::Corrupt, tr("Not sent: a document cannot be read to its end. Add it again, then try again."));
    case Kind::Unnoted:
        return say(Error::Kind::Full, tr("The hub could not write down that the mail goes out, so it has not. Free some space, then try again."));
    case Kind::Accepted:
    case Kind::Unknown:
    case Kind::Unreachable:
        break;
    }
    return say(Error::Kind::Offline, tr("%1 cannot be reached at the moment. It will be tried again.").arg(m_title));
}

} // namespace rapport::connectors::mail
