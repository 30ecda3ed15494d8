// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <map>
#include <mutex>
#include <set>

namespace rapport::hub
{

/// Wrong keys, by the address that they came from. After five of them an address waits before another key of it is looked at: a second, then twice as
/// long after each wrong one, at most 15 min; an hour without one is forgiven. A key that was right before is looked at always, so that nobody shuts
/// out the others of a hall. Thread-safe.
class KeyGuesses
{
public:
    /// How long it is until a key of this hash is looked at; 0: now.
    std::chrono::seconds wait(const QString& address, const QByteArray& keyHash, const QDateTime& now);
    void noteRight(const QByteArray& keyHash);
    void noteWrong(const QString& address, const QDateTime& now);

private:
    struct Wrong {
        int count = 0;
        QDateTime last;
    };
    void forget(const QDateTime& now);

    std::mutex m_mutex;
    std::map<QString, Wrong> m_wrong;
    std::set<QByteArray> m_right;
};

} // namespace rapport::hub
