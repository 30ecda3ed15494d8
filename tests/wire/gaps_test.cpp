// SPDX-License-Identifier: Apache-2.0
// "Don't know yet" becomes an open question of the person, and a later answer closes it.
#include "sync/wire/changes.h"
#include "sync/wire/gaps.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::wire;
using namespace Qt::StringLiterals;

namespace
{

const QString weber = u"be327623-a7d0-454a-9c2b-2664974d3441"_s, firm = u"1bed7614-03a7-42ca-a7a0-e7ce2e662e59"_s;

/// A talk with a known person, and two questions.
std::shared_ptr<const forms::Form> fair()
{
    const auto form = forms::Form::load(
        "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' "
        "xmlns:entities='http://www.opendatakit.org/xforms/entities'><h:head><h:title>Fair</h:title><model entities:entities-version='2024.1.0'>"
        "<instance><data id='fair' version='1'><username/><end/><firm/><who/><stores/><signs/><sum/><meta><entity dataset='contacts' id='' "
        "update='1' "
        "baseVersion=''/><instanceID/></meta></data></instance>"
        "<bind nodeset='/data/firm' entities:saveto='organisation_id'/><bind nodeset='/data/sum' calculate='1 + 1'/></model></h:head>"
        "<h:body><input ref='/data/stores'><label>Which  stores <output value='/data/firm'/> first?</label></input>"
        "<input ref='/data/signs'><label>Who signs?</label></input></h:body></h:html>");
    INFO((form ? std::string() : form.error().detail.toStdString()));
    REQUIRE(form);
    return *form;
}

QByteArray record(const char* instance, const char* end, const QByteArray& stores, const QByteArray& signs = "<signs/>",
                  const QByteArray& who = weber.toUtf8())
{
    return "<data id='fair' version='1' xmlns:rapport='urn:rapport:xforms:1'><username>m.hansen</username><end>" + QByteArray(end) + "</end><firm>" +
           firm.toUtf8() + "</firm>" + stores + signs + "<sum>2</sum><meta><entity dataset='contacts' id='" + who +
           "' update='1' baseVersion='1'/><instanceID>uuid:" + instance + "</instanceID></meta></data>";
}

/// What the record says of gaps where these rows are.
std::vector<forms::EntityAction> said(const QByteArray& xml, const std::vector<KnownRow>& here = {})
{
    const auto head = parseSubmissionHead(xml);
    REQUIRE(head);
    const auto changes = changesOf(*fair(), *head, xml);
    REQUIRE(changes);
    auto gaps = gapsOf(*fair(), *head, xml, *changes);
    REQUIRE(gaps);
    REQUIRE(settleGaps(*gaps, [&](const QStringList& ids) {
        std::vector<KnownRow> found;
        for (const KnownRow& row : here) {
            if (ids.contains(row.id))
                found.push_back(row);
        }
        return Result<std::vector<KnownRow>>(found);
    }));
    return *gaps;
}

const QByteArray unknown = "<stores rapport:unknown='true'/>", answered = "<stores>Mannheim</stores>";

} // namespace

TEST_CASE("What is not known yet becomes an open question of the person, in the words of the form", "[gaps]")
{
    const auto gaps = said(record("1", "2027-11-10T09:12:00.000Z", unknown));
    REQUIRE(gaps.size() == 1);
    const forms::EntityAction& gap = gaps.front();
    CHECK(gap.list == u"briefings");
    CHECK(gap.create);
    CHECK(gap.label == u"Which stores … first?");
    CHECK(gap.properties.at(u"kind"_s) == u"gap");
    CHECK(gap.properties.at(u"contact_id"_s) == weber);
    CHECK(gap.properties.at(u"organisation_id"_s) == firm);
    CHECK(gap.properties.at(u"author"_s) == u"m.hansen");
    CHECK(gap.properties.at(u"as_of"_s) == u"2027-11-10T09:12:00.000Z");
    CHECK(gap.properties.at(u"question"_s) == u"/data/stores");
}

TEST_CASE("The same question that is open again for the same person is the same gap, for another one another", "[gaps]")
{
    const QString first = said(record("1", "2027-11-10T09:12:00.000Z", unknown)).front().id;
    CHECK(said(record("2", "2027-11-11T09:12:00.000Z", unknown)).front().id == first);
    CHECK(said(record("3", "2027-11-11T09:12:00.000Z", unknown, "<signs/>", "5bdc9531-9c63-41af-8ad2-4531d71a1a39")).front().id != first);
    CHECK(said(record("4", "2027-11-11T09:12:00.000Z", "<stores/>", "<signs rapport:unknown='true'/>")).front().id != first);
}

TEST_CASE("A later answer closes the gap; where none was open an answer says nothing of gaps", "[gaps]")
{
    CHECK(said(record("1", "2027-11-10T09:12:00.000Z", answered)).empty());
    const auto open = said(record("1", "2027-11-10T09:12:00.000Z", unknown)).front();
    const std::vector<KnownRow> here{{open.id, open.properties}};
    const auto closing = said(record("2", "2027-11-12T10:00:00.000Z", answered, "<signs>COO</signs>"), here);
    REQUIRE(closing.size() == 1); // who signs was never open
    CHECK(closing.front().id == open.id);
    CHECK(closing.front().update);
    CHECK(closing.front().properties.at(u"answered_at"_s) == u"2027-11-12T10:00:00.000Z");
    CHECK(closing.front().properties.at(u"answered_by"_s) == u"m.hansen");
    CHECK_FALSE(closing.front().properties.contains(u"body"_s)); // the rest of it stays

    INFO("passed over is neither");
    CHECK(said(record("3", "2027-11-12T10:00:00.000Z", "<stores/>"), here).empty());
}

TEST_CASE("In whatever order records arrive, what was said last holds", "[gaps]")
{
    auto open = said(record("1", "2027-11-10T09:12:00.000Z", unknown)).front();
    CHECK(said(record("0", "2027-11-09T09:12:00.000Z", answered), {{open.id, open.properties}}).empty()); // answered before it was asked again
    open.properties[u"answered_at"_s] = u"2027-11-12T10:00:00.000Z"_s;
    CHECK(said(record("2", "2027-11-11T09:12:00.000Z", unknown), {{open.id, open.properties}}).empty());
    const auto again = said(record("3", "2027-11-13T09:12:00.000Z", unknown), {{open.id, open.properties}});
    REQUIRE(again.size() == 1);
    CHECK(again.front().properties.at(u"answered_at"_s).isEmpty()); // it is open again
}

TEST_CASE("A record that names nobody leaves no gaps", "[gaps]")
{
    CHECK(said(record("1", "2027-11-10T09:12:00.000Z", unknown, "<signs/>", "")).empty());
}
