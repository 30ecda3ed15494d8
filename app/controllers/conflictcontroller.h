// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/conversationparts.h"
#include "app/controllers/rowmodel.h"
#include "app/conversation/day.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace rapport::app
{

class DayBoard;

/// Values that somebody else has changed too: both stand side by side, and a person takes one. Decided offline like everything: it can be taken back
/// for 8 s, and longer where the hub is not reached.
class ConflictController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    /// conflictId, title, label, about (the conversation), mine, mineBy, theirs, theirsBy (both "Adi Putra, 09:40"), choice (ConflictChoice), note
    /// (what becomes of it; empty while it is open), canChoose, canUndo, canClose
    Q_PROPERTY(rapport::app::RowModel* cards READ cards CONSTANT)
    Q_PROPERTY(QString note READ note NOTIFY changed)       ///< of the conversation on the screen: what is to be decided; empty: nothing
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed) ///< a sentence when something could not be done; else empty

public:
    ConflictController(ConversationParts parts, DayBoard& day, QObject* parent = nullptr);

    RowModel* cards() { return &m_cards; }
    QString note() const;
    QString trouble() const { return m_trouble; }
    void follow(const QString& conversationId); ///< null id: none

    Q_INVOKABLE void takeMine(const QString& conflictId);
    Q_INVOKABLE void takeTheirs(const QString& conflictId);
    Q_INVOKABLE void undo(const QString& conflictId);
    Q_INVOKABLE void close(const QString& conflictId); ///< what others have decided was read

Q_SIGNALS:
    void changed();
    void stored(); ///< the lists of the day have changed

private:
    void show();
    RowModel::Row card(const store::KeptConflict& one) const;
    void decide(const QString& conflictId, wire::Conflict::Take take);
    void write(const std::function<Status(store::Store&)>& work);

    ConversationParts m_parts;
    DayBoard& m_day;
    RowModel m_cards;
    QString m_followed, m_trouble;
};

} // namespace rapport::app
