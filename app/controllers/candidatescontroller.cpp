// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/candidatescontroller.h"

#include "app/controllers/fieldwords.h"
#include "app/conversation/storethread.h"
#include "app/conversation/whendone.h"

#include <QJsonObject>
#include <QLoggingCategory>

#include <algorithm>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(candidatesLog, "rapport.conversation")

bool isAbout(const Choice& choice, const Candidate& candidate)
{
    return (choice.who == Choice::Who::Person && candidate.isPerson() && choice.contactId == candidate.id) ||
           (choice.who == Choice::Who::Firm && (candidate.isPerson() ? choice.contactId == candidate.id : choice.organisationId == candidate.id));
}

} // namespace

CandidatesController::CandidatesController(store::Store& store, StoreThread* reading, QObject* parent)
    : QObject(parent), m_store(store), m_reading(reading), m_rows({"person", "label", "detail", "because", "chosen", "shown"}),
      m_fields({"label", "read", "known", "differs", "takesRead", "takesKnown"}), m_actions({"deed", "actionText", "chosen"})
{
}

void CandidatesController::clear()
{
    ++m_asked; // what is being looked for is not wanted any more
    m_conversation.clear();
    m_who = {};
    m_contact = {};
    m_found.clear();
    m_shown.reset();
    showAll();
}

// ---- looking

void CandidatesController::look(const Said& read, const contact::Contact& who, From from)
{
    clear();
    m_from = from;
    m_who.read = read;
    m_contact = who;
    auto found = candidatesFor(m_store, who);
    if (!found)
        qCWarning(candidatesLog) << "nobody is looked for:" << found.error().detail;
    take(found ? std::move(*found) : std::vector<Candidate>());
    if (m_shown && m_shown->candidate.surely) {
        m_who.choice = choiceOf(*m_shown, likely(*m_shown));
        showAll();
    }
}

void CandidatesController::follow(const QString& conversationId, const Acquaintance& who, const Said& said, bool mayAsk)
{
    if (conversationId != m_conversation) {
        clear();
        m_conversation = conversationId;
    }
    if (conversationId.isEmpty())
        return;
    m_from = From::Typed;
    const bool news = who.choice != m_who.choice || who.decided != m_who.decided;
    const bool settled = who.decided || who.choice.who != Choice::Who::Apart;
    Acquaintance next = who;
    if (!settled)
        next.read = mayAsk ? said : Said{};
    const bool asks = !settled && next.read != m_who.read;
    m_who = std::move(next);
    if (news)
        showAll();
    if (!asks)
        return;
    m_contact = contactOf(m_who.read);
    ask();
}

void CandidatesController::open()
{
    if (m_conversation.isEmpty() || !m_found.empty())
        return;
    m_contact = contactOf(m_who.read);
    ask();
}

/// One question at a time; the newest one counts.
void CandidatesController::ask()
{
    if (m_contact.isEmpty())
        return take({});
    m_askAgain = std::exchange(m_asking, true);
    if (m_askAgain)
        return;
    auto found = m_reading->run([who = m_contact](store::Store& store) { return candidatesFor(store, who); });
    whenDone(found, this, [this, asked = m_asked](const Result<std::vector<Candidate>>& result) {
        m_asking = false;
        if (std::exchange(m_askAgain, false))
            return ask();
        if (asked != m_asked)
            return;
        if (!result)
            qCWarning(candidatesLog) << "nobody is looked for:" << result.error().detail;
        take(result ? *result : std::vector<Candidate>());
    });
}

/// What is looked at stays in view, where it still fits.
void CandidatesController::take(std::vector<Candidate> found)
{
    const QString before = m_shown ? m_shown->candidate.id : QString();
    m_found = std::move(found);
    const auto about = [&](auto fits) { return std::find_if(m_found.begin(), m_found.end(), fits); };
    auto shown = about([&](const Candidate& one) { return isAbout(m_who.choice, one); });
    if (shown == m_found.end())
        shown = about([&](const Candidate& one) { return one.id == before; });
    if (shown == m_found.end())
        shown = m_found.begin();
    m_shown = shown == m_found.end() ? std::nullopt : shownOf(*shown);
    showAll();
}

