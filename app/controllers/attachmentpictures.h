// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/storethread.h"

#include <QQuickAsyncImageProvider>
#include <QThreadPool>

namespace rapport::app
{

/// Pictures of conversations for the views: "image://attachment/CONVERSATION/NAME" is the small one, "image://attachment/CONVERSATION/NAME/whole" all
/// of it. A small one that was not kept yet is made by the worker, once. Off the UI thread.
class AttachmentPictures : public QQuickAsyncImageProvider
{
public:
    static constexpr const char* name = "attachment";
    enum class Size { Small, Whole };
    static QString source(store::ConversationId conversation, const QString& attachment, Size size);

    explicit AttachmentPictures(StoreThread& thread); ///< borrowed; it outlives the engine that has this
    ~AttachmentPictures() override;

    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

private:
    StoreThread& m_thread;
    QThreadPool m_pool;
};

} // namespace rapport::app
