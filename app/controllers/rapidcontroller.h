// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/finder.h"
#include "app/capture/framesource.h"
#include "app/controllers/conversationparts.h"
#include "app/controllers/rowmodel.h"
#include "app/conversation/rapidlist.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QSize>
#include <QTimer>
#include <QVariantList>

#include <optional>

namespace rapport::app
{

/// Scans many people one after another: the camera goes on, and each badge becomes an item of a list that is on the disk as soon as it was read. What
/// becomes of them is chosen for all at once; until then the list waits, also for another day. A link in a code is shown, never opened.
class RapidController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QImage frame READ frame NOTIFY frameChanged)             ///< the newest picture, for FrameView
    Q_PROPERTY(QVariantList outline READ outline NOTIFY outlineChanged) ///< four points of what was read just now, 0 … 1 of the frame; else empty
    Q_PROPERTY(QString guidance READ guidance NOTIFY changed)           ///< what to do, or who was read just now, or why there is no camera
    /// itemId, name, detail, words ("met today 09:12 · 2 times"), initials, isLink, met, adds (what is asked goes into the conversation of today),
    /// choice (what the other way is called); newest first
    Q_PROPERTY(rapport::app::RowModel* items READ items CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString countText READ countText NOTIFY changed)     ///< "3 people"
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed) ///< "3 people scanned since 10:20": for the home screen; empty: none
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)            ///< somebody was removed less than 8 s ago
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed) ///< a sentence when the list could not be kept; else empty
    Q_PROPERTY(bool busy READ busy NOTIFY changed)          ///< conversations are being begun
    Q_PROPERTY(bool hasTorch READ hasTorch NOTIFY changed)
    Q_PROPERTY(bool torchOn READ torchOn NOTIFY changed)
    Q_PROPERTY(bool canFlip READ canFlip NOTIFY changed)

public:
    enum State { Idle, Looking, NoSource };
    Q_ENUM(State)

    /// @p source may be null: no camera; a hand scanner still fills the list. @p reading looks people up. All borrowed.
    RapidController(capture::Reader& reader, capture::FrameSource* source, ConversationParts parts, StoreThread& reading, QObject* parent = nullptr);

    State state() const { return m_state; }
    QImage frame() const { return m_frame; }
    QVariantList outline() const { return m_outline; }
    QString guidance() const;
    RowModel* items() { return &m_items; }
    int count() const { return m_items.count(); }
    QString countText() const;
    QString waitingText() const;
    bool canUndo() const { return m_removed.has_value(); }
    QString undoText() const;
    QString trouble() const { return m_trouble; }
    bool busy() const { return m_busy; }
    bool hasTorch() const { return m_state == Looking && m_source->hasTorch(); }
    bool torchOn() const { return m_torchOn; }
    bool canFlip() const { return m_state == Looking && m_source->canFlip(); }

    bool isOn() const { return m_on; } ///< its page is shown: what a hand scanner types is for the list
    void receive(const QString& text); ///< what it has typed
    void load();                       ///< the list as the disk has it
    void speak() { show(); }           ///< the language is another one

    Q_INVOKABLE void start();                       ///< when the page is shown
    Q_INVOKABLE void stop();                        ///< when it is hidden: the camera stops, the list stays
    Q_INVOKABLE void remove(const QString& itemId); ///< at once, with undoRemove() for 8 s
    Q_INVOKABLE void undoRemove();
    Q_INVOKABLE void toggleAnew(const QString& itemId); ///< of who was met today: into that conversation, or a new one
    Q_INVOKABLE void startEach();                       ///< a draft for each
    Q_INVOKABLE void startGroup();                      ///< one draft whose answers hold for all of them
    Q_INVOKABLE void toggleTorch();
    Q_INVOKABLE void flip();

Q_SIGNALS:
    void changed();
    void frameChanged();
    void outlineChanged();
    void stored();  ///< drafts were begun; for the lists of the day
    void settled(); ///< each has a draft
    void groupStarted(const QString& conversationId);

private:
    void look();
    void see(const std::vector<capture::Code>& codes, const QImage& picture);
    void lookAtNext();
    void hear(const QString& format, const QString& code);
    const contact::ContactDraft& draftOf(const QString& code);
    void keep(const Visitor& visitor);
    void lookUp(const store::Gathered& gathered);
    void say(const Status& status);
    void begun(const Status& status);
    void show();
    RowModel::Row rowOf(const Visitor& visitor) const;
    void outlineFor(const QVariantList& outline);

    ConversationParts m_parts;
    StoreThread& m_reading;
    capture::Finder m_finder;
    capture::FrameSource* m_source;
    State m_state = Idle;
    bool m_on = false, m_busy = false, m_torchOn = false;
    QImage m_frame;
    QVariantList m_outline;
    BadgeReading m_badges;
    QHash<QString, contact::ContactDraft> m_drafts; ///< by code: a badge is in view for many pictures
    RapidList m_list;
    RowModel m_items;
    QString m_heard; ///< id of who was read last; empty: nobody since start()
    QString m_trouble, m_blind;
    std::optional<Visitor> m_removed;
    QSet<QString> m_pending; ///< ids that are not on the disk yet, or could not be written
    QTimer m_undo, m_nextPicture, m_fade;
};

} // namespace rapport::app
