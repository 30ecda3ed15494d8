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
    m_pool.waitForDone();
}

Result<std::unique_ptr<StoreThread>> StoreThread::start(const Opener& open)
{
    std::unique_ptr<StoreThread> thread(new StoreThread);
    const Status opened = thread
                              ->begin([&]() -> Status {
                                  auto store = open();
                                  if (!store)
                                      return store.error();
                                  thread->m_store = std::move(*store);
                                  return ok();
                              })
                              .result();
    if (!opened)
        return opened.error();
    return thread;
}

} // namespace rapport::app
