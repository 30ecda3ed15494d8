// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/revisioncontroller.h"

#include "app/controllers/conversationwords.h"
#include "app/conversation/revision.h"
#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"
#include "app/conversation/words.h"

#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(revisionLog, "rapport.conversation")

std::optional<store::Conversation> find(store::Store& store, store::ConversationId id)
{
    const auto found = store.conversation(id);
    return found ? std::optional<store::Conversation>(*found) : std::nullopt;
}

} // namespace

RevisionController::RevisionController(ConversationParts parts, QObject* parent) : QObject(parent), m_parts(std::move(parts)) {}

void RevisionController::follow(const QString& conversationId)
{
    const auto id = store::ConversationId::parse(conversationId);
    m_followed = find(m_parts.store, id);
    m_original = m_followed && m_followed->original ? find(m_parts.store, *m_followed->original) : std::nullopt;
    m_trouble.clear();
    Q_EMIT changed();
}

void RevisionController::refresh()
{
    if (m_followed)
        follow(m_followed->id.text());
}

QString RevisionController::action() const
{
    return m_followed ? revisionAction(*m_followed) : QString();
}

QString RevisionController::note() const
{
    if (!m_followed)
        return {};
    const QDateTime now = m_parts.clock();
    if (m_followed->correctedAt)
        return tr("Corrected %1. What you read here is how it was before.").arg(momentText(*m_followed->correctedAt, now));
    if (m_followed->correction)
        return tr("A correction of this conversation has been begun.");
    if (!m_original)
        return {};
    const QString of = tr("Correction of the conversation from %1.").arg(momentText(m_original->startedAt, now));
    const bool onItsWay = m_original->state == store::ConversationState::Waiting && m_followed->state == store::ConversationState::Draft;
    return onItsWay ? of + QLatin1Char(' ') + tr("That one may be on its way already, so your changes go out after it.") : of;
}

QString RevisionController::linkAction() const
{
    if (m_followed && m_followed->correction)
        return m_followed->correctedAt ? tr("Show it") : tr("Continue it");
    return m_original ? tr("Show it") : QString();
}

void RevisionController::reviseThis()
{
    if (m_followed)
        revise(m_followed->id.text());
}

void RevisionController::revise(const QString& conversationId)
{
    if (std::exchange(m_busy, true))
        return;
    Q_EMIT changed();
    auto revised = m_parts.thread.run([id = store::ConversationId::parse(conversationId), environment = environmentOf(m_parts)](store::Store& store) {
        return app::revise(store, id, environment);
    });
    whenDone(revised, this, [this, conversationId](const Result<Revision>& revision) {
        m_busy = false;
        if (!revision) {
            qCWarning(revisionLog) << "conversation" << conversationId << "cannot be changed:" << revision.error().detail;
            m_trouble = Sentences::failed(Sentences::Doing::OpeningConversation, revision.error());
            Q_EMIT changed();
            return;
        }
        Q_EMIT changed();
        Q_EMIT stored();
        m_parts.wake(); // there may be less to send
        Q_EMIT openRequested(revision->conversation.text());
    });
}

void RevisionController::openLinked()
{
    if (m_followed && m_followed->correction)
        Q_EMIT openRequested(m_followed->correction->text());
    else if (m_original)
        Q_EMIT openRequested(m_original->id.text());
}

} // namespace rapport::app
