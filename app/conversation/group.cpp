// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/group.h"

#include "app/conversation/attendee.h"
#include "app/conversation/contactwords.h"
#include "app/conversation/conversationhead.h"
#include "app/conversation/formshelf.h"
#include "app/conversation/introduction.h"
#include "app/conversation/revision.h"
#include "app/conversation/sharedanswers.h"

#include <algorithm>

namespace rapport::app
{

namespace
{

using forms::FormSession;
using store::Conversation;
using SessionPtr = std::unique_ptr<FormSession>;

/// One person's conversation on its way to being finished.
struct Prepared {
    Conversation conversation;
    SessionPtr session;
    SharedAnswers shared;
    std::optional<store::ConversationId> corrects;
};

/// What the group's draft says, read once for all of its people.
struct Group {
    Conversation conversation;
    SharedForm form;
    SessionPtr session;
    std::vector<Visitor> people;
};

std::vector<Visitor> visitorsOf(store::Store& store, const std::vector<store::Gathered>& gathered, const QDateTime& now)
{
    const BadgeReading reading = badgeReading(store);
    std::vector<Visitor> visitors;
    for (const store::Gathered& one : gathered)
        visitors.push_back(visitorOf(store, one, reading, now));
    return visitors;
}

/// She was met when her badge was read, whenever she is written down.
Result<SessionPtr> startFor(const Visitor& person, const SharedForm& form, const forms::Environment& environment)
{
    forms::Environment then = environment;
    const auto started = std::make_shared<bool>(false);
    then.now = [started, at = person.gathered.firstAt.toOffsetFromUtc(environment.now().offsetFromUtc()), now = environment.now] {
        return *started ? now() : at;
    };
    auto session = FormSession::start(form, then);
    *started = true;
    return session;
}

/// First what was read, then whom it surely is: what is on file stays. What no question takes is kept in the remark, where the form has one.
void applyBadge(FormSession& session, const Visitor& person)
{
    const Said read = contact::payload(person.draft);
    const auto taken = session.applyPayload(read);
    if (!person.asKnown.empty())
        (void)introduce(session, read, person.asKnown); // what was read has its place already
    QStringList rest;
    for (const auto& [key, value] : taken.unplaced)
        rest.append(value.simplified());
    const QString remark = QStringLiteral("contacts.remark");
    const auto& targets = session.form().payloadTargets();
    const auto target = std::find_if(targets.begin(), targets.end(), [&](const auto& one) { return one.key == remark && one.hasControl; });
    const auto node = target == targets.end() ? std::nullopt : session.find(target->nodeset);
    if (rest.isEmpty() || !node)
        return;
    rest.prepend(session.node(*node).value);
    rest.removeAll(QString());
    (void)session.answer(*node, rest.join(QStringLiteral(" · "))); // a remark takes any text
}

Conversation begun(store::Store& store, const Visitor& person, const FormSession& session, const forms::Environment& environment)
{
    const QDateTime at = person.gathered.firstAt.toOffsetFromUtc(environment.now().offsetFromUtc());
    Conversation conversation = headOfNew(store, session, environment.username, at);
    describe(conversation, session, sectionsOf(session));
    return conversation;
}

Result<Group> readGroup(store::Store& store, store::ConversationId id, const forms::Environment& environment)
{
    const auto conversation = store.conversation(id);
    const auto instance = store.instance(id);
    if (!conversation || !instance)
        return conversation ? instance.error() : conversation.error();
    const auto form = loadForm(store, conversation->formId, conversation->formVersion);
    auto session = form ? FormSession::restore(*form, *instance, environment) : form.error();
    if (!session)
        return session.error();
    return Group{*conversation, *form, std::move(*session),
                 visitorsOf(store, store::gathered(store, id).value_or(std::vector<store::Gathered>{}), environment.now())};
}

Result<Prepared> prepareNew(store::Store& store, const Group& group, const Visitor& person, const forms::Environment& environment)
{
    auto session = startFor(person, group.form, environment);
    if (!session)
        return session.error();
    Prepared prepared;
    (void)copyAnswers(*group.session, **session, Session::Fresh); // what does not fit is said below
    applyBadge(**session, person);
    prepared.shared = copyAnswers(*group.session, **session, Session::Filled);
    prepared.conversation = begun(store, person, **session, environment);
    prepared.session = std::move(*session);
    return prepared;
}

/// The conversation of today: the draft goes on, what is finished is corrected.
Result<Prepared> prepareMet(store::Store& store, const Group& group, const Visitor& person, const forms::Environment& environment)
{
    const auto instance = store.instance(person.met->id);
    const auto files = store.attachments(person.met->id);
    if (!instance || !files)
        return instance ? files.error() : instance.error();
    const bool draft = person.met->state == store::ConversationState::Draft;
    auto session = draft ? FormSession::restore(group.form, *instance, environment) : FormSession::edit(group.form, *instance, environment);
    if (!session)
        return session.error();
    QStringList taken;
    for (const store::StoredAttachment& file : *files)
        taken.append(file.name);
    Prepared prepared;
    prepared.shared = copyAnswers(*group.session, **session, Session::InUse, taken);
    prepared.conversation = *person.met;
    if (!draft) {
        prepared.corrects = person.met->id;
        prepared.conversation = headOfNew(store, **session, environment.username, environment.now());
    }
    describe(prepared.conversation, **session, sectionsOf(**session));
    prepared.session = std::move(*session);
    return prepared;
}

QStringList faultsOf(const Prepared& prepared)
{
    QStringList questions = prepared.shared.refused;
    for (const forms::Problem& problem : prepared.session->validate()) {
        const forms::Node node = prepared.session->node(problem.node);
        questions.append(node.label && !node.label->text.isEmpty() ? node.label->text : node.name);
    }
    questions.removeDuplicates();
    return questions;
}

Result<store::FinishedOne> finishedOf(store::Store& store, const Group& group, Prepared prepared, const QDateTime& now)
{
    const forms::Submission submission = prepared.session->submission();
    const auto actions = changesIn(store, *group.form, submission.xml);
    if (!actions)
        return actions.error();
    prepared.conversation.finishedAt = now;
    return store::FinishedOne{
        prepared.conversation, submission.xml,   *actions, QStringList(submission.attachments.begin(), submission.attachments.end()),
        prepared.shared.files, prepared.corrects};
}

bool isOfForm(const Conversation& conversation, const forms::Form& form)
{
    return conversation.formId == form.id() && conversation.formVersion == form.version();
}

QStringList idsOf(const std::vector<Visitor>& people)
{
    QStringList ids;
    for (const Visitor& person : people)
        ids.append(person.gathered.id);
    return ids;
}

} // namespace

QStringList peopleOf(store::Store& store, store::ConversationId group)
{
    const auto gathered = store::gathered(store, group);
    if (!gathered || gathered->empty())
        return {};
    const BadgeReading reading = badgeReading(store);
    QStringList names;
    for (const store::Gathered& one : *gathered) {
        contact::ContactDraft draft = reading.read(one.code);
        (void)resolveByList(store, draft); // a badge that the organiser does not know says what it says
        names.append(ContactWords::shownName(draft.contact));
    }
    return names;
}

QString groupTitle(const QStringList& people)
{
    if (people.size() < 2)
        return people.join(QString());
    return QStringLiteral("%1 + %2").arg(people.front()).arg(people.size() - 1);
}

Result<int> startEach(store::Store& store, const forms::Environment& environment)
{
    const auto list = store::gathered(store);
    const auto form = formForNewConversation(store);
    if (!list || !form)
        return list ? form.error() : list.error();
    const std::vector<Visitor> people = visitorsOf(store, *list, environment.now());
    std::vector<store::FreshDraft> drafts;
    for (const Visitor& person : people) {
        if (person.addsToMet())
            continue;
        const auto session = startFor(person, *form, environment);
        if (!session)
            return session.error();
        applyBadge(**session, person);
        drafts.push_back({begun(store, person, **session, environment), (*session)->serialize(FormSession::Keep::Everything)});
    }
    const Status started = store::startEach(store, drafts, idsOf(people));
    return started ? Result<int>(static_cast<int>(drafts.size())) : started.error();
}

Result<store::ConversationId> startGroup(store::Store& store, const forms::Environment& environment)
{
    const auto list = store::gathered(store);
    const auto form = formForNewConversation(store);
    const auto session = form ? FormSession::start(*form, environment) : form.error();
    if (!list || !session)
        return list ? session.error() : list.error();
    const std::vector<Visitor> people = visitorsOf(store, *list, environment.now());
    Conversation conversation = headOfNew(store, **session, environment.username, environment.now());
    Repetitions known;
    describe(conversation, **session, sectionsOf(**session, known, questionsOfOne(**session)));
    QStringList names;
    for (const Visitor& person : people)
        names.append(ContactWords::shownName(person.draft.contact));
    conversation.title = groupTitle(names);
    const Status started = store::startGroup(store, {conversation, (*session)->serialize(FormSession::Keep::Everything)}, idsOf(people));
    return started ? Result<store::ConversationId>(conversation.id) : started.error();
}

Result<GroupFinish> finishGroup(store::Store& store, store::ConversationId id, const forms::Environment& environment)
{
    const auto group = readGroup(store, id, environment);
    if (!group)
        return group.error();
    GroupFinish finish;
    std::vector<store::FinishedOne> conversations;
    for (const Visitor& person : group->people) {
        const QString who = ContactWords::shownName(person.draft.contact);
        if (person.addsToMet() && !isOfForm(*person.met, *group->form)) {
            finish.faults.push_back({person.gathered.id, who, {}, GroupFault::Why::OtherForm});
            continue;
        }
        auto prepared = person.addsToMet() ? prepareMet(store, *group, person, environment) : prepareNew(store, *group, person, environment);
        if (!prepared)
            return prepared.error();
        if (const QStringList questions = faultsOf(*prepared); !questions.isEmpty()) {
            finish.faults.push_back({person.gathered.id, who, questions, GroupFault::Why::Answers});
            continue;
        }
        auto finished = finishedOf(store, *group, std::move(*prepared), environment.now());
        if (!finished)
            return finished.error();
        conversations.push_back(std::move(*finished));
    }
    if (!finish.faults.empty())
        return finish;
    if (auto done = store::finishGroup(store, id, idsOf(group->people), conversations); !done)
        return done.error();
    finish.finished = static_cast<int>(conversations.size());
    return finish;
}

Result<store::ConversationId> goOnAlone(store::Store& store, store::ConversationId id, const QString& person, const forms::Environment& environment)
{
    const auto group = readGroup(store, id, environment);
    if (!group)
        return group.error();
    const auto& people = group->people;
    const auto alone = std::find_if(people.begin(), people.end(), [&](const Visitor& one) { return one.gathered.id == person; });
    if (alone == people.end())
        return Error{Error::Kind::NotFound, QStringLiteral("she is not of this group any more")};
    const auto prepared = prepareNew(store, *group, *alone, environment);
    if (!prepared)
        return prepared.error();
    const QByteArray instance = prepared->session->serialize(FormSession::Keep::Everything);
    const Status left = store::leaveGroup(store, person, {prepared->conversation, instance});
    return left ? Result<store::ConversationId>(prepared->conversation.id) : left.error();
}

} // namespace rapport::app
