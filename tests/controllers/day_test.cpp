// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/dayboard.h"
#include "desk.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using tests::Desk;
using tests::eventually;

namespace
{

store::Conversation conversation(const QDateTime& startedAt)
{
    store::Conversation made;
    made.id = store::ConversationId::make();
    made.instanceId = QStringLiteral("uuid:") + made.id.text();
    made.formId = QStringLiteral("trade_fair_conversation");
    made.formVersion = QStringLiteral("2027110906");
    made.title = QStringLiteral("Aylin Çelik");
    made.leadStatus = QStringLiteral("hot");
    made.startedAt = startedAt;
    return made;
}

const char* brochure = "<data xmlns='' id='trade_fair_conversation' version='2027110906'><contact><person><family_name>Çelik</family_name></person>"
                       "</contact><followups><kind>brochure</kind><f_due>2027-11-17</f_due><meta><entity dataset='followups' create='1' "
                       "id='0f2b1d6e-6d0a-4c8e-9a43-2b0a3a3fd001'><label>x</label></entity></meta></followups></data>";

} // namespace

TEST_CASE("The day shows today's conversations and what is still here of earlier days", "[day]")
{
    const Desk desk;
    const QDateTime now = desk.clock();
    const auto today = conversation(now), waiting = conversation(now.addDays(-2)), sent = conversation(now.addDays(-1));
    REQUIRE(desk.store->finish(today, brochure, {}));
    REQUIRE(desk.store->finish(waiting, brochure, {}));
    REQUIRE(desk.store->finish(sent, brochure, {}));
    REQUIRE(desk.store->recordDelivered(sent.instanceId));

    const auto day = DayReader(desk.clock).read(*desk.store);
    REQUIRE(day);
    REQUIRE(day->entries.size() == 2);
    CHECK(day->entries[0].conversation.id == today.id);
    CHECK(day->entries[1].conversation.id == waiting.id);
    CHECK(day->entries[0].queued);
    REQUIRE(day->entries[0].followUps.size() == 1);
    CHECK(day->entries[0].followUps.front() == FollowUp{QStringLiteral("brochure"), QDate(2027, 11, 17)});
    CHECK(day->occasion->title == QStringLiteral("KälteExpo 2027"));
    CHECK(day->customers == 2);
    CHECK(day->formTitle == QStringLiteral("Trade fair conversation"));
    CHECK_FALSE(day->draft);
}

TEST_CASE("The other forms of the occasion stand in its order, and those of no occasion are left out", "[day]")
{
    const Desk desk;
    CHECK(DayReader(desk.clock).read(*desk.store)->otherForms.empty()); // only the usual one is here
    for (const char* id : {"voice_of_customer", "product_configuration", "of_another_fair"}) {
        const QString name = QString::fromLatin1(id);
        REQUIRE(desk.store->putForm({name, QStringLiteral("1"), QStringLiteral("md5:1"), name.toUpper(), "<h:html/>"}));
    }
    const auto day = DayReader(desk.clock).read(*desk.store);
    REQUIRE(day);
    CHECK(day->otherForms == std::vector<OtherForm>{{QStringLiteral("product_configuration"), QStringLiteral("PRODUCT_CONFIGURATION")},
                                                    {QStringLiteral("voice_of_customer"), QStringLiteral("VOICE_OF_CUSTOMER")}});
}

TEST_CASE("An empty tablet has an empty day", "[day]")
{
    const QTemporaryDir dir;
    const auto store = store::Store::open(dir.path(), store::DataKey(QByteArray(32, 'k')), systemClock());
    REQUIRE(store);
    const auto day = DayReader(systemClock()).read(**store);
    REQUIRE(day);
    CHECK(day->entries.empty());
    CHECK_FALSE(day->occasion);
}

TEST_CASE("The board reads the day elsewhere and says when it is there", "[day]")
{
    const Desk desk;
    DayBoard board(*desk.thread, desk.clock);
    int changes = 0;
    QObject::connect(&board, &DayBoard::changed, [&changes] { ++changes; });
    CHECK_FALSE(board.isRead());
    for (int asked = 0; asked < 20; ++asked)
        board.refresh();
    REQUIRE(eventually([&] { return changes == 2; })); // the one under way, and one more
    CHECK(board.day().customers == 2);
}
