// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/uploads.h"
#include "sync/wire/rescue.h"

#include <QIODevice>

#include <atomic>
#include <functional>
#include <future>
#include <map>
#include <mutex>

namespace rapport::hub
{

/// Rescue files that other devices bring, in DIR/rescue/DEVICE.SHA256 until they have been taken in. That may take a while: it goes on in a thread of
/// its own, one file at a time, and whoever asks again learns how it ended.
class Rescues
{
public:
    using TakeIn = std::function<Result<wire::RescueReport>(QIODevice&, const std::function<bool()>& isStopping)>;

    Rescues(const QString& dataDir, const std::optional<QByteArray>& databaseKey);
    ~Rescues() { end(); }

    Uploads& uploads() { return m_uploads; }
    const Uploads& uploads() const { return m_uploads; }
    /// Begins to take in what is here whole, unless it has begun already, and waits a moment. Nothing: not done yet. Conflict: it is not here. What
    /// was taken in or will never be is put away.
    std::optional<Result<wire::RescueReport>> take(const AnnouncedFile& file, TakeIn takeIn);
    void end(); ///< what is being taken in ends after its record; nothing begins any more

private:
    using Outcome = std::optional<Result<wire::RescueReport>>;
    Result<wire::RescueReport> carryOut(const AnnouncedFile& file, const TakeIn& takeIn);

    Uploads m_uploads;
    std::atomic<bool> m_stopping = false;
    std::mutex m_oneAtATime, m_mutex; ///< the second of m_running
    std::map<QString, std::shared_future<Outcome>> m_running;
};

} // namespace rapport::hub
