// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/controllers/states.h"
#include "app/conversation/acquaintance.h"

#include <QImage>
#include <QObject>
#include <QSizeF>
#include <QUrl>
#include <QVariantList>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace rapport::app
{

struct ConversationParts;

/// One conversation on the screen: a form, one section at a time, in any order until it is finished. Every accepted answer is on disk before
/// the next section is shown; what could not be written is said in `trouble` and stays on the screen.
class ConversationController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed)
    Q_PROPERTY(bool readOnly READ readOnly NOTIFY changed) ///< Waiting or Sent: to be read only
    Q_PROPERTY(QString title READ title NOTIFY changed)    ///< whom we talk to, "New conversation" before that is known
    Q_PROPERTY(QString organisation READ organisation NOTIFY changed)
    Q_PROPERTY(QString initials READ initials NOTIFY changed)
    Q_PROPERTY(QString since READ since NOTIFY changed)              ///< "since 09:12"
    Q_PROPERTY(QString savedText READ savedText NOTIFY savedChanged) ///< "Saved on this tablet 09:16"; empty until it is true
    Q_PROPERTY(QString trouble READ trouble NOTIFY savedChanged)     ///< a sentence when saving or finishing failed; else empty
    Q_PROPERTY(QString notice READ notice NOTIFY changed)            ///< what the badge said and no question takes; empty: nothing
    Q_PROPERTY(bool busy READ busy NOTIFY savedChanged)              ///< waits for the disk before it goes on
    Q_PROPERTY(QString formTitle READ formTitle NOTIFY changed)
    Q_PROPERTY(rapport::app::RowModel* sections READ sections CONSTANT) ///< roles: see sectionRoles()
    Q_PROPERTY(int currentSection READ currentSection NOTIFY sectionChanged)
    Q_PROPERTY(QString currentTitle READ currentTitle NOTIFY sectionChanged)
    Q_PROPERTY(bool oneByOne READ oneByOne WRITE setOneByOne NOTIFY sectionChanged) ///< a question at a time, for visitors; the answers are the same
    Q_PROPERTY(QString place READ place NOTIFY sectionChanged)                 ///< names what is on the screen; with another it begins at its top
    Q_PROPERTY(bool atStart READ atStart NOTIFY sectionChanged)                ///< back() leads nowhere
    Q_PROPERTY(bool atEnd READ atEnd NOTIFY sectionChanged)                    ///< next() leads nowhere
    Q_PROPERTY(QStringList languages READ languages NOTIFY changed)            ///< of the form, as it names them; empty: it has one only
    Q_PROPERTY(QString language READ language NOTIFY changed)                  ///< the one of @c languages that is spoken
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY changed)               ///< how that language is read; the app's own is another matter
    Q_PROPERTY(QString previousTitle READ previousTitle NOTIFY sectionChanged) ///< empty on the first
    Q_PROPERTY(QString nextTitle READ nextTitle NOTIFY sectionChanged)         ///< empty on the last
    /// Of the current section: nodeId, name, kind (Question), label, hint, value, display, required, readonly, problem,
    /// choices (list of {value, label}), chosen (list of values), inputHints, origin, unknown, removable, level, extra (see extraOf)
    Q_PROPERTY(rapport::app::RowModel* questions READ questions CONSTANT)
    Q_PROPERTY(rapport::app::RowModel* missing READ missing CONSTANT) ///< nodeId, text, section
    Q_PROPERTY(int missingCount READ missingCount NOTIFY missingChanged)
    Q_PROPERTY(bool showMissing READ showMissing NOTIFY missingChanged)      ///< finish() was asked for and something is missing
    Q_PROPERTY(QString missingTitle READ missingTitle NOTIFY missingChanged) ///< "2 answers are missing"
    Q_PROPERTY(rapport::app::RowModel* warnings READ warnings CONSTANT)      ///< the same of values beyond their limits that want a reason
    Q_PROPERTY(QString warningTitle READ warningTitle NOTIFY missingChanged) ///< empty: there is none, or finish() was not asked for
    Q_PROPERTY(QString allText READ allText NOTIFY changed)       ///< "All OK", where the section's points can be answered at once; else empty
    Q_PROPERTY(int allLeft READ allLeft NOTIFY changed)           ///< how many of them are open
    Q_PROPERTY(QString pointsText READ pointsText NOTIFY changed) ///< "9/14 points" of the whole form, where the section has check points; else empty
    Q_PROPERTY(bool pointsDone READ pointsDone NOTIFY changed)
    Q_PROPERTY(bool atContact READ atContact NOTIFY sectionChanged) ///< the current section asks who the person is, or her firm
    Q_PROPERTY(QString groupTitle READ groupTitle NOTIFY changed)   ///< "These answers are for 3 people"; empty: for one
    Q_PROPERTY(QString groupText READ groupText NOTIFY changed)     ///< who they are
    /// personId, who, text: those of the group whose conversation cannot be finished with the rest, once finish() was asked for
    Q_PROPERTY(rapport::app::RowModel* groupFaults READ groupFaults CONSTANT)
    Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY undoChanged) ///< something was removed less than 8 s ago

