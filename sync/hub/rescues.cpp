// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/rescues.h"

#include <QFile>

#include <chrono>

namespace rapport::hub
{

namespace
{

using namespace std::chrono_literals;

constexpr auto moment = 5s;
/// Of a device that brings them: films of a whole fair, from more than one other device.
constexpr UploadLimits limits{4ll * 1024 * 1024 * 1024, 4};

Error notHere()
{
    return {Error::Kind::Conflict, QStringLiteral("that file is not here")};
}

} // namespace

Rescues::Rescues(const QString& dataDir, const std::optional<QByteArray>& databaseKey)
    : m_uploads(dataDir + QStringLiteral("/rescue"), databaseKey, limits)
{
}

Result<wire::RescueReport> Rescues::carryOut(const AnnouncedFile& file, const TakeIn& takeIn)
{
    const std::lock_guard lock(m_oneAtATime);
    if (const auto checked = m_uploads.check(file); !checked)
        return checked.error().kind == Error::Kind::NotFound ? notHere() : checked.error();
    const PartialFile whole = m_uploads.partial(file);
    const auto content = whole.read();
    if (!content)
        return notHere();
    const auto report = takeIn(**content, [this] { return m_stopping.load(); });
    if (report || !wire::rescueWord(report.error()).isEmpty())
        whole.remove();
    return report;
}

std::optional<Result<wire::RescueReport>> Rescues::take(const AnnouncedFile& file, TakeIn takeIn)
{
    const QString name = m_uploads.partial(file).path();
    std::shared_future<Outcome> outcome;
    {
        const std::lock_guard lock(m_mutex);
        const bool isHere = m_uploads.partial(file).size() == file.size && QFile::exists(name);
        const auto begun = m_running.find(name);
        const bool ended = begun != m_running.end() && begun->second.wait_for(0s) == std::future_status::ready;
        if (begun != m_running.end() && (!ended || !isHere)) { // the answer may have been lost: the same one again
            outcome = begun->second;
        } else if (m_stopping || !isHere) {
            return Result<wire::RescueReport>(notHere());
        } else {
            outcome = std::async(std::launch::async, [this, file, takeIn = std::move(takeIn)] { return Outcome(carryOut(file, takeIn)); });
            m_running.insert_or_assign(name, outcome);
        }
    }
    if (outcome.wait_for(moment) != std::future_status::ready)
        return {};
    return outcome.get();
}

void Rescues::end()
{
    m_stopping = true;
    const std::lock_guard lock(m_mutex);
    for (const auto& [name, outcome] : m_running)
        outcome.wait();
}

} // namespace rapport::hub
