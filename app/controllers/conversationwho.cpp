// SPDX-License-Identifier: Apache-2.0
// Whom a conversation is with, of those on this tablet: chosen before it began, or in the middle of it, and chosen otherwise later.
#include "app/controllers/conversationstate.h"
#include "app/controllers/fieldwords.h"
#include "sync/store/notes.h"

#include <QJsonArray>
#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(conversationLog, "rapport.conversation")

const QString whoNote = QStringLiteral("who"); ///< {…Acquaintance, exchanges}: the kind of note that it is kept as

QString countryOf(store::Store& store)
{
    const auto occasion = store.occasion();
    return occasion && *occasion ? (**occasion)[QLatin1String("country")].toString() : QString();
}

/// The record of whom @p choice names; none: it went, or nobody is named.
std::optional<OnFile> fileOf(store::Store& store, const Choice& choice)
{
    const bool person = choice.who == Choice::Who::Person;
    if (choice.who == Choice::Who::Apart)
        return std::nullopt;
    const auto file =
        person ? onFile(store, QStringLiteral("contacts"), choice.contactId) : onFile(store, QStringLiteral("organisations"), choice.organisationId);
    return file ? *file : std::nullopt;
}

/// Of a set that no question takes, only what was read: the rest is on file.
QString unplacedText(const Acquaintance& who, const QString& key, const QString& value)
{
    const bool mails = key == QLatin1String("contacts.other_emails"), phones = key == QLatin1String("contacts.other_phones");
    QStringList read;
    for (const auto& [name, said] : who.read) {
        if ((mails && (name == QLatin1String("contacts.email") || name == key)) ||
            (phones && (name == QLatin1String("contacts.phone") || name == QLatin1String("contacts.mobile") || name == key)))
            read.append(said);
    }
    return read.isEmpty() ? value : read.join(QLatin1Char(' '));
}

} // namespace

/// First what was read, then whom it was taken for: so that one goes without the other.
forms::FormSession::PayloadResult ConversationController::Private::introduceTo(forms::FormSession& to, const Said& payload)
{
    auto taken = to.applyPayload(who.read);
    if (who.choice.who == Choice::Who::Apart)
        return taken;
    const Introduced introduced = introduce(to, who.read, payload);
    exchanges = introduced.exchanges;
    taken.filled.insert(taken.filled.end(), introduced.filled.begin(), introduced.filled.end());
    taken.unplaced = introduced.unplaced;
    for (auto& [key, value] : taken.unplaced)
        value = unplacedText(who, key, value);
    return taken;
}

/// What was read and is another thing on file, which stays.
QString ConversationController::Private::leftAsOnFile() const
{
    const auto file = fileOf(parts.store, who.choice);
    QStringList left;
    if (file) {
        for (const Compared& field : compare(who.read, *file, who.choice, countryOf(parts.store))) {
            if (field.differs && field.stays == Compared::Stays::Known)
                left.append(fieldLabel(field.key) + QStringLiteral(": ") + field.read);
        }
    }
    return left.isEmpty() ? QString()
                          : ConversationController::tr("Not taken, because it is on file otherwise: %1").arg(left.join(QStringLiteral(" · ")));
}

void ConversationController::Private::meet(const Acquaintance& next, Undo undo)
{
    if (!mayAnswer())
        return;
    const Acquaintance before = who;
    takeBack(*session, exchanges);
    exchanges.clear();
    who = next;
    if (const auto file = fileOf(parts.store, who.choice)) {
        const Introduced introduced = introduce(*session, who.read, payloadFor(who.read, *file, who.choice, countryOf(parts.store)));
        exchanges = introduced.exchanges;
        QStringList rest;
        for (const auto& [key, value] : introduced.unplaced)
            rest.append(unplacedText(who, key, value));
        notice = rest.isEmpty() ? QString() : ConversationController::tr("This form has no place for: %1").arg(rest.join(QStringLiteral(" · ")));
        if (const QString left = leftAsOnFile(); !left.isEmpty())
            notice = (notice + QLatin1Char(' ') + left).trimmed();
    }
    keepWho();
    if (undo == Undo::Offered) {
        const QString text = who.choice.who == Choice::Who::Person ? ConversationController::tr("A known contact. Undo")
                             : who.choice.who == Choice::Who::Firm ? ConversationController::tr("Added to the firm. Undo")
                                                                   : ConversationController::tr("Kept apart. Undo");
        offerUndo(text, [this, before] { meet(before, Undo::No); });
    }
    saveSoon();
    show();
}

void ConversationController::Private::keepWho()
{
    if (who == Acquaintance{})
        return;
    QJsonObject document = toJson(who);
    document[QLatin1String("exchanges")] = toJson(exchanges);
    parts.thread.run([id = conversation.id, document](store::Store& store) {
        if (const Status kept = store::keepNote(store, id, whoNote, document); !kept)
            qCWarning(conversationLog) << "whom" << id.text() << "is with is not kept:" << kept.error().detail;
    });
}

void ConversationController::Private::recallWho()
{
    const auto note = store::note(parts.store, conversation.id, whoNote);
    if (!note || !*note)
        return;
    who = acquaintanceOf(**note);
    exchanges = exchangesOf((**note)[QLatin1String("exchanges")].toArray());
}

void ConversationController::meet(const Acquaintance& who)
{
    d->meet(who, Private::Undo::Offered);
}

const Acquaintance& ConversationController::acquaintance() const
{
    return d->who;
}

Said ConversationController::said() const
{
    return d->said;
}

bool ConversationController::atContact() const
{
    if (!isOpen() || d->page.current() >= static_cast<int>(d->page.sections().size()))
        return false;
    const auto& nodes = d->page.sections()[static_cast<std::size_t>(d->page.current())].nodes;
    return std::any_of(nodes.begin(), nodes.end(), [&](forms::NodeId id) {
        const auto saved = d->session->savedTo(id);
        return saved && (saved->list == QLatin1String("contacts") || saved->list == QLatin1String("organisations"));
    });
}

} // namespace rapport::app
