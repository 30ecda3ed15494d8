// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/customercontroller.h"

#include "app/controllers/withdrawalcontroller.h"
#include "app/conversation/whendone.h"
#include "app/conversation/words.h"

#include <QLocale>

#include <algorithm>
#include <set>

namespace rapport::app
{

namespace
{

constexpr std::size_t firstPeople = 6, firstMachines = 4, firstTickets = 4, firstHappenings = 8;

/// A consent may be years old: "10 Nov 2026 09:16".
QString dayAndTime(const QDateTime& at, const QDateTime& now)
{
    const QDateTime there = at.toOffsetFromUtc(now.offsetFromUtc());
    return there.date() == now.date() ? clockText(at, now) : QStringLiteral("%1 %2").arg(dateText(there.date(), now.date()), clockText(at, now));
}

} // namespace

CustomerController::CustomerController(StoreThread& thread, Clock clock, QObject* parent)
    : QObject(parent), m_thread(thread), m_clock(std::move(clock)), m_offers(dealRoles()), m_opportunities(dealRoles()),
      m_people({"entityId", "name", "detail", "phone", "initials"}), m_reach({"icon", "label", "value"}), m_tickets(jobRoles()),
      m_machines({"machineId", "name", "detail", "state"}), m_timeline(happeningRoles()), m_groups({"text", "chosen"}),
      m_meetings({"conversationId", "moment", "title"}),
      m_consents({"purpose", "answer", "answerKind", "detail", "withdrawn", "text", "withdrawable"})
{
}

void CustomerController::open(const QString& list, const QString& id)
{
    m_trail.clear();
    go({list, id});
}

void CustomerController::go(const Place& place)
{
    m_list = place.list;
    m_id = place.id;
    m_announce = true;
    m_allPeople = m_allMachines = false;
    m_group.reset();
    m_happenings = firstHappenings;
    read();
}

bool CustomerController::back()
{
    if (m_trail.empty())
        return false;
    const Place before = m_trail.back();
    m_trail.pop_back();
    go(before);
    return true;
}

void CustomerController::openPerson(int row)
{
    const QVariant id = m_people.value(row, "entityId");
    if (!id.isValid() || id.toString() == m_id)
        return;
    m_trail.push_back({m_list, m_id});
    go({QStringLiteral("contacts"), id.toString()});
}

void CustomerController::showAllPeople()
{
    m_allPeople = true;
    show();
}

void CustomerController::showAllMachines()
{
    m_allMachines = true;
    show();
}

QString CustomerController::morePeople() const
{
    const bool more = m_customer && static_cast<int>(m_customer->people.size()) > m_people.count();
    return more ? tr("More people") : QString();
}

QString CustomerController::moreMachines() const
{
    const bool more = m_customer && static_cast<int>(m_customer->machines.size()) > m_machines.count();
    return more ? tr("More machines") : QString();
}

void CustomerController::openMachine(int row)
{
    if (const QVariant id = m_machines.value(row, "machineId"); id.isValid())
        Q_EMIT machineRequested(id.toString());
}

void CustomerController::openTicket(int row)
{
    if (!m_customer || row < 0 || row >= m_tickets.count())
        return;
    const Job job = m_customer->tickets[static_cast<std::size_t>(row)];
    if (job.machine.isEmpty())
        Q_EMIT jobRequested(job.id);
    else
        Q_EMIT machineRequested(job.machineId);
}

void CustomerController::openHappening(int row)
{
    if (row < 0 || row >= static_cast<int>(m_shown.size()))
        return;
    const Happening happening = m_shown[static_cast<std::size_t>(row)];
    if (happening.list == QLatin1String("conversations"))
        Q_EMIT meetingRequested(happening.id);
    else if (happening.list == QLatin1String("machines"))
        Q_EMIT machineRequested(happening.id);
    else if (!happening.list.isEmpty()) {
        m_trail.push_back({m_list, m_id});
        go({happening.list, happening.id});
    }
}

void CustomerController::chooseGroup(int row)
{
    if (row < 0 || row >= static_cast<int>(m_offered.size()))
        return;
    m_group = m_offered[static_cast<std::size_t>(row)];
    m_happenings = firstHappenings;
    show();
}

void CustomerController::showOlder()
{
    m_happenings += 2 * firstHappenings;
    show();
}

void CustomerController::openBriefing()
{
    if (m_customer)
        Q_EMIT briefingRequested(m_list, m_id);
}

void CustomerController::close()
{
    ++m_asked;
    m_list.clear();
    m_id.clear();
    m_sentence.clear();
    m_customer.reset();
    show();
}

void CustomerController::follow(const QString& contactId, const QString& organisationId, const QString& beside)
{
    const QString list = contactId.isEmpty() ? QStringLiteral("organisations") : QStringLiteral("contacts");
    const QString id = contactId.isEmpty() ? organisationId : contactId;
    if (id.isEmpty() && !m_id.isEmpty())
        return close();
    if (id == m_id && list == m_list && beside == m_beside)
        return;
    m_list = list;
    m_id = id;
    m_beside = beside;
    read();
}

void CustomerController::refresh()
{
    if (!m_id.isEmpty())
        read();
}

void CustomerController::read()
{
    if (m_id.isEmpty())
        return;
    const int asked = ++m_asked;
    auto reading = m_thread.run([list = m_list, id = m_id, now = m_clock()](store::Store& store) { return readCustomer(store, list, id, now); });
    whenDone(reading, this, [this, asked](const Result<std::optional<Customer>>& customer) {
        if (asked != m_asked)
            return; // somebody else was asked for meanwhile
        m_customer = customer ? *customer : std::nullopt;
        m_sentence = !customer     ? tr("This customer cannot be read at the moment. Please try again.")
                     : !m_customer ? tr("This customer is no longer on this tablet.")
                                   : QString();
        show();
        if (std::exchange(m_announce, false))
            Q_EMIT opened();
    });
}

void CustomerController::show()
{
    const Customer shown = m_customer.value_or(Customer{});
    const QDateTime now = m_clock();
    std::vector<RowModel::Row> offers, opportunities;
    for (const OpenDeal& offer : shown.offers)
        offers.push_back(offerRow(offer, now));
    for (const OpenDeal& deal : shown.opportunities)
        opportunities.push_back(opportunityRow(deal, now));
    m_offers.show(std::move(offers));
    m_opportunities.show(std::move(opportunities));
    showPeople(shown);
    showMachines(shown, now);
    showTimeline(shown, now);
    m_consents.show(consentRows());
    Q_EMIT changed();
}

void CustomerController::showPeople(const Customer& customer)
{
    std::vector<RowModel::Row> people;
    for (const FirmPerson& person : customer.people) {
        if (m_allPeople || people.size() < firstPeople)
            people.push_back(
                {person.id,
                 {person.id, person.name, person.jobTitle.isEmpty() ? person.email : person.jobTitle, person.phone, initialsOf(person.name)}});
    }
    m_people.show(std::move(people));
    std::vector<RowModel::Row> reach;
    const auto add = [&reach](const char* icon, const QString& label, const QString& value) {
        if (!value.isEmpty())
            reach.push_back({QString::fromLatin1(icon), {QString::fromLatin1(icon), label, value}});
    };
    if (customer.person) {
        add("briefcase", tr("Position"), customer.person->jobTitle);
        add("phone", tr("Telephone"), customer.person->phone);
        add("email", tr("E-mail"), customer.person->email);
    }
    m_reach.show(std::move(reach));
}

void CustomerController::showMachines(const Customer& customer, const QDateTime& now)
{
    std::vector<RowModel::Row> machines, tickets;
    for (const FirmMachine& machine : customer.machines) {
        if (!m_allMachines && machines.size() == firstMachines)
            break;
        const QString service = machine.lastService.isValid() ? tr("last service %1").arg(dateText(machine.lastService, now.date())) : QString();
        machines.push_back({machine.id,
                            {machine.id, machine.name, joinedText({machine.place.isEmpty() ? machine.serial : machine.place, service}),
                             machine.openJobs > 0 ? tr("%n open ticket(s)", "", machine.openJobs) : QString()}});
    }
    for (const Job& job : customer.tickets) {
        if (tickets.size() < firstTickets)
            tickets.push_back(jobRow(job, {job.ticket, job.machine}, now.date()));
    }
    m_machines.show(std::move(machines));
    m_tickets.show(std::move(tickets));
}

void CustomerController::showTimeline(const Customer& customer, const QDateTime& now)
{
    m_shown.clear();
    std::vector<RowModel::Row> timeline, meetings, groups;
    std::set<Happening::Group> found;
    for (const Happening& one : customer.timeline) {
        const bool isOfThisTablet = one.list == QLatin1String("conversations");
        if (isOfThisTablet && one.id == m_beside)
            continue; // it goes on
        if (isOfThisTablet)
            meetings.push_back({one.id, {one.id, momentText(one.at, now), one.title}});
        found.insert(one.group);
        if ((m_group && one.group != *m_group) || m_shown.size() == m_happenings)
            continue;
        m_shown.push_back(one);
        timeline.push_back(happeningRow(one, now));
    }
    m_offered = {std::nullopt};
    m_offered.insert(m_offered.end(), found.begin(), found.end());
    for (const auto& group : m_offered)
        groups.push_back({QString::number(group ? static_cast<int>(*group) : -1), {groupText(group), group == m_group}});
    if (found.size() < 2)
        groups.clear();
    m_timeline.show(std::move(timeline));
    m_meetings.show(std::move(meetings));
    m_groups.show(std::move(groups));
}

QString CustomerController::groupText(const std::optional<Happening::Group>& group)
{
    if (!group)
        return tr("All", "of a timeline");
    switch (*group) {
    case Happening::Group::Talks:
        return tr("Talks");
    case Happening::Group::Sent:
        return tr("Sent", "of a timeline");
    case Happening::Group::Service:
        return tr("Service");
    }
    return {};
}

QString CustomerController::older() const
{
    if (!m_customer)
        return {};
    const auto all = std::count_if(m_customer->timeline.begin(), m_customer->timeline.end(), [&](const Happening& one) {
        const bool goesOn = one.list == QLatin1String("conversations") && one.id == m_beside;
        return (!m_group || one.group == *m_group) && !goesOn;
    });
    return all > static_cast<int>(m_shown.size()) ? tr("Show older") : QString();
}

std::vector<RowModel::Row> CustomerController::consentRows() const
{
    std::vector<RowModel::Row> rows;
    if (!m_customer)
        return rows;
    const QDateTime now = m_clock();
    std::set<QString> offered; // a withdrawal is for the purpose, whenever it was consented to
    for (const Consent& consent : m_customer->consents) {
        const bool withdrawn = consent.withdrawnAt.isValid();
        const QString kind = withdrawn ? QStringLiteral("withdrawn") : consent.given ? QStringLiteral("given") : QStringLiteral("refused");
        const QString since = consent.at.isValid() ? dayAndTime(consent.at, now) : tr("date unknown");
        const QString language = consent.language.isEmpty() ? QString() : QLocale(consent.language).nativeLanguageName();
        const bool withdrawable = consent.stands() && m_customer->canWithdraw && offered.insert(consent.purpose).second;
        rows.push_back({consent.purpose + QLatin1Char('\n') + consent.id,
                        {purposeText(consent.purpose),
                         withdrawn       ? tr("Withdrawn")
                         : consent.given ? tr("Yes", "consent")
                                         : tr("No", "consent"),
                         kind, joinedText({since, consent.textId, language, consent.hasSignature ? tr("signed") : QString()}),
                         withdrawn ? tr("Withdrawn %1").arg(dayAndTime(consent.withdrawnAt, now)) : QString(), consent.text, withdrawable}});
    }
    return rows;
}

QString CustomerController::consentNote() const
{
    const bool any = m_customer && !m_customer->canWithdraw &&
                     std::any_of(m_customer->consents.begin(), m_customer->consents.end(), [](const Consent& one) { return one.stands(); });
    return any ? tr("Consent cannot be withdrawn on this tablet: the form “%1” has not been published for it.").arg(withdrawalForm) : QString();
}

void CustomerController::withdraw(int row)
{
    if (!m_customer || !m_customer->person || !m_consents.value(row, "withdrawable").toBool())
        return;
    Q_EMIT withdrawalRequested(m_customer->person->id, m_customer->consents.at(static_cast<std::size_t>(row)).purpose);
}

void CustomerController::startForm(const QString& formId)
{
    if (!m_customer)
        return;
    std::vector<std::pair<QString, QString>> payload; // the firm first: who is offered hangs on it
    if (!m_customer->organisationId.isEmpty())
        payload.emplace_back(QStringLiteral("organisations.@id"), m_customer->organisationId);
    if (m_customer->person)
        payload.emplace_back(QStringLiteral("contacts.@id"), m_customer->person->id);
    Q_EMIT formRequested(formId, payload);
}

void CustomerController::startConversation()
{
    if (!m_customer)
        return;
    std::vector<std::pair<QString, QString>> payload;
    if (m_customer->person)
        payload.emplace_back(QStringLiteral("contacts.@id"), m_customer->person->id);
    else
        payload.emplace_back(QStringLiteral("organisations.@id"), m_customer->organisationId);
    Q_EMIT conversationRequested(payload);
}

} // namespace rapport::app
