// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFutureWatcher>

namespace rapport::app
{

/// Calls @p then(result) on the thread of @p context once @p future has it; not at all where @p context goes first. QFuture::then(context, …) of
/// Qt 6.4 asserts in that case.
template <typename T, typename Then>
void whenDone(const QFuture<T>& future, QObject* context, Then then)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, task = std::move(then)]() mutable {
        watcher->deleteLater();
        task(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace rapport::app
