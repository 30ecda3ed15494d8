// SPDX-License-Identifier: Apache-2.0
// What a report says, without pages.
#include "app/report/report.h"
#include "report/visit.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::report;
using namespace rapport::tests;
using namespace Qt::StringLiterals;

namespace
{

Content told(Visit& visit, store::ConversationId id, Audience audience = Audience::Customer, const QString& language = u"en"_s)
{
    auto content = compose(*visit.store, {id, language, audience});
    INFO((content ? std::string() : content.error().detail.toStdString()));
    REQUIRE(content);
    return *content;
}

const Part* partOf(const Content& content, const QString& title)
{
    for (const Part& part : content.parts) {
        if (part.title == title)
            return &part;
    }
    return nullptr;
}

template <typename Wanted>
std::vector<Wanted> all(const Content& content)
{
    std::vector<Wanted> found;
    for (const Part& part : content.parts) {
        for (const Block& block : part.blocks) {
            if (const auto* one = std::get_if<Wanted>(&block))
                found.push_back(*one);
        }
    }
    return found;
}

QString factOf(const Content& content, const QString& label)
{
    for (const Fact& fact : content.facts) {
        if (fact.label == label)
            return fact.value;
    }
    return {};
}

QString everythingIn(const Content& content)
{
    QStringList words{content.title, content.customer, content.fileName};
    for (const Fact& fact : content.facts)
        words << fact.label << fact.value;
    for (const Part& part : content.parts)
        words << part.title;
    for (const Line& line : all<Line>(content))
        words << line.label << line.value;
    for (const Heading& heading : all<Heading>(content))
        words << heading.text;
    for (const Remark& remark : all<Remark>(content))
        words << remark.text;
    return words.join(u'\n');
}

/// A form whose questions are for different readers.
QByteArray formOfAll(const QByteArray& rootVisibility = "shared")
{
    return "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:rapport='urn:rapport:xforms:1'>"
           "<h:head><h:title>Visit</h:title><model><instance><data id='visit' version='7' rapport:visibility='" +
           rootVisibility +
           "'><open/><ours/><judged/><secret/><room><inside/></room><photo/><meta><instanceID/></meta></data></instance>"
           "<bind nodeset='/data/open' type='string'/><bind nodeset='/data/ours' type='string' rapport:visibility='internal'/>"
           "<bind nodeset='/data/judged' type='string' rapport:visibility='internal-person'/><bind nodeset='/data/secret' type='string'/>"
           "<bind nodeset='/data/room' rapport:visibility='internal'/><bind nodeset='/data/room/inside' type='string' rapport:visibility='shared'/>"
           "<bind nodeset='/data/photo' type='binary'/></model></h:head><h:body>"
           "<input ref='/data/open'><label>Open</label></input><input ref='/data/ours'><label>Ours</label></input>"
           "<input ref='/data/judged'><label>Judged</label></input><input ref='/data/secret' appearance='masked'><label>Secret</label></input>"
           "<group ref='/data/room'><label>Back room</label><input ref='/data/room/inside'><label>Inside</label></input></group>"
           "<upload ref='/data/photo' mediatype='image/*'><label>Photo</label></upload></h:body></h:html>";
}

void fillAll(forms::FormSession& session)
{
    say(session, u"open"_s, u"what all may read"_s);
    say(session, u"ours"_s, u"what we may read"_s);
    say(session, u"judged"_s, u"what nobody may print"_s);
    say(session, u"secret"_s, u"hunter2"_s);
    say(session, u"inside"_s, u"told although its group is not"_s);
}

} // namespace

