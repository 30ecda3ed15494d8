// SPDX-License-Identifier: Apache-2.0
// What only Redmine does: tickets with notes, states that a workflow may not allow, uploads in two steps, people who are spoken for. The real
// Redmine behind the fault proxy, and with it the REST connector, of which Redmine is one mapping.
#include "connectors/redminetarget.h"

#include <catch2/catch.hpp>

#include <thread>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::Fault;
using rapport::test::KnownWorld;
using rapport::test::RedmineTarget;

namespace
{

/// The target, or nullptr with a line that says why.
RedmineTarget* redmineOrSkip()
{
    if (!test::Redmine::installed()) {
        WARN("skipped: Redmine is not installed (redmine, redmine-sqlite and puma, app/install/packages.txt)");
        return nullptr;
    }
    RedmineTarget& target = test::redmineTarget();
    target.behave();
    return &target;
}

PushError refused(const PushResult& result)
{
    REQUIRE(std::holds_alternative<PushError>(result));
    return std::get<PushError>(result);
}

QStringList notesOf(const QJsonObject& ticket)
{
    QStringList out;
    for (const QJsonValue& one : ticket["journals"_L1].toArray()) {
        if (!one["notes"_L1].toString().isEmpty())
            out += one["notes"_L1].toString().remove(u'\r');
    }
    return out;
}

QStringList filesOf(const QJsonObject& ticket)
{
    QStringList out;
    for (const QJsonValue& one : ticket["attachments"_L1].toArray())
        out += one["filename"_L1].toString();
    out.sort();
    return out;
}

QString addJob(KnownWorld& world, std::map<QString, QString> properties = {})
{
    properties.try_emplace(u"subject"_s, u"Verdichter läuft heiß"_s);
    return world.add(u"jobs"_s, u"A job"_s, std::move(properties));
}

std::vector<EntityChange> pullAll(Connector& connector, QByteArray& cursor)
{
    std::vector<EntityChange> out;
    for (bool more = true; more;) {
        const auto page = connector.pull(u"jobs"_s, cursor);
        INFO((page ? std::string() : page.error().detail.toStdString()));
        REQUIRE(page);
        out.insert(out.end(), page->changes.begin(), page->changes.end());
        cursor = page->nextCursor;
        more = page->more;
    }
    return out;
}

const EntityChange* changeOf(const std::vector<EntityChange>& changes, const QString& remoteId)
{
    const auto found = std::find_if(changes.rbegin(), changes.rend(), [&](const EntityChange& one) { return one.remoteId == remoteId; });
    return found == changes.rend() ? nullptr : &*found;
}

} // namespace

TEST_CASE("An answer that is lost after Redmine did the work leaves one ticket", "[redmine]")
{
    RedmineTarget* target = redmineOrSkip();
    if (!target)
        return;
    struct Row {
        const char* note;
        Fault fault;
        bool worked;
    };
    const auto row = GENERATE(values<Row>({
        {"dropped", Fault::commitThenDrop(), true},
        {"torn", Fault::truncate(), true},
        {"a gateway's 502", Fault::answerWith(502), false},
        {"500", Fault::answerWith(500), false},
    }));
    INFO(row.note);
    const auto connector = target->connect();
    KnownWorld world;
    const QString id = addJob(world);
    target->proxy->set(row.fault, 1, "POST /issues.json");
    Job job = world.job(u"jobs"_s, id);
    const PushError lost = refused(connector->push(job, world));
    CHECK(lost.kind == Error::Kind::Offline);
    CHECK(lost.outcomeUnknown);
    CHECK(target->proxy->seen("POST /issues.json") == 1); // nobody below us sent it again
    CHECK(target->count(u"jobs"_s, id) == (row.worked ? 1 : 0));

    job.outcomeUnknown = true;
    CHECK(std::holds_alternative<RemoteRef>(connector->push(job, world)));
    CHECK(target->count(u"jobs"_s, id) == 1);
    CHECK(target->proxy->seen("POST /issues.json") == (row.worked ? 1 : 2));
}

