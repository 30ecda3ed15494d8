// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/conversationparts.h"
#include "sync/store/conversation.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace rapport::app
{

/// Changing what is finished: a waiting conversation is reopened, a sent one corrected. Follows the conversation on the screen.
class RevisionController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(QString action READ action NOTIFY changed)         ///< "Reopen", "Correct"; empty: a draft, or corrected already
    Q_PROPERTY(QString note READ note NOTIFY changed)             ///< "Corrected 14:05", "Correction of the conversation from 11:00"; empty: neither
    Q_PROPERTY(QString linkAction READ linkAction NOTIFY changed) ///< what openLinked() shows; empty: nothing
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)       ///< a sentence when it could not be done; else empty
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    explicit RevisionController(ConversationParts parts, QObject* parent = nullptr);

    QString action() const;
    QString note() const;
    QString linkAction() const;
    QString trouble() const { return m_trouble; }
    bool busy() const { return m_busy; }
    void follow(const QString& conversationId); ///< null id: none
    void refresh();                             ///< what is followed may have gone out
    void revise(const QString& conversationId); ///< of the outbox

    Q_INVOKABLE void reviseThis();
    Q_INVOKABLE void openLinked(); ///< the other one of a conversation and its correction

Q_SIGNALS:
    void changed();
    void openRequested(const QString& conversationId);
    void stored(); ///< the lists of the day have changed

private:
    ConversationParts m_parts;
    std::optional<store::Conversation> m_followed, m_original;
    QString m_trouble;
    bool m_busy = false;
};

} // namespace rapport::app
