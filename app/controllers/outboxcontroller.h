// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "sync/device/device.h"

#include <QObject>

namespace rapport::app
{

struct DayEntry;
class DayBoard;
class SyncController;

/// What became of each conversation, why something waits, and one button.
class OutboxController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    /// conversationId, initials, title, detail, state (ConversationState), stateText, selected,
    /// receipts (list of {state (ReceiptState), target, text})
    Q_PROPERTY(rapport::app::RowModel* items READ items CONSTANT)
    Q_PROPERTY(QString day READ day NOTIFY changed)                 ///< "Wednesday 10 November"
    Q_PROPERTY(QString lastContact READ lastContact NOTIFY changed) ///< "last contact 15:42"; empty before the first
    Q_PROPERTY(int needsYou READ needsYou NOTIFY changed)
    Q_PROPERTY(QString needsYouText READ needsYouText NOTIFY changed) ///< "1 needs you"; empty when none does
    Q_PROPERTY(QString bannerTitle READ bannerTitle NOTIFY changed)   ///< empty: no banner
    Q_PROPERTY(QString bannerText READ bannerText NOTIFY changed)
    Q_PROPERTY(bool bannerNeedsYou READ bannerNeedsYou NOTIFY changed) ///< attention colour; else a quiet banner
    Q_PROPERTY(QString selectedId READ selectedId NOTIFY changed)      ///< empty: nothing selected
    Q_PROPERTY(QString selectedTitle READ selectedTitle NOTIFY changed)
    Q_PROPERTY(QString selectedHeadline READ selectedHeadline NOTIFY changed) ///< "Delivered once, 15:31"
    Q_PROPERTY(QString reviseText READ reviseText NOTIFY changed)             ///< "Reopen", "Correct"; empty: it cannot be changed
    /// "2 files, 38 MB, wait for Wi-Fi": those of the selected one that another network would let go; empty: none waits for that
    Q_PROPERTY(QString heldText READ heldText NOTIFY changed)
    Q_PROPERTY(rapport::app::RowModel* steps READ steps CONSTANT) ///< title, detail, done
    Q_PROPERTY(bool trying READ trying NOTIFY changed)            ///< from tryNow() until its outcome is known

public:
    OutboxController(DayBoard& day, device::Courier& courier, SyncController& sync, QObject* parent = nullptr);

    RowModel* items() { return &m_items; }
    QString day() const;
    QString lastContact() const;
    int needsYou() const;
    QString needsYouText() const;
    QString bannerTitle() const;
    QString bannerText() const;
    bool bannerNeedsYou() const;
    QString selectedId() const { return m_selected; }
    QString selectedTitle() const;
    QString selectedHeadline() const;
    QString reviseText() const;
    QString heldText() const;
    RowModel* steps() { return &m_steps; }
    bool trying() const;

    Q_INVOKABLE void select(const QString& conversationId);
    Q_INVOKABLE void openSelected();
    Q_INVOKABLE void reportSelected();
    Q_INVOKABLE void reviseSelected();
    Q_INVOKABLE void tryNow();
    Q_INVOKABLE void sendFilesNow(); ///< of the selected one, over the network that there is

Q_SIGNALS:
    void changed();
    void openRequested(const QString& conversationId);
    void reportRequested(const QString& conversationId);
    void reviseRequested(const QString& conversationId); ///< for the RevisionController

private:
    void show();
    void showSteps();
    const DayEntry* inTrouble() const; ///< the first that needs help; nullptr: none

    DayBoard& m_day;
    device::Courier& m_courier;
    RowModel m_items, m_steps;
    QString m_selected;
    SyncController& m_sync;
};

} // namespace rapport::app
