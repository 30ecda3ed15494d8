// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/measuredbefore.h"

#include "app/conversation/whendone.h"

#include <QLoggingCategory>
#include <QVariantList>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(measuredLog, "rapport.measured")

} // namespace

QVariantMap chartRow(const Chart& chart)
{
    QVariantList points;
    for (const Chart::Point& point : chart.points)
        points.append(
            QVariantMap{{QStringLiteral("x"), point.place.x()}, {QStringLiteral("y"), point.place.y()}, {QStringLiteral("out"), point.out}});
    return {{QStringLiteral("points"), points},
            {QStringLiteral("low"), chart.low},
            {QStringLiteral("high"), chart.high},
            {QStringLiteral("limited"), chart.isLimited},
            {QStringLiteral("endsNow"), chart.endsNow}};
}

MeasuredBefore::MeasuredBefore(StoreThread& thread, QObject* context, std::function<void()> arrived)
    : m_thread(thread), m_context(context), m_arrived(std::move(arrived))
{
}

void MeasuredBefore::begin(const QDateTime& before)
{
    m_known.clear();
    m_before = before;
    ++m_life;
}

QVariantMap MeasuredBefore::of(const QString& machineId, const QString& quantity, const Measurement& now, const QDateTime& at)
{
    if (machineId.isEmpty() || quantity.isEmpty())
        return {};
    const Key key{machineId, quantity};
    if (const auto known = m_known.find(key); known != m_known.end()) {
        const QString text = earlierText(known->second, now, at.date());
        if (text.isEmpty())
            return {};
        return {{QStringLiteral("chart"), chartRow(chartOf(known->second, now, at))},
                {QStringLiteral("text"), text},
                {QStringLiteral("spoken"), spokenEarlier(known->second, now, at.date())}};
    }
    m_known[key] = {};
    auto read = m_thread.run([key, before = m_before](store::Store& store) { return earlierValues(store, key.first, key.second, before); });
    whenDone(read, m_context, [this, key, life = m_life](const Result<std::vector<EarlierValue>>& values) {
        if (life != m_life)
            return;
        if (!values) {
            qCWarning(measuredLog) << "earlier values are not shown:" << values.error().detail;
        } else if (!values->empty()) {
            m_known[key] = *values;
            m_arrived();
        }
    });
    return {};
}

} // namespace rapport::app