public:
    explicit ConversationController(ConversationParts parts, QObject* parent = nullptr);
    ~ConversationController() override;

    bool isOpen() const;
    bool readOnly() const;
    QString title() const;
    QString organisation() const;
    QString initials() const;
    QString since() const;
    QString savedText() const;
    QString trouble() const;
    QString notice() const;
    bool busy() const;
    QString formTitle() const;
    QString conversationId() const;
    QString contactId() const; ///< of the customer who was chosen or recognised; empty: nobody
    QString organisationId() const;
    void speak(const QString& language); ///< the person has chosen another language; the form follows where it has it
    RowModel* sections();
    int currentSection() const;
    QString currentTitle() const;
    bool oneByOne() const;
    void setOneByOne(bool on);
    QString place() const;
    bool atStart() const;
    bool atEnd() const;
    QStringList languages() const;
    QString language() const;
    bool rightToLeft() const;
    QString previousTitle() const;
    QString nextTitle() const;
    RowModel* questions();
    RowModel* missing();
    int missingCount() const;
    bool showMissing() const;
    QString missingTitle() const;
    RowModel* warnings();
    QString warningTitle() const;
    QString allText() const;
    int allLeft() const;
    QString pointsText() const;
    bool pointsDone() const;
    bool atContact() const;
    QString groupTitle() const;
    QString groupText() const;
    RowModel* groupFaults();
    QString undoText() const;
    bool canUndo() const;

    void startNew();
    void startWithKnown(const std::vector<std::pair<QString, QString>>& payload); ///< the ids of who was chosen from the lists
    /// As startWith(), and says so. The photo of the card answers the question with the payload "contacts.card_photo": it is kept and sent like every
    /// other one. Where the form has none, it is not kept, and `notice` says so.
    void startWithCard(const std::vector<std::pair<QString, QString>>& payload, const Acquaintance& who = {}, const QImage& photo = {});
    /// @p payload: keys "list.property"; what no question takes is said in `notice`. @p who: what was read before somebody was chosen.
    void startWith(const std::vector<std::pair<QString, QString>>& payload, const Acquaintance& who = {});
    void meet(const Acquaintance& who); ///< the person says now whom this is with; with undoRemove() for 8 s
    const Acquaintance& acquaintance() const;
    Said said() const; ///< of whom this is with, as the questions have it now; while somebody types, as it was before
    void startForm(const QString& formId,
                   const std::vector<std::pair<QString, QString>>& payload); ///< the live version; for what is not the usual talk
    /// Or goes on where it was left half done. @p payload is what is known beyond the job: the machine that was scanned.
    void startJob(const QString& jobId, const std::vector<std::pair<QString, QString>>& payload = {});
    void startMachine(const std::vector<std::pair<QString, QString>>& payload); ///< without a job, with the form that takes machines
    void open(const QString& conversationId);
    void listArrived();                               ///< an organiser's list may know by now whom this is with
    void leaveFor(const std::function<void()>& then); ///< as keepDraft(), and calls @p then before left()

    /// Text, number ("3.9" or "3,9"), a day as people write it, "today", "today+7" or, from the day that stands there, "day-1"; empty clears. False:
    /// not understood, the row's `problem` says how to fix it.
    Q_INVOKABLE bool answer(int nodeId, const QString& value);
    /// Keeps what is being typed, where it can be stored already; nothing is said of it before answer().
    Q_INVOKABLE void keepTyped(int nodeId, const QString& text);
    Q_INVOKABLE void choose(int nodeId, const QString& value, bool on);
    Q_INVOKABLE void setUnknown(int nodeId, bool unknown);
    Q_INVOKABLE void giveReason(int nodeId, const QString& reason); ///< why a value beyond its soft limits stands
    Q_INVOKABLE void takeLast(int nodeId);                          ///< what this person answered the last time
    Q_INVOKABLE void addRepetition(int nodeId);
    Q_INVOKABLE void removeRepetition(int nodeId); ///< of the RepetitionHead; at once, with undoRemove() for 8 s
    Q_INVOKABLE void fold(int nodeId, bool open);  ///< of the RepetitionHead: its questions are shown or not
    Q_INVOKABLE void answerAll();                  ///< the open ones of the section, with undo for 8 s
    Q_INVOKABLE void undoRemove();
    /// Choices of a long list that contain the words of @p text: found (at most 30 of {value, label, detail}) and told (how many there are beside
    /// them, or why there is none; may be empty). Where the list is still being prepared, choicesReady() follows.
    Q_INVOKABLE QVariantMap searchChoices(int nodeId, const QString& text);
    /// @p strokes: lists of points in an area of @p size; none clears.
    Q_INVOKABLE void answerSignature(int nodeId, const QVariantList& strokes, const QSizeF& size);
    Q_INVOKABLE void signByName(int nodeId, const QString& name, const QSizeF& size); ///< who cannot draw types her name
    Q_INVOKABLE void pickPhoto(int nodeId, const QUrl& file); ///< a local picture; made small and kept, or the row's `problem` says why not
    void takePhoto(int nodeId, const QImage& picture);        ///< the same with what a camera saw
    /// @p drawing: of a DrawingPad; on the picture that is there, else on blank paper. That one comes back with undoRemove() for 8 s.
    Q_INVOKABLE void draw(int nodeId, const QVariant& drawing);
    Q_INVOKABLE void pickFile(int nodeId, const QUrl& file); ///< a local one; kept as it is, or the row's `problem` says why not
    /// What was said for a question, and why there is no more of it (or nothing); see RecordingController.
    void keepRecording(int nodeId, const QByteArray& sound, const QString& sentence);
    Q_INVOKABLE void removeFile(int nodeId); ///< at once, with undoRemove() for 8 s

    Q_INVOKABLE void speakForm(const QString& language); ///< one of @c languages; for this conversation, whatever the app speaks

    Q_INVOKABLE void showReport(); ///< of what is finished

    Q_INVOKABLE void goTo(int section);
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();
    Q_INVOKABLE void finish();
    Q_INVOKABLE void goOnAlone(const QString& personId); ///< of the group: a draft of her own, with what was answered so far
    Q_INVOKABLE void goToMissing(int nodeId);            ///< shows the section, then questionRequested(row)
    Q_INVOKABLE void keepDraft();                        ///< leaves; the draft stays
    Q_INVOKABLE void discard();                          ///< leaves; the draft goes to "Recently deleted"

Q_SIGNALS:
    void changed();
    void savedChanged();
    void sectionChanged();
    void missingChanged();
    void undoChanged();
    void questionRequested(int row); ///< scroll there and give it the focus
    void choicesReady(int nodeId);   ///< searchChoices() can answer now
    void opened();
    void reportRequested(const QString& conversationId);
    void finished(); ///< the conversation is Waiting
    void left();
    void discarded(const QString& conversationId); ///< it is in "Recently deleted"
    void failed(const QString& sentence);          ///< it could not be opened; nothing is on the screen
    void stored();                                 ///< something of it reached the disk; for the lists of the day

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace rapport::app