TEST_CASE("A Redmine that fails for ever is left to a person, after one more look", "[redmine]")
{
    RedmineTarget* target = redmineOrSkip();
    if (!target)
        return;
    const auto connector = target->connect();
    KnownWorld world;
    const QString id = addJob(world);
    Job job = world.job(u"jobs"_s, id);
    SECTION("nothing is there")
    {
        target->proxy->set(Fault::answerWith(500), -1, "POST /issues.json");
        job.attempts = 7;
        CHECK(refused(connector->push(job, world)).kind == Error::Kind::Offline);
        job.attempts = 8;
        const PushError parked = refused(connector->push(job, world));
        CHECK(parked.kind == Error::Kind::Invalid);
        CHECK(!parked.outcomeUnknown);
        CHECK(parked.sentence.contains(u"still fails"_s));
        CHECK(target->count(u"jobs"_s, id) == 0);
    }
    SECTION("a person who tries again finds that nothing was made twice")
    {
        target->proxy->set(Fault::commitThenDrop(), 1, "POST /issues.json");
        job.attempts = 8;
        CHECK(refused(connector->push(job, world)).outcomeUnknown);
        target->behave();
        CHECK(std::holds_alternative<RemoteRef>(connector->push(job, world)));
        CHECK(target->count(u"jobs"_s, id) == 1);
    }
}

TEST_CASE("A ticket says what was found out, in the name of who found it out", "[redmine]")
{
    RedmineTarget* target = redmineOrSkip();
    if (!target)
        return;
    const auto connector = target->connect();
    KnownWorld world;
    const QString organisation = world.add(u"organisations"_s, u"Kältetechnik Søby A/S"_s, {});
    const QString machine = world.add(u"machines"_s, u"KR-500 no. 17"_s, {});
    const QString id = addJob(world, {{u"organisation_id"_s, organisation},
                                      {u"machine_id"_s, machine},
                                      {u"priority"_s, u"High"_s},
                                      {u"due"_s, u"2027-12-01T10:00"_s},
                                      {u"state"_s, u"parts"_s},
                                      {u"report"_s, u"Bearing worn.\nOrdered."_s}});
    const RemoteRef reference = target->carry(*connector, world, id);
    const QJsonObject ticket = target->ticket(id);
    CHECK(reference.id == u"issue,%1"_s.arg(ticket["id"_L1].toInt()));
    CHECK(reference.number == u"Ticket %1"_s.arg(ticket["id"_L1].toInt()));
    CHECK(ticket["subject"_L1].toString() == u"Verdichter läuft heiß"_s);
    CHECK(ticket["author"_L1]["name"_L1].toString() == u"Anna Berg"_s);
    CHECK(ticket["tracker"_L1]["name"_L1].toString() == u"Support"_s);
    CHECK(ticket["priority"_L1]["name"_L1].toString() == u"High"_s);
    CHECK(ticket["status"_L1]["name"_L1].toString() == u"Feedback"_s); // a new ticket is New whatever one asks for: it is moved on at once
    CHECK(ticket["due_date"_L1].toString() == u"2027-12-01"_s);
    CHECK(ticket["description"_L1].toString().remove(u'\r') ==
          u"Bearing worn.\nOrdered.\nState: parts\nCustomer: Kältetechnik Søby A/S\nMachine: KR-500 no. 17\nReported by: anna"_s);
    CHECK(notesOf(ticket).isEmpty());
}

TEST_CASE("A later visit adds a note and moves the state on, and the same once more changes nothing", "[redmine]")
{
    RedmineTarget* target = redmineOrSkip();
    if (!target)
        return;
    const auto connector = target->connect();
    KnownWorld world;
    const QString id = addJob(world, {{u"state"_s, u"open"_s}});
    target->carry(*connector, world, id);
    world.entities[{u"jobs"_s, id}].properties[u"report"_s] = u"Bearing changed."_s;
    world.entities[{u"jobs"_s, id}].properties[u"state"_s] = u"done"_s;
    target->carry(*connector, world, id);
    const QJsonObject ticket = target->ticket(id);
    CHECK(ticket["status"_L1]["name"_L1].toString() == u"Resolved"_s);
    CHECK(notesOf(ticket) == QStringList{u"Bearing changed.\nState: done\nReported by: anna"_s});
    const QString before = target->state();
    target->carry(*connector, world, id);
    CHECK(target->state() == before);
}

