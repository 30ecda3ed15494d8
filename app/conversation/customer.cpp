// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/customer.h"

#include <QSet>

#include <algorithm>

namespace rapport::app
{

namespace
{

using store::Entity;

constexpr std::size_t maxPeople = 200, maxMachines = 200;

bool isOpen(const QString& stage)
{
    static const QSet<QString> closed{QStringLiteral("won"),      QStringLiteral("lost"),     QStringLiteral("cancelled"),
                                      QStringLiteral("declined"), QStringLiteral("accepted"), QStringLiteral("converted"),
                                      QStringLiteral("done")};
    return !closed.contains(stage);
}

FirmPerson personOf(const Entity& entity)
{
    const QString mobile = propertyText(entity, "mobile");
    return {entity.id, entity.label, propertyText(entity, "job_title"), mobile.isEmpty() ? propertyText(entity, "phone") : mobile,
            propertyText(entity, "email")};
}

OpenDeal offerOf(const Entity& entity)
{
    const QString number = propertyText(entity, "number");
    return {entity.id,
            number.isEmpty() ? entity.label : number,
            propertyText(entity, "amount"),
            propertyText(entity, "currency"),
            propertyText(entity, "stage"),
            {},
            QDate::fromString(propertyText(entity, "valid_until"), Qt::ISODate),
            originOf(entity)};
}

OpenDeal opportunityOf(const Entity& entity)
{
    const QString title = propertyText(entity, "title");
    return {entity.id,
            title.isEmpty() ? entity.label : title,
            propertyText(entity, "amount"),
            propertyText(entity, "currency"),
            propertyText(entity, "stage"),
            propertyText(entity, "next_step"),
            QDate::fromString(propertyText(entity, "due"), Qt::ISODate),
            originOf(entity)};
}

FirmMachine machineOf(const Entity& entity)
{
    return {entity.id, entity.label, propertyText(entity, "serial"), propertyText(entity, "location"),
            QDate::fromString(propertyText(entity, "last_service").left(10), Qt::ISODate)};
}

std::vector<Origin> originsOf(const std::vector<Entity>& rows)
{
    std::vector<Origin> origins;
    for (const Entity& row : rows)
        origins.push_back(originOf(row));
    return origins;
}

/// Reads what hangs on one firm; each question is an indexed one.
class Reader
{
public:
    Reader(store::Store& store, QDateTime now) : m_store(store), m_now(std::move(now)) {}

    Result<std::optional<Customer>> read(const QString& list, const QString& id)
    {
        auto asked = m_store.entity(list, id);
        if (!asked)
            return asked.error();
        if (!*asked || (*asked)->deleted)
            return std::optional<Customer>();
        Customer customer;
        customer.name = (*asked)->label;
        if (list == QLatin1String("contacts")) {
            customer.person = personOf(**asked);
            customer.organisationId = propertyText(**asked, "organisation_id");
        } else {
            customer.organisationId = id;
        }
        if (customer.person) {
            if (auto done = readConsentsOf(**asked, customer); !done)
                return done.error();
        }
        if (auto done = readFirm(customer); !done)
            return done.error();
        if (auto done = readHistory(customer); !done)
            return done.error();
        return std::optional(customer);
    }

private:
    Result<std::vector<Entity>> ofFirm(const char* list, const QString& id)
    {
        return m_store.findEntities(QString::fromLatin1(list), QStringLiteral("organisation_id"), id);
    }

    Status readConsentsOf(const Entity& contact, Customer& customer)
    {
        auto consents = readConsents(m_store, contact);
        const auto forms = consents ? m_store.forms() : consents.error();
        if (!forms)
            return forms.error();
        customer.consents = std::move(*consents);
        customer.canWithdraw = std::any_of(forms->begin(), forms->end(), [](const store::StoredForm& form) { return form.id == withdrawalForm; });
        return ok();
    }

    Status readFirm(Customer& customer)
    {
        if (customer.organisationId.isEmpty())
            return ok();
        const auto firm = m_store.entity(QStringLiteral("organisations"), customer.organisationId);
        const auto people = ofFirm("contacts", customer.organisationId);
        const auto offers = ofFirm("offers", customer.organisationId);
        const auto opportunities = ofFirm("opportunities", customer.organisationId);
        const auto sales = ofFirm("sales", customer.organisationId);
        const auto machines = ofFirm("machines", customer.organisationId);
        for (const auto* result : {&people, &offers, &opportunities, &sales, &machines}) {
            if (!*result)
                return result->error();
        }
        if (!firm)
            return firm.error();
        if (*firm)
            describe(**firm, customer);
        takePeople(*people, customer);
        m_timeline.offers = *offers;
        m_timeline.machines = *machines;
        OpenDeals open = openDealsAmong(*offers, *opportunities);
        customer.offers = std::move(open.offers);
        customer.opportunities = std::move(open.opportunities);
        customer.revenue = revenueOf(*sales, m_now.date());
        return readMachines(*machines, customer);
    }

