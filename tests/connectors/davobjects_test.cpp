// SPDX-License-Identifier: Apache-2.0
// What becomes of people, firms and appointments on a real Radicale, and what becomes of what others wrote there.
#include "connectors/davworld.h"

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::test;

TEST_CASE("Everything that the form found out stands in the card where a person looks for it", "[dav]")
{
    if (radicaleIsMissing())
        return;
    CardDavTarget& target = test::cardDavTarget();
    target.behave();
    const auto connector = target.connect();
    KnownWorld world;
    const QString firm = world.add(u"organisations"_s, u"Alpha"_s,
                                   {{u"legal_name"_s, u"Alpha, Beta; Co"_s},
                                    {u"city"_s, u"Ulm"_s},
                                    {u"country"_s, u"DE"_s},
                                    {u"customer_number"_s, u"K-17"_s},
                                    {u"website"_s, u"https://alpha.example"_s}});
    const QString person = world.add(u"contacts"_s, u"Ana Roth"_s,
                                     {{u"organisation_id"_s, firm},
                                      {u"given_name"_s, u"Ana"_s},
                                      {u"family_name"_s, u"Roth"_s},
                                      {u"job_title"_s, u"Buyer"_s},
                                      {u"email"_s, u"ana@alpha.example"_s},
                                      {u"mobile"_s, u"+49 151 23456789"_s},
                                      {u"phone"_s, u"+49 731 5550"_s},
                                      {u"other_emails"_s, u"office@alpha.example"_s},
                                      {u"street"_s, u"Weg 1"_s},
                                      {u"lead_status"_s, u"hot"_s},
                                      {u"consent_contact"_s, u"yes"_s},
                                      {u"remark"_s, u"Likes tea;\nno coffee"_s}});
    CHECK(pushed(*connector, world, u"organisations"_s, firm).number == u"Card "_s + firm.left(8));
    pushed(*connector, world, u"contacts"_s, person);

    const QByteArray card = target.object(firm);
    for (const char* line : {"FN:Alpha\\, Beta\\; Co", "ORG:Alpha\\, Beta\\; Co", "ADR;TYPE=WORK:;;;Ulm;;;DE", "X-ABSHOWAS:COMPANY",
                             "X-RAPPORT-CUSTOMER-NUMBER:K-17", "URL:https://alpha.example"})
        CHECK(card.contains(QByteArray("\n") + line + "\n"));
    const QByteArray hers = target.object(person);
    INFO(hers.toStdString());
    for (const char* line :
         {"FN:Ana Roth", "N:Roth;Ana;;;", "ORG:Alpha\\, Beta\\; Co", "TITLE:Buyer", "EMAIL;TYPE=WORK:ana@alpha.example", "EMAIL:office@alpha.example",
          "TEL;TYPE=CELL:+49 151 23456789", "TEL;TYPE=WORK:+49 731 5550", "ADR;TYPE=WORK:;;Weg 1;;;;",
          R"(NOTE:Lead status: hot\nConsent to contact: yes\nRemark: Likes tea\; no coffee\nSpoke with: anna)"})
        CHECK(hers.contains(QByteArray("\n") + line + "\n"));

    const Pulled people = pullAll(*connector, u"contacts"_s);
    const EntityChange* change = people.of(target.nameOf(person));
    REQUIRE(change);
    CHECK(change->label == u"Ana Roth"_s);
    CHECK(change->properties == std::map<QString, QString>{{u"organisation_id"_s, target.nameOf(firm)},
                                                           {u"given_name"_s, u"Ana"_s},
                                                           {u"family_name"_s, u"Roth"_s},
                                                           {u"job_title"_s, u"Buyer"_s},
                                                           {u"email"_s, u"ana@alpha.example"_s},
                                                           {u"mobile"_s, u"+49 151 23456789"_s},
                                                           {u"phone"_s, u"+49 731 5550"_s},
                                                           {u"other_emails"_s, u"office@alpha.example"_s},
                                                           {u"street"_s, u"Weg 1"_s}});
    CHECK(!people.of(target.nameOf(firm)));
    const Pulled firms = pullAll(*connector, u"organisations"_s);
    REQUIRE(firms.of(target.nameOf(firm)));
    CHECK(property(*firms.of(target.nameOf(firm)), u"legal_name"_s) == u"Alpha, Beta; Co"_s);
    CHECK(property(*firms.of(target.nameOf(firm)), u"customer_number"_s) == u"K-17"_s);
    CHECK(!firms.of(target.nameOf(person)));
}

