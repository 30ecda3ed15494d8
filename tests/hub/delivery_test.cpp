// SPDX-License-Identifier: Apache-2.0
// From a record to a mail in somebody's letter box and a document at a receiver of webhooks: a real hub, real servers.
#include "hub/hubsupport.h"
#include "support/pythonserver.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>

#include <catch2/catch.hpp>

#include <set>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

/// Form "promise", version 1: a contact with her consent, and a brochure for her.
QByteArray promiseForm()
{
    return R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:orx="http://openrosa.org/xforms"
 xmlns:entities="http://www.opendatakit.org/xforms/entities"><h:head><h:title>Promise</h:title>
<model entities:entities-version="2025.1.0"><instance><data id="promise" version="1">
<contact><name/><email/><consent/><meta><entity dataset="contacts" create="1" id=""><label/></entity></meta></contact>
<follow><contact_id/><kind/><channel/><files/><meta><entity dataset="followups" create="1" id=""><label/></entity></meta></follow>
<brochure/><meta><instanceID/><userID/></meta></data></instance>
<bind nodeset="/data/contact/name" type="string" entities:saveto="given_name"/>
<bind nodeset="/data/contact/email" type="string" entities:saveto="email"/>
<bind nodeset="/data/contact/consent" type="string" entities:saveto="consent_contact"/>
<bind nodeset="/data/follow/contact_id" type="string" entities:saveto="contact_id"/>
<bind nodeset="/data/follow/kind" type="string" entities:saveto="kind"/>
<bind nodeset="/data/follow/channel" type="string" entities:saveto="channel"/>
<bind nodeset="/data/follow/files" type="string" entities:saveto="asset_ids"/>
<bind nodeset="/data/brochure" type="binary"/>
<bind nodeset="/data/meta/instanceID" type="string"/></model></h:head>
<h:body><group ref="/data/contact"><label>Contact</label><input ref="/data/contact/name"><label>Name</label></input></group></h:body></h:html>)";
}

struct Promise {
    QByteArray instance = "uuid:" + uuid(), contact = uuid(), followup = uuid();
    QByteArray consent = "yes";
    QByteArray xml() const
    {
        return R"(<data id="promise" version="1"><contact><name>Mara</name><email>mara.)" + contact + "@one.example</email><consent>" + consent +
               R"(</consent><meta><entity dataset="contacts" create="1" id=")" + contact +
               R"("><label>Mara</label></entity></meta></contact><follow><contact_id>)" + contact +
               R"(</contact_id><kind>brochure</kind><channel>email</channel><files>px.pdf</files><meta><entity dataset="followups" create="1" id=")" +
               followup + R"("><label>brochure: Mara</label></entity></meta></follow><brochure>px.pdf</brochure><meta><instanceID>)" + instance +
               "</instanceID><userID>mh</userID></meta></data>";
    }
};

const Client::File brochure{"px.pdf", "%PDF-1.4 " + QByteArray(300'000, 'b')};

/// A hub with both as its targets.
struct Office {
    MailSink sink;
    WebhookReceiver receiver;
    ServedFolder folder;

    Office()
    {
        REQUIRE(sink.start());
        REQUIRE(receiver.start({WebhookReceiver::secret()}));
        REQUIRE(folder.admin().publishForm(promiseForm()));
        REQUIRE(folder.admin().addConnector(json({{u"id"_s, u"post"_s},
                                                  {u"type"_s, u"mail"_s},
                                                  {u"title"_s, u"Mail"_s},
                                                  {u"url"_s, u"smtp://127.0.0.1:%1"_s.arg(sink.port())},
                                                  {u"starttls"_s, false},
                                                  {u"from"_s, u"booth@one.example"_s}})));
        REQUIRE(folder.admin().addConnector(json({{u"id"_s, u"hook"_s},
                                                  {u"type"_s, u"webhook"_s},
                                                  {u"title"_s, u"Agency"_s},
                                                  {u"url"_s, u"http://127.0.0.1:%1/"_s.arg(receiver.port())},
                                                  {u"secret"_s, WebhookReceiver::secret()},
                                                  {u"lists"_s, QJsonArray{u"contacts"_s, u"followups"_s}}})));
    }
    static QByteArray json(const QJsonObject& object) { return QJsonDocument(object).toJson(); }

    QString stateOf(const QString& target)
    {
        QStringList states;
        for (const QJsonValue& job : folder.admin().jobs().value_or({})) {
            if (job["target"_L1].toString() == target && !states.contains(job["state"_L1].toString()))
                states += job["state"_L1].toString();
        }
        return states.join(u' ');
    }
    bool eventually(const QString& target, const QString& state)
    {
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < 60'000; QThread::msleep(20)) {
            if (stateOf(target) == state)
                return true;
        }
        return false;
    }
};

bool canRun()
{
    if (MailSink::installed())
        return true;
    WARN("skipped: no mail server is installed (python3-aiosmtpd, app/install/packages.txt)");
    return false;
}

} // namespace

