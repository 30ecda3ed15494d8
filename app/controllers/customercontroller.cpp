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

constexpr std::size_t firstPeople = 6;
constexpr qint64 staleSeconds = 24 * 3600;

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

/// A consent may be years old: "10 Nov 2026 09:16".
QString dayAndTime(const QDateTime& at, const QDateTime& now)
{
    const QDateTime there = at.toOffsetFromUtc(now.offsetFromUtc());
    return there.date() == now.date() ? clockText(at, now) : QStringLiteral("%1 %2").arg(dateText(there.date(), now.date()), clockText(at, now));
}

QString stageText(const QString& stage)
{
    if (stage == QLatin1String("lead"))
        return CustomerController::tr("Lead");
    if (stage == QLatin1String("qualified"))
        return CustomerController::tr("Qualified");
    if (stage == QLatin1String("offer"))
        return CustomerController::tr("Offer made");
    if (stage == QLatin1String("sent"))
        return CustomerController::tr("Sent");
    if (stage == QLatin1String("draft") || stage == QLatin1String("quotation"))
        return CustomerController::tr("In work");
    return stage;
}

} // namespace

CustomerController::CustomerController(StoreThread& thread, Clock clock, QObject* parent)
    : QObject(parent), m_thread(thread), m_clock(std::move(clock)), m_offers({"title", "amount", "detail", "stage", "origin", "stale"}),
      m_opportunities({"title", "amount", "detail", "stage", "origin", "stale"}), m_people({"entityId", "name", "detail", "phone", "initials"}),
      m_meetings({"conversationId", "moment", "title"}),
      m_consents({"purpose", "answer", "answerKind", "detail", "withdrawn", "text", "withdrawable"})
{
}

void CustomerController::open(const QString& list, const QString& id)
{
    m_list = list;
    m_id = id;
    m_announce = true;
    m_allPeople = false;
    read();
}

void CustomerController::openPerson(int row)
{
    if (const QVariant id = m_people.value(row, "entityId"); id.isValid())
        open(QStringLiteral("contacts"), id.toString());
}

void CustomerController::showAllPeople()
{
    m_allPeople = true;
    show();
}

QString CustomerController::morePeople() const
{
    const bool more = m_customer && static_cast<int>(m_customer->people.size()) > m_people.count();
    return more ? tr("More people") : QString();
}

void CustomerController::openMeeting(int row)
{
    if (const QVariant id = m_meetings.value(row, "conversationId"); id.isValid())
        Q_EMIT meetingRequested(id.toString());
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

RowModel::Row CustomerController::dealRow(const OpenDeal& deal, const QString& detail) const
{
    return {deal.id,
            {deal.title, moneyText(deal.amount, deal.currency), detail, stageText(deal.stage), originText(deal.origin), isStale(deal.origin)}};
}

void CustomerController::show()
{
    const Customer shown = m_customer.value_or(Customer{});
    const QDateTime now = m_clock();
    std::vector<RowModel::Row> offers, opportunities, people, meetings;
    for (const OpenDeal& offer : shown.offers)
        offers.push_back(dealRow(offer, offer.due.isValid() ? tr("valid to %1").arg(dateText(offer.due, now.date())) : QString()));
    for (const OpenDeal& deal : shown.opportunities)
        opportunities.push_back(dealRow(deal, deal.nextStep.isEmpty() ? QString() : tr("next: %1").arg(deal.nextStep)));
    for (const FirmPerson& person : shown.people) {
        if (m_allPeople || people.size() < firstPeople)
            people.push_back({person.id, {person.id, person.name, joined({person.jobTitle, person.email}), person.phone, initialsOf(person.name)}});
    }
    for (const Meeting& meeting : shown.meetings) {
        if (meeting.conversationId != m_beside)
            meetings.push_back({meeting.conversationId,
                                {meeting.conversationId, momentText(meeting.at, now), meeting.with.isEmpty() ? tr("Conversation") : meeting.with}});
    }
    m_offers.show(std::move(offers));
    m_opportunities.show(std::move(opportunities));
    m_people.show(std::move(people));
    m_meetings.show(std::move(meetings));
    m_consents.show(consentRows());
    Q_EMIT changed();
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
                         kind, joined({since, consent.textId, language, consent.hasSignature ? tr("signed") : QString()}),
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

QString CustomerController::title() const
{
    return m_customer ? m_customer->name : QString();
}

QString CustomerController::subtitle() const
{
    if (!m_customer)
        return {};
    return joined({m_customer->city, m_customer->number.isEmpty() ? QString() : tr("customer %1").arg(m_customer->number), m_customer->segment});
}

QString CustomerController::initials() const
{
    return m_customer ? initialsOf(m_customer->name) : QString();
}

QString CustomerController::person() const
{
    return m_customer && m_customer->person && m_customer->person->name != m_customer->name ? m_customer->person->name : QString();
}

QString CustomerController::owner() const
{
    return m_customer && !m_customer->owner.isEmpty() ? tr("Looked after by %1").arg(m_customer->owner) : QString();
}

QString CustomerController::revenueTitle() const
{
    return hasRevenue() ? tr("Revenue %1 to date").arg(m_customer->revenue->year) : QString();
}

QString CustomerController::revenue() const
{
    return hasRevenue() ? moneyText(m_customer->revenue->current, m_customer->revenue->currency) : QString();
}

QString CustomerController::revenueBefore() const
{
    if (!hasRevenue())
        return {};
    const Revenue& revenue = *m_customer->revenue;
    return tr("All of %1: %2").arg(revenue.year - 1).arg(moneyText(revenue.previous, revenue.currency));
}

QString CustomerController::revenueOrigin() const
{
    return hasRevenue() ? originText(m_customer->revenue->origin) : QString();
}

bool CustomerController::revenueStale() const
{
    return hasRevenue() && isStale(m_customer->revenue->origin);
}

QString CustomerController::originText(const Origin& origin) const
{
    const QString source = origin.source.size() <= 4 ? origin.source.toUpper() : origin.source; // "erp" is a name, not a word
    const QString asOf = origin.asOf.isValid() ? tr("as of %1").arg(momentText(origin.asOf, m_clock())) : QString();
    return joined({source, asOf});
}

bool CustomerController::isStale(const Origin& origin) const
{
    return origin.asOf.isValid() && origin.asOf.secsTo(m_clock()) > staleSeconds;
}

} // namespace rapport::app
