// SPDX-License-Identifier: Apache-2.0
#include "app/content/indexer.h"

#include "app/content/reading.h"
#include "app/conversation/whendone.h"

#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.content")

struct Unread {
    QString sha256;
    wire::AssetKind kind = wire::AssetKind::Pdf;
    std::shared_ptr<QIODevice> file;
};

/// The next one, or nothing. A file that cannot be opened comes again from the hub.
std::optional<Unread> nextOf(store::Store& store)
{
    const auto unread = store::unreadAssets(store);
    for (const QString& sha256 : unread.value_or(std::vector<QString>{})) {
        auto file = store::openAsset(store, sha256);
        if (!file)
            continue;
        const auto kind = wire::assetKindOf((*file)->peek(32));
        (*file)->moveToThread(nullptr); // another thread reads it
        return Unread{sha256, kind.value_or(wire::AssetKind::Pdf), std::shared_ptr<QIODevice>(std::move(*file))};
    }
    return {};
}

} // namespace

Indexer::Indexer(StoreThread& reading, StoreThread& writing, QObject* parent) : QObject(parent), m_reading(reading), m_writing(writing)
{
    m_pool.setMaxThreadCount(1);
}

Indexer::~Indexer()
{
    m_ending = true;
    m_pool.waitForDone();
}

bool Indexer::keep(const QString& sha256, const store::AssetReading& reading)
{
    const auto done = m_writing.run([sha256, reading](store::Store& store) { return store::keepReading(store, sha256, reading); }).result();
    if (!done)
        qCWarning(log) << "what was read out of an asset is not kept:" << done.error().detail;
    return bool(done);
}

void Indexer::look()
{
    m_again = true;
    if (!std::exchange(m_busy, true))
        readNext();
}

void Indexer::readNext()
{
    m_again = false;
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    m_pool.start([this, promise] {
        const auto next = m_ending ? std::nullopt : m_reading.run(nextOf).result();
        bool kept = false;
        if (next && !m_ending) {
            const store::AssetReading reading = readAsset(next->kind, *next->file, [this] { return m_ending.load(); });
            kept = !m_ending && keep(next->sha256, reading);
        }
        promise->addResult(kept);
        promise->finish();
    });
    whenDone(promise->future(), this, [this](bool kept) {
        if (kept)
            Q_EMIT read();
        if (kept || m_again)
            readNext();
        else
            m_busy = false;
    });
}

} // namespace rapport::app
