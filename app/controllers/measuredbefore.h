// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/earliervalues.h"
#include "app/conversation/storethread.h"

#include <QVariantMap>

#include <functional>
#include <map>
#include <utility>

namespace rapport::app
{

/// What Sparkline draws: {points: [{x, y, out}], low, high, limited, endsNow}.
QVariantMap chartRow(const Chart& chart);

/// The earlier values of the machines that a conversation is about: each series is read once, on the store thread, when a question first asks for it.
class MeasuredBefore
{
public:
    /// All borrowed; @p arrived is called on the thread of @p context when there is something new to show.
    MeasuredBefore(StoreThread& thread, QObject* context, std::function<void()> arrived);

    void begin(const QDateTime& before); ///< another conversation; only what was measured before, where that is valid
    /// What a question shows of it: chart {points: [{x, y, out}], low, high, limited, endsNow}, text, spoken. Empty: nothing to show, or not yet.
    QVariantMap of(const QString& machineId, const QString& quantity, const Measurement& now, const QDateTime& at);

private:
    using Key = std::pair<QString, QString>; ///< machine, quantity

    StoreThread& m_thread;
    QObject* m_context;
    std::function<void()> m_arrived;
    std::map<Key, std::vector<EarlierValue>> m_known; ///< also what was asked for and is not there yet
    QDateTime m_before;
    quint64 m_life = 0; ///< grows with begin(): an answer for an older conversation is not ours
};

} // namespace rapport::app
