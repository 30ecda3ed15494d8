// SPDX-License-Identifier: Apache-2.0
// What only single formats of the files connector do; what all of them owe is in contract_test.cpp.
#include "connectors/csvtable.h"
#include "connectors/knownworld.h"
#include "forms/xlsform/workbook.h"
#include "sync/contact/vcard.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using connectors::PushError;
using connectors::RemoteRef;

namespace
{

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

struct Office {
    QTemporaryDir dir;
    test::KnownWorld world;
    std::unique_ptr<connectors::Connector> connector;

    explicit Office(const QString& format)
    {
        auto made = connectors::makeConnector(
            {{u"id"_s, u"files"_s}, {u"type"_s, u"files"_s}, {u"title"_s, u"Lead file"_s}, {u"folder"_s, dir.path()}, {u"format"_s, format}}, {});
        REQUIRE(made);
        connector = std::move(*made);
    }
    QString path(const QString& name) const { return dir.filePath(name); }
    connectors::PushResult push(const QString& id) { return connector->push(world.job(u"contacts"_s, id), world); }
    QString deliver(const QString& label, std::map<QString, QString> properties = {})
    {
        const QString id = world.add(u"contacts"_s, label, std::move(properties));
        CHECK(std::holds_alternative<RemoteRef>(push(id)));
        return id;
    }
};

std::vector<std::map<QString, QString>> rowsOf(const QByteArray& workbook)
{
    const auto book = xlsform::Workbook::read(workbook);
    REQUIRE(book);
    std::vector<std::map<QString, QString>> out;
    for (const xlsform::Sheet::Row& row : book->sheets.at(0).rows) {
        out.emplace_back();
        for (const auto& [column, text] : row.cells)
            out.back()[book->sheets[0].headings.at(std::size_t(column))] = text;
    }
    return out;
}

connectors::Job recordJob(const QString& instance)
{
    connectors::Job job;
    job.kind = connectors::Job::Kind::Record;
    job.submission = job.key = instance;
    return job;
}

} // namespace

TEST_CASE("In a workbook every value is the text that it was: nothing is computed, rounded or taken for a day", "[connectors]")
{
    const std::map<QString, QString> values{{u"remark"_s, u"=HYPERLINK(\"http://x.example\")"_s},
                                            {u"phone"_s, u"+49 711 1234567"_s},
                                            {u"postcode"_s, u"01067"_s},
                                            {u"badge_id"_s, u"123456789012345678901"_s},
                                            {u"job_title"_s, u"1-2"_s},
                                            {u"amount"_s, u"42250.50"_s},
                                            {u"street"_s, u"A\u0001\"<&>\nB"_s}};
    Office office(u"xlsx"_s);
    office.deliver(u"Ana"_s, values);
    const auto rows = rowsOf(contentOf(office.path(u"contacts.xlsx"_s)));
    REQUIRE(rows.size() == 1);
    for (const auto& [name, value] : values) {
        INFO(name.toStdString());
        if (name != u"street"_s)
            CHECK(rows[0].at(name) == value);
    }
    CHECK(rows[0].at(u"street"_s).endsWith(u"\"<&>\nB"_s));
    CHECK_FALSE(contentOf(office.path(u"contacts.xlsx"_s)).contains("<f>"));
}