std::optional<CandidatesController::Shown> CandidatesController::shownOf(const Candidate& candidate) const
{
    auto file = onFile(m_store, candidate.list, candidate.id);
    if (!file || !*file)
        return std::nullopt; // it went meanwhile
    Shown shown{candidate, **file, {}};
    if (candidate.isPerson())
        shown.others = othersIn(m_who.read, shown.file, m_country);
    return shown;
}

// ---- deciding

std::vector<CandidatesController::Action> CandidatesController::actionsOf(const Shown& shown) const
{
    std::vector<Action> all;
    if (shown.candidate.isPerson()) {
        if (shown.others)
            all = {AddOther, ReplaceOther};
        all.insert(shown.others ? all.end() : all.begin(), SamePerson);
    }
    if (!shown.file.organisationId.isEmpty())
        all.push_back(AddToFirm);
    all.push_back(KeepApart);
    return all;
}

CandidatesController::Action CandidatesController::likely(const Shown& shown) const
{
    return !shown.candidate.isPerson() ? AddToFirm : shown.others ? AddOther : SamePerson;
}

Choice CandidatesController::choiceOf(const Shown& shown, Action action) const
{
    using Who = Choice::Who;
    using Other = Choice::Other;
    switch (action) {
    case SamePerson:
        return {Who::Person, Other::Keep, shown.file.contactId, shown.file.organisationId};
    case AddOther:
        return {Who::Person, Other::Add, shown.file.contactId, shown.file.organisationId};
    case ReplaceOther:
        return {Who::Person, Other::Replace, shown.file.contactId, shown.file.organisationId};
    case AddToFirm:
        return {Who::Firm, Other::Keep, shown.file.contactId, shown.file.organisationId};
    case KeepApart:
        break;
    }
    return {};
}

QString CandidatesController::textOf(const Shown& shown, Action action) const
{
    const bool both = shown.others.email && shown.others.phone;
    switch (action) {
    case SamePerson:
        return tr("Same person");
    case AddOther:
        return both                 ? tr("Same person, add e-mail and telephone")
               : shown.others.email ? tr("Same person, add e-mail")
                                    : tr("Same person, add telephone");
    case ReplaceOther:
        return both                 ? tr("Same person, replace e-mail and telephone")
               : shown.others.email ? tr("Same person, replace e-mail")
                                    : tr("Same person, replace telephone");
    case AddToFirm:
        return tr("Add to this firm");
    case KeepApart:
        break;
    }
    return tr("Keep apart");
}

void CandidatesController::show(int row)
{
    if (row < 0 || row >= static_cast<int>(m_found.size()))
        return;
    m_shown = shownOf(m_found[static_cast<std::size_t>(row)]);
    showAll();
}

void CandidatesController::decide(int action)
{
    if (!m_shown)
        return;
    const Choice next = choiceOf(*m_shown, static_cast<Action>(action));
    const bool back = m_who.decided && next == m_who.choice;
    m_who.choice = back ? Choice{} : next;
    m_who.decided = !back;
    showAll();
    Q_EMIT decided(m_who);
}

void CandidatesController::toggleBest()
{
    if (!best())
        return;
    const bool back = m_who.decided && m_who.choice.who != Choice::Who::Apart;
    if (!back)
        show(0);
    if (!back && !m_shown)
        return;
    m_who.choice = back ? Choice{} : choiceOf(*m_shown, likely(*m_shown));
    m_who.decided = !back;
    showAll();
}

const Candidate* CandidatesController::chosen() const
{
    const auto found = std::find_if(m_found.begin(), m_found.end(), [&](const Candidate& one) { return isAbout(m_who.choice, one); });
    return found == m_found.end() ? nullptr : &*found;
}