TEST_CASE("What people at the desk did with a ticket stays: theirs is augmented, not renamed; what they closed stays closed", "[redmine]")
{
    RedmineTarget* target = redmineOrSkip();
    if (!target)
        return;
    const auto connector = target->connect();
    KnownWorld world;
    SECTION("a ticket of theirs, known by its number")
    {
        const QJsonObject made =
            target->redmine.send("POST", u"issues.json"_s,
                                 {{u"issue"_s, QJsonObject{{u"project_id"_s, u"service"_s}, {u"tracker_id"_s, 3}, {u"subject"_s, u"Theirs"_s}}}});
        const int number = made["issue"_L1]["id"_L1].toInt();
        REQUIRE(number > 0);
        const QString id = addJob(world, {{u"ticket_number"_s, QString::number(number)}, {u"report"_s, u"Done on site."_s}});
        CHECK(target->carry(*connector, world, id).id == u"issue,%1"_s.arg(number));
        CHECK(target->count(u"jobs"_s, id) == 0);
        const QJsonObject ticket = target->redmine.get(u"issues/%1.json?include=journals"_s.arg(number))["issue"_L1].toObject();
        CHECK(ticket["subject"_L1].toString() == u"Theirs"_s);
        CHECK(notesOf(ticket) == QStringList{u"Done on site.\nReported by: anna"_s});
    }
    SECTION("a ticket of ours that was closed there")
    {
        const QString id = addJob(world, {{u"state"_s, u"open"_s}});
        const QString number = target->carry(*connector, world, id).id.section(u',', 1);
        target->redmine.send("PUT", u"issues/%1.json"_s.arg(number), {{u"issue"_s, QJsonObject{{u"status_id"_s, 5}}}});
        world.entities[{u"jobs"_s, id}].properties[u"state"_s] = u"done"_s;
        target->carry(*connector, world, id);
        CHECK(target->ticket(id)["status"_L1]["name"_L1].toString() == u"Closed"_s);
    }
    SECTION("a ticket that was deleted there comes again")
    {
        const QString id = addJob(world);
        const QString number = target->carry(*connector, world, id).id.section(u',', 1);
        target->redmine.send("DELETE", u"issues/%1.json"_s.arg(number), {});
        REQUIRE(target->count(u"jobs"_s, id) == 0);
        target->carry(*connector, world, id);
        CHECK(target->count(u"jobs"_s, id) == 1);
    }
    SECTION("a ticket that is deleted while we look at it")
    {
        const QString id = addJob(world);
        const QString number = target->carry(*connector, world, id).id.section(u',', 1);
        world.entities[{u"jobs"_s, id}].properties[u"report"_s] = u"More."_s;
        target->proxy->set(Fault::slow(std::chrono::milliseconds(1500)), 1, "PUT /issues");
        std::thread other([&] {
            for (int i = 0; i < 200 && target->proxy->faulted() == 0; ++i)
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            target->redmine.send("DELETE", u"issues/%1.json"_s.arg(number), {});
        });
        const PushResult result = connector->push(world.job(u"jobs"_s, id), world);
        other.join();
        REQUIRE(std::holds_alternative<RemoteRef>(result));
        CHECK(target->proxy->seen("POST /issues.json") == 2); // another one, though on SQLite it may get the number of the one that is gone
        CHECK(target->count(u"jobs"_s, id) == 1);
    }
}

