// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/earliervalues.h"

#include "app/conversation/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr std::size_t mostShown = 24;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EarlierValues)
};

QString property(const store::Entity& entity, const char* name)
{
    const auto found = entity.properties.find(QString::fromLatin1(name));
    return found == entity.properties.end() ? QString() : found->second;
}

std::optional<EarlierValue> valueOf(const store::Entity& entity)
{
    bool isNumber = false;
    EarlierValue made;
    made.value = property(entity, "value").toDouble(&isNumber);
    made.at = QDateTime::fromString(property(entity, "at"), Qt::ISODate);
    made.unit = property(entity, "unit");
    return isNumber && made.at.isValid() ? std::optional(made) : std::nullopt;
}

std::vector<EarlierValue> comparable(const std::vector<EarlierValue>& earlier, const Measurement& now)
{
    std::vector<EarlierValue> same = earlier;
    std::erase_if(same, [&](const EarlierValue& one) { return one.unit != now.unit; });
    return same;
}

} // namespace

Result<std::vector<EarlierValue>> earlierValues(store::Store& store, const QString& machineId, const QString& quantity, const QDateTime& before)
{
    const QString list = QStringLiteral("measurements");
    const auto rows = store.findRows(list, {{QStringLiteral("machine_id"), machineId}, {QStringLiteral("quantity"), quantity}});
    if (!rows)
        return rows.error();
    std::vector<EarlierValue> values;
    for (const qint64 row : *rows) {
        const auto entity = store.entityAt(row);
        if (!entity)
            return entity.error();
        if (const auto value = *entity ? valueOf(**entity) : std::nullopt; value && (!before.isValid() || value->at < before))
            values.push_back(*value);
    }
    std::stable_sort(values.begin(), values.end(), [](const EarlierValue& a, const EarlierValue& b) { return a.at < b.at; });
    if (values.size() > mostShown)
        values.erase(values.begin(), values.end() - mostShown);
    return values;
}

Chart chartOf(const std::vector<EarlierValue>& earlier, const Measurement& now, const QDateTime& at)
{
    Chart chart;
    std::vector<EarlierValue> values = comparable(earlier, now);
    if (values.empty())
        return chart;
    chart.endsNow = now.value.has_value();
    if (now.value)
        values.push_back({std::max(at, values.back().at), *now.value, now.unit});
    double least = values.front().value, most = least;
    const auto include = [&](double number) {
        least = std::min(least, number);
        most = std::max(most, number);
    };
    for (const EarlierValue& one : values)
        include(one.value);
    for (const auto& limit : {now.low, now.high}) {
        if (limit)
            include(*limit);
    }
    const double span = most > least ? most - least : 1;
    const auto height = [&](double number) { return (number - least + span / 10) / (span * 1.2); };
    const auto since = static_cast<double>(values.front().at.msecsTo(values.back().at));
    for (const EarlierValue& one : values) {
        const double x = since > 0 ? static_cast<double>(values.front().at.msecsTo(one.at)) / since : 0.5;
        chart.points.push_back({{x, height(one.value)}, Measurement{one.value, now.low, now.high, now.unit}.isBeyond()});
    }
    chart.isLimited = now.isLimited();
    chart.low = now.low ? height(*now.low) : 0;
    chart.high = now.high ? height(*now.high) : 1;
    return chart;
}

QString earlierText(const std::vector<EarlierValue>& earlier, const Measurement& now, const QDate& today)
{
    const auto values = comparable(earlier, now);
    if (values.empty())
        return {};
    const EarlierValue& last = values.back();
    return Words::tr("%n earlier value(s), the last %1 on %2", "value and day", static_cast<int>(values.size()))
        .arg(measuredText(last.value, last.unit), dateText(last.at.date(), today));
}

QString spokenEarlier(const std::vector<EarlierValue>& earlier, const Measurement& now, const QDate& today)
{
    QStringList all;
    for (const EarlierValue& one : comparable(earlier, now))
        all.append(Words::tr("%1 on %2", "value and day").arg(measuredText(one.value, one.unit), dateText(one.at.date(), today)));
    return all.isEmpty() ? QString() : Words::tr("Measured before: %1").arg(all.join(QStringLiteral(", ")));
}

} // namespace rapport::app