    static void describe(const Entity& firm, Customer& customer)
    {
        customer.name = firm.label;
        customer.city = propertyText(firm, "city");
        customer.number = propertyText(firm, "customer_number");
        customer.segment = propertyText(firm, "segment");
        customer.owner = propertyText(firm, "account_owner");
    }

    void takePeople(const std::vector<Entity>& people, Customer& customer)
    {
        for (const Entity& person : people) {
            customer.people.push_back(personOf(person));
            m_timeline.people.push_back(person.id);
        }
        std::sort(customer.people.begin(), customer.people.end(),
                  [](const FirmPerson& a, const FirmPerson& b) { return a.name.localeAwareCompare(b.name) < 0; });
        if (customer.people.size() > maxPeople)
            customer.people.resize(maxPeople);
        customer.peopleOrigin = oldestOf(originsOf(people));
    }

    Status readMachines(const std::vector<Entity>& machines, Customer& customer)
    {
        std::vector<QString> ids;
        for (const Entity& machine : machines) {
            if (customer.machines.size() == maxMachines)
                break;
            customer.machines.push_back(machineOf(machine));
            ids.push_back(machine.id);
        }
        auto tickets = openJobsOf(m_store, customer.organisationId, ids);
        if (!tickets)
            return tickets.error();
        customer.tickets = std::move(*tickets);
        for (FirmMachine& machine : customer.machines)
            machine.openJobs = static_cast<int>(
                std::count_if(customer.tickets.begin(), customer.tickets.end(), [&](const Job& job) { return job.machineId == machine.id; }));
        std::sort(customer.machines.begin(), customer.machines.end(), [](const FirmMachine& a, const FirmMachine& b) {
            return a.openJobs != b.openJobs ? a.openJobs > b.openJobs : a.name.localeAwareCompare(b.name) < 0;
        });
        std::vector<Origin> origins;
        for (const Job& job : customer.tickets)
            origins.push_back(job.origin);
        customer.ticketsOrigin = oldestOf(origins);
        customer.machinesOrigin = oldestOf(originsOf(machines));
        return ok();
    }

    Status readHistory(Customer& customer)
    {
        m_timeline.organisationId = customer.organisationId;
        m_timeline.organisation = customer.organisationId.isEmpty() ? QString() : customer.name;
        m_timeline.contactId = customer.person ? customer.person->id : QString();
        m_timeline.contact = customer.person ? customer.person->name : QString();
        auto timeline = readTimeline(m_store, m_timeline, m_now);
        if (!timeline)
            return timeline.error();
        customer.timeline = std::move(*timeline);
        for (const Happening& one : customer.timeline) { // newest first: the last one that lies ahead is the next
            if (one.kind == Happening::Kind::Promise && one.word == QLatin1String("appointment") && one.at.date() >= m_now.date())
                customer.appointment = one.at.date();
        }
        auto notes = readBriefingNotes(m_store, customer.organisationId, m_timeline.contactId);
        if (!notes)
            return notes.error();
        customer.briefing = std::move(*notes);
        return ok();
    }

    TimelineOf m_timeline;
    store::Store& m_store;
    QDateTime m_now;
};

} // namespace

OpenDeals openDealsAmong(const std::vector<Entity>& offers, const std::vector<Entity>& opportunities)
{
    OpenDeals open;
    for (const Entity& offer : offers) {
        if (isOpen(propertyText(offer, "stage")))
            open.offers.push_back(offerOf(offer));
    }
    for (const Entity& opportunity : opportunities) {
        if (isOpen(propertyText(opportunity, "stage")))
            open.opportunities.push_back(opportunityOf(opportunity));
    }
    std::stable_sort(open.offers.begin(), open.offers.end(),
                     [](const OpenDeal& a, const OpenDeal& b) { return std::pair(!a.due.isValid(), a.due) < std::pair(!b.due.isValid(), b.due); });
    return open;
}

Result<std::optional<Customer>> readCustomer(store::Store& store, const QString& list, const QString& id, const QDateTime& now)
{
    return Reader(store, now).read(list, id);
}

} // namespace rapport::app
