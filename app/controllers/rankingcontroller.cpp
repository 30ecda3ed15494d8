// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/rankingcontroller.h"

#include "app/conversation/whendone.h"
#include "app/conversation/words.h"

#include <QLocale>
#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(rankingLog, "rapport.ranking")

QString tenthsText(int tenths)
{
    return QLocale().toString(tenths / 10.0, 'f', 1);
}

} // namespace

RankingController::RankingController(StoreThread& thread, Clock clock, QObject* parent)
    : QObject(parent), m_thread(thread), m_clock(std::move(clock)),
      m_accounts({"organisationId", "place", "name", "detail", "total", "move", "moveText", "band", "bandDetail"})
{
}

void RankingController::refresh()
{
    const int asked = ++m_asked;
    whenDone(m_thread.run(readRanking), this, [this, asked](const Result<Ranking>& ranking) {
        if (asked != m_asked)
            return; // a newer reading is under way
        if (!ranking)
            qCWarning(rankingLog) << "the ranking cannot be read:" << ranking.error().detail;
        m_read = true;
        m_failed = !ranking;
        show(ranking ? *ranking : Ranking{});
    });
}

void RankingController::refreshIfRead()
{
    if (m_asked > 0)
        refresh();
}

void RankingController::show(Ranking ranking)
{
    m_ranking = std::move(ranking);
    std::vector<RowModel::Row> rows;
    for (const RankedAccount& account : m_ranking.accounts)
        rows.push_back(rowOf(account));
    m_accounts.show(std::move(rows));
    Q_EMIT changed();
}

RowModel::Row RankingController::rowOf(const RankedAccount& account) const
{
    QStringList detail{account.city, tr("as of %1").arg(dateText(account.asOf, m_clock().date()))};
    detail.removeAll(QString());
    const int change = account.tenths - account.before.value_or(account.tenths);
    const Move move = !account.before ? Move::New : change > 0 ? Move::Up : change < 0 ? Move::Down : Move::Same;
    const QString moved = move == Move::New    ? tr("new")
                          : move == Move::Same ? tr("as before")
                          : move == Move::Up   ? tr("up %1").arg(tenthsText(change))
                                               : tr("down %1").arg(tenthsText(-change));
    const auto [band, bandDetail] = account.band == Band::Intensive ? std::pair(tr("Intensive"), tr("Work on them with a plan of their own."))
                                    : account.band == Band::Appropriate
                                        ? std::pair(tr("Appropriate"), tr("Stay in touch, and act when there is a reason."))
                                        : std::pair(tr("Reactive"), tr("Serve them well when they ask."));
    return {account.organisationId,
            {account.organisationId, QString::number(account.place), account.name, detail.join(QStringLiteral(" · ")), tenthsText(account.tenths),
             QVariant::fromValue(move), moved, band, bandDetail}};
}

QString RankingController::heading() const
{
    const auto rated = static_cast<int>(m_ranking.accounts.size());
    if (rated == 0)
        return {};
    const QString count = tr("%n account(s) rated", "", rated);
    return m_ranking.unrated == 0 ? count : tr("%1 · %n not yet", "", m_ranking.unrated).arg(count);
}

QString RankingController::sentence() const
{
    if (m_failed)
        return tr("The ratings on this tablet cannot be read at the moment. Please try again.");
    if (!m_read || !m_ranking.accounts.empty())
        return {};
    return canRate() ? tr("No account has been rated yet. Rate the first one, and it stands here.")
                     : tr("No account has been rated, and the form for it is not on this tablet. It comes from the hub.");
}

void RankingController::open(int row)
{
    if (row >= 0 && row < m_accounts.count())
        Q_EMIT customerRequested(QStringLiteral("organisations"), m_accounts.value(row, "organisationId").toString());
}

void RankingController::rate()
{
    if (canRate())
        Q_EMIT formRequested(m_ranking.form, {});
}

} // namespace rapport::app
