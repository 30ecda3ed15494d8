// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/draftwriter.h"
#include "desk.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using tests::Desk;
using tests::eventually;
using tests::FullDisk;

namespace
{

store::Conversation conversation(const Desk& desk)
{
    store::Conversation made;
    made.id = store::ConversationId::make();
    made.instanceId = QStringLiteral("uuid:") + made.id.text();
    made.startedAt = desk.clock();
    return made;
}

} // namespace

TEST_CASE("Of many states only the first and the newest are written", "[draft]")
{
    const Desk desk;
    DraftWriter writer(*desk.thread);
    const auto draft = conversation(desk);
    int writes = 0;
    QObject::connect(&writer, &DraftWriter::saved, [&writes] { ++writes; });
    for (int state = 0; state < 100; ++state)
        writer.save(draft, QByteArray::number(state));
    bool done = false;
    writer.flush([&done](const Status& status) { done = bool(status); });
    REQUIRE(eventually([&] { return done; }));
    CHECK(*desk.store->instance(draft.id) == "99");
    CHECK(writes <= 2);
    CHECK(writer.idle());
}

TEST_CASE("What the disk refuses is kept and written with the next try", "[draft]")
{
    const Desk desk;
    DraftWriter writer(*desk.thread);
    const auto draft = conversation(desk);
    std::optional<Error> refused;
    QObject::connect(&writer, &DraftWriter::failed, [&refused](const Error& error) { refused = error; });
    {
        const FullDisk full;
        writer.save(draft, "answers");
        writer.addFile({QStringLiteral("sign.png"), QStringLiteral("image/png"), "ink", {}});
        REQUIRE(eventually([&] { return refused.has_value(); }));
        CHECK_FALSE(writer.idle());
    }
    std::optional<bool> flushed;
    writer.flush([&flushed](const Status& status) { flushed = bool(status); });
    REQUIRE(eventually([&] { return flushed.has_value(); }));
    CHECK(*flushed);
    CHECK(*desk.store->instance(draft.id) == "answers");
}

TEST_CASE("What was asked of the store thread is done before it goes", "[draft]")
{
    Desk desk;
    std::vector<store::Conversation> drafts;
    for (int asked = 0; asked < 20; ++asked) {
        drafts.push_back(conversation(desk));
        (void)desk.thread->run([draft = drafts.back()](store::Store& store) { return store.saveDraft(draft, "answers"); }); // nobody waits for it
    }
    desk.thread.reset();
    CHECK(desk.store->drafts()->size() == drafts.size());
}

TEST_CASE("A file follows the answers that name it", "[draft]")
{
    const Desk desk;
    DraftWriter writer(*desk.thread);
    const auto draft = conversation(desk);
    writer.addFile({QStringLiteral("sign.png"), QStringLiteral("image/png"), "ink", {}});
    writer.save(draft, "names sign.png");
    bool done = false;
    writer.flush([&done](const Status&) { done = true; });
    REQUIRE(eventually([&] { return done; }));
    CHECK(*desk.store->attachment(draft.id, QStringLiteral("sign.png")) == "ink");
}
