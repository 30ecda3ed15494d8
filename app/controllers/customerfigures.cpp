// SPDX-License-Identifier: Apache-2.0
// What a customer's page says in single lines, and its figures.
#include "app/controllers/customercontroller.h"
#include "app/conversation/words.h"

#include <QLocale>

#include <cmath>

namespace rapport::app
{

namespace
{

QVariantList pointsOf(const std::vector<QPointF>& points)
{
    QVariantList list;
    for (const QPointF& point : points)
        list.append(QVariantMap{{QStringLiteral("x"), point.x()}, {QStringLiteral("y"), point.y()}});
    return list;
}

} // namespace

QString CustomerController::title() const
{
    return m_customer ? m_customer->name : QString();
}

QString CustomerController::subtitle() const
{
    if (!m_customer)
        return {};
    return joinedText({m_customer->city, m_customer->number.isEmpty() ? QString() : tr("customer %1").arg(m_customer->number), m_customer->segment});
}

QString CustomerController::sentence() const
{
    const bool bare = m_customer && !m_customer->revenue &&
                      m_offers.count() + m_opportunities.count() + m_people.count() + m_machines.count() + m_tickets.count() + m_reach.count() +
                              m_timeline.count() + m_consents.count() ==
                          0;
    return bare ? tr("Nothing more is known here yet.") : m_sentence;
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

QString CustomerController::revenueTrend() const
{
    if (!hasRevenue() || !m_customer->revenue->against)
        return {};
    const QDate today = m_clock().date();
    const double percent = *m_customer->revenue->against * 100;
    const QString day = dateText(today.addYears(-1), today);
    if (std::abs(percent) < 0.05)
        return tr("as much as by %1", "a day of last year").arg(day);
    const QString much = QLocale().toString(std::abs(percent), 'f', std::abs(percent) < 100 ? 1 : 0);
    return percent > 0 ? tr("%1 % more than by %2", "a figure and a day of last year").arg(much, day)
                       : tr("%1 % less than by %2", "a figure and a day of last year").arg(much, day);
}

bool CustomerController::revenueGrows() const
{
    return hasRevenue() && m_customer->revenue->against.value_or(0) >= 0;
}

QVariantMap CustomerController::revenueCourse() const
{
    if (!hasRevenue() || m_customer->revenue->course.current.empty())
        return {};
    const Revenue& revenue = *m_customer->revenue;
    const QLocale locale;
    QStringList months;
    for (const int month : {1, 7, 12})
        months.append(locale.standaloneMonthName(month, QLocale::ShortFormat));
    return {{QStringLiteral("current"), pointsOf(revenue.course.current)},
            {QStringLiteral("previous"), pointsOf(revenue.course.previous)},
            {QStringLiteral("year"), QString::number(revenue.year)},
            {QStringLiteral("yearBefore"), QString::number(revenue.year - 1)},
            {QStringLiteral("months"), months},
            {QStringLiteral("level"), moneyText(QString::number(revenue.course.level, 'f', 0), revenue.currency)},
            {QStringLiteral("height"), revenue.course.height}};
}

QString CustomerController::revenueOrigin() const
{
    return hasRevenue() ? originText(m_customer->revenue->origin, m_clock()) : QString();
}

bool CustomerController::revenueStale() const
{
    return hasRevenue() && isStale(m_customer->revenue->origin, m_clock());
}

QString CustomerController::briefingText() const
{
    if (!m_customer)
        return {};
    const BriefingNotes& notes = m_customer->briefing;
    const auto count = [](const std::vector<BriefingNote>& list) { return static_cast<int>(list.size()); };
    QStringList parts;
    if (!notes.messages.empty())
        parts.append(tr("%n message(s)", "to bring across", count(notes.messages)));
    if (!notes.questions.empty())
        parts.append(tr("%n question(s)", "to ask", count(notes.questions)));
    if (!notes.avoid.empty())
        parts.append(tr("%n to avoid", "subjects", count(notes.avoid)));
    if (!notes.gaps.empty())
        parts.append(tr("%n still open", "questions", count(notes.gaps)));
    return parts.join(QStringLiteral(", "));
}

QString CustomerController::appointmentText() const
{
    if (!m_customer || !m_customer->appointment.isValid())
        return {};
    const QDate today = m_clock().date();
    return m_customer->appointment == today ? tr("Appointment today") : tr("Appointment on %1").arg(dateText(m_customer->appointment, today));
}

QString CustomerController::peopleOrigin() const
{
    return m_customer ? originText(m_customer->peopleOrigin, m_clock()) : QString();
}

QString CustomerController::ticketsOrigin() const
{
    return m_customer ? originText(m_customer->ticketsOrigin, m_clock()) : QString();
}

QString CustomerController::machinesOrigin() const
{
    return m_customer ? originText(m_customer->machinesOrigin, m_clock()) : QString();
}

} // namespace rapport::app
