// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/conversationstate.h"

#include "app/controllers/sectionrows.h"
#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"
#include "sync/wire/changes.h"

#include <QLoggingCategory>

#include <set>

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
    : q(controller), parts(std::move(handedIn)), writer(parts.thread), sectionModel(sectionRoles()), questionModel(questionRoles()),
      missingModel({"nodeId", "text", "section"})
{
    m_saveSoon.setSingleShot(true); // answers of one turn of the event loop are one write
    m_undo.setSingleShot(true);
    m_undo.setInterval(undoMs);
    QObject::connect(&m_saveSoon, &QTimer::timeout, &q, [this] { save(); });
    QObject::connect(&m_undo, &QTimer::timeout, &q, [this] {
        removed.reset();
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

forms::Environment ConversationController::Private::environment() const
{
    forms::Environment handed;
    handed.now = parts.clock;
    handed.username = parts.author;
    handed.deviceId = parts.deviceId;
    return handed;
}

void ConversationController::Private::fail(const QString& sentence)
{
    close();
    trouble = sentence;
    Q_EMIT q.savedChanged();
    Q_EMIT q.failed(sentence);
}

void ConversationController::Private::start(const std::vector<std::pair<QString, QString>>& payload)
{
    const auto loaded = formForNewConversation(parts.store);
    auto opened = loaded ? forms::FormSession::start(*loaded, environment()) : loaded.error();
    if (!opened) {
        qCWarning(conversationLog) << "no conversation can be started:" << opened.error().detail;
        return fail(Sentences::failed(Sentences::Doing::OpeningForm, opened.error()));
    }
    close();
    form = *loaded;
    conversation = {};
    conversation.id = store::ConversationId::make();
    conversation.instanceId = (*opened)->instanceId();
    conversation.formId = form->id();
    conversation.formVersion = form->version();
    conversation.author = parts.author;
    conversation.startedAt = parts.clock();
    if (const auto occasion = parts.store.occasion(); occasion && *occasion)
        conversation.occasionId = (**occasion)[QLatin1String("id")].toString();
    if (!payload.empty()) {
        const auto taken = (*opened)->applyPayload(payload);
        for (const NodeId filled : taken.filled)
            notes.fromBadge[filled] = (*opened)->node(filled).value;
        QStringList rest;
        for (const auto& [key, value] : taken.unplaced)
            rest.append(value.left(200));
        notice = rest.isEmpty() ? QString() : ConversationController::tr("The badge also says: %1").arg(rest.join(QStringLiteral(" · ")));
    }
    begin(std::move(*opened));
    if (payload.empty())
        return;
    // What the badge answers has been read on the scan page: the talk goes on with the first thing that is still to be asked.
    const auto open = std::find_if(sections.begin(), sections.end(), [](const Section& section) { return section.requiredLeft > 0; });
    if (open != sections.end()) {
        current = static_cast<int>(open - sections.begin());
        show();
    }
    saveSoon();
}

void ConversationController::Private::open(store::ConversationId id)
{
    const auto stored = parts.store.conversation(id);
    const auto instance = parts.store.instance(id);
    auto loaded = stored && instance ? loadForm(parts.store, stored->formId, stored->formVersion)
                                     : Result<SharedForm>(stored ? instance.error() : stored.error());
    auto opened = loaded ? forms::FormSession::restore(*loaded, *instance, environment()) : loaded.error();
    if (!opened) {
        qCWarning(conversationLog) << "conversation" << id.text() << "cannot be opened:" << opened.error().detail;
        return fail(Sentences::failed(Sentences::Doing::OpeningConversation, opened.error()));
    }
    close();
    form = *loaded;
    conversation = *stored;
    notes.readOnly = conversation.state != store::ConversationState::Draft;
    savedAt = conversation.savedAt;
    begin(std::move(*opened));
}

void ConversationController::Private::begin(std::unique_ptr<forms::FormSession> opened)
{
    session = std::move(opened);
    if (const QString language = formLanguage(form->languages(), parts.language); !language.isEmpty())
        (void)session->setLanguage(language); // it is one of the form's own
    current = 0;
    sections = sectionsOf(*session);
    for (std::size_t at = 0; at < sections.size(); ++at) {
        if (sections[at].key == conversation.section)
            current = static_cast<int>(at);
    }
    show();
    Q_EMIT q.savedChanged();
    Q_EMIT q.opened();
}

void ConversationController::Private::speak(const QString& language)
{
    parts.language = language;
    if (!session)
        return;
    if (const QString spoken = formLanguage(form->languages(), language); !spoken.isEmpty())
        (void)session->setLanguage(spoken); // it is one of the form's own
    show();
}

void ConversationController::Private::close()
{
    m_saveSoon.stop();
    m_undo.stop();
    writer.forget();
    session.reset();
    form.reset();
    conversation = {};
    portrait = {};
    notes = {};
    sections.clear();
    current = 0;
    wantedNode = {};
    removed.reset();
    savedAt.reset();
    trouble.clear();
    notice.clear();
    waiting = finishing = false;
    sectionModel.show({});
    questionModel.show({});
    missingModel.show({});
}

// ---- what is on the screen

void ConversationController::Private::show()
{
    const QString wasAt = current < static_cast<int>(sections.size()) ? sections[static_cast<std::size_t>(current)].key : QString();
    sections = sectionsOf(*session);
    for (const auto& [node, refused] : notes.refused) {
        if (const int section = sectionOf(*session, sections, node); section >= 0)
            ++sections[static_cast<std::size_t>(section)].faults; // typed and not understood: not done either
    }
    const auto same = std::find_if(sections.begin(), sections.end(), [&](const Section& section) { return section.key == wasAt; });
    if (same != sections.end())
        current = static_cast<int>(same - sections.begin());
    current = qBound(0, current, qMax(0, static_cast<int>(sections.size()) - 1));
    portrait = portraitOf(*session);
    std::erase_if(notes.fromBadge, [this](const auto& one) { return session->node(one.first).value != one.second; });
    sectionModel.show(sectionRows(*session, sections, current, notes.fromBadge));
    questionModel.show(sections.empty() ? std::vector<RowModel::Row>{} : questionRows(*session, sections[static_cast<std::size_t>(current)], notes));
    showMissing();
    Q_EMIT q.changed();
    Q_EMIT q.sectionChanged();
}

void ConversationController::Private::showMissing()
{
    std::set<std::pair<int, NodeId>> places; // section by section
    if (notes.showRequired) {
        for (const forms::Problem& problem : session->validate())
            places.insert({sectionOf(*session, sections, problem.node), problem.node});
        for (const auto& [node, refused] : notes.refused) {
            if (session->node(node).relevant)
                places.insert({sectionOf(*session, sections, node), node});
        }
    }
    std::vector<RowModel::Row> rows;
    for (const auto& [section, id] : places) {
        const Node node = session->node(id);
        const QString label = node.label && !node.label->text.isEmpty() ? node.label->text : node.name;
        rows.push_back({QString::number(id.value), {id.value, label, titleAt(section)}});
    }
    missingModel.show(std::move(rows));
    Q_EMIT q.missingChanged();
}

QString ConversationController::Private::titleAt(int section) const
{
    return section >= 0 && section < static_cast<int>(sections.size()) ? sections[static_cast<std::size_t>(section)].title : QString();
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
    saveSoon();
    show();
}

void ConversationController::Private::removeRepetition(NodeId instance)
{
    if (session->node(instance).kind != forms::NodeKind::Instance)
        return;
    Repetition taken = repetitionOf(*session, instance);
    if (!session->removeRepetition(taken.repeat, taken.index))
        return;
    removed = std::move(taken);
    m_undo.start();
    accepted(instance);
    Q_EMIT q.undoChanged();
}

void ConversationController::Private::undoRemove()
{
    if (!removed)
        return;
    const Repetition taken = *std::exchange(removed, std::nullopt);
    m_undo.stop();
    if (const Status back = putBack(*session, taken); !back)
        qCWarning(conversationLog) << "a repetition of" << conversation.id.text() << "comes back in part:" << back.error().detail;
    accepted(taken.repeat);
    Q_EMIT q.undoChanged();
}

void ConversationController::Private::attach(NodeId id, const File& file)
{
    const Node node = session->node(id);
    const QString stamp = QString::number(parts.clock().toMSecsSinceEpoch());
    const QString name = node.value.isEmpty() ? QStringLiteral("%1-%2.%3").arg(node.name, stamp, file.suffix) : node.value;
    if (!session->answerFile(id, {name, file.mediaType, file.content}))
        return;
    writer.addFile({name, file.mediaType, file.content});
    accepted(id);
}

// ---- on disk before anything else is shown

void ConversationController::Private::saveSoon()
{
    m_saveSoon.start(0);
}

void ConversationController::Private::save()
{
    m_saveSoon.stop();
    if (!session || notes.readOnly)
        return;
    conversation.title = portrait.name.isEmpty() ? portrait.badgeId : portrait.name;
    conversation.organisation = portrait.organisation;
    conversation.leadStatus = portrait.leadStatus;
    conversation.section = sections.empty() ? QString() : sections[static_cast<std::size_t>(current)].key;
    conversation.answered = conversation.questions = 0;
    for (const Section& section : sections) {
        conversation.answered += section.answered;
        conversation.questions += section.questions;
    }
    writer.save(conversation, session->serialize(forms::FormSession::Keep::Everything));
}

void ConversationController::Private::whenSaved(const std::function<void()>& then)
{
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

void ConversationController::Private::goTo(int section)
{
    if (!session || finishing || section < 0 || section >= static_cast<int>(sections.size()))
        return;
    whenSaved([this, key = sections[static_cast<std::size_t>(section)].key] {
        const auto there = std::find_if(sections.begin(), sections.end(), [&](const Section& one) { return one.key == key; });
        if (there == sections.end())
            return;
        current = static_cast<int>(there - sections.begin());
        show();
        if (savedAt)
            saveSoon(); // so that a restart comes back to this section
        if (const NodeId wanted = std::exchange(wantedNode, {})) {
            for (int row = 0; row < questionModel.count(); ++row) {
                if (questionModel.value(row, "nodeId").toUInt() == wanted.value)
                    Q_EMIT q.questionRequested(row);
            }
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
    if (!mayAnswer())
        return;
    const auto id = conversation.id;
    writer.forget();
    finishing = waiting = true;
    auto gone = parts.thread.run([id](store::Store& store) { return store.discardDraft(id); });
    whenDone(gone, &q, [this](const Status& status) {
        finishing = waiting = false;
        if (!status)
            return say(Sentences::failed(Sentences::Doing::Discarding, status.error()));
        close();
        Q_EMIT q.changed();
        Q_EMIT q.stored();
        Q_EMIT q.left();
    });
}

// ---- finishing

bool ConversationController::Private::refuseUnready()
{
    notes.showRequired = true;
    show();
    return missingModel.count() > 0;
}

void ConversationController::Private::finish()
{
    if (refuseUnready())
        return;
    saveSoon();
    whenSaved([this] { submit(); });
}

void ConversationController::Private::submit()
{
    const forms::Submission submission = session->submission();
    const auto actions = submission.ready ? wire::changesOf(*form, submission.xml)
                                          : Result<std::vector<forms::EntityAction>>(Error{Error::Kind::Invalid, QStringLiteral("not ready")});
    if (!actions) {
        show();
        return say(Sentences::failed(Sentences::Doing::Finishing, actions.error()));
    }
    conversation.finishedAt = parts.clock();
    finishing = waiting = true;
    auto written = parts.thread.run([conversation = conversation, xml = submission.xml, actions = *actions](store::Store& store) {
        return store.finish(conversation, xml, actions);
    });
    whenDone(written, &q, [this](const Status& status) {
        finishing = waiting = false;
        if (!status) {
            qCWarning(conversationLog) << "conversation" << conversation.id.text() << "is not finished:" << status.error().detail;
            conversation.finishedAt.reset();
            return say(Sentences::failed(Sentences::Doing::Finishing, status.error()));
        }
        qCInfo(conversationLog) << "conversation" << conversation.id.text() << "waits to be sent";
        close();
        Q_EMIT q.changed();
        Q_EMIT q.stored();
        parts.wake();
        Q_EMIT q.finished();
    });
}

} // namespace rapport::app
