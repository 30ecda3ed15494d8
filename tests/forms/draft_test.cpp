// SPDX-License-Identifier: Apache-2.0
#include "forms/session/entityactions.h"
#include "forms/xform/tables.h"
#include "formsupport.h"

#include <catch2/catch.hpp>

using namespace rapport::forms;
using namespace rapport::tests;

namespace
{

const QByteArray visit = xform("<data id='visit' version='1'><start/><ask/><g><what/></g><r jr:template=''><x/></r><r><x/></r><stamp/>"
                               "<meta><instanceID/><instanceName/></meta></data>",
                               "<bind nodeset='/data/g' relevant=\"/data/ask = 'yes'\"/><bind nodeset='/data/start' jr:preload='timestamp' "
                               "jr:preloadParams='start'/><bind nodeset='/data/meta/instanceID' jr:preload='uid'/>"
                               "<bind nodeset='/data/meta/instanceName' calculate=\"concat('Visit ', /data/g/what)\"/>"
                               "<setvalue ref='/data/stamp' event='odk-instance-first-load' value='uuid()'/>",
                               "<input ref='/data/ask'/><input ref='/data/g/what'/><group ref='/data/r'><repeat nodeset='/data/r'>"
                               "<input ref='/data/r/x'/></repeat></group>");

std::shared_ptr<const Form> form()
{
    auto loaded = Form::load(visit);
    REQUIRE(loaded);
    return *loaded;
}

std::unique_ptr<FormSession> started()
{
    auto session = FormSession::start(form(), {});
    REQUIRE(session);
    return std::move(*session);
}

} // namespace

TEST_CASE("A draft comes back with all that was in it, hidden answers and gaps too", "[forms][draft]")
{
    Filling f(started());
    f.set(QStringLiteral("/data/ask"), QStringLiteral("yes"));
    f.set(QStringLiteral("/data/g/what"), QStringLiteral("<Pump> & \"valve\" é"));
    f.set(QStringLiteral("/data/ask"), QStringLiteral("no"));
    f.add(QStringLiteral("/data/r"));
    f.set(QStringLiteral("/data/r[1]/x"), QStringLiteral(" one "));
    REQUIRE(f.session().setUnknown(f.at(QStringLiteral("/data/r[2]/x")).id, true));
    const QByteArray draft = f.session().serialize(FormSession::Keep::Everything);

    auto again = FormSession::restore(form(), draft, {});
    REQUIRE(again);
    Filling g(std::move(*again));
    CHECK(g.session().serialize(FormSession::Keep::Everything) == draft);
    CHECK(g.session().instanceId() == f.session().instanceId());
    CHECK(g.value(QStringLiteral("/data/r[1]/x")) == QStringLiteral(" one "));
    CHECK(g.at(QStringLiteral("/data/r[2]/x")).unknown);
    g.set(QStringLiteral("/data/ask"), QStringLiteral("yes"));
    CHECK(g.value(QStringLiteral("/data/g/what")) == QStringLiteral("<Pump> & \"valve\" é"));
    CHECK(g.session().instanceName() == QStringLiteral("Visit <Pump> & \"valve\" é"));
}

TEST_CASE("A scanned code full of control characters leaves a record that can be read", "[forms][draft]")
{
    Filling f(started());
    f.set(QStringLiteral("/data/ask"), QStringLiteral("a\x01\x1f z\t") + QChar(0xd83d) + QChar(0xffff) + QStringLiteral("\U0001F600"));
    CHECK(f.value(QStringLiteral("/data/ask")) == QStringLiteral("a z\t\U0001F600"));
    auto again = FormSession::restore(form(), f.session().serialize(FormSession::Keep::Everything), {});
    REQUIRE(again);
    CHECK((*again)->node(*(*again)->find(u"/data/ask")).value == f.value(QStringLiteral("/data/ask")));
}

TEST_CASE("A series that was emptied stays empty in its draft", "[forms][draft]")
{
    Filling f(started());
    f.remove(QStringLiteral("/data/r"), 0);
    auto again = FormSession::restore(form(), f.session().serialize(FormSession::Keep::Everything), {});
    REQUIRE(again);
    CHECK(!(*again)->find(u"/data/r[1]"));
}

