// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/customer.h"

#include <QSet>

#include <algorithm>

namespace rapport::app
{

namespace
{

using store::Entity;

constexpr std::size_t maxPeople = 200, maxMeetings = 50;
constexpr int decimals = 4;

QString property(const Entity& entity, const char* name)
{
    const auto found = entity.properties.find(QString::fromLatin1(name));
    return found == entity.properties.end() ? QString() : found->second;
}

Origin originOf(const Entity& entity)
{
    return {property(entity, "source"), QDateTime::fromString(property(entity, "as_of"), Qt::ISODate)};
}

bool isOpen(const QString& stage)
{
    static const QSet<QString> closed{QStringLiteral("won"),      QStringLiteral("lost"),     QStringLiteral("cancelled"),
                                      QStringLiteral("declined"), QStringLiteral("accepted"), QStringLiteral("converted"),
                                      QStringLiteral("done")};
    return !closed.contains(stage);
}

FirmPerson personOf(const Entity& entity)
{
    const QString mobile = property(entity, "mobile");
    return {entity.id, entity.label, property(entity, "job_title"), mobile.isEmpty() ? property(entity, "phone") : mobile, property(entity, "email")};
}

OpenDeal offerOf(const Entity& entity)
{
    const QString number = property(entity, "number");
    return {entity.id,
            number.isEmpty() ? entity.label : number,
            property(entity, "amount"),
            property(entity, "currency"),
            property(entity, "stage"),
            {},
            QDate::fromString(property(entity, "valid_until"), Qt::ISODate),
            originOf(entity)};
}

OpenDeal opportunityOf(const Entity& entity)
{
    const QString title = property(entity, "title");
    return {entity.id,
            title.isEmpty() ? entity.label : title,
            property(entity, "amount"),
            property(entity, "currency"),
            property(entity, "stage"),
            property(entity, "next_step"),
            QDate::fromString(property(entity, "due"), Qt::ISODate),
            originOf(entity)};
}

/// Ten-thousandths of a unit, exactly; nothing where it is no decimal of that many places.
std::optional<qint64> units(const QString& decimal)
{
    const QStringList parts = decimal.split(QLatin1Char('.'));
    bool whole = false, fraction = true;
    const qint64 before = parts.value(0).toLongLong(&whole);
    const QString after = parts.value(1).leftJustified(decimals, QLatin1Char('0'), false);
    const qint64 behind = after.toLongLong(&fraction);
    if (!whole || !fraction || parts.size() > 2 || after.size() > decimals || qAbs(before) > 100'000'000'000'000)
        return {};
    return before * 10'000 + (decimal.startsWith(QLatin1Char('-')) ? -behind : behind);
}

QString decimalOf(qint64 sum)
{
    return QStringLiteral("%1%2.%3")
        .arg(sum < 0 ? QStringLiteral("-") : QString())
        .arg(qAbs(sum) / 10'000)
        .arg((qAbs(sum) % 10'000) / 100, 2, 10, QLatin1Char('0'));
}

std::optional<Revenue> revenueOf(const std::vector<Entity>& sales, int year)
{
    Revenue revenue;
    revenue.year = year;
    qint64 current = 0, previous = 0;
    bool any = false;
    for (const Entity& sale : sales) {
        const auto amount = units(property(sale, "amount"));
        const int sold = QDate::fromString(property(sale, "date").left(10), Qt::ISODate).year();
        if (!amount || (sold != year && sold != year - 1))
            continue;
        const QString currency = property(sale, "currency");
        if (!any)
            revenue.currency = currency;
        if (currency != revenue.currency)
            continue;
        any = true;
        (sold == year ? current : previous) += *amount;
        if (const Origin origin = originOf(sale); !revenue.origin.asOf.isValid() || origin.asOf > revenue.origin.asOf)
            revenue.origin = origin;
    }
    if (!any)
        return {};
    revenue.current = decimalOf(current);
    revenue.previous = decimalOf(previous);
    return revenue;
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
            customer.organisationId = property(**asked, "organisation_id");
        } else {
            customer.organisationId = id;
        }
        if (customer.person) {
            if (auto done = readConsentsOf(**asked, customer); !done)
                return done.error();
        }
        if (auto done = readFirm(customer); !done)
            return done.error();
        if (auto done = readMeetings(customer); !done)
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
        for (const auto* result : {&people, &offers, &opportunities, &sales}) {
            if (!*result)
                return result->error();
        }
        if (!firm)
            return firm.error();
        if (*firm) {
            customer.name = (*firm)->label;
            customer.city = property(**firm, "city");
            customer.number = property(**firm, "customer_number");
            customer.segment = property(**firm, "segment");
            customer.owner = property(**firm, "account_owner");
        }
        for (const Entity& person : *people)
            customer.people.push_back(personOf(person));
        std::sort(customer.people.begin(), customer.people.end(),
                  [](const FirmPerson& a, const FirmPerson& b) { return a.name.localeAwareCompare(b.name) < 0; });
        if (customer.people.size() > maxPeople)
            customer.people.resize(maxPeople);
        for (const Entity& offer : *offers) {
            if (isOpen(property(offer, "stage")))
                customer.offers.push_back(offerOf(offer));
        }
        for (const Entity& opportunity : *opportunities) {
            if (isOpen(property(opportunity, "stage")))
                customer.opportunities.push_back(opportunityOf(opportunity));
        }
        customer.revenue = revenueOf(*sales, m_now.date().year());
        return ok();
    }

    /// Conversations carry names, not ids: today's are found by the firm's name, or the person's where she has no firm.
    Status readMeetings(Customer& customer)
    {
        const auto all = m_store.conversations(m_now.addDays(-400), m_now.addDays(1));
        if (!all)
            return all.error();
        for (const store::Conversation& one : *all) {
            if (one.formId == withdrawalForm)
                continue; // nobody met
            const bool same = customer.organisationId.isEmpty() ? one.title == customer.name : one.organisation == customer.name;
            if (same && customer.meetings.size() < maxMeetings)
                customer.meetings.push_back({one.id.text(), one.startedAt, one.title});
        }
        return ok();
    }

    store::Store& m_store;
    QDateTime m_now;
};

} // namespace

Result<std::optional<Customer>> readCustomer(store::Store& store, const QString& list, const QString& id, const QDateTime& now)
{
    return Reader(store, now).read(list, id);
}

} // namespace rapport::app
