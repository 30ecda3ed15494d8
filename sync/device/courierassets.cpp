// SPDX-License-Identifier: Apache-2.0
// Content comes after everything else: file by file, a piece at a time, so that whatever becomes due goes before the next piece. What comes over a
// network whose data are counted obeys the same rules as what goes out (link.h).
#include "sync/device/content.h"
#include "sync/device/courier_private.h"
#include "sync/store/assets.h"

#include <QElapsedTimer>
#include <QLoggingCategory>

#include <algorithm>

namespace rapport::device
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.sync")

using namespace std::chrono_literals;

constexpr auto turn = 10s;
/// Whole chunks of the files on the disk, so that all of a piece is kept.
constexpr qint64 smallestPiece = 64 * 1024, largestPiece = 2 * 1024 * 1024;

qint64 nextPiece(qint64 bytes, std::chrono::milliseconds took)
{
    if (took < 1s)
        return std::min(bytes * 2, largestPiece);
    return took > 3s ? std::max(bytes / 2, smallestPiece) : bytes;
}

} // namespace

/// What may come now; the rest is counted for whoever asks why it is not here.
std::vector<store::ComingAsset> CourierWorker::assetsThatMayCome()
{
    const auto coming = store::comingAssets(*m_store);
    if (!coming) {
        qCWarning(log) << "which files of assets are missing cannot be read:" << coming.error().detail;
        return {};
    }
    const LinkRules rules = linkRules(*m_store).value_or(LinkRules());
    std::vector<store::ComingAsset> now;
    FilesToCome going, held;
    for (const store::ComingAsset& one : *coming) {
        const Passage passage = rules.passageOf(one.size - one.offset, link());
        FilesToCome& sum = passage == Passage::Goes ? going : held;
        ++sum.files;
        sum.bytes += one.size - one.offset;
        sum.passage = passage;
        if (passage == Passage::Goes && !m_assetsRefused.contains(one.sha256))
            now.push_back(one);
    }
    if (const FilesToCome seen = held.files > 0 ? held : going; !(seen == filesToCome(*m_store).value_or(FilesToCome()))) {
        if (const auto kept = keepFilesToCome(*m_store, seen); !kept)
            qCWarning(log) << "what is still to come is not kept:" << kept.error().detail;
        m_contentMoved = true;
    }
    return now;
}

/// Whoever shows content hears of it once a turn, not with each file.
void CourierWorker::fetchContent()
{
    if (!std::exchange(m_assetsDue, false))
        return;
    fetchAssets();
    if (std::exchange(m_contentMoved, false))
        Q_EMIT downloaded();
}

void CourierWorker::fetchAssets()
{
    QElapsedTimer clock;
    clock.start();
    const auto leave = [&] { return m_again || m_interrupted || m_exchange->isStopping() || std::chrono::milliseconds(clock.elapsed()) > turn; };
    for (auto coming = assetsThatMayCome(); !coming.empty(); coming = assetsThatMayCome()) {
        const AssetStep step = fetchAsset(coming.front(), leave);
        if (step == AssetStep::Refused)
            m_assetsRefused.insert(coming.front().sha256);
        m_assetsDue = step == AssetStep::Away; // with the next round that reaches the hub
        if (step == AssetStep::Away || step == AssetStep::NoRoom)
            return;
        if (leave()) {
            m_assetsDue = m_filesDue = true;
            return;
        }
    }
}

CourierWorker::AssetStep CourierWorker::fetchAsset(store::ComingAsset coming, const std::function<bool()>& leave)
{
    while (coming.offset < coming.size) {
        if (leave())
            return AssetStep::Interrupted;
        const qint64 length = std::min(m_assetPiece, coming.size - coming.offset);
        const QString path = QStringLiteral("/v1/blobs/") + coming.sha256;
        QElapsedTimer clock;
        clock.start();
        Outcome outcome = m_exchange->getPiece(path, coming.offset, length);
        if (renewed(outcome))
            outcome = m_exchange->getPiece(path, coming.offset, length);
        if (m_exchange->isStopping())
            return AssetStep::Away;
        if (!heard(outcome)) {
            m_assetPiece = smallestPiece;
            return outcome.kind == Outcome::Kind::Refused ? AssetStep::Refused : AssetStep::Away;
        }
        m_assetPiece = nextPiece(m_assetPiece, std::chrono::milliseconds(clock.elapsed()));
        if (const auto kept = store::keepAssetPiece(*m_store, coming, outcome.body); !kept) {
            qCWarning(log) << "a piece of an asset could not be kept:" << kept.error().detail;
            return AssetStep::NoRoom;
        }
        coming.offset += outcome.body.size();
    }
    const auto settled = store::settleAsset(*m_store, coming);
    if (!settled) {
        qCWarning(log) << "the file of an asset could not be kept:" << settled.error().detail;
        return settled.error().kind == Error::Kind::Corrupt ? AssetStep::Refused : AssetStep::NoRoom;
    }
    qCInfo(log) << "the file of an asset is here," << coming.size << "bytes";
    m_contentMoved = true;
    return AssetStep::Whole;
}

/// Once the lists are new: what is over goes, and what could not be had may be there now.
void CourierWorker::sweepAssets()
{
    m_assetsDue = true;
    m_assetsRefused.clear();
    if (const auto swept = store::sweepAssets(*m_store); !swept)
        qCWarning(log) << "files of assets that are over could not be put away:" << swept.error().detail;
}

} // namespace rapport::device
