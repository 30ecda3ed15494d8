// SPDX-License-Identifier: Apache-2.0
// What a device does with entities while no hub is near (FORMS-SPEC section 8): each conversation builds on the one before.
#include "app/conversation/entitylistsource.h"
#include "desk.h"
#include "forms/xpath/xmltree.h"
#include "sync/wire/changes.h"

#include <catch2/catch.hpp>

using namespace rapport;
using app::tests::Desk;

namespace
{

const QString contacts = QStringLiteral("contacts");

/// A form as pyxform writes it: "entity_id" names /data/who where there is one, else an id is made.
QByteArray form(const QByteArray& entity, const QByteArray& idBind)
{
    return R"xml(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"
 xmlns:entities="http://www.opendatakit.org/xforms/entities"><h:head><h:title>Visit</h:title><model entities:entities-version="2024.1.0">
<instance><data id="visit" version="1"><who/><email/><found/><meta><instanceID/><entity )xml" +
           entity + R"xml(><label/></entity></meta></data></instance>
<instance id="contacts" src="jr://file-csv/contacts.csv"/>
<bind nodeset="/data/email" type="string" entities:saveto="email"/>
<bind nodeset="/data/found" type="string" calculate="instance('contacts')/root/item[email = /data/email and __version &gt; 0]/label"/>
<bind nodeset="/data/meta/entity/label" type="string" calculate="/data/email"/>
<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>)xml" +
           idBind + R"xml(</model></h:head><h:body><input ref="/data/who"/><input ref="/data/email"/></h:body></h:html>)xml";
}

const QByteArray creating = form(R"xml(dataset="contacts" create="1" id="")xml",
                                 R"xml(<setvalue ref="/data/meta/entity/@id" event="odk-instance-first-load" value="uuid()"/>)xml");
const QByteArray updating = form(R"xml(dataset="contacts" update="1" id="" baseVersion="" trunkVersion="" branchId="")xml", R"xml(
<bind nodeset="/data/meta/entity/@id" type="string" calculate=" /data/who "/>
<bind nodeset="/data/meta/entity/@baseVersion" type="string" calculate="instance('contacts')/root/item[name= /data/who ]/__version"/>
<bind nodeset="/data/meta/entity/@trunkVersion" type="string" calculate="instance('contacts')/root/item[name= /data/who ]/__trunkVersion"/>
<bind nodeset="/data/meta/entity/@branchId" type="string" calculate="instance('contacts')/root/item[name= /data/who ]/__branchId"/>)xml");

/// A conversation from opening to finish; what its entity element then said.
struct Said {
    QString id, baseVersion, trunkVersion, branchId, found;
};

Said converse(const Desk& desk, const QByteArray& xml, const QString& who, const QString& email)
{
    const auto form = forms::Form::load(xml, {app::entitySources(*desk.store), forms::LoadOptions::Missing::Refuse});
    REQUIRE(form);
    const auto session = *forms::FormSession::start(*form, {});
    REQUIRE(session->answer(*session->find(u"/data/who"), who));
    REQUIRE(session->answer(*session->find(u"/data/email"), email));
    const QString found = session->node(*session->find(u"/data/found")).value;
    const forms::Submission record = session->submission();

    store::Conversation conversation;
    conversation.id = store::ConversationId::make();
    conversation.instanceId = session->instanceId();
    conversation.formId = (*form)->id();
    conversation.formVersion = (*form)->version();
    conversation.startedAt = desk.clock();
    const auto changes = wire::changesOf(**form, record.xml);
    REQUIRE(changes);
    REQUIRE(desk.store->finish(conversation, record.xml, *changes));

    const auto document = *forms::XmlTree::parse(record.xml);
    const qint64 entity = *document->child(*document->child(document->documentElement(), u"meta"), u"entity");
    return {document->attribute(entity, u"id"), document->attribute(entity, u"baseVersion"), document->attribute(entity, u"trunkVersion"),
            document->attribute(entity, u"branchId"), found};
}

store::Entity fromHub(const Desk& desk, const QString& id, qint64 version)
{
    store::Entity theirs = **desk.store->entity(contacts, id);
    theirs.version = version;
    return theirs;
}

} // namespace

TEST_CASE("Conversations offline about somebody whom the first one met form a chain", "[entities]")
{
    const Desk desk;
    const Said met = converse(desk, creating, {}, QStringLiteral("ines@x.example"));
    CHECK(met.baseVersion.isEmpty());
    const QString branch = (*desk.store->entity(contacts, met.id))->branchId;
    CHECK_FALSE(branch.isEmpty());

    const Said second = converse(desk, updating, met.id, QStringLiteral("ines@y.example"));
    CHECK(second.id == met.id);
    CHECK(second.baseVersion == QStringLiteral("1"));
    CHECK(second.trunkVersion.isEmpty());
    CHECK(second.branchId == branch);

    const Said third = converse(desk, updating, met.id, QStringLiteral("ines@y.example"));
    CHECK(third.baseVersion == QStringLiteral("2"));
    CHECK(third.trunkVersion.isEmpty());
    CHECK(third.branchId == branch);
    CHECK(third.found == QStringLiteral("ines@y.example")); // what the second one wrote, found by it
}

TEST_CASE("Conversations offline about somebody of the hub branch off where they began", "[entities]")
{
    const Desk desk;
    const qint64 trunk = (*desk.store->entity(contacts, Desk::weberId()))->version;
    const Said first = converse(desk, updating, Desk::weberId(), QStringLiteral("weber@x.example"));
    CHECK(first.baseVersion == QString::number(trunk));
    CHECK(first.trunkVersion.isEmpty()); // as it was before the change
    CHECK(first.branchId.isEmpty());

    const Said second = converse(desk, updating, Desk::weberId(), QStringLiteral("weber@y.example"));
    CHECK(second.baseVersion == QString::number(trunk + 1));
    CHECK(second.trunkVersion == QString::number(trunk));
    CHECK_FALSE(second.branchId.isEmpty());

    const Said third = converse(desk, updating, Desk::weberId(), QStringLiteral("weber@z.example"));
    CHECK(third.baseVersion == QString::number(trunk + 2));
    CHECK(third.trunkVersion == QString::number(trunk));
    CHECK(third.branchId == second.branchId);

    SECTION("while the hub has heard the first alone, the branch goes on")
    {
        REQUIRE(desk.store->absorbEntities({contacts, {fromHub(desk, Desk::weberId(), trunk + 1)}, "2"}));
        const Said fourth = converse(desk, updating, Desk::weberId(), QStringLiteral("weber@w.example"));
        CHECK(fourth.baseVersion == QString::number(trunk + 3));
        CHECK(fourth.branchId == second.branchId);
    }
    SECTION("once the hub has heard all, a new one begins")
    {
        REQUIRE(desk.store->absorbEntities({contacts, {fromHub(desk, Desk::weberId(), trunk + 3)}, "2"}));
        const Said fourth = converse(desk, updating, Desk::weberId(), QStringLiteral("weber@w.example"));
        CHECK(fourth.baseVersion == QString::number(trunk + 3));
        CHECK(fourth.trunkVersion.isEmpty());
        CHECK(fourth.branchId.isEmpty());
    }
}
