// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/framesource.h"
#include "app/capture/reader.h"
#include "app/controllers/rowmodel.h"
#include "forms/base/clock.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QVariantList>

namespace rapport::store
{
class Store;
}

namespace rapport::app
{

/// Looks through the camera source until a code is understood, and shows whom it names. A link in a code is shown, never opened.
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
    Q_PROPERTY(bool known READ known NOTIFY changed)                ///< somebody on this tablet fits
    Q_PROPERTY(QString matchText READ matchText NOTIFY changed)     ///< "No one with this name or e-mail on this tablet."
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)       ///< why nothing can be read, or "Read 3 times."; else empty
    Q_PROPERTY(bool canStart READ canStart NOTIFY changed)          ///< startConversation() makes sense

public:
    enum State { Idle, Looking, Found, NotUnderstood, NoSource };
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
    bool known() const { return !m_match.id.isEmpty(); }
    QString matchText() const;
    QString sentence() const { return m_sentence; }
    bool canStart() const { return m_state == Found || m_state == NotUnderstood; }

    Q_INVOKABLE void start(); ///< when the page is shown
    Q_INVOKABLE void stop();  ///< when it is hidden: the camera stops
    Q_INVOKABLE void startConversation();
    Q_INVOKABLE void scanNext();
    Q_INVOKABLE void typeInstead();

Q_SIGNALS:
    void changed();
    void frameChanged();
    /// For the ConversationController: keys "list.property", and "contacts.@id" where a strong key matched.
    void conversationRequested(const std::vector<std::pair<QString, QString>>& payload);
    void typingRequested();
    void invitationFound(const QString& text); ///< a hub's invitation for this tablet: nothing follows from it before a person says yes

private:
    struct Match {
        QString id, name, organisation;
        bool certain = false; ///< e-mail or badge id fits, not just the name
    };

    void takeFrame(const QImage& picture);
    void takeCodes(const std::vector<capture::Code>& codes);
    void understand(const capture::Code& code);
    Match matchOf(const contact::Contact& contact) const;
    void showFields();
    void setState(State state);

    capture::Reader& m_reader;
    capture::FrameSource* m_source;
    store::Store& m_store;
    Clock m_clock;
    State m_state = Idle;
    QImage m_frame;
    quint64 m_request = 0; ///< under way; 0: none
    QVariantList m_outline;
    contact::ContactDraft m_draft;
    Match m_match;
    RowModel m_fields;
    QString m_sentence, m_lastText;
    QDateTime m_lastAt;
    int m_times = 0;
};

} // namespace rapport::app
