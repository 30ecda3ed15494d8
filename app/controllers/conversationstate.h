// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/choicesearch.h"
#include "app/controllers/conversationcontroller.h"
#include "app/controllers/conversationpage.h"
#include "app/controllers/conversationparts.h"
#include "app/controllers/drawing.h"
#include "app/controllers/repetition.h"
#include "app/conversation/draftwriter.h"
#include "app/conversation/formshelf.h"
#include "app/conversation/group.h"
#include "app/conversation/introduction.h"
#include "app/conversation/mergereport.h"
#include "app/conversation/portrait.h"
#include "app/photo/photo.h"
#include "forms/session/entityactions.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace rapport::app
{

/// The life of the conversation on the screen: opened, answered, kept, finished. ConversationController is its face.
struct ConversationController::Private {
    Private(ConversationController& controller, ConversationParts handedIn);
    ~Private(); ///< hands the newest answers to the store thread

    enum class From { Badge, Card, Lists }; ///< who says what the payload says
    void start(const Result<SharedForm>& loaded, const std::vector<std::pair<QString, QString>>& payload, From from, const Acquaintance& who = {});
    void startJob(const QString& jobId, std::vector<std::pair<QString, QString>> payload);
    void open(store::ConversationId id);
    void leaveThen(const std::function<void()>& then); ///< once everything is on disk; not at all where that fails
    void discard();
    void finish();
    void goOnAlone(const QString& person);
    void goTo(int section, ConversationPage::At at = ConversationPage::At::Begin);
    void goStep(int by); ///< within the section
    void setPace(Pace pace);

    bool mayAnswer() const { return session && !notes.readOnly && !finishing; }
    void accepted(forms::NodeId node); ///< an answer of a person has changed
    void removeRepetition(forms::NodeId instance);
    void undoRemove();
    void answerAll();
    void takeLast(forms::NodeId node);
    struct File {
        QString suffix, mediaType;
        QByteArray content;
    };
    void attach(forms::NodeId node, const File& file);
    void signByName(forms::NodeId node, const QByteArray& png);
    void pickPhoto(forms::NodeId node, const QString& path);
    void takePhoto(forms::NodeId node, const QImage& picture);
    void keepCardPhoto(const QImage& photo);
    void draw(forms::NodeId node, const Drawing& drawing);
    void removeFile(forms::NodeId node);
    void pickFile(forms::NodeId node, const QString& path);
    void keepRecording(forms::NodeId node, const QByteArray& sound, const QString& sentence);
    void say(const QString& sentence);
    void fillFromList();
    enum class Undo { Offered, No };
    void meet(const Acquaintance& next, Undo undo);
    void speak(const QString& language);
    void speakForm(const QString& language);

    QString title() const; ///< whom we talk to, else the badge, else what the form calls its record; empty: nothing is known yet
    void show();           ///< brings models and properties to what the session says now

    ConversationController& q;
    ConversationParts parts;
    DraftWriter writer;
    MeasuredBefore earlier;
    SharedForm form;
    std::unique_ptr<forms::FormSession> session;
    store::Conversation conversation;
    Portrait portrait;
    Acquaintance who;
    Said said;                       ///< of her, before what is being typed
    std::vector<Exchange> exchanges; ///< what became of it, because she was recognised
    QStringList people;              ///< names of those whom the answers are for; empty: one person, whom they name themselves
    RowModel groupFaults{{"personId", "who", "text"}};
    AnswerNotes notes;
    ConversationPage page;
    ChoiceSearch choiceSearch;
    forms::NodeId wantedNode;      ///< to be scrolled to when its section is shown
    std::function<void()> putBack; ///< empty: there is nothing to undo, or it is too long ago
    QString undoText;              ///< what it undoes
    std::optional<QDateTime> savedAt;
    QString trouble, notice;
    bool languageChosen = false; ///< for this form: the app's may change without it
    bool waiting = false, finishing = false;

private:
    using MakePhoto = std::function<Result<photo::Photo>(int maxPixels)>;
    enum class Replaced { Goes, CanComeBack }; ///< the picture that stood there
    void addPhoto(forms::NodeId node, MakePhoto make, Replaced replaced = Replaced::Goes);
    void photoMade(forms::NodeId node, const Result<photo::Photo>& photo, Replaced replaced);
    void offerBack(forms::NodeId node, const QString& text, const QString& file);
    void prepareToShow(forms::NodeId node);
    void prepared(forms::NodeId node);
    void fileKept(forms::NodeId node, const QString& name, const Status& status);
    void noteFile(const QString& name);
    void noteFiles();
    QString fileName(forms::NodeId node, const QString& suffix) const;
    QString freshName(const QString& stem, const QString& suffix) const; ///< no other file of this conversation is called so
    void offerUndo(const QString& text, std::function<void()> back);
    void noteScanned(const forms::FormSession& filled, const forms::FormSession::PayloadResult& taken, From from);
    forms::FormSession::PayloadResult introduceTo(forms::FormSession& to, const Said& payload);
    QString leftAsOnFile() const;
    void keepWho();
    void recallWho();
    void noteListed(const MergeReport& report);
    void begin(std::unique_ptr<forms::FormSession> opened);
    void recall();
    void close();
    void fail(const QString& sentence);
    void save();
    void notePlace();
    void saveSoon();
    void whenSaved(const std::function<void()>& then);
    bool refuseUnready();
    void submit();
    void readGroup();
    void submitGroup();
    void showFaults(const std::vector<GroupFault>& faults);
    void putAway();

    QTimer m_saveSoon, m_undo;
    std::vector<std::function<void()>> m_afterPhotos; ///< what waits for photos that are being made
    quint64 m_life = 0;                               ///< grows with close(): a photo for an older conversation is not ours
};

} // namespace rapport::app
