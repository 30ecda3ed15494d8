// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/code.h"
#include "app/capture/finder.h"
#include "app/capture/framesource.h"
#include "app/controllers/candidatescontroller.h"
#include "app/controllers/machinecontroller.h"
#include "app/controllers/photoalbum.h"
#include "app/controllers/rowmodel.h"
#include "forms/base/clock.h"
#include "sync/store/conversation.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QUrl>
#include <QVariantList>

#include <memory>
#include <optional>

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
    Q_PROPERTY(rapport::app::RowModel* codes READ codes CONSTANT) ///< while Choosing: corners (as outline), name; from left to right
    Q_PROPERTY(QString guidance READ guidance NOTIFY changed)     ///< one line: "Hold the badge into the frame."
    Q_PROPERTY(QString initials READ initials NOTIFY changed)     ///< "AÇ"; empty when no name was read
    Q_PROPERTY(QString personName READ personName NOTIFY changed) ///< "Dr. Aylin Çelik", or "Badge KE27-004512", or the link's host
    Q_PROPERTY(QString jobTitle READ jobTitle NOTIFY changed)
    Q_PROPERTY(rapport::app::RowModel* fields READ fields CONSTANT) ///< icon (MDI name), label, value
    Q_PROPERTY(rapport::app::MachineController* machine READ machine CONSTANT)
    Q_PROPERTY(rapport::app::PhotoAlbum* album READ album CONSTANT)             ///< what can be picked in place of what the camera sees
    Q_PROPERTY(QString originText READ originText NOTIFY changed)               ///< "Read from badge"
    Q_PROPERTY(rapport::app::CandidatesController* people READ people CONSTANT) ///< whom this may be, and what a person says of it
    Q_PROPERTY(bool known READ known NOTIFY changed)                            ///< somebody on this tablet fits
    Q_PROPERTY(QString matchText READ matchText NOTIFY changed)                 ///< "No one with this name or e-mail on this tablet."
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)                   ///< why nothing can be read, or "Read 3 times."; else empty
    Q_PROPERTY(bool canStart READ canStart NOTIFY changed)                      ///< startConversation() makes sense
    Q_PROPERTY(bool matchChosen READ matchChosen NOTIFY changed)                ///< the conversation will be with the one who fits
    Q_PROPERTY(bool canChoose READ canChoose NOTIFY changed)      ///< somebody fits, not surely: a person says whether it is the same one
    Q_PROPERTY(QString chooseText READ chooseText NOTIFY changed) ///< "Same person, add e-mail", "Add to this firm"; or what takes that back
    Q_PROPERTY(bool chosen READ chosen NOTIFY changed)            ///< a person said so
    Q_PROPERTY(bool canBrief READ canBrief NOTIFY changed)        ///< who it is, or of which firm, is known here
    Q_PROPERTY(QString metText READ metText NOTIFY changed)       ///< "You have met today, at 09:12."; empty: not
    Q_PROPERTY(QString metAction READ metAction NOTIFY changed)   ///< "Continue that conversation", "Open that conversation"
    Q_PROPERTY(bool hasTorch READ hasTorch NOTIFY changed)
    Q_PROPERTY(bool torchOn READ torchOn NOTIFY changed)
    Q_PROPERTY(bool canFlip READ canFlip NOTIFY changed) ///< there is another camera