TEST_CASE("A change that Redmine says yes to and does not make is shown to a person", "[redmine]")
{
    RedmineTarget* target = redmineOrSkip();
    if (!target)
        return;
    KnownWorld world;
    // The seed's workflow lets a manager do everything; one who has no say about tickets may write nothing, and is told so.
    const auto reader = target->connect({{u"token"_s, target->redmine.key(u"reader"_s)}});
    const QString id = addJob(world);
    const PushError error = refused(reader->push(world.job(u"jobs"_s, id), world));
    CHECK(error.kind == Error::Kind::Denied);
    CHECK(!error.outcomeUnknown);
    CHECK(target->count(u"jobs"_s, id) == 0);

    // A date that it takes and turns into another field's: here, a field that it does not know and leaves out without a word.
    const QString mapping = target->editedMapping("\"due_date\": {\"date\": \"{due}\"}", "\"due_dat\": {\"date\": \"{due}\"}");
    const auto connector = target->connect({{u"mapping"_s, mapping}});
    const QString other = addJob(world, {{u"due"_s, u"2027-12-01"_s}});
    const PushError untaken = refused(connector->push(world.job(u"jobs"_s, other), world));
    CHECK(untaken.kind == Error::Kind::Invalid);
    CHECK(untaken.detail.contains(u"due_dat"_s));
    CHECK(untaken.sentence.contains(u"did not take all"_s));
    CHECK(target->count(u"jobs"_s, other) == 1);
}