TEST_CASE("A brochure that was promised goes out with its file when that has come, once, and the agency hears of it", "[faults][delivery]")
{
    if (!canRun())
        return;
    Office office;
    const Promise promise;
    REQUIRE(office.folder.client().submit(promise.xml(), {}, announcing({brochure})).status == 201);
    REQUIRE(office.eventually(u"hook"_s, u"confirmed"_s));
    CHECK(office.stateOf(u"post"_s) == u"waiting"_s); // for the file
    CHECK(office.sink.mails().empty());

    REQUIRE(office.folder.client().submit(promise.xml(), {brochure}).status == 201);
    REQUIRE(office.eventually(u"post"_s, u"confirmed"_s));
    const auto mails = office.sink.mails();
    REQUIRE(mails.size() == 1);
    CHECK(mails.front()["to"_L1].toArray() == QJsonArray{QString::fromLatin1("mara." + promise.contact + "@one.example")});
    CHECK(mails.front()["files"_L1][0]["sha256"_L1].toString() == QString::fromLatin1(sha256Of(brochure.content)));

    std::multiset<QString> types;
    for (const QJsonObject& document : office.receiver.kept()) {
        types.insert(document["type"_L1].toString());
        CHECK(document["data"_L1]["author"_L1].toString() == u"mh"_s);
        CHECK(document["data"_L1]["submission"_L1].toString() == QString::fromLatin1(promise.instance));
        if (document["type"_L1].toString() == u"submission.finished"_s)
            CHECK(document["data"_L1]["attachments"_L1].toArray() ==
                  QJsonArray{QJsonObject{{u"name"_s, u"px.pdf"_s}, {u"sha256"_s, QString::fromLatin1(sha256Of(brochure.content))}}});
    }
    CHECK(types == std::multiset<QString>{u"entity.changed"_s, u"entity.changed"_s, u"submission.finished"_s});
}

TEST_CASE("Servers that are away for a while get everything once when they are back", "[faults][delivery]")
{
    if (!canRun())
        return;
    Office office;
    office.sink.stop();
    office.receiver.misbehave({{u"times"_s, 2}, {u"status"_s, 503}, {u"headers"_s, QJsonObject{{u"Retry-After"_s, u"1"_s}}}, {u"keep"_s, true}});
    REQUIRE(office.folder.client().submit(Promise().xml(), {brochure}).status == 201);
    REQUIRE(office.eventually(u"hook"_s, u"confirmed"_s));
    CHECK(office.receiver.kept().size() == 3);
    CHECK(office.receiver.requests().size() == 5);
    REQUIRE(office.sink.start());
    REQUIRE(office.eventually(u"post"_s, u"confirmed"_s));
    CHECK(office.sink.mails().size() == 1);
}

TEST_CASE("A mail whose fate nobody knows waits for a person, who may send it again", "[faults][delivery]")
{
    if (!canRun())
        return;
    Office office;
    office.sink.misbehave({{u"at"_s, u"END"_s}, {u"times"_s, 1}, {u"drop"_s, true}, {u"keep"_s, true}});
    REQUIRE(office.folder.client().submit(Promise().xml(), {brochure}).status == 201);
    REQUIRE(office.eventually(u"post"_s, u"needs_you"_s));
    CHECK(office.sink.mails().size() == 1);
    for (const QJsonValue& job : office.folder.admin().jobs().value_or({})) {
        if (job["target"_L1].toString() == u"post"_s)
            REQUIRE(office.folder.admin().retryJob(job["id"_L1].toString()));
    }
    REQUIRE(office.eventually(u"post"_s, u"confirmed"_s));
    const auto mails = office.sink.mails();
    REQUIRE(mails.size() == 2);
    CHECK(mails[0]["headers"_L1]["Message-ID"_L1] == mails[1]["headers"_L1]["Message-ID"_L1]);
}
