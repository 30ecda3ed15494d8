// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/customerrows.h"

#include "app/conversation/words.h"

#include <QCoreApplication>

namespace rapport::app
{

namespace
{

constexpr qint64 soonDays = 30;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CustomerRows)
};

QString stageText(const QString& stage)
{
    if (stage == QLatin1String("lead"))
        return Words::tr("Lead");
    if (stage == QLatin1String("qualified"))
        return Words::tr("Qualified");
    if (stage == QLatin1String("offer"))
        return Words::tr("Offer made");
    if (stage == QLatin1String("sent"))
        return Words::tr("Sent");
    if (stage == QLatin1String("draft") || stage == QLatin1String("quotation"))
        return Words::tr("In work");
    return stage;
}

/// Of an offer that ends in @p days; empty where that is long.
QString soonText(qint64 days)
{
    if (days < 0)
        return Words::tr("Ended", "an offer");
    if (days == 0)
        return Words::tr("Ends today");
    return days <= soonDays ? Words::tr("%n day(s) left", "until an offer ends", static_cast<int>(days)) : QString();
}

QString validText(const QDate& until, const QDate& today)
{
    return Words::tr("valid to %1").arg(dateText(until, today));
}

QString nextText(const QString& step)
{
    return step.isEmpty() ? QString() : Words::tr("next: %1").arg(step);
}

QString dueText(const QDate& due, const QDate& today)
{
    if (!due.isValid())
        return {};
    if (due == today)
        return Words::tr("today");
    return due < today ? Words::tr("since %1").arg(dateText(due, today)) : dateText(due, today);
}

QString stateText(const Job& job)
{
    if (!job.colleague.isEmpty())
        return Words::tr("With %1").arg(job.colleague);
    return job.state == QLatin1String("parts") ? Words::tr("Waiting for parts") : QString();
}

RowModel::Row dealRow(const OpenDeal& deal, const QString& detail, const QString& soon, const QDateTime& now)
{
    return {deal.id,
            {deal.title, moneyText(deal.amount, deal.currency), detail, stageText(deal.stage), originText(deal.origin, now),
             isStale(deal.origin, now), soon}};
}

QString iconOf(Happening::Kind kind)
{
    switch (kind) {
    case Happening::Kind::Talk:
    case Happening::Kind::Voice:
        return QStringLiteral("message-text");
    case Happening::Kind::Visit:
        return QStringLiteral("people");
    case Happening::Kind::Call:
        return QStringLiteral("phone");
    case Happening::Kind::Mail:
        return QStringLiteral("send");
    case Happening::Kind::Gap:
        return QStringLiteral("help");
    case Happening::Kind::Offer:
        return QStringLiteral("document");
    case Happening::Kind::Promise:
        return QStringLiteral("calendar-check");
    case Happening::Kind::Service:
        return QStringLiteral("wrench");
    case Happening::Kind::Note:
        break;
    }
    return QStringLiteral("information");
}

} // namespace

QList<QByteArray> dealRoles()
{
    return {"title", "amount", "detail", "stage", "origin", "stale", "soon"};
}

RowModel::Row offerRow(const OpenDeal& offer, const QDateTime& now)
{
    if (!offer.due.isValid())
        return dealRow(offer, {}, {}, now);
    return dealRow(offer, validText(offer.due, now.date()), soonText(now.date().daysTo(offer.due)), now);
}

RowModel::Row opportunityRow(const OpenDeal& opportunity, const QDateTime& now)
{
    return dealRow(opportunity, nextText(opportunity.nextStep), {}, now);
}

QList<QByteArray> jobRoles()
{
    return {"jobId", "title", "detail", "due", "late", "high", "state", "briefs"};
}

RowModel::Row jobRow(const Job& job, const QStringList& detail, const QDate& today)
{
    const bool late = job.due.isValid() && job.due < today;
    return {job.id,
            {job.id, job.subject, joinedText(detail), dueText(job.due, today), late, job.priority == Job::Priority::High, stateText(job),
             !job.customerId.isEmpty()}};
}

QList<QByteArray> happeningRoles()
{
    return {"kind", "sign", "title", "moment", "detail", "origin", "leads", "conversation"};
}

RowModel::Row happeningRow(const Happening& happening, const QDateTime& now)
{
    const QDate today = now.date();
    const QDate day = happening.wholeDay ? happening.at.date() : happening.at.toOffsetFromUtc(now.offsetFromUtc()).date();
    const QString moment = happening.wholeDay && day == today                 ? dueText(day, today)
                           : happening.wholeDay || day.year() != today.year() ? dateText(day, today)
                                                                              : momentText(happening.at, now);
    return {happening.key,
            {static_cast<int>(happening.kind), iconOf(happening.kind), happening.title, moment, happening.detail,
             originText({happening.origin.source, {}}, now), !happening.list.isEmpty(), happening.list == QLatin1String("conversations")}};
}

} // namespace rapport::app
