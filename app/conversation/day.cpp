// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/day.h"

#include "forms/session/entityactions.h"

#include <QJsonDocument>

#include <algorithm>

namespace rapport::app
{

namespace
{

std::vector<OtherForm> otherForms(store::Store& store, const QString& usual, const std::optional<wire::Occasion>& occasion)
{
    std::vector<OtherForm> others;
    const auto live = store.forms().value_or(std::vector<store::StoredForm>{});
    const QStringList wanted = occasion ? occasion->forms : QStringList();
    for (const store::StoredForm& form : live) {
        if (form.id != usual && (wanted.isEmpty() || wanted.contains(form.id)))
            others.push_back({form.id, form.title});
    }
    std::stable_sort(others.begin(), others.end(),
                     [&](const OtherForm& a, const OtherForm& b) { return wanted.indexOf(a.id) < wanted.indexOf(b.id); });
    return others;
}

} // namespace

bool DayEntry::isAsked() const
{
    return std::any_of(conflicts.begin(), conflicts.end(), [](const store::KeptConflict& one) { return one.isOpen(); });
}

bool DayEntry::waitsFor(const wire::Receipt& receipt) const
{
    const bool decided = receipt.target == wire::conflictTarget && !conflicts.empty() && !isAsked();
    return receipt.state == wire::Receipt::State::NeedsYou && !decided;
}

bool DayEntry::needsHelp() const
{
    const bool atTarget = std::any_of(receipts.begin(), receipts.end(), [&](const wire::Receipt& receipt) {
        return waitsFor(receipt) && (receipt.target != wire::conflictTarget || conflicts.empty());
    });
    const bool refused = conversation.handedOver && conversation.handedOver->state == store::HandedOver::State::Refused;
    return atTarget || refused || (queued && queued->state == store::OutboxItem::State::NeedsYou);
}

DayReader::DayReader(Clock clock) : m_clock(std::move(clock)) {}

Result<Day> DayReader::read(store::Store& store)
{
    Day day;
    day.now = m_clock();
    const auto documents = store.occasions().value_or(std::vector<QJsonObject>{});
    for (const QJsonObject& document : documents) {
        if (auto parsed = wire::parseOccasion(QJsonDocument(document).toJson()))
            day.occasions.push_back(*parsed);
    }
    if (!day.occasions.empty())
        day.occasion = day.occasions.front();
    const qint64 behind = store.setting(QStringLiteral("clock_behind")).value_or({}).toLongLong();
    for (const wire::Occasion& one : day.occasions) {
        const QDateTime end = one.endsAt(day.now).addSecs(-behind); // as our clock will show it
        if (end.isValid() && (!day.nextEnd.isValid() || end < day.nextEnd))
            day.nextEnd = end;
    }
    const QDateTime midnight(day.now.date(), QTime(0, 0), Qt::OffsetFromUTC, day.now.offsetFromUtc());
    auto conversations = store.conversations(midnight, midnight.addDays(1));
    const auto drafts = store.drafts();
    const auto queue = store.outbox();
    const auto conflicts = store::conflicts(store);
    if (!conversations || !drafts || !queue || !conflicts)
        return !conversations ? conversations.error() : !drafts ? drafts.error() : !queue ? queue.error() : conflicts.error();
    day.conflicts = *conflicts;
    if (!drafts->empty())
        day.draft = drafts->front();
    const auto addEarlier = [&](store::ConversationId id) {
        const bool listed = std::any_of(conversations->begin(), conversations->end(), [&](const auto& one) { return one.id == id; });
        if (listed)
            return;
        if (auto earlier = store.conversation(id))
            conversations->push_back(*earlier);
    };
    for (const store::Conversation& draft : *drafts)
        addEarlier(draft.id);
    for (const store::OutboxItem& item : *queue)
        addEarlier(item.conversation);
    for (const store::KeptConflict& one : *conflicts) {
        if (one.conversation)
            addEarlier(*one.conversation);
    }
    std::stable_sort(conversations->begin(), conversations->end(), [](const auto& a, const auto& b) { return a.startedAt > b.startedAt; });

    for (store::Conversation& conversation : *conversations) {
        DayEntry entry;
        const auto item = std::find_if(queue->begin(), queue->end(), [&](const auto& one) { return one.conversation == conversation.id; });
        if (item != queue->end())
            entry.queued = *item;
        if (auto receipts = store.receipts(conversation.instanceId))
            entry.receipts = *receipts;
        std::copy_if(conflicts->begin(), conflicts->end(), std::back_inserter(entry.conflicts),
                     [&](const store::KeptConflict& one) { return one.conversation == conversation.id; });
        const Understood understood = understand(store, conversation);
        entry.followUps = understood.followUps;
        entry.unresolved = !conversation.unresolved.isEmpty();
        entry.conversation = std::move(conversation);
        day.entries.push_back(std::move(entry));
    }
    if (const auto form = usualForm(store)) {
        day.formTitle = form->title;
        day.formVersion = form->version;
        day.otherForms = otherForms(store, form->id, day.occasion);
    }
    day.user = store.setting(QStringLiteral("user")).value_or({});
    if (!m_customers) {
        m_customers = store.countEntities(QStringLiteral("contacts")).value_or(0);
    }
    day.customers = *m_customers;
    day.jobs = openJobs(store, day.user);
    day.handingOver = handingOver(store, day.user);
    return day;
}

std::shared_ptr<const forms::Form> DayReader::formOf(store::Store& store, const store::Conversation& conversation)
{
    const QString key = conversation.formId + QLatin1Char('\n') + conversation.formVersion;
    if (const auto known = m_forms.constFind(key); known != m_forms.cend())
        return *known;
    const auto stored = store.form(conversation.formId, conversation.formVersion);
    if (!stored)
        return nullptr;
    forms::LoadOptions options;
    options.missing = forms::LoadOptions::Missing::Blank;
    const auto form = forms::Form::load(stored->xml, options);
    return form ? *m_forms.insert(key, *form) : nullptr;
}

DayReader::Understood DayReader::understand(store::Store& store, const store::Conversation& conversation)
{
    const QString key = conversation.id.text() + QString::number(conversation.savedAt.toMSecsSinceEpoch()); // it may be reopened
    if (const auto known = m_understood.constFind(key); known != m_understood.cend())
        return *known;
    Understood understood;
    if (conversation.state == store::ConversationState::Draft)
        return understood; // nothing is agreed before it is finished
    const auto form = formOf(store, conversation);
    const auto instance = store.instance(conversation.id);
    const auto actions = form && instance ? forms::entityActions(*form, *instance) : std::vector<forms::EntityAction>{};
    if (!actions)
        return understood;
    const auto property = [](const forms::EntityAction& action, const char* name) {
        const auto found = action.properties.find(QString::fromLatin1(name));
        return found == action.properties.end() ? QString() : found->second;
    };
    for (const forms::EntityAction& action : *actions) {
        if (action.list == QLatin1String("followups"))
            understood.followUps.push_back({property(action, "kind"), QDate::fromString(property(action, "due"), Qt::ISODate)});
    }
    m_understood.insert(key, understood);
    return understood;
}

} // namespace rapport::app