TEST_CASE("A text that no cell can hold is cut in the workbook, and the row is there", "[connectors]")
{
    Office office(u"xlsx"_s);
    office.deliver(u"Ana"_s, {{u"remark"_s, QString(40'000, u'x')}});
    const QString remark = rowsOf(contentOf(office.path(u"contacts.xlsx"_s))).at(0).at(u"remark"_s);
    CHECK(remark.size() == 32'767);
    CHECK(remark.endsWith(u'…'));
}

TEST_CASE("A workbook that was taken away begins again, one that somebody changed is left alone", "[connectors]")
{
    Office office(u"xlsx"_s);
    const QString path = office.path(u"contacts.xlsx"_s);
    office.deliver(u"Ana"_s);
    SECTION("taken away")
    {
        REQUIRE(QFile::remove(path));
        office.deliver(u"Ben"_s);
        CHECK(rowsOf(contentOf(path)).size() == 1);
    }
    SECTION("changed")
    {
        const QByteArray theirs = contentOf(path) + "x";
        write(path, theirs);
        const auto pushed = office.push(office.world.add(u"contacts"_s, u"Ben"_s, {}));
        REQUIRE(std::holds_alternative<PushError>(pushed));
        CHECK(std::get<PushError>(pushed).kind == Error::Kind::Corrupt);
        CHECK(std::get<PushError>(pushed).sentence.contains(u"Move it away"_s));
        CHECK(contentOf(path) == theirs);
    }
}

TEST_CASE("Wherever a crash cuts the writing of a workbook, whole files stand there and the next push completes them", "[connectors]")
{
    Office office(u"xlsx"_s);
    const QString workbook = office.path(u"contacts.xlsx"_s), rows = office.path(u".contacts.xlsx.csv"_s),
                  made = office.path(u".contacts.xlsx.made"_s);
    const QString first = office.deliver(u"Ana"_s);
    const QByteArray oldWorkbook = contentOf(workbook), oldRows = contentOf(rows), oldMade = contentOf(made);
    const QString second = office.deliver(u"Ben"_s);
    const QByteArray newMade = contentOf(made), newRows = contentOf(rows);

    // As the disk is after each step: the row is appended, the note is kept, the workbook gets its name.
    struct Step {
        const char* note;
        QByteArray rows, made;
    };
    for (const Step& step : {Step{"while the row was written", newRows.chopped(20), oldMade}, Step{"the row is there", newRows, oldMade},
                             Step{"the note is there", newRows, newMade}}) {
        INFO(step.note);
        write(workbook, oldWorkbook);
        write(rows, step.rows);
        write(made, step.made);
        write(office.path(u"..contacts.xlsx.csv.append"_s), QByteArray::number(oldRows.size()) + '\n');
        write(office.path(u".contacts.xlsx.new"_s), "half a work");
        CHECK(rowsOf(contentOf(workbook)).size() == 1);
        CHECK(std::holds_alternative<RemoteRef>(office.push(second)));
        const auto now = rowsOf(contentOf(workbook));
        REQUIRE(now.size() == 2);
        CHECK(now[0].at(u"id"_s) == first);
        CHECK(now[1].at(u"id"_s) == second);
    }
    CHECK(QDir(office.dir.path()).entryList(QDir::Files) == QStringList{u"contacts.xlsx"_s}); // what lies beside it is hidden
}

TEST_CASE("In JSON Lines a conversation is one line with its answers as they are, one inside the other", "[connectors]")
{
    Office office(u"json"_s);
    office.world.submission = {{u"contact"_s, QJsonObject{{u"given_name"_s, u"Sri"_s}, {u"meta"_s, QJsonObject{{u"x"_s, u"y"_s}}}}},
                               {u"followups"_s, QJsonArray{QJsonObject{{u"amount"_s, u"42250.50"_s}}, QJsonObject{{u"amount"_s, u"1"_s}}}}};
    const auto pushed = office.connector->push(recordJob(u"uuid:1"_s), office.world);
    REQUIRE(std::holds_alternative<RemoteRef>(pushed));
    CHECK(std::get<RemoteRef>(pushed).number == u"conversations.jsonl, line 1"_s);
    const QByteArray bytes = contentOf(office.path(u"conversations.jsonl"_s));
    CHECK(bytes.count('\n') == 1);
    const QJsonObject line = QJsonDocument::fromJson(bytes).object();
    CHECK(line[u"id"_s].toString() == u"uuid:1"_s);
    CHECK(line[u"answers"_s][u"followups"_s][0][u"amount"_s].toString() == u"42250.50"_s);
    CHECK_FALSE(bytes.contains("meta"));
}

TEST_CASE("Cards are of people and their firms; other lists and whole conversations are not taken", "[connectors]")
{
    Office office(u"vcard"_s);
    const QString firm = office.world.add(u"organisations"_s, u"Søby; Kälte, A/S"_s, {{u"website"_s, u"https://soeby.example/a,b"_s}});
    office.deliver(u"Åse Łukasz"_s, {{u"organisation_id"_s, firm},
                                     {u"given_name"_s, u"Åse"_s},
                                     {u"family_name"_s, u"Łukasz"_s},
                                     {u"email"_s, u"aase@soeby.example"_s},
                                     {u"mobile"_s, u"+45 20 12 34 56"_s},
                                     {u"remark"_s, u"first\nEND:VCARD\nsecond"_s}});
    const auto cards = contact::parseVCards(contentOf(office.path(u"contacts.vcf"_s)));
    REQUIRE(cards.size() == 1);
    CHECK(cards[0].givenName == u"Åse"_s);
    CHECK(cards[0].organisation == u"Søby; Kälte, A/S"_s);
    CHECK(cards[0].phones == std::vector<contact::Phone>{{u"+45 20 12 34 56"_s, contact::Phone::Kind::Mobile}});
    CHECK(cards[0].note == u"first\nEND:VCARD\nsecond"_s);
    CHECK_FALSE(office.connector->capabilities().records);
    const auto refused = office.connector->push(recordJob(u"uuid:1"_s), office.world);
    REQUIRE(std::holds_alternative<PushError>(refused));
    CHECK(std::get<PushError>(refused).kind == Error::Kind::Invalid);
}

TEST_CASE("A line or card that was torn by a crash is cut off and comes whole with the next push", "[connectors]")
{
    const auto [format, name] = GENERATE(table<QString, QString>({{u"json"_s, u"contacts.jsonl"_s}, {u"vcard"_s, u"contacts.vcf"_s}}));
    Office office(format);
    const QString path = office.path(name);
    const QString first = office.deliver(u"Ana"_s);
    const QByteArray before = contentOf(path);
    const QString second = office.deliver(u"Ben \"B\"\nhere"_s);
    const QByteArray whole = contentOf(path);
    for (qsizetype size = before.size(); size <= whole.size(); ++size) {
        INFO(size);
        write(path, whole.left(size));
        write(office.path(u'.' + name + u".append"_s), QByteArray::number(before.size()) + '\n');
        CHECK(std::holds_alternative<RemoteRef>(office.push(second)));
        CHECK(contentOf(path) == whole);
    }
}

TEST_CASE("What another program left in a file of lines or cards stays as it is, and a file that is none of them is not touched", "[connectors]")
{
    struct Row {
        QString format, name;
        QByteArray theirs;
        bool readable;
    };
    const auto row = GENERATE(values<Row>({
        {u"json"_s, u"contacts.jsonl"_s, "{\"label\": \"x\", \"id\": \"theirs\"}\r\n", true},
        {u"json"_s, u"contacts.jsonl"_s, "{\"id\":\"theirs\"}", true}, // without an end
        {u"json"_s, u"contacts.jsonl"_s, "{\"id\":\"theirs\",\n", false},
        {u"json"_s, u"contacts.jsonl"_s, "name;city\r\n", false},
        {u"vcard"_s, u"contacts.vcf"_s, "begin:vcard\nuid:theirs\nFN:Ana\nend:vcard\n", true},
        {u"vcard"_s, u"contacts.vcf"_s, "BEGIN:VCARD\r\nUID:theirs\r\nEND:VCARD", true},
        {u"vcard"_s, u"contacts.vcf"_s, "BEGIN:VCARD\r\nUID:theirs\r\nFN:An", false},
        {u"vcard"_s, u"contacts.vcf"_s, "BEGIN:VCARD\r\nFN:Ana\r\nEND:VCARD\r\n", false},
    }));
    INFO(row.theirs.toStdString());
    Office office(row.format);
    write(office.path(row.name), row.theirs);
    const QString id = office.world.add(u"contacts"_s, u"Ben"_s, {});
    const auto pushed = office.push(id);
    const QByteArray now = contentOf(office.path(row.name));
    CHECK(now.startsWith(row.theirs));
    CHECK(std::holds_alternative<RemoteRef>(pushed) == row.readable);
    if (!row.readable) {
        CHECK(std::get<PushError>(pushed).kind == Error::Kind::Corrupt);
        CHECK(now == row.theirs);
        return;
    }
    office.world.entities[{u"contacts"_s, id}].label = u"Benjamin"_s;
    CHECK(std::holds_alternative<RemoteRef>(office.push(id)));
    const QByteArray later = contentOf(office.path(row.name));
    CHECK(later.startsWith(row.theirs));
    CHECK(later.count(id.toUtf8()) == 1);
    CHECK(later.contains("Benjamin"));
}