TEST_CASE("A service visit is told with its subject, its sections and its record", "[report]")
{
    Visit visit;
    const auto id = maintenance(visit);
    const Content content = told(visit, id, Audience::Customer, u"id"_s);
    CHECK(content.issuer == u"Nordfrost Systems GmbH");
    CHECK(content.title == u"Maintenance checklist");
    CHECK(factOf(content, u"Mesin"_s).contains(u"PX200-24-01044"_s));
    CHECK_FALSE(factOf(content, u"Pelanggan"_s).isEmpty());
    CHECK(factOf(content, u"Tanggal dan waktu"_s).startsWith(u"10 November 2027, 09.15"_s));
    CHECK(content.form.contains(u"maintenance_checklist"_s));
    CHECK(content.sha256.size() == 64);
    REQUIRE(partOf(content, u"Kabinet"_s));
    CHECK(partOf(content, u"Kabinet"_s)->blocks.front() == Block(Line{u"Bagian dalam bersih"_s, u"Baik"_s}));

    const auto tables = all<Measurements>(content);
    REQUIRE(tables.size() == 1);
    REQUIRE(tables[0].rows.size() == 3); // the first and the second measurement of the pressure, and the temperature
    CHECK(tables[0].what == u"Besaran");
    const Measured first = tables[0].rows[0], second = tables[0].rows[1];
    CHECK(first.what == u"Suction pressure");
    CHECK((first.value == u"3,9" && first.unit == u"bar" && first.limits == u"1 sampai 3"));
    CHECK((first.verdict == u"Terlalu tinggi" && first.outcome == Measured::Outcome::Outside));
    CHECK(first.notes ==
          std::vector<Fact>{{u"Mengapa di luar batas?"_s, u"Refrigeran terlalu banyak"_s}, {u"Apa yang diperbaiki?"_s, u"R290 140 g"_s}});
    CHECK((second.value == u"2,4" && second.outcome == Measured::Outcome::Within));

    const auto pictures = all<Picture>(content);
    REQUIRE(pictures.size() == 2);
    CHECK((pictures[0].kind == Picture::Kind::Photo && pictures[0].attachment == u"gasket.jpg"));
    CHECK((pictures[1].kind == Picture::Kind::Signature && pictures[1].name == u"Ratna Dewi" && pictures[1].nameLabel == u"Ditandatangani oleh"));
}

TEST_CASE("A customer reads what is shared and nothing else; we read what is internal, and nobody what is about a person", "[report]")
{
    Visit visit;
    visit.addForm(u"visit"_s, formOfAll());
    const auto id = visit.finish(u"visit"_s, fillAll);

    const QString customers = everythingIn(told(visit, id));
    CHECK(customers.contains(u"what all may read"_s));
    CHECK(customers.contains(u"told although its group is not"_s));
    for (const QString& kept : {u"Back room"_s, u"what we may read"_s, u"Ours"_s, u"what nobody may print"_s, u"Judged"_s, u"hunter2"_s})
        CHECK_FALSE(customers.contains(kept));

    const QString ours = everythingIn(told(visit, id, Audience::Internal));
    CHECK(ours.contains(u"what we may read"_s));
    CHECK(ours.contains(u"Back room"_s));
    CHECK_FALSE(ours.contains(u"what nobody may print"_s));
    CHECK_FALSE(ours.contains(u"hunter2"_s));
}

TEST_CASE("What a form does not mark is internal, and its name with it", "[report]")
{
    Visit visit;
    visit.addForm(u"visit"_s, formOfAll("internal"));
    const auto id = visit.finish(u"visit"_s, fillAll);
    const Content content = told(visit, id);
    CHECK(content.title == u"Report");
    CHECK_FALSE(everythingIn(content).contains(u"what all may read"_s));
    CHECK(everythingIn(content).contains(u"told although its group is not"_s));
}

TEST_CASE("A word for sales is in no customer's report", "[report]")
{
    Visit visit;
    const auto id = maintenance(visit);
    for (const QString& language : {u"en"_s, u"de"_s, u"id"_s})
        CHECK_FALSE(everythingIn(told(visit, id, Audience::Customer, language)).contains(u"Toko kedua"_s));
    CHECK(everythingIn(told(visit, id, Audience::Internal)).contains(u"Toko kedua"_s));
}

