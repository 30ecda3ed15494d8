// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/storethread.h"
#include "forms/xform/form.h"

#include <QCache>
#include <QMutex>
#include <QQuickAsyncImageProvider>
#include <QThreadPool>

namespace rapport::app
{

/// Pictures of forms for the views: "image://form/ID/VERSION/NAME", no larger than the Image asks. What came with a form is decoded by the worker,
/// like any picture that is not ours. Off the UI thread; the small ones stay in memory, up to a bound.
class FormPictures : public QQuickAsyncImageProvider
{
public:
    static constexpr const char* name = "form";
    /// The source of "jr://images/pump.png" in @p form; empty where @p uri names no file.
    static QString source(const forms::Form& form, const QString& uri);

    explicit FormPictures(StoreThread& thread); ///< borrowed; it outlives the engine that has this
    ~FormPictures() override;

    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

private:
    class Response;
    QByteArray pictureOf(const QString& id, const QSize& wanted); ///< as JPEG; empty: it cannot be shown

    StoreThread& m_thread;
    QMutex m_mutex;
    QCache<QByteArray, QByteArray> m_small; ///< by the hash of the file
    QThreadPool m_pool;
};

} // namespace rapport::app
