// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/briefingcontroller.h"

#include "app/conversation/whendone.h"
#include "app/conversation/words.h"

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr std::size_t mostNotes = 3, mostContacts = 3, mostOffers = 2, mostOpportunities = 1; // two screens are all that is read before a talk

} // namespace

BriefingController::BriefingController(StoreThread& thread, Clock clock, QObject* parent)
    : QObject(parent), m_thread(thread), m_clock(std::move(clock)), m_messages({"text", "detail"}), m_questions({"text", "detail"}),
      m_avoid({"text", "detail"}), m_gaps({"text", "detail"}), m_contacts(happeningRoles()), m_offers(dealRoles()), m_opportunities(dealRoles())
{
}

void BriefingController::open(const QString& list, const QString& id)
{
    m_list = list;
    m_id = id;
    m_announce = true;
    read();
}

void BriefingController::refresh()
{
    if (!m_id.isEmpty())
        read();
}

void BriefingController::read()
{
    const int asked = ++m_asked;
    auto reading = m_thread.run([list = m_list, id = m_id, now = m_clock()](store::Store& store) { return readCustomer(store, list, id, now); });
    whenDone(reading, this, [this, asked](const Result<std::optional<Customer>>& customer) {
        if (asked != m_asked)
            return; // somebody else was asked for meanwhile
        m_failed = !customer;
        m_customer = customer ? *customer : std::nullopt;
        show();
        if (std::exchange(m_announce, false))
            Q_EMIT opened();
    });
}

void BriefingController::show()
{
    const Customer shown = m_customer.value_or(Customer{});
    const QDateTime now = m_clock();
    m_more = 0;
    showNotes(m_messages, shown.briefing.messages);
    showNotes(m_questions, shown.briefing.questions);
    showNotes(m_avoid, shown.briefing.avoid);
    showNotes(m_gaps, shown.briefing.gaps);
    m_last.clear();
    std::vector<RowModel::Row> contacts, offers, opportunities;
    for (const Happening& one : shown.timeline) {
        const bool isContact = one.group == Happening::Group::Talks && one.kind != Happening::Kind::Gap && one.at <= now;
        if (!isContact || m_last.size() == mostContacts)
            continue;
        m_last.push_back(one);
        contacts.push_back(happeningRow(one, now));
    }
    for (std::size_t i = 0; i < std::min(mostOffers, shown.offers.size()); ++i)
        offers.push_back(offerRow(shown.offers[i], now));
    for (std::size_t i = 0; i < std::min(mostOpportunities, shown.opportunities.size()); ++i)
        opportunities.push_back(opportunityRow(shown.opportunities[i], now));
    m_more += static_cast<int>(shown.offers.size() - offers.size() + shown.opportunities.size() - opportunities.size());
    m_contacts.show(std::move(contacts));
    m_offers.show(std::move(offers));
    m_opportunities.show(std::move(opportunities));
    Q_EMIT changed();
}

void BriefingController::showNotes(RowModel& model, const std::vector<BriefingNote>& notes)
{
    const QDateTime now = m_clock();
    std::vector<RowModel::Row> rows;
    for (const BriefingNote& note : notes) {
        if (rows.size() == mostNotes)
            break;
        rows.push_back({note.id, {note.text, joinedText({note.author, note.at.isValid() ? dateText(note.at.date(), now.date()) : QString()})}});
    }
    m_more += static_cast<int>(notes.size() - rows.size());
    model.show(std::move(rows));
}

QString BriefingController::title() const
{
    if (!m_customer)
        return {};
    return m_customer->person ? m_customer->person->name : m_customer->name;
}

QString BriefingController::subtitle() const
{
    if (!m_customer)
        return {};
    if (!m_customer->person)
        return joinedText({m_customer->city, m_customer->segment});
    const QString firm = m_customer->name == m_customer->person->name ? QString() : m_customer->name;
    return joinedText({m_customer->person->jobTitle, firm, m_customer->city});
}

QString BriefingController::initials() const
{
    return initialsOf(title());
}

QString BriefingController::appointment() const
{
    if (!m_customer || !m_customer->appointment.isValid())
        return {};
    const QDate today = m_clock().date();
    return m_customer->appointment == today ? tr("Appointment today") : tr("Appointment on %1").arg(dateText(m_customer->appointment, today));
}

QString BriefingController::more() const
{
    return m_more > 0 ? tr("%n more line(s), older ones, are left out here.", "of a briefing", m_more) : QString();
}

QString BriefingController::sentence() const
{
    if (m_failed)
        return tr("This briefing cannot be read at the moment. Please try again.");
    if (!m_customer)
        return m_id.isEmpty() ? QString() : tr("This customer is no longer on this tablet.");
    const bool nothing = m_customer->briefing.isEmpty() && m_last.empty() && m_offers.count() + m_opportunities.count() == 0;
    return nothing ? tr("Nothing is known yet: this will be the first talk.") : QString();
}

void BriefingController::openContact(int row)
{
    if (row < 0 || row >= static_cast<int>(m_last.size()))
        return;
    const Happening contact = m_last[static_cast<std::size_t>(row)];
    if (contact.list == QLatin1String("conversations"))
        Q_EMIT meetingRequested(contact.id);
    else if (contact.list == QLatin1String("contacts"))
        Q_EMIT customerRequested(contact.list, contact.id);
}

void BriefingController::openCustomer()
{
    if (m_customer)
        Q_EMIT customerRequested(m_list, m_id);
}

void BriefingController::startConversation()
{
    if (!m_customer)
        return;
    if (m_customer->person)
        Q_EMIT conversationRequested({{QStringLiteral("contacts.@id"), m_customer->person->id}});
    else
        Q_EMIT conversationRequested({{QStringLiteral("organisations.@id"), m_customer->organisationId}});
}

} // namespace rapport::app