TEST_CASE("Pictures and documents of the record hang on the ticket once, byte for byte", "[redmine]")
{
    RedmineTarget* target = redmineOrSkip();
    if (!target)
        return;
    const auto connector = target->connect();
    KnownWorld world;
    QByteArray photo(700'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < photo.size(); ++i)
        photo[i] = static_cast<char>((i * 7) ^ (i >> 8));
    world.files[u"überhitzt 1.jpg"_s] = photo;
    world.files[u"report.pdf"_s] = "%PDF-1.4 of a visit";
    world.files[u"a remark.opus"_s] = "a voice"; // not what the mapping lets go
    const QString id = addJob(world);
    SECTION("with the ticket")
    {
        target->carry(*connector, world, id);
    }
    SECTION("also where the answer to an upload is lost")
    {
        target->proxy->set(Fault::commitThenDrop(), 1, "POST /uploads.json");
        const PushError lost = refused(connector->push(world.job(u"jobs"_s, id), world));
        CHECK(lost.kind == Error::Kind::Offline);
        CHECK(!lost.outcomeUnknown); // nothing hangs on it yet
        target->carry(*connector, world, id);
    }
    SECTION("and later ones come beside them")
    {
        const QByteArray later = world.files[u"report.pdf"_s];
        world.files.erase(u"report.pdf"_s);
        target->carry(*connector, world, id);
        world.files[u"report.pdf"_s] = later;
        target->carry(*connector, world, id);
    }
    const QJsonObject ticket = target->ticket(id);
    CHECK(filesOf(ticket) == QStringList{u"report.pdf"_s, u"überhitzt 1.jpg"_s});
    for (const QJsonValue& one : ticket["attachments"_L1].toArray()) {
        if (one["filename"_L1].toString().endsWith(u".jpg"_s))
            CHECK(target->redmine.file(one["content_url"_L1].toString()) == photo);
    }
    target->carry(*connector, world, id);
    CHECK(filesOf(target->ticket(id)).size() == 2);
}

TEST_CASE("A wrong key is tried once and said once; Redmine itself would have taken it for nobody and answered", "[redmine]")
{
    RedmineTarget* target = redmineOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const auto connector = target->connect({{u"token"_s, u"0123456789abcdef0123456789abcdef01234567"_s}});
    const QString id = addJob(world);
    for (int i = 0; i < 3; ++i) {
        const PushError error = refused(connector->push(world.job(u"jobs"_s, id), world));
        CHECK(error.kind == Error::Kind::Denied);
        CHECK(!error.outcomeUnknown);
    }
    CHECK(connector->pull(u"jobs"_s, {}).error().kind == Error::Kind::Denied);
    CHECK(target->proxy->seen() == 1);
    CHECK(!connector->check());
}

TEST_CASE("A field for our key that Redmine does not know is found before anything is made", "[redmine]")
{
    RedmineTarget* target = redmineOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const auto connector = target->connect({{u"settings"_s, QJsonObject{{u"project"_s, u"service"_s}, {u"key_field"_s, u"99"_s}}}});
    const Status checked = connector->check();
    REQUIRE(!checked);
    CHECK(checked.error().detail.contains(u"search by our key"_s));
    const QString id = addJob(world);
    CHECK(refused(connector->push(world.job(u"jobs"_s, id), world)).kind == Error::Kind::Invalid);
    CHECK(target->proxy->seen("POST /issues.json") == 0);
}

TEST_CASE("Numbers go in and come back with the digits that they have", "[redmine]")
{
    RedmineTarget* target = redmineOrSkip();
    if (!target)
        return;
    KnownWorld world;
    QFile file(target->editedMapping("\"due_date\": {\"date\": \"{due}\"}",
                                     "\"due_date\": {\"date\": \"{due}\"},\n\"estimated_hours\": {\"number\": \"{hours}\"}"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray mapping = file.readAll().replace("\"ticket_number\": \"{id}\"", "\"hours\": \"{estimated_hours}\"");
    file.close();
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(mapping);
    file.close();
    const auto connector = target->connect({{u"mapping"_s, file.fileName()}});
    const QString id = addJob(world, {{u"hours"_s, u"0.10"_s}});
    const RemoteRef reference = target->carry(*connector, world, id);
    QByteArray cursor;
    const auto changes = pullAll(*connector, cursor);
    const EntityChange* change = changeOf(changes, reference.id);
    REQUIRE(change);
    CHECK(change->properties.at(u"hours"_s) == u"0.1"_s);
    const QString before = target->state();
    target->carry(*connector, world, id); // 0.10 is 0.1
    CHECK(target->state() == before);

    const QString wrong = addJob(world, {{u"hours"_s, u"0,1"_s}});
    CHECK(refused(connector->push(world.job(u"jobs"_s, wrong), world)).kind == Error::Kind::Invalid);
    CHECK(target->count(u"jobs"_s, wrong) == 0);
}

TEST_CASE("A pull brings every ticket once, then what is new, what moved on and what was deleted", "[redmine]")
{
    RedmineTarget* target = redmineOrSkip();
    if (!target)
        return;
    const auto connector = target->connect();
    KnownWorld world;
    const QString id = addJob(world, {{u"priority"_s, u"Low"_s}, {u"due"_s, u"2027-12-03"_s}});
    const RemoteRef reference = target->carry(*connector, world, id);
    QByteArray cursor;
    auto changes = pullAll(*connector, cursor);
    const EntityChange* change = changeOf(changes, reference.id);
    REQUIRE(change);
    CHECK(change->label == u"#%1 Verdichter läuft heiß"_s.arg(reference.id.section(u',', 1)));
    CHECK(change->properties.at(u"ticket_number"_s) == reference.id.section(u',', 1));
    CHECK(change->properties.at(u"priority"_s) == u"Low"_s);
    CHECK(change->properties.at(u"due"_s) == u"2027-12-03"_s);
    CHECK(change->properties.at(u"state"_s) == u"open"_s);
    CHECK(change->properties.at(u"source"_s) == u"Service desk"_s);
    CHECK(change->properties.count(u"assignee"_s) == 0);

    const QString number = reference.id.section(u',', 1);
    target->redmine.send("PUT", u"issues/%1.json"_s.arg(number), {{u"issue"_s, QJsonObject{{u"status_id"_s, 5}}}}); // closed: still there
    changes = pullAll(*connector, cursor);
    change = changeOf(changes, reference.id);
    REQUIRE(change);
    CHECK(change->properties.at(u"state"_s) == u"done"_s);

    target->redmine.send("DELETE", u"issues/%1.json"_s.arg(number), {});
    changes = pullAll(*connector, cursor);
    change = changeOf(changes, reference.id);
    REQUIRE(change);
    CHECK(change->deleted);
    target->proxy->forget();
    for (const EntityChange& one : pullAll(*connector, cursor))
        CHECK(!one.deleted);
    CHECK(target->proxy->seen() == 2); // what changed, and how many there are
}
