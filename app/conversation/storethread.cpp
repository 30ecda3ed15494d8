// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/storethread.h"

namespace rapport::app
{

StoreThread::StoreThread()
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the same thread for ever: a connection stays where it was opened
}

StoreThread::~StoreThread()
{
    m_pool.waitForDone(); // not a last task waited for: a waiting QFuture takes it out of the queue and runs it here, before the others
}

Result<std::unique_ptr<StoreThread>> StoreThread::start(const Opener& open)
{
    std::unique_ptr<StoreThread> thread(new StoreThread);
    Status opened = ok();
    QtConcurrent::run(&thread->m_pool, [&] {
        auto store = open();
        if (store)
            thread->m_store = std::move(*store);
        else
            opened = store.error();
    }).waitForFinished();
    if (!opened)
        return opened.error();
    return thread;
}

} // namespace rapport::app