TEST_CASE("What others wrote into our card stays, and our own lines change in their places", "[dav]")
{
    if (radicaleIsMissing())
        return;
    CardDavTarget& target = test::cardDavTarget();
    target.behave();
    const auto connector = target.connect();
    KnownWorld world;
    const QString id =
        world.add(u"contacts"_s, u"Ana Roth"_s,
                  {{u"given_name"_s, u"Ana"_s}, {u"family_name"_s, u"Roth"_s}, {u"phone"_s, u"+49 731 1"_s}, {u"lead_status"_s, u"warm"_s}});
    pushed(*connector, world, u"contacts"_s, id);
    rewrite(target, id, "N:Roth;Ana;;;", "N:Roth;Ana;Maria;Dr.;");
    rewrite(target, id, "NOTE:Lead status: warm", "NOTE:Mornings only\\nLead status: warm");
    rewrite(target, id, "END:VCARD",
            "item1.TEL:+49 731 99\r\nitem1.X-ABLABEL:Lab\r\nBDAY:1980-04-05\r\nX-FOO;X-P=\"a;b\":bar\\,baz\r\nTEL;TYPE=FAX:+49 731 7\r\nEND:VCARD");

    auto& properties = world.entities[{u"contacts"_s, id}].properties;
    properties[u"phone"_s] = u"+49 731 2"_s;
    properties[u"lead_status"_s] = u"hot"_s;
    properties[u"family_name"_s] = u"Roth-Berg"_s;
    pushed(*connector, world, u"contacts"_s, id);
    const QByteArray card = target.object(id);
    INFO(card.toStdString());
    for (const char* line :
         {"N:Roth-Berg;Ana;Maria;Dr.;", "item1.TEL:+49 731 99", "item1.X-ABLABEL:Lab", "BDAY:1980-04-05", "X-FOO;X-P=\"a;b\":bar\\,baz",
          "TEL;TYPE=FAX:+49 731 7", "TEL;TYPE=WORK:+49 731 2", "NOTE:Mornings only\\nLead status: hot\\nSpoke with: anna"})
        CHECK(card.contains(QByteArray("\n") + line + "\n"));
    CHECK(!card.contains("+49 731 1\n"));
    const QString before = target.state();
    pushed(*connector, world, u"contacts"_s, id);
    CHECK(target.state() == before);
}

TEST_CASE("A card that somebody else made is filled and added to, not written over", "[dav]")
{
    if (radicaleIsMissing())
        return;
    CardDavTarget& target = test::cardDavTarget();
    target.behave();
    REQUIRE(target.radicale
                .ask("PUT", u"contacts/theirs.vcf"_s,
                     "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:theirs-1\r\nFN:Prof. Roth\r\nN:Roth;Ana;;Prof.;\r\nORG:Beta;Lab\r\n"
                     "EMAIL;TYPE=HOME:ana@home.example\r\nTEL;TYPE=\"CELL,VOICE\":tel:+49-151-1\r\nEND:VCARD\r\n")
                .status == 201);
    const auto connector = target.connect();
    const Pulled people = pullAll(*connector, u"contacts"_s);
    const EntityChange* known = people.of(u"theirs.vcf"_s);
    REQUIRE(known);
    CHECK(known->label == u"Prof. Roth"_s);
    CHECK(property(*known, u"organisation"_s) == u"Beta"_s);
    CHECK(property(*known, u"email"_s) == u"ana@home.example"_s);
    CHECK(property(*known, u"mobile"_s) == u"+49-151-1"_s);

    KnownWorld world;
    auto properties = known->properties;
    properties[u"job_title"_s] = u"Head"_s;
    properties[u"email"_s] = u"ana@beta.example"_s;
    properties[u"family_name"_s] = u"Rot"_s;
    const QString id = world.add(u"contacts"_s, u"Ana Rot"_s, properties);
    world.references[{u"contacts"_s, id}] = u"theirs.vcf"_s;
    CHECK(pushed(*connector, world, u"contacts"_s, id).id == u"theirs.vcf"_s);
    CHECK(target.count(u"contacts"_s, id) == 0);
    const QByteArray card = target.radicale.object(u"contacts/theirs.vcf"_s);
    INFO(card.toStdString());
    for (const char* line : {"FN:Prof. Roth", "N:Roth;Ana;;Prof.;", "ORG:Beta;Lab", "TITLE:Head", "EMAIL;TYPE=HOME:ana@home.example",
                             "EMAIL;TYPE=WORK:ana@beta.example"})
        CHECK(card.contains(QByteArray("\n") + line + "\n"));
    CHECK(card.count("\nTEL") == 1);
    REQUIRE(target.radicale.ask("DELETE", u"contacts/theirs.vcf"_s).status == 200);
}