TEST_CASE("Who goes on with a colleague's draft is its author, and when it began stays", "[forms][draft]")
{
    const QByteArray xml = xform("<data id='job' version='1'><begun/><name/><meta><instanceID/><userID/></meta></data>",
                                 "<bind nodeset='/data/begun' jr:preload='timestamp' jr:preloadParams='start'/>"
                                 "<bind nodeset='/data/meta/userID' jr:preload='property' jr:preloadParams='username'/>",
                                 "<input ref='/data/name'/>");
    auto job = Form::load(xml);
    REQUIRE(job);
    Environment adi, sari;
    adi.username = QStringLiteral("a.putra");
    sari.username = QStringLiteral("s.wirawan");
    auto begun = FormSession::start(*job, adi);
    REQUIRE(begun);
    const QString when = (*begun)->node(*(*begun)->find(u"/data/begun")).value;
    auto taken = FormSession::restore(*job, (*begun)->serialize(FormSession::Keep::Everything), sari);
    REQUIRE(taken);
    CHECK((*taken)->submission().xml.contains("<userID>a.putra</userID>"));
    (*taken)->askWhoAgain();
    CHECK((*taken)->submission().xml.contains("<userID>s.wirawan</userID>"));
    CHECK((*taken)->instanceId() == (*begun)->instanceId());
    CHECK((*taken)->node(*(*taken)->find(u"/data/begun")).value == when);
}

TEST_CASE("A draft stays what it was made of, whatever the office has changed since", "[forms][draft][entities]")
{
    const QByteArray xml =
        xform("<data id='t'><who/><phone/><meta><entity dataset='contacts' update='1' id='' baseVersion='' trunkVersion='' "
              "branchId=''/></meta></data>",
              "<bind nodeset='/data/phone' entities:saveto='phone'/><bind nodeset='/data/meta/entity/@id' calculate='/data/who'/>"
              "<bind nodeset='/data/meta/entity/@baseVersion' calculate=\"instance('contacts')/root/item[name=/data/who]/__version\"/>"
              "<bind nodeset='/data/meta/entity/@trunkVersion' "
              "calculate=\"instance('contacts')/root/item[name=/data/who]/__trunkVersion\"/>",
              "<input ref='/data/who'/><input ref='/data/phone'/>", "<instance id='contacts' src='jr://file-csv/contacts.csv'/>");
    const QString ana = QStringLiteral("11111111-1111-4111-8111-111111111111"), ben = QStringLiteral("22222222-2222-4222-8222-222222222222");
    const auto loaded = [&](const QByteArray& table) {
        LoadOptions options;
        options.sources = [table](const QString&) -> std::shared_ptr<const ItemSource> { return *readCsv(table); };
        auto form = Form::load(xml, options);
        REQUIRE(form);
        return *form;
    };
    const auto before = loaded("name,label,__version,__trunkVersion\n" + ana.toUtf8() + ",Ana,3,\n" + ben.toUtf8() + ",Ben,8,7\n");
    const auto after = loaded("name,label,__version,__trunkVersion\n" + ana.toUtf8() + ",Ana,5,4\n" + ben.toUtf8() + ",Ben,9,\n");
    const auto madeOf = [&](Filling& f) {
        const auto actions = entityActions(f.session().form(), f.session().serialize(FormSession::Keep::RelevantOnly));
        REQUIRE(actions);
        REQUIRE(actions->size() == 1);
        return std::to_string(actions->front().baseVersion.value_or(0)) + ' ' + actions->front().trunkVersion.toStdString();
    };
    auto session = FormSession::start(before, {});
    REQUIRE(session);
    Filling f(std::move(*session));
    f.set(QStringLiteral("/data/who"), ana);
    f.set(QStringLiteral("/data/phone"), QStringLiteral("…0119"));
    CHECK(madeOf(f) == "3 ");

    const QByteArray draft = f.session().serialize(FormSession::Keep::Everything);
    SECTION("when it is taken up again")
    {
        auto restored = FormSession::restore(after, draft, {});
        REQUIRE(restored);
        Filling g(std::move(*restored));
        CHECK(madeOf(g) == "3 ");
        g.set(QStringLiteral("/data/phone"), QStringLiteral("…0120"));
        CHECK(madeOf(g) == "3 ");
        g.set(QStringLiteral("/data/who"), ben);
        CHECK(madeOf(g) == "9 "); // who is picked now is seen as he is now
        g.set(QStringLiteral("/data/who"), ana);
        CHECK(madeOf(g) == "5 4");
    }
    SECTION("when it is corrected")
    {
        auto correction = FormSession::edit(after, draft, {});
        REQUIRE(correction);
        Filling g(std::move(*correction));
        CHECK(madeOf(g) == "3 ");
    }
}

