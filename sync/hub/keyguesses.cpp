// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/keyguesses.h"

#include <algorithm>

namespace rapport::hub
{

namespace
{

constexpr int freeGuesses = 5, mostDoublings = 10;
constexpr std::chrono::seconds longestWait{15 * 60}, memory{60 * 60};
constexpr std::size_t mostAddresses = 10'000, mostKeys = 100'000;

std::chrono::seconds waitAfter(int wrong)
{
    if (wrong < freeGuesses)
        return std::chrono::seconds(0);
    return std::min(longestWait, std::chrono::seconds(1ll << std::min(wrong - freeGuesses, mostDoublings)));
}

} // namespace

std::chrono::seconds KeyGuesses::wait(const QString& address, const QByteArray& keyHash, const QDateTime& now)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_wrong.find(address);
    if (known == m_wrong.end() || m_right.contains(keyHash))
        return std::chrono::seconds(0);
    const qint64 left = waitAfter(known->second.count).count() - known->second.last.secsTo(now);
    return std::clamp(std::chrono::seconds(left), std::chrono::seconds(0), longestWait); // also where somebody has set the clock
}

void KeyGuesses::noteRight(const QByteArray& keyHash)
{
    const std::lock_guard lock(m_mutex);
    if (m_right.size() < mostKeys)
        m_right.insert(keyHash);
}

void KeyGuesses::noteWrong(const QString& address, const QDateTime& now)
{
    const std::lock_guard lock(m_mutex);
    forget(now);
    Wrong& wrong = m_wrong[address];
    ++wrong.count;
    wrong.last = now;
}

/// What is long ago; where there are too many addresses all the same, those that have guessed the longest time ago.
void KeyGuesses::forget(const QDateTime& now)
{
    std::erase_if(m_wrong, [&](const auto& one) { return one.second.last.secsTo(now) > memory.count(); });
    if (m_wrong.size() >= mostAddresses)
        m_wrong.erase(
            std::min_element(m_wrong.begin(), m_wrong.end(), [](const auto& one, const auto& other) { return one.second.last < other.second.last; }));
}

} // namespace rapport::hub
