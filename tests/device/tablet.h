// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/hubsupport.h"
#include "support/faultproxy.h"
#include "sync/device/device.h"
#include "sync/store/store.h"

#include <QElapsedTimer>
#include <QThread>

#include <catch2/catch.hpp>

namespace rapport::test
{

/// A tablet whose only way to the hub is the proxy.
struct Tablet {
    explicit Tablet(hub::HubConfig config = {}) : office(std::move(config)) {}

    ServedFolder office;
    FaultProxy proxy{office.hub().port()};
    QTemporaryDir dir;
    std::unique_ptr<store::Store> store = open();
    std::unique_ptr<device::Courier> courier;

    Result<std::unique_ptr<store::Store>> openStore() const
    {
        return store::Store::open(dir.path(), store::DataKey(QByteArray(32, 'k')), systemClock());
    }
    std::unique_ptr<store::Store> open() const
    {
        auto opened = openStore();
        REQUIRE(opened);
        return std::move(*opened);
    }
    void switchOn()
    {
        courier = std::make_unique<device::Courier>([this] { return openStore(); }, systemClock());
        courier->setHub({proxy.url(), office.device().token});
    }
    store::ConversationId finish(const Visit& visit, const QByteArray& picture = {}, const std::vector<forms::EntityAction>& actions = {})
    {
        return finish(QStringLiteral("visit"), visit.instance, visit.xml(), picture, actions);
    }
    store::ConversationId finish(const Call& call) { return finish(QStringLiteral("call"), call.instance, call.xml(), {}, {}); }
    store::ConversationId finish(const QString& formId, const QByteArray& instance, const QByteArray& record, const QByteArray& picture,
                                 const std::vector<forms::EntityAction>& actions)
    {
        store::Conversation conversation;
        conversation.id = store::ConversationId::make();
        conversation.instanceId = QString::fromLatin1(instance);
        conversation.formId = formId;
        conversation.formVersion = QStringLiteral("1");
        conversation.startedAt = systemClock()();
        REQUIRE(store->saveDraft(conversation, record));
        if (!picture.isEmpty())
            REQUIRE(store->addAttachment(conversation.id, QStringLiteral("p.jpg"), QStringLiteral("image/jpeg"), picture));
        REQUIRE(store->finish(conversation, record, actions));
        return conversation.id;
    }
    store::ConversationState stateOf(store::ConversationId id) const
    {
        const auto conversation = store->conversation(id);
        REQUIRE(conversation);
        return conversation->state;
    }
    bool eventuallySent(store::ConversationId id) const
    {
        return eventually([&] { return stateOf(id) == store::ConversationState::Sent; });
    }
    template <typename Condition>
    bool eventually(Condition condition) const
    {
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < 20'000; QThread::msleep(10)) {
            if (condition())
                return true;
        }
        return false;
    }
    int submissions() { return static_cast<int>(office.admin().submissions().value_or({}).size()); }
};

} // namespace rapport::test