TEST_CASE("What is no draft of this form is refused", "[forms][draft]")
{
    struct Row {
        const char* note;
        QByteArray xml;
    };
    const auto row = GENERATE(values<Row>({
        {"nothing", {}},
        {"torn", "<data id='visit'><ask>y"},
        {"another form's", "<other id='visit'/>"},
        {"HTML", "<!DOCTYPE html><html/>"},
    }));
    INFO(row.note);
    CHECK(!FormSession::restore(form(), row.xml, {}));
}

TEST_CASE("A correction has a new id and names the one that it corrects", "[forms][draft]")
{
    Filling f(started());
    const QString first = f.session().instanceId();
    CHECK(first.startsWith(QStringLiteral("uuid:")));
    auto edited = FormSession::edit(form(), f.session().submission().xml, {});
    REQUIRE(edited);
    CHECK((*edited)->instanceId() != first);
    const QByteArray sent = (*edited)->submission().xml;
    CHECK(sent.contains("<deprecatedID>" + first.toUtf8() + "</deprecatedID>"));
    CHECK((*edited)->node(*(*edited)->find(u"/data/stamp")).value == f.value(QStringLiteral("/data/stamp"))); // no second first load

    SECTION("also after its draft was reopened")
    {
        auto again = FormSession::restore(form(), (*edited)->serialize(FormSession::Keep::Everything), {});
        REQUIRE(again);
        CHECK((*again)->submission().xml == sent);
    }
}

TEST_CASE("Chance and time come from outside: the same ones make the same record", "[forms][draft]")
{
    const auto make = [] {
        Environment environment;
        environment.now = [] { return QDateTime(QDate(2027, 1, 15), QTime(9, 30), Qt::OffsetFromUTC, 7 * 3600); };
        environment.random = [state = quint32(7)]() mutable { return state = state * 1664525u + 1013904223u; };
        auto session = FormSession::start(form(), environment);
        REQUIRE(session);
        return (*session)->submission().xml;
    };
    const QByteArray record = make();
    CHECK(record == make());
    CHECK(record.contains("<start>2027-01-15T09:30:00.000+07:00</start>"));
}

TEST_CASE("Entity actions are the same for device and hub, and a bad one never blocks the others", "[forms][entities]")
{
    const QByteArray xml =
        xform("<data id='t'><c><mail/><hidden/><meta><entity dataset='contacts' create='' update='' id='' baseVersion=''><label/></entity></meta></c>"
              "<r jr:template=''><k/><meta><entity dataset='followups' create='1' id=''><label/></entity></meta></r>"
              "<r><k/><meta><entity dataset='followups' create='1' id=''><label/></entity></meta></r></data>",
              "<bind nodeset='/data/c/mail' entities:saveto='email'/><bind nodeset='/data/c/hidden' entities:saveto='phone'/>"
              "<bind nodeset='/data/r/k' entities:saveto='kind'/>",
              "<input ref='/data/c/mail'/><repeat nodeset='/data/r'><input ref='/data/r/k'/></repeat>");
    const auto loaded = Form::load(xml);
    REQUIRE(loaded);
    const QByteArray record =
        "<data id='t'><c><mail/><meta><entity dataset='contacts' create='0' update='true' baseVersion='3' "
        "id='11111111-1111-4111-8111-11111111111A'><label>Ana</label></entity></meta></c>"
        "<r><k>call</k><meta><entity dataset='followups' create='1' id=''><label>Call</label></entity></meta></r>"
        "<r><k>offer</k><meta><entity dataset='followups' create='true' id='22222222-2222-4222-8222-222222222222'>"
        "<label>Offer</label></entity></meta></r>"
        "<r><k/><meta><entity dataset='followups' create='false' id='33333333-2222-4222-8222-222222222222'><label/></entity></meta></r></data>";
    QStringList faults;
    const auto actions = entityActions(**loaded, record, &faults);
    REQUIRE(actions);
    REQUIRE(actions->size() == 2);
    const EntityAction& contact = actions->front();
    CHECK(contact.update);
    CHECK(contact.id == QStringLiteral("11111111-1111-4111-8111-11111111111a"));
    CHECK(contact.baseVersion == 3);
    CHECK(contact.properties == std::map<QString, QString>{{QStringLiteral("email"), QString()}}); // relevant and empty: clears; hidden: kept
    CHECK(actions->back().path == QStringLiteral("/data/r[2]"));
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().contains(QStringLiteral("/data/r[1]")));
}