TEST_CASE("An appointment stands in the calendar at its time, with its time zone, or as a whole day", "[dav]")
{
    if (radicaleIsMissing())
        return;
    CalDavTarget& target = test::calDavTarget();
    target.behave();
    struct Row {
        QString due;
        const char* begin;
        const char* end;
    };
    const auto row = GENERATE(values<Row>({
        {u"2027-12-01T10:00"_s, "DTSTART;TZID=Europe/Berlin:20271201T100000", "DTEND;TZID=Europe/Berlin:20271201T110000"},
        {u"2027-07-01T10:00:00.000+09:00"_s, "DTSTART;TZID=Europe/Berlin:20270701T030000", "DTEND;TZID=Europe/Berlin:20270701T040000"},
        {u"2027-12-01"_s, "DTSTART;VALUE=DATE:20271201", "DTEND;VALUE=DATE:20271202"},
    }));
    INFO(row.due.toStdString());
    const auto connector = target.connect();
    KnownWorld world;
    const QString contact = world.add(u"contacts"_s, u"Ana Roth"_s, {{u"phone"_s, u"+49 731 1"_s}});
    const QString id = world.add(u"followups"_s, u"appointment: Ana Roth"_s,
                                 {{u"contact_id"_s, contact}, {u"kind"_s, u"appointment"_s}, {u"due"_s, row.due}, {u"owner"_s, u"anna"_s}});
    const RemoteRef reference = pushed(*connector, world, u"followups"_s, id);
    CHECK(reference.number == u"Appointment "_s + id.left(8));
    const QByteArray event = target.object(id);
    INFO(event.toStdString());
    CHECK(event.contains("BEGIN:VEVENT\n"));
    for (const char* line :
         {row.begin, row.end, "SUMMARY:Appointment with Ana Roth", "DESCRIPTION:Telephone: +49 731 1\\nWho: anna\\nSpoke with: anna"})
        CHECK(event.contains(QByteArray("\n") + line + "\n"));
    CHECK(event.contains("BEGIN:VTIMEZONE") == row.due.contains(u'T'));

    const Pulled pulled = pullAll(*connector, u"followups"_s);
    REQUIRE(pulled.of(reference.id));
    CHECK(property(*pulled.of(reference.id), u"due"_s) == row.due); // as it was written, so that it is no news
    CHECK(pulled.of(reference.id)->label == u"appointment: Ana Roth"_s);
}