public:
    /// NothingThere: no code in this one picture; Choosing: several codes are in view; MachineFound: a type plate, see `machine`.
    enum State { Idle, Looking, Found, NotUnderstood, NothingThere, NoSource, Choosing, MachineFound };
    Q_ENUM(State)

    /// @p source may be null: no camera. All borrowed.
    ScanController(capture::Reader& reader, capture::FrameSource* source, store::Store& store, MachineController& machine, Clock clock,
                   QObject* parent = nullptr);

    State state() const { return m_state; }
    QImage frame() const { return m_frame; }
    QSize frameSize() const { return m_frame.size(); }
    QVariantList outline() const { return m_outline; }
    RowModel* codes() { return &m_codes; }
    QString guidance() const;
    static QString hintText(capture::Finder::Hint hint); ///< "Too dark"; empty: nothing would help
    QString initials() const;
    QString personName() const;
    QString jobTitle() const { return m_draft.contact.jobTitle; }
    RowModel* fields() { return &m_fields; }
    MachineController* machine() { return &m_machine; }
    bool canBrief() const { return m_state == Found && !knownPlace().first.isEmpty(); }
    PhotoAlbum* album() { return &m_album; }
    QString originText() const;
    CandidatesController* people() { return &m_people; }
    bool known() const { return m_people.best() && m_people.best()->isPerson(); }
    QString matchText() const;
    QString sentence() const { return m_sentence; }
    bool canStart() const { return m_state == Found || m_state == NotUnderstood; }
    bool matchChosen() const { return m_people.acquaintance().choice.who == Choice::Who::Person; }
    bool canChoose() const { return m_state == Found && m_people.best() && !m_people.best()->surely; }
    QString chooseText() const;
    bool chosen() const { return m_people.isDecided() && m_people.acquaintance().choice.who != Choice::Who::Apart; }
    QString metText() const;
    QString metAction() const;
    bool hasTorch() const;
    bool torchOn() const { return m_torchOn; }
    bool canFlip() const;

    void offer(const contact::ContactDraft& draft, const QImage& photo); ///< who was read elsewhere, from the card of this photo
    void receive(const QString& text);                                   ///< what a hand scanner has typed, whatever is on the screen

    Q_INVOKABLE void start(); ///< when the page is shown
    Q_INVOKABLE void stop();  ///< when it is hidden: the camera stops
    Q_INVOKABLE void startConversation();
    Q_INVOKABLE void openMet(); ///< the conversation of today with this person
    Q_INVOKABLE void scanNext();
    Q_INVOKABLE void choose(int index); ///< of `codes`: this one is meant
    Q_INVOKABLE void typeInstead();
    Q_INVOKABLE void openBriefing();              ///< before the conversation
    Q_INVOKABLE void toggleMatch();               ///< this is the one who fits, or hers is the firm; or after all not
    Q_INVOKABLE void readPhoto(const QUrl& file); ///< in place of what the camera sees, until the next start() or scanNext()
    Q_INVOKABLE void toggleTorch();
    Q_INVOKABLE void flip();

Q_SIGNALS:
    void changed();
    void frameChanged();
    void openRequested(const QString& conversationId);
    /// For the ConversationController: keys "list.property", and "contacts.@id" or "organisations.@id" where a strong key matched or a
    /// person chose; @p who: what was read before that, and the choice.
    void conversationRequested(const std::vector<std::pair<QString, QString>>& payload, const rapport::app::Acquaintance& who);
    /// The same of who was read from a card, with the photo of it.
    void cardConversationRequested(const std::vector<std::pair<QString, QString>>& payload, const rapport::app::Acquaintance& who,
                                   const QImage& photo);
    void briefingRequested(const QString& list, const QString& id);
    void typingRequested();
    void received();                           ///< what came from elsewhere is understood, and wants to be seen
    void invitationFound(const QString& text); ///< a hub's invitation for this tablet: nothing follows from it before a person says yes

private:
    std::pair<QString, QString> knownPlace() const; ///< list and id of the person, else of the firm; both empty: unknown
    void look(capture::FrameSource& source);
    void refuse(const Error& error);
    void ask(const std::vector<capture::Code>& codes, const QImage& picture);
    void forgetCodes();
    void take(const capture::Code& code);
    contact::ContactDraft draftOf(const capture::Code& code) const;
    void understand(const capture::Code& code);
    void judge(contact::ContactDraft draft);
    void clear();
    void showFields();
    void setState(State state);

    Clock m_clock;
    capture::Finder m_finder;
    capture::FrameSource* m_source;
    std::unique_ptr<capture::FrameSource> m_photo; ///< what was picked; null: the camera
    store::Store& m_store;
    MachineController& m_machine;
    State m_state = Idle;
    QImage m_frame;
    bool m_torchOn = false;
    QVariantList m_outline;
    contact::ContactDraft m_draft;
    QImage m_cardPhoto;                       ///< null: not from a card
    std::optional<store::Conversation> m_met; ///< today's with this badge or e-mail
    CandidatesController m_people;
    RowModel m_fields, m_codes;
    std::vector<capture::Code> m_several; ///< those that `codes` shows
    PhotoAlbum m_album;
    QString m_sentence;
    int m_times = 0;
};

} // namespace rapport::app