Said CandidatesController::payload() const
{
    const Choice& choice = m_who.choice;
    if (choice.who == Choice::Who::Apart)
        return m_who.read;
    const bool person = choice.who == Choice::Who::Person;
    const auto file = person ? onFile(m_store, QStringLiteral("contacts"), choice.contactId)
                             : onFile(m_store, QStringLiteral("organisations"), choice.organisationId);
    return file && *file ? payloadFor(m_who.read, **file, choice, m_country) : m_who.read;
}

// ---- saying

QString CandidatesController::actionText() const
{
    const Candidate* about = chosen() ? chosen() : best();
    const auto shown = about ? shownOf(*about) : std::nullopt;
    if (!shown)
        return {};
    if (!chosen())
        return textOf(*shown, likely(*shown));
    for (const Action action : actionsOf(*shown)) {
        if (choiceOf(*shown, action) == m_who.choice)
            return textOf(*shown, action);
    }
    return {};
}

QString CandidatesController::note() const
{
    if (m_who.decided && m_who.choice.who == Choice::Who::Apart)
        return {};
    if (m_who.choice.who != Choice::Who::Apart) {
        const bool person = m_who.choice.who == Choice::Who::Person;
        const auto file = onFile(m_store, person ? QStringLiteral("contacts") : QStringLiteral("organisations"),
                                 person ? m_who.choice.contactId : m_who.choice.organisationId);
        if (!file || !*file)
            return {};
        const auto& values = (*file)->values;
        const auto value = [&](const char* key) {
            const auto found = values.find(QString::fromLatin1(key));
            return found == values.end() ? QString() : found->second;
        };
        const QString firm = value("organisations.legal_name");
        const QString name = (value("contacts.given_name") + QLatin1Char(' ') + value("contacts.family_name")).simplified();
        return person ? tr("This conversation is with %1, whom you know.").arg(name) : tr("Someone new of %1.").arg(firm);
    }
    if (!best())
        return {};
    return best()->isPerson() ? tr("This may be %1 (%2).").arg(best()->who(), best()->because())
                              : tr("The firm may be %1 (%2).").arg(best()->who(), best()->because());
}

QString CandidatesController::readTitle() const
{
    switch (m_from) {
    case From::Badge:
        return tr("On the badge");
    case From::Card:
        return tr("On the card");
    case From::Typed:
        break;
    }
    return tr("In this conversation");
}

QString CandidatesController::knownTitle() const
{
    return m_shown ? tr("%1 in your customers").arg(m_shown->candidate.label) : QString();
}

void CandidatesController::speak()
{
    take(std::vector<Candidate>(m_found));
}

void CandidatesController::showAll()
{
    if (const auto occasion = m_store.occasion(); occasion && *occasion)
        m_country = (**occasion)[QLatin1String("country")].toString();
    std::vector<RowModel::Row> rows, fields, actions;
    for (const Candidate& one : m_found) {
        const bool shown = m_shown && m_shown->candidate.id == one.id;
        rows.push_back({one.id, {one.isPerson(), one.label, one.detail, one.because(), isAbout(m_who.choice, one), shown}});
    }
    if (m_shown) {
        const bool about = isAbout(m_who.choice, m_shown->candidate);
        for (const Compared& field : compare(m_who.read, m_shown->file, about ? m_who.choice : Choice{}, m_country)) {
            const bool takesRead = about && !field.read.isEmpty() && field.stays != Compared::Stays::Known;
            const bool takesKnown = about && !field.known.isEmpty() && field.stays != Compared::Stays::Read;
            fields.push_back({field.key, {fieldLabel(field.key), field.read, field.known, field.differs, takesRead, takesKnown}});
        }
        for (const Action action : actionsOf(*m_shown)) {
            const Choice choice = choiceOf(*m_shown, action);
            const bool says = action == KeepApart ? m_who.decided && m_who.choice.who == Choice::Who::Apart : choice == m_who.choice;
            actions.push_back({QString::number(action), {static_cast<int>(action), textOf(*m_shown, action), says}});
        }
    }
    m_rows.show(std::move(rows));
    m_fields.show(std::move(fields));
    m_actions.show(std::move(actions));
    Q_EMIT changed();
}

} // namespace rapport::app
