// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/storethread.h"
#include "sync/store/assets.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace rapport::app
{

/// Reads, one after another and once each, the files of assets that have come and that nobody has looked at.
class Indexer : public QObject
{
    Q_OBJECT

public:
    Indexer(StoreThread& reading, StoreThread& writing, QObject* parent = nullptr); ///< borrows both
    ~Indexer() override;                                                            ///< after the page under way

    void look(); ///< whenever files may have come
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void read(); ///< one more has its cover and its text

private:
    void readNext();
    bool keep(const QString& sha256, const store::AssetReading& reading);

    StoreThread &m_reading, &m_writing;
    std::atomic<bool> m_ending = false;
    bool m_busy = false, m_again = false;
    QThreadPool m_pool;
};

} // namespace rapport::app
