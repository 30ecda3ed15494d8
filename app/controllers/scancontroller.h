// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/code.h"
#include "app/capture/finder.h"
#include "app/capture/framesource.h"
#include "app/controllers/photoalbum.h"
#include "app/controllers/rowmodel.h"
#include "forms/base/clock.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QUrl>
#include <QVariantList>

#include <memory>

namespace rapport::store
{
class Store;
}

namespace rapport::app
{

/// Looks through the camera, or at one photo, until a code is understood, and shows whom it names. A link in a code is shown, never opened.
class ScanController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QImage frame READ frame NOTIFY frameChanged) ///< the newest picture, or the one the code was found in; for FrameView
    Q_PROPERTY(QSize frameSize READ frameSize NOTIFY frameChanged)
    Q_PROPERTY(QVariantList outline READ outline NOTIFY changed)  ///< four points of the code, 0 … 1 of the frame; empty while looking
    Q_PROPERTY(QString guidance READ guidance NOTIFY changed)     ///< one line: "Hold the badge into the frame."
    Q_PROPERTY(QString initials READ initials NOTIFY changed)     ///< "AÇ"; empty when no name was read
    Q_PROPERTY(QString personName READ personName NOTIFY changed) ///< "Dr. Aylin Çelik", or "Badge KE27-004512", or the link's host
    Q_PROPERTY(QString jobTitle READ jobTitle NOTIFY changed)
    Q_PROPERTY(rapport::app::RowModel* fields READ fields CONSTANT) ///< icon (MDI name), label, value
    Q_PROPERTY(rapport::app::PhotoAlbum* album READ album CONSTANT) ///< what can be picked in place of what the camera sees
    Q_PROPERTY(bool known READ known NOTIFY changed)                ///< somebody on this tablet fits
    Q_PROPERTY(QString matchText READ matchText NOTIFY changed)     ///< "No one with this name or e-mail on this tablet."
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)       ///< why nothing can be read, or "Read 3 times."; else empty
    Q_PROPERTY(bool canStart READ canStart NOTIFY changed)          ///< startConversation() makes sense
    Q_PROPERTY(bool matchChosen READ matchChosen NOTIFY changed)    ///< the conversation will be with the one who fits
    Q_PROPERTY(bool canChoose READ canChoose NOTIFY changed)        ///< only the name fits: a person says whether it is the same one
    Q_PROPERTY(bool hasTorch READ hasTorch NOTIFY changed)
    Q_PROPERTY(bool torchOn READ torchOn NOTIFY changed)
    Q_PROPERTY(bool canFlip READ canFlip NOTIFY changed) ///< there is another camera

public:
    enum State { Idle, Looking, Found, NotUnderstood, NothingThere, NoSource }; ///< NothingThere: no code in this one picture
    Q_ENUM(State)

    /// @p source may be null: no camera. All borrowed.
    ScanController(capture::Reader& reader, capture::FrameSource* source, store::Store& store, Clock clock, QObject* parent = nullptr);

    State state() const { return m_state; }
    QImage frame() const { return m_frame; }
    QSize frameSize() const { return m_frame.size(); }
    QVariantList outline() const { return m_outline; }
    QString guidance() const;
    QString initials() const;
    QString personName() const;
    QString jobTitle() const { return m_draft.contact.jobTitle; }
    RowModel* fields() { return &m_fields; }
    PhotoAlbum* album() { return &m_album; }
    bool known() const { return !m_match.id.isEmpty(); }
    QString matchText() const;
    QString sentence() const { return m_sentence; }
    bool canStart() const { return m_state == Found || m_state == NotUnderstood; }
    bool matchChosen() const { return known() && m_match.certain; }
    bool canChoose() const { return m_state == Found && known() && !m_match.byKey; }
    bool hasTorch() const;
    bool torchOn() const { return m_torchOn; }
    bool canFlip() const;

    Q_INVOKABLE void start(); ///< when the page is shown
    Q_INVOKABLE void stop();  ///< when it is hidden: the camera stops
    Q_INVOKABLE void startConversation();
    Q_INVOKABLE void scanNext();
    Q_INVOKABLE void typeInstead();
    Q_INVOKABLE void toggleMatch();               ///< this is the one who fits by name, or after all not
    Q_INVOKABLE void readPhoto(const QUrl& file); ///< in place of what the camera sees, until the next start() or scanNext()
    Q_INVOKABLE void toggleTorch();
    Q_INVOKABLE void flip();

Q_SIGNALS:
    void changed();
    void frameChanged();
    /// For the ConversationController: keys "list.property", and "contacts.@id" where a strong key matched or a person chose.
    void conversationRequested(const std::vector<std::pair<QString, QString>>& payload);
    void typingRequested();
    void invitationFound(const QString& text); ///< a hub's invitation for this tablet: nothing follows from it before a person says yes

private:
    struct Match {
        QString id, name, organisation;
        bool byKey = false;   ///< e-mail or badge id fits, not just the name
        bool certain = false; ///< by key, or because a person says so
    };

    void look(capture::FrameSource& source);
    void refuse(const Error& error);
    void take(const capture::Code& code);
    void understand(const capture::Code& code);
    Match matchOf(const contact::Contact& contact) const;
    void showFields();
    QString hintText() const;
    void setState(State state);

    capture::Finder m_finder;
    capture::FrameSource* m_source;
    std::unique_ptr<capture::FrameSource> m_photo; ///< what was picked; null: the camera
    store::Store& m_store;
    State m_state = Idle;
    QImage m_frame;
    bool m_torchOn = false;
    QVariantList m_outline;
    contact::ContactDraft m_draft;
    Match m_match;
    RowModel m_fields;
    PhotoAlbum m_album;
    QString m_sentence;
    int m_times = 0;
};

} // namespace rapport::app
