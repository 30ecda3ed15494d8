// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/conversationparts.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace rapport::app
{

/// Withdraws a person's consent, offline like everything: written at once, and had back with one touch for 8 s, before a byte of it goes out.
class WithdrawalController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)      ///< something was withdrawn less than 8 s ago
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed) ///< "Consent withdrawn: Newsletter."
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)   ///< a sentence when something could not be done; else empty

public:
    explicit WithdrawalController(ConversationParts parts, QObject* parent = nullptr);

    bool canUndo() const { return m_last.has_value(); }
    QString undoText() const { return m_undoText; }
    QString trouble() const { return m_trouble; }

    void withdraw(const QString& contactId, const QString& purpose);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void dismiss(); ///< the trouble was read

Q_SIGNALS:
    void changed();
    void stored(); ///< the lists of the day and the customer have changed

private:
    void release();
    void say(const QString& trouble);

    ConversationParts m_parts;
    QTimer m_undo;
    std::optional<store::ConversationId> m_last;
    QString m_undoText, m_trouble;
};

/// "Newsletter" for the purpose "newsletter"; a purpose that is none of ours in its own word.
QString purposeText(const QString& purpose);

} // namespace rapport::app