TEST_CASE("An appointment that is moved in the calendar stays where it is, is told, and moves again only when we know better", "[dav]")
{
    if (radicaleIsMissing())
        return;
    CalDavTarget& target = test::calDavTarget();
    target.behave();
    const auto connector = target.connect();
    KnownWorld world;
    const QString id = add(world, target);
    const QString name = pushed(*connector, world, u"followups"_s, id).id;
    const Pulled first = pullAll(*connector, u"followups"_s);
    rewrite(target, id, "DTSTART;TZID=Europe/Berlin:20271201T100000", "DTSTART;TZID=Europe/Berlin:20271202T140000");
    rewrite(target, id, "DTEND;TZID=Europe/Berlin:20271201T110000", "DTEND;TZID=Europe/Berlin:20271202T160000");

    auto& properties = world.entities[{u"followups"_s, id}].properties;
    properties[u"remark"_s] = u"At the gate"_s;
    pushed(*connector, world, u"followups"_s, id);
    CHECK(target.object(id).contains("\nDTSTART;TZID=Europe/Berlin:20271202T140000\n"));
    CHECK(target.object(id).contains("\nDTEND;TZID=Europe/Berlin:20271202T160000\n"));
    CHECK(target.object(id).contains("Remark: At the gate"));

    const Pulled second = pullAll(*connector, u"followups"_s, first.cursor);
    REQUIRE(second.of(name));
    CHECK(property(*second.of(name), u"due"_s) == u"2027-12-02T14:00:00.000+01:00"_s);

    properties[u"due"_s] = u"2027-12-03T09:00"_s;
    pushed(*connector, world, u"followups"_s, id);
    CHECK(target.object(id).contains("\nDTSTART;TZID=Europe/Berlin:20271203T090000\n"));
    CHECK(target.object(id).contains("\nDTEND;TZID=Europe/Berlin:20271203T100000\n"));
}

TEST_CASE("What has to be done is a task; an appointment without a date is one until it has one", "[dav]")
{
    if (radicaleIsMissing())
        return;
    CalDavTarget& target = test::calDavTarget();
    target.behave();
    const auto connector = target.connect();
    KnownWorld world;
    const QString contact = world.add(u"contacts"_s, u"Ana Roth"_s, {});
    const auto [kind, title] = GENERATE(table<QString, QByteArray>({
        {u"call"_s, "Call Ana Roth"},
        {u"task"_s, "Task for Ana Roth"},
        {u"offer"_s, "Offer for Ana Roth"},
        {u"brochure"_s, "Brochure for Ana Roth"},
        {u"appointment"_s, "Appointment with Ana Roth"},
    }));
    const QString id = world.add(u"followups"_s, u"Follow-up"_s, {{u"contact_id"_s, contact}, {u"kind"_s, kind}, {u"quantity"_s, u"0.10"_s}});
    const QString name = pushed(*connector, world, u"followups"_s, id).id;
    QByteArray object = target.object(id);
    INFO(object.toStdString());
    CHECK(object.contains("BEGIN:VTODO\n"));
    CHECK(object.contains("\nSUMMARY:" + title + '\n'));
    CHECK(object.contains("Quantity: 0.10\\n")); // as it was said, not as a double
    rewrite(target, id, "END:VTODO", "X-THEIRS:kept\r\nSTATUS:COMPLETED\r\nEND:VTODO");
    const Pulled done = pullAll(*connector, u"followups"_s);
    REQUIRE(done.of(name));
    CHECK(property(*done.of(name), u"state"_s) == u"done"_s);

    world.entities[{u"followups"_s, id}].properties[u"due"_s] = u"2027-12-01"_s;
    CHECK(pushed(*connector, world, u"followups"_s, id).id == name);
    object = target.object(id);
    CHECK(object.contains("X-THEIRS:kept\n"));
    CHECK(object.contains(kind == u"appointment"_s ? "\nDTSTART;VALUE=DATE:20271201\n" : "\nDUE;VALUE=DATE:20271201\n"));
    CHECK(object.contains("STATUS:COMPLETED") == (kind != u"appointment"_s));
    CHECK(target.count(u"followups"_s, id) == 1);
}

TEST_CASE("Of a calendar nothing is pulled but what we put there", "[dav]")
{
    if (radicaleIsMissing())
        return;
    CalDavTarget& target = test::calDavTarget();
    target.behave();
    REQUIRE(target.radicale
                .ask("PUT", u"calendar/dentist.ics"_s,
                     "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Them//EN\r\nBEGIN:VEVENT\r\nUID:dentist\r\nDTSTAMP:20271110T130500Z\r\n"
                     "DTSTART:20271201T090000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                .status == 201);
    CHECK(!pullAll(*target.connect(), u"followups"_s).of(u"dentist.ics"_s));
    REQUIRE(target.radicale.ask("DELETE", u"calendar/dentist.ics"_s).status == 200);
}