TEST_CASE("A picture that is torn, missing or one too many is said in its place", "[report]")
{
    Visit visit;
    visit.addForm(u"visit"_s, formOfAll());
    const auto id = visit.finish(u"visit"_s, [](forms::FormSession& session) { attach(session, u"photo"_s, u"photo.jpg"_s); });
    struct Row {
        Result<QByteArray> file;
        QString missing;
    };
    const Row rows[] = {{Error{Error::Kind::NotFound, {}}, u"The picture is not on this device."_s},
                        {Error{Error::Kind::Corrupt, {}}, u"The picture is damaged and cannot be shown."_s},
                        {QByteArray("no picture"), u"The picture is damaged and cannot be shown."_s},
                        {jpeg({300, 200}), QString()}};
    for (const Row& row : rows) {
        Content content = told(visit, id);
        addPictures(content, [&](const QString&, int) { return row.file; });
        REQUIRE(all<Picture>(content).size() == 1);
        CHECK(all<Picture>(content)[0].missing == row.missing);
    }
    Content many = told(visit, id);
    many.parts[0].blocks.assign(100, all<Picture>(many)[0]);
    int asked = 0;
    addPictures(many, [&](const QString&, int) {
        ++asked;
        return Result<QByteArray>(jpeg({300, 200}));
    });
    CHECK(asked == 60);
    CHECK_FALSE(all<Picture>(many)[99].missing.isEmpty());
}

TEST_CASE("The report of a draft is refused", "[report]")
{
    Visit visit;
    store::Conversation draft;
    draft.id = store::ConversationId::make();
    draft.instanceId = u"uuid:1"_s;
    draft.formId = u"maintenance_checklist"_s;
    draft.startedAt = QDateTime::currentDateTimeUtc();
    REQUIRE(visit.store->saveDraft(draft, "<data/>"));
    const auto refused = compose(*visit.store, {draft.id, u"en"_s});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Invalid);
}

TEST_CASE("A report can be made in each language of its form", "[report]")
{
    Visit visit;
    visit.addForm(u"visit"_s, formOfAll());
    const auto shipped = maintenance(visit);
    const auto plain = visit.finish(u"visit"_s, fillAll);
    const auto codes = [&](store::ConversationId id) {
        QStringList all;
        const auto languages = languagesOf(*visit.store, id).value_or({});
        for (const ReportLanguage& language : languages)
            all.append(language.code + u' ' + language.name);
        return all;
    };
    CHECK(codes(shipped) == QStringList{u"en English"_s, u"de Deutsch"_s, u"id Bahasa Indonesia"_s});
    CHECK(codes(plain) == QStringList{u"en English"_s, u"de Deutsch"_s, u"id Bahasa Indonesia"_s}); // it has none: the app's
}

TEST_CASE("A report says what was recorded, also when the job is no longer among the open ones", "[report]")
{
    Visit visit;
    const auto id = maintenance(visit);
    auto job = *visit.store->entity(u"jobs"_s, u"a2b7d0c4-31d5-4f0f-8a59-7c2e5f4b1103"_s);
    REQUIRE(job);
    job->properties[u"state"_s] = u"done"_s;
    ++job->version;
    REQUIRE(visit.store->absorbEntities({u"jobs"_s, {*job}, "2"}));
    CHECK(all<Line>(told(visit, id)).front() == Line{u"Job"_s, u"Door gasket to be changed"_s, false});
}

TEST_CASE("The reason that was given for a value beyond its limits stands with it", "[report]")
{
    Visit visit;
    const auto before = maintenance(visit);
    QByteArray record = *visit.store->instance(before);
    record.replace("<value>3.9</value>", "<value xmlns:rapport='urn:rapport:xforms:1' rapport:reason='the valve sticks'>3.9</value>");
    auto conversation = *visit.store->conversation(before);
    conversation.id = store::ConversationId::make();
    conversation.instanceId = u"uuid:another"_s;
    REQUIRE(visit.store->saveDraft(conversation, record));
    REQUIRE(visit.store->finish(conversation, record, {}));
    const Measured first = all<Measurements>(told(visit, conversation.id))[0].rows[0];
    CHECK(first.notes.front() == Fact{u"Reason"_s, u"the valve sticks"_s});
}
