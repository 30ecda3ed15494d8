// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/conversationparts.h"
#include "app/controllers/rowmodel.h"
#include "sync/device/device.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace rapport::app
{

class DayBoard;

/// A half-filled conversation goes to a colleague, or comes from one. Follows the conversation on the screen.
class HandOverController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(rapport::app::RowModel* colleagues READ colleagues CONSTANT) ///< personId, name, detail (the role), initials
    Q_PROPERTY(rapport::app::RowModel* offers READ offers CONSTANT)         ///< handOverId, title, detail, initials: from colleagues
    Q_PROPERTY(bool canGive READ canGive NOTIFY changed)                    ///< a draft is on the screen and there is somebody to have it
    Q_PROPERTY(QString note READ note NOTIFY changed)                       ///< with whom it is; empty: it was not handed over
    Q_PROPERTY(bool canTakeBack READ canTakeBack NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)           ///< a sentence when taking it back did not work; else empty
    Q_PROPERTY(QString offerTrouble READ offerTrouble NOTIFY changed) ///< the same of taking an offer
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    /// Leaves the conversation on the screen and then calls what it is handed, once everything typed is on the disk.
    using Leave = std::function<void(const std::function<void()>&)>;
    HandOverController(ConversationParts parts, DayBoard& day, device::Courier& courier, Leave leave, QObject* parent = nullptr);

    RowModel* colleagues() { return &m_colleagues; }
    RowModel* offers() { return &m_offers; }
    bool canGive() const;
    QString note() const;
    bool canTakeBack() const;
    QString trouble() const { return m_trouble; }
    QString offerTrouble() const { return m_offerTrouble; }
    bool busy() const { return m_busy; }
    void follow(const QString& conversationId); ///< null id: none
    void refresh();                             ///< what is followed has been stored, or has moved on

    Q_INVOKABLE void give(const QString& personId); ///< the conversation on the screen, which is left
    Q_INVOKABLE void takeBack();
    Q_INVOKABLE void take(const QString& handOverId);

Q_SIGNALS:
    void changed();
    void openRequested(const QString& conversationId); ///< it is a draft of ours now
    void failed(const QString& sentence);              ///< it was not handed over; the draft is as it was
    void stored();                                     ///< the lists of the day have changed

private:
    void show();
    void handOver(store::ConversationId id, const QString& personId);
    void ended(const device::HandOverOutcome& outcome);

    ConversationParts m_parts;
    DayBoard& m_day;
    device::Courier& m_courier;
    Leave m_leave;
    RowModel m_colleagues, m_offers;
    std::optional<store::Conversation> m_followed;
    bool m_isGroup = false;                                    ///< its people are on this tablet
    QString m_followedId, m_taking, m_trouble, m_offerTrouble; ///< m_taking: the conversation of the offer under way
    bool m_busy = false;
};

} // namespace rapport::app
