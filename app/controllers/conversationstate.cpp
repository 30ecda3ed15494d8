// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/conversationstate.h"

#include "app/conversation/conversationhead.h"
#include "app/conversation/jobs.h"
#include "app/conversation/sentences.h"
#include "app/conversation/sharedanswers.h"
#include "app/conversation/whendone.h"
#include "app/signing/ed25519.h"
#include "sync/store/notes.h"

#include <QLoggingCategory>

namespace rapport::app
{

using forms::Node;
using forms::NodeId;

namespace
{

Q_LOGGING_CATEGORY(conversationLog, "rapport.conversation")

constexpr int undoMs = 8'000;

} // namespace

ConversationController::Private::Private(ConversationController& controller, ConversationParts handedIn)
    : q(controller), parts(std::move(handedIn)), writer(parts.thread), earlier(parts.thread, &controller,
                                                                               [this] {
                                                                                   if (session)
                                                                                       show();
                                                                               }),
      choiceSearch(parts.store, [this](NodeId node) { Q_EMIT q.choicesReady(static_cast<int>(node.value)); })
{
    m_saveSoon.setSingleShot(true); // answers of one turn of the event loop are one write
    m_undo.setSingleShot(true);
    m_undo.setInterval(undoMs);
    QObject::connect(&m_saveSoon, &QTimer::timeout, &q, [this] { save(); });
    QObject::connect(&m_undo, &QTimer::timeout, &q, [this] {
        putBack = nullptr;
        Q_EMIT q.undoChanged();
    });
    QObject::connect(&writer, &DraftWriter::saved, &q, [this] {
        savedAt = parts.clock();
        trouble.clear();
        Q_EMIT q.savedChanged();
        Q_EMIT q.stored();
    });
    QObject::connect(&writer, &DraftWriter::failed, &q, [this](const Error& error) {
        qCWarning(conversationLog) << "draft" << conversation.id.text() << "is not saved:" << error.detail;
        say(Sentences::failed(Sentences::Doing::Saving, error));
    });
}

ConversationController::Private::~Private()
{
    if (m_saveSoon.isActive())
        save();
}

forms::Environment environmentOf(const ConversationParts& parts)
{
    forms::Environment handed;
    handed.now = parts.clock;
    handed.username = parts.author();
    handed.deviceId = parts.deviceId;
    handed.verify = verifyEd25519;
    return handed;
}

void ConversationController::Private::fail(const QString& sentence)
{
    close();
    trouble = sentence;
    Q_EMIT q.savedChanged();
    Q_EMIT q.failed(sentence);
}

void ConversationController::Private::startJob(const QString& jobId, std::vector<std::pair<QString, QString>> payload)
{
    if (const auto draft = draftOfJob(parts.store, jobId))
        return open(*draft);
    payload.insert(payload.begin(), {QStringLiteral("jobs.@id"), jobId});
    start(formForJob(parts.store, jobId), payload, From::Lists);
}

void ConversationController::Private::start(const Result<SharedForm>& loaded, const std::vector<std::pair<QString, QString>>& payload, From from,
                                            const Acquaintance& read)
{
    auto opened = loaded ? forms::FormSession::start(*loaded, environmentOf(parts)) : loaded.error();
    if (!opened) {
        qCWarning(conversationLog) << "no conversation can be started:" << opened.error().detail;
        return fail(Sentences::failed(Sentences::Doing::OpeningForm, opened.error()));
    }
    close();
    form = *loaded;
    conversation = headOfNew(parts.store, **opened, parts.author(), parts.clock());
    who = read;
    const auto taken = who.read.empty() ? (*opened)->applyPayload(payload) : introduceTo(**opened, payload);
    if (from != From::Lists)
        noteScanned(**opened, taken, from);
    begin(std::move(*opened));
    keepWho();
    if (payload.empty())
        return;
    // What the badge answers has been read on the scan page: the talk goes on with the first thing that is still to be asked.
    const auto& sections = page.sections();
    const auto open = std::find_if(sections.begin(), sections.end(), [](const Section& section) { return section.requiredLeft > 0; });
    if (open != sections.end()) {
        page.turnTo(static_cast<int>(open - sections.begin()));
        show();
    }
    saveSoon();
}

void ConversationController::Private::noteScanned(const forms::FormSession& filled, const forms::FormSession::PayloadResult& taken, From from)
{
    notes.scanned.from = from == From::Card ? ScannedAnswers::From::Card : ScannedAnswers::From::Badge;
    for (const NodeId node : taken.filled)
        notes.scanned.values[node] = filled.node(node).value;
    QStringList rest;
    for (const auto& [key, value] : taken.unplaced)
        rest.append(value.left(200));
    const QString also =
        from == From::Card ? ConversationController::tr("The card also says: %1") : ConversationController::tr("The badge also says: %1");
    notice = rest.isEmpty() ? QString() : also.arg(rest.join(QStringLiteral(" · ")));
    if (const QString left = leftAsOnFile(); !left.isEmpty())
        notice = (notice + QLatin1Char(' ') + left).trimmed();
}

void ConversationController::Private::open(store::ConversationId id)
{
    const auto stored = parts.store.conversation(id);
    const auto instance = parts.store.instance(id);
    auto loaded = stored && instance ? loadForm(parts.store, stored->formId, stored->formVersion)
                                     : Result<SharedForm>(stored ? instance.error() : stored.error());
    auto opened = loaded ? forms::FormSession::restore(*loaded, *instance, environmentOf(parts)) : loaded.error();
    if (!opened) {
        qCWarning(conversationLog) << "conversation" << id.text() << "cannot be opened:" << opened.error().detail;
        return fail(Sentences::failed(Sentences::Doing::OpeningConversation, opened.error()));
    }
    close();
    form = *loaded;
    conversation = *stored;
    notes.readOnly = conversation.state != store::ConversationState::Draft || conversation.handedOver;
    savedAt = conversation.savedAt;
    if (!notes.readOnly && conversation.author == parts.author())
        (*opened)->askWhoAgain(); // it may have come from a colleague
    recallWho();
    readGroup();
    begin(std::move(*opened));
    if (const auto merged = store::note(parts.store, conversation.id, mergeNote); merged && *merged)
        noteListed(mergeReportOf(**merged));
    fillFromList();
    show();
}

void ConversationController::Private::begin(std::unique_ptr<forms::FormSession> opened)
{
    session = std::move(opened);
    notes.conversation = conversation.id;
    noteFiles();
    notes.earlier = &earlier;
    earlier.begin(notes.readOnly ? conversation.startedAt : QDateTime());
    if (const QString language = formLanguage(form->languages(), parts.language); !language.isEmpty())
        (void)session->setLanguage(language); // it is one of the form's own
    page.turnTo(*session, conversation.section);
    show();
    if (!notes.readOnly)
        recall();
    Q_EMIT q.savedChanged();
    Q_EMIT q.opened();
}

void ConversationController::Private::speak(const QString& language)
{
    parts.language = language;
    if (!session)
        return;
    if (const QString spoken = formLanguage(form->languages(), language); !spoken.isEmpty() && !languageChosen)
        (void)session->setLanguage(spoken); // it is one of the form's own
    show();
}

void ConversationController::Private::speakForm(const QString& language)
{
    if (!session || !session->setLanguage(language))
        return;
    languageChosen = true;
    notes.chosenLabels.clear(); // they were in the other language
    show();
}

void ConversationController::Private::close()
{
    m_saveSoon.stop();
    m_undo.stop();
    writer.forget();
    choiceSearch.forget();
    session.reset();
    form.reset();
    conversation = {};
    portrait = {};
    who = {};
    said.clear();
    exchanges.clear();
    people.clear();
    groupFaults.show({});
    notes = {};
    page.clear();
    wantedNode = {};
    putBack = nullptr;
    m_afterPhotos.clear();
    ++m_life;
    savedAt.reset();
    trouble.clear();
    notice.clear();
    waiting = finishing = languageChosen = false;
}

// ---- what is on the screen

void ConversationController::Private::show()
{
    portrait = portraitOf(*session);
    if (!notes.typing) // in a correction, whoever it is with is on file by the record that it corrects
        said = conversation.corrects.isEmpty() ? saidIn(*session) : Said{};
    notes.notAsked = people.isEmpty() ? std::set<NodeId>() : questionsOfOne(*session);
    notes.signer = portrait.name;
    notes.now = conversation.finishedAt.value_or(parts.clock());
    notes.offersLast = page.pace() == Pace::Sections && !notes.readOnly;
    std::erase_if(notes.scanned.values, [this](const auto& one) { return session->node(one.first).value != one.second; });
    page.show(*session, notes);
    Q_EMIT q.changed();
    Q_EMIT q.missingChanged();
    Q_EMIT q.sectionChanged();
}

void ConversationController::Private::say(const QString& sentence)
{
    trouble = sentence;
    Q_EMIT q.savedChanged();
}

// ---- answers

void ConversationController::Private::accepted(NodeId node)
{
    notes.refused.erase(node);
    notes.told.erase(node);
    saveSoon();
    show();
}

void ConversationController::Private::removeRepetition(NodeId instance)
{
    if (session->node(instance).kind != forms::NodeKind::Instance)
        return;
    const Repetition taken = repetitionOf(*session, instance);
    if (!session->removeRepetition(taken.repeat, taken.index))
        return;
    offerUndo(ConversationController::tr("Removed. Undo"), [this, taken] {
        if (const Status back = app::putBack(*session, taken); !back)
            qCWarning(conversationLog) << "a repetition of" << conversation.id.text() << "comes back in part:" << back.error().detail;
        accepted(taken.repeat);
    });
    accepted(instance);
}

/// Whoever answers everything at once may have meant something else.
void ConversationController::Private::answerAll()
{
    const auto common = page.commonAnswer(*session);
    if (!common || common->open.empty())
        return;
    for (const NodeId node : common->open)
        (void)session->answer(node, common->value); // it is offered there
    offerUndo(ConversationController::tr("%n answered. Undo", "", static_cast<int>(common->open.size())), [this, common] {
        for (const NodeId node : common->open) {
            if (session->node(node).value == common->value)
                (void)session->answer(node, {});
        }
        accepted(common->open.front());
    });
    accepted(common->open.front());
}

void ConversationController::Private::offerUndo(const QString& text, std::function<void()> back)
{
    undoText = text;
    putBack = std::move(back);
    m_undo.start();
    Q_EMIT q.undoChanged();
}

void ConversationController::Private::undoRemove()
{
    if (!putBack)
        return;
    m_undo.stop();
    std::exchange(putBack, nullptr)();
    Q_EMIT q.undoChanged();
}

// ---- on disk before anything else is shown

QString ConversationController::Private::title() const
{
    return people.isEmpty() ? titleOf(*session, portrait) : app::groupTitle(people);
}

void ConversationController::Private::saveSoon()
{
    m_saveSoon.start(0);
}

void ConversationController::Private::save()
{
    m_saveSoon.stop();
    if (!session || notes.readOnly)
        return;
    describe(conversation, *session, page.sections());
    conversation.title = title();
    conversation.section = page.place();
    writer.save(conversation, session->serialize(forms::FormSession::Keep::Everything));
}

void ConversationController::Private::whenSaved(const std::function<void()>& then)
{
    if (!notes.preparing.empty()) { // a photo is an answer that is not on disk yet
        waiting = true;
        m_afterPhotos.push_back([this, then] { whenSaved(then); });
        Q_EMIT q.savedChanged();
        return;
    }
    if (m_saveSoon.isActive())
        save();
    waiting = true;
    writer.flush([this, then](const Status& status) {
        waiting = false;
        if (status)
            then();
        Q_EMIT q.savedChanged();
    });
}

/// So that a restart comes back to it.
void ConversationController::Private::notePlace()
{
    if (savedAt)
        saveSoon();
}

void ConversationController::Private::setPace(Pace pace)
{
    page.setPace(pace);
    show();
    notePlace();
}

void ConversationController::Private::goStep(int by)
{
    if (!session || finishing)
        return;
    whenSaved([this, by] {
        page.turnStep(by);
        show();
        notePlace();
    });
}

void ConversationController::Private::goTo(int section, ConversationPage::At at)
{
    if (!session || finishing || section < 0 || section >= static_cast<int>(page.sections().size()))
        return;
    whenSaved([this, at, key = page.sections()[static_cast<std::size_t>(section)].key] {
        const int there = page.indexOf(key);
        if (there < 0)
            return;
        const NodeId wanted = std::exchange(wantedNode, {});
        if (wanted)
            notes.repetitions.reveal(*session, wanted);
        if (wanted)
            page.turnToNode(there, wanted);
        else
            page.turnTo(there, at);
        show();
        notePlace();
        if (wanted) {
            if (const int row = page.rowOf(wanted); row >= 0)
                Q_EMIT q.questionRequested(row);
        }
    });
}

void ConversationController::Private::leaveThen(const std::function<void()>& then)
{
    if (finishing)
        return;
    if (!session) {
        close();
        then();
        return;
    }
    whenSaved([this, then] {
        close();
        Q_EMIT q.changed();
        Q_EMIT q.stored();
        then();
    });
}

void ConversationController::Private::discard()
{
    if (mayAnswer())
        whenSaved([this] { putAway(); }); // who restores it finds the last answer too
}

void ConversationController::Private::putAway()
{
    const auto id = conversation.id;
    if (!savedAt) { // nothing was answered
        close();
        Q_EMIT q.changed();
        Q_EMIT q.left();
        return;
    }
    finishing = waiting = true;
    auto gone = parts.thread.run([id](store::Store& store) { return store.discardDraft(id); });
    whenDone(gone, &q, [this, id](const Status& status) {
        finishing = waiting = false;
        if (!status)
            return say(Sentences::failed(Sentences::Doing::Discarding, status.error()));
        close();
        Q_EMIT q.changed();
        Q_EMIT q.stored();
        Q_EMIT q.discarded(id.text());
        Q_EMIT q.left();
    });
}

} // namespace rapport::app
