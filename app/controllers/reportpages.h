// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/storethread.h"
#include "app/report/content.h"

#include <QQuickAsyncImageProvider>
#include <QThreadPool>

namespace rapport::app
{

/// The pages of reports for the views: "image://report/CONVERSATION/NAME/MAKING/PAGE", as wide as the Image asks. They are drawn by the worker from
/// the file that was kept, one at a time: what is seen is what is handed over.
class ReportPages : public QQuickAsyncImageProvider
{
public:
    static constexpr const char* name = "report";
    static QString nameOf(const QString& language, report::Audience audience); ///< of a kept report: "de-customer"
    /// @p making: counts what has been made, so that no older picture of the page is shown. @p page: from 1.
    static QString source(store::ConversationId conversation, const QString& name, int making, int page);

    explicit ReportPages(StoreThread& thread); ///< borrowed; it outlives the engine that has this
    ~ReportPages() override;

    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

private:
    StoreThread& m_thread;
    QThreadPool m_pool;
};

} // namespace rapport::app
